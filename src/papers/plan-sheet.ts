/**
 * A plan as sheets, in the shape offices keep theirs: for the official's own work, and to come back with `import`. A cell
 * is what the plan says in its own words; where it has none, words the reader of documents understands.
 */
import type { Agency, Item } from '../domain/agency.ts';
import { INDICATORS, indicatorOf } from '../domain/assessment.ts';
import { codeOf, itemsOf, statusOf } from '../domain/item.ts';
import { divisionName, EVERYBODY, isEverybodys, statusWords } from './words.ts';
import {
  followUpWords,
  indicatorWords,
  instrumentWords,
  MEASURES,
  O_ITEMS,
  periodWords,
  SCORES,
  scoresTitle,
  totalWords,
  yearTitle,
} from './words-workbook.ts';

/** A text stays a text whatever it begins with; numbers are for counting and scores. */
export type SheetCell = string | number;

export interface Column {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly centred?: boolean;
}

export interface PlanSheet {
  readonly name: string;
  /** Lines over the table, each across all columns; the first is its title. */
  readonly above: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** The plan of a year as it stands: measures, O-items, and the result it answers. A sheet with no row is left out. */
export function planSheets(agency: Agency, year: number): PlanSheet[] {
  const items = itemsOf(agency, year);
  const measures = items.filter(({ kind }) => kind === 'measure');
  const oItems = items.filter(({ kind }) => kind === 'oit');
  const sheets = [
    measuresSheet(agency, year, measures),
    oItemsSheet(agency, oItems),
    scoresSheet(agency, year),
  ];
  return sheets
    .filter((sheet, at) => at === 0 || (sheet !== null && sheet.rows.length > 0))
    .flatMap((sheet) => sheet ?? []);
}

const MEASURE_WIDTHS = [7, 34, 44, 20, 22, 28, 24, 16];
const O_ITEM_WIDTHS = [7, 70, 30, 24];
const SCORE_WIDTHS = [60, 14];

function measuresSheet(agency: Agency, year: number, measures: readonly Item[]): PlanSheet {
  const title = agency.plans[year]?.title ?? null;
  return {
    name: MEASURES.sheet,
    above: [...(title === null ? [] : [title]), yearTitle(year), agency.profile?.name ?? ''].filter(
      (line) => line !== '',
    ),
    columns: columnsOf(MEASURES.header, MEASURE_WIDTHS),
    rows: measures.map((item) => [
      item.number,
      item.title,
      listWords(item.methods),
      ownersWords(agency, item),
      periodWords(item.period),
      followUpWords(item.followUp),
      item.indicators.map(nameOfIndicator).join('\n'),
      statusWords(statusOf(item)),
    ]),
  };
}

function oItemsSheet(agency: Agency, oItems: readonly Item[]): PlanSheet {
  return {
    name: O_ITEMS.sheet,
    above: [O_ITEMS.title],
    columns: columnsOf(O_ITEMS.header, O_ITEM_WIDTHS),
    rows: oItems.map((item) => [
      codeOf(item),
      item.title,
      ownersWords(agency, item),
      statusWords(statusOf(item)),
    ]),
  };
}

/** The result of the year before, which the plan answers. Finer scores stay where they are kept. */
function scoresSheet(agency: Agency, year: number): PlanSheet | null {
  const result = agency.assessments[year - 1];
  if (result === undefined) return null;
  const { total, level, instruments, indicators } = result;
  const stated = (['iit', 'eit', 'oit'] as const).flatMap((instrument) => {
    const score = instruments[instrument];
    return score === null ? [] : [instrumentWords(instrument, score)];
  });
  return {
    name: SCORES.sheet,
    above: [scoresTitle(result.year), totalWords(total, level), ...stated],
    columns: columnsOf(SCORES.header, SCORE_WIDTHS),
    rows: INDICATORS.flatMap(({ number, name }) => {
      const score = indicators.find((one) => one.number === number)?.score;
      return score === undefined ? [] : [[indicatorWords(number, name), score]];
    }),
  };
}

function columnsOf(headers: readonly string[], widths: readonly number[]): Column[] {
  return headers.map((header, at) => ({ header, width: widths[at] ?? 20, centred: (widths[at] ?? 20) < 10 }));
}

/**
 * One by one on lines of their own, numbered even when it is only one: a dash in its text makes no list then. Only one that
 * counts something itself stands as it is.
 */
function listWords(methods: readonly string[]): string {
  const written = methods.filter((method) => method.trim() !== '');
  const [only] = written;
  if (only !== undefined && written.length === 1 && /[\d๐-๙]\s?[.)](?![\d๐-๙])/.test(only)) return only;
  return written.map((method, at) => `${at + 1}. ${method}`).join('\n');
}

function ownersWords(agency: Agency, { divisions }: Item): string {
  if (isEverybodys(agency, divisions)) return EVERYBODY;
  return divisions.map((code) => divisionName(agency, code)).join('\n');
}

function nameOfIndicator(number: number): string {
  return indicatorWords(number, indicatorOf(number)?.name ?? '');
}
