/** A plan as a document reader gives it (`example/plan-2569.json` shows the shape), and how it becomes items. */
import { z } from 'zod';
import type { Assessment, ItemFacts } from './agency.ts';
import { isDay, isMonth } from './calendar.ts';
import { type Catalogue, catalogueOf, itemOfList } from './catalogue.ts';
import { type AssessmentFinding, assessmentFields, readAssessment } from './draft-assessment.ts';
import type { Division, FollowUp, Period } from './event.ts';

const text = z.string().nullish();
const day = z.string().refine(isDay, 'a date written YYYY-MM-DD').nullish();
const indicator = z.int().min(1).max(10);
const responsible = z.array(z.object({ code: z.string(), name: z.string() })).default([]);

/** Only what is kept is read; the reader's other fields (lines, notes, questions) pass unread. */
export const planDraft = z.object({
  agency: z.object({ name: text, shortName: text }).nullish(),
  document: z.object({ title: text }).nullish(),
  plan: z.object({ fiscalYear: z.int().min(2500).max(2700) }),
  measures: z.array(
    z.object({
      number: z.int().min(1).max(999).nullish(),
      title: z.string().trim().min(1),
      indicator: z.union([indicator, z.array(indicator)]).nullish(),
      methods: z.array(z.object({ text: z.string() })).default([]),
      responsibleAsWritten: text,
      responsible,
      period: z.object({ asWritten: text, start: day, end: day }).nullish(),
      followUp: z
        .object({
          asWritten: text,
          cadence: z.enum(['monthly', 'named-months', 'months', 'date', 'none']).nullish(),
          dueDate: day,
          reportMonths: z.array(z.string().refine(isMonth, 'a month written YYYY-MM')).default([]),
        })
        .nullish(),
    }),
  ),
  oItems: z
    .array(z.object({ id: z.string().regex(/^O\d{1,2}$/), responsibleAsWritten: text, responsible }))
    .default([]),
  ...assessmentFields,
});

export type PlanDraft = z.infer<typeof planDraft>;

/** Something the coordinator should look at: which item, what was read, why it is doubtful. */
export interface Finding {
  readonly item: string;
  readonly kind:
    | 'no-date'
    | 'no-report-date'
    | 'no-number'
    | 'unknown-division'
    | 'no-division'
    | 'double-number'
    | 'no-catalogue'
    | 'not-in-catalogue'
    | AssessmentFinding['kind'];
  readonly read: string | null;
}

export interface ReadPlan {
  readonly year: number;
  readonly title: string | null;
  readonly catalogue: number | null;
  /** 30 April: proposed, for the coordinator to confirm (as in 2565, the one year whose OIT window is known to the day). */
  readonly oitDue: string;
  readonly items: readonly ItemFacts[];
  /** The last result, as far as the document states one; `record-assessment` keeps it. */
  readonly assessment: Assessment | null;
  readonly findings: readonly Finding[];
}

/**
 * Turns a draft into items of the given office: the draft's measures and every O-item of the year's list. A value is
 * taken or becomes a finding, never invented; an owner the office does not have is left out and found.
 */
export function readDraft(draft: PlanDraft, divisions: readonly Division[], newId: () => string): ReadPlan {
  const year = draft.plan.fiscalYear;
  const list = catalogueOf(year);
  const findings: Finding[] = [];
  const items = [
    ...measuresOf(draft, divisions, newId, findings),
    ...oItemsOf(draft, list, divisions, newId, findings),
  ];
  if (list === null) findings.push({ item: `ITA ${year}`, kind: 'no-catalogue', read: null });
  const { assessment, findings: doubts } = readAssessment(draft);
  return {
    year,
    title: draft.document?.title ?? null,
    catalogue: list === null ? null : year,
    oitDue: `${year - 543}-04-30`,
    items,
    assessment,
    findings: [...findings, ...doubts],
  };
}

function measuresOf(
  draft: PlanDraft,
  divisions: readonly Division[],
  newId: () => string,
  findings: Finding[],
): ItemFacts[] {
  const written = new Set(draft.measures.map((measure) => measure.number ?? null));
  const taken = new Set<number>();
  return draft.measures.map((measure, index) => {
    const number = numberOf(measure, index, written, taken, findings);
    taken.add(number);
    const item = `M${number}`;
    const period = {
      asWritten: measure.period?.asWritten ?? null,
      start: measure.period?.start ?? null,
      end: measure.period?.end ?? null,
    };
    const followUp = followUpOf(measure.followUp);
    if (lacksDates(followUp, period))
      findings.push({ item, kind: 'no-report-date', read: followUp.asWritten });
    if (period.end === null && followUp.dueDate === null) {
      findings.push({ item, kind: 'no-date', read: period.asWritten });
    }
    const { indicator } = measure;
    return {
      id: newId(),
      year: draft.plan.fiscalYear,
      kind: 'measure',
      number,
      title: measure.title.trim(),
      indicators: indicator == null ? [] : Array.isArray(indicator) ? indicator : [indicator],
      methods: measure.methods.map((method) => method.text),
      divisions: ownersOf(item, measure, divisions, findings),
      period,
      followUp,
    };
  });
}

/** The number written; one that is missing or stands twice becomes a number nobody wrote, and a finding. */
function numberOf(
  measure: PlanDraft['measures'][number],
  index: number,
  written: ReadonlySet<number | null>,
  taken: ReadonlySet<number>,
  findings: Finding[],
): number {
  const wanted = measure.number ?? index + 1;
  const free = !taken.has(wanted) && (measure.number != null || !written.has(wanted));
  if (measure.number == null && written.size > 1)
    findings.push({ item: `M${wanted}`, kind: 'no-number', read: measure.title });
  if (free) return wanted;
  if (measure.number != null)
    findings.push({ item: `M${wanted}`, kind: 'double-number', read: measure.title });
  let next = 1;
  while (written.has(next) || taken.has(next)) next += 1;
  return next;
}

function oItemsOf(
  draft: PlanDraft,
  list: Catalogue | null,
  divisions: readonly Division[],
  newId: () => string,
  findings: Finding[],
): ItemFacts[] {
  const named = new Map(draft.oItems.map((item) => [Number(item.id.slice(1)), item]));
  const items = (list?.items ?? []).map((entry): ItemFacts => {
    const written = named.get(entry.no);
    named.delete(entry.no);
    const owners = ownersOf(`O${entry.no}`, written ?? { responsible: [] }, divisions, findings);
    return itemOfList(entry, { id: newId(), year: draft.plan.fiscalYear, divisions: owners });
  });
  for (const no of named.keys()) findings.push({ item: `O${no}`, kind: 'not-in-catalogue', read: null });
  return items;
}

function followUpOf(written: PlanDraft['measures'][number]['followUp']): FollowUp {
  const named = written?.cadence === 'months' ? 'named-months' : (written?.cadence ?? 'none');
  const dueDate = written?.dueDate ?? null;
  // A date is a date, whether or not the reader named its cadence.
  const cadence = named === 'none' && dueDate !== null ? 'date' : named;
  return {
    asWritten: written?.asWritten ?? null,
    cadence,
    dueDate: cadence === 'date' ? dueDate : null,
    reportMonths: written?.reportMonths ?? [],
  };
}

/** A follow-up is asked for, but no day follows from it. */
function lacksDates(followUp: FollowUp, period: Period): boolean {
  switch (followUp.cadence) {
    case 'none':
      return followUp.asWritten !== null;
    case 'date':
      return followUp.dueDate === null;
    case 'named-months':
      return followUp.reportMonths.length === 0;
    case 'monthly':
      return period.start === null || period.end === null;
  }
}

function ownersOf(
  item: string,
  written: {
    readonly responsible: PlanDraft['oItems'][number]['responsible'];
    readonly responsibleAsWritten?: string | null | undefined;
  },
  divisions: readonly Division[],
  findings: Finding[],
): string[] {
  const owners = new Set<string>();
  for (const { code, name } of written.responsible) {
    if (code === 'all') {
      for (const division of divisions) owners.add(division.code);
      continue;
    }
    const known = divisions.find((division) => division.code === code || sameName(division, name));
    if (known === undefined) findings.push({ item, kind: 'unknown-division', read: name });
    else owners.add(known.code);
  }
  if (owners.size === 0)
    findings.push({ item, kind: 'no-division', read: written.responsibleAsWritten ?? null });
  return [...owners];
}

function sameName(division: Division, name: string): boolean {
  const plain = (text: string) => text.replace(/[\sฯ.]/g, '');
  return [division.name, ...division.aliases].some((known) => plain(known) === plain(name));
}
