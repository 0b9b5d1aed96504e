/** What stopped a command, in a sentence that says what to do; the machine's own words only where there is none. */

/** @param error anything that was thrown. */
export function problemWords(error: unknown): string {
  if (!(error instanceof Error)) return `Something failed: ${String(error)}`;
  const cause = error.cause instanceof Error ? error.cause : error;
  const words =
    wordsOfSystem(error) ??
    wordsOfSystem(cause) ??
    wordsOfSqlite(error) ??
    // Who else wraps SQLite's error has said it better.
    (error.name === 'StoreDown' ? wordsOfSqlite(cause) : null);
  if (words !== null) return words;
  return error.name === 'ZodError'
    ? 'What is kept cannot be read by this program. Update it, then run "verify".'
    : error.message || 'Something failed without a word; LOG_LEVEL=debug shows where.';
}

interface SystemError extends Error {
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly port?: number;
  /** SQLite's own number. */
  readonly errcode?: number;
}

function wordsOfSystem({ code, syscall, path, port }: SystemError): string | null {
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    if (code === 'EADDRINUSE')
      return `Port ${port} is taken. Stop the program that uses it, or set PORT to another number.`;
    if (code === 'EACCES')
      return `Port ${port} is not open to this user. Set PORT to a number from 1024 to 65535.`;
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST is no address of this machine.';
    return null;
  }
  const where = path ?? 'the file';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `This user may not write ${where}. Change its owner, or choose another place (DATA_DIR).`;
    case 'ENOENT':
      return `There is no ${where}.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${where} is not a folder.`;
    case 'EISDIR':
      return `${where} is a folder, not a file.`;
    case 'ENOSPC':
      return 'The disk is full. Make room and run this again.';
    default:
      return null;
  }
}

const SQLITE_BUSY = [5, 6];
const SQLITE_FULL = 13;
const SQLITE_DAMAGED = [11, 26];
const SQLITE_NOT_OURS = [3, 8, 14];

function wordsOfSqlite({ code, errcode, message }: SystemError): string | null {
  if (code !== 'ERR_SQLITE_ERROR' || errcode === undefined) return null;
  // The low byte is the kind, the rest is detail.
  const kind = errcode & 0xff;
  if (SQLITE_BUSY.includes(kind)) return 'The store is busy with another command. Run this again.';
  if (kind === SQLITE_FULL) return 'The disk is full. Make room and run this again.';
  if (SQLITE_DAMAGED.includes(kind))
    return `The store in DATA_DIR is damaged (${message}). Stop the server, then put a copy in its place: docs/set-up.md, "Backup".`;
  if (SQLITE_NOT_OURS.includes(kind))
    return `The store in DATA_DIR cannot be opened (${message}). Is it this user's?`;
  return `The store in DATA_DIR does not answer (${message}).`;
}
