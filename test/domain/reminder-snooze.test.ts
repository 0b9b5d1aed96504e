import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAgency } from '../../src/domain/agency.ts';
import { addDays, dayOf, instantOf, workingDayOnOrAfter } from '../../src/domain/calendar.ts';
import { daysOffOf } from '../../src/domain/holidays.ts';
import { isReminderTime, nextReminderAt } from '../../src/domain/reminder.ts';
import { snoozesOf } from '../../src/domain/snooze.ts';
import {
  agencyOf,
  bangkok,
  type Happening,
  joined,
  measure,
  oItem,
  planClosed,
  reported,
} from '../support/an-agency.ts';
import { diary, lineWords, live, liveWhenDue, openPlanWith, type Said } from './diary.ts';
import { acknowledged, snoozed, snoozedNoMore } from './doings.ts';

const SAID = bangkok('2026-03-02 09:00');
/** Friday 20 March: told on 6, 13, 17, 19, 20, 23, 25, 31 March and every Tuesday after that. */
const m1 = measure('m1', { start: '2026-01-01', end: '2026-03-20' });
const until = (day: string, items = ['m1'], by = 'finance-staff') =>
  snoozed(items, `until-${day}`, day, { at: SAID, by });
const march = (...more: Happening[]) => diary([...openPlanWith(m1), ...more], '2026-03-02', '2026-03-31');

describe('a snoozed item', () => {
  it('is silent until the day, speaks on the day though no step falls on it, then as ever', () => {
    expect(march(until('2026-03-18'))).toEqual([
      '2026-03-18 m1 finish 2',
      '2026-03-19 m1 finish 1',
      '2026-03-20 m1 finish 0',
      '2026-03-23 m1 finish -3',
      '2026-03-25 m1 finish -5',
      '2026-03-31 m1 finish -11',
    ]);
  });

  it('speaks once on a day that has a step anyway', () => {
    expect(march(until('2026-03-17'))[0]).toBe('2026-03-17 m1 finish 3');
  });

  it('is reminded on the Monday when the day is a Saturday: he asked for none before', () => {
    expect(march(until('2026-03-14')).slice(0, 2)).toEqual([
      '2026-03-16 m1 finish 4',
      '2026-03-17 m1 finish 3',
    ]);
  });

  it('past its date is late when it speaks again', () => {
    expect(march(until('2026-03-26'))).toEqual(['2026-03-26 m1 finish -6', '2026-03-31 m1 finish -11']);
  });

  it('speaks as ever when the snooze is taken back', () => {
    expect(march(until('2026-03-25'), snoozedNoMore('until-2026-03-25', { at: SAID }))).toEqual(march());
  });

  it('stays silent once it is done, or its plan is closed', () => {
    const told = reported('m1', 'done', { at: bangkok('2026-03-10 10:00') });
    expect(march(until('2026-03-18'), told)).toEqual([]);
    expect(march(until('2026-03-18'), planClosed())).toEqual([]);
  });

  it('silences neither another item nor another person', () => {
    const both = openPlanWith(m1, measure('m2', { number: 2, start: '2026-01-01', end: '2026-03-20' }));
    const history = [...both, ...joined('finance-two', [{ role: 'staff', division: 'finance' }])];
    const asleep = [...history, until('2026-03-18')];
    const told = diary(asleep, '2026-03-02', '2026-03-31');
    expect(told.filter((line) => line.includes('m2'))).toHaveLength(8);
    expect(told.slice(0, 2)).toEqual(['2026-03-06 m2 finish 14', '2026-03-13 m2 finish 7']);
    expect(diary(asleep, '2026-03-02', '2026-03-31', 'finance-two')).toEqual(
      diary(history, '2026-03-02', '2026-03-31', 'finance-two'),
    );
  });

  it('is not silenced by having read the reminder', () => {
    expect(march(acknowledged(['m1'], { at: SAID }))).toEqual(march());
  });

  it('with nothing ever said of it speaks on the day of its nearest due', () => {
    const followUp = { cadence: 'named-months' as const, reportMonths: ['2026-08', '2026-09'] };
    const later = openPlanWith(measure('m1', { followUp }));
    expect(diary([...later, until('2026-03-18')], '2026-03-02', '2026-03-31')).toEqual([
      '2026-03-18 m1 report 166',
    ]);
  });

  it('says on the day what an unanswered report still wants, not what a later one will', () => {
    const followUp = { cadence: 'named-months' as const, reportMonths: ['2026-02', '2026-05'] };
    const item = measure('m1', { start: '2026-01-01', end: '2026-08-31', followUp });
    expect(diary([...openPlanWith(item), until('2026-03-18')], '2026-03-03', '2026-03-20')).toEqual([
      '2026-03-18 m1 report -19',
    ]);
  });
});

describe('what was missed while it was snoozed', () => {
  const history = [...openPlanWith(m1), until('2026-03-18')];
  const slept = (...moments: string[]) =>
    live(history, ['2026-03-02 08:45', ...moments].map(bangkok)).said.slice(1);

  it('is not said again, and the day itself is said late when the power was out', () => {
    expect(slept('2026-03-18 15:00', '2026-03-18 15:01')).toMatchObject([
      { day: '2026-03-18', lines: [{ item: 'm1', due: 'finish', date: '2026-03-20', step: 2 }] },
    ]);
  });

  it('and a later step missed too speaks for the day', () => {
    expect(slept('2026-03-23 09:00')).toMatchObject([{ lines: [{ step: -3 }] }]);
  });

  it('wakes the bot on the day', () => {
    const { agency } = live(history, [bangkok('2026-03-02 08:45')]);
    expect(nextReminderAt(agency, bangkok('2026-03-05 08:45'))).toBe(bangkok('2026-03-06 08:45'));
    expect(nextReminderAt(agency, bangkok('2026-03-17 08:45'))).toBe(bangkok('2026-03-18 08:45'));
  });
});

it('whoever else looks after the item sees who put it off, until he is reminded again', () => {
  const agency = agencyOf(...openPlanWith(m1), until('2026-03-18'));
  const [item] = Object.values(agency.items);
  if (item === undefined) throw new Error('no item');
  expect(snoozesOf(agency, item, bangkok('2026-03-17 23:00'))).toEqual([
    { member: 'finance-staff', until: '2026-03-18' },
  ]);
  expect(snoozesOf(agency, item, bangkok('2026-03-18 00:00'))).toEqual([]);
});

describe('for any snoozes', () => {
  const FIRST = bangkok('2026-01-05 12:00');
  const LAST = bangkok('2026-07-30 12:00');
  const DAY = 86_400_000;
  const MORNINGS = Array.from({ length: (LAST - FIRST) / DAY }, (_none, n) =>
    instantOf(addDays('2026-01-06', n), 8 * 60 + 45),
  ).filter((at) => isReminderTime(emptyAgency('office'), at));

  const offices = fc
    .record({
      ends: fc.array(fc.integer({ min: 0, max: 180 }), { minLength: 1, maxLength: 3 }),
      months: fc.uniqueArray(fc.constantFrom('2026-02', '2026-04', '2026-07')),
      oitDue: fc.boolean(),
    })
    .map(({ ends, months, oitDue }) =>
      openPlanWith(
        ...ends.map((days, index) =>
          measure(`m${index}`, {
            number: index + 1,
            start: '2026-01-01',
            end: addDays('2026-01-10', days),
            followUp: { cadence: 'named-months', reportMonths: months },
          }),
        ),
        ...(oitDue ? [oItem('o1')] : []),
        ...joined('finance-two', [{ role: 'staff', division: 'finance' }]),
      ),
    );
  const naps = fc.array(
    fc.record({
      item: fc.constantFrom('m0', 'm1', 'o1'),
      days: fc.integer({ min: 1, max: 60 }),
      said: fc.integer({ min: 0, max: 140 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const withNaps = (
    office: readonly Happening[],
    taken: readonly { item: string; days: number; said: number }[],
  ): Happening[] => [
    ...office,
    ...taken
      .map(({ item, days, said }, index) => {
        const at = FIRST + said * DAY;
        return snoozed([item], `s${index}`, addDays(dayOf(at), days), { at });
      })
      .sort((a, b) => a.kept - b.kept),
  ];
  const words = (said: readonly Said[]) =>
    said.flatMap(({ day, member, lines: all }) => all.map((line) => `${day} ${member} ${lineWords(line)}`));
  const lines = (history: readonly Happening[]) => words(live(history, [FIRST, ...MORNINGS]).said);
  /** Half a year is long, lived through morning by morning. */
  const SOME = { numRuns: 25 };

  it('others hear what they always hear, and the ladder climbs on', () => {
    fc.assert(
      fc.property(offices, naps, (office, taken) => {
        const others = (all: string[]) => all.filter((line) => !line.includes('finance-staff'));
        expect(others(lines(withNaps(office, taken)))).toEqual(others(lines(office)));
      }),
      SOME,
    );
  });

  it('he hears nothing of the item before the day, something on it, and then all he always hears', () => {
    fc.assert(
      fc.property(offices, naps, (office, taken) => {
        const history = withNaps(office, taken);
        const agency = agencyOf(...history);
        const mine = (all: string[], item: string) =>
          all.filter((line) => line.includes(` finance-staff ${item} `));
        const heard = lines(history);
        const ever = lines(office);
        for (const nap of agency.snoozes) {
          const day = workingDayOnOrAfter(nap.until, daysOffOf(agency));
          const item = nap.items[0] ?? '';
          if (agency.items[item] === undefined) continue;
          const own = mine(heard, item);
          expect(own.filter((line) => line.slice(0, 10) > dayOf(nap.at) && line < day)).toEqual([]);
          expect(own.some((line) => line.startsWith(day))).toBe(true);
          const normal = mine(ever, item).filter((line) => line >= day);
          expect(own).toEqual(expect.arrayContaining(normal));
          expect(own.filter((line) => line > `${day}z`)).toEqual(normal.filter((line) => line > `${day}z`));
        }
      }),
      SOME,
    );
  });

  it('waking only when nextReminderAt says so misses nothing', () => {
    fc.assert(
      fc.property(offices, naps, (office, taken) => {
        const history = withNaps(office, taken);
        expect(words(liveWhenDue(history, FIRST, LAST))).toEqual(lines(history));
      }),
      SOME,
    );
  });
});
