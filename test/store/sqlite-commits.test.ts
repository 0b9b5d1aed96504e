import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { StoreDown } from '../../src/flow/ports.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { diskFault, watched } from './databases.ts';
import { newFolder } from './folders.ts';
import { entries, NOW, push } from './samples.ts';

describe('commits of the sqlite store', () => {
  it('share one commit among all that arrive together', async () => {
    const watch = watched();
    const store = openSqliteStore({ folder: newFolder(), open: watch.open });
    watch.ran.clear();
    await Promise.all([
      ...Array.from({ length: 64 }, (_, i) => store.append(`office-${i}`, 0, entries(1))),
      store.noteDeliveries('office-1', [{ id: 'm1', kind: 'delivered' }]),
    ]);
    expect(watch.ran.get('COMMIT')).toBe(1);
    expect(await store.agencies()).toHaveLength(64);
    await store.append('office-1', 1, entries(2));
    expect(watch.ran.get('COMMIT')).toBe(2);
    await store.close();
  });

  it('wait for the disk', async () => {
    const made: DatabaseSync[] = [];
    const open = (path: string) => {
      const db = new DatabaseSync(path);
      made.push(db);
      return db;
    };
    const store = openSqliteStore({ folder: newFolder(), open });
    expect(made.map((db) => db.prepare('PRAGMA synchronous').get())).toEqual([{ synchronous: 2 }]);
    expect(made.map((db) => db.prepare('PRAGMA journal_mode').get())).toEqual([{ journal_mode: 'wal' }]);
    await store.close();
  });

  it('are not so large that nothing else gets its turn', async () => {
    const watch = watched();
    const store = openSqliteStore({ folder: newFolder(), open: watch.open });
    watch.ran.clear();
    const all = Array.from({ length: 1_200 }, (_, i) => store.append(`office-${i}`, 0, entries(1)));
    expect((await Promise.all(all)).every((result) => result.kind === 'appended')).toBe(true);
    expect(watch.ran.get('COMMIT')).toBe(3);
    await store.close();
  });

  it('come before anyone is told', async () => {
    const watch = watched();
    const store = openSqliteStore({ folder: newFolder(), open: watch.open });
    const order: string[] = [];
    watch.before = (sql) => order.push(sql.replace(/^INSERT INTO (\w+).*/s, 'write $1'));
    await store.append('office', 0, entries(1)).then(() => order.push('told'));
    const steps = ['BEGIN IMMEDIATE', 'write entry', 'write agency', 'COMMIT', 'told'];
    expect(order.filter((step) => steps.includes(step))).toEqual(steps);
    await store.close();
  });

  it.each([
    'BEGIN IMMEDIATE',
    'INSERT INTO outbox',
    'COMMIT',
  ])('that fail at %s keep nothing, and the next works', async (where) => {
    const watch = watched();
    const store = openSqliteStore({ folder: newFolder(), open: watch.open });
    await store.append('office', 0, entries(1));
    await store.load('office', 1);
    watch.before = (sql) => {
      if (sql.startsWith(where)) throw diskFault();
    };
    const results = await Promise.allSettled([
      store.append('office', 1, { ...entries(2), seen: 'w1', outbox: [push('m1')] }),
      store.append('annex', 0, entries(1)),
      store.append('office', 0, entries(2)),
    ]);
    for (const result of results) {
      expect(result.status).toBe('rejected');
      expect(result).toHaveProperty('reason', expect.any(StoreDown));
      expect(result).toHaveProperty('reason.cause.message', 'disk I/O error');
    }
    expect(await store.load('office', 1)).toMatchObject({ version: 1, tail: [] });
    expect(await store.agencies()).toEqual(['office']);

    watch.before = () => {};
    const again = await store.append('office', 1, { ...entries(2), seen: 'w1', outbox: [push('m1')] });
    expect(again).toMatchObject({ kind: 'appended', version: 2 });
    expect(await store.verify('office')).toMatchObject({ ok: true, entries: 2 });
    await store.close();
  });

  it('say the store is down when another process holds the file too long, and work once it lets go', async () => {
    const folder = newFolder();
    const store = openSqliteStore({ folder, open: watched(20).open });
    const other = new DatabaseSync(join(folder, 'nong-ita.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append('office', 0, entries(1))).rejects.toMatchObject({
      name: 'StoreDown',
      message: expect.stringContaining('locked'),
    });
    expect(await store.load('office')).toBeNull();
    other.close();
    expect((await store.append('office', 0, entries(1))).kind).toBe('appended');
    await store.close();
  });

  it('put nothing of an agency into memory that was not committed', async () => {
    const folder = newFolder();
    const watch = watched();
    const store = openSqliteStore({ folder, open: watch.open });
    watch.before = (sql) => {
      if (sql === 'COMMIT') throw diskFault();
    };
    await expect(store.append('office', 0, entries(1))).rejects.toBeInstanceOf(StoreDown);
    expect(await store.load('office')).toBeNull();
    watch.before = () => {};
    await store.close();
  });
});

describe('reading the sqlite store', () => {
  it('asks no table when nothing is new', async () => {
    const watch = watched();
    const store = openSqliteStore({ folder: newFolder(), open: watch.open });
    await store.append('office', 0, entries(1));
    watch.ran.clear();
    expect(await store.load('office', 1)).toMatchObject({ version: 1, tail: [] });
    expect([...watch.ran]).toEqual([['PRAGMA data_version', 1]]);
    await store.close();
  });

  it('sees at once what another writer appended, and the other way round', async () => {
    const folder = newFolder();
    const [server, command] = [openSqliteStore({ folder }), openSqliteStore({ folder })];
    await server.append('office', 0, entries(1));
    expect(await command.load('office', 0)).toMatchObject({ version: 1 });
    expect(await server.load('office', 1)).toMatchObject({ version: 1 });

    await command.append('office', 1, entries(2));
    expect(await server.load('office', 1)).toMatchObject({ version: 2, tail: [{ seq: 2 }] });
    expect(await server.append('office', 1, entries(3))).toEqual({ kind: 'conflict', version: 2 });
    await server.append('office', 2, entries(3));
    expect(await command.load('office', 2)).toMatchObject({ version: 3 });
    await server.close();
    expect(await command.load('office', 3)).toMatchObject({ version: 3 });
    await command.close();
  });

  it('is down, not wrong, when entries are gone', async () => {
    const folder = newFolder();
    const store = openSqliteStore({ folder });
    await store.append('office', 0, entries(1, 3));
    const raw = new DatabaseSync(join(folder, 'nong-ita.sqlite'));
    raw.exec('DELETE FROM entry WHERE seq = 2');
    await expect(store.load('office')).rejects.toMatchObject({ name: 'StoreDown' });
    raw.exec(`UPDATE entry SET event = '{"type":"poem"}' WHERE seq = 3`);
    await expect(store.load('office', 2)).rejects.toThrow('Entry 3 of agency office');
    raw.close();
    await store.close();
  });

  it('leaves no write-ahead log behind when closed', async () => {
    const folder = newFolder();
    const store = openSqliteStore({ folder });
    await store.append('office', 0, { ...entries(1), now: NOW });
    await store.close();
    expect(existsSync(join(folder, 'nong-ita.sqlite-wal'))).toBe(false);
  });
});
