import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../src/domain/catalogue.ts';
import { type PlanDraft, planDraft, readDraft } from '../../src/domain/draft.ts';
import { firstImport } from '../../src/domain/revise.ts';
import { readEvent } from '../../src/domain/upcast.ts';
import { aStaffedOffice, countingIds, DIVISIONS, exampleDraft, given, member } from '../support/an-agency.ts';

type MeasureWords = Readonly<Record<string, unknown>>;

const draftOf = (measures: readonly MeasureWords[], more: object = {}): PlanDraft =>
  planDraft.parse({
    plan: { fiscalYear: 2569 },
    measures: measures.map((words) => ({ title: 'จัดทำคู่มือ', ...words })),
    ...more,
  });
const read = (draft: PlanDraft) => readDraft(draft, DIVISIONS, countingIds());
const readMeasures = (...measures: MeasureWords[]) => {
  const { items, findings } = read(draftOf(measures));
  return {
    items: items.filter((item) => item.kind === 'measure'),
    findings: findings.filter((finding) => finding.item.startsWith('M')),
  };
};
const DATED = { period: { asWritten: 'ถึง 30 ก.ย. 2569', start: '2025-10-01', end: '2026-09-30' } };
const OWNED = { responsible: [{ code: 'finance', name: 'กองคลัง' }] };

describe('the example plan', () => {
  const plan = read(exampleDraft());

  it('has 12 measures and the 26 O-items of 2569', () => {
    expect(plan.items.filter((item) => item.kind === 'measure').map((item) => item.number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    expect(plan.items.filter((item) => item.kind === 'oit').map((item) => item.title)).toEqual(
      catalogueOf(2569)?.items.map((item) => item.name),
    );
    expect(plan).toMatchObject({ year: 2569, catalogue: 2569, oitDue: '2026-04-30' });
    expect(plan.title).toContain('2569');
  });

  it('leaves three things unclear, and says so', () => {
    expect(plan.findings).toEqual([
      { item: 'M9', kind: 'no-date', read: null },
      { item: 'O7', kind: 'no-division', read: null },
      { item: 'O19', kind: 'no-division', read: null },
    ]);
  });

  it('gives every item its own id', () => {
    expect(new Set(plan.items.map((item) => item.id)).size).toBe(38);
  });

  it('keeps periods, follow-ups, indicators, methods and owners as the document has them', () => {
    const [m1, m2, m3, m4, m5] = plan.items;
    expect(m1).toMatchObject({
      divisions: ['finance'],
      indicators: [4],
      period: { asWritten: '1 ต.ค. 2568 – 30 ม.ค. 2569', start: '2025-10-01', end: '2026-01-30' },
      followUp: { cadence: 'named-months', dueDate: null, reportMonths: ['2026-01'] },
    });
    expect(m1?.methods).toHaveLength(3);
    expect(m2?.followUp.cadence).toBe('monthly');
    expect(m3?.divisions).toEqual(DIVISIONS.map((division) => division.code));
    expect(m4?.followUp.reportMonths).toEqual(['2026-04', '2026-10']);
    expect(m5).toMatchObject({
      divisions: ['palad', 'works'],
      followUp: { cadence: 'date', dueDate: '2026-06-30' },
    });
  });

  it('takes the indicator of an O-item from the list: 9 or 10', () => {
    const oit = plan.items.filter((item) => item.kind === 'oit');
    expect(new Set(oit.flatMap((item) => item.indicators))).toEqual(new Set([9, 10]));
  });
});

describe('owners', () => {
  it('"all" is every division of the office, each once', () => {
    const responsible = [
      { code: 'all', name: 'ทุกส่วนราชการ' },
      { code: 'works', name: 'กองช่าง' },
    ];
    const { items, findings } = readMeasures({ ...DATED, responsible });
    expect(items[0]?.divisions).toEqual(['palad', 'finance', 'works', 'education', 'welfare', 'audit']);
    expect(findings).toEqual([]);
  });

  it.each([
    ['another code but the full name', { code: 'x1', name: 'กองคลัง' }, 'finance'],
    ['a short name people write', { code: 'x2', name: 'กองการศึกษาฯ' }, 'education'],
    ['spaces, dots and ฯ otherwise', { code: 'x3', name: 'สำนักปลัด อบต' }, 'palad'],
  ])('are known by %s', (_how, owner, code) => {
    expect(readMeasures({ ...DATED, responsible: [owner] }).items[0]?.divisions).toEqual([code]);
  });

  it('the office does not have are left out and found; the others stay', () => {
    const responsible = [
      { code: 'health', name: 'กองสาธารณสุข' },
      { code: 'finance', name: 'กองคลัง' },
    ];
    const { items, findings } = readMeasures({ ...DATED, responsible });
    expect(items[0]?.divisions).toEqual(['finance']);
    expect(findings).toEqual([{ item: 'M1', kind: 'unknown-division', read: 'กองสาธารณสุข' }]);
  });

  it('that nobody can tell are found with what was written', () => {
    const { items, findings } = readMeasures({ ...DATED, responsibleAsWritten: 'ผู้ที่ได้รับมอบหมาย' });
    expect(items[0]?.divisions).toEqual([]);
    expect(findings).toEqual([{ item: 'M1', kind: 'no-division', read: 'ผู้ที่ได้รับมอบหมาย' }]);
  });
});

describe('dates', () => {
  it('an end, or one date, is enough', () => {
    expect(readMeasures({ ...OWNED, ...DATED }).findings).toEqual([]);
    const followUp = { asWritten: '27 ก.พ. 2569', cadence: 'date', dueDate: '2026-02-27' };
    expect(readMeasures({ ...OWNED, followUp }).findings).toEqual([]);
  });

  it('without either is found with what was written, and none is invented', () => {
    const { items, findings } = readMeasures({ ...OWNED, period: { asWritten: '6เดือน' } });
    expect(items[0]?.period).toEqual({ asWritten: '6เดือน', start: null, end: null });
    expect(findings).toEqual([{ item: 'M1', kind: 'no-date', read: '6เดือน' }]);
  });

  it('"months" is another word for named months', () => {
    const followUp = { cadence: 'months', reportMonths: ['2026-04'] };
    expect(readMeasures({ ...OWNED, ...DATED, followUp }).items[0]?.followUp).toMatchObject({
      cadence: 'named-months',
      reportMonths: ['2026-04'],
    });
  });

  it('a date without a cadence is not lost silently', () => {
    const { items, findings } = readMeasures({ ...OWNED, ...DATED, followUp: { dueDate: '2026-02-27' } });
    expect(items[0]?.followUp.dueDate === '2026-02-27' || findings.length > 0).toBe(true);
  });

  it('a follow-up from which no date follows is found', () => {
    const followUp = { asWritten: 'ในการประชุมตามที่กำหนด', cadence: 'named-months', reportMonths: [] };
    expect(readMeasures({ ...OWNED, ...DATED, followUp }).findings).not.toEqual([]);
  });
});

describe('numbers', () => {
  const numbersOf = (...written: (number | null)[]) => {
    const { items, findings } = readMeasures(
      ...written.map((number) => ({ ...OWNED, ...DATED, number, title: `มาตรการที่ ${number}` })),
    );
    return {
      numbers: items.map((item) => item.number),
      doubles: findings.filter(({ kind }) => kind === 'double-number').map(({ item }) => item),
    };
  };

  it('are those written', () => {
    expect(numbersOf(2, 1, 7)).toEqual({ numbers: [2, 1, 7], doubles: [] });
  });

  it('are the place in the document when none is written', () => {
    expect(numbersOf(null, null)).toEqual({ numbers: [1, 2], doubles: [] });
  });

  it('written twice are found, and the second gets one that is free', () => {
    expect(numbersOf(1, 2, 2)).toEqual({ numbers: [1, 2, 3], doubles: ['M2'] });
  });

  it('written once belong to whoever wrote them', () => {
    expect(numbersOf(1, 1, 2)).toEqual({ numbers: [1, 3, 2], doubles: ['M1'] });
  });

  it('written are not taken by one that has none', () => {
    expect(numbersOf(null, 1).numbers[1]).toBe(1);
  });
});

describe('O-items', () => {
  it('come from the list of the year, all of them, though the draft names none', () => {
    const { items, findings } = read(draftOf([]));
    expect(items).toHaveLength(26);
    expect(findings.map(({ kind }) => kind)).toEqual(Array(26).fill('no-division'));
  });

  it('the list does not have are found and not made', () => {
    const oItems = [{ id: 'O43', responsible: [{ code: 'palad', name: 'สำนักปลัด' }] }];
    const { items, findings } = read(draftOf([], { oItems }));
    expect(items.some((item) => item.number === 43)).toBe(false);
    expect(findings).toContainEqual({ item: 'O43', kind: 'not-in-catalogue', read: null });
  });

  it.each([2567, 2570])('of %i are not known: measures come in, no list is invented', (fiscalYear) => {
    const oItems = [{ id: 'O1', responsible: [{ code: 'palad', name: 'สำนักปลัด' }] }];
    const plan = read(
      planDraft.parse({ plan: { fiscalYear }, measures: [{ title: 'จัดทำคู่มือ', ...OWNED, ...DATED }], oItems }),
    );
    expect(plan.items.map((item) => item.kind)).toEqual(['measure']);
    expect(plan).toMatchObject({ catalogue: null, oitDue: `${fiscalYear - 543}-04-30` });
    expect(plan.findings).toEqual([
      { item: 'O1', kind: 'not-in-catalogue', read: null },
      { item: `ITA ${fiscalYear}`, kind: 'no-catalogue', read: null },
    ]);
  });
});

describe('what a reader gives besides', () => {
  const everything = {
    agency: { name: 'อบต.', district: null, asWritten: 'อบต.' },
    document: { title: 'รายงาน', kind: 'memo', number: 'กส ๗๓๕๐๑', date: '2026-03-31', from: 'สำนักปลัด' },
    oItems: [{ id: 'O1', name: 'โครงสร้าง หน้าที่และอำนาจ', status: 'done', statusAsWritten: 'ดำเนินการ' }],
    indicatorPlans: [{ indicator: 1, approach: 'ยกระดับ', period: { end: '2026-09-30' }, status: null }],
    committee: { order: '1/2569', members: [{ name: 'ก', position: 'ปลัด', role: 'ประธาน' }] },
    approvalChain: [{ step: 1, role: 'ผู้รายงาน', name: 'ข', position: 'นักจัดการงานทั่วไป' }],
    findings: [{ line: 16, field: 'score', read: '๓/๕.๒๓', why: 'not a number', maybe: '75.23' }],
  };

  it('is read: statuses by item, its own findings, and plans by indicator as one finding', () => {
    const plan = read(draftOf([{ ...OWNED, ...DATED, status: 'in_progress' }], everything));
    const [measure, first] = plan.items;
    expect(plan.statuses).toEqual([
      { item: measure?.id, status: 'in_progress' },
      { item: first?.id, status: 'done' },
    ]);
    expect(plan.readerFindings).toEqual(everything.findings);
    expect(plan.findings).toContainEqual({ item: 'ITA 2569', kind: 'indicator-plans', read: '1' });
  });

  it('may be left out altogether, or be null', () => {
    const nothing = Object.fromEntries(Object.keys(everything).map((key) => [key, null]));
    const bare = { methods: null, responsible: null, followUp: { reportMonths: null } };
    expect(draftOf([bare], nothing)).toMatchObject({
      oItems: [],
      measures: [{ methods: [], responsible: [] }],
    });
  });

  it('is refused with a status nobody knows', () => {
    expect(() => draftOf([{ ...OWNED, status: 'ยกเลิก' }])).toThrow();
  });
});

describe('a draft', () => {
  it('may carry more than is read', () => {
    expect(() => draftOf([{ title: 'x', line: 12, notes: ['อ่านไม่ชัด'] }], { people: [] })).not.toThrow();
  });

  it.each<[string, object]>([
    ['no year', { measures: [] }],
    ['a year of the wrong era', { plan: { fiscalYear: 2026 }, measures: [] }],
    ['a measure without a title', { plan: { fiscalYear: 2569 }, measures: [{ title: '' }] }],
    [
      'a day that never was',
      { plan: { fiscalYear: 2569 }, measures: [{ title: 'x', period: { end: '2026-02-29' } }] },
    ],
    ['an indicator 11', { plan: { fiscalYear: 2569 }, measures: [{ title: 'x', indicator: 11 }] }],
    ['a title of spaces', { plan: { fiscalYear: 2569 }, measures: [{ title: '   ' }] }],
    ['an O-item called M3', { plan: { fiscalYear: 2569 }, measures: [], oItems: [{ id: 'M3' }] }],
  ])('is refused with %s', (_fault, raw) => {
    expect(planDraft.safeParse(raw).success).toBe(false);
  });

  const importable = (...measures: MeasureWords[]) => {
    const { decision } = given(...aStaffedOffice()).when({
      type: 'revise-plan',
      by: member('coordinator'),
      revision: 'import-1',
      change: firstImport(read(draftOf(measures))),
    });
    for (const event of decision.ok ? decision.events : []) expect(() => readEvent(event)).not.toThrow();
  };

  it('of many odd measures gives only items the ledger can give back', () => {
    importable({}, { number: 999 }, { indicator: [1, 10] }, { indicator: null }, { number: null });
  });

  it('with two measures 999 gives no unreadable event', () => importable({ number: 999 }, { number: 999 }));
});
