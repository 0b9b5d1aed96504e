/**
 * Buttons. In 1:1 a press is a postback that carries ids. In a group a postback does not prove who pressed
 * (`docs/line-platform.md` §1.2), so there a button sends the person's own message, worded to pass the group gate.
 */
import type { Item } from '../domain/agency.ts';
import type { Month } from '../domain/calendar.ts';
import type { Status } from '../domain/event.ts';
import type { FlexBubble, FlexMessage, Json, Outgoing, QuickReply } from './outgoing.ts';
import { type Press, writePress } from './postback.ts';
import { itemName, monthWords, SAY, STATUS_SAID, yearWords } from './words.ts';

/** Longest text of a message action and displayText (`docs/line-platform.md` §2.5). */
const TEXT_LIMIT = 300;

/** A button's two faces. A type alias, so that it fits a template's data. */
export type Button = { readonly data: string; readonly text: string };

/** `years`: more than one plan is open, so the words must say which year. */
export interface ButtonPlace {
  readonly group: boolean;
  readonly years: boolean;
}

export function reportButton(place: ButtonPlace, item: Item, status: Status): Button {
  const text = `${nameIn(place, item)} ${STATUS_SAID[status]}`;
  return button({ do: 'report', item: item.id, status, year: item.year, entry: item.touched }, text);
}

export function detailButton(place: ButtonPlace, item: Item): Button {
  return button({ do: 'detail', item: item.id }, called(place, `${SAY.detail} ${nameIn(place, item)}`));
}

/**
 * Undoes one message's report. Its words name the items, for a group; should they not fit, or be of two years, they mean
 * the speaker's newest report there, which it is.
 */
export function undoButton(place: ButtonPlace, report: string, items: readonly Item[]): Button {
  const years = new Set(items.map((item) => item.year));
  const [year = 0] = years;
  const names = items.map(itemName).join(' ');
  const text = called(place, [SAY.undo, names, ...(place.years ? [yearWords(year)] : [])].join(' '));
  const fits = items.length > 0 && years.size === 1 && text.length <= TEXT_LIMIT;
  return button({ do: 'undo', report }, fits ? text : called(place, SAY.undo));
}

/** What is missing: of the whole agency, or of one division. */
export function missingButton(
  place: ButtonPlace,
  division?: { readonly code: string; readonly name: string },
): Button {
  const text = `${division?.name ?? ''}${SAY.missing}`;
  return button({ do: 'missing', ...(division ? { division: division.code } : {}) }, called(place, text));
}

export function progressButton(place: ButtonPlace): Button {
  return button({ do: 'progress' }, called(place, SAY.progress));
}

export function summaryButton(place: ButtonPlace, month: Month): Button {
  return button({ do: 'summary', month }, called(place, `${SAY.summary}${monthWords(month)}`));
}

/** Quick replies for a 1:1 chat or a group, at most 13. */
export function quickReplies(
  place: ButtonPlace,
  choices: readonly (readonly [label: string, Button])[],
): QuickReply {
  return {
    items: choices.slice(0, 13).map(([label, { data, text }]) => ({
      type: 'action',
      action: place.group
        ? { type: 'message', label, text }
        : { type: 'postback', label, data, displayText: text },
    })),
  };
}

/** The message as a group gets it: every postback in it becomes a message action saying its words. */
export function forGroup<M extends Outgoing>(message: M): M {
  if (message.type === 'text') return message;
  const flex: FlexMessage = message;
  const { contents } = flex;
  const bubbles =
    contents.type === 'bubble' ? worded(contents) : { ...contents, contents: contents.contents.map(worded) };
  return { ...message, contents: bubbles };
}

function worded(bubble: FlexBubble): FlexBubble {
  // The walk keeps every key, `type: 'bubble'` with the rest.
  return wordedNode(bubble) as FlexBubble;
}

function wordedNode(node: Json): Json {
  if (isList(node)) return node.map(wordedNode);
  if (typeof node !== 'object' || node === null) return node;
  if (node.type === 'postback')
    return { type: 'message', label: node.label ?? '', text: node.displayText ?? '' };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, wordedNode(value)]));
}

function isList(node: Json): node is readonly Json[] {
  return Array.isArray(node);
}

function nameIn(place: ButtonPlace, item: Item): string {
  return place.years ? `${itemName(item)} ${yearWords(item.year)}` : itemName(item);
}

function called(place: ButtonPlace, text: string): string {
  return place.group ? `${SAY.call} ${text}` : text;
}

function button(press: Press, text: string): Button {
  return { data: writePress(press), text };
}
