/** Who stands in for whom today. The ledger says from when to when; the state is looked at as of a day. */
import type { Acting, Agency, Member } from './agency.ts';
import { addDays, type Day } from './calendar.ts';
import type { Role, RoleIn } from './event.ts';

/** Whom a stand-in was made of, so that a state looked at as of one day can be looked at as of another. */
const own = new WeakMap<Member, Member>();

/**
 * The agency as it is on a day: those who act in another's place hold that role too, all others only their own. What is
 * decided and said is decided and said on this; what is kept is folded into the agency itself. The same object when
 * nobody acts.
 */
export function agencyOn(agency: Agency, day: Day): Agency {
  const members = Object.values(agency.members).flatMap((given) => {
    const member = own.get(given) ?? given;
    const added = rolesAdded(member, day);
    if (added.length === 0) return member === given ? [] : [[member.id, member] as const];
    const standIn = { ...member, roles: [...member.roles, ...added] };
    own.set(standIn, member);
    return [[member.id, standIn] as const];
  });
  if (members.length === 0) return agency;
  return { ...agency, members: { ...agency.members, ...Object.fromEntries(members) } };
}

/** The first day after `day` from which somebody acts in another's place, or no longer does; null = there is none. */
export function nextChangeOfActing(agency: Agency, day: Day): Day | null {
  const changes = Object.values(agency.members)
    .flatMap(({ acting }) => acting.flatMap(({ from, until }) => [from, addDays(until, 1)]))
    .filter((change) => change > day);
  return changes.sort()[0] ?? null;
}

/** True when the two are the same role in the same division. */
export function sameRole(a: RoleIn, b: RoleIn): boolean {
  return a.role === b.role && a.division === b.division && a.post === b.post;
}

/** The appointment by which a member holds the role on that day in another's place; null = it is his own, or he does not. */
export function actingAs(member: Member, role: RoleIn, day: Day): Acting | null {
  return (
    member.acting.find(
      ({ role: acted, from, until }) => from <= day && day <= until && sameRole(acted, role),
    ) ?? null
  );
}

/** The roles of a member of `agencyOn` without those he only acts in that day. */
export function ownRoles(member: Member, day: Day): RoleIn[] {
  return member.roles.filter((role) => actingAs(member, role, day) === null);
}

/** True when the role is the member's own, in whatever division. */
export function holdsAsOwn(member: Member, role: Role, day: Day): boolean {
  return ownRoles(member, day).some((held) => held.role === role);
}

function rolesAdded({ roles, acting }: Member, day: Day): RoleIn[] {
  return acting
    .filter(({ from, until }) => from <= day && day <= until)
    .map(({ role }) => role)
    .filter((role) => !roles.some((own) => sameRole(own, role)));
}
