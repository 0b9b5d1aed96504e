import { describe, expect, it } from 'vitest';
import type { ReportCommand } from '../../src/domain/command.ts';
import type { Actor } from '../../src/domain/entry.ts';
import type { Role, Status } from '../../src/domain/event.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import {
  agencyAdded,
  anOffice,
  aStaffedOffice,
  bangkok,
  clock,
  console_,
  given,
  inGroup,
  joined,
  measure,
  member,
  oItem,
  outsider,
  planClosed,
  planImported,
  planOpened,
  reported,
} from '../support/an-agency.ts';

const NOON = bangkok('2026-01-20 12:00');

function report(items: readonly string[] | ReportCommand['items'], more: Partial<ReportCommand> = {}) {
  return {
    type: 'report' as const,
    by: member('finance-staff'),
    report: 'report-1',
    chat: 'direct' as const,
    items: items.map((item) => (typeof item === 'string' ? { item, status: 'done' as const } : item)),
    ...more,
  };
}

describe('a report', () => {
  it('is one entry with what was told', () => {
    given(...anOffice())
      .when(report(['m1']))
      .thenEvents({
        type: 'item-reported',
        v: 1,
        item: 'm1',
        report: 'report-1',
        status: 'done',
        chat: 'direct',
      });
  });

  it('keeps percent, the seal of the note and the group it was told in', () => {
    const note = { id: 'text-1', mac: 'a'.repeat(64) };
    given(...anOffice())
      .when(
        report([{ item: 'm1', status: 'in_progress', percent: 40 }], { note, chat: inGroup('staff-group') }),
      )
      .thenEvents({
        type: 'item-reported',
        v: 1,
        item: 'm1',
        report: 'report-1',
        status: 'in_progress',
        percent: 40,
        note,
        chat: { group: 'staff-group' },
      });
  });

  it('of several items is one entry each, under one id', () => {
    const { decision } = given(...anOffice()).when(report(['m1', 'o12']));
    expect(decision.ok && decision.events.map((event) => 'report' in event && event.report)).toEqual([
      'report-1',
      'report-1',
    ]);
  });

  it('is refused whole when one of its items is refused', () => {
    given(...anOffice())
      .when(report(['m1', 'm2']))
      .thenRefused({ kind: 'not-your-item', item: 'm2', divisions: ['works'] });
    given(...anOffice())
      .when(report(['m1', 'm99']))
      .thenRefused({ kind: 'no-such-item' });
  });

  it('may say the same again: the second time is a report too', () => {
    const { decision } = given(...anOffice(), reported('m1', 'done', { at: NOON })).when(report(['m1']));
    expect(decision.ok && decision.events).toHaveLength(1);
  });

  it('may step back: done can become in progress', () => {
    const { decision } = given(...anOffice(), reported('m1', 'done', { at: NOON })).when(
      report([{ item: 'm1', status: 'in_progress' }]),
    );
    expect(decision.ok).toBe(true);
  });
});

/** Every role in the item's division and in another, in every state of the plan, for every kind of owner. */
describe('who may report (docs/design.md, role table)', () => {
  const OWNERS: Readonly<Record<string, string[]>> = {
    "finance's": ['finance'],
    "works' and finance's": ['works', 'finance'],
    "nobody's": [],
  };
  const PLANS = {
    draft: [],
    open: [planOpened()],
    closed: [planOpened(), planClosed()],
  };
  const holders: [Role, string | undefined][] = [
    ['staff', 'finance'],
    ['staff', 'audit'],
    ['head', 'finance'],
    ['head', 'audit'],
    ['executive', undefined],
    // An executive invited with a division stays an executive.
    ['executive', 'finance'],
    ['coordinator', undefined],
  ];

  const cases = Object.entries(OWNERS).flatMap(([owner, divisions]) =>
    (Object.keys(PLANS) as (keyof typeof PLANS)[]).flatMap((state) =>
      holders.flatMap(([role, division]) =>
        (['measure', 'oit'] as const).map((kind) => {
          const own = division !== undefined && divisions.includes(division) && role !== 'executive';
          const refusal: Refusal | null =
            state !== 'open'
              ? { kind: 'plan-not-open', year: 2569, state }
              : role === 'coordinator' || own
                ? null
                : { kind: 'not-your-item', item: 'x', divisions };
          return { role, division, owner, divisions, state, kind, refusal };
        }),
      ),
    ),
  );

  it.each(cases)('$role of $division, $owner $kind, plan $state: $refusal.kind', ({
    role,
    division,
    divisions,
    state,
    kind,
    refusal,
  }) => {
    const roles = [division === undefined ? { role } : { role, division }];
    const item = kind === 'oit' ? oItem('x', { divisions }) : measure('x', { divisions });
    const outcome = given(agencyAdded(), ...joined('who', roles), planImported(), item, ...PLANS[state]).when(
      report(['x'], { by: member('who') }),
    );
    if (refusal !== null) outcome.thenRefused(refusal);
    else expect(outcome.decision.ok).toBe(true);
  });

  it('one who holds two roles may what either may', () => {
    const roles = [{ role: 'executive' as const }, { role: 'staff' as const, division: 'finance' }];
    const history = [...anOffice(), ...joined('acting-palad', roles)];
    const by = member('acting-palad');
    expect(given(...history).when(report(['m1'], { by })).decision.ok).toBe(true);
    expect(given(...history).when(report(['m2'], { by })).decision.ok).toBe(false);
  });

  it('the terminal may report any item', () => {
    expect(given(...anOffice()).when(report(['m1', 'm2', 'm3'], { by: console_ })).decision.ok).toBe(true);
  });

  it.each<[string, Actor]>([
    ['a stranger', member('stranger')],
    ['a citizen', outsider],
    ['the clock', clock],
  ])('%s may not', (_who, by) => {
    given(...anOffice())
      .when(report(['m1'], { by }))
      .thenRefused({ kind: 'not-a-member' });
  });

  it('a citizen learns nothing of a plan that is a draft', () => {
    given(...aStaffedOffice(), planImported(), measure('m1'))
      .when(report(['m1'], { by: outsider }))
      .thenRefused({ kind: 'not-a-member' });
  });
});

describe('a button older than the item', () => {
  const history = [...anOffice()];
  const drawnFrom = history.length;
  const press = (status: Status, seen = drawnFrom) => report([{ item: 'm1', status }], { drawnFrom: seen });
  const changed = [
    ...history,
    reported('m1', 'in_progress', { at: bangkok('2026-01-10 09:00'), by: 'finance-head' }),
  ];

  it('asks before it changes what somebody reported since', () => {
    given(...changed)
      .when(press('done'))
      .thenRefused({ kind: 'stale', item: 'm1', present: 'in_progress' });
  });

  it('asks no question when it says what is true already', () => {
    expect(given(...changed).when(press('in_progress')).decision.ok).toBe(true);
  });

  it('is fresh when it was drawn from the last change', () => {
    expect(given(...changed).when(press('done', changed.length)).decision.ok).toBe(true);
  });

  it('is not made stale by other items', () => {
    const other = [...history, reported('o12', 'done', { at: bangkok('2026-01-10 09:00') })];
    expect(given(...other).when(press('done')).decision.ok).toBe(true);
  });

  it('is made stale by an undo', () => {
    const taken = [
      ...history,
      reported('m1', 'done', { at: bangkok('2026-01-10 09:00'), report: 'r' }),
      ...[reported('m1', 'in_progress', { at: bangkok('2026-01-10 09:05') })],
    ];
    given(...taken)
      .when(press('done', history.length + 1))
      .thenRefused({ kind: 'stale', item: 'm1', present: 'in_progress' });
  });

  it('typed words have no button and are never stale', () => {
    expect(given(...changed).when(report(['m1'])).decision.ok).toBe(true);
  });

  it('first says that the item is not his', () => {
    given(...changed)
      .when({ ...press('done'), by: member('works-staff') })
      .thenRefused({ kind: 'not-your-item', item: 'm1', divisions: ['finance'] });
  });
});
