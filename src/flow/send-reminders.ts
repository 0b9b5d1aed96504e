/** Reminders that fall due: decided, and put in the outbox in the same step. */
import { sayReminder } from '../chat/say-reminder.ts';
import { HOUR_MS, type Instant } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import { known } from '../domain/known.ts';
import type { Reminder } from '../domain/reminder.ts';
import { snoozesOf } from '../domain/snooze.ts';
import { planSends, type Sends } from '../domain/spend.ts';
import type { World } from './flow.ts';
import { quotaNow } from './quota-now.ts';
import { type About, sceneOf } from './scene.ts';
import { type Due, pushOf } from './sweep-due.ts';
import type { Held } from './transact.ts';

/** "อีก 7 วัน" is wrong after three days; the next reminder says it right. */
const REMINDER_GOOD_MS = 72 * HOUR_MS;

/** Adds to `due` what is to be sent at `now`. Gives back what was planned: what is held back is owed on. */
export async function sendReminders(world: World, held: Held, now: Instant, due: Due): Promise<Sends> {
  const sends = planSends(held.agency, now, await quotaNow(world, held.agency, now));
  for (const reminder of sends.send) {
    const { member, lines } = reminder;
    const person = await world.store.beside(held.agency.id, 'person', member);
    if (person?.key == null) continue;
    const outbox = world.ids.id();
    const decision = decide(held.agency, { type: 'remind', member, lines, outbox }, now);
    if (!decision.ok) continue;
    const scene = await sceneOf(world, held, { member, group: null }, aboutOf(held, reminder, now));
    due.events.push(...decision.events);
    const messages = sayReminder(scene, reminder);
    due.outbox.push(pushOf(world, outbox, person.key, { member }, messages, now + REMINDER_GOOD_MS));
  }
  return sends;
}

/** Whoever is told because nobody answered is told what was last answered, and who put the reminder off. */
function aboutOf({ agency }: Held, { lines }: Reminder, now: Instant): About {
  const items = lines.flatMap(({ item, level }) =>
    level === undefined ? [] : (known(agency.items, item) ?? []),
  );
  return { items, people: items.flatMap((item) => snoozesOf(agency, item, now).map(({ member }) => member)) };
}
