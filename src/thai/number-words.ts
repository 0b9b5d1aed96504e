/** Numbers said in words, as voice typing writes them (`docs/understanding.md` §3): ยี่สิบเอ็ด, สามสิบกว่า, ร้อย. */
import { joinTokens, type Token } from './lexicon.ts';

/** Words of one number, the digit each stands for. สิบ and ร้อย multiply what stands before them. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ศูนย์: 0,
  หนึ่ง: 1,
  นึง: 1,
  เอ็ด: 1,
  สอง: 2,
  ยี่: 2,
  สาม: 3,
  สี่: 4,
  ห้า: 5,
  หก: 6,
  เจ็ด: 7,
  เจด: 7,
  แปด: 8,
  เก้า: 9,
  เก้: 9,
  สิบ: 10,
  ซิบ: 10,
  ร้อย: 100,
};

/** Replaces number words that belong together by one `number` token; words with a space between them do not. */
export function joinNumberWords(tokens: readonly Token[]): Token[] {
  if (!tokens.some(({ field }) => field === 'numeral')) return [...tokens];
  return joinTokens(tokens, (at) => {
    if (tokens[at]?.field !== 'numeral') return null;
    const { value, used } = numberAt(tokens, at);
    return { field: 'number', value, to: at + used };
  });
}

/** One number from the words at a place: units, then สิบ and its units; หนึ่งร้อย and ร้อย are 100. */
function numberAt(tokens: readonly Token[], at: number): { value: number; used: number } {
  const word = (offset: number): number | null => {
    const token = tokens[at + offset];
    if (token?.field !== 'numeral' || (offset > 0 && token.spaced)) return null;
    return Number(token.value);
  };
  const first = word(0) ?? 0;
  if (first === 100) return { value: 100, used: 1 };
  const second = word(1);
  if (first !== 10 && second === 100) return { value: first * 100, used: 2 };
  const tens = first === 10 ? 1 : second === 10 ? first : null;
  if (tens === null) return { value: first, used: 1 };
  const used = first === 10 ? 1 : 2;
  const units = word(used);
  return units !== null && units < 10
    ? { value: tens * 10 + units, used: used + 1 }
    : { value: tens * 10, used };
}
