/** A span of days as people write it: `1-15 มี.ค. 2569`, `ตั้งแต่วันที่ 28 ก.พ. ถึง 3 มี.ค. 69`, `5 มีนาคม 2569`, `เดือนมีนาคม`. */
import { type Day, fiscalYearOf, isDay, lastDayOf } from '../domain/calendar.ts';
import { ceYear } from './date.ts';
import { type DateSaid, resolveDate } from './date-said.ts';
import { addDateWords, joinDates } from './find-dates.ts';
import { Lexicon, tokensOf } from './lexicon.ts';
import { normalise } from './normalise.ts';

/** From one day to another, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly until: Day;
}

const WORDS = new Lexicon();
addDateWords(WORDS);

const OPENING = /^(?:ตั้งแต่|ระหว่าง|ใน|ช่วง)\s*/;
const DIVIDES = /\s*(?:จนถึง|ถึง|[-–—~])\s*/;
const BARE_DAY = /^(?:วันที่)?\s*(\d{1,2})$/;

/**
 * The span a text says and nothing else; null when it is not clear. What one end leaves out, the other says: `1-15 มี.ค.` is
 * of one month. A year that is not said is the next in which the last day lies.
 */
export function daySpan(text: string, today: Day): DaySpan | null {
  const said = normalise(text).replace(OPENING, '');
  const [first = '', last, ...more] = said.split(DIVIDES);
  if (more.length > 0) return null;
  if (last === undefined) return OPENING.test(normalise(text)) ? null : oneDate(first, today);
  const until = dayIn(last, today) ?? dayBeside(last, dayIn(first, today));
  if (until === null) return null;
  const from = dayBeside(first, until) ?? dayUpTo(first, until, today);
  return from === null ? null : { from, until };
}

function oneDate(text: string, today: Day): DaySpan | null {
  const said = dateIn(text);
  if (said?.kind !== 'month') {
    const day = dayIn(text, today);
    return day === null ? null : { from: day, until: day };
  }
  const { month } = resolveDate(said, today, fiscalYearOf(today), 'question');
  return month === null ? null : { from: `${month}-01`, until: lastDayOf(month) };
}

/** A number alone is a day of the month the other end names. */
function dayBeside(text: string, other: Day | null): Day | null {
  const number = BARE_DAY.exec(text)?.[1];
  if (number === undefined || other === null) return null;
  const day = `${other.slice(0, 8)}${number.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

/** A day and month without a year is the last such day up to the end. */
function dayUpTo(text: string, until: Day, today: Day): Day | null {
  const said = dateIn(text);
  if (said?.kind !== 'date' || said.month === null) return dayIn(text, today);
  const year = said.year === null ? Number(until.slice(0, 4)) : ceYear(said.year);
  const two = (value: number) => String(value).padStart(2, '0');
  const on = (of: number) => `${of}-${two(said.month ?? 0)}-${two(said.day)}`;
  const day = said.year === null && on(year) > until ? on(year - 1) : on(year);
  return isDay(day) ? day : null;
}

function dayIn(text: string, today: Day): Day | null {
  if (BARE_DAY.test(text)) return null;
  const said = dateIn(text);
  return said === null ? null : resolveDate(said, today, fiscalYearOf(today), 'deadline').day;
}

/** The only thing the text says. */
function dateIn(text: string): DateSaid | null {
  const [only, ...others] = joinDates(tokensOf(text, [WORDS]));
  return only?.field === 'date' && others.length === 0 ? (only.value as DateSaid) : null;
}
