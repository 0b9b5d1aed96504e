/** What follows from an intent or a pressed button: a command decided, or a question answered. */
import type { Intent } from '../chat/intent.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import type { Press } from '../chat/postback.ts';
import { sayRefusal } from '../chat/say-refusal.ts';
import { askStale, askYear, askYearAgain, sayKept, sayUndone } from '../chat/say-report.ts';
import type { Scene } from '../chat/scene.ts';
import { BUTTON_IN_GROUP, confirmation } from '../chat/words.ts';
import type { Agency, Item } from '../domain/agency.ts';
import type { Command, ReportCommand, UndoWhat } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import type { Actor } from '../domain/entry.ts';
import type { ChatRef, DomainEvent, Status } from '../domain/event.ts';
import { evolveAll } from '../domain/evolve.ts';
import { type ItemNumber, itemsMeant, openItemsNumbered } from '../domain/item.ts';
import { answer, type Question, sayNotFound } from './answer.ts';
import type { World } from './flow.ts';
import type { Inbound } from './inbound.ts';
import type { BesideChange } from './ports.ts';
import { type Speaker, sceneOf } from './scene.ts';
import { entriesAhead, type Held } from './transact.ts';

export interface Response {
  readonly agency: string;
  readonly messages: readonly Outgoing[];
  readonly events?: readonly DomainEvent[];
  readonly beside?: readonly BesideChange[];
  /** Who acts, when it is not the speaker as identified. */
  readonly by?: Actor;
  /** To be said later should the answer be lost: only for kept reports. */
  readonly confirmation?: string;
}

/** Acts on what was understood. */
export async function actOnIntent(
  world: World,
  held: Held,
  speaker: Speaker,
  inbound: Inbound,
  intent: Exclude<Intent, { intent: 'none' }>,
): Promise<Response> {
  if (intent.intent !== 'report_status' && intent.intent !== 'undo_last')
    return ask(world, held, speaker, intent);
  if (intent.intent === 'undo_last' && intent.items.length === 0) {
    return undo(world, held, speaker, inbound, { kind: 'newest' });
  }
  const found = meant(held.agency, speaker, intent);
  if (found.kind !== 'found') return notFound(world, held, speaker, intent, found);
  if (intent.intent === 'undo_last') {
    return undo(world, held, speaker, inbound, { kind: 'items', items: found.items.map((item) => item.id) });
  }
  const { status, percent, note } = intent;
  const items = found.items.map((item) => ({ item: item.id, status, percent }));
  return report(world, held, speaker, inbound, items, { note });
}

/** A number nobody has, or that two open years have: a button can carry one item and its status, no more. */
async function notFound(
  world: World,
  held: Held,
  speaker: Speaker,
  intent: Extract<Intent, { intent: 'report_status' | 'undo_last' }>,
  found: Meant,
): Promise<Response> {
  const scene = await sceneOf(world, held, speaker);
  if (scene.member === null) return say(held, sayRefusal(scene, { kind: 'not-a-member' }));
  if (found.kind === 'none') return say(held, sayNotFound(scene, intent));
  const simple =
    intent.intent === 'report_status' &&
    intent.items.length === 1 &&
    intent.percent === undefined &&
    intent.note === '';
  return say(held, simple ? askYear(scene, found.items, intent.status) : askYearAgain(found.items));
}

/** Acts on a pressed button. In a group a postback proves nothing about who pressed, so it may only ask. */
export async function actOnPress(
  world: World,
  held: Held,
  speaker: Speaker,
  inbound: Inbound,
  press: Press,
): Promise<Response> {
  const changes = press.do === 'report' || press.do === 'undo';
  if (changes && inbound.chat.kind === 'group') return say(held, [{ type: 'text', text: BUTTON_IN_GROUP }]);
  // A forged button may name what every object has, such as `constructor`.
  if ('item' in press && !Object.hasOwn(held.agency.items, press.item))
    return refused(world, held, speaker, { kind: 'no-such-item' });
  switch (press.do) {
    case 'report': {
      const { item, status, entry } = press;
      return report(world, held, speaker, inbound, [{ item, status }], { drawnFrom: entry });
    }
    case 'undo':
      return undo(world, held, speaker, inbound, { kind: 'report', report: press.report });
    case 'detail': {
      const item = held.agency.items[press.item];
      const question: Question = { intent: 'ask_item_detail', items: [], year: null };
      const scene = await sceneOf(world, held, speaker, { items: item === undefined ? [] : [item] });
      return say(held, answer(scene, question, item === undefined ? [] : [item]));
    }
    case 'missing':
      return ask(world, held, speaker, {
        intent: 'ask_missing_items',
        division: knownDivision(held, press.division),
      });
    case 'progress':
      return ask(world, held, speaker, { intent: 'ask_overall_progress' });
    case 'summary':
      return ask(world, held, speaker, { intent: 'ask_summary_month', month: press.month, division: null });
  }
}

async function ask(world: World, held: Held, speaker: Speaker, question: Question): Promise<Response> {
  const items = 'items' in question ? meant(held.agency, speaker, question).items : [];
  const scene = await sceneOf(world, held, speaker, { items });
  return say(held, answer(scene, question, items));
}

async function report(
  world: World,
  held: Held,
  speaker: Speaker,
  inbound: Inbound,
  items: ReportCommand['items'],
  more: { readonly note?: string; readonly drawnFrom?: number },
): Promise<Response> {
  const note = more.note === undefined || more.note === '' ? null : world.ids.seal(more.note);
  const command: ReportCommand = {
    type: 'report',
    by: actor(speaker),
    report: world.ids.id(),
    chat: chatOf(speaker),
    items,
    note: note?.ref,
    drawnFrom: more.drawnFrom,
  };
  const decision = decide(held.agency, command, world.clock.now());
  if (!decision.ok) {
    const { refusal } = decision;
    const asked = refusal.kind === 'stale' ? held.agency.items[refusal.item] : undefined;
    const wanted = items[0]?.status;
    if (asked === undefined || wanted === undefined) return refused(world, held, speaker, refusal);
    return say(held, askStale(await sceneOf(world, held, speaker, { items: [asked] }), asked, wanted));
  }
  const { events } = decision;
  const after = await sceneAfter(world, held, speaker, inbound, events);
  // Not kept yet, so it cannot be fetched: the echo shows the words in hand.
  const scene = note === null ? after : { ...after, notes: new Map([[note.ref.id, more.note ?? '']]) };
  const touched = items.flatMap(({ item }) => scene.agency.items[item] ?? []);
  const status: Status = items[0]?.status ?? 'done';
  return {
    ...say(held, sayKept(scene, command.report, touched)),
    events,
    beside: note === null ? [] : [{ do: 'put', record: note.beside }],
    confirmation: confirmation(touched, status),
  };
}

async function undo(
  world: World,
  held: Held,
  speaker: Speaker,
  inbound: Inbound,
  what: UndoWhat,
): Promise<Response> {
  const command: Command = {
    type: 'undo',
    by: actor(speaker),
    chat: chatOf(speaker),
    at: inbound.at,
    what,
  };
  const decision = decide(held.agency, command, world.clock.now());
  if (!decision.ok) return refused(world, held, speaker, decision.refusal);
  const { events } = decision;
  const { agency } = await sceneAfter(world, held, speaker, inbound, events);
  const items = events.flatMap((event) =>
    event.type === 'report-undone' ? (agency.items[event.item] ?? []) : [],
  );
  return { ...say(held, sayUndone(items)), events };
}

async function refused(
  world: World,
  held: Held,
  speaker: Speaker,
  refusal: Parameters<typeof sayRefusal>[1],
): Promise<Response> {
  const by = refusal.kind === 'changed-since' ? [refusal.by] : [];
  return say(held, sayRefusal(await sceneOf(world, held, speaker, { people: by }), refusal));
}

/** The scene as it will be once the events are kept: the transaction vouches for the version they get. */
async function sceneAfter(
  world: World,
  held: Held,
  speaker: Speaker,
  inbound: Inbound,
  events: readonly DomainEvent[],
): Promise<Scene> {
  const because = { by: actor(speaker), at: inbound.at, cause: inbound.id };
  const entries = entriesAhead(held.agency, events, because, world.clock.now());
  return sceneOf(world, { ...held, agency: evolveAll(held.agency, entries) }, speaker);
}

type Meant = { readonly kind: 'found' | 'several' | 'none'; readonly items: readonly Item[] };

/** The items numbers mean: all found, or one of them in two open years, or one of them nowhere. */
function meant(
  agency: Agency,
  speaker: Speaker,
  said: { readonly items: readonly ItemNumber[]; readonly year: number | null },
): Meant {
  const items: Item[] = [];
  for (const number of said.items) {
    const found =
      said.year === null
        ? itemsMeant(agency, number, speaker.group ?? speaker.member)
        : openItemsNumbered(agency, number).filter((item) => item.year === said.year);
    const [item, other] = found;
    if (item === undefined) return { kind: 'none', items: [] };
    if (other !== undefined) return { kind: 'several', items: found };
    items.push(item);
  }
  return { kind: items.length === 0 ? 'none' : 'found', items };
}

function say(held: Held, messages: readonly Outgoing[]): Response {
  return { agency: held.agency.id, messages };
}

function actor(speaker: Speaker): Actor {
  return speaker.member === null ? { kind: 'outsider' } : { kind: 'member', member: speaker.member };
}

function chatOf(speaker: Speaker): ChatRef {
  return speaker.group === null ? 'direct' : { group: speaker.group };
}

/** A forged button may name a division the office does not have. */
function knownDivision(held: Held, code: string | undefined): string | null {
  return held.agency.profile?.divisions.find((division) => division.code === code)?.code ?? null;
}
