/** Who is reminded: deputies, the receivers of a division, the person of an item. */
import type { Agency, Member } from './agency.ts';
import type { Command } from './command.ts';
import {
  accept,
  closedRefusal,
  coordinatorOnly,
  type Decision,
  refuse,
  strangerRefusal,
} from './decision.ts';
import type { Actor } from './entry.ts';
import { known } from './known.ts';
import { divisionsHeaded, divisionsOf, holds } from './permission.ts';
import type { Refusal } from './refusal.ts';
import { hasDivision } from './role.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * A coordinator sets anyone's, a head that of his people, everybody his own. Unless a coordinator does it, the deputy of
 * staff and heads is somebody of a division of theirs.
 */
export function setDeputy(agency: Agency, command: Of<'set-deputy'>): Decision {
  const { by } = command;
  const stranger = strangerRefusal(agency, by);
  if (stranger !== null) return refuse(stranger);
  const member = known(agency.members, command.member);
  if (member === undefined) return refuse({ kind: 'no-such-person' });
  const own = by.kind === 'member' && by.member === member.id;
  const no = own ? null : headOnly(agency, by, divisionsOf(member));
  if (no !== null) return refuse(no);
  if (command.deputy !== null) {
    const deputy = known(agency.members, command.deputy);
    if (deputy === undefined) return refuse({ kind: 'no-such-person' });
    if (deputy.id === member.id) return refuse({ kind: 'same-person' });
    const [division] = divisionsOf(member);
    const colleagues = divisionsOf(member).some((code) => divisionsOf(deputy).includes(code));
    if (division !== undefined && !colleagues && !isCoordinator(agency, by))
      return refuse({ kind: 'not-in-division', member: deputy.id, division });
  }
  if (member.deputy === command.deputy) return accept();
  return accept({ type: 'deputy-set', v: 1, member: member.id, deputy: command.deputy });
}

/** A coordinator for any division, a head for his own; whoever receives holds a role there. Nobody = as if never chosen. */
export function setReceivers(agency: Agency, command: Of<'set-receivers'>): Decision {
  const { by, division } = command;
  const stranger = strangerRefusal(agency, by);
  if (stranger !== null) return refuse(stranger);
  if (!hasDivision(agency, division)) return refuse({ kind: 'no-such-division', division });
  const no = headOnly(agency, by, [division]);
  if (no !== null) return refuse(no);
  const members = [...new Set(command.members)];
  for (const id of members) {
    const member = known(agency.members, id);
    if (member === undefined) return refuse({ kind: 'no-such-person' });
    if (!divisionsOf(member).includes(division))
      return refuse({ kind: 'not-in-division', member: id, division });
  }
  const before = agency.receivers[division] ?? [];
  const same = before.length === members.length && members.every((id, index) => id === before[index]);
  return same ? accept() : accept({ type: 'receivers-set', v: 1, division, members });
}

/**
 * A coordinator gives any item to anyone who may report; a head an item of his division to somebody of a division that
 * owns it.
 */
export function assignItem(agency: Agency, command: Of<'assign-item'>): Decision {
  const { by, person, deputy } = command;
  const stranger = strangerRefusal(agency, by);
  if (stranger !== null) return refuse(stranger);
  const item = known(agency.items, command.item);
  if (item === undefined) return refuse({ kind: 'no-such-item' });
  const no = headOnly(agency, by, item.divisions) ?? closedRefusal(agency, item);
  if (no !== null) return refuse(no);
  if (person !== null && person === deputy) return refuse({ kind: 'same-person' });
  const anyone = isCoordinator(agency, by);
  for (const id of [person, deputy]) {
    if (id === null) continue;
    const member = known(agency.members, id);
    if (member === undefined) return refuse({ kind: 'no-such-person' });
    if (!mayBeGiven(member)) return refuse({ kind: 'reads-only', member: id });
    const [division = ''] = item.divisions;
    if (!anyone && !divisionsOf(member).some((code) => item.divisions.includes(code)))
      return refuse({ kind: 'not-in-division', member: id, division });
  }
  if (item.person === person && item.deputy === deputy) return accept();
  return accept({ type: 'item-assigned', v: 1, item: item.id, person, deputy });
}

/** Null when the actor is a coordinator, the terminal, or head of one of the divisions, else the refusal. */
function headOnly(agency: Agency, by: Actor, divisions: readonly string[]): Refusal | null {
  if (coordinatorOnly(agency, by) === null) return null;
  const member = by.kind === 'member' ? known(agency.members, by.member) : undefined;
  if (member === undefined) return { kind: 'not-a-member' };
  const headed = divisionsHeaded(member);
  if (headed.length === 0) return { kind: 'not-permitted', who: ['coordinator', 'head'] };
  if (headed.some((code) => divisions.includes(code))) return null;
  return divisions.length === 0
    ? { kind: 'not-permitted', who: ['coordinator'] }
    : { kind: 'not-your-division', divisions };
}

/** True for coordinators and the terminal: their choice is bound to no division. */
export function isCoordinator(agency: Agency, by: Actor): boolean {
  return coordinatorOnly(agency, by) === null;
}

/** An item is given to who may report one: an executive reads. */
export function mayBeGiven(member: Member): boolean {
  return holds(member, 'coordinator') || divisionsOf(member).length > 0;
}
