import type { DatabaseSync } from 'node:sqlite';
import type {
  BesideKind,
  BesideRecord,
  LostConfirmation,
  OutboxState,
  PendingMessage,
  Snapshot,
} from '../flow/ports.ts';
import { besideOf, type EntryRow, messageOf, noMessages, outboxState } from './rows.ts';
import {
  BESIDE,
  besideColumns,
  ENTRY,
  entryColumns,
  int,
  OUTBOX,
  outboxColumns,
  text,
} from './sqlite-columns.ts';

export interface Reader {
  agencies(): string[];
  /** Changes whenever another connection has committed; what we hold in memory is trusted only while it stays. */
  dataVersion(): number;
  /** Entries after `after` up to `until`, at most `limit`. */
  entries(agency: string, after: number, until: number, limit: number): EntryRow[];
  /** The number of the newest entry in the log itself, whatever the agency's row says. */
  newest(agency: string): number;
  snapshot(agency: string): Snapshot | null;
  beside(agency: string, kind: BesideKind, id: string): BesideRecord | null;
  besideByKey(agency: string, kind: BesideKind, key: string): BesideRecord | null;
  besideAll(agency: string, kind: BesideKind): BesideRecord[];
  withWork(now: number, limit: number): string[];
  pending(agency: string): PendingMessage[];
  lost(agency: string, chat: string): LostConfirmation[];
  counts(agency: string): Record<OutboxState, number>;
}

/** Prepares every statement once. */
export function createReader(db: DatabaseSync): Reader {
  const dataVersion = db.prepare('PRAGMA data_version');
  const agencies = db.prepare('SELECT id FROM agency WHERE version > 0 ORDER BY id');
  const entries = db.prepare(
    `SELECT ${ENTRY} FROM entry WHERE agency = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
  );
  const newest = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM entry WHERE agency = ?');
  const snapshot = db.prepare('SELECT version, fold, state FROM snapshot WHERE agency = ?');
  const beside = db.prepare(`SELECT ${BESIDE} FROM beside WHERE agency = ? AND kind = ? AND id = ?`);
  const besideByKey = db.prepare(`SELECT ${BESIDE} FROM beside WHERE agency = ? AND kind = ? AND key = ?`);
  const besideAll = db.prepare(`SELECT ${BESIDE} FROM beside WHERE agency = ? AND kind = ? ORDER BY id`);
  // Who has waited longest comes first, so that a `limit` starves nobody.
  const withWork = db.prepare(
    `SELECT agency FROM (
       SELECT id AS agency, wake AS due FROM agency WHERE wake <= ?1
       UNION ALL
       SELECT agency, nextTry AS due FROM outbox WHERE state = 'pending' AND nextTry <= ?1
     ) GROUP BY agency ORDER BY min(due), agency LIMIT ?2`,
  );
  const inState = `FROM outbox WHERE agency = ? AND state =`;
  const pending = db.prepare(`SELECT ${OUTBOX} ${inState} 'pending' ORDER BY row`);
  const lost = db.prepare(
    `SELECT id, confirmation ${inState} 'lost' AND chat = ? AND confirmation IS NOT NULL ORDER BY row`,
  );
  const counts = db.prepare('SELECT state, count(*) AS n FROM outbox WHERE agency = ? GROUP BY state');

  return {
    agencies: () => agencies.all().map((row) => text(row, 'id')),
    dataVersion: () => int(dataVersion.get() ?? {}, 'data_version'),
    entries: (agency, after, until, limit) =>
      entries.all(agency, after, until, limit).map((row) => entryColumns(row)),
    newest: (agency) => int(newest.get(agency) ?? {}, 'seq'),
    snapshot(agency) {
      const row = snapshot.get(agency);
      if (!row) return null;
      return { version: int(row, 'version'), fold: int(row, 'fold'), state: JSON.parse(text(row, 'state')) };
    },
    beside(agency, kind, id) {
      const row = beside.get(agency, kind, id);
      return row ? besideOf(besideColumns(row)) : null;
    },
    besideByKey(agency, kind, key) {
      const row = besideByKey.get(agency, kind, key);
      return row ? besideOf(besideColumns(row)) : null;
    },
    besideAll: (agency, kind) => besideAll.all(agency, kind).map((row) => besideOf(besideColumns(row))),
    withWork: (now, limit) => withWork.all(now, limit).map((row) => text(row, 'agency')),
    pending: (agency) => pending.all(agency).map((row) => messageOf(outboxColumns(row))),
    lost: (agency, chat) =>
      lost.all(agency, chat).map((row) => ({ id: text(row, 'id'), confirmation: text(row, 'confirmation') })),
    counts(agency) {
      const found = { ...noMessages };
      for (const row of counts.all(agency)) found[outboxState(text(row, 'state'))] = int(row, 'n');
      return found;
    },
  };
}
