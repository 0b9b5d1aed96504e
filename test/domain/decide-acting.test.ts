import { describe, expect, it } from 'vitest';
import { actingAs, agencyOn, ownRoles } from '../../src/domain/acting.ts';
import type { Command } from '../../src/domain/command.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Actor } from '../../src/domain/entry.ts';
import type { RoleIn } from '../../src/domain/event.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  console_,
  given,
  type Happening,
  happened,
  member,
  outsider,
} from '../support/an-agency.ts';

const TODAY = bangkok('2026-03-02 09:00');
const HEAD: RoleIn = { role: 'head', division: 'works' };
const office = anOffice();

type SetActing = Extract<Command, { type: 'set-acting' }>;

const act = (more: Partial<SetActing> = {}): SetActing => ({
  type: 'set-acting',
  by: member('coordinator'),
  acting: 'acting-1',
  member: 'works-staff',
  role: HEAD,
  from: '2026-03-03',
  until: '2026-03-15',
  ...more,
});
const acts = (id: string, role: RoleIn, from: string, until: string, acting = 'acting-0'): Happening =>
  happened({ type: 'acting-set', v: 1, acting, member: id, role, from, until });
const set = { type: 'acting-set', v: 1, acting: 'acting-1', member: 'works-staff' } as const;

describe('somebody acts for another', () => {
  it.each<[string, Actor]>([
    ['a coordinator', member('coordinator')],
    ['the terminal', console_],
  ])('%s says so', (_who, by) => {
    given(...office)
      .when(act({ by }), TODAY)
      .thenEvents({ ...set, role: HEAD, from: '2026-03-03', until: '2026-03-15' });
  });

  it.each<[string, RoleIn]>([
    ['head of a division', { role: 'head', division: 'audit' }],
    ['ปลัด', { role: 'executive', post: 'palad' }],
    ['นายก', { role: 'executive', post: 'nayok' }],
    ['coordinator', { role: 'coordinator' }],
  ])('as %s', (_post, role) => {
    given(...office)
      .when(act({ role }), TODAY)
      .thenEvents({ ...set, role, from: '2026-03-03', until: '2026-03-15' });
  });

  it.each<[string, Partial<SetActing>, object]>([
    ['by a head', { by: member('works-head') }, { kind: 'not-permitted', who: ['coordinator'] }],
    ['by himself', { by: member('works-staff') }, { kind: 'not-permitted', who: ['coordinator'] }],
    ['by a stranger', { by: outsider }, { kind: 'not-a-member' }],
    ['by nobody', { member: 'gone' }, { kind: 'no-such-person' }],
    ['by what every object has', { member: 'constructor' }, { kind: 'no-such-person' }],
    ['as staff', { role: { role: 'staff', division: 'works' } }, { kind: 'role-needed' }],
    ['as an executive of no post', { role: { role: 'executive' } }, { kind: 'role-needed' }],
    ['as head of nothing', { role: { role: 'head' } }, { kind: 'division-needed' }],
    [
      'as head of a division there is not',
      { role: { role: 'head', division: 'health' } },
      { kind: 'no-such-division', division: 'health' },
    ],
  ])('is refused %s', (_how, more, refusal) => {
    const { decision } = given(...office).when(act(more), TODAY);
    expect(decision).toEqual({ ok: false, refusal });
  });

  it.each([
    ['ends before it begins', '2026-03-15', '2026-03-03'],
    ['is over', '2026-02-01', '2026-03-01'],
    ['is longer than a year', '2026-03-03', '2027-03-05'],
    ['begins in more than a year', '2027-03-10', '2027-03-12'],
  ])('is refused for a span that %s', (_how, from, until) => {
    given(...office)
      .when(act({ from, until }), TODAY)
      .thenRefused({ kind: 'span-wrong', from, until });
  });

  it.each([
    ['ends today', '2026-02-20', '2026-03-02'],
    ['is today alone', '2026-03-02', '2026-03-02'],
    ['is a whole year', '2026-03-03', '2027-03-03'],
  ])('is taken for a span that %s', (_how, from, until) => {
    given(...office)
      .when(act({ from, until }), TODAY)
      .thenEvents({ ...set, role: HEAD, from, until });
  });

  it('changes nothing for who holds the role himself', () => {
    given(...office)
      .when(act({ member: 'works-head' }), TODAY)
      .thenNothing();
  });

  it('said again for the same days changes nothing', () => {
    given(...office, acts('works-staff', HEAD, '2026-03-03', '2026-03-15'))
      .when(act(), TODAY)
      .thenNothing();
  });

  it('said again for other days of the same time puts them right', () => {
    given(...office, acts('works-staff', HEAD, '2026-03-10', '2026-03-31'))
      .when(act(), TODAY)
      .thenEvents(
        { type: 'acting-ended', v: 1, acting: 'acting-0' },
        { ...set, role: HEAD, from: '2026-03-03', until: '2026-03-15' },
      );
  });

  it('is refused while somebody else stands in on one of the days', () => {
    const other = acts('works-staff', { role: 'head', division: 'audit' }, '2026-03-15', '2026-03-20');
    const audit = { role: 'head', division: 'audit' } as const;
    given(...office, other)
      .when(act({ member: 'finance-staff', role: audit }), TODAY)
      .thenRefused({ kind: 'acting-taken', member: 'works-staff', until: '2026-03-20' });
    given(...office, other)
      .when(act({ member: 'finance-staff', role: audit, until: '2026-03-14' }), TODAY)
      .thenEvents({ ...set, member: 'finance-staff', role: audit, from: '2026-03-03', until: '2026-03-14' });
  });

  it('as coordinator comes beside another who does', () => {
    const role = { role: 'coordinator' } as const;
    given(...office, acts('finance-staff', role, '2026-03-03', '2026-03-15'))
      .when(act({ role }), TODAY)
      .thenEvents({ ...set, role, from: '2026-03-03', until: '2026-03-15' });
  });

  it('at another time comes beside', () => {
    given(...office, acts('works-staff', HEAD, '2026-05-01', '2026-05-31'))
      .when(act(), TODAY)
      .thenEvents({ ...set, role: HEAD, from: '2026-03-03', until: '2026-03-15' });
  });
});

describe('an end before its time', () => {
  const acting = [...office, acts('works-staff', HEAD, '2026-03-01', '2026-03-15')];
  const end = (by: Actor, id = 'acting-0'): Command => ({ type: 'end-acting', by, acting: id });

  it.each<[string, Actor]>([
    ['a coordinator', member('coordinator')],
    ['the terminal', console_],
    ['the one who acts', member('works-staff')],
  ])('is said by %s', (_who, by) => {
    given(...acting)
      .when(end(by), TODAY)
      .thenEvents({ type: 'acting-ended', v: 1, acting: 'acting-0' });
  });

  it.each<[string, Actor, object]>([
    ['the head himself', member('works-head'), { kind: 'not-permitted', who: ['coordinator'] }],
    ['a stranger', outsider, { kind: 'not-a-member' }],
  ])('is not for %s', (_who, by, refusal) => {
    expect(given(...acting).when(end(by), TODAY).decision).toEqual({ ok: false, refusal });
  });

  it('cannot come to what is over, or never was', () => {
    const later = bangkok('2026-03-16 00:00');
    given(...acting)
      .when(end(console_), later)
      .thenRefused({ kind: 'no-such-acting' });
    given(...acting)
      .when(end(console_, 'acting-9'), TODAY)
      .thenRefused({ kind: 'no-such-acting' });
  });
});

describe('who acts holds the role, from the first day to the last', () => {
  const raw = agencyOf(...office, acts('works-staff', HEAD, '2026-03-03', '2026-03-15'));
  const assign: Command = {
    type: 'assign-item',
    by: member('works-staff'),
    item: 'm2',
    person: 'works-staff',
    deputy: null,
  };

  it.each([
    ['2026-03-02 23:59', false],
    ['2026-03-03 00:00', true],
    ['2026-03-15 23:59', true],
    ['2026-03-16 00:00', false],
  ])('at %s: %s', (moment, may) => {
    const now = bangkok(moment);
    expect(decide(agencyOn(raw, moment.slice(0, 10)), assign, now).ok).toBe(may);
  });

  it('and his own roles stay his own', () => {
    const acting = agencyOn(raw, '2026-03-05').members['works-staff'];
    if (acting === undefined) throw new Error('he is gone');
    expect(acting.roles).toEqual([{ role: 'staff', division: 'works' }, HEAD]);
    expect(ownRoles(acting, '2026-03-05')).toEqual([{ role: 'staff', division: 'works' }]);
    expect(actingAs(acting, HEAD, '2026-03-05')?.id).toBe('acting-0');
    expect(actingAs(acting, HEAD, '2026-03-16')).toBeNull();
  });
});
