import { type Answer, type Call, notFound, ok, refuse } from './answer.ts';

/** Files people sent, as LINE keeps them for download (docs/line-platform.md 1.4). */
export interface Contents {
  keep(bot: string, messageId: string, content: Content): void;
  /** The sender took the message back: 410 from now on. */
  unsend(messageId: string): void;
  /** The file as it was sent, for whoever looks at the chat; undefined when gone or unknown. */
  read(messageId: string): Content | undefined;
  /** GET /v2/bot/message/:messageId/content */
  answer(call: Call): Answer;
}

export interface Content {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** How many requests are answered 202 before the content is ready. Default 0. */
  readonly notReadyTimes?: number;
}

export const notReady: Answer = { status: 202, body: Buffer.alloc(0) };

/** `cap` is the number of files kept; LINE too deletes them after a time it does not tell. */
export function createContents(cap: number): Contents {
  const kept = new Map<string, { readonly bot: string; readonly content: Content; waits: number }>();
  const gone = new Map<string, string>();
  return {
    keep(bot, messageId, content) {
      kept.set(messageId, { bot, content, waits: content.notReadyTimes ?? 0 });
      for (const oldest of kept.keys()) {
        if (kept.size <= cap) break;
        kept.delete(oldest);
      }
    },
    unsend(messageId) {
      const entry = kept.get(messageId);
      if (entry) gone.set(messageId, entry.bot);
      kept.delete(messageId);
    },
    read: (messageId) => kept.get(messageId)?.content,
    answer({ bot, params: { messageId = '' } }) {
      if (gone.get(messageId) === bot.userId) return refuse(410, 'The content is gone');
      const entry = kept.get(messageId);
      if (entry === undefined || entry.bot !== bot.userId) return notFound;
      if (entry.waits > 0) {
        entry.waits -= 1;
        return notReady;
      }
      const { bytes, contentType } = entry.content;
      return { ...ok(Buffer.from(bytes)), headers: { 'content-type': contentType } };
    },
  };
}
