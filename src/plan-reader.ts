/**
 * Reads plan documents in a worker: a file that takes too much memory or time ends the worker, not the server. One file
 * at a time, each in a fresh worker that ends with it.
 */
import { Worker } from 'node:worker_threads';
import { MOST_BYTES } from './intake/file-kind.ts';
import type { ReadFile } from './intake/read-document.ts';
import type { ReadOptions } from './intake/read-plan.ts';
import { type Refused, refuse } from './intake/refused.ts';

/** What the worker is given. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ReadOptions;
}

const MOST_MILLISECONDS = 9_000;
const MOST_MEMORY_MB = 256;

export interface PlanReader {
  read(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<ReadFile | Refused>;
}

export function planReader(
  limits: { readonly milliseconds?: number; readonly memoryMb?: number } = {},
): PlanReader {
  let last: Promise<unknown> = Promise.resolve();
  return {
    read(bytes, name, options = {}) {
      // Refused before a copy is made of it.
      if (bytes.length === 0) return Promise.resolve(refuse('empty'));
      if (bytes.length > MOST_BYTES) return Promise.resolve(refuse('too-big', `${bytes.length} bytes`));
      const next = last.then(() => inWorker({ bytes, name, options }, limits));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

function inWorker(
  reading: Reading,
  {
    milliseconds = MOST_MILLISECONDS,
    memoryMb = MOST_MEMORY_MB,
  }: { milliseconds?: number; memoryMb?: number },
): Promise<ReadFile | Refused> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./plan-reader-worker.ts', import.meta.url), {
      workerData: reading,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    const answer = (read: ReadFile | Refused) => {
      clearTimeout(timer);
      resolve(read);
      void worker.terminate();
    };
    const timer = setTimeout(() => answer(refuse('too-slow', `${milliseconds} ms`)), milliseconds);
    worker.once('message', (read: ReadFile | Refused) => answer(read));
    worker.once('error', (error: Error & { code?: string }) => {
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      answer(refuse(full ? 'too-much-memory' : 'damaged', error.message.slice(0, 200)));
    });
    worker.once('exit', () => answer(refuse('damaged', 'the worker ended without an answer')));
  });
}
