/** A plan as a document reader gives it (`truth/*.json` shape), and how it becomes items. */
import { z } from 'zod';
import type { ItemFacts } from './agency.ts';
import { isDay, isMonth } from './calendar.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import type { Division, FollowUp } from './event.ts';

const text = z.string().nullish();
const day = z.string().refine(isDay, 'a date written YYYY-MM-DD').nullish();
const responsible = z.array(z.object({ code: z.string(), name: z.string() })).default([]);

/** Only what a plan needs is read; the reader's other fields (lines, notes, scores) pass unread. */
export const planDraft = z.object({
  agency: z.object({ name: text, shortName: text }).nullish(),
  document: z.object({ title: text }).nullish(),
  plan: z.object({ fiscalYear: z.int().min(2500).max(2700) }),
  measures: z.array(
    z.object({
      number: z.int().min(1).max(999).nullish(),
      title: z.string().min(1),
      indicator: z.union([z.int(), z.array(z.int())]).nullish(),
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
});

export type PlanDraft = z.infer<typeof planDraft>;

/** Something the coordinator should look at: which item, what was read, why it is doubtful. */
export interface Finding {
  readonly item: string;
  readonly kind:
    | 'no-date'
    | 'unknown-division'
    | 'no-division'
    | 'double-number'
    | 'no-catalogue'
    | 'not-in-catalogue';
  readonly read: string | null;
}

export interface ReadPlan {
  readonly year: number;
  readonly title: string | null;
  readonly catalogue: number | null;
  /** 30 April: proposed, for the coordinator to confirm (`ita/domain.md` §10). */
  readonly oitDue: string;
  readonly items: readonly ItemFacts[];
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
  return {
    year,
    title: draft.document?.title ?? null,
    catalogue: list === null ? null : year,
    oitDue: `${year - 543}-04-30`,
    items,
    findings,
  };
}

function measuresOf(
  draft: PlanDraft,
  divisions: readonly Division[],
  newId: () => string,
  findings: Finding[],
): ItemFacts[] {
  const taken = new Set<number>();
  return draft.measures.map((measure, index) => {
    let number = measure.number ?? index + 1;
    if (taken.has(number)) {
      findings.push({ item: `M${number}`, kind: 'double-number', read: measure.title });
      number = Math.max(...taken) + 1;
    }
    taken.add(number);
    const item = `M${number}`;
    const period = {
      asWritten: measure.period?.asWritten ?? null,
      start: measure.period?.start ?? null,
      end: measure.period?.end ?? null,
    };
    const followUp = followUpOf(measure.followUp);
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
    const indicator = /ตัวชี้วัดที่\s*(\d+)/.exec(entry.indicator)?.[1];
    return {
      id: newId(),
      year: draft.plan.fiscalYear,
      kind: 'oit',
      number: entry.no,
      title: entry.name,
      indicators: indicator === undefined ? [] : [Number(indicator)],
      methods: [],
      divisions: ownersOf(`O${entry.no}`, written ?? { responsible: [] }, divisions, findings),
      period: { asWritten: null, start: null, end: null },
      followUp: { asWritten: null, cadence: 'none', dueDate: null, reportMonths: [] },
    };
  });
  for (const no of named.keys()) findings.push({ item: `O${no}`, kind: 'not-in-catalogue', read: null });
  return items;
}

function followUpOf(written: PlanDraft['measures'][number]['followUp']): FollowUp {
  const cadence = written?.cadence === 'months' ? 'named-months' : (written?.cadence ?? 'none');
  return {
    asWritten: written?.asWritten ?? null,
    cadence,
    dueDate: cadence === 'date' ? (written?.dueDate ?? null) : null,
    reportMonths: written?.reportMonths ?? [],
  };
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
