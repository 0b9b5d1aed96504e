import { expect, test } from 'vitest';
import { setStage } from './stage.ts';

test('the record keeps the newest and counts what it dropped', async () => {
  const stage = await setStage({ recordCap: 3 });
  for (const text of ['1', '2', '3', '4', '5']) await stage.push(stage.somchai, text);
  const { accepted, dropped } = stage.platform.record;
  expect(accepted.map(({ messages }) => messages[0]?.text)).toEqual(['3', '4', '5']);
  expect(dropped).toEqual({ accepted: 2, refused: 0, webhooks: 0 });
  stage.platform.record.clear();
  expect(stage.platform.record.accepted).toEqual([]);
  expect(stage.platform.record.dropped.accepted).toBe(0);
});

test('chats keep the newest lines', async () => {
  const stage = await setStage({ conversationCap: 2 });
  for (const text of ['1', '2', '3']) await stage.platform.say({ user: stage.somchai }, text);
  expect(stage.platform.world.conversation({ user: stage.somchai })).toMatchObject([
    { text: '2' },
    { text: '3' },
  ]);
});

test('refusals tell the bot, the address, the status and the reason', async () => {
  const stage = await setStage();
  await stage.push(`U${'0'.repeat(32)}`);
  expect(stage.platform.record.refused).toEqual([
    {
      at: stage.clock.now(),
      bot: stage.bot.userId,
      method: 'POST',
      path: '/v2/bot/message/push',
      status: 400,
      message: 'Failed to send messages',
      injected: false,
    },
  ]);
});

test('a driver in another process can read the record, order faults and speak', async () => {
  const stage = await setStage();
  const from = { user: stage.somchai };
  const said = await stage.call('POST', '/__platform/say', { from, text: 'สถานะ' });
  expect(said.body).toMatchObject({ outcome: 'accepted', statuses: [200] });
  await stage.call('POST', '/__platform/press', { from, action: { type: 'postback', data: 'a=1' } });
  await stage.push(stage.somchai);
  expect((await stage.get('/__platform/accepted')).parsed).toMatchObject([
    { kind: 'push', to: stage.somchai },
  ]);
  expect((await stage.get('/__platform/webhooks')).parsed).toMatchObject([{ status: 200 }, { status: 200 }]);
  await stage.call('POST', '/__platform/faults', { path: 'push', kind: 'status', status: 500 });
  expect((await stage.push(stage.somchai)).status).toBe(500);
  expect((await stage.get('/__platform/refused')).parsed).toMatchObject([{ status: 500, injected: true }]);
  await stage.call('DELETE', '/__platform/faults');
  expect((await stage.push(stage.somchai)).status).toBe(200);
  expect((await stage.call('POST', '/__platform/conversation', { from })).parsed).toHaveLength(3);
});
