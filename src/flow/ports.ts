/**
 * What the flow needs of the world. Each port has one contract suite (`test/<port>/contract.ts`) that every adapter
 * passes. Instants are milliseconds since 1970 UTC.
 */
import type { Outgoing } from '../chat/outgoing.ts';
import type { Instant } from '../domain/calendar.ts';
import type { PlanDraft } from '../domain/draft.ts';
import type { Entry, NewEntry } from '../domain/entry.ts';
import type { Division, EventOf, Recipient, TextRef } from '../domain/event.ts';
import type { RefusedFile } from '../intake/refused.ts';

export type { Outgoing } from '../chat/outgoing.ts';
export type { Instant } from '../domain/calendar.ts';
export type { Inbound } from './inbound.ts';

export interface Clock {
  now(): Instant;
  /** Runs `run` once after `ms`; the result cancels it. A waiting timer never keeps the process alive. */
  after(ms: number, run: () => void): () => void;
}

/** Chance and identity. */
export interface Ids {
  /** A new id: short, unguessable, says nothing about what it names. */
  id(): string;
  /** A UUID, for LINE's retry key. */
  uuid(): string;
  /** A code a person can type: 10 letters and digits without look-alikes, about 49 bits. */
  code(): string;
  /** What is kept of a code: its SHA-256, of the letters as typed in any case, spaces and dashes left out. */
  hashOfCode(code: string): string;
  /** A free text ready to be kept: beside the ledger with its salt, in the ledger as id and HMAC. */
  seal(text: string): Sealed;
}

export interface Sealed {
  readonly ref: TextRef;
  readonly beside: BesideRecord;
}

// ---------------------------------------------------------------- Store

/**
 * The ledger of every agency and what lies beside it. Expected outcomes are values; a store that cannot answer throws
 * `StoreDown`.
 */
export interface Store {
  /** Ids of all agencies with at least one entry, sorted. */
  agencies(): Promise<string[]>;

  /**
   * What is needed to know an agency's state. `after` = the version the caller holds (0 = none): then only entries after
   * it come, and no snapshot. Cheap when nothing changed since. Null = no such agency.
   */
  load(agency: string, after?: number): Promise<Loaded | null>;

  /**
   * All or nothing, in one transaction, durable when it resolves. Appends that arrive together share one commit. An
   * already seen event wins over a conflict. A batch without events still checks the version.
   */
  append(agency: string, expectedVersion: number, batch: Batch): Promise<AppendResult>;

  /** All entries of an agency in order, read in pages. */
  entries(agency: string): AsyncIterable<Entry>;

  /** Keeps a folded state; a cache only, never part of the truth. */
  keepSnapshot(agency: string, snapshot: Snapshot): Promise<void>;

  /** One record beside the ledger. */
  beside(agency: string, kind: BesideKind, id: string): Promise<BesideRecord | null>;
  /** The record of a kind whose `key` this is (a person or group by LINE id, a code by hash). */
  besideByKey(agency: string, kind: BesideKind, key: string): Promise<BesideRecord | null>;
  /** All records of a kind, sorted by id. */
  besideAll(agency: string, kind: BesideKind): Promise<BesideRecord[]>;

  /** Agencies with a wake-up at or before `now`, or an outbox message whose `nextTry` is; at most `limit`. */
  agenciesWithWork(now: Instant, limit: number): Promise<string[]>;
  /** Undelivered messages of an agency in entry order, those waiting for a later `nextTry` included. */
  pending(agency: string): Promise<PendingMessage[]>;
  /** What became of sends; all in one commit. Unknown ids are passed over. */
  noteDeliveries(agency: string, notes: readonly DeliveryNote[]): Promise<void>;
  /** Confirmations of kept reports that never reached this chat. */
  lostConfirmations(agency: string, chat: string): Promise<LostConfirmation[]>;
  /** How many messages ended in each state; for `doctor`, the coordinator and metrics. */
  outboxCounts(agency: string): Promise<Readonly<Record<OutboxState, number>>>;
  /** When reminders were last looked at, and when to look again; null = never yet, or never by itself. */
  marks(agency: string): Promise<Marks>;

  /** Walks the chain of hashes. `head`: also say whether some entry's hash starts with it. */
  verify(agency: string, head?: string): Promise<Verification>;
  /** Everything kept of all agencies, line by line, for `restore`. Contains personal data. */
  dump(): AsyncIterable<DumpLine>;
  /** Fills an empty store from a dump; the chain is checked line by line. Refuses a store that holds anything. */
  fill(lines: AsyncIterable<DumpLine>): Promise<{ readonly agencies: number; readonly entries: number }>;

  /** Daily care: forgets `seen` ids after 30 days and finished outbox rows after 90, makes and rotates copies. */
  upkeep(now: Instant): Promise<void>;
  close(): Promise<void>;
}

export interface Loaded {
  readonly version: number;
  /** Hash of the newest entry, 64 hex characters; the first 8 stand on summaries and papers. */
  readonly head: string;
  readonly snapshot: Snapshot | null;
  readonly tail: readonly Entry[];
}

export interface Snapshot {
  readonly version: number;
  /** `EVOLVE_VERSION` of the fold that made it. */
  readonly fold: number;
  readonly state: unknown;
}

export interface Batch {
  readonly events?: readonly NewEntry[];
  readonly beside?: readonly BesideChange[];
  readonly outbox?: readonly OutboxMessage[];
  /** `webhookEventId` to be remembered. */
  readonly seen?: string | null;
  /** What became of earlier sends. */
  readonly notes?: readonly DeliveryNote[];
  /** When reminders were looked at; only ever moves forward. */
  readonly mark?: Instant;
  /** When to look at this agency again; null = never by itself. Absent = as before. */
  readonly wake?: Instant | null;
  readonly now: Instant;
}

export interface Marks {
  readonly mark: Instant | null;
  readonly wake: Instant | null;
}

export type AppendResult =
  | { readonly kind: 'appended'; readonly version: number; readonly head: string }
  | { readonly kind: 'conflict'; readonly version: number }
  | { readonly kind: 'already-seen' };

export type BesideKind =
  | 'person'
  | 'group'
  | 'text'
  | 'code'
  /** A file somebody sent that is not read yet; its id is LINE's message id. */
  | 'document'
  /** An import that waits for its confirmation; its key is the member who sees it. */
  | 'draft';

/** `key` is unique within agency and kind; null = found by id only. */
export interface BesideRecord {
  readonly kind: BesideKind;
  readonly id: string;
  readonly key: string | null;
  readonly value: Readonly<Record<string, string>>;
}

export type BesideChange =
  | { readonly do: 'put'; readonly record: BesideRecord }
  | { readonly do: 'drop'; readonly kind: BesideKind; readonly id: string };

/** A message to send. Frozen here: what is retried is byte for byte what was tried. */
export interface OutboxMessage {
  readonly id: string;
  /** LINE id of the user or group. */
  readonly chat: string;
  readonly to: Recipient | null;
  readonly how:
    | { readonly kind: 'reply'; readonly token: string; readonly expires: Instant }
    /** After `expires` it is not worth sending any more (a reminder of days ago); absent = always. */
    | { readonly kind: 'push'; readonly key: string; readonly expires?: Instant };
  readonly messages: readonly Outgoing[];
  /** What to say later, in one line, should this confirmation of a kept report be lost. */
  readonly confirmation: string | null;
}

export interface PendingMessage extends OutboxMessage {
  readonly created: Instant;
  readonly tries: number;
  /** Noted before the first try of a push: from then on LINE may have it. */
  readonly firstTried: Instant | null;
  readonly nextTry: Instant;
}

export type OutboxState = 'pending' | 'delivered' | 'lost' | 'carried' | 'failed' | 'unknown';

export type DeliveryNote = { readonly id: string } & (
  | { readonly kind: 'trying'; readonly at: Instant }
  /** `untried`: LINE said clearly that it did not take any try so far, so the retry key is as good as new. */
  | { readonly kind: 'waiting'; readonly nextTry: Instant; readonly untried?: boolean }
  /** The body is dropped in all that follow. */
  | { readonly kind: 'delivered' }
  /** A reply that did not arrive; its confirmation is kept for the next message to that chat. */
  | { readonly kind: 'lost' }
  /** A lost confirmation that rides on a newer message. */
  | { readonly kind: 'carried' }
  | { readonly kind: 'failed'; readonly reason: EventOf<'delivery-failed'>['reason'] }
  | { readonly kind: 'unknown' }
);

export interface LostConfirmation {
  readonly id: string;
  readonly confirmation: string;
}

export type Verification =
  | { readonly ok: true; readonly entries: number; readonly head: string; readonly headFound: boolean | null }
  | { readonly ok: false; readonly brokenAt: number; readonly why: string };

export type DumpLine =
  | { readonly line: 'nong-ita'; readonly format: 1; readonly made: Instant }
  | {
      readonly line: 'agency';
      readonly agency: string;
      readonly mark: Instant | null;
      readonly wake: Instant | null;
    }
  | { readonly line: 'entry'; readonly agency: string; readonly entry: Entry; readonly hash: string }
  | { readonly line: 'beside'; readonly agency: string; readonly record: BesideRecord }
  | { readonly line: 'seen'; readonly agency: string; readonly id: string; readonly at: Instant }
  | {
      readonly line: 'outbox';
      readonly agency: string;
      readonly state: OutboxState;
      readonly message: PendingMessage;
    }
  /** The last line; without it the dump was cut off. `lines` = how many stand before it. */
  | { readonly line: 'end'; readonly lines: number };

/** The store cannot answer now: the webhook says 503 and LINE sends again. */
export class StoreDown extends Error {
  override readonly name = 'StoreDown';
}

// ---------------------------------------------------------------- Queue

/** Wake-ups. A wake is a hint that carries an agency id only: losing or repeating one changes nothing. */
export interface Queue {
  /** Look at the agency at `at` (or now, when past). The earliest of several wins. */
  wake(agency: string, at: Instant): void;
  /** Starts handing out wake-ups; one at a time per agency. A handler that throws is reported and not repeated. */
  run(handler: (agency: string) => Promise<void>): void;
  /** Stops handing out and waits for handlers under way. */
  stop(): Promise<void>;
}

// ---------------------------------------------------------------- Files

/**
 * The bytes of files people gave (a plan's document, evidence), per agency. Names, senders and what a file is for are beside
 * the ledger; here it is an id and bytes. An agency's name that is none throws; so does a disk that cannot.
 */
export interface Files {
  /** Keeps bytes under a new id; durable when it resolves. Throws RangeError for more bytes than the adapter takes. */
  put(agency: string, bytes: Uint8Array): Promise<FileRef>;
  /** Null = not there, or no id at all. */
  get(agency: string, id: string): Promise<Uint8Array | null>;
  /** Gone when it resolves; what is not there is passed over. */
  drop(agency: string, id: string): Promise<void>;
  /** All of an agency, sorted by id: to copy them, and to find those nothing refers to. */
  all(agency: string): Promise<KeptFile[]>;
}

export interface KeptFile {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

export interface FileRef extends KeptFile {
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
}

// ---------------------------------------------------------------- plan documents

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

// ---------------------------------------------------------------- LINE

/** One LINE Official Account. Never throws for what LINE or the network does: that is a `Sent`. */
export interface Line {
  reply(token: string, messages: readonly Outgoing[]): Promise<Sent>;
  push(to: string, key: string, messages: readonly Outgoing[]): Promise<Sent>;
  /** The account's own user id and name, or why not. */
  bot(): Promise<Told<{ readonly userId: string; readonly name: string; readonly basicId: string }>>;
  /** Messages allowed and used this month; `limit` null = unlimited. */
  quota(): Promise<Told<{ readonly limit: number | null; readonly used: number }>>;
  /** How many people a group has, the bot not counted: a push to it takes as many of the month's messages. */
  groupSize(lineGroup: string): Promise<Told<number>>;
  /** The webhook address LINE has, and whether it is switched on. */
  webhook(): Promise<Told<{ readonly endpoint: string; readonly active: boolean }>>;
  /**
   * The bytes of a file, picture, video or sound someone sent. To be asked for at once: LINE deletes them after a time it
   * does not tell (`docs/line-platform.md` §1.4). Pictures may come smaller than they were sent.
   */
  content(messageId: string, limits: ContentLimits): Promise<Told<Content, ContentFailure>>;
  /** Asks LINE to call the webhook once. */
  testWebhook(): Promise<Told<{ readonly success: boolean; readonly reason: string }>>;
}

export type Sent =
  | { readonly kind: 'accepted'; readonly requestId: string | null }
  | { readonly kind: 'failed'; readonly failure: LineFailure };

export type Told<T, F = LineFailure> =
  | { readonly kind: 'told'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: F };

export interface ContentLimits {
  /** One byte more and the rest is not fetched. */
  readonly maxBytes: number;
  /** For the whole of it, milliseconds. */
  readonly ms: number;
}

export interface Content {
  readonly bytes: Uint8Array;
  /** LINE's word for what it is, '' if none. What it says of files is not documented: look at the bytes. */
  readonly contentType: string;
}

export interface ContentFailure extends Omit<LineFailure, 'reason'> {
  readonly reason:
    | LineFailureReason
    /** LINE has it no more: taken back by its sender (410), deleted or never there (404). Asking again will not help. */
    | 'gone'
    /** LINE still prepares it (202): ask again in a while. Documented for large videos and sounds (R#get-content). */
    | 'not-ready'
    | 'too-big';
}

export interface LineFailure {
  readonly reason: LineFailureReason;
  /** HTTP status, or null when there was no answer. */
  readonly status: number | null;
  readonly requestId: string | null;
  /** LINE's own words or the network's; never holds a token, an id or a message text. */
  readonly message: string;
}

export type LineFailureReason =
  /** Time-out, broken connection or 5xx: it may or may not have been sent. */
  | 'unknown-outcome'
  /** No connection came about: it was not sent. */
  | 'unreachable'
  | 'invalid-reply-token'
  /** Unknown user or group, or the bot is not in it. */
  | 'dead-target'
  /** Our message is wrong; sending it again will not help. */
  | 'refused'
  /** The token is wrong: nothing can be sent until someone repairs it. */
  | 'unauthorised'
  | 'forbidden'
  | 'rate-limit'
  | 'quota'
  /** Too many messages to one user. */
  | 'too-many-to-one';

/** Structured log lines: ids and numbers only, never a name, a LINE id or a text. */
export interface Log {
  info(facts: LogFacts, message: string): void;
  warn(facts: LogFacts, message: string): void;
  error(facts: LogFacts, message: string): void;
}

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;
