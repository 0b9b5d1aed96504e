/**
 * What a snooze does to reminders: silence for one member about one item, until the first working morning of the day he
 * named or after it (he asked for none before). That morning he is reminded, whether or not a step falls on it; what fell
 * into the silence is not said again. Nobody else is silenced, and the ladder climbs on.
 */
import type { Agency, Item } from './agency.ts';
import { type Day, dayOf, daysBetween, type Instant, workingDayOnOrAfter } from './calendar.ts';
import { daysOffOf } from './holidays.ts';
import { latestMoment, type Moment, type Watch } from './watch.ts';

/** The day silence ends: by item, then by member. */
export type Wakings = ReadonlyMap<string, ReadonlyMap<string, Day>>;

export function wakingDays(agency: Agency): Wakings {
  const off = daysOffOf(agency);
  const asleep = new Map<string, Map<string, Day>>();
  for (const { member, items, until } of agency.snoozes) {
    const waking = workingDayOnOrAfter(until, off);
    for (const item of items) asleep.set(item, (asleep.get(item) ?? new Map()).set(member, waking));
  }
  return asleep;
}

/** Who wants no reminder of the item at `now`, and until which day: shown to those who answer for him. */
export function snoozesOf(
  agency: Agency,
  item: Item,
  now: Instant,
): { readonly member: string; readonly until: Day }[] {
  const today = dayOf(now);
  return agency.snoozes
    .filter(({ items, until }) => items.includes(item.id) && until > today)
    .map(({ member, until }) => ({ member, until }));
}

/** What `latestMoment` gives for somebody who snoozed the item until `waking`. */
export function momentAfter(
  waking: Day,
  watch: Watch,
  watches: readonly Watch[],
  today: Day,
  last: Day | null,
): Moment | null {
  if (today < waking) return null;
  const step = latestMoment(watch, today, last, waking);
  const wakes = (last === null || waking > last) && speaksAt(waking, watches, watch.division).includes(watch);
  if (step !== null || !wakes || today >= watch.until) return step;
  return { day: waking, step: daysBetween(waking, watch.line.date) };
}

/** The dues of a part that speak when silence ends: those whose steps have begun by then, else the nearest alone. */
function speaksAt(waking: Day, watches: readonly Watch[], division: string | null): readonly Watch[] {
  const current = watches.filter((watch) => watch.division === division && waking < watch.until);
  const begun = current.filter(({ moments, weekly }) => {
    const first = moments.find(({ step }) => step !== 'opening');
    return (first?.day ?? weekly) <= waking;
  });
  if (begun.length > 0) return begun;
  const dates = current.map(({ line }) => line.date).sort();
  return current.filter(({ line }) => line.date === dates[0]).slice(0, 1);
}
