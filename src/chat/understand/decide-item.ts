/** Questions about items, promises and reports (`docs/understanding.md` §4, §5.7–5.9). */
import type { ItemNumber } from '../../domain/item.ts';
import { pattern } from '../../thai/pattern.ts';
import type { Intent, ItemsSaid, ToldOf } from '../intent.ts';
import { type About, divisionReporting, itemsIn, type Mention, noteOf } from './about.ts';
import { dateFor } from './decide-later.ts';
import { findQuestion } from './find-question.ts';
import { combined, type Statement } from './find-status.ts';
import { find, has, type Reading } from './reading.ts';

const WHOSE = pattern('(who|whichDivision|responsible)');
/** `O5 ของกองคลังใช่ไหม`, `O5 กองคลังทำเหรอ`. */
const DIVISIONS_WORK = pattern(
  '(of|act|responsible|work)? (division|ownDivision) (act|responsible)? (yesNo|mark)',
);

/** Something is asked about named items. */
export function itemQuestion(reading: Reading, about: About): Intent | null {
  const { items, year, statements } = about;
  if (items.length === 0) return null;
  const asked = findQuestion(reading, statements);
  const noun =
    (has(reading, 'progress', 'detail', 'due', 'show') || find(reading, WANTS_THING) !== null) &&
    !has(reading, ...TOLD) &&
    !statements.some(isClear);
  if (asked === null && !noun && !has(reading, 'responsible')) return null;
  if (asked === null && has(reading, 'responsible') && statements.some(isClear)) return null;
  const word = asked === null ? undefined : reading.words[asked.at]?.field;
  const isWho =
    word === 'who' || word === 'whichDivision' || (has(reading, 'who', 'whichDivision') && word !== 'how');
  const isResponsible =
    (find(reading, WHOSE) !== null && (isWho || has(reading, 'responsible'))) ||
    (asked?.kind === 'closed' && find(reading, DIVISIONS_WORK) !== null && statements.length === 0);
  return { intent: isResponsible ? 'ask_responsible' : 'ask_item_detail', items, year };
}

/** `ขอลิงก์ O5`. */
const WANTS_THING = pattern('(may|want) (of|items|hai|me){0,2} evidence');
/** With these a noun like ขั้นตอน is part of what is told. */
const TOLD = ['already', 'la', 'stay', 'left', 'onlyLeft', 'wait', 'yetNot', 'late', 'just'];

/** Said plainly, so that a noun like สถานะ beside it asks nothing. */
function isClear({ sense }: Statement): boolean {
  return sense !== 'weak';
}

const DEED =
  '(act|send|publish|hold|give|done|full|begin|tell|reportWord|haste|take|evidence|show|change|go|other|register|setStatus|order)';
const WILL_DO = pattern(
  `(keep (date|items|soon|will)|will|soon|later|haste|promise) (will|haste|me|date|just|go|take|again|items|title|hai|postpone|kin|within|more|now){0,4} ${DEED}`,
);
/** `พรุ่งนี้ส่ง O2 ให้นะ`: a date and a deed, and nothing that says it is done. */
const ON_A_DAY = pattern(
  `(date (me|will|soon|items|title){0,2} (send|act|publish|give|tell|reportWord|order|haste)|(send|act|publish|give|tell|reportWord) (items|title|hai|evidence|me|go|document){0,4} date)`,
);
/** `เสร็จแล้วจะบอก`, `เสร็จเมื่อไหร่จะแจ้ง`: a condition. */
const WHEN_DONE = pattern(
  '(done|full|act|send|publish) (already|la|when|items|act)? (me|and|soon|will|items){0,3} (will|soon|haste) (will|haste|me|take|go){0,2} (tell|reportWord|send|give|publish|show|act)',
);
const DONE_TELL = pattern('(done|full) (already|la)? soon (will|me)? (tell|reportWord)');

/** `ถ้า O24 เรียบร้อยเมื่อไหร่จะบอก`: no question, though it holds เมื่อไหร่. */
export function condition(reading: Reading, about: About): Intent | null {
  const when = find(reading, WHEN_DONE) ?? find(reading, DONE_TELL);
  const isMet = when !== null && !isSpacedFromDone(reading, when.from, when.to);
  if (!isMet && !(has(reading, 'condition') && has(reading, 'will', 'soon') && has(reading, 'tell')))
    return null;
  return { intent: 'acknowledge_reminder', items: about.items, year: about.year };
}

/** A promise to do it later, or to tell when it is done. */
export function promise(reading: Reading, about: About): Intent | null {
  if (!isPromise(reading, about)) return null;
  return { intent: 'acknowledge_reminder', items: about.items, year: about.year };
}

function isPromise(reading: Reading, about: About): boolean {
  const { statements } = about;
  if (condition(reading, about) !== null) return true;
  if (has(reading, 'promise') && !statements.some(isClear)) return true;
  const onDay =
    (about.items.length > 0 || reading.words.length <= 3) &&
    !statements.some(({ sense }) => sense === 'plain') &&
    isAhead(reading);
  const will = find(reading, WILL_DO) ?? (onDay ? find(reading, ON_A_DAY) : null);
  if (will === null) return false;
  // What was told plainly before the promise is a report: O14 ยังไม่เสร็จครับ เดี๋ยวพรุ่งนี้ส่ง.
  const told = statements.some(
    ({ sense, from }) => sense !== 'weak' && sense !== 'future' && from < will.from,
  );
  const future = statements.some(({ sense, from }) => sense === 'future' && from <= will.from);
  return !told && !future;
}

/** A day that is to come. */
function isAhead(reading: Reading): boolean {
  const day = dateFor(reading, 'deadline');
  return day !== null && day >= reading.heard.today;
}

/** `O2 เสร็จแล้ว เดี๋ยวส่งลิงก์ให้`: two sentences, the first is a report; `เสร็จแล้วเดี๋ยวแจ้ง` is one. */
function isSpacedFromDone({ words }: Reading, from: number, to: number): boolean {
  const part = words.slice(from + 1, to);
  const tells = part.some(({ field }) => field === 'tell' || field === 'reportWord');
  const at = part.findIndex(({ field }) => field === 'will' || field === 'soon');
  const closed = words.slice(from, from + 1 + at).some((word) => word.closed);
  const soon = part.some(({ field }) => field === 'soon');
  return closed || (!tells && (soon || part[at]?.spaced === true));
}

/** Something is told of items: of all the same, or of each its own. */
export function report(reading: Reading, about: About): Intent | null {
  const { statements, every, year } = about;
  if (statements.length === 0) return null;
  const named = about.mentions.filter(({ excepted }) => !excepted);
  if (named.length === 0 && !every) return null;
  const division = divisionReporting(reading, statements);
  const note = noteOf(
    reading,
    statements.filter(({ sense }) => sense !== 'weak'),
  );
  const parts = every ? [] : partsOf(about);
  const distinct = new Set(parts.map(({ status, percent }) => `${status} ${percent}`));
  if (distinct.size > 1) {
    const items = itemsIn(about.mentions.map((mention) => ({ ...mention, excepted: false }))).filter((item) =>
      parts.some((part) => part.items.some((one) => one.kind === item.kind && one.number === item.number)),
    );
    return {
      intent: 'report_status',
      items,
      year,
      status: null,
      reports: parts,
      division,
      replaces: [],
      note,
    };
  }
  const told = combined(statements);
  if (told === null) return null;
  const items: ItemsSaid = every ? 'ALL' : about.items;
  return {
    intent: 'report_status',
    items,
    year,
    status: told.status,
    ...(told.percent === null ? {} : { percent: told.percent }),
    reports: [],
    division,
    replaces: [],
    note,
  };
}

/**
 * Which statement belongs to which items. Items wait for the statement behind them (`O1 O2 เสร็จ O3 ยัง`); when the message
 * begins with a statement and ends with an item, each statement belongs to the items behind it.
 */
function partsOf(about: About): ToldOf[] {
  const marks = [
    ...about.mentions
      .filter((mention) => isToldOf(mention, about))
      .map((mention) => ({ at: mention.at, mention, statement: null })),
    ...about.statements.map((statement) => ({ at: statement.from, mention: null, statement })),
  ].sort((a, b) => a.at - b.at);
  const [first] = marks;
  const statementFirst = first?.statement != null && marks.at(-1)?.mention != null;
  const groups: { items: ItemNumber[]; statements: Statement[] }[] = [];
  let open: { items: ItemNumber[]; statements: Statement[] } = { items: [], statements: [] };
  const out = outside(about);
  for (const { mention, statement } of marks) {
    const [adds, waits] = statementFirst
      ? [statement !== null, open.items.length > 0]
      : [mention !== null, open.statements.length > 0 && open.items.length > 0];
    if (adds && waits) {
      groups.push(open);
      open = { items: [], statements: [] };
    }
    if (mention !== null)
      open.items.push(...mention.items.filter((item) => mention.excepted || !out.has(key(item))));
    else if (statement !== null) open.statements.push(statement);
  }
  groups.push(open);
  return merged(groups);
}

/** An item left out counts only when it is told of by itself: `O1-O6 เสร็จ เว้น O4 ยังไม่ทำ`. */
function isToldOf({ at, excepted }: Mention, { mentions, statements }: About): boolean {
  if (!excepted) return true;
  const next = mentions.find((mention) => mention.at > at)?.at ?? Number.POSITIVE_INFINITY;
  const own = statements.some(({ from, sense }) => from > at && from < next && sense !== 'weak');
  return own && statements.some(({ to }) => to <= at);
}

const key = ({ kind, number }: ItemNumber) => `${kind}${number}`;

/** Items left out of a list: they have a part of their own, or none. */
function outside(about: About): Set<string> {
  return new Set(about.mentions.flatMap(({ excepted, items }) => (excepted ? items.map(key) : [])));
}

/** Groups with a statement; one without (`O1 เสร็จแล้ว O2 ด้วย`) joins the one before it. */
function merged(groups: readonly { items: ItemNumber[]; statements: Statement[] }[]): ToldOf[] {
  const parts: { items: ItemNumber[]; told: NonNullable<ReturnType<typeof combined>> }[] = [];
  for (const { items, statements } of groups) {
    const told = combined(statements);
    const last = parts.at(-1);
    if (items.length === 0) continue;
    const same = parts.find(
      (part) => part.told.status === told?.status && part.told.percent === told.percent,
    );
    if (same !== undefined) same.items.push(...items);
    else if (told !== null) parts.push({ items, told });
    else if (last !== undefined) last.items.push(...items);
  }
  return parts.map(({ items, told }) => ({
    items,
    status: told.status,
    ...(told.percent === null ? {} : { percent: told.percent }),
  }));
}

/** Items that are only confirmed to have been read about: `รับทราบเรื่อง ม.9`. */
export function acknowledgement(reading: Reading, about: About): Intent | null {
  if (!has(reading, 'acknowledge') || about.items.length === 0) return null;
  return { intent: 'acknowledge_reminder', items: about.items, year: about.year };
}
