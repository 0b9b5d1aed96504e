import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isObject, listOf } from '../../src/simulator/json.ts';
import { checkWebhookBody } from '../../src/simulator/webhook-check.ts';
import { sign } from '../../src/simulator/webhook-post.ts';
import { setStage } from './stage.ts';

test("LINE's own test vector is signed as LINE signs it", () => {
  const body = Buffer.from('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}');
  expect(sign('8c570fa6dd201bb328f1c1eac23a96d8', body)).toBe('GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=');
});

test('the signature covers the raw bytes, in which emoji stand escaped', async () => {
  const stage = await setStage();
  await stage.platform.say({ user: stage.somchai }, 'เสร็จแล้ว 😀');
  const [{ raw, signature, body } = { raw: Buffer.alloc(0), signature: '', body: {} }] = stage.got;
  expect(signature).toBe(createHmac('sha256', 'secret-1').update(raw).digest('base64'));
  expect(raw.toString()).toContain('\\uD83D\\uDE00');
  expect(Buffer.from(JSON.stringify(body)).equals(raw)).toBe(false);
  expect(stage.lastEvent().message).toMatchObject({ text: 'เสร็จแล้ว 😀' });
});

test('every event is shaped as webhook.yml says, under the bot as destination', async () => {
  const stage = await setStage();
  const { platform, somchai, malee, stranger, group } = stage;
  const inGroup = { user: somchai, group };
  const { messageId = '' } = await platform.say(inGroup, 'O1 เสร็จ', {
    mentionBot: true,
    quotedMessageId: '1',
  });
  await platform.edit(inGroup, messageId, 'O1 เสร็จแล้ว');
  await platform.unsend(inGroup, messageId);
  await platform.say({ user: somchai }, 'สถานะ');
  await platform.sendImage({ user: somchai });
  await platform.sendFile(inGroup, 'แผน.pdf');
  await platform.sendSticker({ user: somchai });
  await platform.press({ user: somchai }, { type: 'postback', data: 'a=1', displayText: 'ดู' });
  await platform.press(inGroup, { type: 'datetimepicker', data: 'a=2', mode: 'date', initial: '2026-01-31' });
  await platform.unfollow({ user: somchai });
  await platform.follow({ user: somchai });
  await platform.memberJoined(group, [stranger]);
  await platform.memberLeft(group, [malee]);
  await platform.leaveGroup(group);
  await platform.joinGroup(group, stage.bot.userId);
  expect(stage.got).toHaveLength(15);
  for (const { body } of stage.got) {
    expect(checkWebhookBody(body)).toEqual([]);
    expect(body.destination).toBe(stage.bot.userId);
  }
});

test("events have the same keys as the fixtures' events of their kind", async () => {
  const stage = await setStage();
  const { platform, somchai, malee, group } = stage;
  const inGroup = { user: somchai, group };
  const { messageId = '' } = await platform.say(inGroup, 'ก', { mentionBot: true });
  await platform.say({ user: somchai }, 'ก');
  await platform.edit(inGroup, messageId, 'ข');
  await platform.unsend(inGroup, messageId);
  await platform.sendImage({ user: somchai });
  await platform.sendFile(inGroup, 'ก.pdf');
  await platform.press({ user: somchai }, { type: 'postback', data: 'a=1' });
  await platform.press(inGroup, { type: 'postback', data: 'a=1' }, { withoutUserId: true });
  await platform.unfollow({ user: somchai });
  await platform.follow({ user: somchai });
  await platform.memberLeft(group, [malee]);
  await platform.memberJoined(group, [malee]);
  await platform.leaveGroup(group);
  await platform.joinGroup(group, stage.bot.userId);
  const names = [
    '03-text-group-mention-self',
    '01-text-user',
    '10-message-edited-group',
    '11-unsend-group',
    '12-image-user',
    '15-file-group',
    '27-postback-user',
    '29-postback-group-no-userid',
    '22-unfollow',
    '21-follow-unblocked',
    '26-member-left',
    '25-member-joined',
    '24-leave-group',
    '23-join-group',
  ];
  expect(stage.got.map(({ events }) => shapeOf(events[0]))).toEqual(
    names.map((name) => shapeOf(fixture(name)[0])),
  );
});

test('the checker takes every fixture but the one of unknown types', () => {
  for (const file of readdirSync(new URL('../fixtures/webhooks/', import.meta.url))) {
    const problems = checkWebhookBody({
      destination: `U${'0'.repeat(32)}`,
      events: fixture(file.slice(0, -5)),
    });
    expect([file, problems.length]).toEqual([file, file.startsWith('38-') ? 2 : 0]);
  }
});

test('event ids are ULIDs of their time and reply tokens 32 hex digits', async () => {
  const stage = await setStage();
  await stage.platform.say({ user: stage.somchai }, 'ก', { at: Date.parse('2026-04-23T03:26:39.525Z') });
  const event = stage.lastEvent();
  expect(event.timestamp).toBe(1776914799525);
  expect(event.webhookEventId).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  const digits = [...String(event.webhookEventId).slice(0, 10)];
  const time = digits.reduce((sum, digit) => sum * 32 + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(digit), 0);
  expect(time).toBe(event.timestamp);
  expect(event.replyToken).toMatch(/^[0-9a-f]{32}$/);
});

test('a mention of the bot names it at its place in the text', async () => {
  const stage = await setStage();
  await stage.platform.say({ user: stage.somchai, group: stage.group }, 'สถานะ', { mentionBot: true });
  expect(stage.lastEvent().message).toMatchObject({
    text: '@น้องไอต้า สถานะ',
    mention: {
      mentionees: [{ index: 0, length: 10, type: 'user', userId: stage.bot.userId, isSelf: true }],
    },
  });
});

test('pressing shows and sends what LINE shows and sends', async () => {
  const stage = await setStage();
  const at = { user: stage.somchai };
  await stage.platform.press(at, { type: 'postback', label: 'ก', data: 'a=1', displayText: 'ดูรายการ' });
  expect(stage.lastEvent()).toMatchObject({ type: 'postback', postback: { data: 'a=1' } });
  await stage.platform.press(at, { type: 'message', label: 'ก', text: 'มาตรการที่ 3 เสร็จแล้ว' });
  expect(stage.lastEvent()).toMatchObject({ type: 'message', message: { text: 'มาตรการที่ 3 เสร็จแล้ว' } });
  const params = { date: '2026-12-31' };
  await stage.platform.press(at, { type: 'datetimepicker', data: 'a=2', mode: 'date' }, { params });
  expect(stage.lastEvent()).toMatchObject({ postback: { data: 'a=2', params } });
  expect(stage.platform.world.conversation(at)).toMatchObject([
    { text: 'ดูรายการ' },
    { text: 'มาตรการที่ 3 เสร็จแล้ว' },
  ]);
  const uri = await stage.platform.press(at, { type: 'uri', label: 'ก', uri: 'https://example.com' });
  expect(uri.outcome).toBe('nothing');
  expect(stage.got).toHaveLength(3);
  await expect(stage.platform.press(at, { type: 'nonsense' })).rejects.toThrow('no such action');
});

test('a group event can come without the user id', async () => {
  const stage = await setStage();
  const inGroup = { user: stage.somchai, group: stage.group };
  await stage.platform.press(inGroup, { type: 'postback', data: 'a=1' }, { withoutUserId: true });
  expect(stage.lastEvent().source).toEqual({ type: 'group', groupId: stage.group });
  await stage.platform.press(inGroup, { type: 'postback', data: 'a=1' });
  expect(stage.lastEvent().source).toEqual({ type: 'group', groupId: stage.group, userId: stage.somchai });
});

test('who blocked the bot or is not in the group sends it nothing', async () => {
  const stage = await setStage();
  await stage.platform.unfollow({ user: stage.somchai });
  expect((await stage.platform.say({ user: stage.somchai }, 'ก')).outcome).toBe('nothing');
  await expect(stage.platform.say({ user: stage.stranger, group: stage.group }, 'ก')).rejects.toThrow(
    'is not in',
  );
});

test('an unsent message leaves the chat and an edited one shows its new text', async () => {
  const stage = await setStage();
  const inGroup = { user: stage.somchai, group: stage.group };
  const first = await stage.platform.say(inGroup, 'หนึ่ง');
  const second = await stage.platform.say(inGroup, 'สอง');
  await stage.platform.unsend(inGroup, first.messageId ?? '');
  await stage.platform.edit(inGroup, second.messageId ?? '', 'สาม');
  expect(stage.platform.world.conversation(inGroup)).toMatchObject([{ from: stage.somchai, text: 'สาม' }]);
});

test('whoever watches the world sees every line as it is written', async () => {
  const stage = await setStage();
  const seen: string[] = [];
  const stop = stage.platform.world.watch((entry, { to }) =>
    seen.push(`${entry.from === 'bot' ? 'bot' : 'person'} ${to}`),
  );
  await stage.platform.say({ user: stage.somchai }, 'ก');
  await stage.push(stage.group);
  stop();
  await stage.push(stage.group);
  expect(seen).toEqual([`person ${stage.somchai}`, `bot ${stage.group}`]);
});

function fixture(name: string): readonly unknown[] {
  const parsed: unknown = JSON.parse(
    readFileSync(new URL(`../fixtures/webhooks/${name}.json`, import.meta.url), 'utf8'),
  );
  return isObject(parsed) ? listOf(parsed.events) : [];
}

/** Types in place of values, keys in order of the alphabet. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [shapeOf(value[0])];
  if (!isObject(value)) return typeof value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, key === 'type' ? value[key] : shapeOf(value[key])]),
  );
}
