import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arabicDigits, normalise, thaiDigits } from '../../src/thai/normalise.ts';

describe('normalise', () => {
  it.each([
    ['Thai digits are Arabic', 'O๑๒ ๖๐%', 'o12 60%'],
    ['Latin is lower-case', 'O12 DONE', 'o12 done'],
    ['invisible characters go', 'ข้อ\u200B 027\uFEFF\u2060\u00AD\u200C', 'ข้อ 027'],
    ['a joiner between Thai letters goes', 'ก\u200Dข', 'กข'],
    [
      'a hard space and a tab are spaces, one is enough, and a line break stays one',
      ' O12\u00A0\t\nเสร็จ  แล้ว ',
      'o12\nเสร็จ แล้ว',
    ],
    ['two เ are แ', 'เเล้ว', 'แล้ว'],
    ['nikhahit and า are ำ', 'ด\u0E4D\u0E32เนินการ', 'ดำเนินการ'],
    ['nikhahit, tone and า are tone and ำ', 'น\u0E4D\u0E49\u0E32', 'น้ำ'],
    ['a tone typed before its vowel stands after it', 'ท\u0E48\u0E35', 'ที่'],
    ['a vowel or tone typed twice is one', 'ที\u0E35\u0E48\u0E48', 'ที่'],
    ['a stretched ending is one letter', 'แล้วววววว', 'แล้ว'],
    ['two of a letter stay two', 'กรรม สรรหา', 'กรรม สรรหา'],
  ])('%s', (_, typed, plain) => {
    expect(normalise(typed)).toBe(plain);
  });

  it('keeps the joiner that holds an emoji together', () => {
    expect(normalise('👨‍👩‍👧')).toBe('👨‍👩‍👧');
  });

  it('keeps ำ one character', () => {
    expect([...normalise('ทำ')]).toEqual(['ท', 'ำ']);
  });

  it('of what is normal already changes nothing more', () => {
    const letter = fc.integer({ min: 0x0e01, max: 0x0e5b }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(fc.oneof(letter, fc.constantFrom(' ', 'O', '๑', '\u200B', '9'))), (letters) => {
        const once = normalise(letters.join(''));
        // A repair may bring two letters together that a second reading would repair; five readings always settle.
        let settled = once;
        for (let reading = 0; reading < 5; reading += 1) settled = normalise(settled);
        expect(normalise(settled)).toBe(settled);
      }),
    );
  });

  it('of plain official Thai is the same text', () => {
    const title = 'จัดทำแนวปฏิบัติการยืมและการใช้ทรัพย์สินของทางราชการ ที่เกี่ยวข้อง น้ำดื่ม กตัญญู';
    expect(normalise(title)).toBe(title);
  });

  it.each([[''], ['   '], ['\u200B']])('of nothing (%j) is nothing', (text) => {
    expect(normalise(text)).toBe('');
  });

  it('never throws, and never lets an invisible character through', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(normalise(text)).not.toMatch(/[\u200B\u200C\u2060\uFEFF\u00AD๐-๙]/);
      }),
    );
  });
});

describe('digits', () => {
  it('there and back are the same', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(thaiDigits(String(number))).toMatch(/^[๐-๙]+$/);
        expect(arabicDigits(thaiDigits(String(number)))).toBe(String(number));
      }),
    );
  });

  it('leave everything else alone', () => {
    expect(thaiDigits('ข้อ O12 ปี 2569')).toBe('ข้อ O๑๒ ปี ๒๕๖๙');
    expect(arabicDigits('ข้อ O๑๒ ปี ๒๕๖๙')).toBe('ข้อ O12 ปี 2569');
  });
});
