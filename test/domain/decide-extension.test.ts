import { describe, expect, it } from 'vitest';
import { ownActs } from '../../src/domain/act.ts';
import type { Command } from '../../src/domain/command.ts';
import { finishDue, isLate } from '../../src/domain/due.ts';
import type { EventOf } from '../../src/domain/event.ts';
import { decidersOf, requestsFor, waiting } from '../../src/domain/extension.ts';
import { openExtension, openExtensions } from '../../src/domain/item.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  clock,
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
} from '../support/an-agency.ts';
import { asked, askedNoMore } from './doings.ts';

const ASKED = bangkok('2026-01-20 10:00');
const DECIDED = bangkok('2026-01-21 09:00');
type Decide = Extract<Command, { type: 'decide-extension' }>;

const decide = (by: string, granted = true, extension = 'x'): Decide => ({
  type: 'decide-extension',
  by: member(by),
  extension,
  granted,
});
const event = (item: string, from: string, until: string, granted = true): EventOf<'extension-decided'> => ({
  type: 'extension-decided',
  v: 1,
  item,
  extension: 'x',
  granted,
  from,
  until,
});
const decided = (
  item: string,
  until: string,
  { granted = true, from = '2026-01-30', extension = 'x', at = DECIDED, by = 'finance-head' } = {},
): Happening =>
  happened(
    { type: 'extension-decided', v: 1, item, extension, granted, from, until },
    { at, by: member(by) },
  );
const m1 = asked('m1', 'x', '2026-02-27', { at: ASKED });
const since = (...more: Happening[]) => given(...anOffice(), ...more);

describe('a later date is decided', () => {
  it("by the head of the item's division, for the date of the plan", () => {
    since(m1)
      .when(decide('finance-head'), DECIDED)
      .thenEvents(event('m1', '2026-01-30', '2026-02-27'));
    since(m1)
      .when(decide('finance-head', false), DECIDED)
      .thenEvents(event('m1', '2026-01-30', '2026-02-27', false));
  });

  it('by any coordinator, and at the terminal', () => {
    expect(since(m1).when(decide('coordinator'), DECIDED).decision.ok).toBe(true);
    expect(since(m1).when({ ...decide(''), by: console_ }, DECIDED).decision.ok).toBe(true);
  });

  it('by nobody else', () => {
    const who = ['head', 'coordinator'] as const;
    for (const by of ['works-head', 'works-staff', 'executive'])
      since(m1).when(decide(by), DECIDED).thenRefused({ kind: 'not-permitted', who });
    since(m1).when(decide('finance-staff'), DECIDED).thenRefused({ kind: 'not-permitted', who });
    since(m1)
      .when({ ...decide(''), by: outsider }, DECIDED)
      .thenRefused({ kind: 'not-a-member' });
    since(m1)
      .when({ ...decide(''), by: clock }, DECIDED)
      .thenRefused({ kind: 'not-a-member' });
  });

  it("never by the head who asked himself: that is the coordinator's", () => {
    const own = asked('m1', 'x', '2026-02-27', { at: ASKED, by: 'finance-head' });
    since(own).when(decide('finance-head'), DECIDED).thenRefused({ kind: 'own-request' });
    expect(since(own).when(decide('coordinator'), DECIDED).decision.ok).toBe(true);
  });

  it('by a coordinator who asked himself only where nobody else could', () => {
    const own = asked('m1', 'x', '2026-02-27', { at: ASKED, by: 'coordinator' });
    since(own).when(decide('coordinator'), DECIDED).thenRefused({ kind: 'own-request' });
    expect(since(own).when(decide('finance-head'), DECIDED).decision.ok).toBe(true);
    const alone = [asked('m3', 'x', '2026-02-27', { at: ASKED, by: 'coordinator' })];
    const dated = measure('m3', { number: 3, divisions: [], end: '2026-01-30' });
    expect(since(dated, ...alone).when(decide('coordinator'), DECIDED).decision.ok).toBe(true);
    const second = joined('coordinator-2', [{ role: 'coordinator' }]);
    since(dated, ...alone, ...second)
      .when(decide('coordinator'), DECIDED)
      .thenRefused({ kind: 'own-request' });
  });

  it('by the coordinator alone where several divisions share the date', () => {
    const shared = measure('m9', { number: 9, divisions: ['finance', 'works'], end: '2026-01-30' });
    const all = since(shared, asked('m9', 'x', '2026-02-27', { at: ASKED }));
    all.when(decide('finance-head'), DECIDED).thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
    expect(all.when(decide('coordinator'), DECIDED).decision.ok).toBe(true);
  });

  it('by the coordinator alone where an O-item would outlast the window of ป.ป.ช.', () => {
    const late = since(asked('o12', 'x', '2026-05-15', { at: ASKED }));
    late.when(decide('finance-head'), DECIDED).thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
    late.when(decide('coordinator'), DECIDED).thenEvents(event('o12', '2026-04-30', '2026-05-15'));
  });

  it('for each item of the request he may decide, the others wait', () => {
    const two = since(m1, asked('o12', 'x', '2026-05-15', { at: ASKED }));
    two.when(decide('finance-head'), DECIDED).thenEvents(event('m1', '2026-01-30', '2026-02-27'));
    const left = agencyOf(
      ...anOffice(),
      m1,
      asked('o12', 'x', '2026-05-15', { at: ASKED }),
      decided('m1', '2026-02-27'),
    );
    expect(waiting(left).map(({ item }) => item.id)).toEqual(['o12']);
    expect(requestsFor(left, 'finance-head')).toEqual([]);
    expect(requestsFor(left, 'coordinator').map(({ item }) => item.id)).toEqual(['o12']);
  });

  it('once: unknown, taken back, replaced and decided ones are refused', () => {
    since()
      .when(decide('finance-head', true, 'constructor'), DECIDED)
      .thenRefused({ kind: 'no-such-extension' });
    since(m1, askedNoMore('m1', 'x', { at: ASKED + 1 }))
      .when(decide('finance-head'), DECIDED)
      .thenRefused({ kind: 'no-such-extension' });
    since(m1, asked('m1', 'newer', '2026-03-31', { at: ASKED + 1 }))
      .when(decide('finance-head'), DECIDED)
      .thenRefused({ kind: 'no-such-extension' });
    since(m1, decided('m1', '2026-02-27'))
      .when(decide('coordinator', false), DECIDED + 1)
      .thenRefused({ kind: 'decided-already', item: 'm1', granted: true });
  });

  it('not of a closed plan, of what is done by now, or to a day that is none later any more', () => {
    since(m1, planClosed())
      .when(decide('finance-head'), DECIDED)
      .thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
    since(m1, reported('m1', 'done', { at: ASKED + 1 }))
      .when(decide('finance-head'), DECIDED)
      .thenRefused({ kind: 'already-done', item: 'm1' });
    const moved = happened({
      type: 'item-changed',
      v: 1,
      item: 'm1',
      revision: 'r',
      fields: { period: { asWritten: null, start: null, end: '2026-03-31' } },
    });
    since(m1, moved)
      .when(decide('finance-head'), DECIDED)
      .thenRefused({ kind: 'not-later', item: 'm1', due: '2026-03-31' });
    expect(since(m1, moved).when(decide('finance-head', false), DECIDED).decision.ok).toBe(true);
  });
});

describe('a decided date', () => {
  const due = (...more: Happening[]) => {
    const agency = agencyOf(...anOffice(), m1, ...more);
    return agency.items.m1 === undefined ? null : finishDue(agency, agency.items.m1);
  };

  it('stands when it was granted, and only then', () => {
    expect(due(decided('m1', '2026-02-27'))).toBe('2026-02-27');
    expect(due(decided('m1', '2026-02-27', { granted: false }))).toBe('2026-01-30');
  });

  it('may be moved a second time', () => {
    const second = asked('m1', 'y', '2026-03-31', { at: DECIDED + 1 });
    const both = [
      decided('m1', '2026-02-27'),
      second,
      decided('m1', '2026-03-31', { extension: 'y', at: DECIDED + 2 }),
    ];
    expect(due(...both)).toBe('2026-03-31');
    given(...anOffice(), m1, decided('m1', '2026-02-27'), second)
      .when(decide('finance-head', true, 'y'), DECIDED + 2)
      .thenEvents({ ...event('m1', '2026-01-30', '2026-03-31'), extension: 'y' });
  });

  it('counts from its decision on: what was late before stays late in the months before', () => {
    const at = bangkok('2026-02-10 09:00');
    const agency = agencyOf(...anOffice(), m1, decided('m1', '2026-02-27', { at }));
    const item = agency.items.m1;
    if (item === undefined) throw new Error('no m1');
    expect(isLate(agency, item, bangkok('2026-02-05 09:00'))).toBe(true);
    expect(isLate(agency, item, bangkok('2026-02-11 09:00'))).toBe(false);
    expect(isLate(agency, item, bangkok('2026-02-28 09:00'))).toBe(true);
  });

  it('is no open request any more, and a new one may be made', () => {
    const item = (...more: Happening[]) => {
      const found = agencyOf(...anOffice(), m1, ...more).items.m1;
      if (found === undefined) throw new Error('no m1');
      return found;
    };
    expect(openExtension(item(decided('m1', '2026-02-27')))).toBeNull();
    const again = asked('m1', 'y', '2026-03-31', { at: DECIDED + 1 });
    expect(openExtension(item(decided('m1', '2026-02-27', { granted: false }), again))).toMatchObject({
      id: 'y',
    });
    const others = asked('m1', 'z', '2026-02-15', { at: ASKED + 1, by: 'coordinator' });
    expect(openExtensions(item(others)).map(({ id }) => id)).toEqual(['x', 'z']);
  });

  it('is not taken back by the asker: that is said, and nothing older goes instead', () => {
    const told = reported('m1', 'in_progress', { at: ASKED - 1 });
    const undo = (what: Extract<Command, { type: 'undo' }>['what']): Command => ({
      type: 'undo',
      by: member('finance-staff'),
      chat: 'direct',
      at: DECIDED + 5,
      what,
    });
    const office = since(told, m1, decided('m1', '2026-02-27'));
    const no = { kind: 'decided-already', item: 'm1', granted: true } as const;
    office.when(undo({ kind: 'newest' }), DECIDED + 5).thenRefused(no);
    office.when(undo({ kind: 'act', act: 'x' }), DECIDED + 5).thenRefused(no);
    office.when(undo({ kind: 'items', items: ['m1'] }), DECIDED + 5).thenRefused(no);
    expect(ownActs(office.agency, member('finance-staff'))).toHaveLength(2);
  });
});

describe('who is to decide', () => {
  const deciders = (item: string, asking: { by: string | null; until: string }, ...more: Happening[]) => {
    const agency = agencyOf(...anOffice(), ...more);
    const found = agency.items[item];
    return found === undefined ? null : decidersOf(agency, found, asking).map(({ id }) => id);
  };

  it.each([
    ['m1', 'finance-staff', '2026-02-27', ['finance-head']],
    ['m1', 'finance-head', '2026-02-27', ['coordinator']],
    ['m1', 'coordinator', '2026-02-27', ['finance-head']],
    ['o12', 'finance-staff', '2026-05-15', ['coordinator']],
    ['m3', 'coordinator', '2026-05-15', []],
  ])('of %s asked by %s until %s: %j', (item, by, until, expected) => {
    expect(deciders(item, { by, until })).toEqual(expected);
  });

  it('is a coordinator while the head cannot be reached, and who acts as head', () => {
    const away = happened({
      type: 'reach-changed',
      v: 1,
      member: 'finance-head',
      reachable: false,
      why: 'blocked',
    });
    expect(deciders('m1', { by: 'finance-staff', until: '2026-02-27' }, away)).toEqual(['coordinator']);
    const acts = joined('deputy', [{ role: 'head', division: 'finance' }]);
    expect(deciders('m1', { by: 'finance-head', until: '2026-02-27' }, ...acts)).toEqual(['deputy']);
  });
});
