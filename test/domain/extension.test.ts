import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import { finishDue } from '../../src/domain/due.ts';
import { openExtension } from '../../src/domain/item.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  console_,
  given,
  type Happening,
  inGroup,
  member,
  outsider,
  planClosed,
  reported,
} from '../support/an-agency.ts';
import { asked, askedNoMore, textRef } from './doings.ts';

const TEN = bangkok('2026-01-20 10:00');
type AskExtension = Extract<Command, { type: 'ask-extension' }>;

const ask = (items: string[], until: string, more: Partial<AskExtension> = {}): AskExtension => ({
  type: 'ask-extension',
  by: member('finance-staff'),
  extension: 'extension-1',
  chat: 'direct',
  items,
  until,
  ...more,
});
const wanted = (item: string, until: string) => ({
  type: 'extension-asked' as const,
  v: 1 as const,
  item,
  extension: 'extension-1',
  until,
  chat: 'direct' as const,
});
const since = (...more: Happening[]) => given(...anOffice(), ...more);

describe('asking for a later date', () => {
  it('is one entry an item under one id, with the seal of the reason', () => {
    since()
      .when(ask(['m1', 'o12'], '2026-05-15'), TEN)
      .thenEvents(wanted('m1', '2026-05-15'), wanted('o12', '2026-05-15'));
    const reason = textRef('why');
    since()
      .when(ask(['m1'], '2026-02-27', { reason, chat: inGroup('finance-group') }), TEN)
      .thenEvents({ ...wanted('m1', '2026-02-27'), reason, chat: { group: 'finance-group' } });
  });

  it('moves no date: somebody has to decide', () => {
    const agency = agencyOf(...anOffice(), asked('m1', 'x', '2026-02-27', { at: TEN }));
    expect(agency.items.m1 && finishDue(agency, agency.items.m1)).toBe('2026-01-30');
  });

  it('is for whoever may report the item', () => {
    for (const by of [member('finance-head'), member('coordinator'), console_]) {
      expect(since().when(ask(['m1'], '2026-02-27', { by }), TEN).decision.ok).toBe(true);
    }
    since()
      .when(ask(['m1'], '2026-02-27', { by: member('executive') }), TEN)
      .thenRefused({ kind: 'not-your-item', item: 'm1', divisions: ['finance'] });
    since()
      .when(ask(['m1'], '2026-02-27', { by: outsider }), TEN)
      .thenRefused({ kind: 'not-a-member' });
  });

  it('is for a date after the present one', () => {
    for (const until of ['2026-01-25', '2026-01-30']) {
      since()
        .when(ask(['m1'], until), TEN)
        .thenRefused({ kind: 'not-later', item: 'm1', due: '2026-01-30' });
    }
    expect(since().when(ask(['m1'], '2026-01-31'), TEN).decision.ok).toBe(true);
    since()
      .when(ask(['o12'], '2026-04-30'), TEN)
      .thenRefused({ kind: 'not-later', item: 'o12', due: '2026-04-30' });
  });

  it.each([
    ['2026-01-20 10:00', '2028-01-20', '2028-01-21'],
    ['2028-02-29 10:00', '2030-02-28', '2030-03-01'],
  ])('said at %s is for %s at the latest', (said, last, after) => {
    const now = bangkok(said);
    expect(since().when(ask(['m1'], last), now).decision.ok).toBe(true);
    since()
      .when(ask(['m1'], after), now)
      .thenRefused({ kind: 'too-far', last });
  });

  it('of what is overdue is for today or later', () => {
    const march = bangkok('2026-03-10 10:00');
    since()
      .when(ask(['m1'], '2026-03-09'), march)
      .thenRefused({ kind: 'day-past', day: '2026-03-09' });
    expect(since().when(ask(['m1'], '2026-03-10'), march).decision.ok).toBe(true);
  });

  it('makes no sense of what is done, or has no date to move', () => {
    since(reported('m1', 'done', { at: TEN }))
      .when(ask(['m1'], '2026-02-27'), TEN)
      .thenRefused({ kind: 'already-done', item: 'm1' });
    since()
      .when(ask(['m3'], '2026-02-27', { by: member('coordinator') }), TEN)
      .thenRefused({ kind: 'no-due', item: 'm3' });
  });

  it('is kept for all items or for none, and of an open plan only', () => {
    since()
      .when(ask(['m1', 'm99'], '2026-02-27'), TEN)
      .thenRefused({ kind: 'no-such-item' });
    since()
      .when(ask(['m1', 'o12'], '2026-02-27'), TEN)
      .thenRefused({ kind: 'not-later', item: 'o12', due: '2026-04-30' });
    since(planClosed())
      .when(ask(['m1'], '2026-02-27'), TEN)
      .thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
  });
});

describe('the open request', () => {
  const open = (...more: Happening[]) => {
    const item = agencyOf(...anOffice(), ...more).items.m1;
    return item === undefined ? null : openExtension(item);
  };

  it('is the one last told and not taken back', () => {
    const first = asked('m1', 'first', '2026-02-27', { at: TEN });
    const second = asked('m1', 'second', '2026-03-31', { at: TEN + 1 });
    const late = asked('m1', 'late', '2026-06-30', { at: TEN - 1, kept: TEN + 2 });
    expect(open()).toBeNull();
    expect(open(first, second, late)).toMatchObject({
      id: 'second',
      until: '2026-03-31',
      by: 'finance-staff',
    });
    expect(open(first, second, askedNoMore('m1', 'second', { at: TEN + 3 }))).toMatchObject({ id: 'first' });
    expect(open(first, askedNoMore('m1', 'first', { at: TEN + 3 }))).toBeNull();
  });
});
