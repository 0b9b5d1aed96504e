/** A file somebody sent, kept beside the ledger until it is read: who, what, and how often it was tried. */
import type { Instant } from '../domain/calendar.ts';
import { keptMs } from '../domain/retention.ts';
import type { BesideChange, BesideRecord } from './ports.ts';

/** A document nobody settles is forgotten after a week, and so is a preview. */
export const FORGOTTEN_AFTER_MS = keptMs('document');

export interface WaitingDocument {
  /** LINE's message id, by which the content is fetched. */
  readonly id: string;
  readonly member: string;
  readonly name: string;
  readonly size: number;
  readonly at: Instant;
  /** What it is read as: a plan, or the official O-item list of a year. */
  readonly as: 'plan' | 'list';
  /** The fiscal year a person said; null = the document says it. */
  readonly year: number | null;
  readonly tries: number;
  /** Null = it waits for a person to say the year. */
  readonly nextTry: Instant | null;
  /** The answer is free while this token lives. */
  readonly reply: { readonly token: string; readonly expires: Instant } | null;
}

export function putDocument({ id, ...document }: WaitingDocument): BesideChange {
  return {
    do: 'put',
    record: { kind: 'document', id, key: null, value: { json: JSON.stringify(document) } },
  };
}

export function dropDocument(id: string): BesideChange {
  return { do: 'drop', kind: 'document', id };
}

/** What this program wrote, as it wrote it. */
export function documentOf({ id, value }: BesideRecord): WaitingDocument {
  return { ...(JSON.parse(value.json ?? '{}') as Omit<WaitingDocument, 'id'>), id };
}
