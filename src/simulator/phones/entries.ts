import type { ConversationEntry } from '../conversation.ts';
import type { JsonObject } from '../json.ts';
import type { Chat, World } from '../world.ts';

/** One line of a chat as the page draws it. */
export interface Entry {
  readonly id: string;
  readonly at: number;
  /** `bot` or a user id. */
  readonly from: string;
  readonly name: string;
  /** LINE's message object, from the bot. */
  readonly message?: JsonObject;
  readonly via?: 'reply' | 'push' | 'multicast';
  readonly text?: string;
  readonly content?: {
    readonly type: 'image' | 'file' | 'sticker';
    readonly fileName?: string;
    readonly url?: string;
  };
  readonly unsent?: true;
  readonly edited?: true;
}

/** `amended` is the text it was edited to, null when unsent, undefined when neither. */
export function entryOf(world: World, entry: ConversationEntry, amended?: string | null): Entry {
  const { id, at } = entry;
  if ('message' in entry) {
    const { message, via } = entry;
    return { id, at, from: 'bot', name: world.bot(entry.bot).name, message, via };
  }
  const head = { id, at, from: entry.from, name: world.userName(entry.from) ?? '' };
  if (amended === null) return { ...head, unsent: true };
  if ('text' in entry) {
    return amended === undefined ? { ...head, text: entry.text } : { ...head, text: amended, edited: true };
  }
  const { content } = entry;
  return {
    ...head,
    content: content.type === 'sticker' ? content : { ...content, url: `/phones/content/${id}` },
  };
}

/** The newest `count` lines of a chat. */
export function entriesOf(world: World, chat: Chat, count: number): readonly Entry[] {
  return chat.lines.slice(-count).map(({ entry, amended }) => entryOf(world, entry, amended));
}

/** A line by its message id, with its chat. */
export function findEntry(
  world: World,
  bot: string,
  messageId: string,
): { readonly chat: string; readonly entry: Entry } | undefined {
  for (const chat of world.chats()) {
    const line = chat.bot === bot ? chat.lines.findLast(({ entry }) => entry.id === messageId) : undefined;
    if (line !== undefined) return { chat: chat.to, entry: entryOf(world, line.entry, line.amended) };
  }
  return undefined;
}
