/** What the clock brings: reminders that fall due and the month's summary, decided and put in the outbox in one step. */
import { sayReminder } from '../chat/say-reminder.ts';
import type { Agency } from '../domain/agency.ts';
import { HOUR_MS, type Instant } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import type { DomainEvent } from '../domain/event.ts';
import { dueReminders, isReminderTime, nextReminderAt, nextReminderTime } from '../domain/reminder.ts';
import { nextSummaryAt, summaryDue } from '../domain/summary.ts';
import type { World } from './flow.ts';
import { forget } from './forget.ts';
import { sceneOf } from './scene.ts';
import { requestsWait, sendRequests } from './send-requests.ts';
import { headsInGroup, sendSummary } from './send-summary.ts';
import { type Due, pushOf } from './sweep-due.ts';
import type { Held, Ledger } from './transact.ts';

/**
 * Decides everything that fell due until now, moves the mark and sets the next wake-up. Running it twice, late or in two
 * processes says nothing twice: mark, decisions and messages are one transaction at one version.
 */
export async function sweep(world: World, ledger: Ledger, id: string): Promise<void> {
  const heads = await headsInGroup(world, ledger, id);
  await ledger.transact(id, async (held) => {
    const now = world.clock.now();
    const { mark } = await world.store.marks(id);
    const due: Due = { events: [], outbox: [] };
    await remind(world, held, mark ?? 0, now, due);
    await sendRequests(world, held, mark ?? 0, now, due);
    await sendSummary(world, held, now, due, heads);
    const reached = isReminderTime(held.agency, now) ? now : mark;
    const forgotten = await forget(world, held.agency, now);
    const waits = requestsWait(held.agency, reached ?? 0) ? nextReminderTime(held.agency, now) : null;
    const next = soonestOf(nextWake(held.agency, reached ?? 0, now, due.events), waits);
    const wake = soonestOf(next, forgotten.next);
    const because = { by: { kind: 'clock' as const }, at: now, cause: null };
    const marked = reached === null ? {} : { mark: reached };
    const batch = { outbox: due.outbox, beside: forgotten.drops, wake, ...marked };
    return { result: undefined, events: [...due.events, ...forgotten.events], because, batch };
  });
  const { wake } = await world.store.marks(id);
  if (wake !== null) world.queue.wake(id, wake);
}

async function remind(world: World, held: Held, from: Instant, now: Instant, due: Due): Promise<void> {
  for (const reminder of dueReminders(held.agency, from, now)) {
    const { member, lines } = reminder;
    const person = await world.store.beside(held.agency.id, 'person', member);
    if (person?.key == null) continue;
    const outbox = world.ids.id();
    const decision = decide(held.agency, { type: 'remind', member, lines, outbox }, now);
    if (!decision.ok) continue;
    const scene = await sceneOf(world, held, { member, group: null });
    due.events.push(...decision.events);
    const messages = sayReminder(scene, reminder);
    due.outbox.push(pushOf(world, outbox, person.key, { member }, messages, now + REMINDER_GOOD_MS));
  }
}

function nextWake(
  agency: Agency,
  mark: Instant,
  now: Instant,
  events: readonly DomainEvent[],
): Instant | null {
  const posted = events.some((event) => event.type === 'summary-posted');
  const moments = [
    nextReminderAt(agency, mark),
    posted ? nextSummaryAfterPost(agency, now) : nextSummaryAt(agency, now),
  ];
  const next = moments.filter((moment) => moment !== null);
  if (next.length === 0) return null;
  // A moment that has passed already (nobody to tell, or it is night) is looked at again when people may be told.
  const soonest = Math.min(...next);
  return soonest > now
    ? soonest
    : nextReminderTime(agency, isReminderTime(agency, now) ? now + LOOK_AGAIN_MS : now);
}

function soonestOf(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** "อีก 7 วัน" is wrong after three days; the next reminder says it right. A summary is good at any time. */
const REMINDER_GOOD_MS = 72 * HOUR_MS;
const LOOK_AGAIN_MS = 3_600_000;

function nextSummaryAfterPost(agency: Agency, now: Instant): Instant | null {
  const month = summaryDue(agency, now);
  return nextSummaryAt(month === null ? agency : { ...agency, summaries: [...agency.summaries, month] }, now);
}
