import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * All files below a folder. They are read from a copy another process makes: a process that reads SQLite's files by
 * ordinary means lets go of its own locks on them (POSIX), and the next child that closes the store would take the log away.
 */
export function filesBelow(folder: string): { readonly name: string; readonly bytes: Buffer }[] {
  const copy = mkdtempSync(join(tmpdir(), 'nong-ita-looked-at-'));
  try {
    const script = 'fs.cpSync(process.argv[1], process.argv[2], { recursive: true })';
    execFileSync(process.execPath, ['-e', script, folder, copy]);
    return readdirSync(copy, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => ({ name: one.name, bytes: readFileSync(join(one.parentPath, one.name)) }));
  } finally {
    rmSync(copy, { recursive: true });
  }
}
