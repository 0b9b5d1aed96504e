/** Ends the bot's own process by SIGKILL at a chosen passing of a chosen point of its store. */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Store } from '../../src/flow/ports.ts';
import type { OpenDatabase } from '../../src/store/sqlite-schema.ts';
import type { Diary, Group } from './diary.ts';
import type { InsidePoint } from './kill-points.ts';

export interface KillSwitch {
  arm(point: InsidePoint, n: number): void;
  /** Connections that pass the points of a commit. */
  readonly open: OpenDatabase;
  /** The store with the points around it. */
  around(store: Store): Store;
}

/** As the store's own: the switch brings its busy timeout with it. */
const BUSY_MS = 5_000;
const EMPTY: Group = { writers: 0, entries: 0, messages: 0 };

export function createKillSwitch(diary: Diary): KillSwitch {
  let armed: { readonly point: InsidePoint; left: number } | null = null;
  let group = EMPTY;

  function pass(point: InsidePoint): void {
    if (armed?.point !== point) return;
    armed.left -= 1;
    if (armed.left > 0) return;
    diary({ what: 'dying', point, ...group });
    process.kill(process.pid, 'SIGKILL');
  }

  function exec(db: DatabaseSync, sql: string): void {
    if (sql === 'COMMIT') pass('commit');
    db.exec(sql);
    if (sql === 'COMMIT') pass('committed');
    if (sql !== 'BEGIN IMMEDIATE') return;
    group = EMPTY;
    pass('begin');
  }

  function ran(sql: string): void {
    const { writers, entries, messages } = group;
    if (sql.startsWith('SAVEPOINT')) group = { ...group, writers: writers + 1 };
    if (!sql.startsWith('INSERT')) return;
    if (sql.startsWith('INSERT INTO entry')) group = { ...group, entries: entries + 1 };
    if (sql.startsWith('INSERT INTO outbox')) group = { ...group, messages: messages + 1 };
    pass('insert');
  }

  return {
    arm(point, n) {
      armed = { point, left: n };
    },
    open(path) {
      const db = new DatabaseSync(path, { timeout: BUSY_MS });
      return replaced(db, {
        exec: (sql: string) => exec(db, sql),
        prepare(sql: string) {
          const statement = db.prepare(sql);
          return replaced(statement, {
            run(...values: Parameters<StatementSync['run']>) {
              const result = statement.run(...values);
              ran(sql);
              return result;
            },
          });
        },
      });
    },
    around: (store) => ({
      ...store,
      async append(agency, version, batch) {
        const result = await store.append(agency, version, batch);
        if (result.kind === 'already-seen') diary({ what: 'already-seen', id: batch.seen ?? '' });
        else if (batch.seen != null && result.kind === 'appended') pass('appended');
        return result;
      },
      async noteDeliveries(agency, notes) {
        if (notes.some(({ kind }) => kind === 'delivered')) pass('answered');
        await store.noteDeliveries(agency, notes);
        if (notes.some(({ kind }) => kind === 'trying')) pass('trying');
      },
    }),
  };
}

/** The object with some of its functions replaced. */
function replaced<T extends object>(target: T, functions: Readonly<Record<string, unknown>>): T {
  return new Proxy(target, {
    get(_, name) {
      if (typeof name === 'string' && name in functions) return functions[name];
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
