import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/event.ts';
import { daysLeft, dueReminders, nextReminderAt } from '../../src/domain/reminder.ts';
import {
  agencyOf,
  anOffice,
  aStaffedOffice,
  bangkok,
  type Happening,
  happened,
  joined,
  measure,
  oItem,
  START,
  unreachable,
} from '../support/an-agency.ts';
import { live, mornings, openPlanWith } from './diary.ts';
import { acts } from './doings.ts';

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

describe('who is reminded of an item by choice', () => {
  const due = measure('m1', { divisions: ['finance'], end: '2026-01-30' });
  const shared = measure('m1', { divisions: ['finance', 'works'], end: '2026-01-30' });
  const event = (kept: DomainEvent) => happened(kept);
  const assigned = (person: string | null, deputy: string | null = null) =>
    event({ type: 'item-assigned', v: 1, item: 'm1', person, deputy });
  const deputyOf = (who: string, deputy: string | null) =>
    event({ type: 'deputy-set', v: 1, member: who, deputy });
  const receivers = (division: string, ...members: string[]) =>
    event({ type: 'receivers-set', v: 1, division, members });
  const who = (item: Happening, ...more: Happening[]) =>
    dueReminders(
      agencyOf(
        ...openPlanWith(item),
        ...joined('finance-two', [{ role: 'staff', division: 'finance' }]),
        ...joined('clerk', [{ role: 'staff', division: 'education' }]),
        ...more,
      ),
      bangkok('2026-01-30 08:45'),
    )
      .map(({ member, lines }) => `${member}: ${lines.map(({ division }) => division ?? 'all').join()}`)
      .sort();

  it('everybody of the staff, while nobody chose', () => {
    expect(who(due)).toEqual(['finance-staff: all', 'finance-two: all']);
  });

  it('the person who sees to it, alone', () => {
    expect(who(due, assigned('finance-two'))).toEqual(['finance-two: all']);
    expect(who(due, receivers('finance', 'finance-staff'), assigned('finance-two'))).toEqual([
      'finance-two: all',
    ]);
  });

  it('his deputy for the item while he cannot be reached, else his own, else the division', () => {
    const gone = unreachable('finance-two');
    expect(who(due, assigned('finance-two', 'clerk'), deputyOf('finance-two', 'works-head'), gone)).toEqual([
      'clerk: all',
    ]);
    expect(
      who(
        due,
        assigned('finance-two', 'clerk'),
        deputyOf('finance-two', 'works-head'),
        gone,
        unreachable('clerk'),
      ),
    ).toEqual(['works-head: all']);
    expect(who(due, assigned('finance-two'), gone)).toEqual(['finance-staff: all']);
  });

  it('the person of one owner for its part only, one of none of them for every part', () => {
    expect(who(shared, assigned('finance-two'))).toEqual(['finance-two: finance', 'works-staff: works']);
    expect(who(shared, assigned('clerk'))).toEqual(['clerk: finance,works']);
  });

  it('those the division chose, each unreachable one replaced by his deputy', () => {
    expect(who(due, receivers('finance', 'finance-head'))).toEqual(['finance-head: all']);
    const chosen = receivers('finance', 'finance-head', 'finance-two');
    expect(who(due, chosen, deputyOf('finance-two', 'finance-staff'), unreachable('finance-two'))).toEqual([
      'finance-head: all',
      'finance-staff: all',
    ]);
    // Nobody chosen can be reached: as if nobody had chosen.
    expect(who(due, receivers('finance', 'finance-head'), unreachable('finance-head'))).toEqual([
      'finance-staff: all',
      'finance-two: all',
    ]);
    expect(who(due, receivers('finance'))).toEqual(['finance-staff: all', 'finance-two: all']);
  });

  it('the deputy of staff who cannot be reached', () => {
    const deputies = [deputyOf('finance-staff', 'clerk'), unreachable('finance-staff')];
    expect(who(due, ...deputies)).toEqual(['clerk: all', 'finance-two: all']);
    // A deputy who cannot be reached either is nobody.
    expect(who(due, ...deputies, unreachable('clerk'))).toEqual(['finance-two: all']);
  });

  it('of a shared item each division of its own part, until it has done it', () => {
    const done = event({
      type: 'item-reported',
      v: 1,
      item: 'm1',
      report: 'r',
      status: 'done',
      chat: 'direct',
      divisions: ['finance'],
    });
    expect(who(shared)).toEqual(['finance-staff: finance', 'finance-two: finance', 'works-staff: works']);
    expect(who(shared, done)).toEqual(['works-staff: works']);
  });

  it('whoever acts for the head on the day, when the staff cannot be reached', () => {
    const acting = event({
      type: 'acting-set',
      v: 1,
      acting: 'a',
      member: 'clerk',
      role: { role: 'head', division: 'finance' },
      from: '2026-01-30',
      until: '2026-01-30',
    });
    const history = [
      ...openPlanWith(due),
      ...joined('clerk', [{ role: 'staff', division: 'education' }]),
      acting,
      unreachable('finance-staff'),
      unreachable('finance-head'),
    ];
    const on = (day: string) => live(history, [bangkok(`${day} 08:45`)]).said.map(({ member }) => member);
    expect(on('2026-01-30')).toEqual(['clerk']);
    expect(on('2026-02-02')).toEqual(['coordinator']);
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
    const next = (from: string) => {
      const acting = acts('works-head', { role: 'head', division: 'finance' }, from, '2026-02-13');
      const agency = live([...history, acting], [bangkok('2026-01-06 08:45')]).agency;
      return nextReminderAt(agency, bangkok('2026-01-06 08:45'));
    };
    expect(next('2026-02-02')).toBe(bangkok('2026-02-02 08:45'));
    expect(next('2026-01-07'), 'on the very next morning').toBe(bangkok('2026-01-07 08:45'));
    expect(next('2026-01-10'), 'a Saturday').toBe(bangkok('2026-01-12 08:45'));
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
