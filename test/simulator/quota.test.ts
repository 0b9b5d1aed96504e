import { expect, test } from 'vitest';
import { setStage } from './stage.ts';

const limit = { message: 'You have reached your monthly limit.' };

test('a group push costs one message per person, however many messages it holds', async () => {
  const stage = await setStage();
  const messages = Array(5).fill({ type: 'text', text: 'ก' });
  await stage.call('POST', '/v2/bot/message/push', { to: stage.group, messages });
  expect((await stage.get('/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 2 });
  expect((await stage.get('/v2/bot/message/quota')).body).toEqual({ type: 'limited', value: 300 });
});

test('the push that would go over the month is refused and the next that fits is not', async () => {
  const stage = await setStage();
  stage.platform.world.setBot(stage.bot.userId, { quota: 3 });
  expect((await stage.push(stage.group)).status).toBe(200);
  const over = await stage.push(stage.group);
  expect([over.status, over.body]).toEqual([429, limit]);
  expect((await stage.push(stage.somchai)).status).toBe(200);
  expect((await stage.push(stage.somchai)).body).toEqual(limit);
  expect((await stage.get('/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 3 });
});

test('the month turns at midnight in Bangkok', async () => {
  const stage = await setStage();
  stage.platform.world.setBot(stage.bot.userId, { quota: 1 });
  stage.clock.set(Date.parse('2026-01-31T16:59:59Z'));
  expect((await stage.push(stage.somchai)).status).toBe(200);
  expect((await stage.push(stage.somchai)).status).toBe(429);
  stage.clock.set(Date.parse('2026-01-31T17:00:00Z'));
  expect((await stage.get('/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 0 });
  expect((await stage.push(stage.somchai)).status).toBe(200);
});

test('replies go on when the month is used up', async () => {
  const stage = await setStage();
  stage.platform.world.setBot(stage.bot.userId, { quota: 0 });
  await stage.platform.say({ user: stage.somchai }, 'สถานะ');
  expect((await stage.reply(stage.lastEvent().replyToken)).status).toBe(200);
});

test('an unlimited account has no limit and still counts', async () => {
  const stage = await setStage();
  stage.platform.world.setBot(stage.bot.userId, { quota: null });
  await stage.push(stage.somchai);
  expect((await stage.get('/v2/bot/message/quota')).body).toEqual({ type: 'none' });
  expect((await stage.get('/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 1 });
});

test('multicast is refused as a whole when it would go over', async () => {
  const stage = await setStage();
  stage.platform.world.setBot(stage.bot.userId, { quota: 1 });
  await stage.platform.follow({ user: stage.malee });
  expect((await stage.multicast([stage.somchai, stage.malee])).body).toEqual(limit);
  expect(stage.platform.record.accepted).toEqual([]);
});

test('200 multicasts a second are taken, the next waits for the clock', async () => {
  const stage = await setStage();
  stage.platform.world.setBot(stage.bot.userId, { quota: null });
  for (let sent = 0; sent < 200; sent++) expect((await stage.multicast([stage.somchai])).status).toBe(200);
  const over = await stage.multicast([stage.somchai]);
  expect([over.status, over.body]).toEqual([
    429,
    { message: 'The API rate limit has been exceeded. Try again later.' },
  ]);
  expect((await stage.push(stage.somchai)).status).toBe(200);
  stage.clock.advance(5);
  expect((await stage.multicast([stage.somchai])).status).toBe(200);
});

test('rate limits can be switched off', async () => {
  const stage = await setStage({ rateLimits: false });
  stage.platform.world.setBot(stage.bot.userId, { quota: null });
  for (let sent = 0; sent < 201; sent++) expect((await stage.multicast([stage.somchai])).status).toBe(200);
});
