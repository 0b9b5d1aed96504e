/** Names of divisions as people write them (`docs/understanding.md` §9). */
import { Lexicon, type Token } from './lexicon.ts';
import { normalise } from './normalise.ts';

export interface NamedDivision {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What the value of a `division` token is. */
export interface DivisionNamed {
  readonly code: string;
  /** It is a name wherever it stands; คลัง, ช่าง, ศึกษา are ordinary words as well. */
  readonly plain: boolean;
}

/** Names that begin so are names wherever they stand. */
const SAYS_DIVISION = /^(?:กอง|สำนัก|หน่วย|ฝ่าย|ฝั่ง|ส่วน|ผอ|หน\.)/;
/** So short a name is one only where nothing Thai follows: not สป in สปสช. */
const SHORT = 2;
/** What people put before a short name. */
const TITLES = ['กอง', 'ฝ่าย', 'ฝั่ง', 'ผอ.', 'ผอ', 'หน.', 'หัวหน้า', 'ทาง', 'ทางฝั่ง', 'ส่วน', 'ทีม'];

const made = new WeakMap<readonly NamedDivision[], Lexicon>();

/** The words of an office's divisions; made once for a list. */
export function divisionWords(divisions: readonly NamedDivision[]): Lexicon {
  const known = made.get(divisions);
  if (known !== undefined) return known;
  const lexicon = new Lexicon();
  for (const { code, name, aliases } of divisions) {
    for (const written of [name, ...aliases]) {
      const word = normalise(written);
      const plain = SAYS_DIVISION.test(word);
      const apart = word.length <= SHORT;
      const entry = { field: 'division', value: { code, plain } satisfies DivisionNamed, apart };
      for (const form of [word, word.replaceAll(' ', ''), word.replace(/ฯ/g, '').trim()])
        lexicon.add(form, entry);
      if (plain) continue;
      const titled = { field: 'division', value: { code, plain: true } satisfies DivisionNamed };
      for (const title of TITLES) lexicon.add(title + word, titled);
    }
  }
  made.set(divisions, lexicon);
  return lexicon;
}

/** Not ช่าง in สี่ช่างxx: an ordinary word glued to Thai that nobody knows is part of that. */
export function isStrayDivision(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.field !== 'division' || (token.value as DivisionNamed).plain) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return (before?.field === 'strange' && !token.spaced) || (after?.field === 'strange' && !after.spaced);
}
