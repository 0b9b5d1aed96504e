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
  const full = new Set(items.flatMap((item) => [...fullNamesOf(item)]));
  for (const item of items) {
    const number = { kind: item.kind, number: item.number };
    const own = fullNamesOf(item);
    for (const name of namesOf(item)) {
      // What one item is called in full is not another's short name as well.
      if (full.has(name) && !own.has(name) && !givenNamesOf(item).has(name)) continue;
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

/** The whole title, as written. */
function fullNamesOf({ title }: NamedItem): Set<string> {
  const outside = title.replace(/\([^()]*\)/g, ' ').trim();
  return spelt([title, outside, outside.replace(TITLE_VERBS, '')].map(normalise));
}

/** What the plan itself gives besides: aliases, and what stands in brackets. */
function givenNamesOf({ title, aliases }: NamedItem): Set<string> {
  const bracket = /\(([^()]+)\)/.exec(title)?.[1];
  return spelt([...aliases, ...(bracket === undefined ? [] : [bracket])].map(normalise));
}

/** What a title has in it, and what an item with such a title is called for short. */
const SHORT = SHORT_NAMES.map(([phrase, names]) => ({ phrase: normalise(phrase), names: wordsIn(names) }));

function namesOf(item: NamedItem): Set<string> {
  const plain = normalise(item.title);
  const short = SHORT.flatMap(({ phrase, names }) => (plain.includes(phrase) ? names : []));
  return new Set([...fullNamesOf(item), ...givenNamesOf(item), ...spelt(short)]);
}

/** Names as they may be spelt: with and without spaces and dashes. */
function spelt(names: readonly string[]): Set<string> {
  const spellings = names.flatMap((name) => [name, name.replace(/[-\s.]/g, ''), name.replace(/[-.]/g, ' ')]);
  return new Set(
    spellings.map((name) => name.trim()).filter((name) => name.length >= SHORTEST && !A_NUMBER.test(name)),
  );
}
