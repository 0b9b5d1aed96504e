/**
 * What a snooze does to reminders: silence for one member about one item, until the first working morning of the day he
 * named or after it (he asked for none before). That morning he is reminded, whether or not a step falls on it; what fell
 * into the silence is not said again. Nobody else is silenced.
 */
import type { Agency } from './agency.ts';
import { dayOf, daysBetween, type Instant, instantOf, workingDayOnOrAfter } from './calendar.ts';
import { daysOffOf } from './holidays.ts';
import { firstMoment, latestMoment, MORNING, type Moment, type Watch } from './watch.ts';

/** When silence ends: by item, then by member. */
export function snoozesByItem(agency: Agency): ReadonlyMap<string, ReadonlyMap<string, Instant>> {
  const off = daysOffOf(agency);
  const asleep = new Map<string, Map<string, Instant>>();
  for (const { member, items, until } of agency.snoozes) {
    const waking = instantOf(workingDayOnOrAfter(until, off), MORNING);
    for (const item of items) asleep.set(item, (asleep.get(item) ?? new Map()).set(member, waking));
  }
  return asleep;
}

/** The last moment of `watch` after `from` up to `to` for somebody who snoozed its item until `waking`. */
export function momentAfter(
  waking: Instant,
  watch: Watch,
  watches: readonly Watch[],
  from: Instant,
  to: Instant,
): Moment | null {
  const wake = speaksAt(waking, watches).includes(watch) ? wakeMoment(waking, watch) : null;
  return latestMoment(watch, Math.max(from, waking - 1), to, from < waking ? wake : null);
}

/** The dues of an item that speak when silence ends: those whose steps have begun by then, else the nearest alone. */
function speaksAt(waking: Instant, watches: readonly Watch[]): readonly Watch[] {
  const current = watches.filter(({ until }) => dayOf(waking) < until);
  const begun = current.filter((watch) => {
    const first = firstMoment({ ...watch, opening: null }, 0);
    return first !== null && first <= waking;
  });
  if (begun.length > 0) return begun;
  const dates = current.map(({ line }) => line.date).sort();
  return current.filter(({ line }) => line.date === dates[0]).slice(0, 1);
}

function wakeMoment(waking: Instant, watch: Watch): Moment {
  return { at: waking, step: daysBetween(dayOf(waking), watch.line.date) };
}
