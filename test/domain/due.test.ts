import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/agency.ts';
import { byFinishDue, finishDue, isLate, reportDues, reportGiven } from '../../src/domain/due.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  type Happening,
  measure,
  oItem,
  planImported,
  planOpened,
  reported,
  undone,
} from '../support/an-agency.ts';

const agencyWith = (...happenings: Happening[]) =>
  agencyOf(...aStaffedOffice(), planImported(), planOpened(), ...happenings);
function itemOf(...happenings: Happening[]): Item {
  const item = Object.values(agencyWith(...happenings).items)[0];
  if (item === undefined) throw new Error('no item');
  return item;
}
const finish = (happening: Happening) => finishDue(agencyWith(happening), itemOf(happening));

describe('an item is to be finished', () => {
  it('by the end of its period', () => {
    expect(finish(measure('m1', { start: '2025-10-01', end: '2026-05-31' }))).toBe('2026-05-31');
  });

  it('by the date as written, also on a Sunday: a written date never moves', () => {
    expect(finish(measure('m1', { end: '2026-05-31' }))).toBe('2026-05-31');
  });

  it('by its one date when it has no period', () => {
    const followUp = { cadence: 'date' as const, dueDate: '2026-02-27' };
    expect(finish(measure('m1', { followUp }))).toBe('2026-02-27');
  });

  it('by the end of the period when it has a date to report too', () => {
    const followUp = { cadence: 'date' as const, dueDate: '2026-02-27' };
    expect(finish(measure('m1', { end: '2026-03-31', followUp }))).toBe('2026-03-31');
  });

  it('by the end of the OIT window when it is an O-item, whatever its own period says', () => {
    expect(finish(oItem('o12', { number: 12 }))).toBe('2026-04-30');
    expect(finish(oItem('o12', { number: 12, end: '2026-01-31' }))).toBe('2026-04-30');
  });

  it('by no day when nobody set one: not guessed from a cadence or the fiscal year', () => {
    expect(finish(measure('m1'))).toBeNull();
    expect(finish(measure('m1', { start: '2025-10-01' }))).toBeNull();
    expect(
      finish(measure('m1', { followUp: { cadence: 'named-months', reportMonths: ['2026-04'] } })),
    ).toBeNull();
  });
});

describe('a report is expected', () => {
  const dues = (words: Parameters<typeof measure>[1]) => reportDues(agencyOf(), itemOf(measure('m1', words)));

  it("on each month's last working day, for every month of the period", () => {
    expect(dues({ start: '2025-11-15', end: '2026-02-10', followUp: { cadence: 'monthly' } })).toEqual([
      '2025-11-28',
      // 31 December is a holiday.
      '2025-12-30',
      '2026-01-30',
      '2026-02-27',
    ]);
  });

  it("on 29 February when that is a leap year's last working day", () => {
    expect(dues({ start: '2028-02-01', end: '2028-02-29', followUp: { cadence: 'monthly' } })).toEqual([
      '2028-02-29',
    ]);
  });

  it('never when monthly but without a whole period', () => {
    expect(dues({ end: '2026-03-31', followUp: { cadence: 'monthly' } })).toEqual([]);
    expect(dues({ start: '2026-03-31', followUp: { cadence: 'monthly' } })).toEqual([]);
  });

  it('in the named months, in order, though one lies in the next fiscal year', () => {
    const followUp = { cadence: 'named-months' as const, reportMonths: ['2026-10', '2026-04'] };
    expect(dues({ start: '2025-10-01', end: '2026-09-30', followUp })).toEqual(['2026-04-30', '2026-10-30']);
  });

  it('on its one date, when that is not the day to finish', () => {
    const followUp = { cadence: 'date' as const, dueDate: '2026-02-27' };
    expect(dues({ end: '2026-03-31', followUp })).toEqual(['2026-02-27']);
    expect(dues({ end: '2026-02-27', followUp })).toEqual([]);
    expect(dues({ followUp })).toEqual([]);
  });

  it('not at all when the plan asks for none', () => {
    expect(dues({ start: '2025-10-01', end: '2026-09-30' })).toEqual([]);
    expect(reportDues(agencyOf(), itemOf(oItem('o12')))).toEqual([]);
  });
});

describe('the report for a month is given', () => {
  const DATE = '2026-02-27';
  const given = (...more: Happening[]) => reportGiven(agencyOf(), itemOf(measure('m1'), ...more), DATE);
  const on = (wallClock: string, report = 'r') =>
    reported('m1', 'in_progress', { at: bangkok(wallClock), report });

  it('from the first moment of that month in Bangkok', () => {
    expect(given(on('2026-01-31 23:59:59'))).toBe(false);
    expect(given(on('2026-02-01 00:00:00'))).toBe(true);
  });

  it('also later: one report answers for the months before', () => {
    expect(given(on('2026-04-20 10:00'))).toBe(true);
  });

  it('no longer when it was taken back', () => {
    expect(given(on('2026-02-20 10:00'), undone('m1', 'r', bangkok('2026-02-20 10:05')))).toBe(false);
  });

  it('for ever once the item is done', () => {
    expect(given(reported('m1', 'done', { at: bangkok('2026-01-10 10:00') }))).toBe(true);
  });

  it('not when nothing was ever told', () => {
    expect(given()).toBe(false);
  });
});

describe('late', () => {
  const m1 = measure('m1', { end: '2026-01-30' });
  const late = (wallClock: string, ...more: Happening[]) =>
    isLate(agencyWith(m1, ...more), itemOf(m1, ...more), bangkok(wallClock));

  it('begins the day after the due date, at midnight in Bangkok', () => {
    expect(late('2026-01-30 23:59:59')).toBe(false);
    expect(late('2026-01-31 00:00:00')).toBe(true);
  });

  it('ends with done, and does not return to the past: as of 1 February it was late', () => {
    const done = reported('m1', 'done', { at: bangkok('2026-02-05 10:00') });
    expect(late('2026-02-06 09:00', done)).toBe(false);
    expect(late('2026-02-01 09:00', done)).toBe(true);
  });

  it('never is what has no date', () => {
    const undated = measure('m1');
    expect(isLate(agencyWith(undated), itemOf(undated), bangkok('2030-01-01 00:00'))).toBe(false);
  });
});

it('items sort by their finish due, those without a date last, equals as they were', () => {
  const agency = agencyWith(
    measure('undated', { number: 1 }),
    measure('march', { number: 2, end: '2026-03-31' }),
    oItem('april', { number: 1 }),
    measure('january', { number: 3, end: '2026-01-30' }),
    measure('march-too', { number: 4, end: '2026-03-31' }),
  );
  expect(
    Object.values(agency.items)
      .sort(byFinishDue(agency))
      .map((item) => item.id),
  ).toEqual(['january', 'march', 'march-too', 'april', 'undated']);
});
