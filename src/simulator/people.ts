import type { PlatformClock } from './clock.ts';
import type { Contents } from './contents.ts';
import { chatKey, type Place } from './conversation.ts';
import type { Delivered, DeliverOptions, Delivery } from './delivery.ts';
import { createEvent, type Source } from './events.ts';
import type { Ids } from './ids.ts';
import { isObject, type JsonObject } from './json.ts';
import { pressedAs } from './press.ts';
import type { RichMenus } from './rich-menus.ts';
import type { Bot, World } from './world.ts';

export interface SayOptions extends DeliverOptions {
  /** Puts `@name` of the bot in front, as a real mention (docs/line-platform.md 1.4). */
  readonly mentionBot?: boolean;
  /** Time of the event, epoch ms; default now. */
  readonly at?: number;
  /** Leaves `source.userId` out, as for people who gave no consent (docs/line-platform.md 1.5). Groups only. */
  readonly withoutUserId?: boolean;
  readonly quotedMessageId?: string;
}

export interface PressOptions extends DeliverOptions {
  readonly at?: number;
  /** Leaves `source.userId` out: whether LINE sends it on a group postback is unverified (docs/line-platform.md 1.2). */
  readonly withoutUserId?: boolean;
  /** What was picked in a datetimepicker, like `{ date: '2026-12-31' }`; default its `initial` value. */
  readonly params?: Readonly<Record<string, string>>;
}

export interface FileOptions extends DeliverOptions {
  readonly at?: number;
  readonly bytes?: Uint8Array;
  readonly contentType?: string;
  /** How many content requests are answered 202 first. */
  readonly notReadyTimes?: number;
}

/** What people do in LINE. Each call changes the world, makes LINE's event and delivers it to the bot. */
export interface People {
  say(from: Place, text: string, options?: SayOptions): Promise<Delivered>;
  /** Edits an earlier group message (docs/line-platform.md 1.2, messageEdited). */
  edit(from: Place, messageId: string, text: string, options?: SayOptions): Promise<Delivered>;
  /** Presses a button: give the action object of a message. Throws on something that is no action. */
  press(from: Place, action: unknown, options?: PressOptions): Promise<Delivered>;
  sendImage(from: Place, options?: FileOptions): Promise<Delivered>;
  sendFile(from: Place, fileName: string, options?: FileOptions): Promise<Delivered>;
  sendSticker(from: Place, options?: DeliverOptions & { readonly at?: number }): Promise<Delivered>;
  unsend(from: Place, messageId: string, options?: DeliverOptions): Promise<Delivered>;
}

export interface PeopleParts {
  readonly clock: PlatformClock;
  readonly world: World;
  readonly ids: Ids;
  readonly contents: Contents;
  readonly delivery: Delivery;
  readonly richMenus: RichMenus;
}

export function createPeople(parts: PeopleParts): People {
  const { ids, contents } = parts;
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]);
  return {
    async say(from, text, options = {}) {
      const bot = parts.world.botAt(from);
      const { spoken, mention } = options.mentionBot ? mentioning(bot, text) : { spoken: text, mention: {} };
      const quoted =
        options.quotedMessageId === undefined ? {} : { quotedMessageId: options.quotedMessageId };
      return send(
        parts,
        from,
        options,
        { type: 'text', text: spoken, ...mention, ...quoted },
        { text: spoken },
      );
    },
    async edit(from, messageId, text, options = {}) {
      const bot = parts.world.botAt(from);
      const at = options.at ?? parts.clock.now();
      const quoteToken = ids.quoteToken(chatKey(bot.userId, from.group ?? from.user));
      const message = { type: 'text', id: messageId, quoteToken, text };
      parts.world.amend(messageId, text);
      const event = createEvent(ids, 'messageEdited', at, sourceOf(from, options), { message });
      return { ...(await parts.delivery.deliver(bot.userId, [event], options)), messageId };
    },
    async press(from, action, options = {}) {
      const { shown, said, postback } = pressedAs(action, options.params);
      if (said !== undefined) return send(parts, from, options, { type: 'text', text: said }, { text: said });
      if (postback === undefined) return { outcome: 'nothing', events: [], statuses: [] };
      const bot = mustReach(parts, from);
      if (bot === undefined) return { outcome: 'nothing', events: [], statuses: [] };
      const at = options.at ?? parts.clock.now();
      if (shown !== undefined) {
        parts.world.write(bot.userId, from.group ?? from.user, {
          from: from.user,
          text: shown,
          at,
          id: ids.message(),
        });
      }
      const switched = isObject(action) && action.type === 'richmenuswitch';
      const told = switched ? switchMenu(parts, bot, from.user, postback) : postback;
      const event = createEvent(ids, 'postback', at, sourceOf(from, options), { postback: told });
      return parts.delivery.deliver(bot.userId, [event], options);
    },
    sendImage: (from, options = {}) =>
      send(
        parts,
        from,
        options,
        { type: 'image', contentProvider: { type: 'line' } },
        { content: { type: 'image' } },
        (bot, id) =>
          contents.keep(bot, id, { bytes: jpeg, contentType: 'image/jpeg', ...definedOf(options) }),
      ),
    sendFile: (from, fileName, options = {}) => {
      const bytes = options.bytes ?? Buffer.from('%PDF-1.4\n');
      return send(
        parts,
        from,
        options,
        { type: 'file', fileName, fileSize: bytes.length },
        { content: { type: 'file', fileName } },
        (bot, id) =>
          contents.keep(bot, id, { contentType: 'application/octet-stream', ...definedOf(options), bytes }),
      );
    },
    sendSticker: (from, options = {}) =>
      send(
        parts,
        from,
        options,
        { type: 'sticker', stickerId: '52002738', packageId: '11537', stickerResourceType: 'ANIMATION' },
        { content: { type: 'sticker' } },
      ),
    async unsend(from, messageId, options) {
      const bot = parts.world.botAt(from);
      contents.unsend(messageId);
      parts.world.amend(messageId, null);
      const event = createEvent(ids, 'unsend', parts.clock.now(), sourceOf(from), { unsend: { messageId } });
      return parts.delivery.deliver(bot.userId, [event], options);
    },
  };
}

/** Shows the menu behind the alias; what LINE tells of it (docs/line-platform.md 2.6, R#postback-params-object-for-richmenu-switch-action). */
function switchMenu({ richMenus }: PeopleParts, bot: Bot, user: string, postback: JsonObject): JsonObject {
  const params = isObject(postback.params) ? postback.params : {};
  const id = richMenus.aliasOf(bot.userId, String(params.newRichMenuAliasId));
  const shown = id !== undefined && richMenus.image(bot.userId, id) !== undefined;
  if (shown) richMenus.link(bot.userId, [user], id);
  if (shown) return postback;
  // A switch that failed names no new menu.
  const status = id === undefined ? 'RICHMENU_ALIAS_ID_NOTFOUND' : 'RICHMENU_NOTFOUND';
  return { ...postback, params: { status } };
}

type Shown =
  | { readonly text: string }
  | { readonly content: { type: 'image' | 'file' | 'sticker'; fileName?: string } };

/** Messages that carry a quote token; file and the like do not (docs/line-platform.md 1.4). */
const quotable: readonly unknown[] = ['text', 'image', 'sticker'];

async function send(
  parts: PeopleParts,
  from: Place,
  options: SayOptions,
  message: JsonObject,
  shown: Shown,
  keep?: (bot: string, messageId: string) => void,
): Promise<Delivered> {
  const { ids, world, clock, delivery } = parts;
  const bot = mustReach(parts, from);
  if (bot === undefined) return { outcome: 'nothing', events: [], statuses: [] };
  const to = from.group ?? from.user;
  const at = options.at ?? clock.now();
  const id = ids.message();
  keep?.(bot.userId, id);
  world.write(bot.userId, to, { from: from.user, ...shown, at, id });
  if (from.group === undefined) world.setLastWrote(from.user, bot.userId, at);
  const { type, ...rest } = message;
  const event = createEvent(ids, 'message', at, sourceOf(from, options), {
    message: {
      type,
      id,
      ...(quotable.includes(type) && { quoteToken: ids.quoteToken(chatKey(bot.userId, to)) }),
      ...rest,
      ...(from.group === undefined && { markAsReadToken: ids.readToken() }),
    },
  });
  return { ...(await delivery.deliver(bot.userId, [event], options)), messageId: id };
}

/** The bot that gets it; undefined when the sender blocked it. Throws when the sender is not in the group. */
function mustReach({ world }: PeopleParts, from: Place): Bot | undefined {
  const bot = world.botAt(from);
  if (from.group === undefined)
    return world.friendship(from.user, bot.userId) === 'blocked' ? undefined : bot;
  if (!world.group(from.group)?.members.includes(from.user))
    throw new Error(`${from.user} is not in ${from.group}`);
  return bot;
}

/** LINE's source object of a place. */
function sourceOf(from: Place, options: { readonly withoutUserId?: boolean } = {}): Source {
  if (from.group === undefined) return { type: 'user', userId: from.user };
  return { type: 'group', groupId: from.group, ...(options.withoutUserId ? {} : { userId: from.user }) };
}

function mentioning(bot: Bot, text: string): { readonly spoken: string; readonly mention: JsonObject } {
  const name = `@${bot.name}`;
  const spoken = text.includes(name) ? text : `${name} ${text}`;
  const mentionee = { type: 'user', userId: bot.userId, isSelf: true };
  const place = { index: spoken.indexOf(name), length: name.length };
  return { spoken, mention: { mention: { mentionees: [{ ...place, ...mentionee }] } } };
}

function definedOf({ bytes, contentType, notReadyTimes }: FileOptions) {
  return {
    ...(bytes !== undefined && { bytes }),
    ...(contentType !== undefined && { contentType }),
    ...(notReadyTimes !== undefined && { notReadyTimes }),
  };
}
