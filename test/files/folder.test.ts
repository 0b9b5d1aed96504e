import { mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolderFiles } from '../../src/files/folder.ts';
import { randomIds } from '../../src/ids.ts';
import { newFolder } from '../store/folders.ts';
import { filesContract, MOST } from './contract.ts';

const PLAN = new TextEncoder().encode('แผน');
const open = (folder: string) => createFolderFiles({ folder, ids: randomIds(), maxBytes: MOST });
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

filesContract('folder', () => {
  const folder = join(newFolder(), 'files');
  return { files: open(folder), reopen: () => open(folder) };
});

describe('the folder', () => {
  it('is made when the first file comes, in places that are not there yet', async () => {
    const folder = join(newFolder(), 'data', 'deep', 'files');
    const files = open(folder);
    expect(await files.all('office')).toEqual([]);
    const { id } = await files.put('office', PLAN);
    expect(readdirSync(join(folder, 'office'))).toEqual([id]);
  });

  it.skipIf(process.platform === 'win32')('is for our own eyes, whatever the mask', async () => {
    const folder = join(newFolder(), 'files');
    const mask = process.umask(0);
    try {
      const { id } = await open(folder).put('office', PLAN);
      expect(modeOf(join(folder, 'office', id))).toBe('600');
      expect(modeOf(join(folder, 'office'))).toBe('700');
      expect(modeOf(folder)).toBe('700');
    } finally {
      process.umask(mask);
    }
  });

  it('knows nothing of what a process that died had half written, and sweeps it out an hour later', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'office'));
    const [old, young] = [join(folder, 'office', 'old.part'), join(folder, 'office', 'young.part')];
    for (const path of [old, young]) writeFileSync(path, 'half');
    const hourAgo = Date.now() / 1000 - 3_700;
    utimesSync(old, hourAgo, hourAgo);
    const files = open(folder);
    expect(await files.all('office')).toEqual([]);
    expect(await files.get('office', 'old.part')).toBeNull();
    const { id } = await files.put('office', PLAN);
    expect(readdirSync(join(folder, 'office')).sort()).toEqual([id, 'young.part'].sort());
  });

  it('leaves nothing behind where it could not write, and says so', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'office'), 'a file where a folder should be');
    const files = open(folder);
    await expect(files.put('office', PLAN)).rejects.toThrow();
    await expect(files.all('office')).rejects.toThrow('ENOTDIR');
    // A disk in trouble is no "not there".
    await expect(files.get('office', 'some-id')).rejects.toThrow('ENOTDIR');
    expect(readdirSync(folder)).toEqual(['office']);
  });

  it('passes over folders someone made in it', async () => {
    const folder = newFolder();
    const files = open(folder);
    const { id } = await files.put('office', PLAN);
    mkdirSync(join(folder, 'office', 'lost'));
    symlinkSync('/nowhere', join(folder, 'office', 'dangling'));
    expect(await files.all('office')).toEqual([{ id, size: PLAN.length }]);
  });

  it('takes 32 MiB unless it is told otherwise', async () => {
    const files = createFolderFiles({ folder: newFolder(), ids: randomIds() });
    expect((await files.put('office', new Uint8Array(32 * 1024 * 1024))).size).toBe(33_554_432);
    await expect(files.put('office', new Uint8Array(32 * 1024 * 1024 + 1))).rejects.toThrow(RangeError);
  });
});
