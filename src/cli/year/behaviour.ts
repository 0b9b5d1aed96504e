/** How the people of a simulated year behave: data, so that an office can play its own. */
import { z } from 'zod';
import type { Colleague } from '../stage.ts';

const share = z.number().min(0).max(100);
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day of the year, MM-DD');

/** Of a hundred things he is reminded of, so many are answered so; the rest he lets pass. */
const answers = z
  .strictObject({
    done: share.default(0),
    doing: share.default(0),
    /** รับทราบ. */
    read: share.default(0),
    /** Puts off what this message is about. */
    snooze: share.default(0),
    /** Asks for two weeks more. */
    extension: share.default(0),
  })
  .refine((all) => Object.values(all).reduce((sum, one) => sum + one, 0) <= 100, 'more than a hundred');

const manner = z.strictObject({
  /** Working days from a message to its answer: the least and the most. */
  days: z.tuple([z.int().min(0).max(60), z.int().min(0).max(60)]),
  /** When nothing of the item is due within a week. */
  early: answers,
  /** When a report is due within a week, or late. */
  report: answers,
  /** When it is to be finished within a week, or late. */
  near: answers,
  /** Of a hundred reports, so many are typed in the staff group. */
  inGroup: share.default(0),
  /** What he asks by himself, and how often in a month. */
  asks: z
    .strictObject({ aMonth: z.number().min(0).max(200), say: z.array(z.string().min(1)).min(1) })
    .optional(),
});

const person = z.strictObject({
  manner: z.string().optional(),
  /** Ill or on leave, every year; both days included. */
  away: z.array(z.strictObject({ from: monthDay, until: monthDay, why: z.string().optional() })).default([]),
});

export const behaviour = z
  .strictObject({
    manners: z.record(z.string(), manner),
    /** The manner of a person's widest role; `divisions` and `people` name those who are different. */
    roles: z.strictObject({
      staff: z.string(),
      head: z.string(),
      executive: z.string(),
      coordinator: z.string(),
    }),
    /** The manner of everybody of a division. */
    divisions: z.record(z.string(), z.string()).default({}),
    /** By the `key` of the people's file. */
    people: z.record(z.string(), person).default({}),
    /** Citizens who write to the office. */
    citizens: z.strictObject({ aWeek: z.number().min(0).max(1000), say: z.array(z.string().min(1)).min(1) }),
  })
  .superRefine(({ manners, roles, divisions, people }, context) => {
    const own = Object.values(people).flatMap(({ manner }) => manner ?? []);
    const named = [...Object.values(roles), ...Object.values(divisions), ...own];
    for (const name of named)
      if (!Object.hasOwn(manners, name)) context.addIssue(`There is no manner "${name}".`);
  });

export type Behaviour = z.infer<typeof behaviour>;
export type Manner = z.infer<typeof manner>;
export type Absence = z.infer<typeof person>['away'][number];

/** Of several roles the widest. */
const RANK = ['coordinator', 'executive', 'head', 'staff'] as const;

/** How one person behaves. */
export interface Ways {
  readonly manner: Manner;
  readonly away: readonly Absence[];
}

export function waysOf(
  { manners, roles, divisions, people }: Behaviour,
  who: Pick<Colleague, 'key' | 'roles'>,
): Ways {
  const own = people[who.key];
  const widest = RANK.find((rank) => who.roles.some(({ role }) => role === rank)) ?? 'staff';
  const [division] = who.roles.flatMap((held) => divisions[held.division ?? ''] ?? []);
  const name = own?.manner ?? division ?? roles[widest];
  const found = manners[name];
  if (found === undefined) throw new Error(`there is no manner "${name}"`);
  return { manner: found, away: own?.away ?? [] };
}

/** True when he is not there on a Bangkok day. */
export function isAway(away: readonly Absence[], day: string): boolean {
  const today = day.slice(5);
  return away.some(({ from, until }) =>
    from <= until ? from <= today && today <= until : today >= from || today <= until,
  );
}
