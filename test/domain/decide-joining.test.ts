import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import { MOST_WAITING } from '../../src/domain/decide-joining.ts';
import type { RoleIn } from '../../src/domain/event.ts';
import {
  agencyOf,
  anOffice,
  clock,
  console_,
  given,
  type Happening,
  happened,
  member,
  outsider,
  START,
} from '../support/an-agency.ts';

const DAY = 86_400_000;
const works: RoleIn = { role: 'staff', division: 'works' };

/** A general code of the coordinator, good for two weeks. */
function generalCode(roles: readonly RoleIn[] = [], invite = 'general'): Happening {
  const expires = START + 14 * DAY;
  return happened({ type: 'invite-made', v: 1, invite, roles: [...roles], expires, general: true });
}

function asked(request = 'q1', invite = 'general'): Happening {
  return happened({ type: 'join-asked', v: 1, request, invite }, { by: outsider, at: START + 1 });
}

const ask: Command = { type: 'ask-join', by: outsider, request: 'q1', invite: 'general' };
const approve = (more: Partial<Extract<Command, { type: 'approve-join' }>> = {}): Command => ({
  type: 'approve-join',
  by: member('coordinator'),
  request: 'q1',
  member: 'new',
  roles: [works],
  ...more,
});
const refuse: Command = { type: 'refuse-join', by: member('coordinator'), request: 'q1' };

describe('a general code', () => {
  const make = (roles: readonly RoleIn[]): Command => ({
    type: 'make-invite',
    by: member('coordinator'),
    invite: 'i',
    roles,
    expires: START + DAY,
    general: true,
  });

  it('may leave the roles to whoever approves', () => {
    given(...anOffice())
      .when(make([]))
      .thenEvents({ type: 'invite-made', v: 1, invite: 'i', roles: [], expires: START + DAY, general: true });
  });

  it('checks the roles it names', () => {
    given(...anOffice())
      .when(make([{ role: 'staff', division: 'nowhere' }]))
      .thenRefused({ kind: 'no-such-division', division: 'nowhere' });
    given(...anOffice())
      .when(make([{ role: 'head' }]))
      .thenRefused({ kind: 'division-needed' });
  });

  it('lets nobody in by itself', () => {
    given(...anOffice(), generalCode([works]))
      .when({ type: 'join', member: 'new', invite: 'general' })
      .thenRefused({ kind: 'code-unknown' });
  });

  it('is not used up: the second who is let in by it is a member too', () => {
    const agency = agencyOf(
      ...anOffice(),
      generalCode(),
      asked(),
      asked('q2'),
      ...['1', '2'].map((n) =>
        happened({
          type: 'member-joined',
          v: 1,
          member: `new-${n}`,
          invite: 'general',
          roles: [works],
          request: `q${n}`,
        }),
      ),
    );
    expect(agency.requests).toEqual({});
    expect(agency.members['new-2']?.roles).toEqual([works]);
    expect(agency.invites.general?.usedBy).toBeNull();
  });
});

describe('asking to be let in', () => {
  it('waits for the coordinator', () => {
    const before = given(...anOffice(), generalCode());
    before.when(ask).thenEvents({ type: 'join-asked', v: 1, request: 'q1', invite: 'general' });
    const { requests } = agencyOf(...anOffice(), generalCode(), asked());
    expect(requests).toEqual({ q1: { id: 'q1', invite: 'general', at: START + 1 } });
  });

  it.each([
    'nothing',
    '__proto__',
    'constructor',
    'invite-of-coordinator',
  ])('with %s is refused', (invite) => {
    given(...anOffice(), generalCode())
      .when({ ...ask, invite })
      .thenRefused({ kind: 'code-unknown' });
  });

  it('ends with the code', () => {
    const before = given(...anOffice(), generalCode());
    before.when(ask, START + 14 * DAY - 1).thenEvents({
      type: 'join-asked',
      v: 1,
      request: 'q1',
      invite: 'general',
    });
    before.when(ask, START + 14 * DAY).thenRefused({ kind: 'code-expired' });
  });

  it('is not for members', () => {
    given(...anOffice(), generalCode())
      .when({ ...ask, by: member('finance-staff') })
      .thenRefused({ kind: 'already-member' });
  });

  it('is for no more people than one can look at', () => {
    const waiting = Array.from({ length: MOST_WAITING }, (_, index) => asked(`q-${index}`));
    given(...anOffice(), generalCode(), ...waiting.slice(1))
      .when(ask)
      .thenEvents({ type: 'join-asked', v: 1, request: 'q1', invite: 'general' });
    given(...anOffice(), generalCode(), ...waiting)
      .when(ask)
      .thenRefused({ kind: 'too-many-waiting' });
  });
});

describe('letting somebody in', () => {
  const office = [...anOffice(), generalCode(), asked()];
  const event = {
    type: 'member-joined' as const,
    v: 1 as const,
    member: 'new',
    invite: 'general',
    roles: [works],
    request: 'q1',
  };

  it.each([
    ['the coordinator', member('coordinator')],
    ['the terminal', console_],
  ])('is done by %s', (_who, by) => {
    given(...office)
      .when(approve({ by }))
      .thenEvents(event);
  });

  it.each([
    ['staff', member('works-staff'), { kind: 'not-permitted', who: ['coordinator'] }],
    [
      'a head, of his own division too',
      member('works-head'),
      { kind: 'not-permitted', who: ['coordinator'] },
    ],
    ['an executive', member('executive'), { kind: 'not-permitted', who: ['coordinator'] }],
    ['an outsider', outsider, { kind: 'not-a-member' }],
    ['the clock', clock, { kind: 'not-a-member' }],
  ] as const)('is not done by %s', (_who, by, refusal) => {
    given(...office)
      .when(approve({ by }))
      .thenRefused(refusal);
  });

  it('checks the roles as an invite does', () => {
    const office_ = given(...office);
    office_.when(approve({ roles: [] })).thenRefused({ kind: 'role-needed' });
    office_.when(approve({ roles: [{ role: 'staff' }] })).thenRefused({ kind: 'division-needed' });
    office_
      .when(approve({ roles: [works, { role: 'head', division: 'constructor' }] }))
      .thenRefused({ kind: 'no-such-division', division: 'constructor' });
  });

  it('happens once', () => {
    given(...office, happened(event))
      .when(approve())
      .thenRefused({ kind: 'no-such-request' });
    given(...office)
      .when(approve({ request: '__proto__' }))
      .thenRefused({ kind: 'no-such-request' });
  });

  it('adds the roles of who became a member meanwhile', () => {
    const agency = agencyOf(...office, happened({ ...event, member: 'finance-staff' }));
    expect(agency.members['finance-staff']?.roles).toEqual([{ role: 'staff', division: 'finance' }, works]);
    expect(agency.requests).toEqual({});
  });
});

describe('refusing somebody', () => {
  const office = [...anOffice(), generalCode(), asked()];

  it.each([
    ['the coordinator', member('coordinator')],
    ['the terminal', console_],
    ['the clock, when nobody decided', clock],
  ])('is done by %s', (_who, by) => {
    given(...office)
      .when({ ...refuse, by } as Command)
      .thenEvents({ type: 'join-refused', v: 1, request: 'q1' });
  });

  it('is not done by others', () => {
    given(...office)
      .when({ ...refuse, by: member('works-head') } as Command)
      .thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
    given(...office)
      .when({ ...refuse, by: outsider } as Command)
      .thenRefused({ kind: 'not-a-member' });
  });

  it('happens once, and nobody waits then', () => {
    const after = [...office, happened({ type: 'join-refused', v: 1, request: 'q1' })];
    given(...after)
      .when(refuse)
      .thenRefused({ kind: 'no-such-request' });
    given(...after)
      .when(approve())
      .thenRefused({ kind: 'no-such-request' });
    expect(agencyOf(...after).requests).toEqual({});
  });
});

describe('who waited and then shows an invite of his own', () => {
  const invite = happened({ type: 'invite-made', v: 1, invite: 'own', roles: [works], expires: START + DAY });
  const join: Command = { type: 'join', member: 'new', invite: 'own', request: 'q1' };

  it('waits no longer', () => {
    given(...anOffice(), generalCode(), asked(), invite)
      .when(join)
      .thenEvents({
        type: 'member-joined',
        v: 1,
        member: 'new',
        invite: 'own',
        roles: [works],
        request: 'q1',
      });
  });

  it('joins also when the request is gone', () => {
    given(...anOffice(), generalCode(), invite)
      .when(join)
      .thenEvents({ type: 'member-joined', v: 1, member: 'new', invite: 'own', roles: [works] });
  });
});

describe('an extra group', () => {
  const code = happened({
    type: 'group-code-made',
    v: 1,
    code: 'c2',
    purpose: 'staff',
    expires: START + DAY,
    extra: true,
  });
  const main = [
    happened({ type: 'group-code-made', v: 1, code: 'c1', purpose: 'staff', expires: START + DAY }),
    happened({ type: 'group-bound', v: 1, group: 'main', code: 'c1', purpose: 'staff' }, { by: outsider }),
  ];

  it('is bound by a code that was made for one', () => {
    given(...anOffice())
      .when({
        type: 'make-group-code',
        by: console_,
        code: 'c2',
        purpose: 'staff',
        expires: START + DAY,
        extra: true,
      })
      .thenEvents({
        type: 'group-code-made',
        v: 1,
        code: 'c2',
        purpose: 'staff',
        expires: START + DAY,
        extra: true,
      });
    given(...anOffice(), ...main, code)
      .when({ type: 'bind-group', group: 'more', code: 'c2' })
      .thenEvents({ type: 'group-bound', v: 1, group: 'more', code: 'c2', purpose: 'staff', extra: true });
  });

  it('stands beside the one there is', () => {
    const bound = happened({
      type: 'group-bound',
      v: 1,
      group: 'more',
      code: 'c2',
      purpose: 'staff',
      extra: true,
    });
    const { groups } = agencyOf(...anOffice(), ...main, code, bound);
    expect(Object.values(groups).map(({ id, extra }) => [id, extra])).toEqual([
      ['main', false],
      ['more', true],
    ]);
  });
});
