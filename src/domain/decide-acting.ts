/** รักษาราชการแทน: who stands in for whom, from one day to another. */
import { ownRoles, sameRole } from './acting.ts';
import type { Acting, Agency } from './agency.ts';
import { addDays, type Day, dayOf, type Instant } from './calendar.ts';
import type { Command } from './command.ts';
import { accept, coordinatorOnly, type Decision, refuse, strangerRefusal } from './decision.ts';
import type { DomainEvent, RoleIn } from './event.ts';
import { known } from './known.ts';
import type { Refusal } from './refusal.ts';
import { refuseRoles } from './role.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** An appointment is for weeks or months: a longer one, or one that begins later, is a slip of the pen. */
const LONGEST_DAYS = 366;

/**
 * One appointment of a role: said anew for days that overlap it takes the place of the one before, so that a wrong date
 * is put right by saying it again. Refused: staff's role (nobody stands in for it), an executive's without his post, a
 * span that is over, turned round or longer than a year, days on which somebody else stands in.
 */
export function setActing(agency: Agency, command: Of<'set-acting'>, now: Instant): Decision {
  const { acting, role, from, until } = command;
  const no = coordinatorOnly(agency, command.by);
  if (no !== null) return refuse(no);
  const member = known(agency.members, command.member);
  if (member === undefined) return refuse({ kind: 'no-such-person' });
  const wrong = refuseActed(agency, role) ?? refuseSpan(from, until, dayOf(now));
  if (wrong !== null) return refuse(wrong);
  if (ownRoles(member, dayOf(now)).some((held) => sameRole(held, role))) return accept();
  const taken = takenBy(agency, member.id, command);
  if (taken !== null) return refuse(taken);
  const before = member.acting.filter((one) => sameRole(one.role, role) && overlaps(one, { from, until }));
  if (before.some((one) => one.from === from && one.until === until)) return accept();
  const ended = before.map(({ id }): DomainEvent => ({ type: 'acting-ended', v: 1, acting: id }));
  return accept(...ended, { type: 'acting-set', v: 1, acting, member: member.id, role, from, until });
}

/** By a coordinator, or by the one who acts. What is over by itself cannot be ended. */
export function endActing(agency: Agency, command: Of<'end-acting'>, now: Instant): Decision {
  const { by, acting } = command;
  const stranger = strangerRefusal(agency, by);
  if (stranger !== null) return refuse(stranger);
  const holder = Object.values(agency.members).find((member) =>
    member.acting.some(({ id, until }) => id === acting && until >= dayOf(now)),
  );
  const own = by.kind === 'member' && by.member === holder?.id;
  const no = own ? null : coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  if (holder === undefined) return refuse({ kind: 'no-such-acting' });
  return accept({ type: 'acting-ended', v: 1, acting });
}

function refuseActed(agency: Agency, role: RoleIn): Refusal | null {
  if (role.role === 'staff') return { kind: 'role-needed' };
  if (role.role === 'executive' && role.post === undefined) return { kind: 'role-needed' };
  return refuseRoles(agency, [role]);
}

function refuseSpan(from: Day, until: Day, today: Day): Refusal | null {
  const sensible =
    from <= until &&
    until >= today &&
    until <= addDays(from, LONGEST_DAYS) &&
    from <= addDays(today, LONGEST_DAYS);
  return sensible ? null : { kind: 'span-wrong', from, until };
}

/** One person at a time stands in for somebody; of coordinators there may be several. */
function takenBy(agency: Agency, member: string, command: Of<'set-acting'>): Refusal | null {
  if (command.role.role === 'coordinator') return null;
  for (const other of Object.values(agency.members)) {
    if (other.id === member) continue;
    const one = other.acting.find(
      ({ role, ...days }) => sameRole(role, command.role) && overlaps(days, command),
    );
    if (one !== undefined) return { kind: 'acting-taken', member: other.id, until: one.until };
  }
  return null;
}

function overlaps(one: Pick<Acting, 'from' | 'until'>, other: Pick<Acting, 'from' | 'until'>): boolean {
  return one.from <= other.until && other.from <= one.until;
}
