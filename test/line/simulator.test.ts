/** Our client against a LINE Platform that keeps LINE's rules: tokens, keys, quota, blocked people. */
import { expect, it } from 'vitest';
import type { Outgoing } from '../../src/chat/outgoing.ts';
import { createLine } from '../../src/line/client.ts';
import { readEvent } from '../../src/line/read-event.ts';
import { setStage } from '../simulator/stage.ts';

const KEY = '123e4567-e89b-42d3-a456-426614174000';
const KEY_2 = '123e4567-e89b-42d3-a456-426614174001';
const HELLO: Outgoing[] = [{ type: 'text', text: 'สวัสดีค่ะ' }];
const HOUR = 3_600_000;

async function lineOnStage() {
  const stage = await setStage();
  const { base } = stage;
  return { stage, line: createLine({ accessToken: 'token-1', apiBase: base, dataApiBase: base }) };
}

it('a push arrives, and its key is known for a day: sent again it is accepted and not repeated', async () => {
  const { stage, line } = await lineOnStage();
  const first = await line.push(stage.somchai, KEY, HELLO);
  stage.clock.advance(23 * HOUR);
  const again = await line.push(stage.somchai, KEY, HELLO);
  expect([first.kind, again.kind]).toEqual(['accepted', 'accepted']);
  expect(again).toEqual(first);
  expect(stage.platform.record.accepted).toHaveLength(1);
});

it('a push cut off after LINE took it is an unknown outcome, and the same key sends nothing twice', async () => {
  const { stage, line } = await lineOnStage();
  stage.platform.faults.add({ kind: 'drop-after', path: 'push', times: 1 });
  const first = await line.push(stage.somchai, KEY, HELLO);
  expect(first).toMatchObject({ kind: 'failed', failure: { reason: 'unknown-outcome' } });
  expect((await line.push(stage.somchai, KEY, HELLO)).kind).toBe('accepted');
  expect(stage.platform.record.accepted).toHaveLength(1);
});

it('a reply token works once and for a minute', async () => {
  const { stage, line } = await lineOnStage();
  const token = async () => {
    await stage.platform.say({ user: stage.somchai }, 'สวัสดี');
    return String(stage.lastEvent().replyToken);
  };
  const used = await token();
  expect((await line.reply(used, HELLO)).kind).toBe('accepted');
  expect(await line.reply(used, HELLO)).toMatchObject({ failure: { reason: 'invalid-reply-token' } });
  const old = await token();
  stage.clock.advance(2 * 60_000);
  expect(await line.reply(old, HELLO)).toMatchObject({ failure: { reason: 'invalid-reply-token' } });
});

it('a reply cut off after LINE took it: the second try says that the token is used', async () => {
  const { stage, line } = await lineOnStage();
  await stage.platform.say({ user: stage.somchai }, 'สวัสดี');
  const token = String(stage.lastEvent().replyToken);
  stage.platform.faults.add({ kind: 'drop-after', path: 'reply', times: 1 });
  expect(await line.reply(token, HELLO)).toMatchObject({ failure: { reason: 'unknown-outcome' } });
  expect(await line.reply(token, HELLO)).toMatchObject({ failure: { reason: 'invalid-reply-token' } });
});

it('someone unknown, a wrong token, a full month and a broken message are told apart', async () => {
  const { stage, line } = await lineOnStage();
  const nobody = `U${'0'.repeat(32)}`;
  expect(await line.push(nobody, KEY, HELLO)).toMatchObject({ failure: { reason: 'dead-target' } });
  const wrong = createLine({ accessToken: 'wrong', apiBase: stage.base });
  expect(await wrong.push(stage.somchai, KEY, HELLO)).toMatchObject({ failure: { reason: 'unauthorised' } });
  const long: Outgoing[] = [{ type: 'text', text: 'ก'.repeat(5_001) }];
  expect(await line.push(stage.somchai, KEY, long)).toMatchObject({ failure: { reason: 'refused' } });
  stage.platform.world.setBot(stage.bot.userId, { quota: 0 });
  expect(await line.push(stage.somchai, KEY_2, HELLO)).toMatchObject({ failure: { reason: 'quota' } });
});

it('tells who the bot is, its month and its webhook', async () => {
  const { stage, line } = await lineOnStage();
  await line.push(stage.somchai, KEY, HELLO);
  expect(await line.bot()).toMatchObject({
    kind: 'told',
    value: { userId: stage.bot.userId, name: 'น้องไอต้า' },
  });
  expect(await line.quota()).toEqual({ kind: 'told', value: { limit: 300, used: 1 } });
  const members = stage.platform.world.group(stage.group)?.members.length;
  expect(await line.groupSize(stage.group)).toEqual({ kind: 'told', value: members });
  expect((await line.groupSize(`C${'0'.repeat(32)}`)).kind).toBe('failed');
  expect(await line.webhook()).toEqual({
    kind: 'told',
    value: { endpoint: stage.webhookUrl, active: true },
  });
  expect(await line.testWebhook()).toMatchObject({ kind: 'told', value: { success: true } });
});

const LIMITS = { maxBytes: 100_000, ms: 5_000 };
/** A docx is a zip, and a zip begins like this. */
const PLAN = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(50_000, 'แผนปฏิบัติการ')]);

/** A person sends a file in 1:1; what the flow gets of it. */
async function fileSent(stage: Awaited<ReturnType<typeof setStage>>, notReadyTimes = 0) {
  const from = { user: stage.somchai };
  await stage.platform.sendFile(from, 'แผน 2569.docx', { bytes: PLAN, notReadyTimes });
  const read = readEvent(stage.lastEvent());
  if (read.kind === 'inbound' && read.inbound.what.kind === 'file') return read.inbound.what;
  throw new Error('no file came');
}

it('a file sent in 1:1 is told with name and size, and its bytes can be fetched', async () => {
  const { stage, line } = await lineOnStage();
  const { message, name, size } = await fileSent(stage);
  expect([name, size]).toEqual(['แผน 2569.docx', PLAN.length]);
  const told = await line.content(message, LIMITS);
  expect(told.kind === 'told' && Buffer.compare(told.value.bytes, PLAN)).toBe(0);
  // Asked again it is still there; LINE deletes it when it likes.
  expect(await line.content(message, LIMITS)).toEqual(told);
});

it('a file not ready yet, too large, taken back or of another bot is told apart', async () => {
  const { stage, line } = await lineOnStage();
  const { message } = await fileSent(stage, 1);
  expect(await line.content(message, LIMITS)).toMatchObject({
    failure: { reason: 'not-ready', status: 202 },
  });
  const small = { ...LIMITS, maxBytes: PLAN.length - 1 };
  expect(await line.content(message, small)).toMatchObject({ failure: { reason: 'too-big' } });
  expect((await line.content(message, { ...LIMITS, maxBytes: PLAN.length })).kind).toBe('told');
  stage.platform.world.addBot({ name: 'อื่น', secret: 's', token: 'token-2' });
  const other = createLine({ accessToken: 'token-2', dataApiBase: stage.base });
  expect(await other.content(message, LIMITS)).toMatchObject({ failure: { reason: 'gone', status: 404 } });
  const wrong = createLine({ accessToken: 'wrong', dataApiBase: stage.base });
  expect(await wrong.content(message, LIMITS)).toMatchObject({ failure: { reason: 'unauthorised' } });
  await stage.platform.unsend({ user: stage.somchai, bot: stage.bot.userId }, message);
  expect(await line.content(message, LIMITS)).toMatchObject({ failure: { reason: 'gone', status: 410 } });
});

it('a LINE in trouble gives no file, and later it does', async () => {
  const { stage, line } = await lineOnStage();
  const { message } = await fileSent(stage);
  const { faults } = stage.platform;
  faults.add({ path: 'content', kind: 'timeout', times: 1 });
  const silent = await line.content(message, { ...LIMITS, ms: 100 });
  faults.add({ path: 'content', kind: 'drop-after', times: 1 });
  const cut = await line.content(message, LIMITS);
  faults.add({ path: 'content', kind: 'status', status: 500, times: 1 });
  const broken = await line.content(message, LIMITS);
  for (const one of [silent, cut, broken])
    expect(one).toMatchObject({ kind: 'failed', failure: { reason: 'unknown-outcome' } });
  expect((await line.content(message, LIMITS)).kind).toBe('told');
});

it('a picture in 1:1 is told as media, a file in the group not at all', async () => {
  const { stage } = await lineOnStage();
  await stage.platform.sendImage({ user: stage.somchai });
  expect(readEvent(stage.lastEvent())).toMatchObject({ inbound: { what: { kind: 'media' } } });
  await stage.platform.sendFile({ user: stage.somchai, group: stage.group }, 'แผน.docx');
  expect(readEvent(stage.lastEvent())).toMatchObject({ kind: 'ignored', type: 'message/file' });
});
