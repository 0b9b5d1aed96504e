/** Nobody answers: the head is told, then the ปลัด, then the นายก. */
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/event.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy.ts';
import {
  agencyOf,
  bangkok,
  given,
  type Happening,
  happened,
  joined,
  measure,
  member,
  reported,
  unreachable,
} from '../support/an-agency.ts';
import { lineWords, live, liveWhenDue, mornings, openPlanWith, told } from './diary.ts';
import { acknowledged, asked, askedNoMore, snoozed } from './doings.ts';

/** Friday 13 March: late from Monday 16; the head is told on 19, the ปลัด on 24, the นายก on 27 March. */
const m1 = measure('m1', { start: '2026-01-01', end: '2026-03-13' });
const office = (...items: Happening[]) => [
  ...openPlanWith(...(items.length === 0 ? [m1] : items)),
  ...joined('palad', [{ role: 'executive', post: 'palad' }]),
  ...joined('nayok', [{ role: 'executive', post: 'nayok' }]),
];
const at = (moment: string) => ({ at: bangkok(moment) });
const change = (event: DomainEvent, moment = '2026-01-06 12:00') => happened(event, at(moment));
const policy = (changed: Partial<Policy>) =>
  change({ type: 'policy-set', v: 1, policy: { ...DEFAULT_POLICY, ...changed } });
/** The executive of the ordinary office has no post: he stands on the second rung. */
const palads = (day: string, step: number) => [
  `${day} executive m1 finish ${step} level 2`,
  `${day} palad m1 finish ${step} level 2`,
];

function climbed(history: readonly Happening[], last = '2026-04-30'): string[] {
  return told(history, '2026-01-05', last).flatMap(({ day, member: who, lines }) =>
    lines.filter(({ level }) => level !== undefined).map((line) => `${day} ${who} ${lineWords(line)}`),
  );
}
const ALL = [
  '2026-03-19 finance-head m1 finish -6 level 1',
  ...palads('2026-03-24', -11),
  '2026-03-27 nayok m1 finish -14 level 3',
];

describe('the ladder', () => {
  it('climbs from the head to the ปลัด and the นายก in working days, each told once', () => {
    expect(climbed(office())).toEqual(ALL);
  });

  it('climbs at the pace of the policy', () => {
    const paced = policy({ grace: [1, 5, 2] });
    expect(climbed([...office(), paced])).toEqual([
      '2026-03-17 finance-head m1 finish -4 level 1',
      ...palads('2026-03-24', -11),
      '2026-03-26 nayok m1 finish -13 level 3',
    ]);
  });

  it('does not count Songkran', () => {
    const april = measure('m1', { start: '2026-01-01', end: '2026-04-09' });
    expect(climbed(office(april))[0]).toBe('2026-04-20 finance-head m1 finish -11 level 1');
  });

  it('ends when it is done', () => {
    expect(climbed([...office(), reported('m1', 'done', at('2026-03-18 10:00'))])).toEqual([]);
    expect(climbed([...office(), reported('m1', 'done', at('2026-03-20 10:00'))])).toEqual(ALL.slice(0, 1));
  });

  it('begins anew with a report, and the head is told of the new case too', () => {
    const report = reported('m1', 'in_progress', at('2026-03-20 10:00'));
    expect(climbed([...office(), report], '2026-03-26')).toEqual([
      '2026-03-19 finance-head m1 finish -6 level 1',
      '2026-03-25 finance-head m1 finish -12 level 1',
    ]);
  });

  it('stops the ladder when the deputy answers', () => {
    const history = [
      ...office(),
      ...joined('deputy', [{ role: 'staff', division: 'finance' }]),
      change({ type: 'item-assigned', v: 1, item: 'm1', person: 'finance-staff', deputy: 'deputy' }),
      unreachable('finance-staff', bangkok('2026-03-02 10:00')),
    ];
    expect(climbed(history)[0]).toBe('2026-03-19 finance-head m1 finish -6 level 1');
    expect(
      climbed([...history, reported('m1', 'done', { ...at('2026-03-18 10:00'), by: 'deputy' })]),
    ).toEqual([]);
  });

  it('ends with an extension that is granted, and counts from the new date', () => {
    const granted = change(
      {
        type: 'extension-decided',
        v: 1,
        item: 'm1',
        extension: 'e',
        granted: true,
        from: '2026-03-13',
        until: '2026-03-31',
      },
      '2026-03-20 10:00',
    );
    expect(climbed([...office(), asked('m1', 'e', '2026-03-31', at('2026-03-20 10:00')), granted])).toEqual([
      '2026-03-19 finance-head m1 finish -6 level 1',
      // Monday 6 April is Chakri Day.
      '2026-04-07 finance-head m1 finish -7 level 1',
      ...palads('2026-04-10', -10),
      '2026-04-20 nayok m1 finish -20 level 3',
    ]);
  });

  it('of a report stops at the head', () => {
    const followUp = { cadence: 'named-months' as const, reportMonths: ['2026-02'] };
    const item = measure('m1', { start: '2026-01-01', end: '2026-09-30', followUp });
    expect(climbed(office(item))).toEqual(['2026-03-06 finance-head m1 report -7 level 1']);
  });

  it('climbs for each division of a shared item by itself', () => {
    const shared = measure('m1', { divisions: ['finance', 'works'], start: '2026-01-01', end: '2026-03-13' });
    const finance = change(
      {
        type: 'item-reported',
        v: 1,
        item: 'm1',
        report: 'r',
        status: 'done',
        chat: 'direct',
        divisions: ['finance'],
      },
      '2026-03-12 10:00',
    );
    const history = [...office(shared), { ...finance, by: member('finance-staff') }];
    expect(climbed(history)).toEqual([
      '2026-03-19 works-head m1 finish -6 of works level 1',
      ...palads('2026-03-24', -11).map((line) => line.replace('level', 'of works level')),
      '2026-03-27 nayok m1 finish -14 of works level 3',
    ]);
    const finances = told(history, '2026-03-12', '2026-03-31').filter(
      (one) => one.member === 'finance-staff',
    );
    expect(finances.map(({ day }) => day)).toEqual(['2026-03-12']);
  });

  it('does not tell the head what he is reminded of himself, and keeps the time of the next', () => {
    const alone = [...office(), unreachable('finance-staff', bangkok('2026-03-02 10:00'))];
    expect(climbed(alone)).toEqual(ALL.slice(1));
  });

  it('passes over a level nobody of which can be reached, and whose deputy cannot be either', () => {
    const headless = [...office(), unreachable('finance-head', bangkok('2026-03-02 10:00'))];
    expect(climbed(headless)).toEqual(ALL.slice(1));
    const deputy = change({ type: 'deputy-set', v: 1, member: 'finance-head', deputy: 'works-head' });
    expect(climbed([...office(), deputy, ...headless.slice(-1)])[0]).toBe(
      '2026-03-19 works-head m1 finish -6 level 1',
    );
  });

  it('does not tell whoever stands on two rungs twice', () => {
    const roles = [
      { role: 'executive' as const, post: 'palad' as const },
      { role: 'head' as const, division: 'finance' },
    ];
    const both = change({ type: 'roles-changed', v: 1, member: 'palad', roles });
    expect(climbed([...office(), both]).filter((line) => line.includes(' palad '))).toEqual([
      '2026-03-19 palad m1 finish -6 level 1',
    ]);
  });

  it('climbs in time though nothing else is to be said on those days', () => {
    const bare = [...office(), policy({ opening: false, before: [], after: [], grace: [1, 1, 1] })];
    const rungs = liveWhenDue(bare, bangkok('2026-01-06 12:00'), bangkok('2026-03-27 12:00')).flatMap(
      ({ day, lines }) => lines.flatMap(({ level }) => (level === undefined ? [] : `${day} ${level}`)),
    );
    expect(rungs).toEqual(['2026-03-17 1', '2026-03-18 2', '2026-03-18 2', '2026-03-19 3']);
  });

  it('is told by whoever acts for the head', () => {
    const acting = change({
      type: 'acting-set',
      v: 1,
      acting: 'a',
      member: 'works-head',
      role: { role: 'head', division: 'finance' },
      from: '2026-03-16',
      until: '2026-03-20',
    });
    expect(climbed([...office(), acting], '2026-03-20')).toEqual([
      '2026-03-19 finance-head m1 finish -6 level 1',
      '2026-03-19 works-head m1 finish -6 level 1',
    ]);
  });

  it('tells nobody of what was late before the plan was opened until its grace has passed', () => {
    const old = measure('m1', { start: '2025-10-01', end: '2025-11-28' });
    expect(climbed(office(old), '2026-01-12')).toEqual(['2026-01-08 finance-head m1 finish -41 level 1']);
  });

  it('after two weeks without power begins with the head, and gives the next their grace', () => {
    const days = [...mornings('2026-01-05', '2026-03-13'), ...mornings('2026-03-30', '2026-04-10')];
    const rungs = live(office(), days).said.flatMap(({ day, member: who, lines }) =>
      lines.flatMap(({ level }) => (level === undefined ? [] : `${day} ${who}`)),
    );
    expect(rungs).toEqual([
      '2026-03-30 finance-head',
      '2026-04-02 executive',
      '2026-04-02 palad',
      '2026-04-08 nayok',
    ]);
  });
});

describe('a promise', () => {
  it('holds the next level back once, three working days', () => {
    const read = acknowledged(['m1'], at('2026-03-17 10:00'));
    const held = [
      '2026-03-24 finance-head m1 finish -11 level 1',
      ...palads('2026-03-27', -14),
      '2026-04-01 nayok m1 finish -19 level 3',
    ];
    expect(climbed([...office(), read])).toEqual(held);
    // Promised again and again: once is enough.
    const again = [
      acknowledged(['m1'], at('2026-03-23 10:00')),
      acknowledged(['m1'], at('2026-03-25 10:00')),
    ];
    expect(climbed([...office(), read, ...again])).toEqual(held);
  });

  it('made when the head was told holds the ปลัด back', () => {
    const read = acknowledged(['m1'], { ...at('2026-03-20 10:00'), by: 'finance-head' });
    expect(climbed([...office(), read])).toEqual([
      '2026-03-19 finance-head m1 finish -6 level 1',
      ...palads('2026-03-27', -14),
      '2026-04-01 nayok m1 finish -19 level 3',
    ]);
  });

  it('of before the date counts for nothing', () => {
    expect(climbed([...office(), acknowledged(['m1'], at('2026-03-12 10:00'))])).toEqual(ALL);
  });

  it('may be a wish for a later date, until it is decided or taken back', () => {
    const wish = asked('m1', 'e', '2026-05-29', at('2026-03-12 10:00'));
    expect(climbed([...office(), wish])[0]).toBe('2026-03-24 finance-head m1 finish -11 level 1');
    expect(climbed([...office(), wish, askedNoMore('m1', 'e', at('2026-03-16 10:00'))])).toEqual(ALL);
    const no = { type: 'extension-decided' as const, v: 1 as const, item: 'm1', extension: 'e' };
    const refused = change(
      { ...no, granted: false, from: '2026-03-13', until: '2026-05-29' },
      '2026-03-16 10:00',
    );
    expect(climbed([...office(), wish, refused])).toEqual(ALL);
  });

  it('of one division does not hold back what another owes', () => {
    const shared = measure('m1', { divisions: ['finance', 'works'], start: '2026-01-01', end: '2026-03-13' });
    const read = acknowledged(['m1'], at('2026-03-17 10:00'));
    expect(climbed([...office(shared), read], '2026-03-24').slice(0, 1)).toEqual([
      '2026-03-19 works-head m1 finish -6 of works level 1',
    ]);
    expect(climbed([...office(shared), read], '2026-03-24')).toContain(
      '2026-03-24 finance-head m1 finish -11 of finance level 1',
    );
  });

  it('of one division stays when another makes its own', () => {
    const shared = measure('m1', { divisions: ['finance', 'works'], start: '2026-01-01', end: '2026-03-13' });
    const first = acknowledged(['m1'], at('2026-03-17 10:00'));
    const then = acknowledged(['m1'], { ...at('2026-03-18 10:00'), by: 'works-staff' });
    const heads = climbed([...office(shared), first, then], '2026-03-24');
    expect(heads).toEqual([
      '2026-03-24 finance-head m1 finish -11 of finance level 1',
      '2026-03-24 works-head m1 finish -11 of works level 1',
    ]);
  });

  it('is for those who were told up the ladder, too', () => {
    const history = [...office()];
    const agency = live(history, mornings('2026-01-05', '2026-03-20')).agency;
    expect(agency.items.m1?.reminded).toMatchObject({ 'finance-head finish 2026-03-13  1': '2026-03-19' });
    const promise = { type: 'acknowledge' as const, chat: 'direct' as const, items: [] };
    const toldHead = change(
      {
        type: 'reminder-decided',
        v: 1,
        to: { member: 'finance-head' },
        lines: [{ item: 'm1', due: 'finish', date: '2026-03-13', step: -6, level: 1 }],
        outbox: 'o',
      },
      '2026-03-19 08:45',
    );
    given(...history, toldHead)
      .when({ ...promise, by: member('finance-head') }, bangkok('2026-03-19 10:00'))
      .thenEvents({
        type: 'reminder-acknowledged',
        v: 1,
        member: 'finance-head',
        items: ['m1'],
        chat: 'direct',
      });
    given(...history)
      .when({ ...promise, items: ['m1'], by: member('finance-head') }, bangkok('2026-03-19 10:00'))
      .thenNothing();
  });

  it('is no snooze: who puts his reminders off is silenced, the ladder is not', () => {
    const asleep = snoozed(['m1'], 's', '2026-04-30', at('2026-03-10 10:00'));
    expect(climbed([...office(), asleep], '2026-04-29')).toEqual(ALL);
    const own = told([...office(), asleep], '2026-03-11', '2026-04-29');
    expect(own.filter((one) => one.member === 'finance-staff')).toEqual([]);
    expect(agencyOf(...office(), asleep).snoozes).toHaveLength(1);
  });
});
