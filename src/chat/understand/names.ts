/** Items named by their title or a short name of it (`docs/understanding.md` §12). */
import type { Agency } from '../../domain/agency.ts';
import { codeOf, type ItemNumber, openPlans } from '../../domain/item.ts';
import { Lexicon } from '../../thai/lexicon.ts';
import { normalise } from '../../thai/normalise.ts';
import { wordsIn } from './lexicon.ts';
import { SHORT_NAMES, TITLE_VERBS } from './short-names.ts';

/** An item with everything it is called. */
export interface NamedItem extends ItemNumber {
  readonly title: string;
  readonly aliases: readonly string[];
  /** Codes of the divisions that own it. */
  readonly divisions: readonly string[];
}

const ofAgency = new WeakMap<Agency['items'], readonly NamedItem[]>();

/** The items of the agency's open plans; the same list as long as its items are the same. */
export function namedItems(agency: Agency): readonly NamedItem[] {
  const known = ofAgency.get(agency.items);
  if (known !== undefined) return known;
  const open = new Set(openPlans(agency).map(({ year }) => year));
  const items = Object.values(agency.items)
    .filter(({ year }) => open.has(year))
    .map(({ kind, number, title, divisions }) => ({ kind, number, title, divisions, aliases: [] }));
  ofAgency.set(agency.items, items);
  return items;
}

const made = new WeakMap<readonly NamedItem[], Lexicon>();

/** The names of items as words; the value of each is the items it fits. Made once for a list. */
export function nameWords(items: readonly NamedItem[]): Lexicon {
  const known = made.get(items);
  if (known !== undefined) return known;
  const fits = new Map<string, Map<string, ItemNumber>>();
  for (const item of items) {
    const number = { kind: item.kind, number: item.number };
    for (const name of namesOf(item)) {
      const all = fits.get(name) ?? new Map<string, ItemNumber>();
      all.set(codeOf(number), number);
      fits.set(name, all);
    }
  }
  const lexicon = new Lexicon();
  for (const [name, all] of fits) lexicon.add(name, { field: 'name', value: [...all.values()] });
  made.set(items, lexicon);
  return lexicon;
}

/** A name shorter than this is a word like any other; and what reads as a number (`O12`) is one. */
const SHORTEST = 2;
const A_NUMBER = /^(?:o|m|โอ|ม\.?|ข้อ)?\s?\d*$/;

function namesOf({ title, aliases }: NamedItem): Set<string> {
  const bracket = /\(([^()]+)\)/.exec(title)?.[1];
  const outside = title.replace(/\([^()]*\)/g, ' ').trim();
  const written = [title, outside, outside.replace(TITLE_VERBS, ''), ...aliases];
  if (bracket !== undefined) written.push(bracket);
  const plain = normalise(title);
  const names = written.map(normalise);
  for (const [phrase, short] of SHORT_NAMES)
    if (plain.includes(normalise(phrase))) names.push(...wordsIn(short));
  const spellings = names.flatMap((name) => [name, name.replace(/[-\s.]/g, ''), name.replace(/[-.]/g, ' ')]);
  return new Set(
    spellings.map((name) => name.trim()).filter((name) => name.length >= SHORTEST && !A_NUMBER.test(name)),
  );
}
