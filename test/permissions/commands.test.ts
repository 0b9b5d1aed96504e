/**
 * Who may do what, command by command: every command that somebody gives, by every role, on items of his own division and of
 * another. What is expected stands in the role table of `docs/design.md`.
 */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Actor } from '../../src/domain/entry.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { firstImport } from '../../src/domain/revise.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  type Happening,
  happened,
  joined,
  member,
  outsider,
} from '../support/an-agency.ts';
import { mayByDesign, type Right, TABLE_ROLES, type TableRole } from './design-table.ts';

const NOW = bangkok('2026-01-12 09:00');
const TEXT = { id: 'text', mac: 'a'.repeat(64) };

/** The finance division is their own; works is another. */
const WHO: Readonly<Record<TableRole, Actor>> = {
  staff: member('finance-staff'),
  head: member('finance-head'),
  executive: member('executive'),
  coordinator: member('coordinator'),
  citizen: outsider,
};

interface Side {
  readonly item: string;
  readonly division: string;
  readonly staff: string;
  readonly colleague: string;
  readonly extension: string;
}
const OWN: Side = {
  item: 'm1',
  division: 'finance',
  staff: 'finance-staff',
  colleague: 'finance-other',
  extension: 'wish-m1',
};
const OTHER: Side = {
  item: 'm2',
  division: 'works',
  staff: 'works-staff',
  colleague: 'works-other',
  extension: 'wish-m2',
};

/** An item each was given to somebody, an extension each asked by a colleague, somebody waits to be let in, and a plan of next year is a draft. */
function office(): Happening[] {
  const asked = (item: string, by: string): Happening =>
    happened(
      {
        type: 'extension-asked',
        v: 1,
        item,
        extension: `wish-${item}`,
        until: '2026-06-30',
        chat: 'direct',
      },
      { at: NOW - 1000, by: member(by) },
    );
  const given = (item: string, person: string): Happening =>
    happened({ type: 'item-assigned', v: 1, item, person, deputy: null });
  return [
    ...anOffice(),
    ...joined('finance-other', [{ role: 'staff', division: 'finance' }]),
    ...joined('works-other', [{ role: 'staff', division: 'works' }]),
    happened({ type: 'invite-made', v: 1, invite: 'poster', roles: [], expires: NOW * 2, general: true }),
    happened({ type: 'join-asked', v: 1, request: 'waiting', invite: 'poster' }, { by: outsider }),
    happened({
      type: 'plan-imported',
      v: 1,
      year: 2570,
      title: null,
      catalogue: null,
      oitDue: '2027-04-30',
      oitDueConfirmed: false,
    }),
    given('m1', 'finance-staff'),
    given('m2', 'works-staff'),
    asked('m1', 'finance-other'),
    asked('m2', 'works-other'),
  ];
}

type Case = readonly [right: Right, command: (by: Actor, side: Side) => Command];

/** Every command with a `by`; one that is missing is named by the test below. */
const CASES: readonly Case[] = [
  [
    'report',
    (by, { item }) => ({
      type: 'report',
      by,
      report: 'r',
      chat: 'direct',
      items: [{ item, status: 'done' }],
    }),
  ],
  [
    'give evidence',
    (by, { item }) => ({
      type: 'give-evidence',
      by,
      evidence: 'e',
      chat: 'direct',
      items: [item],
      content: TEXT,
    }),
  ],
  [
    'ask for extension',
    (by, { item }) => ({
      type: 'ask-extension',
      by,
      extension: 'x',
      chat: 'direct',
      items: [item],
      until: '2026-07-31',
    }),
  ],
  ['decides extensions', (by, { extension }) => ({ type: 'decide-extension', by, extension, granted: true })],
  [
    'hands over own work',
    (by, { staff, colleague }) => ({ type: 'hand-over', by, from: staff, to: colleague }),
  ],
  [
    'assigns work',
    (by, { item, colleague }) => ({ type: 'assign-item', by, item, person: colleague, deputy: null }),
  ],
  [
    'assigns work',
    (by, { division, colleague }) => ({ type: 'set-receivers', by, division, members: [colleague] }),
  ],
  [
    'assigns work',
    (by, { staff, colleague }) => ({ type: 'set-deputy', by, member: colleague, deputy: staff }),
  ],
  [
    'invites',
    (by) => ({ type: 'make-invite', by, invite: 'i', roles: [{ role: 'executive' }], expires: NOW * 2 }),
  ],
  [
    'invites',
    (by) => ({ type: 'approve-join', by, request: 'waiting', member: 'new', roles: [{ role: 'executive' }] }),
  ],
  ['invites', (by) => ({ type: 'refuse-join', by, request: 'waiting' })],
  [
    'invites',
    (by, { colleague }) => ({ type: 'change-roles', by, member: colleague, roles: [{ role: 'executive' }] }),
  ],
  [
    'invites',
    (by, { colleague }) => ({
      type: 'set-acting',
      by,
      acting: 'a',
      member: colleague,
      role: { role: 'executive', post: 'palad' },
      from: '2026-01-12',
      until: '2026-01-30',
    }),
  ],
  ['invites', (by, { colleague }) => ({ type: 'leave', by, member: colleague })],
  ['invites', (by, { colleague }) => ({ type: 'erase-member', by, member: colleague })],
  ['binds groups', (by) => ({ type: 'make-group-code', by, code: 'c', purpose: 'staff', expires: NOW * 2 })],
  [
    'imports',
    (by) => ({
      type: 'revise-plan',
      by,
      revision: 'n',
      change: firstImport({ year: 2571, title: null, catalogue: null, oitDue: '2028-04-30', items: [] }),
    }),
  ],
  [
    'imports',
    (by) => ({
      type: 'record-list',
      by,
      year: 2570,
      source: 's',
      items: [{ number: 1, title: 'ก', indicator: 9, requirements: ['ข'] }],
    }),
  ],
  [
    'imports',
    (by) => ({
      type: 'record-assessment',
      by,
      year: 2568,
      total: 90,
      level: null,
      instruments: { iit: null, eit: null, oit: null },
      indicators: [],
    }),
  ],
  ['publishes', (by) => ({ type: 'open-plan', by, year: 2570 })],
  ['publishes', (by) => ({ type: 'publish-plan', by, year: 2569 })],
  ['closes years', (by) => ({ type: 'close-plan', by, year: 2569 })],
  ['sets the calendar', (by) => ({ type: 'set-policy', by, policy: { ...DEFAULT_POLICY, opening: false } })],
  [
    'sets the calendar',
    (by) => ({
      type: 'set-holidays',
      by,
      year: 2571,
      source: 's',
      confirmed: true,
      days: [{ day: '2028-01-03', name: 'ก', kind: 'local' }],
    }),
  ],
  [
    'sets the calendar',
    (by) => ({ type: 'set-oit-due', by, year: 2569, date: '2026-05-29', confirmed: true }),
  ],
  ['sets the calendar', (by) => ({ type: 'set-meetings', by, days: ['2026-02-25'] })],
];

/**
 * Where each command is tested: here; where it is decided (a person's own affairs, and what needs a whole import around it);
 * or nobody's right, because the clock or whoever shows a code gives it. The compiler asks for a new one.
 */
const TESTED: Readonly<Record<Command['type'], 'here' | 'where decided' | "nobody's right">> = {
  'add-agency': "nobody's right",
  'make-invite': 'here',
  join: "nobody's right",
  'ask-join': "nobody's right",
  'approve-join': 'here',
  'refuse-join': 'here',
  'change-roles': 'here',
  'set-acting': 'here',
  'end-acting': 'where decided',
  'set-deputy': 'here',
  'set-receivers': 'here',
  'assign-item': 'here',
  'hand-over': 'here',
  leave: 'here',
  'erase-member': 'here',
  'make-group-code': 'here',
  'bind-group': "nobody's right",
  'leave-group': "nobody's right",
  'change-reach': "nobody's right",
  'change-presence': "nobody's right",
  'revise-plan': 'here',
  'undo-import': 'where decided',
  'record-list': 'here',
  'set-policy': 'here',
  'set-holidays': 'here',
  'set-oit-due': 'here',
  'set-meetings': 'here',
  'open-plan': 'here',
  'close-plan': 'here',
  'publish-plan': 'here',
  'adopt-list': 'where decided',
  report: 'here',
  'give-evidence': 'here',
  'ask-extension': 'here',
  'decide-extension': 'here',
  snooze: 'where decided',
  acknowledge: 'where decided',
  'record-assessment': 'here',
  undo: 'where decided',
  remind: "nobody's right",
  'tell-extensions': "nobody's right",
  'send-card': "nobody's right",
  'post-summary': "nobody's right",
  'note-failure': "nobody's right",
};

it('every command somebody has a right to give is asked of every role', () => {
  const asked = new Set(CASES.map(([, command]) => command(WHO.staff, OWN).type));
  const wanted = Object.entries(TESTED).flatMap(([type, where]) => (where === 'here' ? [type] : []));
  expect([...asked].sort()).toEqual(wanted.sort());
});

describe.each(TABLE_ROLES)('%s', (role) => {
  const cases = CASES.flatMap(([right, command]) =>
    ([true, false] as const).map((own) => {
      const asked = command(WHO[role], own ? OWN : OTHER);
      return [asked.type, own ? 'own' : 'other', right, asked, own] as const;
    }),
  );
  it.each(cases)('%s of his %s division: %s', (_type, _side, right, command, own) => {
    const decision = decide(agencyOf(...office()), command, NOW);
    const may = mayByDesign(role, right, own);
    expect(decision.ok && decision.events.length > 0, JSON.stringify(decision)).toBe(may);
    // Nobody is told what is wrong with a command he may not give.
    if (!may && !decision.ok) expect(PERMISSION).toContain(decision.refusal.kind);
  });
});

const PERMISSION = [
  'not-a-member',
  'not-permitted',
  'not-your-item',
  'not-your-division',
  'not-in-division',
  'own-request',
];
