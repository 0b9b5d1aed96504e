/**
 * What can happen to an agency. Each event is one line of the ledger for ever, so shapes only grow: a changed shape
 * gets a new `v` and an upcaster in `upcast.ts`. No names, LINE ids or free text stand here (PDPA): people and codes
 * live beside the ledger, and a free text is only its id and HMAC (`TextRef`).
 */
import { z } from 'zod';
import {
  assessment,
  channels,
  chatRef,
  cost,
  day,
  division,
  type dueKind,
  type followUp,
  groupPurpose,
  holiday,
  id,
  instant,
  itemFields,
  itemKind,
  month,
  type period,
  planHeader,
  type post,
  recipient,
  reminderLine,
  revision,
  type role,
  roleIn,
  status,
  textRef,
  v,
  year,
} from './event-fields.ts';
import { policy } from './policy.ts';

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
    /** Empty only in a general one: the coordinator gives them when he lets somebody in. */
    roles: z.array(roleIn),
    expires: instant,
    /** Anyone may show it, and each waits for the coordinator. */
    general: z.literal(true).optional(),
  }),
  /** Somebody showed a general code and waits; who he is stands beside. */
  z.strictObject({ type: z.literal('join-asked'), v, request: id, invite: id }),
  z.strictObject({ type: z.literal('join-refused'), v, request: id }),
  z.strictObject({
    type: z.literal('member-joined'),
    v,
    member: id,
    invite: id,
    roles: z.array(roleIn).min(1),
    /** He waited, and was let in. */
    request: id.optional(),
  }),
  z.strictObject({
    type: z.literal('reach-changed'),
    v,
    member: id,
    reachable: z.boolean(),
    /** `left-group`: he left the staff group; he may have left the office. */
    why: z.enum(['blocked', 'followed', 'wrote', 'dead-target', 'left-group', 'joined-group']),
  }),
  /** He left a group that is not the main staff group, or is back in it: LINE reaches him as before. */
  z.strictObject({
    type: z.literal('presence-changed'),
    v,
    member: id,
    group: id,
    present: z.boolean(),
  }),
  z.strictObject({ type: z.literal('roles-changed'), v, member: id, roles: z.array(roleIn).min(1) }),
  /** Acts in another's place (รักษาราชการแทน): holds the role too from one day to another, both included. */
  z.strictObject({
    type: z.literal('acting-set'),
    v,
    acting: id,
    member: id,
    role: roleIn,
    from: day,
    until: day,
  }),
  z.strictObject({ type: z.literal('acting-ended'), v, acting: id }),
  /** Who is reminded in a member's place while LINE does not reach him; null = nobody. */
  z.strictObject({ type: z.literal('deputy-set'), v, member: id, deputy: id.nullable() }),
  /** Who of a division is reminded; empty = as if nobody had chosen. */
  z.strictObject({ type: z.literal('receivers-set'), v, division: id, members: z.array(id) }),
  /** Who of its division sees to an item, and who in his place; null = nobody in particular. */
  z.strictObject({
    type: z.literal('item-assigned'),
    v,
    item: id,
    person: id.nullable(),
    deputy: id.nullable(),
  }),
  /** What one saw to another sees to now: items he was the person or the deputy of, divisions he received reminders of. */
  z.strictObject({
    type: z.literal('work-handed-over'),
    v,
    from: id,
    to: id,
    items: z.array(id),
    receives: z.array(id),
  }),
  /** No member any more; what he did stays. His LINE id is forgotten with this. */
  z.strictObject({ type: z.literal('member-left'), v, member: id }),
  /** His name and every text of his are erased beside the ledger. */
  z.strictObject({ type: z.literal('member-erased'), v, member: id }),
  z.strictObject({
    type: z.literal('group-code-made'),
    v,
    code: id,
    purpose: groupPurpose,
    division: id.optional(),
    expires: instant,
    /** Binds one group more, and replaces none. */
    extra: z.literal(true).optional(),
  }),
  z.strictObject({
    type: z.literal('group-bound'),
    v,
    group: id,
    code: id,
    purpose: groupPurpose,
    division: id.optional(),
    extra: z.literal(true).optional(),
  }),
  z.strictObject({ type: z.literal('group-left'), v, group: id }),
  z.strictObject({ type: z.literal('policy-set'), v, policy }),
  /** The office's own list of a Buddhist year takes the place of the one that comes with the program. */
  z.strictObject({
    type: z.literal('holidays-set'),
    v,
    year,
    source: z.string().min(1).max(300),
    confirmed: z.boolean(),
    days: z.array(holiday),
  }),
  /** The end of a year's OIT window. */
  z.strictObject({ type: z.literal('oit-due-set'), v, year, date: day, confirmed: z.boolean() }),
  /** Days of the monthly meeting, one a month: each takes the place of what its month had. */
  z.strictObject({ type: z.literal('meetings-set'), v, days: z.array(day).min(1) }),
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
    /** Of an item several divisions share: whose part was told; absent = all of it. */
    divisions: z.array(id).min(1).optional(),
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
    /** As it was before `extensions-told`: more than 0 = the heads who decide were told. */
    cost,
  }),
  z.strictObject({ type: z.literal('extension-undone'), v, item: id, extension: id }),
  /** `from` = the finish date it moves; granted it is `until`, as long as the plan says `from`. */
  z.strictObject({
    type: z.literal('extension-decided'),
    v,
    item: id,
    extension: id,
    granted: z.boolean(),
    from: day,
    until: day,
    /** As it was before `extensions-told`: more than 0 = who asked was told. */
    cost,
  }),
  /** A head was told what waits for his decision, or who had asked what was decided. */
  z.strictObject({
    type: z.literal('extensions-told'),
    v,
    member: id,
    extensions: z.array(z.strictObject({ item: id, extension: id })).min(1),
    outbox: id,
    cost,
  }),
  /** Who granted or refused it took that back: it waits again, and the date is as before. */
  z.strictObject({
    type: z.literal('extension-decision-undone'),
    v,
    item: id,
    extension: id,
  }),
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
    cost,
  }),
  /** The coordinator was told what waits for him. `matters`: what it was about, as `matters.ts` names them. */
  z.strictObject({
    type: z.literal('card-sent'),
    v,
    member: id,
    matters: z.array(z.string().min(1).max(160)).min(1).max(200),
    outbox: id,
    cost,
  }),
  z.strictObject({
    type: z.literal('summary-posted'),
    v,
    month,
    to: z.array(recipient).min(1),
    outbox: z.array(id),
    cost,
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
export type Post = z.infer<typeof post>;
export type Holiday = z.infer<typeof holiday>;
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
