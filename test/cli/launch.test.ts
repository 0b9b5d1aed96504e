/** `src/launch.js` under Nodes this machine does not have: their number is put in before it runs. */
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { node, type Started } from './processes.ts';
import { newFolder, REPOSITORY } from './terminal.ts';

const LAUNCH = join(REPOSITORY, 'src/launch.js');

describe('launch', () => {
  it('runs the program on this Node', async () => {
    const { ended, out, err } = node([LAUNCH, 'ita', 'verify', '--help'], {});
    expect(await ended).toBe(0);
    expect(err()).toBe('');
    expect(out()).toContain('Checks the ledger');
  });

  it('passes on the exit code', async () => {
    const { ended, err } = node([LAUNCH, 'ita', 'nothing-like-this'], {});
    expect(await ended).toBe(2);
    expect(err()).toContain('There is no command "nothing-like-this".');
  });

  it.each([
    ['24.15.9'],
    ['20.20.2'],
    ['18.0.0'],
  ])('says under Node %s what is needed when npm brought no Node: exit 2, no stack', async (version) => {
    const { ended, out, err } = launch(newProgram(null), version);
    expect(await ended).toBe(2);
    expect(out()).toBe('');
    expect(err()).toBe(
      `This program needs Node 24.16 or newer; this is ${version}.\nRun "npm ci" in its folder (it brings one for Linux and Windows), or install Node 24 from nodejs.org.\n`,
    );
  });

  it.each([['24.16.0'], ['25.0.0']])('runs at once under Node %s', async (version) => {
    const { ended, out } = launch(newProgram(null), version, 'a', 'b');
    expect(await ended).toBe(0);
    expect(out()).toBe('main a b\n');
  });

  it('runs on the Node npm brought when this one is too old, with the same words and exit code', async () => {
    const { ended, out } = launch(
      newProgram('#!/bin/sh\necho "own $(basename "$1") $2 $3"; exit 7\n'),
      '20.20.2',
      'a',
      'b',
    );
    expect(await ended).toBe(7);
    expect(out()).toBe('own main.ts a b\n');
  });

  it('passes on SIGTERM to the Node npm brought', async () => {
    const script = '#!/bin/sh\ntrap "echo stopping; exit 0" TERM\necho ready\nwhile :; do sleep 0.05; done\n';
    const started = launch(newProgram(script), '20.20.2');
    await started.says('ready');
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(started.out()).toContain('stopping');
  });

  it.runIf(process.platform !== 'win32')('opens no debugger by SIGUSR1 while that Node runs', async () => {
    const script = '#!/bin/sh\ntrap "exit 0" TERM\necho ready\nwhile :; do sleep 0.05; done\n';
    const started = launch(newProgram(script), '20.20.2');
    await started.says('ready');
    started.child.kill('SIGUSR1');
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(started.err()).not.toMatch(/debugger|inspector/i);
  });

  it('says so when the Node npm brought does not run on this machine: exit 2, no stack', async () => {
    const { ended, err } = launch(newProgram('#!/no/such/loader\n'), '20.20.2');
    expect(await ended).toBe(2);
    expect(err()).toMatch(
      /^This program needs Node 24\.16 or newer; the one npm brought does not run here \(spawn /,
    );
    expect(err()).not.toContain('    at ');
  });
});

/** A folder with the launcher, a program that says its words, and perhaps a Node of its own. */
function newProgram(own: string | null): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'src'));
  copyFileSync(LAUNCH, join(folder, 'src/launch.js'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'src/main.ts'), 'console.log(["main", ...process.argv.slice(2)].join(" "));');
  if (own !== null) {
    const bin = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin`);
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'node'), own);
    chmodSync(join(bin, 'node'), 0o755);
  }
  return folder;
}

function launch(folder: string, version: string, ...words: string[]): Started {
  const versions = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  return node(
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(versions)}`,
      join(folder, 'src/launch.js'),
      ...words,
    ],
    {},
  );
}
