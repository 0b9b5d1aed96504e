import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  console_,
  given,
  type Happening,
  inGroup,
  measure,
  member,
  outsider,
  planClosed,
  reminded,
  reported,
  unreachable,
} from '../support/an-agency.ts';
import { acknowledged, snoozed, snoozedNoMore } from './doings.ts';

const TEN = bangkok('2026-01-20 10:00');
const HOUR = 3_600_000;
type Snooze = Extract<Command, { type: 'snooze' }>;
type Acknowledge = Extract<Command, { type: 'acknowledge' }>;

const snooze = (items: string[], until = '2026-01-26', more: Partial<Snooze> = {}): Snooze => ({
  type: 'snooze',
  by: member('finance-staff'),
  snooze: 'snooze-1',
  chat: 'direct',
  items,
  until,
  ...more,
});
const acknowledge = (items: string[], more: Partial<Acknowledge> = {}): Acknowledge => ({
  type: 'acknowledge',
  by: member('finance-staff'),
  chat: 'direct',
  items,
  ...more,
});
const quiet = (items: string[], until = '2026-01-26') => ({
  type: 'reminder-snoozed' as const,
  v: 1 as const,
  member: 'finance-staff',
  snooze: 'snooze-1',
  items,
  until,
  chat: 'direct' as const,
});
const read = (items: string[]) => ({
  type: 'reminder-acknowledged' as const,
  v: 1 as const,
  member: 'finance-staff',
  items,
  chat: 'direct' as const,
});
const since = (...more: Happening[]) => given(...anOffice(), ...more);
const toHim = (items: string[], at = TEN) => reminded({ member: 'finance-staff' }, items, at);
const toGroup = (items: string[], at = TEN) => reminded({ group: 'finance-group' }, items, at);

describe('putting a reminder off', () => {
  it('of the items named is one entry', () => {
    since()
      .when(snooze(['m1', 'o12', 'm1']), TEN)
      .thenEvents(quiet(['m1', 'o12']));
  });

  it('without a name means what was last reminded to him and is not done', () => {
    since(toHim(['m1']), toHim(['m1', 'o12'], TEN + HOUR), reported('m1', 'done', { at: TEN + HOUR }))
      .when(snooze([]), TEN + 2 * HOUR)
      .thenEvents(quiet(['o12']));
  });

  it('without a name in a group means what was last reminded there or to him, whichever came later', () => {
    const here = { chat: inGroup('finance-group') };
    since(toHim(['m1']), toGroup(['o12'], TEN + HOUR))
      .when(snooze([], '2026-01-26', here), TEN)
      .thenEvents({ ...quiet(['o12']), ...here });
    since(toGroup(['o12']), toHim(['m1'], TEN + HOUR))
      .when(snooze([], '2026-01-26', here), TEN)
      .thenEvents({ ...quiet(['m1']), ...here });
    since(toGroup(['o12'], TEN + HOUR), toHim(['m1']))
      .when(snooze([]), TEN)
      .thenEvents(quiet(['m1']));
  });

  it('without a name and without a reminder means nothing', () => {
    since().when(snooze([]), TEN).thenRefused({ kind: 'nothing-reminded' });
    since(toHim(['m1']), reported('m1', 'done', { at: TEN }))
      .when(snooze([]), TEN)
      .thenRefused({ kind: 'nothing-reminded' });
    since(toHim(['m1']), planClosed())
      .when(snooze([]), TEN)
      .thenRefused({ kind: 'nothing-reminded' });
  });

  it.each([
    ['2026-01-20', false],
    ['2026-01-21', true],
    ['2026-03-21', true],
    ['2026-03-22', false],
    ['2025-12-31', false],
  ])('to %s, said on 20 January: %s', (until, may) => {
    const outcome = since().when(snooze(['m1'], until), TEN);
    if (may) outcome.thenEvents(quiet(['m1'], until));
    else outcome.thenRefused({ kind: 'snooze-day', first: '2026-01-21', last: '2026-03-21' });
  });

  it('is for those who are reminded of it, and for members only: the reminders are his own', () => {
    for (const who of ['executive', 'works-staff', 'coordinator', 'finance-head']) {
      since()
        .when(snooze(['o12', 'm1'], '2026-01-26', { by: member(who) }), TEN)
        .thenRefused({ kind: 'not-reminded', item: 'o12' });
    }
    const nobodys = measure('m5', { number: 5, divisions: [], end: '2026-02-27' });
    since(nobodys)
      .when(snooze(['m5'], '2026-01-26', { by: member('coordinator') }), TEN)
      .thenEvents({ ...quiet(['m5']), member: 'coordinator' });
    for (const by of [outsider, console_, member('stranger')]) {
      since()
        .when(snooze(['m1'], '2026-01-26', { by }), TEN)
        .thenRefused({ kind: 'not-a-member' });
    }
  });

  it('is for whoever was noted as out of reach, too: he is speaking', () => {
    since(unreachable('finance-staff'))
      .when(snooze(['m1']), TEN)
      .thenEvents(quiet(['m1']));
  });

  it('without a name leaves out what the group was reminded of and is not his', () => {
    const here = { chat: inGroup('finance-group') };
    since(toGroup(['m2', 'o12']))
      .when(snooze([], '2026-01-26', here), TEN)
      .thenEvents({ ...quiet(['o12']), ...here });
    since(toGroup(['m2']))
      .when(snooze([], '2026-01-26', here), TEN)
      .thenRefused({ kind: 'nothing-reminded' });
  });

  it('promises nothing about items of which nobody is reminded', () => {
    since()
      .when(snooze(['m1', 'm99']), TEN)
      .thenRefused({ kind: 'no-such-item' });
    since(reported('m1', 'done', { at: TEN }))
      .when(snooze(['m1']), TEN)
      .thenRefused({ kind: 'already-done', item: 'm1' });
    since()
      .when(snooze(['m3']), TEN)
      .thenRefused({ kind: 'no-due', item: 'm3' });
    since(planClosed())
      .when(snooze(['m1']), TEN)
      .thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
    const monthly = measure('m4', { followUp: { cadence: 'named-months', reportMonths: ['2026-02'] } });
    expect(since(monthly).when(snooze(['m4']), TEN).decision.ok).toBe(true);
  });
});

describe('snoozes in the state', () => {
  const kept = (...more: Happening[]) =>
    agencyOf(...anOffice(), ...more).snoozes.map(({ id, items, until }) => `${id}: ${items} -> ${until}`);

  it('are replaced, item by item, by a newer one of the same member', () => {
    expect(
      kept(
        snoozed(['m1', 'o12'], 'a', '2026-01-26', { at: TEN }),
        snoozed(['m1'], 'b', '2026-02-02', { at: TEN + 1 }),
        snoozed(['m1'], 'hers', '2026-01-27', { at: TEN + 2, by: 'finance-head' }),
      ),
    ).toEqual(['a: o12 -> 2026-01-26', 'b: m1 -> 2026-02-02', 'hers: m1 -> 2026-01-27']);
    expect(
      kept(
        snoozed(['m1'], 'a', '2026-01-26', { at: TEN }),
        snoozed(['m1'], 'b', '2026-01-22', { at: TEN + 1 }),
      ),
    ).toEqual(['b: m1 -> 2026-01-22']);
  });

  it('told earlier but kept later do not replace a newer one', () => {
    expect(
      kept(
        snoozed(['m1'], 'newer', '2026-01-26', { at: TEN }),
        snoozed(['m1', 'o12'], 'late', '2026-02-26', { at: TEN - 1, kept: TEN + 1 }),
        snoozed(['m1'], 'also-late', '2026-02-27', { at: TEN - 2, kept: TEN + 2 }),
      ),
    ).toEqual(['newer: m1 -> 2026-01-26', 'late: o12 -> 2026-02-26']);
  });

  it('taken back are gone; what they replaced does not return', () => {
    expect(
      kept(
        snoozed(['m1'], 'a', '2026-01-26', { at: TEN }),
        snoozed(['m1'], 'b', '2026-02-02', { at: TEN + 1 }),
        snoozedNoMore('b', { at: TEN + 2 }),
      ),
    ).toEqual([]);
  });

  it("are taken back one member's only", () => {
    expect(
      kept(
        snoozed(['m1'], 'same-id', '2026-01-26', { at: TEN }),
        snoozedNoMore('same-id', { at: TEN + 1, by: 'finance-head' }),
      ),
    ).toEqual(['same-id: m1 -> 2026-01-26']);
  });
});

describe('having read a reminder', () => {
  it('is one entry about the items named, or those last reminded', () => {
    since()
      .when(acknowledge(['m1', 'o12']))
      .thenEvents(read(['m1', 'o12']));
    since(toHim(['m1', 'o12']))
      .when(acknowledge([]))
      .thenEvents(read(['m1', 'o12']));
  });

  it('when nothing was reminded is politeness, and nothing is kept', () => {
    since().when(acknowledge([])).thenNothing();
    since(toHim(['m1']), reported('m1', 'done', { at: TEN }))
      .when(acknowledge([]))
      .thenNothing();
  });

  it('is kept of what he answers for only', () => {
    since()
      .when(acknowledge(['m1', 'm2']))
      .thenEvents(read(['m1']));
    for (const who of ['executive', 'works-staff', 'finance-head']) {
      since()
        .when(acknowledge(['m1'], { by: member(who) }))
        .thenNothing();
    }
  });

  it('is for members, about items that exist', () => {
    since()
      .when(acknowledge(['m99']))
      .thenRefused({ kind: 'no-such-item' });
    for (const by of [outsider, console_]) {
      since()
        .when(acknowledge(['m1'], { by }))
        .thenRefused({ kind: 'not-a-member' });
    }
  });

  it('shows on the item: when each last did; it changes nothing else of it', () => {
    const before = agencyOf(...anOffice()).items.m1;
    const item = agencyOf(
      ...anOffice(),
      acknowledged(['m1', 'm99'], { at: TEN }),
      acknowledged(['m1'], { at: TEN + HOUR, by: 'finance-head' }),
      acknowledged(['m1'], { at: TEN - HOUR, kept: TEN + 2 * HOUR }),
    ).items.m1;
    expect(item).toEqual({ ...before, acknowledged: { 'finance-staff': TEN, 'finance-head': TEN + HOUR } });
  });
});
