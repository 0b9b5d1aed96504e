/** Workbooks as blocks, sheet after sheet. Hidden sheets are left out: an office keeps old drafts there. */
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { cleanText } from './clean.ts';
import { gridBlocks } from './grid.ts';
import type { Pages, Part } from './pages.ts';
import type { Block, Row } from './source.ts';

/** More rows than any plan has; a sheet's own limit is a million. */
const MOST_ROWS = 5000;
const MOST_COLUMNS = 100;

export async function readWorkbook(bytes: Uint8Array): Promise<Pages> {
  const book = await readXlsx(bytes, {
    maxRows: MOST_ROWS,
    sheets: (info) => info.hidden !== true && info.veryHidden !== true,
  });
  const blocks: Block[] = [];
  const parts: Part[] = [];
  let before = 0;
  for (const sheet of book.sheets) {
    parts.push({ name: sheet.name, from: before + 1 });
    blocks.push(...gridBlocks(rowsOf(sheet, before)));
    before += sheet.rows.length;
  }
  return { blocks, parts };
}

function rowsOf(sheet: Sheet, before: number): Row[] {
  const grid = sheet.rows.map((row) => row.slice(0, MOST_COLUMNS).map(textOf));
  const inherited = grid.map(() => new Set<number>());
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const text = grid[startRow]?.[startCol] ?? '';
    for (let row = startRow; row <= Math.min(endRow, grid.length - 1); row += 1) {
      const cells = grid[row];
      if (cells === undefined || startCol >= MOST_COLUMNS) continue;
      for (let column = startCol; column <= Math.min(endCol, MOST_COLUMNS - 1); column += 1) {
        while (cells.length <= column) cells.push('');
        cells[column] = column === startCol ? text : '';
      }
      if (row > startRow && text !== '') inherited[row]?.add(startCol);
    }
  }
  return grid.map((cells, at) => ({
    line: before + at + 1,
    cells,
    inherited: inherited[at] ?? new Set<number>(),
  }));
}

/** A cell as a person reads it: dates as YYYY-MM-DD, numbers without the dust of binary fractions. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number') return String(Number(value.toFixed(6)));
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : new Date(value.getTime() + 1000).toISOString().slice(0, 10);
  return typeof value === 'boolean' ? (value ? '✓' : '') : '';
}
