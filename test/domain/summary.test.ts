import { describe, expect, it } from 'vitest';
import { allLate, headsOfLate, monthSummary, reasonOf } from '../../src/domain/summary.ts';
import {
  agencyOf,
  anOffice,
  aStaffedOffice,
  bangkok,
  type Happening,
  happened,
  measure,
  member,
  oItem,
  planClosed,
  planImported,
  planOpened,
  reported,
  undone,
} from '../support/an-agency.ts';
import { asked } from './doings.ts';

const FIRST_OF_FEBRUARY = bangkok('2026-02-02 09:00');

describe('the summary of a month', () => {
  const sum = (
    history: readonly Happening[],
    month = '2026-01',
    now = FIRST_OF_FEBRUARY,
    division?: string,
  ) => {
    const summary = monthSummary(agencyOf(...history), month, now, division ?? null);
    if (summary === null) throw new Error('no summary');
    return {
      ...summary,
      moved: summary.moved.map(({ item, from, to }) => `${item.id}: ${from} -> ${to}`),
      late: summary.late.map((item) => item.id),
      next: summary.next.map(({ item, date }) => `${item.id} ${date}`),
      missingOit: summary.missingOit.map((item) => item.id),
    };
  };
  const at = (wallClock: string, more: object = {}) => ({ at: bangkok(wallClock), ...more });

  it('tells how things stood at the end of the month', () => {
    const summary = sum([
      ...anOffice(),
      reported('m2', 'in_progress', at('2026-01-20 10:00')),
      reported('m2', 'done', at('2026-02-01 00:00')),
    ]);
    expect(summary).toMatchObject({
      month: '2026-01',
      year: 2569,
      asOf: bangkok('2026-01-31 23:59:59.999'),
      overall: { total: 4, done: 0, inProgress: 1, notStarted: 3, late: 1 },
      moved: ['m2: not_started -> in_progress'],
      late: ['m1'],
      missingOit: ['o12'],
    });
  });

  it('tells how things stand now when the month is not over', () => {
    const now = bangkok('2026-01-20 12:00');
    const summary = sum(
      [
        ...anOffice(),
        reported('m1', 'done', at('2026-01-20 11:00')),
        reported('m2', 'done', at('2026-01-20 13:00')),
      ],
      '2026-01',
      now,
    );
    expect(summary).toMatchObject({ asOf: now, overall: { done: 1 }, moved: ['m1: not_started -> done'] });
  });

  it('counts what was told in the month though it was kept later', () => {
    const late = reported('m1', 'done', at('2026-01-31 23:50', { kept: bangkok('2026-02-01 06:00') }));
    expect(sum([...anOffice(), late])).toMatchObject({ overall: { done: 1, late: 0 }, late: [] });
  });

  it('does not count what was taken back within the month', () => {
    const history = [
      ...anOffice(),
      reported('m1', 'done', at('2026-01-20 10:00', { report: 'r' })),
      undone('m1', 'r', bangkok('2026-01-20 10:05')),
    ];
    expect(sum(history)).toMatchObject({ overall: { done: 0 }, moved: [] });
  });

  it('stays as it was when something is taken back in the next month, which then tells of it', () => {
    const history = [
      ...anOffice(),
      reported('m1', 'done', at('2026-01-31 20:00', { report: 'r' })),
      undone('m1', 'r', bangkok('2026-02-01 10:00')),
    ];
    expect(sum(history)).toMatchObject({ overall: { done: 1 }, moved: ['m1: not_started -> done'] });
    expect(sum(history, '2026-02', bangkok('2026-03-02 09:00'))).toMatchObject({
      overall: { done: 0 },
      moved: ['m1: done -> not_started'],
    });
  });

  it('is the same whenever it is asked for', () => {
    const before = [...anOffice(), reported('m1', 'done', at('2026-01-20 10:00'))];
    const later = [
      ...before,
      reported('m1', 'in_progress', at('2026-02-20 10:00')),
      reported('m2', 'done', at('2026-03-20 10:00')),
    ];
    const read = (history: readonly Happening[], now: number) => JSON.stringify(sum(history, '2026-01', now));
    expect(read(later, bangkok('2026-06-01 09:00'))).toBe(read(before, FIRST_OF_FEBRUARY));
  });

  it('names as moved only what ended the month otherwise than it began', () => {
    const history = [
      ...anOffice(),
      reported('m1', 'in_progress', at('2026-01-10 10:00')),
      reported('m1', 'done', at('2026-01-11 10:00')),
      reported('m2', 'in_progress', at('2026-01-12 10:00')),
      reported('m2', 'not_started', at('2026-01-13 10:00')),
      reported('o12', 'in_progress', at('2026-01-14 10:00')),
    ];
    expect(sum(history).moved).toEqual(['m1: not_started -> done', 'o12: not_started -> in_progress']);
    expect(sum(history, '2026-02', bangkok('2026-03-02 09:00')).moved).toEqual([]);
  });

  it('a report of the first moment of a month belongs to that month', () => {
    const history = [...anOffice(), reported('m1', 'done', at('2026-02-01 00:00'))];
    expect(sum(history).moved).toEqual([]);
    expect(sum(history, '2026-02', bangkok('2026-03-02 09:00')).moved).toEqual(['m1: not_started -> done']);
  });

  it('looks 30 days ahead of its own end, the earliest first, both ends included', () => {
    const history = [
      ...aStaffedOffice(),
      planImported(2569, '2026-02-15'),
      measure('past', { number: 1, end: '2026-01-30' }),
      measure('that-day', { number: 2, end: '2026-01-31' }),
      measure('day-31', { number: 3, end: '2026-03-03' }),
      measure('day-30', { number: 4, end: '2026-03-02' }),
      measure('done', { number: 5, end: '2026-02-10' }),
      measure('undated', { number: 6 }),
      planOpened(),
      reported('done', 'done', at('2026-01-20 10:00')),
    ];
    expect(sum(history)).toMatchObject({
      late: ['past'],
      next: ['that-day 2026-01-31', 'day-30 2026-03-02'],
    });
  });

  it('of one division holds its items only', () => {
    const summary = sum(anOffice(), '2026-01', FIRST_OF_FEBRUARY, 'works');
    expect(summary).toMatchObject({ overall: { total: 1 }, late: [], missingOit: [] });
    expect(summary.divisions.map((row) => row.division)).toEqual(['works']);
  });

  it("is of the month's own fiscal year, open or closed; else of the newest open plan", () => {
    const older = [planImported(2568), measure('old', { year: 2568 }), planOpened(2568)];
    const both = [...anOffice(), ...older];
    const november = bangkok('2026-11-02 09:00');
    expect(sum(both, '2025-09').year).toBe(2568);
    expect(sum([...both, planClosed(2568)], '2025-09').year).toBe(2568);
    expect(sum(both, '2025-10').year).toBe(2569);
    expect(sum(both, '2026-10', november).year).toBe(2569);
    expect(sum([...both, planImported(2570)], '2026-10', november).year).toBe(2569);
    expect(sum([...both, planImported(2570), planOpened(2570)], '2026-10', november).year).toBe(2570);
  });

  it('is none for an office without an open plan', () => {
    const draft = agencyOf(...aStaffedOffice(), planImported());
    expect(monthSummary(draft, '2026-01', FIRST_OF_FEBRUARY)).toBeNull();
    expect(monthSummary(agencyOf(...aStaffedOffice()), '2026-01', FIRST_OF_FEBRUARY)).toBeNull();
  });
});

describe('a summary while two years are open', () => {
  /** 2568 has a measure late since 31 March, one that is done, and two O-items due on 30 June. */
  const lastYear = [
    planImported(2568, '2026-06-30'),
    measure('old-late', { year: 2568, end: '2026-03-31', divisions: ['works'] }),
    measure('old-done', { year: 2568, number: 2, end: '2026-03-31' }),
    oItem('old-o3', { year: 2568, number: 3 }),
    oItem('old-o1', { year: 2568, number: 1 }),
    planOpened(2568),
    reported('old-done', 'done', { at: bangkok('2026-02-10 10:00') }),
    reported('old-o3', 'in_progress', { at: bangkok('2026-04-10 10:00') }),
  ];
  const sum = (month: string, now: string, more: Happening[] = [], division: string | null = null) =>
    monthSummary(agencyOf(...anOffice(), ...lastYear, ...more), month, bangkok(now), division);
  const left = (summary: ReturnType<typeof sum>) =>
    summary?.others.map(({ year, overall, late, missingOit }) => ({
      year,
      done: `${overall.done}/${overall.total}`,
      late: late.map(({ id }) => id),
      oit: missingOit.map(({ id }) => id),
    }));

  it('tells of the other plan what is late and which O-items are missing, and of its own all as ever', () => {
    const april = sum('2026-04', '2026-05-05 09:00');
    expect(april?.year).toBe(2569);
    expect(april?.late.map(({ year }) => year)).not.toContain(2568);
    expect(left(april)).toEqual([{ year: 2568, done: '1/4', late: ['old-late'], oit: ['old-o1', 'old-o3'] }]);
    expect(allLate(april ?? raise()).map(({ id }) => id)).toEqual(['m1', 'm2', 'old-late']);
  });

  it('tells how the other plan stood then', () => {
    expect(left(sum('2026-01', '2026-05-05 09:00'))).toMatchObject([{ done: '0/4', late: [] }]);
    const closed = [planClosed(2568, bangkok('2026-04-30 16:00'))];
    expect(left(sum('2026-03', '2026-05-05 09:00', closed))).toHaveLength(1);
    expect(left(sum('2026-04', '2026-05-05 09:00', closed))).toEqual([]);
  });

  it('of one division holds its part of the other plan only', () => {
    expect(left(sum('2026-04', '2026-05-05 09:00', [], 'works'))).toMatchObject([
      { done: '0/1', late: ['old-late'], oit: [] },
    ]);
    const others = [happened({ type: 'item-withdrawn', v: 1, item: 'old-late', revision: 'r' })];
    expect(left(sum('2026-04', '2026-05-05 09:00', others, 'works'))).toEqual([]);
  });

  it("is last year's in full until the new plan is open, then the new one's and last year's in short", () => {
    const old = agencyOf(...aStaffedOffice(), ...lastYear);
    expect(monthSummary(old, '2026-01', FIRST_OF_FEBRUARY)).toMatchObject({ year: 2568, others: [] });
    const closed = agencyOf(...aStaffedOffice(), ...lastYear, planClosed(2568, bangkok('2026-06-30 10:00')));
    expect(monthSummary(closed, '2026-01', FIRST_OF_FEBRUARY), 'though it is closed now').toMatchObject({
      year: 2568,
    });
  });

  it('names the heads of what is late in either', () => {
    const agency = agencyOf(...anOffice(), ...lastYear);
    const april = sum('2026-04', '2026-05-05 09:00') ?? raise();
    const heads = (summary: typeof april) => headsOfLate(agency, summary).map(({ member }) => member);
    expect(heads(april)).toEqual(['finance-head', 'works-head']);
    const own = april.late.filter(({ divisions }) => !divisions.includes('works'));
    expect(heads({ ...april, late: own, others: [] })).toEqual(['finance-head']);
    expect(heads({ ...april, late: own })).toEqual(['finance-head', 'works-head']);
  });
});

function raise(): never {
  throw new Error('no summary');
}

describe('a summary of shared items and moved dates', () => {
  const shared = measure('s1', { number: 9, divisions: ['finance', 'works'], end: '2026-01-20' });
  const told = (division: string, status: 'in_progress' | 'done', at: string) =>
    happened(
      { type: 'item-reported', v: 1, item: 's1', report: at, status, chat: 'direct', divisions: [division] },
      { at: bangkok(at), by: member(`${division}-staff`) },
    );
  const sum = (history: readonly Happening[], division: string | null = null) => {
    const found = monthSummary(agencyOf(...history), '2026-01', FIRST_OF_FEBRUARY, division);
    if (found === null) throw new Error('no summary');
    return found;
  };
  const office = (...more: Happening[]) => [
    ...aStaffedOffice(),
    planImported(),
    shared,
    planOpened(),
    ...more,
  ];

  it('tells whose parts moved, though the whole stands as it did', () => {
    const begun = told('finance', 'in_progress', '2025-12-20 10:00');
    const both = [begun, told('finance', 'done', '2026-01-10 10:00')];
    const [moved] = sum(office(...both)).moved;
    expect(moved).toMatchObject({
      from: 'in_progress',
      to: 'in_progress',
      parts: [{ division: 'finance', from: 'in_progress', to: 'done' }],
    });
    expect(sum(office(...both), 'finance').moved).toMatchObject([
      { from: 'in_progress', to: 'done', parts: [] },
    ]);
    expect(sum(office(...both), 'works').moved).toEqual([]);
  });

  it('of a division that did its part has nothing late', () => {
    const done = told('finance', 'done', '2026-01-10 10:00');
    expect(sum(office(done), 'finance')).toMatchObject({ late: [], overall: { done: 1, late: 0 } });
    expect(sum(office(done), 'works').late.map(({ id }) => id)).toEqual(['s1']);
    const whole = sum(office(done));
    expect(whole.late.map(({ id }) => id)).toEqual(['s1']);
    expect(
      whole.divisions.map(({ division, figures }) => `${division} ${figures.done} ${figures.late}`),
    ).toEqual(['finance 1 0', 'works 0 1']);
    expect(headsOfLate(agencyOf(...office(done)), whole)).toEqual([
      { division: 'works', member: 'works-head' },
    ]);
  });

  it('goes by a granted date from the day it was granted', () => {
    const granted = (at: string) =>
      happened(
        {
          type: 'extension-decided',
          v: 1,
          item: 's1',
          extension: 'x',
          granted: true,
          from: '2026-01-20',
          until: '2026-02-20',
        },
        { at: bangkok(at), by: member('coordinator') },
      );
    const wish = asked('s1', 'x', '2026-02-20', { at: bangkok('2026-01-15 10:00') });
    expect(sum(office(wish)).late.map(({ id }) => id)).toEqual(['s1']);
    const inTime = sum(office(wish, granted('2026-01-16 10:00')));
    expect(inTime.late).toEqual([]);
    expect(inTime.next.map(({ item, date }) => `${item.id} ${date}`)).toEqual(['s1 2026-02-20']);
    expect(sum(office(wish, granted('2026-02-01 10:00'))).late.map(({ id }) => id)).toEqual(['s1']);
  });
});

describe('why an item is late', () => {
  const END = bangkok('2026-01-31 23:59');
  const note = (id: string, at: string, more: object = {}) => {
    const ref = { id, mac: 'a'.repeat(64) };
    return happened(
      {
        type: 'item-reported',
        v: 1,
        item: 'm1',
        report: id,
        status: 'in_progress',
        note: ref,
        chat: 'direct',
        ...more,
      },
      { at: bangkok(at), by: member('finance-staff') },
    );
  };
  const wish = (id: string, at: string) =>
    happened(
      {
        type: 'extension-asked',
        v: 1,
        item: 'm1',
        extension: id,
        until: '2026-03-31',
        reason: { id, mac: 'a'.repeat(64) },
        chat: 'direct',
      },
      { at: bangkok(at), by: member('finance-staff') },
    );
  const why = (...more: Happening[]) => {
    const agency = agencyOf(...anOffice(), ...more);
    const item = agency.items.m1;
    return item === undefined ? 'no item' : (reasonOf(agency, item, END)?.id ?? null);
  };

  it('is the newest note since its date, or reason of a request', () => {
    expect(why()).toBeNull();
    expect(why(note('early', '2026-01-29 10:00'))).toBeNull();
    expect(why(note('that-day', '2026-01-30 10:00'))).toBe('that-day');
    expect(why(note('one', '2026-01-30 10:00'), note('two', '2026-01-31 10:00'))).toBe('two');
    expect(why(note('one', '2026-01-31 10:00'), wish('wish', '2026-01-31 11:00'))).toBe('wish');
    expect(why(note('one', '2026-01-31 10:00'), note('after', '2026-02-01 10:00'))).toBe('one');
  });

  it('is that of a request made before the date while nobody has decided it', () => {
    expect(why(wish('wish', '2026-01-10 10:00'))).toBe('wish');
    const refused = happened(
      {
        type: 'extension-decided',
        v: 1,
        item: 'm1',
        extension: 'wish',
        granted: false,
        from: '2026-01-30',
        until: '2026-03-31',
      },
      { at: bangkok('2026-01-12 10:00'), by: member('finance-head') },
    );
    expect(why(wish('wish', '2026-01-10 10:00'), refused)).toBeNull();
  });

  it('is not what was taken back', () => {
    expect(why(note('one', '2026-01-31 10:00'), undone('m1', 'one', bangkok('2026-01-31 10:05')))).toBeNull();
  });
});
