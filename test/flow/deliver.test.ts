import { expect, it } from 'vitest';
import type { LineFailureReason } from '../../src/flow/ports.ts';
import { anOffice, bangkok } from '../support/an-agency.ts';
import {
  type Answer,
  aPush,
  aReply,
  aStage,
  bound,
  countOf,
  deliverAll,
  eventsIn,
  groupOf,
  OFFICE,
  pendingIds,
  post,
  type Stage,
  text,
  userOf,
} from './stage.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const send = (stage: Stage) => deliverAll(stage.world, stage.ledger);
const counts = (stage: Stage) => stage.store.outboxCounts(OFFICE);
const keysOf = (stage: Stage) => stage.line.calls.map((call) => call.key);
const textsOf = (stage: Stage) =>
  stage.line.calls.map(({ messages: [first] }) => (first?.type === 'text' ? first.text : ''));

async function pushed(...answers: Answer[]): Promise<Stage> {
  const stage = await aStage();
  await post(stage, aPush('p1'));
  stage.line.answers(...answers);
  return stage;
}

/** Lets time pass until the next try is due, as the queue would. */
async function tryAgain(stage: Stage): Promise<number> {
  const [message] = await stage.store.pending(OFFICE);
  if (message === undefined) throw new Error('nothing waits');
  const waited = message.nextTry - stage.clock.now();
  await stage.clock.set(message.nextTry);
  await send(stage);
  return waited;
}

it('a push is sent once, then its body, receiver and key are gone', async () => {
  const stage = await pushed();
  expect(await send(stage)).toBeNull();
  expect(await send(stage)).toBeNull();
  expect(stage.line.calls).toHaveLength(1);
  expect(stage.line.calls[0]).toMatchObject({
    how: 'push',
    to: userOf('finance-staff'),
    messages: text('ข้อความ p1'),
  });
  expect(await counts(stage)).toMatchObject({ delivered: 1, pending: 0 });
  for await (const line of stage.store.dump()) {
    if (line.line === 'outbox') expect(line.message).toMatchObject({ chat: '', messages: [] });
  }
});

it('a push of unknown outcome is tried again with the same key and body, ever more slowly', async () => {
  const stage = await pushed(...Array<Answer>(8).fill('unknown-outcome'));
  await send(stage);
  const waits: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) waits.push(await tryAgain(stage));
  expect(waits).toEqual([2, 5, 15, 60, 300, 900, 1_800, 1_800].map((seconds) => seconds * SECOND));
  expect(new Set(keysOf(stage)).size).toBe(1);
  expect(new Set(textsOf(stage)).size).toBe(1);
  expect(await counts(stage)).toMatchObject({ delivered: 1 });
});

it('says when to look again, and does nothing before', async () => {
  const stage = await pushed('unknown-outcome');
  const again = await send(stage);
  expect(again).toBe(stage.clock.now() + 2 * SECOND);
  expect(await send(stage)).toBe(again);
  expect(stage.line.calls).toHaveLength(1);
});

it('notes a push as tried before LINE hears of it', async () => {
  const stage = await pushed();
  stage.line.decides(async (): Promise<Answer> => {
    const [message] = await stage.store.pending(OFFICE);
    expect(message).toMatchObject({ tries: 1, firstTried: stage.clock.now() });
    return 'accepted';
  });
  await send(stage);
  expect(stage.line.calls).toHaveLength(1);
});

it('a push that is 23 hours old since its first try is never sent again, but unknown, with an entry', async () => {
  const stage = await pushed('unknown-outcome', 'unknown-outcome');
  await send(stage);
  const before = await countOf(stage.store);
  await stage.clock.set(stage.clock.now() + 23 * HOUR);
  await send(stage);
  expect(stage.line.calls, 'at 23 hours the key is still good').toHaveLength(2);
  await stage.clock.set(stage.clock.now() + HOUR);
  expect(await send(stage)).toBeNull();
  await stage.clock.set(stage.clock.now() + 100 * HOUR);
  await send(stage);
  expect(stage.line.calls).toHaveLength(2);
  expect(await counts(stage)).toMatchObject({ unknown: 1, pending: 0 });
  expect(await eventsIn(stage.store, before)).toEqual([
    { type: 'delivery-failed', v: 1, outbox: 'p1', to: { member: 'finance-staff' }, reason: 'unknown' },
  ]);
});

it('a push that a crash left after its try is known to be tried', async () => {
  const stage = await pushed();
  stage.line.decides(() => {
    throw new Error('the power went');
  });
  await expect(send(stage)).rejects.toThrow('the power went');
  const later = stage.another();
  await stage.clock.set(stage.clock.now() + 24 * HOUR);
  await send(later);
  expect(later.line.calls).toEqual([]);
  expect(await counts(later)).toMatchObject({ unknown: 1 });
});

it('a push never tried is sent however old it is', async () => {
  const stage = await pushed();
  await stage.clock.set(stage.clock.now() + 14 * 24 * HOUR);
  await send(stage);
  expect(stage.line.calls).toHaveLength(1);
  expect(await counts(stage)).toMatchObject({ delivered: 1 });
});

it.each<LineFailureReason>([
  'dead-target',
  'refused',
  'forbidden',
])('a push refused for %s is given up at once, with an entry', async (reason) => {
  const stage = await pushed(reason);
  const before = await countOf(stage.store);
  expect(await send(stage)).toBeNull();
  await send(stage);
  expect(stage.line.calls).toHaveLength(1);
  expect(await counts(stage)).toMatchObject({ failed: 1, pending: 0 });
  expect(await eventsIn(stage.store, before)).toMatchObject([
    { type: 'delivery-failed', outbox: 'p1', to: { member: 'finance-staff' }, reason },
  ]);
});

it('a push the quota has no room for waits, and goes out when there is room again', async () => {
  const stage = await pushed('quota');
  expect(await send(stage)).toBe(stage.clock.now() + HOUR);
  expect(await counts(stage)).toMatchObject({ failed: 0, pending: 1 });
  await stage.clock.set(stage.clock.now() + HOUR);
  await send(stage);
  expect(await counts(stage)).toMatchObject({ delivered: 1 });
});

it('a month without quota is waited for, and a summary is then sent, however old', async () => {
  const stage = await pushed('quota', 'quota', 'quota', 'quota');
  for (let tries = 0; tries < 4; tries += 1) {
    const again = await send(stage);
    await stage.clock.set(again ?? 0);
  }
  expect(stage.clock.now()).toBe(bangkok('2026-02-02 08:45'));
  await send(stage);
  expect(await counts(stage)).toMatchObject({ delivered: 1, unknown: 0 });
});

it('a reminder LINE never took is not sent when it is no longer true, and that is told', async () => {
  const stage = await aStage();
  const expires = stage.clock.now() + 72 * HOUR;
  await post(stage, aPush('p1', { how: { kind: 'push', key: 'the-key', expires } }));
  stage.line.answers('quota');
  const before = await countOf(stage.store);
  await send(stage);
  await stage.clock.set(expires);
  await send(stage);
  expect(stage.line.calls).toHaveLength(1);
  expect(await eventsIn(stage.store, before)).toMatchObject([{ type: 'delivery-failed', reason: 'stale' }]);
});

it.each<LineFailureReason>([
  'unauthorised',
  'rate-limit',
  'unreachable',
  'too-many-to-one',
])('two days of %s are no unknown outcome: LINE clearly did not take it, so it is sent when it can be', async (reason) => {
  const stage = await pushed(reason);
  await send(stage);
  await stage.clock.set(stage.clock.now() + 48 * HOUR);
  await send(stage);
  expect(await counts(stage)).toMatchObject({ delivered: 1, unknown: 0 });
});

it('a clear refusal after an unknown outcome does not make the key new', async () => {
  const stage = await pushed('unknown-outcome', 'unauthorised');
  await stage.clock.set((await send(stage)) ?? 0);
  await send(stage);
  await stage.clock.set(stage.clock.now() + 24 * HOUR);
  await send(stage);
  expect(stage.line.calls).toHaveLength(2);
  expect(await counts(stage)).toMatchObject({ delivered: 0, unknown: 1 });
});

it('a dead target makes its member unreachable', async () => {
  const stage = await pushed('dead-target');
  await send(stage);
  const held = await stage.ledger.read(OFFICE);
  expect(held?.agency.members['finance-staff']?.reachable).toBe(false);
  expect(held?.agency.members['works-staff']?.reachable).toBe(true);
});

it('a dead target unbinds its group, and only that', async () => {
  const happenings = [...anOffice(), ...bound('staff-group'), ...bound('works-group', 'division', 'works')];
  const stage = await aStage({ happenings });
  await post(stage, aPush('p1', { chat: groupOf('staff-group'), to: { group: 'staff-group' } }));
  stage.line.answers('dead-target');
  await send(stage);
  expect(Object.keys((await stage.ledger.read(OFFICE))?.agency.groups ?? {})).toEqual(['works-group']);
  const known = await stage.store.besideAll(OFFICE, 'group');
  expect(
    known.map((record) => record.id),
    'its LINE id is forgotten',
  ).toEqual(['works-group']);
});

it.each<[LineFailureReason, number]>([
  ['rate-limit', 2 * SECOND],
  ['too-many-to-one', 30 * MINUTE],
  ['unauthorised', 30 * MINUTE],
])('%s keeps the push waiting, and it arrives when that is over', async (reason, wait) => {
  const stage = await pushed(reason);
  const before = await countOf(stage.store);
  await send(stage);
  expect(await tryAgain(stage)).toBe(wait);
  expect(await counts(stage)).toMatchObject({ delivered: 1 });
  expect(await countOf(stage.store)).toBe(before);
  expect(new Set(keysOf(stage)).size).toBe(1);
});

it('a wrong token is an error in the log, without receiver or text', async () => {
  const stage = await pushed('unauthorised');
  await send(stage);
  const said = JSON.stringify(stage.log.lines);
  expect(stage.log.lines).toContainEqual(expect.objectContaining({ level: 'error' }));
  for (const secret of [userOf('finance-staff'), 'ข้อความ']) expect(said).not.toContain(secret);
});

it('an agency without a LINE account keeps its messages', async () => {
  const stage = await pushed();
  expect(await deliverAll({ ...stage.world, line: () => null }, stage.ledger)).toBeNull();
  expect(await pendingIds(stage)).toEqual(['p1']);
});

it('a reply is never tried after its answer', async () => {
  const stage = await aStage();
  await post(stage, aReply('r1', stage.clock.now() + MINUTE));
  await send(stage);
  await send(stage);
  expect(stage.line.calls.map(({ how, to }) => [how, to])).toEqual([['reply', 'token-r1']]);
  expect(await counts(stage)).toMatchObject({ delivered: 1 });
});
