/** What the clock brings: reminders that fall due and the month's summary, decided and put in the outbox in one step. */
import { forGroup } from '../chat/buttons.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import { sayReminder } from '../chat/say-reminder.ts';
import { saySummary } from '../chat/say-summary.ts';
import type { Agency } from '../domain/agency.ts';
import { HOUR_MS, type Instant, type Month } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import type { DomainEvent, Recipient } from '../domain/event.ts';
import { holds } from '../domain/permission.ts';
import { dueReminders, isReminderTime, nextReminderAt, nextReminderTime } from '../domain/reminder.ts';
import { monthSummary, nextSummaryAt, summaryDue } from '../domain/summary.ts';
import type { World } from './flow.ts';
import { forget } from './forget.ts';
import type { OutboxMessage } from './ports.ts';
import { sceneOf } from './scene.ts';
import type { Held, Ledger } from './transact.ts';

interface Due {
  readonly events: DomainEvent[];
  readonly outbox: OutboxMessage[];
}

/**
 * Decides everything that fell due until now, moves the mark and sets the next wake-up. Running it twice, late or in two
 * processes says nothing twice: mark, decisions and messages are one transaction at one version.
 */
export async function sweep(world: World, ledger: Ledger, id: string): Promise<void> {
  await ledger.transact(id, async (held) => {
    const now = world.clock.now();
    const { mark } = await world.store.marks(id);
    const due: Due = { events: [], outbox: [] };
    await remind(world, held, mark ?? 0, now, due);
    await summarise(world, held, now, due);
    const reached = isReminderTime(held.agency, now) ? now : mark;
    const forgotten = await forget(world, held, now);
    due.events.push(...forgotten.events);
    const wake = soonestOf(nextWake(held.agency, reached ?? 0, now, due.events), forgotten.next);
    const because = { by: { kind: 'clock' as const }, at: now, cause: null };
    const marked = reached === null ? {} : { mark: reached };
    const { drops: beside, notes } = forgotten;
    const batch = { outbox: due.outbox, beside, notes, wake, ...marked };
    return { result: undefined, events: due.events, because, batch };
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
    due.outbox.push(push(world, outbox, person.key, { member }, messages, now + REMINDER_GOOD_MS));
  }
}

async function summarise(world: World, held: Held, now: Instant, due: Due): Promise<void> {
  const month = summaryDue(held.agency, now);
  if (month === null) return;
  const to = summaryRecipients(held.agency);
  const messages: OutboxMessage[] = [];
  for (const recipient of to) {
    const message = await summaryMessage(world, held, recipient, month, now);
    if (message !== null) messages.push(message);
  }
  if (messages.length === 0) return;
  const sent = messages.flatMap((message) => message.to ?? []);
  const outbox = messages.map((message) => message.id);
  const decision = decide(held.agency, { type: 'post-summary', month, to: sent, outbox }, now);
  if (!decision.ok) return;
  due.events.push(...decision.events);
  due.outbox.push(...messages);
}

async function summaryMessage(
  world: World,
  held: Held,
  to: Recipient,
  month: Month,
  now: Instant,
): Promise<OutboxMessage | null> {
  const summary = monthSummary(held.agency, month, now);
  const record =
    'group' in to
      ? await world.store.beside(held.agency.id, 'group', to.group)
      : await world.store.beside(held.agency.id, 'person', to.member);
  if (summary === null || record?.key == null) return null;
  const speaker = 'group' in to ? { member: null, group: to.group } : { member: to.member, group: null };
  const said = saySummary(await sceneOf(world, held, speaker), summary);
  return push(world, world.ids.id(), record.key, to, 'group' in to ? said.map(forGroup) : said);
}

/** The staff group; until one is bound, the coordinators, so that no month is lost. */
function summaryRecipients(agency: Agency): Recipient[] {
  const group = Object.values(agency.groups).find((one) => one.purpose === 'staff');
  if (group !== undefined) return [{ group: group.id }];
  const members = Object.values(agency.members).filter(
    (member) => member.reachable && holds(member, 'coordinator'),
  );
  return members.map((member) => ({ member: member.id }));
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

function push(
  world: World,
  id: string,
  chat: string,
  to: Recipient,
  messages: readonly Outgoing[],
  expires?: Instant,
): OutboxMessage {
  const how = { kind: 'push' as const, key: world.ids.uuid(), ...(expires === undefined ? {} : { expires }) };
  return { id, chat, to, how, messages, confirmation: null };
}
