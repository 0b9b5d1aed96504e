import type { Agency, Item } from './agency.ts';
import {
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
import { daysOffOf } from './holidays.ts';
import { statusIn, statusOf } from './item.ts';

/** One thing expected of an item by a day (`docs/design.md`, "due"). */
export interface Due {
  readonly item: Item;
  readonly kind: DueKind;
  readonly date: Day;
}

/**
 * When an item must be finished: a measure by the end of its period, or its one date when the plan gives no period; an
 * O-item by the end of the year's OIT window. Null = nobody set a date: it is listed to the coordinator, never guessed.
 */
export function finishDue(agency: Agency, item: Item): Day | null {
  const planned = plannedFinish(agency, item);
  const { extended } = item;
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
 * True when the report expected by `date` was given: told in that month or later (by a person), or the item is done. Of an
 * item several divisions share each tells its part: given by `division`, or by all of them when none is named.
 */
export function reportGiven(item: Item, date: Day, division: string | null = null): boolean {
  if (item.divisions.length < 2) return statusOf(item) === 'done' || toldSince(item, date, null);
  const parts = division === null ? item.divisions : [division];
  return parts.every((part) => statusIn(item, part) === 'done' || toldSince(item, date, part));
}

function toldSince(item: Item, date: Day, division: string | null): boolean {
  const from = instantOf(`${date.slice(0, 7)}-01`);
  return item.reports.some(
    ({ undone, from: source, at, divisions }) =>
      undone === null &&
      source === undefined &&
      at >= from &&
      (division === null || divisions === undefined || divisions.includes(division)),
  );
}

/** Everything still expected of an item: its finish unless it is done, and the reports not given yet. */
export function duesOf(agency: Agency, item: Item): Due[] {
  if (statusOf(item) === 'done') return [];
  const finish = finishDue(agency, item);
  const reports = reportDues(agency, item).filter((date) => !reportGiven(item, date));
  return [
    ...(finish === null ? [] : [{ item, kind: 'finish' as const, date: finish }]),
    ...reports.map((date) => ({ item, kind: 'report' as const, date })),
  ];
}

/** True when the item should have been finished before the day of `asOf` and was not. */
export function isLate(agency: Agency, item: Item, asOf: Instant): boolean {
  const due = finishDue(agency, item);
  return due !== null && due < dayOf(asOf) && statusOf(item, asOf) !== 'done';
}

/** Sorts by finish due, the earliest first, those without a date last. */
export function byFinishDue(agency: Agency): (a: Item, b: Item) => number {
  const key = (item: Item) => finishDue(agency, item) ?? '9999';
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

/** The day of a month's meeting, at which is reported: as the office set it, else the month's last working day. */
export function meetingOf(agency: Agency, month: Month): Day {
  return agency.meetings[month] ?? workingDayOnOrBefore(lastDayOf(month), daysOffOf(agency));
}
