import { historyOf } from './act.ts';
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
  workingDayOnOrBefore,
} from './calendar.ts';
import { byFinishDue, finishDue, isLate, meetingOf } from './due.ts';
import type { Status, TextRef } from './event.ts';
import { daysOffOf } from './holidays.ts';
import { itemsOf, openPlans } from './item.ts';
import { isOf, isShared, partsOf, statusFor } from './part.ts';
import { type DivisionFigures, type Figures, figuresByDivision, figuresOf } from './progress.ts';
import { isReminderTime } from './reminder.ts';

/** A month of one plan, as it stood at `asOf`. */
export interface MonthSummary {
  readonly month: Month;
  readonly year: number;
  readonly asOf: Instant;
  readonly overall: Figures;
  readonly divisions: readonly DivisionFigures[];
  readonly moved: readonly Moved[];
  readonly late: readonly Item[];
  /** Not done and due within 30 days after `asOf`, the earliest first. */
  readonly next: readonly { readonly item: Item; readonly date: Day }[];
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

const NINE = 9 * 60;

/**
 * Sums a month up as it stood at its end, or at `now` when it is not over; `division` keeps that division's items only, each as far as it is that division's.
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
  const items = itemsOf(agency, plan).filter((item) => isOf(item, division));
  const open = items
    .filter((item) => statusFor(item, division, asOf) !== 'done')
    .sort(byFinishDue(agency, asOf));
  const horizon = addDays(dayOf(asOf), 30);
  return {
    month,
    year: plan,
    asOf,
    overall: figuresOf(agency, items, asOf, division),
    divisions: figuresByDivision(agency, items, asOf).filter(
      (row) => division === null || row.division === division,
    ),
    moved: items.flatMap((item) => movedIn(item, division, before, asOf)),
    late: open.filter((item) => isLate(agency, item, asOf, division)),
    next: open.flatMap((item) => {
      const date = finishDue(agency, item, asOf);
      return date !== null && date >= dayOf(asOf) && date <= horizon ? [{ item, date }] : [];
    }),
    missingOit: open.filter((item) => item.kind === 'oit').sort((a, b) => a.number - b.number),
  };
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
 * The month to sum up at `now`, or null, at a time people are reminded at: from 09:00 on the day the office chose. A month
 * missed while the server was down is posted once when it is up, of several the last; one in which no plan was open is not
 * posted at all.
 */
export function summaryDue(agency: Agency, now: Instant): Month | null {
  const owed = summaryOwed(agency, now);
  if (owed === null || !isReminderTime(agency, now)) return null;
  // The next one comes today: it says all there is to say.
  const next = postings(agency, now).find(({ at }) => at > now);
  return next !== undefined && dayOf(next.at) === dayOf(now) ? null : owed.month;
}

/** The moment the next summary falls due: past when one is owed already, null while no plan is open. */
export function nextSummaryAt(agency: Agency, now: Instant): Instant | null {
  const owed = summaryOwed(agency, now);
  if (owed !== null) return owed.at;
  return postings(agency, now).find(({ month, at }) => at > now && isToPost(agency, month))?.at ?? null;
}

/** A month, and when its summary is posted. */
interface Posting {
  readonly month: Month;
  readonly at: Instant;
}

/** The newest whose moment has come, unless it was posted. */
function summaryOwed(agency: Agency, now: Instant): Posting | null {
  const newest = postings(agency, now).findLast(({ at }) => at <= now);
  return newest !== undefined && isToPost(agency, newest.month) ? newest : null;
}

function isToPost(agency: Agency, month: Month): boolean {
  return !agency.summaries.includes(month) && openIn(agency, month);
}

/** Those around `now`, the earliest first. */
function postings(agency: Agency, now: Instant): Posting[] {
  return [-1, 0, 1, 2].map((months) => postingIn(agency, addMonths(monthOf(now), months)));
}

/**
 * On the month's first working day, of the month before. Or on the working day before the month's meeting: for a meeting in
 * the second half of a month of that month as far as it went, for one in the first half of the month before.
 */
function postingIn(agency: Agency, month: Month): Posting {
  const off = daysOffOf(agency);
  if (agency.policy.summary === 'first-working-day')
    return { month: addMonths(month, -1), at: instantOf(workingDayOnOrAfter(`${month}-01`, off), NINE) };
  const meeting = meetingOf(agency, month);
  const day = workingDayOnOrBefore(addDays(meeting, -1), off);
  const ofThis = meeting > `${month}-15`;
  return { month: ofThis ? month : addMonths(month, -1), at: instantOf(day, NINE) };
}

/** True when a plan was open at some time of the month. */
function openIn(agency: Agency, month: Month): boolean {
  return Object.values(agency.plans).some(
    ({ opened, closed }) =>
      opened !== null && monthOf(opened) <= month && (closed === null || monthOf(closed) >= month),
  );
}

/** The plan of the month's fiscal year, else the newest that was open in it: an old plan may go on into the next year. */
function planOfMonth(agency: Agency, month: Month): number | null {
  const year = fiscalYearOf(`${month}-01`);
  const plan = agency.plans[year];
  if (plan !== undefined && plan.state !== 'draft') return year;
  const open = openPlans(agency).find(({ opened }) => opened !== null && monthOf(opened) <= month);
  return open !== undefined && openIn(agency, month) ? open.year : null;
}
