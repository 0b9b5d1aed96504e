import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export interface Started {
  readonly process: ChildProcess;
  /** Resolves with its first line. */
  readonly said: Promise<string>;
  /** Resolves when it has ended, with every line it said and how it ended. */
  readonly ended: Promise<{ readonly lines: string[]; readonly how: number | string }>;
}

/** Starts one of the programs of this folder; it does not outlive the test. */
export function start(program: string, ...args: string[]): Started {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines: string[] = [];
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => lines.push(line));
  const said = once(reader, 'line').then(([line]) => String(line));
  const ended = once(child, 'close').then(([code, signal]) => ({ lines, how: signal ?? code }));
  return { process: child, said, ended };
}
