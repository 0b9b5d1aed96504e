/** The days on which a due of an item is spoken of, as the office's policy wants them. A due date itself never moves. */
import type { Agency, Item, Plan } from './agency.ts';
import {
  addDays,
  addWorkingDays,
  type Day,
  type DaysOff,
  dayOf,
  daysBetween,
  instantOf,
  minuteOf,
  weekdayOf,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './calendar.ts';
import { finishDue, reportDues, reportGiven } from './due.ts';
import type { ReminderLine } from './event.ts';
import { daysOffOf } from './holidays.ts';
import { divisionsLeft, itemsOf, openPlans, statusOf } from './item.ts';
import type { Policy } from './policy.ts';

const NEVER = '9999-12-31';
/** An opening that could not be told for so many days is not told any more: the next step says more. */
const OPENING_GOOD_DAYS = 30;

/** A due of an item, or of a division's part of it, with the days it is spoken of. */
export interface Watch {
  /** `division` stands in it only when several share the item. */
  readonly line: Omit<ReminderLine, 'step' | 'level'>;
  /** Whose part it is: null = of an item nobody owns. */
  readonly division: string | null;
  /** The earliest first. */
  readonly moments: readonly Moment[];
  /** A Monday: it is spoken of on every Monday after it. */
  readonly weekly: Day;
  /** What lies before the day is not spoken of: the plan was not open, or the date was another. */
  readonly since: Day;
  /** Silent from this day on: the next due speaks for it. */
  readonly until: Day;
  /** The first working day after the date. */
  readonly lateFrom: Day;
  /** Days nobody is reminded on. */
  readonly off: DaysOff;
}

/** A working day on which a due is to be spoken of. `step` = days to the date by the plan, whenever it is told. */
export interface Moment {
  readonly day: Day;
  readonly step: ReminderLine['step'];
}

/** Every unfinished item of the open plans that somebody may be reminded of, with its dues. */
export function* watchedItems(agency: Agency): Generator<{
  readonly item: Item;
  readonly watches: readonly Watch[];
}> {
  for (const plan of openPlans(agency)) {
    for (const item of itemsOf(agency, plan.year)) {
      const watches = watchesOf(agency, plan, item);
      if (watches.length > 0) yield { item, watches };
    }
  }
}

/** The last moment up to `today` and after `last`, the day it was last spoken of (null = never); not before `floor`. */
export function latestMoment(watch: Watch, today: Day, last: Day | null, floor = ''): Moment | null {
  if (today >= watch.until) return null;
  const counts = ({ day, step }: Moment) =>
    day <= today &&
    day >= watch.since &&
    day >= floor &&
    (last === null || day > last) &&
    (step !== 'opening' || (last === null && today <= addDays(day, OPENING_GOOD_DAYS)));
  // Of two that fall on one day the later one speaks.
  return weeklyNear(watch, today).findLast(counts) ?? watch.moments.findLast(counts) ?? null;
}

/** The first moment after `day` (its day), or null when there is none any more. */
export function nextMomentDay(watch: Watch, day: Day): Day | null {
  const after = (moment: Moment) => moment.day > day && moment.day >= watch.since && moment.day < watch.until;
  const next = watch.moments.find(after) ?? weeklyNear(watch, laterOf(day, watch.weekly)).find(after);
  return next?.day ?? null;
}

/** The weekly moments around a day, the earliest first; one may be moved back over days off. */
function weeklyNear(watch: Watch, day: Day): Moment[] {
  const { weekly, line, off } = watch;
  if (day < weekly) return [];
  const week = Math.max(1, Math.floor(daysBetween(weekly, day) / 7));
  return [week, week + 1, week + 2].map((count) => {
    const nominal = addDays(weekly, count * 7);
    return { day: workingDayOnOrBefore(nominal, off), step: daysBetween(nominal, line.date) };
  });
}

/**
 * What was worked out last, by an item's reports: most events change one item or only note what was said of it, and leave
 * all that decides its watches the same objects.
 */
const worked = new WeakMap<
  Item['reports'],
  { readonly from: readonly unknown[]; readonly watches: readonly Watch[] }
>();

function watchesOf(agency: Agency, plan: Plan, item: Item): readonly Watch[] {
  const off = daysOffOf(agency);
  const { id, divisions, period, followUp, extended, extensions, reports } = item;
  const from = [
    id,
    divisions,
    period,
    followUp,
    extended,
    extensions,
    plan,
    agency.policy,
    agency.meetings,
    off,
  ];
  const before = worked.get(reports);
  if (before?.from.every((value, index) => value === from[index])) return before.watches;
  const watches = partsLeft(item).flatMap((division) => partWatches(agency, plan, item, division, off));
  worked.set(reports, { from, watches });
  return watches;
}

/** The divisions that have not done their part; `null` stands for an item nobody owns. */
function partsLeft(item: Item): (string | null)[] {
  if (item.divisions.length > 1) return divisionsLeft(item);
  return statusOf(item) === 'done' ? [] : [item.divisions[0] ?? null];
}

function partWatches(agency: Agency, plan: Plan, item: Item, division: string | null, off: DaysOff): Watch[] {
  const { policy } = agency;
  const part = item.divisions.length > 1 && division !== null ? { division } : {};
  const opened = plan.opened === null ? '' : dayOf(plan.opened);
  const watch = (due: ReminderLine['due'], date: Day, before: readonly Moment[], until: Day): Watch => {
    const after = policy.after.map((days) => addWorkingDays(date, days, off)).sort();
    const late = after.map((day) => ({ day, step: daysBetween(day, date) }));
    return {
      line: { item: item.id, due, date, ...part },
      division,
      moments: [...before, ...late].sort(inOrder),
      weekly: mondayNear(after.at(-1) ?? date),
      since: due === 'finish' ? laterOf(opened, movedOn(item, date)) : opened,
      until,
      lateFrom: addWorkingDays(date, 1, off),
      off,
    };
  };

  const finish = finishDue(agency, item);
  const found =
    finish === null ? [] : [watch('finish', finish, beforeFinish(policy, plan, item, finish, off), NEVER)];
  const reports = reportDues(agency, item);
  reports.forEach((date, index) => {
    // Both due on one working day: the finish speaks for both.
    const together = finish !== null && workingDayOnOrBefore(finish, off) === workingDayOnOrBefore(date, off);
    if (together || reportGiven(agency, item, date, division)) return;
    const next = reports[index + 1];
    // An unanswered report is pressed until the next one comes near: then that one speaks for both.
    const until = next === undefined ? NEVER : (beforeReport(policy, next, off)[0]?.day ?? next);
    found.push(watch('report', date, beforeReport(policy, date, off), until));
  });
  return found;
}

function beforeFinish(policy: Policy, plan: Plan, item: Item, date: Day, off: DaysOff): Moment[] {
  const opening = policy.opening ? openingOf(policy, plan, item, off) : null;
  const steps = policy.before.map((step) => ({
    day: workingDayOnOrBefore(addDays(date, -step), off),
    step,
  }));
  return [...(opening === null ? [] : [{ day: opening, step: 'opening' as const }]), ...steps].sort(inOrder);
}

function beforeReport(policy: Policy, date: Day, off: DaysOff): Moment[] {
  return policy.report
    .map((days) => workingDayOnOrBefore(addWorkingDays(date, -days, off), off))
    .map((day) => ({ day, step: daysBetween(day, date) }))
    .sort(inOrder);
}

/** The first working morning after both the plan was opened and the item's period began. */
function openingOf(policy: Policy, plan: Plan, item: Item, off: DaysOff): Day | null {
  if (plan.opened === null) return null;
  const { start } = item.period;
  const opened = dayOf(plan.opened);
  const begun = start !== null && instantOf(start) > plan.opened ? start : null;
  const first = begun ?? (minuteOf(plan.opened) < policy.from ? opened : addDays(opened, 1));
  return workingDayOnOrAfter(first, off);
}

/** The day the date was granted, when it is not the plan's own: who asked for it knows it. */
function movedOn(item: Item, date: Day): Day {
  if (item.extended?.until !== date) return '';
  const granted = item.extensions.findLast(
    ({ decided, until }) => decided?.granted === true && until === date,
  );
  return granted?.decided == null ? '' : dayOf(granted.decided.at);
}

/** By day; of one day an opening first, then the step further from the date. */
function inOrder(a: Moment, b: Moment): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return stepOrder(b) - stepOrder(a);
}

function stepOrder({ step }: Moment): number {
  return step === 'opening' ? Number.MAX_SAFE_INTEGER : step;
}

/**
 * What is late is spoken of on Mondays, all of it in one message: a week of its own for each due would cost a person with
 * many of them a message a day. This one lies within three days of `day`, so the first to be told follows in about a week.
 */
function mondayNear(day: Day): Day {
  const from = addDays(day, -3);
  return addDays(from, (8 - weekdayOf(from)) % 7);
}

function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}
