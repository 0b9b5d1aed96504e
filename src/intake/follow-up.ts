/** When progress is to be reported: at each month's meeting, in named months, or on a day. */
import type { Day, Month } from '../domain/calendar.ts';
import type { Why } from './finding.ts';
import { firstDay, plainDigits, two, type WrittenDate, writtenDates } from './written-date.ts';

export interface ReadFollowUp {
  readonly cadence: 'monthly' | 'named-months' | 'date' | null;
  readonly dueDate: Day | null;
  readonly reportMonths: readonly Month[];
  readonly doubt: Why | null;
  readonly maybe: string | null;
}

const EVERY_MONTH =
  /ทุก\s*ๆ?\s*(?:1\s*)?เดือน|ทุกสิ้นเดือน|ราย\s*เดือน|เดือนละ|ทุกวันที่\s*\d+\s*ของ|ประจำ\s*(?:ทุก\s*)?เดือน/;
const ROUNDS =
  /ราย\s*ไตรมาส|ทุก\s*ไตรมาส|(?:รอบ|ราย|ทุก)\s*ๆ?\s*(?:3|6|9|12)\s*เดือน|ปีละ|ครึ่งปี|สิ้นปี|ไตรมาส|ครั้ง\/ปี/;
const RANGE = /[-–—~]|ถึง/;

/** Only what is written: a round (`รอบ 6 เดือน`) names no month, so it stays open. */
export function readFollowUp(cell: string): ReadFollowUp {
  const text = plainDigits(cell).replace(/\s+/g, ' ').trim();
  if (text === '' || /^[-–—.]+$/.test(text)) return nothing(null);
  const dates = withYears(writtenDates(text));
  if (dates.length === 0) {
    if (EVERY_MONTH.test(text)) return { ...nothing(null), cadence: 'monthly' };
    return nothing('unclear-follow-up', ROUNDS.test(text) ? 'named-months' : null);
  }
  const [first] = dates;
  if (dates.length === 2 && isRange(text, dates)) return nothing('unclear-follow-up', 'monthly');
  if (dates.some(({ year }) => year === null)) return { ...nothing('no-year'), cadence: 'named-months' };
  const misspelt = dates.some((date) => date.misspelt);
  const doubt: Why | null = leavesYear(text, dates)
    ? 'unclear-follow-up'
    : misspelt
      ? 'misspelt-month'
      : null;
  const reportMonths = [...new Set(dates.map(({ year, month }) => `${year}-${two(month)}`))];
  if (dates.length === 1 && first !== undefined && first.year !== null && first.day !== null) {
    const dueDate = firstDay(first.year, first.month, first.day);
    if (dueDate === null) return nothing('impossible-date');
    return { cadence: 'date', dueDate, reportMonths, doubt, maybe: null };
  }
  return { cadence: 'named-months', dueDate: null, reportMonths, doubt, maybe: null };
}

/** A year stands beside no month that was read: one more month is meant. */
function leavesYear(text: string, dates: readonly WrittenDate[]): boolean {
  const years = [...text.matchAll(/(?<!\d)25\d\d(?!\d)/g)].map(({ index }) => index);
  return years.some((at) => !dates.some((date) => date.at <= at && at < date.end));
}

function isRange(text: string, [first, last]: readonly WrittenDate[]): boolean {
  return first !== undefined && last !== undefined && RANGE.test(text.slice(first.end, last.at));
}

/** `เมษายน และ กันยายน 2564`: a year that stands once, at the end, belongs to the earlier months of that year too. */
function withYears(dates: readonly WrittenDate[]): WrittenDate[] {
  const filled: WrittenDate[] = [];
  let next: WrittenDate | null = null;
  for (const date of [...dates].reverse()) {
    const shared: number | null =
      next !== null && next.year !== null && date.month < next.month ? next.year : null;
    const whole: WrittenDate = { ...date, year: date.year ?? shared };
    filled.unshift(whole);
    next = whole;
  }
  return filled;
}

function nothing(doubt: Why | null, maybe: string | null = null): ReadFollowUp {
  return { cadence: null, dueDate: null, reportMonths: [], doubt, maybe };
}
