import { type Answer, type Call, invalidBody, invalidProperty, ok, readJson, refuse } from './answer.ts';
import { day, type PlatformClock } from './clock.ts';
import { chatKey } from './conversation.ts';
import { limitMessages } from './faults.ts';
import type { Ids } from './ids.ts';
import { isObject, type JsonObject, listOf } from './json.ts';
import { checkMessages, type MessageKind } from './message-check.ts';
import { problemAnswer } from './problem-answer.ts';
import type { Quota } from './quota.ts';
import type { Accepted } from './record.ts';
import type { ReplyTokens } from './reply-tokens.ts';
import { isRetryKey, type RetryKeys } from './retry-keys.ts';
import type { Bot, World } from './world.ts';

export interface SendParts {
  readonly clock: PlatformClock;
  readonly world: World;
  readonly ids: Ids;
  readonly replyTokens: ReplyTokens;
  readonly retryKeys: RetryKeys;
  readonly quota: Quota;
}

/** POST /v2/bot/message/reply. Rules: docs/line-platform.md 1.3, 2.1. */
export function reply(parts: SendParts, call: Call): Answer {
  const read = readSend(parts, call, 'reply');
  if ('answer' in read) return read.answer;
  const { body, messages } = read;
  const token = body.replyToken;
  if (typeof token !== 'string')
    return invalidBody([{ message: 'May not be empty', property: 'replyToken' }]);
  const now = parts.clock.now();
  const target = parts.replyTokens.find(token, call.bot.userId, now);
  if (target === undefined) return refuse(400, 'Invalid reply token');
  const refused = refusePlacing(parts, call.bot, target.to, messages);
  if (refused) return refused;
  parts.replyTokens.use(token);
  const entry: Accepted = {
    at: now,
    bot: call.bot.userId,
    kind: 'reply',
    to: target.to,
    replyToken: token,
    messages,
    cost: 0,
    // A reply answers someone who is there; only a block stops it.
    delivered: parts.world.friendship(target.to, call.bot.userId) !== 'blocked',
    requestId: call.requestId,
  };
  return ok({ sentMessages: place(parts, entry) }, [entry]);
}

/** POST /v2/bot/message/push. Rules: docs/line-platform.md 2.1, 2.4. */
export function push(parts: SendParts, call: Call): Answer {
  const read = readSend(parts, call, 'push');
  if ('answer' in read) return read.answer;
  const { body, messages } = read;
  const to = body.to;
  if (typeof to !== 'string' || !/^[UCR][0-9a-f]{32}$/.test(to)) return invalidProperty('to');
  const reached = reach(parts, call.bot, to);
  if (reached === 'unknown') return refuse(400, 'Failed to send messages');
  const refused = refusePlacing(parts, call.bot, to, messages);
  if (refused) return refused;
  const cost = reached === 'nobody' ? 0 : reached;
  const over = refuseOverQuota(parts, call.bot, cost);
  if (over) return over;
  const entry = pushEntry(parts, call, 'push', to, messages, cost);
  const sentMessages = place(parts, entry);
  remember(parts, call, sentMessages);
  return ok({ sentMessages }, [entry]);
}

/** POST /v2/bot/message/multicast: to people only, at most 500 (docs/line-platform.md 2.1). */
export function multicast(parts: SendParts, call: Call): Answer {
  const read = readSend(parts, call, 'multicast');
  if ('answer' in read) return read.answer;
  const { body, messages } = read;
  const to = listOf(body.to).filter((one) => typeof one === 'string' && /^U[0-9a-f]{32}$/.test(one));
  if (to.length === 0 || to.length !== listOf(body.to).length) return invalidProperty('to');
  if (to.length > 500) return invalidBody([{ message: 'Size must be between 1 and 500', property: 'to' }]);
  const people = [...new Set(to.map(String))].map((user) => ({
    user,
    reached: reach(parts, call.bot, user),
  }));
  const cost = people.filter(({ reached }) => typeof reached === 'number').length;
  const over = refuseOverQuota(parts, call.bot, cost);
  if (over) return over;
  const entries = people.map(({ user, reached }) =>
    pushEntry(parts, call, 'multicast', user, messages, typeof reached === 'number' ? 1 : 0),
  );
  for (const entry of entries) place(parts, entry);
  remember(parts, call);
  return ok({}, entries);
}

/** POST /v2/bot/message/validate/*: looks at `messages` only, spends nothing (docs/line-platform.md 2.5). */
export function validate(call: Call, kind: MessageKind): Answer {
  const body = readJson(call.body);
  if ('answer' in body) return body.answer;
  return refuseMessages(body.value, kind) ?? ok({});
}

/** What reply, push and multicast check alike before they look at the receiver. */
function readSend(
  parts: SendParts,
  call: Call,
  kind: MessageKind,
): { readonly body: JsonObject; readonly messages: readonly JsonObject[] } | { readonly answer: Answer } {
  const conflict = refuseRetryKey(parts, call);
  if (conflict) return { answer: conflict };
  const body = readJson(call.body);
  if ('answer' in body) return body;
  const bad = refuseMessages(body.value, kind);
  if (bad) return { answer: bad };
  return { body: body.value, messages: listOf(body.value.messages).filter(isObject) };
}

function refuseRetryKey(parts: SendParts, call: Call): Answer | undefined {
  const { retryKey: key } = call;
  if (key === undefined) return undefined;
  // LINE documents the 400, not its wording (docs/line-platform.md 2.4).
  if (!isRetryKey(key)) return refuse(400, 'Invalid retry key');
  const first = parts.retryKeys.find(call.bot.userId, key, parts.clock.now());
  if (first === undefined) return undefined;
  const { requestId, ...sent } = first;
  return {
    status: 409,
    body: { message: 'The retry key is already accepted', ...sent },
    headers: { 'x-line-accepted-request-id': requestId },
  };
}

function refuseMessages(body: JsonObject, kind: MessageKind): Answer | undefined {
  const { messages, notificationDisabled } = body;
  if (!Array.isArray(messages)) return invalidBody([{ message: 'May not be empty', property: 'messages' }]);
  if (notificationDisabled !== undefined && typeof notificationDisabled !== 'boolean') {
    return invalidProperty('notificationDisabled');
  }
  return problemAnswer(messages, checkMessages(messages, kind));
}

/** People a message to `to` reaches and costs; `nobody` = LINE answers 200 and nothing arrives. */
function reach({ world, clock }: SendParts, bot: Bot, to: string): number | 'nobody' | 'unknown' {
  if (!to.startsWith('U')) {
    const group = world.group(to);
    if (group === undefined) return 'unknown';
    // Whether members who are not friends count is not published: members/count is the safe upper estimate (docs/line-platform.md 2.1).
    return group.members.length;
  }
  if (world.userName(to) === undefined) return 'unknown';
  switch (world.friendship(to, bot.userId)) {
    case 'friend':
      return 1;
    case 'blocked':
      return 'nobody';
    case 'stranger': {
      // Strangers are reached for 7 days after their last 1:1 message (docs/line-platform.md 2.4).
      const wrote = world.lastWrote(to, bot.userId);
      return wrote !== undefined && clock.now() - wrote <= 7 * day ? 1 : 'nobody';
    }
  }
}

/** Rules that need the chat: mentions of members only (docs/line-platform.md 2.5), quotes of the same chat only (1.4). */
function refusePlacing(
  { world, ids }: SendParts,
  bot: Bot,
  to: string,
  messages: readonly JsonObject[],
): Answer | undefined {
  const group = world.group(to);
  if (to.startsWith('C') && group?.bot !== bot.userId) return refuse(400, 'Failed to send messages');
  const details = messages.flatMap((message, index) => {
    const found = mentionees(message)
      .filter(({ mentionee }) => group === undefined || !isMember(group.members, mentionee))
      .map(({ key }) => ({
        message: 'The mentioned user is not a member of the chat',
        property: `messages[${index}].substitution.${key}.mentionee`,
      }));
    const quote = message.quoteToken;
    if (typeof quote === 'string' && !ids.quoteTokenIsOf(quote, chatKey(bot.userId, to))) {
      found.push({ message: 'Invalid quote token', property: `messages[${index}].quoteToken` });
    }
    return found;
  });
  return details.length === 0 ? undefined : invalidBody(details);
}

function mentionees(
  message: JsonObject,
): readonly { readonly key: string; readonly mentionee: JsonObject }[] {
  if (message.type !== 'textV2' || !isObject(message.substitution)) return [];
  return Object.entries(message.substitution).flatMap(([key, value]) =>
    isObject(value) && value.type === 'mention' && isObject(value.mentionee)
      ? [{ key, mentionee: value.mentionee }]
      : [],
  );
}

function isMember(members: readonly string[], mentionee: JsonObject): boolean {
  return mentionee.type === 'all' || members.some((member) => member === mentionee.userId);
}

function refuseOverQuota({ quota, clock }: SendParts, bot: Bot, cost: number): Answer | undefined {
  if (bot.quota === null || quota.used(bot.userId, clock.now()) + cost <= bot.quota) return undefined;
  return refuse(429, limitMessages.month);
}

function pushEntry(
  { clock }: SendParts,
  { bot, retryKey, requestId }: Call,
  kind: 'push' | 'multicast',
  to: string,
  messages: readonly JsonObject[],
  cost: number,
): Accepted {
  const key = retryKey === undefined ? {} : { retryKey };
  return {
    at: clock.now(),
    bot: bot.userId,
    kind,
    to,
    ...key,
    messages,
    cost,
    delivered: cost > 0,
    requestId,
  };
}

/** Messages LINE gives a quote token for (docs/line-platform.md 1.4). */
const quotable: readonly unknown[] = ['text', 'textV2', 'sticker', 'image', 'video', 'template', 'flex'];

/** Puts the messages into the chat, spends the quota, and returns LINE's `sentMessages`. */
function place(parts: SendParts, entry: Accepted): readonly JsonObject[] {
  const { ids, world, quota } = parts;
  quota.spend(entry.bot, entry.cost, entry.at);
  return entry.messages.map((message) => {
    const id = ids.message();
    if (entry.delivered) {
      const { bot, kind: via, at } = entry;
      world.write(bot, entry.to, { from: 'bot', bot, message, via, at, id });
    }
    return quotable.includes(message.type)
      ? { id, quoteToken: ids.quoteToken(chatKey(entry.bot, entry.to)) }
      : { id };
  });
}

function remember({ retryKeys, clock }: SendParts, call: Call, sentMessages?: readonly JsonObject[]): void {
  if (call.retryKey === undefined) return;
  const { requestId } = call;
  const request = sentMessages === undefined ? { requestId } : { requestId, sentMessages };
  retryKeys.accept(call.bot.userId, call.retryKey, request, clock.now());
}
