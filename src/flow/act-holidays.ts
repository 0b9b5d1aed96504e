/** The office's holidays: anyone of it reads them in 1:1, the coordinator changes them. */
import {
  askHoliday,
  type HolidayChange,
  sayHolidayChanged,
  sayHolidaySame,
  sayHolidays,
} from '../chat/say-holidays.ts';
import { HOLIDAYS, KIND_NAMED } from '../chat/words-calendar.ts';
import { buddhistYearOf, type Day, dayOf } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import type { Holiday } from '../domain/event.ts';
import type { HolidayYear } from '../domain/holiday-year.ts';
import { holidaysOf, shippedHolidays } from '../domain/holidays.ts';
import { proposedHolidays } from '../domain/proposed-holidays.ts';
import { refused } from './act.ts';
import { actor, type Response, say, sceneAfter, sceneNow, type Turn } from './response.ts';

export async function listHolidays(turn: Turn, year: number | null): Promise<Response> {
  const present = buddhistYearOf(dayOf(turn.inbound.at));
  return say(turn, sayHolidays(await sceneNow(turn), year ?? present));
}

export async function addHoliday(turn: Turn, day: Day, name: string): Promise<Response> {
  const year = buddhistYearOf(day);
  const list = listFor(turn, year);
  if (list === null) return unknownYear(turn, year);
  const present = list.days.find((one) => one.day === day);
  if (present !== undefined) return say(turn, sayHolidaySame(await sceneNow(turn), day, present));
  const added: Holiday = { day, name, kind: kindOf(day, name) };
  return set(turn, { ...list, days: [...list.days, added] }, { what: 'added', day: added });
}

export async function removeHoliday(turn: Turn, day: Day): Promise<Response> {
  const year = buddhistYearOf(day);
  const list = listFor(turn, year);
  if (list === null) return unknownYear(turn, year);
  const removed = list.days.find((one) => one.day === day);
  if (removed === undefined) return say(turn, sayHolidaySame(await sceneNow(turn), day, null));
  const days = list.days.filter((one) => one !== removed);
  return set(turn, { ...list, days }, { what: 'removed', day: removed });
}

export async function confirmHolidays(turn: Turn, year: number, confirmed: boolean): Promise<Response> {
  const list = listFor(turn, year);
  if (list === null) return unknownYear(turn, year);
  const change = { what: confirmed ? 'confirmed' : 'unconfirmed', year } as const;
  if (list.confirmed === confirmed && holidaysOf(turn.held.agency, year) !== null)
    return set(turn, list, change);
  const first = shippedHolidays(year) ?? proposedHolidays(year) ?? list;
  const source = confirmed ? HOLIDAYS.vouched(dayOf(turn.inbound.at)) : first.source;
  return set(turn, { ...list, source, confirmed }, change);
}

async function set(turn: Turn, list: HolidayYear, change: HolidayChange): Promise<Response> {
  const command = { type: 'set-holidays', by: actor(turn), ...list } as const;
  const decision = decide(turn.held.agency, command, turn.world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const { events } = decision;
  const messages = sayHolidayChanged(await sceneAfter(turn, events), change);
  const kept = events.length === 0 ? {} : { confirmation: confirmationOf(change) };
  return { ...say(turn, messages), events, ...kept };
}

function confirmationOf(change: HolidayChange): string {
  if ('day' in change) return HOLIDAYS[change.what](change.day);
  return change.what === 'confirmed'
    ? HOLIDAYS.isConfirmed(change.year)
    : HOLIDAYS.isUnconfirmed(change.year);
}

/** What is changed: the year's list, else what the rule proposes; null for a year that nobody plans yet, or any more. */
function listFor({ held, inbound }: Turn, year: number): HolidayYear | null {
  const present = buddhistYearOf(dayOf(inbound.at));
  if (year < present - 1 || year > present + 2) return null;
  return holidaysOf(held.agency, year) ?? proposedHolidays(year);
}

async function unknownYear(turn: Turn, year: number): Promise<Response> {
  return say(turn, askHoliday(await sceneNow(turn), { wrong: 'year', year }));
}

/** A day that was taken out comes back as what it was; another is what its name says. */
function kindOf(day: Day, name: string): Holiday['kind'] {
  const year = buddhistYearOf(day);
  const known = [...(shippedHolidays(year)?.days ?? []), ...(proposedHolidays(year)?.days ?? [])];
  const was = known.find((one) => one.day === day && one.name === name)?.kind;
  return was ?? KIND_NAMED.find(([named]) => named.test(name))?.[1] ?? 'local';
}
