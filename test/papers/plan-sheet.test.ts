/** A plan as an Excel file: readable for an official, and the same plan when it comes back. */
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Agency } from '../../src/domain/agency.ts';
import { addMonths, lastDayOf } from '../../src/domain/calendar.ts';
import { type PlanDraft, planDraft } from '../../src/domain/draft.ts';
import { readAssessment } from '../../src/domain/draft-assessment.ts';
import { itemsOf } from '../../src/domain/item.ts';
import { revise } from '../../src/domain/revise.ts';
import type { Revision } from '../../src/domain/revision.ts';
import { rollOver } from '../../src/domain/roll-over.ts';
import { settleDoubts } from '../../src/domain/settle-doubts.ts';
import { planDraftOf } from '../../src/intake/plan-draft.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import { planSheets } from '../../src/papers/plan-sheet.ts';
import { workbookOf } from '../../src/papers/workbook.ts';
import { andThen, coordinator, imported } from '../domain/imports.ts';
import { plan as anyPlan, rowsOf, style } from '../intake/a-plan.ts';
import {
  agencyAdded,
  agencyOf,
  aStaffedOffice,
  bangkok,
  countingIds,
  DIVISIONS,
  exampleDraft,
  type Happening,
  reported,
} from '../support/an-agency.ts';
import { tabText } from '../support/office-files.ts';

async function writtenOf(agency: Agency, year: number): Promise<Uint8Array> {
  return await workbookOf(planSheets(agency, year));
}

/** What importing the exported file would change. */
async function comesBack(history: readonly Happening[], year: number): Promise<Revision> {
  const agency = agencyOf(...history);
  const bytes = await writtenOf(agency, year);
  const read = await readDocument(bytes, 'plan.xlsx', { divisions: DIVISIONS });
  if (!read.ok) throw new Error(`${read.refused} ${read.detail}`);
  const draft = planDraftOf(read.draft);
  if (draft === null) throw new Error('the year is gone');
  expect(draft.plan.fiscalYear).toBe(year);
  const { revision: _revision, ...result } = agency.assessments[year - 1] ?? { revision: '' };
  expect(readAssessment(draft).assessment ?? {}).toEqual(result);
  return revise(agency, draft, countingIds('back'));
}

/** What a revision would do, bare: all empty when it changes nothing. */
function effects({ plan, ...change }: Revision) {
  return {
    title: plan.before?.title === plan.after.title ? [] : [plan.after.title],
    new: change.new.map(({ title }) => title),
    changed: change.changed.map(({ fields, before, after }) =>
      fields.map((field) => [field, before[field], after[field]]),
    ),
    withdrawn: change.withdrawn.map(({ facts }) => facts.title),
    asked: change.doubtful.map(({ id, written }) => `${id} ${written.facts.title}`),
    statuses: change.statuses,
    assessment: change.assessment === null ? [] : [change.assessment],
    otherAgency: change.findings.filter(({ kind }) => kind === 'other-agency'),
  };
}

const NOTHING = {
  title: [],
  new: [],
  changed: [],
  withdrawn: [],
  asked: [],
  statuses: [],
  assessment: [],
  otherAgency: [],
};

/** The example office at work: some items reported, one taken back. */
function anOfficeAtWork(): Happening[] {
  const history = andThen(imported(aStaffedOffice(), exampleDraft()), {
    type: 'open-plan',
    by: coordinator,
    year: 2569,
  });
  const [first = '', second = '', third = ''] = itemsOf(agencyOf(...history), 2569).map(({ id }) => id);
  const told = { by: 'coordinator', at: bangkok('2026-01-20 10:00') };
  return [
    ...history,
    reported(first, 'done', told),
    reported(second, 'in_progress', told),
    reported(third, 'not_started', told),
  ];
}

describe('the example office’s plan as a workbook', () => {
  it('comes back without a difference', async () => {
    expect(effects(await comesBack(anOfficeAtWork(), 2569))).toEqual(NOTHING);
  });

  it('has the office’s own sheets and headers', () => {
    const sheets = planSheets(agencyOf(...anOfficeAtWork()), 2569);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['มาตรการ', 12],
      ['รายการ OIT', 26],
      ['คะแนน ITA', 10],
    ]);
    expect(sheets[0]?.columns.map(({ header }) => header)).toEqual([
      'ลำดับ',
      'มาตรการ',
      'วิธีดำเนินการ',
      'ผู้รับผิดชอบ',
      'ระยะเวลา',
      'การติดตาม/รายงานผล',
      'ตัวชี้วัด',
      'สถานะ',
    ]);
    expect(sheets[0]?.rows[0]).toEqual([
      1,
      'จัดทำแนวปฏิบัติการยืมและการใช้ทรัพย์สินของทางราชการ',
      expect.stringMatching(/^1\. .*\n2\. /),
      'กองคลัง',
      '1 ต.ค. 2568 – 30 ม.ค. 2569',
      'รายงานผลการดำเนินการในการประชุมประจำเดือนมกราคม 2569',
      'ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ',
      'ดำเนินการแล้วเสร็จ',
    ]);
    expect(sheets[0]?.rows[2]?.[3]).toBe('ทุกส่วนราชการ');
  });

  it('can be printed: A4 across, a Thai face, wrapped cells, the header on every page', async () => {
    const book = await readXlsx(await writtenOf(agencyOf(...anOfficeAtWork()), 2569), { readStyles: true });
    const sheet = book.sheets[0];
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      printTitlesRow: '$5:$5',
    });
    expect(sheet?.freezePane).toMatchObject({ rows: 5 });
    expect(sheet?.columns?.[1]?.width).toBeGreaterThan(30);
    expect(sheet?.cells?.get('4,1')?.style?.font).toMatchObject({ name: 'TH SarabunPSK', bold: true });
    expect(sheet?.cells?.get('5,1')?.style).toMatchObject({
      alignment: { wrapText: true, vertical: 'top' },
    });
  });

  it('leaves out the sheets it has nothing for', () => {
    const history = imported(
      [agencyAdded()].concat(aStaffedOffice().slice(1)),
      planDraft.parse({ plan: { fiscalYear: 2570 }, measures: [{ number: 1, title: 'ทำ' }] }),
    );
    expect(planSheets(agencyOf(...history), 2570).map(({ name }) => name)).toEqual(['มาตรการ']);
  });
});

describe('a title that begins as a formula', () => {
  it.each([
    '=1+1',
    '+66',
    '-ทำ',
    '@SUM(A1)',
    '=HYPERLINK("http://example.org")',
  ])('%s stays a text', async (title) => {
    const draft = planDraft.parse({
      plan: { fiscalYear: 2569 },
      measures: [{ number: 1, title, methods: [{ text: title }] }],
    });
    const agency = agencyOf(...imported(aStaffedOffice(), draft));
    const book = await readXlsx(await writtenOf(agency, 2569), { readStyles: true });
    const cell = book.sheets[0]?.cells?.get('4,1');
    expect(book.sheets[0]?.rows[4]?.[1]).toBe(title);
    expect(cell?.formula).toBeUndefined();
  });
});

describe('any plan as a workbook', () => {
  it('comes back without a difference when a document brought it', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, style, async (written, how) => {
        const year = written.year;
        const text = `มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ${year}\n\n${tabText(rowsOf(written, how))}\n`;
        const read = await readDocument(new TextEncoder().encode(text), 'plan.txt', { divisions: DIVISIONS });
        const draft = read.ok ? planDraftOf(read.draft) : null;
        if (draft === null) throw new Error('the document is not read');
        expect(effects(await comesBack(imported(aStaffedOffice(), draft), year))).toEqual(NOTHING);
      }),
      { numRuns: 60 },
    );
  });

  it('comes back without a difference when its dates have no words, its titles are strange, its result is known', async () => {
    await fc.assert(
      fc.asyncProperty(anyDraft, async (draft) => {
        const history = imported(aStaffedOffice(), draft);
        expect(effects(await comesBack(history, draft.plan.fiscalYear))).toEqual(NOTHING);
      }),
      { numRuns: 150 },
    );
  });

  it('comes back without a difference after a roll-over', async () => {
    const history = imported(aStaffedOffice(), exampleDraft());
    const next = rollOver(agencyOf(...history), 2569, 2570, countingIds('next'));
    if (next === null) throw new Error('no roll-over');
    const change = settleDoubts(next, {});
    const rolled = andThen(history, { type: 'revise-plan', by: coordinator, revision: 'roll', change });
    expect(effects(await comesBack(rolled, 2570))).toEqual(NOTHING);
  });
});

const word = fc.constantFrom(
  'จัดทำคู่มือ',
  'พัฒนาระบบ E-Service',
  'ประชุม ครั้งที่ 2/2569',
  'การยืม-คืนพัสดุ',
  'ITA (OIT) ข้อ O12',
  'กองคลัง',
  'เดือนละ 1 ครั้ง',
  'ไม่น้อยกว่าร้อยละ 85.00',
  '“No Gift Policy”',
  'ผู้รับผิดชอบ',
  'สถานะ',
  'โครงการ',
  'ปรับปรุงการปฏิบัติงาน',
  'รายงานผลการดำเนินการ',
  'ตัวชี้วัดที่ 3 การใช้อำนาจ',
  'ทุกเดือน',
  'ปีงบประมาณ',
  'A&B <ใหม่>',
  'ดังนี้',
  'ก่อน - หลัง การอบรม',
  'ดำเนินการแล้วเสร็จ',
  'สำนักปลัด กองช่าง',
  'ลำดับ',
  'O3',
  '2569',
);
const wording = fc
  .tuple(
    fc.constantFrom('', '', '', '=', '+', '-', '@', "'", '• ', '(1) '),
    fc.array(word, { minLength: 1, maxLength: 3 }),
  )
  .map(([lead, words]) => `${lead}${words.join(' ')}`);
// Below 1 a score looks like a damaged O-number; none was ever given.
const score = fc.integer({ min: 100, max: 10_000 }).map((hundredths) => hundredths / 100);

const anyDraft: fc.Arbitrary<PlanDraft> = fc.integer({ min: 2564, max: 2571 }).chain((year) => {
  const month = fc.integer({ min: 0, max: 11 }).map((count) => addMonths(`${year - 544}-10`, count));
  const day = fc
    .tuple(month, fc.integer({ min: 1, max: 31 }))
    .map(([iso, date]) => [`${iso}-${String(date).padStart(2, '0')}`, lastDayOf(iso)].sort()[0] ?? '');
  const period = fc
    .tuple(fc.option(day), fc.option(day))
    .map(([a, b]) => (a !== null && b !== null && a > b ? { start: b, end: a } : { start: a, end: b }));
  const followUp = fc.oneof(
    fc.constant(null),
    fc.constant({ cadence: 'monthly' }),
    day.map((dueDate) => ({ cadence: 'date', dueDate, reportMonths: [dueDate.slice(0, 7)] })),
    fc
      .uniqueArray(month, { minLength: 1, maxLength: 4 })
      .map((reportMonths) => ({ cadence: 'named-months', reportMonths })),
  );
  const measure = fc.record({
    title: wording,
    methods: fc.uniqueArray(wording, { maxLength: 4 }).map((all) => all.map((text) => ({ text }))),
    indicator: fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: 3 }),
    responsible: fc.subarray(DIVISIONS.map(({ code, name }) => ({ code, name }))),
    period,
    followUp,
    status: fc.constantFrom(null, 'not_started', 'in_progress', 'done'),
  });
  const result = fc.record({
    assessment: fc.record({
      year: fc.constant(year - 1),
      overallScore: score,
      level: fc.constantFrom(null, 'A', 'C', 'ผ่าน', 'ผ่านดี', 'ผ่านดีเยี่ยม', 'ต้องปรับปรุง', 'ต้องปรับปรุงโดยด่วน'),
    }),
    instrumentScores: fc.record({ IIT: fc.option(score), EIT: fc.option(score), OIT: fc.option(score) }),
    questions: fc
      .array(fc.tuple(fc.option(score), fc.option(score), fc.boolean()), { maxLength: 6 })
      .map((all) =>
        all.map(([one, other, inParts], at) =>
          inParts && (one !== null || other !== null)
            ? { id: `e${at + 1}`, scoreEitPublic: one, scoreEitSurvey: other }
            : { id: `i${at + 1}`, score: one },
        ),
      )
      .map((all) => all.sort((a, b) => ((a.id[0] ?? '') < (b.id[0] ?? '') ? 1 : -1))),
    oItemScores: fc
      .subarray([1, 5, 12, 26])
      .chain((numbers) =>
        fc.tuple(...numbers.map((no) => score.map((read) => ({ id: `O${no}`, score: read })))),
      ),
    indicators: fc
      .subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      .chain((numbers) => fc.tuple(...numbers.map((no) => score.map((read) => ({ no, score: read }))))),
  });
  return fc
    .tuple(
      fc.uniqueArray(measure, {
        selector: ({ title }) => title.replace(/[^ก-๙A-Za-z0-9]/g, ''),
        minLength: 1,
        maxLength: 9,
      }),
      fc.option(result),
      fc.option(
        fc.constantFrom(
          `มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ${year}`,
          `ประกาศ มาตรการ ITA ปีงบประมาณ ${year}`,
          `แผน ${year}`,
        ),
      ),
      fc.array(fc.subarray(DIVISIONS.map(({ code, name }) => ({ code, name }))), {
        minLength: 26,
        maxLength: 26,
      }),
    )
    .map(([measures, recorded, title, owners]) =>
      planDraft.parse({
        plan: { fiscalYear: year },
        document: { title },
        measures: measures.map((one, at) => ({ number: at + 1, ...one })),
        oItems: owners.map((responsible, at) => ({ id: `O${at + 1}`, responsible })),
        ...(recorded ?? {}),
      }),
    );
});
