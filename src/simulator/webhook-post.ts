import { createHmac } from 'node:crypto';
import type { WebhookStatus } from './record.ts';
import type { Bot } from './world.ts';

/** Base64 of HMAC-SHA256 over the raw bytes with the channel secret (docs/line-platform.md 1.1). */
export function sign(secret: string, body: Buffer): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/**
 * The body LINE would send. Characters outside the basic plane are escaped as `\uXXXX`, as LINE does for some emoji,
 * so a bot that re-serialises before it checks the signature fails here too (docs/line-platform.md 1.1).
 */
export function webhookBody(bot: Bot, events: readonly unknown[]): Buffer {
  const text = JSON.stringify({ destination: bot.userId, events });
  const escaped = text.replaceAll(
    /[\ud800-\udfff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return Buffer.from(escaped, 'utf8');
}

/** Posts webhooks; `stop` cuts those under way. */
export interface WebhookPost {
  post(url: string, body: Buffer, signature: string): Promise<WebhookStatus>;
  /** How many wait for the bot's answer. */
  underWay(): number;
  stop(): void;
}

/** `timeoutMs` is real time: no answer within it is LINE's `request_timeout` (docs/line-platform.md 1.1: 2 seconds). */
export function createWebhookPost(timeoutMs: number): WebhookPost {
  const underWay = new Set<AbortController>();
  return {
    async post(url, body, signature) {
      const controller = new AbortController();
      underWay.add(controller);
      let timedOut = false;
      const timer = setTimeout(() => {
        timedOut = true;
        controller.abort();
      }, timeoutMs);
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'user-agent': 'LineBotWebhook/2.0',
            'x-line-signature': signature,
          },
          body: new Uint8Array(body),
          redirect: 'manual',
          signal: controller.signal,
        });
        await response.arrayBuffer();
        return response.status;
      } catch {
        return timedOut ? 'timeout' : 'refused';
      } finally {
        clearTimeout(timer);
        underWay.delete(controller);
      }
    },
    underWay: () => underWay.size,
    stop() {
      for (const controller of underWay) controller.abort();
    },
  };
}
