/**
 * An item of a plan beside the same item in a document. What the document leaves out it does not take away: an empty cell
 * or a missing column (seed reports list measures with their status and nothing else) is no statement.
 */
import type { ItemFacts, ItemFields } from './agency.ts';
import type { Finding } from './draft.ts';
import { lacksDates, type Written } from './draft-item.ts';
import type { FollowUp, Period, Status } from './event.ts';
import { codeOf } from './item.ts';
import type { Change, Field, Revision, Standing } from './revision.ts';
import { sameWords } from './wording.ts';

export const FIELDS: readonly Field[] = [
  'number',
  'title',
  'indicators',
  'methods',
  'divisions',
  'period',
  'followUp',
];

/** What one pair adds to a revision. */
export type Compared = Pick<Revision, 'changed' | 'same' | 'statuses' | 'findings'>;

/** An item of the plan that the document has as `written`. */
export function compare(written: Written, standing: Standing, silent: Revision['silent']): Compared {
  const { facts: before, withdrawn: returns } = standing;
  const { after, fields, kept } = merged(before, written.facts);
  const change: Change = { before, after, fields, returns };
  const same = fields.length === 0 && !returns;
  const item = codeOf(after);
  const stated = statusStated(written.status, standing);
  return {
    changed: same ? [] : [change],
    same: same ? [before] : [],
    statuses:
      stated === 'new' && written.status !== null ? [{ item: before.id, status: written.status }] : [],
    findings: [
      ...kept
        .filter((field) => !silent[before.kind].includes(field))
        .map((field): Finding => ({ item, kind: 'not-stated', read: null, field })),
      ...(stated === 'differs' ? [{ item, kind: 'status-differs' as const, read: written.status }] : []),
    ],
  };
}

/** True when the document says nothing of the field. */
export function isSilent(facts: ItemFields, field: Field): boolean {
  switch (field) {
    case 'number':
    case 'title':
      return false;
    case 'indicators':
    case 'methods':
    case 'divisions':
      return facts[field].length === 0;
    case 'period':
      return Object.values(facts.period).every((part) => part === null);
    case 'followUp':
      return facts.followUp.cadence === 'none' && facts.followUp.asWritten === null;
  }
}

/** True when two items differ at most in their number. */
export function sameContent(a: ItemFields, b: ItemFields): boolean {
  return FIELDS.every((field) => field === 'number' || sameField(a, b, field));
}

/** Findings of what is missing, without those that the plan's own facts answer. */
export function unanswered(findings: readonly Finding[], items: readonly ItemFacts[]): Finding[] {
  const byCode = new Map(items.map((facts) => [codeOf(facts), facts]));
  return findings.filter(({ item, kind }) => {
    const facts = byCode.get(item);
    if (facts === undefined) return true;
    if (kind === 'no-division') return facts.divisions.length === 0;
    if (kind === 'no-date') return facts.period.end === null && facts.followUp.dueDate === null;
    return kind !== 'no-report-date' || lacksDates(facts.followUp, facts.period);
  });
}

function merged(before: ItemFacts, written: ItemFacts) {
  const kept = FIELDS.filter((field) => isSilent(written, field) && !isSilent(before, field));
  const fields = FIELDS.filter((field) => !isSilent(written, field) && !sameField(before, written, field));
  const taken = Object.fromEntries(fields.map((field) => [field, written[field]]));
  const after: ItemFacts = { ...before, ...taken };
  return { after, fields, kept };
}

/** Order says nothing in divisions, indicators and months; spaces, digits and list marks say nothing in words. */
function sameField(a: ItemFields, b: ItemFields, field: Field): boolean {
  switch (field) {
    case 'number':
      return a.number === b.number;
    case 'title':
      return sameWords(a.title, b.title);
    case 'indicators':
      return sameSet(a.indicators, b.indicators);
    case 'divisions':
      return sameSet(a.divisions, b.divisions);
    case 'methods':
      return (
        a.methods.length === b.methods.length &&
        a.methods.every((method, index) => sameWords(method, b.methods[index] ?? ''))
      );
    case 'period':
      return (
        a.period.start === b.period.start &&
        a.period.end === b.period.end &&
        sameAsWritten(a.period, b.period, a.period.start !== null || a.period.end !== null)
      );
    case 'followUp':
      return (
        a.followUp.cadence === b.followUp.cadence &&
        a.followUp.dueDate === b.followUp.dueDate &&
        (a.followUp.cadence !== 'named-months' ||
          sameSet(a.followUp.reportMonths, b.followUp.reportMonths)) &&
        sameAsWritten(a.followUp, b.followUp, a.followUp.cadence !== 'none')
      );
  }
}

/**
 * A document that gives only the dates does not take their words away, nor is it a change to put words (of our own making,
 * in an exported file) to dates that stay the same.
 */
function sameAsWritten(
  { asWritten: before }: Period | FollowUp,
  { asWritten: written }: Period | FollowUp,
  dated: boolean,
): boolean {
  if (written === null || before === null) return written === null || dated;
  return sameWords(before, written);
}

function sameSet<T extends string | number>(a: readonly T[], b: readonly T[]): boolean {
  const [first, second] = [new Set(a), new Set(b)];
  return first.size === second.size && [...first].every((one) => second.has(one));
}

/** Told in chat it stands; of two documents the later one counts; not started is what an item is anyhow. */
function statusStated(status: Status | null, { told }: Standing): 'new' | 'differs' | 'nothing' {
  if (status === null || status === (told?.status ?? 'not_started')) return 'nothing';
  return told?.by === 'person' ? 'differs' : 'new';
}
