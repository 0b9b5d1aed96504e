import { createBoundedList } from './bounded-list.ts';
import type { JsonObject } from './json.ts';

/** Something the platform accepted. A multicast leaves one entry per receiver, all with one requestId. */
export interface Accepted {
  readonly at: number;
  /** The bot's user id. */
  readonly bot: string;
  readonly kind: 'reply' | 'push' | 'multicast';
  /** User id or group id. */
  readonly to: string;
  readonly retryKey?: string;
  readonly replyToken?: string;
  readonly messages: readonly JsonObject[];
  /** Messages taken from the month's quota. */
  readonly cost: number;
  /** False when the receiver blocked the bot: LINE answers 200 all the same. */
  readonly delivered: boolean;
  readonly requestId: string;
}

export interface Refused {
  readonly at: number;
  /** The bot's user id; absent when the token named none. */
  readonly bot?: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly message: string;
  readonly details?: readonly JsonObject[];
  /** True when a fault ordered from outside answered, not a rule of LINE. */
  readonly injected: boolean;
}

/** `refused` = no HTTP answer (connection refused or cut). */
export type WebhookStatus = number | 'timeout' | 'refused';

export interface WebhookAttempt {
  readonly at: number;
  /** The bot's user id. */
  readonly bot: string;
  readonly status: WebhookStatus;
  readonly events: readonly unknown[];
  /** 1 for the first delivery, 2 and more for redeliveries. */
  readonly attempt: number;
}

/** What happened, oldest first. Each list is bounded; `dropped` counts what fell out. */
export interface Record_ {
  readonly accepted: readonly Accepted[];
  readonly refused: readonly Refused[];
  readonly webhooks: readonly WebhookAttempt[];
  readonly dropped: { readonly accepted: number; readonly refused: number; readonly webhooks: number };
  clear(): void;
}

export interface RecordKeeper extends Record_ {
  addAccepted(entry: Accepted): void;
  addRefused(entry: Refused): void;
  addWebhook(entry: WebhookAttempt): void;
}

/** Makes the record; `cap` is the number of entries kept in each list. */
export function createRecord(cap: number): RecordKeeper {
  const accepted = createBoundedList<Accepted>(cap);
  const refused = createBoundedList<Refused>(cap);
  const webhooks = createBoundedList<WebhookAttempt>(cap);
  return {
    get accepted() {
      return accepted.all();
    },
    get refused() {
      return refused.all();
    },
    get webhooks() {
      return webhooks.all();
    },
    get dropped() {
      return { accepted: accepted.dropped(), refused: refused.dropped(), webhooks: webhooks.dropped() };
    },
    clear() {
      accepted.clear();
      refused.clear();
      webhooks.clear();
    },
    addAccepted: accepted.add,
    addRefused: refused.add,
    addWebhook: webhooks.add,
  };
}
