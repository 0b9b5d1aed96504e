/** `ita calendar`: the end of a year's OIT window, and the days of the monthly meeting. */
import type { Agency } from '../domain/agency.ts';
import {
  type Day,
  fiscalYearDays,
  isDay,
  isWorkingDay,
  type Month,
  monthsBetween,
} from '../domain/calendar.ts';
import type { Command as DomainCommand } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { meetingOf } from '../domain/due.ts';
import { daysOffOf } from '../domain/holidays.ts';
import { meetingDays } from '../domain/meetings.ts';
import { type Command, done, type Input, refused, WrongUse } from './command.ts';
import { withAgency } from './desk.ts';
import { yearMeant } from './plan-year.ts';
import { refusalWords } from './refusal-words.ts';

const OPTIONS = { agency: { type: 'string' }, year: { type: 'string' } } as const;

export const calendarShow: Command = {
  name: 'calendar show',
  summary:
    'Shows the ITA calendar of a fiscal year: the end of the OIT window, and the meeting of each month.',
  usage: '[--year 2569] [--agency ID]',
  words: 0,
  options: OPTIONS,
  async run(input, terminal) {
    return withAgency(input, terminal, (_desk, { agency }) => {
      const year = yearMeant(input, agency);
      const plan = agency.plans[year];
      return plan === undefined
        ? refused(refusalWords({ kind: 'no-such-plan', year }))
        : done(linesOf(agency, year), jsonOf(agency, year));
    });
  },
};

export const calendarSet: Command = {
  name: 'calendar set',
  summary: 'Sets the end of the OIT window and meeting days; what depends on them is reminded anew.',
  usage:
    '[--year 2569] [--oit-due 2026-04-30] [--confirmed] [--meeting 2026-02-25 …] [--meeting-day 25] [--agency ID]',
  words: 0,
  options: {
    ...OPTIONS,
    'oit-due': { type: 'string' },
    confirmed: { type: 'boolean' },
    meeting: { type: 'string', multiple: true },
    'meeting-day': { type: 'string' },
  },
  async run(input, terminal) {
    return withAgency(input, terminal, async (desk, { agency }) => {
      const year = yearMeant(input, agency);
      const commands = commandsOf(input, agency, year);
      // Looked at before any of them is kept: all of them, or none.
      for (const command of commands) {
        const decision = decide(agency, command, desk.world.clock.now());
        if (!decision.ok) return refused(refusalWords(decision.refusal));
      }
      let after = agency;
      for (const command of commands) {
        const kept = await desk.command(agency.id, command);
        if (!kept.ok) return refused(refusalWords(kept.refusal));
        after = kept.after.agency;
      }
      return done(linesOf(after, year), jsonOf(after, year));
    });
  },
};

function commandsOf(input: Input, agency: Agency, year: number): DomainCommand[] {
  const by = { kind: 'console' } as const;
  const [oitDue, confirmed] = [input.text('oit-due'), input.flag('confirmed')];
  const days = meetingsSaid(input, agency, year);
  if (oitDue === undefined && !confirmed && days.length === 0)
    throw new WrongUse('Say what to set: --oit-due, --confirmed, --meeting or --meeting-day.');
  if (oitDue !== undefined && !isDay(oitDue)) throw new WrongUse('--oit-due is a date such as 2026-04-30.');
  const date = oitDue ?? agency.plans[year]?.oitDue ?? '';
  const oit: DomainCommand = { type: 'set-oit-due', by, year, date, confirmed };
  return [
    ...(oitDue !== undefined || confirmed ? [oit] : []),
    ...(days.length > 0 ? [{ type: 'set-meetings', by, days } as const] : []),
  ];
}

/** The same date each month of the year, but for months of which a day was said. */
function meetingsSaid(input: Input, agency: Agency, year: number): Day[] {
  const said = input.list('meeting');
  const wrong = said.find((day) => !isDay(day));
  if (wrong !== undefined) throw new WrongUse(`--meeting is a date such as 2026-02-25; "${wrong}" is not.`);
  const every = input.text('meeting-day');
  if (every === undefined) return [...said];
  const date = Number(every);
  if (!Number.isInteger(date) || date < 1 || date > 31)
    throw new WrongUse('--meeting-day is a day of the month, 1 to 31.');
  const months = monthsOf(year).filter((month) => !said.some((day) => day.startsWith(month)));
  return [...meetingDays(months, date, daysOffOf(agency)), ...said].sort();
}

function monthsOf(year: number): Month[] {
  const { start, end } = fiscalYearDays(year);
  return monthsBetween(start.slice(0, 7), end.slice(0, 7));
}

function jsonOf(agency: Agency, year: number) {
  const { oitDue = null, oitDueConfirmed = false } = agency.plans[year] ?? {};
  const meetings = monthsOf(year).map((month) => ({
    day: meetingOf(agency, month),
    set: agency.meetings[month] !== undefined,
  }));
  return { agency: agency.id, year, oitDue, oitDueConfirmed, meetings };
}

function linesOf(agency: Agency, year: number): string[] {
  const { oitDue, oitDueConfirmed, meetings } = jsonOf(agency, year);
  const off = daysOffOf(agency);
  const confirmed = oitDueConfirmed ? 'confirmed' : 'expected; confirm it with "calendar set --confirmed"';
  return [
    `ITA calendar of fiscal year ${year}`,
    `OIT window ends  ${oitDue ?? '-'}  (${confirmed})`,
    ...meetings.map(({ day, set }) => {
      const closed = isWorkingDay(day, off) ? '' : '; a day off';
      return `meeting          ${day}  (${set ? `set${closed}` : 'not set: the last working day of the month'})`;
    }),
  ];
}
