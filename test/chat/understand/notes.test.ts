/** What is kept of a message besides the status: whole stretches as typed, and in a group a reason only. */
import { describe, expect, it } from 'vitest';
import { answer, SPEC_OFFICE } from '../../../src/cli/understand.ts';

function noteOf(text: string, chat: 'user' | 'group') {
  const asked = {
    id: 1,
    text,
    role: 'staff',
    division: 'กองคลัง',
    chat,
    today: '2026-02-16',
    fiscal: 2569,
  } as const;
  return (answer(asked, SPEC_OFFICE).expect as { note?: string }).note ?? '';
}

describe('a note', () => {
  it.each([
    ['O12 กำลังทำ รอผู้บริหารลงนามครับ', 'รอผู้บริหารลงนาม'],
    ['มาตรการที่ 1 กำลังทำ รอนายสมหมายลงนาม', 'รอนายสมหมายลงนาม'],
    ['O12 ทำไปได้ครึ่งทางแล้วค่ะ รอเอกสารจากอำเภอ', 'รอเอกสารจากอำเภอ'],
    ['มาตรการที่ 3 ทำคู่มือเสร็จแล้ว เหลือลงเว็บครับ', 'เหลือลงเว็บ'],
    ['O6 ยังไม่เสร็จเลยครับ งานเยอะมาก', 'งานเยอะมาก'],
    ['O5 ขอเลื่อนเป็นศุกร์หน้า วันนี้ติดประชุม', 'วันนี้ติดประชุม'],
    ['O12 กำลังทำ รอลงนาม', 'รอลงนาม'],
    ['O12 กำลังทำ รออยู่', ''],
    ['O12 เสร็จแล้วนะครับพี่สมหญิง', ''],
    ['O12 เสร็จแล้วค่ะหัวหน้า', ''],
    ['เรียน ผู้ประสานงาน ITA กองคลังขอรายงานผลดังนี้ O12 ดำเนินการแล้วเสร็จ', ''],
    ['ขอรายงานความคืบหน้า O12 อยู่ระหว่างดำเนินการ', ''],
  ])('of %s in one-to-one chat is "%s"', (text, note) => {
    expect(noteOf(text, 'user')).toBe(note);
  });

  it.each([
    ['มาตรการที่ 7 กำลังทำ 60% รอหนังสือจากอำเภอค่ะ', 'รอหนังสือจากอำเภอ'],
    ['มาตรการที่ 7 กำลังทำ รอหนังสือจากอำเภอค่ะ เย็นนี้ใครไปวิ่งบ้าง', 'รอหนังสือจากอำเภอ'],
    ['O16 เรียบร้อยค่ะ ว่าแต่พรุ่งนี้ใครเอารถไปอำเภอบ้าง', ''],
    ['O11 เสร็จแล้วค่ะ เย็นนี้ใครไปวิ่งบ้าง', ''],
    ['O5 ยังไม่เสร็จครับ งานเยอะมาก', ''],
  ])('of %s in a group that did not call is "%s"', (text, note) => {
    expect(noteOf(text, 'group')).toBe(note);
  });
});
