/** The name of a member, beside the ledger. Who came by an invite that named nobody is called by his role until he says it. */
import type { BesideChange, BesideRecord } from './ports.ts';

/** `user` = LINE id; `given` = false: it is his role's. */
export function putPerson(member: string, user: string | null, name: string, given: boolean): BesideChange {
  const value = given ? { name } : { name, given: 'no' };
  return { do: 'put', record: { kind: 'person', id: member, key: user, value } };
}

export function isNameGiven({ value }: BesideRecord): boolean {
  return value.given !== 'no';
}
