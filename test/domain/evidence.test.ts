import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/agency.ts';
import type { GiveEvidenceCommand, ReportCommand } from '../../src/domain/command.ts';
import { evidenceOf, statusOf } from '../../src/domain/item.ts';
import { withoutEvidence } from '../../src/domain/progress.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  console_,
  given,
  type Happening,
  measure,
  member,
  outsider,
  planClosed,
  reported,
} from '../support/an-agency.ts';
import { LINK, shown, shownNoMore } from './doings.ts';

const TEN = bangkok('2026-01-20 10:00');
const MINUTE = 60_000;

const give = (items: readonly string[], more: Partial<GiveEvidenceCommand> = {}): GiveEvidenceCommand => ({
  type: 'give-evidence',
  by: member('finance-staff'),
  evidence: 'evidence-1',
  chat: 'direct',
  items,
  content: LINK,
  ...more,
});
const given1 = (item: string, evidence = 'evidence-1') => ({
  type: 'evidence-given' as const,
  v: 1 as const,
  item,
  evidence,
  kind: 'link' as const,
  content: LINK,
  chat: 'direct' as const,
});
function itemAfter(id: string, ...more: Happening[]): Item {
  const item = agencyOf(...anOffice(), ...more).items[id];
  if (item === undefined) throw new Error(`no ${id}`);
  return item;
}

describe('evidence', () => {
  it('is one entry an item, under one id; the address is only its seal', () => {
    given(...anOffice())
      .when(give(['m1', 'o12']))
      .thenEvents(given1('m1'), given1('o12'));
  });

  it('of an item named twice is kept once', () => {
    given(...anOffice())
      .when(give(['m1', 'm1']))
      .thenEvents(given1('m1'));
  });

  it('is kept for all items or for none', () => {
    given(...anOffice())
      .when(give(['m1', 'm2']))
      .thenRefused({ kind: 'not-your-item', item: 'm2', divisions: ['works'] });
    given(...anOffice())
      .when(give(['m1', 'm99']))
      .thenRefused({ kind: 'no-such-item' });
  });

  it('may be given by whoever may report the item, and by nobody else', () => {
    for (const by of [member('finance-head'), member('coordinator'), console_]) {
      expect(given(...anOffice()).when(give(['m1'], { by })).decision.ok).toBe(true);
    }
    for (const by of [member('works-staff'), member('executive')]) {
      given(...anOffice())
        .when(give(['m1'], { by }))
        .thenRefused({ kind: 'not-your-item', item: 'm1', divisions: ['finance'] });
    }
    given(...anOffice())
      .when(give(['m1'], { by: outsider }))
      .thenRefused({ kind: 'not-a-member' });
  });

  it('is not taken for a plan that is closed', () => {
    given(...anOffice(), planClosed())
      .when(give(['m1']))
      .thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
  });

  it('changes no status', () => {
    expect(statusOf(itemAfter('m1', shown('m1', 'e', { at: TEN })))).toBe('not_started');
  });
});

describe('a report with a link', () => {
  const report = (items: ReportCommand['items'], more: Partial<ReportCommand> = {}): ReportCommand => ({
    type: 'report',
    by: member('finance-staff'),
    report: 'act-1',
    chat: 'direct',
    items,
    evidence: LINK,
    ...more,
  });
  const told = (item: string) => ({
    type: 'item-reported' as const,
    v: 1 as const,
    item,
    report: 'act-1',
    status: 'done' as const,
    chat: 'direct' as const,
  });

  it('keeps both under the id of the report, for each item', () => {
    given(...anOffice())
      .when(
        report([
          { item: 'm1', status: 'done' },
          { item: 'o12', status: 'done' },
        ]),
      )
      .thenEvents(told('m1'), given1('m1', 'act-1'), told('o12'), given1('o12', 'act-1'));
  });

  it('shows an item once though the message told it twice', () => {
    const { decision } = given(...anOffice()).when(
      report([
        { item: 'm1', status: 'in_progress' },
        { item: 'm1', status: 'done' },
      ]),
    );
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual([
      'item-reported',
      'evidence-given',
      'item-reported',
    ]);
  });

  it('of items one of which is refused keeps neither report nor link', () => {
    given(...anOffice())
      .when(
        report([
          { item: 'm1', status: 'done' },
          { item: 'm2', status: 'done' },
        ]),
      )
      .thenRefused({ kind: 'not-your-item', item: 'm2', divisions: ['works'] });
  });
});

describe('a status button drawn before', () => {
  const history = anOffice();
  const drawnFrom = history.length;
  const press = {
    type: 'report' as const,
    by: member('finance-staff'),
    report: 'r',
    chat: 'direct' as const,
    items: [{ item: 'm1', status: 'done' as const }],
    drawnFrom,
  };

  it('a link is as good as before: the link changed nothing it could overwrite', () => {
    const linked = [...history, shown('m1', 'e', { at: TEN, by: 'finance-head' })];
    expect(given(...linked).when(press).decision.ok).toBe(true);
    expect(agencyOf(...linked).items.m1?.touched).toBe(linked.length);
  });

  it('a report still asks first, though a link came after that', () => {
    const both = [
      ...history,
      reported('m1', 'in_progress', { at: TEN, by: 'finance-head' }),
      shown('m1', 'e', { at: TEN + MINUTE }),
    ];
    given(...both)
      .when(press)
      .thenRefused({ kind: 'stale', item: 'm1', present: 'in_progress' });
  });
});

describe('what stands as evidence', () => {
  it('is what was given and not taken back, the newest last, by when it was told', () => {
    const item = itemAfter(
      'm1',
      shown('m1', 'b', { at: TEN + MINUTE }),
      shown('m1', 'late', { at: TEN, kept: TEN + 2 * MINUTE }),
      shown('m1', 'gone', { at: TEN + MINUTE }),
      shownNoMore('m1', 'gone', { at: TEN + 3 * MINUTE }),
    );
    expect(evidenceOf(item).map(({ id }) => id)).toEqual(['late', 'b']);
    expect(item.evidence.map(({ id, undone }) => [id, undone])).toEqual([
      ['b', null],
      ['late', null],
      ['gone', TEN + 3 * MINUTE],
    ]);
  });
});

describe('done without evidence', () => {
  const history = [
    ...anOffice(),
    measure('m4', { number: 4, divisions: ['finance', 'works'], end: '2026-01-10' }),
    reported('m1', 'done', { at: TEN }),
    reported('m4', 'done', { at: TEN }),
    reported('o12', 'done', { at: TEN }),
    shown('o12', 'e', { at: TEN }),
    reported('m2', 'in_progress', { at: TEN, by: 'works-staff' }),
  ];
  const ids = (happenings: Happening[], division?: string) =>
    withoutEvidence(agencyOf(...happenings), division).map(({ id }) => id);

  it('are items of open plans, the earliest due first; of one division those it owns or shares', () => {
    expect(ids(history)).toEqual(['m4', 'm1']);
    expect(ids(history, 'works')).toEqual(['m4']);
    expect(ids([...history, shownNoMore('o12', 'e', { at: TEN })])).toEqual(['m4', 'm1', 'o12']);
    expect(ids([...history, planClosed()])).toEqual([]);
  });
});
