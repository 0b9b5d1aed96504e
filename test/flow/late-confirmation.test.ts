import { beforeEach, expect, it } from 'vitest';
import { bangkok, START } from '../support/an-agency.ts';
import { type Answer, aReply, deliverAll, OFFICE, post, type Stage, userOf } from './stage.ts';
import { aTalk, type Talk } from './talk.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const EARLIER = '(ก่อนหน้านี้)';
let talk: Talk;
let stage: Stage;

beforeEach(async () => {
  talk = await aTalk({ now: bangkok('2026-01-06 09:00') });
  stage = talk.stage;
});

async function replied(expiresIn: number, ...answers: Answer[]): Promise<Readonly<Record<string, number>>> {
  await post(stage, aReply('r1', stage.clock.now() + expiresIn));
  stage.line.answers(...answers);
  await deliverAll(stage.world, stage.ledger);
  return stage.store.outboxCounts(OFFICE);
}

it('a reply of unknown outcome is tried once more with the same token, then "Invalid reply token" means it was sent', async () => {
  const counts = await replied(MINUTE, 'unknown-outcome', 'invalid-reply-token');
  expect(stage.line.calls.map(({ to }) => to)).toEqual(['token-r1', 'token-r1']);
  expect(counts).toMatchObject({ delivered: 1, lost: 0 });
});

it('a reply of unknown outcome whose second try is accepted was sent', async () => {
  expect(await replied(MINUTE, 'unknown-outcome', 'accepted')).toMatchObject({ delivered: 1, lost: 0 });
});

it('a first "Invalid reply token" does not count as sent', async () => {
  expect(await replied(MINUTE, 'invalid-reply-token')).toMatchObject({ delivered: 0, lost: 1 });
  expect(stage.line.calls).toHaveLength(1);
});

it('the token of an event LINE sends again after 20 minutes is dead: "Invalid reply token" does not mean it was sent', async () => {
  stage.line.answers('unknown-outcome', 'invalid-reply-token');
  await talk.says('finance-staff', 'O12 เสร็จแล้ว', { at: stage.clock.now() - 30 * MINUTE });
  expect(await stage.store.outboxCounts(OFFICE)).toMatchObject({ delivered: 0, lost: 1 });
});

it('two unknown outcomes are lost, not tried a third time', async () => {
  expect(await replied(MINUTE, 'unknown-outcome', 'unknown-outcome')).toMatchObject({ lost: 1 });
  await deliverAll(stage.world, stage.ledger);
  expect(stage.line.calls).toHaveLength(2);
});

it('outside the minute there is no second try', async () => {
  expect(await replied(-1, 'unknown-outcome', 'accepted')).toMatchObject({ lost: 1 });
  expect(stage.line.calls).toHaveLength(1);
});

it('"Invalid reply token" outside the minute does not count as sent', async () => {
  await post(stage, aReply('r1', stage.clock.now() + 5 * SECOND));
  stage.line.decides(async (): Promise<Answer> => {
    if (stage.line.calls.length === 1) return 'unknown-outcome';
    await stage.clock.set(stage.clock.now() + 10 * SECOND);
    return 'invalid-reply-token';
  });
  await deliverAll(stage.world, stage.ledger);
  expect(stage.line.calls).toHaveLength(2);
  expect(await stage.store.outboxCounts(OFFICE)).toMatchObject({ lost: 1 });
});

it.each<Answer>([
  'refused',
  'unauthorised',
  'rate-limit',
  'forbidden',
])('a reply refused for %s is lost, without an entry', async (reason) => {
  const before = await stage.ledger.read(OFFICE);
  expect(await replied(MINUTE, reason)).toMatchObject({ lost: 1 });
  expect((await stage.ledger.read(OFFICE))?.head).toBe(before?.head);
});

it('a reply left by an earlier process counts as sent when its token is used inside the minute', async () => {
  await post(stage, aReply('r1', stage.clock.now() + MINUTE));
  await stage.clock.set(stage.clock.now() + 20 * SECOND);
  const restarted = stage.another();
  restarted.line.answers('invalid-reply-token');
  await deliverAll(restarted.world, restarted.ledger);
  expect(await stage.store.outboxCounts(OFFICE)).toMatchObject({ delivered: 1, lost: 0 });
});

it('a reply left by an earlier process is sent when its token still works', async () => {
  await post(stage, aReply('r1', stage.clock.now() + MINUTE));
  await stage.clock.set(stage.clock.now() + 20 * SECOND);
  const restarted = stage.another();
  await deliverAll(restarted.world, restarted.ledger);
  expect(restarted.line.calls).toHaveLength(1);
  expect(await stage.store.outboxCounts(OFFICE)).toMatchObject({ delivered: 1 });
});

it('a lost confirmation rides on the next message to that person, and only once', async () => {
  stage.line.answers('invalid-reply-token');
  await talk.says('finance-staff', 'มาตรการที่ 1 เสร็จแล้ว');
  expect(await talk.says('finance-staff', 'ขอบคุณ')).toContain(`${EARLIER} บันทึกแล้วค่ะ: มาตรการที่ 1 เสร็จแล้ว`);
  expect(await talk.says('finance-staff', 'ขอบคุณ')).not.toContain(EARLIER);
  expect(await stage.store.outboxCounts(OFFICE)).toMatchObject({ carried: 1, lost: 0 });
});

it('it rides to that chat alone', async () => {
  stage.line.answers('invalid-reply-token');
  await talk.says('finance-staff', 'มาตรการที่ 1 เสร็จแล้ว');
  expect(await talk.says('works-staff', 'ขอบคุณ')).not.toContain(EARLIER);
  expect(await talk.says('finance-staff', 'ขอบคุณ')).toContain(EARLIER);
});

it('a lost answer to a question is forgotten', async () => {
  await talk.says('finance-staff', 'ขอบคุณ');
  stage.line.answers('invalid-reply-token');
  await talk.says('finance-staff', 'ภาพรวม');
  expect(await talk.says('finance-staff', 'ขอบคุณ')).not.toContain(EARLIER);
});

it('when the message it rides on is lost too, it rides on the one after', async () => {
  await talk.says('finance-staff', 'ขอบคุณ');
  stage.line.answers('invalid-reply-token', 'invalid-reply-token');
  await talk.says('finance-staff', 'มาตรการที่ 1 กำลังทำ');
  await talk.says('finance-staff', 'O12 เสร็จแล้ว');
  const words = await talk.says('finance-staff', 'ขอบคุณ');
  expect(words).toContain(`${EARLIER} บันทึกแล้วค่ะ: มาตรการที่ 1 กำลังทำ\n${EARLIER} บันทึกแล้วค่ะ: O12 เสร็จแล้ว`);
  expect(await talk.says('finance-staff', 'ขอบคุณ')).not.toContain(EARLIER);
});

it('a long silence of LINE ends in a message LINE takes: five objects, the newest confirmations', async () => {
  stage.line.decides(() => 'invalid-reply-token');
  for (let time = 0; time < 30; time += 1) await talk.says('finance-staff', `มาตรการที่ 1 กำลังทำ ${time}%`);
  stage.line.decides(null);
  const words = await talk.says('finance-staff', 'O12 เสร็จแล้ว');
  expect(words.split(EARLIER).length - 1).toBe(5);
  expect(stage.line.calls.at(-1)?.messages.length).toBeLessThanOrEqual(5);
  expect(START).toBeLessThan(stage.clock.now());
  expect(stage.line.calls.at(-1)?.to).not.toBe(userOf('finance-staff'));
});
