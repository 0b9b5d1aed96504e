import type { Place } from './conversation.ts';
import type { Delivered, DeliverOptions } from './delivery.ts';
import { createEvent, type Source } from './events.ts';
import type { JsonObject } from './json.ts';
import type { PeopleParts } from './people.ts';
import type { Bot } from './world.ts';

/** People who come and go. Each call changes the world and delivers LINE's event (docs/line-platform.md 1.2). */
export interface Comings {
  /** Adds the bot as a friend, or unblocks it. */
  follow(from: Place, options?: DeliverOptions): Promise<Delivered>;
  /** Blocks the bot. */
  unfollow(from: Place, options?: DeliverOptions): Promise<Delivered>;
  /** Invites the bot into a group. Throws when a bot is there already: LINE allows one (docs/line-platform.md 1.5). */
  joinGroup(group: string, bot: string, options?: DeliverOptions): Promise<Delivered>;
  /** Removes the bot from a group. */
  leaveGroup(group: string, options?: DeliverOptions): Promise<Delivered>;
  memberJoined(group: string, users: readonly string[], options?: DeliverOptions): Promise<Delivered>;
  memberLeft(group: string, users: readonly string[], options?: DeliverOptions): Promise<Delivered>;
}

export function createComings({ clock, world, ids, delivery }: PeopleParts): Comings {
  function tell(
    bot: Bot,
    type: string,
    source: Source,
    options: DeliverOptions | undefined,
    content: JsonObject = {},
  ): Promise<Delivered> {
    return delivery.deliver(bot.userId, [createEvent(ids, type, clock.now(), source, content)], options);
  }
  const groupOf = (id: string) => {
    const group = world.group(id);
    if (group === undefined) throw new Error(`no such group: ${id}`);
    return group;
  };
  const membersOf = (users: readonly string[]) => ({
    members: users.map((userId) => ({ type: 'user', userId })),
  });
  const nothing: Delivered = { outcome: 'nothing', events: [], statuses: [] };
  return {
    async follow(from, options) {
      const bot = world.botAt(from);
      const isUnblocked = world.friendship(from.user, bot.userId) === 'blocked';
      world.setFriendship(from.user, bot.userId, 'friend');
      return tell(bot, 'follow', { type: 'user', userId: from.user }, options, { follow: { isUnblocked } });
    },
    async unfollow(from, options) {
      const bot = world.botAt(from);
      world.setFriendship(from.user, bot.userId, 'blocked');
      return tell(bot, 'unfollow', { type: 'user', userId: from.user }, options);
    },
    async joinGroup(groupId, botId, options) {
      if (groupOf(groupId).bot !== undefined) throw new Error(`a bot is already in ${groupId}`);
      world.setGroup(groupId, { bot: botId });
      return tell(world.bot(botId), 'join', { type: 'group', groupId }, options);
    },
    async leaveGroup(groupId, options) {
      const { bot } = groupOf(groupId);
      if (bot === undefined) throw new Error(`no bot is in ${groupId}`);
      world.setGroup(groupId, { bot: null });
      return tell(world.bot(bot), 'leave', { type: 'group', groupId }, options);
    },
    async memberJoined(groupId, users, options) {
      const { members, bot } = groupOf(groupId);
      for (const user of users)
        if (world.userName(user) === undefined) throw new Error(`no such user: ${user}`);
      world.setGroup(groupId, { members: [...new Set([...members, ...users])] });
      if (bot === undefined) return nothing;
      return tell(world.bot(bot), 'memberJoined', { type: 'group', groupId }, options, {
        joined: membersOf(users),
      });
    },
    async memberLeft(groupId, users, options) {
      const { members, bot } = groupOf(groupId);
      world.setGroup(groupId, { members: members.filter((member) => !users.includes(member)) });
      if (bot === undefined) return nothing;
      return tell(world.bot(bot), 'memberLeft', { type: 'group', groupId }, options, {
        left: membersOf(users),
      });
    },
  };
}
