/**
 * Gives each member the rich menu of his role. Which menu a role has is kept beside the ledger (kind `menu`, by role) since
 * `ita richmenu deploy`; which one a person has stands in his own record. What differs is linked, and looked at again when
 * members change; a failure is tried again later. Nothing of it is anybody's answer, so it goes with the pushes.
 */
import { MENU_ROLES, type MenuRole, menuRoleOf } from '../chat/menu.ts';
import type { Agency } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import type { World } from './flow.ts';
import type { BesideRecord, LineFailure } from './ports.ts';
import type { Ledger } from './transact.ts';

/** LINE takes so many people at once (R#link-rich-menu-to-users). */
const AT_ONCE = 500;
const TRY_AGAIN_MS = 900_000;
/** What is over by itself; who deleted his account is not to be tried for ever. */
const PASSES: ReadonlySet<LineFailure['reason']> = new Set(['unreachable', 'unknown-outcome', 'rate-limit']);
/** Strangers with a member's menu are looked after one by one; more than these would be somebody's game. */
const STRANGERS_KEPT = 100;

/** What is to be done about menus, in this process's memory: a restart looks at everybody once. */
export interface MenuHints {
  /** True when the roles of an agency are not those last linked, or a stranger waits. */
  due(agency: Agency, now: Instant): boolean;
  changed(agency: Agency): boolean;
  /** `users` = the LINE id of each member that has one. */
  linked(agency: Agency, users: ReadonlyMap<string, string>): void;
  /** LINE ids of who was a member when it was last linked and is none now: the terminal let him go, and forgot his id. */
  gone(agency: Agency): readonly string[];
  /** Somebody (LINE id) left, or pressed as a stranger what only members' menus have: he is to get the citizens' menu. */
  stranger(agency: string, user: string): void;
  /** Strangers whose turn it is. */
  strangers(agency: string, now: Instant): readonly string[];
  /** `again` = not before then; null = he needs nothing more. */
  settled(agency: string, user: string, again: Instant | null): void;
}

export function createMenuHints(): MenuHints {
  const linked = new Map<string, string>();
  const known = new Map<string, ReadonlyMap<string, string>>();
  /** By agency and LINE id, from when on. */
  const waiting = new Map<string, Map<string, Instant>>();
  const strangers = (agency: string, now: Instant) =>
    [...(waiting.get(agency) ?? [])].flatMap(([user, from]) => (from <= now ? [user] : []));
  return {
    due: (agency, now) => strangers(agency.id, now).length > 0 || linked.get(agency.id) !== rolesOf(agency),
    changed: (agency) => linked.get(agency.id) !== rolesOf(agency),
    linked(agency, users) {
      linked.set(agency.id, rolesOf(agency));
      known.set(agency.id, users);
    },
    gone: ({ id, members }) =>
      [...(known.get(id) ?? [])].flatMap(([member, user]) => (members[member] === undefined ? [user] : [])),
    stranger(agency, user) {
      const mine = waiting.get(agency) ?? new Map<string, Instant>();
      if (mine.size < STRANGERS_KEPT) waiting.set(agency, mine.set(user, 0));
    },
    strangers,
    settled(agency, user, again) {
      const mine = waiting.get(agency);
      if (again !== null) mine?.set(user, again);
      else if (mine?.delete(user) && mine.size === 0) waiting.delete(agency);
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
  return held !== null && world.menus.due(held.agency, world.clock.now());
}

/** Links what differs; when to try again, or null. */
export async function linkMenus(world: World, ledger: Ledger, agency: string): Promise<Instant | null> {
  const line = world.line(agency);
  if (line === null) return null;
  const held = await ledger.read(agency);
  if (held === null) return null;
  const tryAgain = (failure: LineFailure) => {
    world.log.warn({ agency, reason: failure.reason }, 'menus not linked; trying again');
    return world.clock.now() + TRY_AGAIN_MS;
  };
  let again: Instant | null = null;
  const strangers = world.menus.strangers(agency, world.clock.now());
  for (const user of new Set([...strangers, ...world.menus.gone(held.agency)])) {
    // Whoever is a member after all (he stayed, or is back) has his own menu.
    const person = await world.store.besideByKey(agency, 'person', user);
    const isMember = person !== null && held.agency.members[person.id] !== undefined;
    const told = isMember ? null : await line.menus.unlink(user);
    const failed = told?.kind === 'failed' && PASSES.has(told.failure.reason) ? tryAgain(told.failure) : null;
    world.menus.settled(agency, user, failed);
    again = failed ?? again;
  }
  if (!world.menus.changed(held.agency)) return again;
  const people = (await world.store.besideAll(agency, 'person')).filter(
    ({ id, key }) => key !== null && held.agency.members[id] !== undefined,
  );
  const menus = await menusOf(world, agency);
  for (const [menu, others] of unlinked(held.agency, menus, people)) {
    for (let first = 0; first < others.length; first += AT_ONCE) {
      const some = others.slice(first, first + AT_ONCE);
      const told = await line.menus.link(
        menu,
        some.flatMap(({ key }) => key ?? []),
      );
      if (told.kind === 'failed') {
        // One menu LINE refuses is not to keep the others from their people.
        again = tryAgain(told.failure);
        continue;
      }
      await remember(world, ledger, agency, menu, some);
    }
  }
  const users = new Map(people.flatMap(({ id, key }) => (key === null ? [] : [[id, key] as const])));
  if (again === null) world.menus.linked(held.agency, users);
  return again;
}

/** Who has another menu than his role's, by the menu he is to have. */
function unlinked(
  agency: Agency,
  menus: ReadonlyMap<MenuRole, string>,
  people: readonly BesideRecord[],
): ReadonlyMap<string, BesideRecord[]> {
  const wanted = new Map<string, BesideRecord[]>();
  if (menus.size === 0) return wanted;
  for (const person of people) {
    const member = agency.members[person.id];
    const menu = member === undefined ? undefined : menus.get(menuRoleOf(member));
    if (menu === undefined || person.value.menu === menu) continue;
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
