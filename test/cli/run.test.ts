import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/run.ts';
import { exampleOffice, ita, newFolder, newOffice, OFFICE, PLAN } from './terminal.ts';

describe('ita', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])('prints the overview on %j', async (words) => {
    const { code, out, err } = await ita({}, ...words);
    expect(code).toBe(0);
    expect(err).toBe('');
    const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 2;
    for (const { name, summary } of COMMANDS) expect(out).toContain(`  ${name.padEnd(width)}${summary}`);
  });

  it('prints the overview as JSON', async () => {
    const { code, json } = await ita({}, '--json');
    expect(code).toBe(0);
    expect(json().commands).toHaveLength(COMMANDS.length);
  });

  it.each(COMMANDS.map(({ name }) => [name]))('%s has --help, which needs no configuration', async (name) => {
    const broken = { PORT: 'x', LINE_CHANNEL_SECRET: 'half' };
    const { code, out, err } = await ita(broken, ...name.split(' '), '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: npm run -s ita -- ${name}`);
    const asJson = await ita(broken, ...name.split(' '), '--json', '--help');
    expect(asJson.json()).toMatchObject({ name, usage: expect.stringContaining(name) });
  });

  it.each(
    COMMANDS.map(({ name }) => [name]),
  )('%s takes no option it does not know: exit 2, with the usage', async (name) => {
    const env = newOffice();
    const { code, out, err } = await ita(env, ...name.split(' '), '--nonsense');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`Unknown option '--nonsense'.\n${err.split('\n')[1]}`);
    expect(err).toContain(`Usage: npm run -s ita -- ${name}`);
    const asJson = await ita(env, ...name.split(' '), '--nonsense', '--json');
    expect(asJson.json()).toEqual({ wrong: "Unknown option '--nonsense'." });
    expect(existsSync(env.DATA_DIR)).toBe(false);
  });

  it.each([
    ['start'],
    ['serve'],
    ['demo --story'],
    ['doctor'],
    [`agency add --file ${OFFICE}`],
    ['agency list'],
    ['member invite --role coordinator'],
    ['member list'],
    ['group code'],
    [`import ${PLAN}`],
    ['plan open'],
    ['plan close'],
    ['publish'],
    ['verify'],
    ['export never-written.jsonl'],
    [`restore ${PLAN}`],
  ])('%s names all that is wrong with the configuration, and does nothing: exit 2', async (words) => {
    const env = { ...newOffice(), LINE_CHANNEL_SECRET: 'half-a-secret', LOG_LEVEL: 'loud' };
    const { code, out, err } = await ita(env, ...words.split(' '));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('LINE_CHANNEL_ACCESS_TOKEN is missing');
    expect(err).toContain('LOG_LEVEL must be one of fatal, error, warn');
    expect(err).not.toContain('half-a-secret');
    const asJson = await ita(env, ...words.split(' '), '--json');
    expect(asJson.json().wrong).toHaveLength(2);
    expect(existsSync(env.DATA_DIR)).toBe(false);
  });

  it('names the commands that begin with a word that is none', async () => {
    const { code, err } = await ita({}, 'receivers');
    expect(code).toBe(2);
    expect(err).toBe('There is no command "receivers". There are: receivers set, receivers list.');
  });

  it('says where the commands are listed when a word is none at all', async () => {
    const { code, out, err } = await ita({}, 'remind-me', 'now');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('There is no command "remind-me now". "npm run -s ita" lists the commands.');
    expect((await ita({}, 'remind-me', '--json')).json()).toEqual({
      wrong: 'There is no command "remind-me". "npm run -s ita" lists the commands.',
    });
  });

  it('refuses a word too many', async () => {
    const { code, err } = await ita(newOffice(), 'verify', 'everything');
    expect(code).toBe(2);
    expect(err).toContain('"everything" is one word too many.');
  });

  it('says plainly that an option lacks its value', async () => {
    const { code, err } = await ita(newOffice(), 'plan', 'open', '--year', '--agency', 'office');
    expect(code).toBe(2);
    expect(err).toMatch(/^Option '--year' argument is ambiguous\.\nUsage: /);
  });
});

describe('what stops a command', () => {
  it('is said in a sentence when the store is of a newer program, and as JSON', async () => {
    const env = await exampleOffice();
    withStore(env.DATA_DIR, (db) => db.exec('PRAGMA user_version = 99'));
    const { code, out, err } = await ita(env, 'agency', 'list');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/was written by a newer น้องไอต้า .*Update the program, or restore a copy/);
    const asJson = await ita(env, 'agency', 'list', '--json');
    expect(asJson.code).toBe(1);
    expect(asJson.json()).toEqual({ refused: err });
  });

  it('is said in a sentence when the store is damaged', async () => {
    const { DATA_DIR } = newOffice();
    mkdirSync(DATA_DIR);
    writeFileSync(join(DATA_DIR, 'nong-ita.sqlite'), 'this was never a database, only some words in a file');
    const { code, err } = await ita({ DATA_DIR }, 'agency', 'list');
    expect(code).toBe(1);
    expect(err).toMatch(/^The store in DATA_DIR is damaged .*docs\/set-up\.md/);
  });

  it('is said in a sentence when DATA_DIR is a file', async () => {
    const file = join(newFolder(), 'data');
    writeFileSync(file, '');
    const { code, err } = await ita({ DATA_DIR: file }, 'agency', 'list');
    expect(code).toBe(1);
    expect(err).toMatch(/is not a folder\.$/);
  });

  it('is said with its stack only to who debugs', async () => {
    const env = await exampleOffice();
    withStore(env.DATA_DIR, (db) => db.exec('PRAGMA user_version = 99'));
    expect((await ita(env, 'verify')).err).not.toContain('    at ');
    expect((await ita({ ...env, LOG_LEVEL: 'debug' }, 'verify')).err).toContain('    at ');
  });
});

function withStore(folder: string, change: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(join(folder, 'nong-ita.sqlite'));
  change(db);
  db.close();
}
