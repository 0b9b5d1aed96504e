/**
 * Which reminders fall due. Nothing is stored ahead: from the state and a span of time follows what is to be said, and
 * the caller's mark `from` only moves forward, so nothing is said twice and what was missed is said once, merged.
 *
 * Basic policy: an opening notice, 30, 14, 7, 3 and 1 days before, on the day, then weekly; a report 7 days before and
 * on the day. At 08:45 on working days; what falls on a day off goes out on the working day before.
 */
import type { Agency, Item, Plan } from './agency.ts';
import {
  addDays,
  type Day,
  dayNumber,
  dayOf,
  daysBetween,
  type Instant,
  instantOf,
  isWorkingDay,
  minuteOf,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './calendar.ts';
import { finishDue, reportDues, reportGiven } from './due.ts';
import type { ReminderLine } from './event.ts';
import { itemsOf, openPlans, statusOf } from './item.ts';
import { answerable } from './permission.ts';

const FINISH_STEPS = [30, 14, 7, 3, 1, 0];
const REPORT_STEPS = [7, 0];
const MORNING = 8 * 60 + 45;
const EVENING = 16 * 60 + 30;

/** Everything one member is to be reminded of now, in one message, the most urgent first. */
export interface Reminder {
  readonly member: string;
  readonly lines: readonly ReminderLine[];
}

/** A due of an item with what decides its reminders. */
interface Watch {
  readonly line: Omit<ReminderLine, 'step'>;
  readonly steps: readonly number[];
  /** First morning it may be spoken of; null = no opening notice (report dues). */
  readonly opening: Instant | null;
  /** Weekly reminders after the date stop before this day. */
  readonly until: Day;
}

interface Moment {
  readonly at: Instant;
  readonly step: ReminderLine['step'];
}

/** True from 08:45 to 16:30 on a working day: nobody is reminded at another time. */
export function isReminderTime(at: Instant): boolean {
  const minute = minuteOf(at);
  return isWorkingDay(dayOf(at)) && minute >= MORNING && minute < EVENING;
}

/** The moment itself when it is reminder time, else 08:45 of the next working day. */
export function nextReminderTime(at: Instant): Instant {
  if (isReminderTime(at)) return at;
  const today = dayOf(at);
  const day = minuteOf(at) < MORNING ? today : addDays(today, 1);
  return instantOf(workingDayOnOrAfter(day), MORNING);
}

/**
 * What to remind whom of at `to`, given that everything up to `from` was dealt with. Empty outside reminder time: the
 * caller then leaves its mark where it is. Items done, undated or of a plan not open are silent.
 */
export function dueReminders(agency: Agency, from: Instant, to: Instant): Reminder[] {
  if (!isReminderTime(to)) return [];
  const lines = new Map<string, ReminderLine[]>();
  for (const { plan, item, watch } of watches(agency)) {
    const moment = latestMoment(watch, Math.max(from, plan.opened ?? from), to);
    if (moment === null) continue;
    for (const member of answerable(agency, item)) {
      const mine = lines.get(member.id) ?? [];
      mine.push({ ...watch.line, step: moment.step });
      lines.set(member.id, mine);
    }
  }
  return [...lines].map(([member, mine]) => ({
    member,
    lines: mine.sort((a, b) => (a.date < b.date ? -1 : 1)),
  }));
}

/** The next moment after `from` at which `dueReminders` may have something to say, or null. */
export function nextReminderAt(agency: Agency, from: Instant): Instant | null {
  let next: Instant | null = null;
  for (const { plan, watch } of watches(agency)) {
    const at = firstMoment(watch, Math.max(from, plan.opened ?? from));
    if (at !== null && (next === null || at < next)) next = at;
  }
  return next;
}

function* watches(agency: Agency): Generator<{ plan: Plan; item: Item; watch: Watch }> {
  for (const plan of openPlans(agency)) {
    for (const item of itemsOf(agency, plan.year)) {
      if (statusOf(item) === 'done') continue;
      for (const watch of watchesOf(agency, plan, item)) yield { plan, item, watch };
    }
  }
}

function watchesOf(agency: Agency, plan: Plan, item: Item): Watch[] {
  const found: Watch[] = [];
  const finish = finishDue(agency, item);
  if (finish !== null) {
    const opening = openingOf(plan, item);
    found.push({
      line: { item: item.id, due: 'finish', date: finish },
      steps: FINISH_STEPS,
      opening,
      until: '9999-12-31',
    });
  }
  const reports = reportDues(item);
  reports.forEach((date, index) => {
    // Both due on one working day: the finish speaks for both.
    const together = finish !== null && workingDayOnOrBefore(finish) === workingDayOnOrBefore(date);
    if (together || reportGiven(item, date)) return;
    const next = reports[index + 1];
    // An unanswered report is pressed until the next one comes near: then that one speaks for both.
    const until = next === undefined ? '9999-12-31' : addDays(next, -Math.max(...REPORT_STEPS));
    found.push({ line: { item: item.id, due: 'report', date }, steps: REPORT_STEPS, opening: null, until });
  });
  return found;
}

/** The first working morning after both the plan was opened and the item's period began. */
function openingOf(plan: Plan, item: Item): Instant | null {
  if (plan.opened === null) return null;
  const start = item.period.start;
  const begun = start === null ? plan.opened : Math.max(plan.opened, instantOf(start) - 1);
  const today = dayOf(begun);
  const first = instantOf(today, MORNING) > begun ? today : addDays(today, 1);
  return instantOf(workingDayOnOrAfter(first), MORNING);
}

function latestMoment(watch: Watch, from: Instant, to: Instant): Moment | null {
  if (dayOf(to) >= watch.until) return null;
  let latest: Moment | null = null;
  for (const moment of momentsNear(watch, to)) {
    if (moment.at > from && moment.at <= to && (latest === null || moment.at >= latest.at)) latest = moment;
  }
  return latest;
}

function firstMoment(watch: Watch, from: Instant): Instant | null {
  let first: Instant | null = null;
  for (const moment of momentsNear(watch, from)) {
    if (moment.at > from && (first === null || moment.at < first)) first = moment.at;
  }
  return first;
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
  const day = workingDayOnOrBefore(addDays(watch.line.date, -step));
  return { at: instantOf(day, MORNING), step };
}

/** Days left until a line's date on the day of `now`; negative when past. */
export function daysLeft(line: { readonly date: Day }, now: Instant): number {
  return daysBetween(dayOf(now), line.date);
}
