import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DumpLine, Store } from '../flow/ports.ts';
import { type Command, done, neededFile, refused, WrongUse } from './command.ts';
import { withDesk } from './desk.ts';

export const exportAll: Command = {
  name: 'export',
  summary:
    'Writes everything kept to a file of JSON lines. It holds personal data: keep it as you keep papers.',
  usage: 'FILE',
  words: 1,
  options: {},
  async run(input, terminal) {
    const file = neededFile(input, 'The file to write');
    if (existsSync(file)) return refused(`${file} exists already; nothing was written over it.`);
    return withDesk(terminal, async (desk) => {
      if ((await desk.store.agencies()).length === 0) return refused('DATA_DIR holds no agency to export.');
      const lines = await write(desk.store, file);
      return done([`Wrote ${lines} lines to ${file}.`], { file, lines });
    });
  },
};

/** The file has its name only once it is whole and on disk. */
async function write(store: Store, file: string): Promise<number> {
  const half = `${file}.half`;
  rmSync(half, { force: true });
  let lines = 0;
  const text = async function* () {
    for await (const line of store.dump()) {
      lines += 1;
      yield `${JSON.stringify(line)}\n`;
    }
  };
  try {
    await pipeline(Readable.from(text()), createWriteStream(half, { mode: 0o600, flags: 'wx', flush: true }));
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
  return lines;
}

export const restore: Command = {
  name: 'restore',
  summary: 'Fills an empty DATA_DIR from an exported file, checking the chain line by line.',
  usage: 'FILE',
  words: 1,
  options: {},
  async run(input, terminal) {
    const file = neededFile(input, 'The file to restore from');
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
      throw new WrongUse(`Cannot read the file ${file}.`);
    return withDesk(terminal, async (desk) => {
      try {
        const { agencies, entries } = await desk.store.fill(linesOf(file));
        const what = `${agencies} ${agencies === 1 ? 'agency' : 'agencies'} with ${entries} entries`;
        return done([`Restored ${what}. Next: npm run -s ita -- verify`], { agencies, entries });
      } catch (error) {
        if (error instanceof Error && !('code' in error)) return refused(error.message);
        throw error;
      }
    });
  },
};

/** The store checks what a line says; here only that it is a JSON object. */
async function* linesOf(file: string): AsyncGenerator<DumpLine> {
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line !== '')
      yield lineOf(line, `Line ${number} of ${file} is not of an export. Nothing was restored.`);
  }
}

function lineOf(text: string, otherwise: string): DumpLine {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === 'object' && line !== null) return line as DumpLine;
  } catch {
    // Said below, with the line's number.
  }
  throw new Error(otherwise);
}
