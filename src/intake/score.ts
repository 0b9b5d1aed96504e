/** Scores of 0 to 100, read only when every character is what it should be. */
import { arabicDigits } from '../thai/normalise.ts';

export interface ReadScore {
  readonly score: number | null;
  /** Why it was not taken. */
  readonly doubt: 'garbled-score' | 'score-out-of-range' | null;
  /** What a garbled figure might be. */
  readonly maybe: string | null;
}

const NONE: ReadScore = { score: null, doubt: null, maybe: null };

/** The score a cell holds; an empty cell and a dash hold none. */
export function readScore(cell: string): ReadScore {
  const text = arabicDigits(cell)
    .replace(/\s+/g, '')
    .replace(/^(?:คะแนน)?(?:รวม|เฉลี่ย)?(?:ร้อยละ)?/, '')
    .replace(/(?:คะแนน|%|เปอร์เซ็นต์)$/, '');
  if (text === '' || /^[-–—.]+$/.test(text)) return NONE;
  const clean = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text);
  if (clean === null) return { score: null, doubt: 'garbled-score', maybe: likelyScore(text) };
  const score = Number(`${clean[1]}.${clean[2] ?? '0'}`);
  if (score > 100) return { score: null, doubt: 'score-out-of-range', maybe: null };
  return { score, doubt: null, maybe: null };
}

/** Scanners read the Thai ๗ as ๓/ and the letter O as a zero: a proposal for a person to judge. */
function likelyScore(text: string): string | null {
  const mended = text
    .replace(/3\//g, '7')
    .replace(/[oO]/g, '0')
    .replace(/[lI|]/g, '1')
    .replace(/,,|\.\./g, '.');
  return /^\d{1,2}\.\d{1,2}$|^100(?:\.0{1,2})?$/.test(mended) ? mended : null;
}

/** A cell that is a score or was one before a scanner met it. */
export function looksLikeScore(cell: string): boolean {
  const text = arabicDigits(cell).replace(/\s+/g, '');
  if (text.length > 16 || !/\d/.test(text)) return false;
  return /^\d{1,3}[.,]\d{1,2}(?:คะแนน|%)?$/.test(text) || /^[\d./,oO|]{2,8}คะแนน$/.test(text);
}
