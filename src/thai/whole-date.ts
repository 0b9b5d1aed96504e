/** Texts that are one date and nothing else, for what is set by typing: such a date is taken as it is said, never guessed. */
import { type Day, fiscalYearOf, isDay, weekdayOf } from '../domain/calendar.ts';
import { type DateSaid, resolveDate } from './date-said.ts';
import { addDateWords, joinDates } from './find-dates.ts';
import { Lexicon, type Token, tokensOf } from './lexicon.ts';

export type WholeDate =
  | { readonly kind: 'day'; readonly day: Day }
  /** Day and month without a year: it may be either of these. */
  | { readonly kind: 'which-year'; readonly days: readonly Day[] };

const DATES = new Lexicon();
addDateWords(DATES);
DATES.add('ที่', { field: 'thi' });

/** From one day to another: that is two dates. `15-03-2569` is one. */
const SPAN = /\d ?(?:[-–—~]|ถึง) ?\d{1,2} ?[^\d\s/.–—-]/;

/**
 * @param text normalised.
 * @param today the day it is said on.
 * @returns null = no date, several, or none there is (30 February, a Friday that is a Thursday).
 */
export function wholeDate(text: string, today: Day): WholeDate | null {
  const words = oneDate(text);
  return words === null ? null : meantBy(words, text, today);
}

/** The date a text begins with, and how many of its words are left. */
export function leadingDate(
  text: string,
  today: Day,
): { readonly date: WholeDate; readonly left: number } | null {
  const words = text.split(' ');
  for (let taken = Math.min(words.length, LONGEST); taken > 0; taken -= 1) {
    const begin = words.slice(0, taken).join(' ');
    const found = oneDate(begin);
    // What is a date, but none there is, is no shorter one.
    const date = found === null ? null : meantBy(found, begin, today);
    if (found !== null) return date === null ? null : { date, left: words.length - taken };
  }
  return null;
}

/** The words of a text that is a date and nothing else. */
function oneDate(text: string): { readonly said: DateSaid; readonly tokens: readonly Token[] } | null {
  const tokens = tokensOf(text, [DATES]);
  const [date, ...more] = joinDates(tokens);
  return date?.field === 'date' && more.length === 0 ? { said: date.value as DateSaid, tokens } : null;
}

function meantBy(
  { said, tokens }: { readonly said: DateSaid; readonly tokens: readonly Token[] },
  text: string,
  today: Day,
): WholeDate | null {
  if (SPAN.test(text)) return null;
  if (said.kind === 'date' && said.month !== null && said.year === null) return withoutYear(said, today);
  const { day, certainty } = resolveDate(said, today, fiscalYearOf(today), 'deadline');
  const certain = Object.values(certainty).every((part) => part === 'certain');
  const weekday = tokens.find(({ field }) => field === 'weekday')?.value ?? null;
  const slips = day !== null && weekday !== null && weekday !== weekdayOf(day);
  return day !== null && certain && !slips && isPlain(said) ? { kind: 'day', day } : null;
}

/** `วัน จันทร์ ที่ 13 เดือน เมษายน พ.ศ. 2569` */
const LONGEST = 9;

/** A calendar date, or a day counted from today: not the end of something. */
function isPlain({ kind }: DateSaid): boolean {
  return kind === 'date' || kind === 'relative' || kind === 'day-of-month';
}

function withoutYear(said: DateSaid & { kind: 'date' }, today: Day): WholeDate | null {
  const two = (value: number | null) => String(value).padStart(2, '0');
  const present = Number(today.slice(0, 4));
  const days = [present, present + 1]
    .map((year) => `${year}-${two(said.month)}-${two(said.day)}`)
    .filter(isDay);
  return days.length === 0 ? null : { kind: 'which-year', days };
}
