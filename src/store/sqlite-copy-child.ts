/** The child that makes a copy; `sqlite-copies.ts` starts it and tells it which. It ends with 0 only when the copy is made. */
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';

export interface CopyWork {
  readonly path: string;
  readonly target: string;
  /** The file itself is made anew first: erased bytes may lie in the free space of its pages. */
  readonly rebuild: boolean;
}

/** A rebuild is worth waiting for a writer. */
const REBUILD_WAIT_MS = 2_000;

// Ctrl-C and a service manager's stop reach every process: the parent waits for a copy under way.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
// Without a parent nobody gives the copy its name.
process.once('disconnect', () => process.exit(1));
process.once('message', async (work: CopyWork) => {
  try {
    await copy(work);
    process.exit(0);
  } catch (error) {
    process.send?.(error instanceof Error ? error.message : String(error), () => process.exit(1));
  }
});

async function copy({ path, target, rebuild }: CopyWork): Promise<void> {
  // No waiting for a copy: while a checkpoint waits for a reader it holds up every writer, and tomorrow is another day.
  const db = new DatabaseSync(path, { timeout: rebuild ? REBUILD_WAIT_MS : 0 });
  try {
    if (rebuild) db.exec('PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; VACUUM');
    // Takes what was erased out of the write-ahead log too.
    const log = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    if (rebuild && log?.busy !== 0)
      throw new Error('Somebody reads the file: its log still holds what was erased.');
    // A parent that died meanwhile is noticed here, in the second turn: the first is the rest of this one.
    await nextTurn();
    await nextTurn();
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
}
