import type { JsonObject } from './json.ts';

/** One line of a chat as the people in it see it. */
export type ConversationEntry =
  | {
      readonly from: 'bot';
      /** The bot's user id. */
      readonly bot: string;
      readonly message: JsonObject;
      readonly via: 'reply' | 'push' | 'multicast';
      readonly at: number;
      readonly id: string;
    }
  | { readonly from: string; readonly text: string; readonly at: number; readonly id: string }
  | {
      readonly from: string;
      readonly content: { readonly type: 'image' | 'file' | 'sticker'; readonly fileName?: string };
      readonly at: number;
      readonly id: string;
    };

/** A chat: one person with one bot, or a group. */
export interface Place {
  readonly user: string;
  readonly group?: string;
  /** The bot's user id; needed only in a 1:1 chat of a world with several bots the person could mean. */
  readonly bot?: string;
}

/** The key of a chat in the platform's books; group ids are unique, a 1:1 chat belongs to a pair. */
export function chatKey(bot: string, to: string): string {
  return to.startsWith('C') ? to : `${bot}/${to}`;
}
