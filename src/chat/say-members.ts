/** รายชื่อเจ้าหน้าที่: the people of each division, what they do and whether LINE reaches them. */
import { actingAs } from '../domain/acting.ts';
import type { Member } from '../domain/agency.ts';
import { dayOf } from '../domain/calendar.ts';
import type { RoleIn } from '../domain/event.ts';
import { dutyCard } from './cards.ts';
import { personName, postWords, todayOf } from './duty-words.ts';
import { flexList, short } from './flex.ts';
import type { Outgoing } from './outgoing.ts';
import { divisionNamed, officeName, type Scene } from './scene.ts';
import { actingUntil, MEMBERS } from './words-duties.ts';

const PEOPLE_SHOWN = 12;

/** A card each: those of no division where `office` is true, then the divisions. */
export function sayMembers(scene: Scene, codes: readonly string[], office: boolean): Outgoing[] {
  const members = Object.values(scene.agency.members);
  const of = (fits: (role: RoleIn) => boolean) => members.filter(({ roles }) => roles.some(fits));
  const head = office ? [[MEMBERS.office, of(belongsToOffice), undefined] as const] : [];
  const divisions = codes.map((code) => {
    const people = of(({ division }) => division === code);
    const heads = people.filter(({ roles }) => roles.some((held) => isHeadOf(held, code)));
    const sorted = [...heads, ...people.filter((one) => !heads.includes(one))];
    return [short(divisionNamed(scene.agency, code), 100), sorted, code] as const;
  });
  const pages = [...head, ...divisions].map(([title, people, division]) => ({
    bubble: dutyCard({
      title,
      subtitle: people.length === 0 ? '' : MEMBERS.count(people.length),
      sections: sectionsOf(scene, people, division),
      warning: '',
      buttons: [],
    }),
    rows: people.length,
  }));
  const alt = `${MEMBERS.title} ${officeName(scene.agency)}`;
  return [
    flexList(alt, pages, (rows) =>
      dutyCard({
        title: MEMBERS.rest(rows),
        subtitle: MEMBERS.restHint,
        sections: [],
        warning: '',
        buttons: [],
      }),
    ),
  ];
}

function sectionsOf(scene: Scene, people: readonly Member[], division: string | undefined) {
  if (people.length === 0) return [{ heading: '', lines: [{ text: MEMBERS.nobody }] }];
  const shown = people.slice(0, PEOPLE_SHOWN).map((member) => ({
    heading: personName(scene, member.id),
    lines: linesOf(scene, member, division).map((text) => ({ text })),
  }));
  const more = people.length - shown.length;
  return more > 0 ? [...shown, { heading: '', lines: [{ text: MEMBERS.more(more) }] }] : shown;
}

function linesOf(scene: Scene, member: Member, division: string | undefined): string[] {
  const { agency } = scene;
  const roles = member.roles
    .filter((held) => (division === undefined ? belongsToOffice(held) : held.division === division))
    .map((held) => roleWords(scene, member, held));
  const chosen = division !== undefined && agency.receivers[division]?.includes(member.id);
  const deputy = member.deputy === null ? [] : [MEMBERS.deputy(personName(scene, member.deputy))];
  const away = member.away === null ? [] : [MEMBERS.away(dayOf(member.away.since))];
  return [[...roles, ...(chosen ? [MEMBERS.receives] : [])].join(' · '), ...deputy, ...away];
}

function roleWords(scene: Scene, member: Member, role: RoleIn): string {
  const post = postWords(scene.agency, role);
  const acting = actingAs(member, role, todayOf(scene));
  return acting === null ? post : `${post} (${actingUntil(acting.until)})`;
}

function belongsToOffice({ division }: RoleIn): boolean {
  return division === undefined;
}

function isHeadOf({ role, division }: RoleIn, code: string): boolean {
  return role === 'head' && division === code;
}
