import { describe, expect, it } from 'vitest';
import type { ItemFacts } from '../../src/domain/agency.ts';
import type { Command } from '../../src/domain/command.ts';
import { readDraft } from '../../src/domain/draft.ts';
import { firstImport } from '../../src/domain/revise.ts';
import {
  agencyOf,
  anOffice,
  aStaffedOffice,
  console_,
  countingIds,
  DIVISIONS,
  exampleDraft,
  given,
  happened,
  member,
  planClosed,
  planImported,
  planOpened,
  START,
} from '../support/an-agency.ts';

const coordinator = member('coordinator');

const ITEM: ItemFacts = {
  id: 'm1',
  year: 2569,
  kind: 'measure',
  number: 1,
  title: 'จัดทำคู่มือ',
  indicators: [4],
  methods: ['ประชุม'],
  divisions: ['finance'],
  period: { asWritten: 'ตลอดปีงบประมาณ', start: '2025-10-01', end: '2026-09-30' },
  followUp: { asWritten: null, cadence: 'named-months', dueDate: null, reportMonths: ['2026-04'] },
};

function importPlan(items: readonly ItemFacts[], year = 2569): Command {
  return {
    type: 'revise-plan',
    by: coordinator,
    revision: 'import-1',
    change: firstImport({ year, title: 'แผน', catalogue: year, oitDue: '2026-04-30', items }),
  };
}

describe('importing a plan', () => {
  it('keeps it whole, as a draft whose OIT window nobody confirmed yet', () => {
    const { id: item, ...facts } = ITEM;
    given(...aStaffedOffice())
      .when(importPlan([ITEM]))
      .thenEvents(
        {
          type: 'plan-imported',
          v: 1,
          year: 2569,
          title: 'แผน',
          catalogue: 2569,
          oitDue: '2026-04-30',
          oitDueConfirmed: false,
          revision: 'import-1',
        },
        {
          type: 'item-added',
          v: 1,
          item,
          ...facts,
          indicators: [4],
          methods: ['ประชุม'],
          divisions: ['finance'],
          followUp: { ...facts.followUp, reportMonths: ['2026-04'] },
          revision: 'import-1',
        },
      );
  });

  it('is refused when the year has a plan', () => {
    for (const state of [[], [planOpened()]]) {
      given(...aStaffedOffice(), planImported(), ...state)
        .when(importPlan([]))
        .thenRefused({ kind: 'plan-exists', year: 2569 });
    }
    given(...aStaffedOffice(), planImported(), planOpened(), planClosed())
      .when(importPlan([]))
      .thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
  });

  it('stands beside the plan of another year', () => {
    expect(given(...anOffice()).when(importPlan([], 2570)).decision.ok).toBe(true);
  });

  it('is refused whole for one division the office does not have', () => {
    given(...aStaffedOffice())
      .when(importPlan([ITEM, { ...ITEM, id: 'm2', number: 2, divisions: ['finance', 'health'] }]))
      .thenRefused({ kind: 'no-such-division', division: 'health' });
  });

  it('takes the example plan as it is read', () => {
    const read = readDraft(exampleDraft(), DIVISIONS, countingIds());
    const { decision } = given(...aStaffedOffice()).when({
      type: 'revise-plan',
      by: coordinator,
      revision: 'import-1',
      change: firstImport(read),
    });
    if (!decision.ok) throw new Error(decision.refusal.kind);
    const agency = agencyOf(...aStaffedOffice(), ...decision.events.map((event) => happened(event)));
    expect(Object.keys(agency.items)).toHaveLength(12 + 26);
    expect(agency.plans[2569]).toMatchObject({ state: 'draft', published: false, oitDueConfirmed: false });
  });
});

describe('a plan goes from draft to open to closed', () => {
  const plan = {
    draft: [...aStaffedOffice(), planImported()],
    open: [...aStaffedOffice(), planImported(), planOpened()],
    closed: [...aStaffedOffice(), planImported(), planOpened(), planClosed()],
  };
  type State = keyof typeof plan;
  const EVENT = {
    'open-plan': 'plan-opened',
    'close-plan': 'plan-closed',
    'publish-plan': 'plan-published',
  } as const;

  it.each<[State, keyof typeof EVENT, 'happens' | 'is true already' | 'is refused']>([
    ['draft', 'open-plan', 'happens'],
    ['open', 'open-plan', 'is true already'],
    ['closed', 'open-plan', 'is refused'],
    ['draft', 'close-plan', 'is refused'],
    ['open', 'close-plan', 'happens'],
    ['closed', 'close-plan', 'is refused'],
    ['draft', 'publish-plan', 'is refused'],
    ['open', 'publish-plan', 'happens'],
    ['closed', 'publish-plan', 'happens'],
  ])('a plan that is %s: %s %s', (state, type, what) => {
    const outcome = given(...plan[state]).when({ type, by: coordinator, year: 2569 });
    if (what === 'happens') outcome.thenEvents({ type: EVENT[type], v: 1, year: 2569 });
    else if (what === 'is true already') outcome.thenNothing();
    else outcome.thenRefused({ kind: 'plan-not-open', year: 2569, state });
  });

  it('what was closed by mistake is opened again at the terminal, and is as old as it was', () => {
    const again = given(...plan.closed);
    again
      .when({ type: 'open-plan', by: console_, year: 2569 })
      .thenEvents({ type: 'plan-opened', v: 1, year: 2569 });
    const later = planOpened(2569, START + 86_400_000);
    expect(agencyOf(...plan.closed, later).plans[2569]).toMatchObject({
      state: 'open',
      opened: START,
      closed: null,
    });
  });

  it('is published once', () => {
    given(...plan.open, happened({ type: 'plan-published', v: 1, year: 2569 }))
      .when({ type: 'publish-plan', by: coordinator, year: 2569 })
      .thenNothing();
  });

  it.each(Object.keys(EVENT) as (keyof typeof EVENT)[])('%s needs a plan of that year', (type) => {
    given(...plan.open)
      .when({ type, by: coordinator, year: 2568 })
      .thenRefused({ kind: 'no-such-plan', year: 2568 });
  });
});
