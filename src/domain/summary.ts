import type { Agency, Item } from './agency.ts';
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
  workingDayOnOrAfter,
} from './calendar.ts';
import { byFinishDue, finishDue, isLate } from './due.ts';
import type { Status } from './event.ts';
import { daysOffOf } from './holidays.ts';
import { itemsOf, openPlans, statusOf } from './item.ts';
import { type DivisionFigures, type Figures, figuresByDivision, figuresOf } from './progress.ts';
import { isReminderTime } from './reminder.ts';

/** A month of one plan, as it stood at `asOf`. */
export interface MonthSummary {
  readonly month: Month;
  readonly year: number;
  readonly asOf: Instant;
  readonly overall: Figures;
  readonly divisions: readonly DivisionFigures[];
  readonly moved: readonly { readonly item: Item; readonly from: Status; readonly to: Status }[];
  readonly late: readonly Item[];
  /** Not done and due within 30 days after `asOf`, the earliest first. */
  readonly next: readonly { readonly item: Item; readonly date: Day }[];
  readonly missingOit: readonly Item[];
}

const NINE = 9 * 60;

/**
 * Sums a month up as it stood at its end, or at `now` when it is not over; `division` keeps that division's items only.
 * The plan is that of the month's fiscal year, else the newest open one; null when there is none.
 */
export function monthSummary(
  agency: Agency,
  month: Month,
  now: Instant,
  division: string | null = null,
): MonthSummary | null {
  const plan = planOfMonth(agency, month);
  if (plan === null) return null;
  const asOf = Math.min(now, instantOf(`${addMonths(month, 1)}-01`) - 1);
  const before = instantOf(`${month}-01`) - 1;
  const items = itemsOf(agency, plan).filter(
    (item) => division === null || item.divisions.includes(division),
  );
  const open = items.filter((item) => statusOf(item, asOf) !== 'done').sort(byFinishDue(agency));
  const horizon = addDays(dayOf(asOf), 30);
  return {
    month,
    year: plan,
    asOf,
    overall: figuresOf(agency, items, asOf),
    divisions: figuresByDivision(agency, items, asOf).filter(
      (row) => division === null || row.division === division,
    ),
    moved: items.flatMap((item) => {
      const [from, to] = [statusOf(item, before), statusOf(item, asOf)];
      return from === to ? [] : [{ item, from, to }];
    }),
    late: open.filter((item) => isLate(agency, item, asOf)),
    next: open.flatMap((item) => {
      const date = finishDue(agency, item);
      return date !== null && date >= dayOf(asOf) && date <= horizon ? [{ item, date }] : [];
    }),
    missingOit: open.filter((item) => item.kind === 'oit').sort((a, b) => a.number - b.number),
  };
}

/**
 * The month to sum up at `now`, or null: the one before, from 09:00 on the first working day, at a time people are
 * reminded at. A month missed while the server was down is thus posted once when it is up; one in which no plan was open
 * is not posted at all.
 */
export function summaryDue(agency: Agency, now: Instant): Month | null {
  const month = unpostedMonth(agency, now);
  return month !== null && now >= summaryMoment(agency, monthOf(now)) && isReminderTime(agency, now)
    ? month
    : null;
}

/** The moment the next summary falls due: past when one is owed already, null while no plan is open. */
export function nextSummaryAt(agency: Agency, now: Instant): Instant | null {
  const thisMonth = summaryMoment(agency, monthOf(now));
  if (unpostedMonth(agency, now) !== null) return thisMonth;
  return openIn(agency, monthOf(now)) ? summaryMoment(agency, addMonths(monthOf(now), 1)) : null;
}

function unpostedMonth(agency: Agency, now: Instant): Month | null {
  const month = addMonths(monthOf(now), -1);
  if (agency.summaries.includes(month)) return null;
  return openIn(agency, month) ? month : null;
}

/** True when a plan was open at some time of the month. */
function openIn(agency: Agency, month: Month): boolean {
  return Object.values(agency.plans).some(
    ({ opened, closed }) =>
      opened !== null && monthOf(opened) <= month && (closed === null || monthOf(closed) >= month),
  );
}

function summaryMoment(agency: Agency, month: Month): Instant {
  return instantOf(workingDayOnOrAfter(`${month}-01`, daysOffOf(agency)), NINE);
}

/** The plan of the month's fiscal year, else the newest that was open in it: an old plan may go on into the next year. */
function planOfMonth(agency: Agency, month: Month): number | null {
  const year = fiscalYearOf(`${month}-01`);
  const plan = agency.plans[year];
  if (plan !== undefined && plan.state !== 'draft') return year;
  const open = openPlans(agency).find(({ opened }) => opened !== null && monthOf(opened) <= month);
  return open !== undefined && openIn(agency, month) ? open.year : null;
}
