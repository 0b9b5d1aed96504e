/** Which items a person most probably means when he names none. */
import type { Agency, Item } from './agency.ts';
import { dayOf, daysBetween, type Instant } from './calendar.ts';
import { finishDue } from './due.ts';
import { isPart } from './item.ts';
import { known } from './known.ts';
import { statusFor } from './part.ts';
import { divisionsOf, holds } from './permission.ts';
import { missingItems } from './progress.ts';

/** As many as a question can offer as buttons. */
const AT_MOST = 4;

/**
 * What the last reminder was about and is still not done: the last to this person or, in a group, to the group, whichever
 * came later. In the order of the reminder; empty = nobody was reminded, or all is done since.
 */
export function lastRemindedItems(agency: Agency, member: string | null, group: string | null): Item[] {
  const who = member === null ? undefined : known(agency.members, member);
  const heard = [group, member].flatMap((id) => (id === null ? [] : (known(agency.lastReminders, id) ?? [])));
  const last = heard.sort((a, b) => b.at - a.at)[0];
  return [...new Set(last?.items ?? [])]
    .flatMap((id) => known(agency.items, id) ?? [])
    .filter((item) => isPart(item) && agency.plans[item.year]?.state === 'open')
    .filter((item) => statusFor(item, who === undefined ? null : divisionsOf(who)) !== 'done');
}

/**
 * Up to four items for "which one?": what was last reminded to him or here, else what is unfinished in his own divisions
 * (a coordinator's are all; for anyone else in a division's group, the group's), the nearest to its finish due first.
 */
export function likelyItems(
  agency: Agency,
  member: string | null,
  group: string | null,
  now: Instant,
): Item[] {
  const reminded = lastRemindedItems(agency, member, group);
  const likely = reminded.length > 0 ? reminded : nearest(agency, ownItems(agency, member, group), now);
  return likely.slice(0, AT_MOST);
}

function ownItems(agency: Agency, member: string | null, group: string | null): Item[] {
  const who = member === null ? undefined : known(agency.members, member);
  if (who !== undefined && holds(who, 'coordinator')) return missingItems(agency);
  const own = who === undefined ? [] : divisionsOf(who);
  const here = group === null ? undefined : known(agency.groups, group)?.division;
  const codes = own.length > 0 || here === undefined ? own : [here];
  return missingItems(agency, codes);
}

/** By distance to the finish due, past or to come; of equals what is late first; what has no date last. */
function nearest(agency: Agency, items: readonly Item[], now: Instant): Item[] {
  const distance = (item: Item) => {
    const due = finishDue(agency, item);
    return due === null ? Number.MAX_SAFE_INTEGER : Math.abs(daysBetween(dayOf(now), due));
  };
  // `missingItems` has the earliest due first, and the sort is stable.
  return [...items].sort((a, b) => distance(a) - distance(b));
}
