/** A child as a hostile document would have it: it does what it is asked, as far as it is let. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ANSWER_PIPE, answerOnce } from '../../src/confined-answer.ts';

export interface Asked {
  readonly act:
    | 'look around'
    | 'wait'
    | 'never end'
    | 'fill memory'
    | 'say by printing'
    | 'end by itself'
    | 'end by SIGTERM'
    | 'answer rubbish'
    | 'answer half'
    | 'answer another shape'
    | 'answer without end';
  /** A folder that is not the program's. */
  readonly folder: string;
}

/** What was done, or the code of why not. */
export type Done = Readonly<Record<string, string>>;

const ACTS: Readonly<Record<Asked['act'], (folder: string) => unknown>> = {
  'look around': lookAround,
  wait: () => new Promise(() => undefined),
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
  'end by SIGTERM': async () => {
    process.kill(process.pid, 'SIGTERM');
    await new Promise(() => undefined);
  },
  'answer rubbish': () => say(Buffer.from([0, 0, 0, 4, 1, 2, 3, 4])),
  'answer half': () => say(Buffer.from('{"ok":')),
  'answer another shape': () => say(Buffer.from('7')),
  'answer without end': () => {
    for (;;) writeSync(ANSWER_PIPE, 'x'.repeat(10_000));
  },
};

function say(answer: Buffer): void {
  writeSync(ANSWER_PIPE, answer);
  process.exit(0);
}

function lookAround(folder: string): Done {
  const database = join(folder, 'office.sqlite');
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
    'open a database': attempt(() => new (sqlite().DatabaseSync)(database)),
    'attach a database': attempt(() => inMemory().exec(`ATTACH '${database}' AS office`)),
    'copy a database to a file': attempt(() => inMemory().exec(`VACUUM INTO '${join(folder, 'written')}'`)),
    'back a database up': attempt(() => sqlite().backup(inMemory(), join(folder, 'written'))),
  };
}

/** Asked for as late as this: it may not be there at all. */
function sqlite(): typeof import('node:sqlite') {
  return createRequire(import.meta.url)('node:sqlite');
}

function inMemory() {
  return new (sqlite().DatabaseSync)(':memory:');
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

await answerOnce<Asked>(({ act, folder }) => ACTS[act](folder));
