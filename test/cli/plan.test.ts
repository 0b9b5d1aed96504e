import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleOffice, ita, newFolder, newOffice, PLAN } from './terminal.ts';

describe('import', () => {
  it('keeps the example plan as a draft and shows what is doubtful in it', async () => {
    const env = await exampleOffice();
    const { code, out } = await ita(env, 'import', PLAN);
    expect(code).toBe(0);
    expect(out).toContain('Plan of 2569: 12 measures, 26 O-items. Kept as a draft. Next:');
    expect(out).toContain('  M9 has no date');
    expect((await ita(env, 'agency', 'list')).out).toContain('2569 draft');
  });

  it('gives year, items and findings as JSON', async () => {
    const { json } = await ita(await exampleOffice(), 'import', PLAN, '--json');
    expect(json()).toMatchObject({
      kept: true,
      open: false,
      year: 2569,
      findings: expect.arrayContaining([expect.objectContaining({ item: 'M9', kind: 'no-date' })]),
    });
    expect(json().items).toHaveLength(38);
  });

  it('opens the plan at once with --open', async () => {
    const env = await exampleOffice();
    const { code, out } = await ita(env, 'import', PLAN, '--open');
    expect(code).toBe(0);
    expect(out).toContain('Kept and open: reminders go out from the next working morning.');
    expect((await ita(env, 'agency', 'list')).out).toContain('2569 open');
  });

  it('needs neither store nor agency nor configuration with --dry-run, and keeps nothing', async () => {
    const { DATA_DIR } = newOffice();
    const { code, out } = await ita({ DATA_DIR, PORT: 'broken' }, 'import', PLAN, '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('Read, nothing kept.');
    expect(existsSync(DATA_DIR)).toBe(false);
    const { json } = await ita({ DATA_DIR }, 'import', PLAN, '--dry-run', '--json', '--year', '2571');
    expect(json()).toMatchObject({ kept: false, year: 2571, catalogue: null });
  });

  it('reads a file as Notepad writes it, with a byte order mark', async () => {
    const file = join(newFolder(), 'plan.json');
    writeFileSync(file, `\uFEFF${readFileSync(PLAN, 'utf8')}`);
    expect((await ita({}, 'import', file, '--dry-run')).code).toBe(0);
  });

  it('of a plan that is in changes only what the draft changes: here nothing', async () => {
    const env = await exampleOffice(['import', PLAN]);
    expect((await ita(env, 'import', PLAN)).code).toBe(0);
    expect((await ita(env, 'plan', 'open')).code).toBe(0);
    expect((await ita(env, 'plan', 'close')).code).toBe(0);
    const { code, err } = await ita(env, 'import', PLAN);
    expect({ code, err }).toEqual({ code: 1, err: 'The plan of 2569 is closed.' });
    expect((await ita(env, 'import', PLAN, '--json')).json()).toEqual({ refused: err });
  });

  it.each([
    [
      'a Word file',
      'PK\u0003\u0004 not json',
      'is not JSON; a plan draft such as example/plan-2569.json shows',
    ],
    ['another shape', '{"plan":{"fiscalYear":2026},"measures":[{}]}', 'plan.fiscalYear: '],
    [
      'a measure without a title',
      '{"plan":{"fiscalYear":2569},"measures":[{"title":""}]}',
      'measures.0.title: ',
    ],
    ['a list', '[]', 'the whole file: '],
  ])('calls %s wrong use and says where: exit 2', async (_what, content, sentence) => {
    const file = join(newFolder(), 'plan.json');
    writeFileSync(file, content);
    const { code, out, err } = await ita(await exampleOffice(), 'import', file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect((await ita({}, 'import', file, '--dry-run', '--json')).json().wrong).toContain(sentence);
  });

  it.each([
    [[], 'The file of the draft is missing.'],
    [['nowhere.json'], 'Cannot read the file nowhere.json.'],
    [['.'], 'Cannot read the file ..'],
    [[PLAN, '--year', '2026'], '--year is a Buddhist year such as 2569.'],
    [[PLAN, PLAN], 'is one word too many.'],
  ])('calls %j wrong use: exit 2', async (words, sentence) => {
    const { code, err } = await ita(await exampleOffice(), 'import', ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});

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
