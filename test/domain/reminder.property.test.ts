/** What holds for every plan and every rhythm of waking, found out by random plans and random sleeps. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAgency } from '../../src/domain/agency.ts';
import { addDays, addWorkingDays, dayOf, isWorkingDay } from '../../src/domain/calendar.ts';
import { finishDue } from '../../src/domain/due.ts';
import { refsOf, untoldExtensions } from '../../src/domain/extension.ts';
import { forecast } from '../../src/domain/forecast.ts';
import { daysOffOf } from '../../src/domain/holidays.ts';
import { divisionsLeft } from '../../src/domain/item.ts';
import { receiversOf } from '../../src/domain/receivers.ts';
import { isReminderTime } from '../../src/domain/reminder.ts';
import { wasReminded } from '../../src/domain/said.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  type Happening,
  happened,
  joined,
  measure,
  member as memberOf,
  oItem,
  planImported,
  planOpened,
  reported,
} from '../support/an-agency.ts';
import { lineWords, live, liveWhenDue, living, mornings, type Said } from './diary.ts';
import { acknowledged, asked } from './doings.ts';

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

/** An office with a plan opened at some hour of the year, measures of all kinds, a shared one, and one O-item. */
const offices = fc
  .record({
    items,
    opened: fc.tuple(fc.integer({ min: 0, max: 200 }), fc.constantFrom(0, 8, 17, 23)),
    oitDue: day('2026-03-01', 120),
  })
  .map(({ items: written, opened: [days, hours], oitDue }): Happening[] => [
    ...aStaffedOffice(),
    ...joined('nayok', [{ role: 'executive', post: 'nayok' }]),
    planImported(2569, oitDue),
    ...written.map((words, index) =>
      measure(`m${index + 1}`, {
        number: index + 1,
        divisions: index === 0 ? ['finance', 'works'] : ['finance'],
        ...words,
      }),
    ),
    oItem('o1'),
    planOpened(2569, FIRST + days * DAY + hours * HOUR),
  ])
  .map((office) => office.map((one) => (one.event.type === 'plan-opened' ? one : { ...one, kept: FIRST })));

const ACTS = [
  'in_progress',
  'done',
  'read',
  'asked',
  'granted',
  'refused',
  'gone',
  'back',
  'head gone',
  'head back',
] as const;
type Act = (typeof ACTS)[number];

/** What people do in a year, told as days after its first: answer, promise, ask for more time, be away and come back. */
const acts = fc.array(
  fc.record({
    item: fc.constantFrom('m1', 'm2', 'o1'),
    what: fc.constantFrom(...ACTS),
    days: fc.integer({ min: 0, max: 420 }),
  }),
  { maxLength: 8 },
);
function happenedOf(item: string, what: Act, at: number): Happening[] {
  switch (what) {
    case 'in_progress':
    case 'done':
      return [reported(item, what, { at })];
    case 'read':
      return [acknowledged([item], { at })];
    case 'asked':
      return [asked(item, `e-${at}`, '2027-01-01', { at })];
    case 'granted':
    case 'refused': {
      const decided = {
        extension: `e-${at}`,
        granted: what === 'granted',
        from: '2026-04-30',
        until: '2027-01-01',
      };
      const event = { type: 'extension-decided' as const, v: 1 as const, item, ...decided };
      const later = { at: at + 3 * DAY, by: memberOf('finance-head') };
      return [asked(item, decided.extension, decided.until, { at }), happened(event, later)];
    }
    case 'gone':
    case 'back':
    case 'head gone':
    case 'head back': {
      const who = what.startsWith('head') ? 'finance-head' : 'finance-staff';
      const reach = { reachable: what.endsWith('back'), why: 'wrote' as const };
      return [happened({ type: 'reach-changed', v: 1, member: who, ...reach }, { at })];
    }
  }
}

const years = fc
  .record({ office: offices, acts })
  .map(({ office, acts: all }) =>
    [
      ...office,
      ...all.flatMap(({ item, what, days }) => happenedOf(item, what, FIRST + days * DAY + 8 * HOUR)),
    ].sort((a, b) => a.kept - b.kept),
  );

const FIRST = bangkok('2025-10-01 00:00');
const LAST = bangkok('2026-12-01 12:00');
/** 08:45 of every day of the span. */
const MORNINGS = mornings('2025-10-01', '2026-12-01');
const OFF = daysOffOf(emptyAgency('office'));

/** A year is long: fewer are tried where each is lived through morning by morning. */
const A_YEAR_EACH = { numRuns: 30 };

const lineKeys = (said: readonly Said[]) =>
  said.flatMap(({ at, member, lines, extensions }) => [
    ...lines.map((line) => ({ at, key: `${member} ${line.item} ${line.date} ${lineWords(line)}` })),
    ...refsOf(extensions).map(({ item, extension }) => ({ at, key: `${member} ${item} ${extension}` })),
  ]);

/**
 * How a server lives: it wakes at some moment of a day, is away for days, and is killed and wakes again at once; its clock
 * may be wrong by some days for a while, less than a week in all.
 */
const lives = (clock: fc.Arbitrary<number>) =>
  fc
    .array(
      fc.record({
        asleep: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 21 })),
        minute: fc.integer({ min: 480, max: 1020 }),
        again: fc.boolean(),
        wrongBy: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, clock),
      }),
      { minLength: 50, maxLength: 250 },
    )
    .map((days) => {
      let now = FIRST;
      const moments: number[] = [];
      for (const { asleep, minute, again, wrongBy } of days) {
        now += asleep * DAY;
        const at = now + wrongBy * DAY + minute * 60_000;
        moments.push(at, ...(again ? [at, at + 1] : []));
      }
      return moments;
    });
const wrongClock = lives(fc.integer({ min: -3, max: 3 }));
const rightClock = lives(fc.constant(0));

describe('in any year, with outages, crashes and a clock that steps back and forth', () => {
  it('nothing is said twice', () => {
    fc.assert(
      fc.property(years, wrongClock, (history, moments) => {
        const keys = lineKeys(live(history, moments).said).map(({ key }) => key);
        expect(keys).toHaveLength(new Set(keys).size);
      }),
    );
  });

  it('nobody gets two messages a day', () => {
    fc.assert(
      fc.property(years, rightClock, (history, moments) => {
        const messages = live(history, moments).said.map(({ day: on, member }) => `${on} ${member}`);
        expect(messages).toHaveLength(new Set(messages).size);
      }),
    );
  });

  it('nobody is reminded on a day off or outside office hours', () => {
    fc.assert(
      fc.property(years, wrongClock, (history, moments) => {
        for (const { at } of live(history, moments).said) {
          const minutes = Math.floor(((at + 7 * HOUR) % DAY) / 60_000);
          expect(isWorkingDay(dayOf(at), OFF) && minutes >= 525 && minutes < 990).toBe(true);
        }
      }),
    );
  });

  it('no overdue item goes unmentioned to whoever answers for it', () => {
    fc.assert(
      fc.property(years, wrongClock, (history, moments) => {
        const office = living(history);
        const late = new Set<string>();
        for (const at of moments) {
          const said = office.wake(at);
          for (const { member, lines } of said)
            for (const { item, date } of lines) if (date < dayOf(at)) late.add(`${member} ${item} ${date}`);
          const agency = office.agency();
          if (!isReminderTime(agency, at)) continue;
          const opened = agency.plans[2569]?.opened ?? at;
          for (const item of Object.values(agency.items)) {
            const due = finishDue(agency, item);
            if (
              due === null ||
              at < opened ||
              dayOf(at) <= addWorkingDays(laterOf(due, dayOf(opened)), 1, OFF)
            )
              continue;
            for (const division of divisionsLeft(item))
              for (const { id } of receiversOf(agency, item, division)) {
                const told = late.has(`${id} ${item.id} ${due}`);
                const waits = agency.lastReminders[id];
                expect(
                  told || (waits !== undefined && dayOf(waits.at) === dayOf(at)),
                  `${id} of ${item.id}, due ${due}, on ${dayOf(at)}`,
                ).toBe(true);
              }
          }
        }
      }),
    );
  });

  it('nobody who decides on a later date, or asked for one, is left untold on a working day', () => {
    fc.assert(
      fc.property(years, rightClock, (history, moments) => {
        const office = living(history);
        for (const at of moments) {
          office.wake(at);
          const agency = office.agency();
          if (!isReminderTime(agency, at)) continue;
          for (const member of untoldExtensions(agency).keys())
            expect(wasReminded(agency, member, dayOf(at)), `${member} on ${dayOf(at)}`).toBe(true);
        }
      }),
    );
  });

  it('waking only when nextReminderAt says so misses nothing that waking every morning finds', () => {
    fc.assert(
      fc.property(years, (history) => {
        expect(
          lineKeys(liveWhenDue(history, FIRST, LAST))
            .map(({ key }) => key)
            .sort(),
        ).toEqual(
          lineKeys(live(history, MORNINGS).said)
            .map(({ key }) => key)
            .sort(),
        );
      }),
      A_YEAR_EACH,
    );
  });

  it('what is foreseen is what is said when nobody answers', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 380 }), (all, days) => {
        const from = FIRST + days * DAY;
        const earlier = (moment: number) => Math.min(moment, from - 1);
        const history = all.map((one) => ({ ...one, at: earlier(one.at), kept: earlier(one.kept) }));
        const ahead = forecast(agencyOf(...history), from, 30);
        const said = live(
          history,
          MORNINGS.filter((at) => at >= from && at < from + 30 * DAY),
        ).said;
        expect(
          ahead.flatMap(({ day: on, reminders }) => reminders.map((one) => ({ day: on, ...one }))),
        ).toEqual(said.map(({ at: _at, ...one }) => one));
      }),
      A_YEAR_EACH,
    );
  });

  it('every finish due is spoken of before or on its day, if there was a working morning since the opening', () => {
    fc.assert(
      fc.property(offices, (office) => {
        const { said, agency } = live(office, MORNINGS);
        const opened = agency.plans[2569]?.opened ?? 0;
        for (const item of Object.values(agency.items)) {
          const due = finishDue(agency, item);
          if (due === null) continue;
          const begun = MORNINGS.filter(
            (at) =>
              isReminderTime(agency, at) &&
              dayOf(at) > dayOf(opened) &&
              dayOf(at) <= due &&
              (item.period.start === null || dayOf(at) >= item.period.start),
          );
          if (begun.length === 0) continue;
          const spoken = said.some(
            ({ day: on, lines }) =>
              on <= due && lines.some((line) => line.item === item.id && line.due === 'finish'),
          );
          expect(spoken, `${item.id}, due ${due}`).toBe(true);
        }
      }),
      A_YEAR_EACH,
    );
  });
});

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
