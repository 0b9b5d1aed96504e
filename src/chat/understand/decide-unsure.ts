/** When the bot had better ask (`docs/understanding.md` §7), and what was surely said all the same. */
import { pattern } from '../../thai/pattern.ts';
import type { Ambiguous, Intent } from '../intent.ts';
import { type About, noteOf } from './about.ts';
import { asksLater, extension } from './decide-later.ts';
import { findQuestion } from './find-question.ts';
import { combined, type Statement } from './find-status.ts';
import { find, has, type Reading } from './reading.ts';

/** The speaker does not know himself, or speaks of two years, or of a name that fits several items. */
export function unsure(reading: Reading, about: About): Intent | null {
  const { items, candidates, years, statements } = about;
  const ask: Ambiguous = { intent: 'ambiguous', items, year: about.year, wanted: null };
  if (years && items.length > 0) return { ...ask, year: null };
  if (candidates.length > 0 && items.length === 0) return lacking(reading, about);
  if (items.length > 0 && isDoubtful(reading, about)) return ask;
  const guesses = has(reading, 'unsure') && items.length > 0 && !asksLater(reading);
  if (guesses && (statements.length > 0 || findQuestion(reading, statements) === null)) return ask;
  return null;
}

/** `O1 เสร็จแล้ว O2 ล่ะ`: one is told of, the other asked about. */
const AND_THAT_ONE = pattern('items la$');

/** Told of another office, guessed (`คงเสร็จแล้ว`), of all but a thing that is no item, or half of it asked. */
export function isDoubtful(reading: Reading, about: About): boolean {
  const { statements, mentions } = about;
  if (statements.length === 0) return false;
  const but = has(reading, 'except') && !mentions.some(({ excepted }) => excepted) && !about.every;
  const half = mentions.length > 1 && find(reading, AND_THAT_ONE) !== null;
  return has(reading, 'elsewhere') || but || half || statements.some((one) => isGuess(reading, one));
}

/** คง or น่าจะ with แล้ว and no day to come guesses at what has happened. */
function isGuess({ words, said }: Reading, { sense, from, to }: Statement): boolean {
  if (sense !== 'future' || said.has('date')) return false;
  const own = words.slice(from, to).map(({ field }) => field);
  return own.includes('expect') && (own.includes('already') || words[to]?.field === 'already');
}

/** Nothing fits: what to ask back for, keeping what was surely said. */
export function lacking(reading: Reading, about: About): Ambiguous {
  const { items, candidates, year, statements } = about;
  const ask: Ambiguous = {
    intent: 'ambiguous',
    items: items.length > 0 ? items : candidates,
    year,
    wanted: null,
  };
  if (items.length > 0) return ask;
  if (asksLater(reading)) {
    const later = extension(reading, about);
    if (later?.intent === 'ambiguous') return { ...later, items: ask.items };
  }
  const asked = findQuestion(reading, statements);
  if (asked !== null) {
    const who = has(reading, 'who', 'whichDivision', 'responsible');
    const aims = candidates.length > 0 || has(reading, 'said', 'kho', 'item', 'done', 'full');
    return aims ? { ...ask, wanted: { do: who ? 'responsible' : 'detail' } } : ask;
  }
  const told = combined(statements.filter(({ sense }) => sense !== 'weak'));
  if (told === null) return ask;
  const note = noteOf(reading, statements);
  const percent = told.percent === null ? {} : { percent: told.percent };
  return { ...ask, wanted: { do: 'report', status: told.status, ...percent, note } };
}
