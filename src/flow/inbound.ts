import type { Instant } from '../domain/calendar.ts';

/** What LINE told us, in our words: only what the bot acts on. `line/webhook.ts` makes it from the raw event. */
export interface Inbound {
  /** `webhookEventId`: the same event may come twice. */
  readonly id: string;
  /** LINE's time of the event. */
  readonly at: Instant;
  /** Null where LINE gives none (unfollow, leave). */
  readonly replyToken: string | null;
  /** LINE ids. In a group the user may be unknown (`docs/line-platform.md` §1.2). */
  readonly chat:
    | { readonly kind: 'user'; readonly user: string }
    | { readonly kind: 'group'; readonly group: string; readonly user: string | null };
  readonly what:
    | { readonly kind: 'text'; readonly text: string; readonly mentioned: boolean }
    | { readonly kind: 'press'; readonly data: string }
    | FileSent
    /** A picture, video or sound; in 1:1 only. */
    | { readonly kind: 'media' }
    /** Members of a group, by LINE id; in groups only. */
    | { readonly kind: 'members-joined' | 'members-left'; readonly users: readonly string[] }
    | { readonly kind: 'follow' | 'unfollow' | 'join' | 'leave' };
}

/** A file, in 1:1 only: in groups people send each other files all day (`docs/line-platform.md` §1.4, R#wh-file). */
export interface FileSent {
  readonly kind: 'file';
  /** Id of LINE's message: the content is fetched by it. */
  readonly message: string;
  /** As the sender's phone says, made fit to be shown; may be empty. Never a path, no proof of what the file is. */
  readonly name: string;
  /** Bytes, as LINE says. */
  readonly size: number;
}
