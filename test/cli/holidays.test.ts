import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleOffice, ita, newFolder, newOffice } from './terminal.ts';

function file(name: string, text: string): string {
  const path = join(newFolder(), name);
  writeFileSync(path, text);
  return path;
}

describe('holidays list', () => {
  it('shows a year, what it rests on, and that nobody vouches for it', async () => {
    const { code, out } = await ita(await exampleOffice(), 'holidays', 'list', '--year', '2569');
    expect(code).toBe(0);
    expect(out).toContain('Government holidays of 2569 (2026): 22 days, 20 of them from Monday to Friday.');
    expect(out).toContain('Not confirmed: hold it against the announcement');
    expect(out).toContain('2026-04-13 Mon  วันสงกรานต์  (fixed)');
  });

  it('says what to do about a year nobody has', async () => {
    const { code, out, err } = await ita(await exampleOffice(), 'holidays', 'list', '--year', '2571');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('"holidays propose --year 2571"');
  });

  it('is JSON when asked, and knows whose list it is', async () => {
    const list = await ita(await exampleOffice(), 'holidays', 'list', '--year', '2568', '--json');
    expect(list.json()).toMatchObject({ agency: 'office', year: 2568, confirmed: true, own: false });
  });
});

describe('holidays propose', () => {
  it('prints a list that "holidays set" takes back, without a store', async () => {
    const { code, out } = await ita(newOffice(), 'holidays', 'propose', '--year', '2571');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ year: 2571, confirmed: false });
    const env = await exampleOffice();
    const kept = await ita(env, 'holidays', 'set', file('2571.json', out), '--confirmed');
    expect(kept.out).toContain('Confirmed.');
    expect((await ita(env, 'holidays', 'list', '--year', '2571')).out).toContain(
      '2028-02-10 Thu  วันมาฆบูชา  (lunar)',
    );
  });

  it('invents nothing of a year whose moon is not known', async () => {
    const { code, err } = await ita(newOffice(), 'holidays', 'propose', '--year', '2601');
    expect(code).toBe(1);
    expect(err).toContain('take the list from the announcement');
    expect((await ita(newOffice(), 'holidays', 'propose')).code).toBe(2);
  });
});

describe('holidays set', () => {
  const CSV =
    'date,name,kind\n2027-01-01,วันขึ้นปีใหม่,fixed\n"2027-05-10","วันพืชมงคล",announced\n2027-04-16,วันไหล\n';

  it('takes a csv, with or without a heading, local where no kind is said', async () => {
    const env = await exampleOffice();
    const words = ['holidays', 'set', file('2570.csv', CSV), '--source', 'ประกาศสำนักนายกฯ', '--json'];
    expect((await ita(env, ...words)).json()).toEqual({
      agency: 'office',
      year: 2570,
      source: 'ประกาศสำนักนายกฯ',
      confirmed: false,
      days: [
        { day: '2027-01-01', name: 'วันขึ้นปีใหม่', kind: 'fixed' },
        { day: '2027-04-16', name: 'วันไหล', kind: 'local' },
        { day: '2027-05-10', name: 'วันพืชมงคล', kind: 'announced' },
      ],
      own: true,
    });
    const bare = file('bare.csv', CSV.replace('date,name,kind\n', '\uFEFF'));
    expect((await ita(env, 'holidays', 'set', bare, '--source', 'อื่น')).code).toBe(0);
  });

  it.each([
    ['2570.csv', CSV, [], '--source is missing'],
    ['2570.csv', CSV.replace('2027-05-10', '10/5/2570'), ['--source', 'x'], 'line 3: "10/5/2570" is no date'],
    ['2570.csv', CSV.replace('announced', 'royal'), ['--source', 'x'], 'line 3: a day needs a name'],
    ['2570.csv', CSV, ['--source', 'x', '--year', '2569'], 'is the list of 2570, not of 2569.'],
    ['2570.csv', 'date,name\n', ['--source', 'x'], 'names no day.'],
    ['2570.json', '{"year":2570,"source":"x","confirmed":true,"days":[]}', [], 'days'],
    ['2570.json', '[]', [], 'does not look like'],
  ])('calls %s with %j wrong use: exit 2', async (name, text, words, sentence) => {
    const { code, err } = await ita(await exampleOffice(), 'holidays', 'set', file(name, text), ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it.each([
    ['2027-05-10', '2027-04-16'],
    ['2027-05-10', '2028-05-10'],
  ])('refuses a list with %s written as %s: exit 1', async (day, other) => {
    const path = file('2570.csv', CSV.replace(day, other));
    const { code, err } = await ita(await exampleOffice(), 'holidays', 'set', path, '--source', 'x');
    expect(code).toBe(1);
    expect(err).toContain(`${other} does not lie in the year of the list, or stands in it twice.`);
  });
});

describe('holidays add, remove, confirm', () => {
  it('change one year and leave the rest of it', async () => {
    const env = await exampleOffice();
    const day = ['--day', '2026-04-16'];
    const added = await ita(env, 'holidays', 'add', ...day, '--name', 'วันไหล', '--json');
    expect(added.json()).toMatchObject({ year: 2569, confirmed: false, own: true });
    expect(added.json().days).toContainEqual({ day: '2026-04-16', name: 'วันไหล', kind: 'local' });
    expect(added.json().days).toHaveLength(23);
    const confirmed = await ita(env, 'holidays', 'confirm', '--year', '2569', '--source', 'ประกาศสำนักนายกฯ');
    expect(confirmed.out).toContain('Confirmed.\nSource: ประกาศสำนักนายกฯ');
    const removed = await ita(env, 'holidays', 'remove', ...day, '--json');
    expect(removed.json()).toMatchObject({ confirmed: true });
    expect(removed.json().days).toHaveLength(22);
    expect((await ita(env, 'holidays', 'remove', ...day)).err).toContain(
      'does not stand in the list of 2569',
    );
  });

  it.each([
    [['holidays', 'add', '--day', '2026-02-30', '--name', 'x'], 2, '--day is a date'],
    [['holidays', 'add', '--day', '2026-04-16'], 2, '--name is missing.'],
    [
      ['holidays', 'add', '--day', '2026-04-16', '--name', 'x', '--kind', 'royal'],
      2,
      '--kind is one of fixed',
    ],
    [['holidays', 'add', '--day', '2028-04-17', '--name', 'x'], 1, 'There is no list of 2571 yet'],
    [['holidays', 'confirm', '--year', '2571'], 1, 'There is no list of 2571 yet'],
    [['holidays', 'confirm'], 2, '--year is missing.'],
    [['holidays'], 2, 'There are: holidays list'],
  ])('%j: exit %i', async (words, exit, sentence) => {
    const { code, err } = await ita(await exampleOffice(), ...words);
    expect(code).toBe(exit);
    expect(err).toContain(sentence);
  });
});
