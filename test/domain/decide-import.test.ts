import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import { newestImport } from '../../src/domain/decide-import.ts';
import { reportGiven } from '../../src/domain/due.ts';
import { everyItemOf, itemsOf, statusOf } from '../../src/domain/item.ts';
import type { Revision } from '../../src/domain/revision.ts';
import {
  agencyOf,
  bangkok,
  given,
  type Happening,
  happened,
  planClosed,
  reported,
  undone,
} from '../support/an-agency.ts';
import { shown } from './doings.ts';
import { andThen, coordinator, document, imported, MINUTE, openedWith, previewed, row } from './imports.ts';

const TEN = bangkok('2026-01-20 10:00');
const MANUAL = 'จัดทำคู่มือการปฏิบัติงาน';
const WEBSITE = 'ปรับปรุงเว็บไซต์ของหน่วยงาน';
const GIFTS = 'ประกาศนโยบายไม่รับของขวัญ';
const plan = openedWith(row(MANUAL), row(WEBSITE));
const RESULT = { assessment: { year: 2568, overallScore: 86.94 } };
const next = document([row(GIFTS, { status: 'in_progress' }), row(MANUAL, { status: 'done' })], RESULT);

const revise = (change: Revision, revision = 'import-2'): Command => ({
  type: 'revise-plan',
  by: coordinator,
  revision,
  change,
});
const undo = (revision = 'import-2'): Command => ({ type: 'undo-import', by: coordinator, revision });
const measures = (history: readonly Happening[]) =>
  itemsOf(agencyOf(...history), 2569)
    .filter(({ kind }) => kind === 'measure')
    .map((item) => [item.number, item.id, statusOf(item)]);

describe('revising a plan', () => {
  it('is one step, each entry with the import’s id', () => {
    const { decision } = given(...plan).when(revise(previewed(plan, next)));
    if (!decision.ok) throw new Error(decision.refusal.kind);
    expect(decision.events.map(({ type }) => type)).toEqual([
      'plan-revised',
      'item-withdrawn',
      'item-changed',
      'item-added',
      'item-reported',
      'item-reported',
      'assessment-recorded',
    ]);
    expect(decision.events).toContainEqual({
      type: 'item-changed',
      v: 1,
      item: 'import-1-1',
      revision: 'import-2',
      fields: { number: 2 },
    });
    for (const event of decision.events)
      expect('report' in event ? event.report : 'revision' in event && event.revision).toBe('import-2');
    expect(measures(imported(plan, next, { id: 'import-2' }))).toEqual([
      [1, 'import-2-1', 'in_progress'],
      [2, 'import-1-1', 'done'],
    ]);
  });

  it('pressed twice happens once', () => {
    const change = previewed(plan, next);
    given(...imported(plan, next, { id: 'import-2' }))
      .when(revise(change))
      .thenNothing();
  });

  it('by a document that changes nothing is nothing', () => {
    const same = document([row(MANUAL), row(WEBSITE)]);
    given(...plan)
      .when(revise(previewed(plan, same)))
      .thenNothing();
  });

  it('waits for every doubt', () => {
    const doubtful = previewed(plan, document([row(MANUAL), row(`${WEBSITE}ให้ดี`)]));
    given(...plan)
      .when(revise(doubtful))
      .thenRefused({ kind: 'unsettled', doubts: 1 });
  });

  it('is refused once the plan is closed', () => {
    given(...plan, planClosed())
      .when(revise(previewed(plan, next)))
      .thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
  });

  it('is refused for a division the office does not have', () => {
    const preview = previewed(plan, next);
    const strange = preview.new.map((item) => ({ ...item, divisions: ['health'] }));
    given(...plan)
      .when(revise({ ...preview, new: strange }))
      .thenRefused({ kind: 'no-such-division', division: 'health' });
  });

  describe('is refused when what the preview showed is no longer so', () => {
    const preview = previewed(plan, next);
    const moved = (item: string | null) => ({ kind: 'plan-moved', year: 2569, item }) as const;

    it('because somebody reported on an item it would change or withdraw', () => {
      for (const item of ['import-1-1', 'import-1-2'])
        given(...plan, reported(item, 'done', { at: TEN }))
          .when(revise(preview))
          .thenRefused(moved(item));
    });

    it('but not because of an item it leaves alone', () => {
      const same = document([row(MANUAL), row(WEBSITE), row(GIFTS)]);
      const { decision } = given(...plan, reported('import-1-1', 'done', { at: TEN })).when(
        revise(previewed(plan, same)),
      );
      expect(decision.ok).toBe(true);
    });

    it('because another document came in or went', () => {
      const other = imported(plan, document([row(MANUAL), row(WEBSITE), row(GIFTS)]), { id: 'import-3' });
      given(...other)
        .when(revise(preview))
        .thenRefused(moved(null));
      given(...andThen(other, undo('import-3')))
        .when(revise(preview))
        .thenRefused(moved(null));
    });

    it('because the plan is gone', () => {
      given(...andThen(plan, undo('import-1')))
        .when(revise(preview))
        .thenRefused(moved(null));
    });
  });
});

describe('undoing an import', () => {
  const revised = imported(plan, next, { id: 'import-2', at: TEN });

  it('brings the plan back as it was, and keeps what it had added as withdrawn', () => {
    const back = andThen(revised, undo(), TEN + MINUTE);
    expect(measures(back)).toEqual(measures(plan));
    const agency = agencyOf(...back);
    expect(everyItemOf(agency, 2569).find(({ id }) => id === 'import-2-1')?.withdrawn).toBe(TEN + MINUTE);
    expect(agency.assessments).toEqual({});
  });

  it('of the first import leaves no plan; the same document then brings the same items', () => {
    const none = andThen(plan, undo('import-1'));
    expect(agencyOf(...none).plans).toEqual({});
    const again = imported(none, document([row(WEBSITE), row(MANUAL)]), { id: 'import-9' });
    expect(measures(again).map(([, id]) => id)).toEqual(['import-1-2', 'import-1-1']);
  });

  it('goes on with the one before: that is then the newest', () => {
    const back = andThen(revised, undo());
    expect(newestImport(agencyOf(...back), 2569)?.id).toBe('import-1');
    expect(agencyOf(...andThen(back, undo('import-1'))).plans).toEqual({});
  });

  it('is true already when it was done', () => {
    given(...andThen(revised, undo()))
      .when(undo())
      .thenNothing();
  });

  it('is of the newest only', () => {
    given(...revised)
      .when(undo('import-1'))
      .thenRefused({ kind: 'not-newest-import', newest: 'import-2', at: TEN });
    given(...revised)
      .when(undo('import-9'))
      .thenRefused({ kind: 'no-such-import' });
  });

  it('is refused with who and when once somebody did something to an item it made', () => {
    const refusal = (by: string) =>
      ({ kind: 'changed-since', item: 'import-2-1', by, at: TEN + MINUTE }) as const;
    const report = { report: 'r', at: TEN + MINUTE };
    given(...revised, reported('import-2-1', 'done', report))
      .when(undo())
      .thenRefused(refusal('finance-staff'));
    given(...revised, shown('import-2-1', 'e', { at: TEN + MINUTE, by: 'works-staff' }))
      .when(undo())
      .thenRefused(refusal('works-staff'));
    const takenBack = [reported('import-2-1', 'done', report), undone('import-2-1', 'r', TEN + 2 * MINUTE)];
    expect(given(...revised, ...takenBack).when(undo()).decision.ok).toBe(true);
  });

  it('keeps what was reported since on items it only changed', () => {
    const told = [...revised, reported('import-1-1', 'in_progress', { at: TEN + MINUTE })];
    expect(measures(andThen(told, undo(), TEN + 2 * MINUTE))).toEqual([
      [1, 'import-1-1', 'in_progress'],
      [2, 'import-1-2', 'not_started'],
    ]);
  });

  it('leaves a result that was recorded since', () => {
    const result = { year: 2568, total: 90, level: null, instruments: { iit: null, eit: null, oit: null } };
    const recorded = andThen(revised, {
      type: 'record-assessment',
      by: coordinator,
      ...result,
      indicators: [],
    });
    expect(agencyOf(...andThen(recorded, undo())).assessments[2568]?.total).toBe(90);
  });

  it('restores the result recorded before it', () => {
    const other = document([row(GIFTS)], { assessment: { year: 2568, overallScore: 50 } });
    const twice = imported(revised, other, { id: 'import-3' });
    expect(agencyOf(...twice).assessments[2568]?.total).toBe(50);
    expect(agencyOf(...andThen(twice, undo('import-3'))).assessments[2568]?.total).toBe(86.94);
  });

  it('is refused when the plan is closed, or took over a list since', () => {
    given(...revised, planClosed())
      .when(undo())
      .thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
    given(...revised, happened({ type: 'list-adopted', v: 1, year: 2569, from: 2568 }))
      .when(undo())
      .thenRefused({ kind: 'import-built-on', year: 2569 });
  });
});

describe('what a document states of an item', () => {
  const stated = imported(plan, document([row(MANUAL, { status: 'done' }), row(WEBSITE)]), {
    id: 'import-2',
    at: TEN,
  });

  it('gives way to whatever is told, even if that was said before and came later', () => {
    const late = reported('import-1-1', 'in_progress', { at: TEN - MINUTE, kept: TEN + MINUTE });
    expect(measures([...stated, late])[0]).toEqual([1, 'import-1-1', 'in_progress']);
  });

  it('is no report: those that are due are still asked for', () => {
    const followUp = { cadence: 'named-months', reportMonths: ['2026-01'] };
    const begun = document([row(MANUAL, { followUp, status: 'in_progress' }), row(WEBSITE)]);
    const agency = agencyOf(...imported(plan, begun, { id: 'import-3', at: TEN }));
    const item = agency.items['import-1-1'];
    expect(item === undefined || reportGiven(agency, item, '2026-01-30')).toBe(false);
  });

  it('is not what its importer says "undo" about', () => {
    given(...stated)
      .when(
        { type: 'undo', by: coordinator, chat: 'direct', at: TEN + MINUTE, what: { kind: 'newest' } },
        TEN,
      )
      .thenRefused({ kind: 'nothing-to-undo' });
  });
});
