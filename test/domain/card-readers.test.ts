import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/calendar.ts';
import { cardReaders, mattersFor, NOTHING_BESIDE } from '../../src/domain/matters.ts';
import { sendsAt } from '../../src/domain/sends.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  clock,
  given,
  type Happening,
  happened,
  joined,
  member,
  START,
  unreachable,
} from '../support/an-agency.ts';

const MONDAY = '2026-01-12 08:45';
const gone = (at = START) => unreachable('coordinator', at);
const palad = joined('palad', [{ role: 'executive', post: 'palad' }]);
const nayok = joined('nayok', [{ role: 'executive', post: 'nayok' }]);
const readers = (...happenings: readonly Happening[]) =>
  cardReaders(agencyOf(...anOffice(), ...happenings)).map(({ id }) => id);
const kinds = (happenings: readonly Happening[], who: string, now: Instant = bangkok(MONDAY)) =>
  mattersFor(agencyOf(...anOffice(), ...happenings), who, now, NOTHING_BESIDE).map(({ kind }) => kind);
/** To whom a card goes at that moment, by whoever may be told. */
const cards = (happenings: readonly Happening[], now: string, left = 300) => {
  const quota = { left, reserve: 0 };
  const { send } = sendsAt(agencyOf(...anOffice(), ...happenings), bangkok(now), quota, new Map());
  return send.filter(({ matters }) => matters.length > 0);
};
const told = (who: string, matters: readonly string[], at: string) =>
  happened(
    { type: 'card-sent', v: 1, member: who, matters: [...matters], outbox: `card-${at}` },
    { at: bangkok(at), by: clock },
  );

describe('whom a card goes to', () => {
  it('coordinators LINE reaches, nobody else', () => {
    expect(readers(...palad)).toEqual(['coordinator']);
    expect(readers(...joined('second', [{ role: 'coordinator' }]), gone())).toEqual(['second']);
  });

  it('while it reaches none: the ปลัด, else the นายก, else the heads', () => {
    const noExecutive = happened({ type: 'member-left', v: 1, member: 'executive' });
    expect(readers(gone(), ...nayok, noExecutive, ...palad)).toEqual(['palad']);
    expect(readers(gone(), ...nayok), 'of an executive without a post it is not known').toEqual([
      'executive',
    ]);
    expect(readers(gone(), ...nayok, noExecutive)).toEqual(['nayok']);
    expect(readers(gone(), noExecutive)).toEqual(['finance-head', 'works-head']);
  });

  it('of a ปลัด whom LINE does not reach, the deputy, else the next', () => {
    const deputy = happened({ type: 'deputy-set', v: 1, member: 'executive', deputy: 'works-staff' });
    expect(readers(gone(), unreachable('executive'), deputy)).toEqual(['works-staff']);
    expect(readers(gone(), unreachable('executive'), ...nayok)).toEqual(['nayok']);
  });

  it('who acts as coordinator is one', () => {
    const acting = happened({
      type: 'roles-changed',
      v: 1,
      member: 'works-head',
      roles: [{ role: 'coordinator' }],
    });
    expect(readers(gone(), acting)).toEqual(['works-head']);
  });

  it('nobody when there is nobody', () => {
    expect(
      readers(...['coordinator', 'executive', 'finance-head', 'works-head'].map((id) => unreachable(id))),
    ).toEqual([]);
  });
});

describe('a coordinator nobody reaches', () => {
  it('is told of within one working day to whoever can see to another, and why', () => {
    const friday = [gone(bangkok('2026-01-09 10:00'))];
    const [card, ...more] = cards(friday, MONDAY);
    expect(more).toEqual([]);
    expect(card).toMatchObject({ member: 'executive' });
    expect(card?.matters[0]).toMatchObject({ kind: 'unled', away: [{ id: 'coordinator' }] });
  });

  it('leaves nothing untold that others wait for; what is unclear in papers waits for the next one', () => {
    const expires = START + 86_400_000;
    const code = happened({ type: 'invite-made', v: 1, invite: 'open', roles: [], expires, general: true });
    const ask = happened({ type: 'join-asked', v: 1, request: 'r1', invite: 'open' });
    const wish = happened(
      { type: 'extension-asked', v: 1, item: 'o12', extension: 'x', until: '2026-05-29', chat: 'direct' },
      { by: member('finance-staff') },
    );
    const lost = [gone(), code, ask, wish, unreachable('works-staff')];
    expect(kinds(lost, 'executive')).toEqual(['unled', 'request', 'extension', 'away']);
    expect(kinds(lost.slice(1), 'coordinator')).toEqual(
      expect.arrayContaining(['request', 'extension', 'away', 'undated', 'oit-due']),
    );
    expect(kinds(lost.slice(1), 'coordinator')).not.toContain('unled');
  });

  it('brings nothing of before, which the coordinator was told', () => {
    const failure = (outbox: string, at: Instant) =>
      happened(
        { type: 'delivery-failed', v: 1, outbox, to: { member: 'works-staff' }, reason: 'refused' },
        { at, by: clock },
      );
    const lost = [failure('old', START), gone(START + 1), failure('new', START + 2)];
    const matters = mattersFor(
      agencyOf(...anOffice(), ...lost),
      'executive',
      bangkok('2026-02-16 08:45'),
      NOTHING_BESIDE,
    );
    expect(matters.map(({ key }) => key).filter((key) => key.startsWith('failed'))).toEqual(['failed new']);
  });

  it('nor what failed long ago, where the coordinator left', () => {
    const refused = { type: 'delivery-failed', v: 1, outbox: 'old', to: { member: 'works-staff' } } as const;
    const failure = happened({ ...refused, reason: 'refused' }, { at: START + 1, by: clock });
    const left = happened(
      { type: 'member-left', v: 1, member: 'coordinator' },
      { at: bangkok('2026-06-01 10:00') },
    );
    const agency = agencyOf(...anOffice(), failure, left);
    const matters = mattersFor(agency, 'executive', bangkok('2026-06-02 08:45'), NOTHING_BESIDE);
    expect(matters.map(({ kind }) => kind)).not.toContain('failed');
  });

  it('is said when there is none at all', () => {
    const office = anOffice().filter(({ event }) => !('member' in event && event.member === 'coordinator'));
    const [first] = mattersFor(agencyOf(...office), 'executive', bangkok(MONDAY), NOTHING_BESIDE);
    expect(first).toEqual({ kind: 'unled', key: 'unled 0', away: [] });
  });

  it('is not said again on the day, nor on the days after, but with the next week, and only while it lasts', () => {
    const lost = [gone()];
    const [card] = cards(lost, MONDAY);
    const week = [...lost, told('executive', card?.matters.map(({ key }) => key) ?? [], MONDAY)];
    for (const day of ['2026-01-12 08:50', '2026-01-13 08:45', '2026-01-16 08:45'])
      expect(cards(week, day), day).toEqual([]);
    expect(cards(week, '2026-01-19 08:45')).toMatchObject([{ member: 'executive' }]);
    const back = happened(
      { type: 'reach-changed', v: 1, member: 'coordinator', reachable: true, why: 'wrote' },
      { at: bangkok('2026-01-14 10:00'), by: member('coordinator') },
    );
    expect(cards([...week, back], '2026-01-19 08:45').map(({ member: to }) => to)).toEqual(['coordinator']);
  });

  it('costs what a card costs: with nothing left nobody is told, and it is owed on', () => {
    expect(cards([gone()], MONDAY, 0)).toEqual([]);
    expect(cards([gone()], '2026-01-13 08:45')).toMatchObject([{ member: 'executive' }]);
  });

  it('is one message with his own reminder', () => {
    const noExecutive = happened({ type: 'member-left', v: 1, member: 'executive' });
    const sent = cards([gone(), noExecutive], '2026-02-06 08:45').filter(
      ({ member: to }) => to === 'finance-head',
    );
    expect(sent).toHaveLength(1);
    expect(sent[0]?.lines).toMatchObject([{ item: 'm1', level: 1 }]);
    expect(sent[0]?.matters[0]).toMatchObject({ kind: 'unled' });
  });

  it('may be told to those only', () => {
    const send = {
      type: 'send-card' as const,
      member: 'executive',
      matters: ['unled 0'],
      outbox: 'o',
      cost: 1,
    };
    const at = bangkok(MONDAY);
    given(...anOffice(), gone())
      .when(send, at)
      .thenEvents({ ...send, type: 'card-sent', v: 1 });
    given(...anOffice(), gone())
      .when({ ...send, member: 'works-head' }, at)
      .thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
    given(...anOffice())
      .when(send, at)
      .thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
  });
});
