/** A year whose O-item list is not established yet may take over an older one, marked as provisional wherever it shows. */
import type { Agency, Item, ItemFacts, Plan } from './agency.ts';
import { itemOfList, listOf } from './catalogue.ts';
import { isPart } from './item.ts';
import { sameWords } from './wording.ts';

/** True when the plan's O-items come from another year's list: every answer about them says so. */
export function isProvisional(plan: Plan): boolean {
  return plan.catalogue !== null && plan.catalogue !== plan.year;
}

/**
 * The O-items that `adopt-list` gives the plan of `year`: those of the list of `from`. Owners are taken from the newest
 * other plan with that list whose O-item has the same title (under the same number first); an item that none has, or
 * whose owner is gone, is nobody's: the coordinator's. One of an earlier year is carried on (`lastYears`). Empty when no list is established for `from`.
 */
export function provisionalItems(
  agency: Agency,
  year: number,
  from: number,
  newId: () => string,
): ItemFacts[] {
  const divisions = new Set(agency.profile?.divisions.map(({ code }) => code));
  const older = olderItems(agency, year, from);
  return (listOf(agency, from)?.items ?? []).map((entry) => {
    const alike = older.filter(({ title }) => sameWords(title, entry.name));
    const before = alike.find(({ number }) => number === entry.no) ?? alike[0];
    const owners = (before?.divisions ?? []).filter((code) => divisions.has(code));
    const item = itemOfList(entry, { id: newId(), year, divisions: owners });
    return before !== undefined && before.year < year ? { ...item, from: before.id } : item;
  });
}

/** O-items of other plans with the list, the newest plan's first. */
function olderItems(agency: Agency, year: number, list: number): Item[] {
  return Object.values(agency.items)
    .filter((item) => isPart(item) && item.kind === 'oit' && item.year !== year)
    .filter((item) => agency.plans[item.year]?.catalogue === list)
    .sort((a, b) => b.year - a.year || a.number - b.number);
}
