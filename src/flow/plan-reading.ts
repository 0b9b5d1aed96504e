/** What the flow needs of whoever reads plan documents. */
import type { PlanDraft } from '../domain/draft.ts';
import type { Division } from '../domain/event.ts';
import type { RefusedFile } from '../intake/refused.ts';

/** Reads plan documents away from the flow: in bounded time and memory, and never throwing for what a file is. */
export interface PlanReader {
  read(bytes: Uint8Array, name: string, how: PlanReading): Promise<PlanRead>;
}

export interface PlanReading {
  /** The office's own: their names and codes win over the usual ones. */
  readonly divisions: readonly Division[];
  /** Of which year (BE) it is, when a person has said so. */
  readonly fiscalYear?: number;
}

export type PlanRead =
  /** `from` = what the words were taken from: of a PDF or a scan they may be damaged. */
  | { readonly kind: 'read'; readonly draft: PlanDraft; readonly from: 'document' | 'pdf' }
  /** It does not say of which year it is. */
  | { readonly kind: 'no-year' }
  /** `detail`: what was seen, for the log. */
  | { readonly kind: 'refused'; readonly why: RefusedFile; readonly detail: string };
