import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../src/domain/catalogue.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import { isProvisional, provisionalItems } from '../../src/domain/provisional.ts';
import {
  agencyOf,
  aStaffedOffice,
  console_,
  countingIds,
  given,
  type Happening,
  happened,
  measure,
  member,
  oItem,
  outsider,
  planClosed,
  planImported,
  planOpened,
} from '../support/an-agency.ts';

/** A plan whose year has no list. */
const planWithoutList = (year = 2570): Happening => {
  const { event, ...rest } = planImported(year);
  return { ...rest, event: { ...event, catalogue: null } as DomainEvent };
};
const nameOf = (no: number, list = 2569) =>
  catalogueOf(list)?.items.find((item) => item.no === no)?.name ?? '';
const older = [
  planImported(2569),
  oItem('o1', { number: 1, title: nameOf(1), divisions: ['works'] }),
  oItem('o2', { number: 2, title: nameOf(2), divisions: [] }),
  oItem('o3', { number: 3, title: 'เรื่องอื่น', divisions: ['finance'] }),
  oItem('o30', { number: 30, title: ` ${nameOf(4)}`, divisions: ['finance', 'palad'] }),
  planOpened(2569),
];
const office = [...aStaffedOffice(), ...older, planWithoutList(), measure('m1', { year: 2570 })];
const items = (history: readonly Happening[] = office, year = 2570, from = 2569) =>
  provisionalItems(agencyOf(...history), year, from, countingIds('p'));
const adopt = (more: Partial<Extract<Command, { type: 'adopt-list' }>> = {}): Command => ({
  type: 'adopt-list',
  by: member('coordinator'),
  year: 2570,
  from: 2569,
  items: items(),
  ...more,
});

describe('the items of a provisional list', () => {
  it('are those of the older list, of the new year, each with its own id', () => {
    const made = items();
    expect(made.map(({ number, title }) => [number, title])).toEqual(
      catalogueOf(2569)?.items.map(({ no, name }) => [no, name]),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(26);
    expect(made.every(({ year, kind }) => year === 2570 && kind === 'oit')).toBe(true);
    expect(new Set(made.flatMap(({ indicators }) => indicators))).toEqual(new Set([9, 10]));
  });

  it('belong to whoever owned the O-item of the same title; a number alone says nothing', () => {
    const owners = Object.fromEntries(items().map(({ number, divisions }) => [number, divisions]));
    expect(owners).toMatchObject({ 1: ['works'], 2: [], 3: [], 4: ['finance', 'palad'], 5: [] });
  });

  it('belong to whoever owned it in the newest plan with that list', () => {
    const twice = [
      ...office,
      happened({ type: 'list-adopted', v: 1, year: 2570, from: 2569 }),
      oItem('later', { year: 2570, number: 1, title: nameOf(1), divisions: ['audit'] }),
      planWithoutList(2571),
    ];
    expect(items(twice, 2571)[0]?.divisions).toEqual(['audit']);
  });

  it('leave out owners the office no longer has, and lists that are another', () => {
    const gone = [...office, oItem('o5', { number: 5, title: nameOf(5), divisions: ['health'] })];
    expect(items(gone)[4]?.divisions).toEqual([]);
    expect(items(office, 2570, 2568).flatMap(({ divisions }) => divisions)).toEqual([]);
  });

  it('carry on the item whose owner they took over', () => {
    const from = Object.fromEntries(items().map(({ number, from: link }) => [number, link]));
    expect(from).toMatchObject({ 1: 'o1', 2: 'o2', 3: undefined, 4: 'o30' });
  });

  it('are none when no list is established', () => {
    expect(items(office, 2570, 2567)).toEqual([]);
  });
});

describe('adopting a list', () => {
  it('is one entry, and one for each item', () => {
    const { decision } = given(...office).when(adopt());
    if (!decision.ok) throw new Error(decision.refusal.kind);
    expect(decision.events[0]).toEqual({ type: 'list-adopted', v: 1, year: 2570, from: 2569 });
    expect(decision.events.slice(1).map(({ type }) => type)).toEqual(Array(26).fill('item-added'));
    const agency = agencyOf(...office, ...decision.events.map((event) => happened(event)));
    expect(agency.plans[2570]).toMatchObject({ catalogue: 2569, oitDue: '2027-04-30' });
    expect(Object.values(agency.items).filter(({ year }) => year === 2570)).toHaveLength(27);
  });

  it('marks the plan as provisional until its own list comes', () => {
    const plans = agencyOf(...office, happened({ type: 'list-adopted', v: 1, year: 2570, from: 2569 })).plans;
    const before = agencyOf(...office).plans;
    expect([plans[2570], plans[2569], before[2570]].map((plan) => plan && isProvisional(plan))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is for the coordinator and the terminal', () => {
    expect(given(...office).when(adopt({ by: console_ })).decision.ok).toBe(true);
    given(...office)
      .when(adopt({ by: member('finance-head') }))
      .thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
    given(...office)
      .when(adopt({ by: outsider }))
      .thenRefused({ kind: 'not-a-member' });
  });

  it('works for a draft and an open plan without a list, and for no other', () => {
    expect(given(...office, planOpened(2570)).when(adopt()).decision.ok).toBe(true);
    given(...office, planOpened(2570), planClosed(2570))
      .when(adopt())
      .thenRefused({ kind: 'plan-not-open', year: 2570, state: 'closed' });
    given(...office)
      .when(adopt({ year: 2571 }))
      .thenRefused({ kind: 'no-such-plan', year: 2571 });
    given(...office)
      .when(adopt({ year: 2569 }))
      .thenRefused({ kind: 'list-exists', year: 2569, list: 2569 });
    given(...office, happened({ type: 'list-adopted', v: 1, year: 2570, from: 2569 }))
      .when(adopt())
      .thenRefused({ kind: 'list-exists', year: 2570, list: 2569 });
  });

  it('takes no list that is not established, nor items nobody can own', () => {
    given(...office)
      .when(adopt({ from: 2567, items: [] }))
      .thenRefused({ kind: 'no-such-list', year: 2567 });
    given(...office)
      .when(adopt({ items: items().map((item) => ({ ...item, divisions: ['health'] })) }))
      .thenRefused({ kind: 'no-such-division', division: 'health' });
  });
});
