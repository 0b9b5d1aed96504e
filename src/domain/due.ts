import type { Agency, Item } from './agency.ts';
import {
  addDays,
  addWorkingDays,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  lastDayOf,
  type Month,
  monthsBetween,
  workingDayOnOrBefore,
} from './calendar.ts';
import type { DueKind } from './event.ts';
import { lastGranted } from './extended.ts';
import { daysOffOf } from './holidays.ts';
import { statusIn, statusOf } from './item.ts';
import { partsOf, statusFor, type Whose } from './part.ts';

/** One thing expected of an item by a day (`docs/design.md`, "due"). */
export interface Due {
  readonly item: Item;
  readonly kind: DueKind;
  readonly date: Day;
}

/**
 * When an item must be finished: a measure by the end of its period, or its one date when the plan gives no period; an
 * O-item by the end of the year's OIT window; a later date that was granted by `asOf` (now) stands instead. Null = nobody
 * set a date: it is listed to the coordinator, never guessed.
 */
export function finishDue(agency: Agency, item: Item, asOf?: Instant): Day | null {
  const planned = plannedFinish(agency, item);
  const extended = asOf === undefined ? item.extended : lastGranted(item.extensions, asOf);
  return extended !== null && extended.from === planned ? extended.until : planned;
}

/** The finish date as the plan has it, whatever was granted later. */
export function plannedFinish(agency: Agency, item: Item): Day | null {
  if (item.kind === 'oit') return agency.plans[item.year]?.oitDue ?? null;
  return item.period.end ?? (item.followUp.cadence === 'date' ? item.followUp.dueDate : null);
}

/** The days a report on the item is expected, earliest first: of a month its meeting day, else its last working day. */
export function reportDues(agency: Agency, item: Item): Day[] {
  const reportDay = (month: Month) => meetingOf(agency, month);
  const { cadence, dueDate, reportMonths } = item.followUp;
  const { start, end } = item.period;
  switch (cadence) {
    case 'none':
      return [];
    case 'date':
      return dueDate !== null && end !== null && dueDate !== end ? [dueDate] : [];
    case 'named-months':
      return reportMonths.map(reportDay).sort();
    case 'monthly':
      return start === null || end === null
        ? []
        : monthsBetween(start.slice(0, 7), end.slice(0, 7)).map(reportDay);
  }
}

/**
 * True when the report expected by `date` was given of all these parts: told in that month or later (by a person), or
 * done. Of a meeting early in a month people are asked in the month before: their answer counts from then on.
 */
export function reportGiven(agency: Agency, item: Item, date: Day, whose: Whose = null): boolean {
  const from = instantOf(reportCountsFrom(agency, item, date));
  const since = item.reports.filter(
    (report) => report.undone === null && report.from === undefined && report.at >= from,
  );
  const parts = partsOf(item, whose);
  if (parts.length === 0) return statusOf(item) === 'done' || since.length > 0;
  return parts.every(
    (code) =>
      statusIn(item, code) === 'done' ||
      since.some(({ divisions }) => divisions === undefined || divisions.includes(code)),
  );
}

/** The day of the first reminder of a report, if it lies before the report's month: what answers the report before it does not count. */
function reportCountsFrom(agency: Agency, item: Item, date: Day): Day {
  const first = `${date.slice(0, 7)}-01`;
  const off = daysOffOf(agency);
  const asked = workingDayOnOrBefore(addWorkingDays(date, -Math.max(0, ...agency.policy.report), off), off);
  if (asked >= first) return first;
  const before = reportDues(agency, item).findLast((other) => other < date);
  const free = before === undefined ? asked : addDays(before, 1);
  return [first, asked > free ? asked : free].sort()[0] ?? first;
}

/** Everything still expected of an item, or of these parts: its finish unless it is done, and the reports not given yet. */
export function duesOf(agency: Agency, item: Item, whose: Whose = null): Due[] {
  if (statusFor(item, whose) === 'done') return [];
  const finish = finishDue(agency, item);
  const reports = reportDues(agency, item).filter((date) => !reportGiven(agency, item, date, whose));
  return [
    ...(finish === null ? [] : [{ item, kind: 'finish' as const, date: finish }]),
    ...reports.map((date) => ({ item, kind: 'report' as const, date })),
  ];
}

/** True when the item (or these parts of it) should have been finished before the day of `asOf` and was not. */
export function isLate(agency: Agency, item: Item, asOf: Instant, whose: Whose = null): boolean {
  const due = finishDue(agency, item, asOf);
  return due !== null && due < dayOf(asOf) && statusFor(item, whose, asOf) !== 'done';
}

/** Sorts by finish due, the earliest first, those without a date last. */
export function byFinishDue(agency: Agency, asOf?: Instant): (a: Item, b: Item) => number {
  const key = (item: Item) => finishDue(agency, item, asOf) ?? '9999';
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

/** The day of a month's meeting, at which is reported: as the office set it, else the month's last working day. */
export function meetingOf(agency: Agency, month: Month): Day {
  return agency.meetings[month] ?? workingDayOnOrBefore(lastDayOf(month), daysOffOf(agency));
}
