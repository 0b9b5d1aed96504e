/** What was really said: the ledger's decisions beside what the platform accepted and put on people's phones. */
import type { Instant } from '../../domain/calendar.ts';
import type { Entry } from '../../domain/entry.ts';
import type { EventOf, ReminderLine } from '../../domain/event.ts';
import type { Accepted } from '../../simulator/platform.ts';

/** One line of a reminder that arrived on a phone. */
export interface Said {
  readonly at: Instant;
  readonly member: string;
  readonly line: ReminderLine;
  /** It rode on an answer, which costs nothing. */
  readonly free: boolean;
}

/** A reminder as it arrived, whatever it holds. */
export interface Message {
  readonly at: Instant;
  readonly member: string;
  readonly free: boolean;
  readonly lines: readonly ReminderLine[];
}

export interface Facts {
  readonly said: readonly Said[];
  /** Lines that were decided and are on no phone: blocked, given up, or still waiting. */
  readonly unsaid: readonly Omit<Said, 'free'>[];
  readonly messages: readonly Message[];
  readonly summaries: readonly { readonly month: string; readonly at: Instant }[];
  readonly cards: readonly { readonly at: Instant; readonly matters: readonly string[] }[];
  readonly failures: readonly { readonly at: Instant; readonly reason: string }[];
}

/** `outboxOf` = the outbox message a retry key or reply token belongs to. */
export function factsOf(
  entries: readonly Entry[],
  accepted: readonly Accepted[],
  outboxOf: (keyOrToken: string) => string | undefined,
): Facts {
  const arrived = new Map<string, Accepted>();
  for (const one of accepted) {
    const key = one.retryKey ?? one.replyToken;
    const outbox = key === undefined ? undefined : outboxOf(key);
    if (outbox !== undefined && one.delivered) arrived.set(outbox, one);
  }
  const said: Said[] = [];
  const unsaid: Omit<Said, 'free'>[] = [];
  const messages: Message[] = [];
  for (const { event, at } of of(entries, 'reminder-decided')) {
    const { to, lines, outbox } = event;
    if (!('member' in to)) continue;
    const { member } = to;
    const found = arrived.get(outbox);
    if (found === undefined) {
      unsaid.push(...lines.map((line) => ({ at, member, line })));
      continue;
    }
    const heard = { at: found.at, member, free: found.kind === 'reply' };
    messages.push({ ...heard, lines });
    said.push(...lines.map((line) => ({ ...heard, line })));
  }
  return {
    said,
    unsaid,
    messages,
    summaries: of(entries, 'summary-posted').flatMap(({ event }) => {
      const found = event.outbox.flatMap((outbox) => arrived.get(outbox) ?? []);
      return found.map(({ at }) => ({ month: event.month, at }));
    }),
    cards: of(entries, 'card-sent').flatMap(({ event }) => {
      const found = arrived.get(event.outbox);
      return found === undefined ? [] : [{ at: found.at, matters: event.matters }];
    }),
    failures: of(entries, 'delivery-failed').map(({ event, at }) => ({ at, reason: event.reason })),
  };
}

type Happened<T extends Entry['event']['type']> = { readonly at: Instant; readonly event: EventOf<T> };

function of<T extends Entry['event']['type']>(entries: readonly Entry[], type: T): Happened<T>[] {
  return entries.flatMap((entry) => {
    const { event, kept } = entry;
    return event.type === type ? [{ at: kept, event: event as EventOf<T> }] : [];
  });
}
