/** A parent of its own: asks the child of `child-asked.ts` as its words say, and prints how that ended. */
import { askChild } from '../../src/confined-child.ts';

const [act, folder, milliseconds, processorSeconds] = process.argv.slice(2);
const limits = {
  milliseconds: Number(milliseconds),
  memoryMb: 64,
  processorSeconds: Number(processorSeconds),
};
const end = await askChild(new URL('./child-asked.ts', import.meta.url), { act, folder }, limits);
console.log(JSON.stringify(end));
