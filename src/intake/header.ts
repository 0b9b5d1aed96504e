/** Header rows: known by their words, by a second row below, or as a damaged copy of one before. */
import { likeness, squeeze } from './compare.ts';
import { isDivisions } from './divisions.ts';
import { type Field, headingOf, spanOf } from './field.ts';
import type { Findings } from './finding.ts';
import { oNumber } from './o-number.ts';
import { looksLikeScore } from './score.ts';
import type { Row } from './source.ts';

export type Columns = readonly (Field | null)[];

/** A table as far as its header tells. */
export interface HeadedTable {
  readonly columns: Columns;
  readonly headed: readonly string[];
}

/** The columns a row heads; null when it is no header. */
export function headerOf(row: Row): (Field | null)[] | null {
  const words = row.cells.map(squeeze);
  const filled = words.filter((word) => word !== '');
  const letters = filled.reduce((sum, word) => sum + word.length, 0);
  if (filled.length < 2 || letters / filled.length > 45) return null;
  if (row.cells.some((cell) => isDivisions(cell) || looksLikeScore(cell))) return null;
  // A row that is counted is no header, however much its words are those of one.
  if (isCount(row.cells.find((cell) => cell !== '') ?? '')) return null;
  const headings = words.map((word) => headingOf(word));
  const known = headings.filter((heading) => heading !== null);
  const clear = known.filter((heading) => !heading.damaged);
  const fields = new Set(known.map(({ field }) => field));
  if (fields.size < 2 || clear.length < 1 || known.length * 2 < filled.length) return null;
  // What a damaged word seems to say yields to a clear word that says it.
  const said = new Set(clear.map(({ field }) => field));
  return headings.map((heading) =>
    heading === null || (heading.damaged && said.has(heading.field)) ? null : heading.field,
  );
}

function isCount(cell: string): boolean {
  return oNumber(cell) !== null || /^[\d๐-๙]{1,3}\s?[.)]?$/.test(cell);
}

export function noteHeader(row: Row, header: Columns, findings: Findings): void {
  row.cells.forEach((cell, column) => {
    const heading = headingOf(squeeze(cell));
    if (heading?.damaged === true) findings.note(row.line, 'header', 'corrupt-header', cell, heading.field);
    else if (heading === null && cell !== '' && header[column] === null)
      findings.note(row.line, 'header', 'unknown-header', cell);
  });
}

const SAME_HEADER = 0.6;

/** The table before whose header this row repeats, though too damaged to be known by its words. */
export function repeatedHeader(row: Row, earlier: readonly HeadedTable[]): HeadedTable | null {
  const filled = row.cells.filter((cell) => cell !== '').length;
  if (filled < 2) return null;
  return (
    earlier.findLast(({ headed, columns }) => {
      if (headed.length !== row.cells.length || columns.every((field) => field === null)) return false;
      const likes = headed.flatMap((word, at) => (word === '' ? [] : [likeness(word, row.cells[at] ?? '')]));
      return likes.length >= 2 && likes.reduce((sum, like) => sum + like, 0) / likes.length >= SAME_HEADER;
    }) ?? null
  );
}

const ALIKE = 0.45;

/** Columns a damaged word left open, as another table of the same shape has them. */
export function withSiblings(table: HeadedTable, tables: readonly HeadedTable[]): (Field | null)[] {
  const columns = [...table.columns];
  for (const [at, field] of table.columns.entries()) {
    const word = table.headed[at] ?? '';
    if (field !== null || word === '') continue;
    const sibling = tables.find(
      (other) =>
        other.columns.length === columns.length &&
        other.columns[at] != null &&
        !columns.includes(other.columns[at] ?? null) &&
        agree(table.columns, other.columns) &&
        likeness(word, other.headed[at] ?? '') >= ALIKE,
    );
    columns[at] = sibling?.columns[at] ?? null;
  }
  return columns;
}

/** Two headers that say the same wherever both say anything, and do so at least twice. */
function agree(a: Columns, b: Columns): boolean {
  const both = a.flatMap((field, at) => (field !== null && b[at] != null ? [field === b[at]] : []));
  return both.length >= 2 && both.every((same) => same);
}

const STATES: readonly Field[] = ['notStarted', 'inProgress', 'done', 'cancelled'];

/** Columns that say which row it is: a second row of headers leaves them empty. */
const LEADS: readonly Field[] = ['number', 'title', 'indicator', 'itemId', 'itemName'];

/** A second row of headers below the first (`สถานะ` over its three states), as columns; null when the row is data. */
export function subHeaderOf(
  top: Row,
  header: Columns,
  row: Row,
  earlier: readonly HeadedTable[],
  findings: Findings,
): (Field | null)[] | null {
  const own = row.cells.map((cell, column) => (cell === top.cells[column] ? '' : cell));
  const filled = own.filter((cell) => cell !== '');
  if (filled.length === 0 || filled.some((cell) => cell.length > 40) || filled.length === own.length)
    return null;
  if (own.some((cell, column) => cell !== '' && LEADS.includes(header[column] ?? 'remark'))) return null;
  const leads = own.findIndex((cell) => cell !== '');
  const isBelow = (field: Field | null) =>
    field !== null && (STATES.includes(field) || spanOf(field) !== null);
  const headings = own.map((cell) => headingOf(squeeze(cell))?.field ?? null);
  const scores = headings.some((field) => field === 'publicScore' || field === 'surveyScore');
  if (leads < 2 && !headings.some(isBelow) && !scores) return null;
  if (own.some((cell) => oNumber(cell) !== null || looksLikeScore(cell))) return null;
  const repeated = headings.filter((field, at) => isBelow(field) && headings.indexOf(field) !== at);
  if (repeated.length > 0) return fromEarlier(row, header, headings, earlier, findings);
  if (!headings.some((field) => field !== null))
    findings.note(row.line, 'header', 'unknown-header', filled.join(' | '));
  return header.map((field, column) => headings[column] ?? (field === 'status' && scores ? null : field));
}

/** States that all read the same are a damaged header: the same table's header on an earlier page knows better. */
function fromEarlier(
  row: Row,
  header: Columns,
  headings: Columns,
  earlier: readonly HeadedTable[],
  findings: Findings,
): (Field | null)[] {
  const read = row.cells.filter((cell) => cell !== '').join(' | ');
  const known = earlier.findLast(
    ({ columns }) =>
      columns.length === header.length &&
      headings.every((field, at) => field === null || STATES.includes(columns[at] ?? 'remark')) &&
      new Set(columns.filter((field) => field !== null && STATES.includes(field))).size > 1,
  );
  findings.doubt(
    row.line,
    'header',
    'corrupt-header',
    read,
    known?.columns.filter((f) => f !== null && STATES.includes(f)).join(' | ') ?? null,
  );
  return header.map((field, at) => (headings[at] == null ? field : (known?.columns[at] ?? null)));
}
