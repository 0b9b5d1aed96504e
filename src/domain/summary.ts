import { historyOf } from './act.ts';
import type { Agency, Item, Plan } from './agency.ts';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  fiscalYearOf,
  type Instant,
  instantOf,
  type Month,
  monthOf,
} from './calendar.ts';
import { byFinishDue, finishDue, isLate } from './due.ts';
import type { Status, TextRef } from './event.ts';
import { itemsOf } from './item.ts';
import { isOf, isShared, partsOf, statusFor } from './part.ts';
import { type DivisionFigures, type Figures, figuresByDivision, figuresOf } from './progress.ts';
import { holding } from './receivers.ts';

/** A month as it stood at `asOf`: of the plan of its year in full, of any other open plan what is left of it. */
export interface MonthSummary extends PlanLeft {
  readonly month: Month;
  readonly asOf: Instant;
  readonly divisions: readonly DivisionFigures[];
  readonly moved: readonly Moved[];
  /** Not done and due within 30 days after `asOf`, the earliest first. */
  readonly next: readonly { readonly item: Item; readonly date: Day }[];
  /** The other plans that were open at `asOf`, the newest year first: last year's often is until its O-items are in. */
  readonly others: readonly PlanLeft[];
}

/** How far a plan was, and what was left of it. */
export interface PlanLeft {
  readonly year: number;
  readonly overall: Figures;
  /** By date, the longest overdue first. */
  readonly late: readonly Item[];
  /** O-items not done, by number. */
  readonly missingOit: readonly Item[];
}

/** An item that ended the month otherwise than it began; of a shared one also which parts did. */
export interface Moved extends Change {
  readonly item: Item;
  readonly parts: readonly (Change & { readonly division: string })[];
}

interface Change {
  readonly from: Status;
  readonly to: Status;
}

/**
 * Sums a month up as it stood at its end, or at `now` when it is not over; `division` keeps that division's items only, each as far as it is that division's.
 * The plan is that of the month's fiscal year, else the newest one that was open in it; null when there is none.
 */
export function monthSummary(
  agency: Agency,
  month: Month,
  now: Instant,
  division: string | null = null,
): MonthSummary | null {
  const year = planOfMonth(agency, month);
  if (year === null) return null;
  const asOf = Math.min(now, instantOf(`${addMonths(month, 1)}-01`) - 1);
  const before = instantOf(`${month}-01`) - 1;
  const items = itemsOf(agency, year).filter((item) => isOf(item, division));
  const horizon = addDays(dayOf(asOf), 30);
  return {
    ...leftOf(agency, year, asOf, division),
    month,
    asOf,
    divisions: figuresByDivision(agency, items, asOf).filter(
      (row) => division === null || row.division === division,
    ),
    moved: items.flatMap((item) => movedIn(item, division, before, asOf)),
    next: unfinished(agency, items, asOf, division).flatMap((item) => {
      const date = finishDue(agency, item, asOf);
      return date !== null && date >= dayOf(asOf) && date <= horizon ? [{ item, date }] : [];
    }),
    others: plansOpenIn(agency, month)
      .filter((plan) => plan.year !== year && wasOpen(plan, asOf))
      .map((plan) => leftOf(agency, plan.year, asOf, division))
      .filter(({ overall }) => overall.total > 0),
  };
}

/** True when the month has not ended: the figures are those of `now`. */
export function goesOn({ month, asOf }: MonthSummary, now: Instant): boolean {
  return monthOf(asOf) === month && dayOf(asOf) === dayOf(now);
}

/** What was late at `asOf` of all the plans it tells of, the newest year first. */
export function allLate({ late, others }: MonthSummary): Item[] {
  return [...late, ...others.flatMap((other) => other.late)];
}

function leftOf(agency: Agency, year: number, asOf: Instant, division: string | null): PlanLeft {
  const items = itemsOf(agency, year).filter((item) => isOf(item, division));
  const open = unfinished(agency, items, asOf, division);
  return {
    year,
    overall: figuresOf(agency, items, asOf, division),
    late: open.filter((item) => isLate(agency, item, asOf, division)),
    missingOit: open.filter((item) => item.kind === 'oit').sort((a, b) => a.number - b.number),
  };
}

function unfinished(agency: Agency, items: readonly Item[], asOf: Instant, division: string | null): Item[] {
  return items.filter((item) => statusFor(item, division, asOf) !== 'done').sort(byFinishDue(agency, asOf));
}

function wasOpen({ opened, closed }: Plan, asOf: Instant): boolean {
  return opened !== null && opened <= asOf && (closed === null || closed > asOf);
}

function movedIn(item: Item, division: string | null, before: Instant, asOf: Instant): Moved[] {
  const change = (whose: string | null) => ({
    from: statusFor(item, whose, before),
    to: statusFor(item, whose, asOf),
  });
  const parts = partsOf(item, division).flatMap((code) => {
    const { from, to } = change(code);
    return from === to ? [] : [{ division: code, from, to }];
  });
  const whole = change(division);
  if (whole.from === whole.to && parts.length === 0) return [];
  return [{ item, ...whole, parts: isShared(item) && division === null ? parts : [] }];
}

/** The heads of divisions whose part of something was late, division by division; only reachable people. */
export function headsOfLate(
  agency: Agency,
  summary: MonthSummary,
): { readonly division: string; readonly member: string }[] {
  const { asOf } = summary;
  const late = allLate(summary);
  return (agency.profile?.divisions ?? [])
    .filter(({ code }) => late.some((item) => isOf(item, code) && isLate(agency, item, asOf, code)))
    .flatMap(({ code: division }) =>
      holding(agency, 'head', division)
        .filter(({ reachable }) => reachable)
        .map(({ id: member }) => ({ division, member })),
    );
}

/**
 * Why an item is late, as its people told it: the newest note of a report, or reason of a later date asked for, since its
 * date passed; an undecided request counts whenever it was made. Null = nobody said.
 */
export function reasonOf(agency: Agency, item: Item, asOf: Instant): TextRef | null {
  const due = finishDue(agency, item, asOf);
  if (due === null) return null;
  const passed = instantOf(due);
  const reasons = historyOf(item).flatMap((one) => {
    const text = one.kind === 'report' ? one.act.note : one.kind === 'extension' ? one.act.reason : undefined;
    const counts = one.act.at >= passed || (one.kind === 'extension' && one.act.decided === null);
    return text === undefined || one.act.undone !== null || one.act.at > asOf || !counts ? [] : [text];
  });
  return reasons.at(-1) ?? null;
}

/**
 * The plans that were open at some time of the month, the newest year first: what is open no more counts for the months in
 * which it was.
 */
export function plansOpenIn(agency: Agency, month: Month): Plan[] {
  return Object.values(agency.plans)
    .filter(
      ({ opened, closed }) =>
        opened !== null && monthOf(opened) <= month && (closed === null || monthOf(closed) >= month),
    )
    .sort((a, b) => b.year - a.year);
}

/** The plan of the month's fiscal year, else the newest that was open in it: an old plan may go on into the next year. */
function planOfMonth(agency: Agency, month: Month): number | null {
  const year = fiscalYearOf(`${month}-01`);
  const plan = agency.plans[year];
  if (plan !== undefined && plan.state !== 'draft') return year;
  return plansOpenIn(agency, month)[0]?.year ?? null;
}
