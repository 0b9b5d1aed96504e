import type { Agency } from '../domain/agency.ts';
import type { World } from './flow.ts';

/** The staff group the month's summary goes to: the one that is not extra. `chat` = its LINE id. Null = none is bound. */
export async function staffGroup(
  { store }: World,
  agency: Agency,
): Promise<{ readonly group: string; readonly chat: string } | null> {
  const group = Object.values(agency.groups).find(({ purpose, extra }) => purpose === 'staff' && !extra);
  if (group === undefined) return null;
  const record = await store.beside(agency.id, 'group', group.id);
  return record?.key == null ? null : { group: group.id, chat: record.key };
}
