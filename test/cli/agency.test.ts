import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleOffice, ita, newFolder, newOffice, OFFICE } from './terminal.ts';

const SMALL = ['agency', 'add', '--name', 'องค์การบริหารส่วนตำบลบ้านสมมุติ', '--short', 'อบต.บ้านสมมุติ'];

describe('agency add', () => {
  it('adds the office of a file and says what comes next', async () => {
    const { code, out, err } = await ita(newOffice(), 'agency', 'add', '--file', OFFICE);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('as "office" with 6 divisions: palad, finance, works,');
    expect(out).toContain('Next: npm run -s ita -- member invite');
  });

  it('adds an office written in options, other names of a division behind commas', async () => {
    const env = newOffice();
    const { code, json } = await ita(
      env,
      ...SMALL,
      '--division',
      'finance=กองคลัง, คลัง',
      '--phone',
      '000',
      '--json',
    );
    expect(code).toBe(0);
    expect(json()).toEqual({ agency: 'office', divisions: ['finance'] });
    const listed = JSON.parse((await ita(env, 'agency', 'list', '--json')).out);
    expect(listed).toMatchObject([
      {
        agency: 'office',
        divisions: [{ code: 'finance', name: 'กองคลัง', aliases: ['คลัง'] }],
        plans: [],
        people: 0,
      },
    ]);
  });

  it('makes a folder and a store that only this user can read', async () => {
    const { DATA_DIR } = await exampleOffice();
    expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700);
    expect(statSync(join(DATA_DIR, 'nong-ita.sqlite')).mode & 0o777).toBe(0o600);
  });

  it('refuses an agency that exists: exit 1', async () => {
    const env = await exampleOffice();
    const { code, out, err } = await ita(env, 'agency', 'add', '--file', OFFICE);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('exists already');
    expect((await ita(env, 'agency', 'add', '--file', OFFICE, '--json')).json()).toEqual({ refused: err });
  });

  it('keeps several agencies apart', async () => {
    const env = await exampleOffice(['agency', 'add', '--file', OFFICE, '--id', 'second']);
    const { code, err } = await ita(env, 'member', 'list');
    expect(code).toBe(2);
    expect(err).toContain('--agency is missing; there are: office, second.');
    expect((await ita(env, 'member', 'list', '--agency', 'second')).code).toBe(0);
    expect((await ita(env, 'member', 'list', '--agency', 'third')).err).toContain(
      'There is no agency "third"',
    );
  });

  it('takes the id the server will serve, and says so when another one is wanted', async () => {
    const env = { ...newOffice(), AGENCY: 'dontawan' };
    expect((await ita(env, ...SMALL, '--division', 'a=กอง', '--json')).json()).toMatchObject({
      agency: 'dontawan',
    });
    const { code, out } = await ita(env, 'agency', 'add', '--file', OFFICE);
    expect(code).toBe(0);
    expect(out).toContain('The server serves "dontawan": set AGENCY=office for it.');
  });

  it.each([
    ['no division', [...SMALL], '--division is missing'],
    ['no name', ['agency', 'add', '--short', 'อบต.', '--division', 'a=กอง'], '--name is missing'],
    ['a division without a name', [...SMALL, '--division', 'finance'], '"finance" is not'],
    [
      'a division code twice',
      [...SMALL, '--division', 'a=กอง', '--division', 'a=กองอื่น'],
      'stands there twice',
    ],
    ['an id with a space', [...SMALL, '--division', 'a=กอง', '--id', 'my office'], '"my office" is not'],
    [
      'a file that is not there',
      ['agency', 'add', '--file', 'nowhere.json'],
      'Cannot read the file nowhere.json.',
    ],
    ['a file and a name', [...SMALL, '--file', OFFICE], '--file says all of the office'],
  ])('calls %s wrong use: exit 2', async (_what, words, sentence) => {
    const { code, out, err } = await ita(newOffice(), ...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });

  it('says where a file is wrong', async () => {
    const file = join(newFolder(), 'office.json');
    writeFileSync(
      file,
      JSON.stringify({
        ...JSON.parse(readFileSync(OFFICE, 'utf8')),
        shortName: '',
        divisions: [{ code: 7 }],
      }),
    );
    const { code, err } = await ita(newOffice(), 'agency', 'add', '--file', file);
    expect(code).toBe(2);
    expect(err).toContain('does not look like an office such as example/office.json:\n  shortName:');
    expect(err).toContain('  divisions.0.code:');
  });
});

describe('agency list', () => {
  it('shows what each agency has', async () => {
    const env = await exampleOffice();
    expect((await ita(env, 'agency', 'list')).out).toContain('no plan · 0 people, 0 groups');
  });

  it('says what to do when there is none', async () => {
    const { code, out } = await ita(newOffice(), 'agency', 'list');
    expect(code).toBe(0);
    expect(out).toContain('agency add --help');
    expect(JSON.parse((await ita(newOffice(), 'agency', 'list', '--json')).out)).toEqual([]);
  });
});
