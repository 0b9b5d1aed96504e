/** LINE's free messages of a month are not enough: the lowest priorities wait. */
import { describe, expect, it } from 'vitest';
import { agencyOn } from '../../src/domain/acting.ts';
import { foreseeOnce } from '../../src/domain/dry-run.ts';
import type { ReminderLine } from '../../src/domain/event.ts';
import { forecast } from '../../src/domain/forecast.ts';
import { dueReminders } from '../../src/domain/reminder.ts';
import { planSends, priorityOf, restOfMonth } from '../../src/domain/spend.ts';
import { agencyOf, bangkok, type Happening, joined, measure, reported } from '../support/an-agency.ts';
import { live, mornings, openPlanWith } from './diary.ts';
import { acts } from './doings.ts';

const NOW = bangkok('2026-03-02 08:45');

describe('the priority of a line', () => {
  const line = (date: string, more: Partial<ReminderLine> = {}): ReminderLine => ({
    item: 'm1',
    due: 'finish',
    date,
    step: 0,
    ...more,
  });

  it.each([
    ['overdue', line('2026-02-27'), 1],
    ['today', line('2026-03-02'), 1],
    ['told up the ladder', line('2026-02-27', { level: 2 }), 1],
    ['an overdue report', line('2026-02-27', { due: 'report' }), 1],
    ['tomorrow', line('2026-03-03'), 2],
    ['in 3 days', line('2026-03-05'), 2],
    ['in 7 days', line('2026-03-09'), 3],
    ['in 14 days', line('2026-03-16'), 3],
    ['a report to come', line('2026-03-04', { due: 'report' }), 3],
    ['in 30 days', line('2026-04-01'), 4],
    ['may begin', line('2026-03-12', { step: 'opening' }), 4],
    ['may begin and is due at once', line('2026-03-03', { step: 'opening' }), 2],
  ])('%s', (_what, one, priority) => {
    expect(priorityOf(one, NOW)).toBe(priority);
  });
});

/** On 2 March: finance hears that m1 is late, works that m2 is due in 30 days, education that m3 is due in 3. */
const office = [
  ...openPlanWith(
    measure('m1', { number: 1, divisions: ['finance'], start: '2026-01-01', end: '2026-02-27' }),
    measure('m2', { number: 2, divisions: ['works'], start: '2026-01-01', end: '2026-04-01' }),
    measure('m3', { number: 3, divisions: ['education'], start: '2026-01-01', end: '2026-03-05' }),
  ),
  ...joined('education-staff', [{ role: 'staff', division: 'education' }]),
  ...joined('education-head', [{ role: 'head', division: 'education' }]),
];
const agency = live(office, mornings('2026-01-05', '2026-02-28')).agency;
const who = (reminders: readonly { readonly member: string }[]) =>
  reminders.map(({ member }) => member).sort();
/** All that is foreseen for March, today included. */
const foreseen = forecast(agency, NOW, 30).flatMap(({ reminders }) => reminders).length;

describe('what is sent', () => {
  const sends = (left: number, reserve = 0) => planSends(agency, NOW, { left, reserve });
  const all = ['education-staff', 'finance-staff', 'works-staff'];

  it('is all of it when the quota is enough for the rest of the month', () => {
    for (const left of [Number.POSITIVE_INFINITY, foreseen, foreseen + 100]) {
      const { send, held, short } = sends(left);
      expect([who(send), held, short]).toEqual([all, [], false]);
    }
    expect(sends(foreseen + 20, 20).short).toBe(false);
  });

  it('holds the lowest priorities only when it is short', () => {
    const { send, held, short } = sends(foreseen - 1);
    expect([who(send), who(held), short]).toEqual([
      ['education-staff', 'finance-staff'],
      ['works-staff'],
      true,
    ]);
    expect(who(sends(foreseen + 19, 20).held)).toEqual(['works-staff']);
  });

  it('is what is late while anything is left, out of the reserve too', () => {
    expect(who(sends(1).send)).toEqual(['finance-staff']);
    expect(who(sends(10, 40).send)).toEqual(['finance-staff']);
    expect(who(sends(0).send)).toEqual([]);
    expect(who(sends(-3).held)).toEqual(all);
  });

  it('costs one a message, whatever rides with it', () => {
    const both = live(
      [
        ...office,
        measure('m4', { number: 4, divisions: ['finance'], start: '2026-01-01', end: '2026-04-01' }),
      ],
      mornings('2026-01-05', '2026-02-28'),
    ).agency;
    const { send } = planSends(both, NOW, { left: 1, reserve: 0 });
    expect(send).toMatchObject([{ member: 'finance-staff', lines: [{ item: 'm1' }, { item: 'm4' }] }]);
  });

  it('is owed on when it is held, and goes out merged when there is quota again', () => {
    const later = planSends(agency, bangkok('2026-04-01 08:45'), { left: 300, reserve: 0 });
    const works = later.send.find(({ member }) => member === 'works-staff');
    expect(works?.lines).toEqual([{ item: 'm2', due: 'finish', date: '2026-04-01', step: 0 }]);
  });

  it('is nothing when nothing is due, and then the quota is not short', () => {
    expect(planSends(agency, bangkok('2026-03-01 08:45'), { left: 0, reserve: 0 })).toEqual({
      send: [],
      held: [],
      short: false,
    });
  });
});

describe('what is foreseen', () => {
  it('is foreseen anew while somebody acts: whoever he stands in for was told nothing before', () => {
    const acting = acts('works-staff', { role: 'staff', division: 'audit' }, '2026-03-04', '2026-03-06');
    const audit = agencyOf(
      ...openPlanWith(
        measure('m4', { number: 4, divisions: ['audit'], start: '2026-03-01', end: '2026-04-01' }),
      ),
      ...joined('audit-head', [{ role: 'head', division: 'audit' }]),
      acting,
    );
    const foresee = foreseeOnce();
    foresee(audit, dueReminders(audit, NOW), NOW);
    const later = bangkok('2026-03-04 08:45');
    // Nobody was told on the 2nd: the head is told when nobody acts any more.
    const on4 = agencyOn(audit, '2026-03-04');
    const due = dueReminders(on4, later);
    expect(who(due)).toEqual(['works-staff']);
    const anew = restOfMonth(on4, due, later);
    expect(anew[0]?.day).toBe('2026-03-09');
    expect(foresee(on4, due, later)).toEqual(anew);
  });

  it('is the days on which somebody is told, if nobody answers', () => {
    const days = forecast(agency, NOW, 7).map(({ day, reminders }) => [day, ...who(reminders)]);
    expect(days).toEqual([
      ['2026-03-02', 'education-staff', 'finance-staff', 'works-staff'],
      // Tuesday 3 March is Makha Bucha.
      ['2026-03-04', 'education-staff'],
      ['2026-03-05', 'education-staff', 'finance-staff'],
      ['2026-03-06', 'education-staff', 'finance-head'],
    ]);
  });

  it('leaves out the morning when it is asked in the evening', () => {
    expect(forecast(agency, bangkok('2026-03-02 20:00'), 2)).toEqual([]);
    expect(forecast(agency, bangkok('2026-03-02 20:00'), 3).map(({ day }) => day)).toEqual(['2026-03-04']);
  });

  it('is nothing of what is done', () => {
    const done = ['m1', 'm2', 'm3'].map((item): Happening => reported(item, 'done', { at: NOW }));
    expect(forecast(agencyOf(...office, ...done), NOW, 365)).toEqual([]);
  });
});
