import { day } from './clock.ts';

/** What LINE remembers of a request sent with X-Line-Retry-Key. */
export interface AcceptedRequest {
  readonly requestId: string;
  /** Only for push (docs/line-platform.md 2.4). */
  readonly sentMessages?: readonly unknown[];
}

/** LINE's memory of accepted retry keys: 24 hours, per bot; afterwards the same key sends again (docs/line-platform.md 2.4). */
export interface RetryKeys {
  find(bot: string, key: string, now: number): AcceptedRequest | undefined;
  accept(bot: string, key: string, request: AcceptedRequest, now: number): void;
}

/** "Any UUID in hex form" (docs/line-platform.md 2.4). */
export function isRetryKey(key: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key);
}

export function createRetryKeys(): RetryKeys {
  const accepted = new Map<string, { request: AcceptedRequest; at: number }>();
  const nameOf = (bot: string, key: string) => `${bot}/${key.toLowerCase()}`;
  return {
    find(bot, key, now) {
      const known = accepted.get(nameOf(bot, key));
      return known && now - known.at < day ? known.request : undefined;
    },
    accept(bot, key, request, now) {
      for (const [name, { at }] of accepted) {
        if (now - at < day) break;
        accepted.delete(name);
      }
      accepted.set(nameOf(bot, key), { request, at: now });
    },
  };
}
