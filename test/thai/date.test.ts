import { describe, expect, it } from 'vitest';
import { ceYear, clockTime, longDay, longMonth, shortDay } from '../../src/thai/date.ts';

const MONTHS = [
  ['มกราคม', 'ม.ค.'],
  ['กุมภาพันธ์', 'ก.พ.'],
  ['มีนาคม', 'มี.ค.'],
  ['เมษายน', 'เม.ย.'],
  ['พฤษภาคม', 'พ.ค.'],
  ['มิถุนายน', 'มิ.ย.'],
  ['กรกฎาคม', 'ก.ค.'],
  ['สิงหาคม', 'ส.ค.'],
  ['กันยายน', 'ก.ย.'],
  ['ตุลาคม', 'ต.ค.'],
  ['พฤศจิกายน', 'พ.ย.'],
  ['ธันวาคม', 'ธ.ค.'],
] as const;

describe('saying a date', () => {
  it.each([
    ['2026-03-31', 'วันอังคารที่ 31 มีนาคม 2569', '31 มี.ค. 69'],
    ['2026-01-01', 'วันพฤหัสบดีที่ 1 มกราคม 2569', '1 ม.ค. 69'],
    ['2024-02-29', 'วันพฤหัสบดีที่ 29 กุมภาพันธ์ 2567', '29 ก.พ. 67'],
    ['2056-12-31', 'วันอาทิตย์ที่ 31 ธันวาคม 2599', '31 ธ.ค. 99'],
    ['2057-01-01', 'วันจันทร์ที่ 1 มกราคม 2600', '1 ม.ค. 00'],
  ])('%s is %s, in short %s', (day, long, short) => {
    expect(longDay(day)).toBe(long);
    expect(shortDay(day)).toBe(short);
  });

  it('every month has its name', () => {
    MONTHS.forEach(([full, short], index) => {
      const month = `2026-${String(index + 1).padStart(2, '0')}`;
      expect(longMonth(month)).toBe(`${full} 2569`);
      expect(shortDay(`${month}-05`)).toBe(`5 ${short} 69`);
    });
  });

  it('a month that does not exist is an error, not a wrong name', () => {
    expect(() => longMonth('2026-13')).toThrow(RangeError);
  });

  it.each([
    [0, '00.00 น.'],
    [525, '08.45 น.'],
    [1_439, '23.59 น.'],
  ])('minute %i is %s', (minute, said) => {
    expect(clockTime(minute)).toBe(said);
  });
});

describe('a year as written', () => {
  it.each([
    [69, 2026],
    [0, 1957],
    [99, 2056],
    [2569, 2026],
    [2400, 1857],
    [2399, 2399],
    [2026, 2026],
    [1999, 1999],
  ])('%i is %i CE', (read, year) => {
    expect(ceYear(read)).toBe(year);
  });
});
