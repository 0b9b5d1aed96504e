/**
 * A batch turned into rows the moment it is handed over: what the caller changes afterwards is not kept by accident, and
 * what could not be read back or would not fit a column is refused before anything is written.
 */
import type { NewEntry } from '../domain/entry.ts';
import { readEvent } from '../domain/upcast.ts';
import type { Batch, BesideRecord, DeliveryNote, OutboxMessage, OutboxState } from '../flow/ports.ts';
import { type BesideRow, besideKind, type EntryRow, type OutboxRow } from './rows.ts';

export type NewEntryRow = Omit<EntryRow, 'seq' | 'hash'>;

export type BesideRowChange =
  | { readonly do: 'put'; readonly row: BesideRow }
  | { readonly do: 'drop'; readonly kind: string; readonly id: string };

export interface BatchRows {
  readonly entries: readonly NewEntryRow[];
  readonly beside: readonly BesideRowChange[];
  readonly outbox: readonly OutboxRow[];
  readonly seen: string | null;
  readonly notes: readonly DeliveryNote[];
  readonly mark: number | null;
  /** Undefined = as before. */
  readonly wake: number | null | undefined;
  readonly now: number;
}

/** @throws TypeError when something in the batch cannot be kept; nothing is written then. */
export function batchRows(batch: Batch): BatchRows {
  const now = whole(batch.now, 'now');
  return {
    entries: (batch.events ?? []).map(entryRow),
    beside: (batch.beside ?? []).map((change) =>
      change.do === 'put'
        ? { do: 'put', row: besideRow(change.record) }
        : { do: 'drop', kind: besideKind(change.kind), id: proper(change.id, 'id') },
    ),
    outbox: (batch.outbox ?? []).map((message) => {
      const fresh = { created: now, tries: 0, firstTried: null, nextTry: now };
      return outboxRow('pending', { ...message, ...fresh });
    }),
    seen: batch.seen == null ? null : proper(batch.seen, 'seen'),
    notes: checkedNotes(batch.notes ?? []),
    mark: batch.mark === undefined ? null : whole(batch.mark, 'mark'),
    wake: batch.wake == null ? batch.wake : whole(batch.wake, 'wake'),
    now,
  };
}

/** The row of an entry that has no number yet. */
export function entryRow(entry: NewEntry): NewEntryRow {
  readEvent(entry.event);
  const { by } = entry;
  return {
    at: whole(entry.at, 'at'),
    kept: whole(entry.kept, 'kept'),
    by: JSON.stringify(by.kind === 'member' ? { kind: by.kind, member: by.member } : { kind: by.kind }),
    cause: entry.cause === null ? null : proper(entry.cause, 'cause'),
    event: JSON.stringify(entry.event),
  };
}

/** The row of a record beside the ledger. */
export function besideRow(record: BesideRecord): BesideRow {
  return {
    kind: besideKind(record.kind),
    id: proper(record.id, 'id'),
    key: record.key === null ? null : proper(record.key, 'key'),
    value: JSON.stringify(record.value),
  };
}

/** The row of a message in any state. */
export function outboxRow(
  state: OutboxState,
  message: OutboxMessage & Pick<OutboxRow, 'created' | 'tries' | 'firstTried' | 'nextTry'>,
): OutboxRow {
  const { how } = message;
  return {
    id: proper(message.id, 'id'),
    state,
    chat: text(message.chat, 'chat'),
    recipient: message.to === null ? null : JSON.stringify(message.to),
    how: how.kind,
    secret: how.kind === 'push' ? text(how.key, 'key') : text(how.token, 'token'),
    expires: how.expires === undefined ? null : whole(how.expires, 'expires'),
    messages: JSON.stringify(message.messages),
    confirmation: message.confirmation === null ? null : text(message.confirmation, 'confirmation'),
    created: whole(message.created, 'created'),
    tries: whole(message.tries, 'tries'),
    firstTried: message.firstTried === null ? null : whole(message.firstTried, 'firstTried'),
    nextTry: whole(message.nextTry, 'nextTry'),
  };
}

/** The notes themselves, once their moments are known to be whole numbers. */
export function checkedNotes(notes: readonly DeliveryNote[]): readonly DeliveryNote[] {
  for (const note of notes) {
    if (note.kind === 'trying') whole(note.at, 'at');
    if (note.kind === 'waiting') whole(note.nextTry, 'nextTry');
  }
  return structuredClone(notes);
}

/** @throws unless it is a whole number that both JavaScript and the database hold exactly. */
export function whole(value: number, what: string): number {
  if (!Number.isSafeInteger(value)) throw new TypeError(`"${what}" must be a whole number, not ${value}.`);
  return value;
}

/** @throws unless it is text with at least one character. */
export function proper(value: string, what: string): string {
  if (value === '') throw new TypeError(`"${what}" must not be empty.`);
  return text(value, what);
}

/** Half a surrogate pair would come back from the database as another character, and no hash would fit any more. */
function text(value: string, what: string): string {
  if (typeof value !== 'string' || !value.isWellFormed()) {
    throw new TypeError(`"${what}" must be well-formed text.`);
  }
  return value;
}
