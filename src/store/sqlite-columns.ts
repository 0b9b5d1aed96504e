/** Reads columns as what they must be: a column that is missing or of another type throws instead of passing silently. */
import type { SQLOutputValue } from 'node:sqlite';
import { type BesideRow, type EntryRow, type OutboxRow, outboxState } from './rows.ts';

export type Columns = Readonly<Record<string, SQLOutputValue>>;

export const ENTRY = 'seq, at, kept, by, cause, event, hash';
export const BESIDE = 'kind, id, key, value';
export const OUTBOX =
  'id, state, chat, recipient, how, secret, expires, messages, confirmation, created, tries, firstTried, nextTry';

/** Reads the columns `ENTRY`. */
export function entryColumns(row: Columns): EntryRow {
  return {
    seq: int(row, 'seq'),
    at: int(row, 'at'),
    kept: int(row, 'kept'),
    by: text(row, 'by'),
    cause: textOrNull(row, 'cause'),
    event: text(row, 'event'),
    hash: text(row, 'hash'),
  };
}

/** Reads the columns `BESIDE`. */
export function besideColumns(row: Columns): BesideRow {
  return {
    kind: text(row, 'kind'),
    id: text(row, 'id'),
    key: textOrNull(row, 'key'),
    value: text(row, 'value'),
  };
}

/** Reads the columns `OUTBOX`. */
export function outboxColumns(row: Columns): OutboxRow {
  const how = text(row, 'how');
  if (how !== 'reply' && how !== 'push') throw new Error(`"${how}" is no way of sending.`);
  return {
    id: text(row, 'id'),
    state: outboxState(text(row, 'state')),
    chat: text(row, 'chat'),
    recipient: textOrNull(row, 'recipient'),
    how,
    secret: text(row, 'secret'),
    expires: intOrNull(row, 'expires'),
    messages: text(row, 'messages'),
    confirmation: textOrNull(row, 'confirmation'),
    created: int(row, 'created'),
    tries: int(row, 'tries'),
    firstTried: intOrNull(row, 'firstTried'),
    nextTry: int(row, 'nextTry'),
  };
}

/** The column as text. */
export function text(row: Columns, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw unexpected(column, value);
  return value;
}

/** The column as text, or null. */
function textOrNull(row: Columns, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

/** The column as a whole number. */
export function int(row: Columns, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw unexpected(column, value);
  return value;
}

/** The column as a whole number, or null. */
export function intOrNull(row: Columns, column: string): number | null {
  return row[column] === null ? null : int(row, column);
}

function unexpected(column: string, value: unknown): Error {
  return new Error(
    `Column "${column}" of the database holds ${value === undefined ? 'nothing' : typeof value}.`,
  );
}
