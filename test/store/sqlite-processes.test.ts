import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { newFolder } from './folders.ts';
import { start } from './processes/start.ts';
import { entries } from './samples.ts';

describe('a process that is killed inside a commit', () => {
  it.each([1, 2, 7, 40, 'any'])('loses nothing it was told is kept (commit %s)', async (commit) => {
    const folder = newFolder();
    const writer = start('append-until-killed.ts', folder, String(commit));
    // From outside it dies wherever it happens to be, most likely waiting for the disk.
    if (commit === 'any') writer.said.then(() => writer.process.kill('SIGKILL'));
    const { lines, how } = await writer.ended;
    expect(how).toBe('SIGKILL');
    const acknowledged = Number(lines.at(-1) ?? 0);

    const store = openSqliteStore({ folder });
    const versions = [];
    for (const agency of ['a', 'b', 'c']) {
      const version = (await store.load(agency))?.version ?? 0;
      versions.push(version);
      expect(version).toBeGreaterThanOrEqual(acknowledged);
      expect(await store.verify(agency)).toMatchObject({ ok: true, entries: version });
      expect(await store.pending(agency)).toHaveLength(version);
    }
    // A group is kept whole or not at all.
    expect(new Set(versions).size).toBe(1);
    const version = versions[0] ?? 0;
    expect((await store.append('a', version, { ...entries(version + 1), seen: 'w999' })).kind).toBe(
      'appended',
    );
    await store.close();
  });
});

describe('several processes on one file', () => {
  it('lose no append and number every entry once', async () => {
    const folder = newFolder();
    const names = ['server', 'import', 'remind'];
    const all = await Promise.all(names.map((name) => start('append-in-turns.ts', folder, name, '40').ended));
    expect(all.map(({ how }) => how)).toEqual([0, 0, 0]);
    const store = openSqliteStore({ folder });
    expect(await store.verify('office')).toMatchObject({ ok: true, entries: 120 });
    for (const name of names) {
      for (let n = 0; n < 40; n += 1) {
        expect((await store.append('office', 0, { seen: `${name}-${n}`, now: 0 })).kind).toBe('already-seen');
      }
    }
    await store.close();
  });
});

describe('the lock of a data folder', () => {
  it('lets one server in and tells the second who has it', async () => {
    const folder = newFolder();
    const first = start('serve.ts', folder);
    expect(await first.said).toBe('serving');
    expect(() => lockFolder(folder)).toThrow(`(process ${first.process.pid}) already serves ${folder}`);
  });

  it('is free again when its server was killed', async () => {
    const folder = newFolder();
    const first = start('serve.ts', folder);
    await first.said;
    first.process.kill('SIGKILL');
    await first.ended;
    const release = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(`(process ${process.pid})`);
    release();
  });

  it('is free again once let go, and letting go twice frees nobody else’s', () => {
    const folder = newFolder();
    const release = lockFolder(folder);
    release();
    const again = lockFolder(folder);
    release();
    expect(() => lockFolder(folder)).toThrow('already serves');
    again();
    expect(existsSync(join(folder, 'server.pid'))).toBe(false);
  });

  it('is each folder’s own, and does not keep commands from the store', async () => {
    const folder = newFolder();
    const releases = [lockFolder(folder), lockFolder(newFolder())];
    const store = openSqliteStore({ folder });
    expect((await store.append('office', 0, entries(1))).kind).toBe('appended');
    await store.close();
    for (const release of releases) release();
  });
});
