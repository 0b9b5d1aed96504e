import type { Agency } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { Command } from './command.ts';
import { accept, coordinatorOnly, type Decision, refuse } from './decision.ts';
import { known } from './known.ts';
import { hasDivision, refuseRoles } from './role.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function addAgency(agency: Agency, command: Of<'add-agency'>): Decision {
  if (agency.profile !== null) return refuse({ kind: 'agency-exists' });
  const { type: _type, ...profile } = command;
  return accept({ type: 'agency-added', v: 1, ...profile });
}

/** An invite names the roles its bearer will hold. Staff and heads need a division; the others belong to none. */
export function makeInvite(agency: Agency, command: Of<'make-invite'>): Decision {
  if (command.roles.length === 0) return refuse({ kind: 'role-needed' });
  const no = coordinatorOnly(agency, command.by) ?? refuseRoles(agency, command.roles);
  if (no !== null) return refuse(no);
  return accept({
    type: 'invite-made',
    v: 1,
    invite: command.invite,
    roles: [...command.roles],
    expires: command.expires,
  });
}

/** A code binds once. A member who shows another invite gains its roles. */
export function join(agency: Agency, command: Of<'join'>, now: Instant): Decision {
  const invite = known(agency.invites, command.invite);
  if (invite === undefined) return refuse({ kind: 'code-unknown' });
  if (invite.usedBy !== null) return refuse({ kind: 'code-used' });
  if (invite.expires <= now) return refuse({ kind: 'code-expired' });
  return accept({
    type: 'member-joined',
    v: 1,
    member: command.member,
    invite: invite.id,
    roles: [...invite.roles],
  });
}

export function makeGroupCode(agency: Agency, command: Of<'make-group-code'>): Decision {
  const { by, code, purpose, division, expires } = command;
  const no = coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  if (purpose === 'division') {
    if (division === undefined) return refuse({ kind: 'division-needed' });
    if (!hasDivision(agency, division)) return refuse({ kind: 'no-such-division', division });
  }
  const place = purpose === 'division' && division !== undefined ? { division } : {};
  return accept({ type: 'group-code-made', v: 1, code, purpose, ...place, expires });
}

/** The code is the proof: whoever shows it in a group binds the group. */
export function bindGroup(agency: Agency, command: Of<'bind-group'>, now: Instant): Decision {
  const code = known(agency.groupCodes, command.code);
  if (code === undefined) return refuse({ kind: 'code-unknown' });
  if (code.used) return refuse({ kind: 'code-used' });
  if (code.expires <= now) return refuse({ kind: 'code-expired' });
  const place = code.division === undefined ? {} : { division: code.division };
  return accept({
    type: 'group-bound',
    v: 1,
    group: command.group,
    code: code.id,
    purpose: code.purpose,
    ...place,
  });
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
  return told.reachable === reachable
    ? accept()
    : accept({ type: 'reach-changed', v: 1, member, reachable, why });
}
