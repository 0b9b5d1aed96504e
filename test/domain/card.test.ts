import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar.ts';
import { cardDue, nextCardAt } from '../../src/domain/card.ts';
import { decide } from '../../src/domain/decide.ts';
import { NOTHING_BESIDE } from '../../src/domain/matters.ts';
import { isReminderTime } from '../../src/domain/reminder.ts';
import { afterEvents } from '../../src/domain/sends.ts';
import {
  agencyOf,
  anOffice,
  aStaffedOffice,
  bangkok,
  clock,
  given,
  type Happening,
  happened,
  reported,
  unreachable,
} from '../support/an-agency.ts';

const keys = (happenings: readonly Happening[], now: string, beside = NOTHING_BESIDE) =>
  cardDue(agencyOf(...happenings), 'coordinator', bangkok(now), beside).map(({ key }) => key);
const next = (happenings: readonly Happening[], now: string) => {
  const at = nextCardAt(agencyOf(...happenings), 'coordinator', bangkok(now), NOTHING_BESIDE);
  return at === null ? null : new Date(at + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
};
/** The card as it would have been sent at that moment. */
const told = (happenings: readonly Happening[], at: string): Happening => {
  const matters = keys(happenings, at);
  if (matters.length === 0) throw new Error('there was nothing to tell');
  const event = {
    type: 'card-sent' as const,
    v: 1 as const,
    member: 'coordinator',
    matters,
    outbox: `card-${at}`,
  };
  return happened(event, { at: bangkok(at), by: clock });
};

/** An office in which nothing waits: no plan. */
const QUIET = aStaffedOffice();
const MONDAY = '2026-01-05 08:45';
const cardOfMonday = told(anOffice(), MONDAY);

describe('the card of a day', () => {
  it('is none when nothing waits', () => {
    expect(keys(QUIET, MONDAY)).toEqual([]);
    expect(next(QUIET, MONDAY)).toBeNull();
  });

  it('tells everything when something is new', () => {
    expect(keys(anOffice(), MONDAY)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^undated/), 'oit-due 2569', 'holidays 2569']),
    );
  });

  it('is one a day, whatever comes', () => {
    const more = [...anOffice(), cardOfMonday, unreachable('works-staff', bangkok('2026-01-05 10:00'))];
    expect(keys(more, '2026-01-05 13:00')).toEqual([]);
    expect(next(more, '2026-01-05 13:00')).toBe('2026-01-06 08:45');
    expect(keys(more, '2026-01-06 08:45')).toContainEqual(expect.stringMatching(/^away works-staff/));
  });

  it('is not repeated for who left a group: that may mean nothing', () => {
    const bound = { group: 'team', code: 'c', purpose: 'staff', extra: true } as const;
    const left = [
      ...aStaffedOffice(),
      happened({ type: 'group-bound', v: 1, ...bound }),
      happened({ type: 'presence-changed', v: 1, member: 'works-staff', group: 'team', present: false }),
    ];
    expect(keys(left, MONDAY)).toHaveLength(1);
    expect(keys([...left, told(left, MONDAY)], '2026-01-12 08:45')).toEqual([]);
  });

  it('is not repeated on the days after, but with the next week', () => {
    const week = [...anOffice(), cardOfMonday];
    for (const day of ['06', '07', '08', '09']) expect(keys(week, `2026-01-${day} 08:45`)).toEqual([]);
    expect(next(week, '2026-01-05 09:00')).toBe('2026-01-12 08:45');
    expect(keys(week, '2026-01-12 08:45').length).toBeGreaterThan(0);
  });

  it('of a week that begins with a holiday comes on its first working day', () => {
    // 6 April 2026 is a holiday.
    const before = [...anOffice(), cardOfMonday];
    const week = [...before, told(before, '2026-03-30 08:45')];
    expect(keys(week, '2026-04-06 08:45')).toEqual([]);
    expect(next(week, '2026-03-31 09:00')).toBe('2026-04-07 08:45');
    expect(keys(week, '2026-04-07 08:45').length).toBeGreaterThan(0);
  });

  it('missed on Monday it comes on Tuesday, once', () => {
    const week = [...anOffice(), cardOfMonday];
    const tuesday = told(week, '2026-01-13 14:00');
    expect(keys([...week, tuesday], '2026-01-14 08:45')).toEqual([]);
    expect(next([...week, tuesday], '2026-01-14 08:45')).toBe('2026-01-19 08:45');
  });

  it('what was settled and comes back is told anew', () => {
    const gone = unreachable('works-staff', bangkok('2026-01-05 09:00'));
    const back = happened(
      { type: 'reach-changed', v: 1, member: 'works-staff', reachable: true, why: 'wrote' },
      { at: bangkok('2026-01-06 10:00') },
    );
    const first = [...anOffice(), cardOfMonday, gone];
    const second = [...first, told(first, '2026-01-06 08:45'), back];
    expect(keys(second, '2026-01-07 08:45')).toEqual([]);
    expect(
      keys([...second, unreachable('works-staff', bangkok('2026-01-07 16:00'))], '2026-01-08 08:45'),
    ).not.toEqual([]);
  });

  it('a short month is told once, and is no reason to write every week', () => {
    const short = { drafts: [], held: 4 };
    const empty = QUIET;
    expect(keys(empty, MONDAY, short)).toEqual(['quota 2026-01']);
    const matters = ['quota 2026-01'];
    const once = happened(
      { type: 'card-sent', v: 1, member: 'coordinator', matters, outbox: 'c' },
      { at: bangkok(MONDAY), by: clock },
    );
    for (const day of ['06', '12', '19', '30'])
      expect(keys([...empty, once], `2026-01-${day} 08:45`, short)).toEqual([]);
    expect(keys([...empty, once], '2026-02-02 08:45', short)).toEqual(['quota 2026-02']);
  });

  it('comes by itself when a division falls silent, and in November', () => {
    const set = happened({ type: 'oit-due-set', v: 1, year: 2569, date: '2026-12-31', confirmed: true });
    const list = happened({
      type: 'holidays-set',
      v: 1,
      year: 2569,
      source: 'ประกาศ',
      confirmed: true,
      days: [],
    });
    const done = (item: string) => reported(item, 'done', { at: bangkok(MONDAY), by: 'coordinator' });
    const calm = [...anOffice(), set, list, done('m3')];
    expect(keys(calm, '2026-01-06 08:45')).toEqual([]);
    expect(next(calm, '2026-01-06 08:45'), 'of มาตรการที่ 1, due on 30 January').toBe('2026-02-05 08:45');
    const idle = [...calm, done('m1'), done('m2'), done('o12')];
    expect(next(idle, '2026-01-06 08:45')).toBe('2026-11-02 08:45');
  });

  it('a year of days: never two a day, and each wake-up is worth waking for', () => {
    let agency = agencyOf(...anOffice(), unreachable('works-head'));
    let now = bangkok(MONDAY);
    let cards = 0;
    for (let looks = 0; looks < 80; looks += 1) {
      const matters = cardDue(agency, 'coordinator', now, NOTHING_BESIDE);
      expect(isReminderTime(agency, now)).toBe(true);
      expect(matters.length, dayOf(now)).toBeGreaterThan(0);
      const keys = matters.map(({ key }) => key);
      const card = { type: 'send-card' as const, member: 'coordinator', matters: keys, outbox: `o${looks}` };
      const decision = decide(agency, card, now);
      if (!decision.ok) throw new Error(decision.refusal.kind);
      agency = afterEvents(agency, decision.events, now);
      cards += 1;
      expect(cardDue(agency, 'coordinator', now + 3_600_000, NOTHING_BESIDE)).toEqual([]);
      const at = nextCardAt(agency, 'coordinator', now, NOTHING_BESIDE);
      if (at === null || at > bangkok('2026-12-31 23:00')) break;
      expect(at).toBeGreaterThan(now);
      now = at;
    }
    expect(cards).toBeGreaterThan(50);
    expect(cards).toBeLessThan(65);
  });
});

describe('a card is decided', () => {
  const card = { type: 'send-card' as const, member: 'coordinator', matters: ['oit-due 2569'], outbox: 'o1' };
  const AT = bangkok(MONDAY);

  it('with what it is about and what it costs', () => {
    given(...anOffice())
      .when({ ...card, cost: 1 }, AT)
      .thenEvents({ v: 1, ...card, type: 'card-sent', cost: 1 });
  });

  it('never about nothing, to a stranger or to one who is no coordinator', () => {
    const office = given(...anOffice());
    office.when({ ...card, matters: [] }, AT).thenRefused({ kind: 'nothing-to-say' });
    office.when({ ...card, member: 'constructor' }, AT).thenRefused({ kind: 'not-a-member' });
    office
      .when({ ...card, member: 'finance-head' }, AT)
      .thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
  });

  it('once a day', () => {
    const office = given(...anOffice(), cardOfMonday);
    office.when(card, bangkok('2026-01-05 23:59')).thenRefused({ kind: 'card-sent' });
    office.when(card, bangkok('2026-01-06 00:00')).thenEvents({ v: 1, ...card, type: 'card-sent' });
  });

  it('counts in the month it was paid in; riding on an answer it is free', () => {
    const paid = (cost: number | undefined) =>
      agencyOf(
        ...anOffice(),
        happened({
          type: 'card-sent',
          v: 1,
          member: 'coordinator',
          matters: ['x'],
          outbox: 'o',
          ...(cost === undefined ? {} : { cost }),
        }),
      ).spent;
    expect(paid(1)).toEqual({ month: '2026-01', count: 1 });
    expect(paid(undefined)).toEqual({ month: '2026-01', count: 1 });
    expect(paid(0)).toBeNull();
  });
});
