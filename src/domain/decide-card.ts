import type { Agency } from './agency.ts';
import type { Instant } from './calendar.ts';
import { toldToday } from './card.ts';
import type { Command } from './command.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { known } from './known.ts';
import { cardReaders } from './matters.ts';
import { holds } from './permission.ts';

/**
 * A coordinator is told what waits for him, or who reads his card while LINE reaches none: with one or more matters, once
 * a day.
 */
export function sendCard(
  agency: Agency,
  { member: id, matters, outbox, cost }: Extract<Command, { type: 'send-card' }>,
  now: Instant,
): Decision {
  if (matters.length === 0) return refuse({ kind: 'nothing-to-say' });
  const member = known(agency.members, id);
  if (member === undefined) return refuse({ kind: 'not-a-member' });
  const reads = holds(member, 'coordinator') || cardReaders(agency).some((reader) => reader.id === id);
  if (!reads) return refuse({ kind: 'not-permitted', who: ['coordinator'] });
  if (toldToday(agency, id, now)) return refuse({ kind: 'card-sent' });
  const paid = cost === undefined ? {} : { cost };
  return accept({ type: 'card-sent', v: 1, member: id, matters: [...matters], outbox, ...paid });
}
