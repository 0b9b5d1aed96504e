import { describe, expect, it } from 'vitest';
import { Lexicon, tokensOf } from '../../src/thai/lexicon.ts';
import { joinNumberWords, NUMBER_WORDS } from '../../src/thai/number-words.ts';

const lexicon = new Lexicon();
for (const [word, value] of Object.entries(NUMBER_WORDS)) lexicon.add(word, { field: 'numeral', value });

const numbers = (text: string) =>
  joinNumberWords(tokensOf(text, [lexicon])).flatMap(({ field, value }) =>
    field === 'number' ? [value] : [],
  );

const UNITS = ['', 'เอ็ด', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
const TENS = ['', 'สิบ', 'ยี่สิบ', 'สามสิบ', 'สี่สิบ', 'ห้าสิบ', 'หกสิบ', 'เจ็ดสิบ', 'แปดสิบ', 'เก้าสิบ'];

describe('number words', () => {
  it('every number up to ninety-nine', () => {
    for (let number = 1; number < 100; number += 1) {
      const written = `${TENS[Math.floor(number / 10)]}${number === 1 ? 'หนึ่ง' : UNITS[number % 10]}`;
      expect(numbers(written), written).toEqual([number]);
    }
  });

  it.each([
    ['ร้อย', [100]],
    ['หนึ่งร้อย', [100]],
    ['ศูนย์', [0]],
    ['สองสาม', [2, 3]],
    ['สาม สี่', [3, 4]],
    ['โอสามสิบกว่า', [30]],
    ['12', [12]],
    ['', []],
  ])('%s', (text, values) => {
    expect(numbers(text)).toEqual(values);
  });
});
