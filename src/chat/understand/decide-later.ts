/** Later, please: of a reminder (snooze) and of a deadline (extension); `docs/understanding.md` §4, §5.3, §5.4. */
import type { Day } from '../../domain/calendar.ts';
import { type DateSaid, type Purpose, resolveDate } from '../../thai/date-said.ts';
import { pattern } from '../../thai/pattern.ts';
import type { Intent } from '../intent.ts';
import { type About, divisionReporting, noteOf } from './about.ts';
import { findQuestion } from './find-question.ts';
import { find, has, type Reading } from './reading.ts';

/** The reminding is thanked for, or its arrival is confirmed. */
const HEARD_OF_IT = pattern('(thanks|acknowledge) (hai|thi|of|be|kin|me){0,2} (order|tell)? remind');
/** Not reminding but being reminded of: `เตือน O3 ให้กองคลังด้วย` is for somebody else. */
const FOR_OTHERS = pattern('remind any{0,2} (division|kin|allDivisions)');
const LATER = [
  'keep',
  'later',
  'snooze',
  'postpone',
  'date',
  'more',
  'soon',
  'not',
  'order',
  'full',
  'undo',
  'nothing',
  'softly',
];

export function snooze(reading: Reading, about: About): Intent | null {
  if (!has(reading, 'remind', 'snooze')) return null;
  if (!has(reading, 'snooze')) {
    if (find(reading, HEARD_OF_IT) !== null || has(reading, 'acknowledge', 'thanks')) return null;
    if (findQuestion(reading, about.statements)?.kind === 'open') return null;
    const isForOthers = find(reading, FOR_OTHERS) !== null && !has(reading, 'date', 'later', 'postpone');
    if (isForOthers || !has(reading, ...LATER)) return null;
  }
  return {
    intent: 'snooze_reminder',
    items: about.items,
    year: about.year,
    dueDate: dateFor(reading, 'reminder'),
  };
}

/** The last date that can be computed; what is put off is put off to it. */
export function dateFor(reading: Reading, purpose: Purpose): Day | null {
  const { today, fiscal } = reading.heard;
  const dates = reading.words.flatMap(({ field }, at) => (field === 'date' ? [at] : [])).reverse();
  // What is asked for stands right behind the asking; a date in a reason (พรุ่งนี้ไม่ทัน) is none.
  const asked = dates.filter((at) => isAskedFor(reading, at));
  for (const at of asked.length > 0 ? asked : dates.filter((one) => !isReason(reading, one))) {
    const said = reading.words[at]?.value as DateSaid;
    if (said.kind === 'event') return null;
    const { day } = resolveDate(said, today, fiscal, purpose);
    if (day !== null) return day;
  }
  return dayBehindUntil(reading, purpose);
}

const BEFORE_ASKED = new Set(['go', 'thi', 'items', 'names', 'title', 'send', 'some', 'within', 'later']);

/** `ขอเป็นวันที่ 28`, `เลื่อน O5 ถึงศุกร์หน้า`. */
function isAskedFor({ words }: Reading, at: number): boolean {
  let before = at - 1;
  while (before > at - 4 && BEFORE_ASKED.has(words[before]?.field ?? '') && words[before]?.closed === false)
    before -= 1;
  const asks = words[before];
  return asks !== undefined && !asks.closed && ['may', 'postpone', 'until', 'be'].includes(asks.field);
}

const EXCUSES = new Set(['late', 'not', 'wait', 'meeting', 'yetNot', 'nothing']);

/** `พรุ่งนี้ไม่ทัน`, `วันนี้ติดประชุม`. */
function isReason({ words }: Reading, at: number): boolean {
  const [date, next, more] = [words[at], words[at + 1], words[at + 2]];
  if (date === undefined || next === undefined || next.spaced || date.closed) return false;
  const isDeed = ['act', 'send', 'publish', 'me'].includes(next.field) && !next.closed;
  return EXCUSES.has(next.field) || (isDeed && EXCUSES.has(more?.field ?? ''));
}

/** `ขอเลื่อน O14 ถึง 20`: the 20th. */
function dayBehindUntil({ words, heard }: Reading, purpose: Purpose): Day | null {
  const at = words.findIndex(({ field }, index) => field === 'until' && words[index + 1]?.field === 'number');
  const day = Number(words[at + 1]?.value);
  if (at < 0 || !(day >= 1 && day <= 31)) return null;
  return resolveDate({ kind: 'date', day, month: null, year: null }, heard.today, heard.fiscal, purpose).day;
}

/** `ขอเป็นศุกร์หน้า`, `ขอส่ง O8 จันทร์หน้า`, `ขออีก 5 วัน`. */
const MAY_DATE = pattern(
  '(may|permit|must) (be|go|send|act|publish|until|hai|within|full|done|items|title|evidence|report|me|some|work|item|thi|later|postpone|change|said|order|all|names){0,5} date',
);
const DATE_MAY = pattern('date (act|send|be|have|go|publish){0,1} maybeAllowed');
/** ขอ of something else: a paper, a summary, a look. */
const OTHER_WISH = [
  'summary',
  'document',
  'print',
  'show',
  'detail',
  'progress',
  'overall',
  'score',
  'register',
];

/** Whether a later date is asked for, whatever for. */
export function asksLater(reading: Reading): boolean {
  if (has(reading, 'postpone')) return !isNotOurs(reading);
  if (has(reading, ...OTHER_WISH) || !has(reading, 'date')) return false;
  const wish = find(reading, MAY_DATE);
  const isWish = wish !== null && reading.words[wish.from]?.field !== 'must';
  const mayWait = find(reading, DATE_MAY) !== null && has(reading, 'late', 'send', 'act');
  return isWish || mayWait;
}

/** `ขยายถนน`, `เลื่อนประชุม`: something else is widened or put off. */
function isNotOurs(reading: Reading): boolean {
  const at = reading.words.findIndex(({ field }) => field === 'postpone');
  const next = reading.words[at + 1];
  return next !== undefined && ['hold', 'meeting', 'place', 'service'].includes(next.field) && !next.spaced;
}

/** Who, when, how and why are asked about a postponement, not a postponement. */
const ABOUT_IT = ['what', 'which', 'who', 'when', 'how', 'why', 'whichDivision', 'howMany'];

export function extension(reading: Reading, about: About): Intent | null {
  if (!asksLater(reading) || has(reading, ...ABOUT_IT)) return null;
  if (has(reading, 'not') && find(reading, NOT_PUT_OFF) !== null) return null;
  const dueDate = dateFor(reading, 'deadline');
  const note = noteOf(reading, wordsOfAsking(reading));
  const { items, candidates, year } = about;
  if (items.length === 0) {
    return { intent: 'ambiguous', items: candidates, year, wanted: { do: 'extension', dueDate, note } };
  }
  return {
    intent: 'request_extension',
    items,
    year,
    dueDate,
    division: divisionReporting(reading, about.statements),
    note,
  };
}

const NOT_PUT_OFF = pattern('(not|yetNot) (must|got|may|hai)? postpone');
const ASKING = new Set([
  'postpone',
  'may',
  'mayTell',
  'date',
  'until',
  'go',
  'be',
  'within',
  'maybeAllowed',
  'later',
  'send',
  'order',
  'time',
]);

const ASKS = new Set(['may', 'postpone', 'permit']);

/** The words of the asking; from where a reason begins, only another asking counts. */
function wordsOfAsking(reading: Reading) {
  let isWhy = false;
  let asked = false;
  return reading.words.flatMap(({ field }, at) => {
    asked ||= ASKS.has(field);
    if (ASKS.has(field)) isWhy = false;
    else if (asked && (field === 'wait' || field === 'that' || (field === 'date' && isReason(reading, at))))
      isWhy = true;
    return ASKING.has(field) && !isWhy ? [{ from: at, to: at + 1 }] : [];
  });
}
