import type { World } from './flow.ts';

/** The LINE id of a member, beside the ledger; null = he left, and it was forgotten. */
export async function lineIdOf({ store }: World, agency: string, member: string): Promise<string | null> {
  return (await store.beside(agency, 'person', member))?.key ?? null;
}
