import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { exampleOffice, ita } from './terminal.ts';

describe('policy show, policy set', () => {
  it('show what holds from the first day', async () => {
    const env = await exampleOffice();
    expect((await ita(env, 'policy', 'show', '--json')).json()).toEqual({
      agency: 'office',
      policy: DEFAULT_POLICY,
    });
    const { out } = await ita(env, 'policy', 'show');
    expect(out).toContain('before    30, 14, 7, 3, 1, 0 days before a finish date');
    expect(out).toContain('hours     08:45 to 16:30');
  });

  it('change what is said and leave the rest', async () => {
    const env = await exampleOffice();
    const all = [
      ...['--before', '0, 14, 7', '--after', '', '--report', '5', '--from', '9.00', '--until', '15:30'],
      ...['--grace', '2,3,4', '--pause', '0', '--summary', 'before-meeting', '--mentions', 'on'],
    ];
    expect((await ita(env, 'policy', 'set', ...all, '--json')).json()).toMatchObject({
      policy: {
        opening: true,
        before: [14, 7, 0],
        after: [],
        report: [5],
        from: 540,
        until: 930,
        grace: [2, 3, 4],
        pause: 0,
        summary: 'before-meeting',
        mentions: true,
      },
    });
    const { policy } = (await ita(env, 'policy', 'set', '--opening', 'off', '--json')).json();
    expect(policy).toMatchObject({ opening: false, grace: [2, 3, 4] });
  });

  it.each([
    [['--before', '7,7'], 1, 'must differ'],
    [['--before', ''], 1, 'before or on the day'],
    [['--from', '17:00'], 1, 'must begin before they end'],
    [['--before', '121'], 2, '--before'],
    [['--before', 'seven'], 2, 'numbers of days'],
    [['--grace', '3,3'], 2, '--grace'],
    [['--pause', '3,4'], 2, '--pause'],
    [['--from', '24:00'], 2, 'a time such as 08:45'],
    [['--mentions', 'yes'], 2, '--mentions is on or off.'],
    [['--summary', 'weekly'], 2, '--summary'],
    [[], 2, 'Say what to change.'],
  ])('%j: exit %i', async (words, exit, sentence) => {
    const { code, err } = await ita(await exampleOffice(), 'policy', 'set', ...words);
    expect(code).toBe(exit);
    expect(err).toContain(sentence);
  });
});
