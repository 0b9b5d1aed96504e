/**
 * The official O-item list of a new year, read by the same reader as a plan: taken as the document has it, for a person to
 * confirm (`record-list`); and the step of a plan from a provisional list to its own.
 */
import type { Agency, RecordedList } from './agency.ts';
import { listOf } from './catalogue.ts';
import { type Finding, type PlanDraft, proposedOitDue } from './draft.ts';
import { oItemsOf } from './draft-item.ts';
import { revisionOf } from './revise.ts';
import type { Revision } from './revision.ts';

export interface ReadList {
  readonly year: number;
  readonly items: RecordedList['items'];
  readonly findings: readonly Finding[];
}

/** The draft's O-items as a list, in order: one without a name and a number's second item are left out and found. */
export function readList(draft: PlanDraft): ReadList {
  const findings: Finding[] = [];
  const items = new Map<number, RecordedList['items'][number]>();
  for (const { id: item, name, indicator, requirements } of draft.oItems) {
    const number = Number(item.slice(1));
    const title = name?.trim() ?? '';
    if (title === '') findings.push({ item, kind: 'no-name', read: null });
    else if (number === 0 || items.has(number)) findings.push({ item, kind: 'double-number', read: title });
    else {
      const shown = requirements.map((one) => one.trim()).filter((one) => one !== '');
      items.set(number, { number, title, indicator: indicator ?? null, requirements: shown });
    }
  }
  const sorted = [...items.values()].sort((a, b) => a.number - b.number);
  sorted.forEach(({ number, title }, index) => {
    if (number > (sorted[index - 1]?.number ?? 0) + 1)
      findings.push({ item: `O${number}`, kind: 'number-gap', read: title });
  });
  return { year: draft.plan.fiscalYear, items: sorted, findings };
}

/**
 * A plan with a provisional list, or with none, goes over to its own year's: items of the same title stay the same, those
 * of a like title or the same number are asked, the rest come or go; measures stay. Null = it has nowhere to go.
 */
export function listMove(agency: Agency, year: number, newId: () => string): Revision | null {
  const list = listOf(agency, year);
  const plan = agency.plans[year];
  if (list === null || plan === undefined || plan.catalogue === year) return null;
  const findings: Finding[] = [];
  const reading = { year, divisions: agency.profile?.divisions ?? [], newId, findings };
  const items = oItemsOf([], list, reading).map(({ facts }) => facts);
  return revisionOf(agency, {
    year,
    title: null,
    catalogue: year,
    oitDue: proposedOitDue(year),
    items,
    statuses: [],
    assessment: null,
    findings,
    readerFindings: [],
  });
}
