/** Comparing Thai text that was typed, wrapped and scanned: spaces mean nothing there. */
import { arabicDigits } from '../thai/normalise.ts';

/** Without spaces, digits 0–9, Latin small: two spellings of one thing become equal. */
export function squeeze(text: string): string {
  return arabicDigits(text.normalize('NFC'))
    .replace(/[\s\u200b-\u200d\u2060\ufeff\u00ad]+/g, '')
    .toLowerCase();
}

/** Letters to change, add or drop to make `b` of `a`; `limit + 1` as soon as it is more than `limit`. */
export function editDistance(a: string, b: string, limit = Math.max(a.length, b.length)): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change);
      next.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** 1 = the same but for spaces, 0 = nothing in common. Long texts are compared by their first 400 letters. */
export function likeness(a: string, b: string): number {
  const [left, right] = [squeeze(a).slice(0, 400), squeeze(b).slice(0, 400)];
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - editDistance(left, right) / longest;
}

/** The candidate most like `text`, when it is at least `least` like it. */
export function mostLike<T>(
  text: string,
  candidates: Iterable<T>,
  nameOf: (candidate: T) => string,
  least: number,
): { readonly found: T; readonly likeness: number } | null {
  let best: { found: T; likeness: number } | null = null;
  for (const found of candidates) {
    const like = likeness(text, nameOf(found));
    if (like >= least && (best === null || like > best.likeness)) best = { found, likeness: like };
  }
  return best;
}
