import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { StoreDown } from '../../src/flow/ports.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { newFolder } from './folders.ts';
import { contents, DAY, entries, NOW, person, push, put } from './samples.ts';

const fileIn = (folder: string) => join(folder, 'nong-ita.sqlite');

describe('the file of the sqlite store', () => {
  it('and its folder are for the server alone', async () => {
    const folder = join(newFolder(), 'data');
    const store = openSqliteStore({ folder });
    await store.append('office', 0, entries(1));
    await store.upkeep(NOW);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'copies')).mode & 0o777).toBe(0o700);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(statSync(join(file.parentPath, file.name)).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it('is refused, readably, when a newer program wrote it', async () => {
    const folder = newFolder();
    await openSqliteStore({ folder }).close();
    const raw = new DatabaseSync(fileIn(folder));
    raw.exec('PRAGMA user_version = 3');
    raw.close();
    expect(() => openSqliteStore({ folder })).toThrow(/newer น้องไอต้า \(schema 3; .* knows 2\)\. Update/);
  });

  it('of schema 1 is brought up to date, with all that lies beside', async () => {
    const folder = newFolder();
    const store = openSqliteStore({ folder });
    await store.append('office', 0, { ...entries(1, 2), beside: [put(person('mali', 'U-mali'))] });
    await store.close();
    const raw = new DatabaseSync(fileIn(folder));
    raw.exec(`
      ALTER TABLE beside RENAME TO newer;
      DROP INDEX beside_of_key;
      CREATE TABLE beside (
        agency TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('person', 'group', 'text', 'code')),
        id TEXT NOT NULL, key TEXT, value TEXT NOT NULL, PRIMARY KEY (agency, kind, id)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX beside_of_key ON beside (agency, kind, key) WHERE key IS NOT NULL;
      INSERT INTO beside SELECT * FROM newer;
      DROP TABLE newer;
      PRAGMA user_version = 1;`);
    raw.close();
    const again = openSqliteStore({ folder });
    expect(await again.besideByKey('office', 'person', 'U-mali')).toEqual(person('mali', 'U-mali'));
    const document = { kind: 'document', id: '1', key: null, value: { name: 'plan.docx' } } as const;
    await again.append('office', 2, { beside: [put(document)], now: NOW });
    expect(await again.besideAll('office', 'document')).toEqual([document]);
    expect((await again.verify('office')).ok).toBe(true);
    await again.close();
  });

  it('is refused when it is another program’s, or no database', () => {
    const folder = newFolder();
    const raw = new DatabaseSync(fileIn(folder));
    raw.exec('CREATE TABLE recipes (name TEXT)');
    raw.close();
    expect(() => openSqliteStore({ folder })).toThrow('another program');
    const text = newFolder();
    writeFileSync(fileIn(text), 'dear diary, '.repeat(100));
    expect(() => openSqliteStore({ folder: text })).toThrow('not a database');
  });

  it('does not hold a name any more once it was erased and cared for', async () => {
    const folder = newFolder();
    const store = openSqliteStore({ folder });
    const name = 'นางสาวมะลิ ลืมได้';
    await store.append('office', 0, {
      ...entries(1, 20),
      beside: [put(person('mali', 'U-forget-me', name))],
      outbox: [push('m1', 'U-forget-me')],
    });
    await store.noteDeliveries('office', [{ id: 'm1', kind: 'delivered' }]);
    await store.append('office', 20, { beside: [{ do: 'drop', kind: 'person', id: 'mali' }], now: NOW });
    await store.upkeep(NOW);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      for (const gone of [name, 'U-forget-me', 'key-of-m1', 'ถึงกำหนด']) {
        expect(bytes.includes(gone), `${gone} in ${file.name}`).toBe(false);
      }
    }
    await store.close();
  });

  it.each([
    ['a changed entry', `UPDATE entry SET at = at + 1 WHERE seq = 700`, 700, 'does not fit'],
    ['a changed cause', `UPDATE entry SET cause = 'another' WHERE seq = 1`, 1, 'does not fit'],
    [
      'a changed event',
      `UPDATE entry SET event = replace(event, '25', '26') WHERE seq = 3`,
      3,
      'does not fit',
    ],
    [
      'an entry given to someone else',
      `UPDATE entry SET by = '{"kind":"clock"}' WHERE seq = 3`,
      3,
      'does not fit',
    ],
    ['a missing entry', `DELETE FROM entry WHERE seq = 650`, 650, 'entry 650 is missing; 651 comes next'],
    [
      'two entries that changed places',
      `UPDATE entry SET seq = -1 WHERE seq = 5; UPDATE entry SET seq = 5 WHERE seq = 6;
       UPDATE entry SET seq = 6 WHERE seq = -1`,
      5,
      'does not fit',
    ],
    [
      'a log cut off at its end',
      `DELETE FROM entry WHERE seq > 690`,
      691,
      'entry 691 is missing; 700 entries were kept',
    ],
    [
      'a log cut off with its version',
      `DELETE FROM entry WHERE seq > 690; UPDATE agency SET version = 690`,
      691,
      'newest',
    ],
    [
      'an entry slipped in at the end',
      `INSERT INTO entry (agency, seq, at, kept, by, cause, event, hash)
       SELECT agency, 701, at, kept, by, cause, event, hash FROM entry WHERE seq = 700`,
      701,
      'does not fit',
    ],
    ['entries of a forgotten agency', 'DELETE FROM agency', 701, 'newest'],
  ])('shows %s to verify', async (_, harm, brokenAt, why) => {
    const folder = newFolder();
    const store = openSqliteStore({ folder });
    await store.append('office', 0, entries(1, 700));
    await store.append('annex', 0, entries(1));
    const raw = new DatabaseSync(fileIn(folder));
    raw.exec(harm);
    raw.close();
    expect(await store.verify('office')).toMatchObject({
      ok: false,
      brokenAt,
      why: expect.stringContaining(why),
    });
    await store.close();
  });
});

describe('daily copies', () => {
  it('are whole stores of their day, made once a day in Bangkok', async () => {
    const folder = newFolder();
    const store = openSqliteStore({ folder });
    await store.append('office', 0, entries(1));
    const beforeMidnight = Date.UTC(2026, 0, 5, 16, 59);
    await store.upkeep(beforeMidnight);
    const kept = await contents(store);
    await store.append('office', 1, entries(2));
    await store.upkeep(beforeMidnight + 1);
    await store.upkeep(beforeMidnight + 60_000);
    const days = ['nong-ita-2026-01-05.sqlite', 'nong-ita-2026-01-06.sqlite'];
    expect(readdirSync(join(folder, 'copies')).sort()).toEqual(days);
    await store.close();

    const restored = newFolder();
    writeFileSync(fileIn(restored), readFileSync(join(folder, 'copies', 'nong-ita-2026-01-05.sqlite')));
    const old = openSqliteStore({ folder: restored });
    expect(await contents(old)).toEqual(kept);
    expect(await old.verify('office')).toMatchObject({ ok: true, entries: 1 });
    await old.close();
  });

  it('are the newest 14, and nothing else in the folder is touched', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'copies'));
    writeFileSync(join(folder, 'copies', 'before-the-audit.sqlite'), '');
    writeFileSync(join(folder, 'copies', 'nong-ita-2026-01-01.half'), 'broken off');
    const store = openSqliteStore({ folder });
    for (let day = 0; day < 17; day += 1) await store.upkeep(NOW + day * DAY);
    const names = readdirSync(join(folder, 'copies')).sort();
    expect(names).toHaveLength(15);
    expect(names.slice(0, 2)).toEqual(['before-the-audit.sqlite', 'nong-ita-2026-01-08.sqlite']);
    expect(names.at(-1)).toBe('nong-ita-2026-01-21.sqlite');
    await store.close();
  });

  it('do not hold up appends, and closing waits for them', async () => {
    const folder = newFolder();
    const store = openSqliteStore({ folder });
    await store.append('office', 0, entries(1, 2_000));
    const copying = store.upkeep(NOW);
    expect((await store.append('office', 2_000, entries(2_001))).kind).toBe('appended');
    await store.close();
    expect(readdirSync(join(folder, 'copies'))).toEqual(['nong-ita-2026-01-05.sqlite']);
    await copying;
  });
});

it('keeps nothing more when its file is taken away or replaced under it: what it said yes to would be lost', async () => {
  const folder = newFolder();
  const store = openSqliteStore({ folder });
  await store.append('office', 0, entries(1));
  renameSync(join(folder, 'nong-ita.sqlite'), join(folder, 'elsewhere.sqlite'));
  await expect(store.append('office', 1, entries(2))).rejects.toThrow(StoreDown);
  await expect(store.agenciesWithWork(NOW, 1)).rejects.toThrow('moved, deleted or replaced');
  renameSync(join(folder, 'elsewhere.sqlite'), join(folder, 'nong-ita.sqlite'));
  expect((await store.append('office', 1, entries(2))).kind).toBe('appended');
  await store.close();
});
