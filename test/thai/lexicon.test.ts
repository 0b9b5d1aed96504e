import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinTokens, Lexicon, tokensOf } from '../../src/thai/lexicon.ts';

const lexicon = new Lexicon();
for (const word of ['รอ', 'รอง', 'กรอก', 'ขอ', 'ของ', 'ข้อ', 'ไฟ', 'ไฟล์', 'แล้ว', 'ค่ะ', 'done', 'not done'])
  lexicon.add(word, { field: word });
lexicon.add('มีค', { field: 'มีค', apart: true });

const cut = (text: string) =>
  tokensOf(text, [lexicon]).map(({ field, text: word }) => (field === word ? word : `${field}:${word}`));

describe('text is cut into the longest words known', () => {
  it.each([
    ['รอรองกรอก', ['รอ', 'รอง', 'กรอก']],
    ['ขอของ', ['ขอ', 'ของ']],
    ['ขอ้', ['strange:ขอ้']],
    ['ไฟล์', ['ไฟล์']],
    ['ขอไฟล์', ['ขอ', 'ไฟล์']],
    ['done', ['done']],
    ['not done', ['not done']],
    ['undone', ['foreign:undone']],
    ['doner', ['foreign:doner']],
    ['o12 เสดแล้ว', ['foreign:o', 'number:12', 'strange:เสด', 'แล้ว']],
    ['15มีค69', ['number:15', 'มีค', 'number:69']],
    ['มีคน', ['strange:มีคน']],
    ['แล้ววค่ะ', ['แล้ว', 'ค่ะ']],
    ['แล้วว', ['แล้ว']],
    ['รอๆ ค่ะ', ['รอ', 'ค่ะ']],
    ['(รอ) 50%', ['open:(', 'รอ', 'close:)', 'number:50', 'percentSign:%']],
    ['😀รอ', ['sign:😀', 'รอ']],
    ['', []],
  ])('%s', (text, words) => {
    expect(cut(text)).toEqual(words);
  });

  it('a token says where it stands and whether a space is before it', () => {
    expect(tokensOf('รอ 5', [lexicon])).toEqual([
      { field: 'รอ', text: 'รอ', at: 0, end: 2, spaced: true },
      { field: 'number', value: 5, text: '5', at: 3, end: 4, spaced: true },
    ]);
  });

  it('what is added first stays', () => {
    const twice = new Lexicon();
    twice.add('รอ', { field: 'first' });
    twice.add('รอ', { field: 'second' });
    expect(twice.longestAt('รอ', 0)?.entry.field).toBe('first');
    expect([twice.has('รอ'), twice.has('รอง')]).toEqual([true, false]);
  });

  it('tokens stand in order and never overlap, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0;
        for (const token of tokensOf(text, [lexicon])) {
          expect(token.at).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.at);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

it('tokens are joined with their text', () => {
  const tokens = tokensOf('รอ 5 ขอ', [lexicon]);
  const joined = joinTokens(tokens, (at) => (at === 0 ? { field: 'both', value: 7, to: 2 } : null));
  expect(joined.map(({ field, text, value, end }) => [field, text, value, end])).toEqual([
    ['both', 'รอ5', 7, 4],
    ['ขอ', 'ขอ', undefined, 7],
  ]);
});
