/**
 * Government holidays by Buddhist calendar year (January to December). The lists shipped are data with their source; an
 * office puts its own list in a year's place, local days and Cabinet days included (`docs/calendar.md` §3, §4).
 */
import { z } from 'zod';
import type { Agency } from './agency.ts';
import { buddhistYearOf, type Day, type DaysOff } from './calendar.ts';
import type { Holiday } from './event.ts';
import { holiday } from './event-fields.ts';
import y2569 from './holidays/2569.json' with { type: 'json' };

const shipped = z.strictObject({
  year: z.int(),
  source: z.string().min(1),
  /** True = taken from the year's announcement; false = partly expected by rule, an officer is to check it. */
  confirmed: z.boolean(),
  days: z.array(holiday),
});

/** The holidays of a year, and whether somebody vouches for them. */
export type HolidayYear = z.infer<typeof shipped>;

const SHIPPED: ReadonlyMap<number, HolidayYear> = new Map(
  [y2569].map((raw) => {
    const read = shipped.parse(raw);
    return [read.year, read];
  }),
);

/** The office's own list of a year, else the one shipped, else null: then only Saturdays and Sundays are known. */
export function holidaysOf(agency: Pick<Agency, 'holidays'>, year: number): HolidayYear | null {
  return agency.holidays[year] ?? SHIPPED.get(year) ?? null;
}

/** The list of a year that comes with the program, or null. */
export function shippedHolidays(year: number): HolidayYear | null {
  return SHIPPED.get(year) ?? null;
}

const daysOff = new WeakMap<Agency['holidays'], DaysOff>();

/** Every day the office is closed, of all years known. The same set as long as the office changes none. */
export function daysOffOf({ holidays }: Pick<Agency, 'holidays'>): DaysOff {
  const known = daysOff.get(holidays);
  if (known !== undefined) return known;
  const years = new Map<number, { readonly days: readonly Holiday[] }>([
    ...SHIPPED,
    ...Object.entries(holidays).map(([year, list]) => [Number(year), list] as const),
  ]);
  const days = new Set<Day>([...years.values()].flatMap((list) => list.days.map(({ day }) => day)));
  daysOff.set(holidays, days);
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
