import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueOf, requirementsOf } from '../../src/domain/catalogue.ts';

const folder = new URL('../../src/domain/catalogues/', import.meta.url);
const YEARS = readdirSync(folder).flatMap((name) => /^(\d{4})\.json$/.exec(name)?.[1] ?? []);
const read = (year: string) => JSON.parse(readFileSync(new URL(`${year}.json`, folder), 'utf8'));

describe('the O-item lists', () => {
  it('are those of six years; 2567 and 2570 are not established and not invented', () => {
    expect(YEARS).toEqual(['2563', '2564', '2565', '2566', '2568', '2569']);
    for (const year of [2562, 2567, 2570, 0]) expect(catalogueOf(year)).toBeNull();
  });

  it.each([
    [2563, 43],
    [2564, 43],
    [2565, 43],
    [2566, 43],
    [2568, 28],
    [2569, 26],
  ])('%i has %i items', (year, count) => {
    expect(catalogueOf(year)?.items).toHaveLength(count);
  });

  it('say which O-item holds the measures and which the report on them', () => {
    const told = YEARS.map((year) => [year, read(year).measuresItem, read(year).measuresResultItem]);
    expect(told).toEqual([
      ['2563', 'O42', 'O43'],
      ['2564', 'O42', 'O43'],
      ['2565', 'O42', 'O43'],
      ['2566', 'O42', 'O43'],
      ['2568', 'O27', 'O28'],
      ['2569', 'O25', 'O26'],
    ]);
  });

  describe.each(YEARS)('%s', (year) => {
    const file = read(year);

    it('is known under its own year, counts right and names its sources', () => {
      expect(catalogueOf(Number(year))?.fiscalYear).toBe(Number(year));
      expect(file.fiscalYear).toBe(Number(year));
      expect(file.items).toHaveLength(file.count);
      expect(file.sources.length).toBeGreaterThan(0);
      expect(file.confidence).not.toBe('');
    });

    it('numbers its items O1, O2, … without a gap', () => {
      const items: { id: string; no: number }[] = file.items;
      expect(items.map((item) => item.no)).toEqual(items.map((_item, index) => index + 1));
      expect(items.map((item) => item.id)).toEqual(items.map((item) => `O${item.no}`));
    });

    it('puts every item under indicator 9 or 10 and names it', () => {
      for (const item of catalogueOf(Number(year))?.items ?? []) {
        expect(item.indicator).toMatch(/^ตัวชี้วัดที่ (9|10)(?!\d)/);
        expect(item.name).not.toBe('');
        expect(item.name).toBe(item.name.trim());
      }
    });
  });
});

describe('what an O-item must show', () => {
  it('stands in the list of its own year', () => {
    expect(requirementsOf(2566, 1)[0]).toContain('แผนผัง');
  });

  it('is empty, not invented, when the list or the year does not say', () => {
    expect(requirementsOf(2569, 1)).toEqual([]);
    expect(requirementsOf(2569, 27)).toEqual([]);
    expect(requirementsOf(2567, 1)).toEqual([]);
    expect(requirementsOf(null, 1)).toEqual([]);
  });
});
