/** The child of `plan-reader.ts`: one file in, one answer out. It ends when it is answered for or left behind. */
import { type ReadFile, readDocument } from './intake/read-document.ts';
import { type Refused, refuse } from './intake/refused.ts';
import type { Reading } from './plan-reader.ts';

process.once('disconnect', () => process.exit());
process.once('message', async (reading: Reading) => {
  process.send?.(await read(reading));
});

async function read({ bytes, name, options }: Reading): Promise<ReadFile | Refused> {
  try {
    return await readDocument(bytes, name, options);
  } catch (error) {
    return refuse('damaged', error instanceof Error ? error.message.slice(0, 200) : '');
  }
}
