import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Env, exampleOffice, ita, newFolder, newOffice, OFFICE, PLAN } from './terminal.ts';

describe('export and restore', () => {
  it('carry everything into an empty folder: the same chains, the same people', async () => {
    const env = await exampleOffice(
      ['import', PLAN, '--open'],
      ['member', 'invite', '--role', 'coordinator', '--name', 'สมหญิง'],
      ['agency', 'add', '--file', OFFICE, '--id', 'second'],
    );
    const file = join(newFolder(), 'all.jsonl');
    const exported = await ita(env, 'export', file);
    expect(exported).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Wrote \d+ lines to /) });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const elsewhere = newOffice();
    const { code, out } = await ita(elsewhere, 'restore', file);
    expect(code).toBe(0);
    expect(out).toContain('Restored 2 agencies with 44 entries. Next: npm run -s ita -- verify');
    expect(await heads(elsewhere)).toEqual(await heads(env));
    expect((await ita(elsewhere, 'agency', 'list')).out).toBe((await ita(env, 'agency', 'list')).out);
  });

  it('say as JSON what they did', async () => {
    const env = await exampleOffice();
    const file = join(newFolder(), 'all.jsonl');
    const { json: exported } = await ita(env, 'export', file, '--json');
    expect(exported()).toEqual({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length });
    const { json } = await ita(newOffice(), 'restore', file, '--json');
    expect(json()).toEqual({ agencies: 1, entries: 1 });
  });
});

describe('export', () => {
  it('writes over nothing: exit 1', async () => {
    const file = join(newFolder(), 'all.jsonl');
    writeFileSync(file, 'mine');
    const { code, err } = await ita(await exampleOffice(), 'export', file);
    expect({ code, err }).toEqual({ code: 1, err: `${file} exists already; nothing was written over it.` });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('does not take an empty folder for a backup: exit 1', async () => {
    const file = join(newFolder(), 'all.jsonl');
    const { code, err } = await ita(newOffice(), 'export', file);
    expect({ code, err }).toEqual({ code: 1, err: 'DATA_DIR holds no agency to export.' });
    expect(existsSync(file)).toBe(false);
  });

  it('leaves nothing half written behind when the place cannot be written', async () => {
    const folder = newFolder();
    const { code, err } = await ita(
      await exampleOffice(),
      'export',
      join(folder, 'no-such-folder', 'all.jsonl'),
    );
    expect(code).toBe(1);
    expect(err).toMatch(/^There is no .*no-such-folder/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('wants the name of the file: exit 2', async () => {
    expect(await ita(newOffice(), 'export')).toMatchObject({
      code: 2,
      err: expect.stringContaining('The file to write is missing.'),
    });
  });
});

describe('restore', () => {
  it('refuses a store that holds anything, and leaves it as it is: exit 1', async () => {
    const env = await exampleOffice(['import', PLAN]);
    const before = await heads(env);
    const { code, out, err } = await ita(env, 'restore', await exported());
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('The store already holds something');
    expect(await heads(env)).toEqual(before);
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    [
      'a line was changed',
      (lines) => lines.map((line) => line.replace('2026-01-30', '2026-02-28')),
      'does not fit',
    ],
    ['a line is missing', (lines) => lines.filter((_line, index) => index !== 3), 'does not fit'],
    ['a line is broken off', (lines) => [...lines.slice(0, 9), (lines[9] ?? '').slice(0, 40)], 'Line 10 of '],
    ['a line is no object', (lines) => [...lines.slice(0, 4), 'null'], 'Line 5 of '],
    ['the end is missing', (lines) => lines.slice(0, -1), 'cut off'],
    ['everything is missing', () => [], 'empty'],
  ])('keeps nothing of a file in which %s: exit 1', async (_what, damage, sentence) => {
    const file = await exported();
    writeFileSync(file, damage(readFileSync(file, 'utf8').trimEnd().split('\n')).join('\n'));
    const env = newOffice();
    const { code, out, err } = await ita(env, 'restore', file);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
    expect((await ita(env, 'restore', file, '--json')).json()).toEqual({ refused: err });
    expect(JSON.parse((await ita(env, 'agency', 'list', '--json')).out)).toEqual([]);
    // The folder is as empty as it was: the whole file still goes in.
    expect((await ita(env, 'restore', await exported())).code).toBe(0);
  });

  it.each([
    [[], 'The file to restore from is missing.'],
    [['nowhere.jsonl'], 'Cannot read the file'],
    [['.'], 'Cannot read the file'],
  ])('calls %j wrong use: exit 2', async (words, sentence) => {
    const { code, err } = await ita(newOffice(), 'restore', ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});

async function exported(): Promise<string> {
  const file = join(newFolder(), 'all.jsonl');
  const { code } = await ita(await exampleOffice(['import', PLAN]), 'export', file);
  expect(code).toBe(0);
  return file;
}

async function heads(env: Env): Promise<unknown> {
  const { json } = await ita(env, 'verify', '--json');
  return json().agencies;
}
