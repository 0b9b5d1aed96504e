/** People and groups coming and going. */

import { help } from '../chat/help.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import { UNBOUND_GROUP } from '../chat/words.ts';
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
 * Nothing is said in the group. `users` = LINE ids.
 */
export async function meetMembers(
  world: World,
  held: Held,
  speaker: Speaker,
  { kind, users }: { readonly kind: 'members-joined' | 'members-left'; readonly users: readonly string[] },
): Promise<Response | null> {
  const { agency } = held;
  const group = speaker.group === null ? undefined : known(agency.groups, speaker.group);
  if (group === undefined || group.purpose !== 'staff' || group.extra) return null;
  const reachable = kind === 'members-joined';
  const why = reachable ? 'joined-group' : 'left-group';
  const events: DomainEvent[] = [];
  for (const user of new Set(users)) {
    const person = await world.store.besideByKey(agency.id, 'person', user);
    const member = person === null ? undefined : known(agency.members, person.id);
    // Who blocked the bot is not reached by coming back to a group.
    if (member === undefined || (reachable && member.away?.why !== 'left-group')) continue;
    const command = { type: 'change-reach' as const, member: member.id, reachable, why } as const;
    const decision = decide(agency, command, world.clock.now());
    if (decision.ok) events.push(...decision.events);
  }
  return events.length === 0 ? null : { agency: agency.id, messages: [], events };
}
