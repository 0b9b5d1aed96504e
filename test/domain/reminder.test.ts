import { describe, expect, it } from 'vitest';
import { emptyAgency } from '../../src/domain/agency.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy.ts';
import { dueReminders, isReminderTime, nextReminderAt, nextReminderTime } from '../../src/domain/reminder.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  type Happening,
  happened,
  measure,
  oItem,
  planClosed,
  planImported,
  planOpened,
  reported,
  START,
} from '../support/an-agency.ts';
import { diary, openPlanWith } from './diary.ts';

describe('reminder time', () => {
  it.each([
    ['2026-01-05 08:44:59', false],
    ['2026-01-05 08:45:00', true],
    ['2026-01-05 16:29:59', true],
    ['2026-01-05 16:30:00', false],
    ['2026-01-05 00:00:00', false],
    ['2026-01-10 10:00:00', false],
    ['2026-01-11 10:00:00', false],
  ])('%s: %s', (wallClock, is) => {
    expect(isReminderTime(emptyAgency('office'), bangkok(wallClock))).toBe(is);
  });

  it.each([
    ['2026-01-05 10:00', '2026-01-05 10:00'],
    ['2026-01-05 03:00', '2026-01-05 08:45'],
    ['2026-01-05 16:30', '2026-01-06 08:45'],
    ['2026-01-09 16:30', '2026-01-12 08:45'],
    ['2026-01-10 03:00', '2026-01-12 08:45'],
    ['2026-01-10 12:00', '2026-01-12 08:45'],
    ['2026-01-11 23:59', '2026-01-12 08:45'],
  ])('after %s the next is %s', (wallClock, next) => {
    expect(nextReminderTime(emptyAgency('office'), bangkok(wallClock))).toBe(bangkok(next));
  });
});

describe('the steps to a finish due', () => {
  it('are an opening, 30, 14, 7, 3, 1 days before, the day itself, 1, 3, 7 working days after, then every Monday', () => {
    // Friday 20 March; every step falls on a working day but 30 (18 Feb), 14, 7, 3, 1, 0 are all Mon–Fri.
    const history = openPlanWith(measure('m1', { start: '2026-01-01', end: '2026-03-20' }));
    expect(diary(history, '2026-01-05', '2026-04-12')).toEqual([
      '2026-01-06 m1 finish opening',
      '2026-02-18 m1 finish 30',
      '2026-03-06 m1 finish 14',
      '2026-03-13 m1 finish 7',
      '2026-03-17 m1 finish 3',
      '2026-03-19 m1 finish 1',
      '2026-03-20 m1 finish 0',
      '2026-03-23 m1 finish -3',
      '2026-03-25 m1 finish -5',
      '2026-03-31 m1 finish -11',
      // From here on on Mondays; the 6th is Chakri Day, the 13th Songkran.
      '2026-04-03 m1 finish -17',
      '2026-04-10 m1 finish -24',
    ]);
  });

  it('that fall on Saturday or Sunday go out the Friday before, two on one Friday as one', () => {
    // Sunday 31 May: 30 → Fri 1 May, 14 → Fri 15 (Sun 17), 7 → Fri 22 (Sun 24), 3 → Thu 28, 1 and 0 → Fri 29.
    const history = openPlanWith(measure('m1', { start: '2026-01-01', end: '2026-05-31' }));
    expect(diary(history, '2026-04-20', '2026-06-15')).toEqual([
      '2026-05-01 m1 finish 30',
      '2026-05-15 m1 finish 14',
      '2026-05-22 m1 finish 7',
      '2026-05-28 m1 finish 3',
      '2026-05-29 m1 finish 0',
      // Monday 1 June makes up for Visakha on Sunday; the working days after count from there.
      '2026-06-02 m1 finish -2',
      '2026-06-05 m1 finish -5',
      '2026-06-11 m1 finish -11',
      '2026-06-15 m1 finish -15',
    ]);
  });

  it('the opening waits for the period to begin, and then for a working day', () => {
    const history = openPlanWith(measure('m1', { start: '2026-02-01', end: '2026-09-30' }));
    expect(diary(history, '2026-01-05', '2026-02-28')).toEqual(['2026-02-02 m1 finish opening']);
  });

  it('the opening comes the same morning when the plan is opened before 08:45', () => {
    const early = [...aStaffedOffice(), planImported(), measure('m1', { end: '2026-09-30' }), planOpened()];
    expect(START).toBe(bangkok('2026-01-05 08:00'));
    expect(diary(early, '2026-01-05', '2026-01-31')).toEqual(['2026-01-05 m1 finish opening']);
  });

  it('steps before the plan was opened are not told', () => {
    const history = openPlanWith(measure('m1', { start: '2025-10-01', end: '2026-01-07' }));
    expect(diary(history, '2025-12-01', '2026-01-08')).toEqual([
      '2026-01-06 m1 finish 1',
      '2026-01-07 m1 finish 0',
      '2026-01-08 m1 finish -1',
    ]);
  });

  it('what was late when the plan was opened is told that it is late, as if it had been told before', () => {
    const history = openPlanWith(measure('m1', { start: '2025-10-01', end: '2025-12-31' }));
    expect(diary(history, '2026-01-05', '2026-01-20')).toEqual([
      '2026-01-06 m1 finish opening',
      '2026-01-07 m1 finish -7',
      '2026-01-13 m1 finish -13',
      '2026-01-19 m1 finish -19',
    ]);
  });

  it('O-items run to the end of the OIT window', () => {
    const history = openPlanWith(oItem('o12', { number: 12 }));
    expect(diary(history, '2026-04-15', '2026-05-08')).toEqual([
      '2026-04-16 o12 finish 14',
      '2026-04-23 o12 finish 7',
      '2026-04-27 o12 finish 3',
      '2026-04-29 o12 finish 1',
      '2026-04-30 o12 finish 0',
      '2026-05-01 o12 finish -1',
      // Monday 4 May is Coronation Day.
      '2026-05-06 o12 finish -6',
    ]);
  });

  it('of all that is late fall on the same day once the first are over: one message carries them', () => {
    const ends = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06'];
    const items = ends.map((end, n) => measure(`m${n}`, { number: n + 1, start: '2026-01-01', end }));
    const days = diary(openPlanWith(...items), '2026-02-21', '2026-03-31').map((line) => line.split(' ')[0]);
    expect(days).toEqual([
      '2026-02-23',
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
      '2026-03-30',
    ]);
  });

  it('go on for a year, every week, until somebody answers', () => {
    const history = openPlanWith(measure('m1', { end: '2026-01-30' }));
    const steps = diary(history, '2026-02-01', '2027-01-31').map((line) => Number(line.split(' ').at(-1)));
    expect(steps.slice(0, 3)).toEqual([-3, -5, -11]);
    expect(steps.slice(3)).toEqual(Array.from({ length: 50 }, (_none, index) => -17 - 7 * index));
  });
});

describe('report dues', () => {
  const followUp = { cadence: 'named-months' as const, reportMonths: ['2026-02', '2026-05'] };
  const item = measure('m1', { start: '2025-10-01', end: '2026-08-31', followUp });
  const reports = (history: readonly Happening[], last = '2026-06-10') =>
    diary(history, '2026-02-01', last).filter((line) => line.includes('report'));

  it('are told 7 working days before the meeting day, on it, and after it until the next one comes near', () => {
    expect(reports(openPlanWith(item))).toEqual([
      '2026-02-18 m1 report 9',
      '2026-02-27 m1 report 0',
      '2026-03-02 m1 report -3',
      '2026-03-05 m1 report -6',
      '2026-03-11 m1 report -12',
      '2026-03-16 m1 report -17',
      '2026-03-23 m1 report -24',
      '2026-03-30 m1 report -31',
      '2026-04-03 m1 report -38',
      '2026-04-10 m1 report -45',
      '2026-04-20 m1 report -52',
      '2026-04-27 m1 report -59',
      '2026-05-01 m1 report -66',
      '2026-05-11 m1 report -73',
      '2026-05-18 m1 report -80',
      '2026-05-20 m1 report 9',
      '2026-05-29 m1 report 0',
      '2026-06-02 m1 report -4',
      '2026-06-05 m1 report -7',
    ]);
  });

  it('count from the meeting day the office set', () => {
    const meeting = happened({ type: 'meetings-set', v: 1, days: ['2026-02-20'] });
    expect(reports([...openPlanWith(item), meeting], '2026-02-23')).toEqual([
      '2026-02-11 m1 report 9',
      '2026-02-20 m1 report 0',
      '2026-02-23 m1 report -3',
    ]);
  });

  it('are silent once the month was reported, until the next', () => {
    const report = reported('m1', 'in_progress', { at: bangkok('2026-02-10 10:00') });
    expect(reports([...openPlanWith(item), report], '2026-05-31')).toEqual([
      '2026-05-20 m1 report 9',
      '2026-05-29 m1 report 0',
    ]);
  });

  it('do not speak beside a finish due of the same day', () => {
    const same = measure('m1', {
      start: '2025-10-01',
      end: '2026-01-30',
      followUp: { cadence: 'named-months', reportMonths: ['2026-01'] },
    });
    expect(diary(openPlanWith(same), '2026-01-07', '2026-01-31').join()).not.toContain('report');
  });

  // DOUBT (reminder.ts:122): only an equal date is merged. M8 of the example ends on Sunday 31 May, its report is due on
  // Friday 29 May: both are told on the same two Fridays about the same item. Compare working days instead.
  it('do not speak beside a finish due of the same working day', () => {
    const sunday = measure('m8', {
      start: '2026-03-01',
      end: '2026-05-31',
      followUp: { cadence: 'named-months', reportMonths: ['2026-05'] },
    });
    expect(diary(openPlanWith(sunday), '2026-05-25', '2026-05-31').join()).not.toContain('report');
  });
});

describe('nobody is reminded', () => {
  const silent = (history: readonly Happening[]) => {
    expect(diary(history, '2026-01-05', '2026-06-30')).toEqual([]);
    expect(nextReminderAt(agencyOf(...history), START)).toBeNull();
  };

  it('of what is done', () => {
    const followUp = { cadence: 'monthly' as const };
    const item = measure('m1', { start: '2026-01-01', end: '2026-03-31', followUp });
    silent([...openPlanWith(item), reported('m1', 'done', { at: START })]);
  });

  it('of what has no date', () => {
    silent(openPlanWith(measure('m1'), measure('m2', { start: '2026-01-01' })));
  });

  it('of a plan that is a draft', () => {
    silent([...aStaffedOffice(), planImported(), measure('m1', { end: '2026-03-31' })]);
  });

  it('of a plan that is closed', () => {
    silent([...openPlanWith(measure('m1', { end: '2026-03-31' })), planClosed()]);
  });

  it('before 08:45, after 16:30 or on a day off, whatever was missed', () => {
    const agency = agencyOf(...openPlanWith(measure('m1', { end: '2026-01-30' })));
    for (const at of ['2026-01-30 08:44', '2026-01-30 16:30', '2026-01-31 10:00', '2026-02-01 10:00']) {
      expect(dueReminders(agency, bangkok(at)), at).toEqual([]);
    }
    expect(dueReminders(agency, bangkok('2026-01-30 08:45'))).toHaveLength(1);
  });
});

describe('the policy of an office', () => {
  const item = measure('m1', { start: '2026-01-01', end: '2026-03-20' });
  const policySet = (policy: Partial<Policy>) =>
    happened({ type: 'policy-set', v: 1, policy: { ...DEFAULT_POLICY, ...policy } });

  it('says what is told when', () => {
    const policy = policySet({ opening: false, before: [10, 0], after: [2] });
    expect(diary([...openPlanWith(item), policy], '2026-01-05', '2026-04-02')).toEqual([
      '2026-03-10 m1 finish 10',
      '2026-03-20 m1 finish 0',
      '2026-03-24 m1 finish -4',
      '2026-03-30 m1 finish -10',
    ]);
  });

  it('without an opening says nothing of what its steps would have said before the plan was opened', () => {
    const soon = measure('m1', { start: '2025-10-01', end: '2026-01-16' });
    const policy = policySet({ opening: false });
    expect(diary([...openPlanWith(soon), policy], '2026-01-05', '2026-01-12')).toEqual([
      '2026-01-09 m1 finish 7',
    ]);
  });

  it('says between which hours', () => {
    const late = agencyOf(...openPlanWith(item), policySet({ from: 13 * 60, until: 15 * 60 }));
    expect(dueReminders(late, bangkok('2026-03-20 12:59'))).toEqual([]);
    expect(dueReminders(late, bangkok('2026-03-20 13:00'))).toHaveLength(1);
    expect(dueReminders(late, bangkok('2026-03-20 15:00'))).toEqual([]);
    expect(nextReminderAt(late, bangkok('2026-03-20 15:00'))).toBe(bangkok('2026-03-23 13:00'));
  });

  it('without any step after the date still tells every Monday that it is late', () => {
    const policy = policySet({ opening: false, before: [], after: [] });
    expect(diary([...openPlanWith(item), policy], '2026-01-05', '2026-04-04')).toEqual([
      '2026-03-30 m1 finish -10',
      '2026-04-03 m1 finish -17',
    ]);
  });
});
