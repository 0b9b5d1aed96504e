import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import type { Holiday } from '../../src/domain/event.ts';
import { shippedHolidays } from '../../src/domain/holidays.ts';
import { meetingDays } from '../../src/domain/meetings.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy.ts';
import {
  anOffice,
  aStaffedOffice,
  console_,
  given,
  happened,
  member,
  outsider,
  planClosed,
  planImported,
} from '../support/an-agency.ts';

const coordinator = member('coordinator');
const SONGKRAN: Holiday = { day: '2026-04-13', name: 'วันสงกรานต์', kind: 'fixed' };
const FLOW: Holiday = { day: '2026-04-16', name: 'วันไหล', kind: 'local' };

const setPolicy = (change: Partial<Policy>, by = coordinator): Command => ({
  type: 'set-policy',
  by,
  policy: { ...DEFAULT_POLICY, ...change },
});
const setHolidays = (days: readonly Holiday[], year = 2569, confirmed = false): Command => ({
  type: 'set-holidays',
  by: coordinator,
  year,
  source: 'ประกาศ',
  confirmed,
  days,
});
const setOitDue = (date: string, confirmed = true, year = 2569): Command => ({
  type: 'set-oit-due',
  by: coordinator,
  year,
  date,
  confirmed,
});
const setMeetings = (...days: string[]): Command => ({ type: 'set-meetings', by: coordinator, days });

describe('a reminder policy', () => {
  it('is kept whole, its steps in order', () => {
    given(...aStaffedOffice())
      .when(setPolicy({ before: [1, 30, 7], after: [5, 2] }))
      .thenEvents({
        type: 'policy-set',
        v: 1,
        policy: { ...DEFAULT_POLICY, before: [30, 7, 1], after: [2, 5] },
      });
  });

  it('that holds already changes nothing', () => {
    given(...aStaffedOffice())
      .when(setPolicy({ before: [0, 1, 3, 7, 14, 30] }))
      .thenNothing();
    given(
      ...aStaffedOffice(),
      happened({ type: 'policy-set', v: 1, policy: { ...DEFAULT_POLICY, pause: 5 } }),
    )
      .when(setPolicy({ pause: 5 }))
      .thenNothing();
  });

  it.each<[Partial<Policy>, 'order' | 'hours' | 'nothing-left' | 'range']>([
    [{ before: [7, 7] }, 'order'],
    [{ after: [1, 1] }, 'order'],
    [{ report: [0, 0] }, 'order'],
    [{ from: 600, until: 600 }, 'hours'],
    [{ before: [] }, 'nothing-left'],
    [{ before: [121] }, 'range'],
    [{ before: [1.5] }, 'range'],
    [{ until: 1440 }, 'range'],
    [{ grace: [0, 3, 3] }, 'range'],
    [{ pause: -1 }, 'range'],
  ])('%j is refused: %s', (change, what) => {
    given(...aStaffedOffice())
      .when(setPolicy(change))
      .thenRefused({ kind: 'policy-wrong', what });
  });
});

describe('a list of holidays', () => {
  it('takes the place of what the year had, in the order of days', () => {
    given(...aStaffedOffice())
      .when(setHolidays([FLOW, SONGKRAN], 2569, true))
      .thenEvents({
        type: 'holidays-set',
        v: 1,
        year: 2569,
        source: 'ประกาศ',
        confirmed: true,
        days: [SONGKRAN, FLOW],
      });
  });

  it('that is the one shipped changes nothing', () => {
    const shipped = shippedHolidays(2569);
    if (shipped === null) throw new Error('2569 is shipped');
    const as = (confirmed: boolean): Command => ({
      type: 'set-holidays',
      by: console_,
      ...shipped,
      confirmed,
    });
    given(...aStaffedOffice())
      .when(as(false))
      .thenNothing();
    given(...aStaffedOffice())
      .when(as(true))
      .thenEvents({ type: 'holidays-set', v: 1, ...shipped, confirmed: true, days: [...shipped.days] });
  });

  it.each<[readonly Holiday[], string]>([
    [[SONGKRAN, { ...SONGKRAN, name: 'สงกรานต์' }], '2026-04-13'],
    [[SONGKRAN, { ...FLOW, day: '2027-04-16' }], '2027-04-16'],
    [[{ ...FLOW, day: '2025-12-31' }], '2025-12-31'],
    [[{ ...FLOW, day: '2026-02-30' }], '2026-02-30'],
    [[{ ...FLOW, name: '' }], '2026-04-16'],
  ])('%j is refused for its %s', (days, day) => {
    given(...aStaffedOffice())
      .when(setHolidays(days))
      .thenRefused({ kind: 'holiday-wrong', day });
  });
});

describe('the end of the OIT window', () => {
  it.each(['2025-10-01', '2026-04-30', '2026-12-31'])('may be %s', (date) => {
    given(...anOffice())
      .when(setOitDue(date))
      .thenEvents({ type: 'oit-due-set', v: 1, year: 2569, date, confirmed: true });
  });

  it.each(['2025-09-30', '2027-01-01', '2026-04-31'])('may not be %s', (date) => {
    given(...anOffice())
      .when(setOitDue(date))
      .thenRefused({ kind: 'oit-due-wrong', year: 2569 });
  });

  it('is confirmed as it stands, once', () => {
    given(...anOffice())
      .when(setOitDue('2026-04-30', false))
      .thenNothing();
    given(
      ...anOffice(),
      happened({ type: 'oit-due-set', v: 1, year: 2569, date: '2026-04-30', confirmed: true }),
    )
      .when(setOitDue('2026-04-30'))
      .thenNothing();
  });

  it('belongs to a plan that is not closed', () => {
    given(...anOffice())
      .when(setOitDue('2027-04-30', true, 2570))
      .thenRefused({ kind: 'no-such-plan', year: 2570 });
    given(...anOffice(), planClosed())
      .when(setOitDue('2026-04-30'))
      .thenRefused({ kind: 'plan-not-open', year: 2569, state: 'closed' });
  });

  it('is set of a draft too', () => {
    given(...aStaffedOffice(), planImported(2570))
      .when(setOitDue('2027-05-15', true, 2570))
      .thenEvents({ type: 'oit-due-set', v: 1, year: 2570, date: '2027-05-15', confirmed: true });
  });
});

describe('meeting days', () => {
  const [february, march] = ['2026-02-25', '2026-03-25'];
  const met = happened({ type: 'meetings-set', v: 1, days: [february] });

  it('are one a month; only what is new is kept', () => {
    given(...aStaffedOffice(), met)
      .when(setMeetings(march, february))
      .thenEvents({ type: 'meetings-set', v: 1, days: [march] });
    given(...aStaffedOffice(), met)
      .when(setMeetings(february))
      .thenNothing();
    given(...aStaffedOffice(), met)
      .when(setMeetings('2026-02-26'))
      .thenEvents({ type: 'meetings-set', v: 1, days: ['2026-02-26'] });
  });

  it.each([
    [['2026-02-25', '2026-02-26'], '2026-02'],
    [['2026-02-30'], '2026-02'],
  ])('%j are refused', (days, month) => {
    given(...aStaffedOffice())
      .when(setMeetings(...days))
      .thenRefused({ kind: 'meetings-wrong', month });
  });

  it('on a fixed date move off days off, and stay in their month', () => {
    const off = new Set(['2026-06-01', '2026-10-23']);
    const months = ['2025-10', '2025-12', '2026-02', '2026-06'];
    expect(meetingDays(months, 25, off)).toEqual(['2025-10-24', '2025-12-25', '2026-02-25', '2026-06-25']);
    expect(meetingDays(['2026-02', '2026-04'], 31, off)).toEqual(['2026-02-27', '2026-04-30']);
    expect(meetingDays(['2026-10'], 23, off)).toEqual(['2026-10-22']);
    // The 1st of June is off and a Monday: before it lies May.
    expect(meetingDays(['2026-06'], 1, off)).toEqual(['2026-06-02']);
  });
});

it.each<[string, Command]>([
  ['a policy', setPolicy({ pause: 5 })],
  ['holidays', setHolidays([FLOW])],
  ['the OIT window', setOitDue('2026-05-15')],
  ['meetings', setMeetings('2026-02-25')],
])('only the coordinator and the terminal set %s', (_, command) => {
  const who = (by: object) => ({ ...command, by }) as Command;
  given(...anOffice())
    .when(who(member('finance-head')))
    .thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
  given(...anOffice())
    .when(who(outsider))
    .thenRefused({ kind: 'not-a-member' });
  expect(given(...anOffice()).when(who(console_)).decision.ok).toBe(true);
});
