import { describe, expect, it } from 'vitest';
import { emptyAgency } from '../../src/domain/agency.ts';
import { isReminderTime } from '../../src/domain/reminder.ts';
import { monthSummary, nextSummaryAt, summaryDue } from '../../src/domain/summary.ts';
import {
  agencyOf,
  anOffice,
  aStaffedOffice,
  bangkok,
  type Happening,
  measure,
  planClosed,
  planImported,
  planOpened,
  reported,
  summaryPosted,
  undone,
} from '../support/an-agency.ts';

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

describe('the summary falls due', () => {
  const due = (history: readonly Happening[], wallClock: string) =>
    summaryDue(agencyOf(...history), bangkok(wallClock));

  it.each([
    // 1 February 2026 is a Sunday.
    ['2026-01-30 10:00', null],
    ['2026-02-01 10:00', null],
    ['2026-02-02 08:59:59', null],
    ['2026-02-02 09:00:00', '2026-01'],
    ['2026-02-02 16:29', '2026-01'],
    ['2026-02-02 16:30', null],
    ['2026-02-03 08:45', '2026-01'],
    ['2026-02-27 10:00', '2026-01'],
    ['2026-02-28 10:00', null],
    // 1 April 2026 is a Wednesday, 1 May a Friday.
    ['2026-04-01 08:59', '2026-03-wait'],
    ['2026-04-01 09:00', '2026-03'],
    ['2026-05-01 09:00', '2026-04'],
  ])('at %s: %s', (wallClock, month) => {
    expect(due(anOffice(), wallClock)).toBe(month === '2026-03-wait' ? null : month);
  });

  it('once', () => {
    const posted = [...anOffice(), summaryPosted('2026-01', FIRST_OF_FEBRUARY)];
    expect(due(posted, '2026-02-02 09:05')).toBeNull();
    expect(due(posted, '2026-02-20 10:00')).toBeNull();
    expect(due(posted, '2026-03-02 09:00')).toBe('2026-02');
  });

  it('once for the last month after three months without power', () => {
    const back = [...anOffice(), summaryPosted('2026-01', FIRST_OF_FEBRUARY)];
    expect(due(back, '2026-05-12 11:00')).toBe('2026-04');
    expect(
      due([...back, summaryPosted('2026-04', bangkok('2026-05-12 11:00'))], '2026-05-12 11:01'),
    ).toBeNull();
  });

  it('never for a month before a plan was open', () => {
    expect(due(aStaffedOffice(), '2026-02-02 09:00')).toBeNull();
    expect(due([...aStaffedOffice(), planImported()], '2026-02-02 09:00')).toBeNull();
    const opened = bangkok('2026-02-01 00:00');
    const february = [...aStaffedOffice(), planImported(), planOpened(2569, opened)];
    expect(due(february, '2026-02-02 09:00')).toBeNull();
    expect(due(february, '2026-03-02 09:00')).toBe('2026-02');
  });

  it('for the month in whose last minute the plan was opened', () => {
    const opened = bangkok('2026-01-31 23:59');
    expect(due([...aStaffedOffice(), planImported(), planOpened(2569, opened)], '2026-02-02 09:00')).toBe(
      '2026-01',
    );
  });

  it('never for a month in which the plan was closed already', () => {
    expect(
      due([...anOffice(), planClosed(2569, bangkok('2026-01-20 10:00'))], '2026-03-02 09:00'),
    ).toBeNull();
  });

  it('for the month on whose last day the plan was closed', () => {
    const closed = [...anOffice(), planClosed(2569, bangkok('2026-09-30 16:00'))];
    expect(due(closed, '2026-10-01 09:00')).toBe('2026-09');
  });
});

describe('the next summary', () => {
  const next = (history: readonly Happening[], wallClock: string) =>
    nextSummaryAt(agencyOf(...history), bangkok(wallClock));
  const posted = summaryPosted('2026-01', FIRST_OF_FEBRUARY);

  it('is at 09:00 on the first working day of the next month', () => {
    expect(next(anOffice(), '2026-01-20 10:00')).toBe(FIRST_OF_FEBRUARY);
    expect(next(anOffice(), '2026-02-01 10:00')).toBe(FIRST_OF_FEBRUARY);
    expect(next([...anOffice(), posted], '2026-02-02 09:01')).toBe(bangkok('2026-03-02 09:00'));
  });

  it('lies in the past when one is owed', () => {
    expect(next(anOffice(), '2026-02-10 10:00')).toBe(FIRST_OF_FEBRUARY);
  });

  it('is none while no plan is open', () => {
    expect(next(aStaffedOffice(), '2026-02-10 10:00')).toBeNull();
    expect(next([...anOffice(), planClosed(), posted], '2026-02-10 10:00')).toBeNull();
  });

  it('is a moment at which the summary is due indeed, for every day of a year', () => {
    const agency = agencyOf(...anOffice());
    for (let at = bangkok('2026-01-05 12:00'); at < bangkok('2027-01-05 12:00'); at += 86_400_000) {
      const then = nextSummaryAt(agency, at);
      if (then === null) throw new Error('none');
      expect(isReminderTime(emptyAgency('office'), then)).toBe(true);
      expect(summaryDue(agency, then)).not.toBeNull();
    }
  });
});
