import { extname } from 'node:path';
import { z } from 'zod';
import { buddhistYearOf, isDay } from '../domain/calendar.ts';
import type { Holiday } from '../domain/event.ts';
import { holiday, year } from '../domain/event-fields.ts';
import type { HolidayYear } from '../domain/holiday-year.ts';
import { readCsv } from '../intake/csv.ts';
import { WrongUse } from './command.ts';
import { readObject, readText, shaped } from './read-json.ts';

const LIKE = 'what "holidays propose" prints';
const source = z.string().trim().min(1).max(300);
/** An empty list would make every holiday a working day. */
const days = z.array(holiday).min(1).max(366);
const list = z.strictObject({ year, source, confirmed: z.boolean(), days });

/**
 * A year's list from a file: JSON as `holidays propose` prints it, or csv of date (YYYY-MM-DD), name and kind.
 *
 * @param from what the list rests on: a csv does not say.
 * @param of the year it must be of; absent = the file says.
 * @throws WrongUse naming what is wrong, and where.
 */
export function readHolidays(path: string, from: string | undefined, of: number | undefined): HolidayYear {
  const isCsv = extname(path).toLowerCase() === '.csv';
  const read = isCsv ? ofCsv(path, from) : { ...readObject(path, LIKE), ...(from ? { source: from } : {}) };
  const known = shaped(read, list, path, LIKE);
  if (of !== undefined && of !== known.year)
    throw new WrongUse(`${path} is the list of ${known.year}, not of ${of}.`);
  return known;
}

/** Of the year its first day lies in; days of another year are refused when it is set. */
function ofCsv(path: string, from: string | undefined): HolidayYear {
  if (from === undefined)
    throw new WrongUse('--source is missing: which announcement is the list taken from?');
  const rows = readCsv(readText(path)).flatMap((block) =>
    block.kind === 'table' ? block.rows : [{ line: block.line, cells: [block.text] }],
  );
  const [first, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const heading = first !== undefined && !/\d/.test(first.cells[0] ?? '');
  const read = (heading || first === undefined ? rest : [first, ...rest]).map(({ line, cells }): Holiday => {
    const [day = '', name = '', kind] = cells;
    if (!isDay(day)) throw new WrongUse(`${path}, line ${line}: "${day}" is no date such as 2026-04-16.`);
    const one = holiday.safeParse({ day, name, kind: kind || 'local' });
    if (!one.success) throw new WrongUse(`${path}, line ${line}: a day needs a name, and one of the kinds.`);
    return one.data;
  });
  const [begin] = read;
  if (begin === undefined) throw new WrongUse(`${path} names no day.`);
  return { year: buddhistYearOf(begin.day), source: from, confirmed: false, days: read };
}
