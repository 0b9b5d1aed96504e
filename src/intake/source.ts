/** A document as every reader hands it on: lines of free text and tables, in the order of the page. */

export interface TextLine {
  readonly kind: 'line';
  /** Counted from 1: the line of a text file, the row of a sheet, the n-th paragraph or row of a Word document. */
  readonly line: number;
  readonly text: string;
}

export interface Row {
  readonly line: number;
  /** Clean text (`clean.ts`); a line break inside a cell is kept. */
  readonly cells: readonly string[];
  /** Columns whose text only continues a merged cell above. */
  readonly inherited?: ReadonlySet<number>;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
}

export type Block = TextLine | Table;

/** Everything as lines of text, a row as its cells side by side: for what may stand anywhere. */
export function linesOf(blocks: readonly Block[]): TextLine[] {
  return blocks.flatMap((block): TextLine[] =>
    block.kind === 'line'
      ? [block]
      : block.rows.map(({ line, cells }) => ({ kind: 'line', line, text: cells.join(' ').trim() })),
  );
}
