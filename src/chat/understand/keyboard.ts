/** Thai typed on an English keyboard (`docs/understanding.md` §2.7), mended where no doubt is left. */
import { asThaiKeys } from '../../thai/keyboard.ts';
import { tokensOf } from '../../thai/lexicon.ts';
import { normalise } from '../../thai/normalise.ts';
import { WORDS } from './lexicon.ts';

/** A sign or a capital amid Latin letters: no English word looks like that, and most Thai words do. */
const LOOKS_THAI = /[a-z][;'[\],./\\][a-z0-9;'[\]]|[a-z][A-Z0-9][a-z;'[\]]|[;'[\]][a-z]|[a-z][;'[\]\\]/;
const CHUNK = /\S{4,200}/g;
/** They alone prove nothing. */
const SAYS_NOTHING = new Set(['other', 'number', 'numeral', 'sign', 'strange', 'foreign', 'dot', 'comma']);

/** The text with every word turned to Thai that is Thai through and through, letter for letter known. */
export function mendKeyboard(text: string): string {
  if (!LOOKS_THAI.test(text)) return text;
  return text.replace(CHUNK, (chunk) => {
    if (!LOOKS_THAI.test(chunk) || /[\u0E00-\u0E7F]|:\/\/|www\./.test(chunk)) return chunk;
    const thai = asThaiKeys(chunk);
    const tokens = tokensOf(normalise(thai), [WORDS]);
    const known = tokens.every(({ field }) => field !== 'strange' && field !== 'foreign' && field !== 'sign');
    return known && tokens.some(({ field }) => !SAYS_NOTHING.has(field)) ? thai : chunk;
  });
}
