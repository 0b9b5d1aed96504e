import type { Agency, Item } from './agency.ts';
import type { Actor } from './entry.ts';
import type { DomainEvent } from './event.ts';
import { isPart } from './item.ts';
import { known } from './known.ts';
import { holds } from './permission.ts';
import { mayAnswer } from './receivers.ts';
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

/** Null when the actor is a member or the terminal, else the refusal: an outsider learns nothing more. */
export function strangerRefusal(agency: Agency, by: Actor): Refusal | null {
  if (by.kind === 'console') return null;
  const member = by.kind === 'member' ? known(agency.members, by.member) : undefined;
  return member === undefined ? { kind: 'not-a-member' } : null;
}

/** Null when the item is part of a plan that is open, else the refusal. */
export function closedRefusal(agency: Agency, item: Item): Refusal | null {
  if (!isPart(item)) return { kind: 'withdrawn', item: item.id };
  const plan = agency.plans[item.year];
  return plan?.state === 'open'
    ? null
    : { kind: 'plan-not-open', year: item.year, state: plan?.state ?? 'draft' };
}

/** Null when the actor may report on the item now (and so give evidence and ask for a later date), else the refusal. */
export function reporterOnly(agency: Agency, by: Actor, item: Item): Refusal | null {
  const no = strangerRefusal(agency, by) ?? closedRefusal(agency, item);
  if (no !== null || by.kind !== 'member') return no;
  const member = known(agency.members, by.member);
  const may = member !== undefined && mayAnswer(agency, member, item);
  return may ? null : { kind: 'not-your-item', item: item.id, divisions: item.divisions };
}
