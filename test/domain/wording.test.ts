import { describe, expect, it } from 'vitest';
import { ALIKE, likeness, plainWords, sameWords } from '../../src/domain/wording.ts';

describe('two wordings are one', () => {
  it.each([
    ['จัดทำ  คู่มือ', 'จัดทำคู่มือ'],
    ['๑. จัดทำคู่มือ ๓ เล่ม', 'จัดทำคู่มือ 3 เล่ม'],
    ['-จัดทำคู่มือ', 'จัดทำคู่มือ'],
    ['ระบบ (E-Service)', 'ระบบ E – service'],
    ['“นโยบาย No Gift”', 'นโยบาย no gift'],
    ['จัดท\u0e4d\u0e32', 'จัดท\u0e33'],
    ['เว็บ\u200bไซต์', 'เว็บไซต์'],
  ])('%j and %j', (a, b) => expect(sameWords(a, b)).toBe(true));

  it.each([
    ['ให้ความรู้ ครั้งที่ 1', 'ให้ความรู้ ครั้งที่ 2'],
    ['กองคลัง', 'กองช่าง'],
    ['9.1 ข้อมูลพื้นฐาน', '9.2 ข้อมูลพื้นฐาน'],
    ['การทุจริต', 'การทุจริตฯ ซ้ำ'],
    ['—', '…'],
  ])('not %j and %j', (a, b) => expect(sameWords(a, b)).toBe(false));

  it('a title of marks only is itself', () => expect(sameWords('—', '—')).toBe(true));

  it('keeps a number that is no list mark', () => expect(plainWords('5 ส')).toBe('5ส'));
});

describe('likeness', () => {
  it('is 1 for the same words, 0 for nothing in common, and the same both ways', () => {
    expect(likeness('1. จัดทำคู่มือ', 'จัดทำ คู่มือ')).toBe(1);
    expect(likeness('กขค', 'งจฉ')).toBe(0);
    expect(likeness('', '')).toBe(0);
    expect(likeness('จัดทำคู่มือ', 'จัดทำแผน')).toBe(likeness('จัดทำแผน', 'จัดทำคู่มือ'));
  });

  it('asks about a scan’s damage, not about two measures of one plan', () => {
    const title = 'มีแนวทางปฏิบัติเกี่ยวกับการใช้ทรัพย์สินของราชการที่ถูกต้อง';
    expect(likeness(title, 'มีแนวทางปฎิบัติเกียวกับการใช้ทรัพย์สินของทางราชการทีถูกต้อง')).toBeGreaterThan(ALIKE);
    expect(likeness(title, 'การจัดทำประกาศข้อปฏิบัติในการขอใช้ทรัพย์สินของทางราชการไปใช้ในการปฏิบัติงาน')).toBeLessThan(
      ALIKE,
    );
  });
});
