/** Taking back what is not only a report: links, snoozes, later dates asked for. */
import { describe, it } from 'vitest';
import type { Command, UndoWhat } from '../../src/domain/command.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import {
  anOffice,
  bangkok,
  given,
  type Happening,
  inGroup,
  member,
  planClosed,
  reported,
} from '../support/an-agency.ts';
import { asked, askedNoMore, shown, shownNoMore, snoozed, snoozedNoMore } from './doings.ts';

const TEN = bangkok('2026-01-20 10:00');
const MINUTE = 60_000;
const DAY = 86_400_000;
const SOON = TEN + 30 * MINUTE;

type Undo = Extract<Command, { type: 'undo' }>;
const undo = (what: UndoWhat = { kind: 'newest' }, more: Partial<Undo> = {}): Undo => ({
  type: 'undo',
  by: member('finance-staff'),
  chat: 'direct',
  at: Number.MAX_SAFE_INTEGER,
  what,
  ...more,
});
const act = (id: string): UndoWhat => ({ kind: 'act', act: id });
const items = (...ids: string[]): UndoWhat => ({ kind: 'items', items: ids });
const since = (...more: Happening[]) => given(...anOffice(), ...more);

const noReport = (item: string, report: string): DomainEvent => ({
  type: 'report-undone',
  v: 1,
  item,
  report,
});
const noLink = (item: string, evidence: string): DomainEvent => ({
  type: 'evidence-undone',
  v: 1,
  item,
  evidence,
});
const noExtension = (item: string, extension: string): DomainEvent => ({
  type: 'extension-undone',
  v: 1,
  item,
  extension,
});
const noSnooze = (snooze: string): DomainEvent => ({
  type: 'snooze-undone',
  v: 1,
  member: 'finance-staff',
  snooze,
});

const told = reported('m1', 'in_progress', { at: TEN, report: 'report' });
const linked = shown('m1', 'link', { at: TEN + MINUTE });
const wanted = asked('m1', 'later', '2026-02-27', { at: TEN + 2 * MINUTE });
const quiet = snoozed(['m1', 'o12'], 'quiet', '2026-01-26', { at: TEN + 3 * MINUTE });

describe('the newest act', () => {
  it('is taken back whatever it was; then the one before', () => {
    since(told, linked, wanted, quiet).when(undo(), SOON).thenEvents(noSnooze('quiet'));
    const back: Happening[] = [snoozedNoMore('quiet', { at: TEN + 4 * MINUTE })];
    since(told, linked, wanted, quiet, ...back)
      .when(undo(), SOON)
      .thenEvents(noExtension('m1', 'later'));
    back.push(askedNoMore('m1', 'later', { at: TEN + 5 * MINUTE }));
    since(told, linked, wanted, quiet, ...back)
      .when(undo(), SOON)
      .thenEvents(noLink('m1', 'link'));
    back.push(shownNoMore('m1', 'link', { at: TEN + 6 * MINUTE }));
    since(told, linked, wanted, quiet, ...back)
      .when(undo(), SOON)
      .thenEvents(noReport('m1', 'report'));
  });

  it('is a whole message: a report with its link, of all its items', () => {
    since(
      told,
      reported('m1', 'done', { at: TEN + MINUTE, report: 'both' }),
      shown('m1', 'both', { at: TEN + MINUTE }),
      reported('o12', 'done', { at: TEN + MINUTE, report: 'both' }),
      shown('o12', 'both', { at: TEN + MINUTE }),
    )
      .when(undo(), SOON)
      .thenEvents(
        noReport('m1', 'both'),
        noLink('m1', 'both'),
        noReport('o12', 'both'),
        noLink('o12', 'both'),
      );
  });

  it('in this chat is not that of another', () => {
    const there = snoozed(['m1'], 'there', '2026-01-26', {
      at: TEN + MINUTE,
      chat: inGroup('finance-group'),
    });
    since(told, there).when(undo(), SOON).thenEvents(noReport('m1', 'report'));
    since(told, there)
      .when(undo(undefined, { chat: inGroup('finance-group') }), SOON)
      .thenEvents(noSnooze('there'));
  });

  it("is never somebody else's", () => {
    const hers = { at: TEN + MINUTE, by: 'finance-head' };
    since(
      shown('m1', 'a', hers),
      asked('m1', 'b', '2026-02-27', hers),
      snoozed(['m1'], 'c', '2026-01-26', hers),
    )
      .when(undo(), SOON)
      .thenRefused({ kind: 'nothing-to-undo' });
  });
});

describe('the act of a button', () => {
  it('is taken back though newer ones came', () => {
    for (const [id, event] of [
      ['report', noReport('m1', 'report')],
      ['link', noLink('m1', 'link')],
      ['later', noExtension('m1', 'later')],
      ['quiet', noSnooze('quiet')],
    ] as const) {
      since(told, linked, wanted, quiet)
        .when(undo(act(id)), SOON)
        .thenEvents(event);
    }
  });

  it('does nothing the second time', () => {
    since(linked, shownNoMore('m1', 'link', { at: SOON }))
      .when(undo(act('link')), SOON)
      .thenRefused({ kind: 'nothing-to-undo' });
  });
});

describe('of a named item', () => {
  it('the newest act goes, of that item alone', () => {
    const both = [shown('m1', 'both', { at: TEN }), shown('o12', 'both', { at: TEN })];
    since(told, ...both)
      .when(undo(items('m1')), SOON)
      .thenEvents(noLink('m1', 'both'));
    since(linked, wanted)
      .when(undo(items('m1')), SOON)
      .thenEvents(noExtension('m1', 'later'));
  });

  it('a report goes with the link of the same message', () => {
    since(
      linked,
      reported('m1', 'done', { at: TEN + 2 * MINUTE, report: 'both' }),
      shown('m1', 'both', { at: TEN + 2 * MINUTE }),
    )
      .when(undo(items('m1')), SOON)
      .thenEvents(noReport('m1', 'both'), noLink('m1', 'both'));
  });

  it('a snooze goes whole, once, whichever of its items are named', () => {
    since(told, quiet)
      .when(undo(items('o12')), SOON)
      .thenEvents(noSnooze('quiet'));
    since(told, quiet)
      .when(undo(items('m1', 'o12')), SOON)
      .thenEvents(noSnooze('quiet'));
  });
});

describe('for 24 hours', () => {
  it('counts for every act', () => {
    for (const one of [linked, wanted, quiet]) {
      since(one)
        .when(undo(), one.kept + DAY + 1)
        .thenRefused({ kind: 'too-late-to-undo', at: one.kept });
    }
  });
});

describe('when somebody else changed the item since', () => {
  const hers = (minutes: number) => ({ at: TEN + minutes * MINUTE, by: 'finance-head' });

  it('by a report, a link or a request, it is refused with who and when', () => {
    for (const change of [
      reported('m1', 'done', { ...hers(9), report: 'hers' }),
      shown('m1', 'hers', hers(9)),
      asked('m1', 'hers', '2026-03-31', hers(9)),
    ]) {
      for (const mine of [told, linked, wanted]) {
        since(mine, change)
          .when(undo(), SOON)
          .thenRefused({ kind: 'changed-since', item: 'm1', by: 'finance-head', at: TEN + 9 * MINUTE });
      }
    }
  });

  it('but not by what came before, was taken back, is older by its own time, or only silences', () => {
    const late = shown('m1', 'late', { at: TEN - DAY, kept: TEN + 9 * MINUTE, by: 'finance-head' });
    const gone = [shown('m1', 'hers', hers(9)), shownNoMore('m1', 'hers', hers(10))];
    const silent = snoozed(['m1'], 'hers', '2026-01-26', hers(9));
    for (const more of [
      [shown('m1', 'before', hers(-9)), linked],
      [linked, late],
      [linked, ...gone],
      [linked, silent],
    ]) {
      since(...more)
        .when(undo(), SOON)
        .thenEvents(noLink('m1', 'link'));
    }
  });

  it('a snooze is his own business', () => {
    since(quiet, reported('m1', 'done', { ...hers(9), report: 'hers' }))
      .when(undo(), SOON)
      .thenEvents(noSnooze('quiet'));
  });
});

it('in a plan closed since, only a snooze can go', () => {
  const closed = planClosed(2569, TEN + 5 * MINUTE);
  for (const one of [linked, wanted]) {
    since(one, closed).when(undo(), SOON).thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
  }
  since(quiet, closed).when(undo(), SOON).thenEvents(noSnooze('quiet'));
});
