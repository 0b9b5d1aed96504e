/** `ita holidays`: the days the office is closed, by Buddhist calendar year. */
import type { Agency } from '../domain/agency.ts';
import { buddhistYearOf, dayOf, isDay, isWorkingDay, weekdayOf } from '../domain/calendar.ts';
import { holiday } from '../domain/event-fields.ts';
import type { HolidayYear } from '../domain/holiday-year.ts';
import { holidaysOf } from '../domain/holidays.ts';
import { proposedHolidays } from '../domain/proposed-holidays.ts';
import {
  type Command,
  done,
  type Input,
  needed,
  neededFile,
  type Outcome,
  refused,
  type Terminal,
  WrongUse,
} from './command.ts';
import { type Desk, withAgency } from './desk.ts';
import { readHolidays } from './holiday-file.ts';
import { asYear, yearWritten } from './plan-year.ts';
import { refusalWords } from './refusal-words.ts';

const KINDS = holiday.shape.kind.options;
const AGENCY = { agency: { type: 'string' } } as const;
const YEAR = { ...AGENCY, year: { type: 'string' } } as const;

export const holidaysList: Command = {
  name: 'holidays list',
  summary: 'Lists the government holidays of a year, and whether somebody vouches for them.',
  usage: '[--year 2569] [--agency ID]',
  words: 0,
  options: YEAR,
  run: (input, terminal) =>
    withAgency(input, terminal, async (desk, { agency }) => {
      const year = yearWritten(input) ?? buddhistYearOf(dayOf(desk.world.clock.now()));
      const list = holidaysOf(agency, year);
      if (list === null) return refused(noList(year));
      return done(linesOf(list), { agency: agency.id, ...list, own: agency.holidays[year] !== undefined });
    }),
};

export const holidaysPropose: Command = {
  name: 'holidays propose',
  summary: 'Prints a list of a year by rule, to be edited and held against the announcement; keeps nothing.',
  usage: '--year 2571',
  words: 0,
  options: { year: { type: 'string' } },
  async run(input) {
    const year = asYear(needed(input, 'year'), '--year');
    const proposal = proposedHolidays(year);
    if (proposal === null)
      return refused(`The lunar days of ${year} are not known here: take the list from the announcement.`);
    return done([JSON.stringify(proposal, null, 2)], proposal);
  },
};

export const holidaysSet: Command = {
  name: 'holidays set',
  summary: 'Takes a year’s list from a file: JSON as "propose" prints it, or csv with date, name, kind.',
  usage: 'FILE [--year 2570 --source TEXT] [--confirmed] [--agency ID]',
  words: 1,
  options: { ...YEAR, source: { type: 'string' }, confirmed: { type: 'boolean' } },
  run: (input, terminal) => {
    const read = readHolidays(neededFile(input, 'The file'), input.text('source'), yearWritten(input));
    const list = { ...read, confirmed: read.confirmed || input.flag('confirmed') };
    return withAgency(input, terminal, (desk, { agency }) => keep(desk, agency, list));
  },
};

export const holidaysAdd: Command = {
  name: 'holidays add',
  summary: 'Adds a day to its year’s list, such as a local one, or one the Cabinet gives.',
  usage: `--day 2026-04-16 --name NAME [--kind ${KINDS.join('|')}] [--agency ID]`,
  words: 0,
  options: { ...AGENCY, day: { type: 'string' }, name: { type: 'string' }, kind: { type: 'string' } },
  run: (input, terminal) => {
    const read = holiday.safeParse({
      day: dayNeeded(input),
      name: needed(input, 'name'),
      kind: input.text('kind') ?? 'local',
    });
    if (!read.success) throw new WrongUse(`--kind is one of ${KINDS.join(', ')}; a name has 200 letters.`);
    const one = read.data;
    return withList(input, terminal, one.day, (desk, agency, list) =>
      keep(desk, agency, { ...list, days: [...list.days.filter(({ day }) => day !== one.day), one] }),
    );
  },
};

export const holidaysRemove: Command = {
  name: 'holidays remove',
  summary: 'Takes a day out of its year’s list: from then on it is a working day, unless it is a weekend.',
  usage: '--day 2026-04-16 [--agency ID]',
  words: 0,
  options: { ...AGENCY, day: { type: 'string' } },
  run: (input, terminal) => {
    const gone = dayNeeded(input);
    return withList(input, terminal, gone, async (desk, agency, list) => {
      const days = list.days.filter(({ day }) => day !== gone);
      return days.length === list.days.length
        ? refused(`${gone} does not stand in the list of ${list.year}.`)
        : keep(desk, agency, { ...list, days });
    });
  },
};

export const holidaysConfirm: Command = {
  name: 'holidays confirm',
  summary: 'Says that a year’s list was held against the announcement and is right.',
  usage: '--year 2570 [--source TEXT] [--agency ID]',
  words: 0,
  options: { ...YEAR, source: { type: 'string' } },
  run: (input, terminal) => {
    const year = asYear(needed(input, 'year'), '--year');
    return withAgency(input, terminal, async (desk, { agency }) => {
      const list = holidaysOf(agency, year);
      if (list === null) return refused(noList(year));
      const source = input.text('source') ?? list.source;
      return keep(desk, agency, { ...list, source, confirmed: true });
    });
  },
};

/** Acts on the list of the day's year. */
function withList(
  input: Input,
  terminal: Terminal,
  day: string,
  act: (desk: Desk, agency: Agency, list: HolidayYear) => Promise<Outcome>,
): Promise<Outcome> {
  const year = buddhistYearOf(day);
  return withAgency(input, terminal, async (desk, { agency }) => {
    const list = holidaysOf(agency, year);
    return list === null ? refused(noList(year)) : act(desk, agency, list);
  });
}

async function keep(desk: Desk, { id }: Agency, list: HolidayYear): Promise<Outcome> {
  const kept = await desk.command(id, { type: 'set-holidays', by: { kind: 'console' }, ...list });
  if (!kept.ok) return refused(refusalWords(kept.refusal));
  const now = holidaysOf(kept.after.agency, list.year) ?? list;
  const own = kept.after.agency.holidays[list.year] !== undefined;
  return done(linesOf(now), { agency: id, ...now, own });
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function linesOf({ year, source, confirmed, days }: HolidayYear): string[] {
  const closed = days.filter(({ day }) => isWorkingDay(day, new Set())).length;
  return [
    `Government holidays of ${year} (${year - 543}): ${days.length} days, ${closed} of them from Monday to Friday.`,
    confirmed
      ? 'Confirmed.'
      : `Not confirmed: hold it against the announcement, then "holidays confirm --year ${year}".`,
    `Source: ${source}`,
    ...days.map(({ day, name, kind }) => `${day} ${WEEKDAYS[weekdayOf(day)]}  ${name}  (${kind})`),
  ];
}

function noList(year: number): string {
  return `There is no list of ${year} yet: "holidays propose --year ${year}" makes one to start from, "holidays set" keeps it.`;
}

function dayNeeded(input: Input): string {
  const day = needed(input, 'day');
  if (!isDay(day)) throw new WrongUse('--day is a date such as 2026-04-16.');
  return day;
}
