/** The child of `plan-reader.ts`: one file in, one answer out. */
import { answerOnce } from './confined-answer.ts';
import { type ReadFile, readDocument } from './intake/read-document.ts';
import { type Refused, refuse } from './intake/refused.ts';
import type { Reading } from './plan-reader.ts';

await answerOnce<Reading>(async ({ name, options }, bytes): Promise<ReadFile | Refused> => {
  try {
    return await readDocument(bytes, name, options);
  } catch (error) {
    return refuse('damaged', error instanceof Error ? error.message.slice(0, 200) : '');
  }
});
