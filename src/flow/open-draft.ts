/**
 * An import that waits for its confirmation, kept beside the ledger: what was read, what it would change, and the answers
 * so far. One per member; a newer one takes its place.
 */
import type { Preview } from '../chat/say-import.ts';
import type { Agency } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import type { PlanDraft } from '../domain/draft.ts';
import { listMove, type ReadList } from '../domain/list-draft.ts';
import { keptMs } from '../domain/retention.ts';
import { revise } from '../domain/revise.ts';
import type { Revision } from '../domain/revision.ts';
import { rollOver } from '../domain/roll-over.ts';
import { type Answer, settleDoubts } from '../domain/settle-doubts.ts';
import type { World } from './flow.ts';
import type { BesideChange, BesideRecord } from './ports.ts';

/** What a revision is made of, and made of again when the plan has changed meanwhile. */
export type DraftSource =
  | { readonly kind: 'document' | 'pdf'; readonly draft: PlanDraft }
  | { readonly kind: 'roll-over'; readonly from: number; readonly to: number }
  | { readonly kind: 'list-move'; readonly year: number };

interface Waiting {
  readonly id: string;
  readonly member: string;
  readonly made: Instant;
  /** The file's; empty = there is none. */
  readonly name: string;
}

export interface OpenImport extends Waiting {
  readonly what: 'plan';
  readonly source: DraftSource;
  readonly revision: Revision;
  /** By the doubt's id. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** An O-item list as read; `source` = the publication, as the coordinator says it. */
export interface OpenList extends Waiting {
  readonly what: 'list';
  readonly list: ReadList;
  readonly source: string | null;
}

export type OpenDraft = OpenImport | OpenList;

/** Letters of a draft beside the ledger; the longest plan seen has 60,000. */
const MOST_LETTERS = 3_000_000;

/** Null = it is longer than any plan. */
export function putDraft(draft: OpenDraft): BesideChange | null {
  const json = JSON.stringify(draft);
  if (json.length > MOST_LETTERS) return null;
  const value = { made: String(draft.made), json };
  return { do: 'put', record: { kind: 'draft', id: draft.id, key: draft.member, value } };
}

export function dropDraft(id: string): BesideChange {
  return { do: 'drop', kind: 'draft', id };
}

/** When it was made, without reading all of it. */
export function draftMade({ value }: BesideRecord): Instant {
  return Number(value.made ?? 0);
}

/** What this program wrote; null = it is too old to be confirmed. */
function draftOf(record: BesideRecord, now: Instant): OpenDraft | null {
  if (draftMade(record) < now - keptMs('draft')) return null;
  return JSON.parse(record.value.json ?? '{}') as OpenDraft;
}

/** The draft of this id if it is this member's own, else null: an id may be forged. */
export async function ownDraft(
  world: World,
  agency: string,
  member: string,
  id: string,
): Promise<OpenDraft | null> {
  const record = await world.store.beside(agency, 'draft', id);
  return record === null || record.key !== member ? null : draftOf(record, world.clock.now());
}

/** What the member has open, or null. */
export async function openDraftOf(world: World, agency: string, member: string): Promise<OpenDraft | null> {
  const record = await world.store.besideByKey(agency, 'draft', member);
  return record === null ? null : draftOf(record, world.clock.now());
}

/** The record under the member's key, whatever its age: it goes when another comes. */
export async function dropOpenDraft(world: World, agency: string, member: string): Promise<BesideChange[]> {
  const record = await world.store.besideByKey(agency, 'draft', member);
  return record === null ? [] : [dropDraft(record.id)];
}

/** What taking over the source would change now. Null = it has nowhere to go any more. */
export function revisionFrom(agency: Agency, source: DraftSource, newId: () => string): Revision | null {
  switch (source.kind) {
    case 'document':
    case 'pdf':
      return revise(agency, source.draft, newId);
    case 'roll-over':
      return rollOver(agency, source.from, source.to, newId);
    case 'list-move':
      return listMove(agency, source.year, newId);
  }
}

/** As it is shown: with the answers taken in. */
export function previewOf({ id, name, source, revision, answers }: OpenImport): Preview {
  return { draft: id, name, kind: source.kind, revision: settleDoubts(revision, answers) };
}

/** Names of people stand in a document's committee and approvals: no import needs them. */
export function withoutPeople({
  committee: _committee,
  approvalChain: _chain,
  ...draft
}: PlanDraft): PlanDraft {
  return draft;
}
