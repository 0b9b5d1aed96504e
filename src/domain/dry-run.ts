/** What would be sent in the days to come if nobody answered and nothing changed: by the very rules that send. */
import { agencyOn } from './acting.ts';
import type { Agency } from './agency.ts';
import { addDays, type Day, dayOf, type Instant, instantOf, type Month } from './calendar.ts';
import { nextReminderTime } from './reminder.ts';
import { reserveOf } from './reserve.ts';
import { afterEvents, decideSend, type PersonalSend, sendsAt } from './sends.ts';
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
export function dryRun(agency: Agency, from: Instant, days: number, budget: Budget): DryDay[] {
  const found: DryDay[] = [];
  let state = agency;
  let left = budget.left;
  // Foreseen to suffice once, the month needs not be foreseen again from each of its days.
  let enough = false;
  for (let ahead = 0; ahead < days; ahead += 1) {
    const day = addDays(dayOf(from), ahead);
    const at = nextReminderTime(state, Math.max(from, instantOf(day)));
    if (ahead > 0 && day.endsWith('-01')) [left, enough] = [budget.limit, false];
    if (dayOf(at) !== day) continue;
    const month = summaryDue(state, instantOf(day, state.policy.until) - 1);
    const reserve = reserveOf(state, at, budget.summary);
    const quota = enough ? { left: Number.POSITIVE_INFINITY, reserve: 0 } : { left, reserve };
    const sends = sendsAt(agencyOn(state, day), at, quota, () => []);
    const { send, held } = sends;
    enough ||= sends.enough === true;
    const summary = month === null ? null : { month, cost: budget.summary };
    const cost = send.length + (summary?.cost ?? 0);
    left = Math.max(0, left - cost);
    if (cost + held.length > 0) found.push({ day, send, held, summary, cost, left });
    const posted = month === null ? [] : [{ ...POSTED, month }];
    const sent = send.flatMap((one) => decideSend(state, one, { outbox: 'dry-run', cost: 1 }, at));
    state = afterEvents(state, [...sent, ...posted], at);
  }
  return found;
}

const POSTED = { type: 'summary-posted' as const, v: 1 as const, to: [], outbox: [] };
