/**
 * A message as it was read: its words in order, without politeness, with items, dates, percents, years and divisions as one
 * word each. What it means is decided from this alone.
 */
import type { Day } from '../../domain/calendar.ts';
import type { ItemNumber } from '../../domain/item.ts';
import type { DateSaid } from '../../thai/date-said.ts';
import { divisionWords, isStrayDivision, type NamedDivision } from '../../thai/division.ts';
import { joinDates } from '../../thai/find-dates.ts';
import { joinTokens, type Token, tokensOf } from '../../thai/lexicon.ts';
import { normalise } from '../../thai/normalise.ts';
import { joinNumberWords } from '../../thai/number-words.ts';
import { fieldsOf, placeOf } from '../../thai/pattern.ts';
import { takeCall } from './call.ts';
import { followsPrefix, type ItemsNamed, joinItems } from './find-items.ts';
import { joinPercents } from './find-percents.ts';
import { mendKeyboard } from './keyboard.ts';
import { WORDS } from './lexicon.ts';
import { type NamedItem, nameWords } from './names.ts';
import { takeUrls } from './urls.ts';

/** A text, who says it where and when, and what the office calls its divisions and items. */
export interface Heard {
  readonly text: string;
  readonly chat: 'user' | 'group';
  /** LINE's own mark that the bot was mentioned (`mentionees[].isSelf`). */
  readonly mentioned: boolean;
  /** Bangkok date of the message. */
  readonly today: Day;
  /** Fiscal year (BE) of that day. */
  readonly fiscal: number;
  readonly role: 'staff' | 'head' | 'coordinator' | 'citizen';
  readonly divisions: readonly NamedDivision[];
  /** Code of the speaker's only division, for กองเรา. */
  readonly ownDivision: string | null;
  /** What the items of the open plans are called. */
  readonly items: readonly NamedItem[];
}

/** A word of a reading. `closed`: politeness, a line's end or a full stop stands behind it. */
export interface Word extends Token {
  readonly closed: boolean;
  /** A particle that asks (คะ) stands behind it. */
  readonly asking: boolean;
}

export interface Reading {
  readonly heard: Heard;
  /** One-to-one, or the bot was called. */
  readonly addressed: boolean;
  /** Somebody else was mentioned. */
  readonly others: boolean;
  readonly urls: readonly string[];
  /** Normalised, without calls and links. */
  readonly text: string;
  readonly words: readonly Word[];
  /** Their fields, one letter each, for patterns. */
  readonly fields: string;
  /** Somebody is spoken to at the end (ครับพี่แดง). */
  readonly spokenTo: boolean;
  /** Fields that occur. */
  readonly said: ReadonlySet<string>;
}

/** Words without weight: they close what stands before them, at most. */
const WEIGHTLESS = new Set([
  'particle',
  'askingParticle',
  'filler',
  'sign',
  'open',
  'close',
  'colon',
  'dot',
  'dash',
  'vocative',
]);
const CLOSING = new Set(['particle', 'askingParticle', 'line', 'comma', 'dot', 'sign']);
const DROPPED = new Set([...WEIGHTLESS, 'line', 'comma', 'plus', 'slash']);

export function read(heard: Heard): Reading {
  const { urls, text: withoutUrls } = takeUrls(heard.text);
  const { text, called, others } = takeCall(normalise(mendKeyboard(withoutUrls)), heard.mentioned);
  const tokens = refined(tokensOf(text, lexiconsOf(heard)), heard);
  const words = weighty(tokens);
  const spokenTo = tokens.some(({ field }) => field === 'vocative');
  return {
    heard,
    addressed: heard.chat === 'user' || called,
    others,
    urls,
    text,
    words,
    fields: fieldsOf(words),
    said: new Set(words.map(({ field }) => field)),
    spokenTo,
  };
}

function lexiconsOf(heard: Heard) {
  return [divisionWords(heard.divisions), nameWords(heard.items), WORDS];
}

/** Joins what belongs together; order matters: a number that is a percent or in a date is no item. */
function refined(raw: readonly Token[], heard: Heard): Token[] {
  let tokens = withoutVocatives(withoutNothing(withoutStrays(raw)));
  tokens = joinNumberWords(tokens);
  // The ที่ of มาตรการที่ 1 ถึง 28 ก.พ. begins no date either.
  const isFree = (at: number) => !followsPrefix(tokens, tokens[at]?.field === 'thi' ? at + 1 : at);
  tokens = joinPercents(tokens);
  tokens = joinDates(tokens, isFree);
  tokens = joinYears(tokens);
  tokens = joinItems(tokens);
  return namesOrNumbers(tokens, heard);
}

/** A short word in the midst of Thai that nobody knows is a part of it: ดี in อดีต. */
function withoutStrays(tokens: readonly Token[]): Token[] {
  const stray = (at: number): boolean => {
    const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (token === undefined) return false;
    if (isStrayDivision(tokens, at)) return true;
    if (token.text.length > 3 || token.spaced || before?.field !== 'strange') return false;
    return /^[ก-๎]/.test(token.text) && after?.field === 'strange' && !after.spaced;
  };
  return tokens.map((token, at) => (stray(at) ? { ...token, field: 'strange', value: undefined } : token));
}

/** `ยังไม่ได้ทำอะไรเลย` asks nothing. */
function withoutNothing(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    if (token.field !== 'what' || !/^(?:เลย|เรย|เล้ย|สัก|ซัก)/.test(tokens[at + 1]?.text ?? '')) return token;
    const denied = tokens
      .slice(Math.max(0, at - 3), at)
      .some(({ field }) => field === 'yetNot' || field === 'not' || field === 'nothing');
    return denied ? { ...token, field: 'particle' } : token;
  });
}

/** What stands before somebody spoken to at the end: politeness, or the end of what is told. */
const BEFORE_VOCATIVE = new Set(
  'particle askingParticle already la yang done full stay tick cross yesNo orYet percentSign'.split(' '),
);

/** `เสร็จแล้วครับพี่สมหญิง`, `ยังเลยหัวหน้า`: who is spoken to at the end says nothing of the item. */
function withoutVocatives(tokens: readonly Token[]): Token[] {
  const out = [...tokens];
  const isEnd = (at: number) => {
    let next = at;
    while (['particle', 'askingParticle', 'sign', 'vocative'].includes(out[next]?.field ?? '')) next += 1;
    return out[next] === undefined || out[next]?.field === 'line';
  };
  for (let at = tokens.length - 1; at > 0; at -= 1) {
    const [before, token, name] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (token?.field !== 'kin' || !BEFORE_VOCATIVE.has(before?.field ?? '')) continue;
    const isNamed = name?.field === 'strange' && !name.spaced;
    if (!isEnd(isNamed ? at + 2 : at + 1)) continue;
    out[at] = { ...token, field: 'vocative' };
    if (isNamed) out[at + 1] = { ...name, field: 'vocative' };
  }
  return out;
}

const YEAR = new Set(['unitYear', 'fiscal']);

/** `ปี 2569`, `ปีงบ 69`, `ปีงบประมาณ พ.ศ. 2569`: the value is the year in the Buddhist era. */
function joinYears(tokens: readonly Token[]): Token[] {
  if (!tokens.some(({ field }) => YEAR.has(field))) return [...tokens];
  return joinTokens(tokens, (at) => {
    if (!YEAR.has(tokens[at]?.field ?? '')) return null;
    const to = tokens[at + 1]?.field === 'era' ? at + 2 : at + 1;
    const number = tokens[to];
    if (number?.field !== 'number' || !/^(?:\d\d|25\d\d|20\d\d)$/.test(number.text)) return null;
    const year = Number(number.value);
    const buddhist = year < 100 ? year + 2500 : year < 2400 ? year + 543 : year;
    return { field: 'year', value: buddhist, to: to + 1 };
  });
}

/** A name that fits one item is that item, unless a number is given too: then the number counts. */
function namesOrNumbers(tokens: readonly Token[], { role }: Heard): Token[] {
  if (!tokens.some(({ field }) => field === 'name')) return [...tokens];
  const numbered = tokens.some(({ field }) => field === 'items');
  return tokens.map((token) => {
    if (token.field !== 'name') return token;
    // A citizen who asks for the channel of complaints wants to complain.
    if (role === 'citizen' && /ร้องเรียน/.test(token.text)) return { ...token, field: 'complaint' };
    if (role === 'citizen' && /ติดต่อ/.test(token.text)) return { ...token, field: 'contact' };
    if (numbered) return { ...token, field: 'title' };
    const items = token.value as readonly ItemNumber[];
    const value: ItemsNamed = { items, form: 'name' };
    return items.length === 1 ? { ...token, field: 'items', value } : { ...token, field: 'names', value };
  });
}

function weighty(tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  tokens.forEach((token, at) => {
    if (DROPPED.has(token.field)) return;
    let closed = false;
    const asking = tokens[at + 1]?.field === 'askingParticle';
    for (let next = at + 1; DROPPED.has(tokens[next]?.field ?? ''); next += 1) {
      closed ||= CLOSING.has(tokens[next]?.field ?? '');
    }
    words.push({ ...token, closed, asking });
  });
  return words;
}

// ---------------------------------------------------------------- asking a reading

/** Where a pattern stands among the words. */
export function find(reading: Reading, wanted: RegExp, from = 0) {
  return placeOf(wanted, reading.fields, from);
}

export function has(reading: Reading, ...fields: readonly string[]): boolean {
  return fields.some((field) => reading.said.has(field));
}

/** Every date said, in order. */
export function datesOf(reading: Reading): DateSaid[] {
  return reading.words.flatMap(({ field, value }) => (field === 'date' ? [value as DateSaid] : []));
}

/** The fiscal year (BE) said; null = none, `several` = more than one, so that nobody knows which is of which. */
export function yearSaid(reading: Reading): number | null | 'several' {
  const years = new Set(
    reading.words.flatMap(({ field, value }) => (field === 'year' ? [Number(value)] : [])),
  );
  if (years.size > 1) return 'several';
  const [year = null] = years;
  return year;
}
