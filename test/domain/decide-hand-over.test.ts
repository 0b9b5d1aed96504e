import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import type { Actor } from '../../src/domain/entry.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import { workOf } from '../../src/domain/work.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  console_,
  given,
  type Happening,
  happened,
  joined,
  measure,
  member,
  outsider,
  planClosed,
  reported,
  unreachable,
} from '../support/an-agency.ts';

const clerk = joined('finance-clerk', [{ role: 'staff', division: 'finance' }]);
const office = [...anOffice(), ...clerk];

const assigned = (item: string, person: string | null, deputy: string | null = null) =>
  ({ type: 'item-assigned', v: 1, item, person, deputy }) as const;
const receive = (division: string, ...members: string[]) =>
  ({ type: 'receivers-set', v: 1, division, members }) as const;
const stands = (...events: DomainEvent[]): Happening[] => events.map((event) => happened(event));
const receipt = (from: string, to: string, items: string[], receives: string[] = []) =>
  ({ type: 'work-handed-over', v: 1, from, to, items, receives }) as const;

const handOver = (
  from: string,
  to: string,
  by: Actor = member('coordinator'),
): Extract<Command, { type: 'hand-over' }> => ({ type: 'hand-over', by, from, to });

describe('what a person sees to', () => {
  const ids = (agency: ReturnType<typeof agencyOf>, who: string) => {
    const { named, divisions, deputyOf } = workOf(agency, who);
    return {
      named: named.map(({ id }) => id),
      divisions: divisions.map(({ division, chosen, items }) => [
        division,
        chosen,
        items.map(({ id }) => id),
      ]),
      deputyOf,
    };
  };

  it('is nothing where others are reminded as well', () => {
    expect(ids(agencyOf(...office), 'finance-staff')).toEqual({ named: [], divisions: [], deputyOf: [] });
  });

  it('is everything of a division where he is the only one', () => {
    expect(ids(agencyOf(...anOffice()), 'finance-staff').divisions).toEqual([
      ['finance', false, ['m1', 'o12']],
    ]);
  });

  it('is so too while LINE does not reach him', () => {
    expect(ids(agencyOf(...anOffice(), unreachable('finance-staff')), 'finance-staff').divisions).toEqual([
      ['finance', false, ['m1', 'o12']],
    ]);
  });

  it('is what names him, as person or deputy, and whom he is a deputy of', () => {
    const given_ = stands(
      assigned('m1', 'finance-staff'),
      assigned('m2', 'works-staff', 'finance-staff'),
      receive('finance', 'finance-staff', 'finance-clerk'),
      { type: 'deputy-set', v: 1, member: 'finance-head', deputy: 'finance-staff' },
    );
    expect(ids(agencyOf(...office, ...given_), 'finance-staff')).toEqual({
      named: ['m1', 'm2'],
      divisions: [['finance', true, []]],
      deputyOf: ['finance-head'],
    });
  });

  it('is not what is done, or of a closed plan', () => {
    const at = bangkok('2026-01-20 10:00');
    const done = reported('m1', 'done', { at });
    expect(ids(agencyOf(...anOffice(), done), 'finance-staff').divisions).toEqual([
      ['finance', false, ['o12']],
    ]);
    expect(ids(agencyOf(...anOffice(), planClosed()), 'finance-staff').divisions).toEqual([]);
    expect(ids(agencyOf(...anOffice()), 'gone')).toEqual({ named: [], divisions: [], deputyOf: [] });
  });
});

describe('work is handed over', () => {
  it('items, divisions, deputies; last the receipt', () => {
    const before = stands(
      assigned('m1', 'finance-staff', 'finance-clerk'),
      assigned('o12', 'finance-head', 'finance-staff'),
      receive('finance', 'finance-staff', 'finance-head'),
      { type: 'deputy-set', v: 1, member: 'finance-head', deputy: 'finance-staff' },
    );
    given(...office, ...before)
      .when(handOver('finance-staff', 'finance-clerk'))
      .thenEvents(
        // He was its deputy: now he has it alone.
        assigned('m1', 'finance-clerk'),
        assigned('o12', 'finance-head', 'finance-clerk'),
        receive('finance', 'finance-clerk', 'finance-head'),
        { type: 'deputy-set', v: 1, member: 'finance-head', deputy: 'finance-clerk' },
        receipt('finance-staff', 'finance-clerk', ['m1', 'o12'], ['finance']),
      );
  });

  it('to the head whose deputy he was: then he has none', () => {
    const before = stands({
      type: 'deputy-set',
      v: 1,
      member: 'finance-head',
      deputy: 'finance-staff',
    });
    given(...office, ...before)
      .when(handOver('finance-staff', 'finance-head'))
      .thenEvents(
        { type: 'deputy-set', v: 1, member: 'finance-head', deputy: null },
        receipt('finance-staff', 'finance-head', []),
      );
  });

  it('of the only one of a division to a colleague: he receives for it, for items to come too', () => {
    given(...anOffice())
      .when(handOver('finance-staff', 'finance-head'))
      .thenEvents(
        receive('finance', 'finance-head'),
        receipt('finance-staff', 'finance-head', [], ['finance']),
      );
  });

  it('of the only one of a division to somebody of elsewhere: item by item, by name', () => {
    given(...anOffice())
      .when(handOver('finance-staff', 'works-staff'))
      .thenEvents(
        assigned('m1', 'works-staff'),
        assigned('o12', 'works-staff'),
        receipt('finance-staff', 'works-staff', ['m1', 'o12']),
      );
  });

  it('of one who received alone to somebody of elsewhere: the items, and nobody is chosen any more', () => {
    given(...office, ...stands(receive('finance', 'finance-staff')))
      .when(handOver('finance-staff', 'works-staff'))
      .thenEvents(
        assigned('m1', 'works-staff'),
        assigned('o12', 'works-staff'),
        receive('finance'),
        receipt('finance-staff', 'works-staff', ['m1', 'o12'], ['finance']),
      );
  });

  it('and back the same way', () => {
    const there = given(...anOffice()).when(handOver('finance-staff', 'finance-head'));
    if (!there.decision.ok) throw new Error('refused');
    given(...anOffice(), ...stands(...there.decision.events))
      .when(handOver('finance-head', 'finance-staff'))
      .thenEvents(
        receive('finance', 'finance-staff'),
        receipt('finance-head', 'finance-staff', [], ['finance']),
      );
  });
});

describe('who hands over', () => {
  const both = [
    ...office,
    ...joined('two-divisions', [
      { role: 'staff', division: 'finance' },
      { role: 'staff', division: 'works' },
    ]),
    ...stands(assigned('m1', 'two-divisions'), assigned('m2', 'two-divisions')),
  ];

  it.each<[string, Actor, string, string[]]>([
    ['a coordinator: all of it', member('coordinator'), 'finance-clerk', ['m1', 'm2']],
    ['the terminal: all of it', console_, 'finance-clerk', ['m1', 'm2']],
    ['a head: what is of his division', member('finance-head'), 'finance-clerk', ['m1']],
    ['a person: what his colleague may report', member('two-divisions'), 'works-staff', ['m2']],
  ])('%s', (_who, by, to, items) => {
    given(...both)
      .when(handOver('two-divisions', to, by))
      .thenEvents(...items.map((item) => assigned(item, to)), receipt('two-divisions', to, items));
  });

  it.each<[string, Actor, string, string, object]>([
    [
      'a colleague',
      member('finance-clerk'),
      'two-divisions',
      'finance-clerk',
      { kind: 'not-permitted', who: ['coordinator', 'head'] },
    ],
    [
      'a head elsewhere',
      member('works-head'),
      'finance-staff',
      'works-staff',
      { kind: 'not-your-division', divisions: ['finance'] },
    ],
    [
      'a head, out of his division',
      member('finance-head'),
      'finance-staff',
      'works-staff',
      { kind: 'not-in-division', member: 'works-staff', division: 'finance' },
    ],
    [
      'a person, out of his division',
      member('finance-staff'),
      'finance-staff',
      'works-staff',
      { kind: 'not-in-division', member: 'works-staff', division: 'finance' },
    ],
    ['a stranger', outsider, 'finance-staff', 'finance-clerk', { kind: 'not-a-member' }],
    ['to himself', console_, 'finance-staff', 'finance-staff', { kind: 'same-person' }],
    ['to nobody known', console_, 'finance-staff', 'gone', { kind: 'no-such-person' }],
    ['of nobody known', console_, 'constructor', 'finance-staff', { kind: 'no-such-person' }],
    ['to an executive', console_, 'two-divisions', 'executive', { kind: 'reads-only', member: 'executive' }],
    [
      'of who has nothing',
      console_,
      'finance-staff',
      'finance-clerk',
      { kind: 'nothing-to-hand-over', member: 'finance-staff' },
    ],
  ])('is refused: %s', (_who, by, from, to, refusal) => {
    expect(given(...both).when(handOver(from, to, by)).decision).toEqual({ ok: false, refusal });
  });

  it('a head cannot move what lies outside of his division', () => {
    const elsewhere = stands(assigned('m1', null), assigned('m2', 'two-divisions'));
    given(...both, ...elsewhere)
      .when(handOver('two-divisions', 'finance-clerk', member('finance-head')))
      .thenRefused({ kind: 'nothing-to-hand-over', member: 'two-divisions' });
  });

  it('a head moves the receiving of his division, not that of another', () => {
    const receives = stands(receive('finance', 'two-divisions'), receive('works', 'two-divisions'));
    given(...both, ...stands(assigned('m1', null), assigned('m2', null)), ...receives)
      .when(handOver('two-divisions', 'finance-clerk', member('finance-head')))
      .thenEvents(
        receive('finance', 'finance-clerk'),
        receipt('two-divisions', 'finance-clerk', [], ['finance']),
      );
  });

  it('an item several divisions share stays with each of their others', () => {
    const shared = [...anOffice(), measure('m9', { number: 9, divisions: ['finance', 'works'] })];
    given(...shared)
      .when(handOver('finance-staff', 'finance-head', member('finance-staff')))
      .thenEvents(
        receive('finance', 'finance-head'),
        receipt('finance-staff', 'finance-head', [], ['finance']),
      );
  });

  it('what he alone is reminded of moves, though the division chose somebody LINE does not reach', () => {
    const chosen = stands(receive('finance', 'finance-clerk'));
    given(...office, ...chosen, unreachable('finance-clerk'))
      .when(handOver('finance-staff', 'works-staff'))
      .thenEvents(
        assigned('m1', 'works-staff'),
        assigned('o12', 'works-staff'),
        receipt('finance-staff', 'works-staff', ['m1', 'o12']),
      );
  });
});
