/** The program as people start it: a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Env, REPOSITORY, until } from './terminal.ts';

export interface Started {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves when the words are on stdout. */
  says(words: string): Promise<void>;
  /** Resolves when it has ended; null = by a signal. */
  readonly ended: Promise<number | null>;
}

/** Runs Node on what is given; the process does not outlive the test. */
export function node(args: readonly string[], env: Env, cwd = REPOSITORY): Started {
  const base = { PATH: process.env.PATH, NODE_NO_WARNINGS: '1' };
  const child = spawn(process.execPath, args, { env: { ...base, ...env }, cwd, stdio: 'pipe' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  let over = false;
  void ended.then(() => {
    over = true;
  });
  return {
    child,
    out: () => said.out,
    err: () => said.err,
    async says(words) {
      await until(`"${words}" on stdout`, () => said.out.includes(words) || over);
      if (!said.out.includes(words)) throw new Error(`it ended without saying "${words}": ${said.err}`);
    },
    ended,
  };
}

export function program(words: readonly string[], env: Env): Started {
  return node([join(REPOSITORY, 'src/main.ts'), ...words], env);
}
