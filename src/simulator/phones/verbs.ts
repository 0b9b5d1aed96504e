import type { Place } from '../conversation.ts';
import type { Delivered, DeliverOptions } from '../delivery.ts';
import { imageSizeOf } from '../image-size.ts';
import { findEntry } from './entries.ts';
import { BadRequest, type Fields } from './fields.ts';
import { pickedOf } from './picked.ts';
import type { Setting } from './setting.ts';
import { no } from './words.ts';

/** What a person does on a phone, by the last part of its address. */
export type Verb = (setting: Setting, fields: Fields) => Promise<Delivered>;

/** LINE lets people write up to this many UTF-16 units in one message. */
const maxText = 5_000;
/** The largest image LINE takes from a bot; people's own are smaller after the phone has reduced them. */
const maxImage = 8_000_000;

export const verbs: Readonly<Record<string, Verb>> = {
  say({ platform, ...setting }, fields) {
    const place = placeIn({ platform, ...setting }, fields);
    const mentionBot = fields.flag('mentionBot') && place.group !== undefined;
    return platform.say(place, fields.text('text', maxText), { mentionBot, ...deliveryOf(setting) });
  },
  async press(setting, fields) {
    const action = fields.object('action');
    if (typeof action.type !== 'string') throw new BadRequest('"action" must be an action of a message.');
    const params = pickedOf(action, fields.objectMaybe('params'));
    const options = { ...deliveryOf(setting), ...(params && { params }) };
    return setting.platform.press(placeIn(setting, fields), action, options);
  },
  async image(setting, fields) {
    const contentType = fields.text('contentType', 100);
    const bytes = bytesIn(fields);
    const size = imageSizeOf(bytes);
    if (size === null || size.type !== contentType) throw new BadRequest(no.picture);
    return setting.platform.sendImage(placeIn(setting, fields), {
      bytes,
      contentType,
      ...deliveryOf(setting),
    });
  },
  async file(setting, fields) {
    const fileName = fields.text('fileName', 255);
    const bytes = fields.any('bytes') === undefined ? undefined : bytesIn(fields);
    const options = { ...(bytes && { bytes }), ...deliveryOf(setting) };
    return setting.platform.sendFile(placeIn(setting, fields), fileName, options);
  },
  sticker: async (setting, fields) =>
    setting.platform.sendSticker(placeIn(setting, fields), deliveryOf(setting)),
  async unsend(setting, fields) {
    const place = placeIn(setting, fields);
    return setting.platform.unsend(place, ownMessage(setting, place, fields), deliveryOf(setting));
  },
  async edit(setting, fields) {
    const place = placeIn(setting, fields);
    // LINE tells bots of edits in groups only (docs/line-platform.md 1.2).
    if (place.group === undefined) throw new BadRequest(no.editHere);
    const message = ownMessage(setting, place, fields, 'text');
    return setting.platform.edit(place, message, fields.text('text', maxText), deliveryOf(setting));
  },
  follow: async (setting, fields) => setting.platform.follow(alone(setting, fields), deliveryOf(setting)),
  unfollow: async (setting, fields) => setting.platform.unfollow(alone(setting, fields), deliveryOf(setting)),
  async join(setting, fields) {
    const group = groupIn(setting, fields);
    if (setting.platform.world.group(group)?.bot !== undefined) throw new BadRequest(no.secondBot);
    return setting.platform.joinGroup(group, setting.botId, deliveryOf(setting));
  },
  async leave(setting, fields) {
    const group = groupIn(setting, fields);
    if (setting.platform.world.group(group)?.bot === undefined) throw new BadRequest(no.botToRemove);
    return setting.platform.leaveGroup(group, deliveryOf(setting));
  },
  async 'member-joined'(setting, fields) {
    const user = userIn(setting, fields);
    return setting.platform.memberJoined(groupIn(setting, fields), [user], deliveryOf(setting));
  },
  async 'member-left'(setting, fields) {
    const { user, group = '' } = placeIn(setting, fields);
    if (group === '') throw new BadRequest('"group" must name a group.');
    return setting.platform.memberLeft(group, [user], deliveryOf(setting));
  },
};

function deliveryOf({ mischief }: Pick<Setting, 'mischief'>): DeliverOptions {
  return { duplicates: mischief.duplicates, firstTryOnly: true };
}

function userIn({ platform }: Setting, fields: Fields): string {
  const user = fields.text('user', 40);
  if (platform.world.userName(user) === undefined) throw new BadRequest(no.person);
  return user;
}

function groupIn({ platform }: Setting, fields: Fields): string {
  const group = fields.text('group', 40);
  if (platform.world.group(group) === undefined) throw new BadRequest(no.group);
  return group;
}

const alone = (setting: Setting, fields: Fields): Place => ({
  user: userIn(setting, fields),
  bot: setting.botId,
});

/** The chat a request means; its person must be in it, and so must the bot. */
function placeIn(setting: Setting, fields: Fields): Place {
  const user = userIn(setting, fields);
  if (fields.any('group') === undefined) return { user, bot: setting.botId };
  const group = groupIn(setting, fields);
  const known = setting.platform.world.group(group);
  if (!known?.members.includes(user)) throw new BadRequest(no.member);
  if (known.bot !== setting.botId) throw new BadRequest(no.botHere);
  return { user, group };
}

function ownMessage(setting: Setting, { user, group }: Place, fields: Fields, kind?: 'text'): string {
  const id = fields.text('message', 40);
  const found = findEntry(setting.platform.world, setting.botId, id);
  const here = found?.chat === (group ?? user) && found.entry.from === user && !found.entry.unsent;
  if (!here) throw new BadRequest(no.ownMessage);
  if (kind !== undefined && found.entry.text === undefined) throw new BadRequest(no.editText);
  return id;
}

function bytesIn(fields: Fields): Buffer {
  const text = fields.text('bytes', 12_000_000);
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new BadRequest('"bytes" must be base64.');
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length > maxImage) throw new BadRequest(no.tooLarge);
  return bytes;
}
