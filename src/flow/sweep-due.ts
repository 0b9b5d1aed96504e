import type { Outgoing } from '../chat/outgoing.ts';
import type { Instant } from '../domain/calendar.ts';
import type { DomainEvent, Recipient } from '../domain/event.ts';
import type { World } from './flow.ts';
import type { OutboxMessage } from './ports.ts';

/** What one sweep decides and says: each topic adds its own, and all of it is kept in one transaction. */
export interface Due {
  readonly events: DomainEvent[];
  readonly outbox: OutboxMessage[];
}

/** A push with its retry key. After `expires` it is not worth sending any more; absent = always. */
export function pushOf(
  world: World,
  id: string,
  chat: string,
  to: Recipient,
  messages: readonly Outgoing[],
  expires?: Instant,
): OutboxMessage {
  const how = { kind: 'push' as const, key: world.ids.uuid(), ...(expires === undefined ? {} : { expires }) };
  return { id, chat, to, how, messages, confirmation: null };
}
