/**
 * What a signed link shows: an answer too long for a chat, without names of people (but for `own-data`). It names the
 * question, not the words: who opens it sees the state of that moment.
 */
import { z } from 'zod';
import { isDay, isMonth } from './calendar.ts';

const month = z.string().refine(isMonth);
/** A division's code, or null for the whole agency. */
const division = z.string().min(1).max(64).nullable();

export const page = z.discriminatedUnion('kind', [
  /** What is not finished, and what is finished without evidence. */
  z.strictObject({ kind: z.literal('missing'), division }),
  /** What falls due until a day or in a month; neither = in the next 30 days; `overdue` = what is late. */
  z.strictObject({
    kind: z.literal('due'),
    until: z.string().refine(isDay).nullable(),
    month: month.nullable(),
    overdue: z.boolean(),
    division,
  }),
  /** Every item of the open plans with its status. */
  z.strictObject({ kind: z.literal('progress'), division }),
  z.strictObject({ kind: z.literal('summary'), month, division }),
  /** One item with everything ever reported of it. */
  z.strictObject({ kind: z.literal('item'), item: z.string().min(1).max(64) }),
  /** The published measures of a year, for anyone. */
  z.strictObject({ kind: z.literal('measures'), year: z.int() }),
  /** Everything kept of one person, for himself: its link is given to nobody else, and lives an hour. */
  z.strictObject({ kind: z.literal('own-data'), member: z.string().min(1).max(64) }),
]);

export type Page = z.infer<typeof page>;

/** A page that is made from the state alone. */
export type StatePage = Exclude<Page, { readonly kind: 'own-data' }>;

/** What an address can be had of; `/privacy` is the same for everyone, and not signed. */
export type Linkable = Page | { readonly kind: 'privacy' };
