import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../src/domain/item.ts';
import {
  duesIn,
  figuresByDivision,
  figuresOf,
  lateItems,
  missingItems,
  percentDone,
} from '../../src/domain/progress.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  measure,
  oItem,
  planClosed,
  planImported,
  planOpened,
  reported,
} from '../support/an-agency.ts';

const FEBRUARY = bangkok('2026-02-10 10:00');

/** M1 and M4 late (one begun), M2 begun, O12 done, M3 nobody's, M5 shared. */
const history = [
  ...anOffice(),
  measure('m4', { number: 4, divisions: ['finance'], end: '2026-02-09' }),
  measure('m5', { number: 5, divisions: ['works', 'finance'], end: '2026-02-10' }),
  reported('m4', 'in_progress', { at: bangkok('2026-01-12 10:00') }),
  reported('m2', 'in_progress', { at: bangkok('2026-01-13 10:00'), by: 'works-staff' }),
  reported('o12', 'done', { at: bangkok('2026-02-08 10:00') }),
];
const agency = agencyOf(...history);
const items = itemsOf(agency, 2569);

describe('figures', () => {
  it('count each item once by status, and the late ones besides', () => {
    expect(figuresOf(agency, items, FEBRUARY)).toEqual({
      total: 6,
      done: 1,
      inProgress: 2,
      notStarted: 3,
      late: 2,
    });
  });

  it('as of an earlier day are those of that day', () => {
    expect(figuresOf(agency, items, bangkok('2026-01-12 23:59'))).toEqual({
      total: 6,
      done: 0,
      inProgress: 1,
      notStarted: 5,
      late: 0,
    });
  });

  it('of nothing are nothing', () => {
    expect(figuresOf(agency, [], FEBRUARY)).toEqual({
      total: 0,
      done: 0,
      inProgress: 0,
      notStarted: 0,
      late: 0,
    });
  });

  it("come per division in the office's order, nobody's last; a shared item counts in each", () => {
    const rows = figuresByDivision(agency, items, FEBRUARY);
    expect(
      rows.map(({ division, figures }) => [division, figures.total, figures.done, figures.late]),
    ).toEqual([
      ['finance', 4, 1, 2],
      ['works', 2, 0, 0],
      [null, 1, 0, 0],
    ]);
  });

  it('leave out divisions that own nothing', () => {
    expect(figuresByDivision(agency, [], FEBRUARY)).toEqual([]);
  });
});

describe('percent done', () => {
  const percent = (done: number, total: number) =>
    percentDone({ total, done, inProgress: 0, notStarted: total - done, late: 0 });

  it.each([
    [0, 0, 0],
    [0, 38, 0],
    [1, 3, 33],
    [2, 3, 66],
    [37, 38, 97],
    [999, 1000, 99],
    [38, 38, 100],
  ])('%i of %i is %i %%', (done, total, is) => {
    expect(percent(done, total)).toBe(is);
  });

  it('is 100 only when all is done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (total, any) => {
        const done = any % (total + 1);
        expect(percent(done, total) === 100).toBe(done === total);
      }),
    );
  });
});

describe('what is missing', () => {
  it('is what is not done, the earliest finish due first, undated last', () => {
    expect(missingItems(agency).map((item) => item.id)).toEqual(['m1', 'm4', 'm5', 'm2', 'm3']);
  });

  it('of one division is what it owns or shares', () => {
    expect(missingItems(agency, 'works').map((item) => item.id)).toEqual(['m5', 'm2']);
    expect(missingItems(agency, 'audit')).toEqual([]);
  });

  it('spans all open plans, and only those', () => {
    const older = [planImported(2568), oItem('old', { year: 2568, number: 1 }), planOpened(2568)];
    const missing = (...more: typeof older) =>
      missingItems(agencyOf(...history, ...more)).map(({ id }) => id);
    expect(missing(...older)[0]).toBe('old');
    expect(missing(...older, planClosed(2568))).not.toContain('old');
    expect(missing(...older, planClosed(2568), planClosed())).toEqual([]);
  });
});

describe('what is late', () => {
  const late = (wallClock: string, division?: string) =>
    lateItems(agency, bangkok(wallClock), division).map(({ id }) => id);

  it('is what is not done after its finish due, the longest overdue first', () => {
    expect(late('2026-02-10 10:00')).toEqual(['m1', 'm4']);
    expect(late('2026-02-11 00:00')).toEqual(['m1', 'm4', 'm5']);
    expect(late('2026-01-30 23:59')).toEqual([]);
    expect(late('2026-06-01 10:00')).toEqual(['m1', 'm4', 'm5', 'm2']);
  });

  it('of one division is what it owns or shares', () => {
    expect(late('2026-06-01 10:00', 'works')).toEqual(['m5', 'm2']);
  });
});

describe('what falls due', () => {
  const monthly = { cadence: 'named-months' as const, reportMonths: ['2026-02', '2026-03'] };
  const more = [
    ...history,
    measure('m6', { number: 6, divisions: ['works'], end: '2026-03-31', followUp: monthly }),
    measure('m7', { number: 7, divisions: ['works'], end: '2026-04-15', followUp: monthly }),
    reported('m7', 'in_progress', { at: bangkok('2026-02-20 10:00'), by: 'works-staff' }),
  ];
  const dues = (from: string, to: string, division: string | null = null, history_ = more) =>
    duesIn(agencyOf(...history_), { from, to, division }).map(
      ({ item, kind, date }) => `${date} ${item.id} ${kind}`,
    );

  it('are finishes and reports of unfinished items between two days, both included, by date', () => {
    expect(dues('2026-02-09', '2026-03-31')).toEqual([
      '2026-02-09 m4 finish',
      '2026-02-10 m5 finish',
      '2026-02-27 m6 report',
      '2026-03-31 m2 finish',
      '2026-03-31 m6 finish',
      '2026-03-31 m6 report',
      '2026-03-31 m7 report',
    ]);
    expect(dues('2026-02-11', '2026-02-26')).toEqual([]);
  });

  it('of one division are of what it owns or shares', () => {
    expect(dues('2026-01-01', '2026-02-28', 'works')).toEqual([
      '2026-02-10 m5 finish',
      '2026-02-27 m6 report',
    ]);
    expect(dues('2026-01-01', '2026-12-31', 'audit')).toEqual([]);
  });

  it('are none of what is done, or of a plan not open', () => {
    const done = reported('m6', 'done', { at: bangkok('2026-02-21 10:00'), by: 'works-staff' });
    expect(dues('2026-03-01', '2026-03-31', null, [...more, done]).join()).not.toContain('m6');
    expect(dues('2026-01-01', '2026-12-31', null, [...more, planClosed()])).toEqual([]);
  });
});
