/** The moments at which a due of an item may be spoken of: an opening notice, steps before the date, then every week. */
import type { Agency, Item, Plan } from './agency.ts';
import {
  addDays,
  type Day,
  type DaysOff,
  dayNumber,
  dayOf,
  type Instant,
  instantOf,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './calendar.ts';
import { finishDue, reportDues, reportGiven } from './due.ts';
import type { ReminderLine } from './event.ts';
import { daysOffOf } from './holidays.ts';
import { itemsOf, openPlans, statusOf } from './item.ts';

const FINISH_STEPS = [30, 14, 7, 3, 1, 0];
const REPORT_STEPS = [7, 0];
/** 08:45, in minutes after midnight. */
export const MORNING = 8 * 60 + 45;
const NEVER = '9999-12-31';

/** A due of an item with what decides its reminders. */
export interface Watch {
  readonly line: Omit<ReminderLine, 'step'>;
  readonly steps: readonly number[];
  /** Days nobody is reminded on. */
  readonly off: DaysOff;
  /** First morning it may be spoken of; null = no opening notice (report dues). */
  readonly opening: Instant | null;
  /** Weekly reminders after the date stop before this day. */
  readonly until: Day;
}

export interface Moment {
  readonly at: Instant;
  readonly step: ReminderLine['step'];
}

/** Every unfinished item of the open plans that somebody may be reminded of, with its dues. */
export function* watchedItems(agency: Agency): Generator<{
  readonly plan: Plan;
  readonly item: Item;
  readonly watches: readonly Watch[];
}> {
  for (const plan of openPlans(agency)) {
    for (const item of itemsOf(agency, plan.year)) {
      if (statusOf(item) === 'done') continue;
      const watches = watchesOf(agency, plan, item);
      if (watches.length > 0) yield { plan, item, watches };
    }
  }
}

/** The last moment after `from` up to `to`; null also when a newer due speaks for this one by then. */
export function latestMoment(
  watch: Watch,
  from: Instant,
  to: Instant,
  extra: Moment | null = null,
): Moment | null {
  if (dayOf(to) >= watch.until) return null;
  let latest = extra !== null && extra.at > from && extra.at <= to ? extra : null;
  for (const moment of momentsNear(watch, to)) {
    if (moment.at > from && moment.at <= to && (latest === null || moment.at >= latest.at)) latest = moment;
  }
  return latest;
}

/** The first moment after `from`, or null when there is none any more. */
export function firstMoment(watch: Watch, from: Instant): Instant | null {
  let first: Instant | null = null;
  for (const moment of momentsNear(watch, from)) {
    if (moment.at > from && (first === null || moment.at < first)) first = moment.at;
  }
  return first;
}

function watchesOf(agency: Agency, plan: Plan, item: Item): Watch[] {
  const found: Watch[] = [];
  const off = daysOffOf(agency);
  const finish = finishDue(agency, item);
  if (finish !== null) {
    const opening = openingOf(plan, item, off);
    found.push({
      line: { item: item.id, due: 'finish', date: finish },
      steps: FINISH_STEPS,
      off,
      opening,
      until: NEVER,
    });
  }
  const reports = reportDues(agency, item);
  reports.forEach((date, index) => {
    // Both due on one working day: the finish speaks for both.
    const together = finish !== null && workingDayOnOrBefore(finish, off) === workingDayOnOrBefore(date, off);
    if (together || reportGiven(item, date)) return;
    const next = reports[index + 1];
    // An unanswered report is pressed until the next one comes near: then that one speaks for both.
    const until = next === undefined ? NEVER : addDays(next, -Math.max(...REPORT_STEPS));
    found.push({
      line: { item: item.id, due: 'report', date },
      steps: REPORT_STEPS,
      off,
      opening: null,
      until,
    });
  });
  return found;
}

/** The first working morning after both the plan was opened and the item's period began. */
function openingOf(plan: Plan, item: Item, off: DaysOff): Instant | null {
  if (plan.opened === null) return null;
  const start = item.period.start;
  const begun = start === null ? plan.opened : Math.max(plan.opened, instantOf(start) - 1);
  const today = dayOf(begun);
  const first = instantOf(today, MORNING) > begun ? today : addDays(today, 1);
  return instantOf(workingDayOnOrAfter(first, off), MORNING);
}

/** The opening, every step before, and the weekly moments around `at` (one may be moved back over a day off). */
function* momentsNear(watch: Watch, at: Instant): Generator<Moment> {
  if (watch.opening !== null) yield { at: watch.opening, step: 'opening' };
  for (const step of watch.steps) yield momentOf(watch, step);
  const weeks = Math.max(1, Math.floor((dayNumber(dayOf(at)) - dayNumber(watch.line.date)) / 7));
  for (const week of [weeks, weeks + 1, weeks + 2]) {
    if (addDays(watch.line.date, week * 7) < watch.until) yield momentOf(watch, -week * 7);
  }
}

function momentOf(watch: Watch, step: number): Moment {
  const day = workingDayOnOrBefore(addDays(watch.line.date, -step), watch.off);
  return { at: instantOf(day, MORNING), step };
}
