/** A person whose LINE account is no longer his office's: what LINE calls him is forgotten at once. */
import type { BesideChange, DeliveryNote, Store } from './ports.ts';

/** What is to be kept of it. */
export interface Unbound {
  readonly beside: readonly BesideChange[];
  readonly notes: readonly DeliveryNote[];
}

/** His record without LINE's id: what he writes from now on is a stranger's; the name stays for what he did. */
export async function unbound(store: Store, agency: string, member: string): Promise<Unbound> {
  const record = await store.beside(agency, 'person', member);
  if (record === null) return { beside: [], notes: [] };
  return {
    beside: [{ do: 'put', record: { ...record, key: null } }],
    notes: await silenced(store, agency, member, record.key),
  };
}

/** Messages on their way to him are sent no more, and nothing is said late: they hold LINE's id of him. */
export async function silenced(
  store: Store,
  agency: string,
  member: string,
  user: string | null,
): Promise<DeliveryNote[]> {
  const pending = (await store.pending(agency)).filter(
    ({ to, chat }) => chat === user || (to !== null && 'member' in to && to.member === member),
  );
  const lost = user === null ? [] : await store.lostConfirmations(agency, user);
  return [
    ...pending.map(({ id }) => ({ id, kind: 'failed' as const, reason: 'stale' as const })),
    ...lost.map(({ id }) => ({ id, kind: 'carried' as const })),
  ];
}
