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
import { Worker } from 'node:worker_threads';

const COPY = /^nong-ita-\d{4}-\d{2}-\d{2}\.sqlite$/;
const HALF_MADE = /^nong-ita-.*\.half$/;
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
  const day = new Date(now + BANGKOK_MS).toISOString().slice(0, 10);
  const copy = join(folder, `nong-ita-${day}.sqlite`);
  if (existsSync(copy)) return null;

  for (const name of readdirSync(folder)) if (HALF_MADE.test(name)) rmSync(join(folder, name));
  const half = join(folder, `nong-ita-${day}.half`);
  // Made here, empty, so that it is never readable by others; SQLite fills an empty file.
  closeSync(openSync(half, 'wx', 0o600));
  await copyElsewhere(path, half);
  chmodSync(half, 0o600);
  onDisk(half);
  renameSync(half, copy);
  onDisk(folder);

  const copies = readdirSync(folder).filter((name) => COPY.test(name));
  for (const old of copies.sort().slice(0, -keep)) rmSync(join(folder, old));
  return copy;
}

/** In a thread of its own: copying a large file takes seconds, and SQLite here blocks whoever calls it. */
function copyElsewhere(path: string, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sqlite-copy-thread.ts', import.meta.url), {
      workerData: { path, target },
    });
    worker.on('error', (cause) => reject(new Error(`The copy ${target} could not be made.`, { cause })));
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The copy ${target} broke off.`)),
    );
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
