import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/agency.ts';
import type { ReportCommand } from '../../src/domain/command.ts';
import { duesOf, isLate, reportGiven } from '../../src/domain/due.ts';
import type { Status } from '../../src/domain/event.ts';
import { statusOf } from '../../src/domain/item.ts';
import { lastRemindedItems } from '../../src/domain/likely.ts';
import { partsOf, percentFor, reportFor, statusFor } from '../../src/domain/part.ts';
import {
  duesIn,
  figuresByDivision,
  lateItems,
  missingItems,
  withoutEvidence,
} from '../../src/domain/progress.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  given,
  type Happening,
  happened,
  inGroup,
  joined,
  measure,
  member,
  reminded,
  reported,
} from '../support/an-agency.ts';
import { shown } from './doings.ts';

const shared = measure('s1', {
  number: 9,
  divisions: ['finance', 'works', 'education'],
  start: '2026-01-01',
  end: '2026-01-30',
});
const AT = bangkok('2026-01-20 10:00');
const LATE = bangkok('2026-02-03 10:00');

/** A division's own part, told by its staff. */
function part(
  divisions: string[],
  status: Status,
  at: number,
  more: { percent?: number; report?: string; by?: string } = {},
): Happening {
  const { report = `report-${at}`, by = `${divisions[0]}-staff`, percent } = more;
  const told = percent === undefined ? {} : { percent };
  return happened(
    { type: 'item-reported', v: 1, item: 's1', report, status, ...told, chat: 'direct', divisions },
    { at, by: member(by) },
  );
}
const office = (...more: Happening[]) => agencyOf(...anOffice(), shared, ...more);
const itemIn = (agency: ReturnType<typeof office>): Item => {
  const item = agency.items.s1;
  if (item === undefined) throw new Error('no s1');
  return item;
};
const item = (...more: Happening[]) => itemIn(office(...more));

describe('a part of a shared item', () => {
  it('is what its division told, or what was told of the whole', () => {
    const one = item(part(['finance'], 'done', AT));
    expect(statusFor(one, 'finance')).toBe('done');
    expect(statusFor(one, 'works')).toBe('not_started');
    expect(statusFor(one, ['finance', 'works'])).toBe('in_progress');
    expect(statusFor(one, null)).toBe('in_progress');
    const all = item(
      part(['finance'], 'done', AT),
      reported('s1', 'not_started', { at: AT + 1, by: 'coordinator' }),
    );
    expect(statusFor(all, 'finance')).toBe('not_started');
  });

  it('of who owns none of it is the whole', () => {
    expect(partsOf(item(), 'audit')).toEqual(['finance', 'works', 'education']);
    expect(statusFor(item(part(['finance'], 'done', AT)), ['audit'])).toBe('in_progress');
  });

  it('does not lend its percentage to the whole', () => {
    const one = item(part(['finance'], 'in_progress', AT, { percent: 60 }));
    expect(percentFor(one, 'finance')).toBe(60);
    expect(percentFor(one, null)).toBeUndefined();
    const all = item(reported('s1', 'in_progress', { at: AT, by: 'coordinator', percent: 40 }));
    expect(percentFor(all, null)).toBe(40);
    expect(reportFor(one, 'works')).toBeNull();
    expect(reportFor(one, null)).toMatchObject({ by: 'finance-staff' });
  });

  it('of a division that is the only owner by now is all of the item', () => {
    const only = happened({
      type: 'item-changed',
      v: 1,
      item: 's1',
      revision: 'r',
      fields: { divisions: ['works'] },
    });
    expect(statusOf(item(part(['finance'], 'done', AT), only))).toBe('not_started');
    expect(statusOf(item(part(['finance'], 'done', AT), part(['works'], 'done', AT + 1), only))).toBe('done');
  });
});

describe('what a division has left', () => {
  const told = [part(['finance'], 'done', AT)];

  it('does not hold its done part of a shared item', () => {
    const agency = office(...told);
    expect(missingItems(agency, 'finance').map(({ id }) => id)).not.toContain('s1');
    expect(missingItems(agency, 'works').map(({ id }) => id)).toContain('s1');
    expect(missingItems(agency, ['finance', 'works']).map(({ id }) => id)).toContain('s1');
    expect(missingItems(agency).map(({ id }) => id)).toContain('s1');
    expect(withoutEvidence(agency, 'finance').map(({ id }) => id)).toEqual(['s1']);
    expect(withoutEvidence(agency).map(({ id }) => id)).toEqual([]);
  });

  it('is late by itself', () => {
    const agency = office(...told);
    expect(isLate(agency, itemIn(agency), LATE, 'finance')).toBe(false);
    expect(isLate(agency, itemIn(agency), LATE, 'works')).toBe(true);
    expect(lateItems(agency, LATE, 'works').map(({ id }) => id)).toEqual(['s1']);
    expect(lateItems(agency, LATE, 'finance').map(({ id }) => id)).toEqual(['m1']);
  });

  it('counts in its figures by its own part', () => {
    const rows = figuresByDivision(office(...told), [itemIn(office(...told))], LATE);
    expect(rows).toEqual([
      { division: 'finance', figures: { total: 1, done: 1, inProgress: 0, notStarted: 0, late: 0 } },
      { division: 'works', figures: { total: 1, done: 0, inProgress: 0, notStarted: 1, late: 1 } },
      { division: 'education', figures: { total: 1, done: 0, inProgress: 0, notStarted: 1, late: 1 } },
    ]);
  });

  it('falls due, and is reported, by itself', () => {
    const monthly = measure('s1', {
      number: 9,
      divisions: ['finance', 'works'],
      start: '2026-01-01',
      end: '2026-03-31',
      followUp: { cadence: 'monthly' },
    });
    const agency = agencyOf(...anOffice(), monthly, part(['finance'], 'in_progress', AT));
    const one = itemIn(agency);
    expect(reportGiven(agency, one, '2026-01-30', 'finance')).toBe(true);
    expect(reportGiven(agency, one, '2026-01-30', 'works')).toBe(false);
    expect(reportGiven(agency, one, '2026-01-30')).toBe(false);
    expect(duesOf(agency, one, 'finance').map(({ date }) => date)).not.toContain('2026-01-30');
    const asked = { from: '2026-01-30', to: '2026-01-30', division: 'works' };
    expect(duesIn(agency, asked).map(({ item: { id }, kind }) => `${id} ${kind}`)).toEqual(['s1 report']);
    expect(duesIn(agency, { ...asked, division: 'finance' }).map(({ item: { id } }) => id)).toEqual(['m1']);
  });

  it('is not asked about again once it is done', () => {
    const agency = office(
      ...told,
      reminded({ member: 'finance-staff' }, ['s1']),
      reminded({ member: 'works-staff' }, ['s1']),
    );
    expect(lastRemindedItems(agency, 'finance-staff', null)).toEqual([]);
    expect(lastRemindedItems(agency, 'works-staff', null).map(({ id }) => id)).toEqual(['s1']);
  });
});

describe('telling of a shared item', () => {
  const tell = (by: string, more: Partial<ReportCommand> = {}): ReportCommand => ({
    type: 'report',
    by: member(by),
    report: 'r',
    chat: 'direct',
    items: [{ item: 's1', status: 'done' }],
    ...more,
  });
  const told = (divisions?: string[]) => ({
    type: 'item-reported' as const,
    v: 1 as const,
    item: 's1',
    report: 'r',
    status: 'done' as const,
    chat: 'direct' as const,
    ...(divisions === undefined ? {} : { divisions }),
  });
  const since = (...more: Happening[]) => given(...anOffice(), shared, ...more);

  it("is of the speaker's own part, a coordinator's of the whole or of whom he names", () => {
    since()
      .when(tell('works-staff'), AT)
      .thenEvents(told(['works']));
    since().when(tell('coordinator'), AT).thenEvents(told());
    since()
      .when(tell('coordinator', { divisions: ['education'] }), AT)
      .thenEvents(told(['education']));
    since()
      .when(tell('coordinator', { divisions: ['finance', 'works', 'education'] }), AT)
      .thenEvents(told());
  });

  it('of a coordinator who is in one of the divisions is of that one, unless he names another', () => {
    const both = joined('both', [{ role: 'coordinator' }, { role: 'staff', division: 'works' }]);
    since(...both)
      .when(tell('both'), AT)
      .thenEvents(told(['works']));
    since(...both)
      .when(tell('both', { divisions: ['finance'] }), AT)
      .thenEvents(told(['finance']));
  });

  it("in another division's name is refused, and so is a division that has no part in it", () => {
    since()
      .when(tell('works-staff', { divisions: ['finance'] }), AT)
      .thenRefused({ kind: 'not-your-item', item: 's1', divisions: ['finance'] });
    since()
      .when(tell('works-staff', { divisions: ['works'] }), AT)
      .thenEvents(told(['works']));
    since()
      .when(tell('coordinator', { divisions: ['audit'] }), AT)
      .thenRefused({ kind: 'not-of-division', item: 's1', division: 'audit' });
  });

  it('by a button is stale only for who told the same part', () => {
    const before = since().agency.version;
    const drawn = { drawnFrom: before, items: [{ item: 's1', status: 'in_progress' as const }] };
    const office = since(part(['works'], 'done', AT));
    expect(office.when(tell('finance-staff', drawn), AT + 1).decision.ok).toBe(true);
    office
      .when(tell('works-head', drawn), AT + 1)
      .thenRefused({ kind: 'stale', item: 's1', present: 'done' });
    since(part(['finance'], 'done', AT), reported('s1', 'not_started', { at: AT + 1, by: 'coordinator' }))
      .when(tell('finance-staff', { ...drawn, drawnFrom: before + 1 }), AT + 2)
      .thenRefused({ kind: 'stale', item: 's1', present: 'not_started' });
  });

  it('is taken back, whatever other divisions did about theirs since', () => {
    const undo = {
      type: 'undo',
      by: member('finance-staff'),
      chat: 'direct',
      at: AT + 9,
      what: { kind: 'newest' },
    } as const;
    const mine = part(['finance'], 'done', AT, { report: 'mine' });
    const gone = { type: 'report-undone' as const, v: 1 as const, item: 's1', report: 'mine' };
    since(mine, part(['works'], 'done', AT + 1))
      .when(undo, AT + 9)
      .thenEvents(gone);
    since(mine, shown('s1', 'e', { at: AT + 1, by: 'works-staff' }))
      .when(undo, AT + 9)
      .thenEvents(gone);
    since(mine, part(['finance'], 'in_progress', AT + 1, { by: 'finance-head' }))
      .when(undo, AT + 9)
      .thenRefused({ kind: 'changed-since', item: 's1', by: 'finance-head', at: AT + 1 });
    since(mine, reported('s1', 'done', { at: AT + 1, by: 'coordinator', chat: inGroup('g') }))
      .when(undo, AT + 9)
      .thenRefused({ kind: 'changed-since', item: 's1', by: 'coordinator', at: AT + 1 });
  });
});
