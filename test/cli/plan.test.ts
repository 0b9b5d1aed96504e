import { describe, expect, it } from 'vitest';
import { exampleOffice, ita, PLAN } from './terminal.ts';

describe('plan open, plan close, publish', () => {
  it('take a plan through its life', async () => {
    const env = await exampleOffice(['import', PLAN]);
    expect((await ita(env, 'plan', 'open')).out).toBe(
      'The plan of 2569 is open: reminders go out from the next working morning.',
    );
    expect((await ita(env, 'publish', '--json')).json()).toMatchObject({
      agency: 'office',
      year: 2569,
      plan: { state: 'open', published: true },
    });
    expect((await ita(env, 'plan', 'close', '--year', '2569')).out).toContain('is closed');
  });

  it('say again what is so already', async () => {
    const env = await exampleOffice(['import', PLAN, '--open'], ['plan', 'open'], ['publish'], ['publish']);
    expect((await ita(env, 'plan', 'open')).code).toBe(0);
  });

  it.each([
    [['publish'], 'The plan of 2569 is a draft; open it first with "plan open".'],
    [['plan', 'close'], 'The plan of 2569 is a draft'],
    [['plan', 'open', '--year', '2568'], 'There is no plan of 2568'],
  ])('refuse %j on a draft: exit 1', async (words, sentence) => {
    const { code, out, err } = await ita(await exampleOffice(['import', PLAN]), ...words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
  });

  it.each([
    [['plan', 'open']],
    [['plan', 'close']],
    [['publish']],
  ])('call %j without a plan wrong use', async (words) => {
    const { code, err } = await ita(await exampleOffice(), ...words);
    expect(code).toBe(2);
    expect(err).toContain('There is no plan yet: bring one in with "import".');
  });

  it('ask for the year when there are two', async () => {
    const env = await exampleOffice(['import', PLAN], ['import', PLAN, '--year', '2570']);
    const { code, err } = await ita(env, 'plan', 'open');
    expect(code).toBe(2);
    expect(err).toContain('--year is missing; there are plans of: 2569, 2570.');
    expect((await ita(env, 'plan', 'open', '--year', '2570')).code).toBe(0);
  });
});
