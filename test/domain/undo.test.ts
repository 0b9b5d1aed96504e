import { describe, expect, it } from 'vitest';
import type { Command, UndoWhat } from '../../src/domain/command.ts';
import type { Actor } from '../../src/domain/entry.ts';
import type { ChatRef } from '../../src/domain/event.ts';
import { statusOf } from '../../src/domain/item.ts';
import {
  anOffice,
  bangkok,
  console_,
  given,
  type Happening,
  happened,
  inGroup,
  member,
  outsider,
  planClosed,
  reported,
  undone,
} from '../support/an-agency.ts';

const TEN = bangkok('2026-01-20 10:00');
const MINUTE = 60_000;
const DAY = 86_400_000;

function undo(
  what: UndoWhat = { kind: 'newest' },
  more: { readonly by?: Actor; readonly chat?: ChatRef; readonly at?: number } = {},
): Command {
  return {
    type: 'undo',
    by: member('finance-staff'),
    chat: 'direct',
    at: Number.MAX_SAFE_INTEGER,
    what,
    ...more,
  };
}
const ofItems = (...items: string[]): UndoWhat => ({ kind: 'items', items });
const ofReport = (report: string): UndoWhat => ({ kind: 'act', act: report });

const takenBack = (item: string, report: string) => ({
  type: 'report-undone' as const,
  v: 1 as const,
  item,
  report,
});

const soon = TEN + 5 * MINUTE;
const since = (...more: readonly Happening[]) => given(...anOffice(), ...more);

describe('taking back', () => {
  it('means the own newest report in this chat', () => {
    since(
      reported('m1', 'in_progress', { at: TEN - MINUTE, report: 'first' }),
      reported('o12', 'done', { at: TEN, report: 'second' }),
    )
      .when(undo(), soon)
      .thenEvents(takenBack('o12', 'second'));
  });

  it('takes the whole message back, all its items together', () => {
    since(
      reported('m1', 'done', { at: TEN, report: 'both' }),
      reported('o12', 'done', { at: TEN, report: 'both' }),
    )
      .when(undo(), soon)
      .thenEvents(takenBack('m1', 'both'), takenBack('o12', 'both'));
  });

  it('a second time means the report before', () => {
    since(
      reported('m1', 'in_progress', { at: TEN - MINUTE, report: 'first' }),
      reported('m1', 'done', { at: TEN, report: 'second' }),
      undone('m1', 'second', TEN + MINUTE),
    )
      .when(undo(), soon)
      .thenEvents(takenBack('m1', 'first'));
  });

  it('leaves the item as it was before', () => {
    const { agency } = since(
      reported('m1', 'in_progress', { at: TEN - MINUTE, report: 'first' }),
      reported('m1', 'done', { at: TEN, report: 'second' }),
      undone('m1', 'second', TEN + MINUTE),
    );
    expect(agency.items.m1 && statusOf(agency.items.m1)).toBe('in_progress');
  });

  it('finds nothing where nothing was reported, or all was taken back', () => {
    since().when(undo(), soon).thenRefused({ kind: 'nothing-to-undo' });
    since(reported('m1', 'done', { at: TEN, report: 'r' }), undone('m1', 'r', TEN + MINUTE))
      .when(undo(), soon)
      .thenRefused({ kind: 'nothing-to-undo' });
  });

  it("never takes back another person's report", () => {
    for (const what of [{ kind: 'newest' as const }, ofItems('m1'), ofReport('r')]) {
      since(reported('m1', 'done', { at: TEN, report: 'r', by: 'finance-head' }))
        .when(undo(what), soon)
        .thenRefused({ kind: 'nothing-to-undo' });
    }
  });

  it('is for the terminal too: its own reports', () => {
    since(reported('m1', 'done', { at: TEN, report: 'r', by: null }))
      .when(undo(undefined, { by: console_ }), soon)
      .thenEvents(takenBack('m1', 'r'));
  });

  it("an outsider cannot take back the terminal's reports", () => {
    const { decision } = since(reported('m1', 'done', { at: TEN, report: 'r', by: null })).when(
      undo(undefined, { by: outsider }),
      soon,
    );
    expect(decision.ok).toBe(false);
  });

  it('changes nothing in a plan that was closed since', () => {
    since(reported('m1', 'done', { at: TEN, report: 'r' }), planClosed(2569, TEN + MINUTE))
      .when(undo(), soon)
      .thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
  });

  it('means the later of two messages kept in the same millisecond', () => {
    since(
      reported('o12', 'done', { at: TEN - 2000, kept: TEN, report: 'first' }),
      reported('m1', 'done', { at: TEN - 1000, kept: TEN, report: 'second' }),
    )
      .when(undo(), soon)
      .thenEvents(takenBack('m1', 'second'));
  });

  it('gives one entry for an item that one message reported twice', () => {
    since(
      reported('m1', 'in_progress', { at: TEN, report: 'twice' }),
      reported('m1', 'done', { at: TEN, report: 'twice' }),
    )
      .when(undo(), soon)
      .thenEvents(takenBack('m1', 'twice'));
  });
});

describe('in that chat', () => {
  const direct = reported('m1', 'done', { at: TEN - MINUTE, report: 'told-directly' });
  const group = reported('o12', 'done', { at: TEN, report: 'told-in-group', chat: inGroup('finance-group') });

  it('a report told elsewhere is not meant', () => {
    since(direct, group).when(undo(), soon).thenEvents(takenBack('m1', 'told-directly'));
    since(direct, group)
      .when(undo(undefined, { chat: inGroup('finance-group') }), soon)
      .thenEvents(takenBack('o12', 'told-in-group'));
  });

  it('nothing is found in a group where he told nothing', () => {
    since(direct, group)
      .when(undo(undefined, { chat: inGroup('staff-group') }), soon)
      .thenRefused({ kind: 'nothing-to-undo' });
  });
});

describe('a named item', () => {
  const both = [
    reported('m1', 'done', { at: TEN, report: 'both' }),
    reported('o12', 'done', { at: TEN, report: 'both' }),
  ];

  it('is taken back alone, though the message told of more', () => {
    since(...both)
      .when(undo(ofItems('m1')), soon)
      .thenEvents(takenBack('m1', 'both'));
  });

  it('leaves the rest of the message to be taken back later', () => {
    since(...both, undone('m1', 'both', TEN + MINUTE))
      .when(undo(), soon)
      .thenEvents(takenBack('o12', 'both'));
  });

  it('is found whatever chat it was told in, and behind newer reports of other items', () => {
    since(
      reported('m1', 'done', { at: TEN - MINUTE, report: 'r', chat: inGroup('finance-group') }),
      reported('o12', 'done', { at: TEN, report: 'newer' }),
    )
      .when(undo(ofItems('m1')), soon)
      .thenEvents(takenBack('m1', 'r'));
  });

  it('several at once, each his newest', () => {
    since(
      reported('m1', 'in_progress', { at: TEN - MINUTE, report: 'a' }),
      reported('m1', 'done', { at: TEN, report: 'b' }),
      reported('o12', 'done', { at: TEN + MINUTE, report: 'c' }),
    )
      .when(undo(ofItems('o12', 'm1')), soon)
      .thenEvents(takenBack('o12', 'c'), takenBack('m1', 'b'));
  });

  it('nobody knows is nothing to undo', () => {
    since(...both)
      .when(undo(ofItems('m99')), soon)
      .thenRefused({ kind: 'nothing-to-undo' });
  });
});

describe('the button of a report', () => {
  it('takes that report back, though newer ones came', () => {
    since(
      reported('m1', 'done', { at: TEN - MINUTE, report: 'old' }),
      reported('o12', 'done', { at: TEN, report: 'new' }),
    )
      .when(undo(ofReport('old')), soon)
      .thenEvents(takenBack('m1', 'old'));
  });

  it('does nothing the second time it is pressed', () => {
    since(reported('m1', 'done', { at: TEN, report: 'r' }), undone('m1', 'r', TEN + MINUTE))
      .when(undo(ofReport('r')), soon)
      .thenRefused({ kind: 'nothing-to-undo' });
  });
});

describe('for 24 hours', () => {
  const history = reported('m1', 'done', { at: TEN - 3 * DAY, kept: TEN, report: 'r' });

  it('from when it was kept, to the millisecond', () => {
    since(history)
      .when(undo(), TEN + DAY)
      .thenEvents(takenBack('m1', 'r'));
    since(history)
      .when(undo(), TEN + DAY + 1)
      .thenRefused({ kind: 'too-late-to-undo', at: TEN });
  });

  it('for a named item too', () => {
    since(history)
      .when(undo(ofItems('m1')), TEN + DAY + 1)
      .thenRefused({ kind: 'too-late-to-undo', at: TEN });
  });
});

describe('when somebody changed the item since', () => {
  const mine = reported('m1', 'in_progress', { at: TEN, report: 'mine' });
  const hers = reported('m1', 'done', { at: TEN + MINUTE, report: 'hers', by: 'finance-head' });

  it('it is refused, with who and when', () => {
    for (const what of [{ kind: 'newest' as const }, ofItems('m1'), ofReport('mine')]) {
      since(mine, hers)
        .when(undo(what), soon)
        .thenRefused({ kind: 'changed-since', item: 'm1', by: 'finance-head', at: TEN + MINUTE });
    }
  });

  it('names the last of several', () => {
    const coordinators = reported('m1', 'done', { at: TEN + 2 * MINUTE, report: 'c', by: 'coordinator' });
    since(mine, hers, coordinators)
      .when(undo(), soon)
      .thenRefused({ kind: 'changed-since', item: 'm1', by: 'coordinator', at: TEN + 2 * MINUTE });
  });

  it('the terminal counts as somebody', () => {
    const terminal = reported('m1', 'done', { at: TEN + MINUTE, report: 't', by: null });
    since(mine, terminal)
      .when(undo(), soon)
      .thenRefused({ kind: 'changed-since', item: 'm1', by: null, at: TEN + MINUTE });
  });

  it('one changed item keeps the whole message', () => {
    since(mine, reported('o12', 'done', { at: TEN, report: 'mine' }), hers)
      .when(undo(), soon)
      .thenRefused({ kind: 'changed-since', item: 'm1', by: 'finance-head', at: TEN + MINUTE });
  });

  it('but a report before, another item, or one taken back again is no hindrance', () => {
    const before = reported('m1', 'done', { at: TEN - MINUTE, report: 'before', by: 'finance-head' });
    const other = reported('o12', 'done', { at: TEN + MINUTE, report: 'other', by: 'finance-head' });
    const again = [hers, undone('m1', 'hers', TEN + 2 * MINUTE, 'finance-head')];
    for (const more of [
      [before, mine],
      [mine, other],
      [mine, ...again],
    ]) {
      since(...more)
        .when(undo(), soon)
        .thenEvents(takenBack('m1', 'mine'));
    }
  });

  it('his own later report is no hindrance: first that goes, then this', () => {
    const again = reported('m1', 'done', { at: TEN + MINUTE, report: 'mine-too' });
    since(mine, again).when(undo(), soon).thenEvents(takenBack('m1', 'mine-too'));
    since(mine, again)
      .when(undo(ofReport('mine')), soon)
      .thenEvents(takenBack('m1', 'mine'));
  });

  it('a late, older report changed nothing and is no hindrance', () => {
    const late = reported('m1', 'done', { at: TEN - DAY, kept: TEN + MINUTE, by: 'finance-head' });
    since(mine, late).when(undo(), soon).thenEvents(takenBack('m1', 'mine'));
  });
});

it('what undo gives is kept and folded like anything else', () => {
  const { decision } = since(reported('m1', 'done', { at: TEN, report: 'r' })).when(undo(), soon);
  if (!decision.ok) throw new Error(decision.refusal.kind);
  const { agency } = since(
    reported('m1', 'done', { at: TEN, report: 'r' }),
    ...decision.events.map((event) => happened(event, { at: soon, by: member('finance-staff') })),
  );
  expect(agency.items.m1?.reports).toMatchObject([{ id: 'r', status: 'done', undone: soon }]);
  expect(agency.items.m1 && statusOf(agency.items.m1)).toBe('not_started');
});

it('takes back what was told before it, not what was told after and came first', () => {
  since(
    reported('m1', 'in_progress', { at: TEN, report: 'before' }),
    reported('m1', 'done', { at: TEN + 2 * MINUTE, kept: TEN + MINUTE, report: 'after' }),
  )
    .when(undo(undefined, { at: TEN + MINUTE }), soon)
    .thenEvents(takenBack('m1', 'before'));
});
