import { describe, expect, it } from 'vitest';
import { WORDS } from '../../src/chat/understand/lexicon.ts';
import { type DivisionNamed, divisionWords, isStrayDivision } from '../../src/thai/division.ts';
import { tokensOf } from '../../src/thai/lexicon.ts';
import { normalise } from '../../src/thai/normalise.ts';
import { DIVISIONS } from '../support/an-agency.ts';

function found(text: string): string[] {
  const tokens = tokensOf(normalise(text), [divisionWords(DIVISIONS), WORDS]);
  return tokens.flatMap((token, at) =>
    token.field === 'division' && !isStrayDivision(tokens, at) ? [(token.value as DivisionNamed).code] : [],
  );
}

describe('a division', () => {
  it.each(
    DIVISIONS.flatMap(({ code, name, aliases }) =>
      [name, ...aliases].map((written) => [written, code] as const),
    ),
  )('is found by %s, alone and among other words', (written, code) => {
    expect(found(written)).toEqual([code]);
    expect(found(`ขอทราบ ${written} ค่ะ`)).toEqual([code]);
  });

  it.each([
    ['กองคลังค้างอะไร', 'finance'],
    ['งานค้างของคลัง', 'finance'],
    ['คลังขาดข้อไหน', 'finance'],
    ['ฝ่ายช่างเหลืออะไร', 'works'],
    ['ทางกองช่างเสร็จแล้ว', 'works'],
    ['สป. ค้างอะไร', 'palad'],
    ['ผอ.กองศึกษาทำไปเท่าไหร่', 'education'],
    ['กองการศึกษาศาสนาและวัฒนธรรม', 'education'],
  ])('in %s is %s', (text, code) => {
    expect(found(text)).toEqual([code]);
  });

  it('is one of several', () => {
    expect(found('เทียบกองช่างกับกองการศึกษา')).toEqual(['works', 'education']);
  });

  it.each([
    'นายช่างขาดข้อไหน',
    'ช่างมันเถอะ',
    'นักศึกษามาฝึกงาน',
    'สปสช. แจ้งมา',
    'พนักงานสปา',
    'ขาดข้อไหนบ้าง',
    '',
  ])('is not found in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is found by nobody in an office without divisions', () => {
    expect(tokensOf('กองคลัง', [divisionWords([])]).map(({ field }) => field)).not.toContain('division');
  });

  it('has its words made once for a list', () => {
    expect(divisionWords(DIVISIONS)).toBe(divisionWords(DIVISIONS));
  });
});
