/** A sheet of a workbook as data: lines, a table, lines. */

/** A text stays a text whatever it begins with; numbers are for counting and scores. */
export type SheetCell = string | number;

export interface Column {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly centred: boolean;
}

export interface Worksheet {
  readonly name: string;
  /** Lines over the table, each across all columns; the first is its title. */
  readonly above: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Lines under it. */
  readonly below?: readonly string[];
}

/** Narrow columns are centred. */
export function columnsOf(headers: readonly string[], widths: readonly number[]): Column[] {
  return headers.map((header, at) => {
    const width = widths[at] ?? 20;
    return { header, width, centred: width < 20 };
  });
}
