import type { Agency } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { Command } from './command.ts';
import { accept, coordinatorOnly, type Decision, refuse } from './decision.ts';
import { known } from './known.ts';
import { holds } from './permission.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function askJoin(_agency: Agency, _command: Of<'ask-join'>, _now: Instant): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function approveJoin(_agency: Agency, _command: Of<'approve-join'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function refuseJoin(_agency: Agency, _command: Of<'refuse-join'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function changeRoles(_agency: Agency, _command: Of<'change-roles'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function leave(agency: Agency, command: Of<'leave' | 'erase-member'>): Decision {
  const { by, type } = command;
  const member = known(agency.members, command.member);
  const gone = type === 'erase-member' && known(agency.left, command.member) !== undefined;
  const own = by.kind === 'member' && by.member === command.member && member !== undefined;
  const no = own || (by.kind === 'clock' && gone) ? null : coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  if (member === undefined && !gone) return refuse({ kind: 'no-such-person' });
  const others = Object.values(agency.members).filter(({ id }) => id !== command.member);
  if (
    member !== undefined &&
    holds(member, 'coordinator') &&
    !others.some((one) => holds(one, 'coordinator'))
  )
    return refuse({ kind: 'last-coordinator' });
  const left = member === undefined ? [] : [{ type: 'member-left', v: 1, member: member.id } as const];
  const erased = { type: 'member-erased', v: 1, member: command.member } as const;
  return accept(...left, ...(type === 'erase-member' ? [erased] : []));
}
