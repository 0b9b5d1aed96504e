/**
 * Text as people type it, made comparable (`docs/understanding.md` §2). NFC alone repairs none of this, and NFKC breaks ำ
 * in two.
 */

const INVISIBLE = /[\u200B\u200C\u200E\u200F\u2060\uFEFF\u00AD]/g;
const THAI = '\\u0E00-\\u0E7F';
const JOINER_IN_THAI = new RegExp(`(?<=[${THAI}])\\u200D(?=[${THAI}])`, 'g');
/** Marks that hang on a consonant; two alike are a slip of the finger, and so is า or ะ twice. */
const TWICE = /([\u0E30-\u0E3A\u0E40-\u0E4E])\1+/g;

/** Thai digits as 0–9. */
export function arabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/** 0–9 as Thai digits, for papers. */
export function thaiDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
}

/**
 * Repairs spelling that looks right but is not the same bytes, lower-cases Latin, makes digits Arabic and spaces single;
 * a line break stays one. Length changes: positions in the result are not positions in the original.
 */
export function normalise(text: string): string {
  return arabicDigits(text.normalize('NFC'))
    .replace(INVISIBLE, '')
    .replace(JOINER_IN_THAI, '')
    .replace(/เเ/g, 'แ')
    .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33')
    .replace(/\u0E33([\u0E48-\u0E4B])/g, '$1\u0E33')
    .replace(/([\u0E48-\u0E4B])([\u0E31\u0E34-\u0E39])/g, '$2$1')
    .replace(TWICE, '$1')
    .replace(/([\u0E01-\u0E2E])\1{2,}/g, '$1')
    .toLowerCase()
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
