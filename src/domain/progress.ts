import type { Agency, Item } from './agency.ts';
import type { Day, Instant } from './calendar.ts';
import { byFinishDue, type Due, duesOf, isLate } from './due.ts';
import { evidenceOf, itemsOf, openPlans, statusOf } from './item.ts';

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

/** Counts items as they stood at `asOf`. */
export function figuresOf(agency: Agency, items: readonly Item[], asOf: Instant): Figures {
  const count = { total: items.length, done: 0, inProgress: 0, notStarted: 0, late: 0 };
  for (const item of items) {
    const status = statusOf(item, asOf);
    if (status === 'done') count.done += 1;
    else if (status === 'in_progress') count.inProgress += 1;
    else count.notStarted += 1;
    if (isLate(agency, item, asOf)) count.late += 1;
  }
  return count;
}

/** Figures per division in the office's own order, unowned items last. A shared item counts in each of its divisions. */
export function figuresByDivision(agency: Agency, items: readonly Item[], asOf: Instant): DivisionFigures[] {
  const rows = (agency.profile?.divisions ?? []).map(({ code }) => ({
    division: code as string | null,
    items: items.filter((item) => item.divisions.includes(code)),
  }));
  rows.push({ division: null, items: items.filter((item) => item.divisions.length === 0) });
  return rows
    .filter((row) => row.items.length > 0)
    .map((row) => ({ division: row.division, figures: figuresOf(agency, row.items, asOf) }));
}

/** Percent done, rounded down so that only all is 100. */
export function percentDone(figures: Figures): number {
  return figures.total === 0 ? 0 : Math.floor((figures.done * 100) / figures.total);
}

/** Items of open plans not done yet, the earliest finish due first; of one division when given. */
export function missingItems(agency: Agency, division: string | null = null): Item[] {
  return openItems(agency, division).filter((item) => statusOf(item) !== 'done');
}

/** Items of open plans that are done, but nothing given shows it; the earliest finish due first. */
export function withoutEvidence(agency: Agency, division: string | null = null): Item[] {
  return openItems(agency, division).filter(
    (item) => statusOf(item) === 'done' && evidenceOf(item).length === 0,
  );
}

/** Items not done whose finish due is past on the day of `now`, the longest overdue first. */
export function lateItems(agency: Agency, now: Instant, division: string | null = null): Item[] {
  return openItems(agency, division).filter((item) => isLate(agency, item, now));
}

/**
 * What is expected of unfinished items from one day to another, both included, the earliest first: finish dues, and
 * reports not given yet. What is overdue is not among them when `from` is today: see `lateItems`.
 */
export function duesIn(
  agency: Agency,
  { from, to, division }: { readonly from: Day; readonly to: Day; readonly division: string | null },
): Due[] {
  return missingItems(agency, division)
    .flatMap((item) => duesOf(agency, item))
    .filter(({ date }) => date >= from && date <= to)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function openItems(agency: Agency, division: string | null): Item[] {
  return openPlans(agency)
    .flatMap((plan) => itemsOf(agency, plan.year))
    .filter((item) => division === null || item.divisions.includes(division))
    .sort(byFinishDue(agency));
}
