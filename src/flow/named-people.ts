/** The people of an agency by name, for phrases that name somebody: names stand beside the ledger, ids in it. */
import { type NamedPerson, peopleCalled, peopleLike } from '../chat/person-names.ts';
import type { Agency } from '../domain/agency.ts';
import { divisionsOf } from '../domain/permission.ts';
import type { Store } from './ports.ts';

/** Every member that has a name, in the order they joined. */
export async function peopleNamed(store: Store, agency: Agency): Promise<NamedPerson[]> {
  const records = new Map(
    (await store.besideAll(agency.id, 'person')).map((one) => [one.id, one.value.name]),
  );
  const divisions = agency.profile?.divisions ?? [];
  return Object.values(agency.members).flatMap((member): NamedPerson[] => {
    const name = records.get(member.id);
    if (name === undefined || name === '') return [];
    const own = new Set(divisionsOf(member));
    const called = divisions.filter(({ code }) => own.has(code));
    return [{ id: member.id, name, divisions: called.flatMap((one) => [one.name, ...one.aliases]) }];
  });
}

export type Called =
  | { readonly kind: 'one'; readonly id: string }
  /** Several share the name. */
  | { readonly kind: 'several'; readonly people: readonly NamedPerson[] }
  /** Nobody has it; these read much alike. */
  | { readonly kind: 'none'; readonly close: readonly NamedPerson[] };

/** Whom the words mean among people. */
export function calledBy(said: string, people: readonly NamedPerson[]): Called {
  const found = peopleCalled(said, people);
  const [only, ...others] = found;
  if (only === undefined) return { kind: 'none', close: peopleLike(said, people) };
  return others.length === 0 ? { kind: 'one', id: only.id } : { kind: 'several', people: found };
}
