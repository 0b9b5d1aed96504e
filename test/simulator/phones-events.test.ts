import { expect, test } from 'vitest';
import { setPhones } from './phones-stage.ts';

test('what people and bot say is told as it happens, in order, each with its id', async () => {
  const phones = await setPhones();
  const events = await phones.events();
  await phones.post('say', { user: phones.somchai, text: 'ก' });
  await phones.reply(phones.lastEvent().replyToken, 'รับทราบ');
  const said = await events.until('entry');
  expect(said.data).toMatchObject({ chat: phones.somchai, entry: { from: phones.somchai, text: 'ก' } });
  expect((await events.until('wire')).data).toMatchObject({ kind: 'webhook', events: ['message'] });
  const answered = await events.until('entry');
  expect(answered.data).toMatchObject({ entry: { from: 'bot', message: { text: 'รับทราบ' }, via: 'reply' } });
  expect((await events.until('wire')).data).toMatchObject({ kind: 'request', path: '/v2/bot/message/reply' });
  expect(Number(answered.id.split('-')[1])).toBeGreaterThan(Number(said.id.split('-')[1]));
});

test('unsending and editing are told as a change of that line', async () => {
  const phones = await setPhones();
  const { somchai, group } = phones;
  const { body } = await phones.post('say', { user: somchai, group, text: 'ก' });
  const events = await phones.events();
  await phones.post('edit', { user: somchai, group, message: body.messageId, text: 'ข' });
  expect((await events.until('changed')).data).toMatchObject({
    chat: group,
    entry: { id: body.messageId, text: 'ข', edited: true },
  });
  await phones.post('unsend', { user: somchai, group, message: body.messageId });
  expect((await events.until('changed')).data).toMatchObject({ entry: { unsent: true } });
});

test('a push tells what it cost and what is left', async () => {
  const phones = await setPhones();
  const events = await phones.events();
  await phones.push(phones.group);
  expect((await events.until('quota')).data).toMatchObject({
    limit: 300,
    used: 2,
    push: { to: phones.group, cost: 2, kind: 'push' },
  });
});

test('people who come, go or block the bot are told', async () => {
  const phones = await setPhones();
  const events = await phones.events();
  await phones.post('unfollow', { user: phones.somchai });
  expect((await events.until('people')).data).toMatchObject({ friends: { [phones.somchai]: 'blocked' } });
});

test('a page that starts from the state it loaded misses nothing and hears nothing twice', async () => {
  const phones = await setPhones();
  await phones.post('say', { user: phones.somchai, text: 'before' });
  const { event } = await phones.look('state');
  await phones.post('say', { user: phones.somchai, text: 'between' });
  const events = await phones.events(`?after=${event}`);
  expect((await events.until('entry')).data).toMatchObject({ entry: { text: 'between' } });
  await phones.post('say', { user: phones.somchai, text: 'after' });
  expect((await events.until('entry')).data).toMatchObject({ entry: { text: 'after' } });
});

test('a reader that was cut off is told what it missed when it comes back', async () => {
  const phones = await setPhones();
  const first = await phones.events();
  await phones.post('say', { user: phones.somchai, text: '1' });
  const { id } = await first.until('entry');
  first.close();
  await phones.post('say', { user: phones.somchai, text: '2' });
  await phones.post('say', { user: phones.somchai, text: '3' });
  const second = await phones.events('', { 'last-event-id': id });
  const texts = [await second.until('entry'), await second.until('entry')].map(({ data }) => data.entry);
  expect(texts).toMatchObject([{ text: '2' }, { text: '3' }]);
});

test.each(['00000000-1', 'nonsense'])('a reader from another run (%j) is told to load anew', async (id) => {
  const phones = await setPhones();
  await phones.post('say', { user: phones.somchai, text: '1' });
  const events = await phones.events('', { 'last-event-id': id });
  expect((await events.next())?.event).toBe('reload');
});

test('the memory holds 1,000 events: who missed more is told to load anew', async () => {
  const phones = await setPhones();
  const { event } = await phones.look('state');
  const { world } = phones.platform;
  const write = (count: number) => {
    for (let n = 0; n < count; n++)
      world.write(phones.bot.userId, phones.somchai, { from: phones.somchai, text: 'ก', at: 0, id: `x${n}` });
  };
  write(1_000);
  const first = await (await phones.events(`?after=${event}`)).next();
  expect(first?.event).toBe('entry');
  write(1);
  const second = await (await phones.events(`?after=${event}`)).next();
  expect(second?.event).toBe('reload');
});

test('500 messages at once reach a page whole and in order', async () => {
  const phones = await setPhones();
  const events = await phones.events();
  const { world } = phones.platform;
  const ids = Array.from({ length: 500 }, (_, n) => `m${n}`);
  for (const id of ids)
    world.write(phones.bot.userId, phones.somchai, { from: phones.somchai, text: 'ก', at: 0, id });
  const got: unknown[] = [];
  while (got.length < ids.length) {
    const { data } = await events.until('entry');
    got.push(data.entry);
  }
  expect(got).toMatchObject(ids.map((id) => ({ id })));
});

test('the stream ends when the platform closes', async () => {
  const phones = await setPhones();
  const events = await phones.events();
  await phones.post('say', { user: phones.somchai, text: 'ก' });
  await events.until('entry');
  await phones.platform.close();
  let last = await events.next();
  while (last !== null) last = await events.next();
  expect(last).toBeNull();
});

test('it is no stream that is kept or changed on the way', async () => {
  const phones = await setPhones();
  const { response } = await phones.events();
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(response.headers.get('cache-control')).toBe('no-store');
});
