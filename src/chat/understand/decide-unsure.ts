/** When the bot had better ask (`docs/understanding.md` §7), and what was surely said all the same. */
import type { Ambiguous, Intent } from '../intent.ts';
import { type About, noteOf } from './about.ts';
import { asksLater, extension } from './decide-later.ts';
import { findQuestion } from './find-question.ts';
import { combined } from './find-status.ts';
import { has, type Reading } from './reading.ts';

/** The speaker does not know himself, or speaks of two years, or of a name that fits several items. */
export function unsure(reading: Reading, about: About): Intent | null {
  const { items, candidates, years, statements } = about;
  const ask: Ambiguous = { intent: 'ambiguous', items, year: about.year, wanted: null };
  if (years && items.length > 0) return { ...ask, year: null };
  if (candidates.length > 0 && items.length === 0) return lacking(reading, about);
  const guesses = has(reading, 'unsure') && items.length > 0 && !asksLater(reading);
  if (guesses && (statements.length > 0 || findQuestion(reading, statements) === null)) return ask;
  return null;
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
