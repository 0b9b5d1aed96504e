import { describe, expect, it } from 'vitest';
import { sweep } from '../../src/flow/sweep.ts';
import { acts, asked } from '../domain/doings.ts';
import {
  anOffice,
  bangkok,
  type Happening,
  happened,
  joined,
  nothingToSettle,
  reported,
  START,
  unreachable,
} from '../support/an-agency.ts';
import { allEntriesIn, aStage, bound, deliverAll, OFFICE, type Stage, userOf, wordsOf } from './stage.ts';
import { aTalk } from './talk.ts';

/** Sweeps at a moment; what it put in the outbox. */
async function at(stage: Stage, wallClock: string) {
  const before = new Set((await stage.store.pending(OFFICE)).map(({ id }) => id));
  await stage.clock.set(bangkok(wallClock));
  await sweep(stage.world, stage.ledger, OFFICE);
  const said = (await stage.store.pending(OFFICE))
    .filter(({ id }) => !before.has(id))
    .map(({ id, chat, how, messages }) => ({ id, chat, how: how.kind, messages, words: wordsOf(messages) }));
  await deliverAll(stage.world, stage.ledger);
  return said;
}
const toCoordinator = (said: Awaited<ReturnType<typeof at>>) =>
  said.filter(({ chat }) => chat === userOf('coordinator'));
const everyEvent = async ({ store }: Stage) => (await allEntriesIn(store)).map(({ event }) => event);
const kept = async (stage: Stage, type: 'card-sent' | 'reminder-decided' | 'summary-posted') =>
  (await everyEvent(stage)).filter((event) => event.type === type);
const withQuota = (stage: Stage, limit: number | null, used: number): Stage => {
  const { line } = stage;
  const quota = async () => ({ kind: 'told' as const, value: { limit, used } });
  const groupSize = async () => ({ kind: 'told' as const, value: 25 });
  return Object.assign(stage, { line: Object.assign(line, { quota, groupSize }) });
};

describe('the coordinator’s card', () => {
  it('comes in the morning by push, names what waits and what the month has left', async () => {
    const stage = withQuota(await aStage(), 300, 84);
    const [card, ...more] = toCoordinator(await at(stage, '2026-01-05 08:45'));
    expect(more).toEqual([]);
    expect(card?.how).toBe('push');
    expect(card?.words).toContain('เรื่องที่รอผู้ประสานงาน');
    expect(card?.words).toContain('เดือนนี้ใช้ 84/300');
    expect(card?.words).toContain('ยังไม่มีกำหนดวัน 1 ข้อ');
    expect(await kept(stage, 'card-sent')).toMatchObject([
      { member: 'coordinator', outbox: card?.id, cost: 1 },
    ]);
  });

  it('comes once a day, and not at all when nothing waits', async () => {
    const stage = await aStage();
    await at(stage, '2026-01-05 08:45');
    for (const time of ['08:45', '08:50', '13:00', '20:00'])
      expect(toCoordinator(await at(stage, `2026-01-05 ${time}`))).toEqual([]);
    const quiet = await aStage({ happenings: [...anOffice(), ...nothingToSettle()] });
    expect(toCoordinator(await at(quiet, '2026-01-05 08:45'))).toEqual([]);
    expect(await kept(quiet, 'card-sent')).toEqual([]);
  });

  it('two processes that sweep at once send it once', async () => {
    const stage = await aStage();
    await stage.clock.set(bangkok('2026-01-05 08:45'));
    const others = [stage, stage.another(), stage.another()];
    await Promise.all(others.map(({ world, ledger }) => sweep(world, ledger, OFFICE)));
    expect(await kept(stage, 'card-sent')).toHaveLength(1);
  });

  it('is one message with his own reminder: it costs one', async () => {
    const both = happened({
      type: 'roles-changed',
      v: 1,
      member: 'coordinator',
      roles: [{ role: 'coordinator' }, { role: 'staff', division: 'finance' }],
    });
    const stage = await aStage({ happenings: [...anOffice(), both] });
    const [message, ...more] = toCoordinator(await at(stage, '2026-01-05 08:45'));
    expect(more).toEqual([]);
    expect(message?.messages).toHaveLength(2);
    expect(await kept(stage, 'card-sent')).toMatchObject([{ outbox: message?.id, cost: 0 }]);
    const his = (await kept(stage, 'reminder-decided')).filter(
      (event) =>
        event.type === 'reminder-decided' && 'member' in event.to && event.to.member === 'coordinator',
    );
    expect(his).toMatchObject([{ outbox: message?.id, cost: 1 }]);
    const held = await stage.ledger.read(OFFICE);
    expect(held?.agency.spent?.count, 'finance-staff, works-staff, coordinator').toBe(3);
  });

  it('wakes the agency for a matter that comes up, the next morning', async () => {
    const stage = await aStage({ happenings: [...anOffice(), ...nothingToSettle()] });
    await at(stage, '2026-01-06 08:45');
    await stage.clock.set(bangkok('2026-01-06 13:00'));
    await stage.ledger.transact(OFFICE, () => ({ result: null, events: [unreachable('works-staff').event] }));
    expect((await stage.store.marks(OFFICE)).wake).toBe(stage.clock.now());
    expect(toCoordinator(await at(stage, '2026-01-06 13:00'))).toEqual([]);
    expect((await stage.store.marks(OFFICE)).wake).toBe(bangkok('2026-01-07 08:45'));
    expect(toCoordinator(await at(stage, '2026-01-07 08:45'))[0]?.words).toContain('ส่งข้อความถึงไม่ได้ 1 คน');
  });

  it('wakes the agency on the day from which somebody acts as coordinator', async () => {
    const office = anOffice().filter(({ event }) => event.type !== 'plan-opened');
    const code = happened({
      type: 'invite-made',
      v: 1,
      invite: 'open',
      roles: [],
      expires: START + 900_000_000,
      general: true,
    });
    const waits = happened({ type: 'join-asked', v: 1, request: 'r1', invite: 'open' });
    const acting = acts('works-head', { role: 'coordinator' }, '2026-01-14', '2026-01-30');
    const happenings = [...office, ...nothingToSettle(), unreachable('coordinator'), code, waits, acting];
    const stage = await aStage({ happenings });
    await at(stage, '2026-01-12 08:45');
    expect((await stage.store.marks(OFFICE)).wake).toBe(bangkok('2026-01-14 08:45'));
  });

  it('tells of a preview nobody confirmed', async () => {
    const stage = await aStage({ happenings: [...anOffice(), ...nothingToSettle()] });
    const list = { year: 2570, items: [], findings: [] };
    const draft = {
      id: 'd1',
      member: 'coordinator',
      made: START,
      name: '',
      what: 'list',
      list,
      source: null,
    };
    await stage.ledger.transact(OFFICE, () => ({
      result: null,
      batch: {
        beside: [
          {
            do: 'put',
            record: {
              kind: 'draft',
              id: 'd1',
              key: 'coordinator',
              value: { made: String(START), json: JSON.stringify(draft) },
            },
          },
        ],
      },
    }));
    expect((await stage.store.marks(OFFICE)).wake, 'it is looked at').toBe(stage.clock.now());
    const [card] = toCoordinator(await at(stage, '2026-01-05 08:45'));
    expect(card?.words).toContain('รายการข้อ O ปี 2570');
  });
});

describe('when the month’s messages do not suffice', () => {
  /** Twelve people of staff; little is due soon. */
  const crowd = Array.from({ length: 12 }, (_, index) => index).flatMap((index) =>
    joined(`staff-${index}`, [{ role: 'staff', division: 'works' }]),
  );
  const short = () => aStage({ happenings: [...anOffice(), ...nothingToSettle(), ...crowd] });

  it('holds the low ones, sends the urgent, and tells the coordinator once a month', async () => {
    const stage = withQuota(await short(), 300, 297);
    const first = await at(stage, '2026-01-05 08:45');
    expect(
      first.map(({ chat }) => chat),
      'only openings are due: they wait',
    ).toEqual([userOf('coordinator')]);
    expect(first[0]?.words).toContain('โควตาข้อความเดือนมกราคม 2569 ไม่พอ');
    for (const day of ['06', '07', '12', '13', '19'])
      expect(toCoordinator(await at(stage, `2026-01-${day} 08:45`))).toEqual([]);
    const urgent = await at(stage, '2026-01-30 08:45');
    expect(
      urgent.map(({ chat }) => chat),
      'มาตรการที่ 1 is due today',
    ).toContain(userOf('finance-staff'));
  });

  it('with enough left nothing is held', async () => {
    const stage = withQuota(await short(), 300, 0);
    const said = await at(stage, '2026-01-05 08:45');
    expect(said.length).toBe(14);
    expect(toCoordinator(said)).toEqual([]);
  });

  it('the cost of the summary is what its group has people', async () => {
    const happenings = [...anOffice(), ...bound('staff-group')];
    const stage = withQuota(await aStage({ happenings }), 300, 84);
    await at(stage, '2026-02-02 09:00');
    expect(await kept(stage, 'summary-posted')).toMatchObject([{ month: '2026-01', cost: 25 }]);
  });
});

describe('what rides on an answer', () => {
  const NIGHT = bangkok('2026-01-05 20:00');
  const morning = async (stage: Stage) => at(stage, '2026-01-06 08:45');
  const rode = async (stage: Stage) =>
    (await everyEvent(stage)).filter((event) => 'cost' in event && event.cost === 0);

  it('a reminder and a card, free, and the morning says nothing more', async () => {
    const talk = await aTalk({ now: NIGHT });
    const said = await talk.says('coordinator', 'ภาพรวมถึงไหนแล้ว');
    expect(said).toContain('เรื่องที่รอผู้ประสานงาน');
    expect(await talk.says('finance-staff', 'ขาดข้อไหนบ้าง')).toContain('แจ้งเตือนงาน ITA');
    expect(await rode(talk.stage)).toMatchObject([{ type: 'card-sent' }, { type: 'reminder-decided' }]);
    expect((await talk.stage.ledger.read(OFFICE))?.agency.spent).toBeNull();
    const chats = (await morning(talk.stage)).map(({ chat }) => chat);
    expect(chats).toEqual([userOf('works-staff')]);
  });

  it('comes once, however often he writes', async () => {
    const talk = await aTalk({ now: NIGHT });
    await talk.says('finance-staff', 'ขาดข้อไหนบ้าง');
    expect(await talk.says('finance-staff', 'ขาดข้อไหนบ้าง')).not.toContain('แจ้งเตือนงาน ITA');
    expect(await rode(talk.stage)).toHaveLength(1);
  });

  it('what he just reported done is not reminded', async () => {
    const talk = await aTalk({ now: NIGHT });
    const said = await talk.says('works-staff', 'มาตรการที่ 2 เสร็จแล้ว');
    expect(said).not.toContain('แจ้งเตือนงาน ITA');
    expect(await rode(talk.stage)).toEqual([]);
  });

  it('not in a group', async () => {
    const talk = await aTalk({ now: NIGHT, happenings: [...anOffice(), ...bound('staff-group')] });
    const said = await talk.says({ group: 'staff-group', by: 'finance-staff' }, 'บอท ขาดข้อไหนบ้าง');
    expect(said).not.toContain('แจ้งเตือนงาน ITA');
    expect(await rode(talk.stage)).toEqual([]);
  });

  it('not on a refusal, not on a question of the bot, not on the answer to one', async () => {
    const talk = await aTalk({ now: NIGHT });
    await talk.says('finance-staff', 'มาตรการที่ 2 เสร็จแล้ว');
    await talk.says('finance-staff', 'ขอขยาย O12');
    await talk.says('finance-staff', '31 พ.ค. 2569');
    expect(await rode(talk.stage)).toEqual([]);
    expect(await talk.says('finance-staff', 'ขาดข้อไหนบ้าง')).toContain('แจ้งเตือนงาน ITA');
  });

  it('not on an answer to what LINE brings minutes later: it may never arrive', async () => {
    const talk = await aTalk({ now: NIGHT });
    await talk.says('finance-staff', 'ขาดข้อไหนบ้าง', { at: NIGHT - 120_000 });
    expect(await rode(talk.stage)).toEqual([]);
  });

  it('on the greeting of a member who is back, but not on the welcome of a new one', async () => {
    const talk = await aTalk({ now: NIGHT });
    await talk.comes('finance-staff', 'unfollow');
    expect(await talk.comes('finance-staff', 'follow')).toContain('แจ้งเตือนงาน ITA');
    expect(await rode(talk.stage)).toHaveLength(1);
    await talk.comes('nobody-yet', 'follow');
    expect(await rode(talk.stage)).toHaveLength(1);
  });

  it('the answer keeps its own quick replies, behind which those of the reminder stand', async () => {
    const talk = await aTalk({ now: NIGHT });
    await talk.says('finance-staff', 'ขาดข้อไหนบ้าง');
    const messages = talk.stage.line.calls.at(-1)?.messages ?? [];
    expect(messages.slice(0, -1).every(({ quickReply }) => quickReply === undefined)).toBe(true);
    const labels = messages.at(-1)?.quickReply?.items.map(({ action }) => action.label) ?? [];
    expect(labels).toContain('รับทราบ');
    expect(labels.length).toBeGreaterThan(3);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('an answer that is lost is said later with what rode on it', async () => {
    const talk = await aTalk({ now: NIGHT });
    talk.stage.line.answers('invalid-reply-token');
    await talk.says('finance-staff', 'ขาดข้อไหนบ้าง');
    expect(await talk.says('finance-staff', 'ภาพรวม')).toContain('(ก่อนหน้านี้) แจ้งเตือนงาน ITA');
  });
});

describe('what a coordinator asks', () => {
  const ask = async (words: string, happenings: readonly Happening[] = anOffice(), who = 'coordinator') => {
    const talk = await aTalk({ happenings, now: bangkok('2026-01-05 20:00') });
    withQuota(talk.stage, 300, 84);
    return { said: await talk.says(who, words), stage: talk.stage };
  };

  it('เรื่องค้าง: the card at once, which is then that day’s', async () => {
    const { said, stage } = await ask('เรื่องค้างค่ะ');
    expect(said).toContain('ยังไม่มีส่วนราชการรับผิดชอบ 1 ข้อ');
    const sent = stage.line.calls.at(-1);
    expect(await kept(stage, 'card-sent')).toMatchObject([{ cost: 0 }]);
    expect(sent?.how).toBe('reply');
    expect(toCoordinator(await at(stage, '2026-01-06 08:45'))).toEqual([]);
  });

  it('เรื่องค้าง with nothing to settle says so', async () => {
    const done = reported('m1', 'done', { at: START });
    const { said, stage } = await ask('งานของผู้ประสานงาน', [...anOffice(), ...nothingToSettle(), done]);
    expect(said).toContain('ไม่มีเรื่องค้าง');
    expect(await kept(stage, 'card-sent')).toEqual([]);
  });

  it('โควตา: used, planned, what did not go out', async () => {
    const { said } = await ask('โควตา');
    expect(said).toMatch(/เดือนนี้ใช้ 0\/300/);
    expect(said).toContain('แจ้งเตือนรายบุคคล');
    expect(said).toContain('เดือนนี้ยังไม่มีข้อความที่นับโควตา');
  });

  it('ดูแผนแจ้งเตือน: the next days, to whom, what', async () => {
    const { said } = await ask('ดูแผนแจ้งเตือน');
    expect(said).toContain('แผนแจ้งเตือนที่จะส่ง');
    expect(said).toContain('ชื่อ-finance-staff');
  });

  it('ดูแผนแจ้งเตือน: and what waits for a head', async () => {
    const wished = asked('m1', 'x', '2026-02-27', { at: START });
    const { said } = await ask('ดูแผนแจ้งเตือน', [...anOffice(), wished]);
    expect(said).toContain('ชื่อ-finance-head');
    expect(said).toContain('คำขอขยายเวลาที่รอพิจารณา');
  });

  it('is for coordinators only', async () => {
    for (const words of ['เรื่องค้าง', 'ดูแผนแจ้งเตือน', 'โควตา']) {
      const { said, stage } = await ask(words, anOffice(), 'finance-head');
      expect(said).not.toMatch(/เรื่องที่รอผู้ประสานงาน|แผนแจ้งเตือนที่จะส่ง|โควตาข้อความ/);
      expect(await kept(stage, 'card-sent')).toEqual([]);
    }
  });
});
