/** Days of a monthly meeting that is held on the same date each month. */
import {
  type Day,
  type DaysOff,
  lastDayOf,
  type Month,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './calendar.ts';

/**
 * The day of each month, one a month: its last day where the month is shorter; on a day off the working day before, unless
 * that lies in the month before, then the working day after.
 *
 * @param date 1–31.
 */
export function meetingDays(months: readonly Month[], date: number, off: DaysOff): Day[] {
  return months.map((month) => {
    const last = lastDayOf(month);
    const wanted = `${month}-${String(date).padStart(2, '0')}`;
    const day = wanted < last ? wanted : last;
    const before = workingDayOnOrBefore(day, off);
    return before.startsWith(month) ? before : workingDayOnOrAfter(day, off);
  });
}
