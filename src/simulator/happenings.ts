import type { Answer } from './answer.ts';
import type { WebhookStatus } from './record.ts';

/** A request to the API as it came, and what was answered. */
export interface RequestSeen {
  readonly at: number;
  /** The bot's user id; absent when the token named none. */
  readonly bot?: string;
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly retryKey?: string;
  /** Absent: a fault left the request without an answer. */
  readonly answer?: Answer;
  /** True when a fault ordered from outside answered, not a rule of LINE. */
  readonly injected: boolean;
}

/** One try to deliver a webhook. */
export interface WebhookSeen {
  readonly at: number;
  readonly bot: string;
  readonly body: Buffer;
  /** False when somebody who does not know the secret was played. */
  readonly signed: boolean;
  readonly status: WebhookStatus;
  readonly attempt: number;
}

/** What else a watcher of the platform may want to show, besides the lines of the chats. */
export type Happening =
  | { readonly kind: 'request'; readonly request: RequestSeen }
  | { readonly kind: 'webhook'; readonly webhook: WebhookSeen }
  /** A person's message got another text, or none: unsent. */
  | { readonly kind: 'amended'; readonly messageId: string }
  | { readonly kind: 'loading'; readonly bot: string; readonly user: string; readonly seconds: number }
  | { readonly kind: 'rich-menus' }
  /** Friendship, membership of a group or a bot's settings changed. */
  | { readonly kind: 'people' };

export interface Happenings {
  tell(happening: Happening): void;
  /** Called with everything from now on; the returned function stops it. */
  watch(fn: (happening: Happening) => void): () => void;
}

export function createHappenings(): Happenings {
  const watchers = new Set<(happening: Happening) => void>();
  return {
    tell(happening) {
      for (const fn of watchers) fn(happening);
    },
    watch(fn) {
      watchers.add(fn);
      return () => watchers.delete(fn);
    },
  };
}
