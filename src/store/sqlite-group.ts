/**
 * Group commit: what arrives in one turn of the event loop shares one transaction, and so one wait for the disk. With
 * 64 callers at once that is some thirty times the appends of one commit each.
 */
import type { DatabaseSync } from 'node:sqlite';
import { StoreDown } from '../flow/ports.ts';

/** More would keep the event loop from answering for too long; the rest goes into the next turn. */
const LARGEST_GROUP = 512;
const SQLITE_CONSTRAINT = 19;

export interface CommitGroups {
  /**
   * Runs `write` inside the next shared transaction. Resolves with its result after the commit, never before. When
   * `write` throws, only its own changes are undone; when the commit fails, nothing of the group is kept.
   * `kept` runs after the commit and before anyone hears of it.
   */
  join<T>(write: () => T, kept?: (result: T) => void): Promise<T>;
  /** Commits what waits, now. */
  flush(): void;
}

interface Job {
  /** Writes; what it returns settles the caller's promise after the commit. */
  run(): () => void;
  reject(error: unknown): void;
}

/** Makes the groups of one connection. `check` throws when nothing may be written any more. */
export function createCommitGroups(db: DatabaseSync, check: () => void = () => {}): CommitGroups {
  const savepoint = db.prepare('SAVEPOINT one');
  const release = db.prepare('RELEASE one');
  let waiting: Job[] = [];

  function commitNext(): void {
    const group = waiting.slice(0, LARGEST_GROUP);
    waiting = waiting.slice(LARGEST_GROUP);
    if (waiting.length > 0) setImmediate(commitNext);
    if (group.length > 0) commit(group);
  }

  function commit(group: readonly Job[]): void {
    const settle: (() => void)[] = [];
    try {
      check();
      // Left over only when an earlier rollback failed as well.
      if (db.isTransaction) db.exec('ROLLBACK');
      db.exec('BEGIN IMMEDIATE');
      for (const job of group) settle.push(runOne(job));
      db.exec('COMMIT');
    } catch (error) {
      rollBack();
      const down = storeDown(error);
      for (const job of group) job.reject(down);
      return;
    }
    for (const done of settle) done();
  }

  /** A caller's own mistake must not undo its neighbours; a fault of the disk is everybody's. */
  function runOne(job: Job): () => void {
    savepoint.run();
    try {
      const done = job.run();
      release.run();
      return done;
    } catch (error) {
      if (isStoreFault(error)) throw error;
      db.exec('ROLLBACK TO one; RELEASE one');
      return () => job.reject(error);
    }
  }

  function rollBack(): void {
    try {
      if (db.isTransaction) db.exec('ROLLBACK');
    } catch {
      // The next group tries again; the first error is the one worth telling.
    }
  }

  return {
    join<T>(write: () => T, kept?: (result: T) => void): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(commitNext);
        waiting.push({
          run() {
            const result = write();
            return () => {
              kept?.(result);
              resolve(result);
            };
          },
          reject,
        });
      });
    },
    flush() {
      while (waiting.length > 0) commitNext();
    },
  };
}

/** Runs a read; a fault of the database becomes `StoreDown`. */
export function asking<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw isStoreFault(error) ? storeDown(error) : error;
  }
}

function storeDown(error: unknown): StoreDown {
  if (error instanceof StoreDown) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new StoreDown(`The database does not answer: ${why}`, { cause: error });
}

/** Everything SQLite reports except a broken constraint, which is about the one row that broke it. */
function isStoreFault(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === 'ERR_INVALID_STATE') return true;
  if (error.code !== 'ERR_SQLITE_ERROR') return false;
  const code = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0;
  return (code & 0xff) !== SQLITE_CONSTRAINT;
}
