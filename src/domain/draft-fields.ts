/**
 * The parts of a reader's draft. Everything a document may lack may be missing; what is not named here passes unread.
 * The names are those of the drafts read by eye from five offices' documents.
 */
import { z } from 'zod';
import { isDay, isMonth } from './calendar.ts';
import { status } from './event-fields.ts';

const text = z.string().nullish();
const day = z.string().refine(isDay, 'a date written YYYY-MM-DD').nullish();
const month = z.string().refine(isMonth, 'a month written YYYY-MM');
const indicator = z.int().min(1).max(10);

/** A list that may be missing or null: then it is empty. */
const many = <T extends z.ZodType>(one: T) =>
  z
    .array(one)
    .nullish()
    .transform((all) => all ?? []);

/** The divisions as read; `all` is every division of the office. */
const owners = {
  responsibleAsWritten: text,
  responsible: many(z.object({ code: z.string(), name: z.string() })),
};
/** A row that was given up (`cancelled`) has no status of ours; the reader finds it. */
const stated = {
  status: z.union([status, z.literal('cancelled').transform(() => null)]).nullish(),
  statusAsWritten: text,
};
const period = z.object({ asWritten: text, start: day, end: day }).nullish();

export const draftMeasure = z.object({
  number: z.int().min(1).max(999).nullish(),
  title: z.string().trim().min(1),
  indicator: z.union([indicator, z.array(indicator)]).nullish(),
  methods: many(z.object({ text: z.string() })),
  ...owners,
  period,
  followUp: z
    .object({
      asWritten: text,
      cadence: z.enum(['monthly', 'named-months', 'months', 'date', 'none']).nullish(),
      dueDate: day,
      reportMonths: many(month),
    })
    .nullish(),
  ...stated,
});

/** An O-item of the year's list, or of a new list (then with what it must show). */
const draftOItem = z.object({
  id: z.string().regex(/^O\d{1,2}$/),
  name: text,
  indicator: indicator.nullish(),
  requirements: many(z.string()),
  ...owners,
  ...stated,
});

export const draftOItems = many(draftOItem);

/** A place the reader is not sure of: what stands there, why it is doubtful, what it might be. */
const readerFinding = z.object({
  line: z.int().nullish(),
  /** Where it stands in a sheet: `B7`. */
  cell: text,
  field: z.string(),
  read: text,
  why: z.string(),
  maybe: text,
  /** `doubt`: left out, or perhaps wrong; `note`: read, but worth a look. */
  weight: z.enum(['doubt', 'note']).nullish(),
});

const person = z.object({ name: text, position: text, role: text });

/** What a document tells of besides measures, O-items and scores. People's names stay in the draft: none is kept. */
export const otherFields = {
  agency: z
    .object({ name: text, shortName: text, type: text, subdistrict: text, district: text, province: text })
    .nullish(),
  document: z.object({ title: text, kind: text, number: text, date: day, from: text, to: text }).nullish(),
  /** How an indicator is to be raised, in documents that plan by indicator. */
  indicatorPlans: z
    .array(
      z.object({
        indicator: indicator.nullish(),
        approach: z.union([text, z.array(z.string())]),
        ...owners,
        period,
        ...stated,
      }),
    )
    .nullish(),
  committee: z.object({ order: text, date: day, term: text, members: z.array(person).nullish() }).nullish(),
  approvalChain: z
    .array(z.object({ step: z.int().nullish(), role: text, name: text, position: text, opinion: text }))
    .nullish(),
  findings: z.array(readerFinding).nullish(),
};

export type DraftMeasure = z.infer<typeof draftMeasure>;
export type DraftOItem = z.infer<typeof draftOItem>;
export type ReaderFinding = z.infer<typeof readerFinding>;
/** Owners as a draft writes them. */
export type DraftOwners = Pick<DraftOItem, 'responsible' | 'responsibleAsWritten'>;
