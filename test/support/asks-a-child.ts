/** A parent of its own: asks the child of `child-asked.ts` as its words say, and prints how that ended. */
import { openSync } from 'node:fs';
import { askChild } from '../../src/confined-child.ts';
import type { Asked } from './child-asked.ts';

const [act, folder, milliseconds, processorSeconds, descriptors] = process.argv.slice(2) as [
  Asked['act'],
  ...string[],
];
const limits = {
  milliseconds: Number(milliseconds),
  memoryMb: 64,
  processorSeconds: Number(processorSeconds),
  answerMb: 1,
};
const question = { words: { act, folder }, bytes: new Uint8Array() };
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
if (descriptors === 'none') useThemUp();
try {
  const end = await askChild(new URL('./child-asked.ts', import.meta.url), question, limits, isObject);
  console.log(JSON.stringify(end));
} catch (error) {
  console.log(JSON.stringify({ thrown: error instanceof Error ? error.message : error }));
}

function useThemUp(): void {
  try {
    for (;;) openSync('/dev/null', 'r');
  } catch {
    // None is left.
  }
}
