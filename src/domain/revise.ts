/** A document beside the plan of its year: what an import would change. */
import { type Agency, type Assessment, emptyAgency, type Item, type ItemFacts } from './agency.ts';
import { listOf } from './catalogue.ts';
import { compare, FIELDS, isSilent, unanswered } from './compare.ts';
import { type Finding, type PlanDraft, type ReadPlan, readDraft } from './draft.ts';
import type { Written } from './draft-item.ts';
import type { ItemKind } from './event.ts';
import { everyItemOf, inOrder, presentReport } from './item.ts';
import { type Matching, match } from './match.ts';
import type { Field, Revision, Standing } from './revision.ts';
import { sameWords } from './wording.ts';

/** What importing the draft would change. A plan with a provisional O-item list goes on with it until its own is known. */
export function revise(agency: Agency, draft: PlanDraft, newId: () => string): Revision {
  const year = draft.plan.fiscalYear;
  const present = agency.plans[year]?.catalogue ?? null;
  const list = listOf(agency, year) ?? (present === null ? null : listOf(agency, present));
  const read = readDraft(draft, agency.profile?.divisions ?? [], newId, list);
  const doubts = [...otherAgency(agency, draft), ...unsaid(agency, read), ...read.findings];
  return revisionOf(agency, { ...read, findings: doubts });
}

/** A plan that comes to an office which has none of that year; what was not read of it may be left out. */
export function firstImport(
  read: Pick<ReadPlan, 'year' | 'title' | 'catalogue' | 'oitDue' | 'items'> & Partial<ReadPlan>,
): Revision {
  const unread = { statuses: [], assessment: null, findings: [], readerFindings: [] };
  return revisionOf(emptyAgency(''), { ...unread, ...read });
}

/** What taking over a plan as read would change; of a kind of item it has none of, the plan's stay. */
export function revisionOf(agency: Agency, read: ReadPlan): Revision {
  const { year, title, oitDue } = read;
  const plan = agency.plans[year];
  const before = plan === undefined ? null : { title: plan.title, catalogue: plan.catalogue };
  const catalogue = read.catalogue ?? before?.catalogue ?? null;
  const newTitle = title !== null && before?.title != null && sameWords(title, before.title) ? null : title;
  const statuses = new Map(read.statuses.map(({ item, status }) => [item, status]));
  const standing = everyItemOf(agency, year).map(standingOf);
  const silent = { measure: silentIn(read.items, 'measure'), oit: silentIn(read.items, 'oit') };
  const matchings = (['measure', 'oit'] as const).map((kind) => {
    const written = read.items
      .filter((facts) => facts.kind === kind)
      .map((facts): Written => ({ facts, status: statuses.get(facts.id) ?? null }));
    const there = standing.filter(({ facts }) => facts.kind === kind);
    return written.length === 0
      ? untouched(there)
      : { ...match(written, there, kind === 'oit' && catalogue !== before?.catalogue), kept: [] };
  });
  const compared = matchings.flatMap(({ pairs, kept }) => [
    ...kept.map(({ facts }) => ({ changed: [], same: [facts], statuses: [], findings: [] })),
    ...pairs.map((pair) => compare(pair.written, pair.standing, silent)),
  ]);
  const fresh = matchings.flatMap((matching) => matching.fresh);
  return inFull({
    year,
    asOf: agency.version,
    plan: { before, after: { title: newTitle ?? before?.title ?? null, catalogue }, oitDue },
    new: fresh.map(({ facts }) => facts),
    changed: compared.flatMap((one) => one.changed),
    withdrawn: matchings.flatMap(({ gone }) => gone),
    same: compared.flatMap((one) => one.same),
    statuses: [...compared.flatMap((one) => one.statuses), ...fresh.flatMap(statedOf)],
    assessment: newResult(agency, read.assessment),
    doubtful: matchings.flatMap(({ doubts }) => doubts),
    findings: [...read.findings, ...compared.flatMap((one) => one.findings)],
    readerFindings: read.readerFindings,
    silent,
  });
}

/** In order, and without findings that the plan itself answers. */
export function inFull(revision: Revision): Revision {
  const { changed, same, withdrawn } = revision;
  const after = [...revision.new, ...same, ...changed.map((change) => change.after)];
  return {
    ...revision,
    new: [...revision.new].sort(inOrder),
    changed: [...changed].sort((a, b) => inOrder(a.after, b.after)),
    withdrawn: [...withdrawn].sort((a, b) => inOrder(a.facts, b.facts)),
    same: [...same].sort(inOrder),
    findings: unanswered(revision.findings, after),
  };
}

export function standingOf(item: Item): Standing {
  const present = presentReport(item);
  const { id, year, kind, number, title, indicators, methods, divisions, period, followUp, from } = item;
  const carried = from === undefined ? {} : { from };
  return {
    facts: { id, year, kind, number, title, indicators, methods, divisions, period, followUp, ...carried },
    told:
      present === null
        ? null
        : { status: present.status, by: present.from === 'document' ? 'document' : 'person' },
    withdrawn: item.withdrawn !== null,
  };
}

/** The status a document states of an item that is new; not started is what it is anyhow. */
export function statedOf({ facts, status }: Written): Revision['statuses'] {
  return status === null || status === 'not_started' ? [] : [{ item: facts.id, status }];
}

function untouched(standing: readonly Standing[]): Matching & { readonly kept: readonly Standing[] } {
  return { pairs: [], fresh: [], doubts: [], gone: [], kept: standing.filter(({ withdrawn }) => !withdrawn) };
}

/** An O-item list states numbers and titles; owners are the document's. */
function silentIn(items: readonly ItemFacts[], kind: ItemKind): Field[] {
  const ofKind = items.filter((facts) => facts.kind === kind);
  return FIELDS.filter((field) => ofKind.every((facts) => isSilent(facts, field)));
}

/** What the document says of no measure, though the plan does; or that it has no measure at all. */
function unsaid(agency: Agency, read: ReadPlan): Finding[] {
  const isMeasure = ({ kind }: ItemFacts) => kind === 'measure';
  const there = everyItemOf(agency, read.year).filter((item) => isMeasure(item) && item.withdrawn === null);
  if (there.length === 0) return [];
  if (!read.items.some(isMeasure)) return [{ item: 'measures', kind: 'no-measures', read: null }];
  return silentIn(read.items, 'measure')
    .filter((field) => there.some((item) => !isSilent(item, field)))
    .map((field) => ({ item: 'measures', kind: 'not-stated', read: null, field }));
}

function otherAgency({ profile }: Agency, { agency: named }: PlanDraft): Finding[] {
  const names = [named?.name, named?.shortName].filter((name) => name != null);
  if (profile === null || names.length === 0) return [];
  const ours = [profile.name, profile.shortName];
  const same = names.some((name) => ours.some((own) => sameWords(own, name)));
  return same ? [] : [{ item: 'agency', kind: 'other-agency', read: names[0] ?? null }];
}

/** The result as stated; what it leaves out stays as recorded when it is the same result (the same total). */
function newResult(agency: Agency, stated: Assessment | null): Revision['assessment'] {
  if (stated === null) return null;
  const before = agency.assessments[stated.year] ?? null;
  const after = before?.total === stated.total ? filledFrom(before, stated) : stated;
  return before !== null && sameResult(before, after) ? null : { before, after };
}

function filledFrom(before: Assessment, stated: Assessment): Assessment {
  const { iit, eit, oit } = before.instruments;
  const questions = stated.questions ?? before.questions;
  const oItems = stated.oItems ?? before.oItems;
  return {
    ...stated,
    level: stated.level ?? before.level,
    instruments: {
      iit: stated.instruments.iit ?? iit,
      eit: stated.instruments.eit ?? eit,
      oit: stated.instruments.oit ?? oit,
    },
    indicators: stated.indicators.length > 0 ? stated.indicators : before.indicators,
    ...(questions === undefined ? {} : { questions }),
    ...(oItems === undefined ? {} : { oItems }),
  };
}

function sameResult(a: Assessment, b: Assessment): boolean {
  const text = ({ year, total, level, instruments: { iit, eit, oit }, ...more }: Assessment) => {
    const indicators = [...more.indicators].sort((one, other) => one.number - other.number);
    const scores = indicators.map(({ number, score }) => [number, score]);
    return JSON.stringify([year, total, level, iit, eit, oit, scores, more.questions, more.oItems]);
  };
  return text(a) === text(b);
}
