import { expect, test } from 'vitest';
import { setStage } from './stage.ts';

const none = { message: 'Not found' };

test('a missing or wrong token is 401', async () => {
  const stage = await setStage();
  for (const authorization of ['', 'Bearer wrong', 'token-1']) {
    const { status, body } = await stage.call('GET', '/v2/bot/info', undefined, { authorization });
    expect([status, body.message]).toEqual([401, expect.stringMatching(/^Authentication failed due to/)]);
  }
  expect(stage.platform.record.refused).toHaveLength(3);
});

test('the token chooses the bot', async () => {
  const stage = await setStage();
  const other = stage.platform.world.addBot({ name: 'อื่น', secret: 's', token: 'token-2', basicId: '@other' });
  const { body } = await stage.call('GET', '/v2/bot/info', undefined, { authorization: 'Bearer token-2' });
  expect(body).toEqual({
    userId: other.userId,
    basicId: '@other',
    displayName: 'อื่น',
    chatMode: 'bot',
    markAsReadMode: 'auto',
  });
  expect(() => stage.platform.world.addBot({ name: 'ก', secret: 's', token: 'token-2' })).toThrow(
    'share one access token',
  );
});

test('profiles are told of friends and of people who wrote, unless they blocked the bot', async () => {
  const stage = await setStage();
  const profile = (user: string) => stage.get(`/v2/bot/profile/${user}`);
  expect((await profile(stage.somchai)).body).toMatchObject({ userId: stage.somchai, displayName: 'สมชาย' });
  expect((await profile(stage.stranger)).status).toBe(404);
  await stage.platform.say({ user: stage.stranger }, 'สวัสดี');
  expect((await profile(stage.stranger)).status).toBe(200);
  await stage.platform.unfollow({ user: stage.stranger });
  expect((await profile(stage.stranger)).body).toEqual(none);
});

test('a group tells its name, its number of people without the bot, and its members one by one', async () => {
  const stage = await setStage();
  const path = `/v2/bot/group/${stage.group}`;
  expect((await stage.get(`${path}/summary`)).body).toEqual({ groupId: stage.group, groupName: 'กองช่าง' });
  expect((await stage.get(`${path}/members/count`)).body).toEqual({ count: 2 });
  expect((await stage.get(`${path}/member/${stage.malee}`)).body).toEqual({
    userId: stage.malee,
    displayName: 'มาลี',
  });
  expect((await stage.get(`${path}/member/${stage.stranger}`)).status).toBe(404);
});

test('the member list is for verified accounts, a hundred a page', async () => {
  const stage = await setStage();
  const path = `/v2/bot/group/${stage.group}/members/ids`;
  const refused = await stage.get(path);
  expect([refused.status, refused.body]).toEqual([
    403,
    { message: 'Access to this API is not available for your account' },
  ]);
  stage.platform.world.setBot(stage.bot.userId, { verified: true });
  expect((await stage.get(path)).body).toEqual({ memberIds: [stage.somchai, stage.malee] });
  const more = Array.from({ length: 100 }, (_, number) =>
    stage.platform.world.addUser({ name: `คนที่ ${number}` }),
  );
  await stage.platform.memberJoined(stage.group, more);
  const first = await stage.get(path);
  expect(first.body.memberIds).toHaveLength(100);
  expect((await stage.get(`${path}?start=${first.body.next}`)).body).toEqual({ memberIds: more.slice(-2) });
});

test('a bot that leaves a group is told so and knows the group no more', async () => {
  const stage = await setStage();
  const path = `/v2/bot/group/${stage.group}`;
  expect((await stage.call('POST', `${path}/leave`)).status).toBe(200);
  while (stage.got.length === 0) await new Promise(setImmediate);
  expect(stage.lastEvent()).toMatchObject({ type: 'leave', source: { groupId: stage.group } });
  for (const rest of ['summary', 'members/count', `member/${stage.malee}`]) {
    expect((await stage.get(`${path}/${rest}`)).status).toBe(404);
  }
  expect((await stage.push(stage.group)).body).toEqual({ message: 'Failed to send messages' });
  expect((await stage.call('POST', `${path}/leave`)).status).toBe(404);
});

test('a group takes one bot only', async () => {
  const stage = await setStage();
  const other = stage.platform.world.addBot({ name: 'อื่น', secret: 's', token: 'token-2' });
  await expect(stage.platform.joinGroup(stage.group, other.userId)).rejects.toThrow('already in');
});

test('the webhook address can be set, read and tested', async () => {
  const stage = await setStage();
  const path = '/v2/bot/channel/webhook';
  const endpoint = stage.webhookUrl;
  expect((await stage.call('PUT', `${path}/endpoint`, { endpoint: `${endpoint}?x=1` })).status).toBe(200);
  expect((await stage.get(`${path}/endpoint`)).body).toEqual({ endpoint: `${endpoint}?x=1`, active: true });
  expect((await stage.call('PUT', `${path}/endpoint`, { endpoint: 'nowhere' })).status).toBe(400);
  expect(
    (await stage.call('PUT', `${path}/endpoint`, { endpoint: `${endpoint}?${'x'.repeat(500)}` })).status,
  ).toBe(400);
  const tested = await stage.call('POST', `${path}/test`, {});
  expect(tested.body).toMatchObject({ success: true, statusCode: 200, reason: 'OK' });
  expect(stage.got.at(-1)?.body).toEqual({ destination: stage.bot.userId, events: [] });
  stage.botAnswers(() => 401);
  expect((await stage.call('POST', `${path}/test`, {})).body).toMatchObject({
    success: false,
    statusCode: 401,
  });
  stage.botAnswers(() => 'hang');
  expect((await stage.call('POST', `${path}/test`, {})).body).toMatchObject({ reason: 'REQUEST_TIMEOUT' });
});

test('content comes when ready, to the bot it was sent to, and is gone once unsent', async () => {
  const stage = await setStage();
  const bytes = Buffer.from('%PDF-1.7 แผน');
  const at = { user: stage.somchai };
  const options = { bytes, contentType: 'application/pdf', notReadyTimes: 1 };
  const { messageId = '' } = await stage.platform.sendFile(at, 'แผน.pdf', options);
  expect(stage.lastEvent().message).toMatchObject({ fileName: 'แผน.pdf', fileSize: bytes.length });
  const path = `/v2/bot/message/${messageId}/content`;
  expect((await stage.get(path)).status).toBe(202);
  const ready = await stage.get(path);
  expect([ready.status, ready.text, ready.headers.get('content-type')]).toEqual([
    200,
    bytes.toString(),
    'application/pdf',
  ]);
  stage.platform.faults.add({ path: 'content', kind: 'not-ready', times: 1 });
  expect((await stage.get(path)).status).toBe(202);
  stage.platform.world.addBot({ name: 'อื่น', secret: 's', token: 'token-2' });
  expect((await stage.call('GET', path, undefined, { authorization: 'Bearer token-2' })).status).toBe(404);
  await stage.platform.unsend({ ...at, bot: stage.bot.userId }, messageId);
  const gone = await stage.get(path);
  expect([gone.status, gone.body]).toEqual([410, { message: 'The content is gone' }]);
  expect((await stage.get('/v2/bot/message/1/content')).status).toBe(404);
});

test('content kept is bounded: the oldest goes first', async () => {
  const stage = await setStage({ contentCap: 1 });
  const first = await stage.platform.sendImage({ user: stage.somchai });
  const second = await stage.platform.sendImage({ user: stage.somchai });
  expect((await stage.get(`/v2/bot/message/${first.messageId}/content`)).status).toBe(404);
  expect((await stage.get(`/v2/bot/message/${second.messageId}/content`)).status).toBe(200);
});

test('a body over 2 MB is 413, no JSON is 400, another media type is 415, an unknown address 404', async () => {
  const stage = await setStage();
  const path = '/v2/bot/message/push';
  expect((await stage.call('POST', path, { to: 'x'.repeat(2 * 1024 * 1024) })).status).toBe(413);
  const broken = await stage.call('POST', path, '{"to":');
  expect([broken.status, broken.body.message]).toEqual([
    400,
    expect.stringMatching(/could not be parsed as JSON/),
  ]);
  expect((await stage.call('POST', path, 'to=x', { 'content-type': 'text/plain' })).status).toBe(415);
  const unknown = await stage.get('/v2/bot/nothing');
  expect([unknown.status, unknown.body]).toEqual([404, none]);
});
