import { type DomainEvent, domainEvent } from './event.ts';

/**
 * Reads an event as it was once written and returns it in today's shape. Old versions get their step here, and only
 * here: `if (raw.type === … && raw.v === 1) raw = { …, v: 2 }`, oldest first, then today's schema checks the result.
 *
 * @throws ZodError when the text is not an event any version of this program wrote: the ledger is damaged or newer.
 */
export function readEvent(raw: unknown): DomainEvent {
  return domainEvent.parse(raw);
}
