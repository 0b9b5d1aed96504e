import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CopyWork } from './sqlite-copy-child.ts';

const COPY = /^nong-ita-\d{4}-\d{2}-\d{2}\.sqlite$/;
const HALF_MADE = /^nong-ita-.*\.half$/;
const CHILD = fileURLToPath(new URL('./sqlite-copy-child.ts', import.meta.url));
const BANGKOK_MS = 7 * 3_600_000;

/**
 * Makes the day's copy of the file, unless it is there, and keeps the newest `keep`. A copy has its name only once it is
 * whole and on disk. Resolves with its path, or null when there was nothing to do.
 */
export async function copyOfTheDay(
  path: string,
  folder: string,
  now: number,
  keep: number,
): Promise<string | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const day = dayOf(now);
  const copy = join(folder, `nong-ita-${day}.sqlite`);
  if (existsSync(copy)) return null;
  await makeCopy(path, folder, `nong-ita-${day}.half`, copy, false);
  for (const old of copiesIn(folder).slice(0, -keep)) rmSync(join(folder, old));
  return copy;
}

/**
 * Rebuilds the file, so that nothing of what was erased is left in its free space or its log, and makes a copy of the day
 * in place of all copies made before: they hold what was erased. Resolves with its path.
 *
 * @throws Error when somebody else writes or reads for long; nothing is lost then, and it may be done again.
 */
export async function scrubbedCopy(path: string, folder: string, now: number): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const day = dayOf(now);
  const copy = join(folder, `nong-ita-${day}.sqlite`);
  // Another name than a daily copy under way in another process has: that one must not finish this one's file.
  await makeCopy(path, folder, `nong-ita-${day}-scrubbed.half`, copy, true);
  for (const old of copiesIn(folder)) if (join(folder, old) !== copy) rmSync(join(folder, old));
  onDisk(folder);
  return copy;
}

async function makeCopy(path: string, folder: string, half: string, copy: string, rebuild: boolean) {
  for (const name of readdirSync(folder)) if (HALF_MADE.test(name)) rmSync(join(folder, name));
  const target = join(folder, half);
  // Made here, empty, so that it is never readable by others; SQLite fills an empty file.
  closeSync(openSync(target, 'wx', 0o600));
  await copyElsewhere({ path, target, rebuild });
  chmodSync(target, 0o600);
  onDisk(target);
  renameSync(target, copy);
  onDisk(folder);
}

/** The oldest first. */
function copiesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => COPY.test(name))
    .sort();
}

function dayOf(now: number): string {
  return new Date(now + BANGKOK_MS).toISOString().slice(0, 10);
}

/**
 * In a process of its own: copying a large file takes seconds, and SQLite here blocks whoever calls it. Nothing of our
 * environment or of how we were started is handed on.
 */
function copyElsewhere(work: CopyWork, tries = 2): Promise<void> {
  return new Promise((resolve, reject) => {
    // No debugger by a signal: the child has the store open.
    const child = spawn(process.execPath, ['--disable-sigusr1', CHILD], {
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      windowsHide: true,
    });
    const fail = (cause: unknown) =>
      reject(new Error(`The copy ${work.target} could not be made.`, { cause }));
    let told: string | null = null;
    child.once('message', (why) => {
      told = String(why);
    });
    child.on('error', fail);
    // Without file descriptors there is no channel either.
    if (child.pid === undefined) return;
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      // Only before it listens for them, when it has done nothing yet.
      else if (tries > 1 && (signal === 'SIGINT' || signal === 'SIGTERM'))
        resolve(copyElsewhere(work, tries - 1));
      else fail(new Error(told ?? `The child ended by ${signal ?? code}.`));
    });
    // A child that is gone says so by its end.
    child.send(work, () => undefined);
  });
}

function onDisk(path: string): void {
  // Windows cannot open a folder; there the rename is as durable as it gets.
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
