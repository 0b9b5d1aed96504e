/**
 * When whom ought to be reminded of what, worked out from the plan's dates and the office's policy alone: the measure of
 * the bot, so nothing of what the bot reminds by is used here (`watch.ts`, `reminder.ts`, `ladder.ts`, `spend.ts`).
 */
import type { Agency, Item, Report } from '../../domain/agency.ts';
import {
  addDays,
  addWorkingDays,
  type Day,
  type DaysOff,
  dayOf,
  daysBetween,
  type Instant,
  instantOf,
  lastDayOf,
  type Month,
  monthsBetween,
  weekdayOf,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../../domain/calendar.ts';
import type { DueKind } from '../../domain/event.ts';
import { daysOffOf } from '../../domain/holidays.ts';

const MONDAY = 1;
/** Days from the last step after a date to the first Monday it is spoken of again, at least. */
const SOONEST = 4;

/** A due of a division's part of an item, and the working days on which it is to be spoken of. */
export interface PromisedDue {
  readonly item: Item;
  /** Null = nobody owns the item. */
  readonly division: string | null;
  readonly due: DueKind;
  readonly date: Day;
  readonly days: readonly PromisedDay[];
}

export interface PromisedDay {
  readonly day: Day;
  readonly opening: boolean;
}

/** Everything promised of a year's plan up to `last`. */
export function promisedOf(agency: Agency, year: number, last: Day): PromisedDue[] {
  const plan = agency.plans[year];
  if (plan?.opened == null) return [];
  const opened = dayOf(plan.opened);
  const items = Object.values(agency.items).filter((item) => item.year === year && item.withdrawn === null);
  return items.flatMap((item) => {
    const parts = item.divisions.length === 0 ? [null] : item.divisions;
    const dues = [...finishes(agency, item, opened, last), ...reports(agency, item, opened, last)];
    return parts.flatMap((division) => dues.map((due) => ({ item, division, ...due })));
  });
}

type Dated = Pick<PromisedDue, 'due' | 'date' | 'days'>;

/** The plan's date and each later one that was granted, each spoken of while it holds. */
function finishes(agency: Agency, item: Item, opened: Day, last: Day): Dated[] {
  const planned = plannedDate(agency, item);
  if (planned === null) return [];
  const granted = item.extensions
    .filter(({ decided }) => decided?.granted === true)
    .map(({ until, decided }) => ({ date: until, from: dayOf(decided?.at ?? 0) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const dates = [{ date: planned, from: '' }, ...granted];
  return dates.map(({ date, from }, index) => {
    const until = dates[index + 1]?.from ?? addDays(last, 1);
    const { start } = item.period;
    const begins = start !== null && start > opened ? start : opened;
    const off = daysOffOf(agency);
    const opening = workingDayOnOrAfter(begins, off);
    const { before, opening: wanted } = agency.policy;
    const days = [
      ...before.map((step) => ({ day: workingDayOnOrBefore(addDays(date, -step), off), opening: false })),
      ...late(agency, date, off, last),
      // A date granted later is known to who asked for it: nothing opens.
      ...(wanted && from === '' && opening <= date ? [{ day: opening, opening: true }] : []),
    ];
    const since = from > opened ? from : opened;
    return { due: 'finish', date, days: within(days, since, until) };
  });
}

/** An unanswered report is pressed until the next one is spoken of. */
function reports(agency: Agency, item: Item, opened: Day, last: Day): Dated[] {
  const off = daysOffOf(agency);
  const finish = plannedDate(agency, item);
  const dates = reportDates(agency, item);
  const stepsOf = (date: Day) =>
    agency.policy.report.map((step) => workingDayOnOrBefore(addWorkingDays(date, -step, off), off));
  return dates.flatMap((date, index): Dated[] => {
    // Finished on the same day: the finish is spoken of.
    if (finish !== null && workingDayOnOrBefore(finish, off) === workingDayOnOrBefore(date, off)) return [];
    const next = dates[index + 1];
    const until = next === undefined ? addDays(last, 1) : (stepsOf(next).sort()[0] ?? next);
    const days = [...stepsOf(date).map((day) => ({ day, opening: false })), ...late(agency, date, off, last)];
    return [{ due: 'report', date, days: within(days, opened, until) }];
  });
}

function plannedDate(agency: Agency, item: Item): Day | null {
  if (item.kind === 'oit') return agency.plans[item.year]?.oitDue ?? null;
  return item.period.end ?? (item.followUp.cadence === 'date' ? item.followUp.dueDate : null);
}

function reportDates(agency: Agency, { followUp, period }: Item): Day[] {
  const off = daysOffOf(agency);
  const meeting = (month: Month) => agency.meetings[month] ?? workingDayOnOrBefore(lastDayOf(month), off);
  const { cadence, reportMonths, dueDate } = followUp;
  if (cadence === 'named-months') return reportMonths.map(meeting).sort();
  if (cadence === 'date')
    return dueDate !== null && period.end !== null && dueDate !== period.end ? [dueDate] : [];
  if (cadence === 'none' || period.start === null || period.end === null) return [];
  return monthsBetween(period.start.slice(0, 7), period.end.slice(0, 7)).map(meeting);
}

/**
 * The working days after a date, then every Monday, the first about a week after the last of them (four to ten days); a Monday that is a day off is spoken of before it.
 */
function late({ policy }: Agency, date: Day, off: DaysOff, last: Day): PromisedDay[] {
  const days = policy.after.map((step) => addWorkingDays(date, step, off)).sort();
  let monday = addDays(days.at(-1) ?? date, SOONEST);
  while (weekdayOf(monday) !== MONDAY) monday = addDays(monday, 1);
  for (; monday <= last; monday = addDays(monday, 7)) days.push(workingDayOnOrBefore(monday, off));
  return days.map((day) => ({ day, opening: false }));
}

function within(days: readonly PromisedDay[], since: Day, until: Day): PromisedDay[] {
  const seen = new Set<Day>();
  return [...days]
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : Number(a.opening) - Number(b.opening)))
    .filter(({ day }) => {
      if (day < since || day >= until || seen.has(day)) return false;
      seen.add(day);
      return true;
    });
}

/** True when the due was answered by the moment: the part done, or its report given. */
export function answeredBy({ item, division, due, date }: PromisedDue, at: Instant): boolean {
  const told = item.reports.filter(
    (report) =>
      report.kept <= at && (report.undone === null || report.undone > at) && covers(report, division),
  );
  const newest = told.toSorted((a, b) => a.at - b.at).at(-1);
  if (newest?.status === 'done') return true;
  const from = instantOf(`${date.slice(0, 7)}-01`);
  return due === 'report' && told.some((report) => report.at >= from && report.from === undefined);
}

function covers({ divisions }: Report, division: string | null): boolean {
  return division === null || divisions === undefined || divisions.includes(division);
}

/**
 * At whom it is: whoever was given the item by name, else whom the division chose, else its staff, else its head, else the
 * coordinators. In a simulated year everybody stays where he is and can be reached.
 */
export function concerned(
  agency: Agency,
  { item, division }: Pick<PromisedDue, 'item' | 'division'>,
): string[] {
  if (item.person !== null) return [item.person];
  const members = Object.values(agency.members);
  const chosen = division === null ? [] : (agency.receivers[division] ?? []);
  if (chosen.length > 0) return [...chosen];
  for (const role of ['staff', 'head']) {
    const found = members.filter(({ roles }) =>
      roles.some((held) => held.role === role && held.division === division),
    );
    if (division !== null && found.length > 0) return found.map(({ id }) => id);
  }
  return members.filter(({ roles }) => roles.some(({ role }) => role === 'coordinator')).map(({ id }) => id);
}

/**
 * How urgent a reminder of the day is, 1 the most: 1 = overdue or due today; 2 = within 3 days; 3 = within 14 days, and
 * reports; 4 = later, and openings.
 */
export function urgency(
  { due, date }: Pick<PromisedDue, 'due' | 'date'>,
  { day, opening }: PromisedDay,
): number {
  const days = daysBetween(day, date);
  if (days <= 0) return 1;
  if (due === 'report') return 3;
  if (days <= 3 && !opening) return 2;
  return opening || days > 14 ? 4 : 3;
}
