import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { filesBelow } from '../support/files-below.ts';
import { newFolder } from './folders.ts';
import { contents, DAY, entries, NOW, person, put } from './samples.ts';

const NAME = 'นางสาวมะลิ ลืมได้';
const KEY = 'U-forget-me';

/** Files below the folder that hold the text, in UTF-8 or UTF-16. */
function holding(folder: string, text: string): string[] {
  return filesBelow(folder)
    .filter(({ bytes }) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
    .map(({ name }) => name);
}

/** A name among many, some of which come and go: pages split, and cells move from one to another. */
async function filled(folder: string) {
  const store = openSqliteStore({ folder });
  const others = Array.from({ length: 400 }, (_, at) =>
    person(`p${(at * 7919) % 1000}`, `U-${at}`, `ชื่อ ${at}`),
  );
  await store.append('office', 0, { ...entries(1, 50), beside: [put(person('p500x', KEY, NAME))] });
  for (const one of others) await store.append('office', 50, { beside: [put(one)], now: NOW });
  for (let day = 0; day < 3; day += 1) await store.upkeep(NOW + day * DAY);
  await store.append('office', 50, { beside: [{ do: 'drop', kind: 'person', id: 'p500x' }], now: NOW });
  return store;
}

it('what was dropped is in no file any more, the copies included', async () => {
  const folder = newFolder();
  const store = await filled(folder);
  const copies = holding(folder, NAME).filter((name) => name.startsWith('nong-ita-2026'));
  expect(copies, 'the copies of three days hold it').toHaveLength(3);
  const before = await contents(store);
  await store.scrub(NOW + 2 * DAY);
  expect([holding(folder, NAME), holding(folder, KEY)]).toEqual([[], []]);
  expect(readdirSync(join(folder, 'copies'))).toEqual(['nong-ita-2026-01-07.sqlite']);
  expect(await contents(store)).toEqual(before);
  await store.close();
  expect(holding(folder, NAME)).toEqual([]);
});

it('the copy it leaves is a whole store, and the file of an older hand stays', async () => {
  const folder = newFolder();
  const store = await filled(folder);
  writeFileSync(join(folder, 'copies', 'before-the-audit.sqlite'), 'by hand');
  await store.scrub(NOW);
  const names = readdirSync(join(folder, 'copies')).sort();
  expect(names).toEqual(['before-the-audit.sqlite', 'nong-ita-2026-01-05.sqlite']);
  const kept = await contents(store);
  await store.close();
  const restored = newFolder();
  writeFileSync(
    join(restored, 'nong-ita.sqlite'),
    readFileSync(join(folder, 'copies', 'nong-ita-2026-01-05.sqlite')),
  );
  const copy = openSqliteStore({ folder: restored });
  expect(await contents(copy)).toEqual(kept);
  await copy.close();
});

it('it is done beside another process that has the store open', async () => {
  const folder = newFolder();
  const store = await filled(folder);
  const beside = openSqliteStore({ folder });
  await beside.scrub(NOW);
  expect(holding(folder, NAME)).toEqual([]);
  expect((await store.append('office', 50, entries(51))).kind).toBe('appended');
  await Promise.all([store.close(), beside.close()]);
});

it('a copy that was under way when something was dropped does not outlive it', async () => {
  const folder = newFolder();
  const store = openSqliteStore({ folder });
  await store.append('office', 0, { ...entries(1), beside: [put(person('mali', KEY, NAME))] });
  const copying = store.upkeep(NOW);
  await store.append('office', 1, { beside: [{ do: 'drop', kind: 'person', id: 'mali' }], now: NOW });
  await store.scrub(NOW + DAY);
  await copying;
  expect(holding(folder, NAME)).toEqual([]);
  await store.close();
});

it('the free space of pages is made anew: SQLite leaves pieces of what it moved there, and other hands leave more', async () => {
  const folder = newFolder();
  const store = openSqliteStore({ folder });
  await store.append('office', 0, entries(1));
  const other = new DatabaseSync(join(folder, 'nong-ita.sqlite'));
  other.exec('PRAGMA secure_delete = OFF');
  const put = other.prepare(`INSERT INTO beside VALUES ('office', 'text', ?, NULL, ?)`);
  for (let at = 0; at < 50; at += 1) put.run(`t${at}`, NAME);
  other.exec(`DELETE FROM beside WHERE kind = 'text'; PRAGMA wal_checkpoint(TRUNCATE)`);
  other.close();
  expect(holding(folder, NAME)).toEqual(['nong-ita.sqlite']);
  await store.scrub(NOW);
  expect(holding(folder, NAME)).toEqual([]);
  await store.close();
});

it('it is not said to be done while somebody reads the log of before', async () => {
  const folder = newFolder();
  const store = await filled(folder);
  const reader = new DatabaseSync(join(folder, 'nong-ita.sqlite'));
  reader.exec('BEGIN; SELECT count(*) FROM entry;');
  reader.prepare('SELECT count(*) FROM entry').get();
  await expect(store.scrub(NOW)).rejects.toThrow('could not be made');
  reader.exec('COMMIT');
  reader.close();
  await store.scrub(NOW);
  expect(holding(folder, NAME)).toEqual([]);
  await store.close();
}, 20_000);
