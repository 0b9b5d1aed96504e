/**
 * Which reminders are sent when LINE's free messages of a month may not be enough for all: by priority, with the rest of
 * the month in view. A message costs one whatever stands in it, so what is less urgent rides with what is more.
 */
import type { Agency } from './agency.ts';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  instantOf,
  monthOf,
} from './calendar.ts';
import { finishDue } from './due.ts';
import type { ReminderLine } from './event.ts';
import type { Wish } from './extension.ts';
import { afterSending, forecast } from './forecast.ts';
import { daysLeft, dueReminders, type Reminder } from './reminder.ts';

/** 1 = sent whatever it costs; 4 = the first to wait. */
export type Priority = 1 | 2 | 3 | 4;
const PRIORITIES = [1, 2, 3, 4] as const;

export interface Quota {
  /** Messages LINE still sends this month; Infinity = it does not count. */
  readonly left: number;
  /** Of those, what is kept for other things than reminders (the month's summary, the coordinators' cards). */
  readonly reserve: number;
}

export interface Sends {
  readonly send: readonly Reminder[];
  /** Not decided, so that they are owed on: they go out merged with what comes later. */
  readonly held: readonly Reminder[];
  /** The month's quota is not enough for all that is to come. */
  readonly short: boolean;
}

/**
 * 1 = told up the ladder, overdue or due today; 2 = due within 3 days; 3 = within 14 days, and reports; 4 = later, and
 * what may begin.
 */
export function priorityOf(line: ReminderLine, now: Instant): Priority {
  const days = daysLeft(line, now);
  if (line.level !== undefined || days <= 0) return 1;
  if (line.due === 'report') return 3;
  if (days <= 3) return 2;
  return line.step === 'opening' || days > 14 ? 4 : 3;
}

/** The messages a day to come will want, by priority. */
export interface DayWants {
  readonly day: Day;
  readonly wants: Readonly<Record<Priority, number>>;
}

/** What the days after that of `now` will want until its month ends, if `due` is sent at `now`; the earliest first. */
export type Foresee = (agency: Agency, due: readonly Reminder[], now: Instant) => readonly DayWants[];

/**
 * Of a later date, asked for or decided, by the date there is now: 1 = overdue or due today; 2 = within 3 days; else 3,
 * because somebody waits.
 */
export function extensionPriority(agency: Agency, { item }: Wish, now: Instant): Priority {
  const date = finishDue(agency, item);
  const days = date === null ? Number.POSITIVE_INFINITY : daysLeft({ date }, now);
  return days <= 0 ? 1 : days <= 3 ? 2 : 3;
}

/**
 * Which of the reminders due at `now` are sent. When what is left, less the reserve, covers all that is foreseen until
 * the month ends, all of them; else the highest priorities of the whole rest of the month come first. Priority 1 may take
 * the reserve too: it waits only when nothing is left.
 */
export function planSends(
  agency: Agency,
  now: Instant,
  { left, reserve }: Quota,
  foresee: Foresee = restOfMonth,
): Sends {
  const due = dueReminders(agency, now);
  if (due.length === 0 || left === Number.POSITIVE_INFINITY) return { send: due, held: [], short: false };
  const coming = sumOf(foresee(agency, due, now), dayOf(now));
  const today = due.map((reminder) => ({ reminder, priority: messagePriority(agency, reminder, now) }));
  const budget = Math.max(0, left - reserve);
  if (today.length + PRIORITIES.reduce((sum, priority) => sum + coming[priority], 0) <= budget)
    return { send: due, held: [], short: false };

  const send = new Set<Reminder>();
  let funds = budget;
  for (const priority of PRIORITIES) {
    const mine = today.filter((one) => one.priority === priority);
    const most = priority === 1 ? left : funds;
    for (const { reminder } of mine.slice(0, Math.max(0, most))) send.add(reminder);
    funds -= mine.length + coming[priority];
  }
  return {
    send: due.filter((reminder) => send.has(reminder)),
    held: due.filter((reminder) => !send.has(reminder)),
    short: true,
  };
}

/** As the reminders themselves would fall due, day by day, if nobody answered. */
export const restOfMonth: Foresee = (agency, due, now) => {
  const tomorrow = addDays(dayOf(now), 1);
  const days = daysBetween(tomorrow, `${addMonths(monthOf(now), 1)}-01`);
  return forecast(afterSending(agency, due, now), instantOf(tomorrow), days).map(({ day, reminders }) => {
    const wants = { 1: 0, 2: 0, 3: 0, 4: 0 };
    for (const reminder of reminders) wants[messagePriority(agency, reminder, instantOf(day))] += 1;
    return { day, wants };
  });
};

/** Messages of each priority wanted after a day. */
function sumOf(days: readonly DayWants[], after: Day): Record<Priority, number> {
  const sum = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const { day, wants } of days) {
    if (day > after) for (const priority of PRIORITIES) sum[priority] += wants[priority];
  }
  return sum;
}

/** That of the most urgent thing it tells. */
function messagePriority(agency: Agency, { lines, extensions }: Reminder, now: Instant): Priority {
  const all = [
    ...lines.map((line) => priorityOf(line, now)),
    ...extensions.map((wish) => extensionPriority(agency, wish, now)),
  ];
  return all.reduce((best, priority) => (priority < best ? priority : best), 4);
}
