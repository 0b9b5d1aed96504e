/** The words the bot knows, as one lexicon, made once when the program starts. */
import { addDateWords } from '../../thai/find-dates.ts';
import { Lexicon } from '../../thai/lexicon.ts';
import { normalise } from '../../thai/normalise.ts';
import { NUMBER_WORDS } from '../../thai/number-words.ts';
import { ACTION_WORDS } from './words-action.ts';
import { ORDINARY_WORDS } from './words-ordinary.ts';
import { PEOPLE_WORDS } from './words-people.ts';
import { POLITE_WORDS } from './words-polite.ts';
import { QUESTION_WORDS } from './words-question.ts';
import { STATUS_WORDS } from './words-status.ts';
import { TOPIC_WORDS } from './words-topic.ts';

/** In order: a word that stands in two fields belongs to the first. */
const FIELDS = [
  POLITE_WORDS,
  STATUS_WORDS,
  QUESTION_WORDS,
  ACTION_WORDS,
  PEOPLE_WORDS,
  TOPIC_WORDS,
  ORDINARY_WORDS,
] as const;

/** The words of a field, as they stand in normalised text. */
export function wordsIn(list: string): string[] {
  return list
    .split(/\s+/)
    .map((word) => normalise(word.replaceAll('_', ' ')))
    .filter((word) => word !== '');
}

const MARK = /[\u0E48-\u0E4C\u0E47]/;
/** Shorter words with a mark left out are too often other words (ข้อ without its tone is ขอ). */
const LONG_ENOUGH = 7;

/** Everything that stands in the word files, and dates and numbers. */
export const WORDS: Lexicon = made();

function made(): Lexicon {
  const lexicon = new Lexicon();
  addDateWords(lexicon);
  for (const [word, value] of Object.entries(NUMBER_WORDS)) lexicon.add(word, { field: 'numeral', value });
  const all: (readonly [word: string, field: string])[] = [];
  for (const fields of FIELDS)
    for (const [field, list] of Object.entries(fields))
      for (const word of wordsIn(list)) all.push([word, field]);
  for (const [word, field] of all) lexicon.add(word, { field });
  // Slips come last, so that none takes the place of a word.
  for (const [word, field] of all) for (const slip of slipsOf(word)) lexicon.add(slip, { field });
  return lexicon;
}

/**
 * Slips of the finger that keep a word readable: a tone typed one letter too late (ขอ้, แลว้), and in long words a tone or
 * ็ or ์ left out (เรียบรอย). No guessing beyond that: เดือน, เตือน and เลื่อน are one letter apart.
 */
function slipsOf(word: string): string[] {
  const slips: string[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const mark = word[at] ?? '';
    if (!MARK.test(mark)) continue;
    const without = word.slice(0, at) + word.slice(at + 1);
    const next = without[at] ?? '';
    if (/[\u0E01-\u0E2E\u0E32\u0E30]/.test(next))
      slips.push(without.slice(0, at + 1) + mark + without.slice(at + 1));
    if (word.length >= LONG_ENOUGH) slips.push(without);
  }
  return slips;
}
