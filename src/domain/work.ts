/** What a person sees to: what would be nobody's, or somebody else's, if he were gone. */
import type { Agency, Item } from './agency.ts';
import { itemsOf, openPlans, statusOf } from './item.ts';
import { known } from './known.ts';
import { receiversOf } from './receivers.ts';

/** The part of a person's work that lies in one division. */
export interface DivisionWork {
  readonly division: string;
  /** The division chose him to be reminded; else it chose nobody, and there is nobody but him. */
  readonly chosen: boolean;
  /** Unfinished items of the division of which only he is reminded, none of them given to anybody by name. */
  readonly items: readonly Item[];
}

export interface Work {
  /** Unfinished items of open plans that name him as their person or deputy. */
  readonly named: readonly Item[];
  readonly divisions: readonly DivisionWork[];
  /** Members whose deputy he is. */
  readonly deputyOf: readonly string[];
}

/** What the member sees to as things stand, whether LINE reaches him or not. */
export function workOf(agency: Agency, id: string): Work {
  const member = known(agency.members, id);
  if (member === undefined) return { named: [], divisions: [], deputyOf: [] };
  const seen = { ...agency, members: { ...agency.members, [id]: { ...member, reachable: true } } };
  const open = openPlans(agency)
    .flatMap(({ year }) => itemsOf(agency, year))
    .filter((item) => statusOf(item) !== 'done');
  const codes = agency.profile?.divisions.map(({ code }) => code) ?? [];
  return {
    named: open.filter(({ person, deputy }) => person === id || deputy === id),
    divisions: codes.flatMap((division) => {
      const chosen = agency.receivers[division]?.includes(id) ?? false;
      const items = open.filter(
        (item) =>
          item.divisions.includes(division) && item.person === null && isAlone(seen, item, division, id),
      );
      return chosen || items.length > 0 ? [{ division, chosen, items }] : [];
    }),
    deputyOf: Object.values(agency.members)
      .filter(({ deputy }) => deputy === id)
      .map((one) => one.id),
  };
}

export function isEmpty({ named, divisions, deputyOf }: Work): boolean {
  return named.length + divisions.length + deputyOf.length === 0;
}

function isAlone(agency: Agency, item: Item, division: string, id: string): boolean {
  const [only, ...others] = receiversOf(agency, item, division);
  return only?.id === id && others.length === 0;
}
