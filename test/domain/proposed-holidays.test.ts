import { describe, expect, it } from 'vitest';
import { holidaysOf, shippedHolidays } from '../../src/domain/holidays.ts';
import { proposedHolidays } from '../../src/domain/proposed-holidays.ts';

const substitutes = (year: number) =>
  (proposedHolidays(year)?.days ?? []).filter(({ kind }) => kind === 'substitute').map(({ day }) => day);

describe('a proposal', () => {
  it('has the nineteen days without วันพืชมงคล, and vouches for nothing', () => {
    const proposal = proposedHolidays(2570);
    expect(proposal).toMatchObject({ year: 2570, confirmed: false });
    const yearly = proposal?.days.filter(({ kind }) => kind !== 'substitute') ?? [];
    expect(yearly).toHaveLength(18);
    expect(JSON.stringify(yearly)).not.toContain('พืชมงคล');
  });

  /** Substitutes as they were given (public lists of those years; 2565 to 2567 are in `docs/calendar.md`). */
  it.each([
    [2563, ['2020-02-10', '2020-07-07', '2020-12-07'], 'Asanha on a Sunday before Khao Phansa'],
    [2564, ['2021-07-26', '2021-10-25', '2021-12-06'], 'one day for Saturday and Sunday'],
    [2565, ['2022-01-03', '2022-05-16', '2022-10-24', '2022-12-12'], 'New Year on a Saturday'],
    [2566, ['2023-01-02', '2023-04-17', '2023-06-05', '2023-08-14', '2023-12-11'], 'two feasts on one day'],
    [
      2567,
      [
        '2024-01-02',
        '2024-02-26',
        '2024-04-08',
        '2024-04-16',
        '2024-05-06',
        '2024-07-22',
        '2024-07-29',
        '2024-10-14',
      ],
      'the last day of the year before on a Sunday',
    ],
  ])('substitutes of %i are %j: %s', (year, days) => {
    expect(substitutes(year)).toEqual(days);
  });

  it('names two feasts of one day together', () => {
    const both = proposedHolidays(2566)?.days.filter(({ day }) => day === '2023-06-03') ?? [];
    expect(both).toHaveLength(1);
    expect(both[0]?.name).toMatch(/^วันวิสาขบูชา และวันเฉลิมพระชนมพรรษา/);
  });

  it('is none for years that had other holidays, or whose lunar feasts are not known', () => {
    expect([2562, 2601].map(proposedHolidays)).toEqual([null, null]);
  });

  it.each([
    [2568, ['2025-05-09', '2025-06-02', '2025-08-11']],
    [2569, ['2026-01-02', '2026-05-13']],
    [2570, []],
  ])('is the list of %i that is shipped but for what is announced: %j', (year, announced) => {
    const list = shippedHolidays(year)?.days ?? [];
    const byRule = list.filter(({ kind }) => kind !== 'announced' && kind !== 'cabinet');
    expect(byRule).toEqual(proposedHolidays(year)?.days);
    expect(list.filter((one) => !byRule.includes(one)).map(({ day }) => day)).toEqual(announced);
  });

  it('is no list: a year nobody set has none', () => {
    expect(holidaysOf({ holidays: {} }, 2571)).toBeNull();
  });
});
