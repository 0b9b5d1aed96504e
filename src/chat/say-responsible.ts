/** Who answers for an item: its divisions and, to colleagues only, the people in them. */
import type { Agency, Item } from '../domain/agency.ts';
import type { RoleIn } from '../domain/event.ts';
import { responsibleOf } from '../domain/permission.ts';
import { detailButton } from './buttons.ts';
import { peopleCard } from './cards.ts';
import { nameInRole, personName } from './duty-words.ts';
import { flex, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import type { Outgoing } from './outgoing.ts';
import { divisionNamed, labelOf, markOf, placeFor, type Scene, yearLine } from './scene.ts';
import { divisionWords, itemName, NOBODY } from './words.ts';
import { ASSIGNED } from './words-duties.ts';
import { namesWords, RESPONSIBLE } from './words-items.ts';

const NAMES_SHOWN = 5;
const DIVISIONS_SHOWN = 10;

/** The people an answer about these items names: their names must stand in the scene. */
export function peopleResponsible(agency: Agency, items: readonly Item[]): string[] {
  const people = items.flatMap((item) => {
    const { divisions, coordinators } = responsibleOf(agency, item);
    const owners = divisions.flatMap(({ staff, heads }) => [...heads, ...staff]);
    const given = [item.person, item.deputy].flatMap((id) => id ?? []);
    return [...given, ...owners, ...coordinators];
  });
  return [...new Set(people)];
}

export function sayResponsible(scene: Scene, item: Item): Outgoing[] {
  const { agency } = scene;
  const { divisions, coordinators } = responsibleOf(agency, item);
  const given = givenLines(scene, item);
  const chosen = given.length === 0 ? [] : [{ name: RESPONSIBLE.given, lines: given }];
  const rows = divisions.slice(0, DIVISIONS_SHOWN).map(({ division, heads, staff }) => {
    const found = [
      ...people(scene, RESPONSIBLE.heads, heads, { role: 'head', division }),
      ...people(scene, RESPONSIBLE.staff, staff, { role: 'staff', division }),
    ];
    return {
      name: short(divisionNamed(agency, division), 100),
      lines: found.length > 0 ? found : [{ text: RESPONSIBLE.nobodyJoined }],
    };
  });
  const owners = [...chosen, ...(rows.length > 0 ? rows : [{ name: NOBODY, lines: [] }])];
  const others = people(scene, '', coordinators, { role: 'coordinator' });
  const card = peopleCard({
    title: RESPONSIBLE.title(itemName(item)),
    subtitle: `${short(item.title, 100)}\n${yearLine(agency, item)}`,
    divisions: others.length > 0 ? [...owners, { name: RESPONSIBLE.coordinators, lines: others }] : owners,
    mark: markOf(agency, [item]),
    detail: detailButton(placeFor(scene, item), item),
  });
  const alt = `${RESPONSIBLE.title(labelOf(scene, item))}: ${divisionWords(agency, item.divisions)}`;
  return [withNext(scene, flex(alt, [card]), ['mine', 'missing'])];
}

/** Who was chosen for the item, and who in his place. */
function givenLines(scene: Scene, { person, deputy }: Item): { text: string }[] {
  const first = person === null ? [] : [{ text: personName(scene, person) }];
  return deputy === null ? first : [...first, { text: ASSIGNED.deputy(personName(scene, deputy)) }];
}

function people(scene: Scene, what: string, ids: readonly string[], role: RoleIn): { text: string }[] {
  if (ids.length === 0) return [];
  const names = ids.slice(0, NAMES_SHOWN).map((id) => nameInRole(scene, id, role));
  return [{ text: namesWords(what, names, ids.length - names.length) }];
}
