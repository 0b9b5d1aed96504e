import type { Instant } from '../domain/calendar.ts';

/** A reply token is good for about a minute after we got the webhook (`docs/line-platform.md` §1.3). */
const REPLY_TOKEN_MS = 60_000;
/** Of an event that LINE sends again it is no good at all once the event is this old. */
const REPLY_TO_EVENT_MS = 1_200_000;

/** After this moment "Invalid reply token" no longer means that an earlier try was taken. */
export function replyUntil(now: Instant, eventAt: Instant): Instant {
  return Math.min(now + REPLY_TOKEN_MS, eventAt + REPLY_TO_EVENT_MS);
}
