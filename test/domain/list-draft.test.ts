import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../src/domain/catalogue.ts';
import type { Command } from '../../src/domain/command.ts';
import { planDraft } from '../../src/domain/draft.ts';
import { itemsOf, statusOf } from '../../src/domain/item.ts';
import { listMove, readList } from '../../src/domain/list-draft.ts';
import { isProvisional, provisionalItems } from '../../src/domain/provisional.ts';
import { settleDoubts } from '../../src/domain/settle-doubts.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  countingIds,
  given,
  type Happening,
  member,
  reported,
} from '../support/an-agency.ts';
import { andThen, coordinator, document, imported, row } from './imports.ts';

const SOURCE = 'คู่มือการประเมิน ITA 2570, ป.ป.ช.';
const names = (catalogueOf(2569)?.items ?? []).map(({ name }) => name);
const listOfNames = (titles: readonly string[]) =>
  readList(
    planDraft.parse({
      plan: { fiscalYear: 2570 },
      measures: [],
      oItems: titles.map((name, index) => ({ id: `O${index + 1}`, name, indicator: index < 19 ? 9 : 10 })),
    }),
  );
const record = (titles: readonly string[]): Command => {
  const { year, items } = listOfNames(titles);
  return { type: 'record-list', by: coordinator, year, source: SOURCE, items };
};

describe('a new list as read', () => {
  it('has number, name, indicator and what each item must show, in order', () => {
    const { year, items, findings } = readList(
      planDraft.parse({
        plan: { fiscalYear: 2570 },
        measures: [],
        oItems: [
          { id: 'O2', name: ' ข้อมูลผู้บริหาร ', requirements: ['รายชื่อ', ' '] },
          { id: 'O1', name: 'โครงสร้าง', indicator: 9 },
        ],
      }),
    );
    expect([year, findings]).toEqual([2570, []]);
    expect(items).toEqual([
      { number: 1, title: 'โครงสร้าง', indicator: 9, requirements: [] },
      { number: 2, title: 'ข้อมูลผู้บริหาร', indicator: null, requirements: ['รายชื่อ'] },
    ]);
  });

  it('leaves out what has no name or a number twice, and finds gaps: nothing is filled in', () => {
    const oItems = [
      { id: 'O1', name: 'โครงสร้าง' },
      { id: 'O1', name: 'อื่น' },
      { id: 'O2' },
      { id: 'O3', name: 'ข่าว' },
    ];
    const { items, findings } = readList(
      planDraft.parse({ plan: { fiscalYear: 2570 }, measures: [], oItems }),
    );
    expect(items.map(({ number }) => number)).toEqual([1, 3]);
    expect(findings).toEqual([
      { item: 'O1', kind: 'double-number', read: 'อื่น' },
      { item: 'O2', kind: 'no-name', read: null },
      { item: 'O3', kind: 'number-gap', read: 'ข่าว' },
    ]);
  });
});

describe('recording a list', () => {
  it('keeps it with its source, once', () => {
    const { items } = listOfNames(names);
    given(...aStaffedOffice())
      .when(record(names))
      .thenEvents({ type: 'list-recorded', v: 1, year: 2570, source: SOURCE, items: [...items] });
    given(...andThen(aStaffedOffice(), record(names)))
      .when(record(names))
      .thenNothing();
  });

  it('may be done again: the newer takes its place', () => {
    const twice = andThen(andThen(aStaffedOffice(), record(names)), record(['ก', 'ข']));
    expect(agencyOf(...twice).lists[2570]?.items).toHaveLength(2);
  });

  it('is refused for a year whose list comes with the program, and when it is unclear', () => {
    const command = record(names) as Extract<Command, { type: 'record-list' }>;
    given(...aStaffedOffice())
      .when({ ...command, year: 2569 })
      .thenRefused({ kind: 'list-exists', year: 2569, list: 2569 });
    const [first] = command.items;
    for (const unclear of [
      { ...command, items: [] },
      { ...command, source: ' ' },
      { ...command, items: first === undefined ? [] : [first, first] },
    ])
      given(...aStaffedOffice())
        .when(unclear)
        .thenRefused({ kind: 'list-unclear' });
    given(...aStaffedOffice())
      .when({ ...command, by: member('finance-head') })
      .thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
  });

  it('gives a plan of that year its O-items when it comes', () => {
    const draft = { ...document([row('จัดทำคู่มือ')]), plan: { fiscalYear: 2570 } };
    const office = imported(andThen(aStaffedOffice(), record(names)), draft);
    expect(agencyOf(...office).plans[2570]?.catalogue).toBe(2570);
    expect(itemsOf(agencyOf(...office), 2570)).toHaveLength(1 + 26);
  });
});

describe('a plan with a provisional list', () => {
  const draft = { ...document([row('จัดทำคู่มือ')]), plan: { fiscalYear: 2570 } };
  const withPlan = imported(aStaffedOffice(), draft);
  const items = provisionalItems(agencyOf(...withPlan), 2570, 2569, countingIds('p'));
  const provisional = [
    ...andThen(andThen(withPlan, { type: 'adopt-list', by: coordinator, year: 2570, from: 2569, items }), {
      type: 'open-plan',
      by: coordinator,
      year: 2570,
    }),
    reported('p-3', 'done', { at: bangkok('2026-11-20 10:00') }),
  ];
  const move = (history: readonly Happening[]) => listMove(agencyOf(...history), 2570, countingIds('n'));
  // Two items change places, one is said a little otherwise, one is another thing, one is gone.
  const [first = '', second = '', third = '', fourth = '', fifth = '', ...rest] = names;
  const real = [second, first, `${third}ของประชาชน`, 'เรื่องใหม่ทั้งหมด', fifth, ...rest.slice(0, -1)];
  const recorded = andThen(provisional, record(real));

  it('keeps it, whatever document comes, until its own is known', () => {
    const again = imported(provisional, draft, { id: 'import-2' });
    expect(agencyOf(...again).plans[2570]?.catalogue).toBe(2569);
    expect(itemsOf(agencyOf(...again), 2570)).toHaveLength(27);
    expect(move(provisional)).toBeNull();
  });

  it('goes over by title; like titles and one number are asked', () => {
    const revision = move(recorded);
    expect(revision?.changed.map(({ before, after }) => [before.id, after.number])).toEqual([
      ['p-2', 1],
      ['p-1', 2],
    ]);
    expect(revision?.doubtful.map(({ id, choices }) => [id, choices[0]?.standing.facts.id])).toEqual([
      ['O3', 'p-3'],
      ['O4', 'p-4'],
    ]);
    expect(revision?.withdrawn.map(({ facts }) => facts.title)).toEqual([names.at(-1)]);
    expect(revision?.same.some(({ kind }) => kind === 'measure')).toBe(true);
    expect(fourth).not.toBe('');
  });

  it('is then no longer provisional, and what was told of an item stays with it', () => {
    const revision = move(recorded);
    if (revision === null) throw new Error('no move');
    const change = settleDoubts(revision, { O3: { kind: 'item', item: 'p-3' }, O4: { kind: 'new' } });
    const moved = andThen(recorded, { type: 'revise-plan', by: coordinator, revision: 'move', change });
    const agency = agencyOf(...moved);
    const plan = agency.plans[2570];
    expect(plan === undefined || isProvisional(plan)).toBe(false);
    const oItems = itemsOf(agency, 2570).filter(({ kind }) => kind === 'oit');
    expect(oItems.map(({ title }) => title)).toEqual(real);
    expect(oItems.filter((item) => statusOf(item) === 'done').map(({ id }) => id)).toEqual(['p-3']);
    expect(move(moved)).toBeNull();
    const back = andThen(moved, { type: 'undo-import', by: coordinator, revision: 'move' });
    expect(itemsOf(agencyOf(...back), 2570).map(({ id }) => id)).toEqual(
      itemsOf(agencyOf(...recorded), 2570).map(({ id }) => id),
    );
    expect(agencyOf(...back).plans[2570]?.catalogue).toBe(2569);
  });
});
