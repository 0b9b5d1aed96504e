import { expect, test } from 'vitest';
import { setStage } from './stage.ts';

const minute = 60_000;

test('a reply reaches the chat of the event and costs nothing', async () => {
  const stage = await setStage();
  await stage.platform.say({ user: stage.malee, group: stage.group }, 'บอท สถานะ');
  const answer = await stage.reply(stage.lastEvent().replyToken);
  expect(answer.status).toBe(200);
  expect(answer.body.sentMessages).toMatchObject([
    { id: expect.any(String), quoteToken: expect.any(String) },
  ]);
  expect(answer.headers.get('x-line-request-id')).toBeTruthy();
  const [, said] = stage.platform.world.conversation({ user: stage.somchai, group: stage.group });
  expect(said).toMatchObject({ from: 'bot', via: 'reply', message: { text: 'รับทราบค่ะ' } });
  expect((await stage.get('/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 0 });
});

test('a reply token works once', async () => {
  const stage = await setStage();
  await stage.platform.say({ user: stage.somchai }, 'สถานะ');
  const { replyToken } = stage.lastEvent();
  expect((await stage.reply(replyToken)).status).toBe(200);
  const again = await stage.reply(replyToken);
  expect([again.status, again.body]).toEqual([400, { message: 'Invalid reply token' }]);
  expect(stage.platform.record.accepted).toHaveLength(1);
});

test('a reply token lives a minute and no longer', async () => {
  const stage = await setStage();
  await stage.platform.say({ user: stage.somchai }, 'หนึ่ง');
  const early = stage.lastEvent().replyToken;
  stage.clock.advance(minute);
  expect((await stage.reply(early)).status).toBe(200);
  await stage.platform.say({ user: stage.somchai }, 'สอง');
  stage.clock.advance(minute + 1);
  expect((await stage.reply(stage.lastEvent().replyToken)).body).toEqual({ message: 'Invalid reply token' });
});

test('a reply token nobody issued, or of another bot, is invalid', async () => {
  const stage = await setStage();
  expect((await stage.reply('0'.repeat(32))).status).toBe(400);
  stage.platform.world.addBot({ name: 'อื่น', secret: 's', token: 'token-2' });
  await stage.platform.say({ user: stage.somchai, bot: stage.bot.userId }, 'สถานะ');
  const { replyToken } = stage.lastEvent();
  const stolen = await stage.reply(replyToken, 'x', { authorization: 'Bearer token-2' });
  expect(stolen.body).toEqual({ message: 'Invalid reply token' });
});

test('messages LINE refuses do not use the reply token up', async () => {
  const stage = await setStage();
  await stage.platform.say({ user: stage.somchai }, 'สถานะ');
  const { replyToken } = stage.lastEvent();
  expect((await stage.reply(replyToken, '')).status).toBe(400);
  expect((await stage.reply(replyToken)).status).toBe(200);
});

test('a redelivered event opens a new minute for its token', async () => {
  const stage = await setStage();
  stage.platform.world.setBot(stage.bot.userId, { redelivery: true });
  stage.botAnswers(({ events }) => (isRedelivery(events[0]) ? 200 : 503));
  const said = stage.platform.say({ user: stage.somchai }, 'สถานะ');
  await stage.untilRedeliveryWaits();
  stage.clock.advance(10_000);
  await said;
  stage.clock.advance(55_000);
  expect((await stage.reply(stage.lastEvent().replyToken)).status).toBe(200);
});

test('a redelivered event older than 20 minutes cannot be replied to', async () => {
  const stage = await setStage();
  const event = {
    type: 'message',
    timestamp: stage.clock.now(),
    source: { type: 'user', userId: stage.somchai },
  };
  const redelivered = { ...event, deliveryContext: { isRedelivery: true } };
  stage.clock.advance(20 * minute);
  await stage.platform.deliver(stage.bot.userId, [{ ...redelivered, replyToken: 'a'.repeat(32) }]);
  expect((await stage.reply('a'.repeat(32))).status).toBe(200);
  stage.clock.advance(1);
  await stage.platform.deliver(stage.bot.userId, [{ ...redelivered, replyToken: 'b'.repeat(32) }]);
  expect((await stage.reply('b'.repeat(32))).body).toEqual({ message: 'Invalid reply token' });
});

test('a token used before stays used after redelivery', async () => {
  const stage = await setStage();
  const event = {
    type: 'message',
    timestamp: stage.clock.now(),
    source: { type: 'user', userId: stage.somchai },
    replyToken: 'c'.repeat(32),
  };
  await stage.platform.deliver(stage.bot.userId, [event]);
  await stage.reply(event.replyToken);
  await stage.platform.deliver(stage.bot.userId, [{ ...event, deliveryContext: { isRedelivery: true } }]);
  expect((await stage.reply(event.replyToken)).status).toBe(400);
});

test('a reply reaches nobody who blocked the bot meanwhile, and no group it has left', async () => {
  const stage = await setStage();
  await stage.platform.say({ user: stage.somchai }, 'สถานะ');
  const alone = stage.lastEvent().replyToken;
  await stage.platform.say({ user: stage.somchai, group: stage.group }, 'สถานะ');
  const together = stage.lastEvent().replyToken;
  await stage.platform.unfollow({ user: stage.somchai });
  await stage.platform.leaveGroup(stage.group);
  expect((await stage.reply(alone)).status).toBe(200);
  expect(stage.platform.record.accepted).toMatchObject([{ delivered: false }]);
  expect((await stage.reply(together)).body).toEqual({ message: 'Failed to send messages' });
});

test('a reply with a retry key is refused', async () => {
  const stage = await setStage();
  await stage.platform.say({ user: stage.somchai }, 'สถานะ');
  const key = { 'x-line-retry-key': '123e4567-e89b-42d3-a456-426614174000' };
  expect((await stage.reply(stage.lastEvent().replyToken, 'x', key)).status).toBe(400);
  expect(stage.platform.record.accepted).toEqual([]);
});

test('a quote token is good in its own chat only', async () => {
  const stage = await setStage();
  const { events } = await stage.platform.say({ user: stage.somchai, group: stage.group }, 'สถานะ');
  const quoteToken = quoteTokenOf(events[0]);
  const quoting = (to: string) =>
    stage.call('POST', '/v2/bot/message/push', { to, messages: [{ type: 'text', text: 'x', quoteToken }] });
  expect((await quoting(stage.group)).status).toBe(200);
  expect((await quoting(stage.somchai)).body.details).toMatchObject([{ property: 'messages[0].quoteToken' }]);
});

function isRedelivery(event: unknown): boolean {
  return JSON.stringify(event).includes('"isRedelivery":true');
}

function quoteTokenOf(event: unknown): string {
  return /"quoteToken":"([^"]+)"/.exec(JSON.stringify(event))?.[1] ?? '';
}
