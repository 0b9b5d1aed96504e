/**
 * The same table through the front door: every role says or presses it, of his own division and of another, in 1:1, in the
 * staff group, in his division's group and in a group nobody bound. What is not granted there keeps nothing, and is answered
 * with a sentence; in an unbound group there is silence.
 */
import { describe, expect, it } from 'vitest';
import { BUTTON_IN_GROUP } from '../../src/chat/words.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import { bound, countOf, eventsIn, groupRecord, person } from '../flow/stage.ts';
import { aTalk, type Place, type Talk } from '../flow/talk.ts';
import { anOffice, bangkok, happened, joined, member, outsider } from '../support/an-agency.ts';
import { mayByDesign, type Right, TABLE_ROLES, type TableRole } from './design-table.ts';

/** A Monday morning before reminders go out. */
const NOW = bangkok('2026-01-12 08:10');

const SPEAKER: Readonly<Record<TableRole, string>> = {
  staff: 'finance-staff',
  head: 'finance-head',
  executive: 'executive',
  coordinator: 'coordinator',
  citizen: 'stranger',
};

const GROUPS = ['staff group', 'division group', 'unbound group'] as const;
const PLACES = ['1:1', ...GROUPS] as const;
type Where = (typeof PLACES)[number];

const NAMES: Readonly<Record<string, string>> = {
  'finance-staff': 'นางสาวแก้ว สมมุติ',
  'finance-head': 'นางวันดี สมมุติ',
  'finance-other': 'นายขวด สมมุติ',
  'works-staff': 'นายเขียว สมมุติ',
  'works-head': 'นายก้อง สมมุติ',
  'works-other': 'นายคง สมมุติ',
  coordinator: 'นางสาวสมหญิง สมมุติ',
  executive: 'นางมาลี สมมุติ',
};

interface Side {
  readonly number: number;
  readonly extension: string;
  readonly staff: string;
  readonly colleague: string;
}
const OWN: Side = { number: 1, extension: 'wish-m1', staff: 'finance-staff', colleague: 'finance-other' };
const OTHER: Side = { number: 2, extension: 'wish-m2', staff: 'works-staff', colleague: 'works-other' };

interface Doing {
  readonly right: Right;
  /** The entry that says it was done. */
  readonly entry: DomainEvent['type'];
  /** Typed words are somebody's own in a group too; a postback and the office's own work are for 1:1 only. */
  readonly inGroups: boolean;
  readonly does: (talk: Talk, from: Place, side: Side) => Promise<string>;
}

const says =
  (words: (side: Side) => string) =>
  (talk: Talk, from: Place, side: Side): Promise<string> =>
    talk.says(from, typeof from === 'string' ? words(side) : `บอท ${words(side)}`);
const presses =
  (data: (side: Side) => string) =>
  (talk: Talk, from: Place, side: Side): Promise<string> =>
    talk.sends(from, data(side));
const firstName = (id: string) => (NAMES[id] ?? '').split(' ')[0]?.replace(/^(?:นางสาว|นาง|นาย)/, '') ?? '';

const DOINGS: Readonly<Record<string, Doing>> = {
  'reports in words': {
    right: 'report',
    entry: 'item-reported',
    inGroups: true,
    does: says(({ number }) => `มาตรการที่ ${number} เสร็จแล้ว`),
  },
  'reports by button': {
    right: 'report',
    entry: 'item-reported',
    inGroups: false,
    does: presses(({ number }) => `do=report&item=m${number}&status=done&year=2569&entry=999`),
  },
  'gives a link': {
    right: 'give evidence',
    entry: 'evidence-given',
    inGroups: true,
    does: says(({ number }) => `มาตรการที่ ${number} https://www.example.org/a.pdf`),
  },
  'asks for a later date': {
    right: 'ask for extension',
    entry: 'extension-asked',
    inGroups: true,
    does: says(({ number }) => `ขอขยาย มาตรการที่ ${number} เป็น 31 ก.ค. 2569`),
  },
  'grants a later date': {
    right: 'decides extensions',
    entry: 'extension-decided',
    inGroups: false,
    does: presses(({ extension }) => `do=grant&extension=${extension}`),
  },
  'gives an item to somebody': {
    right: 'assigns work',
    entry: 'item-assigned',
    inGroups: false,
    does: says(({ number, colleague }) => `มอบหมาย มาตรการที่ ${number} ให้ ${firstName(colleague)}`),
  },
  'hands work over': {
    right: 'hands over own work',
    entry: 'work-handed-over',
    inGroups: false,
    does: presses(({ staff, colleague }) => `do=hand-over&from=${staff}&to=${colleague}`),
  },
  invites: {
    right: 'invites',
    entry: 'invite-made',
    inGroups: false,
    does: presses(() => 'do=invite&role=coordinator'),
  },
  'lets somebody in': {
    right: 'invites',
    entry: 'member-joined',
    inGroups: false,
    does: presses(() => 'do=approve-join&request=waiting&role=staff&division=finance'),
  },
  'turns somebody away': {
    right: 'invites',
    entry: 'join-refused',
    inGroups: false,
    does: presses(() => 'do=refuse-join&request=waiting'),
  },
  'asks for a group code': {
    right: 'binds groups',
    entry: 'group-code-made',
    inGroups: false,
    does: says(() => 'รหัสกลุ่ม'),
  },
  publishes: {
    right: 'publishes',
    entry: 'plan-published',
    inGroups: false,
    does: says(() => 'เผยแพร่แผนปี 2569'),
  },
  'sets the policy': {
    right: 'sets the calendar',
    entry: 'policy-set',
    inGroups: false,
    does: says(() => 'เตือนก่อน 30 7 1 0 วัน'),
  },
  'sets a meeting day': {
    right: 'sets the calendar',
    entry: 'meetings-set',
    inGroups: false,
    does: says(() => 'ประชุมวันที่ 25 ก.พ. 2569'),
  },
  'sets a holiday': {
    right: 'sets the calendar',
    entry: 'holidays-set',
    inGroups: false,
    does: says(() => 'เพิ่มวันหยุด 16 เม.ย. 2569 วันไหล'),
  },
};

async function office(): Promise<Talk> {
  const asked = (item: string, by: string) =>
    happened(
      { type: 'extension-asked', v: 1, item, extension: `wish-${item}`, until: '2026-06-30', chat: 'direct' },
      { at: NOW - 1000, by: member(by) },
    );
  const given = (item: string, to: string) =>
    happened({ type: 'item-assigned', v: 1, item, person: to, deputy: null });
  const happenings = [
    ...anOffice(),
    ...joined('finance-other', [{ role: 'staff', division: 'finance' }]),
    ...joined('works-other', [{ role: 'staff', division: 'works' }]),
    ...bound('staff group'),
    ...bound('division group', 'division', 'finance'),
    happened({ type: 'invite-made', v: 1, invite: 'poster', roles: [], expires: NOW * 2, general: true }),
    happened({ type: 'join-asked', v: 1, request: 'waiting', invite: 'poster' }, { by: outsider }),
    given('m1', 'finance-staff'),
    given('m2', 'works-staff'),
    asked('m1', 'finance-other'),
    asked('m2', 'works-other'),
  ];
  const beside = [
    ...Object.entries(NAMES).map(([id, name]) => person(id, name)),
    groupRecord('staff group'),
    groupRecord('division group'),
    {
      kind: 'request' as const,
      id: 'waiting',
      key: 'U0123456789abcdef0123456789abcdef',
      value: { said: 'นายใหม่ สมมุติ กองคลัง' },
    },
  ];
  return aTalk({ happenings, beside, now: NOW });
}

const placeOf = (where: Where, who: string): Place => (where === '1:1' ? who : { group: where, by: who });

describe.each(TABLE_ROLES)('%s', (role) => {
  const cases = Object.entries(DOINGS).flatMap(([name, doing]) =>
    [true, false].flatMap((own) =>
      PLACES.map((where) => [name, own ? 'own' : 'other', where, doing] as const),
    ),
  );
  it.each(cases)('%s, of his %s division, in %s', async (_name, side, where, doing) => {
    const talk = await office();
    const before = await countOf(talk.stage.store);
    const own = side === 'own';
    const answer = await doing.does(talk, placeOf(where, SPEAKER[role]), own ? OWN : OTHER);
    const kept = (await eventsIn(talk.stage.store, before)).map(({ type }) => type);
    const placed = where === '1:1' || (doing.inGroups && where !== 'unbound group');
    const may = placed && mayByDesign(role, doing.right, own);
    expect(kept.includes(doing.entry), `${answer} ${kept.join(' ')}`).toBe(may);
    if (!may) expect(kept).toEqual([]);
    if (where === 'unbound group') expect(answer).toBe('');
    else expect(answer).not.toBe('');
  });
});

describe('in a group a postback proves nothing', () => {
  const buttons = Object.entries(DOINGS).filter(([, { inGroups }]) => !inGroups);
  it.each(buttons)('%s: whoever pressed, named by LINE or not, nothing is kept', async (_name, { does }) => {
    for (const by of [null, 'coordinator', 'stranger']) {
      const talk = await office();
      const before = await countOf(talk.stage.store);
      await does(talk, { group: 'staff group', by }, OWN);
      expect(await eventsIn(talk.stage.store, before)).toEqual([]);
    }
  });

  it('and the answer says what to do instead', async () => {
    const talk = await office();
    const pressed = await talk.sends({ group: 'staff group', by: null }, 'do=grant&extension=wish-m1');
    expect(pressed).toContain(BUTTON_IN_GROUP);
  });
});

describe('forged', () => {
  it.each([
    'do=report&item=constructor&status=done&year=2569&entry=1',
    'do=grant&extension=__proto__',
    'do=hand-over&from=toString&to=finance-other',
    'do=approve-join&request=constructor&role=staff&division=finance',
    'do=approve-join&request=waiting&role=staff&division=__proto__',
    'do=leave&member=hasOwnProperty',
    'do=end-acting&acting=constructor',
    'do=grant&extension=wish-m1&granted=true',
    'do=set-policy',
    'do=approve-join',
  ])('%s keeps nothing, whoever presses it', async (data) => {
    for (const who of Object.values(SPEAKER)) {
      const talk = await office();
      const before = await countOf(talk.stage.store);
      await talk.sends(who, data);
      expect(await eventsIn(talk.stage.store, before)).toEqual([]);
    }
  });
});
