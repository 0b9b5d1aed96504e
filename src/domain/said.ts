import type { Agency, Item } from './agency.ts';
import { addDays, type Day, dayOf } from './calendar.ts';

/** A day further ahead than this was written by a clock that was wrong; less may be one that was put right. */
const AHEAD_DAYS = 7;

/** The day a line was last said to somebody (`reminderKey`), or null. A day a week ahead of today is not believed. */
export function saidOn(item: Item, key: string, today: Day): Day | null {
  const day = item.reminded[key];
  return day === undefined || day > addDays(today, AHEAD_DAYS) ? null : day;
}

/** True when a member got his reminders of the day: nobody gets two messages of them. */
export function wasReminded(agency: Agency, member: string, today: Day): boolean {
  const last = agency.lastReminders[member];
  return last !== undefined && dayOf(last.at) === today;
}
