/**
 * Which item of a document is which of the plan: by number and title, else by title alone; by likeness only a question.
 * A number alone says nothing: plans are renumbered whenever a row is put in.
 */
import type { ItemFacts } from './agency.ts';
import { sameContent } from './compare.ts';
import type { Written } from './draft-item.ts';
import { codeOf } from './item.ts';
import type { Choice, Doubt, Standing } from './revision.ts';
import { ALIKE, ALIKE_UNDER_ONE_NUMBER, likeness, plainWords } from './wording.ts';

export interface Matching {
  readonly pairs: readonly { readonly written: Written; readonly standing: Standing }[];
  /** In the document only. */
  readonly fresh: readonly Written[];
  readonly doubts: readonly Doubt[];
  /** In the plan only, and in no doubt. */
  readonly gone: readonly Standing[];
}

/** As many as a question can offer as buttons beside "new". */
const AT_MOST = 3;

/** `numberAsks`: one number is worth a question whatever the titles (one list of O-items after another). */
export function match(
  written: readonly Written[],
  standing: readonly Standing[],
  numberAsks = false,
): Matching {
  const left = { written: new Set(written), standing: new Set(standing) };
  const pairs: { written: Written; standing: Standing }[] = [];
  const words = new Map([...written, ...standing].map((one) => [one, plainWords(one.facts.title)]));
  const sameTitle = (one: Written | Standing, other: Written | Standing) =>
    one.facts.title === other.facts.title || (words.get(one) !== '' && words.get(one) === words.get(other));
  const titled = (one: Written | Standing, among: Iterable<Written | Standing>) =>
    [...among].filter((other) => sameTitle(one, other)).length;
  const livingTwins = (one: Written) =>
    titled(
      one,
      [...left.standing].filter(({ withdrawn }) => !withdrawn),
    );
  const pair = (fits: (one: Written, other: Standing) => boolean) => {
    for (const one of left.written) {
      const other = [...left.standing].find((candidate) => sameTitle(one, candidate) && fits(one, candidate));
      if (other === undefined) continue;
      pairs.push({ written: one, standing: other });
      left.written.delete(one);
      left.standing.delete(other);
    }
  };
  const sameNumber = (one: Written, other: Standing) => one.facts.number === other.facts.number;
  pair((one, other) => !other.withdrawn && sameNumber(one, other));
  // Titles that stand twice: those alike in all else are told apart by nothing, the others are asked.
  pair((one, other) => !other.withdrawn && sameContent(one.facts, other.facts));
  pair((one, other) => !other.withdrawn && titled(one, left.written) === 1 && livingTwins(one) === 1);
  pair((one, other) => other.withdrawn && livingTwins(one) === 0 && sameNumber(one, other));
  pair((one, other) => other.withdrawn && livingTwins(one) === 0);

  const living = [...left.standing].filter(({ withdrawn }) => !withdrawn);
  const doubts = [...left.written].flatMap((one) => {
    const choices = choicesOf(one.facts, living, numberAsks);
    if (choices.length === 0) return [];
    left.written.delete(one);
    return [{ id: codeOf(one.facts), kind: 'same-item' as const, written: one, choices }];
  });
  const doubted = new Set(doubts.flatMap(({ choices }) => choices.map((choice) => choice.standing)));
  return {
    pairs,
    fresh: [...left.written],
    doubts,
    gone: living.filter((one) => !doubted.has(one)),
  };
}

/** What it may be, the likest first. */
export function choicesOf(facts: ItemFacts, among: readonly Standing[], numberAsks: boolean): Choice[] {
  return among
    .map((standing) => ({ standing, likeness: likeness(facts.title, standing.facts.title) }))
    .filter((choice) => {
      const sameNumber = choice.standing.facts.number === facts.number;
      return choice.likeness >= (sameNumber ? ALIKE_UNDER_ONE_NUMBER : ALIKE) || (sameNumber && numberAsks);
    })
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, AT_MOST);
}
