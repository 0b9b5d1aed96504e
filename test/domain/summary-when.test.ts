import { describe, expect, it } from 'vitest';
import { emptyAgency } from '../../src/domain/agency.ts';
import { isInWords } from '../../src/domain/evolve-pushes.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { isReminderTime } from '../../src/domain/reminder.ts';
import { nextSummaryAt, summaryDue } from '../../src/domain/summary-when.ts';
import {
  agencyOf,
  anOffice,
  aStaffedOffice,
  bangkok,
  type Happening,
  happened,
  planClosed,
  planImported,
  planOpened,
  START,
  summaryPosted,
} from '../support/an-agency.ts';

const FIRST_OF_FEBRUARY = bangkok('2026-02-02 09:00');

describe('the summary before the meeting', () => {
  const before = happened({
    type: 'policy-set',
    v: 1,
    policy: { ...DEFAULT_POLICY, summary: 'before-meeting' },
  });
  const meetings = (...days: string[]) => happened({ type: 'meetings-set', v: 1, days });
  const due = (history: readonly Happening[], wallClock: string) =>
    summaryDue(agencyOf(...anOffice(), before, ...history), bangkok(wallClock));

  it('of one late in the month is of that month, the working day before', () => {
    const late = [
      meetings('2026-01-30', '2026-02-23'),
      summaryPosted('2026-01', bangkok('2026-01-29 09:00')),
    ];
    expect(due(late, '2026-02-19 16:00')).toBeNull();
    expect(due(late, '2026-02-20 08:59')).toBeNull();
    expect(due(late, '2026-02-20 09:00')).toBe('2026-02');
    expect(
      due([...late, summaryPosted('2026-02', bangkok('2026-02-20 09:00'))], '2026-03-02 10:00'),
    ).toBeNull();
  });

  it('is of the month whose 20th has come on the day it is sent, not on the day of the meeting', () => {
    // 21 September 2026 is a Monday: the day before is Friday 18; 22 September is a Tuesday.
    const posted = summaryPosted('2026-08', bangkok('2026-09-18 09:00'));
    const august = summaryPosted('2026-07', START);
    expect(due([august, meetings('2026-08-05', '2026-09-21')], '2026-09-18 09:00')).toBe('2026-08');
    expect(due([posted, meetings('2026-08-05', '2026-09-22')], '2026-09-21 09:00')).toBe('2026-09');
  });

  it('comes on the first working day for a month that no meeting follows in time', () => {
    const moved = meetings('2026-01-12', '2026-02-25', '2026-03-10');
    const december = summaryPosted('2025-12', bangkok('2026-01-09 09:00'));
    expect(due([moved, december], '2026-01-30 16:00')).toBeNull();
    expect(due([moved, december], '2026-02-02 09:00')).toBe('2026-01');
    const january = [moved, summaryPosted('2026-01', FIRST_OF_FEBRUARY)];
    expect(due(january, '2026-02-23 16:00')).toBeNull();
    expect(due(january, '2026-02-24 09:00')).toBe('2026-02');
    expect(due([...january, summaryPosted('2026-02', START)], '2026-03-09 10:00')).toBeNull();
  });

  it('is not lost when the meeting is moved away from it at the last moment', () => {
    const early = meetings('2026-01-12', '2026-02-12');
    expect(due([early], '2026-02-10 10:00')).toBeNull();
    expect(due([early, meetings('2026-02-25')], '2026-02-10 10:00')).toBe('2026-01');
  });

  it('of one early in the month is of the month before', () => {
    const early = [meetings('2026-01-08', '2026-02-05')];
    expect(due(early, '2026-02-02 09:00')).toBeNull();
    expect(due(early, '2026-02-04 09:00')).toBe('2026-01');
    expect(due([meetings('2026-01-08', '2026-02-02')], '2026-01-30 09:00')).toBe('2026-01');
  });

  it('without a day goes by the last working day; what was missed comes when the server is up', () => {
    expect(due([], '2026-01-28 10:00')).toBeNull();
    expect(due([], '2026-01-29 09:00')).toBe('2026-01');
    expect(due([], '2026-02-10 09:00')).toBe('2026-01');
  });

  it('comes at a moment that is told before', () => {
    const agency = agencyOf(...anOffice(), before, meetings('2026-02-23'));
    const posted = agencyOf(...anOffice(), before, meetings('2026-02-23'), summaryPosted('2026-01', START));
    expect(nextSummaryAt(agency, bangkok('2026-01-10 10:00'))).toBe(bangkok('2026-01-29 09:00'));
    expect(nextSummaryAt(posted, bangkok('2026-02-01 10:00'))).toBe(bangkok('2026-02-20 09:00'));
  });
});

describe('a summary that reached nobody', () => {
  const postedTo = (outbox: string[], at = FIRST_OF_FEBRUARY) =>
    happened(
      {
        type: 'summary-posted',
        v: 1,
        month: '2026-01',
        to: outbox.map((member) => ({ member })),
        outbox,
        cost: 25,
      },
      { at },
    );
  type Reason = 'dead-target' | 'unknown' | 'refused' | 'forbidden';
  const failed = (outbox: string, reason: Reason = 'dead-target') =>
    happened(
      { type: 'delivery-failed', v: 1, outbox, to: { member: 'a' }, reason },
      { at: FIRST_OF_FEBRUARY + 1 },
    );
  /** What is owed the next day, and whether in words. */
  const owed = (...more: Happening[]) => {
    const agency = agencyOf(...anOffice(), postedTo(['one', 'two']), ...more);
    const month = summaryDue(agency, bangkok('2026-02-03 10:00'));
    return month === null ? null : `${month}${isInWords(agency, month) ? ' in words' : ''}`;
  };

  it('is owed again when every chat it went to is no more', () => {
    expect(owed()).toBeNull();
    expect(owed(failed('one'))).toBeNull();
    expect(owed(failed('one'), failed('two'))).toBe('2026-01');
  });

  it('is not sent again where LINE may have it', () => {
    expect(owed(failed('one', 'unknown'), failed('two', 'unknown'))).toBeNull();
    expect(owed(failed('one', 'refused'), failed('two', 'unknown'))).toBeNull();
    expect(owed(failed('another', 'refused'))).toBeNull();
  });

  it.each([
    'refused',
    'forbidden',
  ] as const)('is owed in words when LINE took none of its cards: %s', (why) => {
    expect(owed(failed('one', why))).toBeNull();
    expect(owed(failed('one', why), failed('two', why))).toBe('2026-01 in words');
    expect(owed(failed('one'), failed('two', why))).toBe('2026-01 in words');
  });

  it('is not owed any more when LINE refuses the words too; with the chat gone it still is, in words', () => {
    const refused = [failed('one', 'refused'), failed('two', 'refused'), postedTo(['three', 'four'])];
    expect(owed(...refused)).toBeNull();
    expect(owed(...refused, failed('three', 'refused'), failed('four', 'refused'))).toBeNull();
    expect(owed(...refused, failed('three', 'refused'), failed('four'))).toBeNull();
    expect(owed(...refused, failed('three'), failed('four'))).toBe('2026-01 in words');
  });

  it('in words is that month only: the next comes as a card', () => {
    const refused = [failed('one', 'refused'), failed('two', 'refused'), postedTo(['three'])];
    const agency = agencyOf(...anOffice(), postedTo(['one', 'two']), ...refused);
    expect(summaryDue(agency, bangkok('2026-03-02 09:00'))).toBe('2026-02');
    expect(isInWords(agency, '2026-02')).toBe(false);
  });

  it('has cost nothing', () => {
    const spent = (...more: Happening[]) =>
      agencyOf(...anOffice(), postedTo(['one', 'two']), ...more).spent?.count;
    expect(spent(failed('one', 'refused'))).toBe(25);
    expect(spent(failed('one', 'refused'), failed('two', 'refused'))).toBe(0);
    expect(spent(failed('one'), failed('two'))).toBe(0);
  });
});

describe('the summary falls due', () => {
  const due = (history: readonly Happening[], wallClock: string) =>
    summaryDue(agencyOf(...history), bangkok(wallClock));

  it.each([
    // 1 February 2026 is a Sunday.
    ['2026-01-30 10:00', null],
    ['2026-02-01 10:00', null],
    ['2026-02-02 08:59:59', null],
    ['2026-02-02 09:00:00', '2026-01'],
    ['2026-02-02 16:29', '2026-01'],
    ['2026-02-02 16:30', null],
    ['2026-02-03 08:45', '2026-01'],
    ['2026-02-27 10:00', '2026-01'],
    ['2026-02-28 10:00', null],
    // 1 April 2026 is a Wednesday, 1 May a Friday.
    ['2026-04-01 08:59', '2026-03-wait'],
    ['2026-04-01 09:00', '2026-03'],
    ['2026-05-01 09:00', '2026-04'],
  ])('at %s: %s', (wallClock, month) => {
    expect(due(anOffice(), wallClock)).toBe(month === '2026-03-wait' ? null : month);
  });

  it('once', () => {
    const posted = [...anOffice(), summaryPosted('2026-01', FIRST_OF_FEBRUARY)];
    expect(due(posted, '2026-02-02 09:05')).toBeNull();
    expect(due(posted, '2026-02-20 10:00')).toBeNull();
    expect(due(posted, '2026-03-02 09:00')).toBe('2026-02');
  });

  it('once for the last month after three months without power', () => {
    const back = [...anOffice(), summaryPosted('2026-01', FIRST_OF_FEBRUARY)];
    expect(due(back, '2026-05-12 11:00')).toBe('2026-04');
    expect(
      due([...back, summaryPosted('2026-04', bangkok('2026-05-12 11:00'))], '2026-05-12 11:01'),
    ).toBeNull();
  });

  it('never for a month before a plan was open', () => {
    expect(due(aStaffedOffice(), '2026-02-02 09:00')).toBeNull();
    expect(due([...aStaffedOffice(), planImported()], '2026-02-02 09:00')).toBeNull();
    const opened = bangkok('2026-02-01 00:00');
    const february = [...aStaffedOffice(), planImported(), planOpened(2569, opened)];
    expect(due(february, '2026-02-02 09:00')).toBeNull();
    expect(due(february, '2026-03-02 09:00')).toBe('2026-02');
  });

  it('for the month in whose last minute the plan was opened', () => {
    const opened = bangkok('2026-01-31 23:59');
    expect(due([...aStaffedOffice(), planImported(), planOpened(2569, opened)], '2026-02-02 09:00')).toBe(
      '2026-01',
    );
  });

  it('never for a month in which the plan was closed already', () => {
    const closed = [...anOffice(), planClosed(2569, bangkok('2026-01-20 10:00'))];
    const posted = summaryPosted('2026-01', FIRST_OF_FEBRUARY);
    expect(due([...closed, posted], '2026-03-02 09:00')).toBeNull();
  });

  it('for the last month of a plan that was closed, when the server is up again within three months', () => {
    const closed = [...anOffice(), planClosed(2569, bangkok('2026-01-20 10:00'))];
    expect(due(closed, '2026-02-02 09:00')).toBe('2026-01');
    expect(due(closed, '2026-04-20 09:00')).toBe('2026-01');
    expect(due(closed, '2026-05-04 09:00')).toBeNull();
  });

  it('not for a month before one that was posted, but whatever a clock that was ahead posted', () => {
    const later = [...anOffice(), summaryPosted('2026-02', bangkok('2026-02-20 09:00'))];
    expect(due(later, '2026-02-23 10:00')).toBeNull();
    const ahead = [...anOffice(), summaryPosted('2027-06', bangkok('2026-01-20 09:00'))];
    expect(due(ahead, '2026-02-02 09:00')).toBe('2026-01');
  });

  it('for the month on whose last day the plan was closed', () => {
    const closed = [...anOffice(), planClosed(2569, bangkok('2026-09-30 16:00'))];
    expect(due(closed, '2026-10-01 09:00')).toBe('2026-09');
  });
});

describe('the next summary', () => {
  const next = (history: readonly Happening[], wallClock: string) =>
    nextSummaryAt(agencyOf(...history), bangkok(wallClock));
  const posted = summaryPosted('2026-01', FIRST_OF_FEBRUARY);

  it('is at 09:00 on the first working day of the next month', () => {
    expect(next(anOffice(), '2026-01-20 10:00')).toBe(FIRST_OF_FEBRUARY);
    expect(next(anOffice(), '2026-02-01 10:00')).toBe(FIRST_OF_FEBRUARY);
    expect(next([...anOffice(), posted], '2026-02-02 09:01')).toBe(bangkok('2026-03-02 09:00'));
  });

  it('is that of today when an older one is owed too: it says all there is to say', () => {
    const now = bangkok('2026-03-02 08:45');
    expect(nextSummaryAt(agencyOf(...anOffice()), now)).toBe(bangkok('2026-03-02 09:00'));
  });

  it('lies in the past when one is owed', () => {
    expect(next(anOffice(), '2026-02-10 10:00')).toBe(FIRST_OF_FEBRUARY);
  });

  it('is none while no plan is open', () => {
    expect(next(aStaffedOffice(), '2026-02-10 10:00')).toBeNull();
    expect(next([...anOffice(), planClosed(), posted], '2026-02-10 10:00')).toBeNull();
  });

  it('is a moment at which the summary is due indeed, for every day of a year', () => {
    const agency = agencyOf(...anOffice());
    for (let at = bangkok('2026-01-05 12:00'); at < bangkok('2027-01-05 12:00'); at += 86_400_000) {
      const then = nextSummaryAt(agency, at);
      if (then === null) throw new Error('none');
      expect(isReminderTime(emptyAgency('office'), then)).toBe(true);
      expect(summaryDue(agency, then)).not.toBeNull();
    }
  });
});
