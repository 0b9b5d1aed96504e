/** Days offered as quick replies, with what people call them. */
import {
  addDays,
  addMonths,
  type Day,
  type DaysOff,
  isWorkingDay,
  lastDayOf,
  weekdayOf,
  workingDayOnOrAfter,
} from '../domain/calendar.ts';
import { WHEN } from './words-acts.ts';

export type NamedDay = readonly [name: string, day: Day];

/** For a later finish date: the usual days, all of them after the present date. */
export function laterDays(today: Day, due: Day): NamedDay[] {
  const month = today.slice(0, 7);
  const usual: NamedDay[] = [
    [WHEN.nextWeek, addDays(nextMonday(today), 4)],
    [WHEN.endOfMonth, lastDayOf(month)],
    [WHEN.endOfNextMonth, lastDayOf(addMonths(month, 1))],
  ];
  const base = due > today ? due : today;
  const later = usual.filter(([, day]) => day > base);
  const beyond: NamedDay[] = [
    [WHEN.weekLater, addDays(base, 7)],
    [WHEN.monthLater, addDays(base, 30)],
  ];
  return eachOnce(later.length > 1 ? later : [...later, ...beyond]);
}

/** For the next reminder: from tomorrow on, none further than two months; only days on which anyone is reminded. */
export function snoozeDays(today: Day, off: DaysOff): NamedDay[] {
  const usual: NamedDay[] = [
    [WHEN.tomorrow, addDays(today, 1)],
    [WHEN.nextMonday, nextMonday(today)],
    [WHEN.twoWeeks, workingDayOnOrAfter(addDays(today, 14), off)],
    [WHEN.startOfNextMonth, workingDayOnOrAfter(`${addMonths(today.slice(0, 7), 1)}-01`, off)],
  ];
  return eachOnce(usual)
    .filter(([, day]) => isWorkingDay(day, off))
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
}

/** The Monday of next week. */
export function nextMonday(day: Day): Day {
  return addDays(day, (8 - weekdayOf(day)) % 7 || 7);
}

function eachOnce(days: readonly NamedDay[]): NamedDay[] {
  return days.filter(([, day], index) => days.findIndex(([, other]) => other === day) === index);
}
