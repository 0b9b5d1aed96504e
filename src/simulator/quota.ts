import { hour } from './clock.ts';

/** Counts the month's messages per bot. */
export interface Quota {
  /** Messages used in the month that `now` (epoch ms) falls into. */
  used(bot: string, now: number): number;
  spend(bot: string, messages: number, now: number): void;
}

/**
 * The month as `YYYY-MM` in Asia/Bangkok (UTC+7 all year). LINE does not say in which zone its month turns
 * (docs/line-platform.md 6), so the bot's own zone is taken.
 */
export function monthOf(now: number): string {
  return new Date(now + 7 * hour).toISOString().slice(0, 7);
}

export function createQuota(): Quota {
  const spent = new Map<string, { month: string; messages: number }>();
  const used = (bot: string, now: number) => {
    const entry = spent.get(bot);
    return entry?.month === monthOf(now) ? entry.messages : 0;
  };
  return {
    used,
    spend(bot, messages, now) {
      spent.set(bot, { month: monthOf(now), messages: used(bot, now) + messages });
    },
  };
}
