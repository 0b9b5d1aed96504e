/** Every question has an answer LINE takes, for everyone who may ask it, and citizens hear published things only. */
import { describe, expect, it } from 'vitest';
import { forGroup } from '../../src/chat/buttons.ts';
import type { Outgoing } from '../../src/chat/outgoing.ts';
import type { Agency, Item } from '../../src/domain/agency.ts';
import { openItemsNumbered } from '../../src/domain/item.ts';
import { answer, peopleNamed, type Question } from '../../src/flow/answer.ts';
import { checkMessages } from '../../src/simulator/message-check.ts';
import { crowded, EMPTY_OFFICE, EXAMPLE, PROVISIONAL, sceneIn, TWO_YEARS } from '../chat/scenes.ts';

const O12 = { kind: 'oit' as const, number: 12 };
const M3 = { kind: 'measure' as const, number: 3 };
const DIVISIONS = [null, 'ALL', 'finance', ['finance', 'works']] as const;

const QUESTIONS: readonly Question[] = [
  ...DIVISIONS.flatMap((division): Question[] => [
    { intent: 'ask_missing_items', division },
    { intent: 'ask_division_status', division },
    { intent: 'ask_due', dueDate: null, month: null, overdue: false, division },
    { intent: 'ask_due', dueDate: null, month: null, overdue: true, division },
    { intent: 'ask_due', dueDate: null, month: '2026-04', overdue: false, division },
    { intent: 'ask_due', dueDate: '2026-04-05', month: null, overdue: false, division },
    { intent: 'ask_summary_month', month: '2026-03', division },
    { intent: 'request_report_document', month: '2026-02', division },
    { intent: 'request_report_document', month: null, division },
    { intent: 'complain_or_contact', division },
    { intent: 'register_member', division },
  ]),
  ...[[O12], [M3, O12], [{ ...O12, number: 999 }]].flatMap((items): Question[] => [
    { intent: 'ask_item_detail', items, year: null },
    { intent: 'ask_responsible', items, year: null },
    { intent: 'ambiguous', items, year: null, wanted: null },
    { intent: 'ambiguous', items, year: null, wanted: { do: 'report', status: 'done', note: '' } },
    { intent: 'ambiguous', items, year: null, wanted: { do: 'evidence', url: null, status: null } },
    { intent: 'acknowledge_reminder', items, year: null },
  ]),
  { intent: 'ambiguous', items: [], year: null, wanted: null },
  { intent: 'ambiguous', items: [], year: null, wanted: { do: 'responsible' } },
  { intent: 'acknowledge_reminder', items: [], year: null },
  { intent: 'ask_overall_progress' },
  { intent: 'ask_score' },
  { intent: 'list_measures_public' },
  { intent: 'help' },
  { intent: 'greeting' },
  { intent: 'thanks' },
];

const OFFICES: readonly (readonly [string, Agency])[] = [
  ['the example office', EXAMPLE],
  ['two open years', TWO_YEARS],
  ['a provisional list', PROVISIONAL],
  ['no plan', EMPTY_OFFICE],
  ['200 items', crowded(200, 'ปรับปรุงข้อมูลบนเว็บไซต์ของหน่วยงานให้ครบถ้วน')],
];

const PLACES = [
  ['a clerk', { who: 'finance-staff' }],
  ['a head', { who: 'works-head' }],
  ['the coordinator', { who: 'coordinator' }],
  ['an executive', { who: 'executive', linked: false }],
  ['a citizen', { who: null }],
  ['a clerk in the group', { who: 'finance-staff', group: true }],
  ['someone nameless in the group', { who: null, group: true }],
] as const;

function itemsOf(agency: Agency, question: Question): Item[] {
  return 'items' in question ? question.items.flatMap((number) => openItemsNumbered(agency, number)) : [];
}

describe.each(OFFICES)('of %s', (_, agency) => {
  it.each(PLACES)('%s gets an answer LINE takes to every question', (_who, place) => {
    const scene = sceneIn(agency, place);
    for (const question of QUESTIONS) {
      const said = answer(scene, question, itemsOf(agency, question));
      const sent: readonly Outgoing[] = scene.group === null ? said : said.map(forGroup);
      expect(checkMessages(sent, 'reply'), JSON.stringify(question)).toEqual([]);
    }
  });
});

describe('a citizen', () => {
  const scene = sceneIn(EXAMPLE, { who: null });
  const heard = QUESTIONS.map((question) =>
    JSON.stringify(answer(scene, question, itemsOf(EXAMPLE, question))),
  );

  it('hears no name of staff, no O-item, no late date and no button of the staff', () => {
    for (const said of heard) {
      for (const name of scene.names.values()) expect(said).not.toContain(name);
      expect(said).not.toMatch(/เลยกำหนด|หลักฐาน|do=report|do=missing|do=progress/);
      for (const { title } of openItemsNumbered(EXAMPLE, O12)) expect(said).not.toContain(title);
    }
  });

  it('of an office that published nothing hears of no measure', () => {
    const hidden: Agency = {
      ...EXAMPLE,
      plans: Object.fromEntries(
        Object.entries(EXAMPLE.plans).map(([year, plan]) => [year, { ...plan, published: false }]),
      ),
    };
    for (const question of QUESTIONS) {
      const said = JSON.stringify(answer({ ...scene, agency: hidden }, question, itemsOf(hidden, question)));
      for (const item of Object.values(hidden.items)) expect(said).not.toContain(item.title);
    }
  });
});

describe('single questions', () => {
  const scene = sceneIn(EXAMPLE);

  it('nothing said of a division means one’s own in how far it is, the office in what is missing', () => {
    const far = JSON.stringify(answer(scene, { intent: 'ask_division_status', division: null }, []));
    expect(far).toContain('ความก้าวหน้า กองคลัง');
    const missing = JSON.stringify(answer(scene, { intent: 'ask_missing_items', division: null }, []));
    expect(missing).toContain('อบต.ดอนตะวัน เหลืออีก');
  });

  it('a paper is honestly refused and the month told instead', () => {
    const [first, second] = answer(
      scene,
      { intent: 'request_report_document', month: '2026-02', division: null },
      [],
    );
    expect(JSON.stringify(first)).toContain('ยังจัดทำไฟล์หรือเอกสารรายงานให้ไม่ได้');
    expect(JSON.stringify(second)).toContain('สรุปเดือนกุมภาพันธ์ 2569');
  });

  it('more items than one answer tells of are a list of them all', () => {
    const items = Object.values(EXAMPLE.items).slice(0, 7);
    const said = answer(scene, { intent: 'ask_item_detail', items: [O12], year: null }, items);
    expect(said).toHaveLength(1);
    for (const item of items) expect(JSON.stringify(said)).toContain(item.title.slice(0, 40));
  });

  it('an O-number of a year without a list is told apart from one that does not exist', () => {
    const unlisted: Agency = {
      ...EXAMPLE,
      plans: Object.fromEntries(
        Object.entries(EXAMPLE.plans).map(([year, plan]) => [year, { ...plan, catalogue: null }]),
      ),
    };
    const question: Question = {
      intent: 'ask_item_detail',
      items: [{ kind: 'oit', number: 40 }],
      year: null,
    };
    expect(JSON.stringify(answer({ ...scene, agency: unlisted }, question, []))).toContain('ยังไม่มีรายการข้อ O');
    expect(JSON.stringify(answer(scene, question, []))).toContain('ไม่พบข้อนี้');
  });

  const closed: Agency = {
    ...EXAMPLE,
    plans: Object.fromEntries(
      Object.entries(EXAMPLE.plans).map(([year, plan]) => [year, { ...plan, state: 'closed' as const }]),
    ),
  };
  const about = (year: number): Question => ({
    intent: 'ask_item_detail',
    items: [{ kind: 'oit', number: 99 }],
    year,
  });
  const saidOf = (agency: Agency, question: Question, items: Item[] = []) =>
    JSON.stringify(answer({ ...scene, agency }, question, items));

  it('who only asks of a year that is not open is refused nothing', () => {
    const draft = { ...EXAMPLE.plans[2569], year: 2570, state: 'draft' } as Agency['plans'][number];
    expect(saidOf(closed, about(2569))).toContain('ไม่พบข้อนี้ในแผนปี 2569');
    expect(saidOf({ ...EXAMPLE, plans: { ...EXAMPLE.plans, 2570: draft } }, about(2570))).toContain('ฉบับร่าง');
    expect(saidOf(EXAMPLE, about(2560))).toContain('ยังไม่มีแผนปี 2560');
    for (const year of [2569, 2560]) expect(saidOf(closed, about(year))).not.toContain('แก้ไขรายการ');
    expect(saidOf(PROVISIONAL, about(2569))).toContain('ชั่วคราว');
  });

  it('an item of a closed year is told of, and not offered to be reported', () => {
    const items = itemsOf(EXAMPLE, { intent: 'ask_item_detail', items: [O12], year: null });
    const named = { intent: 'ambiguous', items: [O12], year: 2569 } as const;
    expect(saidOf(closed, { ...named, wanted: null }, items)).toContain('O12 ปี 2569');
    expect(saidOf(closed, { ...named, wanted: null }, items)).not.toContain('do=report');
    const report = { do: 'report', status: 'done', note: '' } as const;
    expect(saidOf(closed, { ...named, wanted: report }, items)).toContain('ปิดแล้ว');
  });

  it('a month to come has no summary yet, nor a paper', () => {
    for (const intent of ['ask_summary_month', 'request_report_document'] as const) {
      const said = saidOf(EXAMPLE, { intent, month: '2026-04', division: null });
      expect(said).toContain('ยังไม่ถึงเดือนเมษายน 2569');
      expect(said).not.toContain('แล้วเสร็จ');
    }
  });

  it('names the people of whom it is asked who answers', () => {
    const items = itemsOf(EXAMPLE, {
      intent: 'ask_responsible',
      items: [{ kind: 'measure', number: 1 }],
      year: null,
    });
    const asked: Question = { intent: 'ask_responsible', items: [], year: null };
    expect(peopleNamed(EXAMPLE, asked, items)).toEqual(['finance-head', 'finance-staff']);
    expect(peopleNamed(EXAMPLE, { intent: 'help' }, items)).toEqual([]);
  });
});
