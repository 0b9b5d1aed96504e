/** Files that end with the process: for tests. */
import { hash } from 'node:crypto';
import type { Files, Ids } from '../flow/ports.ts';
import { checkAgency, checkSize, LARGEST_FILE } from './address.ts';

export interface MemoryFilesOptions {
  readonly ids: Pick<Ids, 'id'>;
  readonly maxBytes?: number;
}

export function createMemoryFiles({ ids, maxBytes = LARGEST_FILE }: MemoryFilesOptions): Files {
  const agencies = new Map<string, Map<string, Uint8Array>>();
  const of = (agency: string): Map<string, Uint8Array> => {
    checkAgency(agency);
    const kept = agencies.get(agency) ?? new Map<string, Uint8Array>();
    agencies.set(agency, kept);
    return kept;
  };
  return {
    async put(agency, bytes) {
      const kept = of(agency);
      checkSize(bytes, maxBytes);
      const id = ids.id();
      // A copy: what its giver does with the bytes later is no matter of ours.
      kept.set(id, Uint8Array.from(bytes));
      return { id, size: bytes.length, sha256: hash('sha256', bytes) };
    },
    async get(agency, id) {
      const bytes = of(agency).get(id);
      return bytes === undefined ? null : Uint8Array.from(bytes);
    },
    async drop(agency, id) {
      of(agency).delete(id);
    },
    async all(agency) {
      const kept = [...of(agency)].map(([id, bytes]) => ({ id, size: bytes.length }));
      return kept.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}
