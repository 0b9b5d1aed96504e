/**
 * Which reminders fall due. Nothing is stored ahead: from the state, which knows on what day a due was last said to whom,
 * follows what is to be said now. So nothing is said twice, and what could not be said (no power, no quota, nobody within
 * reach) is said later, merged, once, whatever the clock does. When and of what is the office's policy (`policy.ts`).
 */
import { nextChangeOfActing } from './acting.ts';
import type { Agency, Item } from './agency.ts';
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  instantOf,
  isWorkingDay,
  minuteOf,
  workingDayOnOrAfter,
} from './calendar.ts';
import type { ReminderLine } from './event.ts';
import { untoldExtensions, type Wish, waiting } from './extension.ts';
import { daysOffOf } from './holidays.ts';
import { rungsOf } from './ladder.ts';
import { receiversOf } from './receivers.ts';
import { reminderKey, saidOn, wasReminded } from './said.ts';
import { momentAfter, type Wakings, wakingDays } from './snooze.ts';
import { latestMoment, type Moment, nextMomentDay, type Watch, watchedItems } from './watch.ts';

/** Everything one member is to be told now, in one message. */
export interface Reminder {
  readonly member: string;
  /** What he is reminded of, the most urgent first; may be empty when there are `extensions`. */
  readonly lines: readonly ReminderLine[];
  /** Requests for a later date that wait for him, and what became of his own (`untoldExtensions`). */
  readonly extensions: readonly Wish[];
}

/** True within the policy's hours (08:45 to 16:30) of a working day: nobody is reminded at another time. */
export function isReminderTime(agency: Agency, at: Instant): boolean {
  const minute = minuteOf(at);
  const { from, until } = agency.policy;
  return isWorkingDay(dayOf(at), daysOffOf(agency)) && minute >= from && minute < until;
}

/** The moment itself when it is reminder time, else the first of the next working day. */
export function nextReminderTime(agency: Agency, at: Instant): Instant {
  return isReminderTime(agency, at) ? at : nextMorning(agency, at);
}

/**
 * What to tell whom at `now`. Empty outside reminder time, and for whoever was reminded today. Items done, undated
 * or of a plan not open are silent; an item a member snoozed is silent for him until the day he named, and speaks to him
 * on that day. Of an item several divisions share each is reminded of its own part.
 */
export function dueReminders(agency: Agency, now: Instant): Reminder[] {
  if (!isReminderTime(agency, now)) return [];
  const today = dayOf(now);
  const lines = linesOn(agency, today);
  const news = untoldExtensions(agency);
  return [...new Set([...lines.keys(), ...news.keys()])]
    .filter((member) => !wasReminded(agency, member, today))
    .map((member) => ({
      member,
      lines: urgentFirst(lines.get(member) ?? [], now),
      extensions: news.get(member) ?? [],
    }));
}

/**
 * What a member will be told by the end of the day of `now` and was not yet, the most urgent first: it may ride on an
 * answer he gets anyway, at any hour. Empty when he was reminded today.
 */
export function pendingFor(agency: Agency, member: string, now: Instant): ReminderLine[] {
  const today = dayOf(now);
  if (wasReminded(agency, member, today)) return [];
  return urgentFirst(linesOn(agency, today).get(member) ?? [], now);
}

/**
 * The next moment after `now` at which `dueReminders` may have something to say, or null. What is owed already is looked
 * at again the next morning: now it was said, or could not be.
 */
export function nextReminderAt(agency: Agency, now: Instant): Instant | null {
  const at = nextMorning(agency, now);
  const day = dayOf(at);
  const wakings = wakingDays(agency);
  const coming: Day[] = [];
  for (const { item, watches } of watchedItems(agency)) {
    for (const watch of watches) {
      for (const [member] of owed(agency, item, watch, watches, wakings, day)) {
        if (!wasReminded(agency, member, day)) return at;
        coming.push(workingDayOnOrAfter(addDays(day, 1), watch.off));
      }
      coming.push(...speaksAfter(agency, item, watch, day));
    }
    for (const waking of wakings.get(item.id)?.values() ?? []) if (waking > day) coming.push(waking);
  }
  for (const member of untoldExtensions(agency).keys()) {
    if (!wasReminded(agency, member, day)) return at;
    coming.push(workingDayOnOrAfter(addDays(day, 1), daysOffOf(agency)));
  }
  // Who acts as head from a day on is told that day what waits, though nothing else comes; that very morning, too.
  const change =
    coming.length > 0 || waiting(agency).length > 0 ? nextChangeOfActing(agency, dayOf(now)) : null;
  if (change !== null) coming.push(workingDayOnOrAfter(change, daysOffOf(agency)));
  if (coming.length === 0) return null;
  return instantOf(
    coming.reduce((a, b) => (a < b ? a : b)),
    agency.policy.from,
  );
}

/** Days left until a line's date on the day of `now`; negative when past. */
export function daysLeft(line: { readonly date: Day }, now: Instant): number {
  return daysBetween(dayOf(now), line.date);
}

/** What is owed to whom by the end of a day, by member. */
function linesOn(agency: Agency, today: Day): Map<string, ReminderLine[]> {
  const lines = new Map<string, ReminderLine[]>();
  const wakings = wakingDays(agency);
  for (const { item, watches } of watchedItems(agency)) {
    for (const watch of watches) {
      for (const [member, line] of owed(agency, item, watch, watches, wakings, today)) {
        const mine = lines.get(member);
        if (mine === undefined) lines.set(member, [line]);
        else mine.push(line);
      }
    }
  }
  return lines;
}

function* owed(
  agency: Agency,
  item: Item,
  watch: Watch,
  watches: readonly Watch[],
  wakings: Wakings,
  today: Day,
): Generator<[member: string, line: ReminderLine]> {
  const snoozed = wakings.get(item.id);
  const late = watch.line.date < today;
  if (!late && snoozed === undefined && latestMoment(watch, today, null) === null) return;
  const receivers = receiversOf(agency, item, watch.division);
  // Most were told last on the same day.
  const since = new Map<Day | null, ReminderLine | null>();
  for (const { id } of receivers) {
    const last = saidOn(item, reminderKey({ member: id }, watch.line), today);
    const waking = snoozed?.get(id);
    if (waking !== undefined) {
      const line = lineAt(watch, momentAfter(waking, watch, watches, today, last));
      if (line !== null) yield [id, line];
      continue;
    }
    const known = since.get(last);
    const line = known === undefined ? lineAt(watch, latestMoment(watch, today, last)) : known;
    since.set(last, line);
    if (line !== null) yield [id, line];
  }
  for (const { level, day, step, to } of rungsOf(agency, item, watch, receivers, today)) {
    if (day <= today) for (const id of to) yield [id, { ...watch.line, step, level }];
  }
}

function lineAt({ line }: Watch, moment: Moment | null): ReminderLine | null {
  return moment === null ? null : { ...line, step: moment.step };
}

/** Days after `day` on which a due may have something new to say. */
function speaksAfter(agency: Agency, item: Item, watch: Watch, day: Day): Day[] {
  const moment = nextMomentDay(watch, day);
  const days = moment === null ? [] : [moment];
  // The ladder begins to count when a due becomes late.
  if (watch.lateFrom > day) return watch.lateFrom < watch.until ? [...days, watch.lateFrom] : days;
  const rungs = rungsOf(agency, item, watch, receiversOf(agency, item, watch.division), day);
  return [...days, ...rungs.filter((rung) => rung.day > day).map((rung) => rung.day)];
}

/** The next moment after `at` at which a working day's hours for reminders begin. */
function nextMorning(agency: Agency, at: Instant): Instant {
  const today = dayOf(at);
  const { from } = agency.policy;
  const day = minuteOf(at) < from ? today : addDays(today, 1);
  return instantOf(workingDayOnOrAfter(day, daysOffOf(agency)), from);
}

/** Overdue and escalated first, then today, then what comes soon, then what may begin; each by date. */
function urgentFirst(lines: readonly ReminderLine[], now: Instant): ReminderLine[] {
  const rank = (line: ReminderLine) => {
    const days = daysLeft(line, now);
    if (days <= 0) return days < 0 ? 0 : 1;
    return line.step === 'opening' ? 3 : 2;
  };
  return [...lines].sort((a, b) => rank(a) - rank(b) || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
