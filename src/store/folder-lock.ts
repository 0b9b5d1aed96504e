import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Held here as well: a lock whose connection were collected as garbage would be free without anyone letting go. */
const held = new Set<DatabaseSync>();

/**
 * Makes this process the one server of a data folder; the result lets go. The lock is SQLite's own on a file that holds
 * nothing: the operating system lets go of it when the process dies, however it dies, so that no stale lock is left.
 *
 * @throws Error naming the process that has the folder.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pidFile = join(folder, 'server.pid');
  const lock = new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw cause;
    throw new Error(
      `Another น้องไอต้า server (process ${pidIn(pidFile)}) already serves ${folder}. ` +
        'Stop it first, or give this one another DATA_DIR.',
      { cause },
    );
  }
  held.add(lock);
  // Beside the lock, not in it: reading the locked file by ordinary means would let go of the lock (POSIX).
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return () => {
    if (!held.delete(lock)) return;
    rmSync(pidFile, { force: true });
    lock.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function pidIn(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
