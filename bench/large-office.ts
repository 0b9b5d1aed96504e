/** An office of many people whose plan nobody answered for months. */
import { type Agency, emptyAgency } from '../src/domain/agency.ts';
import { addDays, type Day, type Instant, instantOf } from '../src/domain/calendar.ts';
import type { Entry } from '../src/domain/entry.ts';
import type { DomainEvent, RoleIn } from '../src/domain/event.ts';
import { evolveAll } from '../src/domain/evolve.ts';
import { decideSend, sendsAt } from '../src/domain/sends.ts';
import { openOfficePlan } from './office.ts';

const A_DIVISION = 10;
const MORNING = 8 * 60 + 45;
const FIRST = '2026-01-05';
const LAST = '2026-05-04';
/** Fewer than it wants from April on. */
const A_MONTH = 300;
const RESERVE = 30;

export interface LargeOffice {
  readonly people: number;
  readonly entries: readonly Entry[];
  readonly agency: Agency;
  /** The next morning. */
  readonly now: Instant;
}

/** Reminded on every morning, as far as the month's messages went. */
export function aLargeOffice(): LargeOffice {
  const entries: Entry[] = [];
  let agency = emptyAgency('office');
  const keep = (events: readonly DomainEvent[], at: Instant) => {
    const by = { kind: 'clock' as const };
    const first = entries.length + 1;
    const fresh = events.map((event, index) => ({
      seq: first + index,
      at,
      kept: at,
      by,
      cause: null,
      event,
    }));
    entries.push(...fresh);
    agency = evolveAll(agency, fresh);
  };
  const planned = openOfficePlan().flatMap(({ event }) => (event.type === 'item-reported' ? [] : [event]));
  keep([...planned, ...joining(planned)], instantOf(FIRST));
  let left = A_MONTH;
  for (let day: Day = FIRST; day <= LAST; day = addDays(day, 1)) {
    if (day.endsWith('-01')) left = A_MONTH;
    const at = instantOf(day, MORNING);
    const { send } = sendsAt(agency, at, { left, reserve: RESERVE }, new Map());
    left -= send.length;
    keep(
      send.flatMap((one) => decideSend(agency, one, { outbox: 'o', cost: 1 }, at)),
      at,
    );
  }
  const people = Object.keys(agency.members).length;
  return { people, entries, agency, now: instantOf(addDays(LAST, 1), MORNING) };
}

function joining(planned: readonly DomainEvent[]): DomainEvent[] {
  const divisions = planned.flatMap((event) => (event.type === 'agency-added' ? event.divisions : []));
  const roles: RoleIn[] = [
    ...divisions.flatMap(({ code: division }) =>
      Array.from({ length: A_DIVISION }, (_, index) => ({
        role: index === 0 ? ('head' as const) : ('staff' as const),
        division,
      })),
    ),
    ...Array.from({ length: 4 }, () => ({ role: 'coordinator' as const })),
    { role: 'executive', post: 'palad' },
    { role: 'executive', post: 'nayok' },
  ];
  return roles.map((role, index) => ({
    type: 'member-joined',
    v: 1,
    invite: `of-${index}`,
    member: `person-${index}`,
    roles: [role],
  }));
}
