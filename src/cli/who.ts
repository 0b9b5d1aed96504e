/** People and roles as they are written at the terminal. */
import type { NamedPerson } from '../chat/person-names.ts';
import type { Agency } from '../domain/agency.ts';
import type { RoleIn } from '../domain/event.ts';
import { post as postSchema, role as roleSchema } from '../domain/event-fields.ts';
import { known } from '../domain/known.ts';
import { calledBy, peopleNamed } from '../flow/named-people.ts';
import { type Input, type Terminal, WrongUse } from './command.ts';
import { type Desk, withAgency } from './desk.ts';

/** An open desk with the agency a command is about and its people. */
export interface Place {
  readonly desk: Desk;
  readonly agency: Agency;
  readonly people: readonly NamedPerson[];
}

/** `withAgency` for the commands that name people. */
export function withPeople<T>(
  input: Input,
  terminal: Terminal,
  act: (place: Place) => T | Promise<T>,
): Promise<T> {
  return withAgency(input, terminal, async (desk, { agency }) =>
    act({ desk, agency, people: await peopleAt(desk, agency) }),
  );
}

/** The members of an agency by name. */
export function peopleAt(desk: Desk, agency: Agency): Promise<NamedPerson[]> {
  return peopleNamed(desk.store, agency);
}

/**
 * The member an id or a name means: `ก้อง`, `ก้อง เรื่องสมมุติ`, `ก้อง กองช่าง`.
 *
 * @throws WrongUse when nobody or more than one is meant, naming them.
 */
export function personMeant(said: string, people: readonly NamedPerson[], agency: Agency): string {
  if (known(agency.members, said) !== undefined) return said;
  const called = calledBy(said, people);
  if (called.kind === 'one') return called.id;
  const listed = (list: readonly NamedPerson[]) => list.map(({ id, name }) => `${name} (${id})`).join(', ');
  if (called.kind === 'several')
    throw new WrongUse(`"${said}" may be ${listed(called.people)}: give the id or the whole name.`);
  const close = called.close.length === 0 ? '' : ` Close to it: ${listed(called.close)}.`;
  throw new WrongUse(`Nobody is called "${said}"; "member list" shows who there is.${close}`);
}

/** The name to print of a member: the id of one without a name. */
export function nameAt(people: readonly NamedPerson[], id: string): string {
  return people.find((person) => person.id === id)?.name ?? id;
}

/**
 * The roles of `--role …` (once or more), `--division` for staff and heads, `--post palad|nayok` for executives.
 *
 * @throws WrongUse
 */
export function rolesFrom(input: Input): RoleIn[] {
  const division = input.text('division');
  const written = input.text('post');
  const read = written === undefined ? undefined : postSchema.safeParse(written);
  if (read?.success === false)
    throw new WrongUse(`--post is one of ${postSchema.options.join(', ')}; "${written}" is not.`);
  const roles = input.list('role').map((word): RoleIn => {
    const { data: role } = roleSchema.safeParse(word);
    if (role === undefined)
      throw new WrongUse(`--role is one of ${roleSchema.options.join(', ')}; "${word}" is not.`);
    if (role === 'executive') return read === undefined ? { role } : { role, post: read.data };
    return inDivision(role) && division !== undefined ? { role, division } : { role };
  });
  if (roles.length === 0) throw new WrongUse('--role is missing.');
  if (division !== undefined && !roles.some(({ role }) => inDivision(role)))
    throw new WrongUse('--division is for staff and heads; the others belong to the whole office.');
  if (read !== undefined && !roles.some(({ role }) => role === 'executive'))
    throw new WrongUse('--post is for executives.');
  return roles;
}

/** `head works`, `executive palad`, `coordinator`. */
export function roleText({ role, division, post }: RoleIn): string {
  return [role, ...[division ?? post ?? []].flat()].join(' ');
}

function inDivision(role: RoleIn['role']): boolean {
  return role === 'staff' || role === 'head';
}
