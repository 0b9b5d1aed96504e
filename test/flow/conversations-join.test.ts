import { beforeEach, describe, expect, it } from 'vitest';
import { HELP_JOIN, NOTHING_PUBLISHED } from '../../src/chat/words.ts';
import { decide } from '../../src/domain/decide.ts';
import type { RoleIn } from '../../src/domain/event.ts';
import { anOffice, bangkok, console_, happened } from '../support/an-agency.ts';
import { countOf, eventsIn, everything, OFFICE, person, userOf } from './stage.ts';
import { aTalk, refusalSaid, type Talk } from './talk.ts';

const HOUR = 3_600_000;
let talk: Talk;

beforeEach(async () => {
  talk = await aTalk({ now: bangkok('2026-01-06 09:00') });
});

/** What `ita member invite` does. */
async function invited(roles: readonly RoleIn[], name: string): Promise<string> {
  const { ledger, world, clock } = talk.stage;
  const [code, invite] = [world.ids.code(), world.ids.id()];
  const expires = clock.now() + HOUR;
  await ledger.transact(OFFICE, ({ agency }) => {
    const decision = decide(
      agency,
      { type: 'make-invite', by: console_, invite, roles, expires },
      clock.now(),
    );
    if (!decision.ok) throw new Error(decision.refusal.kind);
    const record = { kind: 'code' as const, id: invite, key: world.ids.hashOfCode(code), value: { name } };
    return { result: null, events: decision.events, batch: { beside: [{ do: 'put', record }] } };
  });
  return code;
}

const works: RoleIn[] = [{ role: 'staff', division: 'works' }];
const agency = async () => (await talk.stage.ledger.read(OFFICE))?.agency;
const identity = () => talk.stage.store.besideByKey(OFFICE, 'person', userOf('new'));

describe('joining by code', () => {
  it.each([
    ['as written', (code: string) => code],
    ['in small letters without the dash', (code: string) => code.toLowerCase().replace('-', '')],
    ['after a word, with spaces', (code: string) => ` รหัส ${code.replace('-', ' ')} `],
  ])('typed %s, binds the person and says who he is now and what is open', async (_how, typed) => {
    const code = await invited(works, 'นายใหม่ ใจดี');
    const words = await talk.says('new', typed(code));
    expect(words).toContain('นายใหม่ ใจดี');
    expect(words).toContain('กองช่าง');
    expect(words).toContain('2');
    const record = await identity();
    expect(record?.value).toEqual({ name: 'นายใหม่ ใจดี' });
    expect((await agency())?.members[record?.id ?? '']?.roles).toEqual(works);
    expect(await talk.says('new', 'มาตรการที่ 2 เสร็จแล้ว')).toContain('ยกเลิก');
  });

  it('puts neither name nor LINE id nor code into the ledger', async () => {
    const code = await invited(works, 'นายใหม่ ใจดี');
    await talk.says('new', code);
    const ledger = JSON.stringify(await eventsIn(talk.stage.store));
    for (const secret of ['นายใหม่', userOf('new'), code, code.replace('-', '')])
      expect(ledger).not.toContain(secret);
  });

  it('a used code binds nobody else', async () => {
    const code = await invited(works, 'นายใหม่');
    await talk.says('new', code);
    const before = await countOf(talk.stage.store);
    expect(await talk.says('thief', code)).toBe(await refusalSaid(talk, { kind: 'code-used' }));
    expect(await countOf(talk.stage.store)).toBe(before);
    expect(await talk.stage.store.besideByKey(OFFICE, 'person', userOf('thief'))).toBeNull();
  });

  it('the same event again binds and answers once', async () => {
    const code = await invited(works, 'นายใหม่');
    await talk.says('new', code, { id: 'the-event' });
    const before = await everything(talk.stage.store);
    expect(await talk.says('new', code, { id: 'the-event' })).toBe('');
    expect(talk.handled()).toBe('already-seen');
    expect(await everything(talk.stage.store)).toBe(before);
  });

  it('an expired code binds nobody', async () => {
    const code = await invited(works, 'นายใหม่');
    await talk.stage.clock.set(talk.stage.clock.now() + HOUR);
    expect(await talk.says('new', code)).toBe(await refusalSaid(talk, { kind: 'code-expired' }));
    expect(await identity()).toBeNull();
  });

  it('an unknown code is said to be unknown, in 1:1', async () => {
    expect(await talk.says('new', 'ABCDE-FGHJ7')).toBe(await refusalSaid(talk, { kind: 'code-unknown' }));
    expect(await talk.says('new', 'THANKSVERY'), 'a word of ten letters is no code').not.toContain('รหัสนี้');
    expect(await identity()).toBeNull();
  });

  it('an invite shown in a group binds nobody', async () => {
    const code = await invited(works, 'นายใหม่');
    const before = await everything(talk.stage.store);
    expect(await talk.says({ group: 'somewhere', by: 'new' }, code)).toBe('');
    expect(await everything(talk.stage.store)).toBe(before);
    expect(await talk.says('new', code)).toContain('นายใหม่');
  });

  it('a second invite adds its roles to the same person', async () => {
    await talk.says('works-staff', await invited([{ role: 'coordinator' }], 'คนเดิม'));
    const roles = (await agency())?.members['works-staff']?.roles;
    expect(roles).toEqual([...works, { role: 'coordinator' }]);
    expect((await talk.stage.store.beside(OFFICE, 'person', 'works-staff'))?.value).toEqual({
      name: 'คนเดิม',
    });
  });
});

describe('coming and going', () => {
  it('a stranger who follows is greeted and told how to join; nothing is in the ledger', async () => {
    const before = await countOf(talk.stage.store);
    expect(await talk.comes('stranger', 'follow')).toContain(HELP_JOIN);
    expect(await talk.comes('stranger', 'unfollow')).toBe('');
    expect(await countOf(talk.stage.store)).toBe(before);
  });

  it('a member who blocks is unreachable until he is back', async () => {
    await talk.comes('finance-staff', 'unfollow');
    expect((await agency())?.members['finance-staff']?.reachable).toBe(false);
    expect(await talk.comes('finance-staff', 'follow')).not.toBe('');
    expect((await agency())?.members['finance-staff']?.reachable).toBe(true);
  });

  it('a member LINE had refused is reachable again when he writes', async () => {
    await talk.comes('finance-staff', 'unfollow');
    await talk.says('finance-staff', 'ภาพรวม');
    expect((await agency())?.members['finance-staff']?.reachable).toBe(true);
  });
});

describe('a citizen', () => {
  it('hears of no plan that is not published', async () => {
    for (const question of ['มาตรการ', 'ภาพรวม', 'กองคลังค้างอะไร', 'ดูรายละเอียด O12', 'สรุปเดือนนี้']) {
      const words = await talk.says('citizen', question);
      expect(words).toContain(NOTHING_PUBLISHED);
      expect(words).not.toContain('m1');
    }
  });

  it('sees the measures once they are published', async () => {
    const published = happened({ type: 'plan-published', v: 1, year: 2569 });
    talk = await aTalk({ happenings: [...anOffice(), published] });
    const words = await talk.says('citizen', 'มาตรการ');
    expect(words).not.toContain(NOTHING_PUBLISHED);
    expect(words).toMatch(/m1[\s\S]*m2/);
  });

  it('who complains gets the channels, and nothing of it is stored or logged', async () => {
    const { store, log } = talk.stage;
    const before = await countOf(store);
    const words = await talk.says('citizen', 'ขอร้องเรียนเจ้าหน้าที่ ชื่อนายสมหมาย เรียกรับเงินสองหมื่นบาท');
    expect(words).toContain('complaint@dontawan.example.org');
    expect(words).toContain('0-0000-0001');
    expect(await countOf(store)).toBe(before);
    const kept = (await everything(store)) + JSON.stringify(log.lines);
    for (const secret of ['สมหมาย', 'สองหมื่น', userOf('citizen')]) expect(kept).not.toContain(secret);
  });

  it('cannot report or undo, typed or by a forged button', async () => {
    const before = await countOf(talk.stage.store);
    for (const words of [
      await talk.says('citizen', 'O12 เสร็จแล้ว'),
      await talk.sends('citizen', 'do=report&item=o12&status=done&year=2569&entry=99'),
    ]) {
      expect(words).toBe(await refusalSaid(talk, { kind: 'not-a-member' }));
    }
    expect(await talk.sends('citizen', 'do=undo&act=report-1')).not.toBe('');
    expect(await countOf(talk.stage.store)).toBe(before);
  });

  it('is whoever the ledger does not know, whatever stands beside it', async () => {
    const beside = [person('finance-staff'), person('ghost')];
    talk = await aTalk({ beside, now: bangkok('2026-01-06 09:00') });
    const before = await countOf(talk.stage.store);
    expect(await talk.says('ghost', 'กองคลังค้างอะไร')).toContain(NOTHING_PUBLISHED);
    expect(await talk.comes('ghost', 'follow')).toContain(HELP_JOIN);
    expect(await talk.says('ghost', 'O12 เสร็จแล้ว')).toBe(await refusalSaid(talk, { kind: 'not-a-member' }));
    expect(await talk.comes('ghost', 'unfollow')).toBe('');
    expect(await countOf(talk.stage.store)).toBe(before);
    expect(await everything(talk.stage.store), 'no message is addressed to such a member').not.toContain(
      '"member":"ghost"',
    );
  });

  it('learns nothing of an unpublished item by a forged button', async () => {
    const words = await talk.sends('citizen', 'do=detail&item=m2');
    expect(words).not.toContain('m2');
    expect(words).not.toContain('กองช่าง');
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'nothing-of-ours',
  ])('a forged button with item %s finds no such item, whoever sends it', async (item) => {
    const before = await countOf(talk.stage.store);
    for (const data of [`do=report&item=${item}&status=done&year=2569&entry=9`, `do=detail&item=${item}`]) {
      expect(await talk.sends('coordinator', data)).toBe(await refusalSaid(talk, { kind: 'no-such-item' }));
      expect(await talk.sends('citizen', data)).not.toBe('');
    }
    expect(await talk.sends('coordinator', `do=missing&division=${item}`)).not.toBe('');
    expect(await talk.sends('coordinator', `do=undo&act=${item}`)).not.toBe('');
    expect(await countOf(talk.stage.store)).toBe(before);
  });

  it('a button that is not ours is passed over in silence', async () => {
    const before = await everything(talk.stage.store);
    expect(await talk.sends('finance-staff', 'a=done&m=O1')).toBe('');
    expect(talk.handled()).toBe('silent');
    expect(await everything(talk.stage.store)).toBe(before);
  });
});
