/** People and groups coming and going. */

import { help } from '../chat/help.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import { UNBOUND_GROUP } from '../chat/words.ts';
import type { Command } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import type { DomainEvent } from '../domain/event.ts';
import { known } from '../domain/known.ts';
import type { World } from './flow.ts';
import type { Response } from './response.ts';
import { type Speaker, sceneOf } from './scene.ts';
import type { Held } from './transact.ts';

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

/**
 * Members left the staff group: they may have left the office, so nothing is pushed to them until they are back or write.
 * Of another group it is only noted, for the coordinator. Nothing is said in the group. `users` = LINE ids.
 */
export async function meetMembers(
  world: World,
  held: Held,
  speaker: Speaker,
  { kind, users }: { readonly kind: 'members-joined' | 'members-left'; readonly users: readonly string[] },
): Promise<Response | null> {
  const { agency } = held;
  const group = speaker.group === null ? undefined : known(agency.groups, speaker.group);
  if (group === undefined) return null;
  const isMain = group.purpose === 'staff' && !group.extra;
  const present = kind === 'members-joined';
  const events: DomainEvent[] = [];
  for (const user of new Set(users)) {
    const person = await world.store.besideByKey(agency.id, 'person', user);
    const member = person === null ? undefined : known(agency.members, person.id);
    if (member === undefined) continue;
    // Who blocked the bot is not reached by coming back to a group.
    if (isMain && present && member.away?.why !== 'left-group') continue;
    const why = present ? 'joined-group' : 'left-group';
    const command: Command = isMain
      ? { type: 'change-reach', member: member.id, reachable: present, why }
      : { type: 'change-presence', member: member.id, group: group.id, present };
    const decision = decide(agency, command, world.clock.now());
    if (decision.ok) events.push(...decision.events);
  }
  return events.length === 0 ? null : { agency: agency.id, messages: [], events };
}
