/** What the clock brings: reminders that fall due and the month's summary, decided and put in the outbox in one step. */
import { forGroup } from '../chat/buttons.ts';
import { saySummary } from '../chat/say-summary.ts';
import type { Agency } from '../domain/agency.ts';
import { HOUR_MS, type Instant, type Month } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import type { Recipient } from '../domain/event.ts';
import { evolveAll } from '../domain/evolve.ts';
import { holds } from '../domain/permission.ts';
import { isReminderTime, nextReminderAt, nextReminderTime } from '../domain/reminder.ts';
import { monthSummary, nextSummaryAt, summaryDue } from '../domain/summary.ts';
import type { World } from './flow.ts';
import { forget } from './forget.ts';
import type { Marks, OutboxMessage } from './ports.ts';
import { sceneOf } from './scene.ts';
import { type Drafts, draftsFor, nextCards } from './send-card.ts';
import { sendReminders } from './send-reminders.ts';
import { askQuota, costOf } from './spending.ts';
import { type Due, pushOf } from './sweep-due.ts';
import { entriesAhead, type Held, type Ledger } from './transact.ts';

const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/**
 * Decides everything that fell due until now, moves the mark and sets the next wake-up. Running it twice, late or in two
 * processes says nothing twice: mark, decisions and messages are one transaction at one version.
 */
export async function sweep(world: World, ledger: Ledger, id: string): Promise<void> {
  const known = await ledger.read(id);
  if (known !== null && isReminderTime(known.agency, world.clock.now())) await askQuota(world, known.agency);
  await ledger.transact(id, async (held) => {
    const now = world.clock.now();
    const { mark } = await world.store.marks(id);
    const due: Due = { events: [], outbox: [] };
    const drafts = await draftsFor(world, held.agency);
    await sendReminders(world, held, drafts, now, due);
    await summarise(world, held, now, due);
    const because = { by: { kind: 'clock' as const }, at: now, cause: null };
    const after = evolveAll(held.agency, entriesAhead(held.agency, due.events, because, now));
    const forgotten = await forget(world, id, now);
    const wake = trusted(soonestOf(nextWake(after, now, drafts), forgotten.next), mark, now);
    const marked = isReminderTime(held.agency, now) ? { mark: now } : {};
    const batch = { outbox: due.outbox, beside: forgotten.drops, wake, ...marked };
    return { result: undefined, events: due.events, because, batch };
  });
  const { wake } = await world.store.marks(id);
  if (wake !== null) world.queue.wake(id, wake);
}

/**
 * True when the clock was ahead when this agency was last looked at: the wake-up it set may then be months away. `mark` =
 * when reminders were last looked at, `wake` = when they are next.
 */
export function clockWentBack({ mark, wake }: Marks, now: Instant): boolean {
  return mark !== null && mark > now + DAY_MS && wake !== null && wake > now + WEEK_MS;
}

/** After a clock that was ahead it is looked at every week until time has caught up. */
function trusted(wake: Instant | null, mark: Instant | null, now: Instant): Instant | null {
  return wake !== null && clockWentBack({ mark, wake }, now) ? now + WEEK_MS : wake;
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
  const cost = await costOf(world, held.agency, sent);
  const decision = decide(held.agency, { type: 'post-summary', month, to: sent, outbox, cost }, now);
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
  return pushOf(world, world.ids.id(), record.key, to, 'group' in to ? said.map(forGroup) : said);
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

/** `agency` = as it is once all of this sweep is kept. */
function nextWake(agency: Agency, now: Instant, drafts: Drafts): Instant | null {
  const said = soonestOf(nextReminderAt(agency, now), nextSummaryAt(agency, now));
  const next = soonestOf(said, nextCards(agency, now, drafts));
  if (next === null || next > now) return next;
  // What has passed already (nobody to tell, or it is night) is looked at again when people may be told.
  return nextReminderTime(agency, isReminderTime(agency, now) ? now + HOUR_MS : now);
}

function soonestOf(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
