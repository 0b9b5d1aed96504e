/**
 * Reads plan documents in a child process: a file that takes too much memory or time ends the child, not the server, and
 * a file that gets the better of a reader finds nothing there. One file at a time, each in a fresh child.
 */
import { askChild, type ChildLimits } from './confined-child.ts';
import { MOST_BYTES } from './intake/file-kind.ts';
import type { ReadFile } from './intake/read-document.ts';
import type { ReadOptions } from './intake/read-plan.ts';
import { type Refused, refuse } from './intake/refused.ts';

/** What the child is given. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ReadOptions;
}

const MOST: ChildLimits = { milliseconds: 9_000, memoryMb: 256, processorSeconds: 30 };
const CHILD = new URL('./plan-reader-child.ts', import.meta.url);

export interface PlanReader {
  /** @throws when the system starts no process. */
  read(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<ReadFile | Refused>;
}

export function planReader(limits: Partial<ChildLimits> = {}): PlanReader {
  let last: Promise<unknown> = Promise.resolve();
  return {
    read(bytes, name, options = {}) {
      // Refused before a copy is made of it.
      if (bytes.length === 0) return Promise.resolve(refuse('empty'));
      if (bytes.length > MOST_BYTES) return Promise.resolve(refuse('too-big', `${bytes.length} bytes`));
      const next = last.then(() => inChild({ bytes, name, options }, { ...MOST, ...limits }));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

async function inChild(reading: Reading, limits: ChildLimits): Promise<ReadFile | Refused> {
  const end = await askChild<ReadFile | Refused>(CHILD, reading, limits);
  if (end.kind === 'answered') return end.answer;
  return refuse(end.kind === 'broken' ? 'damaged' : end.kind, end.detail);
}
