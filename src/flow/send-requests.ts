/** Later dates asked for outside of the hours people are reminded in: brought to the heads who decide when those begin. */
import { sayExtensionRequests } from '../chat/say-extension.ts';
import type { Agency } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import { decidersOf, type Wish, waiting } from '../domain/extension.ts';
import { holds } from '../domain/permission.ts';
import { isReminderTime } from '../domain/reminder.ts';
import type { World } from './flow.ts';
import { sceneOf } from './scene.ts';
import { type Due, pushOf } from './sweep-due.ts';
import type { Held } from './transact.ts';

/** `from` = up to when the clock's work was done: what is older was brought already. */
export async function sendRequests(
  world: World,
  held: Held,
  from: Instant,
  now: Instant,
  due: Due,
): Promise<void> {
  if (!isReminderTime(held.agency, now)) return;
  for (const [member, wishes] of untold(held.agency, from)) {
    const person = await world.store.beside(held.agency.id, 'person', member);
    if (person?.key == null) continue;
    const about = {
      people: wishes.map(({ asked }) => asked.by),
      texts: wishes.map(({ asked }) => asked.reason),
    };
    const scene = await sceneOf(world, held, { member, group: null }, about);
    due.outbox.push(
      pushOf(world, world.ids.id(), person.key, { member }, sayExtensionRequests(scene, wishes)),
    );
  }
}

/** True when somebody is to be told as soon as people may be. */
export function requestsWait(agency: Agency, from: Instant): boolean {
  return untold(agency, from).size > 0;
}

/** By head. Coordinators see theirs with all else that waits for them. */
function untold(agency: Agency, from: Instant): Map<string, Wish[]> {
  const heads = new Map<string, Wish[]>();
  const wishes = waiting(agency);
  // Of several items of one message the first carries that it was told.
  const told = new Set(wishes.flatMap(({ asked }) => (asked.told ? [asked.id] : [])));
  for (const wish of wishes) {
    if (told.has(wish.asked.id) || wish.asked.kept <= from) continue;
    for (const member of decidersOf(agency, wish.item, wish.asked)) {
      if (!holds(member, 'coordinator')) heads.set(member.id, [...(heads.get(member.id) ?? []), wish]);
    }
  }
  return heads;
}
