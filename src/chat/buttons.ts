/**
 * Buttons. In 1:1 a press is a postback that carries ids. In a group a postback does not prove who pressed
 * (`docs/line-platform.md` §1.2), so there a button sends the person's own message, worded to pass the group gate.
 */
import type { Item } from '../domain/agency.ts';
import type { Day, Month } from '../domain/calendar.ts';
import type { Status } from '../domain/event.ts';
import type { Action, FlexBubble, FlexMessage, Json, Outgoing, QuickReply } from './outgoing.ts';
import { fitsPress, type Press, writePress } from './postback.ts';
import { dayWords, itemName, monthWords, STATUS_SAID, yearWords } from './words.ts';
import { SAY } from './words-buttons.ts';

/** Longest text of a message action and displayText (`docs/line-platform.md` §2.5). */
export const TEXT_LIMIT = 300;

/** A button's two faces. A type alias, so that it fits a template's data. */
export type Button = { readonly data: string; readonly text: string };

/** `years`: more than one plan is open, so the words must say which year. */
export interface ButtonPlace {
  readonly group: boolean;
  readonly years: boolean;
}

// ---------------------------------------------------------------- what changes something

export function reportButton(place: ButtonPlace, item: Item, status: Status, percent?: number): Button {
  const told = percent === undefined ? STATUS_SAID[status] : `${STATUS_SAID[status]} ${percent}%`;
  const { id, year, touched } = item;
  const press = { do: 'report' as const, item: id, status, year, entry: touched };
  return button(percent === undefined ? press : { ...press, percent }, `${nameIn(place, item)} ${told}`);
}

/** Gives a link that was sent without its item; null when LINE would not take so long an address in a button. */
export function evidenceButton(place: ButtonPlace, item: Item, url: string): Button | null {
  const press = { do: 'evidence' as const, item: item.id, url };
  const text = called(place, `${SAY.give} ${nameIn(place, item)} ${url}`);
  return fitsPress(press) && text.length <= TEXT_LIMIT ? button(press, text) : null;
}

/** He has evidence: the bot asks for the link. */
export function giveButton(place: ButtonPlace, item: Item): Button {
  return button({ do: 'give', item: item.id }, called(place, `${SAY.give} ${nameIn(place, item)}`));
}

export function extensionButton(place: ButtonPlace, item: Item, until: Day): Button {
  return button({ do: 'extension', item: item.id, until }, extensionSaid(place, [item], until));
}

/** He needs more time: the bot asks until when. */
export function laterButton(place: ButtonPlace, item: Item): Button {
  return button({ do: 'later', item: item.id }, called(place, `${SAY.later} ${nameIn(place, item)}`));
}

/** Decides a later date; only in 1:1, where it is known who presses. `text` says what and of which items. */
export function decideButton(extension: string, granted: boolean, text: string): Button {
  return button({ do: granted ? 'grant' : 'refuse', extension }, text);
}

/** Without an item: what was last reminded. */
export function snoozeButton(place: ButtonPlace, until: Day, item?: Item): Button {
  const named = item === undefined ? {} : { item: item.id };
  return button(
    { do: 'snooze', ...named, until },
    snoozeSaid(place, item === undefined ? [] : [item], until),
  );
}

export function acknowledgeButton(place: ButtonPlace, item?: Item): Button {
  const named = item === undefined ? {} : { item: item.id };
  const whose = item === undefined ? '' : ` ${nameIn(place, item)}`;
  return button({ do: 'acknowledge', ...named }, called(place, `${SAY.acknowledge}${whose}`));
}

/**
 * Undoes what one message did. Its words name the items, for a group; should they not fit, or be of two years, they mean
 * the speaker's newest act there, which it is.
 */
export function undoButton(place: ButtonPlace, act: string, items: readonly Item[]): Button {
  const text = called(place, `${SAY.undo} ${namesIn(place, items)}`);
  const fits = items.length > 0 && ofOneYear(items) && text.length <= TEXT_LIMIT;
  return button({ do: 'undo', act }, fits ? text : called(place, SAY.undo));
}

/** `ขอขยาย O1 O2 เป็นวันที่ 30 เมษายน 2569`, as `understand` reads it. */
export function extensionSaid(place: ButtonPlace, items: readonly Item[], until: Day): string {
  return called(place, `${SAY.extension} ${namesIn(place, items)} เป็น${dayWords(until)}`);
}

/** `เลื่อนเตือน O1 O2 เป็นวันที่ 6 เมษายน 2569`, as `understand` reads it. */
export function snoozeSaid(place: ButtonPlace, items: readonly Item[], until: Day): string {
  const names = items.length === 0 ? '' : ` ${namesIn(place, items)} `;
  return called(place, `${SAY.snooze}${names}เป็น${dayWords(until)}`);
}

// ---------------------------------------------------------------- what only asks

export function detailButton(place: ButtonPlace, item: Item): Button {
  return button({ do: 'detail', item: item.id }, called(place, `${SAY.detail} ${nameIn(place, item)}`));
}

export function responsibleButton(place: ButtonPlace, item: Item): Button {
  const text = called(place, `${SAY.responsible} ${nameIn(place, item)}`);
  return button({ do: 'responsible', item: item.id }, text);
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

/** Every division beside the others. */
export function divisionsButton(place: ButtonPlace): Button {
  return button({ do: 'divisions' }, called(place, SAY.divisions));
}

/** What falls due in a month or until a day, or is late; nothing said = what is near its date. */
export function dueButton(
  place: ButtonPlace,
  when: { readonly month?: Month; readonly until?: Day; readonly overdue?: true } = {},
): Button {
  return button({ do: 'due', ...when }, called(place, dueSaid(when)));
}

function dueSaid(when: { readonly month?: Month; readonly until?: Day; readonly overdue?: true }): string {
  if (when.overdue) return SAY.overdue;
  if (when.month !== undefined) return `${SAY.due}เดือน${monthWords(when.month)}`;
  return when.until === undefined ? SAY.near : `${SAY.due}ภายใน${dayWords(when.until)}`;
}

export function scoreButton(place: ButtonPlace): Button {
  return button({ do: 'score' }, called(place, SAY.score));
}

export function summaryButton(place: ButtonPlace, month: Month): Button {
  return button({ do: 'summary', month }, called(place, `${SAY.summary}${monthWords(month)}`));
}

export function measuresButton(place: ButtonPlace): Button {
  return button({ do: 'measures' }, called(place, SAY.measures));
}

export function helpButton(place: ButtonPlace): Button {
  return button({ do: 'help' }, called(place, SAY.help));
}

// ---------------------------------------------------------------- where buttons stand

/** Words that a button sends, in 1:1 too when no data carries what they say. */
export interface Spoken {
  readonly text: string;
  readonly data: string | null;
}

export type Choice = readonly [label: string, Spoken];

/** Quick replies for a 1:1 chat or a group, at most 13. */
export function quickReplies(place: ButtonPlace, choices: readonly Choice[]): QuickReply {
  return {
    items: choices.slice(0, 13).map(([label, { data, text }]) => ({
      type: 'action',
      action: actionOf(label, place.group ? null : data, text),
    })),
  };
}

function actionOf(label: string, data: string | null, text: string): Action {
  return data === null
    ? { type: 'message', label, text }
    : { type: 'postback', label, data, displayText: text };
}

/** The message as a group gets it: every postback in it becomes a message action saying its words. */
export function forGroup<M extends Outgoing>(message: M): M {
  if (message.type !== 'flex') return message;
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

export function nameIn(place: ButtonPlace, item: Item): string {
  return place.years ? `${itemName(item)} ${yearWords(item.year)}` : itemName(item);
}

/** `O1 O2 ปี 2569`: the names of items of one year. */
function namesIn(place: ButtonPlace, items: readonly Item[]): string {
  const year = place.years && items[0] !== undefined ? [yearWords(items[0].year)] : [];
  return [...items.map(itemName), ...year].join(' ');
}

export function ofOneYear(items: readonly Item[]): boolean {
  return new Set(items.map((item) => item.year)).size === 1;
}

/** In a group a question or a command calls the bot first. */
export function called(place: ButtonPlace, text: string): string {
  return place.group ? `${SAY.call} ${text}` : text;
}

function button(press: Press, text: string): Button {
  return { data: writePress(press), text };
}
