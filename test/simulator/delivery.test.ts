import { expect, test } from 'vitest';
import { setStage } from './stage.ts';

const second = 1_000;

test('a webhook answered 2xx is accepted and not sent again', async () => {
  const stage = await setStage();
  stage.platform.world.setBot(stage.bot.userId, { redelivery: true });
  stage.botAnswers(() => 204);
  const said = await stage.platform.say({ user: stage.somchai }, 'ก');
  expect([said.outcome, said.statuses]).toEqual(['accepted', [204]]);
  expect(stage.platform.waiting()).toBe(0);
});

test('without the redelivery switch a failed webhook is lost', async () => {
  const stage = await setStage();
  stage.botAnswers(() => 503);
  const said = await stage.platform.say({ user: stage.somchai }, 'ก');
  expect([said.outcome, said.statuses]).toEqual(['failed', [503]]);
  expect(stage.platform.record.webhooks).toMatchObject([{ status: 503, attempt: 1 }]);
});

test('a redelivery is the same event but for isRedelivery', async () => {
  const stage = await setStage();
  stage.platform.world.setBot(stage.bot.userId, { redelivery: true });
  stage.botAnswers(() => (stage.got.length < 3 ? 503 : 200));
  const said = stage.platform.say({ user: stage.somchai }, 'ก');
  await stage.untilRedeliveryWaits();
  stage.clock.advance(10 * second - 1);
  expect(stage.got).toHaveLength(1);
  stage.clock.advance(1);
  await stage.untilRedeliveryWaits();
  expect(stage.got).toHaveLength(2);
  stage.clock.advance(30 * second);
  expect((await said).statuses).toEqual([503, 503, 200]);
  const [first, second_, third] = stage.got.map(({ events }) => events[0]);
  expect(second_).toEqual({ ...first, deliveryContext: { isRedelivery: true } });
  expect(third).toEqual(second_);
  expect(first?.deliveryContext).toEqual({ isRedelivery: false });
  expect(stage.platform.record.webhooks.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
});

test('redelivery ends after ten tries', async () => {
  const stage = await setStage();
  stage.platform.world.setBot(stage.bot.userId, { redelivery: true });
  stage.botAnswers(() => 500);
  const said = stage.platform.say({ user: stage.somchai }, 'ก');
  for (let tries = 1; tries < 10; tries++) {
    await stage.untilRedeliveryWaits();
    stage.clock.advance(3_600 * second);
  }
  expect((await said).statuses).toHaveLength(10);
  expect(stage.platform.waiting()).toBe(0);
});

test('a bot that does not answer in time, or cuts the connection, has not accepted', async () => {
  const stage = await setStage();
  stage.botAnswers(() => 'hang');
  expect((await stage.platform.say({ user: stage.somchai }, 'ก')).statuses).toEqual(['timeout']);
  stage.botAnswers(() => 'cut');
  expect((await stage.platform.say({ user: stage.somchai }, 'ก')).statuses).toEqual(['refused']);
  expect(stage.platform.record.webhooks.map(({ status }) => status)).toEqual(['timeout', 'refused']);
});

test('the same event can arrive twice', async () => {
  const stage = await setStage();
  await stage.platform.say({ user: stage.somchai }, 'ก', { duplicates: 1 });
  const [first, second_] = stage.got;
  expect(stage.got).toHaveLength(2);
  expect(second_?.raw.equals(first?.raw ?? Buffer.alloc(0))).toBe(true);
});

test('a forged signature can be played', async () => {
  const stage = await setStage();
  await stage.platform.say({ user: stage.somchai }, 'ก', { signature: 'forged' });
  expect(stage.got[0]?.signature).toBe('forged');
});

test('held events go out in any order, alone or together', async () => {
  const stage = await setStage();
  const hold = stage.platform.hold(stage.bot.userId);
  const said = ['หนึ่ง', 'สอง', 'สาม'].map((text) => stage.platform.say({ user: stage.somchai }, text));
  expect(hold.events()).toHaveLength(3);
  expect(stage.got).toEqual([]);
  await hold.release({ order: (events) => events.toReversed() });
  expect((await Promise.all(said)).map(({ outcome }) => outcome)).toEqual([
    'accepted',
    'accepted',
    'accepted',
  ]);
  expect(stage.got.map(({ events }) => textOf(events[0]))).toEqual(['สาม', 'สอง', 'หนึ่ง']);

  const again = stage.platform.hold(stage.bot.userId);
  const more = [
    stage.platform.say({ user: stage.somchai }, 'สี่'),
    stage.platform.unfollow({ user: stage.somchai }),
  ];
  await again.release({ together: true });
  await Promise.all(more);
  expect(stage.got.at(-1)?.events.map(({ type }) => type)).toEqual(['message', 'unfollow']);
});

test('raw events are delivered as they are, several in one body', async () => {
  const stage = await setStage();
  const events = [{ type: 'greatNewFeature' }, { type: 'greatNewFeature' }];
  const delivered = await stage.platform.deliver(stage.bot.userId, events);
  expect(delivered.outcome).toBe('accepted');
  expect(stage.got[0]?.body).toEqual({ destination: stage.bot.userId, events });
});

test('a bot without a webhook address gets nothing', async () => {
  const stage = await setStage();
  const other = stage.platform.world.addBot({ name: 'อื่น', secret: 's', token: 'token-2' });
  const said = await stage.platform.say({ user: stage.somchai, bot: other.userId }, 'ก');
  expect([said.outcome, said.statuses]).toEqual(['nothing', []]);
});

test('closing gives up redeliveries, held events and webhooks under way', async () => {
  const stage = await setStage({ webhookTimeoutMs: 60_000 });
  stage.platform.world.setBot(stage.bot.userId, { redelivery: true });
  stage.botAnswers(() => 503);
  const waiting = stage.platform.say({ user: stage.somchai }, 'ก');
  await stage.untilRedeliveryWaits();
  stage.botAnswers(() => 'hang');
  const hanging = stage.platform.say({ user: stage.somchai }, 'ข');
  while (stage.got.length < 2) await new Promise(setImmediate);
  stage.platform.hold(stage.bot.userId);
  const held = stage.platform.say({ user: stage.somchai }, 'ค');
  await stage.platform.close();
  const outcomes = (await Promise.all([waiting, hanging, held])).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['failed', 'failed', 'nothing']);
});

function textOf(event: { readonly message?: unknown } | undefined): unknown {
  return JSON.parse(JSON.stringify(event?.message ?? {})).text;
}
