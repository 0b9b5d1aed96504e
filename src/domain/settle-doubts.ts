/** The answers to a revision's doubts, taken into it. */
import { compare } from './compare.ts';
import { inFull, statedOf } from './revise.ts';
import type { Doubt, Revision, Standing } from './revision.ts';

/** What a doubtful item is: this one of the plan (of last year's), or a new one. */
export type Answer = { readonly kind: 'item'; readonly item: string } | { readonly kind: 'new' };

/**
 * The revision with the answered doubts settled, by the doubt's id. An item may also be one that was not offered but is
 * otherwise withdrawn. Each item is taken once: an answer naming one that is taken leaves its doubt open; a doubt all of
 * whose choices are taken is about something new.
 */
export function settleDoubts(revision: Revision, answers: Readonly<Record<string, Answer>>): Revision {
  let settled = revision;
  for (const doubt of revision.doubtful) {
    const answer = Object.hasOwn(answers, doubt.id) ? answers[doubt.id] : undefined;
    if (answer?.kind === 'new') settled = asNew(settled, doubt);
    if (answer?.kind !== 'item') continue;
    const standing = standingNamed(settled, doubt, answer.item);
    if (standing === null) continue;
    settled =
      doubt.kind === 'same-item' ? asItem(settled, doubt, standing) : carriedOn(settled, doubt, standing);
  }
  for (const doubt of settled.doubtful) if (doubt.choices.length === 0) settled = asNew(settled, doubt);
  return inFull(withLeftOvers(settled, revision));
}

function standingNamed(revision: Revision, { id, kind }: Doubt, item: string): Standing | null {
  const open = revision.doubtful.find((doubt) => doubt.id === id);
  const offered = (open?.choices ?? []).map(({ standing }) => standing);
  const pool = kind === 'same-item' ? [...offered, ...revision.withdrawn] : offered;
  return pool.find(({ facts }) => facts.id === item) ?? null;
}

function asNew(revision: Revision, { id, written }: Doubt): Revision {
  return {
    ...revision,
    doubtful: revision.doubtful.filter((doubt) => doubt.id !== id),
    new: [...revision.new, written.facts],
    statuses: [...revision.statuses, ...statedOf(written)],
  };
}

function asItem(revision: Revision, { id, written }: Doubt, standing: Standing): Revision {
  const compared = compare(written, standing, revision.silent);
  return {
    ...revision,
    doubtful: without(revision.doubtful, id, standing),
    withdrawn: revision.withdrawn.filter((one) => one.facts.id !== standing.facts.id),
    changed: [...revision.changed, ...compared.changed],
    same: [...revision.same, ...compared.same],
    statuses: [...revision.statuses, ...compared.statuses],
    findings: [...revision.findings, ...compared.findings],
  };
}

/** A new item that carries on one of last year's and belongs to whoever had that. */
function carriedOn(revision: Revision, { id, written }: Doubt, { facts }: Standing): Revision {
  const next = { ...written.facts, divisions: facts.divisions, from: facts.id };
  return {
    ...revision,
    doubtful: without(revision.doubtful, id, { facts, told: null, withdrawn: false }),
    new: [...revision.new, next],
  };
}

function without(doubts: readonly Doubt[], settled: string, taken: Standing): Doubt[] {
  return doubts
    .filter(({ id }) => id !== settled)
    .map((doubt) => ({
      ...doubt,
      choices: doubt.choices.filter(({ standing }) => standing.facts.id !== taken.facts.id),
    }));
}

/** Items that were offered, taken by nobody and are offered no more: the document does not have them. */
function withLeftOvers(settled: Revision, asked: Revision): Revision {
  const offered = (revision: Revision) =>
    revision.doubtful
      .filter(({ kind }) => kind === 'same-item')
      .flatMap(({ choices }) => choices.map(({ standing }) => standing));
  const gone = new Map(offered(asked).map((standing) => [standing.facts.id, standing]));
  const accounted = [
    ...offered(settled).map(({ facts }) => facts.id),
    ...settled.changed.map(({ before }) => before.id),
    ...settled.same.map(({ id }) => id),
    ...settled.withdrawn.map(({ facts }) => facts.id),
  ];
  for (const id of accounted) gone.delete(id);
  return { ...settled, withdrawn: [...settled.withdrawn, ...gone.values()] };
}
