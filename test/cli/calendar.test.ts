import { describe, expect, it } from 'vitest';
import { exampleOffice, ita, PLAN } from './terminal.ts';

const office = () => exampleOffice(['import', PLAN]);

describe('calendar show, calendar set', () => {
  it('begin with what is expected', async () => {
    const { code, out } = await ita(await office(), 'calendar', 'show');
    expect(code).toBe(0);
    expect(out).toContain('OIT window ends  2026-04-30  (expected; confirm it');
    // 31 May 2026 is Visakha and a Sunday.
    expect(out).toContain('meeting          2026-05-29  (not set: the last working day of the month)');
  });

  it('set the end of the OIT window, confirmed or not', async () => {
    const env = await office();
    const set = await ita(env, 'calendar', 'set', '--oit-due', '2026-05-15', '--json');
    expect(set.json()).toMatchObject({ oitDue: '2026-05-15', oitDueConfirmed: false });
    expect((await ita(env, 'calendar', 'set', '--confirmed')).out).toContain('2026-05-15  (confirmed)');
  });

  it('set days of meetings, also the same date each month, before a day off', async () => {
    const env = await office();
    const words = ['calendar', 'set', '--meeting-day', '25', '--meeting', '2026-02-26', '--json'];
    const { meetings } = (await ita(env, ...words)).json() as { meetings: { day: string; set: boolean }[] };
    expect(meetings).toHaveLength(12);
    expect(meetings.every(({ set }) => set)).toBe(true);
    const days = meetings.map(({ day }) => day);
    expect(days).toContain('2026-02-26');
    // 25 October 2025 is a Saturday, 25 April 2026 too.
    expect(days).toContain('2025-10-24');
    expect(days).toContain('2026-04-24');
  });

  it('say when a meeting lies on a day off, and keep it', async () => {
    const { out } = await ita(await office(), 'calendar', 'set', '--meeting', '2026-04-14');
    expect(out).toContain('meeting          2026-04-14  (set; a day off)');
  });

  it.each([
    [['calendar', 'set'], 2, 'Say what to set'],
    [['calendar', 'set', '--oit-due', '30/4/2569'], 2, '--oit-due is a date such as'],
    [['calendar', 'set', '--meeting', 'monday'], 2, '"monday" is not.'],
    [['calendar', 'set', '--meeting-day', '32'], 2, '--meeting-day is a day of the month'],
    [['calendar', 'set', '--oit-due', '2027-01-01'], 1, 'ends within that fiscal year'],
    [['calendar', 'set', '--meeting', '2026-02-25', '--meeting', '2026-02-26'], 1, 'those of 2026-02'],
    [['calendar', 'set', '--confirmed', '--year', '2570'], 1, 'There is no plan of 2570'],
    [['calendar', 'show', '--year', '2570'], 1, 'There is no plan of 2570'],
  ])('%j: exit %i', async (words, exit, sentence) => {
    const { code, err } = await ita(await office(), ...words);
    expect(code).toBe(exit);
    expect(err).toContain(sentence);
  });

  it('keep nothing when a part is refused', async () => {
    const env = await office();
    const two = ['--meeting', '2026-02-25', '--meeting', '2026-02-26'];
    expect((await ita(env, 'calendar', 'set', '--oit-due', '2026-05-15', ...two)).code).toBe(1);
    expect((await ita(env, 'calendar', 'show', '--json')).json()).toMatchObject({ oitDue: '2026-04-30' });
  });
});
