import { minute } from './clock.ts';

/** Which chat a reply token answers. */
export interface ReplyTarget {
  /** The bot's user id. */
  readonly bot: string;
  /** User id or group id. */
  readonly to: string;
  /** Epoch ms of the event, not of its delivery. */
  readonly eventAt: number;
}

/** LINE's rules of the reply token (docs/line-platform.md 1.3). */
export interface ReplyTokens {
  /** Called on each delivery of an event; a redelivery opens a new minute. */
  received(token: string, target: ReplyTarget, now: number, isRedelivery: boolean): void;
  /** The chat to answer, or undefined when LINE would say "Invalid reply token". Does not use the token up. */
  find(token: string, bot: string, now: number): ReplyTarget | undefined;
  use(token: string): void;
}

const life = minute;
const redeliveredUntil = 20 * minute;

export function createReplyTokens(): ReplyTokens {
  const tokens = new Map<string, { target: ReplyTarget; at: number; redelivered: boolean; used: boolean }>();
  return {
    received(token, target, now, isRedelivery) {
      forgetOld(tokens, now);
      const known = tokens.get(token);
      if (known === undefined) {
        tokens.set(token, { target, at: now, redelivered: isRedelivery, used: false });
      } else if (isRedelivery) {
        known.at = now;
        known.redelivered = true;
      }
    },
    find(token, bot, now) {
      const known = tokens.get(token);
      if (known === undefined || known.used || known.target.bot !== bot) return undefined;
      if (now - known.at > life) return undefined;
      if (known.redelivered && now - known.target.eventAt > redeliveredUntil) return undefined;
      return known.target;
    },
    use(token) {
      const known = tokens.get(token);
      if (known) known.used = true;
    },
  };
}

/** No token can work again this long after its last delivery, redelivered or not. */
const memory = 24 * 60 * minute;

function forgetOld(tokens: Map<string, { at: number }>, now: number): void {
  for (const [token, { at }] of tokens) {
    if (now - at <= memory) return;
    tokens.delete(token);
  }
}
