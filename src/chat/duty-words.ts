/** Roles and people in words, for everything said about who sees to what. */
import { actingAs } from '../domain/acting.ts';
import type { Agency, Member } from '../domain/agency.ts';
import { type Day, dayOf } from '../domain/calendar.ts';
import type { RoleIn } from '../domain/event.ts';
import { short } from './flex.ts';
import { divisionNamed, nameOf, type Scene } from './scene.ts';
import { ROLE } from './words.ts';
import { ACTING, POST } from './words-duties.ts';

const NAME_LENGTH = 80;

/** A member's name, never so long that a card breaks. */
export function personName(scene: Scene, id: string): string {
  return short(nameOf(scene, id), NAME_LENGTH);
}

/** `ผู้อำนวยการกองช่าง`, `เจ้าหน้าที่ กองคลัง`, `ปลัด`, `ผู้ประสานงาน ITA`. */
export function postWords(agency: Agency, { role, division, post }: RoleIn): string {
  if (post !== undefined) return POST[post];
  if (division === undefined) return ROLE[role];
  const name = short(divisionNamed(agency, division), NAME_LENGTH);
  if (role !== 'head') return `${ROLE[role]} ${name}`;
  const title = agency.profile?.divisions.find(({ code }) => code === division)?.head ?? null;
  return short(title ?? `${ROLE.head} ${name}`, NAME_LENGTH);
}

/** The name, and that he holds the role in another's place where it is so. */
export function nameInRole(scene: Scene, id: string, role: RoleIn): string {
  const member: Member | undefined = scene.agency.members[id];
  const acts = member !== undefined && actingAs(member, role, todayOf(scene)) !== null;
  return acts ? `${personName(scene, id)} (${ACTING})` : personName(scene, id);
}

export function todayOf({ now }: Scene): Day {
  return dayOf(now);
}
