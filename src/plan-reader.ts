/**
 * Reads plan documents in a child process: a file that takes too much memory or time ends the child, not the server, and
 * a file that gets the better of a reader finds no secret, file or database of the office there (what it does find is told
 * in `confined-child.ts`). One file at a time, each in a fresh child.
 */
import { z } from 'zod';
import { askChild, type ChildLimits } from './confined-child.ts';
import { MOST_BYTES } from './intake/file-kind.ts';
import type { ReadFile } from './intake/read-document.ts';
import type { ReadOptions } from './intake/read-plan.ts';
import { REFUSED_FILES, type Refused, refuse } from './intake/refused.ts';

/** What the child is told beside the bytes. */
export interface Reading {
  readonly name: string;
  readonly options: ReadOptions;
}

const MOST: ChildLimits = {
  milliseconds: 9_000,
  memoryMb: 256,
  processorSeconds: 30,
  // The longest text that is read (3,000,000 letters) makes 36.
  answerMb: 40,
};
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
      const next = last.then(() => inChild(bytes, { name, options }, { ...MOST, ...limits }));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

async function inChild(
  bytes: Uint8Array,
  reading: Reading,
  limits: ChildLimits,
): Promise<ReadFile | Refused> {
  const end = await askChild(CHILD, { words: reading, bytes }, limits, isAnswer);
  if (end.kind === 'answered') return end.answer;
  return refuse(end.kind === 'broken' ? 'damaged' : end.kind, end.detail);
}

/** As far as is cheap: what is taken of a draft is checked where it is taken (`intake/plan-draft.ts`). */
const answer = z.union([
  z.looseObject({
    ok: z.literal(true),
    kind: z.string(),
    draft: z.looseObject({ measures: z.array(z.unknown()), findings: z.array(z.unknown()) }),
    parts: z.array(z.object({ name: z.string(), from: z.number() })),
  }),
  z.object({ ok: z.literal(false), refused: z.enum(REFUSED_FILES), detail: z.string() }),
]);

function isAnswer(value: unknown): value is ReadFile | Refused {
  return answer.safeParse(value).success;
}
