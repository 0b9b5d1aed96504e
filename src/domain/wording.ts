/**
 * When two wordings are one: documents write the same title with other spaces, Thai or Arabic digits, list marks and
 * quotes. Only such differences are nothing; all others are asked. The thresholds come from five offices' plans and the
 * lists of 2568 and 2569: two measures of one plan are alike by less than 0.5, one item under two years' names by more.
 */

/** From here up two titles may be the same thing said otherwise: a person is asked, nothing follows by itself. */
export const ALIKE = 0.6;
/** Under one number less likeness is worth a question. */
export const ALIKE_UNDER_ONE_NUMBER = 0.35;

/** The letters, marks and digits of a text, digits as 0–9, without the list mark or number in front. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/^[\s\-–—•*]+/, '')
    .replace(/^\(?\d{1,3}\s*[.)](?!\d)/, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

export function sameWords(a: string, b: string): boolean {
  return a === b || (plainWords(a) !== '' && plainWords(a) === plainWords(b));
}

/** 0 nothing in common, 1 the same words: the share of letter pairs both have (Dice). */
export function likeness(a: string, b: string): number {
  const [first, second] = [pairsOf(plainWords(a)), pairsOf(plainWords(b))];
  const total = size(first) + size(second);
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0);
  return (2 * shared) / total;
}

function pairsOf(text: string): Map<string, number> {
  const letters = [...text];
  const pairs = new Map<string, number>();
  for (let at = 1; at < letters.length; at += 1) {
    const pair = `${letters[at - 1]}${letters[at]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function size(pairs: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of pairs.values()) sum += count;
  return sum;
}
