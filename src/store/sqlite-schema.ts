import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { int } from './sqlite-columns.ts';

/** How long a writer waits for another process; an `ita` command holds the file for milliseconds. */
const BUSY_MS = 5_000;
const SCHEMA_VERSION = 2;

/** Its kinds are checked where rows are made and read (`rows.ts`). */
const BESIDE = `
  CREATE TABLE beside (
    agency TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, key TEXT, value TEXT NOT NULL,
    PRIMARY KEY (agency, kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX beside_of_key ON beside (agency, kind, key) WHERE key IS NOT NULL;`;

/** From 1: the table beside the ledger named the four kinds there were then. */
const TO_2 = `
  ALTER TABLE beside RENAME TO beside_1;
  DROP INDEX beside_of_key;
  ${BESIDE}
  INSERT INTO beside SELECT agency, kind, id, key, value FROM beside_1;
  DROP TABLE beside_1;`;

/**
 * `entry` is a plain log by rowid: clustering it by agency writes ten times the bytes. `agency.version` and `head` repeat
 * what the log says, so that an append reads one row, and so that `verify` notices a log cut off at its end.
 */
const SCHEMA = `
  CREATE TABLE agency (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, head TEXT NOT NULL, mark INTEGER, wake INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX agency_to_wake ON agency (wake) WHERE wake IS NOT NULL;

  CREATE TABLE entry (
    row INTEGER PRIMARY KEY, agency TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, kept INTEGER NOT NULL,
    by TEXT NOT NULL, cause TEXT, event TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX entry_of_agency ON entry (agency, seq);

  CREATE TABLE snapshot (
    agency TEXT PRIMARY KEY, version INTEGER NOT NULL, fold INTEGER NOT NULL, state TEXT NOT NULL
  ) STRICT;

  ${BESIDE}

  CREATE TABLE seen (
    agency TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (agency, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX seen_by_age ON seen (at);

  CREATE TABLE outbox (
    row INTEGER PRIMARY KEY, agency TEXT NOT NULL, id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'lost', 'carried', 'failed', 'unknown')),
    chat TEXT NOT NULL, recipient TEXT, how TEXT NOT NULL CHECK (how IN ('reply', 'push')), secret TEXT NOT NULL,
    expires INTEGER, messages TEXT NOT NULL, confirmation TEXT, created INTEGER NOT NULL, tries INTEGER NOT NULL,
    firstTried INTEGER, nextTry INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX outbox_id ON outbox (agency, id);
  CREATE INDEX outbox_in_state ON outbox (agency, state);
  CREATE INDEX outbox_to_try ON outbox (nextTry, agency) WHERE state = 'pending';
`;

/** How a connection is made; the crash test hands in one that fails where it is told to. */
export type OpenDatabase = (path: string) => DatabaseSync;

/** A connection as the store wants it: waits for other writers, durable at every commit. */
export function connect(path: string, open: OpenDatabase = openFile): DatabaseSync {
  const db = open(path);
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;');
    // What is erased is overwritten, not only unlinked: an erased name must not be found in the file (PDPA).
    db.exec('PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;');
    // Four times the usual: fewer commits pay for moving the log into the file, a quarter more appends.
    db.exec('PRAGMA wal_autocheckpoint = 4000');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Readable by the server's user only. A folder that exists keeps its mode: it may be shared on purpose. */
export function prepareFile(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'nong-ita.sqlite');
  // Not when it is there: to close a file by ordinary means lets go of SQLite's locks this process has on it (POSIX).
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  // SQLite gives its -wal and -shm the mode of the file itself.
  chmodSync(path, 0o600);
  return path;
}

/**
 * Makes the tables when the file is new, and brings those of an older program up to this one's.
 *
 * @throws Error when the file is newer than this program, or is no store at all.
 */
export function prepareSchema(db: DatabaseSync, path: string): void {
  if (schemaVersion(db) !== SCHEMA_VERSION) {
    // Two processes may meet a new file at once: the second looks again once the first has committed.
    db.exec('BEGIN IMMEDIATE');
    try {
      if (schemaVersion(db) === 0) {
        if (db.prepare('SELECT 1 FROM sqlite_schema').get()) {
          throw new Error(`${path} is a database of another program. Give น้องไอต้า a folder of its own.`);
        }
        db.exec(SCHEMA);
        db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
      }
      if (schemaVersion(db) === 1) {
        db.exec(TO_2);
        db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
      }
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
  const found = schemaVersion(db);
  if (found !== SCHEMA_VERSION) {
    throw new Error(
      `${path} was written by a newer น้องไอต้า (schema ${found}; this program knows ${SCHEMA_VERSION}). ` +
        'Update the program, or restore a copy made before the update.',
    );
  }
}

function schemaVersion(db: DatabaseSync): number {
  return int(db.prepare('PRAGMA user_version').get() ?? {}, 'user_version');
}

function openFile(path: string): DatabaseSync {
  return new DatabaseSync(path, { timeout: BUSY_MS });
}
