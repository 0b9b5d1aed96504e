import { describe, expect, test } from 'vitest';
import { setPhones } from './phones-stage.ts';

describe('the clock', () => {
  test('goes where it is told, through the demo, and the page sees it move and stop', async () => {
    const phones = await setPhones();
    const events = await phones.events();
    const to = phones.clock.now() + 86_400_000;
    expect(await phones.post('clock', { to })).toEqual({ status: 200, body: { now: to } });
    expect(phones.moved).toEqual([to]);
    expect((await events.until('clock')).data).toMatchObject({ moving: true, to });
    expect((await events.until('clock')).data).toEqual({ moving: false, now: to });
  });

  test('next morning and next due are the demo to say', async () => {
    const phones = await setPhones();
    const next = phones.clock.now() + 3_600_000;
    expect((await phones.post('clock', { to: 'next-morning' })).body).toEqual({ now: next });
    expect((await phones.post('clock', { to: 'next-due' })).body).toEqual({ now: next, nothing: true });
    expect(phones.moved).toEqual([next]);
  });

  test.each([['yesterday'], [1.5], [null], [0], [8.64e15]])('does not go to %j', async (to) => {
    const phones = await setPhones();
    const { status, body } = await phones.post('clock', { to });
    expect([status, typeof body.error]).toEqual([400, 'string']);
    expect(phones.moved).toEqual([]);
  });

  test('two who turn it at once turn it one after the other, never back', async () => {
    let turning = 0;
    const steps: number[] = [];
    const phones = await setPhones({
      host: {
        async setClock() {
          turning += 1;
          steps.push(turning);
          await new Promise((resolve) => setImmediate(resolve));
          turning -= 1;
        },
        nextMorning: () => 0,
        nextDue: async () => null,
      },
    });
    const to = phones.clock.now() + 1_000;
    await Promise.all([phones.post('clock', { to }), phones.post('clock', { to })]);
    expect(steps).toEqual([1, 1]);
  });

  test('a jump that failed stops the movement on the page and lets the next one go', async () => {
    let fails = true;
    const phones = await setPhones({
      host: {
        async setClock() {
          if (fails) throw new Error('no power');
        },
        nextMorning: () => 0,
        nextDue: async () => null,
      },
    });
    const events = await phones.events();
    const to = phones.clock.now() + 1_000;
    expect(await phones.post('clock', { to })).toMatchObject({ status: 400, body: { error: 'no power' } });
    await events.until('clock');
    expect((await events.until('clock')).data).toMatchObject({ moving: false });
    fails = false;
    expect((await phones.post('clock', { to })).status).toBe(200);
  });
});

describe('faults', () => {
  test('one that is ordered hits the bot, is shown, and is gone when used up', async () => {
    const phones = await setPhones();
    const events = await phones.events();
    const fault = { path: 'push', kind: 'status', status: 500, times: 1 };
    expect((await phones.post('faults', { add: fault })).body).toMatchObject({ faults: [fault] });
    expect((await events.until('faults')).data).toMatchObject({ faults: [fault] });
    expect((await phones.push(phones.somchai)).status).toBe(500);
    expect((await events.until('faults')).data).toMatchObject({ faults: [] });
    expect((await phones.push(phones.somchai)).status).toBe(200);
  });

  test('all are taken back at once', async () => {
    const phones = await setPhones();
    await phones.post('faults', { add: { path: 'any', kind: 'slow', ms: 60_000 } });
    expect((await phones.post('faults', { clear: true })).body).toMatchObject({ faults: [] });
  });

  test.each([
    [{}],
    [{ add: { path: 'moon', kind: 'timeout' } }],
    [{ add: { path: 'push', kind: 'curse' } }],
    [{ add: { path: 'push', kind: 'slow' } }],
    [{ add: { path: 'push', kind: 'slow', ms: 1e9 } }],
    [{ add: { path: 'push', kind: 'status', status: 200 } }],
    [{ add: { path: 'push', kind: 'timeout', times: -1 } }],
  ])('%j is no fault', async (body) => {
    const phones = await setPhones();
    expect((await phones.post('faults', body)).status).toBe(400);
    expect(phones.platform.faults.list()).toEqual([]);
  });
});

describe('webhooks', () => {
  test('come several times when asked', async () => {
    const phones = await setPhones();
    await phones.post('duplicates', { times: 2 });
    await phones.post('say', { user: phones.somchai, text: 'ก' });
    expect(phones.got).toHaveLength(3);
    const ids = new Set(phones.got.map(({ events }) => events[0]?.webhookEventId));
    expect(ids.size).toBe(1);
  });

  test('are kept back and come in another order', async () => {
    const phones = await setPhones();
    await phones.post('hold', {});
    const { somchai: user } = phones;
    expect((await phones.post('say', { user, text: '1' })).body).toMatchObject({ outcome: 'held' });
    await phones.post('say', { user, text: '2' });
    expect(await phones.look('state')).toMatchObject({ held: 2 });
    expect(phones.got).toHaveLength(0);
    const events = await phones.events();
    expect((await phones.post('hold', { release: 'reversed' })).body).toMatchObject({ held: null });
    await events.until('wire');
    await events.until('wire');
    expect(phones.got.map((one) => one.events[0]?.message)).toMatchObject([{ text: '2' }, { text: '1' }]);
  });

  test('come again when the bot failed and redelivery is on', async () => {
    const phones = await setPhones();
    await phones.post('redelivery', { on: true });
    phones.botAnswers(() => 500);
    await phones.post('say', { user: phones.somchai, text: 'ก' });
    phones.botAnswers(() => 200);
    const events = await phones.events();
    await phones.post('clock', { to: phones.clock.now() + 60_000 });
    expect((await events.until('wire')).data).toMatchObject({ attempt: 2, status: 200 });
    expect(phones.lastEvent()).toMatchObject({ deliveryContext: { isRedelivery: true } });
  });
});

test("the month's quota can be used up, and given back", async () => {
  const phones = await setPhones();
  await phones.push(phones.group);
  expect((await phones.post('quota', { limit: 'gone' })).body).toEqual({ limit: 2, used: 2 });
  expect((await phones.push(phones.somchai)).status).toBe(429);
  expect((await phones.get('/v2/bot/message/quota')).body).toEqual({ type: 'limited', value: 2 });
  expect((await phones.post('quota', { limit: 300 })).body).toEqual({ limit: 300, used: 2 });
  expect((await phones.push(phones.somchai)).status).toBe(200);
  expect((await phones.post('quota', { limit: null })).body).toMatchObject({ limit: null });
  expect((await phones.post('quota', { limit: -1 })).status).toBe(400);
});

describe('the wire', () => {
  const broken = { type: 'flex', altText: 'ก', contents: { type: 'bubble', body: { type: 'box' } } };

  test('an invalid Flex message is refused and marked with the rule it broke and where that stands', async () => {
    const phones = await setPhones();
    const events = await phones.events();
    const { status } = await phones.call('POST', '/v2/bot/message/push', {
      to: phones.somchai,
      messages: [broken],
    });
    expect(status).toBe(400);
    const problem = {
      path: '/messages/0/contents/body/layout',
      rule: 'May not be empty',
      source: expect.stringContaining('OA messaging-api.yml'),
    };
    const marked = {
      kind: 'request',
      status: 400,
      refused: true,
      problems: expect.arrayContaining([problem]),
    };
    expect((await events.until('wire')).data).toMatchObject(marked);
    expect(await phones.wire()).toMatchObject([
      { ...marked, body: { messages: [broken] }, answer: { message: expect.any(String) } },
    ]);
    expect(await phones.chat(phones.somchai)).toEqual([]);
  });

  test.each([
    ['/v2/bot/message/push', { to: 'nobody', messages: [{ type: 'text', text: 'ก' }] }, 400],
    ['/v2/bot/message/reply', { replyToken: 'old', messages: [{ type: 'text', text: 'ก' }] }, 400],
    ['/v2/bot/message/fly', {}, 404],
  ])('whatever else LINE refuses says why: %s', async (path, body, status) => {
    const phones = await setPhones();
    await phones.call('POST', path, body);
    expect(await phones.wire()).toMatchObject([
      {
        path,
        status,
        refused: true,
        problems: [{ rule: expect.stringMatching(/\w/), source: expect.any(String) }],
      },
    ]);
  });

  test('a webhook shows its body, its signature and that it is as LINE describes it', async () => {
    const phones = await setPhones();
    await phones.post('say', { user: phones.somchai, text: 'ก' });
    expect(await phones.wire()).toMatchObject([
      {
        ...{ kind: 'webhook', status: 200, refused: false, problems: [], signature: 'ok', attempt: 1 },
        ...{ events: ['message'], body: { destination: phones.bot.userId, events: [{ type: 'message' }] } },
      },
    ]);
  });

  test('a webhook with a wrong signature, or of a shape that is not in the book, is marked', async () => {
    const phones = await setPhones();
    const event = { type: 'message', surprise: true };
    await phones.platform.deliver(phones.bot.userId, [event], { signature: 'forged' });
    const [entry] = await phones.wire();
    expect(entry).toMatchObject({ signature: 'wrong' });
    expect(entry?.problems).not.toEqual([]);
  });

  test('a fault that was ordered is not held against the bot', async () => {
    const phones = await setPhones();
    await phones.post('faults', { add: { path: 'push', kind: 'status', status: 500 } });
    await phones.push(phones.somchai);
    await phones.post('faults', { add: { path: 'quota', kind: 'drop-before' } });
    await phones.get('/v2/bot/message/quota').catch(() => undefined);
    expect(await phones.wire()).toMatchObject([
      { status: 500, injected: true, refused: false },
      { status: 'none', injected: true, refused: false },
    ]);
  });

  test('a retry key is shown, and a repeated one is no mistake', async () => {
    const phones = await setPhones();
    const key = '123e4567-e89b-42d3-a456-426614174000';
    await phones.push(phones.somchai, 'ก', { 'x-line-retry-key': key });
    await phones.push(phones.somchai, 'ก', { 'x-line-retry-key': key });
    expect(await phones.wire()).toMatchObject([
      { retryKey: key, status: 200 },
      { retryKey: key, status: 409, refused: false },
    ]);
  });

  test('goes on from any number, keeps no secret and forgets the oldest', async () => {
    const phones = await setPhones();
    for (let n = 0; n < 3; n++) await phones.push(phones.somchai, `${n}`);
    expect((await phones.wire(2)).map(({ n }) => n)).toEqual([3]);
    expect(JSON.stringify(await phones.wire())).not.toContain('token-1');
    const { wire } = await phones.look('state');
    expect(wire).toHaveLength(3);
    expect(JSON.stringify(wire)).not.toContain('"body"');
  });
});
