import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const FILE = 'link.secret';

/**
 * The secret that signs links, kept in the data folder and made there the first time. It appears whole or not at all, and
 * of two processes that make it at once the first wins and both use it.
 *
 * @throws Error when the file holds no secret, or the folder cannot be written.
 */
export function keptLinkSecret(folder: string): string {
  const path = join(folder, FILE);
  const kept = secretIn(path) ?? made(folder, path);
  if (!/^[0-9a-f]{64}$/.test(kept)) {
    throw new Error(
      `${path} holds no secret of ours. Delete it (links sent so far then end), or set LINK_SECRET.`,
    );
  }
  return kept;
}

function secretIn(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Written to the end under a name of our own, then given its name, which only one process can do. */
function made(folder: string, path: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${FILE}.${randomBytes(8).toString('hex')}`);
  try {
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeSync(file, `${randomBytes(32).toString('hex')}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
