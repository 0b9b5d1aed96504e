/** A child as a hostile document would have it: it does what it is asked, as far as it is let. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface Asked {
  readonly act: 'look around' | 'wait' | 'never end' | 'fill memory' | 'say by printing' | 'end by itself';
  /** A folder that is not the program's. */
  readonly folder: string;
}

/** What was done, or the code of why not. */
export type Done = Readonly<Record<string, string>>;

const ACTS: Readonly<Record<Asked['act'], (folder: string) => unknown>> = {
  'look around': (folder) => process.send?.(lookAround(folder)),
  wait: () => setInterval(() => undefined, 1_000),
  'never end': () => {
    for (;;);
  },
  'fill memory': () => {
    const kept: unknown[] = [];
    for (;;) kept.push({ a: kept.length, b: String(kept.length) });
  },
  'say by printing': () => {
    writeFileSync(1, '{"forged":"answer"}\n');
    writeFileSync(2, 'forged answer\n');
    process.exit(0);
  },
  'end by itself': () => process.exit(7),
};

process.once('disconnect', () => process.exit());
process.once('message', ({ act, folder }: Asked) => ACTS[act](folder));

function lookAround(folder: string): Done {
  return {
    environment: JSON.stringify(Object.keys(process.env).filter((name) => !OF_THE_SHELL.includes(name))),
    heap: process.execArgv.find((flag) => flag.startsWith('--max-old')) ?? '',
    'read a file': attempt(() => readFileSync(join(folder, 'secret'))),
    'read the environment of its parent': attempt(() => readFileSync(`/proc/${process.ppid}/environ`)),
    'list a folder': attempt(() => readdirSync(folder)),
    'write a file': attempt(() => writeFileSync(join(folder, 'written'), 'x')),
    'write into the program': attempt(() => writeFileSync(join(import.meta.dirname, '../../src/x.ts'), 'x')),
    'start a process': attempt(() => {
      const { error } = spawnSync('/bin/sh', ['-c', 'true']);
      if (error !== undefined) throw error;
    }),
    'start a thread': attempt(() => new Worker('', { eval: true })),
  };
}

/** /bin/sh sets them itself. */
const OF_THE_SHELL = ['PWD', 'OLDPWD', 'SHLVL', '_'];

function attempt(act: () => unknown): string {
  try {
    act();
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
