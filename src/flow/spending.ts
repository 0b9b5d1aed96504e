/** What the month's messages are spent on: the groups whose size must be known, what is kept back, and the meter. */
import type { Meter } from '../chat/say-meter.ts';
import type { Agency } from '../domain/agency.ts';
import { dayOf, type Instant } from '../domain/calendar.ts';
import { dryRun } from '../domain/dry-run.ts';
import type { Recipient } from '../domain/event.ts';
import { coordinatorsReached } from '../domain/matters.ts';
import { isReminderTime } from '../domain/reminder.ts';
import { daysLeftInMonth, reserveOf } from '../domain/reserve.ts';
import type { PersonalSend } from '../domain/sends.ts';
import type { World } from './flow.ts';
import type { QuotaNow } from './quota.ts';
import { draftsFor } from './send-card.ts';
import { staffGroup } from './staff-group.ts';

export interface Spending extends QuotaNow {
  /** What a month's summary takes. */
  readonly summary: number;
  /** Kept back from reminders. */
  readonly reserve: number;
}

/** Asks LINE for what the agency's next sends depend on; touches the network, so before a transaction. */
export async function askQuota(world: World, agency: Agency): Promise<void> {
  const group = await staffGroup(world, agency);
  await world.quotas.ask(agency, group === null ? [] : [group.chat]);
}

/** As known now, without asking. */
export async function spendingOf(world: World, agency: Agency, now: Instant): Promise<Spending> {
  const quota = world.quotas.now(agency);
  const group = await staffGroup(world, agency);
  const summary =
    group === null ? coordinatorsReached(agency).length : world.quotas.groupSize(agency, group.chat);
  return { ...quota, summary, reserve: reserveOf(agency, now, summary) };
}

/** What a push to each of these takes: one a person, of a group one for everybody in it. */
export async function costOf(world: World, agency: Agency, to: readonly Recipient[]): Promise<number> {
  let cost = 0;
  for (const one of to) {
    const group = 'group' in one ? await world.store.beside(agency.id, 'group', one.group) : null;
    cost += group?.key == null ? 1 : world.quotas.groupSize(agency, group.key);
  }
  return cost;
}

/** The figures a coordinator sees. */
export async function meterOf(world: World, agency: Agency, now: Instant): Promise<Meter> {
  const { limit, used, left, asOf, summary } = await spendingOf(world, agency, now);
  const drafts = await draftsFor(world, agency);
  const days = dryRun(agency, now, daysLeftInMonth(now) + 1, { left, limit, summary }, drafts);
  const today = isReminderTime(agency, now) ? days.find(({ day }) => day === dayOf(now)) : undefined;
  const send = days.flatMap((day) => day.send);
  const { pending, failed, unknown } = await world.store.outboxCounts(agency.id);
  const refused = agency.failures.filter(({ reason }) => reason === 'refused').length;
  return {
    limit,
    used,
    left,
    asOf,
    planned: {
      reminders: send.filter((one) => !isCardAlone(one)).length,
      summary: days.some((day) => day.summary !== null) ? summary : 0,
      cards: send.filter(isCardAlone).length,
    },
    held: today?.held.length ?? 0,
    pending,
    failed: Math.max(0, failed - refused),
    refused,
    unknown,
  };
}

function isCardAlone({ lines, extensions }: PersonalSend): boolean {
  return lines.length + extensions.length === 0;
}
