/** A person's own data in chat: what he is told, given, and may erase, and what nobody else may. */
import { beforeEach, describe, expect, it } from 'vitest';
import { PRIVACY } from '../../src/chat/words-privacy.ts';
import { keptMs } from '../../src/domain/retention.ts';
import { scrubErased } from '../../src/flow/erase.ts';
import { ownDataOf } from '../../src/flow/own-data.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { anOffice, bangkok, happened, planClosed } from '../support/an-agency.ts';
import { aPush, bound, countOf, eventsIn, everything, OFFICE, person, post, userOf } from './stage.ts';
import { aTalk, refusalSaid, type Talk } from './talk.ts';

const NOTE = 'รอหนังสือจากจังหวัดอื่น';
const NOW = bangkok('2026-01-06 09:00');
const ERASED = { type: 'member-erased', v: 1, member: 'works-staff' } as const;
let talk: Talk;

beforeEach(async () => {
  talk = await aTalk({ now: NOW });
  await talk.says('works-staff', `มาตรการที่ 2 กำลังทำ ${NOTE}`);
});

const kept = () => everything(talk.stage.store);
const agency = async () => (await talk.stage.ledger.read(OFFICE))?.agency;
const texts = () => talk.stage.store.besideAll(OFFICE, 'text');

describe('ข้อมูลของฉัน', () => {
  it('tells a member what is kept of him, and keeps nothing', async () => {
    const before = await countOf(talk.stage.store);
    const words = await talk.says('works-staff', 'ข้อมูลของฉัน');
    expect(words).toContain('ชื่อ-works-staff');
    expect(words).toContain(PRIVACY.acts(1));
    expect(await countOf(talk.stage.store)).toBe(before);
  });

  it('tells a citizen that nothing is, whatever he asks', async () => {
    for (const words of ['ข้อมูลของฉัน', 'ขอข้อมูลของฉัน', 'ลบข้อมูลของฉัน', 'ยืนยันลบข้อมูลของฉัน'])
      expect(await talk.says('citizen', words)).toContain('ไม่เก็บข้อมูลของประชาชน');
    expect(await kept()).not.toContain(userOf('citizen'));
  });

  it('in a group it is asked for in 1:1, and only when the bot is called', async () => {
    talk = await aTalk({
      happenings: [...anOffice(), ...bound('staff')],
      now: NOW,
    });
    const group = { group: 'staff', by: 'works-staff' };
    expect(await talk.says(group, 'บอท ลบข้อมูลของฉัน')).toBe(PRIVACY.privately);
    expect(await talk.says(group, 'ลบข้อมูลของฉัน')).toBe('');
  });
});

describe('ขอข้อมูลของฉัน', () => {
  it('gives all that is kept of him, and of nobody else', async () => {
    await talk.says('finance-staff', 'O12 กำลังทำ รอผู้รับจ้าง');
    const held = await talk.stage.ledger.read(OFFICE);
    if (held === null) throw new Error('no office');
    const own = await ownDataOf(talk.stage.world, held, 'works-staff');
    expect(own).toMatchObject({
      name: 'ชื่อ-works-staff',
      line: userOf('works-staff'),
      roles: [{ role: 'staff', division: 'works' }],
    });
    expect(own?.entries.filter(({ own, event }) => own && event.type !== 'reminder-decided')).toMatchObject([
      { event: { type: 'item-reported', item: 'm2' }, texts: [NOTE] },
    ]);
    // He was told of his item with the answer to his report.
    expect(own?.entries.filter((entry) => !entry.own).map(({ event }) => event.type)).toEqual([
      'member-joined',
      'reminder-decided',
    ]);
    const told = JSON.stringify(own);
    for (const other of ['finance-staff', userOf('finance-staff'), 'รอผู้รับจ้าง'])
      expect(told).not.toContain(other);
    expect(await ownDataOf(talk.stage.world, held, 'nobody')).toBeNull();
  });

  it('without a public address the coordinator is to give it', async () => {
    expect(await talk.says('works-staff', 'ขอข้อมูลของฉัน')).toBe(PRIVACY.noAddress);
  });
});

describe('ลบข้อมูลของฉัน', () => {
  it('says what follows, and does nothing before the button is pressed', async () => {
    const before = await kept();
    const words = await talk.says('works-staff', 'ลบข้อมูลของฉัน');
    expect(words).toContain(PRIVACY.sure('ชื่อ-works-staff'));
    expect((await agency())?.members['works-staff']).toBeDefined();
    expect((await kept()).length - before.length, 'an outbox row, an event seen').toBeLessThan(700);
    expect(await texts()).toHaveLength(1);
  });

  it('erases him by the button, and his next words are a stranger’s', async () => {
    const entries = await countOf(talk.stage.store);
    await talk.says('works-staff', 'ลบข้อมูลของฉัน');
    expect(await talk.presses('works-staff', PRIVACY.surely)).toBe(PRIVACY.erased);
    expect(await eventsIn(talk.stage.store, entries)).toEqual([
      { type: 'member-left', v: 1, member: 'works-staff' },
      ERASED,
    ]);
    const left = await kept();
    for (const gone of ['ชื่อ-works-staff', userOf('works-staff'), NOTE]) expect(left).not.toContain(gone);
    expect(await talk.stage.store.verify(OFFICE)).toMatchObject({ ok: true });
    expect(await talk.says('works-staff', 'O12 เสร็จแล้ว')).toBe(
      await refusalSaid(talk, { kind: 'not-a-member' }),
    );
  });

  it('gives up what was on its way to him or names him, and nothing else', async () => {
    const words = [{ type: 'text', text: 'ชื่อ-works-staff ยังไม่รายงาน' }] as const;
    talk.stage.line.decides(() => 'unknown-outcome');
    await post(
      talk.stage,
      aPush('1', { chat: userOf('works-staff'), to: { member: 'works-staff' } }),
      aPush('2', { messages: words }),
      aPush('3'),
    );
    await talk.says('works-staff', 'ยืนยันลบข้อมูลของฉัน');
    expect((await talk.stage.store.pending(OFFICE)).map(({ id }) => id)).toEqual(['3']);
    expect(await kept()).not.toContain('ชื่อ-works-staff');
  });

  it.each([
    ['a colleague', 'finance-staff', 'works-staff'],
    ['a citizen', 'citizen', 'works-staff'],
    ['somebody for nobody', 'finance-staff', 'constructor'],
  ])('a forged button of %s erases nobody', async (_who, from, of) => {
    const before = await countOf(talk.stage.store);
    const words = await talk.sends(from, `do=erase-me&member=${of}&on=2026-01-06`);
    expect(words).toBe(await refusalSaid(talk, { kind: 'not-a-member' }));
    expect(await countOf(talk.stage.store)).toBe(before);
  });

  it('a button of another day asks again, and a second press finds a stranger', async () => {
    const press = 'do=erase-me&member=works-staff&on=2026-01-05';
    expect(await talk.sends('works-staff', press)).toContain(PRIVACY.sure('ชื่อ-works-staff'));
    expect((await agency())?.members['works-staff']).toBeDefined();
    const today = press.replace('01-05', '01-06');
    expect(await talk.sends('works-staff', today)).toBe(PRIVACY.erased);
    expect(await talk.sends('works-staff', today)).toBe(await refusalSaid(talk, { kind: 'not-a-member' }));
  });

  it('is refused to the last coordinator, before he is asked', async () => {
    const words = await refusalSaid(talk, { kind: 'last-coordinator' });
    expect(await talk.says('coordinator', 'ลบข้อมูลของฉัน')).toBe(words);
    expect(await talk.says('coordinator', 'ยืนยันลบข้อมูลของฉัน')).toBe(words);
    expect((await agency())?.members.coordinator).toBeDefined();
  });

  it('who waits to be let in is deleted on the spot', async () => {
    const request = { kind: 'request', id: 'r1', key: userOf('new'), value: { said: 'นายใหม่ ใจดี' } } as const;
    talk = await aTalk({ now: NOW, beside: [person('works-staff'), request] });
    expect(await talk.says('new', 'ข้อมูลของฉัน')).toContain('นายใหม่ ใจดี');
    expect(await talk.says('new', 'ลบข้อมูลของฉัน')).toBe(PRIVACY.waitingErased('14 วัน'));
    expect(await kept()).not.toContain('นายใหม่');
    expect(await kept()).not.toContain(userOf('new'));
  });
});

describe('the files', () => {
  it('are scrubbed two minutes after, and once more when that failed', async () => {
    const { store, world, ledger, clock } = talk.stage;
    const scrubs: number[] = [];
    let fails = true;
    const scrub = async (now: number) => {
      scrubs.push(now);
      if (fails) throw new Error('somebody reads');
    };
    const watched = { ...world, store: { ...store, scrub } };
    await talk.says('works-staff', 'ยืนยันลบข้อมูลของฉัน');
    await scrubErased(watched, ledger, OFFICE);
    expect(scrubs, 'an answer may still be on its way').toEqual([]);
    await sweep(world, ledger, OFFICE);
    const { wake } = await store.marks(OFFICE);
    expect(wake).toBe(NOW + 120_000);
    await clock.set(NOW + 120_000);
    await scrubErased(watched, ledger, OFFICE);
    expect(scrubs).toHaveLength(1);
    await sweep(world, ledger, OFFICE);
    expect((await store.marks(OFFICE)).wake).toBe(clock.now() + 600_000);
    fails = false;
    await clock.set(NOW + 720_000);
    await scrubErased(watched, ledger, OFFICE);
    await scrubErased(watched, ledger, OFFICE);
    expect(scrubs).toHaveLength(2);
    expect(await store.beside(OFFICE, 'person', 'works-staff')).toBeNull();
  });
});

describe('by the clock', () => {
  const sweepAt = async (at: number) => {
    await talk.stage.clock.set(at);
    await sweep(talk.stage.world, talk.stage.ledger, OFFICE);
  };

  it('who left a year ago is erased, to the day', async () => {
    const { ledger, store } = talk.stage;
    const left = { type: 'member-left', v: 1, member: 'works-staff' } as const;
    await ledger.transact(OFFICE, () => ({ result: null, events: [left] }));
    await sweepAt(NOW + keptMs('leaverName') - 1);
    expect((await store.beside(OFFICE, 'person', 'works-staff'))?.value.name).toBe('ชื่อ-works-staff');
    await sweepAt(NOW + keptMs('leaverName'));
    expect(await eventsIn(store)).toContainEqual(ERASED);
    expect((await store.beside(OFFICE, 'person', 'works-staff'))?.value.name).toBeUndefined();
    expect(await texts()).toEqual([]);
    expect((await agency())?.left).toEqual({});
  });

  it('what was written about a plan goes five years after it was closed', async () => {
    const { ledger, store } = talk.stage;
    await ledger.transact(OFFICE, () => ({ result: null, events: [planClosed(2569).event] }));
    await sweepAt(NOW + 60_000);
    expect((await store.marks(OFFICE)).wake).toBeLessThanOrEqual(NOW + keptMs('texts'));
    await sweepAt(NOW + keptMs('texts') - 1);
    expect(await texts()).toHaveLength(1);
    await sweepAt(NOW + keptMs('texts'));
    expect(await texts()).toEqual([]);
    expect(await store.verify(OFFICE)).toMatchObject({ ok: true });
  });

  it('a code goes a month after it can no longer be used, with the name on it', async () => {
    const expires = NOW + 86_400_000;
    const code = { kind: 'code', id: 'i9', key: 'hash', value: { for: 'member', name: 'นายใหม่' } } as const;
    talk = await aTalk({
      now: NOW,
      happenings: [...anOffice(), happened({ type: 'invite-made', v: 1, invite: 'i9', roles: [], expires })],
      beside: [code],
    });
    await sweepAt(expires + keptMs('code') - 1);
    expect(await kept()).toContain('นายใหม่');
    await sweepAt(expires + keptMs('code'));
    expect(await kept()).not.toContain('นายใหม่');
  });
});
