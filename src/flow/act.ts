/** What a member does in chat: decided, kept, echoed. A refusal keeps nothing and says why. */

import { askWhat } from '../chat/ask.ts';
import type { DivisionSaid } from '../chat/intent.ts';
import { toldName } from '../chat/parts.ts';
import { sayAcknowledged, sayEvidenceKept, saySnoozed, sayUndone, type Undone } from '../chat/say-acts.ts';
import { sayRefusal } from '../chat/say-refusal.ts';
import { askStale, sayKept } from '../chat/say-report.ts';
import { divisionsSaid, type Scene } from '../chat/scene.ts';
import { NONE_KEPT } from '../chat/words.ts';
import { KEPT_ALT } from '../chat/words-acts.ts';
import { isAddress } from '../domain/address.ts';
import type { Item } from '../domain/agency.ts';
import type { Day } from '../domain/calendar.ts';
import type { Command, ReportCommand, UndoWhat } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import type { DomainEvent, TextRef } from '../domain/event.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { BesideChange } from './ports.ts';
import { actor, alone, chatOf, type Response, say, sceneAfter, sceneNow, type Turn } from './response.ts';

/** A free text that goes beside the ledger; empty or absent = nothing. */
export interface Sealed {
  readonly ref: TextRef | undefined;
  readonly text: string;
  readonly beside: readonly BesideChange[];
}

export function sealed({ world }: Turn, text: string | undefined): Sealed {
  if (text === undefined || text === '') return { ref: undefined, text: '', beside: [] };
  const { ref, beside } = world.ids.seal(text);
  return { ref, text, beside: [{ do: 'put', record: beside }] };
}

/** The scene after the events, with texts that are not kept yet and so cannot be fetched. */
export async function after(
  turn: Turn,
  events: readonly DomainEvent[],
  texts: readonly Sealed[],
): Promise<Scene> {
  const scene = await sceneAfter(turn, events);
  const inHand = texts.flatMap(({ ref, text }) => (ref === undefined ? [] : [[ref.id, text] as const]));
  return { ...scene, texts: new Map([...scene.texts, ...inHand]) };
}

export function itemsAt(scene: Scene, ids: readonly string[]): Item[] {
  return ids.flatMap((id) => scene.agency.items[id] ?? []);
}

export interface ReportSaidOf {
  readonly items: ReportCommand['items'];
  readonly note?: string;
  readonly url?: string;
  readonly replaces?: readonly string[];
  readonly drawnFrom?: number;
  /** Whose part of shared items he says it is. */
  readonly division?: DivisionSaid;
}

/** Statuses of one message, with the link and the correction that came with them. */
export async function report(turn: Turn, said: ReportSaidOf): Promise<Response> {
  if (said.url !== undefined && !isAddress(said.url)) return refused(turn, { kind: 'not-an-address' });
  const note = sealed(turn, said.note);
  const link = sealed(turn, said.url);
  const command: ReportCommand = {
    type: 'report',
    by: actor(turn),
    report: turn.world.ids.id(),
    chat: chatOf(turn),
    items: said.items,
    note: note.ref,
    evidence: link.ref,
    replaces: said.replaces,
    drawnFrom: said.drawnFrom,
    divisions: divisionsSaid(said.division ?? null),
  };
  const decision = decide(turn.held.agency, command, turn.world.clock.now());
  if (!decision.ok) return notReported(turn, said, decision.refusal);
  const { events } = decision;
  const scene = await after(turn, events, [note, link]);
  const told = events.flatMap((event) => (event.type === 'item-reported' ? [event] : []));
  if (told.length === 0) return moved(turn, said, command.report, events);
  const touched = itemsAt(
    scene,
    said.items.map(({ item }) => item),
  );
  const replaced = itemsAt(scene, said.replaces ?? []);
  const more = { replaced, ...(said.url === undefined ? {} : { url: said.url }) };
  return {
    ...say(turn, sayKept(scene, command.report, touched, more)),
    events,
    beside: [...note.beside, ...link.beside],
    confirmation: KEPT_ALT.report(
      told.flatMap((event) =>
        itemsAt(scene, [event.item]).map((one) => [toldName(scene, one, event), event.status] as const),
      ),
    ),
  };
}

/** Nothing to correct: the right item is named, what about it is asked. */
async function askInstead(turn: Turn, said: ReportSaidOf, no: Response): Promise<Partial<Response>> {
  const [right] = said.items.flatMap(({ item }) => turn.held.agency.items[item] ?? []);
  if (right === undefined || said.items.length > 1) return {};
  const scene = await sceneNow(turn, { items: [right] });
  const { kind, number, year } = right;
  return {
    messages: [...no.messages, ...askWhat(scene, right)],
    asked: { kind: 'what', items: [{ kind, number }], year },
  };
}

/** A correction of where a link belongs: nothing was reported, nothing is. */
async function moved(
  turn: Turn,
  said: ReportSaidOf,
  act: string,
  events: readonly DomainEvent[],
): Promise<Response> {
  const wrong = (said.replaces ?? []).flatMap((id) => turn.held.agency.items[id] ?? []);
  const { texts } = await sceneNow(turn, { items: wrong });
  const scene = await sceneAfter(turn, events);
  const given = events.flatMap((event) => (event.type === 'evidence-given' ? [event] : []));
  const url = given.flatMap(({ content }) => texts.get(content.id) ?? [])[0] ?? '';
  const items = itemsAt(
    scene,
    said.items.map(({ item }) => item),
  );
  const messages = sayEvidenceKept(scene, act, items, url, wrong);
  return { ...say(turn, messages), events, confirmation: inOneLine(messages) };
}

async function notReported(turn: Turn, said: ReportSaidOf, refusal: Refusal): Promise<Response> {
  const { items } = turn.held.agency;
  const asked = refusal.kind === 'stale' ? items[refusal.item] : undefined;
  const wanted = said.items[0]?.status ?? null;
  if (asked === undefined || wanted === null) {
    const no = await refused(turn, refusal);
    if (refusal.kind === 'nothing-to-correct') return { ...no, ...(await askInstead(turn, said, no)) };
    // One refused refuses all: he is not to believe that the others were kept.
    return said.items.length > 1
      ? { ...no, messages: [...no.messages, { type: 'text', text: NONE_KEPT }] }
      : no;
  }
  return alone(say(turn, askStale(await sceneNow(turn, { items: [asked] }), asked, wanted)));
}

/** A link that shows what was done. */
export async function giveEvidence(turn: Turn, items: readonly string[], url: string): Promise<Response> {
  const link = sealed(turn, url);
  if (link.ref === undefined || !isAddress(url)) return refused(turn, { kind: 'not-an-address' });
  const evidence = turn.world.ids.id();
  const command: Command = {
    type: 'give-evidence',
    by: actor(turn),
    evidence,
    chat: chatOf(turn),
    items,
    content: link.ref,
  };
  return keep(turn, command, [link], (scene) => sayEvidenceKept(scene, evidence, itemsAt(scene, items), url));
}

/** No reminder of the items before the day; without items, of what was last reminded. */
export async function snooze(turn: Turn, items: readonly string[], until: Day): Promise<Response> {
  const id = turn.world.ids.id();
  const command: Command = {
    type: 'snooze',
    by: actor(turn),
    snooze: id,
    chat: chatOf(turn),
    items,
    until,
  };
  return keep(turn, command, [], (scene, events) => saySnoozed(scene, id, touchedBy(scene, events), until));
}

/** Read, or promised; without items, what was last reminded. */
export async function acknowledge(turn: Turn, items: readonly string[]): Promise<Response> {
  const command: Command = { type: 'acknowledge', by: actor(turn), chat: chatOf(turn), items };
  return keep(turn, command, [], (scene, events) => sayAcknowledged(scene, touchedBy(scene, events)));
}

export async function undo(turn: Turn, what: UndoWhat): Promise<Response> {
  const { at } = turn.inbound;
  const command: Command = { type: 'undo', by: actor(turn), chat: chatOf(turn), at, what };
  return keep(turn, command, [], (scene, events) => sayUndone(scene, undoneBy(scene, turn, events)));
}

export async function refused(turn: Turn, refusal: Refusal): Promise<Response> {
  const by = refusal.kind === 'changed-since' ? [refusal.by] : [];
  return alone(say(turn, sayRefusal(await sceneNow(turn, { people: by }), refusal)));
}

async function keep(
  turn: Turn,
  command: Command,
  texts: readonly Sealed[],
  echo: (scene: Scene, events: readonly DomainEvent[]) => Response['messages'],
): Promise<Response> {
  const decision = decide(turn.held.agency, command, turn.world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const { events } = decision;
  const scene = await after(turn, events, texts);
  const messages = echo(scene, events);
  return {
    ...say(turn, messages),
    events,
    beside: texts.flatMap(({ beside }) => beside),
    ...(events.length === 0 ? {} : { confirmation: inOneLine(messages) }),
  };
}

/** What a lost echo is said with later: a card's own line, or the first of a text. */
export function inOneLine([first]: Response['messages']): string {
  const words = first?.type === 'flex' ? first.altText : (first?.text ?? '');
  return words.split('\n')[0] ?? '';
}

/** Items of a snooze or a word of having read, named or not. */
function touchedBy(scene: Scene, events: readonly DomainEvent[]): Item[] {
  return events.flatMap((event) =>
    event.type === 'reminder-snoozed' || event.type === 'reminder-acknowledged'
      ? itemsAt(scene, event.items)
      : [],
  );
}

function undoneBy(scene: Scene, turn: Turn, events: readonly DomainEvent[]): Undone[] {
  return events.flatMap((event): Undone[] => {
    switch (event.type) {
      case 'report-undone':
        return itemsAt(scene, [event.item]).map((item) => ({ item, what: 'report' }));
      case 'evidence-undone':
        return itemsAt(scene, [event.item]).map((item) => ({ item, what: 'evidence' }));
      case 'extension-undone':
        return itemsAt(scene, [event.item]).map((item) => ({ item, what: 'extension' }));
      case 'extension-decision-undone':
        return itemsAt(scene, [event.item]).map((item) => ({ item, what: 'decision' }));
      case 'snooze-undone': {
        const snoozed = turn.held.agency.snoozes.find((one) => one.id === event.snooze);
        return itemsAt(scene, snoozed?.items ?? []).map((item) => ({ item, what: 'snooze' }));
      }
      default:
        return [];
    }
  });
}
