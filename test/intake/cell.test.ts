/** What single cells hold: divisions, lists, scores, O-numbers, states, persons, indicators. */
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/intake/clean.ts';
import { readOwners } from '../../src/intake/divisions.ts';
import { indicatorNumbers, indicatorOf, instrumentOf } from '../../src/intake/indicators.ts';
import { leadingNumber, splitList } from '../../src/intake/list.ts';
import { oMentions, oNumber } from '../../src/intake/o-number.ts';
import { personIn } from '../../src/intake/person.ts';
import { readScore } from '../../src/intake/score.ts';
import { tickedStatus, toldStatus } from '../../src/intake/status.ts';

describe('divisions', () => {
  it.each([
    ['สำนักปลัด', 'palad'],
    ['สำนักงานปลัด กองคลัง กองช่าง', 'palad finance works'],
    ['สำนักปลัด\nกองคลัง\nกองช่าง กอง\nการศึกษาฯ', 'palad finance works education'],
    ['กองการศึกษา ศาสนา และวัฒนธรรม', 'education'],
    ['สำนักปลัด/ กองคลัง/กองสวัสดิการ สังคม', 'palad finance welfare'],
    ['สำนักปลัดองค์การบริหารส่วนตำบลทุ่งสมมุติ/กองคลัง', 'palad finance'],
    ['1. สำนักปลัด 2. กองคลัง', 'palad finance'],
    ['หัวหน้าสำนักปลัด, ผอ.กองคลัง และผู้อำนวยการกองช่าง', 'palad finance works'],
    ['กองสธ. หน่วยตรวจฯ สป.', 'health audit palad'],
    ['คลัง', 'finance'],
    ['ทุกสำนัก/กอง', 'all'],
    ['ทุกส่วนราชการในสังกัด', 'all'],
  ])('%s', (cell, codes) => {
    const read = readOwners(cell);
    expect(read.owners.map(({ code }) => code).join(' ')).toBe(codes);
    expect(read.unknown).toEqual([]);
  });

  it.each([
    ['สำนักปลัด กองซื้อขาย', 'palad', [{ text: 'กองซื้อขาย', isDivision: true }]],
    ['สำนักปลัด / นายก อบต.', 'palad', [{ text: 'นายกอบต', isDivision: false }]],
    ['กองคลงั', '', [{ text: 'กองคลงั', maybe: 'กองคลัง' }]],
    ['นางสมมุติ ตัวอย่าง', '', [{ isDivision: false, maybe: null }]],
  ])('%s: what is unknown is said, not guessed', (cell, codes, unknown) => {
    const read = readOwners(cell);
    expect(read.owners.map(({ code }) => code).join(' ')).toBe(codes);
    expect(read.unknown).toMatchObject(unknown);
  });

  it('the office’s own names and codes win', () => {
    const own = [
      { code: 'trade', name: 'กองซื้อขาย', aliases: ['กองพาณิชย์'] },
      { code: 'money', name: 'กองคลัง', aliases: [] },
    ];
    expect(readOwners('กองพาณิชย์ กองคลัง', own).owners.map(({ code }) => code)).toEqual(['trade', 'money']);
  });
});

describe('lists', () => {
  it.each([
    ['๑.ทำป้าย ๒.ติดป้าย', ['ทำป้าย', 'ติดป้าย']],
    ['1) ทำป้าย\n2) ติดป้าย', ['ทำป้าย', 'ติดป้าย']],
    ['(1) ทำป้าย (2) ติดป้าย', ['ทำป้าย', 'ติดป้าย']],
    ['1. ทำป้ายอย่างน้อย 3 ป้าย 2. ติดป้ายในหมู่ที่ 1', ['ทำป้ายอย่างน้อย 3 ป้าย', 'ติดป้ายในหมู่ที่ 1']],
    ['1.1 ทำป้าย', ['1.1 ทำป้าย']],
    ['- ทำป้าย - ติดป้าย', ['ทำป้าย', 'ติดป้าย']],
    ['-ทำป้าย -ติดป้าย', ['ทำป้าย', 'ติดป้าย']],
    ['จัดทำแผนงาน -เผยแพร่ให้ทราบ', ['จัดทำแผนงาน', 'เผยแพร่ให้ทราบ']],
    ['• ทำป้าย\n• ติดป้าย', ['ทำป้าย', 'ติดป้าย']],
    ['พัฒนาระบบ E-Service และ E – Service', ['พัฒนาระบบ E-Service และ E – Service']],
    ['ควบคุมการยืม - คืนพัสดุ', ['ควบคุมการยืม - คืนพัสดุ']],
    ['ดำเนินการเดือน ตุลาคม - ธันวาคม', ['ดำเนินการเดือน ตุลาคม - ธันวาคม']],
    ['ดำเนินการดังนี้ 1. ทำป้าย 2. ติดป้าย', ['ดำเนินการดังนี้ ทำป้าย', 'ติดป้าย']],
    ['ทำป้าย\nให้ประชาชนเห็น', ['ทำป้าย ให้ประชาชนเห็น']],
    ['', []],
  ])('%s', (cell, items) => {
    expect(splitList(cell)).toEqual(items);
  });

  it.each([
    ['๑.มาตรการ', 1, 'มาตรการ'],
    ['12) มาตรการ', 12, 'มาตรการ'],
    ['มาตรการที่ 3 อบรม', 3, 'อบรม'],
    ['1.2 อบรม', null, 'อบรม'],
  ])('the number before a title: %s', (title, number, rest) => {
    expect(leadingNumber(title)).toMatchObject({ number, rest });
  });

  it.each(['อบรม 3 ครั้ง', '3 ครั้งต่อปี', 'E-Service'])('%s has none', (title) => {
    expect(leadingNumber(title)).toBeNull();
  });
});

describe('scores', () => {
  it.each([
    ['๗๗.๑๑ คะแนน', 77.11],
    ['98.07', 98.07],
    ['๑๐๐', 100],
    ['88,42', 88.42],
    ['ร้อยละ 90.5', 90.5],
    ['-', null],
    ['', null],
  ])('%s', (cell, score) => {
    expect(readScore(cell)).toEqual({ score, doubt: null, maybe: null });
  });

  it.each([
    ['๓/๕.๒๓ คะแนน', 'garbled-score', '75.23'],
    ['9O.12', 'garbled-score', '90.12'],
    ['ดีมาก', 'garbled-score', null],
    ['907.7', 'score-out-of-range', null],
  ])('%s is not taken', (cell, doubt, maybe) => {
    expect(readScore(cell)).toEqual({ score: null, doubt, maybe });
  });
});

describe('O-numbers', () => {
  it.each([
    ['O1', 1, false],
    ['o 12', 12, false],
    ['ข้อ O๒๗', 27, false],
    ['05', 5, true],
    ['๐๑๖', 16, true],
    ['04.2', 42, true],
  ])('%s', (cell, no, damaged) => {
    expect(oNumber(cell)).toEqual({ no, damaged });
  });

  it.each(['1', '12', 'O', 'O99', '0.5 คะแนน', 'อ1'])('%s is none', (cell) => {
    expect(oNumber(cell)).toBeNull();
  });

  it('are found in sentences, a zero for the letter only where words say so', () => {
    expect(oMentions('ข้อคำถาม ๐๑๖ และข้อ O27 (จาก ๐๘) ปี 2566 จำนวน 012').map(({ no }) => no)).toEqual([
      16, 27, 8,
    ]);
  });
});

describe('states', () => {
  it.each([
    ['☐ ยังไม่ได้ดำเนินการ ☑ ดำเนินการ', 'done'],
    ['☑ ยังไม่ได้ดำเนินการ ☐ ดำเนินการ', 'not_started'],
    ['☐ ยังไม่ดำเนินการ ☑ อยู่ระหว่างดำเนินการ ☐ แล้วเสร็จ', 'in_progress'],
    ['☐ ยังไม่ดำเนินการ ☐ ดำเนินการ', null],
  ])('ticked: %s', (cell, status) => {
    expect(tickedStatus(cell)).toMatchObject({ status, unclear: false });
  });

  it('two ticks, or a lone ดำเนินการ, are unclear', () => {
    expect(tickedStatus('☑ ยังไม่ดำเนินการ ☑ แล้วเสร็จ')).toMatchObject({ status: null, unclear: true });
    expect(tickedStatus('☑ ดำเนินการ')).toMatchObject({ status: null, unclear: true });
    expect(toldStatus('ดำเนินการ')).toMatchObject({ status: null, unclear: true });
  });

  it.each([
    ['ดำเนินการแล้วเสร็จ', 'done'],
    ['เสร็จเรียบร้อย', 'done'],
    ['กำลังดำเนินการ', 'in_progress'],
    ['ยังไม่แล้วเสร็จ', 'not_started'],
    ['ยกเลิกโครงการ', 'cancelled'],
  ])('told: %s', (cell, status) => {
    expect(toldStatus(cell)).toMatchObject({ status });
  });
});

describe('persons, indicators, markup', () => {
  it.each([
    ['๑. นางสาวสมมุติ ตัวอย่าง', 'นางสาวสมมุติ ตัวอย่าง'],
    ['(นายกิตติ ทดลอง)', 'นายกิตติ ทดลอง'],
    ['นายกองค์การบริหารส่วนตำบล', null],
    ['นายกเทศมนตรี', null],
    ['นายก อบต.', null],
    ['กองคลัง', null],
  ])('person: %s', (text, name) => {
    expect(personIn(text)).toBe(name);
  });

  it.each([
    ['๔. การใช้ทรัพย์สินของทางราชการ', 4, 'name'],
    ['ตัวชี้วัดที่ 5 การแก้ไขปัญหาทุจริต', 5, 'name'],
    ['๒. ประสิทธิภาพ การสื่อสาร', 7, 'name'],
    ['ตัวชี้วัดที่ 3 การใช้งานต่าง ๆ', 3, 'number'],
    ['10', 10, 'number'],
  ])('indicator: %s', (text, no, by) => {
    expect(indicatorOf(text)).toMatchObject({ indicator: { no }, by });
  });

  it('a name that is no indicator is none, whatever number stands before it', () => {
    expect(indicatorOf('3. การจัดงานเลี้ยง')).toBeNull();
    expect(indicatorOf('ตัวชี้วัดที่ 14 อื่น ๆ')).toBeNull();
  });

  it('several numbers, instruments', () => {
    expect(indicatorNumbers('ตัวชี้วัดที่ 1, 2 และ 5')).toEqual([1, 2, 5]);
    expect(indicatorNumbers('๖-๘')).toEqual([6, 7, 8]);
    expect(indicatorNumbers('การใช้อำนาจ')).toEqual([]);
    expect(instrumentOf('แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) ส่วนที่ ๑')).toBe('EIT');
    expect(instrumentOf('การประชุมผู้มีส่วนได้ส่วนเสียภายใน')).toBeNull();
  });

  it('markup becomes text; letters of old fonts and two spellings of ำ become one', () => {
    expect(cleanText('<ul style="a"><li>ก</li><li>ข</li></ul>')).toBe('• ก\n• ข');
    expect(cleanText('<input type="checkbox" checked=""/> ทำ<br>แล้ว')).toBe('☑ ทำ\nแล้ว');
    expect(cleanText('น้อยกว่า <5 &amp; &#3585;')).toBe('น้อยกว่า <5 & ก');
    expect(cleanText('**มาตรการ** 1\\. อบรม')).toBe('มาตรการ 1. อบรม');
    expect(cleanText('( ) ยังไม่ (/) แล้ว [x] ใช่ [ ] ไม่ □ ☒')).toBe('☐ ยังไม่ ☑ แล้ว ☑ ใช่ ☐ ไม่ ☐ ☑');
    expect(cleanText('นํ้า ท\uF70Aี')).toBe('น้ำ ท่ี');
  });
});
