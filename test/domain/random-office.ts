/** Any office: its people, its plan, what was answered, put off and asked, who is away, and who acts for whom. */
import fc from 'fast-check';
import { agencyOn } from '../../src/domain/acting.ts';
import type { Agency } from '../../src/domain/agency.ts';
import { addDays, type Day, dayOf, HOUR_MS, type Instant, instantOf } from '../../src/domain/calendar.ts';
import type { DomainEvent, RoleIn } from '../../src/domain/event.ts';
import { afterEvents, decideSend, sendsAt } from '../../src/domain/sends.ts';
import {
  agencyOf,
  aStaffedOffice,
  type Happening,
  happened,
  joined,
  measure,
  oItem,
  planImported,
  planOpened,
  reported,
} from '../support/an-agency.ts';
import { acknowledged, asked, snoozed } from './doings.ts';

/** An office as it is at a moment in working hours, whose last weeks were lived with few messages. */
export interface RandomOffice {
  readonly agency: Agency;
  readonly now: Instant;
}

const FIRST = '2026-01-05';
const MORNING = 8 * 60 + 45;

const PEOPLE: Readonly<Record<string, readonly RoleIn[]>> = {
  'finance-second': [{ role: 'staff', division: 'finance' }],
  'finance-third': [{ role: 'staff', division: 'finance' }],
  'works-second': [{ role: 'staff', division: 'works' }],
  'education-head': [{ role: 'head', division: 'education' }],
  'second-coordinator': [{ role: 'coordinator' }, { role: 'staff', division: 'works' }],
  palad: [{ role: 'executive', post: 'palad' }],
  nayok: [{ role: 'executive', post: 'nayok' }],
};
const DIVISIONS = [['finance'], ['works'], ['education'], ['finance', 'works'], ['audit'], []] as const;

const who = fc.constantFrom(
  'finance-staff',
  'finance-head',
  'works-staff',
  'works-head',
  'coordinator',
  ...Object.keys(PEOPLE),
);
const dayFrom = (first: Day, days: number) => fc.integer({ min: 0, max: days }).map((n) => addDays(first, n));

const items = fc.array(
  fc.record({
    oit: fc.boolean(),
    divisions: fc.constantFrom(...DIVISIONS),
    start: fc.option(dayFrom('2025-12-01', 120)),
    length: fc.integer({ min: 0, max: 120 }),
    monthly: fc.boolean(),
  }),
  { minLength: 3, maxLength: 12 },
);

type Act = (item: string, member: string, other: string, at: Instant) => DomainEvent | Happening;
const DAY_MS = 24 * HOUR_MS;

const ACTS: readonly Act[] = [
  (item, by, _other, at) => reported(item, 'done', { by, at }),
  (item, by, _other, at) => reported(item, 'in_progress', { by, at }),
  (item, by, _other, at) => acknowledged([item], { by, at }),
  (item, by, _other, at) => asked(item, `x-${at}`, '2026-12-01', { by, at }),
  (item, by, _other, at) => snoozed([item], `z-${at}`, dayOf(at + 9 * DAY_MS), { by, at }),
  (_item, member) => ({ type: 'reach-changed', v: 1, member, reachable: false, why: 'blocked' }),
  (_item, member, deputy) => ({ type: 'deputy-set', v: 1, member, deputy }),
  (item, person, deputy) => ({ type: 'item-assigned', v: 1, item, person, deputy }),
  (_item, one, other) => ({ type: 'receivers-set', v: 1, division: 'finance', members: [one, other] }),
  (item, member, _other, at) =>
    acting(member, { role: 'head', division: 'finance' }, `a-${item}-${at}`, at, 5),
  (item, member, _other, at) =>
    acting(member, { role: 'staff', division: 'works' }, `a-${item}-${at}`, at, 12),
  (item, member, _other, at) => acting(member, { role: 'coordinator' }, `a-${item}-${at}`, at, 20),
];

function acting(member: string, role: RoleIn, id: string, at: Instant, days: number): DomainEvent {
  const from = dayOf(at + 6 * DAY_MS);
  return { type: 'acting-set', v: 1, acting: id, member, role, from, until: addDays(from, days) };
}

const acts = fc.array(
  fc.record({
    act: fc.constantFrom(...ACTS),
    item: fc.integer({ min: 0, max: 11 }),
    member: who,
    other: who,
    day: fc.integer({ min: 0, max: 90 }),
  }),
  { maxLength: 10 },
);

export const offices: fc.Arbitrary<RandomOffice> = fc
  .record({
    items,
    acts,
    oitDue: dayFrom('2026-02-01', 90),
    days: fc.integer({ min: 10, max: 120 }),
    hour: fc.constantFrom(7, 9, 10, 15, 18),
    lived: fc.integer({ min: 0, max: 10 }),
    left: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ items: written, acts: all, oitDue, days, hour, lived, left }) => {
    const now = instantOf(addDays(FIRST, days), hour * 60);
    const happenings = [
      ...aStaffedOffice(),
      ...Object.entries(PEOPLE).flatMap(([id, roles]) => joined(id, roles)),
      planImported(2569, oitDue),
      ...written.map(({ oit, divisions, start, length, monthly }, index) =>
        oit
          ? oItem(`i${index}`, { number: index + 1, divisions: [...divisions] })
          : measure(`i${index}`, {
              number: index + 1,
              divisions: [...divisions],
              start,
              end: start === null ? null : addDays(start, length),
              followUp: { cadence: monthly ? 'monthly' : 'none' },
            }),
      ),
      planOpened(2569),
      ...all.flatMap(({ act, item, member, other, day }) => {
        const at = instantOf(addDays(FIRST, Math.min(day, days - 1)), 11 * 60);
        const one = act(`i${item % written.length}`, member, other, at);
        return 'event' in one ? [one] : [happened(one, { at })];
      }),
    ].sort((a, b) => a.kept - b.kept);
    return { agency: livedIn(agencyOf(...happenings), addDays(FIRST, days), lived, left), now };
  });

/** Once it was reminded on the mornings before a day, as far as the messages went. */
function livedIn(agency: Agency, until: Day, days: number, messages: number): Agency {
  let state = agency;
  let left = messages;
  for (let before = days; before > 0; before -= 1) {
    const day = addDays(until, -before);
    const at = instantOf(day, MORNING);
    const today = agencyOn(state, day);
    const { send } = sendsAt(today, at, { left, reserve: 5 }, new Map());
    left -= send.length;
    const events = send.flatMap((one) => decideSend(today, one, { outbox: 'o', cost: 1 }, at));
    state = afterEvents(state, events, at);
  }
  return state;
}
