import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../src/domain/catalogue.ts';
import { evidenceOf, itemsOf, statusOf } from '../../src/domain/item.ts';
import { numberMoves, rollOver } from '../../src/domain/roll-over.ts';
import { settleDoubts } from '../../src/domain/settle-doubts.ts';
import {
  agencyOf,
  aStaffedOffice,
  countingIds,
  type Happening,
  measure,
  oItem,
  planClosed,
  planImported,
  planOpened,
  reported,
  START,
} from '../support/an-agency.ts';
import { shown } from './doings.ts';
import { andThen, coordinator, document, imported, row } from './imports.ts';

const nameOf = (year: number, no: number) =>
  catalogueOf(year)?.items.find((item) => item.no === no)?.name ?? '';
const office = [
  ...aStaffedOffice(),
  planImported(2568),
  measure('m1', { year: 2568, number: 1, start: '2024-10-01', end: '2025-02-28' }),
  measure('m2', { year: 2568, number: 2, divisions: ['works'], start: '2024-01-01', end: '2025-03-31' }),
  measure('m3', {
    year: 2568,
    number: 3,
    followUp: { asWritten: 'เม.ย. ๖๘', cadence: 'named-months', reportMonths: ['2025-04'] },
    end: '2025-09-30',
  }),
  measure('m4', {
    year: 2568,
    number: 4,
    followUp: { cadence: 'named-months', reportMonths: ['2025-10'] },
    end: '2025-09-30',
  }),
  oItem('o14', { year: 2568, number: 14, title: nameOf(2568, 14), divisions: ['works'] }),
  oItem('o16', { year: 2568, number: 16, title: nameOf(2568, 16), divisions: ['palad'] }),
  oItem('o4', { year: 2568, number: 4, title: nameOf(2568, 4), divisions: ['works'] }),
  oItem('o27', { year: 2568, number: 27, title: 'เรื่องที่ไม่มีแล้ว', divisions: ['works'] }),
  planOpened(2568),
  reported('m1', 'done', { at: START + 1 }),
  shown('m1', 'e', { at: START + 2 }),
  planClosed(2568),
];
const roll = (history: readonly Happening[] = office, from = 2568, to = 2569) =>
  rollOver(agencyOf(...history), from, to, countingIds('n'));
const revision = () => roll() ?? raise();

function raise(): never {
  throw new Error('nothing to roll over');
}

describe('rolling a plan over', () => {
  it('carries every measure on with its owner, under its own id, and leaves its status behind', () => {
    const measures = revision().new.filter(({ kind }) => kind === 'measure');
    expect(
      measures.map(({ id, from, number, year, divisions }) => [id, from, number, year, ...divisions]),
    ).toEqual([
      ['n-1', 'm1', 1, 2569, 'finance'],
      ['n-2', 'm2', 2, 2569, 'works'],
      ['n-3', 'm3', 3, 2569, 'finance'],
      ['n-4', 'm4', 4, 2569, 'finance'],
    ]);
    expect(revision().statuses).toEqual([]);
  });

  it('shifts dates that lie wholly in the old year, and finds the others', () => {
    const [m1, m2, m3, m4] = revision().new;
    expect(m1?.period).toEqual({ asWritten: null, start: '2025-10-01', end: '2026-02-28' });
    expect(m2?.period).toEqual({ asWritten: null, start: null, end: null });
    expect(m3?.followUp).toMatchObject({ asWritten: null, reportMonths: ['2026-04'] });
    expect(m4?.followUp).toMatchObject({ cadence: 'none', reportMonths: [] });
    expect(revision().findings.filter(({ item }) => item.startsWith('M'))).toEqual([
      { item: 'M2', kind: 'period-not-shifted', read: '2024-01-01 – 2025-03-31' },
      { item: 'M2', kind: 'no-date', read: null },
      { item: 'M4', kind: 'report-not-shifted', read: null },
    ]);
  });

  it('keeps the last of a month the last', () => {
    const leap = [...aStaffedOffice(), planImported(2567), measure('m', { year: 2567, end: '2024-02-29' })];
    const ends = (to: number) => roll(leap, 2567, to)?.new.find(({ kind }) => kind === 'measure')?.period.end;
    expect([ends(2568), ends(2571)]).toEqual(['2025-02-28', '2028-02-29']);
  });

  it('ties the new O-items to the old by name, whatever their numbers; doubtful ones are asked', () => {
    const oItems = revision().new.filter(({ kind }) => kind === 'oit');
    expect(oItems.find(({ number }) => number === 4)).toMatchObject({ from: 'o4', divisions: ['works'] });
    expect(
      revision().doubtful.map(({ id, choices }) => [id, ...choices.map((one) => one.standing.facts.id)]),
    ).toEqual([
      ['O13', 'o14'],
      ['O14', 'o14'],
      ['O15', 'o16'],
    ]);
  });

  it('says what became of each number', () => {
    const settled = settleDoubts(revision(), {
      O13: { kind: 'item', item: 'o14' },
      O15: { kind: 'item', item: 'o16' },
    });
    expect(settled.doubtful).toEqual([]);
    const moves = numberMoves(agencyOf(...office), 2568, settled);
    expect(moves.slice(0, 4).map(({ from, to }) => [from, to])).toEqual([
      [4, 4],
      [14, 13],
      [16, 15],
      [27, null],
    ]);
    expect(moves.slice(4).every(({ from }) => from === null)).toBe(true);
    expect(moves).toHaveLength(4 + 26 - 3);
  });

  it('becomes a plan by the same command, from which last year’s evidence is read', () => {
    const change = settleDoubts(revision(), {
      O13: { kind: 'new' },
      O14: { kind: 'new' },
      O15: { kind: 'item', item: 'o16' },
    });
    const agency = agencyOf(
      ...andThen(office, { type: 'revise-plan', by: coordinator, revision: 'roll', change }),
    );
    const items = itemsOf(agency, 2569);
    expect(items).toHaveLength(4 + 26);
    expect(agency.plans[2569]).toMatchObject({ state: 'draft', catalogue: 2569, oitDue: '2026-04-30' });
    const [m1] = items;
    const before = m1 === undefined ? null : agency.items[m1.from ?? ''];
    expect(m1 === undefined ? null : statusOf(m1)).toBe('not_started');
    expect(before == null ? [] : evidenceOf(before).map(({ id }) => id)).toEqual(['e']);
    expect(items.find(({ number, kind }) => kind === 'oit' && number === 15)?.divisions).toEqual(['palad']);
  });

  it('undone and done again brings the same items', () => {
    const settled = (history: readonly Happening[]) => {
      const all = { O13: { kind: 'new' }, O14: { kind: 'new' }, O15: { kind: 'new' } } as const;
      return settleDoubts(roll(history) ?? raise(), all);
    };
    const rolled = andThen(office, {
      type: 'revise-plan',
      by: coordinator,
      revision: 'a',
      change: settled(office),
    });
    const undone = andThen(rolled, { type: 'undo-import', by: coordinator, revision: 'a' });
    const change = settled(undone);
    const ids = (history: readonly Happening[]) =>
      itemsOf(agencyOf(...history), 2569).flatMap(({ id, kind }) => (kind === 'measure' ? [id] : []));
    const again = andThen(undone, { type: 'revise-plan', by: coordinator, revision: 'b', change });
    expect(ids(again)).toEqual(ids(rolled));
    expect(
      itemsOf(agencyOf(...again), 2569)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(
      itemsOf(agencyOf(...rolled), 2569)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('goes on with the plan the office then writes', () => {
    const all = { O13: { kind: 'new' }, O14: { kind: 'new' }, O15: { kind: 'new' } } as const;
    const change = settleDoubts(revision(), all);
    const rolled = andThen(office, { type: 'revise-plan', by: coordinator, revision: 'a', change });
    const written = imported(rolled, document([row('m3'), row('m1')]), { id: 'import-2' });
    expect(
      itemsOf(agencyOf(...written), 2569)
        .slice(0, 2)
        .map(({ id, from }) => [id, from]),
    ).toEqual([
      ['n-3', 'm3'],
      ['n-1', 'm1'],
    ]);
  });

  it('has no O-items while the new year’s list is not known', () => {
    const next = roll([...office, planImported(2569)], 2569, 2570);
    expect(next).toMatchObject({ plan: { after: { catalogue: null } }, new: [] });
    expect(next?.findings).toEqual([{ item: 'ITA 2570', kind: 'no-catalogue', read: null }]);
  });

  it('needs a plan to go from and none to go to', () => {
    expect([
      roll(office, 2567, 2569),
      roll([...office, planImported(2569)]),
      roll(office, 2568, 2568),
    ]).toEqual([null, null, null]);
  });
});
