/** What goes out to people at one moment: reminders and coordinators' cards, one message a person. */
import type { Agency } from './agency.ts';
import type { Instant } from './calendar.ts';
import { cardDue } from './card.ts';
import type { DomainEvent, ReminderLine } from './event.ts';
import { evolveAll } from './evolve.ts';
import { coordinatorsReached, type Matter, type WaitingDraft } from './matters.ts';
import { isReminderTime } from './reminder.ts';
import { planSends, type Quota } from './spend.ts';

/** One message to one member: it takes one of the month's, whatever stands in it. */
export interface PersonalSend {
  readonly member: string;
  /** What he is reminded of; may be empty when there are matters. */
  readonly lines: readonly ReminderLine[];
  /** What waits for him as coordinator; may be empty when there are lines. */
  readonly matters: readonly Matter[];
}

export interface DaySends {
  readonly send: readonly PersonalSend[];
  /** Owed on, because the month's messages do not suffice. */
  readonly held: readonly PersonalSend[];
}

/**
 * Everything to be sent at `now`; outside of reminder time nothing. A card rides with its receiver's reminder; alone it goes
 * as long as a message is left. `drafts`: what lies beside the ledger for a coordinator.
 */
export function sendsAt(
  agency: Agency,
  now: Instant,
  quota: Quota,
  drafts: (member: string) => readonly WaitingDraft[],
): DaySends {
  if (!isReminderTime(agency, now)) return { send: [], held: [] };
  const plan = planSends(agency, now, quota);
  const cards = new Map(
    coordinatorsReached(agency).flatMap(({ id }) => {
      const matters = cardDue(agency, id, now, { drafts: drafts(id), held: plan.held.length });
      return matters.length === 0 ? [] : [[id, matters] as const];
    }),
  );
  const reminders = plan.send.map(({ member, lines }) => ({
    member,
    lines,
    matters: cards.get(member) ?? [],
  }));
  const reminded = new Set(reminders.map(({ member }) => member));
  const alone = [...cards]
    .filter(([member]) => !reminded.has(member))
    .map(([member, matters]) => ({ member, lines: [], matters }));
  return {
    send: [...reminders, ...alone.slice(0, Math.max(0, quota.left - reminders.length))],
    held: plan.held.map(({ member, lines }) => ({ member, lines, matters: [] })),
  };
}

/** The entries of a message; the first of them bears its cost (0 = it rides on an answer). */
export function eventsOf(
  { member, lines, matters }: PersonalSend,
  outbox: string,
  cost: 0 | 1,
): DomainEvent[] {
  const events: DomainEvent[] = [];
  if (lines.length > 0)
    events.push({ type: 'reminder-decided', v: 1, to: { member }, lines: [...lines], outbox, cost });
  if (matters.length > 0) {
    const paid = events.length > 0 ? 0 : cost;
    const keys = matters.map(({ key }) => key);
    events.push({ type: 'card-sent', v: 1, member, matters: keys, outbox, cost: paid });
  }
  return events;
}

/** The agency as it is once events of the clock are kept. */
export function afterEvents(agency: Agency, events: readonly DomainEvent[], at: Instant): Agency {
  const entries = events.map((event, index) => ({
    seq: agency.version + 1 + index,
    at,
    kept: at,
    by: { kind: 'clock' as const },
    cause: null,
    event,
  }));
  return evolveAll(agency, entries);
}
