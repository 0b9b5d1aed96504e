/** What is special in Word and Excel files: merged cells, sheets, dates, nested tables, automatic numbers. */

import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/intake/draft.ts';
import { type ReadFile, readDocument } from '../../src/intake/read-document.ts';
import { type Rows, wordFile, wordOf, workbook } from '../support/office-files.ts';

const TITLE = 'มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2569';
const OFFICE = 'เทศบาลตำบลทุ่งสมมุติ อำเภอทุ่งทดลอง จังหวัดแพร่';
const HEADER = ['ตัวชี้วัด', 'มาตรการ', 'วิธีการดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลา'];

async function read(bytes: Uint8Array, name = 'plan'): Promise<ReadFile> {
  const answer = await readDocument(bytes, name);
  if (!answer.ok) throw new Error(`${answer.refused} ${answer.detail}`);
  return answer;
}
const short = ({ measures }: Draft) =>
  measures.map(({ indicator, title, methods, responsible, period }) => [
    indicator,
    title,
    methods.map(({ text }) => text).join('|'),
    responsible.map(({ code }) => code).join(),
    period.end,
  ]);

const MERGED: Rows = [
  HEADER,
  ['1. การปฏิบัติหน้าที่', 'จัดทำคู่มือ', 'ประชุม', 'กองคลัง', 'ต.ค. 68 - มี.ค. 69'],
  ['↓', '↓', 'เผยแพร่', '↓', '↓'],
  ['↓', 'อบรม', 'จัดโครงการ', 'สำนักปลัด', '↓'],
];
const READ = [
  [1, 'จัดทำคู่มือ', 'ประชุม|เผยแพร่', 'finance', '2026-03-31'],
  [1, 'อบรม', 'จัดโครงการ', 'palad', '2026-03-31'],
];

describe('a Word document', () => {
  it('has cells merged downward: what they say holds for every row', async () => {
    const { draft, kind } = await read(wordFile([TITLE, OFFICE, MERGED]));
    expect(kind).toBe('docx');
    expect(short(draft)).toEqual(READ);
    expect(draft.findings).toEqual([]);
  });

  it('has cells of several paragraphs and tables after another', async () => {
    const table = (title: string): Rows => [
      HEADER,
      ['', title, '- ประชุม\n- เผยแพร่', 'กองคลัง\nกองช่าง', 'ปีงบประมาณ 2569'],
    ];
    const { draft } = await read(wordFile([TITLE, OFFICE, table('จัดทำคู่มือ'), 'หน้า 2', table('อบรม')]));
    expect(short(draft)).toEqual([
      [undefined, 'จัดทำคู่มือ', 'ประชุม|เผยแพร่', 'finance,works', '2026-09-30'],
      [undefined, 'อบรม', 'ประชุม|เผยแพร่', 'finance,works', '2026-09-30'],
    ]);
  });

  it('may lay out its page with a table around the real one', async () => {
    const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const cell = (content: string) => `<w:tc><w:tcPr/>${content}<w:p/></w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.map((text) => cell(p(text))).join('')}</w:tr>`;
    const inner = `<w:tbl><w:tblPr/>${row('มาตรการ', 'ผู้รับผิดชอบ', 'ระยะเวลา')}${row('อบรม', 'กองคลัง', 'ปีงบประมาณ 2569')}${row('สื่อสาร', 'กองช่าง', 'ปีงบประมาณ 2569')}</w:tbl>`;
    const { draft } = await read(
      wordOf(`<w:tbl><w:tblPr/><w:tr>${cell(p(TITLE) + p(OFFICE) + inner)}</w:tr></w:tbl>`),
    );
    expect(draft.agency.name).toBe('เทศบาลตำบลทุ่งสมมุติ');
    expect(draft.measures.map(({ title }) => title)).toEqual(['อบรม', 'สื่อสาร']);
  });

  it('may number its rows by itself: the order counts', async () => {
    const table: Rows = [
      ['ที่', 'มาตรการ', 'ผู้รับผิดชอบ'],
      ['', 'อบรม', 'กองคลัง'],
      ['', 'สื่อสาร', 'กองช่าง'],
    ];
    const { draft } = await read(wordFile([TITLE, OFFICE, table]));
    expect(draft.measures.map(({ number, numberAsWritten }) => [number, numberAsWritten])).toEqual([
      [1, null],
      [2, null],
    ]);
  });
});

describe('a workbook', () => {
  it('has merged cells: what they say holds for every row', async () => {
    const rows = [[TITLE], [OFFICE], ...MERGED.map((row) => row.map((cell) => (cell === '↓' ? '' : cell)))];
    const merge = (startRow: number, startCol: number, endRow: number) => ({
      startRow,
      startCol,
      endRow,
      endCol: startCol,
    });
    const merges = [
      merge(3, 0, 5),
      merge(3, 1, 4),
      merge(3, 3, 4),
      merge(3, 4, 5),
      { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
    ];
    const { draft, kind } = await read(await workbook([{ name: 'แผน', rows, merges }]));
    expect(kind).toBe('xlsx');
    expect(short(draft)).toEqual(READ);
    expect(draft.findings).toEqual([]);
  });

  it('has several sheets, read in order; hidden ones are not', async () => {
    const sheet = (name: string, title: string, hidden = false) => ({
      name,
      hidden,
      rows: [[TITLE], [OFFICE], [], ['มาตรการ', 'ผู้รับผิดชอบ', 'ระยะเวลา'], [title, 'กองคลัง', 'ปีงบประมาณ 2569']],
    });
    const { draft, parts } = await read(
      await workbook([sheet('หนึ่ง', 'อบรม'), sheet('เก่า', 'ร่างเก่า', true), sheet('สอง', 'สื่อสาร')]),
    );
    expect(draft.measures.map(({ title, lines }) => [title, lines])).toEqual([
      ['อบรม', [5]],
      ['สื่อสาร', [10]],
    ]);
    expect(parts).toEqual([
      { name: 'หนึ่ง', from: 1 },
      { name: 'สอง', from: 6 },
    ]);
  });

  it('has real dates and numbers', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'แผน',
          rows: [
            [TITLE],
            [OFFICE],
            [],
            ['ที่', 'มาตรการ', 'ผู้รับผิดชอบ', 'วันที่เริ่มต้น', 'วันที่สิ้นสุด'],
            [1, 'อบรม', 'กองคลัง', new Date(Date.UTC(2025, 9, 1)), new Date(Date.UTC(2026, 2, 31))],
            [2, 'สื่อสาร', 'กองช่าง', null, new Date(Date.UTC(2026, 2, 31))],
            [],
            ['ตัวชี้วัดที่', 'รายละเอียดตัวชี้วัด', 'คะแนน'],
            [1, 'การปฏิบัติหน้าที่', 98.07],
            [4, 'การใช้ทรัพย์สินของราชการ', 90],
          ],
        },
      ],
    });
    const { draft } = await read(bytes);
    expect(draft.measures.map(({ number, period }) => [number, period.start, period.end])).toEqual([
      [1, '2025-10-01', '2026-03-31'],
      [2, null, '2026-03-31'],
    ]);
    expect(draft.indicators.map(({ no, score }) => [no, score])).toEqual([
      [1, 98.07],
      [4, 90],
    ]);
  });

  it('a text that begins with = stays text', async () => {
    const rows = [[TITLE], [OFFICE], [], ['มาตรการ', 'ผู้รับผิดชอบ'], ['=HYPERLINK("http://x","กด")', 'กองคลัง']];
    const { draft } = await read(await workbook([{ name: 'a', rows }]));
    expect(draft.measures[0]?.title).toBe('=HYPERLINK("http://x","กด")');
  });
});

describe('a table of ways per indicator', () => {
  it('is the plan of an office that has no other', async () => {
    const rows = [
      [TITLE],
      [OFFICE],
      [],
      ['ตัวชี้วัด', 'แนวทางในการยกระดับการประเมิน', 'ผู้รับผิดชอบ', 'ระยะเวลา'],
      ['7. ประสิทธิภาพการสื่อสาร', 'ปรับปรุงเว็บไซต์', 'กองช่าง', 'ปีงบประมาณ 2569'],
    ];
    const { draft } = await read(await workbook([{ name: 'a', rows }]));
    expect(draft.measures).toMatchObject([
      { title: 'ปรับปรุงเว็บไซต์', indicator: 7, responsible: [{ code: 'works' }] },
    ]);
    expect(draft.findings).toMatchObject([{ why: 'approach-as-measure', weight: 'note' }]);
  });
});
