/** Percents (`docs/understanding.md` §8): `60%`, `ร้อยละ ๖๐`, `หกสิบเปอร์เซ็นต์`, `ครึ่งทาง`, `เหลืออีก 30%`, `50-60%`. */
import { joinTokens, type Span, type Token } from '../../thai/lexicon.ts';
import { fieldsOf, patternHere } from '../../thai/pattern.ts';

const SIGN = '(percentSign|percentWord)';
/** In order: longer forms stand before shorter. A range gives its lower number. */
const FORMS: readonly (readonly [RegExp, (numbers: readonly number[]) => number | null])[] = [
  [
    patternHere(`(left|onlyLeft) some? percentBefore? number ((dash|until) number)? ${SIGN}`),
    ([n = 0]) => 100 - n,
  ],
  [patternHere('(left|onlyLeft) some? percentBefore number'), ([n = 0]) => 100 - n],
  [patternHere('(left|onlyLeft) some? within? some? half'), () => 50],
  [patternHere(`percentBefore number ((dash|until) number)? ${SIGN}?`), ([n = 0]) => n],
  [patternHere(`number ((dash|until) number)? ${SIGN}`), ([n = 0]) => n],
  [patternHere('half (unitYear|unitMonth|unitDay|hour|counter)'), () => null],
  [patternHere('half number?'), () => 50],
];

const MAY_BEGIN = new Set(['left', 'onlyLeft', 'percentBefore', 'number', 'half']);

/** Replaces the tokens of every percent by one of the field `percent`; more than a hundred is none. */
export function joinPercents(tokens: readonly Token[]): Token[] {
  if (!tokens.some(({ field }) => field.startsWith('percent') || field === 'half')) return [...tokens];
  const fields = fieldsOf(tokens);
  return joinTokens(tokens, (at) =>
    MAY_BEGIN.has(tokens[at]?.field ?? '') ? percentAt(tokens, fields, at) : null,
  );
}

function percentAt(tokens: readonly Token[], fields: string, at: number): Span | null {
  for (const [form, read] of FORMS) {
    form.lastIndex = at;
    const match = form.exec(fields);
    if (match === null) continue;
    const to = at + match[0].length;
    const numbers = tokens
      .slice(at, to)
      .flatMap(({ field, value }) => (field === 'number' ? [Number(value)] : []));
    const value = read(numbers);
    if (value === null || value < 0 || value > 100) return null;
    // ครึ่ง and a number that is not หนึ่ง: ครึ่งแล้ว 3 คน.
    const stray = tokens[at]?.field === 'half' && numbers.length > 0 && numbers[0] !== 1;
    return { field: 'percent', value, to: stray ? to - 1 : to };
  }
  return null;
}
