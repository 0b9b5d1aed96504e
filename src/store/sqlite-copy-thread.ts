/** The thread that makes a copy; `sqlite-copies.ts` starts it. */
import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

const { path, target }: { readonly path: string; readonly target: string } = workerData;

// No waiting: while a checkpoint waits for a reader it holds up every writer, and tomorrow is another day.
const db = new DatabaseSync(path, { timeout: 0 });
try {
  // Takes what was erased out of the write-ahead log too.
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.prepare('VACUUM INTO ?').run(target);
} finally {
  db.close();
}
