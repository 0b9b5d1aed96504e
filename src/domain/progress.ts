import type { Agency, Item } from './agency.ts';
import type { Day, Instant } from './calendar.ts';
import { byFinishDue, type Due, duesOf, isLate } from './due.ts';
import { evidenceOf, itemsOf, openPlans } from './item.ts';
import { isOf, statusFor, type Whose } from './part.ts';

/** How far a set of items is. */
export interface Figures {
  readonly total: number;
  readonly done: number;
  readonly inProgress: number;
  readonly notStarted: number;
  /** Not done and past the finish due. Counted in `inProgress` or `notStarted` too. */
  readonly late: number;
}

/** Figures of one division; `division` null = items nobody owns yet. */
export interface DivisionFigures {
  readonly division: string | null;
  readonly figures: Figures;
}

/** Counts items (or these parts of them) as they stood at `asOf`. */
export function figuresOf(
  agency: Agency,
  items: readonly Item[],
  asOf: Instant,
  whose: Whose = null,
): Figures {
  const count = { total: items.length, done: 0, inProgress: 0, notStarted: 0, late: 0 };
  for (const item of items) {
    const status = statusFor(item, whose, asOf);
    if (status === 'done') count.done += 1;
    else if (status === 'in_progress') count.inProgress += 1;
    else count.notStarted += 1;
    if (isLate(agency, item, asOf, whose)) count.late += 1;
  }
  return count;
}

/**
 * Figures per division in the office's own order, unowned items last. A shared item counts in each of its divisions, by
 * that division's own part.
 */
export function figuresByDivision(agency: Agency, items: readonly Item[], asOf: Instant): DivisionFigures[] {
  const rows = (agency.profile?.divisions ?? []).map(({ code }) => ({
    division: code as string | null,
    items: items.filter((item) => item.divisions.includes(code)),
  }));
  rows.push({ division: null, items: items.filter((item) => item.divisions.length === 0) });
  return rows
    .filter((row) => row.items.length > 0)
    .map(({ division, items: own }) => ({ division, figures: figuresOf(agency, own, asOf, division) }));
}

/** Percent done, rounded down so that only all is 100. */
export function percentDone(figures: Figures): number {
  return figures.total === 0 ? 0 : Math.floor((figures.done * 100) / figures.total);
}

/** Items of open plans not done yet (of a division: its part), the earliest finish due first. */
export function missingItems(agency: Agency, whose: Whose = null): Item[] {
  return openItems(agency, whose).filter((item) => statusFor(item, whose) !== 'done');
}

/** Items of open plans that are done, but nothing given shows it; the earliest finish due first. */
export function withoutEvidence(agency: Agency, whose: Whose = null): Item[] {
  return openItems(agency, whose).filter(
    (item) => statusFor(item, whose) === 'done' && evidenceOf(item).length === 0,
  );
}

/** Items not done whose finish due is past on the day of `now`, the longest overdue first. */
export function lateItems(agency: Agency, now: Instant, whose: Whose = null): Item[] {
  return openItems(agency, whose).filter((item) => isLate(agency, item, now, whose));
}

/**
 * What is expected of unfinished items from one day to another, both included, the earliest first: finish dues, and
 * reports not given yet. What is overdue is not among them when `from` is today: see `lateItems`.
 */
export function duesIn(
  agency: Agency,
  { from, to, division }: { readonly from: Day; readonly to: Day; readonly division: Whose },
): Due[] {
  return missingItems(agency, division)
    .flatMap((item) => duesOf(agency, item, division))
    .filter(({ date }) => date >= from && date <= to)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function openItems(agency: Agency, whose: Whose): Item[] {
  return openPlans(agency)
    .flatMap((plan) => itemsOf(agency, plan.year))
    .filter((item) => isOf(item, whose))
    .sort(byFinishDue(agency));
}
