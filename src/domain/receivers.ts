/** To whom reminders of an item go. LINE ids of others are of no use: only people it reaches, else who stands in for them. */
import type { Agency, Item, Member } from './agency.ts';
import type { RoleIn } from './event.ts';
import { known } from './known.ts';
import { divisionsOf, mayReport } from './permission.ts';

/**
 * Who is reminded of a division's part of an item (`null` = of an item nobody owns): the person who sees to it, else the
 * receivers the division chose, else its staff, else its head, else the coordinators. Whoever cannot be reached is
 * replaced by his deputy. Empty only when nobody at all can be reached.
 */
export function receiversOf(agency: Agency, item: Item, division: string | null): Member[] {
  const person = personOf(agency, item, division);
  if (person !== null) return [person];
  if (division !== null) {
    const chosen = (known(agency.receivers, division) ?? []).flatMap((id) => known(agency.members, id) ?? []);
    for (const people of [chosen, holding(agency, 'staff', division), holding(agency, 'head', division)]) {
      const reached = reachedOf(agency, people);
      if (reached.length > 0) return reached;
    }
  }
  return reachedOf(agency, coordinators(agency));
}

/** Everybody who is reminded of some part of an item. */
export function everyReceiverOf(agency: Agency, item: Item): Member[] {
  const parts = item.divisions.length === 0 ? [null] : item.divisions;
  return [...new Set(parts.flatMap((division) => receiversOf(agency, item, division)))];
}

/**
 * True when the member may report the item: by his roles, or because it is he who is reminded of it now, as the deputy of
 * somebody who cannot be reached. Executives report nothing.
 */
export function mayAnswer(agency: Agency, member: Member, item: Item): boolean {
  if (mayReport(member, item)) return true;
  return divisionsOf(member).length > 0 && everyReceiverOf(agency, item).some(({ id }) => id === member.id);
}

/** The members who can be reached, and the deputies of those who cannot; each once. */
export function reachedOf(agency: Agency, people: readonly Member[]): Member[] {
  const found = new Set<Member>();
  for (const member of people) {
    const one = reached(agency, member);
    if (one !== null) found.add(one);
  }
  return [...found];
}

/** Those who hold a role in a division, reachable or not. */
export function holding(agency: Agency, role: RoleIn['role'], division: string): readonly Member[] {
  return holders(agency, `${role} ${division}`, (held) => held.role === role && held.division === division);
}

/** Those who coordinate, reachable or not. */
export function coordinators(agency: Agency): readonly Member[] {
  return holders(agency, 'coordinator', ({ role }) => role === 'coordinator');
}

/** The executives in one of these posts (`undefined` = who was given none), reachable or not. */
export function executives(agency: Agency, posts: readonly RoleIn['post'][]): readonly Member[] {
  return holders(
    agency,
    `executive ${posts}`,
    ({ role, post }) => role === 'executive' && posts.includes(post),
  );
}

/** Who was found to hold what, by the members it was looked for among: those are replaced, never changed. */
const found = new WeakMap<Agency['members'], Map<string, readonly Member[]>>();

/** `key` stands for what `is` looks for. */
function holders({ members }: Agency, key: string, is: (held: RoleIn) => boolean): readonly Member[] {
  const known = found.get(members) ?? new Map<string, readonly Member[]>();
  found.set(members, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const these = Object.values(members).filter(({ roles }) => roles.some(is));
  known.set(key, these);
  return these;
}

/**
 * Who sees to the item as far as the division goes: its person, his deputy for this item, his own deputy. A person of one
 * owner answers for that one only; one of none of them answers for the whole item.
 */
function personOf(agency: Agency, item: Item, division: string | null): Member | null {
  const person = item.person === null ? undefined : known(agency.members, item.person);
  if (person === undefined) return null;
  const own = divisionsOf(person).filter((code) => item.divisions.includes(code));
  if (own.length > 0 && division !== null && !own.includes(division)) return null;
  if (person.reachable) return person;
  const deputy = item.deputy === null ? undefined : known(agency.members, item.deputy);
  return deputy?.reachable === true ? deputy : reached(agency, person);
}

function reached(agency: Agency, member: Member): Member | null {
  if (member.reachable) return member;
  const deputy = member.deputy === null ? undefined : known(agency.members, member.deputy);
  return deputy?.reachable === true ? deputy : null;
}
