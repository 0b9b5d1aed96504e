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
