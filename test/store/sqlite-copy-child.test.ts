/** The process that copies the store: what ends it, what it ends with, and what it knows. Children are seen on Linux only. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { until } from '../cli/terminal.ts';
import { childOf, childrenOf, isGone } from '../support/children.ts';
import { newFolder } from './folders.ts';
import { start } from './processes/start.ts';
import { DAY, entries, NOW } from './samples.ts';

const { signals } = constants;
const FILE = 'sqlite-copy-child.ts';
const COPY = 'nong-ita-2026-01-05.sqlite';

/** A store somebody writes to: its rebuild waits until he lets go. */
async function held() {
  const folder = newFolder();
  const store = openSqliteStore({ folder });
  await store.append('office', 0, entries(1, 50));
  const writer = new DatabaseSync(join(folder, 'nong-ita.sqlite'));
  writer.exec('BEGIN IMMEDIATE');
  onTestFinished(() => writer.close());
  return { folder, store, letGo: () => writer.exec('COMMIT') };
}

/** The child, or the next one, before it listens. */
async function childAtOnce(after?: number): Promise<number> {
  for (;;) {
    const child = childrenOf(process.pid, FILE).find((pid) => pid !== after);
    if (child !== undefined) return child;
    await nextTurn();
  }
}

const copiesIn = (folder: string) => readdirSync(join(folder, 'copies'));

/** The child once it is at work: it has the store open. */
async function atWork(parent: number | undefined): Promise<number> {
  const child = await childOf(parent, FILE);
  await until('the child at work', () => openFiles(child).some((path) => path.endsWith('nong-ita.sqlite')));
  return child;
}

function openFiles(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      return [readlinkSync(join(folder, name))];
    } catch {
      return [];
    }
  });
}

describe.runIf(process.platform === 'linux')('the child that makes a copy', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('finishes it though %s reaches it at work', async (signal) => {
    const { folder, store, letGo } = await held();
    const scrubbed = store.scrub(NOW);
    process.kill(await atWork(process.pid), signal);
    letGo();
    await scrubbed;
    expect(copiesIn(folder)).toEqual([COPY]);
    await store.close();
  });

  it('is started again when Ctrl-C comes before it listens', async () => {
    const { folder, store, letGo } = await held();
    const scrubbed = store.scrub(NOW);
    letGo();
    process.kill(await childOf(process.pid, FILE), 'SIGINT');
    await scrubbed;
    expect(copiesIn(folder)).toEqual([COPY]);
    await store.close();
  });

  it('is started again once only', async () => {
    const { folder, store, letGo } = await held();
    const refused = expect(store.scrub(NOW)).rejects.toMatchObject({
      cause: { message: 'The child ended by SIGINT.' },
    });
    const first = await childAtOnce();
    process.kill(first, 'SIGINT');
    process.kill(await childAtOnce(first), 'SIGINT');
    await refused;
    letGo();
    await store.upkeep(NOW);
    expect(copiesIn(folder)).toEqual([COPY]);
    await store.close();
  });

  it('opens no debugger by SIGUSR1', async () => {
    const { store, letGo } = await held();
    const scrubbed = store.scrub(NOW);
    const status = readFileSync(`/proc/${await atWork(process.pid)}/status`, 'utf8');
    const caught = BigInt(`0x${/^SigCgt:\s*(\w+)$/m.exec(status)?.[1]}`);
    const catches = (signal: 'SIGINT' | 'SIGUSR1') => ((caught >> BigInt(signals[signal] - 1)) & 1n) === 1n;
    expect([catches('SIGINT'), catches('SIGUSR1')]).toEqual([true, false]);
    letGo();
    await scrubbed;
    await store.close();
  });

  it('leaves half a copy when it is killed, which the next copy clears away', async () => {
    const { folder, store, letGo } = await held();
    const scrubbed = store.scrub(NOW);
    process.kill(await atWork(process.pid), 'SIGKILL');
    await expect(scrubbed).rejects.toThrow('could not be made');
    expect(copiesIn(folder)).toEqual(['nong-ita-2026-01-05-scrubbed.half']);
    letGo();
    await store.upkeep(NOW);
    expect(copiesIn(folder)).toEqual([COPY]);
    await store.close();
  });

  it('goes when its parent is killed, and gives no copy a name', async () => {
    const { folder, store, letGo } = await held();
    const { process: parent, ended } = start('scrub.ts', folder, String(NOW));
    const child = await atWork(parent.pid);
    parent.kill('SIGKILL');
    expect(await ended).toEqual({ lines: [], how: 'SIGKILL' });
    letGo();
    await until('the end of the child', () => isGone(child));
    expect(copiesIn(folder)).toEqual(['nong-ita-2026-01-05-scrubbed.half']);
    expect(readFileSync(join(folder, 'copies', 'nong-ita-2026-01-05-scrubbed.half'))).toHaveLength(0);
    await store.scrub(NOW + DAY);
    expect(copiesIn(folder)).toEqual(['nong-ita-2026-01-06.sqlite']);
    await store.close();
  });

  it('has no environment', async () => {
    const { store, letGo } = await held();
    const scrubbed = store.scrub(NOW);
    const names = readFileSync(`/proc/${await atWork(process.pid)}/environ`, 'utf8').split('\0');
    expect(names.filter((name) => !name.startsWith('NODE_CHANNEL_'))).toEqual(['']);
    letGo();
    await scrubbed;
    await store.close();
  });
});
