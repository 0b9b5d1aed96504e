/** Dates and months as officials write them: `ต.ค.๖๓`, `๓๑ มีนาคม ๒๕๖๕`, `31/3/65`, `2022-03-31`. */
import { type Day, fiscalYearOf, isDay, lastDayOf } from '../domain/calendar.ts';
import { arabicDigits } from '../thai/normalise.ts';
import { editDistance } from './compare.ts';

/** A month, perhaps with its day and year, at a place in the text. */
export interface WrittenDate {
  readonly at: number;
  readonly end: number;
  readonly day: number | null;
  readonly month: number;
  /** CE; null when no year stands beside it. */
  readonly year: number | null;
  /** The month as written is no month; this is the only one like it. */
  readonly misspelt: boolean;
}

const FULL = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
];
const SHORT = ['มค', 'กพ', 'มีค', 'เมย', 'พค', 'มิย', 'กค', 'สค', 'กย', 'ตค', 'พย', 'ธค'];

const YEAR = '(?:\\s*(?:พ\\s?\\.?\\s?ศ\\s?\\.?|ค\\.?ศ\\.?|ปี)?\\s*(2[0-6]\\d\\d|[5-9]\\d)(?![\\d.]?\\d))?';
const DAY = '(?:(?<![\\d./])([0-3]?\\d)\\s*(?:เดือน)?\\s*)?';
const MONTH = `(${FULL.join('|')}|(?:มี|เม|มิ|[ก-ฮ])\\s?\\.\\s?[ก-ฮ]\\s?\\.?|(?<![ก-๙])(?:${SHORT.join('|')})(?![ก-๙]))`;
const NAMED = new RegExp(`${DAY}${MONTH}${YEAR}`, 'g');
const NUMERIC =
  /(?<![\d./-])([0-3]?\d)(?:\s?\/\s?|([.-])(?=[01]?\d\2))([01]?\d)(?:\s?\/\s?|[.-])(2[0-6]\d\d|[5-9]\d)(?![\d/])/g;
const ISO = /(?<!\d)(2[0-6]\d\d)-(\d\d)-(\d\d)(?!\d)/g;

/** Every date and month of a text, in order. Positions are those of `plainDigits(text)`. */
export function writtenDates(text: string): WrittenDate[] {
  const plain = plainDigits(text);
  const found: WrittenDate[] = [];
  for (const match of plain.matchAll(NAMED)) {
    const named = monthNamed(match[2] ?? '');
    if (named === null) continue;
    const year = match[3] === undefined ? null : ceYear(Number(match[3]));
    if (named.misspelt && year === null) continue;
    const day = match[1] === undefined ? null : Number(match[1]);
    found.push({ at: match.index, end: match.index + match[0].trimEnd().length, day, year, ...named });
  }
  for (const match of plain.matchAll(NUMERIC)) {
    const [day, month, year] = [Number(match[1]), Number(match[3]), ceYear(Number(match[4]))];
    if (month < 1 || month > 12) continue;
    found.push({ at: match.index, end: match.index + match[0].length, day, month, year, misspelt: false });
  }
  for (const match of plain.matchAll(ISO)) {
    const [year, month, day] = [ceYear(Number(match[1])), Number(match[2]), Number(match[3])];
    found.push({ at: match.index, end: match.index + match[0].length, day, month, year, misspelt: false });
  }
  return [...found, ...misspeltMonths(plain, found)].sort((a, b) => a.at - b.at);
}

/** Words before a year that are nearly one month's full name, where nothing was read yet. */
function misspeltMonths(plain: string, found: readonly WrittenDate[]): WrittenDate[] {
  const near: WrittenDate[] = [];
  for (const match of plain.matchAll(/([ก-\u0E4E]{5,30})\s*(?:พ\.?ศ\.?)?\s*(2[45]\d\d|[5-9]\d)(?!\d)/g)) {
    const [whole, word = '', year] = match;
    const end = match.index + whole.length;
    if (found.some((date) => date.at < end && date.end > match.index)) continue;
    const like = FULL.flatMap((name, at) => (endsNearly(word, name) ? [at + 1] : []));
    const [month] = like;
    if (month === undefined || like.length > 1) continue;
    near.push({ at: match.index, end, day: null, month, year: ceYear(Number(year)), misspelt: true });
  }
  return near;
}

function endsNearly(word: string, name: string): boolean {
  const limit = name.length > 7 ? 2 : 1;
  return [-1, 0, 1].some((more) => {
    const tail = word.slice(-(name.length + more));
    return tail.length >= name.length - limit && editDistance(tail, name, limit) <= limit;
  });
}

/** The same length as the text, digits 0–9. */
export function plainDigits(text: string): string {
  return arabicDigits(text);
}

/** 64 and 2564 are 2021; 2021 is itself. */
export function ceYear(written: number): number {
  if (written < 100) return written + 2500 - 543;
  return written >= 2400 ? written - 543 : written;
}

/** The first day a date can mean; null for a day that does not exist (31 April). */
export function firstDay(year: number, month: number, day: number | null): Day | null {
  const written = `${year}-${two(month)}-${two(day ?? 1)}`;
  return isDay(written) ? written : null;
}

/** The last day a date can mean: of a month its last. */
export function lastDay(year: number, month: number, day: number | null): Day | null {
  return day === null ? lastDayOf(`${year}-${two(month)}`) : firstDay(year, month, day);
}

/** The year (CE) of a month of a fiscal year (BE): October to December lie in the year before. */
export function yearInFiscal(month: number, fiscalYear: number): number {
  return month >= 10 ? fiscalYear - 544 : fiscalYear - 543;
}

/** The fiscal year (BE) of a written month with its year. */
export function fiscalYearOfMonth(month: number, year: number): number {
  return fiscalYearOf(`${year}-${two(month)}-01`);
}

export const two = (value: number) => String(value).padStart(2, '0');

function monthNamed(word: string): { month: number; misspelt: boolean } | null {
  const full = FULL.indexOf(word);
  if (full >= 0) return { month: full + 1, misspelt: false };
  const letters = word.replace(/[\s.]/g, '');
  const short = SHORT.indexOf(letters);
  if (short >= 0) return { month: short + 1, misspelt: false };
  // พ.ศ. and its kin are eras and offices, not months.
  if (/^(?:พศ|คศ|อบ|ปป|นส|รพ|ทต|กก|พร)$/.test(letters)) return null;
  const like = SHORT.flatMap((known, at) => (sameButOne(known, letters) ? [at + 1] : []));
  return like.length === 1 && like[0] !== undefined ? { month: like[0], misspelt: true } : null;
}

function sameButOne(known: string, read: string): boolean {
  if (known.length !== read.length || known[0] !== read[0]) return false;
  return [...known].filter((letter, at) => letter !== read[at]).length === 1;
}
