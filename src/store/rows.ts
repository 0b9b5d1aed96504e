/** What is kept, as plain rows: the one shape shared by the memory store and the database, and how it is read back. */
import type { Actor, Entry } from '../domain/entry.ts';
import type { Recipient } from '../domain/event.ts';
import { readEvent } from '../domain/upcast.ts';
import type { BesideKind, BesideRecord, OutboxState, PendingMessage } from '../flow/ports.ts';
import { StoreDown } from '../flow/ports.ts';

/** `by` and `event` are JSON text exactly as it was hashed. */
export interface EntryRow {
  readonly seq: number;
  readonly at: number;
  readonly kept: number;
  readonly by: string;
  readonly cause: string | null;
  readonly event: string;
  readonly hash: string;
}

export interface BesideRow {
  readonly kind: string;
  readonly id: string;
  readonly key: string | null;
  readonly value: string;
}

/** `secret` is the reply token or the retry key; with `chat` and `messages` it is emptied once nobody needs it. */
export interface OutboxRow {
  readonly id: string;
  readonly state: OutboxState;
  readonly chat: string;
  readonly recipient: string | null;
  readonly how: 'reply' | 'push';
  readonly secret: string;
  readonly expires: number | null;
  readonly messages: string;
  readonly confirmation: string | null;
  readonly created: number;
  readonly tries: number;
  readonly firstTried: number | null;
  readonly nextTry: number;
}

/** An entry in today's shape. */
export function entryOf(agency: string, row: EntryRow): Entry {
  try {
    return { ...rawEntryOf(row), event: readEvent(JSON.parse(row.event)) };
  } catch (cause) {
    const why = `Entry ${row.seq} of agency ${agency} cannot be read: it is damaged, or a newer program wrote it.`;
    throw new StoreDown(why, { cause });
  }
}

/** An entry exactly as it was once written, whatever shape events have today: only so does its hash still fit. */
export function rawEntryOf(row: EntryRow): Entry {
  const { seq, at, kept, cause } = row;
  const by: Actor = JSON.parse(row.by);
  return { seq, at, kept, by, cause, event: JSON.parse(row.event) };
}

/** The record of a row. */
export function besideOf(row: BesideRow): BesideRecord {
  const value: Record<string, string> = JSON.parse(row.value);
  return { kind: besideKind(row.kind), id: row.id, key: row.key, value };
}

/** The message of a row. */
export function messageOf(row: OutboxRow): PendingMessage {
  const { id, chat, confirmation, created, tries, firstTried, nextTry } = row;
  const to: Recipient | null = row.recipient === null ? null : JSON.parse(row.recipient);
  const how: PendingMessage['how'] =
    row.how === 'push'
      ? { kind: 'push', key: row.secret, ...(row.expires === null ? {} : { expires: row.expires }) }
      : { kind: 'reply', token: row.secret, expires: row.expires ?? 0 };
  const messages: PendingMessage['messages'] = JSON.parse(row.messages);
  return { id, chat, to, how, messages, confirmation, created, tries, firstTried, nextTry };
}

const kinds: Readonly<Record<BesideKind, true>> = {
  person: true,
  group: true,
  text: true,
  code: true,
  document: true,
  draft: true,
  request: true,
};

/** Zero of every state, to count from. */
export const noMessages: Readonly<Record<OutboxState, number>> = {
  pending: 0,
  delivered: 0,
  lost: 0,
  carried: 0,
  failed: 0,
  unknown: 0,
};

/** @throws when it is no kind of this program's. */
export function besideKind(text: string): BesideKind {
  if (!isBesideKind(text)) throw new Error(`"${text}" is no kind of record beside the ledger.`);
  return text;
}

/** @throws when it is no state of this program's. */
export function outboxState(text: string): OutboxState {
  if (!isOutboxState(text)) throw new Error(`"${text}" is no state of an outbox message.`);
  return text;
}

function isBesideKind(text: string): text is BesideKind {
  return Object.hasOwn(kinds, text);
}

function isOutboxState(text: string): text is OutboxState {
  return Object.hasOwn(noMessages, text);
}
