import type { Verification } from '../flow/ports.ts';
import { chainHash, GENESIS } from './chain.ts';
import type { EntryRow } from './rows.ts';

/** Fewer characters of a hash could fit by accident. */
const SHORTEST_HEAD = 8;

/**
 * Walks the chain of one agency over its kept rows in order; `claimed` is what the store believes its newest entry to be.
 *
 * @throws RangeError when `sought` is too short to prove anything.
 */
export function verifyRows(
  agency: string,
  rows: Iterable<EntryRow>,
  claimed: { readonly version: number; readonly head: string },
  sought?: string,
): Verification {
  const walk = startWalk(agency, sought);
  for (const row of rows) {
    const broken = walk.step(row);
    if (broken) return broken;
  }
  return walk.end(claimed);
}

export interface ChainWalk {
  /** Looks at the next row; says so when the chain breaks here. */
  step(row: EntryRow): Verification | null;
  end(claimed: { readonly version: number; readonly head: string }): Verification;
}

/** The same, row by row, for a store that reads in pages. */
export function startWalk(agency: string, sought?: string): ChainWalk {
  if (sought !== undefined && sought.length < SHORTEST_HEAD) {
    throw new RangeError(`A head needs at least ${SHORTEST_HEAD} characters, as printed on papers.`);
  }
  const wanted = sought?.toLowerCase();
  let entries = 0;
  let head = GENESIS;
  let found = false;
  const broken = (why: string): Verification => ({ ok: false, brokenAt: entries + 1, why });
  return {
    step(row) {
      if (row.seq !== entries + 1) return broken(`entry ${entries + 1} is missing; ${row.seq} comes next`);
      const hash = chainHash(head, agency, row);
      if (hash !== row.hash) return broken(`entry ${row.seq} is not what was kept: its hash does not fit`);
      entries = row.seq;
      head = hash;
      found ||= wanted !== undefined && hash.startsWith(wanted);
      return null;
    },
    end(claimed) {
      if (claimed.version > entries) {
        return broken(`entry ${entries + 1} is missing; ${claimed.version} entries were kept`);
      }
      if (claimed.version < entries || claimed.head !== head) {
        return broken(`the newest entry is not the one that was kept (${claimed.version} were)`);
      }
      return { ok: true, entries, head, headFound: wanted === undefined ? null : found };
    },
  };
}
