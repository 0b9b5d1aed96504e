import { createHash } from 'node:crypto';
import type { EntryRow } from './rows.ts';

/** What stands before the first entry of every agency. */
export const GENESIS = '0'.repeat(64);

/**
 * The hash of an entry: SHA-256 of the hash before it and the entry's canonical text, an array in fixed order of the
 * very texts that are kept. JSON's quoting keeps two different entries from ever having the same text. Hashing what is
 * kept, not what it means, lets old shapes of an event be upcast when read without touching the chain.
 */
export function chainHash(previous: string, agency: string, row: Omit<EntryRow, 'hash'>): string {
  const { seq, at, kept, by, cause, event } = row;
  const canonical = JSON.stringify([agency, seq, at, kept, by, cause, event]);
  return createHash('sha256').update(previous).update(canonical).digest('hex');
}
