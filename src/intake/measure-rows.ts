/** Rows of measure tables as one entry a measure: cut rows joined again, headings and shifted cells seen through. */

import { isDivisions } from './divisions.ts';
import type { Field } from './field.ts';
import type { Findings } from './finding.ts';
import type { Columns } from './header.ts';
import { indicatorOf, instrumentOf } from './indicators.ts';
import { leadingNumber } from './list.ts';
import { looksLikePeriod } from './period.ts';
import { cellOf, isInherited, type Section } from './section.ts';
import type { Row } from './source.ts';

/** A measure's cells as they stand, over all rows it fills. */
export interface Entry {
  readonly cells: Map<Field, string>;
  /** One text per row of methods; a cut one is whole again. */
  readonly methods: string[];
  readonly lines: number[];
  readonly section: Section;
  /** Rows with marks, for statuses and quarters. */
  readonly rows: Row[];
  /** The indicator a heading row or line above names. */
  readonly under: string;
  /** Tables of one run count as one table; a measure is not repeated inside one. */
  readonly run: number;
}

const JOINED: readonly Field[] = [
  'title',
  'finding',
  'followUp',
  'period',
  'responsible',
  'progress',
  'outcome',
  'indicator',
  'budget',
];

/** The entries of all sections of a kind. `lead` is the column without which a row only continues. */
export function entriesOf(sections: readonly Section[], lead: Field, findings: Findings): Entry[] {
  const entries: Entry[] = [];
  let run = 0;
  let under = '';
  for (const section of sections) {
    if (!section.continues) {
      run += 1;
      under = headingAbove(section);
    }
    const numbered = isNumbered(section, lead);
    let last = section.follows ? entries.at(-1) : undefined;
    for (const [at, written] of section.rows.entries()) {
      const row = straightened(written, section.columns, findings);
      const heading = headingRow(row);
      if (heading !== null) {
        under = heading;
        continue;
      }
      const goesOn = continuation(row, section, lead, {
        first: at === 0 && section.continues,
        follows: at === 0 && section.follows,
        numbered,
      });
      if (goesOn !== null && last !== undefined) {
        if (goesOn === 'cut') findings.note(row.line, 'measures', 'row-cut-by-page', row.cells.join(' '));
        extend(last, row, section, goesOn);
        continue;
      }
      if (cellOf(row, section.columns, lead) === '' || isBareTitle(row, section, lead)) {
        findings.doubt(row.line, 'measures', 'row-without-details', row.cells.join(' '));
        continue;
      }
      last = begun(row, section, under, run);
      entries.push(last);
    }
  }
  return entries;
}

function begun(row: Row, section: Section, under: string, run: number): Entry {
  const cells = new Map<Field, string>();
  for (const field of new Set(section.columns)) {
    if (field !== null && field !== 'methods') cells.set(field, cellOf(row, section.columns, field));
  }
  const methods = cellOf(row, section.columns, 'methods');
  return {
    cells,
    methods: methods === '' ? [] : [methods],
    lines: [row.line],
    section,
    rows: [row],
    under,
    run,
  };
}

/** How a row goes on with the measure before: `cut` in the middle of a cell, or `more` rows under a merged title. */
function continuation(
  row: Row,
  section: Section,
  lead: Field,
  { first, follows, numbered }: { first: boolean; follows: boolean; numbered: boolean },
): 'cut' | 'more' | null {
  const { columns } = section;
  const title = cellOf(row, columns, lead);
  if (title !== '' && isInherited(row, columns, lead)) return 'more';
  if (title === '')
    return follows || !has(row, columns, 'responsible', 'period', 'followUp') ? 'cut' : 'more';
  const bare = !has(
    row,
    columns,
    'responsible',
    'period',
    'followUp',
    'number',
    'notStarted',
    'inProgress',
    'done',
  );
  const owned = columns.includes('responsible') || columns.includes('period');
  if (first && bare && owned && (!numbered || leadingNumber(title) === null)) return 'cut';
  return null;
}

function extend(entry: Entry, row: Row, section: Section, how: 'cut' | 'more'): void {
  entry.lines.push(row.line);
  entry.rows.push(row);
  for (const field of JOINED) {
    const more = isInherited(row, section.columns, field) ? '' : cellOf(row, section.columns, field);
    const before = entry.cells.get(field) ?? '';
    if (more === '' || more === before) continue;
    entry.cells.set(
      field,
      how === 'cut' ? glued(before, more) : [before, more].filter((t) => t !== '').join('\n'),
    );
  }
  const methods = isInherited(row, section.columns, 'methods') ? '' : cellOf(row, section.columns, 'methods');
  if (methods === '') return;
  const before = entry.methods.pop();
  if (before === undefined) entry.methods.push(methods);
  else if (how === 'cut' || leadingNumber(methods) !== null) entry.methods.push(glued(before, methods));
  else entry.methods.push(before, methods);
}

/** A word cut by the end of a page is whole again; a new list item stays on its own line. */
function glued(before: string, more: string): string {
  if (before === '') return more;
  const midWord = /[ก-๙]$/.test(before) && /^[ก-๙]/.test(more) && leadingNumber(more) === null;
  return midWord ? before + more : `${before}\n${more}`;
}

function has(row: Row, columns: Columns, ...fields: Field[]): boolean {
  return fields.some((field) => cellOf(row, columns, field) !== '');
}

function isNumbered(section: Section, lead: Field): boolean {
  const titles = section.rows
    .map((row) => cellOf(row, section.columns, lead))
    .filter((title) => title !== '');
  return titles.filter((title) => leadingNumber(title) !== null).length * 2 > titles.length;
}

/** A row of one cell that names an indicator or an instrument is a heading inside the table. */
function headingRow(row: Row): string | null {
  const filled = [...new Set(row.cells.filter((cell) => cell !== ''))];
  const [only] = filled;
  if (only === undefined || filled.length > 1) return null;
  if (instrumentOf(only) !== null) return '';
  return /^\s*(?:ด้าน)?(?:ที่\s*)?(?:ตัวชี้วัด|[๐-๙\d]{1,2}[.)]?\s*การ)/.test(only) && indicatorOf(only) !== null
    ? only
    : null;
}

function headingAbove(section: Section): string {
  const above = section.above.at(-1) ?? '';
  return /^\s*ตัวชี้วัด/.test(above) && indicatorOf(above) !== null ? above : '';
}

/** Only a title, in a table whose other rows have more: a group's heading, or a measure without anything. */
function isBareTitle(row: Row, section: Section, lead: Field): boolean {
  const filled = row.cells.filter((cell) => cell !== '');
  if (filled.length > 1 || leadingNumber(cellOf(row, section.columns, lead)) !== null) return false;
  return section.rows.some(({ cells }) => cells.filter((cell) => cell !== '').length > 2);
}

/** A row whose cells slipped one column against its header, told by a division or a period in the wrong place. */
function straightened(row: Row, columns: Columns, findings: Findings): Row {
  const [owner, time] = [columns.indexOf('responsible'), columns.indexOf('period')];
  const cell = (at: number) => row.cells[at] ?? '';
  if (owner < 0 || time < 0 || isDivisions(cell(owner)) || !isDivisions(cell(time))) return row;
  if (looksLikePeriod(cell(owner))) {
    findings.doubt(row.line, 'measures', 'row-shifted', `${cell(time)} | ${cell(owner)}`);
    const swapped = row.cells.map((text, at) =>
      at === owner ? cell(time) : at === time ? cell(owner) : text,
    );
    return { ...row, cells: swapped };
  }
  if (time !== owner - 1 || columns[time - 1] !== null) return row;
  findings.doubt(row.line, 'measures', 'row-shifted', row.cells.slice(time - 1).join(' | '));
  return { ...row, cells: row.cells.map((text, at) => (at < time ? text : cell(at - 1))) };
}
