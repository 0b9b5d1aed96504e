/** Nothing is said twice and nothing is lost, whatever happens to the power, the quota and the clock. */
import { describe, expect, it } from 'vitest';
import { dueReminders, nextReminderAt, pendingFor } from '../../src/domain/reminder.ts';
import {
  agencyOf,
  bangkok,
  given,
  happened,
  measure,
  oItem,
  reported,
  unreachable,
} from '../support/an-agency.ts';
import { diary, lineWords, live, openPlanWith, told } from './diary.ts';

/** Every working day has its moment: Friday 20 March, told on 6, 13, 17, 19, 20, 23, 25, 31 March. */
const m1 = measure('m1', { number: 1, start: '2026-01-01', end: '2026-03-20' });
const morning = (day: string) => bangkok(`${day} 08:45`);
const to = (member: string, said: ReturnType<typeof told>) =>
  said
    .filter((one) => one.member === member)
    .map(({ day, lines }) => `${day} ${lines.map(lineWords).join(', ')}`);

describe('what was missed', () => {
  const office = openPlanWith(
    m1,
    measure('m2', { number: 2, end: '2026-03-13' }),
    oItem('o12', { number: 12 }),
  );

  it('sends what was missed after two weeks without power, merged, once', () => {
    const before = ['2026-01-06', '2026-02-11', '2026-02-18', '2026-02-27', '2026-03-04'].map(morning);
    const after = [bangkok('2026-03-18 13:20'), bangkok('2026-03-18 13:21'), bangkok('2026-03-18 16:00')];
    const { said } = live(office, [...before, ...after]);
    expect(to('finance-staff', said).slice(-2)).toEqual([
      '2026-02-27 m2 finish 14',
      '2026-03-18 m2 finish -5, m1 finish 3',
    ]);
  });

  it('does not bring back a report the next one already speaks for', () => {
    const item = measure('m1', { start: '2026-01-01', end: '2026-09-30', followUp: { cadence: 'monthly' } });
    const { said } = live(openPlanWith(item), ['2026-01-20', '2026-02-20'].map(morning));
    expect(said.at(-1)?.lines.filter((line) => line.due === 'report')).toEqual([
      { item: 'm1', due: 'report', date: '2026-02-27', step: 9 },
    ]);
  });

  it('over a weekend waits for Monday morning', () => {
    const agency = agencyOf(...openPlanWith(measure('m1', { end: '2026-03-22' })));
    expect(dueReminders(agency, bangkok('2026-03-21 09:00'))).toEqual([]);
    expect(dueReminders(agency, bangkok('2026-03-23 08:45'))[0]?.lines).toMatchObject([{ step: -1 }]);
  });

  it('is said to whoever comes back, as things stand then', () => {
    const back = happened(
      { type: 'reach-changed', v: 1, member: 'finance-staff', reachable: true, why: 'followed' },
      { at: bangkok('2026-03-18 10:00') },
    );
    const gone = unreachable('finance-staff', bangkok('2026-03-05 10:00'));
    const lines = diary([...openPlanWith(m1), gone, back], '2026-03-01', '2026-03-20');
    expect(lines).toEqual(['2026-03-19 m1 finish 1', '2026-03-20 m1 finish 0']);
  });
});

describe('nobody is told the same thing twice', () => {
  const office = openPlanWith(m1);

  it('however often the office wakes', () => {
    const moments = ['08:45', '08:45', '08:46', '12:00', '16:29'].map((time) =>
      bangkok(`2026-03-13 ${time}`),
    );
    expect(to('finance-staff', live(office, moments).said)).toEqual(['2026-03-13 m1 finish 7']);
  });

  it('when the clock steps back a few days', () => {
    const days = ['2026-03-13', '2026-03-10', '2026-03-12', '2026-03-13', '2026-03-16', '2026-03-17'];
    expect(to('finance-staff', live(office, days.map(morning)).said)).toEqual([
      '2026-03-13 m1 finish 7',
      '2026-03-17 m1 finish 3',
    ]);
  });

  it('and a clock that was a year ahead silences nothing', () => {
    const days = ['2026-03-06', '2027-03-12', '2026-03-13', '2026-03-17', '2026-03-19'];
    expect(to('finance-staff', live(office, days.map(morning)).said)).toEqual([
      '2026-03-06 m1 finish 14',
      '2027-03-12 m1 finish -353',
      '2026-03-13 m1 finish 7',
      '2026-03-17 m1 finish 3',
      '2026-03-19 m1 finish 1',
    ]);
  });
});

describe('one message per person per day', () => {
  it('what falls due later on the day waits for the next', () => {
    const late = measure('m2', { number: 2, start: '2026-01-01', end: '2026-03-14' });
    const added = { ...late, kept: bangkok('2026-03-13 11:00') };
    const moments = ['2026-03-13 08:45', '2026-03-13 11:00', '2026-03-13 15:00', '2026-03-16 08:45'];
    expect(to('finance-staff', live([...openPlanWith(m1), added], moments.map(bangkok)).said)).toEqual([
      '2026-03-13 m1 finish 7',
      '2026-03-16 m2 finish -2',
    ]);
  });

  it('holds for whoever is staff of two divisions and told up the ladder too', () => {
    const all = told(
      [
        ...openPlanWith(
          m1,
          measure('m2', { number: 2, divisions: ['works'], start: '2026-01-01', end: '2026-03-20' }),
          measure('m3', { number: 3, divisions: [], start: '2026-01-01', end: '2026-03-17' }),
        ),
        happened({
          type: 'roles-changed',
          v: 1,
          member: 'coordinator',
          roles: [{ role: 'coordinator' }, { role: 'head', division: 'works' }],
        }),
      ],
      '2026-01-05',
      '2026-05-01',
    );
    const days = all.map(({ day, member }) => `${day} ${member}`);
    expect(days).toHaveLength(new Set(days).size);
    expect(all.some(({ lines }) => lines.length > 1 && lines.some(({ level }) => level === 1))).toBe(true);
  });

  it('rides on an answer he gets anyway, at any hour, and then is not sent that day', () => {
    const { agency } = live(openPlanWith(m1), [morning('2026-03-06')]);
    expect(pendingFor(agency, 'finance-staff', bangkok('2026-03-12 23:59'))).toEqual([]);
    const pending = pendingFor(agency, 'finance-staff', bangkok('2026-03-13 06:30'));
    expect(pending).toEqual([{ item: 'm1', due: 'finish', date: '2026-03-20', step: 7 }]);
    const ridden = happened(
      {
        type: 'reminder-decided',
        v: 1,
        to: { member: 'finance-staff' },
        lines: pending,
        outbox: 'o',
        cost: 0,
      },
      { at: bangkok('2026-03-13 06:30') },
    );
    const after = live([...openPlanWith(m1), ridden], [morning('2026-03-13')]);
    expect(after.said).toEqual([]);
    expect(pendingFor(after.agency, 'finance-staff', bangkok('2026-03-13 20:00'))).toEqual([]);
  });
});

describe('a due that moves is reminded anew', () => {
  it('by the date that was granted, from the day it was: what its steps would have said before is not said', () => {
    const moved = { at: bangkok('2026-03-18 10:00') };
    const extension = 'e';
    const until = '2026-04-10';
    const history = [
      ...openPlanWith(m1),
      happened({ type: 'extension-asked', v: 1, item: 'm1', extension, until, chat: 'direct' }, moved),
      happened(
        { type: 'extension-decided', v: 1, item: 'm1', extension, granted: true, from: '2026-03-20', until },
        moved,
      ),
    ];
    expect(diary(history, '2026-03-12', '2026-04-10')).toEqual([
      '2026-03-13 m1 finish 7',
      '2026-03-17 m1 finish 3',
      '2026-03-27 m1 finish 14',
      '2026-04-03 m1 finish 7',
      '2026-04-07 m1 finish 3',
      '2026-04-09 m1 finish 1',
      '2026-04-10 m1 finish 0',
    ]);
  });

  it('by the end of the OIT window the office sets', () => {
    const set = happened({ type: 'oit-due-set', v: 1, year: 2569, date: '2026-04-10', confirmed: true });
    const history = [...openPlanWith(oItem('o12', { number: 12 })), { ...set, kept: morning('2026-04-02') }];
    expect(diary(history, '2026-03-31', '2026-04-10')).toEqual([
      '2026-03-31 o12 finish 30',
      '2026-04-02 o12 finish 14',
      '2026-04-03 o12 finish 7',
      '2026-04-07 o12 finish 3',
      '2026-04-09 o12 finish 1',
      '2026-04-10 o12 finish 0',
    ]);
  });
});

describe('days off', () => {
  it('does not remind on Songkran', () => {
    const items = Array.from({ length: 30 }, (_none, n) =>
      measure(`m${n}`, {
        number: n + 1,
        start: '2026-01-01',
        end: `2026-04-${String(n + 1).padStart(2, '0')}`,
      }),
    );
    const days = new Set(told(openPlanWith(...items), '2026-04-01', '2026-04-30').map(({ day }) => day));
    expect([...days].filter((day) => day >= '2026-04-09' && day <= '2026-04-17')).toEqual([
      '2026-04-09',
      '2026-04-10',
      '2026-04-16',
      '2026-04-17',
    ]);
  });

  it('knows the days the office itself is closed', () => {
    const closed = happened({
      type: 'holidays-set',
      v: 1,
      year: 2569,
      source: 'ประกาศจังหวัด',
      confirmed: true,
      days: [{ day: '2026-03-20', name: 'วันหยุดประจำจังหวัด', kind: 'local' }],
    });
    expect(diary([...openPlanWith(m1), closed], '2026-03-18', '2026-03-24')).toEqual([
      '2026-03-19 m1 finish 0',
      '2026-03-23 m1 finish -3',
    ]);
  });
});

it('keeps silent about an item whose date nobody set', () => {
  const history = openPlanWith(
    measure('m1'),
    measure('m2', { number: 2, start: '2026-01-01' }),
    measure('m3', { number: 3, followUp: { cadence: 'monthly' } }),
  );
  expect(told(history, '2026-01-05', '2026-12-31')).toEqual([]);
  expect(nextReminderAt(agencyOf(...history), bangkok('2026-01-05 08:00'))).toBeNull();
});

it('says nothing of what is done, and begins again when it is not', () => {
  const done = reported('m1', 'done', { at: bangkok('2026-03-10 10:00') });
  const reopened = reported('m1', 'in_progress', { at: bangkok('2026-03-18 10:00') });
  expect(diary([...openPlanWith(m1), done], '2026-03-07', '2026-12-31')).toEqual([]);
  expect(diary([...openPlanWith(m1), done, reopened], '2026-03-07', '2026-03-19')).toEqual([
    '2026-03-19 m1 finish 1',
  ]);
});

it('a reminder of an unknown item is refused; what it cost is kept', () => {
  const [m1Line, other] = ['m1', 'm9'].map((item) => ({
    item,
    due: 'finish' as const,
    date: '2026-03-20',
    step: 7,
  }));
  const lines = [m1Line, other].flatMap((line) => line ?? []);
  const remind = { type: 'remind' as const, member: 'finance-staff', outbox: 'o', cost: 0 };
  given(...openPlanWith(m1))
    .when({ ...remind, lines })
    .thenRefused({ kind: 'no-such-item' });
  given(...openPlanWith(m1))
    .when({ ...remind, lines: lines.slice(0, 1) })
    .thenEvents({
      type: 'reminder-decided',
      v: 1,
      to: { member: 'finance-staff' },
      lines: lines.slice(0, 1),
      outbox: 'o',
      cost: 0,
    });
});
