/** Commands run in process, at a terminal that remembers what was printed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Terminal } from '../../src/cli/command.ts';
import { runCommand } from '../../src/cli/run.ts';

export const REPOSITORY = join(import.meta.dirname, '../..');
export const OFFICE = join(REPOSITORY, 'example/office.json');
export const PLAN = join(REPOSITORY, 'example/plan-2569.json');

export type Env = Readonly<Record<string, string | undefined>>;

export interface FakeTerminal extends Terminal {
  readonly printed: string[];
  readonly complained: string[];
  readonly keyboard: PassThrough;
  stop(): void;
}

export function fakeTerminal(env: Env): FakeTerminal {
  const [printed, complained, keyboard]: [string[], string[], PassThrough] = [[], [], new PassThrough()];
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    env,
    printed,
    complained,
    keyboard,
    input: () => keyboard,
    out: (line) => printed.push(line),
    err: (line) => complained.push(line),
    untilStopped: () => promise,
    stop: resolve,
  };
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What `--json` printed: the whole of stdout, parsed. */
  readonly json: () => Readonly<Record<string, unknown>>;
}

export async function ita(env: Env, ...words: string[]): Promise<Ran> {
  const terminal = fakeTerminal(env);
  const code = await runCommand(words, terminal);
  const out = terminal.printed.join('\n');
  return { code, out, err: terminal.complained.join('\n'), json: () => JSON.parse(out) };
}

/** A folder of its own, gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The environment of an office that has a folder and nothing else. */
export function newOffice(): { readonly DATA_DIR: string } {
  return { DATA_DIR: join(newFolder(), 'data') };
}

/** The same, with the example office in it; `more` commands follow. */
export async function exampleOffice(...more: readonly string[][]): Promise<{ readonly DATA_DIR: string }> {
  const env = newOffice();
  for (const words of [['agency', 'add', '--file', OFFICE], ...more]) {
    const { code, err } = await ita(env, ...words);
    if (code !== 0) throw new Error(`ita ${words.join(' ')}: ${err}`);
  }
  return env;
}

/** Waits for a condition; fails naming it when it does not come. */
export async function until(
  what: string,
  met: () => boolean | Promise<boolean>,
  withinMs = 15_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await met())) {
    if (performance.now() > deadline) throw new Error(`this did not come about in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
