import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DumpLine } from '../flow/ports.ts';
import { type Command, done, refused, WrongUse } from './command.ts';
import { openDesk } from './desk.ts';

export const exportAll: Command = {
  name: 'export',
  summary:
    'Writes everything kept to a file, line by line as JSON. It holds personal data: keep it as you keep the office’s papers.',
  usage: 'FILE',
  words: 1,
  options: {},
  async run(input, terminal) {
    const [file] = input.files;
    if (file === undefined) throw new WrongUse('the file to write is missing');
    if (existsSync(file)) return refused(`${file} exists already: nothing was written over it`);
    const desk = openDesk(terminal);
    try {
      let lines = 0;
      const text = async function* () {
        for await (const line of desk.store.dump()) {
          lines += 1;
          yield `${JSON.stringify(line)}\n`;
        }
      };
      await pipeline(Readable.from(text()), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
      return done([`Wrote ${lines} lines to ${file}.`], { file, lines });
    } finally {
      await desk.close();
    }
  },
};

export const restore: Command = {
  name: 'restore',
  summary: 'Fills an empty DATA_DIR from an exported file, checking the chain line by line.',
  usage: 'FILE',
  words: 1,
  options: {},
  async run(input, terminal) {
    const [file] = input.files;
    if (file === undefined) throw new WrongUse('the file to restore from is missing');
    if (!existsSync(file)) throw new WrongUse(`cannot read ${file}`);
    const desk = openDesk(terminal);
    try {
      const { agencies, entries } = await desk.store.fill(linesOf(file));
      return done([`Restored ${agencies} agencies with ${entries} entries.`], { agencies, entries });
    } catch (error) {
      return refused(`Nothing was restored: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await desk.close();
    }
  },
};

/** The store checks what a line says; here only that it is JSON. */
async function* linesOf(file: string): AsyncGenerator<DumpLine> {
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line === '') continue;
    try {
      yield JSON.parse(line) as DumpLine;
    } catch {
      throw new Error(`line ${number} of ${file} is not JSON`);
    }
  }
}
