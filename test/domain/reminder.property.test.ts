/** What holds for every plan and every rhythm of waking, found out by random plans and random sleeps. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agency } from '../../src/domain/agency.ts';
import { emptyAgency } from '../../src/domain/agency.ts';
import { addDays, dayOf, instantOf, isWorkingDay } from '../../src/domain/calendar.ts';
import { finishDue } from '../../src/domain/due.ts';
import { daysOffOf } from '../../src/domain/holidays.ts';
import { dueReminders, isReminderTime, nextReminderAt, nextReminderTime } from '../../src/domain/reminder.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  measure,
  oItem,
  planImported,
  planOpened,
} from '../support/an-agency.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const day = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((n) => addDays(from, n));

const items = fc.array(
  fc.oneof(
    fc.constant({ end: null, start: null, followUp: { cadence: 'none' as const } }),
    fc
      .record({ start: day('2025-10-01', 250), length: fc.integer({ min: 0, max: 150 }) })
      .chain(({ start, length }) =>
        fc.record({
          start: fc.option(fc.constant(start)),
          end: fc.constant(addDays(start, length)),
          followUp: fc.oneof(
            fc.constant({ cadence: 'none' as const }),
            fc.constant({ cadence: 'monthly' as const }),
            fc.record({
              cadence: fc.constant('date' as const),
              dueDate: day('2025-10-01', 400),
            }),
            fc.record({
              cadence: fc.constant('named-months' as const),
              reportMonths: fc.uniqueArray(
                fc.constantFrom('2025-12', '2026-02', '2026-04', '2026-05', '2026-10'),
              ),
            }),
          ),
        }),
      ),
  ),
  { minLength: 1, maxLength: 5 },
);

/** An office with a plan opened at some hour of the year, measures of all kinds, and one O-item. */
const agencies = fc
  .record({ items, opened: fc.integer({ min: 0, max: 200 * 24 }), oitDue: day('2026-03-01', 120) })
  .map(({ items: written, opened, oitDue }) =>
    agencyOf(
      ...aStaffedOffice(),
      planImported(2569, oitDue),
      ...written.map((words, index) => measure(`m${index + 1}`, { number: index + 1, ...words })),
      oItem('o1'),
      planOpened(2569, bangkok('2025-10-01 00:00') + opened * HOUR),
    ),
  );

const FIRST = bangkok('2025-10-01 00:00');
const LAST = bangkok('2026-12-01 12:00');

interface Told {
  readonly at: number;
  readonly key: string;
}

/** Lives through moments in order, as the flow does: the mark moves only in reminder time. */
function live(agency: Agency, moments: Iterable<number>, from = FIRST): Told[] {
  const told: Told[] = [];
  let mark = from;
  for (const at of moments) {
    if (!isReminderTime(emptyAgency('office'), at)) continue;
    for (const { member, lines } of dueReminders(agency, mark, at)) {
      for (const { item, due, date, step } of lines) {
        told.push({ at, key: `${member} ${item} ${due} ${date} ${step}` });
      }
    }
    mark = Math.max(mark, at);
  }
  return told;
}

/** 08:45 of every working day of the span. */
const MORNINGS: readonly number[] = Array.from(
  { length: Math.ceil((LAST - FIRST) / DAY) },
  (_none, n) => FIRST + n * DAY + 525 * 60_000,
).filter((at) => isReminderTime(emptyAgency('office'), at));

/** A year is long: fewer plans are tried where each is lived through morning by morning. */
const A_YEAR_EACH = { numRuns: 40 };

/** Wakes only when the bot says it must. */
function* onlyWhenDue(agency: Agency): Generator<number> {
  let mark = FIRST;
  for (let guard = 0; guard < 5000; guard += 1) {
    const next = nextReminderAt(agency, mark);
    if (next === null) return;
    mark = nextReminderTime(emptyAgency('office'), next);
    if (mark > LAST) return;
    yield mark;
  }
  throw new Error('5000 wake-ups in a year: the next moment does not move forward.');
}

describe('for any plan', () => {
  const sleeps = fc.array(fc.integer({ min: 1, max: 20 * 24 * 60 }), { minLength: 1, maxLength: 200 });

  it('nothing is said twice, however long or short the bot sleeps', () => {
    fc.assert(
      fc.property(agencies, sleeps, (agency, minutes) => {
        let at = FIRST;
        const moments = minutes.map((pause) => {
          at += pause * 60_000;
          return at;
        });
        const keys = live(agency, moments).map((one) => one.key);
        expect(keys).toHaveLength(new Set(keys).size);
      }),
    );
  });

  it('waking once after a sleep says the last of what was missed, as if it had woken every morning', () => {
    fc.assert(
      fc.property(agencies, fc.nat({ max: 420 }), fc.nat({ max: 60 }), (agency, start, length) => {
        const from = nextReminderTime(emptyAgency('office'), FIRST + start * DAY);
        const to = nextReminderTime(emptyAgency('office'), from + length * DAY);
        // Of the reports an item owes, the newest speaks for those before it, and a finish of the same day for all.
        const finishing = new Set(
          live(agency, [to], from).flatMap(({ key }) =>
            key.includes(' finish ') ? key.split(' finish ')[0] : [],
          ),
        );
        const lastOf = (told: readonly Told[]) =>
          new Map(
            told
              .filter(({ key }) => !finishing.has(key.split(' report ')[0]))
              .map(({ key }) => {
                const [member, item, due, date] = key.split(' ');
                return [due === 'report' ? `${member} ${item}` : `${member} ${item} ${date}`, key];
              }),
          );
        const mornings = MORNINGS.filter((at) => at > from && at <= to);
        expect(lastOf(live(agency, [to], from))).toEqual(lastOf(live(agency, [...mornings, to], from)));
      }),
      A_YEAR_EACH,
    );
  });

  it('waking only when nextReminderAt says so misses nothing that waking every morning finds', () => {
    fc.assert(
      fc.property(agencies, (agency) => {
        expect(live(agency, onlyWhenDue(agency))).toEqual(live(agency, MORNINGS));
      }),
      A_YEAR_EACH,
    );
  });

  it('nextReminderAt lies in the future, at a time people may be reminded, and has something to say', () => {
    fc.assert(
      fc.property(agencies, fc.integer({ min: FIRST, max: LAST }), (agency, from) => {
        const next = nextReminderAt(agency, from);
        if (next === null) return;
        expect(next).toBeGreaterThan(from);
        expect(isReminderTime(emptyAgency('office'), next)).toBe(true);
        expect(dueReminders(agency, from, next)).not.toEqual([]);
        if (isReminderTime(emptyAgency('office'), next - 60_000))
          expect(dueReminders(agency, from, next - 60_000)).toEqual([]);
      }),
    );
  });

  it('every finish due is spoken of before or on its day, if there was a working morning since the opening', () => {
    fc.assert(
      fc.property(agencies, (agency) => {
        const told = live(agency, MORNINGS);
        const opened = agency.plans[2569]?.opened ?? 0;
        for (const item of Object.values(agency.items)) {
          const due = finishDue(agency, item);
          if (due === null) continue;
          const mornings = MORNINGS.filter((at) => at > opened && dayOf(at) <= due);
          const begun =
            item.period.start === null
              ? mornings
              : mornings.filter((at) => at >= instantOf(item.period.start ?? ''));
          if (begun.length === 0) continue;
          const spoken = told.some(
            ({ at, key }) => key.includes(` ${item.id} finish ${due} `) && dayOf(at) <= due,
          );
          expect(spoken, `${item.id}, due ${due}`).toBe(true);
        }
      }),
      A_YEAR_EACH,
    );
  });

  it('nobody is reminded on a day off or outside office hours', () => {
    fc.assert(
      fc.property(agencies, fc.integer({ min: FIRST, max: LAST }), (agency, at) => {
        const minutes = Math.floor(((at + 7 * HOUR) % DAY) / 60_000);
        const allowed =
          isWorkingDay(dayOf(at), daysOffOf(emptyAgency('office'))) && minutes >= 525 && minutes < 990;
        if (!allowed) expect(dueReminders(agency, FIRST, at)).toEqual([]);
      }),
    );
  });
});
