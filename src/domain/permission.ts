/** Who may do what: the role table of `docs/design.md`. */
import type { Agency, Item, Member } from './agency.ts';
import type { Role } from './event.ts';

/** True when the member holds the role in any division. */
export function holds(member: Member, role: Role): boolean {
  return member.roles.some((held) => held.role === role);
}

/** The divisions in which a member is staff or head. */
export function divisionsOf(member: Member): string[] {
  const codes = member.roles.flatMap((held) =>
    (held.role === 'staff' || held.role === 'head') && held.division !== undefined ? [held.division] : [],
  );
  return [...new Set(codes)];
}

/** The divisions a member is head of, those he acts as head of included. */
export function divisionsHeaded(member: Member): string[] {
  const codes = member.roles.flatMap(({ role, division }) => (role === 'head' ? (division ?? []) : []));
  return [...new Set(codes)];
}

/** The division of someone who is staff or head in one only; null for others: กองเรา would then not be clear. */
export function onlyDivisionOf(member: Member | null): string | null {
  const [only, ...others] = member === null ? [] : divisionsOf(member);
  return others.length === 0 ? (only ?? null) : null;
}

/**
 * Staff and heads report items of their own division, the coordinator any, and whoever was given an item by name that one.
 * Executives report nothing. An item nobody owns is the coordinator's.
 */
export function mayReport(member: Member, item: Item): boolean {
  if (holds(member, 'coordinator')) return true;
  // Only a coordinator gives an item to another division: who is reminded of it must be able to answer.
  if (item.person === member.id || item.deputy === member.id) return divisionsOf(member).length > 0;
  return divisionsOf(member).some((code) => item.divisions.includes(code));
}

/** Who holds an item, by id, whether he can be reached or not. */
export interface Responsible {
  readonly divisions: readonly {
    readonly division: string;
    readonly staff: readonly string[];
    readonly heads: readonly string[];
  }[];
  /** They answer where nobody else does: only when no division owns the item, or one that does has nobody. */
  readonly coordinators: readonly string[];
}

/** The divisions that own an item and the people in them; who sees to it by name stands in the item. */
export function responsibleOf(agency: Agency, item: Item): Responsible {
  const members = Object.values(agency.members);
  const holding = (role: Role, division: string) =>
    members
      .filter(({ roles }) => roles.some((held) => held.role === role && held.division === division))
      .map(({ id }) => id);
  const divisions = item.divisions.map((division) => ({
    division,
    staff: holding('staff', division),
    heads: holding('head', division),
  }));
  const orphaned =
    divisions.length === 0 || divisions.some(({ staff, heads }) => staff.length + heads.length === 0);
  const coordinators = orphaned ? members.filter((member) => holds(member, 'coordinator')) : [];
  return { divisions, coordinators: coordinators.map(({ id }) => id) };
}
