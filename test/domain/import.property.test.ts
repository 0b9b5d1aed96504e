/** Whatever plans are imported: what an import does is taken back whole, done once, and no item changes its id. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanDraft } from '../../src/domain/draft.ts';
import type { Status } from '../../src/domain/event.ts';
import { everyItemOf, itemsOf, statusOf } from '../../src/domain/item.ts';
import { changesNothing } from '../../src/domain/revision.ts';
import type { Answer } from '../../src/domain/settle-doubts.ts';
import { agencyOf, aStaffedOffice, type Happening, reported, START } from '../support/an-agency.ts';
import { andThen, coordinator, document, imported, MINUTE, previewed } from './imports.ts';

const WORDS = ['จัดทำ', 'คู่มือ', 'ประกาศ', 'เว็บไซต์', 'อบรม', 'ร้องเรียน', 'ของขวัญ', 'ทรัพย์สิน', 'แผน', '๒'];
const STATUSES: Status[] = ['not_started', 'in_progress', 'done'];
const title = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const measure = fc.record({
  title,
  indicator: maybe(fc.integer({ min: 1, max: 10 })),
  methods: maybe(
    fc.array(
      title.map((text) => ({ text })),
      { maxLength: 2 },
    ),
  ),
  responsible: maybe(
    fc.subarray([
      { code: 'finance', name: 'กองคลัง' },
      { code: 'works', name: 'กองช่าง' },
      { code: 'x', name: 'กองที่ไม่มี' },
    ]),
  ),
  period: maybe(fc.constantFrom({ end: '2026-03-31' }, { start: '2025-10-01', end: '2026-09-30' })),
  followUp: maybe(fc.constant({ cadence: 'named-months', reportMonths: ['2026-04'] })),
  status: maybe(fc.constantFrom(...STATUSES)),
});
const oItem = fc.record({
  id: fc.integer({ min: 1, max: 30 }).map((no) => `O${no}`),
  responsible: fc.constantFrom([], [{ code: 'works', name: 'กองช่าง' }]),
  status: maybe(fc.constantFrom(...STATUSES)),
});
const result = fc.record({
  year: fc.constantFrom(2567, 2568),
  overallScore: fc.integer({ min: 0, max: 100 }),
});
const plan = fc
  .record({
    measures: fc.array(measure, { maxLength: 8 }),
    oItems: fc.uniqueArray(oItem, { maxLength: 4, selector: ({ id }) => id }),
    assessment: maybe(result),
    document: fc.record({ title: maybe(title) }),
  })
  .map(({ measures, ...more }) => document(measures, more));
/** Often the same plan again with some rows gone, moved or changed. */
const twoPlans = fc.tuple(plan, plan, fc.infiniteStream(fc.nat(9))).map(([first, other, chance]) => {
  const kept = first.measures.filter(() => chance.next().value !== 0);
  const measures = [...kept, ...other.measures].map((one, index) => ({ ...one, number: index + 1 }));
  return [first, { ...other, measures }] as const;
});
const choice = fc.nat(3);

/** Answers every doubt, with the `n`th thing it may be. */
function answersTo(history: readonly Happening[], draft: PlanDraft, n: number): Record<string, Answer> {
  let answers: Record<string, Answer> = {};
  for (;;) {
    const [doubt] = previewed(history, draft, answers).doubtful;
    if (doubt === undefined) return answers;
    const item = doubt.choices[n]?.standing.facts.id;
    answers = { ...answers, [doubt.id]: item === undefined ? { kind: 'new' } : { kind: 'item', item } };
  }
}

function take(
  history: readonly Happening[],
  draft: PlanDraft,
  id: string,
  n: number,
  at: number,
): Happening[] {
  return imported(history, draft, { id, at, answers: answersTo(history, draft, n) });
}

/** What a plan is, apart from how it came to be so. */
function standing(history: readonly Happening[]) {
  const agency = agencyOf(...history);
  const { revised: _revised, ...header } = agency.plans[2569] ?? { revised: 0 };
  return {
    header,
    assessments: agency.assessments,
    items: itemsOf(agency, 2569).map(({ touched: _touched, told: _told, reports, ...item }) => ({
      ...item,
      status: statusOf({ touched: 0, told: 0, reports, ...item }),
      reports: reports.filter(({ undone }) => undone === null),
    })),
  };
}

const opened = (history: readonly Happening[]) =>
  andThen(history, { type: 'open-plan', by: coordinator, year: 2569 });
const FIRST = START + MINUTE;
const SECOND = FIRST + 10 * MINUTE;

describe('any two documents', () => {
  it('the second taken back leaves the plan of the first, reports and all', () => {
    fc.assert(
      fc.property(twoPlans, choice, fc.nat(30), ([first, second], n, which) => {
        const begun = opened(take(aStaffedOffice(), first, 'import-1', n, FIRST));
        const items = itemsOf(agencyOf(...begun), 2569);
        const item = items[which % items.length]?.id ?? '';
        const before = [...begun, reported(item, 'in_progress', { at: FIRST + MINUTE })];
        const after = take(before, second, 'import-2', n, SECOND);
        if (!agencyOf(...after).imports.some(({ id }) => id === 'import-2')) return;
        const undone = andThen(after, { type: 'undo-import', by: coordinator, revision: 'import-2' }, SECOND);
        expect(standing(undone)).toEqual(standing(before));
        // And it can be done again, with the same outcome.
        const redone = take(undone, second, 'import-3', n, SECOND + MINUTE);
        expect(
          standing(redone)
            .items.map(({ title: words }) => words)
            .sort(),
        ).toEqual(
          standing(after)
            .items.map(({ title: words }) => words)
            .sort(),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('taken twice change nothing the second time', () => {
    fc.assert(
      fc.property(twoPlans, choice, ([first, second], n) => {
        const once = take(take(aStaffedOffice(), first, 'import-1', n, FIRST), second, 'import-2', n, SECOND);
        const again = previewed(once, second);
        expect(again.doubtful).toEqual([]);
        expect(changesNothing(again)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('leave every item its id, and no two items of a plan one number', () => {
    fc.assert(
      fc.property(twoPlans, choice, ([first, second], n) => {
        const once = take(aStaffedOffice(), first, 'import-1', n, FIRST);
        const agency = agencyOf(...take(once, second, 'import-2', n, SECOND));
        const ids = everyItemOf(agency, 2569).map(({ id }) => id);
        for (const { id } of everyItemOf(agencyOf(...once), 2569)) expect(ids).toContain(id);
        const numbers = itemsOf(agency, 2569).map(({ kind, number }) => `${kind} ${number}`);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a plan shuffled and renumbered', () => {
  it('has the same items under other numbers', () => {
    const titles = fc.uniqueArray(title, {
      minLength: 1,
      maxLength: 10,
      selector: (one) => one.replaceAll(' ', ''),
    });
    const shuffled = titles.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([first, second]) => {
        const rows = (all: readonly string[]) => document(all.map((one) => ({ title: one })));
        const once = imported(aStaffedOffice(), rows(first), { at: FIRST });
        const change = previewed(once, rows(second));
        expect([change.new, change.withdrawn, change.doubtful]).toEqual([[], [], []]);
        const idOf = new Map(itemsOf(agencyOf(...once), 2569).map((item) => [item.title, item.id]));
        for (const { before, after } of change.changed) expect(idOf.get(after.title)).toBe(before.id);
      }),
      { numRuns: 150 },
    );
  });
});
