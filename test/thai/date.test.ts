import { describe, expect, it } from 'vitest';
import { ceYear, clockTime, longDay, longMonth, namedMonth, shortDay } from '../../src/thai/date.ts';
import { normalise } from '../../src/thai/normalise.ts';

const MONTHS = [
  ['มกราคม', 'ม.ค.', 'มกรา'],
  ['กุมภาพันธ์', 'ก.พ.', 'กุมภา'],
  ['มีนาคม', 'มี.ค.', 'มีนา'],
  ['เมษายน', 'เม.ย.', 'เมษา'],
  ['พฤษภาคม', 'พ.ค.', 'พฤษภา'],
  ['มิถุนายน', 'มิ.ย.', 'มิถุนา'],
  ['กรกฎาคม', 'ก.ค.', 'กรกฎา'],
  ['สิงหาคม', 'ส.ค.', 'สิงหา'],
  ['กันยายน', 'ก.ย.', 'กันยา'],
  ['ตุลาคม', 'ต.ค.', 'ตุลา'],
  ['พฤศจิกายน', 'พ.ย.', 'พฤศจิกา'],
  ['ธันวาคม', 'ธ.ค.', 'ธันวา'],
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

describe('reading a month', () => {
  const written = MONTHS.flatMap(([full, short, cut], index) =>
    [full, short, short.replace(/\.$/, ''), short.replaceAll('.', ''), cut].map(
      (name) => [name, index + 1] as const,
    ),
  );

  it.each(written)('%s is month %i, with a year behind it or without', (name, month) => {
    expect(namedMonth(normalise(`สรุปเดือน ${name}`))).toEqual({ month, year: null });
    expect(namedMonth(normalise(`สรุปเดือน${name} 69`))).toEqual({ month, year: 2026 });
    expect(namedMonth(normalise(`สรุปเดือน${name} ๒๕๖๙ ค่ะ`))).toEqual({ month, year: 2026 });
    expect(namedMonth(normalise(`สรุปเดือน${name} พ.ศ. 2569`))).toEqual({ month, year: 2026 });
    expect(namedMonth(normalise(`สรุปเดือน${name} 2026`))).toEqual({ month, year: 2026 });
  });

  it('มี.ค. is not ม.ค., nor เม.ย. มิ.ย.', () => {
    expect([namedMonth('มี.ค.')?.month, namedMonth('ม.ค.')?.month]).toEqual([3, 1]);
    expect([namedMonth('เม.ย.')?.month, namedMonth('มิ.ย.')?.month]).toEqual([4, 6]);
  });

  it('the first of two is taken', () => {
    expect(namedMonth('มกราคม ถึง มีนาคม 69')).toEqual({ month: 1, year: null });
  });

  it.each(['', 'เดือนนี้', 'เดือน', 'ประชุม', 'ตอนบ่าย', 'มาตรการที่ 3'])('%j names none', (text) => {
    expect(namedMonth(text)).toBeNull();
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
