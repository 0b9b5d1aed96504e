/** โอนงาน: all that one person sees to, another sees to from now on. */
import type { Agency, Item, Member } from './agency.ts';
import type { Command } from './command.ts';
import { isCoordinator, mayBeGiven } from './decide-responsibility.ts';
import { accept, type Decision, refuse, strangerRefusal } from './decision.ts';
import type { Actor } from './entry.ts';
import type { DomainEvent } from './event.ts';
import { known } from './known.ts';
import { divisionsHeaded, divisionsOf } from './permission.ts';
import type { Refusal } from './refusal.ts';
import { isEmpty, type Work, workOf } from './work.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * A coordinator hands over anybody's work to anybody; a head that of his division within it; everybody his own to a
 * colleague of the division. First what changes, an entry each; last a receipt that counts it.
 */
export function handOver(agency: Agency, command: Of<'hand-over'>): Decision {
  const { by } = command;
  const stranger = strangerRefusal(agency, by);
  if (stranger !== null) return refuse(stranger);
  const [from, to] = [known(agency.members, command.from), known(agency.members, command.to)];
  if (from === undefined || to === undefined) return refuse({ kind: 'no-such-person' });
  if (from.id === to.id) return refuse({ kind: 'same-person' });
  const within = divisionsOpen(agency, by, from, to);
  if (within !== null && 'kind' in within) return refuse(within);
  if (!mayBeGiven(to)) return refuse({ kind: 'reads-only', member: to.id });
  const work = workIn(agency, workOf(agency, from.id), within);
  const events = isEmpty(work) ? [] : moved(agency, work, from.id, to);
  if (events.length === 0) return refuse({ kind: 'nothing-to-hand-over', member: from.id });
  return accept(...events, {
    type: 'work-handed-over',
    v: 1,
    from: from.id,
    to: to.id,
    items: events.flatMap((event) => (event.type === 'item-assigned' ? [event.item] : [])),
    receives: events.flatMap((event) => (event.type === 'receivers-set' ? [event.division] : [])),
  });
}

/** The divisions whose work the actor may move between the two; null = all of them. */
function divisionsOpen(
  agency: Agency,
  by: Actor,
  from: Member,
  to: Member,
): readonly string[] | Refusal | null {
  if (isCoordinator(agency, by)) return null;
  const actor = by.kind === 'member' ? known(agency.members, by.member) : undefined;
  if (actor === undefined) return { kind: 'not-a-member' };
  const [his, theirs] = [divisionsOf(from), divisionsOf(to)];
  const open = actor.id === from.id ? his : his.filter((code) => divisionsHeaded(actor).includes(code));
  const [division] = open;
  if (division === undefined) {
    if (divisionsHeaded(actor).length === 0 || his.length === 0)
      return { kind: 'not-permitted', who: ['coordinator', 'head'] };
    return { kind: 'not-your-division', divisions: his };
  }
  const shared = open.filter((code) => theirs.includes(code));
  return shared.length > 0 ? shared : { kind: 'not-in-division', member: to.id, division };
}

function workIn(agency: Agency, work: Work, within: readonly string[] | null): Work {
  if (within === null) return work;
  return {
    named: work.named.filter(({ divisions }) => divisions.some((code) => within.includes(code))),
    divisions: work.divisions.filter(({ division }) => within.includes(division)),
    deputyOf: work.deputyOf.filter((id) => {
      const member = known(agency.members, id);
      return member !== undefined && divisionsOf(member).some((code) => within.includes(code));
    }),
  };
}

function moved(agency: Agency, work: Work, from: string, to: Member): DomainEvent[] {
  const items = new Map<string, Pick<Item, 'person' | 'deputy'>>();
  for (const { id, person, deputy } of work.named) items.set(id, replaced({ person, deputy }, from, to.id));
  const receivers: DomainEvent[] = [];
  for (const { division, chosen, items: his } of work.divisions) {
    const others = (agency.receivers[division] ?? []).filter((id) => id !== from && id !== to.id);
    const colleague = divisionsOf(to).includes(division);
    const members = colleague ? [to.id, ...others] : others;
    // Somebody of elsewhere cannot receive for the division: what is there now is given to him by name.
    if (!colleague) for (const { id } of his) items.set(id, { person: to.id, deputy: null });
    if (colleague || chosen) receivers.push({ type: 'receivers-set', v: 1, division, members });
  }
  return [
    ...[...items].map(([item, given]): DomainEvent => ({ type: 'item-assigned', v: 1, item, ...given })),
    ...receivers,
    ...work.deputyOf.map(
      (member): DomainEvent => ({
        type: 'deputy-set',
        v: 1,
        member,
        deputy: member === to.id ? null : to.id,
      }),
    ),
  ];
}

/** Who was the deputy already becomes the person alone. */
function replaced({ person, deputy }: Pick<Item, 'person' | 'deputy'>, from: string, to: string) {
  const [now, second] = [person === from ? to : person, deputy === from ? to : deputy];
  return { person: now, deputy: second === now ? null : second };
}
