/** The ITA calendar of the office: the end of each plan's OIT window and the meetings to come. */
import type { Plan } from '../domain/agency.ts';
import { type Day, dayOf, fiscalYearDays, isWorkingDay, monthsBetween } from '../domain/calendar.ts';
import { daysOffOf } from '../domain/holidays.ts';
import { holds } from '../domain/permission.ts';
import { type Choice, quickReplies } from './buttons.ts';
import type { Dated } from './calendar-phrases.ts';
import type { Outgoing } from './outgoing.ts';
import { spoken } from './say-policy.ts';
import { placeOf, type Scene } from './scene.ts';
import { ASK_DATE, CALENDAR, CALENDAR_LABEL as LABEL, TYPED } from './words-calendar.ts';

/** Of every plan that is not closed. */
export function sayCalendar(scene: Scene): Outgoing[] {
  const { agency, member } = scene;
  const plans = Object.values(agency.plans).filter(({ state }) => state !== 'closed');
  const coordinates = member !== null && holds(member, 'coordinator');
  if (plans.length === 0) return [{ type: 'text', text: CALENDAR.none }];
  const change = coordinates ? [CALENDAR.change] : [];
  const text = [...plans.flatMap((plan) => linesOf(scene, plan)), ...change].join('\n');
  const unconfirmed = plans.filter(({ oitDueConfirmed }) => !oitDueConfirmed);
  const year = Number(dayOf(scene.now).slice(0, 4)) + 543;
  const choices = [
    ...(coordinates ? unconfirmed.map(confirmChoice(unconfirmed.length > 1)) : []),
    spoken(LABEL.holidays, TYPED.holidays(year)),
    ...(coordinates ? [spoken(LABEL.policy, TYPED.policy)] : []),
  ];
  return [{ type: 'text', text, quickReply: quickReplies(placeOf(scene), choices) }];
}

const confirmChoice =
  (several: boolean) =>
  ({ year }: Plan): Choice =>
    spoken(several ? LABEL.confirmOitOf(year) : LABEL.confirmOit, TYPED.confirmOit(year));

/** Meetings that were are history: only those to come are told. */
function linesOf({ agency, now }: Scene, { year, oitDue, oitDueConfirmed }: Plan): string[] {
  const today = dayOf(now);
  const { start, end } = fiscalYearDays(year);
  const months = monthsBetween(start.slice(0, 7), end.slice(0, 7));
  const meetings = months
    .flatMap((month) => agency.meetings[month] ?? [])
    .filter((day) => day >= today)
    .sort();
  return [
    CALENDAR.title(year),
    CALENDAR.oit(oitDue, oitDueConfirmed),
    CALENDAR.meetings(meetings),
    CALENDAR.otherMonths,
  ];
}

/** `before` = until when it was; null = only confirmed now. */
export function sayOitDue(scene: Scene, year: number, before: Day | null): Outgoing[] {
  const day = scene.agency.plans[year]?.oitDue;
  if (day === undefined) return [{ type: 'text', text: CALENDAR.none }];
  const choices = [
    ...(before === null || before === day ? [] : [spoken(LABEL.back, TYPED.oitDue(before, year))]),
    spoken(LABEL.calendar, TYPED.calendar),
  ];
  const text = CALENDAR.oitSet(year, day);
  return [{ type: 'text', text, quickReply: quickReplies(placeOf(scene), choices) }];
}

/** The meetings that are set now. `before` = when the only one of them was held until now; null = several, or new. */
export function sayMeetings(scene: Scene, days: readonly Day[], before: Day | null): Outgoing[] {
  const off = daysOffOf(scene.agency);
  const closed = days.filter((day) => !isWorkingDay(day, off));
  const choices = [
    ...(before === null ? [] : [spoken(LABEL.back, TYPED.meeting(before))]),
    spoken(LABEL.calendar, TYPED.calendar),
  ];
  const text = [CALENDAR.meetingsSet(days), ...(closed.length > 0 ? [CALENDAR.isOff(closed)] : [])].join(
    '\n',
  );
  return [{ type: 'text', text, quickReply: quickReplies(placeOf(scene), choices) }];
}

/** It was so already. */
export function sayCalendarSame(scene: Scene): Outgoing[] {
  const choices = [spoken(LABEL.calendar, TYPED.calendar)];
  return [{ type: 'text', text: CALENDAR.same, quickReply: quickReplies(placeOf(scene), choices) }];
}

/** A date without its year, or one that is not clear: nothing is kept. */
export function askDate(scene: Scene, what: Dated, days: readonly Day[] = [], rest = ''): Outgoing[] {
  if (days.length === 0) return [{ type: 'text', text: ASK_DATE.unclear[what] }];
  const choices = days.map((day) => spoken(LABEL.day(day), typedWith(what, day, rest)));
  return [{ type: 'text', text: ASK_DATE.year(days), quickReply: quickReplies(placeOf(scene), choices) }];
}

function typedWith(what: Dated, day: Day, rest: string): string {
  switch (what) {
    case 'add-holiday':
      return TYPED.add(day, rest);
    case 'remove-holiday':
      return TYPED.remove(day);
    case 'oit-due':
      return TYPED.oitDue(day);
    case 'meeting':
      return TYPED.meeting(day);
  }
}

/** Two plans it may be about. `date` = the day to set; null = what stands is to be confirmed. */
export function askOitYear(scene: Scene, years: readonly number[], date: Day | null): Outgoing[] {
  const choices = years.map((year) =>
    spoken(LABEL.year(year), date === null ? TYPED.confirmOit(year) : TYPED.oitDue(date, year)),
  );
  return [{ type: 'text', text: CALENDAR.whichPlan, quickReply: quickReplies(placeOf(scene), choices) }];
}

/** No month of the year is left to hold a meeting in. */
export function sayYearOver(_scene: Scene, year: number): Outgoing[] {
  return [{ type: 'text', text: CALENDAR.noMonthLeft(year) }];
}
