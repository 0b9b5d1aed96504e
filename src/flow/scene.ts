import type { Scene } from '../chat/scene.ts';
import { historyOf, type ItemAct } from '../domain/act.ts';
import type { Item } from '../domain/agency.ts';
import type { TextRef } from '../domain/event.ts';
import type { World } from './flow.ts';
import type { Inbound } from './inbound.ts';
import type { Held } from './transact.ts';

/** Who spoke and where, by our own ids. */
export interface Speaker {
  /** Our id, or null for someone who is not a member (or whom LINE does not name). */
  readonly member: string | null;
  /** Our id of a bound group; null in 1:1 and in an unbound group. */
  readonly group: string | null;
}

/** Looks the LINE ids of an event up beside the ledger. An id is only believed when the ledger knows its bearer. */
export async function identify(world: World, held: Held, chat: Inbound['chat']): Promise<Speaker> {
  const { id, members, groups } = held.agency;
  const person = chat.user === null ? null : await world.store.besideByKey(id, 'person', chat.user);
  const place = chat.kind === 'user' ? null : await world.store.besideByKey(id, 'group', chat.group);
  return {
    member: person !== null && members[person.id] !== undefined ? person.id : null,
    group: place !== null && groups[place.id] !== undefined ? place.id : null,
  };
}

/** What an answer is about: items whose people and recent acts it may tell with names and words, and other people by name. */
export interface About {
  readonly items?: readonly Item[];
  readonly people?: readonly (string | null)[];
}

/** Acts of an item an answer may tell. */
const RECENT = 8;

/** The scene of an answer, with the names and words it needs fetched. */
export async function sceneOf(
  world: World,
  held: Held,
  speaker: Speaker,
  { items = [], people = [] }: About = {},
): Promise<Scene> {
  const { agency, head } = held;
  const recent = items.flatMap((item) => historyOf(item).slice(-RECENT));
  const names = new Map<string, string>();
  const given = items.flatMap(({ person, deputy }) => [person, deputy]);
  const tellers = recent.map(({ act }) => act.by);
  for (const id of new Set([speaker.member, ...people, ...given, ...tellers])) {
    if (id === null) continue;
    const record = await world.store.beside(agency.id, 'person', id);
    if (record?.value.name !== undefined) names.set(id, record.value.name);
  }
  const texts = new Map<string, string>();
  for (const text of recent.map(textIn)) {
    const record = text === undefined ? null : await world.store.beside(agency.id, 'text', text.id);
    if (record?.value.text !== undefined) texts.set(record.id, record.value.text);
  }
  const member = speaker.member === null ? null : (agency.members[speaker.member] ?? null);
  return {
    agency,
    head,
    now: world.clock.now(),
    group: speaker.group,
    member,
    names,
    texts,
    link: (page) => world.link(agency.id, page),
  };
}

function textIn(one: ItemAct): TextRef | undefined {
  switch (one.kind) {
    case 'report':
      return one.act.note;
    case 'evidence':
      return one.act.content;
    case 'extension':
      return one.act.reason;
  }
}
