/** What once was wrong, each as a person would meet it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { statusOf } from '../../src/domain/item.ts';
import { handleEvent } from '../../src/flow/handle-event.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { renderPage } from '../../src/papers/render-page.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  happened,
  measure,
  oItem,
  planClosed,
  planImported,
  planOpened,
  reminded,
  reported,
} from '../support/an-agency.ts';
import { bound, countOf, deliverAll, eventsIn, OFFICE, userOf } from './stage.ts';
import { aTalk, type Talk } from './talk.ts';

const NINE = bangkok('2026-01-06 09:00');
const office = () => [
  ...anOffice(),
  oItem('o5', { number: 5 }),
  oItem('o6', { number: 6 }),
  ...bound('staff-group'),
];
const G = { group: 'staff-group', by: 'finance-staff' } as const;
const provisional = () => [
  ...anOffice().slice(0, -6),
  happened({
    type: 'plan-imported',
    v: 1,
    year: 2569,
    title: null,
    catalogue: 2568,
    oitDue: '2026-04-30',
    oitDueConfirmed: false,
  }),
  oItem('o12', { number: 12 }),
  planOpened(),
];
let talk: Talk;
beforeEach(async () => {
  talk = await aTalk({ now: NINE, happenings: office() });
});
const added = async (from: Parameters<Talk['says']>[0], words: string, how = {}) => {
  const before = await countOf(talk.stage.store);
  await talk.says(from, words, how);
  return (await eventsIn(talk.stage.store, before)).map((e) => `${e.type} ${'item' in e ? e.item : ''}`);
};
describe('1 group chatter is no answer', () => {
  it.each([
    ['บอท O12', 'กินข้าวเสร็จแล้วค่ะ'],
    ['บอท O12', 'ประชุมเสร็จแล้วค่ะ'],
    ['บอท O12', 'ดูคลิปนี้ https://youtu.be/abc ตลกมาก'],
    ['บอท ขอขยายเวลา O12', 'ประชุมวันที่ 20 พฤษภาคมนะคะทุกคน'],
    ['บอท เลื่อนเตือน O12', 'วันศุกร์ไปกินข้าวกัน'],
    ['บอท เสร็จแล้วค่ะ', 'เจอกันที่ห้อง O5'],
    ['บอท เสร็จแล้วค่ะ', 'O5 ของกองช่างนี่นา'],
  ])('%s, then %s', async (opener, chatter) => {
    await talk.says(G, opener);
    expect(await added(G, chatter)).toEqual([]);
  });
});
it.each(['ไม่ใช่ O5', 'O5 ไม่ใช่ของเรา', 'ของ O5 ไม่เกี่ยวนะ'])('2 %s is no yes', async (no) => {
  await talk.says('finance-staff', 'เสร็จแล้วค่ะ');
  expect(await added('finance-staff', no)).toEqual([]);
});
it('3 a snooze to Monday is remembered on Monday', async () => {
  talk = await aTalk({ now: bangkok('2026-01-23 08:45') });
  const { world, ledger, store, clock } = talk.stage;
  await sweep(world, ledger, OFFICE);
  await deliverAll(world, ledger);
  clock.set(bangkok('2026-01-23 09:00'));
  await talk.says('finance-staff', 'เตือนอีกทีวันจันทร์นะ');
  const { wake } = await store.marks(OFFICE);
  expect(wake).not.toBeNull();
  expect(wake ?? 0).toBeLessThanOrEqual(bangkok('2026-01-26 08:45'));
});
it('4 ยกเลิก after a kept report does not say that nothing was kept', async () => {
  await talk.says('finance-staff', 'O12 เสร็จแล้ว แนบไฟล์แล้ว');
  expect(await added('finance-staff', 'ยกเลิก')).toEqual(['report-undone o12']);
});
it('5 a correction right after a link moves the link, not the morning report', async () => {
  await talk.says('finance-staff', 'O12 เสร็จแล้ว');
  await talk.says('finance-staff', 'O12 https://example.go.th/a');
  expect(await added('finance-staff', 'ไม่ใช่ O12 นะ O5')).toEqual([
    'evidence-undone o12',
    'evidence-given o5',
  ]);
});
it('6 ทุกข้อเสร็จแล้ว follows the two-year rule', async () => {
  talk = await aTalk({
    now: bangkok('2026-10-06 09:00'),
    happenings: [
      ...office(),
      planImported(2570, '2027-04-30'),
      measure('n1', { year: 2570 }),
      planOpened(2570),
      reminded({ member: 'finance-staff' }, ['m1', 'o12'], bangkok('2026-10-05 08:45')),
    ],
  });
  expect(await added('finance-staff', 'ทุกข้อเสร็จแล้ว')).not.toContain('item-reported n1');
});
it('6b ทุกข้อกำลังทำ does not reopen what is done', async () => {
  talk = await aTalk({
    now: NINE,
    happenings: [...office(), reported('o5', 'done', { at: NINE - 1000, by: 'finance-head' })],
  });
  await talk.says('finance-staff', 'ทุกข้อกำลังทำ');
  const o5 = (await talk.stage.ledger.read(OFFICE))?.agency.items.o5;
  expect(o5 && statusOf(o5)).toBe('done');
});
it('7 ข้อ 12 finds the only item of that number', async () => {
  expect(await talk.says('finance-staff', 'ข้อ 12 เสร็จแล้ว')).toContain('O12');
});
it('7b a bare 12 answers which one', async () => {
  await talk.says('finance-staff', 'เสร็จแล้วค่ะ');
  expect(await talk.says('finance-staff', '12')).toContain('O12');
});
it('8 the reason survives the question until when', async () => {
  await talk.says('finance-staff', 'ขอขยายเวลา O12 เพราะรอเอกสารจากจังหวัด');
  const before = await countOf(talk.stage.store);
  await talk.says('finance-staff', '31 พฤษภาคม 2569');
  expect((await eventsIn(talk.stage.store, before))[0]).toHaveProperty('reason');
});
it('8b the percent survives a link', async () => {
  await talk.says('finance-staff', 'ทำไป 60% แล้ว');
  const before = await countOf(talk.stage.store);
  await talk.says('finance-staff', 'O12 https://a.b/c');
  expect((await eventsIn(talk.stage.store, before))[0]).toHaveProperty('percent', 60);
});
it('9 a snooze of what one is never reminded of is not promised', async () => {
  expect(await added('works-staff', 'เลื่อนเตือน O12 เป็นพรุ่งนี้')).toEqual([]);
});
it('10 a forged evidence button keeps links only', async () => {
  const before = await countOf(talk.stage.store);
  await talk.sends('finance-staff', 'do=evidence&item=o12&url=javascript:alert(1)');
  expect(await countOf(talk.stage.store)).toBe(before);
});
it('11 words older than the question do not answer it', async () => {
  await talk.says('finance-staff', 'เสร็จแล้วค่ะ');
  expect(await added('finance-staff', 'O5', { at: NINE - 3_600_000 })).toEqual([]);
});
it('12 a picture leaves the question for a link open', async () => {
  await talk.says('finance-staff', 'ส่งหลักฐาน O12');
  await handleEvent(talk.stage.world, talk.stage.ledger, OFFICE, {
    id: 'pic',
    at: NINE,
    replyToken: 't',
    chat: { kind: 'user', user: userOf('finance-staff') },
    what: { kind: 'media' },
  });
  expect(await added('finance-staff', 'https://example.go.th/a')).toEqual(['evidence-given o12']);
});
it('13 a refusal names the year when two are open', async () => {
  talk = await aTalk({
    now: NINE,
    happenings: [
      ...office(),
      planImported(2568),
      measure('p1', { year: 2568, number: 1, divisions: ['works'] }),
      planOpened(2568),
      reminded({ member: 'finance-staff' }, ['p1'], NINE - 5000),
    ],
  });
  expect(await talk.says('finance-staff', 'มาตรการที่ 1 เสร็จแล้ว')).toContain('2568');
});
it('13b a refusal about a provisional item is marked', async () => {
  talk = await aTalk({ now: NINE, happenings: provisional() });
  expect(await talk.says('works-staff', 'O12 เสร็จแล้ว')).toContain('ชั่วคราว');
});
it('14 the summary page marks O-items that are all done', () => {
  const agency = agencyOf(...provisional(), reported('o12', 'done', { at: NINE }));
  const page = renderPage(
    { agency, head: 'a'.repeat(64), now: NINE + 1000, expires: NINE + 9e8 },
    { kind: 'summary', month: '2026-01', division: null },
  );
  expect(page).toContain('O12');
  expect(page).toContain('ชั่วคราว');
});
it('15 a question about a closed year is no refused report', async () => {
  talk = await aTalk({
    now: NINE,
    happenings: [
      ...office(),
      planImported(2568),
      oItem('p12', { year: 2568, number: 12 }),
      planOpened(2568),
      planClosed(2568),
    ],
  });
  expect(await talk.says('finance-staff', 'ดูรายละเอียด O12 ปี 2568')).not.toContain('แจ้งสถานะไม่ได้');
});
it('16 who may not is told before he is asked for a day', async () => {
  expect(await talk.says('executive', 'ขอขยายเวลา O12')).not.toContain('ถึงวันไหน');
});
it('16b a citizen is asked for no evidence', async () => {
  expect(await talk.sends('stranger', 'do=give&item=o12')).not.toContain('O12');
});
