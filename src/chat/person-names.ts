/** Whom a name means: people write a first name, with or without title and family name, and say a division where two share it. */
import { normalise } from '../thai/normalise.ts';

export interface NamedPerson {
  readonly id: string;
  /** As it is kept: title, first and family name. */
  readonly name: string;
  /** Names and short names of the divisions he is in. */
  readonly divisions: readonly string[];
}

/** What stands before a name, and what colleagues put there; the longer first. */
const TITLE =
  /^(?:ว่าที่(?:ร้อยตรี|ร้อยโท|ร้อยเอก|ร\.ต\.|ร\.ท\.|ร\.อ\.|พันตรี|พ\.ต\.)(?:หญิง)?|(?:จ่าสิบเอก|จ่าสิบโท|จ่าสิบตรี|จ่าเอก|สิบเอก|สิบโท|สิบตรี|ร้อยตรี|ร้อยโท|ร้อยเอก|พันจ่าเอก)|(?:จ\.ส\.[อทต]\.|จ\.อ\.|พ\.จ\.อ\.|ส\.[อทต]\.)|นางสาว|นาง|นาย|น\.ส\.|ดร\.|คุณครู|คุณ|พี่|น้อง|ครู|ป้า|ลุง|น้า|อา)/;
/** One letter in three may differ, two at most. */
const alike = (distance: number, first: string) => distance <= Math.min(2, Math.floor(first.length / 3));
const CLOSE_SHOWN = 5;

/** Everybody the words may mean: none, one, or several who share a first name. */
export function peopleCalled(said: string, people: readonly NamedPerson[]): NamedPerson[] {
  const wanted = spellings(said);
  return people.filter((person) => formsOf(person).some((form) => wanted.has(form)));
}

/** People of a first name that reads much alike, to be offered where nobody is meant. */
export function peopleLike(said: string, people: readonly NamedPerson[]): NamedPerson[] {
  const wanted = [normalise(said), bare(normalise(said))].map(firstOf);
  const near = people.map((person) => {
    const first = firstNameOf(person.name);
    return { person, first, distance: Math.min(...wanted.map((one) => distanceOf(one, first))) };
  });
  return near
    .filter(({ first, distance }) => alike(distance, first))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, CLOSE_SHOWN)
    .map(({ person }) => person);
}

/** The name to choose somebody by among people: in full, with a division where even that is shared. */
export function nameAmong(person: NamedPerson, people: readonly NamedPerson[]): string {
  const twins = people.filter(({ id, name }) => id !== person.id && name === person.name);
  const [division] = person.divisions;
  return twins.length === 0 || division === undefined ? person.name : `${person.name} ${division}`;
}

/** `ก้อง` of `นายก้อง เรื่องสมมุติ`. */
export function firstNameOf(name: string): string {
  return firstOf(bare(normalise(name)));
}

/** `ก้อง`, `นายก้อง`, `ก้อง เรื่องสมมุติ`, and each with a division behind it; without spaces. */
function formsOf({ name, divisions }: NamedPerson): string[] {
  const full = bare(normalise(name));
  const forms = [firstOf(full), full].map(close);
  return [
    ...forms,
    ...forms.flatMap((form) => divisions.map((division) => form + close(normalise(division)))),
  ];
}

/** What was said with its title and without: น้อง may be one, or begin a name. */
function spellings(said: string): Set<string> {
  const words = normalise(said);
  return new Set([words, bare(words)].map(close).filter((one) => one !== ''));
}

function bare(name: string): string {
  return name.replace(TITLE, '').trim();
}

function firstOf(name: string): string {
  return name.split(' ')[0] ?? '';
}

function close(text: string): string {
  return text.replace(/\s+/g, '');
}

/** How many letters must be changed, put in or left out to make one word of the other (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const swapped = (row[to] ?? 0) + (one[at] === other[to] ? 0 : 1);
      next.push(Math.min(swapped, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
