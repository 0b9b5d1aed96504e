/** The role table of `docs/design.md`, read from the page itself: what it says is what the tests expect. */
import { readFileSync } from 'node:fs';

export type TableRole = 'staff' | 'head' | 'executive' | 'coordinator' | 'citizen';
export const TABLE_ROLES = ['staff', 'head', 'executive', 'coordinator', 'citizen'] as const;

/** What a cell grants, in the page's own words. */
export type Right =
  | 'report'
  | 'give evidence'
  | 'ask for extension'
  | 'hands over own work'
  | 'decides extensions'
  | 'assigns work'
  | 'invites'
  | 'imports'
  | 'publishes'
  | 'binds groups'
  | 'closes years'
  | 'sets the calendar'
  | 'reads all'
  | 'published things';

const PAGE = readFileSync(new URL('../../docs/design.md', import.meta.url), 'utf8');

const CELLS: ReadonlyMap<string, string> = new Map(
  [...PAGE.matchAll(/^\| (staff|head|executive|coordinator|citizen)\b[^|]*\| ([^|]+) \|$/gm)].map(
    ([, role = '', may = '']) => [role, may.trim()],
  ),
);

/** The words of a role's cell; those of staff stand for "the same". */
function cellOf(role: TableRole): string {
  const own = CELLS.get(role);
  if (own === undefined) throw new Error(`docs/design.md has no row for ${role}`);
  return own.startsWith('the same') ? `${cellOf('staff')}; ${own}` : own;
}

/** True when the table grants it: for items of the person's own division, or of another. */
export function mayByDesign(role: TableRole, right: Right, own: boolean): boolean {
  const cell = cellOf(role);
  if (cell.startsWith('all but opinions')) return true;
  // `reports nothing` grants no `report`.
  const part = cell.split(';').find((words) => new RegExp(`\\b${right}\\b`).test(words));
  if (part === undefined) return false;
  return own || !part.includes('own division');
}
