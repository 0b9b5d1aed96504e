/** Documents that come to the office, and what happens by them. */

import type { Command } from '../../src/domain/command.ts';
import { decide } from '../../src/domain/decide.ts';
import { type PlanDraft, planDraft } from '../../src/domain/draft.ts';
import { revise } from '../../src/domain/revise.ts';
import type { Revision } from '../../src/domain/revision.ts';
import { type Answer, settleDoubts } from '../../src/domain/settle-doubts.ts';
import {
  agencyOf,
  aStaffedOffice,
  countingIds,
  type Happening,
  happened,
  member,
  START,
} from '../support/an-agency.ts';

export const coordinator = member('coordinator');
export const MINUTE = 60_000;

/** A measure as a draft writes it: กองคลัง's, to the end of March, unless told otherwise. */
export const row = (title: string, more: object = {}) => ({
  title,
  responsible: [{ code: 'finance', name: 'กองคลัง' }],
  period: { asWritten: 'ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙', start: '2025-10-01', end: '2026-03-31' },
  ...more,
});

/** A document of 2569 that gives each measure its place as its number. */
export function document(measures: readonly object[], more: object = {}): PlanDraft {
  const numbered = measures.map((one, index) => ({ number: index + 1, ...one }));
  return planDraft.parse({ plan: { fiscalYear: 2569 }, measures: numbered, ...more });
}

/** The history with what a command did: refused is a fault of the test. */
export function andThen(history: readonly Happening[], command: Command, at = START): Happening[] {
  const decision = decide(agencyOf(...history), command, at);
  if (!decision.ok) throw new Error(`${command.type} is refused: ${JSON.stringify(decision.refusal)}`);
  const by = 'by' in command ? command.by : coordinator;
  return [...history, ...decision.events.map((event) => happened(event, { at, by }))];
}

/** What a document would change, with its doubts answered. */
export function previewed(
  history: readonly Happening[],
  draft: PlanDraft,
  answers: Readonly<Record<string, Answer>> = {},
  prefix = 'x',
): Revision {
  return settleDoubts(revise(agencyOf(...history), draft, countingIds(prefix)), answers);
}

/** The history with a document imported; its new items are `prefix-1`, `prefix-2`, … in the document's order. */
export function imported(
  history: readonly Happening[],
  draft: PlanDraft,
  {
    id = 'import-1',
    at = START,
    answers = {},
  }: { readonly id?: string; readonly at?: number; readonly answers?: Readonly<Record<string, Answer>> } = {},
): Happening[] {
  const change = previewed(history, draft, answers, id);
  return andThen(history, { type: 'revise-plan', by: coordinator, revision: id, change }, at);
}

/** The staffed office with a plan of these measures, ids `import-1-1`, `import-1-2`, …, open. */
export function openedWith(...measures: readonly object[]): Happening[] {
  const draft = imported(aStaffedOffice(), document(measures));
  return andThen(draft, { type: 'open-plan', by: coordinator, year: 2569 });
}
