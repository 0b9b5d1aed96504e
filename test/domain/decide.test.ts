import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { firstImport } from '../../src/domain/revise.ts';
import { readEvent } from '../../src/domain/upcast.ts';
import {
  agencyAdded,
  anOffice,
  aStaffedOffice,
  bangkok,
  console_,
  exampleDraft,
  given,
  type Happening,
  happened,
  joined,
  member,
  outsider,
  PROFILE,
  START,
  summaryPosted,
} from '../support/an-agency.ts';

const added: DomainEvent = { type: 'agency-added', v: 1, ...PROFILE };

/** One of each command; all of them sensible for the ordinary office. */
const ONE_OF_EACH: { readonly [T in Command['type']]: Command & { readonly type: T } } = {
  'add-agency': { type: 'add-agency', ...PROFILE },
  'make-invite': {
    type: 'make-invite',
    by: console_,
    invite: 'i',
    roles: [{ role: 'coordinator' }],
    expires: START,
  },
  join: { type: 'join', member: 'somsri', invite: 'i' },
  'ask-join': { type: 'ask-join', by: outsider, request: 'q', invite: 'i' },
  'approve-join': {
    type: 'approve-join',
    by: console_,
    request: 'q',
    member: 'm',
    roles: [{ role: 'executive' }],
  },
  'refuse-join': { type: 'refuse-join', by: console_, request: 'q' },
  'change-roles': {
    type: 'change-roles',
    by: console_,
    member: 'coordinator',
    roles: [{ role: 'executive' }],
  },
  'set-acting': {
    type: 'set-acting',
    by: console_,
    acting: 'a',
    member: 'finance-staff',
    role: { role: 'head', division: 'finance' },
    from: '2026-01-05',
    until: '2026-01-30',
  },
  'end-acting': { type: 'end-acting', by: console_, acting: 'a' },
  'set-deputy': { type: 'set-deputy', by: console_, member: 'finance-staff', deputy: 'finance-head' },
  'set-receivers': { type: 'set-receivers', by: console_, division: 'finance', members: ['finance-staff'] },
  'assign-item': { type: 'assign-item', by: console_, item: 'm1', person: 'finance-staff', deputy: null },
  'hand-over': { type: 'hand-over', by: console_, from: 'finance-staff', to: 'finance-head' },
  leave: { type: 'leave', by: console_, member: 'finance-staff' },
  'erase-member': { type: 'erase-member', by: console_, member: 'finance-staff' },
  'set-policy': { type: 'set-policy', by: console_, policy: DEFAULT_POLICY },
  'set-holidays': { type: 'set-holidays', by: console_, year: 2570, source: 's', confirmed: false, days: [] },
  'set-oit-due': { type: 'set-oit-due', by: console_, year: 2569, date: '2026-04-30', confirmed: true },
  'set-meetings': { type: 'set-meetings', by: console_, days: ['2026-02-25'] },
  'decide-extension': { type: 'decide-extension', by: console_, extension: 'e', granted: true },
  'tell-extensions': {
    type: 'tell-extensions',
    member: 'coordinator',
    extensions: [{ item: 'm1', extension: 'e' }],
    outbox: 'o',
  },
  'send-card': { type: 'send-card', member: 'coordinator', matters: ['request q'], outbox: 'o' },
  'make-group-code': {
    type: 'make-group-code',
    by: console_,
    code: 'c',
    purpose: 'staff',
    expires: START,
  },
  'bind-group': { type: 'bind-group', group: 'g', code: 'c' },
  'leave-group': { type: 'leave-group', group: 'g' },
  'change-presence': { type: 'change-presence', member: 'coordinator', group: 'works-group', present: false },
  'change-reach': { type: 'change-reach', member: 'coordinator', reachable: false, why: 'blocked' },
  'revise-plan': {
    type: 'revise-plan',
    by: console_,
    revision: 'i',
    change: firstImport({ year: 2570, title: null, catalogue: null, oitDue: '2027-04-30', items: [] }),
  },
  'undo-import': { type: 'undo-import', by: console_, revision: 'i' },
  'record-list': { type: 'record-list', by: console_, year: 2570, source: 's', items: [] },
  'open-plan': { type: 'open-plan', by: console_, year: 2569 },
  'close-plan': { type: 'close-plan', by: console_, year: 2569 },
  'publish-plan': { type: 'publish-plan', by: console_, year: 2569 },
  report: {
    type: 'report',
    by: console_,
    report: 'r',
    chat: 'direct',
    items: [{ item: 'm1', status: 'done' }],
  },
  'give-evidence': {
    type: 'give-evidence',
    by: console_,
    evidence: 'e',
    chat: 'direct',
    items: ['m1', 'o12'],
    content: { id: 't', mac: 'a'.repeat(64) },
  },
  'ask-extension': {
    type: 'ask-extension',
    by: console_,
    extension: 'x',
    chat: 'direct',
    items: ['m1'],
    until: '2026-02-27',
  },
  snooze: {
    type: 'snooze',
    by: member('finance-staff'),
    snooze: 's',
    chat: 'direct',
    items: ['m1'],
    until: '2026-01-12',
  },
  acknowledge: { type: 'acknowledge', by: member('finance-staff'), chat: 'direct', items: ['m1'] },
  'record-assessment': {
    type: 'record-assessment',
    by: console_,
    year: 2568,
    total: 86.94,
    level: 'ผ่าน',
    instruments: { iit: 87.62, eit: 82.19, oit: 90 },
    indicators: [{ number: 4, score: 84.15 }],
  },
  'adopt-list': { type: 'adopt-list', by: console_, year: 2570, from: 2569, items: [] },
  undo: { type: 'undo', by: console_, chat: 'direct', at: Number.MAX_SAFE_INTEGER, what: { kind: 'newest' } },
  remind: {
    type: 'remind',
    member: 'coordinator',
    lines: [{ item: 'm1', due: 'finish', date: '2026-01-30', step: 7 }],
    outbox: 'o',
  },
  'post-summary': { type: 'post-summary', month: '2026-01', to: [{ group: 'g' }], outbox: ['o'] },
  'note-failure': { type: 'note-failure', outbox: 'o', to: { member: 'coordinator' }, reason: 'quota' },
};
const ALL = Object.values(ONE_OF_EACH);

describe('an agency', () => {
  it('begins with its profile', () => {
    given().when(ONE_OF_EACH['add-agency']).thenEvents(added);
  });

  it('begins only once', () => {
    given(agencyAdded()).when(ONE_OF_EACH['add-agency']).thenRefused({ kind: 'agency-exists' });
  });

  it.each(ALL.filter(({ type }) => type !== 'add-agency'))('does not $type before it begins', (command) => {
    given().when(command).thenRefused({ kind: 'no-agency' });
  });
});

describe('deciding', () => {
  it.each(ALL)('$type changes neither agency nor command, and answers the same twice', (command) => {
    const { agency, when } = given(...anOffice());
    const before = JSON.stringify([agency, command]);
    const first = when(command).decision;
    expect(when(command).decision).toEqual(first);
    expect(JSON.stringify([agency, command])).toBe(before);
  });

  it.each(ALL)('$type gives only events that can be read back', (command) => {
    const { decision } = given(...anOffice()).when(command);
    for (const event of decision.ok ? decision.events : []) {
      expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
    }
  });
});

/*
 * DEFECT (decide.ts:50,55; decide-people.ts:17): accepted, but `readEvent` refuses the event, so once kept it makes the
 * whole ledger unreadable. Refuse in decide (or answer no events), or let `accept` check what it is given.
 */
describe('never accepts what the ledger cannot give back', () => {
  const readable = (command: Command) => {
    const { decision } = given(...anOffice()).when(command);
    for (const event of decision.ok ? decision.events : []) expect(() => readEvent(event)).not.toThrow();
  };
  it('a summary to nobody', () => readable({ ...ONE_OF_EACH['post-summary'], to: [], outbox: [] }));
  it('a reminder about nothing', () => readable({ ...ONE_OF_EACH.remind, lines: [] }));
  it('an invite to no role', () => readable({ ...ONE_OF_EACH['make-invite'], roles: [] }));
});

describe('reminding', () => {
  const lines = [{ item: 'm1', due: 'finish' as const, date: '2026-01-30', step: 7 }];

  it('is one entry that names the member, what about, and the message', () => {
    given(...anOffice())
      .when({ type: 'remind', member: 'finance-staff', lines, outbox: 'outbox-1' })
      .thenEvents({
        type: 'reminder-decided',
        v: 1,
        to: { member: 'finance-staff' },
        lines,
        outbox: 'outbox-1',
      });
  });

  it('refuses somebody who is not a member', () => {
    given(...anOffice())
      .when({ type: 'remind', member: 'stranger', lines, outbox: 'outbox-1' })
      .thenRefused({ kind: 'not-a-member' });
  });
});

describe('posting a summary', () => {
  const command: Command = {
    type: 'post-summary',
    month: '2026-01',
    to: [{ group: 'staff-group' }],
    outbox: ['outbox-1'],
  };

  it('is one entry', () => {
    given(...anOffice())
      .when(command)
      .thenEvents({
        type: 'summary-posted',
        v: 1,
        month: '2026-01',
        to: [{ group: 'staff-group' }],
        outbox: ['outbox-1'],
      });
  });

  it('is refused for a month that was posted, not for the next', () => {
    const posted = [...anOffice(), summaryPosted('2026-01', bangkok('2026-02-02 09:00'))];
    given(...posted)
      .when(command)
      .thenRefused({ kind: 'summary-posted' });
    expect(given(...posted).when({ ...command, month: '2026-02' }).decision.ok).toBe(true);
  });
});

describe('a failed delivery', () => {
  it('is noted, to whom and why', () => {
    given(...anOffice())
      .when({ type: 'note-failure', outbox: 'o', to: { member: 'finance-staff' }, reason: 'dead-target' })
      .thenEvents({
        type: 'delivery-failed',
        v: 1,
        outbox: 'o',
        to: { member: 'finance-staff' },
        reason: 'dead-target',
      });
  });
});

describe('who can be reached', () => {
  const reach = (who: string, reachable: boolean): Command => ({
    type: 'change-reach',
    member: who,
    reachable,
    why: reachable ? 'followed' : 'blocked',
  });

  it('changes when he blocks the bot', () => {
    given(...aStaffedOffice())
      .when(reach('finance-staff', false))
      .thenEvents({
        type: 'reach-changed',
        v: 1,
        member: 'finance-staff',
        reachable: false,
        why: 'blocked',
      });
  });

  it('is not told twice', () => {
    given(...aStaffedOffice())
      .when(reach('finance-staff', true))
      .thenNothing();
  });

  it('means members only', () => {
    given(...aStaffedOffice())
      .when(reach('stranger', false))
      .thenRefused({ kind: 'not-a-member' });
  });
});

describe('who leaves a group that is not the main one', () => {
  const group = (id: string, place: object): Happening =>
    happened({ type: 'group-bound', v: 1, group: id, code: id, purpose: 'staff', ...place });
  const office = [
    ...aStaffedOffice(),
    group('works-group', { purpose: 'division', division: 'works' }),
    group('team', { extra: true }),
  ];
  const change = (who: string, place: string, present = false) =>
    ({ type: 'change-presence', member: who, group: place, present }) as const;
  const noted = (who: string, place: string, present = false) =>
    ({ type: 'presence-changed', v: 1, member: who, group: place, present }) as const;

  it('is noted of those who belong to it, once, and that they are back', () => {
    for (const [who, place] of [
      ['works-staff', 'works-group'],
      ['works-head', 'works-group'],
      ['executive', 'team'],
    ] as const) {
      given(...office)
        .when(change(who, place))
        .thenEvents(noted(who, place));
      const gone = [...office, happened(noted(who, place))];
      given(...gone)
        .when(change(who, place))
        .thenNothing();
      given(...gone)
        .when(change(who, place, true))
        .thenEvents(noted(who, place, true));
      given(...office)
        .when(change(who, place, true))
        .thenNothing();
    }
  });

  it('is nothing of another division, of a group that is not bound, of strangers', () => {
    given(...office)
      .when(change('finance-staff', 'works-group'))
      .thenNothing();
    given(...office)
      .when(change('works-staff', 'constructor'))
      .thenNothing();
    given(...office)
      .when(change('constructor', 'team'))
      .thenRefused({ kind: 'not-a-member' });
  });
});

it('the example office and a person of it satisfy the schema', () => {
  expect(given(agencyAdded(), ...joined('somsri', [{ role: 'coordinator' }])).agency.version).toBe(3);
  expect(exampleDraft().measures).toHaveLength(12);
  expect(happened(added, { by: member('somsri') }).cause).toBeNull();
});
