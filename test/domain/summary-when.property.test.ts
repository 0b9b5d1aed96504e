/** Each month is summed up once, whatever becomes of its meetings: found out by random calendars, policies and outages. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agency } from '../../src/domain/agency.ts';
import { addDays, addMonths, dayOf, lastDayOf, monthOf, monthsBetween } from '../../src/domain/calendar.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { isReminderTime, nextReminderTime } from '../../src/domain/reminder.ts';
import { nextSummaryAt, summaryDue } from '../../src/domain/summary-when.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  clock,
  entriesOf,
  type Happening,
  happened,
  planClosed,
  planImported,
  planOpened,
  summaryPosted,
} from '../support/an-agency.ts';

const HOUR = 3_600_000;
const FROM = '2026-01-05';
/** January's time is over, February's has not come. */
const UNTIL = bangkok('2027-02-19 23:59');
const MONTHS = monthsBetween('2026-01', '2026-12');

/** At any hour of the day, the night too. */
const moment = fc
  .tuple(fc.integer({ min: 0, max: 360 }), fc.integer({ min: 0, max: 23 }))
  .map(([days, hour]) => bangkok(`${addDays(FROM, days)} ${String(hour).padStart(2, '0')}:10`));

/** A day of the month or its end; days off too. Half of them near the day that decides which month is meant. */
const meeting = fc
  .tuple(
    fc.constantFrom(...MONTHS, '2027-01'),
    fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 17, max: 25 })),
  )
  .map(([month, date]) => {
    const day = `${month}-${String(date).padStart(2, '0')}`;
    return day > lastDayOf(month) ? lastDayOf(month) : day;
  });

const change = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ at: moment, meetings: fc.array(meeting, { minLength: 1, maxLength: 6 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      at: moment,
      summary: fc.constantFrom('first-working-day' as const, 'before-meeting' as const),
    }),
  },
);

interface Outage {
  readonly from: number;
  readonly until: number;
}

/** Over before the year is; two of them last less than three months. */
const outage = fc
  .tuple(fc.integer({ min: 0, max: 24 * 280 }), fc.integer({ min: 1, max: 24 * 40 }))
  .map(([hour, hours]): Outage => {
    const from = bangkok(`${FROM} 09:00`) + hour * HOUR;
    return { from, until: from + hours * HOUR };
  });

const offices = (outages: fc.Arbitrary<Outage[]>) =>
  fc.record({
    opened: fc.integer({ min: 0, max: 60 }),
    closed: fc.option(fc.integer({ min: 61, max: 330 })),
    first: fc.constantFrom('first-working-day' as const, 'before-meeting' as const),
    meetings: fc.array(meeting, { maxLength: 14 }),
    changes: fc.array(change, { maxLength: 12 }),
    outages,
  });

type Office = typeof offices extends (outages: never) => fc.Arbitrary<infer T> ? T : never;

const policySet = (summary: 'first-working-day' | 'before-meeting', at: number) =>
  happened({ type: 'policy-set', v: 1, policy: { ...DEFAULT_POLICY, summary } }, { at });
/** The last one of a month counts, as in the ledger. */
const meetingsSet = (days: readonly string[], at: number) =>
  happened({ type: 'meetings-set', v: 1, days: [...days] }, { at });

function happeningsOf({ opened, closed, first, meetings, changes }: Office): Happening[] {
  const open = bangkok(`${addDays(FROM, opened)} 10:00`);
  const end = closed === null ? [] : [planClosed(2569, bangkok(`${addDays(FROM, closed)} 15:00`))];
  return [
    policySet(first, bangkok(`${FROM} 08:30`)),
    ...(meetings.length === 0 ? [] : [meetingsSet(meetings, bangkok(`${FROM} 08:30`))]),
    planOpened(2569, open),
    ...end,
    ...changes.map((one) =>
      'summary' in one ? policySet(one.summary, one.at) : meetingsSet(one.meetings, one.at),
    ),
  ];
}

interface Posted {
  readonly month: string;
  readonly at: number;
}

/** Lives through the year as the server does: looks when something happened and when it wanted to be woken. */
function live(office: Office): { readonly posted: readonly Posted[]; readonly agency: Agency } {
  const up = (at: number): number => {
    const down = office.outages.find(({ from, until }) => from <= at && at < until);
    return down === undefined ? at : up(down.until);
  };
  const coming = happeningsOf(office)
    .map((one) => ({ ...one, at: up(one.at), kept: up(one.at) }))
    .sort((a, b) => a.at - b.at);
  const posted: Posted[] = [];
  let agency = agencyOf(...aStaffedOffice(), planImported());
  const fold = (one: Happening) => {
    const [entry] = entriesOf([one], agency.version);
    if (entry !== undefined) agency = evolve(agency, entry);
  };
  let wake: number | null = null;
  const look = (now: number) => {
    const month = summaryDue(agency, now);
    if (month !== null) {
      expect(isReminderTime(agency, now)).toBe(true);
      posted.push({ month, at: now });
      fold({ ...summaryPosted(month, now), by: clock });
    }
    const next = nextSummaryAt(agency, now);
    const busy = next !== null && next <= now;
    wake = busy ? nextReminderTime(agency, isReminderTime(agency, now) ? now + HOUR : now) : next;
  };
  for (;;) {
    const [happens] = coming;
    const woken: number = wake === null ? Number.POSITIVE_INFINITY : up(wake);
    const now = Math.min(woken, happens?.at ?? Number.POSITIVE_INFINITY);
    if (now > UNTIL) return { posted, agency };
    if (happens !== undefined && happens.at === now) {
      coming.shift();
      fold(happens);
    }
    look(now);
  }
}

/** From its 20th on, before the 20th of the next. */
const spanOf = (month: string): Outage => ({
  from: bangkok(`${month}-20 00:00`),
  until: bangkok(`${addMonths(month, 1)}-20 00:00`),
});

/** The months in which the plan was open, by the ledger. */
function monthsOpen({ plans }: Agency): string[] {
  const { opened = null, closed = null } = plans[2569] ?? {};
  if (opened === null) return [];
  const last = closed === null ? '2027-01' : monthOf(closed);
  return monthsBetween(monthOf(opened), last);
}

const quiet = fc.constant<Outage[]>([]);

describe('every month of a plan is summed up', () => {
  it('exactly once, in its own time, however the meetings are set and moved and the policy is switched', () => {
    fc.assert(
      fc.property(offices(quiet), (office) => {
        const { posted, agency } = live(office);
        expect(posted.map(({ month }) => month)).toEqual(monthsOpen(agency));
        for (const { month, at } of posted) {
          const { from, until } = spanOf(month);
          expect(at, `${month} on ${dayOf(at)}`).toBeGreaterThanOrEqual(from);
          expect(at, `${month} on ${dayOf(at)}`).toBeLessThan(until);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('once when the server is up again, and lost only when its whole time passed without one', () => {
    fc.assert(
      fc.property(offices(fc.array(outage, { maxLength: 2 })), (office) => {
        const { posted, agency } = live(office);
        const months = posted.map(({ month }) => month);
        expect(months).toEqual([...new Set(months)].sort());
        for (const { month, at } of posted) expect(at).toBeGreaterThanOrEqual(spanOf(month).from);
        const outlasted = (month: string) =>
          office.outages.some(
            ({ from, until }) =>
              from < spanOf(month).until && nextReminderTime(agency, until) >= spanOf(month).until,
          );
        const open = monthsOpen(agency);
        for (const month of open) if (!outlasted(month)) expect(months).toContain(month);
        // Of several the last: after an outage at least one is told.
        expect(months.at(-1)).toBe(open.at(-1));
      }),
      { numRuns: 300 },
    );
  });
});
