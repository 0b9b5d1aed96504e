import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { StoreDown } from '../../src/flow/ports.ts';
import { work, workPushes } from '../../src/flow/work.ts';
import { createLocalQueue } from '../../src/queue/local.ts';
import {
  type Answer,
  aPush,
  aReply,
  aStage,
  deliverAll,
  OFFICE,
  pendingIds,
  post,
  type Stage,
  userOf,
} from './stage.ts';

const SECOND = 1_000;
const send = (stage: Stage) => deliverAll(stage.world, stage.ledger);
const sent = (stage: Stage) =>
  stage.line.calls.map(({ messages: [first] }) => (first?.type === 'text' ? first.text.split(' ')[1] : ''));
const A = { chat: userOf('finance-staff') };
const B = { chat: userOf('works-staff'), to: { member: 'works-staff' } };

it('messages of one chat go one after another, in entry order', async () => {
  const stage = await aStage();
  await post(stage, aPush('1', A), aPush('2', A), aPush('3', A));
  let under = 0;
  stage.line.decides(async (): Promise<Answer> => {
    under += 1;
    expect(under).toBe(1);
    await setImmediate();
    under -= 1;
    return 'accepted';
  });
  await send(stage);
  expect(sent(stage)).toEqual(['1', '2', '3']);
});

it('a push waits behind an earlier one of its chat that has to be tried again', async () => {
  const stage = await aStage();
  await post(stage, aPush('1', A), aPush('2', A), aPush('3', B));
  stage.line.decides(({ to }) => (to === A.chat ? 'unknown-outcome' : 'accepted'));
  const again = await send(stage);
  expect(sent(stage)).toEqual(['1', '3']);
  expect(again).toBe(stage.clock.now() + 2 * SECOND);
  expect(await stage.store.agenciesWithWork(stage.clock.now(), 9), 'nothing is due meanwhile').toEqual([]);
  await send(stage);
  expect(sent(stage)).toEqual(['1', '3']);
  stage.line.decides(null);
  await stage.clock.set(again ?? 0);
  await send(stage);
  expect(sent(stage)).toEqual(['1', '3', '1', '2']);
});

it('a push given up does not hold the next one', async () => {
  const stage = await aStage();
  await post(stage, aPush('1', A), aPush('2', A));
  stage.line.answers('refused');
  await send(stage);
  expect(sent(stage)).toEqual(['1', '2']);
});

it('a reply does not wait behind a push: its token would die', async () => {
  const stage = await aStage();
  await post(stage, aPush('1', A), aReply('2', stage.clock.now() + 60 * SECOND, A));
  stage.line.decides(({ how }) => (how === 'push' ? 'unknown-outcome' : 'accepted'));
  await send(stage);
  expect(stage.line.calls.map(({ how }) => how)).toEqual(['reply', 'push']);
  expect(await pendingIds(stage)).toEqual(['1']);
});

it('a reply goes out while pushes to everyone hang', async () => {
  const stage = await aStage();
  const pushes = Array.from({ length: 40 }, (_, index) =>
    aPush(`p${index}`, { chat: userOf(`member-${index}`) }),
  );
  await post(stage, ...pushes);
  let letGo = () => {};
  const hanging = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  stage.line.decides(async ({ how }): Promise<Answer> => {
    if (how === 'push') await hanging;
    return 'accepted';
  });
  const queue = createLocalQueue({ clock: stage.clock, log: stage.log });
  const lane = createLocalQueue({ clock: stage.clock, log: stage.log });
  const world = { ...stage.world, queue, pushes: lane };
  queue.run((agency) => work(world, stage.ledger, agency));
  lane.run((agency) => workPushes(world, stage.ledger, agency));
  queue.wake(OFFICE, stage.clock.now());
  while (stage.line.calls.length === 0) await setImmediate();
  await post(stage, aReply('answer', stage.clock.now() + 60 * SECOND, A));
  queue.wake(OFFICE, stage.clock.now());
  while ((await pendingIds(stage)).includes('answer')) await setImmediate();
  letGo();
  while ((await pendingIds(stage)).length > 0) await setImmediate();
  await Promise.all([queue.stop(), lane.stop()]);
  expect(sent(stage)).toHaveLength(41);
});

it('begins no new try when the process is to end', async () => {
  const stage = await aStage();
  await post(stage, aPush('1', A), aPush('2', A));
  const ending = new AbortController();
  stage.line.decides(() => {
    ending.abort();
    return 'accepted';
  });
  await deliverAll({ ...stage.world, stopping: ending.signal }, stage.ledger);
  expect(sent(stage)).toEqual(['1']);
  expect(await pendingIds(stage)).toEqual(['2']);
});

it('a chat that hangs does not hold another', async () => {
  const stage = await aStage();
  await post(stage, aPush('1', A), aPush('2', B));
  let letGo = () => {};
  const hanging = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  stage.line.decides(async ({ to }): Promise<Answer> => {
    if (to === A.chat) await hanging;
    else letGo();
    return 'accepted';
  });
  await send(stage);
  expect(await pendingIds(stage)).toEqual([]);
});

it('a chat that fails on our side stops no other, and is not over before all are', async () => {
  const stage = await aStage();
  await post(stage, aPush('1', A), aPush('2', B));
  const { store } = stage;
  const broken: Stage['world'] = {
    ...stage.world,
    store: {
      ...store,
      async noteDeliveries(agency, notes) {
        if (notes.some((note) => note.id === '1')) throw new StoreDown('gone');
        await setImmediate();
        return store.noteDeliveries(agency, notes);
      },
    },
  };
  await expect(deliverAll(broken, stage.ledger)).rejects.toThrow(StoreDown);
  expect(await pendingIds(stage), 'the other chat was served before it ended').toEqual(['1']);
});

it('many chats are served, at most sixteen at once', async () => {
  const stage = await aStage();
  const ids = Array.from({ length: 40 }, (_, index) => `${index}`);
  await post(stage, ...ids.map((id) => aPush(id, { chat: userOf(id) })));
  let under = 0;
  let most = 0;
  stage.line.decides(async (): Promise<Answer> => {
    under += 1;
    most = Math.max(most, under);
    await setImmediate();
    under -= 1;
    return 'accepted';
  });
  await send(stage);
  expect(stage.line.calls).toHaveLength(40);
  expect(most).toBe(16);
});

it('wake-ups that come together never send anything twice: the queue works on one agency once at a time', async () => {
  const stage = await aStage();
  await post(stage, aPush('1', A), aPush('2', B), aReply('3', stage.clock.now() + 60 * SECOND, A));
  const queue = createLocalQueue({ clock: stage.clock, log: stage.log });
  const pushes = createLocalQueue({ clock: stage.clock, log: stage.log });
  const world = { ...stage.world, queue, pushes };
  pushes.run((agency) => workPushes(world, stage.ledger, agency));
  stage.line.decides(async (): Promise<Answer> => {
    queue.wake(OFFICE, stage.clock.now());
    await setImmediate();
    queue.wake(OFFICE, stage.clock.now());
    return 'accepted';
  });
  queue.run((agency) => work(world, stage.ledger, agency));
  for (let wake = 0; wake < 5; wake += 1) queue.wake(OFFICE, stage.clock.now());
  while ((await pendingIds(stage)).length > 0) await setImmediate();
  await Promise.all([queue.stop(), pushes.stop()]);
  expect(sent(stage).sort()).toEqual(['1', '2', '3']);
});

it('a sweep that fails keeps no answer back', async () => {
  const stage = await aStage();
  await post(stage, aReply('1', stage.clock.now() + 60 * SECOND, A));
  const world: Stage['world'] = {
    ...stage.world,
    store: {
      ...stage.store,
      marks: () => Promise.reject(new Error('a fault')),
    },
  };
  await expect(work(world, stage.ledger, OFFICE)).rejects.toThrow('a fault');
  expect(sent(stage)).toEqual(['1']);
});

it('even two that run at once use one retry key, so that LINE takes a push once', async () => {
  const stage = await aStage();
  await post(stage, aPush('1', A));
  const taken = new Set<string | null>();
  let times = 0;
  stage.line.decides(async ({ key }): Promise<Answer> => {
    await setImmediate();
    if (!taken.has(key)) times += 1;
    taken.add(key);
    return 'accepted';
  });
  await Promise.all([send(stage), send(stage)]);
  expect(times).toBe(1);
  expect(await stage.store.outboxCounts(OFFICE)).toMatchObject({ delivered: 1, pending: 0 });
});
