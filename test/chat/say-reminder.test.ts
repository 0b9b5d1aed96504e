/** What a reminder says to those who answer for an item, and to those who are told because nobody did. */
import { describe, expect, it } from 'vitest';
import { sayReminder } from '../../src/chat/say-reminder.ts';
import type { ReminderLine } from '../../src/domain/event.ts';
import { EXAMPLE, itemNumbered, sceneIn } from './scenes.ts';

const m1 = itemNumbered(EXAMPLE, 'measure', 1);
const m4 = itemNumbered(EXAMPLE, 'measure', 4);
const m3 = itemNumbered(EXAMPLE, 'measure', 3);
const line = (item: { id: string }, more: Partial<ReminderLine> = {}): ReminderLine => ({
  item: item.id,
  due: 'finish',
  date: '2026-03-20',
  step: -11,
  ...more,
});
const said = (member: string, ...lines: ReminderLine[]) =>
  sayReminder(sceneIn(EXAMPLE, { who: member }), { member, lines });
const words = (...args: Parameters<typeof said>) => JSON.stringify(said(...args));

describe('told because nobody answered', () => {
  const told = words('finance-head', line(m4, { level: 1 }));

  it('asks kindly to see to it: whose it is, how late, what was answered last, and by whom it was put off', () => {
    for (const part of [
      '"altText":"เรียนเพื่อโปรดติดตามงาน ITA 1 ข้อ: ม.4 เลยกำหนดมาแล้ว 11 วัน"',
      'เรียนเพื่อโปรดติดตาม',
      'เลยกำหนดมาแล้ว 11 วันค่ะ',
      'กองคลัง',
      'อยู่ระหว่างดำเนินการ 60%',
      'นางสาวใบเฟิร์น สมมุติทรัพย์ ถึง 6 เม.ย. 69',
    ])
      expect(told).toContain(part);
  });

  it('offers the head to answer himself, the executive to look only', () => {
    expect(told).toContain('"label":"เสร็จแล้ว"');
    const executive = words('executive', line(m4, { level: 2 }));
    expect(executive).not.toContain('"label":"เสร็จแล้ว"');
    for (const label of ['ดูรายละเอียด', 'ขาดข้อไหนบ้าง', 'รับทราบ'])
      expect(executive).toContain(`"label":"${label}"`);
  });

  it('cannot be put off, but what he is reminded of beside it can', () => {
    expect(told).not.toContain('เตือนพรุ่งนี้');
    const both = words('finance-head', line(m4, { level: 1 }), line(m1, { date: '2026-04-01', step: 1 }));
    expect(both).toContain('เตือนพรุ่งนี้');
    expect(both).toContain('"altText":"แจ้งเตือนงาน ITA 2 ข้อ: ม.4 เลยกำหนดมาแล้ว 11 วัน, ม.1 ครบกำหนดพรุ่งนี้"');
  });
});

it('speaks of the part of a division when several share an item', () => {
  const part = words('finance-staff', line(m3, { division: 'finance', date: '2026-03-31', step: 0 }));
  expect(part).toContain('"text":"กองคลัง"');
  expect(part).not.toContain('กองช่าง');
});

it('counts items, not dues: one may stand there with two of them', () => {
  const told = words(
    'finance-staff',
    line(m4, { due: 'report', date: '2026-04-01', step: 1 }),
    line(m4, { date: '2026-09-30', step: 'opening' }),
  );
  expect(told).toContain('"altText":"แจ้งเตือนงาน ITA 1 ข้อ: ม.4 ถึงกำหนดรายงานพรุ่งนี้, ม.4 เริ่มดำเนินการได้แล้ว"');
});
