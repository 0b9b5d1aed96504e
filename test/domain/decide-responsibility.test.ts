import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import type { Actor } from '../../src/domain/entry.ts';
import { mayReport } from '../../src/domain/permission.ts';
import {
  anOffice,
  console_,
  given,
  happened,
  joined,
  member,
  outsider,
  planClosed,
} from '../support/an-agency.ts';

/** A second clerk in กองคลัง, and one of no other division than กองช่าง. */
const office = [...anOffice(), ...joined('finance-clerk', [{ role: 'staff', division: 'finance' }])];
const COORDINATOR_OR_HEAD = { kind: 'not-permitted', who: ['coordinator', 'head'] };

describe('a deputy', () => {
  const set = (by: Actor, of: string, deputy: string | null): Command => ({
    type: 'set-deputy',
    by,
    member: of,
    deputy,
  });

  it.each<[string, Actor, string, string]>([
    ['a coordinator, of anybody and from anywhere', member('coordinator'), 'finance-staff', 'works-staff'],
    ['the terminal', console_, 'executive', 'coordinator'],
    ['the head of his division', member('finance-head'), 'finance-staff', 'finance-clerk'],
    ['a person, his own', member('finance-staff'), 'finance-staff', 'finance-head'],
    ['an executive, his own', member('executive'), 'executive', 'works-head'],
  ])('is set by %s', (_who, by, of, deputy) => {
    given(...office)
      .when(set(by, of, deputy))
      .thenEvents({ type: 'deputy-set', v: 1, member: of, deputy });
  });

  it.each<[string, Actor, string, string | null, object]>([
    ['a colleague', member('finance-clerk'), 'finance-staff', 'finance-head', COORDINATOR_OR_HEAD],
    [
      'a head elsewhere',
      member('works-head'),
      'finance-staff',
      'finance-clerk',
      { kind: 'not-your-division', divisions: ['finance'] },
    ],
    [
      'a head of people in no division',
      member('works-head'),
      'executive',
      'works-staff',
      { kind: 'not-permitted', who: ['coordinator'] },
    ],
    [
      'a person from elsewhere',
      member('finance-staff'),
      'finance-staff',
      'works-staff',
      { kind: 'not-in-division', member: 'works-staff', division: 'finance' },
    ],
    [
      'the head from elsewhere',
      member('finance-head'),
      'finance-staff',
      'works-staff',
      { kind: 'not-in-division', member: 'works-staff', division: 'finance' },
    ],
    ['himself', member('finance-staff'), 'finance-staff', 'finance-staff', { kind: 'same-person' }],
    ['a stranger', outsider, 'finance-staff', 'finance-clerk', { kind: 'not-a-member' }],
    ['nobody known', console_, 'finance-staff', 'gone', { kind: 'no-such-person' }],
    ['for nobody known', console_, 'toString', 'finance-staff', { kind: 'no-such-person' }],
  ])('is refused: %s', (_who, by, of, deputy, refusal) => {
    expect(given(...office).when(set(by, of, deputy)).decision).toEqual({ ok: false, refusal });
  });

  const chosen = happened({ type: 'deputy-set', v: 1, member: 'finance-staff', deputy: 'finance-clerk' });

  it('is taken away again', () => {
    given(...office, chosen)
      .when(set(member('finance-staff'), 'finance-staff', null))
      .thenEvents({ type: 'deputy-set', v: 1, member: 'finance-staff', deputy: null });
  });

  it('set again changes nothing', () => {
    given(...office, chosen)
      .when(set(console_, 'finance-staff', 'finance-clerk'))
      .thenNothing();
    given(...office)
      .when(set(console_, 'finance-staff', null))
      .thenNothing();
  });
});

describe('the receivers of a division', () => {
  const set = (by: Actor, members: readonly string[], division = 'finance'): Command => ({
    type: 'set-receivers',
    by,
    division,
    members,
  });
  const event = { type: 'receivers-set', v: 1, division: 'finance' } as const;

  it.each<[string, Actor]>([
    ['a coordinator', member('coordinator')],
    ['its head', member('finance-head')],
    ['the terminal', console_],
  ])('are chosen by %s', (_who, by) => {
    given(...office)
      .when(set(by, ['finance-clerk', 'finance-head', 'finance-clerk']))
      .thenEvents({ ...event, members: ['finance-clerk', 'finance-head'] });
  });

  it.each<[string, Actor, readonly string[], object]>([
    ['its staff', member('finance-staff'), ['finance-staff'], COORDINATOR_OR_HEAD],
    [
      'another head',
      member('works-head'),
      ['finance-staff'],
      { kind: 'not-your-division', divisions: ['finance'] },
    ],
    ['a stranger', outsider, ['finance-staff'], { kind: 'not-a-member' }],
    ['nobody known', console_, ['gone'], { kind: 'no-such-person' }],
    [
      'people from elsewhere, even by a coordinator',
      member('coordinator'),
      ['finance-staff', 'works-staff'],
      { kind: 'not-in-division', member: 'works-staff', division: 'finance' },
    ],
  ])('are refused: %s', (_who, by, members, refusal) => {
    expect(given(...office).when(set(by, members)).decision).toEqual({ ok: false, refusal });
  });

  it('are refused for a division there is not', () => {
    given(...office)
      .when(set(console_, [], 'health'))
      .thenRefused({ kind: 'no-such-division', division: 'health' });
  });

  const chosen = happened({ ...event, members: ['finance-clerk'] });

  it('nobody = as if never chosen', () => {
    given(...office, chosen)
      .when(set(console_, []))
      .thenEvents({ ...event, members: [] });
  });

  it('chosen again change nothing', () => {
    given(...office, chosen)
      .when(set(console_, ['finance-clerk']))
      .thenNothing();
    given(...office)
      .when(set(console_, []))
      .thenNothing();
  });
});

describe('an item is given to a person', () => {
  const assign = (by: Actor, item: string, person: string | null, deputy: string | null = null): Command => ({
    type: 'assign-item',
    by,
    item,
    person,
    deputy,
  });
  const event = { type: 'item-assigned', v: 1 } as const;

  it.each<[string, Actor, string, string, string | null]>([
    ['a coordinator, to anyone who may report', member('coordinator'), 'm1', 'works-staff', 'finance-clerk'],
    ['a coordinator, an item nobody owns', member('coordinator'), 'm3', 'works-staff', null],
    ['a coordinator, to a coordinator', member('coordinator'), 'm1', 'coordinator', null],
    ['the head, within his division', member('finance-head'), 'o12', 'finance-clerk', 'finance-staff'],
    ['the terminal', console_, 'm2', 'works-head', null],
  ])('by %s', (_who, by, item, person, deputy) => {
    given(...office)
      .when(assign(by, item, person, deputy))
      .thenEvents({ ...event, item, person, deputy });
  });

  it.each<[string, Command, object]>([
    ['by staff', assign(member('finance-staff'), 'm1', 'finance-staff'), COORDINATOR_OR_HEAD],
    [
      'by a head elsewhere',
      assign(member('works-head'), 'm1', 'finance-staff'),
      { kind: 'not-your-division', divisions: ['finance'] },
    ],
    [
      'by a head, an item nobody owns',
      assign(member('works-head'), 'm3', 'works-staff'),
      { kind: 'not-permitted', who: ['coordinator'] },
    ],
    [
      'by its head to somebody of elsewhere',
      assign(member('finance-head'), 'm1', 'works-staff'),
      { kind: 'not-in-division', member: 'works-staff', division: 'finance' },
    ],
    [
      'with a deputy of elsewhere',
      assign(member('finance-head'), 'm1', 'finance-staff', 'works-staff'),
      { kind: 'not-in-division', member: 'works-staff', division: 'finance' },
    ],
    [
      'to an executive',
      assign(member('coordinator'), 'm1', 'executive'),
      { kind: 'reads-only', member: 'executive' },
    ],
    ['by a stranger', assign(outsider, 'm1', 'finance-staff'), { kind: 'not-a-member' }],
    ['to nobody known', assign(console_, 'm1', 'gone'), { kind: 'no-such-person' }],
    ['twice to one', assign(console_, 'm1', 'finance-staff', 'finance-staff'), { kind: 'same-person' }],
    ['that is none', assign(console_, 'constructor', 'finance-staff'), { kind: 'no-such-item' }],
  ])('not %s', (_how, command, refusal) => {
    expect(given(...office).when(command).decision).toEqual({ ok: false, refusal });
  });

  it('not of a closed plan', () => {
    given(...office, planClosed())
      .when(assign(console_, 'm1', 'finance-staff'))
      .thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
  });

  const taken = happened({ ...event, item: 'm1', person: 'works-staff', deputy: null });

  it('and is nobody’s again', () => {
    given(...office, taken)
      .when(assign(member('finance-head'), 'm1', null))
      .thenEvents({ ...event, item: 'm1', person: null, deputy: null });
  });

  it('given again changes nothing', () => {
    given(...office, taken)
      .when(assign(console_, 'm1', 'works-staff'))
      .thenNothing();
  });

  it('then he may report it, whatever his division', () => {
    const { agency } = given(...office, taken);
    const [m1, clerk, other] = [agency.items.m1, agency.members['works-staff'], agency.members['works-head']];
    if (m1 === undefined || clerk === undefined || other === undefined) throw new Error('the office is gone');
    expect([mayReport(clerk, m1), mayReport(other, m1)]).toEqual([true, false]);
  });
});
