import { monthOf } from '../quota.ts';
import type { Accepted } from '../record.ts';
import { entriesOf } from './entries.ts';
import type { Setting } from './setting.ts';

/** Pushes of this month the page gets at most. */
const shownPushes = 300;

/** Everything the page needs to draw itself; `event` is where to start listening. */
export function stateOf(setting: Setting) {
  const { clock, cast, feed, wire } = setting;
  const { name, userId, basicId } = setting.bot();
  return {
    event: feed.newest(),
    now: clock.now(),
    bot: { name, userId, basicId },
    people: cast,
    ...peopleOf(setting),
    chats: chatsOf(setting),
    richMenus: richMenusOf(setting),
    quota: { ...quotaOf(setting), pushes: pushesOf(setting) },
    ...mischiefOf(setting),
    wire: wire.newest(),
  };
}

export function peopleOf({ platform: { world }, cast, botId }: Setting) {
  const groups = world.groups().map(({ groupId, name, members, bot }) => ({
    id: groupId,
    name,
    members,
    withBot: bot === botId,
    /** Members who have no phone here are shown by name only. */
    names: Object.fromEntries(members.map((user) => [user, world.userName(user) ?? ''])),
  }));
  const friends = Object.fromEntries(cast.map(({ user }) => [user, world.friendship(user, botId)]));
  return { groups, friends };
}

export function quotaOf({ platform, bot, botId }: Setting) {
  return { limit: bot().quota, used: platform.quotaUsed(botId) };
}

/** What a push cost; a multicast is one line per receiver. */
export function pushOf({ at, to, cost, kind }: Accepted) {
  return { at, to, cost, kind };
}

export function mischiefOf({ platform, mischief, bot }: Setting) {
  return {
    faults: platform.faults.list(),
    duplicates: mischief.duplicates,
    /** Events kept back; null = webhooks go out as they happen. */
    held: mischief.hold === null ? null : mischief.hold.events().length,
    redelivery: bot().redelivery,
    waiting: platform.waiting(),
  };
}

/** Lines of a chat the page gets at most: of groups and of phones on the table, and of all others. */
const shownLines = 500;
const otherLines = 30;

/** Tells the page, unless it knows: a fault with a number of times is also used up by requests. */
export function tellMischief(setting: Setting): void {
  const now = mischiefOf(setting);
  const text = JSON.stringify(now);
  if (text !== setting.mischief.told) setting.feed.send('faults', now);
  setting.mischief.told = text;
}

export function richMenusOf({ platform, cast, botId }: Setting) {
  return Object.fromEntries(cast.map(({ user }) => [user, platform.richMenus.shownTo(botId, user)]));
}

function pushesOf({ platform, clock, botId }: Setting) {
  const month = monthOf(clock.now());
  return platform.record.accepted
    .filter(({ bot, kind, at }) => bot === botId && kind !== 'reply' && monthOf(at) === month)
    .slice(-shownPushes)
    .map(pushOf);
}

function chatsOf({ platform: { world }, cast, botId }: Setting) {
  const others = new Set(cast.filter(({ shown }) => !shown).map(({ user }) => user));
  const own = new Set([...cast.map(({ user }) => user), ...world.groups().map(({ groupId }) => groupId)]);
  return Object.fromEntries(
    world
      .chats()
      .filter((chat) => chat.bot === botId && own.has(chat.to))
      .map((chat) => [chat.to, entriesOf(world, chat, others.has(chat.to) ? otherLines : shownLines)]),
  );
}
