import type { Agency, Item } from './agency.ts';
import { addDays, type Day, dayOf } from './calendar.ts';
import { known } from './known.ts';

/** A day further ahead than this was written by a clock that was wrong; less may be one that was put right. */
const AHEAD_DAYS = 7;

/** The day a line was last said to somebody (`reminderKey`), or null. A day a week ahead of today is not believed. */
export function saidOn(item: Item, key: string, today: Day): Day | null {
  const day = item.reminded[key];
  return day === undefined || day > addDays(today, AHEAD_DAYS) ? null : day;
}

/** True when a member got his message of the day: nobody gets two of them, whatever stood in the first. */
export function wasReminded(agency: Agency, member: string, today: Day): boolean {
  const last = agency.lastReminders[member];
  if (last !== undefined && dayOf(last.at) === today) return true;
  const pushes = known(agency.lastPushes, member) ?? [];
  return pushes.some(({ daily, told, at }) => daily && told.length > 0 && dayOf(at) === today);
}
