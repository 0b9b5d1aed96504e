/**
 * One raw webhook event -> what the flow acts on, or why it is passed over. Read loosely on purpose: LINE adds types,
 * properties and values without notice (`docs/line-platform.md` §1.1).
 */
import { z } from 'zod';
import type { Inbound } from '../flow/ports.ts';
import { shownFileName } from './file-name.ts';

const lineId = (letter: string) => z.string().regex(new RegExp(`^${letter}[0-9a-f]{32}$`));

/** A number in decimal (R#wh-text). */
const messageId = z.string().regex(/^\d{1,32}$/);

/** Who came into a group or left it; a group has 500 members at most. */
const people = z.object({ members: z.array(z.object({ userId: z.string().optional() })).max(500) });

const envelope = z.object({
  type: z.string(),
  webhookEventId: z.string().min(1).max(64),
  timestamp: z.int().nonnegative(),
  mode: z.string().optional(),
  replyToken: z.string().min(1).max(128).optional(),
  source: z
    .object({ type: z.string(), userId: z.string().optional(), groupId: z.string().optional() })
    .optional(),
  message: z
    .object({
      type: z.string(),
      text: z.string().max(5_000).optional(),
      // Needed of files only; what LINE may change in them must cost no other message.
      id: messageId.optional().catch(undefined),
      fileName: z.string().optional().catch(undefined),
      fileSize: z.int().nonnegative().optional().catch(undefined),
      mention: z
        .object({ mentionees: z.array(z.object({ isSelf: z.boolean().optional() })).optional() })
        .optional(),
    })
    .optional(),
  postback: z.object({ data: z.string().max(300) }).optional(),
  joined: people.optional().catch(undefined),
  left: people.optional().catch(undefined),
});

type Raw = z.infer<typeof envelope>;

export type ReadEvent =
  | { readonly kind: 'inbound'; readonly inbound: Inbound }
  /** `type` is LINE's word for what it was; safe to log. */
  | { readonly kind: 'ignored'; readonly type: string; readonly why: string };

export function readEvent(raw: unknown): ReadEvent {
  const read = envelope.safeParse(raw);
  if (!read.success)
    return { kind: 'ignored', type: 'unreadable', why: 'not an event of the documented shape' };
  const event = read.data;
  const type = event.message === undefined ? event.type : `${event.type}/${event.message.type}`;
  const ignored = (why: string): ReadEvent => ({ kind: 'ignored', type: type.slice(0, 60), why });
  if (event.mode === 'standby') return ignored('another module speaks in this chat (standby)');
  const chat = chatOf(event);
  if (chat === null) return ignored('no user or group this bot serves');
  const what = whatOf(event);
  if (what === null) return ignored('nothing this bot acts on');
  return {
    kind: 'inbound',
    inbound: {
      id: event.webhookEventId,
      at: event.timestamp,
      replyToken: event.replyToken ?? null,
      chat,
      what,
    },
  };
}

function chatOf({ source }: Raw): Inbound['chat'] | null {
  const user = lineId('U').safeParse(source?.userId);
  switch (source?.type) {
    case 'user':
      return user.success ? { kind: 'user', user: user.data } : null;
    case 'group': {
      const group = lineId('C').safeParse(source.groupId);
      return group.success
        ? { kind: 'group', group: group.data, user: user.success ? user.data : null }
        : null;
    }
    default:
      // Rooms became groups in LINE 10.17; nothing can be bound there.
      return null;
  }
}

function whatOf(event: Raw): Inbound['what'] | null {
  switch (event.type) {
    case 'message':
      return event.message === undefined ? null : saidOrSent(event.message, event.source?.type === 'user');
    case 'postback':
      return event.postback === undefined ? null : { kind: 'press', data: event.postback.data };
    case 'follow':
    case 'unfollow':
      return event.source?.type === 'user' ? { kind: event.type } : null;
    case 'join':
    case 'leave':
      return event.source?.type === 'group' ? { kind: event.type } : null;
    case 'memberJoined':
      return event.source?.type === 'group' ? known('members-joined', event.joined) : null;
    case 'memberLeft':
      return event.source?.type === 'group' ? known('members-left', event.left) : null;
    default:
      return null;
  }
}

/** Those LINE names; null = it names nobody. */
function known(
  kind: 'members-joined' | 'members-left',
  told: z.infer<typeof people> | undefined,
): Inbound['what'] | null {
  const users = (told?.members ?? []).flatMap(({ userId }) => lineId('U').safeParse(userId).data ?? []);
  return users.length === 0 ? null : { kind, users };
}

/** `alone` = in 1:1. A sticker or a place says nothing to this bot. */
function saidOrSent(message: NonNullable<Raw['message']>, alone: boolean): Inbound['what'] | null {
  switch (message.type) {
    case 'text': {
      if (message.text === undefined) return null;
      const mentioned = message.mention?.mentionees?.some((one) => one.isSelf === true) ?? false;
      return { kind: 'text', text: message.text, mentioned };
    }
    case 'image':
    case 'video':
    case 'audio':
      return alone ? { kind: 'media' } : null;
    case 'file': {
      if (!alone) return null;
      const { id, fileName, fileSize } = message;
      // Nothing that can be fetched, but its sender waits for an answer all the same.
      if (id === undefined || fileName === undefined || fileSize === undefined) return { kind: 'media' };
      return { kind: 'file', message: id, name: shownFileName(fileName), size: fileSize };
    }
    default:
      return null;
  }
}
