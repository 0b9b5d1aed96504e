/** What the bot says, as plain data in LINE's own shape; `line/client.ts` proves to the compiler that the SDK takes it. */

export type Action =
  | { readonly type: 'postback'; readonly label: string; readonly data: string; readonly displayText: string }
  | { readonly type: 'message'; readonly label: string; readonly text: string }
  | { readonly type: 'uri'; readonly label: string; readonly uri: string };

export interface QuickReply {
  readonly items: readonly { readonly type: 'action'; readonly action: Action }[];
}

export interface TextMessage {
  readonly type: 'text';
  readonly text: string;
  readonly quickReply?: QuickReply;
}

/**
 * A text that names people by LINE's own mention, in groups only. `{key}` in it stands for a mention, `{{` and `}}` for the
 * braces themselves (`docs/line-platform.md` §2.5).
 */
export interface MentionMessage {
  readonly type: 'textV2';
  readonly text: string;
  readonly substitution: Readonly<Record<string, Mention>>;
  readonly quickReply?: QuickReply;
}

export interface Mention {
  readonly type: 'mention';
  readonly mentionee: { readonly type: 'user'; readonly userId: string };
}

/** A Flex message. `contents` comes from `flex-templates/`, whose output tests check against LINE's rules. */
export interface FlexMessage {
  readonly type: 'flex';
  readonly altText: string;
  readonly contents: FlexContainer;
  readonly quickReply?: QuickReply;
}

export type FlexContainer =
  | FlexBubble
  | { readonly type: 'carousel'; readonly contents: readonly FlexBubble[] };
export type FlexBubble = { readonly type: 'bubble' } & { readonly [key: string]: Json };
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type Outgoing = TextMessage | MentionMessage | FlexMessage;
