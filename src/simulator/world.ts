import { createBoundedList } from './bounded-list.ts';
import { type ConversationEntry, chatKey, type Place } from './conversation.ts';
import type { Happenings } from './happenings.ts';
import type { Ids } from './ids.ts';

export interface Bot {
  readonly userId: string;
  readonly name: string;
  readonly basicId: string;
  /** Channel secret: signs webhooks. */
  readonly secret: string;
  /** Channel access token: chooses the bot in API calls. */
  readonly token: string;
  /** Messages a month; null = unlimited. */
  readonly quota: number | null;
  /** Verified or premium account: may list the members of a group (docs/line-platform.md 1.5). */
  readonly verified: boolean;
  readonly webhookUrl?: string;
  /** The console switch "Webhook redelivery", off by default (docs/line-platform.md 1.1). */
  readonly redelivery: boolean;
}

export interface Group {
  readonly groupId: string;
  readonly name: string;
  /** User ids of the people; the bot is not among them. */
  readonly members: readonly string[];
  /** User id of the bot in the group: only one is allowed (docs/line-platform.md 1.5). */
  readonly bot?: string;
}

export type Friendship = 'friend' | 'blocked' | 'stranger';

export interface NewBot {
  readonly name: string;
  readonly secret: string;
  readonly token: string;
  readonly userId?: string;
  readonly basicId?: string;
  /** Default 300, Thailand's free plan (docs/line-platform.md 2.2); null = unlimited. */
  readonly quota?: number | null;
  readonly verified?: boolean;
  readonly webhookUrl?: string;
  readonly redelivery?: boolean;
}

/** Bots, people and groups. Changing it sends no webhook; the platform's verbs (follow, joinGroup, ...) do. */
export interface World {
  addBot(bot: NewBot): Bot;
  /** Changes a bot's settings, as its owner would in LINE's console. */
  setBot(
    userId: string,
    change: Partial<Pick<Bot, 'quota' | 'verified' | 'webhookUrl' | 'redelivery' | 'name'>>,
  ): Bot;
  bot(userId: string): Bot;
  bots(): readonly Bot[];
  botOfToken(token: string): Bot | undefined;
  /** Adds a person and returns the user id; `id` fixes it. */
  addUser(user: { readonly name: string; readonly id?: string }): string;
  /** The person's name, or undefined for an unknown id. */
  userName(userId: string): string | undefined;
  users(): readonly string[];
  /** Adds a group and returns its id; with `bot` the bot is already in it. */
  addGroup(group: {
    readonly name: string;
    readonly members: readonly string[];
    readonly bot?: string;
    readonly id?: string;
  }): string;
  group(groupId: string): Group | undefined;
  groups(): readonly Group[];
  setGroup(
    groupId: string,
    change: { readonly members?: readonly string[]; readonly bot?: string | null },
  ): void;
  friendship(userId: string, bot: string): Friendship;
  setFriendship(userId: string, bot: string, friendship: Friendship): void;
  /** Epoch ms of the person's last 1:1 message to the bot. */
  lastWrote(userId: string, bot: string): number | undefined;
  setLastWrote(userId: string, bot: string, at: number): void;
  /** The bot a place means. Throws when no bot or more than one could be meant. */
  botAt(place: Place): Bot;
  conversation(place: Place): readonly ConversationEntry[];
  write(bot: string, to: string, entry: ConversationEntry): void;
  /** Every chat with all its lines, unsent ones too; oldest first. */
  chats(): readonly Chat[];
  /** Shows another text in place of a person's message, or nothing when it was unsent (null). */
  amend(messageId: string, text: string | null): void;
  /** Called with every line written into any chat; the returned function stops it. */
  watch(
    fn: (entry: ConversationEntry, chat: { readonly bot: string; readonly to: string }) => void,
  ): () => void;
}

export interface Chat {
  readonly bot: string;
  /** User id or group id. */
  readonly to: string;
  readonly lines: readonly {
    readonly entry: ConversationEntry;
    /** The text it was edited to, null when unsent. */
    readonly amended?: string | null;
  }[];
}

/** Makes an empty world; `conversationCap` is the number of lines kept per chat. */
export function createWorld(ids: Ids, conversationCap: number, { tell }: Pick<Happenings, 'tell'>): World {
  const bots = new Map<string, Bot>();
  const tokens = new Map<string, string>();
  const names = new Map<string, string>();
  const amended = new Map<string, string | null>();
  const groups = new Map<string, Group>();
  const friendships = new Map<string, Friendship>();
  const wrote = new Map<string, number>();
  const chats = new Map<string, ReturnType<typeof createBoundedList<ConversationEntry>>>();
  const owners = new Map<string, { readonly bot: string; readonly to: string }>();
  const watchers = new Set<Parameters<World['watch']>[0]>();

  const world: World = {
    addBot({ userId = ids.user(), basicId, quota = 300, verified = false, redelivery = false, ...rest }) {
      if (tokens.has(rest.token)) throw new Error('two bots cannot share one access token');
      const bot = {
        ...rest,
        userId,
        basicId: basicId ?? `@${userId.slice(1, 9)}`,
        quota,
        verified,
        redelivery,
      };
      bots.set(userId, bot);
      tokens.set(bot.token, userId);
      return bot;
    },
    setBot(userId, change) {
      const bot = { ...world.bot(userId), ...change };
      bots.set(userId, bot);
      tell({ kind: 'people' });
      return bot;
    },
    bot: (userId) => bots.get(userId) ?? unknown('bot', userId),
    bots: () => [...bots.values()],
    botOfToken: (token) => bots.get(tokens.get(token) ?? ''),
    addUser({ name, id = ids.user() }) {
      names.set(id, name);
      return id;
    },
    userName: (userId) => names.get(userId),
    users: () => [...names.keys()],
    addGroup({ id = ids.group(), name, members, bot }) {
      for (const member of members) if (!names.has(member)) unknown('user', member);
      if (bot !== undefined) world.bot(bot);
      groups.set(id, { groupId: id, name, members, ...(bot === undefined ? {} : { bot }) });
      return id;
    },
    group: (groupId) => groups.get(groupId),
    groups: () => [...groups.values()],
    setGroup(groupId, change) {
      const { bot: before, ...group } = groups.get(groupId) ?? unknown('group', groupId);
      const bot = change.bot === undefined ? before : change.bot;
      const members = change.members ?? group.members;
      groups.set(groupId, { ...group, members, ...(bot === null || bot === undefined ? {} : { bot }) });
      tell({ kind: 'people' });
    },
    friendship: (userId, bot) => friendships.get(chatKey(bot, userId)) ?? 'stranger',
    setFriendship(userId, bot, friendship) {
      if (!names.has(userId)) unknown('user', userId);
      friendships.set(chatKey(world.bot(bot).userId, userId), friendship);
      tell({ kind: 'people' });
    },
    lastWrote: (userId, bot) => wrote.get(chatKey(bot, userId)),
    setLastWrote(userId, bot, at) {
      wrote.set(chatKey(bot, userId), at);
    },
    botAt: (place) => botAt(world, place),
    conversation(place) {
      const key = place.group ?? chatKey(world.botAt(place).userId, place.user);
      return (chats.get(key)?.all() ?? []).flatMap((entry) => amend(entry, amended.get(entry.id)));
    },
    write(bot, to, entry) {
      const key = chatKey(bot, to);
      const chat = chats.get(key) ?? createBoundedList<ConversationEntry>(conversationCap);
      chats.set(key, chat);
      owners.set(key, { bot, to });
      chat.add(entry);
      for (const fn of watchers) fn(entry, { bot, to });
    },
    chats: () =>
      [...chats].flatMap(([key, chat]) => {
        const owner = owners.get(key);
        if (owner === undefined) return [];
        const lines = chat.all().map((entry) => {
          const text = amended.get(entry.id);
          return { entry, ...(text !== undefined && { amended: text }) };
        });
        return [{ ...owner, lines }];
      }),
    amend(messageId, text) {
      amended.set(messageId, text);
      tell({ kind: 'amended', messageId });
    },
    watch(fn) {
      watchers.add(fn);
      return () => watchers.delete(fn);
    },
  };
  return world;
}

function amend(entry: ConversationEntry, text: string | null | undefined): readonly ConversationEntry[] {
  if (text === null) return [];
  return text !== undefined && 'text' in entry ? [{ ...entry, text }] : [entry];
}

function botAt(world: World, place: Place): Bot {
  if (place.group !== undefined) {
    const group = world.group(place.group) ?? unknown('group', place.group);
    return world.bot(group.bot ?? unknown('bot in group', place.group));
  }
  if (place.bot !== undefined) return world.bot(place.bot);
  const all = world.bots();
  const known = all.filter(({ userId }) => world.friendship(place.user, userId) !== 'stranger');
  const [bot, another] = all.length === 1 ? all : known;
  if (bot === undefined || another !== undefined) {
    throw new Error(`which bot does ${place.user} mean? give place.bot`);
  }
  return bot;
}

function unknown(what: string, id: string): never {
  throw new Error(`no such ${what}: ${id}`);
}
