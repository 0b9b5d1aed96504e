/** What was said of a date, and the day or month it comes to (`docs/understanding.md` §10). */
import {
  addDays,
  addMonths,
  type Day,
  fiscalYearDays,
  isDay,
  lastDayOf,
  type Month,
  parts,
  weekdayOf,
} from '../domain/calendar.ts';
import { ceYear } from './date.ts';

/** A date as it was said; null parts were not. */
export type DateSaid =
  | {
      readonly kind: 'date';
      readonly day: number;
      readonly month: number | null;
      readonly year: number | null;
    }
  /** `วันที่ 5 เดือนหน้า` */
  | { readonly kind: 'day-of-month'; readonly day: number; readonly offset: number }
  | { readonly kind: 'month'; readonly month: number; readonly year: number | null }
  | { readonly kind: 'month-from-now'; readonly offset: number }
  | ({ readonly kind: 'month-part'; readonly part: Part } & (
      | { readonly month: number; readonly year: number | null; readonly offset?: undefined }
      | { readonly offset: number; readonly month?: undefined; readonly year?: undefined }
    ))
  | { readonly kind: 'week'; readonly offset: number; readonly part: Part | null }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: 'this' | 'next' | 'coming' }
  | { readonly kind: 'relative'; readonly days: number; readonly partOfDay: boolean }
  /** `อีก 3 วัน`; bare: `5 วัน`, which is a length of time unless something is put off by it. */
  | { readonly kind: 'after'; readonly days: number; readonly months: number; readonly bare: boolean }
  | { readonly kind: 'quarter'; readonly number: number | null; readonly offset: number }
  | { readonly kind: 'fiscal-end'; readonly year: number | null }
  | { readonly kind: 'year-end' }
  /** A time no calendar knows: `หลังสงกรานต์`. */
  | { readonly kind: 'event' };

type Part = 'begin' | 'middle' | 'end';

/** Whether a part of a date was said, follows from the day it was said on, or is open. */
export type Certainty = 'certain' | 'implied' | 'unknown';

/** A calendar date found out. A month as a whole has no day. */
export interface DateMeant {
  readonly day: Day | null;
  readonly month: Month | null;
  readonly certainty: { readonly day: Certainty; readonly month: Certainty; readonly year: Certainty };
}

/**
 * What the date is for: a deadline and a reminder look forward; a question asks for a range, of which the last day counts
 * (whole months stay months); a summary looks back.
 */
export type Purpose = 'deadline' | 'reminder' | 'question' | 'summary';

const CERTAIN = { day: 'certain', month: 'certain', year: 'certain' } as const;
const NOTHING: DateMeant = {
  day: null,
  month: null,
  certainty: { day: 'unknown', month: 'unknown', year: 'unknown' },
};

/** The day or month a date comes to; neither when it is an event, or does not exist (30 February). */
export function resolveDate(said: DateSaid, today: Day, fiscal: number, purpose: Purpose): DateMeant {
  switch (said.kind) {
    case 'date':
      return dated(said, today, purpose);
    case 'day-of-month':
      return onDay(`${addMonths(monthOf(today), said.offset)}-${two(said.day)}`, 'certain');
    case 'month': {
      const month = monthMeant(said.month, said.year, today, purpose);
      return wholeMonth(month, said.year === null ? 'implied' : 'certain', purpose);
    }
    case 'month-from-now':
      return wholeMonth(addMonths(monthOf(today), said.offset), 'certain', purpose);
    case 'month-part':
      return partOfMonth(said, today, purpose);
    case 'week':
      return onDay(addDays(mondayOf(today), 7 * said.offset + dayOfWeekMeant(said.part, purpose)), 'certain');
    case 'weekday':
      return onDay(weekdayMeant(said, today), 'implied');
    case 'relative':
      return onDay(addDays(today, said.days), 'certain');
    case 'after': {
      if (said.months === 0) return onDay(addDays(today, said.days), 'certain');
      return onDay(sameDay(today, addMonths(monthOf(today), said.months)), 'certain');
    }
    case 'quarter':
      return onDay(quarterEnd(said.number, said.offset, today, fiscal), 'certain');
    case 'fiscal-end': {
      const year = said.year === null ? fiscal : ceYear(said.year) + 543;
      return onDay(fiscalYearDays(year).end, said.year === null ? 'implied' : 'certain');
    }
    case 'year-end':
      return onDay(`${today.slice(0, 4)}-12-31`, 'certain');
    case 'event':
      return NOTHING;
  }
}

const two = (value: number) => String(value).padStart(2, '0');
const monthOf = (day: Day): Month => day.slice(0, 7);

function onDay(day: Day, year: Certainty): DateMeant {
  return isDay(day) ? { day, month: null, certainty: { ...CERTAIN, year } } : NOTHING;
}

function dated(said: DateSaid & { kind: 'date' }, today: Day, purpose: Purpose): DateMeant {
  const { day, month, year } = said;
  if (month === null) {
    const [, , date] = parts(today);
    const offset = purpose === 'summary' ? (day <= date ? 0 : -1) : day >= date ? 0 : 1;
    // The 31st of a month that has none is in the next one that does.
    for (const more of [0, 1, 2]) {
      const found = `${addMonths(monthOf(today), offset + more)}-${two(day)}`;
      if (isDay(found))
        return { day: found, month: null, certainty: { day: 'certain', month: 'implied', year: 'implied' } };
    }
    return NOTHING;
  }
  if (year !== null) return onDay(`${ceYear(year)}-${two(month)}-${two(day)}`, 'certain');
  const thisYear = Number(today.slice(0, 4));
  // Eight years hold a 29 February wherever they begin.
  for (let more = 0; more <= 8; more += 1) {
    const found = `${purpose === 'summary' ? thisYear - more : thisYear + more}-${two(month)}-${two(day)}`;
    const isRight = purpose === 'summary' ? found <= today : found >= today;
    if (isRight && isDay(found)) return onDay(found, 'implied');
  }
  return NOTHING;
}

/** A month without a year: the next one, this month included; looking back, the latest one. */
function monthMeant(month: number, year: number | null, today: Day, purpose: Purpose): Month {
  if (year !== null) return `${ceYear(year)}-${two(month)}`;
  const sameYear = `${today.slice(0, 4)}-${two(month)}`;
  const now = monthOf(today);
  if (purpose === 'summary') return sameYear <= now ? sameYear : addMonths(sameYear, -12);
  return sameYear >= now ? sameYear : addMonths(sameYear, 12);
}

function wholeMonth(month: Month, year: Certainty, purpose: Purpose): DateMeant {
  if (purpose === 'deadline') return onDay(lastDayOf(month), year);
  if (purpose === 'reminder') return onDay(`${month}-01`, year);
  return { day: null, month, certainty: { day: 'unknown', month: 'certain', year } };
}

const MIDDLE = 15;
const BEGIN = 5;

function partOfMonth(said: DateSaid & { kind: 'month-part' }, today: Day, purpose: Purpose): DateMeant {
  const month =
    said.offset === undefined
      ? monthMeant(said.month, said.year, today, purpose)
      : addMonths(monthOf(today), said.offset);
  const year = said.offset === undefined && said.year === null ? 'implied' : 'certain';
  const day =
    said.part === 'end' ? lastDayOf(month) : `${month}-${two(said.part === 'middle' ? MIDDLE : BEGIN)}`;
  // กลางเดือน and ต้นเดือน without a month, once past, are the next ones.
  const isPast = said.offset === 0 && day < today && purpose !== 'summary' && said.part !== 'end';
  return onDay(isPast ? `${addMonths(month, 1)}${day.slice(7)}` : day, year);
}

const FRIDAY = 4;
const SUNDAY = 6;

/** Days after Monday: a deadline is the Friday, a question's range ends on Sunday, a reminder comes on Monday. */
function dayOfWeekMeant(part: Part | null, purpose: Purpose): number {
  if (part !== null) return part === 'end' ? FRIDAY : part === 'middle' ? 2 : 0;
  return purpose === 'reminder' ? 0 : purpose === 'deadline' ? FRIDAY : SUNDAY;
}

/** Weeks run from Monday to Sunday. */
function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

function weekdayMeant(said: DateSaid & { kind: 'weekday' }, today: Day): Day {
  const inWeek = (said.weekday + 6) % 7;
  if (said.which === 'next') return addDays(mondayOf(today), 7 + inWeek);
  if (said.which === 'this') return addDays(mondayOf(today), inWeek);
  const ahead = (said.weekday - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

/** The same day of another month, cut to its end. */
function sameDay(today: Day, month: Month): Day {
  const wanted = `${month}${today.slice(7)}`;
  const last = lastDayOf(month);
  return wanted < last ? wanted : last;
}

/** The last day of a fiscal quarter: Q1 is October to December. */
function quarterEnd(number: number | null, offset: number, today: Day, fiscal: number): Day {
  if (number !== null) return lastDayOf(addMonths(`${fiscal - 544}-12`, 3 * (number - 1)));
  const [year, month] = parts(today);
  return lastDayOf(addMonths(`${year}-${two(Math.ceil(month / 3) * 3)}`, 3 * offset));
}
