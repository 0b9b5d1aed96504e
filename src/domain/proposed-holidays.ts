/**
 * What the government holidays of a year should be, for an officer to hold against the announcement: fixed days, the
 * lunar feasts by rule, and substitutes (`docs/calendar.md` §3). วันพืชมงคล and the Cabinet's own days are announced each
 * year and cannot be proposed.
 */
import { addDays, type Day, type DaysOff, isWorkingDay, weekdayOf } from './calendar.ts';
import type { Holiday } from './event.ts';
import type { HolidayYear } from './holiday-year.ts';
import rules from './holidays/every-year.json' with { type: 'json' };
import { lunarFeasts } from './lunar.ts';

/** The Cabinet resolved these nineteen days in May 2562: the years before had others. */
const FIRST = 2563;

/** The days of every year that have a date of their own, of a Buddhist year; none before these were resolved. */
export function fixedHolidays(year: number): Holiday[] {
  if (year < FIRST) return [];
  return rules.fixed.map(({ on, name }) => ({ day: `${year - 543}-${on}`, name, kind: 'fixed' }));
}

/** Never confirmed; null for years whose lunar feasts are not known (`lunar.ts`) or that had other holidays. */
export function proposedHolidays(year: number): HolidayYear | null {
  const feasts = lunarFeasts(year);
  if (feasts === null || year < FIRST) return null;
  const { makha, visakha, asanha, khaoPhansa } = feasts;
  const lunar = [
    { day: makha, name: rules.lunar.makha },
    { day: visakha, name: rules.lunar.visakha },
    { day: asanha, name: rules.lunar.asanha },
    { day: khaoPhansa, name: rules.lunar.khaoPhansa },
  ].map((feast): Holiday => ({ ...feast, kind: 'lunar' }));
  const yearly = eachDayOnce([...lunar, ...fixedHolidays(year)]);
  return {
    year,
    source: rules.source,
    confirmed: false,
    days: byDay([...yearly, ...substitutesOf(year, yearly)]),
  };
}

/**
 * One substitute for each run of holidays that touches a weekend: the next working day after it (Cabinet resolutions of 1
 * May 2544 and 3 February 2547). That of the year's end falls into the next year.
 *
 * @param yearly the holidays of the year that are no substitutes.
 */
function substitutesOf(year: number, yearly: readonly Holiday[]): Holiday[] {
  const [before] = fixedHolidays(year - 1).slice(-1);
  const [after] = fixedHolidays(year + 1);
  const days = byDay([...(before ? [before] : []), ...yearly, ...(after ? [after] : [])]);
  const off: DaysOff = new Set(days.map(({ day }) => day));
  return runsOf(days).flatMap((run): Holiday[] => {
    const lost = run.find(({ day }) => isWeekend(day));
    if (lost === undefined) return [];
    let day = addDays(lost.day, 1);
    while (!isWorkingDay(day, off)) day = addDays(day, 1);
    const own = day.startsWith(String(year - 543));
    return own ? [{ day, name: `${rules.substitute}${lost.name}`, kind: 'substitute' }] : [];
  });
}

/** Holidays on days that follow each other. */
function runsOf(days: readonly Holiday[]): Holiday[][] {
  const runs: Holiday[][] = [];
  for (const one of days) {
    const run = runs.at(-1);
    if (run?.at(-1)?.day === addDays(one.day, -1)) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Two holidays on one day are one, with both names. */
function eachDayOnce(days: readonly Holiday[]): Holiday[] {
  const once = new Map<Day, Holiday>();
  for (const one of days) {
    const same = once.get(one.day);
    once.set(one.day, same === undefined ? one : { ...same, name: `${same.name}${rules.and}${one.name}` });
  }
  return [...once.values()];
}

function byDay(days: readonly Holiday[]): Holiday[] {
  return [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}
