import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/event.ts';
import { anOffice, bangkok, joined } from '../support/an-agency.ts';
import { eventsIn, everything, OFFICE, person, userOf } from './stage.ts';
import { aTalk, type Talk } from './talk.ts';

const PEOPLE = [
  person('finance-staff', 'นายก้อง หนึ่งสมมุติ'),
  person('works-staff', 'นายก้อง สองสมมุติ'),
  person('finance-head', 'นางวันดี นิทานทอง'),
  person('works-head', 'นายดิน สมมุติไพร'),
  // Two of one name in full: only their divisions tell them apart.
  person('twin-1', 'นางสาวแก้ว จำลองสุข'),
  person('twin-2', 'นางสาวแก้ว จำลองสุข'),
  person('coordinator', 'นางสาวสมหญิง แดนสมมุติ'),
  person('executive', 'นายตะวัน สมมุติวงศ์'),
];

/** After the hours of reminders, so that nothing else is said. */
const office = () =>
  aTalk({
    now: bangkok('2026-01-06 18:00'),
    happenings: [
      ...anOffice(),
      ...joined('twin-1', [{ role: 'staff', division: 'finance' }]),
      ...joined('twin-2', [{ role: 'staff', division: 'works' }]),
    ],
    beside: PEOPLE,
  });

async function keptBy(talk: Talk, act: () => Promise<unknown>): Promise<DomainEvent[]> {
  const before = (await eventsIn(talk.stage.store)).length;
  await act();
  return eventsIn(talk.stage.store, before);
}

describe('a name that several share', () => {
  it('is asked about, by full name; a button says the whole sentence', async () => {
    const talk = await office();
    const asked = await talk.says('coordinator', 'มอบหมาย O12 ให้ ก้อง');
    for (const words of ['ชื่อ "ก้อง" มี 2 คน', 'นายก้อง หนึ่งสมมุติ', 'นายก้อง สองสมมุติ'])
      expect(asked).toContain(words);
    const kept = await keptBy(talk, () => talk.presses('coordinator', 'นายก้อง หนึ่งสมมุติ'));
    expect(kept).toEqual([
      { type: 'item-assigned', v: 1, item: 'o12', person: 'finance-staff', deputy: null },
    ]);
  });

  it('is asked about one after the other', async () => {
    const talk = await office();
    await talk.says('coordinator', 'มอบหมาย O12 ให้ แก้ว');
    await talk.presses('coordinator', 'แก้ว กองคลัง');
    expect((await eventsIn(talk.stage.store)).at(-1)).toMatchObject({
      type: 'item-assigned',
      person: 'twin-1',
    });
    expect(await talk.says('coordinator', 'โอนงานของ แก้ว ให้ ก้อง')).toContain('ชื่อ "แก้ว" มี 2 คน');
    expect(await talk.presses('coordinator', 'แก้ว กองคลัง')).toContain('ชื่อ "ก้อง" มี 2 คน');
    expect(await talk.presses('coordinator', 'นายก้อง หนึ่งสมมุติ')).toContain('จาก นางสาวแก้ว จำลองสุข');
    const kept = await keptBy(talk, () => talk.presses('coordinator', 'ยืนยันโอนงาน'));
    expect(kept.at(-1)).toEqual({
      type: 'work-handed-over',
      v: 1,
      from: 'twin-1',
      to: 'finance-staff',
      items: ['o12'],
      receives: [],
    });
  });

  it('is clear with the division behind it', async () => {
    const talk = await office();
    const kept = await keptBy(talk, () => talk.says('coordinator', 'ผู้แทนของ ก้อง กองช่าง คือ แก้ว กองช่าง'));
    expect(kept).toEqual([{ type: 'deputy-set', v: 1, member: 'works-staff', deputy: 'twin-2' }]);
  });
});

describe('who sees to what, said', () => {
  it('by ids: neither names nor words get into the ledger', async () => {
    const talk = await office();
    await talk.says('coordinator', 'มอบหมายมาตรการที่ 1 ให้ วันดี สำรอง ก้อง กองคลัง');
    await talk.says('coordinator', 'วันดี ลาออก โอนงานให้ ดิน');
    await talk.presses('coordinator', 'โอนให้ ดิน');
    const ledger = JSON.stringify(await eventsIn(talk.stage.store));
    expect(ledger).toContain('work-handed-over');
    for (const { value } of PEOPLE) expect(ledger).not.toContain(value.name);
  });

  it('of several items at once: all or none', async () => {
    const talk = await office();
    const none = await keptBy(talk, () => talk.says('finance-head', 'มอบหมาย O12 ม.2 ให้ แก้ว กองคลัง'));
    expect(none).toEqual([]);
    const both = await keptBy(talk, () => talk.says('coordinator', 'มอบหมาย O12 และ ม.2 ให้ แก้ว กองคลัง'));
    expect(both).toMatchObject([
      { item: 'o12', person: 'twin-1' },
      { item: 'm2', person: 'twin-1' },
    ]);
  });

  it('again changes nothing, and says so', async () => {
    const talk = await office();
    await talk.says('coordinator', 'ผู้รับแจ้งเตือนกองคลัง วันดี');
    const kept = await keptBy(talk, async () =>
      expect(await talk.says('coordinator', 'ผู้รับแจ้งเตือนกองคลัง วันดี')).toContain('เป็นอย่างนั้นอยู่แล้ว'),
    );
    expect(kept).toEqual([]);
  });

  it('of two first names without a comma', async () => {
    const talk = await office();
    const kept = await keptBy(talk, () => talk.says('coordinator', 'ผู้รับแจ้งเตือนกองช่าง ดิน แก้ว กองช่าง'));
    expect(kept).toEqual([]);
    const clear = await keptBy(talk, () => talk.says('coordinator', 'ผู้รับแจ้งเตือนกองคลัง วันดี ก้อง'));
    expect(clear).toEqual([]);
    const one = await keptBy(talk, () => talk.says('works-head', 'ผู้รับแจ้งเตือนกองช่าง ดิน'));
    expect(one).toEqual([{ type: 'receivers-set', v: 1, division: 'works', members: ['works-head'] }]);
  });

  it('by a citizen, or in a group, it is no command', async () => {
    const talk = await office();
    const kept = await keptBy(talk, async () => {
      expect(await talk.says('citizen', 'รายชื่อเจ้าหน้าที่')).not.toContain('ก้อง');
      expect(await talk.says('citizen', 'โอนงานของ วันดี ให้ ดิน')).not.toContain('วันดี');
    });
    expect(kept).toEqual([]);
  });

  it('moved something else: then the words mean what they mean', async () => {
    const talk = await office();
    expect(await talk.says('coordinator', 'เว็บไซต์ย้ายแล้ว')).not.toContain('รายชื่อ');
  });
});

describe('who leaves', () => {
  it('is a stranger at once, and a new person when he comes back', async () => {
    const talk = await office();
    await talk.says('works-head', 'ฉันลาออก');
    expect(await talk.presses('works-head', 'ยืนยันยกเลิกการผูก')).toContain('ขอบคุณ');
    const { store, ledger } = talk.stage;
    expect(await store.besideByKey(OFFICE, 'person', userOf('works-head'))).toBeNull();
    expect((await ledger.read(OFFICE))?.agency.members['works-head']).toBeUndefined();
    expect(await talk.says('works-head', 'รายชื่อเจ้าหน้าที่')).not.toContain('ก้อง');
    // His name stays for what he did, without LINE's id.
    expect(await store.beside(OFFICE, 'person', 'works-head')).toMatchObject({ key: null });
    const besides = (await everything(store)).match(new RegExp(userOf('works-head'), 'g')) ?? [];
    expect(besides).toEqual([]);
  });

  it('is not asked about twice: the second press finds nobody', async () => {
    const talk = await office();
    await talk.says('coordinator', 'ดิน ลาออก');
    await talk.presses('coordinator', 'ยืนยันยกเลิกการผูก');
    const kept = await keptBy(talk, () => talk.sends('coordinator', 'do=leave&member=works-head'));
    expect(kept).toEqual([]);
  });
});
