/** The program in processes of its own: exit codes, signals, pipes, two at once. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { node, program } from './processes.ts';
import { exampleOffice, ita, newOffice, PLAN, REPOSITORY, until } from './terminal.ts';

/** Nothing listens there: LINE is away, and nothing leaves this machine. */
const LINE = {
  LINE_CHANNEL_SECRET: 'check',
  LINE_CHANNEL_ACCESS_TOKEN: 'check',
  LINE_API_BASE: 'http://127.0.0.1:9',
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
};

describe('the configuration', () => {
  it('half set is one error that names every missing or wrong variable: exit 2', async () => {
    const env = { LINE_CHANNEL_SECRET: 'check', PORT: 'x', LOG_LEVEL: 'loud', PUBLIC_URL: 'nowhere' };
    const { ended, out, err } = program([], { ...newOffice(), ...env });
    expect(await ended).toBe(2);
    expect(out()).toBe('');
    expect(err()).toMatch(/^the configuration has 4 mistakes:\n/);
    for (const name of ['LINE_CHANNEL_ACCESS_TOKEN', 'PORT', 'LOG_LEVEL', 'PUBLIC_URL'])
      expect(err()).toContain(`  - ${name} `);
    expect(err()).not.toContain('    at ');
  });

  it('half set is one JSON object with --json', async () => {
    const { ended, out } = program(['start', '--json'], { ...newOffice(), LINE_CHANNEL_SECRET: 'check' });
    expect(await ended).toBe(2);
    expect(JSON.parse(out())).toEqual({ wrong: [expect.stringContaining('LINE_CHANNEL_ACCESS_TOKEN')] });
  });

  it.each([
    [[]],
    [['start']],
    [['ita', 'demo']],
  ])('of production refuses the demo, started with %j: exit 2', async (words) => {
    const env = newOffice();
    const { ended, err } = program(words, { ...env, NODE_ENV: 'production' });
    expect(await ended).toBe(2);
    expect(err()).toContain('NODE_ENV is production, which refuses the demo');
    expect(existsSync(env.DATA_DIR)).toBe(false);
  });

  it('without LINE does not serve: exit 2', async () => {
    const { ended, err } = program(['ita', 'serve'], newOffice());
    expect(await ended).toBe(2);
    expect(err()).toContain('LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN are missing');
  });

  it('with LINE has no --story: exit 2', async () => {
    const { ended, err } = program(['--story'], { ...newOffice(), ...LINE });
    expect(await ended).toBe(2);
    expect(err()).toContain('--story belongs to the demo');
  });
});

describe('ita', () => {
  it('without words prints the overview: exit 0', async () => {
    const { ended, out } = program(['ita'], {});
    expect(await ended).toBe(0);
    expect(out()).toContain('npm run -s ita -- COMMAND');
  });

  it('exits 0 when done, 1 when refused, 2 when used wrongly', async () => {
    const env = await exampleOffice();
    expect(await program(['ita', 'import', PLAN], env).ended).toBe(0);
    expect(await program(['ita', 'plan', 'open', '--year', '2568'], env).ended).toBe(1);
    expect(await program(['ita', 'import'], env).ended).toBe(2);
  });

  it('ends without a word of complaint when its reader has seen enough', async () => {
    const env = await exampleOffice(['import', PLAN]);
    const shell = `"$0" src/main.ts ita import ${PLAN} --year 2570 --json | head -c 1; "$0" src/main.ts demo --story | head -n 1`;
    const child = spawn('/bin/sh', ['-c', shell, process.execPath], {
      cwd: REPOSITORY,
      env: { PATH: process.env.PATH, ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    await new Promise((resolve) => child.on('close', resolve));
    expect(said).toBe('{\n');
    expect((await ita(env, 'agency', 'list')).out).toContain('2570 draft');
  });
});

describe('serve', () => {
  it.each([
    'SIGINT',
    'SIGTERM',
  ] as const)('stops cleanly at %s, though it comes twice: exit 0', async (signal) => {
    const env = { ...(await exampleOffice()), ...LINE };
    const { child, says, ended, out, err } = program([], env);
    await says('Ctrl-C stops it.');
    child.kill(signal);
    // Ctrl-C in a terminal reaches us a second time through npm.
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(out()).toMatch(
      /^น้องไอต้า serves office on port \d+ \(\/webhook\)\. Ctrl-C stops it\.\nStopped\.\n$/,
    );
    expect(err()).toBe('');
    expect(existsSync(join(env.DATA_DIR, 'server.pid'))).toBe(false);
    expect((await ita(env, 'verify')).code).toBe(0);
  });

  it('makes its copy of the day whole though Ctrl-C in a terminal reaches the child that makes it', async () => {
    const env = { ...(await exampleOffice()), ...LINE, LOG_LEVEL: 'error' };
    // A group of its own, as a terminal gives it.
    const child = spawn(process.execPath, [join(REPOSITORY, 'src/main.ts')], {
      detached: true,
      env: { PATH: process.env.PATH, ...env },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    const ended = new Promise((resolve) => child.on('close', resolve));
    await until('the server running', () => said.includes('Ctrl-C stops it.'));
    process.kill(-(child.pid ?? 0), 'SIGINT');
    expect(await ended).toBe(0);
    expect(said).toMatch(/Ctrl-C stops it\.\nStopped\.\n$/);
    expect(readdirSync(join(env.DATA_DIR, 'copies'))).toEqual([expect.stringMatching(/\.sqlite$/)]);
  });

  it('says what is missing when nothing is kept yet, and prints only JSON with --json', async () => {
    const { child, says, ended, err, out } = program(['ita', 'serve', '--json'], { ...newOffice(), ...LINE });
    await until('its first words', () => err().includes('Nothing is kept of "office" yet'));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(JSON.parse(out())).toEqual({ stopped: true });
    await says('stopped');
  });

  it('stops when npm is killed and leaves it behind', async () => {
    const env = { ...(await exampleOffice()), ...LINE, npm_lifecycle_event: 'start' };
    const child = spawn('/bin/sh', ['-c', '"$0" src/main.ts; true', process.execPath], {
      cwd: REPOSITORY,
      env: { PATH: process.env.PATH, ...env },
    });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    await until('the server running', () => said.includes('Ctrl-C stops it.'));
    child.kill('SIGKILL');
    await until('the server having stopped', () => said.includes('Stopped.'));
    expect(existsSync(join(env.DATA_DIR, 'server.pid'))).toBe(false);
  });

  it('answers /healthz while it runs', async () => {
    const { says, out } = program([], { ...newOffice(), ...LINE });
    await says('Ctrl-C stops it.');
    const port = /on port (\d+)/.exec(out())?.[1];
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });

  it.runIf(process.platform !== 'win32')('opens no debugger by SIGUSR1, which a child may send', async () => {
    const { child, says, out, err, ended } = program([], { ...newOffice(), ...LINE });
    await says('Ctrl-C stops it.');
    child.kill('SIGUSR1');
    const port = /on port (\d+)/.exec(out())?.[1];
    // Two turns of the server: the debugger would have been opened before the second.
    for (let turn = 0; turn < 2; turn++) await fetch(`http://127.0.0.1:${port}/healthz`);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    // With the debugger: where it listens, or that its port is taken.
    expect(err()).not.toMatch(/debugger|inspector/i);
  });

  it('refuses a folder that is served already, and names who does it: exit 1', async () => {
    const env = { ...(await exampleOffice()), ...LINE };
    const first = program([], env);
    await first.says('Ctrl-C stops it.');
    const { ended, out, err } = program([], env);
    expect(await ended).toBe(1);
    expect(out()).toBe('');
    expect(err()).toContain(
      `Another น้องไอต้า server (process ${first.child.pid}) already serves ${env.DATA_DIR}.`,
    );
    expect(err()).not.toContain('    at ');
  });

  it('lets commands write beside it', async () => {
    const env = { ...(await exampleOffice()), ...LINE };
    const { child, says, ended } = program([], env);
    await says('Ctrl-C stops it.');
    for (const words of [
      ['import', PLAN, '--open'],
      ['member', 'invite', '--role', 'coordinator'],
      ['verify'],
    ])
      expect(await program(['ita', ...words], env).ended).toBe(0);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect((await ita(env, 'verify')).out).toContain('office: 43 entries, chain unbroken');
  });

  it.each([
    [['start']],
    [['ita', 'demo']],
  ])('%j says that the port is taken, lets go of its folder and ends: exit 1', async (words) => {
    const PORT = String(await takenPort());
    const env = {
      ...newOffice(),
      ...LINE,
      ...(words[0] === 'ita' ? { LINE_CHANNEL_SECRET: '', LINE_CHANNEL_ACCESS_TOKEN: '' } : {}),
      PORT,
    };
    const { ended, out, err } = program(words, env);
    expect(await ended).toBe(1);
    expect(out()).toBe('');
    expect(err()).toBe(
      `Port ${PORT} is taken. Stop the program that uses it, or set PORT to another number.\n`,
    );
  });
});

it('a demo without a keyboard goes on until it is stopped', async () => {
  const script = join(REPOSITORY, 'src/main.ts');
  const started = node([script], { ...newOffice(), PORT: '0' });
  started.child.stdin?.end();
  await started.says('People: ');
  started.child.kill('SIGINT');
  expect(await started.ended).toBe(0);
  expect(started.err()).toBe('');
});

async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}
