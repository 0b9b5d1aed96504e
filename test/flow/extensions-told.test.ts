/** Later dates in the message of the day, from the sweep to LINE. */
import { describe, expect, it } from 'vitest';
import { sweep } from '../../src/flow/sweep.ts';
import { asked } from '../domain/doings.ts';
import { anOffice, bangkok, happened, measure, nothingToSettle, START } from '../support/an-agency.ts';
import { allEntriesIn, type Call, deliverAll, OFFICE, type Stage, userOf, wordsOf } from './stage.ts';
import { aTalk, type Talk } from './talk.ts';

const HEAD = userOf('finance-head');
const ASK = 'ขอเลื่อนมาตรการที่ 1 เป็นสิ้นเดือนกุมภาครับ';

const office = () => [...anOffice(), ...nothingToSettle()];
const aDay = (wallClock: string, happenings = office()) => aTalk({ happenings, now: bangkok(wallClock) });

async function at({ clock, world, ledger }: Stage, wallClock: string) {
  await clock.set(bangkok(wallClock));
  await sweep(world, ledger, OFFICE);
  await deliverAll(world, ledger);
}
/** Pushes only. */
const toHead = ({ stage }: Talk): Call[] => stage.line.calls.filter(({ to }) => to === HEAD);
const told = async ({ stage }: Talk) =>
  (await allEntriesIn(stage.store)).flatMap(({ event }) => (event.type === 'extensions-told' ? [event] : []));
const spent = async ({ stage }: Talk) => (await stage.ledger.read(OFFICE))?.agency.spent?.count ?? 0;

describe('a request made in office hours', () => {
  it('is pushed at once, and the morning says it no more', async () => {
    const talk = await aDay('2026-01-20 10:00');
    await talk.says('finance-staff', ASK);
    expect(toHead(talk).map(({ messages }) => wordsOf(messages))).toEqual([
      expect.stringContaining('ขอขยายเวลา มาตรการที่ 1'),
    ]);
    expect(await told(talk)).toMatchObject([{ member: 'finance-head', cost: 1 }]);
    await at(talk.stage, '2026-01-21 08:45');
    expect(toHead(talk)).toHaveLength(1);
  });

  it('LINE never took is not sent at night, costs nothing, and comes with the next morning’s message', async () => {
    const talk = await aDay('2026-01-20 10:00');
    talk.stage.line.decides((call) => (call.to === HEAD ? 'unreachable' : 'accepted'));
    await talk.says('finance-staff', ASK);
    const before = await spent(talk);
    await at(talk.stage, '2026-01-20 17:00');
    expect(await spent(talk)).toBe(before - 1);
    talk.stage.line.decides(null);
    const tried = toHead(talk).length;
    await at(talk.stage, '2026-01-20 22:00');
    expect(toHead(talk)).toHaveLength(tried);
    await at(talk.stage, '2026-01-21 08:45');
    expect(toHead(talk).slice(tried)).toMatchObject([{ how: 'push' }]);
    expect(await told(talk)).toMatchObject([{ member: 'finance-head' }, { member: 'finance-head', cost: 1 }]);
  });

  it('leaves the morning’s reminder owed when LINE took neither', async () => {
    const own = measure('m8', { number: 8, start: '2026-01-01', end: '2026-01-22' });
    const his = happened({ type: 'item-assigned', v: 1, item: 'm8', person: 'finance-head', deputy: null });
    const talk = await aDay('2026-01-19 08:00', [...office(), own, his]);
    talk.stage.line.decides((call) => (call.to === HEAD ? 'unreachable' : 'accepted'));
    await at(talk.stage, '2026-01-19 08:45');
    await talk.stage.clock.set(bangkok('2026-01-19 10:00'));
    await talk.says('finance-staff', ASK);
    await at(talk.stage, '2026-01-19 17:00');
    talk.stage.line.decides(null);
    const tried = toHead(talk).length;
    await at(talk.stage, '2026-01-20 08:45');
    const [message, ...more] = toHead(talk).slice(tried);
    expect(more).toEqual([]);
    expect(wordsOf(message?.messages)).toContain('ขอขยายเวลา มาตรการที่ 1');
    expect(wordsOf(message?.messages)).toContain('มาตรการที่ 8');
    // LINE shows the quick replies of the last part alone: they are those of the reminder.
    expect(message?.messages.at(-1)?.quickReply?.items.map(({ action }) => action.label)).toContain('รับทราบ');
  });
});

describe('a request made at night', () => {
  it('rides on what the head writes before the morning, which then says nothing', async () => {
    const talk = await aDay('2026-01-20 21:00');
    await talk.says('finance-staff', ASK);
    expect(toHead(talk)).toEqual([]);
    await talk.stage.clock.set(bangkok('2026-01-21 07:00'));
    expect(await talk.says('finance-head', 'ภาพรวม')).toContain('ขอขยายเวลา มาตรการที่ 1');
    expect(await told(talk)).toMatchObject([{ member: 'finance-head', cost: 0 }]);
    await at(talk.stage, '2026-01-21 08:45');
    expect(toHead(talk)).toEqual([]);
  });

  it('is told when the head asks what waits for him: once, not twice in the same answer', async () => {
    const talk = await aDay('2026-01-20 21:00');
    await talk.says('finance-staff', ASK);
    const said = await talk.says('finance-head', 'คำขอขยายเวลา');
    expect(said.split('โดย ชื่อ-finance-staff')).toHaveLength(2);
    expect(await told(talk)).toMatchObject([{ member: 'finance-head', cost: 0 }]);
    await at(talk.stage, '2026-01-21 08:45');
    expect(toHead(talk)).toEqual([]);
  });

  it('of more than one message holds says how to see the others', async () => {
    const many = Array.from({ length: 12 }, (_, index) => {
      const id = `m${index + 20}`;
      const dates = { number: index + 20, start: '2026-01-01', end: '2026-06-30' };
      return [measure(id, dates), asked(id, `x${index}`, '2026-07-31', { at: START })];
    }).flat();
    const talk = await aDay('2026-01-19 08:00', [...office(), ...many]);
    await at(talk.stage, '2026-01-19 08:45');
    const [message, ...more] = toHead(talk);
    expect(more).toEqual([]);
    expect(wordsOf(message?.messages)).toContain('ยังมีอีก 2 คำขอค่ะ');
    expect((await told(talk)).map(({ extensions }) => extensions.length)).toEqual([12]);
    expect(await talk.says('finance-head', 'คำขอขยายเวลา')).toContain('คำขอขยายเวลารอพิจารณา 12 คำขอค่ะ');
  });
});

it('a head LINE reaches again is told with the answer to his own words', async () => {
  const gone = happened({
    type: 'reach-changed',
    v: 1,
    member: 'finance-head',
    reachable: false,
    why: 'blocked',
  });
  const talk = await aDay('2026-01-20 10:00', [...office(), gone]);
  await talk.says('finance-staff', ASK);
  await at(talk.stage, '2026-01-21 08:45');
  expect(toHead(talk)).toEqual([]);
  await talk.stage.clock.set(bangkok('2026-01-21 10:00'));
  expect(await talk.says('finance-head', 'ภาพรวม')).toContain('ขอขยายเวลา มาตรการที่ 1');
  await at(talk.stage, '2026-01-22 08:45');
  expect(toHead(talk)).toEqual([]);
});
