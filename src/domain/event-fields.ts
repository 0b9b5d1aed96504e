/** What events are made of: the shapes of their fields. */
import { z } from 'zod';
import { isDay, isMonth } from './calendar.ts';

export const id = z.string().min(1).max(64);
export const day = z.string().refine(isDay, 'a date written YYYY-MM-DD');
export const month = z.string().refine(isMonth, 'a month written YYYY-MM');
export const instant = z.int().nonnegative();
export const year = z.int().min(2500).max(2700);
export const v = z.literal(1);

/** A free text kept beside the ledger under `id`; `mac` = HMAC(salt, text), so that it can be erased and still checked. */
export const textRef = z.strictObject({ id, mac: z.string().length(64) });

export const role = z.enum(['staff', 'head', 'executive', 'coordinator']);
/** Which executive: the ladder of reminders climbs from the ปลัด to the นายก. */
export const post = z.enum(['palad', 'nayok']);
/** A role; staff and heads hold it in a division. `post`: of an executive, where it is known. */
export const roleIn = z.strictObject({ role, division: id.optional(), post: post.optional() });
export const status = z.enum(['not_started', 'in_progress', 'done']);
export const groupPurpose = z.enum(['staff', 'division']);
export const itemKind = z.enum(['measure', 'oit']);
export const dueKind = z.enum(['finish', 'report']);

export const division = z.strictObject({
  code: id,
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  head: z.string().nullable(),
});

/** How citizens reach the office; each channel as the office writes it. */
export const channels = z.strictObject({
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  hours: z.string().nullable(),
  web: z.string().nullable(),
});

export const period = z.strictObject({
  asWritten: z.string().nullable(),
  start: day.nullable(),
  end: day.nullable(),
});

/** How often the plan wants a report; `date` is one date. */
export const followUp = z.strictObject({
  asWritten: z.string().nullable(),
  cadence: z.enum(['monthly', 'named-months', 'date', 'none']),
  dueDate: day.nullable(),
  reportMonths: z.array(month),
});

/** What a later document may change of an item. */
export const itemFields = {
  number: z.int().min(1).max(999),
  title: z.string().min(1),
  indicators: z.array(z.int().min(1).max(10)),
  methods: z.array(z.string()),
  divisions: z.array(id),
  period,
  followUp,
};
/** Absent in entries of before imports could be undone, and in what no import brought. */
export const revision = id.optional();
export const planHeader = { year, title: z.string().nullable(), catalogue: z.int().nullable() };

/**
 * One thing a reminder is about. `step`: days to the due date (negative when past), or `opening`. `division`: of an item
 * several share, whose part it is about. `level`: told because nobody answered: 1 = to the head, 2 = to the ปลัด, 3 = to
 * the นายก; absent = to those who answer for it.
 */
export const reminderLine = z.strictObject({
  item: id,
  due: dueKind,
  date: day,
  step: z.union([z.literal('opening'), z.int()]),
  division: id.optional(),
  level: z.int().min(1).max(3).optional(),
});

/** A day the office is closed, of a list by Buddhist year. `local`: this office or its province only. */
export const holiday = z.strictObject({
  day,
  name: z.string().min(1).max(200),
  kind: z.enum(['fixed', 'lunar', 'announced', 'substitute', 'cabinet', 'local']),
});

/** How many of LINE's monthly messages a push takes: one for each person of the chat; 0 = it rode on an answer. */
export const cost = z.int().min(0).max(500).optional();

/** What the commission gave: scores of 0 to 100, as far as the source tells them. */
const score = z.number().min(0).max(100);
export const assessment = {
  year,
  total: score,
  /** The level as the source writes it: its names changed in 2566 and may change again. */
  level: z.string().min(1).nullable(),
  instruments: z.strictObject({ iit: score.nullable(), eit: score.nullable(), oit: score.nullable() }),
  indicators: z.array(z.strictObject({ number: z.int().min(1).max(10), score })),
  /** EIT questions have two scores from 2566: of the public link and of the survey. */
  questions: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(8),
        score: score.nullable(),
        public: score.nullable(),
        survey: score.nullable(),
      }),
    )
    .optional(),
  oItems: z.array(z.strictObject({ number: z.int().min(1).max(99), score })).optional(),
};

export const chatRef = z.union([z.literal('direct'), z.strictObject({ group: id })]);
export const recipient = z.union([z.strictObject({ member: id }), z.strictObject({ group: id })]);
