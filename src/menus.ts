/** Brings the roles' rich menus to a LINE account: drawn, made, and everybody's own linked. */
import { createHash } from 'node:crypto';
import { MENU_ROLES, type MenuRole, menuFields, menuSize, richMenuOf } from './chat/menu.ts';
import type { World } from './flow/flow.ts';
import { createMenuHints, linkMenus } from './flow/link-menus.ts';
import type { LineFailure, Told } from './flow/ports.ts';
import type { Ledger } from './flow/transact.ts';
import { drawMenu } from './papers/menu-image.ts';

/** Ours are known by their name; what stands behind it tells one version of a menu from another. */
const OURS = 'nong-ita ';

export interface Deployed {
  readonly made: readonly MenuRole[];
  readonly kept: readonly MenuRole[];
  /** How many older ones of ours were taken away. */
  readonly dropped: number;
}

/**
 * Makes the menus that are not there yet, makes the citizens' everybody's, links the members' own and takes older ones of
 * ours away; others' are left alone. Running it again changes nothing.
 */
export async function deployMenus(world: World, ledger: Ledger, agency: string): Promise<Told<Deployed>> {
  const line = world.line(agency);
  if (line === null) throw new Error(`no LINE account is configured for ${agency}`);
  try {
    const there = must(await line.menus.list());
    const made: MenuRole[] = [];
    const ids = new Map<MenuRole, string>();
    for (const role of MENU_ROLES) {
      const fields = menuFields(role);
      const image = drawMenu(menuSize(fields), fields);
      const name = `${OURS}${role} ${versionOf(role, image)}`;
      const known = there.find((menu) => menu.name === name);
      ids.set(role, known?.id ?? must(await line.menus.make(richMenuOf(role, name), image)));
      if (known === undefined) made.push(role);
    }
    must(await line.menus.setDefault(ids.get('citizen') ?? ''));
    await keep(ledger, agency, ids);
    // Everybody is looked at, whoever was linked before.
    await linkMenus({ ...world, menus: createMenuHints() }, ledger, agency);
    const old = there.filter(({ id, name }) => name.startsWith(OURS) && ![...ids.values()].includes(id));
    for (const { id } of old) must(await line.menus.drop(id));
    const kept = MENU_ROLES.filter((role) => !made.includes(role));
    return { kind: 'told', value: { made, kept, dropped: old.length } };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'failed', failure: error.failure };
    throw error;
  }
}

/** LINE cannot replace an image: what is drawn or said otherwise is another menu. */
function versionOf(role: MenuRole, image: Uint8Array): string {
  return createHash('sha256')
    .update(JSON.stringify(richMenuOf(role, '')))
    .update(image)
    .digest('hex')
    .slice(0, 8);
}

async function keep(ledger: Ledger, agency: string, ids: ReadonlyMap<MenuRole, string>): Promise<void> {
  const beside = [...ids].map(([role, menu]) => ({
    do: 'put' as const,
    record: { kind: 'menu' as const, id: role, key: null, value: { menu } },
  }));
  await ledger.transact(agency, () => ({ result: null, batch: { beside } }));
}

class Refused extends Error {
  override readonly name = 'Refused';
  readonly failure: LineFailure;
  constructor(failure: LineFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

function must<T>(told: Told<T>): T {
  if (told.kind === 'failed') throw new Refused(told.failure);
  return told.value;
}
