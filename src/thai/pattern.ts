/**
 * Patterns over words instead of letters. Every field of a lexicon is one letter of an alphabet of our own, a text is a
 * string of such letters, and `pattern('yetNot got? (begin|do)')` is a plain regular expression over it: what
 * `ยังไม่ได้ทำ` and `ยังบ่เริ่ม` share is written once, and no pattern can begin in the middle of a word.
 *
 * Names are fields; `any` is any word; `| ( ) ? * + { } [ ]`, `^`, `$`, `(?!…)` and `(?<!…)` mean what they mean in a
 * regular expression. Repetition without an end belongs to single words only, so that no pattern is super-linear.
 */
import type { Token } from './lexicon.ts';

/** First of the private letters: no text we read can be mistaken for a string of fields. */
const FIRST = 0xe000;
const letters = new Map<string, string>();

/** The letter of a field. */
function letterOf(field: string): string {
  const known = letters.get(field);
  if (known !== undefined) return known;
  const letter = String.fromCharCode(FIRST + letters.size);
  letters.set(field, letter);
  return letter;
}

/** The fields of tokens, one letter each. */
export function fieldsOf(tokens: readonly Token[]): string {
  let fields = '';
  for (const { field } of tokens) fields += letterOf(field);
  return fields;
}

/** Compiles a pattern; once, when a module is loaded. */
export function pattern(source: string): RegExp {
  return new RegExp(translated(source), 'g');
}

/** The same, to be tried at one place only. */
export function patternHere(source: string): RegExp {
  return new RegExp(translated(source), 'y');
}

function translated(source: string): string {
  return source
    .replace(/[A-Za-z][A-Za-z0-9]*/g, (name) => (name === 'any' ? '[^]' : letterOf(name)))
    .replace(/\s+/g, '');
}

/** Where a pattern stands in a string of fields, at or after `from`; null when nowhere. */
export function placeOf(
  found: RegExp,
  fields: string,
  from = 0,
): { readonly from: number; readonly to: number } | null {
  found.lastIndex = from;
  const match = found.exec(fields);
  return match === null ? null : { from: match.index, to: match.index + match[0].length };
}
