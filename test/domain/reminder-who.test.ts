import { describe, expect, it } from 'vitest';
import { daysLeft, dueReminders, nextReminderAt } from '../../src/domain/reminder.ts';
import {
  agencyOf,
  anOffice,
  aStaffedOffice,
  bangkok,
  type Happening,
  happened,
  measure,
  oItem,
  START,
  unreachable,
} from '../support/an-agency.ts';
import { live, mornings, openPlanWith } from './diary.ts';

describe('one message per person', () => {
  it('with everything of that moment, the most urgent first', () => {
    const agency = agencyOf(
      ...openPlanWith(
        measure('march', { number: 1, end: '2026-03-31' }),
        measure('january', { number: 2, end: '2026-01-30' }),
        oItem('april', { number: 1 }),
        measure('past', { number: 3, end: '2025-12-30' }),
        measure('january-too', { number: 4, end: '2026-01-30' }),
      ),
    );
    const [only, ...others] = dueReminders(agency, bangkok('2026-01-06 08:45'));
    expect(others).toEqual([]);
    expect(only?.lines.map((line) => line.item)).toEqual([
      'past',
      'january',
      'january-too',
      'march',
      'april',
    ]);
  });
});

describe('who is reminded', () => {
  const due = measure('m1', { divisions: ['finance'], end: '2026-01-30' });
  const who = (...more: Happening[]) =>
    dueReminders(agencyOf(...openPlanWith(due), ...more), bangkok('2026-01-30 08:45')).map(
      (reminder) => reminder.member,
    );
  const lost = (...ids: string[]) => ids.map((id) => unreachable(id));

  it('the staff of the division, not its head or anybody else', () => {
    expect(who()).toEqual(['finance-staff']);
  });

  it('its head when no staff can be reached', () => {
    expect(who(...lost('finance-staff'))).toEqual(['finance-head']);
  });

  it('the coordinator when neither can be reached', () => {
    expect(who(...lost('finance-staff', 'finance-head'))).toEqual(['coordinator']);
  });

  it('nobody, and nothing breaks, when nobody can be reached', () => {
    expect(who(...lost('finance-staff', 'finance-head', 'coordinator'))).toEqual([]);
  });

  it('somebody who came back is reminded again', () => {
    const back = happened({
      type: 'reach-changed',
      v: 1,
      member: 'finance-staff',
      reachable: true,
      why: 'followed',
    });
    expect(who(...lost('finance-staff'), back)).toEqual(['finance-staff']);
  });

  it('the coordinator of what nobody owns', () => {
    const agency = agencyOf(...openPlanWith(measure('m1', { divisions: [], end: '2026-01-30' })));
    expect(dueReminders(agency, bangkok('2026-01-30 08:45'))[0]?.member).toBe('coordinator');
  });

  const shared = measure('m1', { divisions: ['finance', 'works'], end: '2026-01-30' });
  const sharers = (...more: Happening[]) =>
    dueReminders(agencyOf(...openPlanWith(shared), ...more), bangkok('2026-01-30 08:45'))
      .map((reminder) => reminder.member)
      .sort();

  it('the staff of every division that shares the item', () => {
    expect(sharers()).toEqual(['finance-staff', 'works-staff']);
  });

  it('the head of a sharing division whose staff cannot be reached', () => {
    expect(sharers(...lost('works-staff'))).toEqual(['finance-staff', 'works-head']);
  });
});

describe('the next moment', () => {
  const history = openPlanWith(measure('m1', { start: '2026-01-01', end: '2026-05-31' }));
  /** Everything up to then was told. */
  const after = (moment: string) =>
    live(history, [...mornings('2026-01-05', moment.slice(0, 10)), bangkok(moment)]).agency;

  it.each([
    ['2026-01-05 10:00', '2026-01-06 08:45'],
    ['2026-01-06 08:45', '2026-05-01 08:45'],
    ['2026-05-28 08:45', '2026-05-29 08:45'],
    ['2026-05-29 08:45', '2026-06-02 08:45'],
    // The head is told on the fourth working day.
    ['2026-06-05 08:45', '2026-06-08 08:45'],
  ])('after %s is %s', (from, next) => {
    expect(nextReminderAt(after(from), bangkok(from))).toBe(bangkok(next));
  });

  it('is the next working morning when something could not be said', () => {
    expect(nextReminderAt(agencyOf(...history), bangkok('2026-05-01 12:00'))).toBe(
      bangkok('2026-05-05 08:45'),
    );
    expect(nextReminderAt(agencyOf(...history), bangkok('2030-01-05 00:00'))).toBe(
      bangkok('2030-01-07 08:45'),
    );
  });

  it('is when somebody begins to act for another: reminders may be his then', () => {
    const acting = happened({
      type: 'acting-set',
      v: 1,
      acting: 'a',
      member: 'works-head',
      role: { role: 'head', division: 'finance' },
      from: '2026-02-02',
      until: '2026-02-13',
    });
    const agency = live([...history, acting], [bangkok('2026-01-06 08:45')]).agency;
    expect(nextReminderAt(agency, bangkok('2026-01-06 08:45'))).toBe(bangkok('2026-02-02 08:45'));
  });

  it('is none for an office without a plan', () => {
    expect(nextReminderAt(agencyOf(...aStaffedOffice()), START)).toBeNull();
  });
});

it('days left count Bangkok days', () => {
  const line = { date: '2026-01-30' };
  expect(daysLeft(line, bangkok('2026-01-29 23:59'))).toBe(1);
  expect(daysLeft(line, bangkok('2026-01-30 00:00'))).toBe(0);
  expect(daysLeft(line, bangkok('2026-01-31 00:00'))).toBe(-1);
});

it('the ordinary office is reminded of all it owes', () => {
  expect(dueReminders(agencyOf(...anOffice()), bangkok('2026-01-05 08:45'))).toMatchObject([
    { member: 'finance-staff', lines: [{ item: 'm1' }, { item: 'o12' }] },
    { member: 'works-staff', lines: [{ item: 'm2' }] },
  ]);
});
