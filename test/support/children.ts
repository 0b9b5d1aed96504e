/** The children of a process, as Linux tells them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { until } from '../cli/terminal.ts';

/** Those that run Node on this file. */
export function childrenOf(parent: number | undefined, file: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => parentOf(pid) === parent && wordsOf(pid)[0]?.endsWith('node') && isOn(pid, file));
}

/** Waits for the one child; resolves to its id. */
export async function childOf(parent: number | undefined, file: string): Promise<number> {
  await until(`a child that runs ${file}`, () => childrenOf(parent, file).length === 1);
  return childrenOf(parent, file)[0] ?? 0;
}

export function isGone(pid: number): boolean {
  return !existsSync(`/proc/${pid}/exe`);
}

function isOn(pid: number, file: string): boolean {
  return wordsOf(pid).some((word) => word.endsWith(file));
}

function wordsOf(pid: number): string[] {
  return read(pid, 'cmdline').split('\0');
}

/** Behind the name in brackets stand state and parent. */
function parentOf(pid: number): number {
  return Number(read(pid, 'stat').split(') ').at(-1)?.split(' ')[1]);
}

/** Empty when the process has gone meanwhile. */
function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
