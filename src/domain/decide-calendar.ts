/** What an office sets of its year: when it is reminded, its days off, the end of the OIT window, its meeting days. */
import type { Agency } from './agency.ts';
import {
  addMonths,
  buddhistYearOf,
  type Day,
  fiscalYearDays,
  isDay,
  lastDayOf,
  type Month,
} from './calendar.ts';
import type { Command } from './command.ts';
import { accept, coordinatorOnly, type Decision, refuse } from './decision.ts';
import type { Holiday } from './event.ts';
import { holiday } from './event-fields.ts';
import type { HolidayYear } from './holiday-year.ts';
import { holidaysOf } from './holidays.ts';
import { type Policy, policy as policyShape } from './policy.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** Steps are kept in one order, however they were said: farthest first before a date, nearest first after it. */
export function setPolicy(agency: Agency, { by, policy }: Of<'set-policy'>): Decision {
  const no = coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  const wrong = wrongOf(policy);
  if (wrong !== null) return refuse({ kind: 'policy-wrong', what: wrong });
  const wanted: Policy = {
    ...policy,
    before: [...policy.before].sort((a, b) => b - a),
    after: [...policy.after].sort((a, b) => a - b),
    report: [...policy.report].sort((a, b) => b - a),
  };
  return samePolicy(wanted, agency.policy) ? accept() : accept({ type: 'policy-set', v: 1, policy: wanted });
}

function samePolicy(a: Policy, b: Policy): boolean {
  return policyShape.keyof().options.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}

function wrongOf(policy: Policy): 'order' | 'hours' | 'nothing-left' | 'range' | null {
  if (!policyShape.safeParse(policy).success) return 'range';
  const { before, after, report, from, until } = policy;
  if ([before, after, report].some((steps) => new Set(steps).size < steps.length)) return 'order';
  if (from >= until) return 'hours';
  return before.length === 0 ? 'nothing-left' : null;
}

/** The whole list of a year, in the place of what it had. Days lie in the year, none of them twice. */
export function setHolidays(agency: Agency, command: Of<'set-holidays'>): Decision {
  const no = coordinatorOnly(agency, command.by);
  if (no !== null) return refuse(no);
  const { year, source, confirmed } = command;
  const days = [...command.days].sort((a, b) => (a.day < b.day ? -1 : 1));
  const wrong = days.find((one, at) => !isHolidayOf(year, one) || one.day === days[at - 1]?.day);
  if (wrong !== undefined) return refuse({ kind: 'holiday-wrong', day: wrong.day });
  const list = { year, source, confirmed, days };
  const present = holidaysOf(agency, year);
  return present !== null && sameList(list, present)
    ? accept()
    : accept({ type: 'holidays-set', v: 1, ...list });
}

function sameList(a: HolidayYear, b: HolidayYear): boolean {
  const written = ({ source, confirmed, days }: HolidayYear) =>
    JSON.stringify([source, confirmed, days.map(({ day, name, kind }) => [day, name, kind])]);
  return written(a) === written(b);
}

function isHolidayOf(year: number, one: Holiday): boolean {
  return holiday.safeParse(one).success && buddhistYearOf(one.day) === year;
}

const MONTHS_AFTER = 3;

/** Within the plan's fiscal year or the three months after it (about 30 April as a rule; the commission sets it each year). */
export function setOitDue(agency: Agency, { by, year, date, confirmed }: Of<'set-oit-due'>): Decision {
  const no = coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  const plan = agency.plans[year];
  if (plan === undefined) return refuse({ kind: 'no-such-plan', year });
  if (plan.state === 'closed') return refuse({ kind: 'plan-not-open', year, state: plan.state });
  const { start, end } = fiscalYearDays(year);
  const last = lastDayOf(addMonths(end.slice(0, 7), MONTHS_AFTER));
  if (!isDay(date) || date < start || date > last) return refuse({ kind: 'oit-due-wrong', year });
  if (plan.oitDue === date && plan.oitDueConfirmed === confirmed) return accept();
  return accept({ type: 'oit-due-set', v: 1, year, date, confirmed });
}

/** One meeting a month; only what changes is kept. */
export function setMeetings(agency: Agency, { by, days }: Of<'set-meetings'>): Decision {
  const no = coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  const months = new Set<Month>();
  for (const day of days) {
    const month = day.slice(0, 7);
    if (!isDay(day) || months.has(month)) return refuse({ kind: 'meetings-wrong', month });
    months.add(month);
  }
  const changed: Day[] = days.filter((day) => agency.meetings[day.slice(0, 7)] !== day).sort();
  return changed.length === 0 ? accept() : accept({ type: 'meetings-set', v: 1, days: changed });
}
