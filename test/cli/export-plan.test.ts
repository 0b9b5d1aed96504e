/** `ita export-plan`: the plan as a workbook, which `import` reads back without a difference. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleOffice, ita, newFolder, PLAN } from './terminal.ts';

describe('export-plan', () => {
  it('writes a file that imports back without a difference', async () => {
    const env = await exampleOffice(['import', PLAN, '--open']);
    const file = join(newFolder(), 'plan.xlsx');
    expect(await ita(env, 'export-plan', '--out', file)).toMatchObject({
      code: 0,
      out: `Wrote ${file}: 12 measures, 26 O-items.`,
    });
    const { code, json } = await ita(env, 'import', file, '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      kept: false,
      import: null,
      changes: { new: [], changed: [], withdrawn: [] },
    });
    expect(json().readerFindings).toEqual([
      expect.objectContaining({ cell: 'รายการ OIT!10', field: 'oItems[O7].responsible' }),
      expect.objectContaining({ cell: 'รายการ OIT!22', field: 'oItems[O19].responsible' }),
    ]);
  });

  it('brings the plan to an office that has none', async () => {
    const file = join(newFolder(), 'plan.xlsx');
    await ita(await exampleOffice(['import', PLAN]), 'export-plan', '--out', file);
    const elsewhere = await exampleOffice();
    expect((await ita(elsewhere, 'import', file)).out).toContain('12 measures, 26 O-items');
    expect((await ita(elsewhere, 'import', PLAN)).out).toContain('nothing would change');
  });

  it('says what would not come back the same', async () => {
    const file = join(newFolder(), 'plan.json');
    const period = { asWritten: 'ม.ค. - มี.ค. 2569', start: '2026-01-01', end: '2026-06-30' };
    const measures = [{ number: 1, title: 'จัดทำคู่มือ', period }];
    writeFileSync(file, JSON.stringify({ plan: { fiscalYear: 2569 }, measures }));
    const env = await exampleOffice(['import', file]);
    const { code, out } = await ita(env, 'export-plan', '--out', join(newFolder(), 'plan.xlsx'));
    expect(code).toBe(0);
    expect(out).toContain('Imported as it is, it would not be quite the plan that is kept:');
    expect(out).toMatch(/~ M1 จัดทำคู่มือ: period 2026-01-01 to 2026-06-30 .* -> 2026-01-01 to 2026-03-31/);
  });

  it('refuses a file that exists, a year without a plan, another ending', async () => {
    const env = await exampleOffice(['import', PLAN]);
    const file = join(newFolder(), 'plan.xlsx');
    writeFileSync(file, 'mine');
    expect(await ita(env, 'export-plan', '--out', file)).toMatchObject({
      code: 1,
      err: `${file} exists already; nothing was written over it.`,
    });
    expect(await ita(env, 'export-plan', '--year', '2568')).toMatchObject({ code: 1 });
    expect(await ita(env, 'export-plan', '--out', 'plan.xls')).toMatchObject({ code: 2 });
    expect(existsSync('plan.xls')).toBe(false);
  });
});
