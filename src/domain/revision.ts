/** What importing a document would change: a value to look at, to settle and then to decide on (`revise-plan`). */
import type { Assessment, ItemFacts, ItemFields } from './agency.ts';
import type { Day } from './calendar.ts';
import type { Finding } from './draft.ts';
import type { ReaderFinding } from './draft-fields.ts';
import type { Written } from './draft-item.ts';
import type { ItemKind, Status } from './event.ts';

/** What a document may change of an item. */
export type Field = keyof ItemFields;

/** Plain JSON: it may wait for an answer between two messages. */
export interface Revision {
  readonly year: number;
  /** `version` of the agency it was made from: the plan must not have changed since. */
  readonly asOf: number;
  /** What the plan is called and which year's O-item list it uses; `before` null = the year has no plan yet. */
  readonly plan: { readonly before: PlanHeader | null; readonly after: PlanHeader; readonly oitDue: Day };
  readonly new: readonly ItemFacts[];
  readonly changed: readonly Change[];
  /** In the plan, but not in the document. */
  readonly withdrawn: readonly Standing[];
  readonly same: readonly ItemFacts[];
  /** Statuses the document states of items nobody reported on. */
  readonly statuses: readonly StatedStatus[];
  /** The result it states, unless just that is recorded. */
  readonly assessment: { readonly before: Assessment | null; readonly after: Assessment } | null;
  /** To be answered (`settleDoubts`) before it can be decided. */
  readonly doubtful: readonly Doubt[];
  readonly findings: readonly Finding[];
  /** What the reader of the document was not sure of. */
  readonly readerFindings: readonly ReaderFinding[];
  /** What the document says of no item of a kind: there no single item is worth a finding. */
  readonly silent: Readonly<Record<ItemKind, readonly Field[]>>;
}

export interface PlanHeader {
  readonly title: string | null;
  readonly catalogue: number | null;
}

export interface Change {
  readonly before: ItemFacts;
  readonly after: ItemFacts;
  /** Those that differ; none when it only comes back. */
  readonly fields: readonly Field[];
  /** It was withdrawn and stands in the document again. */
  readonly returns: boolean;
}

/** An item as the plan has it. */
export interface Standing {
  readonly facts: ItemFacts;
  /** Its status and who says so; null = nobody. */
  readonly told: { readonly status: Status; readonly by: 'person' | 'document' } | null;
  readonly withdrawn: boolean;
}

export interface StatedStatus {
  readonly item: string;
  readonly status: Status;
}

/** Is it one of these, or something new? */
export interface Doubt {
  /** `M3` or `O12`: the document's number, the same whenever the document is read again. */
  readonly id: string;
  /** `same-item`: one of the plan's. `last-years`: what it carries on of the year before. */
  readonly kind: 'same-item' | 'last-years';
  readonly written: Written;
  /** The likest first. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly standing: Standing;
  /** 1 = the same words. */
  readonly likeness: number;
}

/** True when deciding it would change nothing. */
export function changesNothing(revision: Revision): boolean {
  const { before, after } = revision.plan;
  return (
    before !== null &&
    before.title === after.title &&
    before.catalogue === after.catalogue &&
    revision.new.length + revision.changed.length + revision.withdrawn.length === 0 &&
    revision.statuses.length + revision.doubtful.length === 0 &&
    revision.assessment === null
  );
}
