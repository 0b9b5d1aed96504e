import { describe, expect, it } from 'vitest';
import { agencyOn } from '../../src/domain/acting.ts';
import type { Command } from '../../src/domain/command.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Actor } from '../../src/domain/entry.ts';
import type { DomainEvent, RoleIn } from '../../src/domain/event.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  console_,
  given,
  type Happening,
  happened,
  joined,
  member,
  outsider,
  reported,
} from '../support/an-agency.ts';

const NOW = bangkok('2026-03-05 09:00');
const office = anOffice();
const second = joined('second', [{ role: 'coordinator' }]);
const stands = (...events: DomainEvent[]): Happening[] => events.map((event) => happened(event));
const COORDINATOR = { kind: 'not-permitted', who: ['coordinator'] };

/** Acts as coordinator through March. */
const actsAsCoordinator = stands({
  type: 'acting-set',
  v: 1,
  acting: 'acting-1',
  member: 'works-staff',
  role: { role: 'coordinator' },
  from: '2026-03-01',
  until: '2026-03-31',
});

describe('roles change', () => {
  const change = (id: string, roles: readonly RoleIn[], by: Actor = member('coordinator')): Command => ({
    type: 'change-roles',
    by,
    member: id,
    roles,
  });
  const changed = (id: string, ...roles: RoleIn[]) =>
    ({ type: 'roles-changed', v: 1, member: id, roles }) as const;
  const AUDIT: RoleIn = { role: 'head', division: 'audit' };

  it('whole, each role once', () => {
    given(...office)
      .when(change('works-staff', [AUDIT, { role: 'coordinator' }, AUDIT]), NOW)
      .thenEvents(changed('works-staff', AUDIT, { role: 'coordinator' }));
  });

  it('and what he saw to in the division he leaves lapses', () => {
    const before = stands(
      { type: 'item-assigned', v: 1, item: 'm1', person: 'works-staff', deputy: null },
      { type: 'item-assigned', v: 1, item: 'm2', person: 'works-head', deputy: 'works-staff' },
      { type: 'receivers-set', v: 1, division: 'works', members: ['works-staff', 'works-head'] },
    );
    given(...office, ...before)
      .when(change('works-staff', [{ role: 'staff', division: 'finance' }]), NOW)
      .thenEvents(
        changed('works-staff', { role: 'staff', division: 'finance' }),
        // M1 belongs to the division he comes to: it stays his.
        { type: 'item-assigned', v: 1, item: 'm2', person: 'works-head', deputy: null },
        { type: 'receivers-set', v: 1, division: 'works', members: ['works-head'] },
      );
  });

  it('in the division he stays in leave what he sees to', () => {
    const before = stands({ type: 'receivers-set', v: 1, division: 'works', members: ['works-staff'] });
    given(...office, ...before)
      .when(change('works-staff', [{ role: 'head', division: 'works' }]), NOW)
      .thenEvents(changed('works-staff', { role: 'head', division: 'works' }));
  });

  it('to what they are: nothing happens', () => {
    given(...office)
      .when(change('works-staff', [{ role: 'staff', division: 'works' }]), NOW)
      .thenNothing();
  });

  it('of who acts: his own are changed, he goes on acting', () => {
    const raw = agencyOf(...office, ...actsAsCoordinator);
    const decision = decide(agencyOn(raw, '2026-03-05'), change('works-staff', [AUDIT], console_), NOW);
    expect(decision).toEqual({ ok: true, events: [changed('works-staff', AUDIT)] });
  });

  it.each<[string, Command, object]>([
    ['by a head', change('works-staff', [AUDIT], member('works-head')), COORDINATOR],
    ['by himself', change('works-staff', [AUDIT], member('works-staff')), COORDINATOR],
    ['by a stranger', change('works-staff', [AUDIT], outsider), { kind: 'not-a-member' }],
    ['of nobody known', change('gone', [AUDIT]), { kind: 'no-such-person' }],
    ['to none', change('works-staff', []), { kind: 'role-needed' }],
    ['to staff of nothing', change('works-staff', [{ role: 'staff' }]), { kind: 'division-needed' }],
    [
      'to a division there is not',
      change('works-staff', [{ role: 'staff', division: 'health' }]),
      { kind: 'no-such-division', division: 'health' },
    ],
    ['of the last coordinator', change('coordinator', [AUDIT]), { kind: 'last-coordinator' }],
  ])('not %s', (_how, command, refusal) => {
    expect(given(...office).when(command, NOW).decision).toEqual({ ok: false, refusal });
  });

  it('of a coordinator who is not the last', () => {
    given(...office, ...second)
      .when(change('coordinator', [AUDIT]), NOW)
      .thenEvents(changed('coordinator', AUDIT));
  });
});

describe('leaving', () => {
  const go = (id: string, by: Actor = member('coordinator')): Command => ({ type: 'leave', by, member: id });
  const left = (id: string) => ({ type: 'member-left', v: 1, member: id }) as const;

  it.each<[string, Actor]>([
    ['a coordinator says so', member('coordinator')],
    ['he says so himself', member('works-staff')],
    ['the terminal says so', console_],
  ])('%s', (_who, by) => {
    given(...office)
      .when(go('works-staff', by), NOW)
      .thenEvents(left('works-staff'));
  });

  it.each<[string, Command, object]>([
    ['his head says so', go('works-staff', member('works-head')), COORDINATOR],
    ['a stranger says so', go('works-staff', outsider), { kind: 'not-a-member' }],
    ['nobody knows him', go('gone'), { kind: 'no-such-person' }],
    ['he is the last coordinator', go('coordinator'), { kind: 'last-coordinator' }],
  ])('is refused: %s', (_why, command, refusal) => {
    expect(given(...office).when(command, NOW).decision).toEqual({ ok: false, refusal });
  });

  it('is refused to the last coordinator while another only acts as one', () => {
    const raw = agencyOf(...office, ...actsAsCoordinator);
    expect(decide(agencyOn(raw, '2026-03-05'), go('coordinator', console_), NOW)).toEqual({
      ok: false,
      refusal: { kind: 'last-coordinator' },
    });
    // Who only acts may go: the one he acts for is still there.
    expect(decide(agencyOn(raw, '2026-03-05'), go('works-staff', console_), NOW).ok).toBe(true);
  });

  it('of a coordinator who is not the last', () => {
    given(...office, ...second)
      .when(go('coordinator', member('coordinator')), NOW)
      .thenEvents(left('coordinator'));
  });

  it('makes an item its deputy’s, unless it is done', () => {
    const given_ = (item: string, person: string, deputy: string) =>
      ({ type: 'item-assigned', v: 1, item, person, deputy }) as const;
    const before = [
      ...stands(
        given_('m1', 'works-staff', 'finance-staff'),
        given_('m2', 'works-staff', 'works-head'),
        given_('o12', 'finance-staff', 'works-staff'),
      ),
      reported('m1', 'done', { at: NOW }),
    ];
    given(...office, ...before)
      .when(go('works-staff'), NOW)
      .thenEvents(
        { type: 'item-assigned', v: 1, item: 'm2', person: 'works-head', deputy: null },
        left('works-staff'),
      );
  });

  it('leaves what he did and takes him from everything that waits for him', () => {
    const agency = agencyOf(
      ...office,
      ...stands(
        { type: 'item-assigned', v: 1, item: 'm2', person: 'works-staff', deputy: 'works-head' },
        { type: 'receivers-set', v: 1, division: 'works', members: ['works-staff', 'works-head'] },
        { type: 'deputy-set', v: 1, member: 'works-head', deputy: 'works-staff' },
      ),
      reported('m2', 'in_progress', { by: 'works-staff', at: NOW }),
      happened(left('works-staff')),
    );
    expect(agency.members['works-staff']).toBeUndefined();
    expect(agency.items.m2).toMatchObject({ person: null, deputy: 'works-head' });
    expect(agency.items.m2?.reports).toMatchObject([{ by: 'works-staff', status: 'in_progress' }]);
    expect(agency.receivers.works).toEqual(['works-head']);
    expect(agency.members['works-head']?.deputy).toBeNull();
  });
});

describe('erasing', () => {
  const erase = (id: string, by: Actor = member('coordinator')): Command => ({
    type: 'erase-member',
    by,
    member: id,
  });
  const left = { type: 'member-left', v: 1, member: 'works-staff' } as const;
  const erased = { type: 'member-erased', v: 1, member: 'works-staff' } as const;

  it('is leaving, and his name and texts', () => {
    given(...office)
      .when(erase('works-staff'), NOW)
      .thenEvents(left, erased);
    given(...office)
      .when(erase('works-staff', member('works-staff')), NOW)
      .thenEvents(left, erased);
  });

  it('comes to who left before, once', () => {
    given(...office, happened(left))
      .when(erase('works-staff'), NOW)
      .thenEvents(erased);
    given(...office, happened(left), happened(erased))
      .when(erase('works-staff'), NOW)
      .thenRefused({ kind: 'no-such-person' });
  });

  it.each<[string, Command, object]>([
    ['the last coordinator', erase('coordinator'), { kind: 'last-coordinator' }],
    ['a colleague', erase('works-staff', member('works-head')), COORDINATOR],
    ['who was never there', erase('gone'), { kind: 'no-such-person' }],
  ])('is refused: %s', (_who, command, refusal) => {
    expect(given(...office).when(command, NOW).decision).toEqual({ ok: false, refusal });
  });
});
