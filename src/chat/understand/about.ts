/** What a message is about: the items it names and leaves out, what is told of them, of which division and year. */
import { codeOf, type ItemNumber } from '../../domain/item.ts';
import type { DivisionNamed } from '../../thai/division.ts';
import type { DivisionSaid } from '../intent.ts';
import type { Form, ItemsNamed } from './find-items.ts';
import { findStatus, type Statement } from './find-status.ts';
import { type Reading, yearSaid } from './reading.ts';

/** Items named at one place. */
export interface Mention {
  /** Which word it is. */
  readonly at: number;
  readonly items: readonly ItemNumber[];
  readonly form: Form;
  /** Left out of what is said (`เว้น O4`). */
  readonly excepted: boolean;
}

export interface About {
  readonly mentions: readonly Mention[];
  /** Every item named and not left out, each once. */
  readonly items: readonly ItemNumber[];
  /** Items a name fits that fits several; empty = no such name. */
  readonly candidates: readonly ItemNumber[];
  /** Every item is meant: ทุกข้อ, and none is named. */
  readonly every: boolean;
  readonly statements: readonly Statement[];
  readonly year: number | null;
  /** Items of two years are spoken of: which is of which nobody knows. */
  readonly years: boolean;
}

export function aboutOf(reading: Reading): About {
  const statements = findStatus(reading);
  const mentions = mentionsOf(reading, statements);
  const year = yearSaid(reading);
  const names = reading.words.find(({ field }) => field === 'names');
  return {
    mentions,
    items: itemsIn(mentions),
    candidates: names === undefined ? [] : (names.value as ItemsNamed).items,
    every: mentions.length === 0 && reading.said.has('everyItem'),
    statements,
    year: year === 'several' ? null : year,
    years: year === 'several',
  };
}

/** Each item once, without those left out. */
export function itemsIn(mentions: readonly Mention[]): ItemNumber[] {
  const out = new Set(mentions.flatMap(({ excepted, items }) => (excepted ? items.map(codeOf) : [])));
  const items = new Map<string, ItemNumber>();
  for (const mention of mentions)
    for (const item of mention.excepted ? [] : mention.items)
      if (!out.has(codeOf(item))) items.set(codeOf(item), item);
  return [...items.values()];
}

function mentionsOf({ words }: Reading, statements: readonly Statement[]): Mention[] {
  const places = words.flatMap((word, at) => (word.field === 'items' ? [at] : []));
  return places.flatMap((at): Mention[] => {
    const named = words[at]?.value as ItemsNamed | undefined;
    if (named === undefined) return [];
    const { items, form } = named;
    const before = words[at - 1]?.field;
    // O1-O6 เสร็จ เหลือ O4: what is left is not said to be done.
    const isLeft =
      (before === 'left' || before === 'onlyLeft') &&
      places[0] !== at &&
      !statements.some(({ from, sense }) => from > at && sense !== 'weak');
    return [{ at, items, form, excepted: before === 'except' || isLeft }];
  });
}

/** The division a message says, whoever says it (§9): never filled from who speaks alone. */
export function divisionSaid(reading: Reading, from = 0, to = reading.words.length): DivisionSaid {
  const codes = new Set<string>();
  let all = false;
  reading.words.slice(from, to).forEach(({ field, value }) => {
    if (field === 'division') codes.add((value as DivisionNamed).code);
    if (field === 'ownDivision' && reading.heard.ownDivision !== null) codes.add(reading.heard.ownDivision);
    all ||= field === 'allDivisions' || field === 'whichDivision';
  });
  const [only, ...others] = codes;
  if (only !== undefined) return others.length === 0 ? only : [only, ...others];
  return all ? 'ALL' : null;
}

/** In front of a division these make it somebody waited for or written to, not the one that reports. */
const NOT_OURS = new Set(['wait', 'hai', 'until', 'left', 'send', 'and', 'kin', 'thi']);

/** The division whose report it is: not one that is waited for. */
export function divisionReporting(reading: Reading, statements: readonly Statement[]): DivisionSaid {
  const codes = new Set<string>();
  reading.words.forEach(({ field, value }, at) => {
    if (field !== 'division' && field !== 'ownDivision') return;
    const before = reading.words[at - 1];
    const inside = statements.some(({ from, to }) => at >= from && at < to);
    if (inside || (before !== undefined && (NOT_OURS.has(before.field) || before.text === 'จาก'))) return;
    const code = field === 'division' ? (value as DivisionNamed).code : reading.heard.ownDivision;
    if (code !== null) codes.add(code);
  });
  const [only, ...others] = codes;
  return only === undefined ? null : others.length === 0 ? only : [only, ...others];
}

const EMPTY = new Set(
  [
    'me now justNow year date mayTell reportWord tell division ownDivision kho item of be that but and thi too all title',
    'may permit want act full done yang web publish hold some already near stay number percent go got hai take until from doing begin',
    'setStatus have said greeting thanks kin softly la items names everyItem mark by acknowledge url except',
  ]
    .join(' ')
    .split(' '),
);

/** With these a reason begins: what it waits for, what is left of it, why. */
const REASONS = new Set(['wait', 'left', 'onlyLeft', 'that']);
/** รอ and ติด alone say nothing; รอลงนาม does. */
const BARE_REASON = /^(?:รอ|คอย|ติด|อยู่ที่|เหลือ|ขาด|ค้าง|เสนอ|ว่า|เพราะ|waiting|left)(?:แค่|ให้|อยู่|ที่|ตรง|ทาง|คน)?$/;
/** In front of what is told they open a reason that stands first. */
const OPENERS = new Set(['me', 'but', 'and', 'by', 'kin']);

/**
 * What else was said, such as the reason it waits: whole stretches as they were typed (normalised), set apart from what was
 * told; empty when only politeness is left. What stands before is an address unless it says why. In a group that nobody
 * called only a reason is kept: the rest is talk among people.
 */
export function noteOf(
  reading: Reading,
  used: readonly { readonly from: number; readonly to: number }[],
): string {
  const { words, text } = reading;
  const taken = new Set<number>();
  for (const { from, to } of used)
    if (!REASONS.has(words[from]?.field ?? '')) for (let at = from; at < to; at += 1) taken.add(at);
  words.forEach(({ field }, at) => {
    if (field === 'items') taken.add(at);
  });
  const first = Math.min(...taken);
  const runs: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (taken.has(at)) continue;
    const from = at;
    while (at + 1 < words.length && !taken.has(at + 1) && !(words[at]?.closed && !reading.addressed)) at += 1;
    const run = stretch(reading, from, at, from < first);
    if (run !== null) runs.push(text.slice(words[run.from]?.at, words[run.to]?.end));
  }
  return runs.join(' ');
}

/** What of a stretch of words is worth keeping; null when nothing is. */
function stretch({ words, addressed }: Reading, start: number, end: number, isBefore: boolean) {
  const field = (at: number) => words[at]?.field ?? '';
  let from = start;
  while (from < end && OPENERS.has(field(from))) from += 1;
  const reason = words.findIndex(({ field: one }, at) => at >= from && at <= end && REASONS.has(one));
  // Right behind what was told it goes on with it, unless it says why.
  const isApart = words[from]?.spaced === true || words[start - 1]?.closed === true;
  if (isBefore || !isApart || !addressed) {
    if (reason < 0 || (!isBefore && reason > from + 1)) return null;
    if (!isBefore || !isApart) from = reason;
  }
  let to = end;
  while (to > from && EMPTY.has(field(to)) && !REASONS.has(field(from))) to -= 1;
  const says = words.slice(from, to + 1).some(({ field: one }) => !EMPTY.has(one) || REASONS.has(one));
  const isBare =
    BARE_REASON.test(words[from]?.text ?? '') && (to === from || (to === from + 1 && field(to) === 'stay'));
  return says && !isBare ? { from, to } : null;
}
