import { describe, expect, it } from 'vitest';
import { historyOf } from '../../src/domain/act.ts';
import { agencyOf, anOffice, bangkok, type Happening, reported, undone } from '../support/an-agency.ts';
import { acknowledged, asked, askedNoMore, shown, snoozed } from './doings.ts';

const TEN = bangkok('2026-01-20 10:00');
const history = (...more: Happening[]) => {
  const item = agencyOf(...anOffice(), ...more).items.m1;
  return item === undefined
    ? []
    : historyOf(item).map(({ kind, act }) => `${kind} ${act.id}${act.undone === null ? '' : ' undone'}`);
};

describe('the history of an item', () => {
  it('tells reports, links and requests in the order they happened, with what was taken back', () => {
    expect(
      history(
        reported('m1', 'done', { at: TEN + 3, report: 'done' }),
        shown('m1', 'link', { at: TEN + 2, kept: TEN + 5 }),
        asked('m1', 'later', '2026-02-27', { at: TEN + 1, kept: TEN + 6 }),
        reported('m1', 'in_progress', { at: TEN, kept: TEN + 7, report: 'late' }),
        undone('m1', 'done', TEN + 8),
        askedNoMore('m1', 'later', { at: TEN + 9 }),
      ),
    ).toEqual(['report late', 'extension later undone', 'evidence link', 'report done undone']);
  });

  it('has a report before the link of the same message', () => {
    expect(
      history(shown('m1', 'both', { at: TEN }), reported('m1', 'done', { at: TEN, report: 'both' })),
    ).toEqual(['report both', 'evidence both']);
  });

  it('is of that item only, and does not tell who read or silenced what', () => {
    expect(
      history(
        reported('o12', 'done', { at: TEN }),
        acknowledged(['m1'], { at: TEN }),
        snoozed(['m1'], 's', '2026-01-26', { at: TEN }),
      ),
    ).toEqual([]);
  });
});
