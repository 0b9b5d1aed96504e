/** Bubbles put together into what LINE takes: one message within its limits, a list cut into pages, a text cut short. */
import type { FlexBubble, FlexMessage } from './outgoing.ts';

/** LINE's limits on a Flex message (`docs/line-platform.md` §2.5). */
const MAX_BUBBLES = 12;
const MAX_ALT = 1_500;
const MAX_BUBBLE_BYTES = 30_000;
const MAX_CAROUSEL_BYTES = 50_000;

/** One Flex message of one or more bubbles; bubbles that would break LINE's limits are left off the end. */
export function flex(altText: string, bubbles: readonly FlexBubble[]): FlexMessage {
  const shown = bubbles.slice(0, fitting(bubbles));
  const [only, ...others] = shown;
  if (only === undefined)
    throw new RangeError(`the first bubble of "${altText.slice(0, 40)}" is larger than LINE takes`);
  return {
    type: 'flex',
    altText: short(altText, MAX_ALT),
    contents: others.length === 0 ? only : { type: 'carousel', contents: shown },
  };
}

/** The rows of one card of a list. */
export interface ListPage {
  readonly bubble: FlexBubble;
  readonly rows: number;
}

/** A list as a carousel. Rows that find no room are counted on a last card, `rest`: none is lost in silence. */
export function flexList(
  altText: string,
  list: readonly ListPage[],
  rest: (rows: number) => FlexBubble,
): FlexMessage {
  const all = list.map(({ bubble }) => bubble);
  for (let kept = fitting(all); kept > 0 && kept < all.length; kept -= 1) {
    const left = list.slice(kept).reduce((rows, page) => rows + page.rows, 0);
    const shown = [...all.slice(0, kept), rest(left)];
    if (fitting(shown) === shown.length) return flex(altText, shown);
  }
  return flex(altText, all);
}

/** How many of the bubbles LINE takes in one message. */
function fitting(bubbles: readonly FlexBubble[]): number {
  let bytes = 0;
  let count = 0;
  for (const bubble of bubbles.slice(0, MAX_BUBBLES)) {
    const size = Buffer.byteLength(JSON.stringify(bubble)) + 1;
    bytes += size;
    if (size > MAX_BUBBLE_BYTES || bytes > MAX_CAROUSEL_BYTES - 100) break;
    count += 1;
  }
  return count;
}

/** Cuts a list into pages for the bubbles of a carousel. */
export function pages<T>(list: readonly T[], size: number): T[][] {
  const cut: T[][] = [];
  for (let at = 0; at < list.length; at += size) cut.push(list.slice(at, at + size));
  return cut;
}

/** A text not longer than `limit` UTF-16 units, cut with … but never between a letter and its marks. */
export function short(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = limit - 1;
  while (end > 0 && JOINS_BEFORE.test(text[end] ?? '')) end -= 1;
  return `${text.slice(0, end)}…`;
}

/** What may not stand first after a cut: Thai vowels and tones over or under a letter, and half of a surrogate pair. */
const JOINS_BEFORE = /[\u0E31\u0E33-\u0E3A\u0E47-\u0E4E\uDC00-\uDFFF]/;
