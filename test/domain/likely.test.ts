import { describe, expect, it } from 'vitest';
import { lastRemindedItems, likelyItems } from '../../src/domain/likely.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  type Happening,
  happened,
  measure,
  planClosed,
  reminded,
  reported,
} from '../support/an-agency.ts';

const NOW = bangkok('2026-02-02 10:00');
const HOUR = 3_600_000;
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

const bound = (group: string, division?: string): Happening =>
  happened({
    type: 'group-bound',
    v: 1,
    group,
    code: 'code',
    purpose: division === undefined ? 'staff' : 'division',
    ...(division === undefined ? {} : { division }),
  });
/** กองคลัง owns m1 (30 January), m4 (4 February), m5 (no date), m6 (1 June) and o12 (30 April). */
const office = [
  ...anOffice(),
  measure('m4', { number: 4, end: '2026-02-04' }),
  measure('m5', { number: 5 }),
  measure('m6', { number: 6, end: '2026-06-01' }),
  bound('works-group', 'works'),
  bound('staff-group'),
];
const him = (items: string[], at = NOW) => reminded({ member: 'finance-staff' }, items, at);

describe('what was last reminded', () => {
  const last = (member: string | null, group: string | null, ...more: Happening[]) =>
    ids(lastRemindedItems(agencyOf(...office, ...more), member, group));

  it('is what the last reminder named, in its order, each once', () => {
    expect(last('finance-staff', null, him(['m4', 'o12', 'm4']))).toEqual(['m4', 'o12']);
    expect(last('finance-staff', null, him(['m4']), him(['o12'], NOW + HOUR))).toEqual(['o12']);
  });

  it('and is not done, of an open plan, and known', () => {
    const done = reported('m4', 'done', { at: NOW });
    expect(last('finance-staff', null, him(['m4', 'o12', 'm99']), done)).toEqual(['o12']);
    expect(last('finance-staff', null, him(['m4']), planClosed())).toEqual([]);
  });

  it('in a group is of the group or of the person, whichever came later', () => {
    const group = reminded({ group: 'staff-group' }, ['m1'], NOW + HOUR);
    expect(last('finance-staff', 'staff-group', him(['m4']), group)).toEqual(['m1']);
    expect(last('finance-staff', 'staff-group', group, him(['m4'], NOW + 2 * HOUR))).toEqual(['m4']);
    expect(last('finance-staff', null, him(['m4']), group)).toEqual(['m4']);
    expect(last(null, 'staff-group', group)).toEqual(['m1']);
  });

  it('is nothing where nobody was reminded', () => {
    expect(last('finance-staff', 'staff-group')).toEqual([]);
    expect(last(null, null)).toEqual([]);
  });
});

describe('which item he means', () => {
  const likely = (member: string | null, group: string | null, ...more: Happening[]) =>
    ids(likelyItems(agencyOf(...office, ...more), member, group, NOW));

  it('is first what was last reminded, at most four', () => {
    expect(likely('finance-staff', null, him(['o12', 'm6']))).toEqual(['o12', 'm6']);
    expect(likely('finance-staff', null, him(['m1', 'm4', 'm5', 'm6', 'o12']))).toEqual([
      'm1',
      'm4',
      'm5',
      'm6',
    ]);
  });

  it('else what is unfinished in his divisions, the nearest due first, past or to come, undated last', () => {
    expect(likely('finance-staff', null)).toEqual(['m4', 'm1', 'o12', 'm6']);
    expect(likely('finance-staff', null, reported('m4', 'done', { at: NOW }))).toEqual([
      'm1',
      'o12',
      'm6',
      'm5',
    ]);
    expect(likely('finance-staff', null, him(['m4']), reported('m4', 'done', { at: NOW }))[0]).toBe('m1');
    expect(likely('works-head', null)).toEqual(['m2']);
  });

  it('is of all divisions for the coordinator', () => {
    expect(likely('coordinator', null)).toEqual(['m4', 'm1', 'm2', 'o12']);
  });

  it("is of the group's division for whoever has none", () => {
    expect(likely('executive', 'works-group')).toEqual(['m2']);
    expect(likely(null, 'works-group')).toEqual(['m2']);
    expect(likely('finance-staff', 'works-group')[0]).toBe('m4');
  });

  it('is nothing when nobody can tell', () => {
    expect(likely('executive', null)).toEqual([]);
    expect(likely(null, 'staff-group')).toEqual([]);
    expect(likely('stranger', 'strange-group')).toEqual([]);
  });
});
