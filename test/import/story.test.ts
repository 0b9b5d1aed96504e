/** Importing a plan as a conversation, through the front door: webhook, LINE's content, the plan reader, the ledger. */
import { describe, expect, it } from 'vitest';
import { AGENCY } from '../../src/cli/stage.ts';
import { openDesk } from './desk.ts';
import { excelPlan, FIRST, SECOND, wordPlan } from './plans.ts';

const WHO = 'สมหญิง';

async function withPlan() {
  const desk = await openDesk();
  await desk.send(WHO, wordPlan(FIRST), 'แผน 2570.docx');
  await desk.press(WHO, 'ยืนยันนำเข้า');
  await desk.press(WHO, 'เปิดใช้แผน');
  await desk.added();
  return desk;
}

describe('a plan comes in by chat', () => {
  it('is shown first, and kept in one step when it is confirmed', async () => {
    const desk = await openDesk();
    const shown = await desk.send(WHO, wordPlan(FIRST), 'แผน 2570.docx');
    expect(shown.ways).toEqual(['reply']);
    for (const words of ['แผนปี 2570', 'แผน 2570.docx', 'ยังไม่ได้บันทึก', FIRST[0]?.[1] ?? '', 'กองคลัง'])
      expect(shown.words).toContain(words);
    expect(shown.words).toMatch(/ใหม่\n4 ข้อ/);
    expect(shown.labels).toEqual(['ยืนยันนำเข้า', 'ไม่นำเข้า']);
    expect(await desk.added()).toEqual([]);

    const kept = await desk.press(WHO, 'ยืนยันนำเข้า');
    expect(kept.words).toContain('นำเข้าแผนปี 2570 แล้วค่ะ');
    expect(kept.labels).toEqual(['เปิดใช้แผน', 'ยกเลิกการนำเข้า']);
    expect(await desk.added()).toEqual(['plan-imported', ...FIRST.map(() => 'item-added')]);
    expect([await desk.beside('document'), await desk.beside('draft')]).toEqual([0, 0]);

    const opened = await desk.press(WHO, 'เปิดใช้แผน');
    expect(opened.words).toContain('เปิดใช้แผนปี 2570 แล้วค่ะ');
    expect(await desk.added()).toEqual(['plan-opened']);
    const published = await desk.press(WHO, 'เผยแพร่แผน');
    expect(published.words).toContain('เผยแพร่แผนปี 2570 แล้วค่ะ');
    expect(await desk.added()).toEqual(['plan-published']);
    expect(desk.log.errors).toEqual([]);
  });

  it('names its causes: the entries are by the coordinator and her press', async () => {
    const desk = await withPlan();
    const entries = await desk.entries();
    const imported = entries.filter(({ event }) => 'year' in event && event.year === 2570);
    const member = await desk.stage.desk().store.besideByKey(AGENCY, 'person', desk.id(WHO));
    for (const { by, cause } of imported) {
      expect(by).toEqual({ kind: 'member', member: member?.id });
      expect(cause).not.toBeNull();
    }
  });

  it('is not kept when she says no, and the preview is gone', async () => {
    const desk = await openDesk();
    await desk.send(WHO, wordPlan(FIRST), 'แผน.docx');
    const data = desk.dataOf(WHO, 'ยืนยันนำเข้า');
    expect((await desk.press(WHO, 'ไม่นำเข้า')).words).toContain('ไม่ได้นำเข้าอะไร');
    expect(await desk.beside('draft')).toBe(0);
    expect((await desk.forge(WHO, data)).words).toContain('ไม่พบตัวอย่างนี้แล้ว');
    expect(await desk.added()).toEqual([]);
  });

  it('confirmed twice is kept once', async () => {
    const desk = await openDesk();
    await desk.send(WHO, wordPlan(FIRST), 'แผน.docx');
    const data = desk.dataOf(WHO, 'ยืนยันนำเข้า');
    await desk.press(WHO, 'ยืนยันนำเข้า');
    await desk.added();
    expect((await desk.forge(WHO, data)).words).toContain('นำเข้าครั้งนี้ไปแล้ว');
    expect(await desk.added()).toEqual([]);
  });
});

describe('a second document', () => {
  it('shows what it changes, asks what is doubtful, and never overrides what was told in chat', async () => {
    const desk = await withPlan();
    await desk.say(WHO, 'มาตรการที่ 1 ปี 2570 เสร็จแล้ว');
    expect(await desk.added()).toEqual(['item-reported']);
    const shown = await desk.send(WHO, await excelPlan(SECOND), 'แผนแก้ไข.xlsx');
    for (const words of [
      'ผู้รับผิดชอบ: กองคลัง → กองช่าง',
      'ทบทวนการใช้รถยนต์ส่วนกลาง',
      'เพิ่มช่องทางแจ้งเรื่องร้องเรียนการทุจริต',
      'สถานะต่างจากที่แจ้งในแชต 1 ข้อ',
      'มาตรการที่ 3 ในเอกสาร เป็นข้อเดียวกับข้อไหนในแผนคะ',
    ])
      expect(shown.words).toContain(words);
    expect(shown.words).toMatch(/ถอนออกจากแผน\n1 ข้อ/);
    expect(shown.labels).toEqual(['ไม่นำเข้า', 'ใช่ข้อเดียวกับ ม.3', 'เป็นข้อใหม่']);

    const settled = await desk.press(WHO, 'ใช่ข้อเดียวกับ ม.3');
    expect(settled.words).toContain('ชื่อ: อบรมจริยธรรมเจ้าหน้าที่ทุกระดับ → อบรมจริยธรรมเจ้าหน้าที่ทุกคน');
    expect(settled.labels).toContain('ยืนยันนำเข้า');
    expect(await desk.added()).toEqual([]);
    await desk.press(WHO, 'ยืนยันนำเข้า');
    expect((await desk.added()).sort()).toEqual(
      ['plan-revised', 'item-withdrawn', 'item-changed', 'item-changed', 'item-added'].sort(),
    );
    expect((await desk.say(WHO, 'ดูรายละเอียด มาตรการที่ 1 ปี 2570')).words).toContain('ดำเนินการแล้วเสร็จ');

    const undone = await desk.press(WHO, 'ยกเลิกการนำเข้า');
    expect(undone.words).toContain('แผนปี 2570 กลับเป็นเหมือนก่อนนำเข้า');
    expect(await desk.added()).toEqual(['import-undone']);
    expect((await desk.say(WHO, 'ดูรายละเอียด มาตรการที่ 4 ปี 2570')).words).toContain(
      'เพิ่มช่องทางแจ้งเรื่องร้องเรียนการทุจริต',
    );
  });

  it('whose doubtful item is new takes the old one out', async () => {
    const desk = await withPlan();
    await desk.send(WHO, wordPlan(SECOND), 'แผนแก้ไข.docx');
    const settled = await desk.press(WHO, 'เป็นข้อใหม่');
    expect(settled.words).toMatch(/ถอนออกจากแผน\n2 ข้อ/);
    await desk.press(WHO, 'ยืนยันนำเข้า');
    const added = await desk.added();
    expect(added.filter((type) => type === 'item-withdrawn')).toHaveLength(2);
    expect(added.filter((type) => type === 'item-added')).toHaveLength(2);
  });

  it('cannot be confirmed while something is open, whatever button is forged', async () => {
    const desk = await withPlan();
    await desk.send(WHO, wordPlan(SECOND), 'แผนแก้ไข.docx');
    const { draft = '', doubt = '' } = desk.dataOf(WHO, 'เป็นข้อใหม่');
    expect((await desk.forge(WHO, { do: 'import', draft })).words).toContain('ยังมีอีก 1 ข้อที่ต้องตอบก่อน');
    const wrong = await desk.forge(WHO, { do: 'settle', draft, doubt, item: 'constructor' });
    expect(wrong.labels).toContain('เป็นข้อใหม่');
    expect((await desk.forge(WHO, { do: 'settle', draft, doubt: 'M99' })).words).toContain('ไม่พบตัวอย่างนี้');
    expect(await desk.added()).toEqual([]);
  });

  it('the same again has nothing to change', async () => {
    const desk = await withPlan();
    const told = await desk.send(WHO, await excelPlan(FIRST), 'แผน.xlsx');
    expect(told.words).toContain('ตรงกับแผนปี 2570 ที่มีอยู่ทุกข้อ');
    expect(await desk.beside('draft')).toBe(0);
  });

  it('takes the place of one that waits, kindly', async () => {
    const desk = await openDesk();
    await desk.send(WHO, wordPlan(FIRST), 'แผน.docx');
    const first = desk.dataOf(WHO, 'ยืนยันนำเข้า');
    const second = await desk.send(WHO, wordPlan(FIRST.slice(0, 2)), 'แผนใหม่.docx');
    expect(second.words).toContain('ใช้แทนตัวอย่างก่อนหน้า');
    expect(await desk.beside('draft')).toBe(1);
    expect((await desk.forge(WHO, first)).words).toContain('ไม่พบตัวอย่างนี้แล้ว');
    await desk.say(WHO, 'ยืนยันนำเข้า');
    expect(await desk.added()).toEqual(['plan-imported', 'item-added', 'item-added']);
  });

  it('is shown anew when the plan changed meanwhile', async () => {
    const desk = await withPlan();
    await desk.send(WHO, wordPlan(FIRST.slice(0, 3)), 'แผน.docx');
    const { world, ledger } = desk.stage.app();
    const held = await ledger.read(AGENCY);
    const newest = held?.agency.imports.findLast(({ year }) => year === 2570);
    const by = { kind: 'console' as const };
    await desk.stage.desk().command(AGENCY, { type: 'undo-import', by, revision: newest?.id ?? '' });
    expect(world).toBeDefined();
    await desk.added();
    const again = await desk.press(WHO, 'ยืนยันนำเข้า');
    expect(again.words).toContain('แผนมีการเปลี่ยนแปลงหลังทำตัวอย่างครั้งก่อน');
    expect(await desk.added()).toEqual([]);
    await desk.press(WHO, 'ยืนยันนำเข้า');
    expect((await desk.added())[0]).toBe('plan-imported');
  });
});

describe('an import is taken back', () => {
  it('at once: the year has no plan again', async () => {
    const desk = await openDesk();
    await desk.send(WHO, wordPlan(FIRST), 'แผน.docx');
    await desk.press(WHO, 'ยืนยันนำเข้า');
    expect((await desk.press(WHO, 'ยกเลิกการนำเข้า')).words).toContain('ปี 2570 ยังไม่มีแผน');
  });

  it('not after the first report on what it brought, and she hears by whom', async () => {
    const desk = await withPlan();
    const { revision = '' } = desk.dataOf(WHO, 'ยกเลิกการนำเข้า');
    await desk.say('ชาติ', 'มาตรการที่ 2 ปี 2570 เสร็จแล้ว');
    await desk.added();
    const no = await desk.forge(WHO, { do: 'undo-import', revision });
    expect(no.words).toContain('มาตรการที่ 2');
    expect(no.words).toContain('ชาติ');
    expect(no.words).toContain('ยกเลิกไม่ได้');
    expect(await desk.added()).toEqual([]);
  });
});
