/**
 * Which reminders fall due. Nothing is stored ahead: from the state and a span of time follows what is to be said, and
 * the caller's mark `from` only moves forward, so nothing is said twice and what was missed is said once, merged.
 *
 * Basic policy: an opening notice, 30, 14, 7, 3 and 1 days before, on the day, then weekly; a report 7 days before and
 * on the day. At 08:45 on working days; what falls on a day off goes out on the working day before.
 */
import type { Agency } from './agency.ts';
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  instantOf,
  isWorkingDay,
  minuteOf,
  workingDayOnOrAfter,
} from './calendar.ts';
import type { ReminderLine } from './event.ts';
import { daysOffOf } from './holidays.ts';
import { answerable } from './permission.ts';
import { momentAfter, snoozesByItem } from './snooze.ts';
import { firstMoment, latestMoment, MORNING, type Moment, type Watch, watchedItems } from './watch.ts';

const EVENING = 16 * 60 + 30;

/** Everything one member is to be reminded of now, in one message, the most urgent first. */
export interface Reminder {
  readonly member: string;
  readonly lines: readonly ReminderLine[];
}

/** True from 08:45 to 16:30 on a working day: nobody is reminded at another time. */
export function isReminderTime(agency: Agency, at: Instant): boolean {
  const minute = minuteOf(at);
  return isWorkingDay(dayOf(at), daysOffOf(agency)) && minute >= MORNING && minute < EVENING;
}

/** The moment itself when it is reminder time, else 08:45 of the next working day. */
export function nextReminderTime(agency: Agency, at: Instant): Instant {
  if (isReminderTime(agency, at)) return at;
  const today = dayOf(at);
  const day = minuteOf(at) < MORNING ? today : addDays(today, 1);
  return instantOf(workingDayOnOrAfter(day, daysOffOf(agency)), MORNING);
}

/**
 * What to remind whom of at `to`, given that everything up to `from` was dealt with. Empty outside reminder time: the
 * caller then leaves its mark where it is. Items done, undated or of a plan not open are silent; an item a member snoozed
 * is silent for him until the day he named, and speaks to him on that day.
 */
export function dueReminders(agency: Agency, from: Instant, to: Instant): Reminder[] {
  if (!isReminderTime(agency, to)) return [];
  const asleep = snoozesByItem(agency);
  const lines = new Map<string, ReminderLine[]>();
  const tell = (member: string, watch: Watch, moment: Moment | null) => {
    if (moment === null) return;
    const mine = lines.get(member) ?? [];
    mine.push({ ...watch.line, step: moment.step });
    lines.set(member, mine);
  };
  for (const { plan, item, watches } of watchedItems(agency)) {
    const since = Math.max(from, plan.opened ?? from);
    const snoozed = asleep.get(item.id);
    for (const watch of watches) {
      const moment = latestMoment(watch, since, to);
      if (moment === null && snoozed === undefined) continue;
      for (const { id } of answerable(agency, item)) {
        const waking = snoozed?.get(id);
        tell(id, watch, waking === undefined ? moment : momentAfter(waking, watch, watches, since, to));
      }
    }
  }
  return [...lines].map(([member, mine]) => ({
    member,
    lines: mine.sort((a, b) => (a.date < b.date ? -1 : 1)),
  }));
}

/** The next moment after `from` at which `dueReminders` may have something to say, or null. */
export function nextReminderAt(agency: Agency, from: Instant): Instant | null {
  const asleep = snoozesByItem(agency);
  let next: Instant | null = null;
  for (const { plan, item, watches } of watchedItems(agency)) {
    const since = Math.max(from, plan.opened ?? from);
    const steps = watches.map((watch) => firstMoment(watch, since));
    const wakings = [...(asleep.get(item.id)?.values() ?? [])].filter((at) => at > since);
    for (const at of [...steps, ...wakings]) {
      if (at !== null && (next === null || at < next)) next = at;
    }
  }
  return next;
}

/** Days left until a line's date on the day of `now`; negative when past. */
export function daysLeft(line: { readonly date: Day }, now: Instant): number {
  return daysBetween(dayOf(now), line.date);
}
