/** Roles that change, and people who leave. */
import { holdsAsOwn, ownRoles, sameRole } from './acting.ts';
import type { Agency, Member } from './agency.ts';
import { type Day, dayOf, type Instant } from './calendar.ts';
import type { Command } from './command.ts';
import { accept, coordinatorOnly, type Decision, refuse, strangerRefusal } from './decision.ts';
import type { DomainEvent, RoleIn } from './event.ts';
import { itemsOf, openPlans, statusOf } from './item.ts';
import { known } from './known.ts';
import { refuseRoles, rolesOnce } from './role.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * The roles a member holds from now on, whole. What he saw to in a division he is no longer in lapses: it is not his to
 * be reminded of. Who only acts as coordinator does not count as one: one day he no longer does.
 */
export function changeRoles(agency: Agency, command: Of<'change-roles'>, now: Instant): Decision {
  if (command.roles.length === 0) return refuse({ kind: 'role-needed' });
  const no = coordinatorOnly(agency, command.by);
  if (no !== null) return refuse(no);
  const member = known(agency.members, command.member);
  if (member === undefined) return refuse({ kind: 'no-such-person' });
  const wrong = refuseRoles(agency, command.roles);
  if (wrong !== null) return refuse(wrong);
  const [roles, before] = [rolesOnce(command.roles), ownRoles(member, dayOf(now))];
  const stays = roles.some(({ role }) => role === 'coordinator');
  if (!stays && isLastCoordinator(agency, member, dayOf(now))) return refuse({ kind: 'last-coordinator' });
  const same =
    roles.length === before.length && roles.every((role) => before.some((one) => sameRole(one, role)));
  if (same) return accept();
  return accept({ type: 'roles-changed', v: 1, member: member.id, roles }, ...lapsed(agency, member, roles));
}

/**
 * A coordinator lets anybody go, everybody himself; never the last coordinator. To erase somebody is the same with his
 * name and texts, also when he left before.
 */
export function leave(agency: Agency, command: Of<'leave' | 'erase-member'>, now: Instant): Decision {
  const { by, type } = command;
  const stranger = strangerRefusal(agency, by);
  if (stranger !== null) return refuse(stranger);
  const own = by.kind === 'member' && by.member === command.member;
  const no = own ? null : coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  const member = known(agency.members, command.member);
  const wasOne = type === 'erase-member' && known(agency.left, command.member) !== undefined;
  if (member === undefined && !wasOne) return refuse({ kind: 'no-such-person' });
  if (member !== undefined && isLastCoordinator(agency, member, dayOf(now)))
    return refuse({ kind: 'last-coordinator' });
  const events: DomainEvent[] = [];
  if (member !== undefined)
    events.push(...deputiesStepIn(agency, member.id), { type: 'member-left', v: 1, member: member.id });
  if (type === 'erase-member') events.push({ type: 'member-erased', v: 1, member: command.member });
  return accept(...events);
}

/** An unfinished item that names its deputy is his from now on. */
function deputiesStepIn(agency: Agency, id: string): DomainEvent[] {
  return openPlans(agency)
    .flatMap(({ year }) => itemsOf(agency, year))
    .filter((item) => item.person === id && item.deputy !== null && statusOf(item) !== 'done')
    .map((item) => ({ type: 'item-assigned', v: 1, item: item.id, person: item.deputy, deputy: null }));
}

function isLastCoordinator(agency: Agency, member: Member, today: Day): boolean {
  if (!holdsAsOwn(member, 'coordinator', today)) return false;
  return !Object.values(agency.members).some(
    (other) => other.id !== member.id && holdsAsOwn(other, 'coordinator', today),
  );
}

/** Receivers of the divisions he leaves, and the items he was given there; a coordinator keeps his items. */
function lapsed(agency: Agency, member: Member, roles: readonly RoleIn[]): DomainEvent[] {
  const stays = new Set(roles.flatMap(({ division }) => division ?? []));
  const receivers = Object.entries(agency.receivers).flatMap(([division, ids]): DomainEvent[] => {
    if (stays.has(division) || !ids.includes(member.id)) return [];
    const members = ids.filter((id) => id !== member.id);
    return [{ type: 'receivers-set', v: 1, division, members }];
  });
  if (roles.some(({ role }) => role === 'coordinator')) return receivers;
  const but = (id: string | null) => (id === member.id ? null : id);
  const items = Object.values(agency.items)
    .filter(({ person, deputy }) => person === member.id || deputy === member.id)
    .filter(({ divisions }) => !divisions.some((code) => stays.has(code)))
    .map(
      ({ id, person, deputy }): DomainEvent => ({
        type: 'item-assigned',
        v: 1,
        item: id,
        person: but(person),
        deputy: but(deputy),
      }),
    );
  return [...items, ...receivers];
}
