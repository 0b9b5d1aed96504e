/** Finds dates in the tokens of a text (`docs/understanding.md` §10). What a date means waits for `resolveDate`. */
import type { DateSaid } from './date-said.ts';
import {
  DATE_WORDS,
  DAYS_FROM_TODAY,
  MONTH_NAMES,
  MONTHS_WITHOUT_DOTS,
  WEEKDAY_NAMES,
} from './date-words.ts';
import { joinTokens, type Lexicon, type Span, type Token } from './lexicon.ts';
import { fieldsOf, patternHere } from './pattern.ts';

/** Adds the words of dates to a lexicon. */
export function addDateWords(lexicon: Lexicon): void {
  const add = (words: string, field: string, value?: number) => {
    for (const word of words.split(' ')) lexicon.add(word.replaceAll('_', ' '), { field, value });
  };
  MONTH_NAMES.forEach((words, index) => {
    add(words, 'month', index + 1);
  });
  MONTHS_WITHOUT_DOTS.forEach((word, index) => {
    lexicon.add(word, { field: 'monthBare', value: index + 1, apart: true });
  });
  WEEKDAY_NAMES.forEach((words, index) => {
    add(words, 'weekday', index);
  });
  for (const [days, words] of DAYS_FROM_TODAY) add(words, 'relativeDay', days);
  for (const [field, words] of Object.entries(DATE_WORDS)) add(words, field);
}

type Reader = (tokens: readonly Token[]) => DateSaid | null;

const YEAR = '(unitYear? era? number)';
const MONTH = '(unitMonth? (month|monthBare))';
const MONTH_OR_NUMBER = '(month|monthBare|unitMonth (month|monthBare|number))';
const WHICH_MONTH = `(unitMonth (this|next|last)|${MONTH} ${YEAR}?)`;
const COUNT = '(number (dash? number)?)';
const UNIT = '(unitDay|unitWeek|unitMonth)';

/** In order: at one place the first that fits is taken, so longer forms stand before shorter. */
const GRAMMAR: readonly (readonly [RegExp, Reader])[] = [
  // 15/3/69, 15-03-2569, 15.3.69
  [
    patternHere('dayThe? number (slash number slash|dash number dash|dot number dot) number'),
    (tokens) => numeric(tokens),
  ],
  [patternHere('dayThe? number slash number'), (tokens) => numeric(tokens)],
  // วันที่ 1-15 มีนา, ศุกร์ที่ 27 ก.พ., 15 มีค 69
  [
    patternHere(`weekday? (dayThe|thi)? number ((dash|until) number)? ${MONTH} ${YEAR}?`),
    (tokens) => dayOfMonth(tokens),
  ],
  // วันที่ 5 เดือนหน้า, วันที่ 5 เดือน 3, วันที่ 25
  [
    patternHere(`(dayThe|weekday thi|weekday dayThe) number of? unitMonth (this|next)`),
    (tokens) => dayOfNextMonth(tokens),
  ],
  [patternHere(`(dayThe|weekday thi|weekday dayThe) number of? unitMonth number ${YEAR}?`), dayOfMonth],
  [patternHere('(dayThe|weekday thi|weekday dayThe) number ((dash|until) number)?'), dayOnly],
  // สิ้นเดือนหน้า, กลางมีนา, ต้นเดือนมีนาคม 2569
  [
    patternHere(
      `((monthEnd|monthMiddle|monthBegin) (this|next|month ${YEAR}?|monthBare|number)?|(end|middle|startOf) ${WHICH_MONTH})`,
    ),
    partOfMonth,
  ],
  [patternHere('(end|middle|startOf) unitWeek (this|next)?'), partOfWeek],
  [patternHere(`(end|within|this)? fiscal this? ${YEAR}?`), (tokens) => fiscalEnd(tokens)],
  [patternHere(`(end|within end) unitYear (this|number)?`), () => ({ kind: 'year-end' })],
  [patternHere('(end of?)? quarter (this|next|thi? number)?'), quarter],
  [patternHere('(within? unitWeek (this|next|last))'), week],
  // อีก 3 อาทิตย์, อีกสักเดือน, ใน 10 วันนี้, 2-3 วัน
  [patternHere(`within some? ${COUNT} some? ${UNIT} this?`), after],
  [patternHere(`within some? number? relativeDay`), afterUnspoken],
  [patternHere(`within some? ${UNIT} (?!(next|last|month|monthBare)) (number|this)?`), after],
  [patternHere(`some ${UNIT} number?`), after],
  [patternHere('within? some? half unitMonth'), () => ({ kind: 'after', days: 15, months: 0, bare: false })],
  // next Friday, this week
  [patternHere('(this|next|last) (weekday|unitWeek|unitMonth)'), english],
  [patternHere(`some? ${COUNT} ${UNIT}`), afterBare],
  [patternHere('weekday unitWeek (this|next)'), weekdayOf],
  [patternHere('weekday (this|next|coming)? partOfDay?'), weekdayOf],
  [patternHere('relativeDay partOfDay?'), relative],
  [patternHere('unitMonth (this|next|last)'), monthFromNow],
  [patternHere(`${MONTH_OR_NUMBER} ${YEAR}?`), monthNamed],
  [patternHere('within some? number? hours number?'), () => ({ kind: 'relative', days: 0, partOfDay: true })],
  [patternHere('partOfDay'), () => ({ kind: 'relative', days: 0, partOfDay: true })],
  [patternHere('event'), () => ({ kind: 'event' })],
];

const MAY_BEGIN = new Set(
  [
    'number dayThe weekday month monthBare monthEnd monthMiddle monthBegin end middle startOf within this fiscal',
    'quarter unitWeek unitMonth some relativeDay partOfDay event thi half next last',
  ]
    .join(' ')
    .split(' '),
);

/**
 * Replaces the tokens of every date by one of the field `date`, whose value says it.
 *
 * @param isFree false for a number that is known to be something else.
 */
export function joinDates(tokens: readonly Token[], isFree: (at: number) => boolean = () => true): Token[] {
  if (!tokens.some(({ field }) => MAY_BEGIN.has(field))) return [...tokens];
  const fields = fieldsOf(tokens);
  return joinTokens(tokens, (at) =>
    MAY_BEGIN.has(tokens[at]?.field ?? '') && isFree(at) ? dateAt(tokens, fields, at) : null,
  );
}

function dateAt(tokens: readonly Token[], fields: string, at: number): Span | null {
  for (const [form, read] of GRAMMAR) {
    form.lastIndex = at;
    const match = form.exec(fields);
    if (match === null) continue;
    const to = withoutStrayYear(tokens, at, at + match[0].length);
    const said = read(tokens.slice(at, to));
    if (said !== null) return { field: 'date', value: said, to };
  }
  return null;
}

/** A number behind a month is its year only when it looks like one, and nothing behind it says what it counts. */
function withoutStrayYear(tokens: readonly Token[], at: number, to: number): number {
  const last = tokens[to - 1];
  const before = tokens[to - 2];
  if (last?.field !== 'number' || to - at < 2) return to;
  if (!['month', 'monthBare', 'era', 'fiscal', 'unitYear'].includes(before?.field ?? '')) return to;
  const next = tokens[to];
  const counts =
    next !== undefined &&
    ['hour', 'dot', 'colon', 'unitDay', 'percentSign', 'counter', 'dash'].includes(next.field) &&
    !(next.field === 'dot' && (next.spaced || tokens[to + 1]?.field !== 'number'));
  const year = Number(last.value);
  const looks = /^\d{2}$/.test(last.text) || (year >= 1900 && year < 2700);
  return looks && !counts ? to : before?.field === 'era' || before?.field === 'unitYear' ? to - 2 : to - 1;
}

const valuesOf = (tokens: readonly Token[], ...fields: string[]) =>
  tokens.filter(({ field }) => fields.includes(field)).map(({ value }) => Number(value));

function numeric(tokens: readonly Token[]): DateSaid | null {
  if (tokens.slice(2).some(({ spaced, field }) => spaced && field !== 'number')) return null;
  const [day = 0, month = 0, year] = valuesOf(tokens, 'number');
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  return { kind: 'date', day, month, year: year ?? null };
}

function dayOfMonth(tokens: readonly Token[]): DateSaid | null {
  const numbers = valuesOf(tokens, 'number');
  const named = valuesOf(tokens, 'month', 'monthBare')[0];
  const monthAt = tokens.findIndex(({ field }) => field === 'month' || field === 'monthBare');
  const before = monthAt < 0 ? 1 : tokens.slice(0, monthAt).filter(({ field }) => field === 'number').length;
  const day = numbers[before - 1] ?? 0;
  const month = named ?? numbers[1] ?? 0;
  const year = numbers[named === undefined ? 2 : before] ?? null;
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  return { kind: 'date', day, month, year };
}

function dayOnly(tokens: readonly Token[]): DateSaid | null {
  const day = valuesOf(tokens, 'number').at(-1) ?? 0;
  return day < 1 || day > 31 ? null : { kind: 'date', day, month: null, year: null };
}

function dayOfNextMonth(tokens: readonly Token[]): DateSaid | null {
  const [day = 0] = valuesOf(tokens, 'number');
  const offset = tokens.some(({ field }) => field === 'next') ? 1 : 0;
  return day < 1 || day > 31 ? null : { kind: 'day-of-month', day, offset };
}

function partOfMonth(tokens: readonly Token[]): DateSaid | null {
  const fields = tokens.map(({ field }) => field);
  const part =
    fields.includes('monthEnd') || fields.includes('end')
      ? 'end'
      : fields.includes('monthMiddle') || fields.includes('middle')
        ? 'middle'
        : 'begin';
  const [month] = valuesOf(tokens, 'month', 'monthBare');
  const [year] = valuesOf(tokens, 'number');
  if (month !== undefined) return { kind: 'month-part', part, month, year: year ?? null };
  if (year !== undefined)
    return year >= 1 && year <= 12 ? { kind: 'month-part', part, month: year, year: null } : null;
  return { kind: 'month-part', part, offset: fields.includes('next') ? 1 : fields.includes('last') ? -1 : 0 };
}

function partOfWeek(tokens: readonly Token[]): DateSaid {
  const [first] = tokens;
  const part = first?.field === 'end' ? 'end' : first?.field === 'middle' ? 'middle' : 'begin';
  return { kind: 'week', offset: tokens.some(({ field }) => field === 'next') ? 1 : 0, part };
}

function fiscalEnd(tokens: readonly Token[]): DateSaid | null {
  if (tokens[0]?.field !== 'end') return null;
  const [year] = valuesOf(tokens, 'number');
  return { kind: 'fiscal-end', year: year ?? null };
}

function quarter(tokens: readonly Token[]): DateSaid | null {
  const [number] = valuesOf(tokens, 'number');
  if (number !== undefined && (number < 1 || number > 4)) return null;
  if (tokens.length === 1 && /^[a-z]/.test(tokens[0]?.text ?? '')) return null;
  const isNext = tokens.some(({ field }) => field === 'next');
  return { kind: 'quarter', number: number ?? null, offset: isNext ? 1 : 0 };
}

function week(tokens: readonly Token[]): DateSaid {
  const fields = tokens.map(({ field }) => field);
  return { kind: 'week', offset: fields.includes('next') ? 1 : fields.includes('last') ? -1 : 0, part: null };
}

function after(tokens: readonly Token[]): DateSaid | null {
  const unit = tokens.find(({ field }) => /^unit/.test(field))?.field;
  const count = valuesOf(tokens, 'number').at(-1) ?? 1;
  // "in this week" is a week, "in this month" a month: they are read where they stand.
  if (tokens.at(-1)?.field === 'this' && !tokens.some(({ field }) => field === 'number')) return null;
  if (count > 400) return null;
  return unit === 'unitMonth'
    ? { kind: 'after', days: 0, months: count, bare: false }
    : { kind: 'after', days: unit === 'unitWeek' ? 7 * count : count, months: 0, bare: false };
}

/** In English the word that says which stands first. */
function english([which, what]: readonly Token[]): DateSaid | null {
  if (which === undefined || what === undefined || !/^[a-z]/.test(which.text)) return null;
  if (what.field === 'weekday') return weekdayOf([what, which]);
  return what.field === 'unitWeek' ? week([what, which]) : monthFromNow([what, which]);
}

/** `ใน 10 วันนี้`: the words cut so that วันนี้ is today, yet ten days are meant. */
function afterUnspoken(tokens: readonly Token[]): DateSaid | null {
  const [count] = valuesOf(tokens, 'number');
  if (count === undefined || tokens.at(-1)?.value !== 0) return null;
  return { kind: 'after', days: count, months: 0, bare: false };
}

function afterBare(tokens: readonly Token[]): DateSaid | null {
  const said = after(tokens);
  return said?.kind === 'after' ? { ...said, bare: true } : null;
}

function weekdayOf(tokens: readonly Token[]): DateSaid {
  const fields = tokens.map(({ field }) => field);
  const weekday = Number(tokens[0]?.value);
  const which = fields.includes('next')
    ? 'next'
    : fields.includes('this') || tokens[0]?.text.endsWith('นี้')
      ? 'this'
      : 'coming';
  return { kind: 'weekday', weekday, which };
}

function relative(tokens: readonly Token[]): DateSaid {
  return { kind: 'relative', days: Number(tokens[0]?.value), partOfDay: false };
}

function monthFromNow(tokens: readonly Token[]): DateSaid {
  const which = tokens.at(-1)?.field;
  return { kind: 'month-from-now', offset: which === 'next' ? 1 : which === 'last' ? -1 : 0 };
}

function monthNamed(tokens: readonly Token[]): DateSaid | null {
  const [first] = tokens;
  const [named] = valuesOf(tokens, 'month', 'monthBare');
  // Without its dots กค is a month only behind เดือน.
  if (first?.field === 'monthBare') return null;
  const numbers = valuesOf(tokens, 'number');
  const month = named ?? numbers[0] ?? 0;
  const year = numbers[named === undefined ? 1 : 0];
  return month < 1 || month > 12 ? null : { kind: 'month', month, year: year ?? null };
}
