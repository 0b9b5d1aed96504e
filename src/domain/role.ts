/** What makes a list of roles a sensible one for this agency. */
import { sameRole } from './acting.ts';
import type { Agency } from './agency.ts';
import type { RoleIn } from './event.ts';
import type { Refusal } from './refusal.ts';

export function hasDivision(agency: Agency, code: string): boolean {
  return agency.profile?.divisions.some((division) => division.code === code) ?? false;
}

/** Staff and heads need a division the agency has; the others belong to none. Null = all of them are right. */
export function refuseRoles(agency: Agency, roles: readonly RoleIn[]): Refusal | null {
  for (const { role, division } of roles) {
    if (role !== 'staff' && role !== 'head') continue;
    if (division === undefined) return { kind: 'division-needed' };
    if (!hasDivision(agency, division)) return { kind: 'no-such-division', division };
  }
  return null;
}

/** Each role once. */
export function rolesOnce(roles: readonly RoleIn[]): RoleIn[] {
  return roles.filter((role, index) => roles.findIndex((other) => sameRole(other, role)) === index);
}
