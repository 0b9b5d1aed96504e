/** Importing a plan as a conversation, through the front door: webhook, LINE's content, the plan reader, the ledger. */
import { describe, expect, it } from 'vitest';
import { openDesk } from './desk.ts';
import { excelPlan, FIRST, SECOND, wordPlan } from './plans.ts';

const WHO = 'สมหญิง';

describe('a plan comes in by chat', () => {
  it('is shown first, kept when confirmed, opened, changed by the next document, and taken back', async () => {
    const desk = await openDesk();
    const shown = await desk.send(WHO, wordPlan(FIRST), 'แผน 2570.docx');
    console.log(shown);
    expect(shown.ways).toEqual(['reply']);
    expect(shown.words).toContain('แผนปี 2570');
    expect(shown.words).toContain('แผน 2570.docx');
    expect(shown.words).toContain('ยังไม่ได้บันทึก');
    expect(shown.words).toContain('จัดทำคู่มือการให้บริการประชาชน');
    expect(shown.labels).toEqual(expect.arrayContaining(['ยืนยันนำเข้า', 'ไม่นำเข้า']));
    expect(await desk.added()).toEqual([]);
    const kept = await desk.press(WHO, 'ยืนยันนำเข้า');
    console.log(kept);
    expect(await desk.added()).toEqual(['plan-imported', ...FIRST.map(() => 'item-added')]);
    const opened = await desk.press(WHO, 'เปิดใช้แผน');
    console.log(opened);
    expect(await desk.added()).toEqual(['plan-opened']);
    console.log(await desk.say(WHO, 'มาตรการที่ 1 ปี 2570 เสร็จแล้ว'));
    expect(await desk.added()).toEqual(['item-reported']);
    const again = await desk.send(WHO, await excelPlan(SECOND), 'แผนแก้ไข.xlsx');
    console.log(again);
  });
});
