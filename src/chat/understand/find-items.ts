/**
 * Items named by number (`docs/understanding.md` §3): O12 however it is written or spoken, measures, lists, ranges and
 * exceptions; and the numbers that look like items and are none.
 */
import type { ItemKind } from '../../domain/event.ts';
import type { ItemNumber } from '../../domain/item.ts';
import { joinTokens, type Token } from '../../thai/lexicon.ts';

/** How an item was written: in full (O12, มาตรการที่ 3), as ข้อ 3, as ม.3, or by its title. */
export type Form = 'full' | 'bare' | 'village' | 'name';

/** Items named at one place of a text. */
export interface ItemsNamed {
  readonly items: readonly ItemNumber[];
  readonly form: Form;
}

const MOST_ITEMS = 60;
/** What may stand between O and its number. */
const JOINERS = new Set(['dash', 'dot', 'colon', 'thi', 'kho', 'item']);
const BETWEEN = new Set(['comma', 'and', 'plus', 'slash']);
const RANGE = new Set(['dash', 'until']);

/**
 * Replaces the tokens of every place that names items by one of the field `items`. Percents, dates and counts are tokens of
 * their own by now, so that what is left of the numbers may be items.
 */
export function joinItems(tokens: readonly Token[]): Token[] {
  const said = new Set(tokens.map(({ field }) => field));
  if (
    !said.has('o') &&
    !said.has('oitWord') &&
    !said.has('kho') &&
    !said.has('measure') &&
    !said.has('villageM')
  )
    return [...tokens];
  return joinTokens(tokens, (at) => {
    const head = headAt(tokens, at, said);
    if (head === null) return null;
    const { items, to } = listFrom(tokens, head, said);
    const value: ItemsNamed = { items, form: head.form };
    return { field: 'items', value, to };
  });
}

/** Words an item's number follows; such a number begins no date. */
const PREFIXES = new Set(['o', 'oitWord', 'kho', 'measure', 'villageM']);

/** How long a list with slashes may be: more is no list, and looking back costs. */
const LONGEST_SLASHED = 8;

/** Whether the number at a place follows a word that makes it an item's, also through slashes: O1/2/3. */
export function followsPrefix(tokens: readonly Token[], at: number): boolean {
  for (let place = at; place > at - 2 * LONGEST_SLASHED && tokens[place]?.field === 'number'; place -= 2) {
    const [before, earlier] = [tokens[place - 1], tokens[place - 2]];
    if (PREFIXES.has(before?.field ?? '')) return true;
    if (JOINERS.has(before?.field ?? '') && PREFIXES.has(earlier?.field ?? '')) return true;
    if (before?.field !== 'slash' || before.spaced) return false;
  }
  return false;
}

interface Head {
  readonly kind: ItemKind;
  readonly form: Form;
  readonly number: number;
  /** The token behind the number. */
  readonly to: number;
}

/** The first item of a list: a word that says what is numbered, and the number. */
function headAt(tokens: readonly Token[], at: number, said: ReadonlySet<string>): Head | null {
  const first = tokens[at];
  switch (first?.field) {
    case 'kho':
    case 'item': {
      if (tokens[at - 1]?.field === 'container') return null;
      const next = tokens[at + 1];
      if (next?.field === 'o' || next?.field === 'oitWord' || next?.field === 'measure')
        return headAt(tokens, at + 1, said);
      if (first.field === 'item') return null;
      const to = next?.field === 'thi' ? at + 2 : at + 1;
      const number = tokens[to];
      if (!isNumber(number) || isCut(tokens, to)) return null;
      // A zero typed for the letter O: three digits (ข้อ 027).
      if (/^0\d\d$/.test(number.text))
        return { kind: 'oit', form: 'full', number: Number(number.value), to: to + 1 };
      return isLong(number, 2)
        ? null
        : { kind: 'measure', form: 'bare', number: Number(number.value), to: to + 1 };
    }
    case 'o':
    case 'oitWord': {
      if (said.has('blood')) return null;
      let to = at + 1;
      while (to < at + 3 && JOINERS.has(tokens[to]?.field ?? '')) to += 1;
      const number = tokens[to];
      if (!isNumber(number) || isCut(tokens, to) || Number(number.value) > 99 || isLong(number, 3))
        return null;
      const isLetter = first.text === 'o';
      // พี่โอ 5 โมง: the sound โอ apart from its number is a name before anything that is counted.
      if (first.text === 'โอ' && tokens[at - 1]?.field === 'kin' && !first.spaced) return null;
      if (!(isLetter && !number.spaced) && isCounted(tokens, to + 1)) return null;
      if (Number(number.value) === 2 && said.has('oxygen')) return null;
      return { kind: 'oit', form: 'full', number: Number(number.value), to: to + 1 };
    }
    case 'measure': {
      let to = at + 1;
      if (tokens[to]?.field === 'thi' || tokens[to]?.field === 'kho') to += 1;
      if (tokens[to]?.field === 'thi') to += 1;
      const number = tokens[to];
      if (!isNumber(number) || isCut(tokens, to) || Number(number.value) > 99 || isLong(number, 3))
        return null;
      if (tokens[at + 1] === number && isCounted(tokens, to + 1)) return null;
      return { kind: 'measure', form: 'full', number: Number(number.value), to: to + 1 };
    }
    case 'villageM': {
      if (said.has('place') || said.has('law')) return null;
      const to = tokens[at + 1]?.field === 'thi' ? at + 2 : at + 1;
      const number = tokens[to];
      if (!isNumber(number) || isCut(tokens, to) || Number(number.value) > 99 || isLong(number, 2))
        return null;
      return { kind: 'measure', form: 'village', number: Number(number.value), to: to + 1 };
    }
    default:
      return null;
  }
}

function isNumber(token: Token | undefined): token is Token {
  return token?.field === 'number';
}

/** More digits than an item's number has; a number said in words is as long as its words. */
function isLong({ text }: Token, most: number): boolean {
  return text.length > most && /^\d/.test(text);
}

/** 12.5, 12/2568, 12:30: part of another number. A slash may divide a list: O1/2/3. */
function isCut(tokens: readonly Token[], at: number): boolean {
  const [sign, after] = [tokens[at + 1], tokens[at + 2]];
  if (sign === undefined || sign.spaced || !isNumber(after) || after.spaced) return false;
  if (sign.field === 'dot' || sign.field === 'colon') return true;
  return sign.field === 'slash' && Number(after.value) > MOST_ITEMS;
}

const COUNTS = new Set([
  'counter',
  'kho',
  'item',
  'hour',
  'hours',
  'unitDay',
  'unitYear',
  'percentSign',
  'percentWord',
  'oxygen',
]);

/** `มาตรการ 2 ข้อ` are two of them; but `O5 ข้อ 6` are two items. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next === undefined || !COUNTS.has(next.field)) return false;
  return !(next.field === 'kho' && isNumber(tokens[at + 1]));
}

/** The items from a head on: a list hands its kind down, a range is inclusive. */
function listFrom(
  tokens: readonly Token[],
  head: Head,
  said: ReadonlySet<string>,
): { readonly items: readonly ItemNumber[]; readonly to: number } {
  const items = new Map<string, ItemNumber>();
  const add = (kind: ItemKind, number: number) => {
    if (items.size < 200) items.set(`${kind}${number}`, { kind, number });
  };
  add(head.kind, head.number);
  let { to, kind, number: last } = { ...head };
  for (;;) {
    const more = moreAt(tokens, to, kind, said);
    if (more === null) break;
    if (more.range && more.kind === kind && more.number > last && more.number - last < MOST_ITEMS)
      for (let between = last + 1; between < more.number; between += 1) add(kind, between);
    add(more.kind, more.number);
    ({ to, kind, number: last } = more);
  }
  return { items: [...items.values()], to };
}

interface More {
  readonly kind: ItemKind;
  readonly number: number;
  readonly range: boolean;
  readonly to: number;
}

function moreAt(
  tokens: readonly Token[],
  at: number,
  kind: ItemKind,
  said: ReadonlySet<string>,
): More | null {
  const sign = tokens[at];
  if (sign === undefined) return null;
  const range = RANGE.has(sign.field);
  const divided = range || BETWEEN.has(sign.field);
  let to = divided ? at + 1 : at;
  // "O1, และ O2": two dividers.
  if (divided && !range && BETWEEN.has(tokens[to]?.field ?? '')) to += 1;
  const head = headAt(tokens, to, said);
  if (head !== null && (divided || head.form !== 'village' || kind === 'measure'))
    return { kind: head.kind, number: head.number, range, to: head.to };
  if (tokens[to]?.field === 'thi' && divided) to += 1;
  const number = tokens[to];
  if (!isNumber(number) || isCut(tokens, to) || isCounted(tokens, to + 1)) return null;
  if (Number(number.value) > MOST_ITEMS || isLong(number, 2)) return null;
  // A date after ถึง when something is put off: ขอเลื่อน O14 ถึง 20.
  if (sign.field === 'until' && (said.has('postpone') || said.has('may'))) return null;
  if (sign.field === 'slash' && (sign.spaced || number.spaced)) return null;
  // O1 2 3: a space divides a list only before another number or what is said of them.
  if (!divided && (!number.spaced || /^[ก-๙]/.test(number.text))) return null;
  return { kind, number: Number(number.value), range, to: to + 1 };
}
