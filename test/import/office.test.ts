/** The coordinator's own phrases in 1:1: next year's plan, scores over the years, measures used before, O-item lists. */
import { describe, expect, it } from 'vitest';
import { officeCommand } from '../../src/chat/office-commands.ts';
import { AGENCY } from '../../src/cli/stage.ts';
import { wordFile } from '../support/office-files.ts';
import { openDesk } from './desk.ts';
import { FIRST, wordPlan } from './plans.ts';

const WHO = 'สมหญิง';
const today = '2026-02-16';

describe('a phrase', () => {
  it.each([
    ['นำเข้าแผน', { do: 'import' }],
    ['นำเข้าแผนค่ะ', { do: 'import' }],
    ['ยืนยันนำเข้า', { do: 'confirm' }],
    ['แผนปีหน้า', { do: 'roll-over', to: 2570 }],
    ['ยกแผนไปปีหน้า', { do: 'roll-over', to: 2570 }],
    ['ยกแผนไปปี ๒๕๗๑', { do: 'roll-over', to: 2571 }],
    ['ประวัติคะแนน', { do: 'scores' }],
    ['มาตรการที่เคยใช้ ตัวชี้วัดที่ 4', { do: 'used-measures', indicator: 4 }],
    ['มาตรการที่เคยใช้ ตัวชี้วัดที่ 14', { do: 'used-measures', indicator: null }],
    ['รายการข้อ O ปี 2570', { do: 'list', year: 2570 }],
    ['เปิดใช้แผน ปี 2570', { do: 'open-plan', year: 2570 }],
  ])('%s', (text, command) => {
    expect(officeCommand(text, today)).toEqual(command);
  });

  it.each([
    'นำเข้าแผนเสร็จแล้ว',
    'แผนปีหน้ามีกี่ข้อ',
    'O12 เสร็จแล้ว',
    'มาตรการที่ 4 เคยใช้ไหม',
    'รายการข้อ O ปี 25',
    'สวัสดี',
    'ยืนยัน',
  ])('%s is none', (text) => {
    expect(officeCommand(text, today)).toBeNull();
  });
});

describe('in 1:1 with the coordinator', () => {
  it('นำเข้าแผน says how, and shows what waits', async () => {
    const desk = await openDesk();
    expect((await desk.say(WHO, 'นำเข้าแผน')).words).toContain('ส่งไฟล์แผนมาในแชตนี้');
    expect((await desk.say(WHO, 'ยืนยันนำเข้า')).words).toContain('ไม่มีตัวอย่างที่รอยืนยัน');
    await desk.send(WHO, wordPlan(FIRST), 'แผน.docx');
    expect((await desk.say(WHO, 'นำเข้าแผน')).labels).toContain('ยืนยันนำเข้า');
    await desk.say(WHO, 'ยืนยันนำเข้า');
    expect((await desk.added())[0]).toBe('plan-imported');
    await desk.say(WHO, 'เปิดใช้แผน ปี 2570');
    expect(await desk.added()).toEqual(['plan-opened']);
    await desk.say(WHO, 'ยกเลิกการนำเข้า');
    expect(await desk.added()).toEqual(['import-undone']);
  });

  it('somebody else’s words mean what they always meant', async () => {
    const desk = await openDesk();
    expect((await desk.say('ชาติ', 'นำเข้าแผน')).words).not.toContain('ส่งไฟล์แผนมาในแชตนี้');
    expect((await desk.say('ชาติ', 'แผนปีหน้า')).words).not.toContain('ตัวอย่าง');
  });

  it('แผนปีหน้า previews the plan carried on, and keeps it when confirmed', async () => {
    const desk = await openDesk();
    const shown = await desk.say(WHO, 'แผนปีหน้า');
    expect(shown.words).toContain('ตัวอย่างแผนปี 2570 ยกมาจากปี 2569');
    expect(shown.words).toMatch(/ใหม่\n12 ข้อ/);
    expect(await desk.added()).toEqual([]);
    const kept = await desk.press(WHO, 'ยืนยันนำเข้า');
    expect(kept.labels).toEqual(['เปิดใช้แผน', 'ยกเลิกการนำเข้า']);
    const added = await desk.added();
    expect(added[0]).toBe('plan-imported');
    expect((await desk.say(WHO, 'แผนปีหน้า')).words).toContain('มีแผนปี 2570 อยู่แล้ว');
    expect((await desk.say(WHO, 'ยกแผนไปปี 2575')).words).toContain('ยังไม่มีแผนปี 2574');
    expect(desk.log.errors).toEqual([]);
  });

  it('ประวัติคะแนน tells each year, its level and what is under 85', async () => {
    const desk = await openDesk();
    const indicators = [90, 80].map((score, index) => ({ number: index + 1, score }));
    const instruments = { iit: null, eit: null, oit: null };
    for (const [year, total] of [
      [2567, 82.5],
      [2568, 86.94],
    ] as const)
      await desk.stage.desk().command(AGENCY, {
        type: 'record-assessment',
        by: { kind: 'console' },
        year,
        total,
        level: 'ผ่าน',
        instruments,
        indicators,
      });
    const told = await desk.say(WHO, 'ประวัติคะแนน');
    for (const words of [
      'ปี 2568: 86.94',
      '+4.44',
      'ปี 2567: 82.50',
      'ตามเกณฑ์ของปีคือ ต้องปรับปรุง',
      '80.00 · ต่ำกว่า 85',
    ])
      expect(told.words).toContain(words);
  });

  it('มาตรการที่เคยใช้ proposes, and takes nothing', async () => {
    const desk = await openDesk();
    const asked = await desk.say(WHO, 'มาตรการที่เคยใช้');
    expect(asked.labels).toContain('ตัวชี้วัดที่ 4');
    const told = await desk.press(WHO, 'ตัวชี้วัดที่ 4');
    expect(told.words).toMatch(/เสนอให้พิจารณาเท่านั้น|ยังไม่มีมาตรการของตัวชี้วัดที่ 4/);
    expect(await desk.added()).toEqual([]);
  });
});

describe('the official O-item list of a new year', () => {
  const LIST = wordFile([
    'รายการข้อมูลการเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. 2570',
    [
      ['ข้อ', 'ข้อมูล', 'องค์ประกอบด้านข้อมูล'],
      ['O1', 'โครงสร้างหน่วยงาน', 'แสดงแผนผังโครงสร้าง'],
      ['O2', 'ข้อมูลผู้บริหาร', 'แสดงรายนามผู้บริหาร'],
      ['O3', 'อำนาจหน้าที่', 'แสดงหน้าที่และอำนาจ'],
    ],
  ]);

  it('is read, its source asked, and recorded by a button; the plan moves after another', async () => {
    const desk = await openDesk();
    await desk.send(WHO, wordPlan(FIRST), 'แผน.docx');
    await desk.press(WHO, 'ยืนยันนำเข้า');
    await desk.press(WHO, 'เปิดใช้แผน');
    await desk.added();
    expect((await desk.say(WHO, 'รายการข้อ O ปี 2569')).words).toContain('มีมากับระบบแล้ว');
    expect((await desk.say(WHO, 'รายการข้อ O ปี 2570')).words).toContain('ส่งไฟล์รายการข้อ O ปี 2570');
    const shown = await desk.send(WHO, LIST, 'รายการ.docx');
    expect(shown.words).toContain('ตัวอย่างรายการข้อ O ปี 2570');
    expect(shown.words).toContain('ข้อมูลผู้บริหาร');
    expect(shown.labels).toEqual(['ระบุที่มา', 'ไม่นำเข้า']);
    expect((await desk.press(WHO, 'ระบุที่มา')).words).toContain('มาจากเอกสารใด');
    const sourced = await desk.say(WHO, 'คู่มือการประเมิน ITA ปี 2570 สำนักงาน ป.ป.ช.');
    expect(sourced.words).toContain('ที่มา: คู่มือการประเมิน ITA ปี 2570 สำนักงาน ป.ป.ช.');
    expect(await desk.added()).toEqual([]);
    const kept = await desk.press(WHO, 'ยืนยันนำเข้า');
    expect(await desk.added()).toEqual(['list-recorded']);
    expect(kept.words).toContain('บันทึกรายการข้อ O ปี 2570 จำนวน 3 ข้อ');
    expect(kept.words).toContain('ตัวอย่างเปลี่ยนรายการข้อ O เป็นของปี 2570');
    await desk.press(WHO, 'ยืนยันนำเข้า');
    expect(await desk.added()).toEqual(['plan-revised', 'item-added', 'item-added', 'item-added']);
    expect(desk.log.errors).toEqual([]);
  });

  it('without a source it is not recorded, even by a forged button', async () => {
    const desk = await openDesk();
    await desk.say(WHO, 'รายการข้อ O ปี 2570');
    await desk.send(WHO, LIST, 'รายการ.docx');
    const { draft = '' } = desk.dataOf(WHO, 'ระบุที่มา');
    expect((await desk.forge(WHO, { do: 'import', draft })).words).toContain('มาจากเอกสารใด');
    expect(await desk.added()).toEqual([]);
  });
});
