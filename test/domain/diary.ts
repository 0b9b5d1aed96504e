/** A diary of what a member is told, morning by morning: reminders as a story. */
import { agencyOn } from '../../src/domain/acting.ts';
import { emptyAgency } from '../../src/domain/agency.ts';
import { dayOf } from '../../src/domain/calendar.ts';
import type { ReminderLine } from '../../src/domain/event.ts';
import { evolveAll } from '../../src/domain/evolve.ts';
import type { Wish } from '../../src/domain/extension.ts';
import { afterSending } from '../../src/domain/forecast.ts';
import { dueReminders, nextReminderAt } from '../../src/domain/reminder.ts';
import {
  aStaffedOffice,
  bangkok,
  entriesOf,
  type Happening,
  planImported,
  planOpened,
} from '../support/an-agency.ts';

const MORNING = '08:45';

/** Everything a member is told while the office wakes each working morning of a span. */
export function diary(history: readonly Happening[], first: string, last: string, member = 'finance-staff') {
  return told(history, first, last)
    .filter((one) => one.member === member)
    .filter(({ lines }) => lines.length > 0)
    .map(({ day, lines }) => `${day} ${lines.map((line) => lineWords(line)).join(', ')}`);
}

export interface Said {
  readonly at: number;
  readonly day: string;
  readonly member: string;
  readonly lines: readonly ReminderLine[];
  readonly extensions: readonly Wish[];
}

/** As `diary`, of everybody. The office has woken every morning since the plan was opened. */
export function told(history: readonly Happening[], first: string, last: string): Said[] {
  const all = mornings(first < '2026-01-05' ? first : '2026-01-05', last);
  return live(history, all).said.filter(({ day }) => day >= first);
}

/** 08:45 of every day of a span, both ends included. */
export function mornings(first: string, last: string): number[] {
  const moments: number[] = [];
  for (let at = bangkok(`${first} ${MORNING}`); at <= bangkok(`${last} ${MORNING}`); at += 86_400_000)
    moments.push(at);
  return moments;
}

/** Wakes the office at these moments, in this order. */
export function live(history: readonly Happening[], moments: Iterable<number>) {
  const office = living(history);
  const said = [...moments].flatMap((at) => office.wake(at));
  return { said, agency: office.agency() };
}

/** Wakes it only when it must: when something happens, and at the moment it named the last time. */
export function liveWhenDue(history: readonly Happening[], first: number, last: number): Said[] {
  const office = living(history);
  const happenings = history.map(({ kept }) => kept);
  const said: Said[] = [];
  let at = first;
  for (let guard = 0; guard < 5_000; guard += 1) {
    said.push(...office.wake(at));
    const next = nextReminderAt(office.agency(), at) ?? last + 1;
    at = Math.min(next, ...happenings.filter((kept) => kept > at));
    if (at > last) return said;
  }
  throw new Error('5000 wake-ups: the next moment does not move forward.');
}

/** An office in which what is said is kept, as the sweep keeps it. Of its history, in its own order, has happened what is kept by then. */
export function living(history: readonly Happening[]) {
  const coming = [...history];
  let agency = emptyAgency('office');
  return {
    agency: () => agency,
    wake(at: number): Said[] {
      const later = coming.findIndex(({ kept }) => kept > at);
      const happened = coming.splice(0, later < 0 ? coming.length : later);
      agency = evolveAll(agency, entriesOf(happened, agency.version));
      const reminders = dueReminders(agencyOn(agency, dayOf(at)), at);
      agency = afterSending(agency, reminders, at);
      return reminders.map((reminder) => ({ at, day: dayOf(at), ...reminder }));
    },
  };
}

/** `m1 finish -7`; what a division is told of its part, and what is told up the ladder, says so. */
export function lineWords({ item, due, step, division, level }: ReminderLine): string {
  return [
    item,
    due,
    step,
    ...(division === undefined ? [] : [`of ${division}`]),
    ...(level === undefined ? [] : [`level ${level}`]),
  ].join(' ');
}

/** When the plan of these tales was opened. */
export const OPENED = bangkok('2026-01-05 10:00');

/** A staffed office with an open plan of these items. */
export function openPlanWith(...items: Happening[]): Happening[] {
  return [...aStaffedOffice(), planImported(), ...items, planOpened(2569, OPENED)];
}
