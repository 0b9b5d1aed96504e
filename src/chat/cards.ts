/** The Flex cards, compiled once. Each view lists exactly the names its template in `flex-templates/` uses. */
import askJson from '../../flex-templates/ask.json' with { type: 'json' };
import changesJson from '../../flex-templates/changes.json' with { type: 'json' };
import itemJson from '../../flex-templates/item.json' with { type: 'json' };
import keptJson from '../../flex-templates/kept.json' with { type: 'json' };
import listJson from '../../flex-templates/list.json' with { type: 'json' };
import moreJson from '../../flex-templates/more.json' with { type: 'json' };
import progressJson from '../../flex-templates/progress.json' with { type: 'json' };
import publicListJson from '../../flex-templates/public-list.json' with { type: 'json' };
import reminderJson from '../../flex-templates/reminder.json' with { type: 'json' };
import type { Button } from './buttons.ts';
import type { FlexBubble, FlexMessage } from './outgoing.ts';
import { compile } from './template.ts';

export const reminderCard = compile<{
  when: string;
  what: string;
  late: boolean;
  label: string;
  title: string;
  date: string;
  divisions: string;
  status: string;
  done: Button;
  doing: Button;
  notStarted: Button;
  detail: Button;
}>('reminder', reminderJson);

export const moreCard = compile<{ count: number; hint: string; label: string; button: Button }>(
  'more',
  moreJson,
);

export const itemCard = compile<{
  label: string;
  year: string;
  title: string;
  status: string;
  date: string;
  divisions: string;
  reported: string;
  note: string;
  report: string;
  stepsTitle: string;
  steps: readonly { text: string }[];
  stepsRest: string;
  mayReport: boolean;
  mayFinish: boolean;
  done: Button;
  doing: Button;
  notStarted: Button;
  missing: Button;
}>('item', itemJson);

export const keptCard = compile<{
  by: string;
  rows: readonly { label: string; title: string; status: string }[];
  note: string;
  more: string;
  history: string;
  left: string;
  undo: Button;
  missing: Button;
}>('kept', keptJson);

export type ListRow = {
  readonly code: string;
  readonly title: string;
  readonly note: string;
  readonly late: boolean;
  readonly detail: Button;
};
export const listCard = compile<{ title: string; subtitle: string; rows: readonly ListRow[] }>(
  'list',
  listJson,
);

export type PlainRow = { readonly code: string; readonly title: string; readonly note: string };
export const publicListCard = compile<{ title: string; subtitle: string; rows: readonly PlainRow[] }>(
  'public-list',
  publicListJson,
);

/** A bar of ten segments: as many elements as are filled, and as are left. */
export type Bar = { readonly full: readonly object[]; readonly rest: readonly object[] };
export const progressCard = compile<{
  title: string;
  subtitle: string;
  percent: number;
  done: number;
  total: number;
  bar: Bar;
  counts: string;
  late: string;
  divisions: readonly { name: string; done: number; total: number; bar: Bar; late: string }[];
  divisionsRest: string;
  missing: Button;
}>('progress', progressJson);

export const changesCard = compile<{
  title: string;
  subtitle: string;
  sections: readonly { heading: string; rows: readonly PlainRow[]; rest: string }[];
  foot: string;
}>('changes', changesJson);

export const askCard = compile<{
  question: string;
  detail: string;
  choices: readonly { label: string; button: Button }[];
}>('ask', askJson);

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
export interface Page {
  readonly bubble: FlexBubble;
  readonly rows: number;
}

/** A list as a carousel. Rows that find no room are counted on a last card, `rest`: none is lost in silence. */
export function flexList(
  altText: string,
  list: readonly Page[],
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

const SEGMENTS = 10;

/** A begun bar shows one segment at least, a full one only what is all done. */
export function bar(percent: number): Bar {
  const full = percent === 0 ? 0 : Math.max(1, Math.floor((percent * SEGMENTS) / 100));
  return { full: Array(full).fill({}), rest: Array(SEGMENTS - full).fill({}) };
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
