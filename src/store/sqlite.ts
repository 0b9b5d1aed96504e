/** The default store: one SQLite file in the data folder, through Node's own driver. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Log, Snapshot, Store } from '../flow/ports.ts';
import { StoreDown } from '../flow/ports.ts';
import { batchRows, checkedNotes } from './batch-rows.ts';
import { withEnd } from './dump-check.ts';
import { FINISHED_KEPT_MS, SEEN_KEPT_MS } from './retention.ts';
import { type EntryRow, entryOf } from './rows.ts';
import { type AgencyRow, BLANK, createWriter } from './sqlite-append.ts';
import { copyOfTheDay, scrubbedCopy } from './sqlite-copies.ts';
import { dumpLines, fillStore } from './sqlite-dump.ts';
import { asking, createCommitGroups } from './sqlite-group.ts';
import { createReader } from './sqlite-read.ts';
import { connect, type OpenDatabase, prepareFile, prepareSchema } from './sqlite-schema.ts';
import { startWalk } from './verify.ts';

/** Entries read before other work gets its turn. */
const PAGE = 500;

export interface SqliteStoreOptions {
  /** Where `nong-ita.sqlite` and `copies/` lie; made when missing. */
  readonly folder: string;
  /** Daily copies kept. */
  readonly keepCopies?: number;
  readonly log?: Log;
  /** Stamps dumps. */
  readonly now?: () => number;
  /** Makes a connection in another way than ours; it brings its own busy timeout. */
  readonly open?: OpenDatabase;
}

/**
 * Opens the store, making it when it is new.
 *
 * @throws Error when the file is newer than this program or belongs to another one.
 */
export function openSqliteStore(options: SqliteStoreOptions): Store {
  const { folder, keepCopies = 14, log, now = Date.now, open } = options;
  const path = prepareFile(folder);
  const db = connect(path, open);
  try {
    prepareSchema(db, path);
    const opened = identityOf(path);
    const another = () => asking(() => connect(path, open));
    return assemble(db, {
      another,
      now,
      checkFile() {
        if (identityOf(path) === opened) return;
        throw new StoreDown(
          `${path} was moved, deleted or replaced while it was in use: stop the server, then put it right`,
        );
      },
      async copy(at) {
        const copy = await copyOfTheDay(path, join(folder, 'copies'), at, keepCopies);
        if (copy) log?.info({ copy }, 'made the daily copy of the store');
      },
      async scrub(at) {
        const copy = await scrubbedCopy(path, join(folder, 'copies'), at);
        log?.info(
          { copy },
          'made the store anew without what was erased, and one copy in place of all before',
        );
      },
    });
  } catch (error) {
    db.close();
    throw error;
  }
}

interface Surroundings {
  another(): DatabaseSync;
  /** SQLite goes on writing into a file that has been taken away: what is acknowledged then is lost. */
  checkFile(): void;
  now(): number;
  copy(at: number): Promise<void>;
  scrub(at: number): Promise<void>;
}

type Head = Pick<AgencyRow, 'version' | 'head'>;

function assemble(db: DatabaseSync, { another, now, copy, scrub, checkFile }: Surroundings): Store {
  const reader = createReader(db);
  const writer = createWriter(db);
  const groups = createCommitGroups(db, checkFile);
  const putSnapshot = db.prepare(
    'INSERT OR REPLACE INTO snapshot (agency, version, fold, state) VALUES (?, ?, ?, ?)',
  );
  const forgetSeen = db.prepare('DELETE FROM seen WHERE at < ?');
  const forgetFinished = db.prepare(`DELETE FROM outbox WHERE state <> 'pending' AND created < ?`);

  /** Newest entry per agency; trusted only while no other process has committed. Our own commits are put in here. */
  const heads = new Map<string, Head>();
  let trusted = reader.dataVersion();
  let caring: Promise<void> = Promise.resolve();

  function headOf(agency: string): Head | null {
    const current = reader.dataVersion();
    if (current !== trusted) heads.clear();
    trusted = current;
    const known = heads.get(agency);
    if (known) return known;
    const row = writer.agency(agency);
    if (!row || row.version === 0) return null;
    heads.set(agency, row);
    return row;
  }

  /** Pages of an agency's log, other work having its turn in between. */
  async function* rowsOf(agency: string, until: number): AsyncIterable<EntryRow> {
    for (let after = 0; after < until; ) {
      const page = asking(() => reader.entries(agency, after, until, PAGE));
      yield* page;
      const last = page.at(-1);
      if (!last) return;
      after = last.seq;
      await nextTurn();
    }
  }

  async function care(at: number): Promise<void> {
    await groups.join(() => {
      forgetSeen.run(at - SEEN_KEPT_MS);
      forgetFinished.run(at - FINISHED_KEPT_MS);
    });
    await copy(at);
  }

  return {
    agencies: async () => asking(() => reader.agencies()),

    load: async (agency, after) =>
      asking(() => {
        // Before the head: a snapshot kept by another process meanwhile must not be ahead of the head we read.
        const snapshot = after === undefined ? reader.snapshot(agency) : null;
        const head = headOf(agency);
        if (!head) return null;
        const start = snapshot?.version ?? after ?? 0;
        const missing = Math.max(0, head.version - start);
        const rows = missing === 0 ? [] : reader.entries(agency, start, head.version, missing);
        if (rows.length < missing)
          throw new StoreDown(`Entries of agency ${agency} are missing; run "verify".`);
        return {
          version: head.version,
          head: head.head,
          snapshot,
          tail: rows.map((row) => entryOf(agency, row)),
        };
      }),

    async append(agency, expectedVersion, batch) {
      const rows = batchRows(batch);
      return groups.join(
        () => writer.append(agency, expectedVersion, rows),
        (result) => {
          if (result.kind !== 'appended' || result.version === 0) return;
          heads.set(agency, { version: result.version, head: result.head });
        },
      );
    },

    async *entries(agency) {
      const until = asking(() => headOf(agency)?.version ?? 0);
      for await (const row of rowsOf(agency, until)) yield entryOf(agency, row);
    },

    async keepSnapshot(agency, { version, fold, state }: Snapshot) {
      const text = JSON.stringify(state);
      await groups.join(() => {
        if (version > (writer.agency(agency) ?? BLANK).version) {
          throw new Error(`The snapshot of agency ${agency} at ${version} is ahead of its ledger.`);
        }
        putSnapshot.run(agency, version, fold, text);
      });
    },

    beside: async (agency, kind, id) => asking(() => reader.beside(agency, kind, id)),
    besideByKey: async (agency, kind, key) => asking(() => reader.besideByKey(agency, kind, key)),
    besideAll: async (agency, kind) => asking(() => reader.besideAll(agency, kind)),

    async agenciesWithWork(at, limit) {
      checkFile();
      return asking(() => reader.withWork(at, limit));
    },
    pending: async (agency) => asking(() => reader.pending(agency)),
    async noteDeliveries(agency, notes) {
      const checked = checkedNotes(notes);
      if (checked.length > 0) await groups.join(() => writer.note(agency, checked));
    },
    lostConfirmations: async (agency, chat) => asking(() => reader.lost(agency, chat)),
    outboxCounts: async (agency) => asking(() => reader.counts(agency)),
    marks: async (agency) =>
      asking(() => {
        const { mark, wake } = writer.agency(agency) ?? BLANK;
        return { mark, wake };
      }),

    async verify(agency, sought) {
      const walk = startWalk(agency, sought);
      // The log before the agency's row: an append in between then only adds to what the row says.
      const newest = asking(() => reader.newest(agency));
      const claimed = asking(() => writer.agency(agency)) ?? BLANK;
      for await (const row of rowsOf(agency, Math.max(newest, claimed.version))) {
        const broken = walk.step(row);
        if (broken) return broken;
      }
      return walk.end(claimed);
    },

    async *dump() {
      yield* withEnd(dumpLines(another(), now()));
    },
    fill: async (lines) => fillStore(another(), lines),

    upkeep(at) {
      caring = caring.catch(() => {}).then(() => care(at));
      return caring;
    },

    scrub(at) {
      // After a copy under way: that one may hold what was erased since it began.
      caring = caring.catch(() => {}).then(() => scrub(at));
      return caring;
    },

    async close() {
      groups.flush();
      await caring.catch(() => {});
      if (!db.isOpen) return;
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}

/** Which file lies at the path; null = none. */
function identityOf(path: string): string | null {
  const file = statSync(path, { throwIfNoEntry: false });
  return file === undefined ? null : `${file.dev}:${file.ino}`;
}
