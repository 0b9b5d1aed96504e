/**
 * Labelled sentences (`test/chat/sentences/*.jsonl`, one line each as docs/understanding.md §1 has it). `dev` is the spec's own
 * set, `set-a` was written by a colleague who had not seen the parser; the others are ours, by the rules. `silence` holds what
 * must never become a command.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Asked, answer, SPEC_OFFICE } from '../../src/cli/understand.ts';

interface Labelled extends Asked {
  readonly expect: Readonly<Record<string, unknown>>;
}

const FOLDER = join(import.meta.dirname, 'sentences');
const SETS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => ({ file, lines: readFileSync(join(FOLDER, file), 'utf8').trim().split('\n') }));

/** What is scored (docs/understanding.md §13): no note, no candidates, and no slots of a message the bot asks back about. */
function scored({ note: _note, candidates: _candidates, ...slots }: Readonly<Record<string, unknown>>) {
  if (slots.intent === 'ambiguous' || slots.intent === 'none') return { intent: slots.intent };
  const sorted = (value: unknown) => (Array.isArray(value) ? [...value].map(one).sort() : value);
  return Object.fromEntries(Object.entries(slots).map(([key, value]) => [key, sorted(value)]));
}

const one = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

describe.each(SETS)('$file', ({ lines }) => {
  it.each(lines.map((line) => JSON.parse(line) as Labelled))('$id $text', (line) => {
    expect(scored(answer(line, SPEC_OFFICE).expect)).toEqual(scored(line.expect));
  });
});

it('there are at least three hundred of our own', () => {
  const own = SETS.filter(({ file }) => file !== 'dev.jsonl' && file !== 'set-a.jsonl');
  expect(own.flatMap(({ lines }) => lines).length).toBeGreaterThanOrEqual(300);
});
