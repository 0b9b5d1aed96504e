import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/domain/calendar.ts';
import { lunarFeasts } from '../../src/domain/lunar.ts';

/** As they were published and kept: Makha, Visakha, Asanha (Khao Phansa is the day after). */
const KEPT: readonly (readonly [
  year: number,
  makha: string,
  visakha: string,
  asanha: string,
  kind: string,
])[] = [
  [2560, '2017-02-11', '2017-05-10', '2017-07-08', 'common'],
  [2561, '2018-03-01', '2018-05-29', '2018-07-27', 'with an extra month'],
  [2562, '2019-02-19', '2019-05-18', '2019-07-16', 'common'],
  [2563, '2020-02-08', '2020-05-06', '2020-07-05', 'with an extra day'],
  [2564, '2021-02-26', '2021-05-26', '2021-07-24', 'with an extra month'],
  [2565, '2022-02-16', '2022-05-15', '2022-07-13', 'common'],
  [2566, '2023-03-06', '2023-06-03', '2023-08-01', 'with an extra month'],
  [2567, '2024-02-24', '2024-05-22', '2024-07-20', 'common'],
  [2568, '2025-02-12', '2025-05-11', '2025-07-10', 'with an extra day'],
  [2569, '2026-03-03', '2026-05-31', '2026-07-29', 'with an extra month'],
];

describe('the lunar rule', () => {
  it.each(
    KEPT,
  )('gives the feasts of %i as they were kept: %s, %s, %s (%s)', (year, makha, visakha, asanha) => {
    expect(lunarFeasts(year)).toEqual({ makha, visakha, asanha, khaoPhansa: addDays(asanha, 1) });
  });

  it('gives those of the trial in tech.md for the years to come', () => {
    expect(lunarFeasts(2570)).toMatchObject({
      makha: '2027-02-21',
      visakha: '2027-05-20',
      asanha: '2027-07-18',
    });
    expect(lunarFeasts(2571)).toMatchObject({
      makha: '2028-02-10',
      visakha: '2028-05-08',
      asanha: '2028-07-06',
    });
  });

  it('refuses years of which the tables say nothing', () => {
    expect(lunarFeasts(2600)).not.toBeNull();
    for (const year of [2456, 2601, 2569.5, Number.NaN]) expect(lunarFeasts(year)).toBeNull();
  });

  // The new moon of 1 January 1900 (20:52 in Bangkok) and the length of a month, as astronomers have them.
  it('keeps its full moons with the moon in every year it knows: a day too many or too few would show', () => {
    const MONTH = 29.530588;
    const NEW_MOON = 0.87;
    for (let year = 2457; year <= 2600; year += 1) {
      const { makha = '', visakha = '', asanha = '' } = lunarFeasts(year) ?? {};
      for (const day of [makha, visakha, asanha]) {
        const noon = daysBetween('1900-01-01', day) + 0.5;
        const late = ((noon - NEW_MOON) % MONTH) - MONTH / 2;
        expect(late, `${day} lies ${late} days after the full moon`).toBeGreaterThan(-2.3);
        expect(late, `${day} lies ${late} days after the full moon`).toBeLessThan(0.1);
      }
      // A year with a month too many or too few would be off by a month.
      expect(asanha.slice(5) >= '07-03' && asanha.slice(5) <= '08-03', asanha).toBe(true);
    }
  });
});
