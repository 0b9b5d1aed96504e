import { hour, minute, second } from './clock.ts';

/** A token bucket per bot and endpoint, not reset on the hour (docs/line-platform.md 2.3). */
export interface RateLimits {
  /** Takes one request out of the bucket; false when it is empty. */
  take(bot: string, endpoint: string, now: number): boolean;
}

interface Rule {
  readonly requests: number;
  readonly per: number;
}

const others: Rule = { requests: 2_000, per: second };
const rules: Readonly<Record<string, Rule>> = {
  'POST /v2/bot/message/multicast': { requests: 200, per: second },
  'PUT /v2/bot/channel/webhook/endpoint': { requests: 1_000, per: minute },
  'GET /v2/bot/channel/webhook/endpoint': { requests: 1_000, per: minute },
  'POST /v2/bot/richmenu': { requests: 100, per: hour },
  'DELETE /v2/bot/richmenu/:richMenuId': { requests: 100, per: hour },
  'DELETE /v2/bot/richmenu/alias/:alias': { requests: 100, per: hour },
  'GET /v2/bot/richmenu/list': { requests: 10, per: second },
  'POST /v2/bot/chat/loading/start': { requests: 100, per: second },
  'POST /v2/bot/channel/webhook/test': { requests: 60, per: hour },
};

export function createRateLimits(): RateLimits {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(bot, endpoint, now) {
      const { requests, per } = rules[endpoint] ?? others;
      const name = `${bot} ${endpoint}`;
      const bucket = buckets.get(name) ?? { left: requests, at: now };
      const refilled = Math.min(requests, bucket.left + (Math.max(0, now - bucket.at) * requests) / per);
      const allowed = refilled >= 1;
      buckets.set(name, { left: allowed ? refilled - 1 : refilled, at: now });
      return allowed;
    },
  };
}
