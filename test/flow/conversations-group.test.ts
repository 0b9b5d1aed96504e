import { beforeEach, describe, expect, it } from 'vitest';
import { BUTTON_IN_GROUP, UNBOUND_GROUP } from '../../src/chat/words.ts';
import { GROUP_CODE_ALONE } from '../../src/chat/words-joining.ts';
import { decide } from '../../src/domain/decide.ts';
import type { GroupPurpose } from '../../src/domain/event.ts';
import { statusOf } from '../../src/domain/item.ts';
import { anOffice, bangkok, console_ } from '../support/an-agency.ts';
import { bound, countOf, entriesIn, eventsIn, everything, groupOf, OFFICE, userOf } from './stage.ts';
import { actionsOf, aTalk, type InGroup, refusalSaid, type Talk } from './talk.ts';

const DAY = 86_400_000;
const NINE = bangkok('2026-01-06 09:00');
const GROUP = 'staff-group';
const by = (who: string | null): InGroup => ({ group: GROUP, by: who });
let talk: Talk;

const everythingKept = () => everything(talk.stage.store);
const agency = async () => (await talk.stage.ledger.read(OFFICE))?.agency;

async function status(item: string): Promise<string> {
  const found = (await agency())?.items[item];
  return found === undefined ? 'no item' : statusOf(found);
}

/** What `ita group code` does. */
async function groupCode(purpose: GroupPurpose, division?: string): Promise<string> {
  const { ledger, world, clock } = talk.stage;
  const [typed, code] = [world.ids.code(), world.ids.id()];
  const expires = clock.now() + DAY;
  await ledger.transact(OFFICE, ({ agency: now }) => {
    const command = { type: 'make-group-code' as const, by: console_, code, purpose, division, expires };
    const decision = decide(now, command, clock.now());
    if (!decision.ok) throw new Error(decision.refusal.kind);
    const key = world.ids.hashOfCode(typed);
    const record = { kind: 'code' as const, id: code, key, value: { for: 'group' } };
    return { result: null, events: decision.events, batch: { beside: [{ do: 'put', record }] } };
  });
  return typed;
}

describe('an unbound group', () => {
  beforeEach(async () => {
    talk = await aTalk({ now: NINE });
  });

  it('is told once how to bind it, and the ledger keeps nothing', async () => {
    const before = await countOf(talk.stage.store);
    expect(await talk.comes(by(null), 'join')).toBe(UNBOUND_GROUP);
    expect(await countOf(talk.stage.store)).toBe(before);
    expect(await everythingKept(), 'nor does anything else, once it is said').not.toContain(groupOf(GROUP));
  });

  it('hears nothing more and nothing is kept, whatever is said there, by whomever', async () => {
    await talk.comes(by(null), 'join');
    const before = await everythingKept();
    for (const who of ['finance-staff', 'coordinator', 'stranger', null]) {
      for (const text of ['O12 เสร็จแล้ว', 'บอท ขาดข้อไหนบ้าง', 'ยกเลิก O12', 'กินข้าวกัน', 'ABCDE-FGHJK']) {
        expect(await talk.says(by(who), text, { mentioned: true })).toBe('');
      }
      expect(await talk.sends(by(who), 'do=report&item=o12&status=done&year=2569&entry=99')).toBe('');
      expect(await talk.sends(by(who), 'do=progress')).toBe('');
    }
    expect(await everythingKept()).toBe(before);
    expect(JSON.stringify(talk.stage.log.lines)).not.toContain('กินข้าว');
  });

  it('is bound by a code, whoever shows it, and then answers', async () => {
    const words = await talk.says(by(null), await groupCode('staff'));
    expect(words).toContain('ผูก');
    expect(Object.values((await agency())?.groups ?? {})).toMatchObject([{ purpose: 'staff' }]);
    expect(JSON.stringify(await eventsIn(talk.stage.store))).not.toContain(groupOf(GROUP));
    expect(await talk.says(by('stranger'), 'บอท ภาพรวม')).not.toBe('');
  });

  it('is bound as the group of a division', async () => {
    expect(await talk.says(by('works-head'), await groupCode('division', 'works'))).toContain('กองช่าง');
    expect(Object.values((await agency())?.groups ?? {})).toMatchObject([
      { purpose: 'division', division: 'works' },
    ]);
  });

  it('a code binds one group only, and not after its time', async () => {
    const [first, second] = [await groupCode('staff'), await groupCode('staff')];
    await talk.says(by('coordinator'), first);
    const before = await countOf(talk.stage.store);
    expect(await talk.says({ group: 'other', by: 'coordinator' }, first)).toBe(
      await refusalSaid(talk, { kind: 'code-used' }),
    );
    await talk.stage.clock.set(NINE + DAY);
    expect(await talk.says({ group: 'other', by: 'coordinator' }, second)).toBe(
      await refusalSaid(talk, { kind: 'code-expired' }),
    );
    expect(await countOf(talk.stage.store)).toBe(before);
  });

  it('a group code shown in 1:1 binds nothing', async () => {
    const before = await groupCode('staff').then(async (code) => {
      const kept = await countOf(talk.stage.store);
      expect(await talk.says('coordinator', code)).toBe(GROUP_CODE_ALONE);
      return kept;
    });
    expect(await countOf(talk.stage.store)).toBe(before);
  });
});

describe('a bound group', () => {
  beforeEach(async () => {
    talk = await aTalk({ happenings: [...anOffice(), ...bound(GROUP)], now: NINE });
  });

  it('its chatter is met with silence and NOTHING is written', async () => {
    const before = await everythingKept();
    for (const text of [
      'วันนี้ประชุมกี่โมงคะ',
      'กินข้าวกันไหม',
      'เสร็จแล้วค่ะ',
      'พรุ่งนี้ส่ง O12 นะ',
      'ช่วยดู O12 ให้หน่อย',
      '@สมชาย O12 เสร็จแล้ว',
      'ขอบคุณครับ',
      '👍',
    ]) {
      expect(await talk.says(by('finance-staff'), text), text).toBe('');
      expect(talk.handled(), text).toBe('silent');
    }
    expect(await everythingKept()).toBe(before);
    expect(talk.stage.log.lines).toEqual([]);
  });

  it("a plain report by a member is kept as that member's, in that group", async () => {
    expect(await talk.says(by('finance-staff'), 'O12 เสร็จแล้ว')).toContain('O12');
    expect(await status('o12')).toBe('done');
    expect((await entriesIn(talk.stage.store)).at(-1)).toMatchObject({
      by: { kind: 'member', member: 'finance-staff' },
      event: { chat: { group: GROUP } },
    });
  });

  it.each([
    ['a stranger', 'stranger'],
    ['someone LINE does not name', null],
  ])('a report by %s is refused and changes nothing', async (_who, who) => {
    const before = await countOf(talk.stage.store);
    const said = await talk.says(by(who), 'O12 เสร็จแล้ว');
    expect(said).toBe(await refusalSaid(talk, { kind: 'not-a-member' }, GROUP));
    expect(said, 'a code is not to be typed where everyone reads').not.toContain('ในแชตนี้');
    expect(await countOf(talk.stage.store)).toBe(before);
  });

  it("a member of another division may not report a division's item there either", async () => {
    expect(await talk.says(by('works-staff'), 'O12 เสร็จแล้ว')).toContain('กองคลัง');
    expect(await status('o12')).toBe('not_started');
  });

  it('questions are answered on staff level, whoever asks', async () => {
    const before = await countOf(talk.stage.store);
    for (const who of ['finance-staff', 'stranger', null]) {
      expect(await talk.says(by(who), 'บอท กองคลังค้างอะไร')).toContain('O12');
      expect(await talk.says(by(who), 'ภาพรวม', { mentioned: true })).toContain('อบต.ดอนตะวัน');
    }
    expect(await countOf(talk.stage.store)).toBe(before);
  });

  it('the summary of a month is given when asked', async () => {
    expect(await talk.says(by('stranger'), 'บอท สรุปเดือนนี้')).toContain('มกราคม');
  });

  it('a postback that would change something is refused kindly, whoever LINE says pressed', async () => {
    const before = await countOf(talk.stage.store);
    for (const who of ['finance-staff', 'coordinator', null]) {
      for (const data of ['do=report&item=o12&status=done&year=2569&entry=99', 'do=undo&act=report-1']) {
        expect(await talk.sends(by(who), data)).toBe(BUTTON_IN_GROUP);
      }
    }
    expect(await countOf(talk.stage.store)).toBe(before);
    expect(await status('o12')).toBe('not_started');
  });

  it('a postback that only asks is answered', async () => {
    expect(await talk.sends(by(null), 'do=progress')).toContain('อบต.ดอนตะวัน');
  });

  it('its buttons speak with the own voice of whoever presses, and are understood', async () => {
    await talk.says(by('finance-staff'), 'O12 เสร็จแล้ว');
    const actions = actionsOf(talk.stage.line.calls.at(-1)?.messages);
    expect(actions.map((one) => one.type)).not.toContain('postback');
    await talk.stage.clock.set(NINE + 60_000);
    await talk.presses(by('works-staff'), 'ยกเลิก');
    expect(await status('o12'), "somebody else's press takes nothing back").toBe('done');
    await talk.says(by('finance-staff'), 'บอท ยกเลิก O12');
    expect(await status('o12')).toBe('not_started');
  });

  it('undo in a group does not reach a report made in 1:1', async () => {
    await talk.says('finance-staff', 'O12 เสร็จแล้ว');
    expect(await talk.says(by('finance-staff'), 'บอท ยกเลิก')).toBe(
      await refusalSaid(talk, { kind: 'nothing-to-undo' }),
    );
    expect(await status('o12')).toBe('done');
  });

  it('when the bot leaves, the group is unbound and its LINE id forgotten', async () => {
    expect(await talk.comes(by(null), 'leave')).toBe('');
    expect((await agency())?.groups).toEqual({});
    expect(await talk.stage.store.besideByKey(OFFICE, 'group', groupOf(GROUP))).toBeNull();
    const before = await everythingKept();
    expect(await talk.says(by('finance-staff'), 'O12 เสร็จแล้ว')).toBe('');
    expect(await everythingKept()).toBe(before);
  });

  it('a new staff group takes its place: the old one is unbound again', async () => {
    await talk.says({ group: 'new-group', by: 'coordinator' }, await groupCode('staff'));
    expect(await talk.says({ group: 'new-group', by: null }, 'บอท ภาพรวม')).not.toBe('');
    const before = await everythingKept();
    expect(await talk.says(by('finance-staff'), 'O12 เสร็จแล้ว')).toBe('');
    expect(await talk.says(by('finance-staff'), 'บอท ภาพรวม')).toBe('');
    expect(await everythingKept()).toBe(before);
  });

  it('a member who joins nowhere is never taken from what he says in a group', async () => {
    await talk.says(by('stranger'), 'O12 เสร็จแล้ว');
    expect(await everythingKept()).not.toContain(userOf('stranger'));
  });
});

it('a new staff group takes the place of the old one, says so, and forgets its LINE id', async () => {
  const first = await groupCode('staff');
  await talk.says({ group: 'old', by: 'coordinator' }, first);
  const second = await groupCode('staff');
  const words = await talk.says({ group: 'new', by: 'coordinator' }, second);
  expect(words).toContain('กลุ่มเดิม');
  expect(await talk.says({ group: 'old', by: 'coordinator' }, 'บอท ภาพรวม')).toBe('');
  expect(await everythingKept()).not.toContain(groupOf('old'));
});

it('someone who blocked the bot and speaks in the group is not reached by that', async () => {
  talk = await aTalk({ happenings: [...anOffice(), ...bound(GROUP)] });
  await talk.comes('finance-staff', 'unfollow');
  await talk.says(by('finance-staff'), 'O12 เสร็จแล้ว');
  expect((await agency())?.members['finance-staff']?.reachable).toBe(false);
  await talk.says('finance-staff', 'ขาดข้อไหนบ้าง');
  expect((await agency())?.members['finance-staff']?.reachable).toBe(true);
});
