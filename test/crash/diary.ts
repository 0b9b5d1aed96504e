/**
 * What the bot's process tells the driver about itself. Lines of a file, written at once: a pipe or a message could be lost
 * with the process that is killed in the next instant.
 */
import { existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { InsidePoint } from './kill-points.ts';

export type DiaryLine =
  /** It is about to kill itself here; the rest is the open transaction. */
  | ({ readonly what: 'dying'; readonly point: InsidePoint } & Group)
  /** The outbox gave this message to be sent: `key` is the retry key or reply token that LINE will see. */
  | { readonly what: 'sending'; readonly agency: string; readonly id: string; readonly key: string }
  | { readonly what: 'already-seen'; readonly id: string };

/** What one shared transaction held so far. */
export interface Group {
  readonly writers: number;
  readonly entries: number;
  readonly messages: number;
}

export type Diary = (line: DiaryLine) => void;

export function writeDiary(path: string): Diary {
  const file = openSync(path, 'a');
  return (line) => writeSync(file, `${JSON.stringify(line)}\n`);
}

/** Gives the lines written since it was last asked. */
export function followDiary(path: string): () => DiaryLine[] {
  let read = 0;
  return () => {
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    const fresh = lines.slice(read);
    read = lines.length;
    return fresh.map((line) => JSON.parse(line) as DiaryLine);
  };
}
