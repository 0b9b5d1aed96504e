/** `ita import`: drafts, documents of every kind, what they change, what is asked, what is refused. */
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  csv,
  htmlTable,
  markdown,
  type Rows,
  tabText,
  windows874,
  wordFile,
  workbook,
  zip,
} from '../support/office-files.ts';
import { exampleOffice, ita, newFolder, newOffice, PLAN } from './terminal.ts';

describe('import of a draft as JSON', () => {
  it('keeps the example plan as a draft and shows what is doubtful in it', async () => {
    const env = await exampleOffice();
    const { code, out } = await ita(env, 'import', PLAN);
    expect(code).toBe(0);
    expect(out).toContain(
      'Plan of 2569 for อบต.ดอนตะวัน: 12 measures, 26 O-items. There is none of that year yet.',
    );
    expect(out).toContain('  ITA 2568: 86.94 ผ่าน');
    expect(out).toContain('Kept as a draft. Next: npm run -s ita -- plan open --year 2569');
    expect(out).toContain('  M9 has no date');
    expect((await ita(env, 'agency', 'list')).out).toContain('2569 draft');
  });

  it('gives year, items and findings as JSON', async () => {
    const { json } = await ita(await exampleOffice(), 'import', PLAN, '--json');
    expect(json()).toMatchObject({
      kept: true,
      open: false,
      year: 2569,
      findings: expect.arrayContaining([expect.objectContaining({ item: 'M9', kind: 'no-date' })]),
    });
    expect(json().changes).toMatchObject({
      new: expect.toSatisfy((items: unknown[]) => items.length === 38),
    });
  });

  it('opens the plan at once with --open', async () => {
    const env = await exampleOffice();
    const { code, out } = await ita(env, 'import', PLAN, '--open');
    expect(code).toBe(0);
    expect(out).toContain('Kept and open: reminders go out from the next working morning.');
    expect((await ita(env, 'agency', 'list')).out).toContain('2569 open');
  });

  it('needs neither store nor agency nor configuration with --dry-run, and keeps nothing', async () => {
    const { DATA_DIR } = newOffice();
    const { code, out } = await ita({ DATA_DIR, PORT: 'broken' }, 'import', PLAN, '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('Read, nothing kept.');
    expect(existsSync(DATA_DIR)).toBe(false);
    const { json } = await ita({ DATA_DIR }, 'import', PLAN, '--dry-run', '--json', '--year', '2571');
    expect(json()).toMatchObject({
      kept: false,
      plan: { fiscalYear: 2571, start: '2027-10-01' },
      remarks: expect.arrayContaining([expect.objectContaining({ kind: 'no-catalogue' })]),
    });
  });

  it('reads a file as Notepad writes it, with a byte order mark', async () => {
    const file = join(newFolder(), 'plan.json');
    writeFileSync(file, `\uFEFF${readFileSync(PLAN, 'utf8')}`);
    expect((await ita({}, 'import', file, '--dry-run')).code).toBe(0);
  });

  it('of a plan that is in changes only what the draft changes: here nothing', async () => {
    const env = await exampleOffice(['import', PLAN]);
    expect((await ita(env, 'import', PLAN)).out).toContain('The plan is as the document says already');
    expect((await ita(env, 'plan', 'open')).code).toBe(0);
    expect((await ita(env, 'plan', 'close')).code).toBe(0);
    const { code, err } = await ita(env, 'import', PLAN);
    expect({ code, err }).toEqual({ code: 1, err: 'The plan of 2569 is closed.' });
    expect((await ita(env, 'import', PLAN, '--json')).json()).toEqual({ refused: err });
  });

  it.each([
    [
      'a Word file',
      'PK\u0003\u0004 not json',
      'is not JSON; a plan draft such as example/plan-2569.json shows',
    ],
    ['another shape', '{"plan":{"fiscalYear":2026},"measures":[{}]}', 'plan.fiscalYear: '],
    [
      'a measure without a title',
      '{"plan":{"fiscalYear":2569},"measures":[{"title":""}]}',
      'measures.0.title: ',
    ],
    ['a list', '[]', 'the whole file: '],
  ])('calls %s wrong use and says where: exit 2', async (_what, content, sentence) => {
    const file = join(newFolder(), 'plan.json');
    writeFileSync(file, content);
    const { code, out, err } = await ita(await exampleOffice(), 'import', file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect((await ita({}, 'import', file, '--dry-run', '--json')).json().wrong).toContain(sentence);
  });

  it.each([
    [[], 'The file of the plan is missing.'],
    [['nowhere.json'], 'Cannot read the file nowhere.json.'],
    [['.'], 'Cannot read the file ..'],
    [[PLAN, '--year', '2026'], '--year is a Buddhist year such as 2569.'],
    [[PLAN, PLAN], 'is one word too many.'],
  ])('calls %j wrong use: exit 2', async (words, sentence) => {
    const { code, err } = await ita(await exampleOffice(), 'import', ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});

const TITLE = 'มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2569';
const OFFICE = 'องค์การบริหารส่วนตำบลดอนตะวัน อำเภอทุ่งสมมุติ จังหวัดตัวอย่าง';
const HEADER = ['ลำดับ', 'มาตรการ', 'วิธีดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลา', 'การติดตามผล'];
const BORROW = [
  '1',
  'จัดทำแนวปฏิบัติการยืมทรัพย์สิน',
  '1. ยกร่าง 2. ประกาศ',
  'กองคลัง',
  'ม.ค. - มี.ค. 2569',
  'รายงานผลทุกเดือน',
];
const GIFTS = ['2', 'ประกาศนโยบายไม่รับของขวัญ', 'ประกาศ', 'สำนักปลัด', 'ภายใน 27 ก.พ. 2569', '27 ก.พ. 2569'];
const NEWS = ['3', 'ปรับปรุงข้อมูลข่าวสารบนเว็บไซต์', 'ตรวจทุกเดือน', 'กองช่าง', 'ปีงบประมาณ 2569', ''];
const utf8 = (text: string) => new TextEncoder().encode(text);

type Written = readonly [name: string, bytes: Uint8Array];

const KINDS: Readonly<Record<string, (rows: Rows) => Written | Promise<Written>>> = {
  'tab-separated text': (rows) => ['plan.txt', utf8(`${TITLE}\n${OFFICE}\n\n${tabText(rows)}\n`)],
  Markdown: (rows) => ['plan.md', utf8(`# ${TITLE}\n${OFFICE}\n\n${markdown(rows)}\n`)],
  HTML: (rows) => ['plan.html', utf8(`<html><p>${TITLE}</p><p>${OFFICE}</p>${htmlTable(rows)}</html>`)],
  'csv of Windows': (rows) => ['plan.csv', windows874(csv([[TITLE], [OFFICE], [], ...rows]))],
  Word: (rows) => ['plan.docx', wordFile([TITLE, OFFICE, rows])],
  Excel: async (rows) => [
    'plan.xlsx',
    await workbook([{ name: 'แผน', rows: [[TITLE], [OFFICE], [], ...rows] }]),
  ],
};

/** The document on disk. */
async function fileOf(kind: string, ...rows: Rows): Promise<string> {
  const [name, bytes] = (await KINDS[kind]?.([HEADER, ...rows])) ?? ['', utf8('')];
  const file = join(newFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

describe.each(Object.keys(KINDS))('import of %s', (kind) => {
  it('is the plan: read by itself as a draft with findings, and kept', async () => {
    const file = await fileOf(kind, BORROW, GIFTS, NEWS);
    const { DATA_DIR } = newOffice();
    const alone = await ita({ DATA_DIR }, 'import', file, '--agency', 'nobody', '--dry-run', '--json');
    expect(alone.code).toBe(0);
    expect(existsSync(DATA_DIR)).toBe(false);
    expect(alone.json()).toMatchObject({
      plan: { fiscalYear: 2569 },
      agency: { name: 'องค์การบริหารส่วนตำบลดอนตะวัน' },
      measures: [
        {
          title: BORROW[1],
          period: { start: '2026-01-01', end: '2026-03-31' },
          followUp: { cadence: 'monthly' },
        },
        { title: GIFTS[1], followUp: { dueDate: '2026-02-27' } },
        { title: NEWS[1], responsible: [{ name: 'กองช่าง' }] },
      ],
      findings: expect.any(Array),
      kept: false,
    });
    const env = await exampleOffice();
    const kept = await ita(env, 'import', file);
    expect(kept.code).toBe(0);
    expect(kept.out).toContain('3 measures, 26 O-items');
    expect((await ita(env, 'import', file)).out).toContain('nothing would change');
  });
});

describe('import of a later document', () => {
  const RENAMED = BORROW.with(1, 'ทบทวนแนวปฏิบัติการยืมทรัพย์สินของทางราชการ');

  it('shows what it would change, in words, and keeps nothing with --dry-run', async () => {
    const env = await exampleOffice(['import', await fileOf('Word', BORROW, GIFTS)]);
    const later = await fileOf('Excel', BORROW.with(4, 'ม.ค. - มิ.ย. 2569'), NEWS.with(0, '2'));
    const { code, out } = await ita(env, 'import', later, '--agency', 'office', '--dry-run');
    expect(code).toBe(0);
    for (const line of [
      '1 new, 1 changed, 1 withdrawn, 26 the same.',
      '  + M2 ปรับปรุงข้อมูลข่าวสารบนเว็บไซต์',
      '  ~ M1 จัดทำแนวปฏิบัติการยืมทรัพย์สิน: period 2026-01-01 to 2026-03-31 "ม.ค. - มี.ค. 2569" -> 2026-01-01 to 2026-06-30',
      '  - M2 ประกาศนโยบายไม่รับของขวัญ: no longer in the document; its history stays',
      'Nothing was kept.',
    ])
      expect(out).toContain(line);
    const again = await ita(env, 'import', later, '--agency', 'office', '--dry-run', '--json');
    expect(again.json()).toMatchObject({
      measures: [{ title: BORROW[1] }, { title: NEWS[1] }],
      agency: 'office',
      kept: false,
      changes: { withdrawn: [{ facts: { number: 2 } }] },
    });
  });

  it('keeps it in one step, which can be taken back', async () => {
    const env = await exampleOffice(['import', await fileOf('Word', BORROW, GIFTS)]);
    const later = await fileOf('Excel', BORROW.with(4, 'ม.ค. - มิ.ย. 2569'), NEWS);
    expect((await ita(env, 'import', later)).out).toContain('1 new, 1 changed, 1 withdrawn');
    expect((await ita(env, 'import', later)).out).toContain('nothing would change');
    const { code, out } = await ita(env, 'plan', 'undo-import');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Took back the newest import of 2569. The plan is as before it.',
    });
    expect((await ita(env, 'import', await fileOf('Word', BORROW, GIFTS))).out).toContain(
      'nothing would change',
    );
    expect((await ita(env, 'plan', 'undo-import')).out).toContain('There is no plan of 2569 any more.');
    expect(await ita(env, 'plan', 'undo-import', '--year', '2569')).toMatchObject({
      code: 1,
      err: 'No import of a plan of 2569 can be taken back.',
    });
  });

  it('asks what is doubtful, with how to answer: exit 1, nothing kept', async () => {
    const env = await exampleOffice(['import', await fileOf('Word', BORROW, GIFTS)]);
    const later = await fileOf('Word', RENAMED, GIFTS);
    const { code, err } = await ita(env, 'import', later);
    expect(code).toBe(1);
    expect(err).toContain('One question is open; nothing was kept.');
    expect(err).toContain('  M1 ทบทวนแนวปฏิบัติการยืมทรัพย์สินของทางราชการ: is it in the plan already as');
    expect(err).toMatch(/M1 จัดทำแนวปฏิบัติการยืมทรัพย์สิน \(\d+ % alike\)\? {3}--same M1=M1/);
    expect(err).toContain('or is it something new?   --new M1');
    expect(err).toContain(`npm run -s ita -- import ${later} --same M1=M1`);
    expect((await ita(env, 'import', later, '--json')).json()).toMatchObject({
      refused: 'One question is open; nothing was kept.',
      doubts: [{ id: 'M1', choices: [{ code: 'M1' }] }],
    });
    expect((await ita(env, 'import', await fileOf('Word', BORROW, GIFTS))).out).toContain(
      'nothing would change',
    );
  });

  it.each([
    [['--same', 'M1=M1'], '1 changed', 'title "จัดทำแนวปฏิบัติการยืมทรัพย์สิน" -> "ทบทวน'],
    [['--new', 'm1'], '1 new, 1 withdrawn', '+ M1 ทบทวน'],
  ])('takes the answer %j', async (answer, counts, line) => {
    const env = await exampleOffice(['import', await fileOf('Word', BORROW, GIFTS)]);
    const { code, out } = await ita(env, 'import', await fileOf('Word', RENAMED, GIFTS), ...answer);
    expect(code).toBe(0);
    expect(out).toContain(counts);
    expect(out).toContain(line);
  });

  it.each([
    [['--same', 'M1'], '--same is written M3=M4'],
    [['--same', 'M7=M1'], 'Nothing is asked about "M7"; what is asked: M1.'],
    [['--same', 'M1=M9'], 'M1 is none of "M9"; it may be: M1, or new.'],
    [['--new', 'M2'], 'Nothing is asked about "M2"'],
  ])('calls the answer %j wrong use: exit 2', async (answer, sentence) => {
    const env = await exampleOffice(['import', await fileOf('Word', BORROW, GIFTS)]);
    const { code, err } = await ita(env, 'import', await fileOf('Word', RENAMED, GIFTS), ...answer);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});

describe('import of a document without its year', () => {
  const text = `${OFFICE}\n\n${tabText([HEADER, BORROW.with(4, 'ม.ค. - มี.ค.')])}\n`;

  it('is refused until somebody says it', async () => {
    const file = join(newFolder(), 'plan.txt');
    writeFileSync(file, text);
    const env = await exampleOffice();
    const { code, err } = await ita(env, 'import', file);
    expect(code).toBe(1);
    expect(err).toContain('does not say its fiscal year (ปีงบประมาณ): give it with --year');
    expect((await ita({}, 'import', file, '--dry-run')).code).toBe(0);
    const { out } = await ita(env, 'import', file, '--year', '2569', '--json');
    expect(JSON.parse(out)).toMatchObject({
      kept: true,
      changes: {
        new: expect.arrayContaining([
          expect.objectContaining({ period: expect.objectContaining({ end: '2026-03-31' }) }),
        ]),
      },
    });
  });
});

describe('a file that is no plan', () => {
  const bomb = () =>
    zip({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': Buffer.alloc(300_000_000) });
  const FILES: readonly (readonly [string, string, () => Uint8Array, string])[] = [
    ['empty', 'plan.docx', () => utf8(''), 'The file is empty.'],
    ['a zip bomb', 'plan.xlsx', bomb, 'unpacks to far more than a plan can be'],
    [
      'a workbook with macros',
      'plan.xlsm',
      () => zip({ 'xl/workbook.xml': '<workbook/>', 'xl/vbaProject.bin': 'x' }),
      'holds macros, which are never opened',
    ],
    [
      'protected',
      'plan.docx',
      () => zip({ 'word/document.xml': 'x' }, { flags: 1 }),
      'protected by a password',
    ],
    ['an old Word file', 'plan.doc', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'Word or Excel 97-2003'],
    ['a picture', 'plan.jpg', () => Buffer.from('ffd8ffe000104a464946', 'hex'), 'is a picture'],
    ['a broken PDF', 'plan.pdf', () => utf8('%PDF-1.4 nothing'), 'No plan could be read from the PDF'],
    [
      'a program',
      'plan.exe',
      () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
      'of a kind that is not read here',
    ],
    [
      'a table of something else',
      'menu.csv',
      () =>
        utf8(
          csv([
            ['อาหาร', 'ราคา'],
            ['ข้าวผัด', '50'],
          ]),
        ),
      'There is no plan in the file',
    ],
  ];

  it.each(
    FILES,
  )('%s is refused with what to do: exit 1, nothing kept', async (_what, name, make, sentence) => {
    const file = join(newFolder(), name);
    writeFileSync(file, make());
    const env = await exampleOffice();
    const begun = performance.now();
    const { code, out, err } = await ita(env, 'import', file);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
    expect(err).toMatch(/Nothing was kept\.$/);
    expect((await ita({}, 'import', file, '--dry-run', '--json')).json()).toMatchObject({ refused: err });
    expect((await ita(env, 'agency', 'list')).out).toContain('no plan');
  });

  it('50 MB are refused unread', async () => {
    const file = join(newFolder(), 'plan.xlsx');
    writeFileSync(file, 'PK');
    truncateSync(file, 50_000_000);
    const { code, err } = await ita(await exampleOffice(), 'import', file);
    expect(code).toBe(1);
    expect(err).toContain('too big to be a plan');
  });
});
