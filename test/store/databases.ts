import { DatabaseSync } from 'node:sqlite';

/** Connections that count, fail or end the process where a test tells them to. */
export interface Watched {
  readonly open: (path: string) => DatabaseSync;
  /** How often each command or statement ran. */
  readonly ran: Map<string, number>;
  /** Called before each of them; what it throws takes its place. */
  before: (sql: string) => void;
}

export function watched(timeout = 5_000): Watched {
  const ran = new Map<string, number>();
  const count = (sql: string) => ran.set(sql, (ran.get(sql) ?? 0) + 1);
  const watch: Watched = {
    ran,
    before: () => {},
    open(path) {
      const db = new DatabaseSync(path, { timeout });
      return bound(db, {
        exec(sql: string) {
          watch.before(sql);
          count(sql);
          db.exec(sql);
        },
        prepare(sql: string) {
          const statement = db.prepare(sql);
          const counted = (name: 'run' | 'get' | 'all') => {
            return (...values: Parameters<typeof statement.run>) => {
              watch.before(sql);
              count(sql);
              return statement[name](...values);
            };
          };
          return bound(statement, { run: counted('run'), get: counted('get'), all: counted('all') });
        },
      });
    },
  };
  return watch;
}

/** What SQLite says when the disk does not answer. */
export function diskFault(): Error {
  return Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 10 });
}

/** The object with some of its functions replaced. */
function bound<T extends object>(target: T, replaced: Readonly<Record<string, unknown>>): T {
  return new Proxy(target, {
    get(_, name) {
      if (typeof name === 'string' && name in replaced) return replaced[name];
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
