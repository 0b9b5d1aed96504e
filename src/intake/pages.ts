/** What a reader of one file kind hands on: its blocks, and where its sheets begin. */
import type { Block } from './source.ts';

export interface Part {
  readonly name: string;
  /** Its first line in the count of all. */
  readonly from: number;
}

export interface Pages {
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
}

/** In a workbook a line is a row of one of its sheets: `แผน!7`. Null elsewhere. */
export function cellOf(line: number | null, parts: readonly Part[]): string | null {
  const part = line === null ? undefined : parts.findLast(({ from }) => from <= line);
  return part === undefined || line === null ? null : `${part.name}!${line - part.from + 1}`;
}
