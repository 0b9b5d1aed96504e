/** Who is told of a request for a later date, and of its decision: once, in his one message of the day, by priority. */
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/domain/decide.ts';
import { dryRun } from '../../src/domain/dry-run.ts';
import type { DomainEvent, EventOf } from '../../src/domain/event.ts';
import { refsOf, untoldExtensions } from '../../src/domain/extension.ts';
import { dueReminders, nextReminderAt } from '../../src/domain/reminder.ts';
import { decideSend, sendsAt } from '../../src/domain/sends.ts';
import { extensionPriority } from '../../src/domain/spend.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  clock,
  given,
  type Happening,
  happened,
  joined,
  measure,
  member,
  nothingToSettle,
  reported,
  unreachable,
} from '../support/an-agency.ts';
import { acts, asked, askedNoMore } from './doings.ts';

/** Nothing of m1 is due between these: 14 days before its date is the 16th, 7 days the 23rd. */
const NIGHT = bangkok('2026-01-20 21:00');
const MORNING = bangkok('2026-01-21 08:45');
const NEXT = bangkok('2026-01-22 08:45');
const PLENTY = { left: 300, reserve: 0 };

const m1 = asked('m1', 'x', '2026-02-27', { at: NIGHT });
const decided = (granted: boolean, { at = NIGHT + 60_000, by = 'finance-head', extension = 'x' } = {}) =>
  happened(
    {
      type: 'extension-decided',
      v: 1,
      item: 'm1',
      extension,
      granted,
      from: '2026-01-30',
      until: '2026-02-27',
    },
    { at, by: member(by) },
  );
const reach = (reachable: boolean, who = 'finance-head', at = MORNING + 60_000) =>
  happened({ type: 'reach-changed', v: 1, member: who, reachable, why: 'wrote' }, { at });
const told = (
  who: string,
  more: Partial<EventOf<'extensions-told'>> = {},
  { at = MORNING, by = clock } = {},
): Happening =>
  happened(
    {
      type: 'extensions-told',
      v: 1,
      member: who,
      extensions: [{ item: 'm1', extension: 'x' }],
      outbox: 'o',
      ...more,
    },
    { at, by },
  );
const failed = (
  reason: EventOf<'delivery-failed'>['reason'],
  who = 'finance-head',
  outbox = 'o',
): Happening =>
  happened(
    { type: 'delivery-failed', v: 1, outbox, to: { member: who }, reason },
    { at: MORNING + 3_600_000, by: clock },
  );

/** The office after the reminders of 16 January, with nothing for its coordinator to settle. */
const office = (...more: readonly Happening[]) => {
  const base = [...anOffice(), ...nothingToSettle()];
  const opening = agencyOf(...base);
  const said = dueReminders(opening, bangkok('2026-01-16 08:45')).map(({ member: to, lines }) =>
    happened(
      { type: 'reminder-decided', v: 1, to: { member: to }, lines: [...lines], outbox: `r-${to}` },
      { at: bangkok('2026-01-16 08:45'), by: clock },
    ),
  );
  return agencyOf(...base, ...said, ...more);
};
/** Who is told of what: `finance-head x m1`. */
const owed = (...more: readonly Happening[]) =>
  [...untoldExtensions(office(...more))].flatMap(([who, wishes]) =>
    refsOf(wishes).map(({ item, extension }) => `${who} ${extension} ${item}`),
  );

describe('a request that waits', () => {
  it('is told to the head who decides it, and to nobody else', () => {
    expect(owed(m1)).toEqual(['finance-head x m1']);
    expect(owed(m1, ...joined('finance-head-2', [{ role: 'head', division: 'finance' }]))).toEqual([
      'finance-head x m1',
      'finance-head-2 x m1',
    ]);
  });

  it('is told once', () => {
    expect(owed(m1, told('finance-head'))).toEqual([]);
  });

  it('is not told to a coordinator: it stands on his card', () => {
    expect(owed(asked('m1', 'x', '2026-02-27', { at: NIGHT, by: 'finance-head' }))).toEqual([]);
    const both = happened({
      type: 'roles-changed',
      v: 1,
      member: 'finance-head',
      roles: [{ role: 'head', division: 'finance' }, { role: 'coordinator' }],
    });
    expect(owed(m1, both)).toEqual([]);
  });

  it('is no more when it was taken back, replaced, or its item is done', () => {
    expect(owed(m1, askedNoMore('m1', 'x', { at: NIGHT + 1 }))).toEqual([]);
    expect(owed(m1, asked('m1', 'y', '2026-03-31', { at: NIGHT + 1 }))).toEqual(['finance-head y m1']);
    expect(owed(m1, reported('m1', 'done', { at: NIGHT + 1 }))).toEqual([]);
  });

  it('is told to a head LINE reaches later, and who was told before hears nothing again', () => {
    const second = joined('finance-head-2', [{ role: 'head', division: 'finance' }]);
    const away = [...second, unreachable('finance-head-2', NIGHT - 1), m1];
    expect(owed(...away, told('finance-head'))).toEqual([]);
    expect(owed(...away, told('finance-head'), reach(true, 'finance-head-2'))).toEqual([
      'finance-head-2 x m1',
    ]);
  });

  it('is told to who becomes head later', () => {
    const now = happened({
      type: 'roles-changed',
      v: 1,
      member: 'executive',
      roles: [{ role: 'head', division: 'finance' }],
    });
    expect(owed(m1, told('finance-head'), now)).toEqual(['executive x m1']);
  });

  it('is told to who acts as head from a day on, on that day', () => {
    const acting = acts('works-head', { role: 'head', division: 'finance' }, '2026-01-22', '2026-01-30');
    const agency = office(unreachable('finance-head', NIGHT - 1), m1, acting);
    const days = dryRun(agency, MORNING, 2, { left: 300, limit: 300, summary: 0 }, new Map());
    const brought = days.flatMap(({ day, send }) =>
      send.flatMap((one) => (one.extensions.length > 0 ? [`${day} ${one.member}`] : [])),
    );
    expect(brought).toEqual(['2026-01-22 works-head']);
    expect(nextReminderAt(agency, MORNING)).toBe(NEXT);
    // Of who acts from a Saturday on, it is Monday.
    const saturday = { ...acting, event: { ...acting.event, from: '2026-01-24' } } as Happening;
    const later = office(unreachable('finance-head', NIGHT - 1), m1, saturday);
    expect(nextReminderAt(later, bangkok('2026-01-23 09:00'))).toBe(bangkok('2026-01-26 08:45'));
  });
});

describe('a decision', () => {
  it('is told to who had asked, granted or not', () => {
    expect(owed(m1, told('finance-head'), decided(true))).toEqual(['finance-staff x m1']);
    expect(owed(m1, told('finance-head'), decided(false))).toEqual(['finance-staff x m1']);
    expect(owed(m1, decided(true), told('finance-staff'))).toEqual([]);
  });

  it('not of his own decision, nor while LINE does not reach him, nor when he asked anew', () => {
    const own = asked('m1', 'x', '2026-02-27', { at: NIGHT, by: 'coordinator' });
    expect(owed(own, decided(true, { by: 'coordinator' }))).toEqual([]);
    expect(owed(m1, decided(true), unreachable('finance-staff', NIGHT))).toEqual([]);
    const anew = asked('m1', 'y', '2026-03-31', { at: NIGHT + 120_000 });
    expect(owed(m1, decided(false), anew)).toEqual(['finance-head y m1']);
  });
});

describe('as it was before members who are told were kept', () => {
  it('what cost something was told', () => {
    const cost = (happening: Happening) => ({
      ...happening,
      event: { ...happening.event, cost: 1 } as DomainEvent,
    });
    expect(owed(cost(m1))).toEqual([]);
    expect(owed(cost(m1), cost(decided(true)))).toEqual([]);
  });
});

describe('the message of the day', () => {
  it('holds reminder and requests, and costs one', () => {
    const due = measure('m8', { number: 8, divisions: ['works'], start: '2026-01-01', end: '2026-01-22' });
    const given = happened({
      type: 'item-assigned',
      v: 1,
      item: 'm8',
      person: 'finance-head',
      deputy: null,
    });
    const agency = office(due, given, m1);
    const send = sendsAt(agency, MORNING, PLENTY, new Map()).send.filter(
      (one) => one.member === 'finance-head',
    );
    expect(send).toMatchObject([
      { lines: [{ item: 'm8' }], extensions: [{ asked: { id: 'x' } }], matters: [] },
    ]);
    const events = send.flatMap((one) => decideSend(agency, one, { outbox: 'o', cost: 1 }, MORNING));
    expect(events).toMatchObject([
      { type: 'reminder-decided', outbox: 'o', cost: 1 },
      { type: 'extensions-told', outbox: 'o', cost: 0 },
    ]);
    const after = office(
      due,
      given,
      m1,
      ...events.map((event) => happened(event, { at: MORNING, by: clock })),
    );
    expect(after.spent).toEqual({ month: '2026-01', count: 3 });
    expect(untoldExtensions(after)).toEqual(new Map());
  });

  it('comes with requests alone too, within the hours people are reminded in', () => {
    const agency = office(m1);
    expect(dueReminders(agency, NIGHT)).toEqual([]);
    expect(nextReminderAt(agency, NIGHT)).toBe(MORNING);
    expect(dueReminders(agency, MORNING)).toMatchObject([
      { member: 'finance-head', lines: [], extensions: [{ asked: { id: 'x' } }] },
    ]);
  });

  it('is one a day: what comes up after it waits for the next, with what it cost', () => {
    const later = asked('m1', 'y', '2026-03-31', { at: MORNING + 60_000, by: 'coordinator' });
    const agency = office(m1, told('finance-head'), later);
    expect(dueReminders(agency, MORNING + 120_000)).toEqual([]);
    expect(nextReminderAt(agency, MORNING + 120_000)).toBe(NEXT);
    expect(dueReminders(agency, NEXT)).toMatchObject([{ member: 'finance-head', extensions: [{}] }]);
  });

  it('is not that of who was only told at once because somebody asked', () => {
    const asker = member('finance-staff');
    const later = asked('m1', 'y', '2026-03-31', { at: MORNING + 60_000, by: 'coordinator' });
    const agency = office(m1, told('finance-head', {}, { by: asker }), later);
    expect(dueReminders(agency, MORNING + 120_000)).toMatchObject([{ member: 'finance-head' }]);
  });
});

describe('what LINE never took', () => {
  it.each(['stale', 'dead-target'] as const)('is owed again and not paid: %s', (reason) => {
    const lost = office(m1, told('finance-head'), failed(reason), reach(true));
    expect([...untoldExtensions(lost).keys()]).toEqual(['finance-head']);
    expect(lost.spent?.count).toBe(office(m1).spent?.count);
    expect(dueReminders(lost, NEXT)).toMatchObject([{ member: 'finance-head' }]);
  });

  it('of two pushes of a day only the one that failed', () => {
    const asker = member('finance-staff');
    const second = [
      asked('m1', 'y', '2026-03-31', { at: MORNING + 60_000, by: 'coordinator' }),
      told('finance-head', { extensions: [{ item: 'm1', extension: 'y' }], outbox: 'p' }, { by: asker }),
    ];
    expect(owed(m1, told('finance-head'), ...second, failed('stale'))).toEqual(['finance-head x m1']);
    expect(owed(m1, told('finance-head'), ...second, failed('stale', 'finance-head', 'p'))).toEqual([
      'finance-head y m1',
    ]);
  });

  it('but not what it may have taken', () => {
    for (const reason of ['unknown', 'refused', 'forbidden'] as const)
      expect(owed(m1, told('finance-head'), failed(reason))).toEqual([]);
  });
});

describe('when messages run short', () => {
  const priority = (at: string) => {
    const agency = office(m1);
    const [wish] = untoldExtensions(agency).get('finance-head') ?? [];
    return wish === undefined ? null : extensionPriority(agency, wish, bangkok(at));
  };

  it.each([
    ['overdue', '2026-02-02 08:45', 1],
    ['due today', '2026-01-30 08:45', 1],
    ['in 3 days', '2026-01-27 08:45', 2],
    ['in 4 days', '2026-01-26 08:45', 3],
    ['later', '2026-01-05 08:45', 3],
  ])('a request is as urgent as the date it would move: %s', (_, at, wanted) => {
    expect(priority(at)).toBe(wanted);
  });

  const sends = (left: number, at = MORNING) => sendsAt(office(m1), at, { left, reserve: 4 }, new Map());
  const members = (all: readonly { readonly member: string }[]) => all.map((one) => one.member);

  it('it waits, and coordinators see it on their card meanwhile, told once', () => {
    const { send, held } = sends(4);
    expect(members(held)).toEqual(['finance-head']);
    expect(send).toMatchObject([
      { member: 'coordinator', matters: [{ kind: 'extension' }, { kind: 'quota' }] },
    ]);
    expect(members(sends(100).send)).toEqual(['finance-head']);
  });

  it('it takes the reserve once its date has come, and waits only when nothing is left', () => {
    const due = bangkok('2026-01-30 08:45');
    expect(members(sends(4, due).send)).toContain('finance-head');
    expect(members(sends(0, due).held)).toContain('finance-head');
  });

  it('the dry run says so, and what each costs', () => {
    const run = (left: number) => dryRun(office(m1), NIGHT, 2, { left, limit: 300, summary: 0 }, new Map());
    expect(run(300)).toMatchObject([{ day: '2026-01-21', cost: 1, send: [{ extensions: [{}] }], held: [] }]);
    expect(run(0)).toMatchObject([{ cost: 0, send: [], held: [{ member: 'finance-head' }] }]);
  });
});

describe('keeping that somebody was told', () => {
  const tell = (who: string, extension = 'x', item = 'm1') => ({
    type: 'tell-extensions' as const,
    member: who,
    extensions: [{ item, extension }],
    outbox: 'o',
    cost: 0,
  });

  it('is one entry with the cost, for what he was not told yet', () => {
    const since = given(...anOffice(), m1, asked('m2', 'x', '2026-12-31', { at: NIGHT, by: 'works-staff' }));
    const both = [
      { item: 'm1', extension: 'x' },
      { item: 'm2', extension: 'x' },
    ];
    const event = {
      type: 'extensions-told' as const,
      v: 1 as const,
      member: 'finance-head',
      outbox: 'o',
      cost: 0,
    };
    since.when({ ...tell('finance-head'), extensions: both }).thenEvents({ ...event, extensions: both });
    given(...anOffice(), m1, told('finance-head'), asked('m2', 'x', '2026-12-31', { at: NIGHT }))
      .when({ ...tell('finance-head'), extensions: both })
      .thenEvents({ ...event, extensions: both.slice(1) });
  });

  it('is refused for who is no member, what is no request, and what he knows', () => {
    const since = given(...anOffice(), m1, told('finance-head'));
    since.when(tell('stranger')).thenRefused({ kind: 'not-a-member' });
    since.when(tell('finance-head', 'y')).thenRefused({ kind: 'no-such-extension' });
    since.when(tell('finance-head', 'x', 'constructor')).thenRefused({ kind: 'no-such-extension' });
    since.when(tell('finance-head')).thenRefused({ kind: 'nothing-to-say' });
  });

  it('changes nothing that a button or an undo looks at', () => {
    const touched = (...more: Happening[]) => agencyOf(...anOffice(), m1, ...more).items.m1?.touched;
    expect(touched(told('finance-head'))).toBe(touched());
    const back = decide(
      agencyOf(...anOffice(), m1, told('finance-head')),
      { type: 'undo', by: member('finance-staff'), chat: 'direct', at: MORNING, what: { kind: 'newest' } },
      MORNING,
    );
    expect(back).toMatchObject({ ok: true, events: [{ type: 'extension-undone' }] });
  });
});
