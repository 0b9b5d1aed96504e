/** Divisions that let a date pass and say nothing: the coordinator sees them. */
import type { Agency, Item, Plan } from './agency.ts';
import { addWorkingDays, type Day, dayOf, type Instant, instantOf } from './calendar.ts';
import { type Due, duesOf } from './due.ts';
import { waitingFor } from './extension.ts';
import { daysOffOf } from './holidays.ts';
import { divisionsLeft, itemsOf, openPlans } from './item.ts';
import { saidOf } from './said.ts';

/** The นายก's level of the ladder. */
const TOP = 3;

/** What one division owes an answer for. */
export interface Silence {
  readonly division: string;
  /** Its items without an answer, the oldest date first. */
  readonly items: readonly Item[];
  /** The oldest of their dates. */
  readonly since: Day;
  /** The นายก was told of one of them. */
  readonly top: boolean;
}

/**
 * The divisions silent on the day of `now`, in the office's order. Silent = a date passed by more than the policy's first
 * grace (working days), and since then the division neither reported, nor asked for a later date, nor said within the
 * policy's pause that it has read it.
 */
export function silentDivisions(agency: Agency, now: Instant): readonly Silence[] {
  const today = dayOf(now);
  const before = known.get(agency);
  if (before?.today === today) return before.silent;
  const silent = silentOn(agency, today);
  known.set(agency, { today, silent });
  return silent;
}

/** Found last, by the agency as it was: every coordinator is told of the same. */
const known = new WeakMap<Agency, { readonly today: Day; readonly silent: readonly Silence[] }>();

function silentOn(agency: Agency, today: Day): Silence[] {
  const found = new Map<string, Unanswered[]>();
  for (const one of unanswered(agency)) {
    if (one.from > today) continue;
    const owed = found.get(one.division);
    if (owed === undefined) found.set(one.division, [one]);
    else owed.push(one);
  }
  return (agency.profile?.divisions ?? []).flatMap(({ code }) => {
    const owed = (found.get(code) ?? []).sort((a, b) => (a.due.date < b.due.date ? -1 : 1));
    const [oldest] = owed;
    if (oldest === undefined) return [];
    const items = [...new Set(owed.map(({ due }) => due.item))];
    return [
      { division: code, items, since: oldest.due.date, top: owed.some(({ due }) => toldTop(due, code)) },
    ];
  });
}

/** The first day after that of `now` on which one more division becomes silent if nothing happens; null = none does. */
export function nextSilence(agency: Agency, now: Instant): Day | null {
  const today = dayOf(now);
  const all = [...unanswered(agency)];
  const silent = new Set(all.filter(({ from }) => from <= today).map(({ division }) => division));
  const coming = all.filter(({ division }) => !silent.has(division)).map(({ from }) => from);
  return coming.reduce<Day | null>((next, day) => (next === null || day < next ? day : next), null);
}

interface Unanswered {
  readonly division: string;
  readonly due: Due;
  /** The day from which it is silence. */
  readonly from: Day;
}

function* unanswered(agency: Agency): Generator<Unanswered> {
  for (const plan of openPlans(agency)) {
    for (const item of itemsOf(agency, plan.year)) {
      const left = divisionsLeft(item);
      for (const due of duesOf(agency, item)) {
        const from = silentFrom(agency, plan, due);
        for (const division of left) {
          if (!answeredSince(agency, item, division, instantOf(due.date))) yield { division, due, from };
        }
      }
    }
  }
}

function answeredSince(agency: Agency, item: Item, division: string, since: Instant): boolean {
  const told = item.reports.some(
    ({ undone, from, at, divisions }) =>
      undone === null && from === undefined && at >= since && (divisions?.includes(division) ?? true),
  );
  return told || waitingFor(agency, item).length > 0;
}

/** Of a plan opened after the date the days count from then. */
function silentFrom(agency: Agency, { opened }: Plan, { item, date }: Due): Day {
  const off = daysOffOf(agency);
  const { grace, pause } = agency.policy;
  const begun = opened === null || dayOf(opened) < date ? date : dayOf(opened);
  const from = addWorkingDays(begun, grace[0] + 1, off);
  const read = Math.max(...Object.values(item.acknowledged), 0);
  if (read < instantOf(date)) return from;
  const paused = addWorkingDays(dayOf(read), pause + 1, off);
  return paused > from ? paused : from;
}

/** True when the นายก was told of this due: of the division's part, or of an item that was no other's. */
function toldTop({ item, kind, date }: Due, division: string): boolean {
  return saidOf(item).some(
    (said) =>
      said.level === TOP &&
      said.due === kind &&
      said.date === date &&
      (said.division === null || said.division === division),
  );
}
