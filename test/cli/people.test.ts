import { describe, expect, it } from 'vitest';
import { exampleOffice, ita, newOffice } from './terminal.ts';

const CODE = /^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/;

describe('member invite', () => {
  it('prints a code first, then what to do with it', async () => {
    const env = await exampleOffice();
    const { code, out } = await ita(env, 'member', 'invite', '--role', 'coordinator', '--name', 'สมหญิง');
    const [first, second] = out.split('\n');
    expect(code).toBe(0);
    expect(first).toMatch(CODE);
    expect(second).toContain('It works once, for 14 days.');
  });

  it('gives a person several roles, the division to those that have one', async () => {
    const env = await exampleOffice();
    const words = [
      'member',
      'invite',
      '--role',
      'coordinator',
      '--role',
      'staff',
      '--division',
      'palad',
      '--json',
    ];
    const { json } = await ita(env, ...words);
    expect(json()).toMatchObject({
      code: expect.stringMatching(CODE),
      roles: [{ role: 'coordinator' }, { role: 'staff', division: 'palad' }],
      days: 14,
    });
  });

  it.each([
    [['--role', 'staff'], 'give --division CODE'],
    [['--role', 'head', '--division', 'nowhere'], 'has no division "nowhere"'],
  ])('refuses %j: exit 1', async (words, sentence) => {
    const { code, out, err } = await ita(await exampleOffice(), 'member', 'invite', ...words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
  });

  it.each([
    [[], '--role is missing.'],
    [['--role', 'boss'], '"boss" is not.'],
    [['--role', 'executive', '--division', 'palad'], '--division is for staff and heads'],
    [['--role', 'executive', '--days', '91'], '--days must be a number from 1 to 90.'],
    [['--role', 'executive', '--days', 'many'], '--days must be a number from 1 to 90.'],
  ])('calls %j wrong use: exit 2', async (words, sentence) => {
    const { code, err } = await ita(await exampleOffice(), 'member', 'invite', ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it('says what comes first when there is no agency', async () => {
    const { code, err } = await ita(newOffice(), 'member', 'invite', '--role', 'coordinator');
    expect(code).toBe(2);
    expect(err).toContain('There is no agency yet: add one with "agency add".');
  });
});

describe('member list', () => {
  it('says so when nobody has joined', async () => {
    const env = await exampleOffice();
    expect((await ita(env, 'member', 'list')).out).toBe('Nobody has joined yet.');
    expect(JSON.parse((await ita(env, 'member', 'list', '--json')).out)).toEqual([]);
  });
});

describe('group code', () => {
  it('makes a code for the staff group', async () => {
    const { code, json } = await ita(await exampleOffice(), 'group', 'code', '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ code: expect.stringMatching(CODE), purpose: 'staff', division: null });
  });

  it('takes a group with a division for a division group', async () => {
    const { json } = await ita(await exampleOffice(), 'group', 'code', '--division', 'works', '--json');
    expect(json()).toMatchObject({ purpose: 'division', division: 'works' });
  });

  it.each([
    [['--purpose', 'division'], 1, 'give --division CODE'],
    [['--division', 'nowhere'], 1, 'has no division "nowhere"'],
    [['--purpose', 'party'], 2, '--purpose is one of staff, division.'],
    [['--purpose', 'staff', '--division', 'works'], 2, 'belongs to the whole office'],
    [['--days', '0'], 2, '--days must be'],
  ])('does not take %j: exit %i', async (words, exit, sentence) => {
    const { code, err } = await ita(await exampleOffice(), 'group', 'code', ...words);
    expect(code).toBe(exit);
    expect(err).toContain(sentence);
  });
});
