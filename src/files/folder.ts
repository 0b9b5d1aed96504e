/** Files as files: FOLDER/agency/id, for our own eyes (0600 in 0700). Whole or not there: written, synced, then named. */
import { hash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files, Ids, KeptFile } from '../flow/ports.ts';
import { checkAgency, checkSize, isFileId, LARGEST_FILE } from './address.ts';

export interface FolderFilesOptions {
  /** Made when the first file comes. */
  readonly folder: string;
  readonly ids: Pick<Ids, 'id'>;
  readonly maxBytes?: number;
}

/** How a file is called until it is whole. */
const DRAFT = '.part';
/** Older drafts are of a process that died: nobody writes this long. */
const DRAFT_MS = 3_600_000;

export function createFolderFiles({ folder, ids, maxBytes = LARGEST_FILE }: FolderFilesOptions): Files {
  const tidied = new Set<string>();
  const homeOf = (agency: string): string => {
    checkAgency(agency);
    return join(folder, agency);
  };
  return {
    async put(agency, bytes) {
      const home = homeOf(agency);
      checkSize(bytes, maxBytes);
      const made = await mkdir(home, { recursive: true, mode: 0o700 });
      if (made !== undefined) for (const above of [folder, dirname(folder)]) await syncFolder(above);
      if (!tidied.has(home)) await removeOldDrafts(home);
      tidied.add(home);
      const id = ids.id();
      await write(home, id, bytes);
      return { id, size: bytes.length, sha256: hash('sha256', bytes) };
    },
    async get(agency, id) {
      const home = homeOf(agency);
      return isFileId(id) ? ifThere(readFile(join(home, id))) : null;
    },
    async drop(agency, id) {
      const home = homeOf(agency);
      if (!isFileId(id)) return;
      await rm(join(home, id), { force: true });
      await ifThere(syncFolder(home));
    },
    async all(agency) {
      const home = homeOf(agency);
      const names = (await ifThere(readdir(home))) ?? [];
      const kept: KeptFile[] = [];
      for (const id of names.filter(isFileId).sort()) {
        const found = await ifThere(stat(join(home, id)));
        if (found?.isFile()) kept.push({ id, size: found.size });
      }
      return kept;
    },
  };
}

async function write(home: string, id: string, bytes: Uint8Array): Promise<void> {
  const draft = join(home, `${id}${DRAFT}`);
  const file = await open(draft, 'wx', 0o600);
  try {
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(home, id));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(home);
}

/** Makes names durable that came into a folder or left it. Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function removeOldDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.endsWith(DRAFT)) continue;
    const draft = await ifThere(stat(join(home, name)));
    if (draft !== null && draft.mtimeMs < Date.now() - DRAFT_MS) await rm(join(home, name), { force: true });
  }
}

/** Null = no such file or folder; any other trouble is the caller's to hear of. */
async function ifThere<T>(look: Promise<T>): Promise<T | null> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
