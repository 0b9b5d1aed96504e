/** What was promised beside what arrived: was every reminder at its person, in time, and once? */
import type { Agency } from '../../domain/agency.ts';
import {
  addWorkingDays,
  type Day,
  type DaysOff,
  dayOf,
  instantOf,
  isWorkingDay,
  workingDayOnOrAfter,
} from '../../domain/calendar.ts';
import type { ReminderLine } from '../../domain/event.ts';
import { daysOffOf } from '../../domain/holidays.ts';
import type { Facts, Said } from './facts.ts';
import type { Span, YearPlayed } from './play.ts';
import {
  answeredBy,
  concerned,
  type PromisedDay,
  type PromisedDue,
  promisedOf,
  urgency,
} from './promised.ts';

/** One reminder promised to one person, and what became of it. */
export interface Judged {
  readonly due: PromisedDue;
  readonly member: string;
  readonly day: Day;
  readonly urgency: number;
  /** `over`: answered before it had to be said. Only those kept or late arrived. */
  readonly became: 'kept' | 'late' | 'never' | 'over';
  /** Working days from its day to the one it arrived on, those without power not counted; null = it did not. */
  readonly delay: number | null;
}

export interface Judgement {
  readonly promised: readonly Judged[];
  /** The same line (person, item, part, due, date, step, level) said again, or twice on one day. */
  readonly twice: readonly Said[];
  /** Lines for which nothing was promised since the last one. */
  readonly unasked: readonly Said[];
  /** Second and later reminders of one person on one day. */
  readonly crowded: number;
  /** Reminders that waited while a message that held nothing so urgent was pushed to somebody. */
  readonly outranked: readonly Judged[];
}

/** One working day late is still in time. */
const GRACE_DAYS = 1;

export function judge(played: YearPlayed, last: Day): Judgement {
  const { agency, facts, outages } = played;
  const silences = silencesOf(played);
  const said = new Map<string, Day[]>();
  for (const one of facts.said) {
    if (one.line.level !== undefined) continue;
    const key = keyOf(one.member, one.line);
    const days = said.get(key);
    if (days === undefined) said.set(key, [dayOf(one.at)]);
    else days.push(dayOf(one.at));
  }
  const off = daysOffOf(agency);
  const promises = promisedOf(agency, played.year, last);
  const promised = promises.flatMap((due) =>
    concerned(agency, due).flatMap((member) =>
      due.days.flatMap((day): Judged[] => {
        const heard = said.get(keyOf(member, lineOf(due))) ?? [];
        const one = verdict(agency, due, member, day, heard, { outages, silences, off, last });
        return one === null ? [] : [one];
      }),
    ),
  );
  return {
    promised,
    twice: twiceIn(facts),
    unasked: unaskedIn(played, promises, silences),
    crowded: crowdedIn(facts),
    outranked: promised.filter((one) => isOutranked(one, facts)),
  };
}

/** True for what was held back: it waited a working day or more, or was never said. */
export function waited({ became, delay }: Judged): boolean {
  return became === 'late' || became === 'never' || (delay ?? 0) > 0;
}

function isOutranked(one: Judged, { messages, said }: Facts): boolean {
  if (!waited(one)) return false;
  const { due, day, member } = one;
  const key = keyOf(member, lineOf(due));
  const came = said.find(({ at, member: who, line }) => dayOf(at) >= day && keyOf(who, line) === key);
  return messages.some(({ at, free, lines }) => {
    const on = dayOf(at);
    if (free || on < day || (came !== undefined && on >= dayOf(came.at))) return false;
    const waits = urgency(due, { day: on, opening: false });
    return Math.min(...lines.map((line) => urgencyOf(line, on))) > waits;
  });
}

function urgencyOf(line: ReminderLine, day: Day): number {
  return line.level !== undefined ? 1 : urgency(line, { day, opening: line.step === 'opening' });
}

interface Circumstances {
  readonly outages: readonly Span[];
  readonly silences: Silences;
  readonly off: DaysOff;
  readonly last: Day;
}

/** Null = it was not to be said: answered before the day, or put off by who would have heard it. */
function verdict(
  agency: Agency,
  due: PromisedDue,
  member: string,
  promisedDay: PromisedDay,
  heard: readonly Day[],
  { outages, silences, off, last }: Circumstances,
): Judged | null {
  const { day } = promisedDay;
  const morning = instantOf(day, agency.policy.from);
  const [began, by] = inPower(day, outages, off);
  if (by > last) return null;
  const silent = silences.get(`${member} ${due.item.id}`) ?? [];
  if (answeredBy(due, morning) || silent.some(({ from, until }) => from <= day && day < until)) return null;
  const judged = { due, member, day, urgency: urgency(due, promisedDay) };
  const arrived = heard.filter((on) => on >= day).sort()[0];
  if (arrived !== undefined && arrived <= by)
    return { ...judged, became: 'kept', delay: between(began, arrived, off) };
  const end = instantOf(by, 24 * 60);
  const putOff = silent.some(({ from, until }) => from <= by && by < until);
  if (answeredBy(due, end) || putOff || movedOn(due, day, by))
    return { ...judged, became: 'over', delay: null };
  if (arrived === undefined || spokenFor(due, day, arrived))
    return { ...judged, became: 'never', delay: null };
  return { ...judged, became: 'late', delay: between(began, arrived, off) };
}

/** The date was moved before the reminder had to be there. */
function movedOn({ item, date }: PromisedDue, from: Day, by: Day): boolean {
  return item.extensions.some(({ decided, until }) => {
    const on = decided?.granted === true ? dayOf(decided.at) : null;
    return on !== null && on >= from && on <= by && until !== date;
  });
}

/** A later day of the same due came first: this one was never said, the next one said more. */
function spokenFor({ days }: PromisedDue, day: Day, arrived: Day): boolean {
  return days.some((other) => other.day > day && other.day <= arrived);
}

/** The day it could be said on, and the last on which it is in time: after a power cut the first days with power. */
function inPower(day: Day, outages: readonly Span[], off: DaysOff): [began: Day, by: Day] {
  const cut = outages.find(({ from, until }) => from <= addWorkingDays(day, GRACE_DAYS, off) && day <= until);
  const began = cut === undefined || day < cut.from ? day : workingDayOnOrAfter(cut.until, off);
  const late = cut === undefined ? began : workingDayOnOrAfter(cut.until > began ? cut.until : began, off);
  return [began, addWorkingDays(late, GRACE_DAYS, off)];
}

function between(from: Day, to: Day, off: DaysOff): number {
  let days = 0;
  for (let day = from; day < to; day = addWorkingDays(day, 1, off)) days += isWorkingDay(day, off) ? 1 : 0;
  return days;
}

function lineOf({
  item,
  due,
  date,
  division,
}: PromisedDue): Pick<ReminderLine, 'item' | 'due' | 'date' | 'division'> {
  const part = item.divisions.length > 1 && division !== null ? { division } : {};
  return { item: item.id, due, date, ...part };
}

function keyOf(
  member: string,
  line: Pick<ReminderLine, 'item' | 'due' | 'date' | 'division' | 'level'>,
): string {
  return [member, line.item, line.due, line.date, line.division ?? '', line.level ?? 0].join(' ');
}

type Silences = ReadonlyMap<string, readonly { readonly from: Day; readonly until: Day }[]>;

/** When somebody wanted no reminder of an item, by `member item`; `until` is the working day on which he wants one. */
function silencesOf({ entries, agency }: YearPlayed): Silences {
  const found = new Map<string, { from: Day; until: Day }[]>();
  for (const { event, kept } of entries) {
    if (event.type !== 'reminder-snoozed') continue;
    const until = workingDayOnOrAfter(event.until, daysOffOf(agency));
    for (const item of event.items) {
      const key = `${event.member} ${item}`;
      const before = found.get(key) ?? [];
      // A new wish takes the place of the old one.
      const ended = before.map((one) => ({
        ...one,
        until: one.until < dayOf(kept) ? one.until : dayOf(kept),
      }));
      found.set(key, [...ended, { from: dayOf(kept), until }]);
    }
  }
  return found;
}

function twiceIn({ said }: Facts): Said[] {
  const seen = new Set<string>();
  return said.filter(({ at, member, line }) => {
    const key = keyOf(member, line);
    const keys = [`${key} step ${line.step}`, `${key} on ${dayOf(at)}`];
    const again = keys.some((one) => seen.has(one));
    for (const one of keys) seen.add(one);
    return again;
  });
}

function unaskedIn({ facts }: YearPlayed, promises: readonly PromisedDue[], silences: Silences): Said[] {
  const days = new Map<string, readonly PromisedDay[]>();
  for (const due of promises) days.set(keyOf('', lineOf(due)), due.days);
  const before = new Map<string, Day>();
  return facts.said.filter(({ at, member, line }) => {
    if (line.level !== undefined) return false;
    const today = dayOf(at);
    const key = keyOf(member, line);
    const last = before.get(key) ?? '';
    before.set(key, today);
    const fresh = (day: Day) => day > last && day <= today;
    const wakes = silences.get(`${member} ${line.item}`)?.some(({ until }) => fresh(until)) === true;
    return !wakes && days.get(keyOf('', line))?.some(({ day }) => fresh(day)) !== true;
  });
}

function crowdedIn({ messages }: Facts): number {
  const seen = new Set<string>();
  let more = 0;
  for (const { at, member } of messages) {
    const key = `${member} ${dayOf(at)}`;
    if (seen.has(key)) more += 1;
    seen.add(key);
  }
  return more;
}
