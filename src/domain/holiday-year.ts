import type { Holiday } from './event.ts';

/** The government holidays of a Buddhist calendar year, and whether somebody vouches for them. */
export interface HolidayYear {
  /** Buddhist, January to December. */
  readonly year: number;
  /** What it rests on, in Thai: people read it beside the list. */
  readonly source: string;
  /** True = held against the year's announcement; false = partly expected by rule, an officer is to check it. */
  readonly confirmed: boolean;
  readonly days: readonly Holiday[];
}
