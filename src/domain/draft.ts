/** A plan as a document reader gives it (`example/plan-2569.json` shows the shape), and how it becomes items. */
import { z } from 'zod';
import type { Assessment, ItemFacts, ItemFields } from './agency.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { type AssessmentFinding, assessmentFields, readAssessment } from './draft-assessment.ts';
import { draftMeasure, draftOItems, otherFields, type ReaderFinding } from './draft-fields.ts';
import { measuresOf, oItemsOf } from './draft-item.ts';
import type { Division, Status } from './event.ts';

/** Only what the product uses is read; the reader's other fields (lines, notes, words as written) pass unread. */
export const planDraft = z.object({
  plan: z.object({ fiscalYear: z.int().min(2500).max(2700) }),
  measures: z.array(draftMeasure),
  oItems: draftOItems,
  ...assessmentFields,
  ...otherFields,
});

export type PlanDraft = z.infer<typeof planDraft>;

/**
 * Something the coordinator should look at: which item (by the document's number; `measures` for all, `ITA 2569` for the
 * plan), what was read, why it is doubtful.
 */
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
    /** The O-item under this number has quite another name: the document uses another year's list. Nothing is taken. */
    | 'other-list'
    /** Plans by indicator are read but not tracked: `read` says how many. */
    | 'indicator-plans'
    /** The document names another office. */
    | 'other-agency'
    /** There is no measure in the document: those of the plan stay. */
    | 'no-measures'
    /** The document says nothing of `field`, which the plan has: that stays. */
    | 'not-stated'
    /** The document states another status than the one told in chat: what was told stays. */
    | 'status-differs'
    /** It does not lie wholly in the old fiscal year: not carried into the next. */
    | 'period-not-shifted'
    | 'report-not-shifted'
    /** An O-item of a new list without its name: left out. */
    | 'no-name'
    /** Numbers are missing before this one in a new list. */
    | 'number-gap'
    | AssessmentFinding['kind'];
  readonly read: string | null;
  readonly field?: keyof ItemFields | undefined;
}

export interface ReadPlan {
  readonly year: number;
  readonly title: string | null;
  readonly catalogue: number | null;
  /** 30 April: proposed, for the coordinator to confirm (as in 2565, the one year whose OIT window is known to the day). */
  readonly oitDue: string;
  readonly items: readonly ItemFacts[];
  /** The status the document states of an item, where it states one. */
  readonly statuses: readonly { readonly item: string; readonly status: Status }[];
  /** The last result, as far as the document states one; `record-assessment` keeps it. */
  readonly assessment: Assessment | null;
  readonly findings: readonly Finding[];
  /** What the reader itself was not sure of. */
  readonly readerFindings: readonly ReaderFinding[];
}

/**
 * Turns a draft into items of the given office: the draft's measures and every O-item of the year's list (or of `list`,
 * the office's own or a provisional one). A value is taken or becomes a finding, never invented; an owner the office does
 * not have is left out and found.
 */
export function readDraft(
  draft: PlanDraft,
  divisions: readonly Division[],
  newId: () => string,
  list: Catalogue | null = catalogueOf(draft.plan.fiscalYear),
): ReadPlan {
  const year = draft.plan.fiscalYear;
  const findings: Finding[] = [];
  const reading = { year, divisions, newId, findings };
  const written = [...measuresOf(draft.measures, reading), ...oItemsOf(draft.oItems, list, reading)];
  if (list === null) findings.push({ item: `ITA ${year}`, kind: 'no-catalogue', read: null });
  const byIndicator = draft.indicatorPlans?.length ?? 0;
  if (byIndicator > 0)
    findings.push({ item: `ITA ${year}`, kind: 'indicator-plans', read: String(byIndicator) });
  const { assessment, findings: doubts } = readAssessment(draft);
  return {
    year,
    title: draft.document?.title ?? null,
    catalogue: list?.fiscalYear ?? null,
    oitDue: proposedOitDue(year),
    items: written.map(({ facts }) => facts),
    statuses: written.flatMap(({ facts, status }) => (status === null ? [] : [{ item: facts.id, status }])),
    assessment,
    findings: [...findings, ...doubts],
    readerFindings: draft.findings ?? [],
  };
}

/** The end of a year's OIT window as proposed until the coordinator confirms one. */
export function proposedOitDue(year: number): string {
  return `${year - 543}-04-30`;
}
