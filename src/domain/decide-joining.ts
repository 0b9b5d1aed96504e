import type { Agency } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { Command } from './command.ts';
import { accept, coordinatorOnly, type Decision, refuse } from './decision.ts';
import { known } from './known.ts';
import { refuseRoles } from './role.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** A general code that got about must not fill the store with strangers. */
export const MOST_WAITING = 100;

/** Somebody shows a general code. That he asked before is known beside the ledger only. */
export function askJoin(agency: Agency, { by, request, invite: id }: Of<'ask-join'>, now: Instant): Decision {
  if (by.kind === 'member' && known(agency.members, by.member) !== undefined)
    return refuse({ kind: 'already-member' });
  const invite = known(agency.invites, id);
  if (invite === undefined || !invite.general) return refuse({ kind: 'code-unknown' });
  if (invite.expires <= now) return refuse({ kind: 'code-expired' });
  if (Object.keys(agency.requests).length >= MOST_WAITING) return refuse({ kind: 'too-many-waiting' });
  return accept({ type: 'join-asked', v: 1, request, invite: id });
}

/** `member` is new, or somebody who became one while he waited: then he gains the roles. */
export function approveJoin(agency: Agency, command: Of<'approve-join'>): Decision {
  const { by, request: id, member, roles } = command;
  const no = coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  const request = known(agency.requests, id);
  if (request === undefined) return refuse({ kind: 'no-such-request' });
  const wrong = refuseRoles(agency, roles);
  if (wrong !== null) return refuse(wrong);
  return accept({
    type: 'member-joined',
    v: 1,
    member,
    invite: request.invite,
    roles: [...roles],
    request: id,
  });
}

/** By the clock: nobody decided it in time. */
export function refuseJoin(agency: Agency, { by, request }: Of<'refuse-join'>): Decision {
  const no = by.kind === 'clock' ? null : coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  return known(agency.requests, request) === undefined
    ? refuse({ kind: 'no-such-request' })
    : accept({ type: 'join-refused', v: 1, request });
}
