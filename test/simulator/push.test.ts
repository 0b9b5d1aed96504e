import { expect, test } from 'vitest';
import { setStage } from './stage.ts';

const key = '123e4567-e89b-42d3-a456-426614174000';
const withKey = { 'x-line-retry-key': key };
const day = 24 * 60 * 60_000;

test('a push answers one sent message each and appears in the chat', async () => {
  const stage = await setStage();
  const messages = [
    { type: 'text', text: 'ก' },
    { type: 'location', title: 'อบต.', address: 'ถนน', latitude: 15, longitude: 100 },
  ];
  const { status, body } = await stage.call('POST', '/v2/bot/message/push', { to: stage.somchai, messages });
  expect(status).toBe(200);
  // A location cannot be quoted (docs/line-platform.md 1.4), so it comes without a token.
  expect(body.sentMessages).toEqual([
    { id: expect.any(String), quoteToken: expect.any(String) },
    { id: expect.any(String) },
  ]);
  const chat = stage.platform.world.conversation({ user: stage.somchai });
  expect(chat).toMatchObject(messages.map((message) => ({ from: 'bot', via: 'push', message })));
});

test('the record tells who got what, at what cost', async () => {
  const stage = await setStage();
  const { headers } = await stage.push(stage.group, 'ประชุม', withKey);
  expect(stage.platform.record.accepted).toEqual([
    {
      at: stage.clock.now(),
      bot: stage.bot.userId,
      kind: 'push',
      to: stage.group,
      retryKey: key,
      messages: [{ type: 'text', text: 'ประชุม' }],
      cost: 2,
      delivered: true,
      requestId: headers.get('x-line-request-id'),
    },
  ]);
});

test('the same retry key within 24 hours is a conflict that tells the first answer', async () => {
  const stage = await setStage();
  const first = await stage.push(stage.somchai, 'ก', withKey);
  stage.clock.advance(day - 1);
  const second = await stage.push(stage.somchai, 'ก', withKey);
  expect(second.status).toBe(409);
  expect(second.body).toEqual({
    message: 'The retry key is already accepted',
    sentMessages: first.body.sentMessages,
  });
  expect(second.headers.get('x-line-accepted-request-id')).toBe(first.headers.get('x-line-request-id'));
  expect(stage.platform.record.accepted).toHaveLength(1);
});

test('after 24 hours the same retry key sends again', async () => {
  const stage = await setStage();
  await stage.push(stage.somchai, 'ก', withKey);
  stage.clock.advance(day);
  expect((await stage.push(stage.somchai, 'ก', withKey)).status).toBe(200);
  expect(stage.platform.record.accepted).toHaveLength(2);
});

test('a refused push leaves its retry key free', async () => {
  const stage = await setStage();
  expect((await stage.push(stage.somchai, '', withKey)).status).toBe(400);
  expect((await stage.push(stage.somchai, 'ก', withKey)).status).toBe(200);
});

test('a retry key that is no UUID is refused', async () => {
  const stage = await setStage();
  expect((await stage.push(stage.somchai, 'ก', { 'x-line-retry-key': 'first' })).status).toBe(400);
});

test('two bots may use the same retry key', async () => {
  const stage = await setStage();
  const other = stage.platform.world.addBot({ name: 'อื่น', secret: 's', token: 'token-2' });
  stage.platform.world.setFriendship(stage.somchai, other.userId, 'friend');
  await stage.push(stage.somchai, 'ก', withKey);
  const { status } = await stage.push(stage.somchai, 'ก', { ...withKey, authorization: 'Bearer token-2' });
  expect(status).toBe(200);
});

test('pushes to nobody LINE knows, and to groups without the bot, fail', async () => {
  const stage = await setStage();
  const elsewhere = stage.platform.world.addGroup({ name: 'อื่น', members: [stage.somchai] });
  for (const to of [`U${'0'.repeat(32)}`, `C${'0'.repeat(32)}`, elsewhere]) {
    const { status, body } = await stage.push(to);
    expect([status, body]).toEqual([400, { message: 'Failed to send messages' }]);
  }
  expect((await stage.push('somchai')).body.message).toMatch(
    /^The property, 'to', in the request body is invalid/,
  );
});

test('a push to somebody who blocked the bot is 200, arrives nowhere and costs nothing', async () => {
  const stage = await setStage();
  await stage.platform.unfollow({ user: stage.somchai });
  expect((await stage.push(stage.somchai)).status).toBe(200);
  expect(stage.platform.world.conversation({ user: stage.somchai })).toEqual([]);
  expect(stage.platform.record.accepted).toMatchObject([{ cost: 0, delivered: false }]);
});

test('a stranger is reached for seven days after writing', async () => {
  const stage = await setStage();
  await stage.push(stage.stranger);
  await stage.platform.say({ user: stage.stranger }, 'สวัสดี');
  stage.clock.advance(7 * day);
  await stage.push(stage.stranger);
  stage.clock.advance(1);
  await stage.push(stage.stranger);
  expect(stage.platform.record.accepted.map(({ delivered }) => delivered)).toEqual([false, true, false]);
});

test('multicast reaches people only, each at one message', async () => {
  const stage = await setStage();
  await stage.platform.follow({ user: stage.malee });
  await stage.platform.unfollow({ user: stage.somchai });
  const { status, body } = await stage.multicast([stage.malee, stage.somchai], withKey);
  expect([status, body]).toEqual([200, {}]);
  expect(stage.platform.record.accepted).toMatchObject([
    { kind: 'multicast', to: stage.malee, cost: 1 },
    { kind: 'multicast', to: stage.somchai, cost: 0 },
  ]);
  const again = await stage.multicast([stage.malee], withKey);
  expect([again.status, again.body]).toEqual([409, { message: 'The retry key is already accepted' }]);
  expect((await stage.multicast([stage.group])).status).toBe(400);
  expect((await stage.multicast([])).status).toBe(400);
  expect((await stage.multicast(Array(501).fill(stage.malee))).status).toBe(400);
});

test('people who are not in the group cannot be mentioned', async () => {
  const stage = await setStage();
  const mention = (to: string, mentionee: object) =>
    stage.call('POST', '/v2/bot/message/push', {
      to,
      messages: [{ type: 'textV2', text: '{who} ค่ะ', substitution: { who: { type: 'mention', mentionee } } }],
    });
  expect((await mention(stage.group, { type: 'user', userId: stage.malee })).status).toBe(200);
  expect((await mention(stage.group, { type: 'all' })).status).toBe(200);
  const refused = await mention(stage.group, { type: 'user', userId: stage.stranger });
  expect(refused.body.details).toMatchObject([{ property: 'messages[0].substitution.who.mentionee' }]);
  expect((await mention(stage.group, { type: 'user', userId: stage.bot.userId })).status).toBe(400);
  expect((await mention(stage.somchai, { type: 'all' })).status).toBe(400);
});

test('wrong messages are refused with the place of each error', async () => {
  const stage = await setStage();
  const send = (messages: readonly unknown[]) =>
    stage.call('POST', '/v2/bot/message/push', { to: stage.somchai, messages });
  const plain = await send([{ type: 'text', text: '' }, { type: 'sticker' }]);
  expect([plain.status, plain.body.message]).toEqual([400, 'The request body has 3 error(s)']);
  expect(plain.body.details).toContainEqual({ message: 'May not be empty', property: 'messages[0].text' });
  const body = {
    type: 'box',
    layout: 'vertical',
    contents: [{ type: 'text', text: 'ก', colour: '#000000' }],
  };
  const flex = await send([{ type: 'flex', altText: 'ก', contents: { type: 'bubble', body } }]);
  expect(flex.body).toEqual({
    message: 'A message (messages[0]) in the request body is invalid',
    details: [{ message: 'invalid property', property: '/body/contents/0/colour' }],
  });
  expect(stage.platform.record.refused.map(({ status }) => status)).toEqual([400, 400]);
});

test('the validate endpoints look at messages, send and count nothing', async () => {
  const stage = await setStage();
  for (const kind of ['reply', 'push', 'multicast', 'narrowcast', 'broadcast']) {
    const path = `/v2/bot/message/validate/${kind}`;
    expect((await stage.call('POST', path, { messages: [{ type: 'text', text: 'ก' }] })).status).toBe(200);
    expect((await stage.call('POST', path, { messages: [{ type: 'text' }] })).status).toBe(400);
  }
  expect(stage.platform.record.accepted).toEqual([]);
});
