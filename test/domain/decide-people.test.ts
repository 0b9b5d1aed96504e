import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import type { Actor } from '../../src/domain/entry.ts';
import type { RoleIn } from '../../src/domain/event.ts';
import { firstImport } from '../../src/domain/revise.ts';
import {
  agencyAdded,
  aStaffedOffice,
  bangkok,
  clock,
  console_,
  given,
  happened,
  joined,
  member,
  outsider,
  START,
} from '../support/an-agency.ts';

const NEXT_WEEK = START + 7 * 86_400_000;
const office = aStaffedOffice();

describe('making an invite', () => {
  const invite = (roles: readonly RoleIn[], by: Actor = member('coordinator')): Command => ({
    type: 'make-invite',
    by,
    invite: 'invite-9',
    roles,
    expires: NEXT_WEEK,
  });

  it.each<[string, readonly RoleIn[]]>([
    ['staff of a division', [{ role: 'staff', division: 'works' }]],
    ['a head', [{ role: 'head', division: 'audit' }]],
    ['a coordinator', [{ role: 'coordinator' }]],
    ['an executive', [{ role: 'executive' }]],
    ['two roles at once', [{ role: 'coordinator' }, { role: 'staff', division: 'palad' }]],
  ])('names %s', (_whom, roles) => {
    given(...office)
      .when(invite(roles))
      .thenEvents({
        type: 'invite-made',
        v: 1,
        invite: 'invite-9',
        roles: [...roles],
        expires: NEXT_WEEK,
      });
  });

  it.each(['staff', 'head'] as const)('asks which division for %s', (role) => {
    given(...office)
      .when(invite([{ role: 'coordinator' }, { role }]))
      .thenRefused({ kind: 'division-needed' });
  });

  it('refuses a division the office does not have', () => {
    given(...office)
      .when(invite([{ role: 'staff', division: 'health' }]))
      .thenRefused({ kind: 'no-such-division', division: 'health' });
  });

  it('tells a person without the right so before it looks at the roles', () => {
    given(...office)
      .when(invite([{ role: 'staff', division: 'health' }], member('works-staff')))
      .thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
  });
});

describe('joining by an invite', () => {
  const roles: RoleIn[] = [{ role: 'staff', division: 'finance' }];
  const expires = bangkok('2026-01-12 08:00');
  const invited = [
    agencyAdded(),
    happened({ type: 'invite-made', v: 1, invite: 'invite-1', roles, expires }),
  ];
  const join = (id: string, invite = 'invite-1'): Command => ({ type: 'join', member: id, invite });

  it('gives the roles of the invite', () => {
    given(...invited)
      .when(join('somsri'))
      .thenEvents({ type: 'member-joined', v: 1, member: 'somsri', invite: 'invite-1', roles });
  });

  it('works until the last moment before it expires, and not at that moment', () => {
    expect(given(...invited).when(join('somsri'), expires - 1).decision.ok).toBe(true);
    given(...invited)
      .when(join('somsri'), expires)
      .thenRefused({ kind: 'code-expired' });
  });

  it('refuses a code nobody made', () => {
    given(...invited)
      .when(join('somsri', 'invite-2'))
      .thenRefused({ kind: 'code-unknown' });
  });

  it('works once, for the same person too, and says used even when it is also too old', () => {
    const used = [
      ...invited,
      happened({ type: 'member-joined', v: 1, member: 'somsri', invite: 'invite-1', roles }),
    ];
    for (const who of ['somsri', 'somchai']) {
      given(...used)
        .when(join(who))
        .thenRefused({ kind: 'code-used' });
    }
    given(...used)
      .when(join('somchai'), expires)
      .thenRefused({ kind: 'code-used' });
  });

  it('adds the roles of a second invite to those already held, each once', () => {
    const { agency } = given(
      agencyAdded(),
      ...joined('somsri', [{ role: 'staff', division: 'finance' }]),
      ...joined('somsri', [{ role: 'staff', division: 'finance' }, { role: 'coordinator' }]),
    );
    expect(agency.members.somsri?.roles).toEqual([
      { role: 'staff', division: 'finance' },
      { role: 'coordinator' },
    ]);
  });
});

describe('making a group code', () => {
  const code = (place: Pick<Command & { type: 'make-group-code' }, 'purpose' | 'division'>): Command => ({
    type: 'make-group-code',
    by: member('coordinator'),
    code: 'code-9',
    expires: NEXT_WEEK,
    ...place,
  });

  it('is for the staff of the whole office, whatever division is named', () => {
    for (const place of [{ purpose: 'staff' as const }, { purpose: 'staff' as const, division: 'works' }]) {
      given(...office)
        .when(code(place))
        .thenEvents({ type: 'group-code-made', v: 1, code: 'code-9', purpose: 'staff', expires: NEXT_WEEK });
    }
  });

  it('is for one division', () => {
    given(...office)
      .when(code({ purpose: 'division', division: 'works' }))
      .thenEvents({
        type: 'group-code-made',
        v: 1,
        code: 'code-9',
        purpose: 'division',
        division: 'works',
        expires: NEXT_WEEK,
      });
  });

  it('asks which division, and refuses one the office does not have', () => {
    given(...office)
      .when(code({ purpose: 'division' }))
      .thenRefused({ kind: 'division-needed' });
    given(...office)
      .when(code({ purpose: 'division', division: 'health' }))
      .thenRefused({ kind: 'no-such-division', division: 'health' });
  });
});

describe('binding a group', () => {
  const expires = bangkok('2026-01-06 08:00');
  const withCode = [
    ...office,
    happened({
      type: 'group-code-made',
      v: 1,
      code: 'code-1',
      purpose: 'division',
      division: 'works',
      expires,
    }),
  ];
  const bind = (code = 'code-1'): Command => ({ type: 'bind-group', group: 'works-group', code });
  const bound = {
    type: 'group-bound' as const,
    v: 1 as const,
    group: 'works-group',
    code: 'code-1',
    purpose: 'division' as const,
    division: 'works',
  };

  it('takes purpose and division from the code', () => {
    given(...withCode)
      .when(bind())
      .thenEvents(bound);
  });

  it('refuses a code that is unknown, used or expired', () => {
    given(...withCode)
      .when(bind('code-2'))
      .thenRefused({ kind: 'code-unknown' });
    given(...withCode)
      .when(bind(), expires)
      .thenRefused({ kind: 'code-expired' });
    given(...withCode, happened(bound))
      .when(bind())
      .thenRefused({ kind: 'code-used' });
  });

  it('takes no word of the language for a code', () => {
    given(...withCode)
      .when(bind('constructor'))
      .thenRefused({ kind: 'code-unknown' });
  });

  it('ends when the bot leaves; leaving an unbound group is nothing', () => {
    const leave: Command = { type: 'leave-group', group: 'works-group' };
    given(...withCode, happened(bound))
      .when(leave)
      .thenEvents({ type: 'group-left', v: 1, group: 'works-group' });
    given(...withCode)
      .when(leave)
      .thenNothing();
  });
});

describe('what only the coordinator and the terminal may', () => {
  const commands = (by: Actor): Command[] => [
    { type: 'make-invite', by, invite: 'i', roles: [{ role: 'executive' }], expires: NEXT_WEEK },
    { type: 'make-group-code', by, code: 'c', purpose: 'staff', expires: NEXT_WEEK },
    {
      type: 'revise-plan',
      by,
      revision: 'i',
      change: firstImport({ year: 2569, title: null, catalogue: null, oitDue: '2026-04-30', items: [] }),
    },
    { type: 'undo-import', by, revision: 'i' },
    { type: 'record-list', by, year: 2570, source: 's', items: [] },
    { type: 'open-plan', by, year: 2569 },
    { type: 'close-plan', by, year: 2569 },
    { type: 'publish-plan', by, year: 2569 },
  ];

  it.each([
    'finance-staff',
    'finance-head',
    'works-staff',
    'works-head',
    'executive',
  ])('%s may not', (who) => {
    for (const command of commands(member(who))) {
      given(...office)
        .when(command)
        .thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
    }
  });

  it.each([
    ['a stranger', member('stranger')],
    ['an outsider', outsider],
    ['the clock', clock],
  ])('%s may not: he is no member', (_who, by) => {
    for (const command of commands(by)) {
      given(...office)
        .when(command)
        .thenRefused({ kind: 'not-a-member' });
    }
  });

  it.each([
    ['the coordinator', member('coordinator')],
    ['the terminal', console_],
  ])('%s may', (_who, by) => {
    for (const command of commands(by)) {
      const { decision } = given(...office).when(command);
      if (!decision.ok) expect(decision.refusal.kind).toMatch(/^(no-such-plan|no-such-import|list-unclear)$/);
    }
  });
});
