/** Answers to what members do besides reporting: evidence, a later date, reminders put off or read, taking back. */
import type { Item } from '../domain/agency.ts';
import { type Day, workingDayOnOrAfter } from '../domain/calendar.ts';
import { finishDue } from '../domain/due.ts';
import { daysOffOf } from '../domain/holidays.ts';
import { evidenceOf } from '../domain/item.ts';
import { statusFor } from '../domain/part.ts';
import { laterButton, missingButton, reportButton, undoButton } from './buttons.ts';
import { keptCard, type Offer } from './cards.ts';
import { flex, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import type { Outgoing } from './outgoing.ts';
import { ownPart } from './parts.ts';
import { whoDecides, windowOf } from './say-extension.ts';
import { labelOf, markOf, nameOf, placeOf, type Scene, textOf } from './scene.ts';
import { andMore, itemName, shortDateWords } from './words.ts';
import {
  ACKNOWLEDGED,
  acknowledgedWords,
  byWords,
  evidenceCount,
  KEPT,
  KEPT_ALT,
  linkWords,
  movedWords,
  presentDue,
  reasonWords,
  remindedAfter,
  remindedOn,
  SAME_DUE,
  stillWords,
  UNDONE,
  untilWords,
  withDate,
} from './words-acts.ts';
import { LABEL } from './words-buttons.ts';
import { DECIDES } from './words-extension.ts';

const ROWS_SHOWN = 4;
const LINES_SHOWN = 5;
const TEXT_LIMIT = 1_000;

/** What was kept, as a card says it. */
interface Echo {
  readonly title: string;
  readonly alt: string;
  readonly act: string;
  readonly items: readonly Item[];
  readonly by: string | null;
  /** What stands in bold under an item. */
  readonly status: (item: Item) => string;
  readonly notes: readonly string[];
  readonly next?: Offer | null;
}

/** Echoes kept evidence; `act` is its id, `from` the items it was taken off. `scene.agency` is the state after it. */
export function sayEvidenceKept(
  scene: Scene,
  act: string,
  items: readonly Item[],
  url: string,
  from: readonly Item[] = [],
): Outgoing[] {
  const given = items.flatMap((item) => item.evidence.find(({ id }) => id === act) ?? []);
  const open = items.filter((item) => statusFor(item, ownPart(scene)) !== 'done');
  const [first] = open;
  const next: Offer | null =
    first === undefined
      ? null
      : { label: `${LABEL.finish} ${itemName(first)}`, button: reportButton(placeOf(scene), first, 'done') };
  return echo(scene, {
    title: KEPT.evidence,
    alt: KEPT_ALT.evidence(names(scene, items)),
    act,
    items,
    by: given[0]?.by ?? scene.member?.id ?? null,
    status: (item) => evidenceCount(evidenceOf(item).length),
    notes: [
      linkWords(short(url, 120)),
      ...(from.length === 0 ? [] : [movedWords(names(scene, from))]),
      ...(first === undefined ? [] : [stillWords(labelOf(scene, first), statusFor(first, ownPart(scene)))]),
    ],
    next,
  });
}

/** Echoes a later date asked for; `act` is the id of the extension. The present date stays until somebody decides. */
export function sayExtensionAsked(scene: Scene, act: string, items: readonly Item[], until: Day): Outgoing[] {
  const asked = items.flatMap((item) => item.extensions.find(({ id }) => id === act) ?? []);
  const reason = textOf(scene, asked[0]?.reason);
  const [due = null, ...others] = [...new Set(items.map((item) => finishDue(scene.agency, item)))];
  return echo(scene, {
    title: KEPT.extension,
    alt: KEPT_ALT.extension(names(scene, items), until),
    act,
    items,
    by: asked[0]?.by ?? scene.member?.id ?? null,
    status: () => untilWords(until),
    notes: [
      ...(reason === '' ? [] : [reasonWords(short(reason, 200))]),
      whoDecides(scene, items, act),
      windowOf(scene, items, { until }),
      `${due === null || others.length > 0 ? '' : `${presentDue(due)} · `}${DECIDES.notDecided}`,
    ],
  });
}

/** Echoes reminders put off; `act` is the id of the snooze. */
export function saySnoozed(scene: Scene, act: string, items: readonly Item[], until: Day): Outgoing[] {
  const day = workingDayOnOrAfter(until, daysOffOf(scene.agency));
  return echo(scene, {
    title: KEPT.snooze,
    alt: KEPT_ALT.snooze(names(scene, items), day),
    act,
    items,
    by: scene.member?.id ?? null,
    status: () => remindedOn(day),
    notes: [...(day === until ? [] : [remindedAfter(until, day)]), SAME_DUE],
  });
}

function echo(scene: Scene, { title, alt, act, items, by, status, notes, next = null }: Echo): Outgoing[] {
  const place = placeOf(scene);
  const card = keptCard({
    title,
    by: byWords(short(nameOf(scene, by), 100)),
    rows: items.slice(0, ROWS_SHOWN).map((item) => ({
      label: labelOf(scene, item),
      title: short(item.title, 100),
      status: status(item),
    })),
    more: andMore(items.length - ROWS_SHOWN),
    notes: notes.filter((text) => text !== '').map((text) => ({ text })),
    warning: '',
    left: '',
    mark: markOf(scene.agency, items),
    next,
    undo: undoButton(place, act, items),
    missing: missingButton(place),
  });
  return [withNext(scene, flex(alt, [card]), ['mine', 'near'])];
}

/** He has read a reminder, of these items; none = nothing was reminded, it was mere politeness. */
export function sayAcknowledged(scene: Scene, items: readonly Item[]): Outgoing[] {
  const { agency, now } = scene;
  const [first] = items;
  if (first === undefined) return [{ type: 'text', text: ACKNOWLEDGED }];
  const lines = items
    .slice(0, LINES_SHOWN)
    .map((item) => withDate(labelOf(scene, item), shortDateWords(finishDue(agency, item), now)));
  const place = placeOf(scene);
  const own =
    items.length > 1 || statusFor(first, ownPart(scene)) === 'done'
      ? []
      : ([
          [LABEL.finish, reportButton(place, first, 'done')],
          [LABEL.later, laterButton(place, first)],
        ] as const);
  const more = [andMore(items.length - lines.length), markOf(agency, items)].filter((line) => line !== '');
  const text = short(acknowledgedWords([...lines, ...more]), TEXT_LIMIT);
  return [withNext(scene, { type: 'text', text }, ['mine', 'near'], own)];
}

/** One act taken back; `item` as it stands now. */
export interface Undone {
  readonly item: Item;
  readonly what: 'report' | 'evidence' | 'extension' | 'decision' | 'snooze';
}

/** What was taken back, and how the items stand now. */
export function sayUndone(scene: Scene, undone: readonly Undone[]): Outgoing[] {
  const lines = undone.slice(0, LINES_SHOWN).map((one) => undoneWords(scene, one));
  const items = undone.map(({ item }) => item);
  const rest = [andMore(undone.length - lines.length), markOf(scene.agency, items)];
  const text = short([UNDONE.title, ...lines, ...rest.filter((line) => line !== '')].join('\n'), TEXT_LIMIT);
  return [withNext(scene, { type: 'text', text }, ['mine', 'missing'])];
}

function undoneWords(scene: Scene, { item, what }: Undone): string {
  const name = labelOf(scene, item);
  switch (what) {
    case 'report':
      return UNDONE.report(name, statusFor(item, ownPart(scene)));
    case 'evidence':
      return UNDONE.evidence(name, evidenceOf(item).length);
    case 'extension':
      return UNDONE.extension(name);
    case 'decision':
      return UNDONE.decision(name);
    case 'snooze':
      return UNDONE.snooze(name);
  }
}

function names(scene: Scene, items: readonly Item[]): string {
  return items.map((item) => labelOf(scene, item)).join(', ');
}
