/**
 * Gives each member the rich menu of his role. Which menu a role has is kept beside the ledger (kind `menu`, by role) since
 * `ita richmenu deploy`; which one a person has stands in his own record. What differs is linked, and looked at again when
 * members change; a failure is tried again later. Nothing of it is anybody's answer, so it goes with the pushes.
 */
import { MENU_ROLES, type MenuRole, menuRoleOf } from '../chat/menu.ts';
import type { Agency } from '../domain/agency.ts';
import type { World } from './flow.ts';
import type { BesideRecord } from './ports.ts';
import type { Ledger } from './transact.ts';

/** LINE takes so many people at once (R#link-rich-menu-to-users). */
const AT_ONCE = 500;
const TRY_AGAIN_MS = 900_000;
/** Strangers with a member's menu are looked after one by one; more than these would be somebody's game. */
const STRANGERS_KEPT = 100;

/** What is to be done about menus, in this process's memory: a restart looks at everybody once. */
export interface MenuHints {
  /** True when the roles of an agency are not those last linked, or a stranger waits. */
  due(agency: Agency): boolean;
  changed(agency: Agency): boolean;
  linked(agency: Agency): void;
  /** Somebody (LINE id) left, or pressed as a stranger what only members' menus have: he is to get the citizens' menu. */
  stranger(agency: string, user: string): void;
  takeStrangers(agency: string): readonly string[];
}

export function createMenuHints(): MenuHints {
  const linked = new Map<string, string>();
  const strangers = new Map<string, Set<string>>();
  return {
    due: (agency) => strangers.has(agency.id) || linked.get(agency.id) !== rolesOf(agency),
    changed: (agency) => linked.get(agency.id) !== rolesOf(agency),
    linked: (agency) => void linked.set(agency.id, rolesOf(agency)),
    stranger(agency, user) {
      const known = strangers.get(agency) ?? new Set();
      if (known.size < STRANGERS_KEPT) strangers.set(agency, known.add(user));
    },
    takeStrangers(agency) {
      const known = strangers.get(agency);
      strangers.delete(agency);
      return [...(known ?? [])];
    },
  };
}

function rolesOf({ members }: Agency): string {
  return Object.values(members)
    .map((member) => `${member.id} ${menuRoleOf(member)}`)
    .join('\n');
}

/** The menu of each role as it was deployed; empty = none was. */
export async function menusOf(world: World, agency: string): Promise<ReadonlyMap<MenuRole, string>> {
  const menus = new Map<MenuRole, string>();
  for (const { id, value } of await world.store.besideAll(agency, 'menu')) {
    const role = MENU_ROLES.find((known) => known === id);
    if (role !== undefined && value.menu !== undefined) menus.set(role, value.menu);
  }
  return menus;
}

/** True when `linkMenus` may have something to do. */
export async function menusDue(world: World, ledger: Ledger, agency: string): Promise<boolean> {
  if (world.line(agency) === null) return false;
  const held = await ledger.read(agency);
  return held !== null && world.menus.due(held.agency);
}

/** Links what differs; when to try again, or null. */
export async function linkMenus(world: World, ledger: Ledger, agency: string): Promise<number | null> {
  const line = world.line(agency);
  if (line === null) return null;
  const held = await ledger.read(agency);
  if (held === null) return null;
  for (const user of world.menus.takeStrangers(agency)) {
    // Whoever is a member after all (he stayed, or is back) has his own menu.
    const person = await world.store.besideByKey(agency, 'person', user);
    if (person === null || held.agency.members[person.id] === undefined) await line.menus.unlink(user);
  }
  if (!world.menus.changed(held.agency)) return null;
  let again: number | null = null;
  const menus = await menusOf(world, agency);
  for (const [menu, people] of await unlinked(world, held.agency, menus)) {
    for (let first = 0; first < people.length; first += AT_ONCE) {
      const some = people.slice(first, first + AT_ONCE);
      const told = await line.menus.link(
        menu,
        some.flatMap(({ key }) => key ?? []),
      );
      if (told.kind === 'failed') {
        // One menu LINE refuses is not to keep the others from their people.
        world.log.warn({ agency, reason: told.failure.reason }, 'menus not linked; trying again');
        again = world.clock.now() + TRY_AGAIN_MS;
        continue;
      }
      await remember(world, ledger, agency, menu, some);
    }
  }
  if (again === null) world.menus.linked(held.agency);
  return again;
}

async function unlinked(
  world: World,
  agency: Agency,
  menus: ReadonlyMap<MenuRole, string>,
): Promise<ReadonlyMap<string, BesideRecord[]>> {
  const wanted = new Map<string, BesideRecord[]>();
  if (menus.size === 0) return wanted;
  for (const person of await world.store.besideAll(agency.id, 'person')) {
    const member = agency.members[person.id];
    const menu = member === undefined ? undefined : menus.get(menuRoleOf(member));
    if (menu === undefined || person.key === null || person.value.menu === menu) continue;
    wanted.set(menu, [...(wanted.get(menu) ?? []), person]);
  }
  return wanted;
}

/** What else stands in the records is read anew: a name may have been changed meanwhile, a person gone. */
async function remember(
  world: World,
  ledger: Ledger,
  agency: string,
  menu: string,
  people: readonly BesideRecord[],
): Promise<void> {
  await ledger.transact(agency, async () => {
    const now = await Promise.all(people.map(({ id }) => world.store.beside(agency, 'person', id)));
    const beside = now.flatMap((record) =>
      record === null || record.key === null
        ? []
        : [{ do: 'put' as const, record: { ...record, value: { ...record.value, menu } } }],
    );
    return { result: null, batch: { beside } };
  });
}
