import { type Answer, type Call, notFound, ok, refuse } from './answer.ts';
import type { PlatformClock } from './clock.ts';
import type { Quota } from './quota.ts';
import type { Group, World } from './world.ts';

export interface LookUpParts {
  readonly clock: PlatformClock;
  readonly world: World;
  readonly quota: Quota;
}

/** GET /v2/bot/message/quota (docs/line-platform.md 2.1). */
export function quotaOf({ bot }: Call): Answer {
  return ok(bot.quota === null ? { type: 'none' } : { type: 'limited', value: bot.quota });
}

/** GET /v2/bot/message/quota/consumption (docs/line-platform.md 2.1). */
export function consumptionOf({ quota, clock }: LookUpParts, { bot }: Call): Answer {
  return ok({ totalUsage: quota.used(bot.userId, clock.now()) });
}

/** GET /v2/bot/info: `userId` is the webhooks' `destination` (docs/line-platform.md 1.1). */
export function infoOf({ bot }: Call): Answer {
  const { userId, basicId, name } = bot;
  return ok({ userId, basicId, displayName: name, chatMode: 'bot', markAsReadMode: 'auto' });
}

/** GET /v2/bot/profile/:userId: friends and people who wrote, unless they blocked the bot (docs/line-platform.md 1.5). */
export function profileOf({ world }: LookUpParts, { bot, params: { userId = '' } }: Call): Answer {
  const displayName = world.userName(userId);
  const friendship = world.friendship(userId, bot.userId);
  const known = friendship === 'friend' || world.lastWrote(userId, bot.userId) !== undefined;
  if (displayName === undefined || friendship === 'blocked' || !known) return notFound;
  return ok({ userId, displayName, language: 'th' });
}

/** GET /v2/bot/group/:groupId/summary (docs/line-platform.md 1.5). */
export function groupSummary(parts: LookUpParts, call: Call): Answer {
  const group = groupOf(parts, call);
  return group ? ok({ groupId: group.groupId, groupName: group.name }) : notFound;
}

/** GET /v2/bot/group/:groupId/members/count: without the bot (docs/line-platform.md 1.5). */
export function memberCount(parts: LookUpParts, call: Call): Answer {
  const group = groupOf(parts, call);
  return group ? ok({ count: group.members.length }) : notFound;
}

/** GET /v2/bot/group/:groupId/member/:userId: also of people who are not friends or blocked (docs/line-platform.md 1.5). */
export function memberProfile(parts: LookUpParts, call: Call): Answer {
  const { userId = '' } = call.params;
  const displayName = parts.world.userName(userId);
  if (!groupOf(parts, call)?.members.includes(userId) || displayName === undefined) return notFound;
  return ok({ userId, displayName });
}

/** GET /v2/bot/group/:groupId/members/ids: verified or premium accounts only, pages of 100 (docs/line-platform.md 1.5). */
export function memberIds(parts: LookUpParts, call: Call): Answer {
  if (!call.bot.verified) return refuse(403, 'Access to this API is not available for your account');
  const group = groupOf(parts, call);
  if (group === undefined) return notFound;
  const start = Number(call.query.start ?? 0);
  const next = start + 100 < group.members.length ? { next: String(start + 100) } : {};
  return ok({ memberIds: group.members.slice(start, start + 100), ...next });
}

/** The group the address names, if the bot is in it. */
export function groupOf({ world }: LookUpParts, { bot, params: { groupId = '' } }: Call): Group | undefined {
  const group = world.group(groupId);
  return group?.bot === bot.userId ? group : undefined;
}
