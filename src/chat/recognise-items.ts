/** Finds item numbers in normalised text (`docs/understanding.md` §3: numbers, lists, ranges). */
import type { ItemKind } from '../domain/event.ts';
import type { ItemNumber } from '../domain/item.ts';

export interface FoundItems {
  readonly items: readonly ItemNumber[];
  /** Every item was named by a full token: O and a number, or มาตรการที่ n. A bare ข้อ n or ม.n is less. */
  readonly full: boolean;
  /** Some item was written ม.n, which in talk among people is a village or a school year as often. */
  readonly village: boolean;
  /** What stands before, between and after the items: one piece more than there are places that name items. */
  readonly pieces: readonly string[];
  /** The text with the items taken out. */
  readonly rest: string;
}

const OIT = String.raw`(?:ข้อ|ตัว)?\s*(?:oit\s*(?:ข้อ)?|(?<![a-z])o|โอ)\s*[-.]?\s*(?<oit>\d{1,2})(?!\d)`;
const ZERO = String.raw`ข้อ\s*0(?<zero>\d{2})(?!\d)`;
const FULL_MEASURE = String.raw`(?:ข้อ\s*)?มาตรการ\s*(?:ที่|ข้อที่|ข้อ)?\s*(?<full>\d{1,2})(?!\d|\s*(?:ข้อ|เรื่อง|ด้าน))`;
const SHORT_MEASURE = String.raw`(?<![ก-๙.])ม\.\s*(?<dot>\d{1,2})(?!\d)`;
const BARE = String.raw`ข้อ\s*(?:ที่)?\s*(?<bare>\d{1,2})(?!\d)`;
const TOKEN = new RegExp([OIT, ZERO, FULL_MEASURE, SHORT_MEASURE, BARE].join('|'), 'g');
/** After an item: more numbers of the same kind, `,2` or `กับ 4`, or the end of a range. */
const MORE =
  /\s*(?:(?<range>-|–|~|ถึง|จนถึง)\s*(?:o|โอ|ม\.|มาตรการที่)?\s*|(?:,|และ|กับ|กะ)\s*(?=\d))(?<number>\d{1,2})(?![\d%]|\s*(?:%|เปอร์เซ็นต์|ข้อ|คน|วัน))/y;
const MAX_RANGE = 60;

/** Items in the order they stand, each once. The text must be normalised and free of URLs and percents. */
export function findItems(text: string): FoundItems {
  const items = new Map<string, ItemNumber>();
  const add = (kind: ItemKind, number: number) => {
    if (number > 0) items.set(`${kind}${number}`, { kind, number });
  };
  let full = true;
  let village = false;
  const pieces: string[] = [];
  let at = 0;
  for (TOKEN.lastIndex = 0; ; ) {
    const token = TOKEN.exec(text);
    if (token === null) break;
    const { oit, zero, full: measure, dot, bare } = token.groups ?? {};
    const kind: ItemKind = oit !== undefined || zero !== undefined ? 'oit' : 'measure';
    const number = Number(oit ?? zero ?? measure ?? dot ?? bare);
    full &&= dot === undefined && bare === undefined;
    village ||= dot !== undefined;
    pieces.push(text.slice(at, token.index));
    at = TOKEN.lastIndex;
    add(kind, number);
    at = readMore(text, at, kind, number, add);
    TOKEN.lastIndex = at;
  }
  pieces.push(text.slice(at));
  const rest = pieces.join(' ').replace(/\s+/g, ' ').trim();
  return { items: [...items.values()], full: full && items.size > 0, village, pieces, rest };
}

function readMore(
  text: string,
  from: number,
  kind: ItemKind,
  first: number,
  add: (kind: ItemKind, number: number) => void,
): number {
  let at = from;
  let last = first;
  for (;;) {
    MORE.lastIndex = at;
    const more = MORE.exec(text);
    if (more === null) return at;
    const number = Number(more.groups?.number);
    const isRange = more.groups?.range !== undefined;
    if (isRange && number > last && number - last <= MAX_RANGE) {
      for (let between = last + 1; between < number; between += 1) add(kind, between);
    }
    add(kind, number);
    last = number;
    at = MORE.lastIndex;
  }
}
