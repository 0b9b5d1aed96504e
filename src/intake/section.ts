/** Tables as sections of one meaning: which column holds what, read from its words and its cells. */
import { squeeze } from './compare.ts';
import { isDivisions } from './divisions.ts';
import { type Field, headingOf, spanOf } from './field.ts';
import type { Findings } from './finding.ts';
import { oNumber } from './o-number.ts';
import { looksLikePeriod } from './period.ts';
import { personIn } from './person.ts';
import { looksLikeScore } from './score.ts';
import type { Block, Row } from './source.ts';

export type Kind = 'measures' | 'approaches' | 'scores' | 'questions' | 'oItems' | 'committee' | 'unknown';
export type Columns = readonly (Field | null)[];

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

interface Open {
  columns: (Field | null)[];
  headerLine: number | null;
  headed: readonly string[];
  rows: Row[];
  above: readonly string[];
}

/** Every section of a document, in order. */
export function sectionsOf(blocks: readonly Block[], findings: Findings): Section[] {
  const sections: Section[] = [];
  let above: string[] = [];
  const close = (open: Open | null) => {
    if (open === null || open.rows.length === 0) return;
    const columns = withContent(open, findings);
    const before = sections.at(-1);
    const kind = kindOf(columns, open.rows);
    const follows = before?.kind === kind && sameColumns(before.columns, columns);
    const continues = follows && open.above.every(isFurniture) && open.above.length <= MOST_FURNITURE;
    const { headerLine, headed, rows } = open;
    sections.push({ kind, columns, headerLine, headed, rows, continues, follows, above: open.above });
    if (kind === 'unknown' && open.headerLine !== null)
      findings.note(open.headerLine, 'table', 'unknown-table', open.headed.join(' | '));
  };
  for (const block of blocks) {
    if (block.kind === 'line') {
      above = [...above.slice(-5), block.text];
      continue;
    }
    const rows = block.rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
    let open: Open | null = null;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (row === undefined) continue;
      const header = headerOf(row);
      if (header !== null) {
        close(open);
        const next = rows[at + 1];
        const second = next === undefined ? null : subHeaderOf(row, header, next, sections, findings);
        if (second !== null) at += 1;
        noteHeader(row, header, findings);
        const headed = row.cells.map((cell, at) => (second === null ? '' : next?.cells[at]) || cell);
        open = { columns: second ?? header, headerLine: row.line, headed, rows: [], above };
      } else {
        open ??= headless(row, sections, above);
        open.rows.push(row);
      }
    }
    close(open);
    above = [];
  }
  return sections;
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

/** A table without header goes on with the columns of the one before, when it is as wide. */
function headless(row: Row, sections: readonly Section[], above: readonly string[]): Open {
  const before = sections.at(-1);
  const fits =
    before !== undefined && before.columns.length === row.cells.length && before.kind !== 'unknown';
  const columns = fits ? [...before.columns] : row.cells.map(() => null);
  return { columns, headerLine: null, headed: [], rows: [], above };
}

/** The columns a row heads; null when it is no header. */
function headerOf(row: Row): (Field | null)[] | null {
  const words = row.cells.map(squeeze);
  const filled = words.filter((word) => word !== '');
  const letters = filled.reduce((sum, word) => sum + word.length, 0);
  if (filled.length < 2 || letters / filled.length > 45) return null;
  if (row.cells.some((cell) => isDivisions(cell) || looksLikeScore(cell))) return null;
  const headings = words.map((word) => headingOf(word));
  const known = headings.filter((heading) => heading !== null);
  const clear = known.filter((heading) => !heading.damaged);
  const fields = new Set(known.map(({ field }) => field));
  if (fields.size < 2 || clear.length < 1 || known.length * 2 < filled.length) return null;
  return headings.map((heading) => heading?.field ?? null);
}

function noteHeader(row: Row, header: Columns, findings: Findings): void {
  row.cells.forEach((cell, column) => {
    const heading = headingOf(squeeze(cell));
    if (heading?.damaged === true) findings.note(row.line, 'header', 'corrupt-header', cell, heading.field);
    else if (heading === null && cell !== '' && header[column] === null)
      findings.note(row.line, 'header', 'unknown-header', cell);
  });
}

const STATES: readonly Field[] = ['notStarted', 'inProgress', 'done', 'cancelled'];

/** Columns that say which row it is: a second row of headers leaves them empty. */
const LEADS: readonly Field[] = ['number', 'title', 'indicator', 'itemId', 'itemName'];

/** A second row of headers below the first (`สถานะ` over its three states), as columns; null when the row is data. */
function subHeaderOf(
  top: Row,
  header: Columns,
  row: Row,
  sections: readonly Section[],
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
  if (repeated.length > 0) return fromEarlier(row, header, headings, sections, findings);
  if (!headings.some((field) => field !== null))
    findings.note(row.line, 'header', 'unknown-header', filled.join(' | '));
  return header.map((field, column) => headings[column] ?? (field === 'status' && scores ? null : field));
}

/** States that all read the same are a damaged header: the same table's header on an earlier page knows better. */
function fromEarlier(
  row: Row,
  header: Columns,
  headings: Columns,
  sections: readonly Section[],
  findings: Findings,
): (Field | null)[] {
  const read = row.cells.filter((cell) => cell !== '').join(' | ');
  const earlier = sections.findLast(
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
    earlier?.columns.filter((f) => f !== null && STATES.includes(f)).join(' | ') ?? null,
  );
  return header.map((field, at) => (headings[at] == null ? field : (earlier?.columns[at] ?? null)));
}

/** Columns without a known header get a meaning from their cells, when nearly all of them agree. */
function withContent(open: Open, findings: Findings): (Field | null)[] {
  const { rows } = open;
  const width = Math.max(open.columns.length, ...rows.map(({ cells }) => cells.length));
  const columns: (Field | null)[] = Array.from({ length: width }, (_, at) => open.columns[at] ?? null);
  const share = (column: number, test: (cell: string) => boolean) => {
    const filled = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '');
    return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  };
  for (let column = 0; column < width; column += 1) {
    const field = columns[column];
    const isO = share(column, (cell) => oNumber(cell) !== null) >= 0.6;
    if (isO && (field === null || field === 'number' || field === 'itemId')) columns[column] = 'itemId';
    else if (field === 'itemId') columns[column] = 'number';
    if (columns[column] !== null) continue;
    const guess: Field | null =
      share(column, saysIndicator) >= 0.6 && !columns.includes('indicator')
        ? 'indicator'
        : share(column, looksLikeScore) >= 0.5 && !columns.includes('score')
          ? 'score'
          : share(column, isDivisions) >= 0.7 && !columns.includes('responsible')
            ? 'responsible'
            : share(column, looksLikePeriod) >= 0.7 && !columns.includes('period')
              ? 'period'
              : null;
    columns[column] = guess;
    if (guess !== null && open.headerLine !== null)
      findings.note(open.headerLine, 'header', 'column-by-content', open.headed[column] ?? '', guess);
  }
  return settled(columns);
}

const saysIndicator = (cell: string) => /^\s*ตัวชี้วัด(?:ที่)?\s*[\d๐-๙]/.test(cell);

/** One meaning a column: what is headed twice, and what stands in for what is missing. */
function settled(columns: (Field | null)[]): (Field | null)[] {
  const titles = columns.flatMap((field, at) => (field === 'title' ? [at] : []));
  const [, second] = titles;
  if (second !== undefined && !columns.includes('methods')) columns[second] = 'methods';
  const has = (field: Field) => columns.includes(field);
  if (!has('title') && !has('itemId') && !has('indicator') && has('approach'))
    columns[columns.indexOf('approach')] = 'title';
  if (has('title') && has('approach') && !has('methods')) columns[columns.indexOf('approach')] = 'methods';
  return columns;
}

function kindOf(columns: Columns, rows: readonly Row[]): Kind {
  const has = (...fields: Field[]) => fields.some((field) => columns.includes(field));
  const share = (test: (row: Row) => boolean) => rows.filter(test).length / rows.length;
  if (share(({ cells }) => cells.some((cell) => oNumber(cell) !== null && cell.length < 8)) >= 0.5) {
    if (!has('title', 'question')) return 'oItems';
  }
  if (has('question') || (has('meanScore') && has('indicator'))) return 'questions';
  const works = [
    'methods',
    'responsible',
    'period',
    'start',
    'followUp',
    'status',
    'done',
    'progress',
  ] as const;
  const marked = columns.some((field) => spanOf(field) !== null);
  if (has('title') && (has(...works) || marked)) return 'measures';
  if (has('indicator') && has('approach')) return 'approaches';
  if (has('indicator') && has('score')) return 'scores';
  if (share(({ cells }) => cells.some((cell) => personIn(cell) !== null)) >= 0.5) return 'committee';
  return 'unknown';
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
