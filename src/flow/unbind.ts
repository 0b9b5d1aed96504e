/** A person whose LINE account is no longer his office's: what LINE calls him is forgotten at once. */
import type { BesideChange, Store } from './ports.ts';

/** His record without LINE's id: what he writes from now on is a stranger's; the name stays for what he did. */
export async function unbound(store: Store, agency: string, member: string): Promise<BesideChange[]> {
  const record = await store.beside(agency, 'person', member);
  return record === null ? [] : [{ do: 'put', record: { ...record, key: null } }];
}
