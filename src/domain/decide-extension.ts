import type { Agency, Extension, ExtensionRef, Item } from './agency.ts';
import { addMonths, type Day, dayOf, type Instant, lastDayOf } from './calendar.ts';
import type { Command } from './command.ts';
import { accept, closedRefusal, type Decision, refuse, reporterOnly, strangerRefusal } from './decision.ts';
import { finishDue, plannedFinish } from './due.ts';
import type { Actor } from './entry.ts';
import type { EventOf } from './event.ts';
import { headsOf, knows, mayDecide, requestsOf } from './extension.ts';
import { openExtensions, statusOf } from './item.ts';
import { known } from './known.ts';
import { partTold, statusFor } from './part.ts';
import { holds } from './permission.ts';
import type { Refusal } from './refusal.ts';

type AskExtension = Extract<Command, { type: 'ask-extension' }>;
type DecideExtension = Extract<Command, { type: 'decide-extension' }>;
type TellExtensions = Extract<Command, { type: 'tell-extensions' }>;

/** Keeps that a later finish date is wanted; whoever may report may ask. For all the items named or for none. */
export function askExtension(agency: Agency, command: AskExtension, now: Instant): Decision {
  const { extension, chat, until, reason } = command;
  const events: EventOf<'extension-asked'>[] = [];
  for (const id of new Set(command.items)) {
    const item = known(agency.items, id);
    if (item === undefined) return refuse({ kind: 'no-such-item' });
    const no = reporterOnly(agency, command.by, item) ?? refuseDate(agency, command.by, item, until, now);
    if (no !== null) return refuse(no);
    const why = reason === undefined ? {} : { reason };
    events.push({ type: 'extension-asked', v: 1, item: id, extension, until, ...why, chat });
  }
  return accept(...events);
}

function refuseDate(agency: Agency, by: Actor, item: Item, until: string, now: Instant): Refusal | null {
  if (statusFor(item, partTold(agency, by, item)) === 'done') return { kind: 'already-done', item: item.id };
  const due = finishDue(agency, item);
  if (due === null) return { kind: 'no-due', item: item.id };
  if (until <= due) return { kind: 'not-later', item: item.id, due };
  const today = dayOf(now);
  if (until < today) return { kind: 'day-past', day: until };
  const last = twoYearsAfter(today);
  return until > last ? { kind: 'too-far', last } : null;
}

/** A date further away than this is a slip of the finger. */
function twoYearsAfter(day: Day): Day {
  const month = addMonths(day.slice(0, 7), 24);
  const same = `${month}${day.slice(7)}`;
  const last = lastDayOf(month);
  return same < last ? same : last;
}

/**
 * Grants or refuses a later date, for every item of the request that this person may decide (`extension.ts`). A granted
 * date stands instead of the plan's, as long as the plan keeps the one it moves.
 */
export function decideExtension(agency: Agency, command: DecideExtension): Decision {
  const { by, extension, granted } = command;
  const stranger = strangerRefusal(agency, by);
  if (stranger !== null) return refuse(stranger);
  const events: EventOf<'extension-decided'>[] = [];
  const refusals: Refusal[] = [];
  for (const { item, asked } of requestsOf(agency, extension)) {
    const no = refuseDeciding(agency, by, item, asked) ?? (granted ? refuseGrant(agency, item, asked) : null);
    if (no !== null) refusals.push(no);
    else events.push(decided(agency, item, asked, granted));
  }
  if (events.length > 0) return accept(...events);
  return refuse(refusals[0] ?? { kind: 'no-such-extension' });
}

function refuseDeciding(agency: Agency, by: Actor, item: Item, asked: Extension): Refusal | null {
  if (asked.decided !== null)
    return { kind: 'decided-already', item: item.id, granted: asked.decided.granted };
  if (!openExtensions(item).includes(asked)) return { kind: 'no-such-extension' };
  const closed = closedRefusal(agency, item);
  if (closed !== null || by.kind !== 'member' || mayDecide(agency, by.member, item, asked)) return closed;
  const member = known(agency.members, by.member);
  const decides = member !== undefined && (holds(member, 'coordinator') || holds(member, 'head'));
  if (decides && asked.by === by.member) return { kind: 'own-request' };
  return {
    kind: 'not-permitted',
    who: headsOf(agency, item, asked).length > 0 ? ['head', 'coordinator'] : ['coordinator'],
  };
}

/** The plan may have changed since it was asked. */
function refuseGrant(agency: Agency, item: Item, { until }: Extension): Refusal | null {
  if (statusOf(item) === 'done') return { kind: 'already-done', item: item.id };
  const due = finishDue(agency, item);
  if (due === null) return { kind: 'no-due', item: item.id };
  return until <= due ? { kind: 'not-later', item: item.id, due } : null;
}

/** `from`: a refusal of an item that lost its date since moves none, and names the date asked for. */
function decided(
  agency: Agency,
  item: Item,
  { id: extension, until }: Extension,
  granted: boolean,
): EventOf<'extension-decided'> {
  const from = plannedFinish(agency, item) ?? until;
  return { type: 'extension-decided', v: 1, item: item.id, extension, granted, from, until };
}

/**
 * Keeps that a member was told: of what waits for his decision, or of what became of his own request. Of what he was told
 * before nothing is kept.
 */
export function tellExtensions(agency: Agency, command: TellExtensions): Decision {
  const { member, outbox, cost } = command;
  if (known(agency.members, member) === undefined) return refuse({ kind: 'not-a-member' });
  const extensions: ExtensionRef[] = [];
  for (const { item: id, extension } of command.extensions) {
    const asked = known(agency.items, id)?.extensions.find((one) => one.id === extension);
    if (asked === undefined) return refuse({ kind: 'no-such-extension' });
    if (!knows(asked, member)) extensions.push({ item: id, extension });
  }
  if (extensions.length === 0) return refuse({ kind: 'nothing-to-say' });
  const paid = cost === undefined ? {} : { cost };
  return accept({ type: 'extensions-told', v: 1, member, extensions, outbox, ...paid });
}
