/** What is typed in 1:1 about the office's year: holidays and calendar for its people to read, for the coordinator to set. */
import { type CalendarCommand, calendarCommand } from '../chat/calendar-phrases.ts';
import {
  askDate,
  askOitYear,
  sayCalendar,
  sayCalendarSame,
  sayMeetings,
  sayOitDue,
  sayYearOver,
} from '../chat/say-calendar.ts';
import { askHoliday } from '../chat/say-holidays.ts';
import { CALENDAR } from '../chat/words-calendar.ts';
import type { Plan } from '../domain/agency.ts';
import {
  addMonths,
  buddhistYearOf,
  type Day,
  dayOf,
  fiscalYearDays,
  fiscalYearOf,
  lastDayOf,
  monthsBetween,
} from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import { meetingOf } from '../domain/due.ts';
import { daysOffOf } from '../domain/holidays.ts';
import { meetingDays } from '../domain/meetings.ts';
import { holds } from '../domain/permission.ts';
import { refused } from './act.ts';
import { addHoliday, confirmHolidays, listHolidays, removeHoliday } from './act-holidays.ts';
import { actOnPolicy } from './act-policy.ts';
import { actor, type Response, say, sceneAfter, sceneNow, speaking, type Turn } from './response.ts';

/** What anyone of the office may ask: facts it publishes. */
const READ: ReadonlySet<CalendarCommand['do']> = new Set(['holidays', 'calendar']);
/** From others `เตือนก่อน 3 วัน` is about a reminder of their own. */
const OTHERWISE: ReadonlySet<CalendarCommand['do']> = new Set(['set-policy', 'policy-unclear']);

/** Null = it is no such phrase, or not for this person or chat: then it is understood as any other words. */
export async function actOnPhrase(turn: Turn, text: string): Promise<Response | null> {
  const { inbound } = turn;
  const member = speaking(turn);
  if (inbound.chat.kind !== 'user' || member === undefined) return null;
  const command = calendarCommand(text, dayOf(inbound.at));
  if (command === null) return null;
  if (READ.has(command.do) || holds(member, 'coordinator')) return act(turn, command);
  return OTHERWISE.has(command.do) ? null : refused(turn, { kind: 'not-permitted', who: ['coordinator'] });
}

async function act(turn: Turn, command: CalendarCommand): Promise<Response> {
  switch (command.do) {
    case 'policy':
    case 'set-policy':
    case 'reset-policy':
    case 'policy-unclear':
      return actOnPolicy(turn, command);
    case 'holidays':
      return listHolidays(turn, command.year);
    case 'add-holiday':
      return addHoliday(turn, command.day, command.name);
    case 'remove-holiday':
      return removeHoliday(turn, command.day);
    case 'confirm-holidays':
      return confirmHolidays(turn, command.year, command.confirmed);
    case 'calendar':
      return say(turn, sayCalendar(await sceneNow(turn)));
    case 'oit-due':
      return setOitDue(turn, command.date, command.year);
    case 'confirm-oit-due':
      return confirmOitDue(turn, command.year);
    case 'meeting':
      return setMeeting(turn, command.day);
    case 'meeting-day':
      return setMeetingDay(turn, command.date, command.year);
    case 'which-year':
      return say(turn, askDate(await sceneNow(turn), command.what, command.days, command.rest));
    case 'date-unclear':
      return say(turn, askDate(await sceneNow(turn), command.what));
    case 'name-unclear':
      return say(turn, askHoliday(await sceneNow(turn), { wrong: 'name' }));
  }
}

function plansOf({ held }: Turn): Plan[] {
  return Object.values(held.agency.plans).filter(({ state }) => state !== 'closed');
}

/** Of the plan in whose window the date can lie; where it can be two, it is asked. */
async function setOitDue(turn: Turn, date: Day, said: number | null): Promise<Response> {
  const fitting = plansOf(turn).filter(({ year }) => {
    const { start, end } = fiscalYearDays(year);
    return date >= start && date <= lastDayOf(addMonths(end.slice(0, 7), 3));
  });
  const [only, ...more] = fitting;
  if (said === null && only !== undefined && more.length > 0) {
    const years = fitting.map(({ year }) => year);
    return say(turn, askOitYear(await sceneNow(turn), years, date));
  }
  return keepOitDue(turn, said ?? only?.year ?? fiscalYearOf(date), date);
}

async function confirmOitDue(turn: Turn, said: number | null): Promise<Response> {
  const plans = plansOf(turn);
  const [only, ...more] = plans;
  if (said === null && only !== undefined && more.length > 0) {
    const years = plans.map(({ year }) => year);
    return say(turn, askOitYear(await sceneNow(turn), years, null));
  }
  const year = said ?? only?.year ?? fiscalYearOf(dayOf(turn.inbound.at));
  return keepOitDue(turn, year, turn.held.agency.plans[year]?.oitDue ?? fiscalYearDays(year).end);
}

async function keepOitDue(turn: Turn, year: number, date: Day): Promise<Response> {
  const { agency } = turn.held;
  const command = { type: 'set-oit-due', by: actor(turn), year, date, confirmed: true } as const;
  const decision = decide(agency, command, turn.world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const { events } = decision;
  if (events.length === 0) return say(turn, sayCalendarSame(await sceneNow(turn)));
  const before = agency.plans[year]?.oitDue ?? null;
  const messages = sayOitDue(await sceneAfter(turn, events), year, before);
  return { ...say(turn, messages), events, confirmation: CALENDAR.oitSet(year, date) };
}

async function setMeeting(turn: Turn, day: Day): Promise<Response> {
  const year = fiscalYearOf(day);
  const present = fiscalYearOf(dayOf(turn.inbound.at));
  if (Math.abs(year - present) > 1) return yearFar(turn, buddhistYearOf(day));
  return keepMeetings(turn, [day], meetingOf(turn.held.agency, day.slice(0, 7)));
}

/** From the present month to the end of the fiscal year: meetings that were stay as they are. */
async function setMeetingDay(turn: Turn, date: number, said: number | null): Promise<Response> {
  const today = dayOf(turn.inbound.at);
  const present = fiscalYearOf(today);
  const year = said ?? present;
  const { start, end } = fiscalYearDays(year);
  const first = start > today ? start : today;
  const months = monthsBetween(first.slice(0, 7), end.slice(0, 7));
  if (year > present + 1) return yearFar(turn, year);
  if (months.length === 0) return say(turn, sayYearOver(await sceneNow(turn), year));
  return keepMeetings(turn, meetingDays(months, date, daysOffOf(turn.held.agency)), null);
}

async function yearFar(turn: Turn, year: number): Promise<Response> {
  return say(turn, askHoliday(await sceneNow(turn), { wrong: 'year', year }));
}

async function keepMeetings(turn: Turn, days: readonly Day[], before: Day | null): Promise<Response> {
  const command = { type: 'set-meetings', by: actor(turn), days } as const;
  const decision = decide(turn.held.agency, command, turn.world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const { events } = decision;
  if (events.length === 0) return say(turn, sayCalendarSame(await sceneNow(turn)));
  const messages = sayMeetings(
    await sceneAfter(turn, events),
    days,
    days.includes(before ?? '') ? null : before,
  );
  return { ...say(turn, messages), events, confirmation: CALENDAR.meetingsSet(days) };
}
