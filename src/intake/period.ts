/** The period of a measure, from every form plans use (`docs/calendar.md` §1). What is not clear is left open. */
import { type Day, fiscalYearDays } from '../domain/calendar.ts';
import type { Why } from './finding.ts';
import {
  ceYear,
  firstDay,
  lastDay,
  plainDigits,
  type WrittenDate,
  writtenDates,
  yearInFiscal,
} from './written-date.ts';

export interface ReadPeriod {
  readonly start: Day | null;
  readonly end: Day | null;
  readonly doubts: readonly { readonly why: Why; readonly maybe: string | null }[];
}

const RANGE = /[-–—~]|ถึง|จนถึง|สิ้นสุด/;
const BY = /ภายใน|ไม่เกิน|ก่อน|สิ้นเดือน|สิ้นสุด/;
const FROM = /^(?:ตั้งแต่|เริ่ม)/;

/** `fiscalYear` (BE) is the plan's, where it is known: it gives the year to months written without one. */
export function readPeriod(cell: string, fiscalYear: number | null): ReadPeriod {
  const text = plainDigits(cell).replace(/\s+/g, ' ').trim();
  if (text === '' || /^[-–—.]+$/.test(text)) return period(null, null);
  const dates = writtenDates(text);
  if (dates.length === 0) return withoutMonths(text, fiscalYear);
  if (dates.length > 2) return unclear('unclear-period', null);
  const [first, last] = dates;
  if (first === undefined) return unclear('unclear-period', null);
  const misspelt = dates.some((date) => date.misspelt);
  const read = last === undefined ? one(text, first, fiscalYear) : range(text, first, last, fiscalYear);
  if (!misspelt) return read;
  const maybe = read.doubts.length > 0 ? null : `${read.start ?? '?'} – ${read.end ?? '?'}`;
  return { ...read, doubts: [...read.doubts, { why: 'misspelt-month', maybe }] };
}

/** A cell that is a period and little else. */
export function looksLikePeriod(cell: string): boolean {
  if (cell.length > 60) return false;
  const { start, end } = readPeriod(cell, 2564);
  return start !== null || end !== null;
}

function one(text: string, date: WrittenDate, fiscalYear: number | null): ReadPeriod {
  const year = yearOf(date, fiscalYear);
  if (year === null) return unclear('no-year', null);
  const before = text.slice(0, date.at);
  // 5 - 19 ก.ค. 64: month and year belong to both days.
  const from = date.day === null ? null : /(?:^|\D)([0-3]?\d)\s*(?:[-–—]|ถึง)\s*$/.exec(before)?.[1];
  if (from != null)
    return ordered(firstDay(year, date.month, Number(from)), lastDay(year, date.month, date.day));
  if (hasStrayDigits(text, [date]) || hasOtherSide(before, text.slice(date.end)))
    return unclear('unclear-period', null);
  const end = lastDay(year, date.month, date.day);
  const start = firstDay(year, date.month, date.day);
  if (end === null || start === null) return unclear('impossible-date', null);
  if (FROM.test(text)) return period(start, null);
  if (date.day !== null || BY.test(before)) return period(null, end);
  return period(start, end);
}

/** Figures that belong to no date read and count no months: what is left of a damaged year or day. */
function hasStrayDigits(text: string, dates: readonly WrittenDate[]): boolean {
  let rest = text;
  for (const { at, end } of [...dates].reverse()) rest = `${rest.slice(0, at)} ${rest.slice(end)}`;
  return /\d/.test(rest.replace(/\d+\s*(?:เดือน|วัน|สัปดาห์|ครั้ง|ไตรมาส|รอบ)/g, ''));
}

/** A range of which one side could not be read: the other alone would be another period. */
function hasOtherSide(before: string, after: string): boolean {
  return (
    /[ก-๙\d]{2}[^-–—~]*(?:[-–—~]|(?<!จน)ถึง)/.test(before) ||
    /^[^-–—~]{0,6}(?:[-–—~]|ถึง).*[ก-๙\d]{2}/.test(after)
  );
}

function range(text: string, first: WrittenDate, last: WrittenDate, fiscalYear: number | null): ReadPeriod {
  if (!RANGE.test(text.slice(first.end, last.at)) || hasStrayDigits(text, [first, last]))
    return unclear('unclear-period', null);
  const lastYear = last.year ?? yearOfLast(first, last, fiscalYear);
  if (lastYear === null) return unclear('no-year', null);
  const sameYear = first.month <= last.month;
  const firstYear = first.year ?? (sameYear ? lastYear : lastYear - 1);
  const start = firstDay(firstYear, first.month, first.day);
  const end = lastDay(lastYear, last.month, last.day);
  if (start === null || end === null) return unclear('impossible-date', null);
  return ordered(start, end);
}

/** The year of the second month, when only the first has one or none has. */
function yearOfLast(first: WrittenDate, last: WrittenDate, fiscalYear: number | null): number | null {
  if (first.year !== null) return first.month <= last.month ? first.year : first.year + 1;
  return fiscalYear === null ? null : yearInFiscal(last.month, fiscalYear);
}

function yearOf(date: WrittenDate, fiscalYear: number | null): number | null {
  if (date.year !== null) return date.year;
  return fiscalYear === null ? null : yearInFiscal(date.month, fiscalYear);
}

function ordered(start: Day | null, end: Day | null): ReadPeriod {
  if (start === null || end === null) return unclear('impossible-date', null);
  if (end < start) return unclear('ends-before-start', null);
  return period(start, end);
}

const FISCAL =
  /ปีงบ(?:ประมาณ)?\s*(?:ปี)?\s*(?:พ\s?\.?\s?ศ\s?\.?)?\s*(2[0-6]\d\d|[5-9]\d)(?!\d)(?:\s*(?:[-–—]|ถึง)\s*(?:พ\.ศ\.)?\s*(2[0-6]\d\d|[5-9]\d)(?!\d))?/;

function withoutMonths(text: string, fiscalYear: number | null): ReadPeriod {
  const named = FISCAL.exec(text);
  const year = named === null ? fiscalYear : 543 + ceYear(Number(named[1]));
  if (text.includes('ไตรมาส')) return inQuarters(text.replace(named?.[0] ?? '', ' '), year);
  const half = halfOf(text);
  if (half !== null) return inMonths(half, year);
  if (named !== null && year !== null) {
    const until = named[2] === undefined ? year : 543 + ceYear(Number(named[2]));
    const [start, end] = [fiscalYearDays(year).start, fiscalYearDays(until).end];
    return BY.test(text) ? period(null, end) : ordered(start, end);
  }
  if (/ปีงบ(?:ประมาณ)?|ตลอด(?:ทั้ง)?ปี|ทั้งปี/.test(text) && !/\d/.test(text)) {
    if (year === null) return unclear('no-year', null);
    const { start, end } = fiscalYearDays(year);
    return BY.test(text) ? period(null, end) : period(start, end);
  }
  if (/^(?:ระยะเวลา|ภายใน)?\s*\d{1,2}\s*(?:เดือน|วัน|สัปดาห์|ปี)$/.test(text)) return unclear('no-start', null);
  const bare = /^(?:ภายใน)?\s*(?:ปี)?\s*(?:พ\.?ศ\.?)?\s*(2[45]\d\d)$/.exec(text)?.[1];
  if (bare !== undefined) return unclear('unclear-period', `ปีงบประมาณ ${bare}`);
  return unclear('unclear-period', null);
}

/** `ไตรมาส 1`, `ไตรมาสที่ 1 - 3`, `ไตรมาส 1/69 - 2/69`; any other number in the text makes it unclear. */
function inQuarters(text: string, year: number | null): ReadPeriod {
  const years = new Set<number>();
  const bare = text.replace(
    /([1-4])\s*\/\s*(2[0-6]\d\d|[5-9]\d)(?!\d)/g,
    (_all, quarter: string, written: string) => {
      years.add(543 + ceYear(Number(written)));
      return quarter;
    },
  );
  const [own = year] = years;
  const named = [...bare.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  if (years.size > 1 || named.length === 0 || named.some((n) => n < 1 || n > 4))
    return unclear('unclear-period', null);
  if (own === null) return unclear('no-year', null);
  const [first, last] = [Math.min(...named), Math.max(...named)];
  const isRange = /[-–—]|ถึง/.test(bare) || new Set(named).size === last - first + 1;
  return isRange ? inMonths([(first - 1) * 3, last * 3 - 1], own) : unclear('unclear-period', null);
}

/** First and last month of a fiscal year (BE), counted from 0 = October. */
export function inMonths([first, last]: readonly [number, number], year: number | null): ReadPeriod {
  if (year === null) return unclear('no-year', null);
  const month = (count: number) => ((count + 9) % 12) + 1;
  const [from, to] = [month(first), month(last)];
  return ordered(firstDay(yearInFiscal(from, year), from, null), lastDay(yearInFiscal(to, year), to, null));
}

/** `รอบ 6 เดือนแรก`, `ครึ่งปีหลัง`, `รอบ 12 เดือน`; a bare `6 เดือน` is a length, not a half. */
function halfOf(text: string): readonly [number, number] | null {
  if (/(?:6|หก)\s*เดือน\s*แรก|ครึ่งปีแรก|รอบ\s*(?:6|หก)\s*เดือน(?!\s*หลัง)|รอบที่\s*1/.test(text)) return [0, 5];
  if (/(?:6|หก)\s*เดือน\s*หลัง|ครึ่งปีหลัง|รอบที่\s*2/.test(text)) return [6, 11];
  if (/รอบ\s*12\s*เดือน/.test(text)) return [0, 11];
  if (/รอบ\s*9\s*เดือน/.test(text)) return [0, 8];
  return null;
}

function period(start: Day | null, end: Day | null): ReadPeriod {
  return { start, end, doubts: [] };
}

function unclear(why: Why, maybe: string | null): ReadPeriod {
  return { start: null, end: null, doubts: [{ why, maybe }] };
}
