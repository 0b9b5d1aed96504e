/** A child that turned against us: what it may do, and that it leaves when it should. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { node } from './cli/processes.ts';
import { newFolder, REPOSITORY, until } from './cli/terminal.ts';
import type { Asked } from './support/child-asked.ts';
import { childOf, childrenOf, isGone } from './support/children.ts';

const FILE = 'child-asked.ts';
const ON_LINUX = process.platform === 'linux';

interface Wanted {
  readonly milliseconds?: number;
  readonly processorSeconds?: number;
  readonly descriptors?: 'some' | 'none';
}

/** A parent in a process of its own, with a secret in its environment, in a file and in a database. */
function ask(act: Asked['act'], wanted: Wanted = {}) {
  const { milliseconds = 60_000, processorSeconds = 30, descriptors = 'some' } = wanted;
  const folder = newFolder();
  writeFileSync(join(folder, 'secret'), 'channel secret');
  const database = new DatabaseSync(join(folder, 'office.sqlite'));
  database.exec('CREATE TABLE secrets (secret)');
  database.close();
  const words = [act, folder, String(milliseconds), String(processorSeconds), descriptors];
  const script = join(REPOSITORY, 'test/support/asks-a-child.ts');
  const started = node([script, ...words], { LINE_CHANNEL_SECRET: 'channel secret' });
  return { ...started, folder, parent: started.child };
}

describe('a confined child', () => {
  it('has no environment, reads the program only, writes nothing, starts nothing', async () => {
    const { ended, out, folder } = ask('look around');
    expect(await ended).toBe(0);
    const [refused, missing] = ['ERR_ACCESS_DENIED', 'ERR_UNKNOWN_BUILTIN_MODULE'];
    expect(JSON.parse(out())).toEqual({
      kind: 'answered',
      answer: {
        environment: '[]',
        heap: '--max-old-space-size=64',
        'read a file': refused,
        'read the environment of its parent': refused,
        'list a folder': refused,
        'write a file': refused,
        'write into the program': refused,
        'start a process': refused,
        'start a thread': refused,
        'open a database': missing,
        'attach a database': missing,
        'copy a database to a file': missing,
        'back a database up': missing,
      },
    });
    expect(existsSync(join(folder, 'written'))).toBe(false);
  });

  it('is not heard when it prints, and prints nowhere', async () => {
    const { ended, out, err } = ask('say by printing');
    expect(await ended).toBe(0);
    expect(JSON.parse(out())).toMatchObject({ kind: 'broken' });
    expect(err()).toBe('');
  });

  it.each<readonly [Asked['act'], string, Wanted]>([
    ['never end', 'too-slow', { milliseconds: 500 }],
    ['never end', 'too-slow', { processorSeconds: 1 }],
    ['wait', 'too-slow', { milliseconds: 500 }],
    ['fill memory', 'too-much-memory', {}],
    ['end by itself', 'broken', {}],
    ['end by SIGTERM', 'broken', {}],
    ['answer rubbish', 'broken', {}],
    ['answer half', 'broken', {}],
    ['answer another shape', 'broken', {}],
    ['answer without end', 'broken', { milliseconds: 20_000 }],
  ])('asked to %s is %s within %o, and the parent ends', async (act, kind, limits) => {
    const { ended, out, err } = ask(act, limits);
    expect(await ended).toBe(0);
    expect(JSON.parse(out())).toMatchObject({ kind });
    expect(err()).toBe('');
  });

  it('that cannot be started for want of file descriptors says so', async () => {
    const { ended, out } = ask('wait', { descriptors: 'none' });
    expect(await ended).toBe(0);
    expect(JSON.parse(out())).toEqual({ thrown: 'spawn /bin/sh EMFILE' });
  });

  it.runIf(ON_LINUX)('that the system kills for its memory is told so', async () => {
    const { ended, out, parent } = ask('wait');
    process.kill(await childOf(parent.pid, FILE), 'SIGKILL');
    expect(await ended).toBe(0);
    expect(JSON.parse(out())).toEqual({ kind: 'too-much-memory', detail: 'the child ended by SIGKILL' });
  });

  it.runIf(ON_LINUX).each(['SIGINT', 'SIGTERM'] as const)(
    'that %s takes is asked again: the program ends what is under way',
    async (signal) => {
      const { ended, out, parent } = ask('wait', { milliseconds: 5_000 });
      const first = await childOf(parent.pid, FILE);
      process.kill(first, signal);
      await until('another child', () => childrenOf(parent.pid, FILE).some((pid) => pid !== first));
      process.kill(await childOf(parent.pid, FILE), 'SIGKILL');
      expect(await ended).toBe(0);
      expect(JSON.parse(out())).toMatchObject({ kind: 'too-much-memory' });
    },
  );

  it.runIf(ON_LINUX)('has one time for both tries', async () => {
    const { ended, out, parent } = ask('wait', { milliseconds: 2_000 });
    const began = performance.now();
    await until('most of the time gone', () => performance.now() - began > 1_500);
    process.kill(await childOf(parent.pid, FILE), 'SIGTERM');
    expect(await ended).toBe(0);
    expect(JSON.parse(out())).toEqual({ kind: 'too-slow', detail: '2000 ms' });
    expect(performance.now() - began).toBeLessThan(3_500);
  });

  it.runIf(ON_LINUX).each<readonly [Asked['act'], Wanted]>([
    ['wait', {}],
    ['never end', { processorSeconds: 1 }],
  ])('asked to %s goes after its parent is killed', async (act, limits) => {
    const { parent, ended } = ask(act, limits);
    const child = await childOf(parent.pid, FILE);
    parent.kill('SIGKILL');
    await ended;
    await until('the end of the child', () => isGone(child));
  });
});
