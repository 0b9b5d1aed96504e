import { normalise } from '../thai/normalise.ts';

/** Polite endings, which mean nothing in an exact phrase. */
export const POLITE = /(?:นะคะ|นะครับ|ค่ะ|คะ|ครับ|จ้า|หน่อย)+$/;

/** A text without spaces and polite endings, as exact phrases are compared. */
export function plainPhrase(text: string): string {
  return normalise(text).replace(/\s+/g, '').replace(POLITE, '');
}
