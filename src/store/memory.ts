/** The store in memory: the reference the others are measured by. Small and obviously right; forgets all when it ends. */
import type {
  AppendResult,
  Batch,
  DumpLine,
  LostConfirmation,
  OutboxState,
  PendingMessage,
  Snapshot,
  Store,
} from '../flow/ports.ts';
import { StoreDown } from '../flow/ports.ts';
import { type BatchRows, batchRows, checkedNotes } from './batch-rows.ts';
import { chainHash, GENESIS } from './chain.ts';
import { noted } from './delivery.ts';
import { type FilledRow, fillFrom, withEnd } from './dump-check.ts';
import { FINISHED_KEPT_MS, SEEN_KEPT_MS } from './retention.ts';
import type { OutboxRow } from './rows.ts';
import {
  type BesideRow,
  besideOf,
  type EntryRow,
  entryOf,
  messageOf,
  noMessages,
  rawEntryOf,
} from './rows.ts';
import { verifyRows } from './verify.ts';

interface Kept {
  readonly entries: readonly EntryRow[];
  readonly beside: ReadonlyMap<string, BesideRow>;
  readonly outbox: readonly OutboxRow[];
  readonly seen: ReadonlyMap<string, number>;
  readonly mark: number | null;
  readonly wake: number | null;
  readonly snapshot: string | null;
}

const nothing: Kept = {
  entries: [],
  beside: new Map(),
  outbox: [],
  seen: new Map(),
  mark: null,
  wake: null,
  snapshot: null,
};

/** Opens an empty store. `now` stamps dumps. */
export function openMemoryStore({ now = Date.now }: { readonly now?: () => number } = {}): Store {
  const all = new Map<string, Kept>();
  let closed = false;

  function of(agency: string): Kept {
    if (closed) throw new StoreDown('The store is closed.');
    return all.get(agency) ?? nothing;
  }

  async function* dumpLines(): AsyncIterable<DumpLine> {
    of('');
    yield { line: 'nong-ita', format: 1, made: now() };
    for (const [agency, kept] of [...all].sort(([a], [b]) => (a < b ? -1 : 1))) yield* linesOf(agency, kept);
  }

  return {
    async agencies() {
      of('');
      return sorted([...all].filter(([, kept]) => kept.entries.length > 0).map(([id]) => id));
    },

    async load(agency, after) {
      const { entries, snapshot } = of(agency);
      if (entries.length === 0) return null;
      const start: Snapshot | null = after === undefined && snapshot ? JSON.parse(snapshot) : null;
      const tail = entries.slice(start?.version ?? after ?? 0).map((row) => entryOf(agency, row));
      return { ...headOf(entries), snapshot: start, tail };
    },

    async append(agency, expectedVersion, batch: Batch): Promise<AppendResult> {
      const rows = batchRows(batch);
      const kept = of(agency);
      if (rows.seen !== null && kept.seen.has(rows.seen)) return { kind: 'already-seen' };
      const { version } = headOf(kept.entries);
      if (version !== expectedVersion) return { kind: 'conflict', version };
      const next = appended(agency, kept, rows);
      all.set(agency, next);
      return { kind: 'appended', ...headOf(next.entries) };
    },

    async *entries(agency) {
      for (const row of of(agency).entries) yield entryOf(agency, row);
    },

    async keepSnapshot(agency, snapshot) {
      const kept = of(agency);
      if (snapshot.version > kept.entries.length) throw new Error(ahead(agency, snapshot));
      all.set(agency, { ...kept, snapshot: JSON.stringify(snapshot) });
    },

    async beside(agency, kind, id) {
      const row = of(agency).beside.get(nameOf({ kind, id }));
      return row ? besideOf(row) : null;
    },

    async besideByKey(agency, kind, key) {
      const row = [...of(agency).beside.values()].find((each) => each.kind === kind && each.key === key);
      return row ? besideOf(row) : null;
    },

    async besideAll(agency, kind) {
      const rows = [...of(agency).beside.values()].filter((row) => row.kind === kind);
      return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(besideOf);
    },

    async agenciesWithWork(now, limit) {
      of('');
      const due = [...all].flatMap(([agency, { wake, outbox }]) => {
        const tries = outbox.filter((row) => row.state === 'pending').map((row) => row.nextTry);
        const first = Math.min(wake ?? Number.POSITIVE_INFINITY, ...tries);
        return first <= now ? [{ agency, first }] : [];
      });
      due.sort((a, b) => a.first - b.first || (a.agency < b.agency ? -1 : 1));
      return due.slice(0, limit).map(({ agency }) => agency);
    },

    async pending(agency): Promise<PendingMessage[]> {
      return of(agency)
        .outbox.filter((row) => row.state === 'pending')
        .map(messageOf);
    },

    async noteDeliveries(agency, notes) {
      const kept = of(agency);
      if (!all.has(agency)) return;
      all.set(agency, { ...kept, outbox: withNotes(kept.outbox, checkedNotes(notes)) });
    },

    async lostConfirmations(agency, chat): Promise<LostConfirmation[]> {
      return of(agency).outbox.flatMap(({ id, state, chat: to, confirmation }) =>
        state === 'lost' && to === chat && confirmation !== null ? [{ id, confirmation }] : [],
      );
    },

    async outboxCounts(agency): Promise<Record<OutboxState, number>> {
      const counts = { ...noMessages };
      for (const row of of(agency).outbox) counts[row.state] += 1;
      return counts;
    },

    async marks(agency) {
      const { mark, wake } = of(agency);
      return { mark, wake };
    },

    async verify(agency, head) {
      const { entries } = of(agency);
      return verifyRows(agency, entries, headOf(entries), head);
    },

    dump: () => withEnd(dumpLines()),

    async fill(lines) {
      of('');
      if (all.size > 0) throw new Error('The store already holds something; a dump fills an empty one only.');
      const fresh = new Map<string, Kept>();
      const result = await fillFrom(lines, (row) => {
        fresh.set(row.agency, withRow(fresh.get(row.agency) ?? nothing, row));
      });
      for (const [agency, kept] of fresh) all.set(agency, kept);
      return result;
    },

    async upkeep(now) {
      of('');
      for (const [agency, kept] of all) {
        const seen = new Map([...kept.seen].filter(([, at]) => at >= now - SEEN_KEPT_MS));
        const outbox = kept.outbox.filter(
          (row) => row.state === 'pending' || row.created >= now - FINISHED_KEPT_MS,
        );
        all.set(agency, { ...kept, seen, outbox });
      }
    },

    /** Nothing of what was dropped is anywhere. */
    async scrub() {
      of('');
    },

    async close() {
      closed = true;
    },
  };
}

function appended(agency: string, kept: Kept, rows: BatchRows): Kept {
  const entries = [...kept.entries];
  for (const entry of rows.entries) {
    const { version, head } = headOf(entries);
    const row = { ...entry, seq: version + 1 };
    entries.push({ ...row, hash: chainHash(head, agency, row) });
  }
  const beside = new Map(kept.beside);
  for (const change of rows.beside) {
    if (change.do === 'drop') beside.delete(nameOf(change));
    else put(beside, change.row);
  }
  return {
    ...kept,
    entries,
    beside,
    outbox: withNotes(withMessages(kept.outbox, rows.outbox), rows.notes),
    seen: rows.seen === null ? kept.seen : new Map(kept.seen).set(rows.seen, rows.now),
    mark: rows.mark === null ? kept.mark : Math.max(rows.mark, kept.mark ?? rows.mark),
    wake: rows.wake === undefined ? kept.wake : rows.wake,
  };
}

function withRow(kept: Kept, filled: FilledRow): Kept {
  switch (filled.line) {
    case 'agency':
      return { ...kept, mark: filled.mark, wake: filled.wake };
    case 'entry':
      return { ...kept, entries: [...kept.entries, filled.row] };
    case 'beside':
      return { ...kept, beside: put(new Map(kept.beside), filled.row) };
    case 'seen':
      return { ...kept, seen: new Map(kept.seen).set(filled.id, filled.at) };
    case 'outbox':
      return { ...kept, outbox: withMessages(kept.outbox, [filled.row]) };
  }
}

function* linesOf(agency: string, kept: Kept): Iterable<DumpLine> {
  yield { line: 'agency', agency, mark: kept.mark, wake: kept.wake };
  for (const row of kept.entries) yield { line: 'entry', agency, entry: rawEntryOf(row), hash: row.hash };
  for (const [, row] of [...kept.beside].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield { line: 'beside', agency, record: besideOf(row) };
  }
  for (const id of sorted([...kept.seen.keys()])) {
    yield { line: 'seen', agency, id, at: kept.seen.get(id) ?? 0 };
  }
  for (const row of kept.outbox) yield { line: 'outbox', agency, state: row.state, message: messageOf(row) };
}

function headOf(entries: readonly EntryRow[]): { version: number; head: string } {
  return { version: entries.length, head: entries.at(-1)?.hash ?? GENESIS };
}

function put(beside: Map<string, BesideRow>, row: BesideRow): Map<string, BesideRow> {
  const taken = [...beside.values()].some(
    (other) => row.key !== null && other.key === row.key && other.kind === row.kind && other.id !== row.id,
  );
  if (taken) throw new Error(`Another ${row.kind} beside the ledger already has this key.`);
  return beside.set(nameOf(row), row);
}

function withMessages(outbox: readonly OutboxRow[], added: readonly OutboxRow[]): OutboxRow[] {
  const ids = new Set([...outbox, ...added].map((row) => row.id));
  if (ids.size < outbox.length + added.length) throw new Error('An outbox message has an id already used.');
  return [...outbox, ...added];
}

function withNotes(outbox: readonly OutboxRow[], notes: BatchRows['notes']): readonly OutboxRow[] {
  let rows = outbox;
  for (const note of notes) rows = rows.map((row) => (row.id === note.id ? noted(row, note) : row));
  return rows;
}

function nameOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind} ${id}`;
}

function ahead(agency: string, snapshot: Snapshot): string {
  return `The snapshot of agency ${agency} at ${snapshot.version} is ahead of its ledger.`;
}

function sorted(ids: readonly string[]): string[] {
  return [...ids].sort();
}
