/** What a table's columns hold, once its rows have been seen, and what kind of table it is. */
import { arabicDigits } from '../thai/normalise.ts';
import { isDivisions } from './divisions.ts';
import { type Field, spanOf } from './field.ts';
import type { Findings } from './finding.ts';
import type { Columns } from './header.ts';
import { oNumber } from './o-number.ts';
import { looksLikePeriod } from './period.ts';
import { personIn } from './person.ts';
import { looksLikeScore } from './score.ts';
import type { Row } from './source.ts';

export type Kind = 'measures' | 'approaches' | 'scores' | 'questions' | 'oItems' | 'committee' | 'unknown';

/** A table with its rows. */
export interface FilledTable {
  readonly columns: Columns;
  readonly headerLine: number | null;
  readonly headed: readonly string[];
  readonly rows: readonly Row[];
}

/** Columns without a known header get a meaning from their cells, when nearly all of them agree. */
export function withContent(open: FilledTable, findings: Findings): (Field | null)[] {
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
        : share(column, looksLikeScore) >= 0.5 &&
            (!columns.includes('score') || /25\d\d/.test(arabicDigits(open.headed[column] ?? '')))
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
  onlyIds(columns, share);
  return settled(latestScore(columns, open.headed));
}

const QUESTION_ID = /^(?:ข้อ(?:ที่)?)?\s*[ie]\s?[-.]?\s?[\d๐-๙]{1,2}$/i;

/** Where one column holds i1, e2 … and another the words of the question, the ids are the question. */
function onlyIds(
  columns: (Field | null)[],
  share: (column: number, test: (cell: string) => boolean) => number,
): void {
  const ids = columns.findIndex((_, at) => share(at, (cell) => QUESTION_ID.test(cell.trim())) >= 0.5);
  if (ids < 0) return;
  for (const [at, field] of columns.entries()) if (field === 'question') columns[at] = 'remark';
  columns[ids] = 'question';
}

/** Scores of two years side by side: the later year's count. */
function latestScore(columns: (Field | null)[], headed: readonly string[]): (Field | null)[] {
  const scores = columns.flatMap((field, at) => (field === 'score' ? [at] : []));
  if (scores.length < 2) return columns;
  const year = (at: number) => Number(/(?:25)?(\d\d)\D*$/.exec(arabicDigits(headed[at] ?? ''))?.[1] ?? 0);
  const latest = scores.reduce((best, at) => (year(at) > year(best) ? at : best));
  return columns.map((field, at) => (field === 'score' && at !== latest ? 'remark' : field));
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
  const worked = has('responsible') || has('period');
  if (!has('title') && !has('approach') && !has('itemId') && !has('question') && has('methods') && worked)
    columns[columns.indexOf('methods')] = has('indicator') ? 'approach' : 'title';
  if (has('title') && has('approach') && !has('methods')) columns[columns.indexOf('approach')] = 'methods';
  return columns;
}

export function kindOf(columns: Columns, rows: readonly Row[]): Kind {
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
