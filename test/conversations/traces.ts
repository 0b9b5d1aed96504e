/** What a conversation leaves behind: the store's files and the log. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Log } from '../../src/flow/ports.ts';
import { filesBelow } from '../support/files-below.ts';

export interface CapturedLog extends Log {
  readonly lines: readonly string[];
  readonly errors: readonly string[];
}

export function captureLog(): CapturedLog {
  const [lines, errors]: [string[], string[]] = [[], []];
  const note = (level: string) => (facts: object, message: string) => {
    const line = `${level} ${message} ${JSON.stringify(facts)}`;
    lines.push(line);
    if (level === 'error') errors.push(line);
  };
  return { lines, errors, info: note('info'), warn: note('warn'), error: note('error') };
}

/** Where words are found: tables of the store (`outbox`) and its raw files, what was deleted included. */
export function tracesOf(words: string, folder: string): string[] {
  const raw = filesBelow(folder)
    .filter(({ bytes }) => bytes.includes(words))
    .map(({ name }) => `file ${name}`);
  return [...tablesWith(words, join(folder, 'nong-ita.sqlite')), ...raw];
}

function tablesWith(words: string, file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    return tables
      .map((row) => String(row.name))
      .filter((name) =>
        database
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .some((row) => holds(row, words)),
      )
      .map((name) => `table ${name}`);
  } finally {
    database.close();
  }
}

function holds(row: Readonly<Record<string, unknown>>, words: string): boolean {
  return Object.values(row).some((value) =>
    value instanceof Uint8Array ? Buffer.from(value).includes(words) : String(value).includes(words),
  );
}
