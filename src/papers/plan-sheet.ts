/**
 * A plan as sheets, in the shape offices keep theirs: for the official's own work, and to come back with `import`. A cell
 * is what the plan says in its own words; where it has none, words the reader of documents understands.
 */
import type { Agency, Item } from '../domain/agency.ts';
import { indicatorOf } from '../domain/assessment.ts';
import { codeOf, itemsOf, statusOf } from '../domain/item.ts';
import { scoreSheets } from './score-sheet.ts';
import { divisionName, EVERYBODY, isEverybodys, statusWords } from './words.ts';
import {
  followUpWords,
  indicatorWords,
  MEASURES,
  O_ITEMS,
  periodWords,
  yearTitle,
} from './words-workbook.ts';
import { columnsOf, type Worksheet } from './worksheet.ts';

/**
 * The plan of a year as it stands: measures, O-items, and the result of the year before, which it answers. A sheet that
 * would be empty is left out.
 */
export function planSheets(agency: Agency, year: number): Worksheet[] {
  const items = itemsOf(agency, year);
  const measures = items.filter(({ kind }) => kind === 'measure');
  const oItems = items.filter(({ kind }) => kind === 'oit');
  const result = agency.assessments[year - 1];
  const others = [oItemsSheet(agency, oItems), ...(result === undefined ? [] : scoreSheets(result))];
  return [
    measuresSheet(agency, year, measures),
    ...others.filter(({ above, rows }) => rows.length > 0 || above.length > 1),
  ];
}

const MEASURE_WIDTHS = [7, 34, 44, 20, 22, 28, 24, 16];
const O_ITEM_WIDTHS = [7, 70, 30, 24];

function measuresSheet(agency: Agency, year: number, measures: readonly Item[]): Worksheet {
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

function oItemsSheet(agency: Agency, oItems: readonly Item[]): Worksheet {
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
