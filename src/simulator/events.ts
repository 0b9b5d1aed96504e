import type { Ids } from './ids.ts';
import { isObject, type JsonObject } from './json.ts';

/** A webhook event in LINE's shape; its keys stand in the order LINE sends them. */
export interface WebhookEvent extends JsonObject {
  readonly type: string;
  readonly webhookEventId: string;
  readonly deliveryContext: { readonly isRedelivery: boolean };
  /** Epoch ms of what happened, not of the delivery. */
  readonly timestamp: number;
  readonly source: Source;
  readonly mode: 'active';
}

export type Source =
  | { readonly type: 'user'; readonly userId: string }
  | { readonly type: 'group'; readonly groupId: string; readonly userId?: string };

/** Events that bring no reply token (docs/line-platform.md 1.2). */
const withoutReply: readonly string[] = ['unsend', 'unfollow', 'leave', 'memberLeft'];

/** Makes one event: `content` is what the type adds (docs/line-platform.md 1.2); empty properties are left out, never null. */
export function createEvent(
  ids: Ids,
  type: string,
  at: number,
  source: Source,
  content: JsonObject = {},
): WebhookEvent {
  return {
    type,
    ...content,
    webhookEventId: ids.event(at),
    deliveryContext: { isRedelivery: false },
    timestamp: at,
    source,
    ...(withoutReply.includes(type) ? {} : { replyToken: ids.replyToken() }),
    mode: 'active',
  };
}

/** The same event as LINE sends it again (docs/line-platform.md 1.1). */
export function asRedelivery(event: unknown): unknown {
  return isObject(event) ? { ...event, deliveryContext: { isRedelivery: true } } : event;
}

/** Which chat an event's reply token answers: the user's or the group's id. */
export function chatOf(event: JsonObject): string | undefined {
  const { source } = event;
  if (!isObject(source)) return undefined;
  const id = source.groupId ?? source.roomId ?? source.userId;
  return typeof id === 'string' ? id : undefined;
}
