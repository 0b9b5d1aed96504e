/** Tables as sections of one meaning: a header, its rows, and whether they go on with the table before. */
import { type Kind, kindOf, withContent } from './columns.ts';
import { squeeze } from './compare.ts';
import type { Field } from './field.ts';
import type { Findings } from './finding.ts';
import {
  type Columns,
  type HeadedTable,
  headerOf,
  noteHeader,
  repeatedHeader,
  subHeaderOf,
  withSiblings,
} from './header.ts';
import type { Block, Row } from './source.ts';

export interface Section {
  readonly kind: Kind;
  readonly columns: Columns;
  readonly headerLine: number | null;
  /** The words over each column, those of a second header row before those of the first. */
  readonly headed: readonly string[];
  readonly rows: readonly Row[];
  /** The table before goes on here: a page ended in between. */
  readonly continues: boolean;
  /** The columns of the table before, whatever stands between: its first row may still be the end of a cut one. */
  readonly follows: boolean;
  /** The last lines of text above it. */
  readonly above: readonly string[];
}

/** A table as its header opens it. */
interface Open {
  readonly columns: Columns;
  readonly headerLine: number | null;
  readonly headed: readonly string[];
  readonly rows: Row[];
  readonly above: readonly string[];
}

/** Every section of a document, in order. */
export function sectionsOf(blocks: readonly Block[], findings: Findings): Section[] {
  const tables = tablesOf(blocks, findings).filter(({ rows }) => rows.length > 0);
  const sections: Section[] = [];
  for (const table of tables) {
    const columns = withContent({ ...table, columns: withSiblings(table, tables) }, findings);
    const before = sections.at(-1);
    const kind = kindOf(columns, table.rows);
    const follows = before?.kind === kind && sameColumns(before.columns, columns);
    const continues = follows && table.above.every(isFurniture) && table.above.length <= MOST_FURNITURE;
    sections.push({ ...table, kind, columns, continues, follows });
    const [first] = table.rows;
    if (kind === 'unknown' && (table.headerLine !== null || table.rows.length > 1))
      findings.note(
        table.headerLine ?? first?.line ?? 0,
        'table',
        'unknown-table',
        (first?.cells ?? []).join(' | '),
      );
  }
  return sections;
}

/** Tables parted at their header rows. A header alone waits for its rows on the next page. */
function tablesOf(blocks: readonly Block[], findings: Findings): Open[] {
  const tables: Open[] = [];
  let above: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'line') {
      above = [...above.slice(-5), block.text];
      continue;
    }
    const rows = block.rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
    let open: Open | null = null;
    for (let at = 0; at < rows.length; at += 1) {
      const [row, next] = [rows[at], rows[at + 1]];
      if (row === undefined) continue;
      const header = headerOf(row);
      const copied: HeadedTable | null =
        header === null && open === null ? repeatedHeader(row, tables) : null;
      if (header !== null) {
        const second = next === undefined ? null : subHeaderOf(row, header, next, tables, findings);
        if (second !== null) at += 1;
        noteHeader(row, header, findings);
        const headed = row.cells.map((cell, column) => (second === null ? '' : next?.cells[column]) || cell);
        open = { columns: second ?? header, headerLine: row.line, headed, rows: [], above };
        tables.push(open);
      } else if (copied !== null) {
        findings.doubt(
          row.line,
          'header',
          'corrupt-header',
          row.cells.join(' | '),
          copied.headed.join(' | '),
        );
        open = { ...copied, headerLine: row.line, rows: [], above };
        tables.push(open);
      } else {
        const going: Open = open ?? headless(row, tables.at(-1), above);
        if (open === null) tables.push(going);
        open = going;
        going.rows.push(row);
      }
    }
    above = [];
  }
  return tables;
}

/** A table without header goes on with the columns of the one before, when it is as wide. */
function headless(row: Row, before: Open | undefined, above: readonly string[]): Open {
  const fits = before !== undefined && before.columns.length === row.cells.length;
  const columns = fits ? before.columns : row.cells.map(() => null);
  return { columns, headerLine: null, headed: fits ? before.headed : [], rows: [], above };
}

const MOST_FURNITURE = 3;

/** What a page may print between two halves of a table: its number, the next page's first words, a short running title. */
function isFurniture(text: string): boolean {
  const flat = squeeze(text);
  return (
    /(?:\.{2,}|…)$/.test(flat) ||
    /^[-–—/().\d]*(?:หน้า(?:ที่)?\d+)?[-–—/().\d]*$/.test(flat) ||
    (flat.length <= 60 && !/^ตัวชี้วัด/.test(flat) && !/^[\d.]+\D/.test(flat))
  );
}

function sameColumns(a: Columns, b: Columns): boolean {
  return a.length === b.length && a.every((field, at) => field === b[at]);
}

/** The text of a field in a row; columns of the same meaning one below the other. */
export function cellOf(row: Row, columns: Columns, field: Field): string {
  return columns
    .flatMap((at, column) => (at === field ? [row.cells[column] ?? ''] : []))
    .filter((text) => text !== '')
    .join('\n');
}

/** Whether a field's text only hangs down from a merged cell above. */
export function isInherited(row: Row, columns: Columns, field: Field): boolean {
  const column = columns.indexOf(field);
  return column >= 0 && row.inherited?.has(column) === true && (row.cells[column] ?? '') !== '';
}
