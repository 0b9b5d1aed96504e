/** Someone at the server's terminal: real `ita` commands in processes of their own, beside the bot. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { randomIds } from '../../src/ids.ts';
import type { CommandDone } from './compare.ts';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

interface Wanted {
  readonly data: string;
  readonly cache: string;
  readonly agency: string;
  /** A plan draft to import, in the given year; null = invite someone instead. */
  readonly draft: string;
  readonly year: number | null;
  /** It is killed as well; null = it may end. */
  readonly killAfterMs: number | null;
}

/** Killed before it said anything: nothing was promised. Refused, with its words: there is no reason to. */
export type CommandEnd = CommandDone | 'killed' | { readonly did: 'refuse'; readonly words: string };

export function startCommand(wanted: Wanted): Promise<CommandEnd> {
  const { data, cache, agency, draft, year, killAfterMs } = wanted;
  const words =
    year === null
      ? ['member', 'invite', '--role', 'executive', '--name', 'ผู้มาใหม่']
      : ['import', draft, '--year', String(year)];
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: data, NODE_COMPILE_CACHE: cache };
  const limits =
    killAfterMs === null ? {} : { timeout: Math.round(killAfterMs), killSignal: 'SIGKILL' as const };
  const program = [MAIN, 'ita', ...words, '--agency', agency, '--json'];
  return new Promise((resolve) => {
    execFile(process.execPath, program, { env, ...limits }, (error, stdout, stderr) => {
      const killed = error?.killed === true;
      // What it said it has promised, though it was killed in the next instant.
      if ((error === null || killed) && stdout.endsWith('\n')) resolve(doneIn(JSON.parse(stdout), year));
      else resolve(killed ? 'killed' : { did: 'refuse', words: `${stdout} ${stderr}`.trim() });
    });
  });
}

function doneIn(said: unknown, year: number | null): CommandEnd {
  if (typeof said !== 'object' || said === null) return { did: 'refuse', words: String(said) };
  if ('code' in said && typeof said.code === 'string')
    return { did: 'invite', codeHash: randomIds().hashOfCode(said.code) };
  const items = itemsOf(said);
  if (year !== null && items !== null) return { did: 'import', year, items };
  return { did: 'refuse', words: JSON.stringify(said) };
}

/** How many items an import says it brought. */
function itemsOf(said: object): number | null {
  const changes = 'changes' in said ? said.changes : null;
  if (typeof changes !== 'object' || changes === null || !('new' in changes)) return null;
  return Array.isArray(changes.new) ? changes.new.length : null;
}
