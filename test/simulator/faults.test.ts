import { expect, test } from 'vitest';
import { type Fault, limitMessages } from '../../src/simulator/faults.ts';
import { setStage } from './stage.ts';

const withKey = { 'x-line-retry-key': '123e4567-e89b-42d3-a456-426614174000' };

test('a dropped request was not accepted', async () => {
  const stage = await setStage();
  stage.platform.faults.add({ path: 'push', kind: 'drop-before', times: 1 });
  await expect(stage.push(stage.somchai)).rejects.toThrow();
  expect(stage.platform.record.accepted).toEqual([]);
  expect((await stage.push(stage.somchai)).status).toBe(200);
});

test('a dropped answer was accepted: the retry finds the key taken', async () => {
  const stage = await setStage();
  stage.platform.faults.add({ path: 'push', kind: 'drop-after', times: 1 });
  await expect(stage.push(stage.somchai, 'ก', withKey)).rejects.toThrow();
  expect(stage.platform.record.accepted).toHaveLength(1);
  expect((await stage.push(stage.somchai, 'ก', withKey)).status).toBe(409);
  expect(stage.platform.world.conversation({ user: stage.somchai })).toHaveLength(1);
});

test('a dropped answer to a reply has used its token', async () => {
  const stage = await setStage();
  stage.platform.faults.add({ path: 'reply', kind: 'drop-after', times: 1 });
  await stage.platform.say({ user: stage.somchai }, 'ก');
  const { replyToken } = stage.lastEvent();
  await expect(stage.reply(replyToken)).rejects.toThrow();
  expect((await stage.reply(replyToken)).body).toEqual({ message: 'Invalid reply token' });
});

test('a request that hangs is not accepted and does not keep the platform from closing', async () => {
  const stage = await setStage();
  stage.platform.faults.add({ path: 'push', kind: 'timeout' });
  const hanging = stage.push(stage.somchai);
  const ended = expect(hanging).rejects.toThrow();
  while (stage.platform.faults.list().length === 0) await new Promise(setImmediate);
  await stage.get('/v2/bot/info');
  await stage.platform.close();
  await ended;
  expect(stage.platform.record.accepted).toEqual([]);
});

test.each([
  [500, 'Internal server error'],
  [429, limitMessages.rate],
  [429, limitMessages.month],
  [429, limitMessages.oneUser],
])('status %i "%s" can be ordered and accepts nothing', async (status, message) => {
  const stage = await setStage();
  stage.platform.faults.add({ path: 'push', kind: 'status', status, message, times: 1 });
  const answer = await stage.push(stage.somchai, 'ก', withKey);
  expect([answer.status, answer.body]).toEqual([status, { message }]);
  expect(stage.platform.record.refused).toMatchObject([{ status, message, injected: true }]);
  expect((await stage.push(stage.somchai, 'ก', withKey)).status).toBe(200);
});

test('a slow answer was accepted before it comes', async () => {
  const stage = await setStage();
  stage.platform.faults.add({ path: 'push', kind: 'slow', ms: 60_000 });
  const accepted = new Promise((resolve) => stage.platform.onAccepted(resolve));
  const slow = stage.push(stage.somchai).catch(() => 'cut');
  expect(await accepted).toMatchObject({ kind: 'push', to: stage.somchai });
  await stage.platform.close();
  await slow;
});

test('a fault hits its own path, its number of times, and can be taken back', async () => {
  const stage = await setStage();
  const status = (path: Fault['path'], times?: number) =>
    stage.platform.faults.add({ path, kind: 'status', status: 500, ...(times && { times }) });
  status('push', 2);
  const all = status('any');
  expect((await stage.get('/v2/bot/info')).status).toBe(500);
  all();
  expect((await stage.get('/v2/bot/info')).status).toBe(200);
  const statuses = [];
  for (let sent = 0; sent < 3; sent++) statuses.push((await stage.push(stage.somchai)).status);
  expect(statuses).toEqual([500, 500, 200]);
});

test('a fault with a rate hits that share of requests', async () => {
  const draws = [0.09, 0.1, 0.5, 0.05];
  const stage = await setStage({ random: () => draws.shift() ?? 1 });
  stage.platform.faults.add({ path: 'push', kind: 'status', status: 500, rate: 0.1 });
  const statuses = [];
  for (let sent = 0; sent < 4; sent++) statuses.push((await stage.push(stage.somchai)).status);
  expect(statuses).toEqual([500, 200, 200, 500]);
});

test('the hook runs after acceptance and before the answer', async () => {
  const stage = await setStage();
  const order: string[] = [];
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const stop = stage.platform.onAccepted(async ({ to }) => {
    order.push(`accepted ${to === stage.somchai} ${stage.platform.record.accepted.length}`);
    await gate;
    order.push('released');
  });
  const sent = stage.push(stage.somchai).then(() => order.push('answered'));
  while (order.length === 0) await new Promise(setImmediate);
  // Two whole requests later the answer would have come, had it not waited for the hook.
  await stage.get('/v2/bot/info');
  await stage.get('/v2/bot/info');
  expect(order).toHaveLength(1);
  go();
  await sent;
  expect(order).toEqual(['accepted true 1', 'released', 'answered']);
  stop();
  await stage.push(stage.somchai);
  expect(order).toHaveLength(3);
});
