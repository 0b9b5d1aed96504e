import type { Agency, Item, Member } from './agency.ts';
import { addDays, dayOf, type Instant } from './calendar.ts';
import type { Command } from './command.ts';
import { accept, closedRefusal, type Decision, refuse } from './decision.ts';
import { finishDue, reportDues } from './due.ts';
import type { Actor } from './entry.ts';
import type { ChatRef } from './event.ts';
import { known } from './known.ts';
import { lastRemindedItems } from './likely.ts';
import { statusFor } from './part.ts';
import { divisionsOf } from './permission.ts';
import { everyReceiverOf } from './receivers.ts';
import type { Refusal } from './refusal.ts';
import { saidOf } from './said.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** Reminders are put off for two months at most: nobody silences an item for good. */
const SNOOZE_DAYS = 60;

export function remind(agency: Agency, { member, lines, outbox, cost }: Of<'remind'>): Decision {
  if (lines.length === 0) return refuse({ kind: 'nothing-to-say' });
  if (known(agency.members, member) === undefined) return refuse({ kind: 'not-a-member' });
  if (lines.some(({ item }) => known(agency.items, item) === undefined))
    return refuse({ kind: 'no-such-item' });
  const paid = cost === undefined ? {} : { cost };
  return accept({ type: 'reminder-decided', v: 1, to: { member }, lines: [...lines], outbox, ...paid });
}

/**
 * A member may put off his own reminders, of items he answers for, to a day from tomorrow on; nobody else's are silenced
 * by it.
 */
export function snooze(agency: Agency, command: Of<'snooze'>, now: Instant): Decision {
  const { chat, until } = command;
  const member = memberOf(agency, command.by);
  if (member === null) return refuse({ kind: 'not-a-member' });
  const first = addDays(dayOf(now), 1);
  const last = addDays(dayOf(now), SNOOZE_DAYS);
  const items = meantBy(agency, member, chat, command.items);
  if (items === null) return refuse({ kind: 'no-such-item' });
  if (items.length === 0) return refuse({ kind: 'nothing-reminded' });
  for (const item of items) {
    const no = refuseSnooze(agency, member, item);
    if (no !== null) return refuse(no);
  }
  if (until < first || until > last) return refuse({ kind: 'snooze-day', first, last });
  return accept({
    type: 'reminder-snoozed',
    v: 1,
    member: member.id,
    snooze: command.snooze,
    items: items.map(({ id }) => id),
    until,
    chat,
  });
}

/**
 * Keeps that a member read a reminder of items he answers for, or was told of when nobody had answered. When there is none, it was mere politeness, and nothing is
 * kept.
 */
export function acknowledge(agency: Agency, command: Of<'acknowledge'>): Decision {
  const { chat } = command;
  const member = memberOf(agency, command.by);
  if (member === null) return refuse({ kind: 'not-a-member' });
  const items = meantBy(agency, member, chat, command.items, hears);
  if (items === null) return refuse({ kind: 'no-such-item' });
  const ids = items.filter((item) => hears(agency, member, item)).map(({ id }) => id);
  if (ids.length === 0) return accept();
  return accept({ type: 'reminder-acknowledged', v: 1, member: member.id, items: ids, chat });
}

/** The items named, or what of his was last reminded and is not done; null when a named one does not exist. */
function meantBy(
  agency: Agency,
  member: Member,
  chat: ChatRef,
  named: readonly string[],
  his = answersFor,
): Item[] | null {
  if (named.length === 0) {
    const reminded = lastRemindedItems(agency, member.id, chat === 'direct' ? null : chat.group);
    return reminded.filter((item) => his(agency, member, item));
  }
  const items = [...new Set(named)].flatMap((id) => known(agency.items, id) ?? []);
  return items.length === new Set(named).size ? items : null;
}

/** Of what he is not reminded anyhow cannot be put off: the promise to remind on a day could not be kept. */
function refuseSnooze(agency: Agency, member: Member, item: Item): Refusal | null {
  const closed = closedRefusal(agency, item);
  if (closed !== null) return closed;
  if (statusFor(item, divisionsOf(member)) === 'done') return { kind: 'already-done', item: item.id };
  const undated = finishDue(agency, item) === null && reportDues(agency, item).length === 0;
  if (undated) return { kind: 'no-due', item: item.id };
  return answersFor(agency, member, item) ? null : { kind: 'not-reminded', item: item.id };
}

/** True when reminders of the item go to him. He speaks, so he can be reached whatever was noted before. */
function answersFor(agency: Agency, member: Member, item: Item): boolean {
  const members = { ...agency.members, [member.id]: { ...member, reachable: true } };
  return everyReceiverOf({ ...agency, members }, item).some(({ id }) => id === member.id);
}

/** True when he answers for the item, or was told of it because nobody had answered. */
function hears(agency: Agency, member: Member, item: Item): boolean {
  const toldUp = saidOf(item).some(({ to, level }) => to === member.id && level > 0);
  return toldUp || answersFor(agency, member, item);
}

function memberOf(agency: Agency, by: Actor): Member | null {
  return by.kind === 'member' ? (known(agency.members, by.member) ?? null) : null;
}
