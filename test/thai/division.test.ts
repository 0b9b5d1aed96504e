import { describe, expect, it } from 'vitest';
import { findDivision } from '../../src/thai/division.ts';
import { normalise } from '../../src/thai/normalise.ts';
import { DIVISIONS } from '../support/an-agency.ts';

const found = (text: string) => findDivision(normalise(text), DIVISIONS);

describe('a division', () => {
  it.each(
    DIVISIONS.flatMap(({ code, name, aliases }) =>
      [name, ...aliases].map((written) => [written, code] as const),
    ),
  )('is found by %s, alone and among other words', (written, code) => {
    expect(found(written)).toEqual({ code, rest: '' });
    expect(found(`ขอทราบ ${written} ค่ะ`)?.code).toBe(code);
  });

  it.each([
    ['กองคลังค้างอะไร', 'finance', 'ค้างอะไร'],
    ['งานค้างของคลัง', 'finance', 'งานค้างของ'],
    ['คลังขาดข้อไหน', 'finance', 'ขาดข้อไหน'],
    ['ฝ่ายช่างเหลืออะไร', 'works', 'ฝ่าย เหลืออะไร'],
    ['สป. ค้างอะไร', 'palad', 'ค้างอะไร'],
    ['ผอ.กองศึกษาทำไปเท่าไหร่', 'education', 'ผอ. ทำไปเท่าไหร่'],
  ])('in %s is %s, and the rest is left', (text, code, rest) => {
    expect(found(text)).toEqual({ code, rest });
  });

  it('the longest name wins', () => {
    expect(found('กองการศึกษา ศาสนาและวัฒนธรรม ขาดข้อไหน')).toEqual({ code: 'education', rest: 'ขาดข้อไหน' });
  });

  it.each([
    'นายช่างขาดข้อไหน',
    'รายช่างเทคนิค',
    'นักศึกษามาฝึกงาน',
    'รถคลังเลย',
    'สปสช. แจ้งมา',
    'พนักงานสปา',
    'เบิกคลังพัสดุไม่ได้ ถามท้องคลัง',
    'ขาดข้อไหนบ้าง',
    '',
  ])('is not found in %j', (text) => {
    expect(found(text)).toBeNull();
  });

  it('of an office without divisions is none', () => {
    expect(findDivision('กองคลัง', [])).toBeNull();
  });
});
