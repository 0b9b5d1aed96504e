/** When a coordinator is told what waits for him: at most once a day, nothing when nothing is new. */
import type { Agency } from './agency.ts';
import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  minuteOf,
  weekdayOf,
  workingDayOnOrAfter,
} from './calendar.ts';
import { daysOffOf, nextUnconfirmedDay } from './holidays.ts';
import { openPlans } from './item.ts';
import { type Beside, lastToldAt, type Matter, mattersFor, toldOf } from './matters.ts';
import { isReminderTime, nextReminderTime } from './reminder.ts';
import { nextSilence } from './silence.ts';

/** A card goes out in the morning, beside the reminders: what comes up during the day is told together the next one. */
const CARD_MINUTES = 60;

/** What is told once: it is over by itself, or may mean nothing. */
const ONCE: ReadonlySet<Matter['kind']> = new Set(['failed', 'quota', 'left-group']);

/**
 * Everything the card of today says; empty = there is none: he got one today, or nothing is new and the week's was sent. What
 * stays is told again once a week, from its first working day on. The hour is the caller's to look at.
 */
export function cardDue(agency: Agency, member: string, now: Instant, beside: Beside): Matter[] {
  if (toldToday(agency, member, now)) return [];
  const matters = mattersFor(agency, member, now, beside);
  const fresh = matters.some(({ key }) => toldOf(agency, member)[key] === undefined);
  return fresh || (matters.some(stays) && weeklyDay(agency, member, now) <= dayOf(now)) ? matters : [];
}

/** The next moment at which a card may be due; null = nothing waits, and nothing will by itself. */
export function nextCardAt(agency: Agency, member: string, now: Instant, beside: Beside): Instant | null {
  const matters = mattersFor(agency, member, now, beside);
  const told = toldToday(agency, member, now);
  const free = nextCardTime(agency, told ? instantOf(addDays(dayOf(now), 1)) : now);
  const fresh = matters.some(({ key }) => toldOf(agency, member)[key] === undefined);
  const on = (day: Day | null) =>
    day === null ? null : Math.max(free, nextReminderTime(agency, instantOf(day)));
  const moments = [
    fresh ? free : null,
    matters.some(stays) ? on(weeklyDay(agency, member, now)) : null,
    on(nextSilence(agency, now)),
    openPlans(agency).length === 0 ? null : on(nextUnconfirmedDay(agency, dayOf(now))),
  ];
  const known = moments.filter((moment) => moment !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** True in the hour in which cards are sent of themselves: the first for reminders, on a working day. */
export function isCardTime(agency: Agency, at: Instant): boolean {
  return isReminderTime(agency, at) && minuteOf(at) < agency.policy.from + CARD_MINUTES;
}

/** The moment itself when it is card time, else the next first minute of it. */
function nextCardTime(agency: Agency, at: Instant): Instant {
  const next = nextReminderTime(agency, at);
  return isCardTime(agency, next) ? next : nextReminderTime(agency, instantOf(addDays(dayOf(next), 1)));
}

function stays({ kind }: Matter): boolean {
  return !ONCE.has(kind);
}

export function toldToday(agency: Agency, member: string, now: Instant): boolean {
  const last = lastToldAt(agency, member);
  return last !== null && dayOf(last) >= dayOf(now);
}

/** The first working day of the week after the one he was last told in. */
function weeklyDay(agency: Agency, member: string, now: Instant): Day {
  const last = lastToldAt(agency, member);
  const monday = last === null ? mondayOf(dayOf(now)) : addDays(mondayOf(dayOf(last)), 7);
  return workingDayOnOrAfter(monday, daysOffOf(agency));
}

function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}
