/** Who granted or refused a later date takes that back: it waits again, as long as nobody built on it. */
import { describe, expect, it } from 'vitest';
import { decisionId } from '../../src/domain/act.ts';
import type { Command } from '../../src/domain/command.ts';
import { finishDue } from '../../src/domain/due.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import { requestsFor } from '../../src/domain/extension.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  given,
  type Happening,
  happened,
  member,
  reported,
} from '../support/an-agency.ts';
import { asked } from './doings.ts';

const at = (time: string) => bangkok(`2026-01-20 ${time}`);
const NOW = at('12:00');
const decided = (
  extension: string,
  time: string,
  more: { granted?: boolean; until?: string; by?: string } = {},
) => {
  const { granted = true, until = '2026-02-27', by = 'finance-head' } = more;
  const event: DomainEvent = {
    type: 'extension-decided',
    v: 1,
    item: 'm1',
    extension,
    granted,
    from: '2026-01-30',
    until,
  };
  return happened(event, { at: at(time), by: member(by) });
};
const office = [...anOffice(), asked('m1', 'x', '2026-02-27', { at: at('10:00') }), decided('x', '11:00')];
const back = (extension = 'x') =>
  ({ type: 'extension-decision-undone', v: 1, item: 'm1', extension }) as const;
const undo = (
  by = 'finance-head',
  what: Extract<Command, { type: 'undo' }>['what'] = { kind: 'newest' },
): Command => ({
  type: 'undo',
  by: member(by),
  chat: 'direct',
  at: NOW,
  what,
});
const dateOf = (...happenings: readonly Happening[]) => {
  const agency = agencyOf(...happenings);
  const item = agency.items.m1;
  return item === undefined ? null : finishDue(agency, item);
};

describe('what was decided about a later date', () => {
  it('is taken back by who decided it: his newest, of the item, or by its button', () => {
    for (const what of [
      { kind: 'newest' } as const,
      { kind: 'items', items: ['m1'] } as const,
      { kind: 'act', act: decisionId('x') } as const,
    ])
      given(...office)
        .when(undo('finance-head', what), NOW)
        .thenEvents(back());
    given(
      ...anOffice(),
      asked('m1', 'x', '2026-02-27', { at: at('10:00') }),
      decided('x', '11:00', { granted: false }),
    )
      .when(undo(), NOW)
      .thenEvents(back());
  });

  it('waits again, and the date is as before', () => {
    const undone = [...office, happened(back(), { at: NOW, by: member('finance-head') })];
    expect(dateOf(...office)).toBe('2026-02-27');
    expect(dateOf(...undone)).toBe('2026-01-30');
    expect(requestsFor(agencyOf(...undone), 'finance-head').map(({ asked: { id } }) => id)).toEqual(['x']);
    given(...undone)
      .when({ type: 'decide-extension', by: member('finance-head'), extension: 'x', granted: true }, NOW)
      .thenEvents({ ...decided('x', '11:00').event } as DomainEvent);
    given(...undone)
      .when(undo(), NOW)
      .thenRefused({ kind: 'nothing-to-undo' });
  });

  it('a date granted before it holds again', () => {
    const twice = [
      ...office,
      asked('m1', 'y', '2026-03-31', { at: at('11:10') }),
      decided('y', '11:20', { until: '2026-03-31' }),
    ];
    expect(dateOf(...twice)).toBe('2026-03-31');
    given(...twice)
      .when(undo(), NOW)
      .thenEvents(back('y'));
    expect(dateOf(...twice, happened(back('y'), { at: NOW }))).toBe('2026-02-27');
  });

  it('stays when somebody built on it, after a day, and for everybody else', () => {
    const since = reported('m1', 'in_progress', { at: at('11:30') });
    given(...office, since)
      .when(undo(), NOW)
      .thenRefused({ kind: 'changed-since', item: 'm1', by: 'finance-staff', at: at('11:30') });
    given(...office)
      .when(undo(), at('11:00') + 86_400_001)
      .thenRefused({ kind: 'too-late-to-undo', at: at('11:00') });
    for (const other of ['coordinator', 'works-head'])
      given(...office)
        .when(undo(other, { kind: 'act', act: decisionId('x') }), NOW)
        .thenRefused({ kind: 'nothing-to-undo' });
    given(...office)
      .when(undo('finance-staff'), NOW)
      .thenRefused({ kind: 'decided-already', item: 'm1', granted: true });
  });

  it('who asked and decided himself takes back the decision first, then the request', () => {
    const own = [
      ...anOffice().filter(({ event }) => !('member' in event && event.member === 'finance-head')),
      asked('m1', 'x', '2026-02-27', { at: at('10:00'), by: 'coordinator' }),
      decided('x', '11:00', { by: 'coordinator' }),
    ];
    given(...own)
      .when(undo('coordinator'), NOW)
      .thenEvents(back());
    given(...own, happened(back(), { at: NOW, by: member('coordinator') }))
      .when(undo('coordinator'), NOW)
      .thenEvents({ type: 'extension-undone', v: 1, item: 'm1', extension: 'x' });
  });
});
