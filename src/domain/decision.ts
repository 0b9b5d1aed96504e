import type { Agency } from './agency.ts';
import type { Actor } from './entry.ts';
import type { DomainEvent } from './event.ts';
import { known } from './known.ts';
import { holds } from './permission.ts';
import type { Refusal } from './refusal.ts';

export type Decision =
  | { readonly ok: true; readonly events: readonly DomainEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

export function accept(...events: DomainEvent[]): Decision {
  return { ok: true, events };
}

export function refuse(refusal: Refusal): Decision {
  return { ok: false, refusal };
}

/** Null when the actor may do what only coordinators and the terminal may, else the refusal. */
export function coordinatorOnly(agency: Agency, by: Actor): Refusal | null {
  if (by.kind === 'console') return null;
  const member = by.kind === 'member' ? known(agency.members, by.member) : undefined;
  if (member === undefined) return { kind: 'not-a-member' };
  return holds(member, 'coordinator') ? null : { kind: 'not-permitted', who: ['coordinator'] };
}
