/** The child's end of `confined-child.ts`: one question from stdin, one answer as JSON to a pipe of its own. */
import { writeFileSync } from 'node:fs';

/** Behind stdin, stdout and stderr. */
export const ANSWER_PIPE = 3;
/** A question begins with the lengths of its words and its bytes, each in four bytes. */
const LENGTHS = 8;

export function lengthsOf(words: Uint8Array, bytes: Uint8Array): Buffer {
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32BE(words.length, 0);
  lengths.writeUInt32BE(bytes.length, 4);
  return lengths;
}

/** Answers the one question, with plain data, and ends; ends without an answer when the parent is gone. */
export async function answerOnce<Words>(answer: (words: Words, bytes: Uint8Array) => unknown): Promise<void> {
  process.stdin.once('end', () => process.exit(1));
  const asked = await question();
  const bytesFrom = LENGTHS + asked.readUInt32BE(0);
  const words: Words = JSON.parse(asked.toString('utf8', LENGTHS, bytesFrom));
  writeFileSync(ANSWER_PIPE, JSON.stringify(await answer(words, asked.subarray(bytesFrom))));
  process.exit(0);
}

/** The whole of it. Stdin stays open behind it, until the parent lets go of it or dies. */
function question(): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let whole: number | null = null;
    process.stdin.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (whole === null && size >= LENGTHS) {
        const head = Buffer.concat(chunks);
        whole = LENGTHS + head.readUInt32BE(0) + head.readUInt32BE(4);
      }
      if (size === whole) resolve(Buffer.concat(chunks));
    });
  });
}
