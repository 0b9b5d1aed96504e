/** What the clock brings: reminders that fall due and the month's summary, decided and put in the outbox in one step. */
import type { Agency } from '../domain/agency.ts';
import { HOUR_MS, type Instant } from '../domain/calendar.ts';
import { evolveAll } from '../domain/evolve.ts';
import type { Drafts } from '../domain/matters.ts';
import { isReminderTime, nextReminderAt, nextReminderTime } from '../domain/reminder.ts';
import { nextSummaryAt } from '../domain/summary-when.ts';
import { giveUpStale } from './deliver.ts';
import type { World } from './flow.ts';
import { forget } from './forget.ts';
import type { Marks } from './ports.ts';
import { draftsFor, nextCards } from './send-card.ts';
import { sendReminders } from './send-reminders.ts';
import { headsInGroup, sendSummary } from './send-summary.ts';
import { askQuota } from './spending.ts';
import type { Due } from './sweep-due.ts';
import { entriesAhead, type Ledger } from './transact.ts';

const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/**
 * Decides everything that fell due until now, moves the mark and sets the next wake-up. Running it twice, late or in two
 * processes says nothing twice: mark, decisions and messages are one transaction at one version.
 */
export async function sweep(world: World, ledger: Ledger, id: string): Promise<void> {
  await giveUpStale(world, ledger, id);
  const known = await ledger.read(id);
  const heads = known === null ? [] : await headsInGroup(world, known.agency);
  if (known !== null && isReminderTime(known.agency, world.clock.now())) await askQuota(world, known.agency);
  await ledger.transact(id, async (held) => {
    const now = world.clock.now();
    const { mark } = await world.store.marks(id);
    const due: Due = { events: [], outbox: [] };
    const drafts = await draftsFor(world, held.agency);
    await sendReminders(world, held, drafts, now, due);
    await sendSummary(world, held, now, due, heads);
    const because = { by: { kind: 'clock' as const }, at: now, cause: null };
    const forgotten = await forget(world, held, now);
    due.events.push(...forgotten.events);
    const after = evolveAll(held.agency, entriesAhead(held.agency, due.events, because, now));
    const next = soonestOf(nextWake(after, now, drafts), forgotten.next);
    const wake = trusted(next, mark, now);
    const marked = isReminderTime(held.agency, now) ? { mark: now } : {};
    const { drops: beside, notes } = forgotten;
    const batch = { outbox: due.outbox, beside, notes, wake, ...marked };
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
