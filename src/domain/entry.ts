import type { Instant } from './calendar.ts';
import type { DomainEvent } from './event.ts';

/**
 * Who did it: a member by id, someone at the server's terminal, the clock, or an outsider (not a member, or a sender LINE
 * does not name), who may do nothing but show a code.
 */
export type Actor =
  | { readonly kind: 'member'; readonly member: string }
  | { readonly kind: 'console' | 'clock' | 'outsider' };

/** One line of the ledger. */
export interface Entry {
  /** 1, 2, 3 … without gaps within an agency. */
  readonly seq: number;
  /** When it happened (LINE's event time for what people did). Words like พรุ่งนี้ are read from here. */
  readonly at: Instant;
  /** When we kept it. */
  readonly kept: Instant;
  readonly by: Actor;
  /** The `webhookEventId` that caused it, or null (terminal, clock). */
  readonly cause: string | null;
  readonly event: DomainEvent;
}

/** An entry before the store gives it its number. */
export type NewEntry = Omit<Entry, 'seq'>;
