/** What a reader took from a document, as the ledger's import reads it (`domain/draft.ts`). */
import { type PlanDraft, planDraft } from '../domain/draft.ts';
import type { Draft } from './draft.ts';

/** The plan of a draft. Null = the document does not say its fiscal year, and no person has. */
export function planDraftOf(draft: Draft): PlanDraft | null {
  return draft.plan.fiscalYear === null ? null : planDraft.parse(draft);
}
