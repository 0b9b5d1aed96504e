/** Imports that wait for confirmation, of every kind, over the plan of a scene's office. */
import type { Preview } from '../../src/chat/say-import.ts';
import type { ListPreview } from '../../src/chat/say-list.ts';
import type { Scene } from '../../src/chat/scene.ts';
import { FOUND, READER_FOUND } from '../../src/chat/words-findings.ts';
import type { Assessment } from '../../src/domain/agency.ts';
import { FIELDS } from '../../src/domain/compare.ts';
import type { Finding } from '../../src/domain/draft.ts';
import { itemsOf } from '../../src/domain/item.ts';
import { revisionOf, standingOf } from '../../src/domain/revise.ts';
import type { Change, Doubt, Revision } from '../../src/domain/revision.ts';

const UNREAD = { statuses: [], assessment: null, findings: [], readerFindings: [] };
const SAID = [null, '', 'done', 'ยังไม่ได้กำหนด '.repeat(80)];

/** Empty, as large as the plan, with everything changed, with every doubt and every finding. */
export function previewsOf({ agency }: Scene): Preview[] {
  const standing = itemsOf(agency, 2569).map(standingOf);
  const items = standing.map(({ facts }) => facts);
  const header = {
    year: 2569,
    title: null,
    catalogue: agency.plans[2569]?.catalogue ?? 2569,
    oitDue: '2026-04-30',
  };
  const nothing = revisionOf(agency, { ...header, items, ...UNREAD });
  const fresh: Revision = { ...nothing, new: items, same: [] };
  const changes = items.map(
    (before): Change => ({
      before,
      after: { ...before, number: before.number + 1 },
      fields: FIELDS,
      returns: true,
    }),
  );
  const doubts = standing.map(
    (one): Doubt => ({
      id: `M${one.facts.number}`,
      kind: one.facts.kind === 'oit' ? 'last-years' : 'same-item',
      written: { facts: one.facts, status: 'done' },
      choices: standing.slice(0, 3).map((choice) => ({ standing: choice, likeness: 0.8 })),
    }),
  );
  const kinds = Object.keys(FOUND) as Finding['kind'][];
  const findings = kinds.flatMap((kind) => [
    { item: 'M3', kind, read: SAID[0] ?? null },
    { item: 'ITA 2568', kind, read: SAID[3] ?? null, field: 'period' as const },
    { item: 'indicator 4', kind, read: 'done' },
  ]);
  const readerFindings = [...Object.keys(READER_FOUND), 'something-new'].map((why, at) => ({
    line: at,
    cell: at % 2 === 0 ? null : `${'แผ่นงานชื่อยาว'.repeat(20)}!${at}`,
    field: `measures[${at}].title`,
    read: SAID[at % 4] ?? null,
    why,
    maybe: at % 3 === 0 ? 'มาตรการ'.repeat(50) : null,
    weight: at % 2 === 0 ? ('doubt' as const) : ('note' as const),
  }));
  const assessment = {
    before: null,
    after: { year: 2568, total: 86.94, level: null, instruments: NONE, indicators: [] },
  };
  const all: Revision = {
    ...nothing,
    changed: changes,
    withdrawn: standing,
    same: [],
    doubtful: doubts,
    findings,
    readerFindings,
    assessment,
  };
  const first = { ...fresh, plan: { ...fresh.plan, before: null } };
  const name = 'แผนปฏิบัติการส่งเสริมคุณธรรม'.repeat(20);
  return [
    { draft: 'draft-id', name: '', kind: 'list-move', revision: nothing },
    { draft: 'draft-id', name, kind: 'document', revision: fresh },
    { draft: 'draft-id', name: 'แผน.docx', kind: 'document', revision: first },
    { draft: 'draft-id', name, kind: 'pdf', revision: all, moved: true, replaced: true },
    { draft: 'draft-id', name: '', kind: 'roll-over', revision: { ...all, doubtful: [] } },
    {
      draft: 'x'.repeat(64),
      name: 'แผน.xlsx',
      kind: 'document',
      revision: { ...nothing, doubtful: doubts.slice(0, 1) },
    },
  ];
}

const NONE = { iit: null, eit: null, oit: null };

/** An O-item list with short names, and one that strains a message. */
export function listsOf(): ListPreview[] {
  const item = (title: string) => (_: unknown, index: number) => ({
    number: index + 1,
    title,
    indicator: index % 2 === 0 ? 9 : null,
    requirements: ['แสดงบนเว็บไซต์'],
  });
  const findings = [
    { item: 'O7', kind: 'no-name' as const, read: null },
    { item: 'O9', kind: 'double-number' as const, read: 'โครงสร้าง '.repeat(60) },
  ];
  const short = { year: 2570, items: Array.from({ length: 28 }, item('โครงสร้างหน่วยงาน')), findings: [] };
  const long = { year: 2570, items: Array.from({ length: 99 }, item('การเปิดเผยข้อมูล'.repeat(40))), findings };
  return [
    { id: 'draft-id', name: 'รายการ.docx', list: short, source: null },
    { id: 'x'.repeat(64), name: 'รายการ'.repeat(60), list: long, source: 'คู่มือการประเมิน '.repeat(17) },
  ];
}

/** Results of so many years up to 2568; their levels contradict the rules now and then. */
export function resultsOfYears(count: number): Readonly<Record<number, Assessment>> {
  const years = Array.from({ length: count }, (_, back) => 2568 - back);
  const indicators = Array.from({ length: 10 }, (_, index) => ({ number: index + 1, score: 78 + index * 2 }));
  const level = 'ระดับที่เอกสารเขียนไว้ยาวมาก'.repeat(5);
  return Object.fromEntries(
    years.map((year) => [year, { year, total: 80 + (year % 10), level, instruments: NONE, indicators }]),
  );
}
