/** The thread that makes a copy; `sqlite-copies.ts` starts it. */
import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

export interface CopyWork {
  readonly path: string;
  readonly target: string;
  /** The file itself is made anew first: erased bytes may lie in the free space of its pages. */
  readonly rebuild: boolean;
}

/** A rebuild is worth waiting for a writer. */
const REBUILD_WAIT_MS = 2_000;

const { path, target, rebuild }: CopyWork = workerData;

// No waiting for a copy: while a checkpoint waits for a reader it holds up every writer, and tomorrow is another day.
const db = new DatabaseSync(path, { timeout: rebuild ? REBUILD_WAIT_MS : 0 });
try {
  if (rebuild) db.exec('PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; VACUUM');
  // Takes what was erased out of the write-ahead log too.
  const log = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (rebuild && log?.busy !== 0)
    throw new Error('Somebody reads the file: its log still holds what was erased.');
  db.prepare('VACUUM INTO ?').run(target);
} finally {
  db.close();
}
