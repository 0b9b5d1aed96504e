/**
 * What can happen to an agency. Each event is one line of the ledger for ever, so shapes only grow: a changed shape
 * gets a new `v` and an upcaster in `upcast.ts`. No names, LINE ids or free text stand here (PDPA): people and codes
 * live beside the ledger, and a free text is only its id and HMAC (`TextRef`).
 */
import { z } from 'zod';
import { isDay, isMonth } from './calendar.ts';

const id = z.string().min(1).max(64);
const day = z.string().refine(isDay, 'a date written YYYY-MM-DD');
const month = z.string().refine(isMonth, 'a month written YYYY-MM');
const instant = z.int().nonnegative();
const year = z.int().min(2500).max(2700);
const v = z.literal(1);

/** A free text kept beside the ledger under `id`; `mac` = HMAC(salt, text), so that it can be erased and still checked. */
export const textRef = z.strictObject({ id, mac: z.string().length(64) });

export const role = z.enum(['staff', 'head', 'executive', 'coordinator']);
/** A role; staff and heads hold it in a division. */
export const roleIn = z.strictObject({ role, division: id.optional() });
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
const itemFields = {
  number: z.int().min(1).max(999),
  title: z.string().min(1),
  indicators: z.array(z.int().min(1).max(10)),
  methods: z.array(z.string()),
  divisions: z.array(id),
  period,
  followUp,
};
/** Absent in entries of before imports could be undone, and in what no import brought. */
const revision = id.optional();
const planHeader = { year, title: z.string().nullable(), catalogue: z.int().nullable() };

/** One thing a reminder is about. `step`: days to the due date (negative when past), or `opening`. */
export const reminderLine = z.strictObject({
  item: id,
  due: dueKind,
  date: day,
  step: z.union([z.literal('opening'), z.int()]),
});

/** What the commission gave: scores of 0 to 100, as far as the source tells them. */
const score = z.number().min(0).max(100);
const assessment = {
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

export const domainEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('agency-added'),
    v,
    name: z.string().min(1),
    shortName: z.string().min(1),
    divisions: z.array(division).min(1),
    contact: channels,
    complaint: channels,
  }),
  z.strictObject({
    type: z.literal('invite-made'),
    v,
    invite: id,
    roles: z.array(roleIn).min(1),
    expires: instant,
  }),
  z.strictObject({
    type: z.literal('member-joined'),
    v,
    member: id,
    invite: id,
    roles: z.array(roleIn).min(1),
  }),
  z.strictObject({
    type: z.literal('reach-changed'),
    v,
    member: id,
    reachable: z.boolean(),
    why: z.enum(['blocked', 'followed', 'wrote', 'dead-target']),
  }),
  z.strictObject({
    type: z.literal('group-code-made'),
    v,
    code: id,
    purpose: groupPurpose,
    division: id.optional(),
    expires: instant,
  }),
  z.strictObject({
    type: z.literal('group-bound'),
    v,
    group: id,
    code: id,
    purpose: groupPurpose,
    division: id.optional(),
  }),
  z.strictObject({ type: z.literal('group-left'), v, group: id }),
  /** The first import of a year; what it brought follows, each entry with the same `revision`. */
  z.strictObject({
    type: z.literal('plan-imported'),
    v,
    ...planHeader,
    oitDue: day,
    oitDueConfirmed: z.boolean(),
    revision,
  }),
  /** A later import; what it changed follows, each entry with the same `revision`. */
  z.strictObject({ type: z.literal('plan-revised'), v, ...planHeader, revision: id }),
  /** `from`: the item of last year it carries on. */
  z.strictObject({
    type: z.literal('item-added'),
    v,
    item: id,
    year,
    kind: itemKind,
    ...itemFields,
    from: id.optional(),
    revision,
  }),
  /** The fields that changed, whole, as they are from now on. */
  z.strictObject({
    type: z.literal('item-changed'),
    v,
    item: id,
    revision: id,
    fields: z.strictObject(itemFields).partial(),
  }),
  /** It does not stand in the document any more: kept with its history, but no longer part of the plan. */
  z.strictObject({ type: z.literal('item-withdrawn'), v, item: id, revision: id }),
  /** It stands in a document again. */
  z.strictObject({ type: z.literal('item-returned'), v, item: id, revision: id }),
  /** The plan is as it was before this import. What it added stays withdrawn; its statuses and scores are taken back. */
  z.strictObject({ type: z.literal('import-undone'), v, year, revision: id }),
  z.strictObject({ type: z.literal('plan-opened'), v, year }),
  z.strictObject({ type: z.literal('plan-closed'), v, year }),
  z.strictObject({ type: z.literal('plan-published'), v, year }),
  /** A plan whose year has no O-item list yet takes over that of `from` for the time being; its items follow as `item-added`. */
  z.strictObject({ type: z.literal('list-adopted'), v, year, from: year }),
  /**
   * The O-item list of a year that is not shipped, as a coordinator read it from the official one. `source` says which
   * publication that is (no file name, no person).
   */
  z.strictObject({
    type: z.literal('list-recorded'),
    v,
    year,
    source: z.string().min(1).max(300),
    items: z
      .array(
        z.strictObject({
          number: z.int().min(1).max(99),
          title: z.string().min(1),
          indicator: z.int().min(1).max(10).nullable(),
          requirements: z.array(z.string().min(1)),
        }),
      )
      .min(1),
  }),
  /** `from`: the plan's document states it, nobody told it; its `report` is the id of the import. */
  z.strictObject({
    type: z.literal('item-reported'),
    v,
    item: id,
    report: id,
    status,
    percent: z.int().min(0).max(100).optional(),
    note: textRef.optional(),
    chat: chatRef,
    from: z.literal('document').optional(),
  }),
  z.strictObject({ type: z.literal('report-undone'), v, item: id, report: id }),
  /** A link that shows something was done. The address stands beside: it may name a person. */
  z.strictObject({
    type: z.literal('evidence-given'),
    v,
    item: id,
    evidence: id,
    kind: z.literal('link'),
    content: textRef,
    chat: chatRef,
  }),
  z.strictObject({ type: z.literal('evidence-undone'), v, item: id, evidence: id }),
  /** A later finish date is wanted; nothing changes until it is decided. */
  z.strictObject({
    type: z.literal('extension-asked'),
    v,
    item: id,
    extension: id,
    until: day,
    reason: textRef.optional(),
    chat: chatRef,
  }),
  z.strictObject({ type: z.literal('extension-undone'), v, item: id, extension: id }),
  /** The member wants no reminder of these items before the day. */
  z.strictObject({
    type: z.literal('reminder-snoozed'),
    v,
    member: id,
    snooze: id,
    items: z.array(id).min(1),
    until: day,
    chat: chatRef,
  }),
  z.strictObject({ type: z.literal('snooze-undone'), v, member: id, snooze: id }),
  /** The member has read the reminder of these items, or promises to see to them. */
  z.strictObject({
    type: z.literal('reminder-acknowledged'),
    v,
    member: id,
    items: z.array(id).min(1),
    chat: chatRef,
  }),
  z.strictObject({ type: z.literal('assessment-recorded'), v, ...assessment, revision }),
  z.strictObject({
    type: z.literal('reminder-decided'),
    v,
    to: recipient,
    lines: z.array(reminderLine).min(1),
    outbox: id,
  }),
  z.strictObject({
    type: z.literal('summary-posted'),
    v,
    month,
    to: z.array(recipient).min(1),
    outbox: z.array(id),
  }),
  z.strictObject({
    type: z.literal('delivery-failed'),
    v,
    outbox: id,
    to: recipient.nullable(),
    reason: z.enum(['dead-target', 'refused', 'quota', 'unknown', 'forbidden', 'stale']),
  }),
]);

export type DomainEvent = z.infer<typeof domainEvent>;
export type EventOf<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>;
export type TextRef = z.infer<typeof textRef>;
export type Role = z.infer<typeof role>;
export type RoleIn = z.infer<typeof roleIn>;
export type Status = z.infer<typeof status>;
export type Division = z.infer<typeof division>;
export type Channels = z.infer<typeof channels>;
export type Period = z.infer<typeof period>;
export type FollowUp = z.infer<typeof followUp>;
export type ItemKind = z.infer<typeof itemKind>;
export type DueKind = z.infer<typeof dueKind>;
export type GroupPurpose = z.infer<typeof groupPurpose>;
export type ReminderLine = z.infer<typeof reminderLine>;
export type ChatRef = z.infer<typeof chatRef>;
export type Recipient = z.infer<typeof recipient>;
