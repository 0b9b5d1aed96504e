import type { Agency, Member } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { Command } from './command.ts';
import { accept, coordinatorOnly, type Decision, refuse } from './decision.ts';
import { known } from './known.ts';
import { divisionsOf } from './permission.ts';
import { hasDivision, refuseRoles } from './role.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function addAgency(agency: Agency, command: Of<'add-agency'>): Decision {
  if (agency.profile !== null) return refuse({ kind: 'agency-exists' });
  const { type: _type, ...profile } = command;
  return accept({ type: 'agency-added', v: 1, ...profile });
}

/**
 * An invite names the roles its bearer will hold. Staff and heads need a division; the others belong to none. A general
 * one may leave them to the coordinator, who lets each of its bearers in.
 */
export function makeInvite(agency: Agency, command: Of<'make-invite'>): Decision {
  const { by, invite, roles, expires, general } = command;
  const later = general === true && roles.length === 0;
  const no = coordinatorOnly(agency, by) ?? (later ? null : refuseRoles(agency, roles));
  if (no !== null) return refuse(no);
  return accept({
    type: 'invite-made',
    v: 1,
    invite,
    roles: [...roles],
    expires,
    ...(general === true ? { general } : {}),
  });
}

/** A code binds once. A member who shows another invite gains its roles. A general one lets nobody in by itself. */
export function join(agency: Agency, command: Of<'join'>, now: Instant): Decision {
  const invite = known(agency.invites, command.invite);
  if (invite === undefined || invite.general) return refuse({ kind: 'code-unknown' });
  if (invite.usedBy !== null) return refuse({ kind: 'code-used' });
  if (invite.expires <= now) return refuse({ kind: 'code-expired' });
  const waited = command.request !== undefined && known(agency.requests, command.request) !== undefined;
  return accept({
    type: 'member-joined',
    v: 1,
    member: command.member,
    invite: invite.id,
    roles: [...invite.roles],
    ...(waited && command.request !== undefined ? { request: command.request } : {}),
  });
}

export function makeGroupCode(agency: Agency, command: Of<'make-group-code'>): Decision {
  const { by, code, purpose, division, expires, extra } = command;
  const no = coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  if (purpose === 'division') {
    if (division === undefined) return refuse({ kind: 'division-needed' });
    if (!hasDivision(agency, division)) return refuse({ kind: 'no-such-division', division });
  }
  const place = purpose === 'division' && division !== undefined ? { division } : {};
  const more = extra === true ? { extra } : {};
  return accept({ type: 'group-code-made', v: 1, code, purpose, ...place, expires, ...more });
}

/** A staff group that is made anew is left by everybody within days, some before its code is shown in the new one. */
const REMADE_MS = 7 * 86_400_000;

/**
 * The code is the proof: whoever shows it in a group binds the group. Who left the staff group just before went over to
 * the new one, for all we know: LINE does not tell who was in it from the start.
 */
export function bindGroup(agency: Agency, command: Of<'bind-group'>, now: Instant): Decision {
  const code = known(agency.groupCodes, command.code);
  if (code === undefined) return refuse({ kind: 'code-unknown' });
  if (code.used) return refuse({ kind: 'code-used' });
  if (code.expires <= now) return refuse({ kind: 'code-expired' });
  const place = code.division === undefined ? {} : { division: code.division };
  const wentOver = code.purpose === 'staff' && !code.extra ? leftSince(agency, now - REMADE_MS) : [];
  return accept(
    {
      type: 'group-bound',
      v: 1,
      group: command.group,
      code: code.id,
      purpose: code.purpose,
      ...place,
      ...(code.extra ? { extra: true as const } : {}),
    },
    ...wentOver.map(
      ({ id }) =>
        ({ type: 'reach-changed', v: 1, member: id, reachable: true, why: 'joined-group' }) as const,
    ),
  );
}

function leftSince({ members }: Agency, since: Instant): Member[] {
  return Object.values(members).filter(({ away }) => away?.why === 'left-group' && away.since >= since);
}

export function leaveGroup(agency: Agency, command: Of<'leave-group'>): Decision {
  return known(agency.groups, command.group)
    ? accept({ type: 'group-left', v: 1, group: command.group })
    : accept();
}

export function changeReach(agency: Agency, command: Of<'change-reach'>): Decision {
  const { member, reachable, why } = command;
  const told = known(agency.members, member);
  if (told === undefined) return refuse({ kind: 'not-a-member' });
  // Who left the group and then blocks the bot is not reached by coming back to the group.
  const blocks = why === 'blocked' && told.away?.why === 'left-group';
  return told.reachable === reachable && !blocks
    ? accept()
    : accept({ type: 'reach-changed', v: 1, member, reachable, why });
}

/**
 * Who leaves a group he belongs to may have left more than the group: it is noted once, until he is back. To a group of a
 * division belong its staff and heads, to one more of the staff everybody. The main staff group is `change-reach`.
 */
export function changePresence(agency: Agency, command: Of<'change-presence'>): Decision {
  const { member, group, present } = command;
  const who = known(agency.members, member);
  if (who === undefined) return refuse({ kind: 'not-a-member' });
  const place = known(agency.groups, group);
  if (place === undefined) return accept();
  const gone = agency.departures.some((one) => one.member === member && one.group === group);
  const belongs = place.division === undefined || divisionsOf(who).includes(place.division);
  const news = present ? gone : belongs && !gone;
  return news ? accept({ type: 'presence-changed', v: 1, member, group, present }) : accept();
}
