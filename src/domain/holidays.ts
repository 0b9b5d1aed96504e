/**
 * Government holidays by Buddhist calendar year (January to December). The lists shipped are data with their source; an
 * office puts its own list in a year's place, local days and Cabinet days included (`docs/calendar.md` §3, §4).
 */
import { z } from 'zod';
import type { Agency } from './agency.ts';
import { buddhistYearOf, type Day, type DaysOff } from './calendar.ts';
import { holiday } from './event-fields.ts';
import type { HolidayYear } from './holiday-year.ts';
import y2568 from './holidays/2568.json' with { type: 'json' };
import y2569 from './holidays/2569.json' with { type: 'json' };
import y2570 from './holidays/2570.json' with { type: 'json' };
import { fixedHolidays } from './proposed-holidays.ts';

const shipped = z.strictObject({
  year: z.int(),
  source: z.string().min(1).max(300),
  confirmed: z.boolean(),
  days: z.array(holiday),
});

const SHIPPED: ReadonlyMap<number, HolidayYear> = new Map(
  [y2568, y2569, y2570].map((raw) => {
    const read = shipped.parse(raw);
    return [read.year, read];
  }),
);

/** The office's own list of a year, else the one shipped, else null: then only its days of fixed date are known. */
export function holidaysOf(agency: Pick<Agency, 'holidays'>, year: number): HolidayYear | null {
  return agency.holidays[year] ?? SHIPPED.get(year) ?? null;
}

/** The list of a year that comes with the program, or null. */
export function shippedHolidays(year: number): HolidayYear | null {
  return SHIPPED.get(year) ?? null;
}

const NOVEMBER = '11';

/**
 * The years whose list nobody vouches for, to be said to people: the present one all along, the next one from November
 * on, when the Cabinet has usually announced it. Years without a list are among them.
 */
export function unconfirmedHolidays(agency: Pick<Agency, 'holidays'>, today: Day): number[] {
  const year = buddhistYearOf(today);
  const near = today.slice(5, 7) >= NOVEMBER ? [year, year + 1] : [year];
  return near.filter((one) => holidaysOf(agency, one)?.confirmed !== true);
}

/** Years without a list for which days of fixed date count all the same: as far as anyone plans. */
const FAR = { first: 2560, last: 2620 };

const daysOff = new WeakMap<Agency['holidays'], DaysOff>();
/** Of an office without a list of its own: most share it. */
const SHIPPED_DAYS = collected({});

/**
 * Every day the office is closed, of all years known; of a year without a list the days of fixed date, so that nobody is
 * reminded on Songkran. The same set as long as the office changes none.
 */
export function daysOffOf({ holidays }: Pick<Agency, 'holidays'>): DaysOff {
  if (Object.keys(holidays).length === 0) return SHIPPED_DAYS;
  const known = daysOff.get(holidays);
  if (known !== undefined) return known;
  const days = collected(holidays);
  daysOff.set(holidays, days);
  return days;
}

function collected(holidays: Agency['holidays']): DaysOff {
  const days = new Set<Day>();
  for (let year = FAR.first; year <= FAR.last; year += 1) {
    for (const { day } of holidaysOf({ holidays }, year)?.days ?? fixedHolidays(year)) days.add(day);
  }
  return days;
}
/**
 * Years whose holidays nobody vouches for, of those that matter on a day: the running one, and from November on the next.
 * `listed`: there is a list, but an unconfirmed one.
 */
export function yearsUnconfirmed(
  agency: Pick<Agency, 'holidays'>,
  today: Day,
): { readonly year: number; readonly listed: boolean }[] {
  const year = buddhistYearOf(today);
  const years = today.slice(5) >= NEXT_YEAR_FROM ? [year, year + 1] : [year];
  return years
    .map((one) => ({ year: one, list: holidaysOf(agency, one) }))
    .filter(({ list }) => list?.confirmed !== true)
    .map(({ year: one, list }) => ({ year: one, listed: list !== null }));
}

/** The day after `today` on which another year begins to matter and nobody vouches for it; null = not by itself. */
export function nextUnconfirmedDay(agency: Pick<Agency, 'holidays'>, today: Day): Day | null {
  const year = Number(today.slice(0, 4));
  const days = [`${year}-${NEXT_YEAR_FROM}`, `${year + 1}-01-01`, `${year + 1}-${NEXT_YEAR_FROM}`];
  const known = new Set(yearsUnconfirmed(agency, today).map((one) => one.year));
  const next = days.find(
    (day) => day > today && yearsUnconfirmed(agency, day).some((one) => !known.has(one.year)),
  );
  return next ?? null;
}

/** The Cabinet's list of a year comes in the autumn before (`docs/calendar.md` §3). */
const NEXT_YEAR_FROM = '11-01';
