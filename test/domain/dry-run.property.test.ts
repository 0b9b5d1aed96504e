/** What is foreseen at once is what each day by itself would find out, whatever the office. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agencyOn } from '../../src/domain/acting.ts';
import type { Agency } from '../../src/domain/agency.ts';
import { addDays, dayOf, type Instant, instantOf, monthOf } from '../../src/domain/calendar.ts';
import { type Budget, type DryDay, dryRun, foreseeOnce } from '../../src/domain/dry-run.ts';
import { afterSending, type DayAhead, forecast } from '../../src/domain/forecast.ts';
import type { Drafts } from '../../src/domain/matters.ts';
import { dueReminders, nextReminderAt, nextReminderTime } from '../../src/domain/reminder.ts';
import { afterEvents, decideSend, sendsAt } from '../../src/domain/sends.ts';
import { type Foresee, restOfMonth } from '../../src/domain/spend.ts';
import { offices } from './random-office.ts';

const budgets = fc.record({
  left: fc.integer({ min: 0, max: 60 }),
  limit: fc.integer({ min: 10, max: 80 }),
  summary: fc.integer({ min: 1, max: 8 }),
});

it('a dry run is its days, each run by itself', () => {
  let heldBack = 0;
  fc.assert(
    fc.property(offices, budgets, fc.integer({ min: 5, max: 35 }), ({ agency, now }, budget, days) => {
      const drafts = new Map([['coordinator', [{ ...DRAFT, until: now + 3 * 86_400_000 }]]]);
      const planned = dryRun(agency, now, days, budget, drafts);
      expect(planned).toEqual(dayByDay(agency, now, days, budget, drafts));
      if (planned.filter(({ held, send }) => held.length > 0 && send.length > 0).length > 2) heldBack += 1;
    }),
    { numRuns: 60 },
  );
  // Else nothing was foreseen twice.
  expect(heldBack).toBeGreaterThan(3);
});

it('waking only when nextReminderAt says so misses none of what is foreseen morning by morning', () => {
  fc.assert(
    fc.property(offices, ({ agency, now }) => {
      expect(wokenOnly(agency, now, 40)).toEqual(forecast(agency, now, 40));
    }),
    { numRuns: 60 },
  );
});

it('what was foreseen once holds on every later day of the month, as long as messages are left', () => {
  let compared = 0;
  fc.assert(
    fc.property(offices, fc.integer({ min: 1, max: 40 }), ({ agency, now }, messages) => {
      const foresee = foreseeOnce();
      let state = agency;
      let left = messages;
      for (let day = dayOf(now); left > 0 && monthOf(now) === day.slice(0, 7); day = addDays(day, 1)) {
        const at = nextReminderTime(state, Math.max(now, instantOf(day)));
        if (dayOf(at) !== day) continue;
        const both: Foresee = (held, due, moment) => {
          const anew = restOfMonth(held, due, moment);
          expect(foresee(held, due, moment).filter((one) => one.day > day)).toEqual(anew);
          compared += 1;
          return anew;
        };
        const today = agencyOn(state, day);
        const { send, held } = sendsAt(today, at, { left, reserve: 3 }, new Map(), both);
        left -= send.length;
        state = after(state, { day, send, held, summary: null, cost: 0, left }, at);
      }
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(60);
});

const DRAFT = { id: 'd1', what: 'plan', year: 2570, open: 1 } as const;

function dayByDay(agency: Agency, from: Instant, days: number, budget: Budget, drafts: Drafts): DryDay[] {
  const found: DryDay[] = [];
  let state = agency;
  let { left } = budget;
  for (let ahead = 0; ahead < days; ahead += 1) {
    const day = addDays(dayOf(from), ahead);
    if (ahead > 0 && day.endsWith('-01')) left = budget.limit;
    const [one] = dryRun(state, Math.max(from, instantOf(day)), 1, { ...budget, left }, drafts);
    if (one === undefined) continue;
    found.push(one);
    left = one.left;
    state = after(state, one, nextReminderTime(state, Math.max(from, instantOf(day))));
  }
  return found;
}

function after(agency: Agency, { day, send, summary }: DryDay, at: Instant): Agency {
  const message = { outbox: 'o', cost: 1 } as const;
  const events = send.flatMap((one) => decideSend(agencyOn(agency, day), one, message, at));
  const posted = { type: 'summary-posted', v: 1, to: [], outbox: [] } as const;
  const summed = summary === null ? [] : [{ ...posted, to: [], outbox: [], month: summary.month }];
  return afterEvents(agency, [...events, ...summed], at);
}

function wokenOnly(agency: Agency, from: Instant, days: number): DayAhead[] {
  const end = addDays(dayOf(from), days);
  const found: DayAhead[] = [];
  let state = agency;
  let at: Instant | null = nextReminderTime(agency, from);
  while (at !== null && dayOf(at) < end) {
    const reminders = dueReminders(agencyOn(state, dayOf(at)), at);
    if (reminders.length > 0) found.push({ day: dayOf(at), reminders });
    state = afterSending(state, reminders, at);
    at = nextReminderAt(agencyOn(state, dayOf(at)), at);
  }
  return found;
}
