/** Reminders that fall due and coordinators' cards: decided, and put in the outbox in the same step. */
import { dayOf, type Instant, instantOf } from '../domain/calendar.ts';
import type { Drafts } from '../domain/matters.ts';
import { decideSend, sendsAt } from '../domain/sends.ts';
import type { World } from './flow.ts';
import { lineIdOf } from './line-id.ts';
import { quotaNow } from './quota-now.ts';
import { personalMessages } from './send-card.ts';
import { type Due, pushOf } from './sweep-due.ts';
import type { Held } from './transact.ts';

/** Adds to `due` what is to be sent at `now`, one message a person; what is held back is owed on. */
export async function sendReminders(
  world: World,
  held: Held,
  drafts: Drafts,
  now: Instant,
  due: Due,
): Promise<void> {
  const { agency } = held;
  const quota = await quotaNow(world, agency, now);
  // What LINE does not take today is said anew the next working morning, with what has come up by then: nobody gets the
  // reminders of days at once, or at night.
  const expires = instantOf(dayOf(now), agency.policy.until);
  const { send } = sendsAt(agency, now, quota, drafts);
  for (const one of send) {
    const { member } = one;
    const user = await lineIdOf(world, agency.id, member);
    if (user === null) continue;
    const outbox = world.ids.id();
    const events = decideSend(agency, one, { outbox, cost: 1 }, now);
    if (events.length === 0) continue;
    const messages = await personalMessages(world, held, one);
    due.events.push(...events);
    due.outbox.push(pushOf(world, outbox, user, { member }, messages, expires));
  }
}
