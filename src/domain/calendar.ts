/**
 * Days, months and fiscal years of a Thai office. The zone is always Asia/Bangkok (UTC+7, no daylight saving since
 * 1920), whatever `TZ` says: a fixed offset is exact and a hundred times cheaper than a time-zone library.
 */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** A local date in Bangkok, `YYYY-MM-DD` (CE). Sorts as text. */
export type Day = string;
/** A calendar month in Bangkok, `YYYY-MM` (CE). Sorts as text. */
export type Month = string;
/** A moment, milliseconds since 1970 UTC. */
export type Instant = number;

const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const ISO = 'YYYY-MM-DD';

export const HOUR_MS = 3_600_000;

/** The Bangkok date of a moment. */
export function dayOf(at: Instant): Day {
  return written(at + OFFSET_MS);
}

/** The Bangkok month of a moment. */
export function monthOf(at: Instant): Month {
  return dayOf(at).slice(0, 7);
}

/** The moment a Bangkok day begins, plus `minutes` after midnight. */
export function instantOf(day: Day, minutes = 0): Instant {
  return dayNumber(day) * DAY_MS - OFFSET_MS + minutes * 60_000;
}

/** Minutes after midnight in Bangkok, 0–1439. */
export function minuteOf(at: Instant): number {
  return Math.floor(((at + OFFSET_MS) % DAY_MS) / 60_000);
}

/** Days since 1970-01-01, for differences and arithmetic. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const [year, month, date] = parts(day);
  return remember(numbers, day, Date.UTC(year, month - 1, date) / DAY_MS);
}

/** The day `days` later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return written((dayNumber(day) + days) * DAY_MS);
}

/** How many days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** Days on which the office is closed though they are no Saturday or Sunday (`holidays.ts` knows those of an office). */
export type DaysOff = ReadonlySet<Day>;

/** Monday to Friday and no day off (`docs/calendar.md` §2). */
export function isWorkingDay(day: Day, off: DaysOff): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !off.has(day);
}

/** The day itself when it is a working day, else the working day before. */
export function workingDayOnOrBefore(day: Day, off: DaysOff): Day {
  let candidate = day;
  while (!isWorkingDay(candidate, off)) candidate = addDays(candidate, -1);
  return candidate;
}

/** The day itself when it is a working day, else the next one. */
export function workingDayOnOrAfter(day: Day, off: DaysOff): Day {
  let candidate = day;
  while (!isWorkingDay(candidate, off)) candidate = addDays(candidate, 1);
  return candidate;
}

/** The working day `count` working days after a day (before, when negative); 0 = the day itself, working or not. */
export function addWorkingDays(day: Day, count: number, off: DaysOff): Day {
  const step = Math.sign(count);
  let candidate = day;
  for (let left = Math.abs(count); left > 0; ) {
    candidate = addDays(candidate, step);
    if (isWorkingDay(candidate, off)) left -= 1;
  }
  return candidate;
}

/** The Buddhist year a day lies in (January to December): holidays are announced by it. */
export function buddhistYearOf(day: Day): number {
  return Number(day.slice(0, 4)) + 543;
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/** The month `months` later (or earlier). */
export function addMonths(month: Month, months: number): Month {
  const [year, number] = parts(`${month}-01`);
  const count = year * 12 + number - 1 + months;
  const inYear = (((count % 12) + 12) % 12) + 1;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String(inYear).padStart(2, '0')}`;
}

/** Every month from `first` to `last`, both included; empty when `last` is earlier. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The fiscal year (BE) that holds a day: 1 October (n−544 CE) to 30 September (n−543 CE), `docs/calendar.md` §1. */
export function fiscalYearOf(day: Day): number {
  const [year, month] = parts(day);
  return year + 543 + (month >= 10 ? 1 : 0);
}

/** First and last day of a fiscal year (BE). */
export function fiscalYearDays(year: number): { readonly start: Day; readonly end: Day } {
  return { start: `${year - 544}-10-01`, end: `${year - 543}-09-30` };
}

/** Year, month and date as numbers. */
export function parts(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** True for a real date written `YYYY-MM-DD`; refuses 2026-02-30. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text).isValid() && dayjs.utc(text).format(ISO) === text
  );
}

/** True for a real month written `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The date of milliseconds counted as if Bangkok were UTC. */
function written(ms: number): Day {
  const number = Math.floor(ms / DAY_MS);
  return days.get(number) ?? remember(days, number, new Date(ms).toISOString().slice(0, 10));
}

/**
 * Days as numbers and back. A month's reminders foreseen ask for the same few hundred days a million times: without this it
 * takes half as long again.
 */
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();
/** Eighty years; a day somebody invents must not fill the memory. */
const MOST = 30_000;

function remember<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= MOST) known.clear();
  known.set(key, value);
  return value;
}
