import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/thai/normalise.ts';
import { leadingDate, wholeDate } from '../../src/thai/whole-date.ts';

/** Monday 16 February 2026. */
const TODAY = '2026-02-16';
const whole = (text: string) => wholeDate(normalise(text), TODAY);

describe('a text that is one date', () => {
  it.each([
    ['30 เม.ย. 2569', '2026-04-30'],
    ['30/4/69', '2026-04-30'],
    ['30-04-2569', '2026-04-30'],
    ['๓๐ เมษายน พ.ศ. ๒๕๖๙', '2026-04-30'],
    ['วันพฤหัสบดีที่ 30 เมษายน 2569', '2026-04-30'],
    ['30 april 2026', '2026-04-30'],
    ['29 ก.พ. 2571', '2028-02-29'],
    ['พรุ่งนี้', '2026-02-17'],
    ['วันที่ 5 เดือนหน้า', '2026-03-05'],
  ])('%s is %s', (text, day) => {
    expect(whole(text)).toEqual({ kind: 'day', day });
  });

  it.each([
    ['30 เม.ย.', ['2026-04-30', '2027-04-30']],
    ['10 ม.ค.', ['2026-01-10', '2027-01-10']],
    ['30/4', ['2026-04-30', '2027-04-30']],
  ])('%s may be any of %j', (text, days) => {
    expect(whole(text)).toEqual({ kind: 'which-year', days });
  });

  it.each([
    '',
    '30',
    'วันที่ 30',
    'เม.ย. 2569',
    'สิ้นเดือนเมษายน 2569',
    'ศุกร์หน้า',
    'วันศุกร์ที่ 30 เมษายน 2569',
    '29 ก.พ. 2569',
    '29 ก.พ.',
    '13-15 เม.ย. 2569',
    '13 ถึง 15 เม.ย. 2569',
    '30 เม.ย. 2569 15 พ.ค. 2569',
    'ก่อน 30 เม.ย. 2569',
    'หลังสงกรานต์',
    'ภายใน 3 วัน',
  ])('%s is none', (text) => {
    expect(whole(text)).toBeNull();
  });
});

it('a date at the beginning is the longest there, and the words behind it are counted', () => {
  expect(leadingDate(normalise('16 เม.ย. 2569 วันไหล บ้านเรา'), TODAY)).toEqual({
    date: { kind: 'day', day: '2026-04-16' },
    left: 2,
  });
  for (const text of ['วันไหล 16 เม.ย. 2569', 'วันศุกร์ที่ 30 เมษายน 2569 วันไหล', '29 ก.พ. 2569 วันไหล'])
    expect(leadingDate(normalise(text), TODAY), text).toBeNull();
});
