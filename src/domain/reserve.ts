/** What of the month's messages is kept back from reminders. */
import type { Agency } from './agency.ts';
import { addMonths, dayOf, daysBetween, type Instant, monthOf } from './calendar.ts';
import { cardReaders } from './matters.ts';
import { nextSummaryAt } from './summary-when.ts';

/**
 * Messages for the month's summary, if one is still to come, and for coordinators' cards: one a week and coordinator (what
 * stays is told weekly, what is new often rides on an answer). `summary` = what one takes.
 */
export function reserveOf(agency: Agency, now: Instant, summary: number): number {
  const cards = cardReaders(agency).length * Math.ceil(daysLeftInMonth(now) / 7);
  return cards + (summaryComes(agency, now) ? summary : 0);
}

/** Days of the month after that of `now`. */
export function daysLeftInMonth(now: Instant): number {
  return daysBetween(dayOf(now), `${addMonths(monthOf(now), 1)}-01`) - 1;
}

function summaryComes(agency: Agency, now: Instant): boolean {
  const next = nextSummaryAt(agency, now);
  return next !== null && monthOf(Math.max(next, now)) === monthOf(now);
}
