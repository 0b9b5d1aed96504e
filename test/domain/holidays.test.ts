import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../src/domain/calendar.ts';
import type { Holiday } from '../../src/domain/event.ts';
import { daysOffOf, holidaysOf, shippedHolidays, unconfirmedHolidays } from '../../src/domain/holidays.ts';

const NONE = { holidays: {} };
const list = (year: number, confirmed: boolean, ...days: Holiday[]) => ({
  year,
  source: 'ประกาศ',
  confirmed,
  days,
});
const local = (day: string): Holiday => ({ day, name: 'วันไหล', kind: 'local' });
const holding = (...lists: ReturnType<typeof list>[]) => ({
  holidays: Object.fromEntries(lists.map((one) => [one.year, one])),
});

describe('days off', () => {
  it.each([
    ['2026-04-13', 'Songkran'],
    ['2026-06-01', 'the substitute of Visakha'],
    ['2026-01-02', 'what the Cabinet gave'],
    ['2026-05-13', 'วันพืชมงคล'],
    ['2025-04-16', 'the substitute of Songkran'],
    ['2028-04-14', 'Songkran of a year without a list'],
    ['2060-12-31', 'the last day of a year far ahead'],
  ])('%s is one: %s', (day) => {
    expect(isWorkingDay(day, daysOffOf(NONE))).toBe(false);
  });

  it.each([
    ['2026-05-01', 'วันแรงงาน is none of the government'],
    ['2026-04-16', 'the day after Songkran'],
    ['2028-05-08', 'Visakha of a year without a list is only proposed'],
  ])('%s is none: %s', (day) => {
    expect(isWorkingDay(day, daysOffOf(NONE))).toBe(true);
  });

  it('of a year are those of the list the office set, all of them and no other', () => {
    const office = holding(list(2569, true, local('2026-04-16')));
    const off = daysOffOf(office);
    expect(isWorkingDay('2026-04-16', off)).toBe(false);
    expect(isWorkingDay('2026-04-13', off)).toBe(true);
    expect(isWorkingDay('2027-04-13', off)).toBe(false);
    expect(isWorkingDay('2026-04-13', daysOffOf(NONE))).toBe(false);
  });

  it('are the same set as long as nothing changes, shared by offices without a list', () => {
    const office = holding(list(2569, true, local('2026-04-16')));
    expect(daysOffOf(office)).toBe(daysOffOf({ ...office }));
    expect(daysOffOf(NONE)).toBe(daysOffOf({ holidays: {} }));
  });
});

describe('a list that is shipped', () => {
  it.each([2568, 2569, 2570])('of %i lies in its year, in order, and says what it rests on', (year) => {
    const shipped = shippedHolidays(year);
    const days = shipped?.days.map(({ day }) => day) ?? [];
    expect(days.length).toBeGreaterThan(18);
    expect(days).toEqual([...new Set(days)].sort());
    expect(days.filter((day) => !day.startsWith(String(year - 543)))).toEqual([]);
    expect(shipped?.source).toMatch(/[ก-๙]{5}/);
  });

  it('gives way to that of the office', () => {
    expect(holidaysOf(holding(list(2569, true)), 2569)?.days).toEqual([]);
    expect(holidaysOf(NONE, 2569)).toBe(shippedHolidays(2569));
  });
});

describe('an unconfirmed year', () => {
  const confirmed = holding(list(2569, true));

  it.each([
    ['2025-03-10', NONE, []],
    ['2026-02-16', NONE, [2569]],
    ['2026-10-31', NONE, [2569]],
    ['2026-10-31', confirmed, []],
    ['2026-11-01', confirmed, [2570]],
    ['2026-12-31', NONE, [2569, 2570]],
    ['2027-11-01', holding(list(2570, true)), [2571]],
    ['2028-01-04', NONE, [2571]],
    ['2026-11-20', holding(list(2569, true), list(2570, true)), []],
  ])('is said on %s', (today, office, years) => {
    expect(unconfirmedHolidays(office, today)).toEqual(years);
  });
});
