/** What would be sent in the days to come if nobody answered and nothing changed: by the very rules that send. */
import { agencyOn, nextChangeOfActing } from './acting.ts';
import type { Agency } from './agency.ts';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  type Month,
  monthOf,
} from './calendar.ts';
import type { Drafts } from './matters.ts';
import { nextReminderTime } from './reminder.ts';
import { reserveOf } from './reserve.ts';
import { afterEvents, decideSend, type PersonalSend, sendsAt } from './sends.ts';
import { type DayWants, type Foresee, restOfMonth } from './spend.ts';
import { summaryDue } from './summary-when.ts';

/** The month's messages, as far as LINE told. Infinity = they are not counted. */
export interface Budget {
  /** Of the month in which the run begins. */
  readonly left: number;
  /** With which a month begins. */
  readonly limit: number;
  /** What a month's summary takes. */
  readonly summary: number;
}

export interface DryDay {
  readonly day: Day;
  readonly send: readonly PersonalSend[];
  /** What waits, because the month's messages do not suffice. */
  readonly held: readonly PersonalSend[];
  /** The month summed up on that day; null = none. */
  readonly summary: { readonly month: Month; readonly cost: number } | null;
  readonly cost: number;
  /** Messages left in its month when it is over. */
  readonly left: number;
}

/** Of the `days` days from that of `from` on, those on which there is something; the earliest first. */
export function dryRun(
  agency: Agency,
  from: Instant,
  days: number,
  budget: Budget,
  drafts: Drafts,
): DryDay[] {
  const found: DryDay[] = [];
  let state = agency;
  let left = budget.left;
  const foresee = foreseeOnce();
  for (let ahead = 0; ahead < days; ahead += 1) {
    const day = addDays(dayOf(from), ahead);
    const at = nextReminderTime(state, Math.max(from, instantOf(day)));
    if (ahead > 0 && day.endsWith('-01')) left = budget.limit;
    if (dayOf(at) !== day) continue;
    const today = agencyOn(state, day);
    const month = summaryDue(today, instantOf(day, state.policy.until) - 1);
    const quota = { left, reserve: reserveOf(today, at, budget.summary) };
    const { send, held } = sendsAt(today, at, quota, drafts, foresee);
    const summary = month === null ? null : { month, cost: budget.summary };
    const cost = send.length + (summary?.cost ?? 0);
    left = Math.max(0, left - cost);
    if (cost + held.length > 0) found.push({ day, send, held, summary, cost, left });
    const posted = month === null ? [] : [{ ...POSTED, month }];
    const sent = send.flatMap((one) => decideSend(today, one, { outbox: 'dry-run', cost: 1 }, at));
    state = afterEvents(state, [...sent, ...posted], at);
  }
  return found;
}

/**
 * Foresees a month once for all of its days. Who is held back hears all of it merged when he is told; what comes after that
 * day is the same whether he was told now or then. Only what is told up the ladder counts on from the day it was told, and of
 * that nothing is held back until nothing is left, when what is to come matters no more. While somebody is still to act in
 * another's place this month, or to cease to, it is foreseen anew each day: who hears of it then was told nothing before.
 */
export function foreseeOnce(): Foresee {
  let known: readonly DayWants[] = [];
  /** It holds before this day. */
  let until: Day = '';
  return (agency, due, now) => {
    const today = dayOf(now);
    if (today >= until) {
      const end = `${addMonths(monthOf(now), 1)}-01`;
      const change = nextChangeOfActing(agency, today);
      until = change === null || change >= end ? end : addDays(today, 1);
      known = restOfMonth(agency, due, now);
    }
    return known;
  };
}

const POSTED = { type: 'summary-posted' as const, v: 1 as const, to: [], outbox: [] };
