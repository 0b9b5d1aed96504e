/**
 * Who is told when nobody answers: the head of the division, then the ปลัด, then the นายก, each after so many working days
 * as the policy says, each once in a case. Nothing of it is kept but what was said to whom (`item.reminded`).
 */
import type { Agency, Item, Member } from './agency.ts';
import { addWorkingDays, type Day, dayOf, daysBetween } from './calendar.ts';
import { openExtensions, presentReport, presentReportIn } from './item.ts';
import { known } from './known.ts';
import { divisionsOf } from './permission.ts';
import { executives, holding, reachedOf } from './receivers.ts';
import { reminderKey, saidOn } from './said.ts';
import type { Watch } from './watch.ts';

export type Level = 1 | 2 | 3;

/** People to be told on a day, or as soon as possible after it. */
export interface Rung {
  readonly level: Level;
  readonly day: Day;
  /** Days to the date on that day: always negative. */
  readonly step: number;
  readonly to: readonly string[];
}

/**
 * The rungs of a due that are still to be told, up to the first that nobody was told of yet; `day` of the last may lie in
 * the future. A case begins on the first working day after the date, or with the division's last report if that came
 * later. Each level counts its grace from the one before: from the day that one was told or, where there is nobody to
 * tell, from the day it would have been. A level's time is held back once by `policy.pause` working days when somebody
 * read the reminder or wants a later date. Who is reminded anyway, or stood on a lower rung, is not told again. Of a
 * report only the head is told.
 */
export function rungsOf(
  agency: Agency,
  item: Item,
  watch: Watch,
  receivers: readonly Member[],
  today: Day,
): Rung[] {
  const { line, division, off } = watch;
  if (line.date >= today || today >= watch.until) return [];
  const { grace, pause } = agency.policy;
  const began = caseFrom(item, watch);
  const pausedOn = pauseOf(agency, item, division, began);
  const rungs: Rung[] = [];
  const heard = new Set(receivers.map(({ id }) => id));
  let base = began;
  let paused = pause === 0;
  for (const level of line.due === 'report' ? ([1] as const) : ([1, 2, 3] as const)) {
    const own = addWorkingDays(base, grace[level - 1] ?? 0, off);
    const later = addWorkingDays(own, pause, off);
    const holdsBack = !paused && pausedOn !== null && pausedOn >= base;
    const day = holdsBack ? later : own;
    const people = peopleAt(agency, level, division).filter(({ id }) => !heard.has(id));
    const untold: string[] = [];
    let told: Day | null = null;
    for (const { id } of people) {
      const on = toldIn(item, watch, id, level, began, today);
      if (on === null) untold.push(id);
      else if (told === null || on < told) told = on;
    }
    if (untold.length > 0) {
      rungs.push({ level, day, step: daysBetween(day, line.date), to: untold });
      if (told === null) break;
    }
    paused ||= told === null ? holdsBack : told >= later;
    base = told ?? day;
    for (const { id } of people) heard.add(id);
  }
  return rungs;
}

/** The last day that counts as an answer on the part, or the day it became late. */
function caseFrom(item: Item, { division, since, lateFrom }: Watch): Day {
  const shared = division !== null && item.divisions.length > 1;
  const last = shared ? presentReportIn(item, division) : presentReport(item);
  const told = last === null || last.from === 'document' ? '' : dayOf(last.at);
  return [since, lateFrom, told].sort().at(-1) ?? lateFrom;
}

/** The day the case was promised to be seen to, if it was; a wish for a later date counts until it is decided. */
function pauseOf(agency: Agency, item: Item, division: string | null, began: Day): Day | null {
  const read = Object.entries(item.acknowledged)
    .filter(([by, at]) => dayOf(at) >= began && speaksFor(agency, item, by, division))
    .map(([, at]) => dayOf(at));
  const waits = openExtensions(item).filter(({ by }) => speaksFor(agency, item, by, division));
  const days = [...read, ...waits.flatMap(({ at }) => [dayOf(at), began])];
  return days.sort().at(-1) ?? null;
}

/** What somebody of one owner says does not count for the others; what anyone else says counts for all. */
function speaksFor(agency: Agency, item: Item, id: string | null, division: string | null): boolean {
  const member = id === null ? undefined : known(agency.members, id);
  if (member === undefined || division === null) return true;
  const own = divisionsOf(member).filter((code) => item.divisions.includes(code));
  return own.length === 0 || own.includes(division);
}

function peopleAt(agency: Agency, level: Level, division: string | null): Member[] {
  if (level === 1) return division === null ? [] : reachedOf(agency, holding(agency, 'head', division));
  return reachedOf(agency, executives(agency, level === 2 ? ['palad', undefined] : ['nayok']));
}

/** The day somebody was told in this case, or null. */
function toldIn(item: Item, watch: Watch, id: string, level: Level, began: Day, today: Day): Day | null {
  const day = saidOn(item, reminderKey({ member: id }, { ...watch.line, level }), today);
  return day !== null && day >= began ? day : null;
}
