/** People and groups coming and going, and the codes that bind them. */

import { help } from '../chat/help.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import { sayGroupBound, sayWelcome } from '../chat/say-people.ts';
import { sayRefusal } from '../chat/say-refusal.ts';
import { GROUP_REPLACED, ROLE, UNBOUND_GROUP } from '../chat/words.ts';
import { decide } from '../domain/decide.ts';
import type { DomainEvent } from '../domain/event.ts';
import { evolveAll } from '../domain/evolve.ts';
import type { World } from './flow.ts';
import type { Inbound } from './inbound.ts';
import type { BesideRecord } from './ports.ts';
import type { Response } from './response.ts';
import { type Speaker, sceneOf } from './scene.ts';
import { entriesAhead, type Held } from './transact.ts';

/** A code as typed, alone or after a word such as รหัส: ten letters and digits, with or without a dash. */
const CODE = /^(?:รหัส|code|ลงทะเบียน)?\s*:?\s*([2-9A-HJ-NP-Z]{5}[-\s]?[2-9A-HJ-NP-Z]{5})$/i;

export function codeIn(text: string): string | null {
  const code = CODE.exec(text.trim())?.[1];
  return code !== undefined && /\d/.test(code) ? code : null;
}

/** Follow: greet. Unfollow: nothing can be pushed to him until he is back. */
export async function meetPerson(
  world: World,
  held: Held,
  speaker: Speaker,
  what: 'follow' | 'unfollow',
): Promise<Response | null> {
  const { agency } = held;
  const reachable = what === 'follow';
  const events: DomainEvent[] = [];
  if (speaker.member !== null) {
    const why = reachable ? 'followed' : 'blocked';
    const decision = decide(
      agency,
      { type: 'change-reach', member: speaker.member, reachable, why },
      world.clock.now(),
    );
    if (decision.ok) events.push(...decision.events);
  }
  const messages: Outgoing[] = reachable ? [help(await sceneOf(world, held, speaker))] : [];
  return messages.length === 0 && events.length === 0 ? null : { agency: agency.id, messages, events };
}

/** Join: say once how to bind the group, then nothing more. Leave: the group is unbound. */
export function meetGroup(
  world: World,
  held: Held,
  speaker: Speaker,
  what: 'join' | 'leave',
): Response | null {
  const { agency } = held;
  if (what === 'join') {
    return speaker.group === null
      ? { agency: agency.id, messages: [{ type: 'text', text: UNBOUND_GROUP }] }
      : null;
  }
  if (speaker.group === null) return null;
  const decision = decide(agency, { type: 'leave-group', group: speaker.group }, world.clock.now());
  return {
    agency: agency.id,
    messages: [],
    events: decision.ok ? decision.events : [],
    beside: [{ do: 'drop', kind: 'group', id: speaker.group }],
  };
}

/** Someone shows a code: an invite in 1:1, a group code in a group. Null = no such code here; in 1:1 that is said. */
export async function showCode(
  world: World,
  held: Held,
  speaker: Speaker,
  inbound: Inbound,
  code: string,
): Promise<Response | null> {
  const record = await world.store.besideByKey(held.agency.id, 'code', world.ids.hashOfCode(code));
  const { chat } = inbound;
  const forGroup = record?.value.for === 'group';
  if (chat.kind === 'group') {
    return record !== null && forGroup ? bindGroup(world, held, speaker, chat.group, record) : null;
  }
  if (record !== null && !forGroup) return join(world, held, speaker, chat.user, record);
  const scene = await sceneOf(world, held, speaker);
  return { agency: held.agency.id, messages: sayRefusal(scene, { kind: 'code-unknown' }) };
}

async function join(
  world: World,
  held: Held,
  speaker: Speaker,
  user: string,
  record: BesideRecord,
): Promise<Response> {
  const { agency } = held;
  const known = await world.store.besideByKey(agency.id, 'person', user);
  const member = known?.id ?? world.ids.id();
  const now = world.clock.now();
  const decision = decide(agency, { type: 'join', member, invite: record.id }, now);
  if (!decision.ok) {
    return { agency: agency.id, messages: sayRefusal(await sceneOf(world, held, speaker), decision.refusal) };
  }
  const { events } = decision;
  const by = { kind: 'member' as const, member };
  const after = evolveAll(agency, entriesAhead(agency, events, { by, at: now, cause: null }, now));
  const joined = after.members[member];
  const given = record.value.name ?? known?.value.name;
  const name = given ?? joined?.roles.map((held) => ROLE[held.role])[0] ?? '';
  const scene = await sceneOf(world, { ...held, agency: after }, { member, group: null });
  const named = { ...scene, names: new Map([...scene.names, [member, name]]) };
  return {
    agency: agency.id,
    by,
    messages: joined === undefined ? [] : sayWelcome(named, joined),
    events,
    beside: [
      { do: 'put', record: { kind: 'person', id: member, key: user, value: { name } } },
      // The used code stays, to be known as used; whose it was goes.
      { do: 'put', record: { ...record, value: { for: 'member' } } },
    ],
  };
}

async function bindGroup(
  world: World,
  held: Held,
  speaker: Speaker,
  lineGroup: string,
  record: BesideRecord,
): Promise<Response> {
  const { agency } = held;
  const known = await world.store.besideByKey(agency.id, 'group', lineGroup);
  const group = known?.id ?? world.ids.id();
  const decision = decide(agency, { type: 'bind-group', group, code: record.id }, world.clock.now());
  const scene = await sceneOf(world, held, speaker);
  if (!decision.ok) return { agency: agency.id, messages: sayRefusal(scene, decision.refusal) };
  const bound = decision.events.find((event) => event.type === 'group-bound');
  // One group a purpose: the one before is unbound by this, and its LINE id forgotten.
  const replaced = Object.values(agency.groups).filter(
    (other) => other.id !== group && other.purpose === bound?.purpose && other.division === bound.division,
  );
  const said = bound === undefined ? [] : sayGroupBound({ ...scene, group }, bound.purpose, bound.division);
  return {
    agency: agency.id,
    messages: replaced.length === 0 ? said : [...said, { type: 'text', text: GROUP_REPLACED }],
    events: decision.events,
    beside: [
      { do: 'put', record: { kind: 'group', id: group, key: lineGroup, value: {} } },
      ...replaced.map((other) => ({ do: 'drop' as const, kind: 'group' as const, id: other.id })),
    ],
  };
}
