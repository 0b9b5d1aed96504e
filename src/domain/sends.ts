/** What goes out to people at one moment: reminders, news of later dates and coordinators' cards, one message a person. */
import type { Agency } from './agency.ts';
import type { Instant } from './calendar.ts';
import { cardDue, isCardTime } from './card.ts';
import { decide } from './decide.ts';
import type { DomainEvent, ReminderLine } from './event.ts';
import { evolveAll } from './evolve.ts';
import { refsOf, type Wish } from './extension.ts';
import { type Beside, cardReaders, type Drafts, type Matter } from './matters.ts';
import { isReminderTime, type Reminder } from './reminder.ts';
import { type Foresee, planSends, type Quota } from './spend.ts';

/** One message to one member: it takes one of the month's, whatever stands in it. */
export interface PersonalSend {
  readonly member: string;
  /** What he is reminded of. Of the three at least one is not empty. */
  readonly lines: readonly ReminderLine[];
  /** Later dates that wait for his decision, and what was decided on his own requests. */
  readonly extensions: readonly Wish[];
  /** What waits for him as coordinator, or in a coordinator's place. */
  readonly matters: readonly Matter[];
}

export interface DaySends {
  readonly send: readonly PersonalSend[];
  /** Owed on, because the month's messages do not suffice. */
  readonly held: readonly PersonalSend[];
}

/**
 * Everything to be sent at `now`; outside of reminder time nothing. A card goes with its receiver's reminder; alone it goes in
 * card time, as long as a message is left. `foresee`: how the rest of the month is looked at.
 */
export function sendsAt(
  agency: Agency,
  now: Instant,
  quota: Quota,
  drafts: Drafts,
  foresee?: Foresee,
): DaySends {
  if (!isReminderTime(agency, now)) return { send: [], held: [] };
  const plan = planSends(agency, now, quota, foresee);
  const cards = new Map(
    cardReaders(agency).flatMap(({ id }) => {
      const beside = { drafts: drafts.get(id) ?? [], ...heldBack(plan.held) };
      const matters = cardDue(agency, id, now, beside);
      return matters.length === 0 ? [] : [[id, matters] as const];
    }),
  );
  const reminders = plan.send.map((one) => ({ ...one, matters: cards.get(one.member) ?? [] }));
  const reminded = new Set(reminders.map(({ member }) => member));
  const alone = [...cards]
    .filter(([member]) => !reminded.has(member) && isCardTime(agency, now))
    .map(([member, matters]) => ({ member, lines: [], extensions: [], matters }));
  return {
    send: [...reminders, ...alone.slice(0, Math.max(0, quota.left - reminders.length))],
    held: plan.held.map((one) => ({ ...one, matters: [] })),
  };
}

/** What coordinators are told of messages that wait: that they do, and the requests no head is told of meanwhile. */
export function heldBack(held: readonly Reminder[]): Pick<Beside, 'held' | 'requests'> {
  const requests = held.flatMap(({ member, extensions }) =>
    extensions.filter(({ asked }) => asked.decided === null && asked.by !== member),
  );
  return { held: held.length, requests };
}

/**
 * The entries a message is decided with; the first of them bears its cost (0 = it rides on an answer). Empty = it is
 * refused.
 */
export function decideSend(
  agency: Agency,
  { member, lines, extensions, matters }: PersonalSend,
  message: { readonly outbox: string; readonly cost: 0 | 1 },
  now: Instant,
): DomainEvent[] {
  const { outbox, cost } = message;
  const told = decide(agency, { type: 'remind', member, lines, outbox, cost }, now);
  const rest = told.ok ? 0 : cost;
  const refs = refsOf(extensions);
  const news = decide(agency, { type: 'tell-extensions', member, extensions: refs, outbox, cost: rest }, now);
  const left = news.ok ? 0 : rest;
  const keys = matters.map(({ key }) => key);
  const card = decide(agency, { type: 'send-card', member, matters: keys, outbox, cost: left }, now);
  return [told, news, card].flatMap((one) => (one.ok ? one.events : []));
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
