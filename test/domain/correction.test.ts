import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportCommand } from '../../src/domain/command.ts';
import type { EventOf, Status } from '../../src/domain/event.ts';
import { evidenceOf, statusOf } from '../../src/domain/item.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  console_,
  given,
  type Happening,
  happened,
  inGroup,
  measure,
  member,
  oItem,
  outsider,
  planClosed,
  reported,
  undone,
} from '../support/an-agency.ts';
import { LINK, shown } from './doings.ts';

const TEN = bangkok('2026-01-20 10:00');
const MINUTE = 60_000;
const DAY = 86_400_000;
const SOON = TEN + 5 * MINUTE;

/** The office with two more O-items of กองคลัง, so that one can be taken for the other. */
const office = [...anOffice(), oItem('o7', { number: 7 }), oItem('o8', { number: 8 })];
const since = (...more: Happening[]) => given(...office, ...more);

/** `ไม่ใช่ O7 นะ O8`: the right items without a status unless one is given. */
const correct = (
  wrong: readonly string[],
  right: readonly (string | ReportCommand['items'][number])[],
  more: Partial<ReportCommand> = {},
): ReportCommand => ({
  type: 'report',
  by: member('finance-staff'),
  report: 'right',
  chat: 'direct',
  items: right.map((item) => (typeof item === 'string' ? { item, status: null } : item)),
  replaces: wrong,
  ...more,
});
const back = (item: string, report: string) => ({
  type: 'report-undone' as const,
  v: 1 as const,
  item,
  report,
});
const told = (
  item: string,
  status: Status,
  more: Partial<EventOf<'item-reported'>> = {},
): EventOf<'item-reported'> => ({
  type: 'item-reported',
  v: 1,
  item,
  report: 'right',
  status,
  chat: 'direct',
  ...more,
});
const o7 = (status: Status, more: Partial<Parameters<typeof reported>[2]> = {}) =>
  reported('o7', status, { at: TEN, report: 'wrong', ...more });

describe('a correction', () => {
  it('takes the wrong item back and tells the right one the same, in one decision', () => {
    since(o7('done'))
      .when(correct(['o7'], ['o8']), SOON)
      .thenEvents(back('o7', 'wrong'), told('o8', 'done'));
  });

  it('takes the percentage over too', () => {
    since(o7('in_progress', { percent: 40 }))
      .when(correct(['o7'], ['o8']), SOON)
      .thenEvents(back('o7', 'wrong'), told('o8', 'in_progress', { percent: 40 }));
  });

  it('says what it says when it says it', () => {
    since(o7('in_progress', { percent: 40 }))
      .when(correct(['o7'], [{ item: 'o8', status: 'done' }]), SOON)
      .thenEvents(back('o7', 'wrong'), told('o8', 'done'));
    since(o7('in_progress', { percent: 40 }))
      .when(correct(['o7'], [{ item: 'o8', status: null, percent: 60 }]), SOON)
      .thenEvents(back('o7', 'wrong'), told('o8', 'in_progress', { percent: 60 }));
  });

  it('may be of the status of the same item', () => {
    since(o7('done'))
      .when(correct(['o7'], [{ item: 'o7', status: 'in_progress' }]), SOON)
      .thenEvents(back('o7', 'wrong'), told('o7', 'in_progress'));
  });

  it('leaves the wrong item as it was before', () => {
    const { decision } = since(o7('done')).when(correct(['o7'], ['o8']), SOON);
    const kept = decision.ok ? decision.events.map((event) => happened(event, { at: SOON })) : [];
    const { items } = agencyOf(...office, o7('done'), ...kept);
    expect([items.o7, items.o8].map((item) => item && statusOf(item))).toEqual(['not_started', 'done']);
  });

  it('moves the link of the wrong message, not another', () => {
    const links = [
      shown('o7', 'wrong', { at: TEN }),
      shown('o7', 'another', { at: TEN - MINUTE }),
      shown('m1', 'wrong', { at: TEN }),
    ];
    since(o7('done'), ...links)
      .when(correct(['o7'], ['o8']), SOON)
      .thenEvents(
        back('o7', 'wrong'),
        { type: 'evidence-undone', v: 1, item: 'o7', evidence: 'wrong' },
        told('o8', 'done'),
        {
          type: 'evidence-given',
          v: 1,
          item: 'o8',
          evidence: 'right',
          kind: 'link',
          content: LINK,
          chat: 'direct',
        },
      );
  });

  it('of a link alone moves the link: nothing was reported, nothing is', () => {
    since(shown('o7', 'wrong', { at: TEN }))
      .when(correct(['o7'], ['o8']), SOON)
      .thenEvents(
        { type: 'evidence-undone', v: 1, item: 'o7', evidence: 'wrong' },
        {
          type: 'evidence-given',
          v: 1,
          item: 'o8',
          evidence: 'right',
          kind: 'link',
          content: LINK,
          chat: 'direct',
        },
      );
  });

  it("does not move a link to another division's item, nor one of yesterday", () => {
    since(shown('o7', 'wrong', { at: TEN }))
      .when(correct(['o7'], ['m2']), SOON)
      .thenRefused({ kind: 'not-your-item', item: 'm2', divisions: ['works'] });
    since(shown('o7', 'wrong', { at: TEN }))
      .when(correct(['o7'], ['o8']), TEN + DAY + 1)
      .thenRefused({ kind: 'nothing-to-correct', item: 'o7' });
  });

  it('may bring its own link', () => {
    const { decision } = since(o7('done')).when(correct(['o7'], ['o8'], { evidence: LINK }), SOON);
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual([
      'report-undone',
      'item-reported',
      'evidence-given',
    ]);
  });

  it('of one item leaves the others of that message', () => {
    since(o7('done'), reported('m1', 'done', { at: TEN, report: 'wrong' }))
      .when(correct(['o7'], ['o8']), SOON)
      .thenEvents(back('o7', 'wrong'), told('o8', 'done'));
  });

  it('means the newest report on the wrong item in this chat', () => {
    since(
      reported('o7', 'done', { at: TEN - MINUTE, report: 'before' }),
      o7('in_progress'),
      reported('o7', 'done', { at: TEN + MINUTE, report: 'elsewhere', chat: inGroup('finance-group') }),
    )
      .when(correct(['o7'], ['o8']), SOON)
      .thenEvents(back('o7', 'wrong'), told('o8', 'in_progress'));
  });

  it('is for the terminal too', () => {
    since(o7('done', { by: null }))
      .when(correct(['o7'], ['o8'], { by: console_ }), SOON)
      .thenEvents(back('o7', 'wrong'), told('o8', 'done'));
  });
});

describe('several wrong items', () => {
  const three = [
    o7('done'),
    reported('m1', 'in_progress', { at: TEN, report: 'wrong', percent: 30 }),
    reported('o12', 'in_progress', { at: TEN + MINUTE, report: 'later', percent: 50 }),
  ];

  it('and as many right ones go in pairs', () => {
    since(...three)
      .when(correct(['o7', 'm1'], ['o12', 'o8']), SOON)
      .thenEvents(
        back('o7', 'wrong'),
        back('m1', 'wrong'),
        told('o12', 'done'),
        told('o8', 'in_progress', { percent: 30 }),
      );
  });

  it('and another number of right ones must have been told the same', () => {
    since(...three)
      .when(correct(['m1', 'o12'], ['o8']), SOON)
      .thenEvents(back('m1', 'wrong'), back('o12', 'later'), told('o8', 'in_progress'));
    since(...three)
      .when(correct(['m1', 'o7'], ['o8']), SOON)
      .thenRefused({ kind: 'nothing-to-correct', item: 'o8' });
    since(...three)
      .when(correct(['m1'], ['o8', 'o12']), SOON)
      .thenEvents(
        back('m1', 'wrong'),
        told('o8', 'in_progress', { percent: 30 }),
        told('o12', 'in_progress', { percent: 30 }),
      );
  });

  it('need no common status when one is given', () => {
    since(...three)
      .when(correct(['m1', 'o7'], [{ item: 'o8', status: 'done' }]), SOON)
      .thenEvents(back('m1', 'wrong'), back('o7', 'wrong'), told('o8', 'done'));
  });

  it('named twice are one', () => {
    since(...three)
      .when(correct(['o7', 'o7'], ['o8']), SOON)
      .thenEvents(back('o7', 'wrong'), told('o8', 'done'));
  });
});

describe('nothing is to be corrected', () => {
  const nothing = { kind: 'nothing-to-correct', item: 'o7' } as const;

  it('where he told nothing of the item here, or took it back already', () => {
    const elsewhere = o7('done', { chat: inGroup('finance-group') });
    for (const history of [
      [],
      [o7('done', { by: 'finance-head' })],
      [elsewhere],
      [o7('done'), undone('o7', 'wrong', TEN)],
    ]) {
      since(...history)
        .when(correct(['o7'], ['o8']), SOON)
        .thenRefused(nothing);
    }
  });

  it('after 24 hours, to the millisecond', () => {
    expect(since(o7('done')).when(correct(['o7'], ['o8']), TEN + DAY).decision.ok).toBe(true);
    since(o7('done'))
      .when(correct(['o7'], ['o8']), TEN + DAY + 1)
      .thenRefused(nothing);
  });

  it('and a report without a status says nothing', () => {
    since(o7('done'))
      .when(correct([], ['o8']), SOON)
      .thenRefused({ kind: 'nothing-to-correct', item: 'o8' });
  });
});

describe('a correction is refused whole', () => {
  it('with who and when if somebody changed the wrong item since', () => {
    since(o7('done'), reported('o7', 'in_progress', { at: TEN + MINUTE, by: 'finance-head' }))
      .when(correct(['o7'], ['o8']), SOON)
      .thenRefused({ kind: 'changed-since', item: 'o7', by: 'finance-head', at: TEN + MINUTE });
  });

  it('if the right item is not his, does not exist, or the plan was closed', () => {
    since(o7('done'))
      .when(correct(['o7'], ['m2']), SOON)
      .thenRefused({ kind: 'not-your-item', item: 'm2', divisions: ['works'] });
    since(o7('done'))
      .when(correct(['o7'], ['m99']), SOON)
      .thenRefused({ kind: 'no-such-item' });
    since(o7('done'))
      .when(correct(['m99'], ['o8']), SOON)
      .thenRefused({ kind: 'no-such-item' });
    since(o7('done'), planClosed())
      .when(correct(['o7'], ['o8']), SOON)
      .thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
  });

  it('if he is nobody the office knows', () => {
    since(o7('done', { by: null }))
      .when(correct(['o7'], ['o8'], { by: outsider }), SOON)
      .thenRefused({ kind: 'not-a-member' });
  });
});

it('undone, only what it reported goes: the wrong report does not return', () => {
  since(o7('done'), undone('o7', 'wrong', SOON), reported('o8', 'done', { at: SOON, report: 'right' }))
    .when(
      { type: 'undo', by: member('finance-staff'), chat: 'direct', at: SOON + 1, what: { kind: 'newest' } },
      SOON + MINUTE,
    )
    .thenEvents(back('o8', 'right'));
});

it('whatever was told before, a correction leaves nothing standing of what it takes back', () => {
  const ITEMS = ['a', 'b', 'c', 'd'];
  const plan = [...anOffice(), ...ITEMS.map((id, index) => measure(id, { number: index + 10 }))];
  const tellings = fc.array(
    fc.record({
      item: fc.constantFrom(...ITEMS),
      status: fc.constantFrom<Status>('not_started', 'in_progress', 'done'),
      link: fc.boolean(),
      message: fc.integer({ min: 1, max: 4 }),
      by: fc.constantFrom('finance-staff', 'finance-staff', 'finance-head'),
    }),
    { minLength: 1, maxLength: 10 },
  );
  fc.assert(
    fc.property(
      tellings,
      fc.uniqueArray(fc.constantFrom(...ITEMS), { minLength: 1 }),
      fc.uniqueArray(fc.constantFrom(...ITEMS), { minLength: 1 }),
      (told, wrong, right) => {
        const history = told.flatMap(({ item, status, link, message, by }) => {
          const id = `${by}-${message}`;
          const doing = { at: TEN + message, by };
          return [
            reported(item, status, { ...doing, report: id }),
            ...(link ? [shown(item, id, doing)] : []),
          ];
        });
        const { agency, when } = given(...plan, ...history);
        const { decision } = when(correct(wrong, right), SOON);
        if (!decision.ok) return;
        const after = agencyOf(
          ...plan,
          ...history,
          ...decision.events.map((event) => happened(event, { at: SOON, by: member('finance-staff') })),
        );
        for (const id of wrong) {
          const taken = decision.events.flatMap((event) =>
            event.type === 'report-undone' && event.item === id ? event.report : [],
          );
          expect(taken).toHaveLength(1);
          const item = after.items[id];
          expect(item?.reports.some((one) => one.id === taken[0] && one.undone === null)).toBe(false);
          expect(item && evidenceOf(item).some((one) => one.id === taken[0])).toBe(false);
        }
        for (const id of right) expect(after.items[id]?.reports.at(-1)?.id).toBe('right');
        expect(agency.version).toBeLessThan(after.version);
      },
    ),
  );
});
