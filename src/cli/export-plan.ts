import { existsSync, writeFileSync } from 'node:fs';
import type { Agency } from '../domain/agency.ts';
import { itemsOf } from '../domain/item.ts';
import { revise } from '../domain/revise.ts';
import { changesNothing } from '../domain/revision.ts';
import { planDraftOf } from '../intake/plan-draft.ts';
import { planSheets } from '../papers/plan-sheet.ts';
import { workbookOf } from '../papers/workbook.ts';
import { planReader } from '../plan-reader.ts';
import { type Command, done, refused, WrongUse } from './command.ts';
import { withAgency } from './desk.ts';
import { yearMeant } from './plan-year.ts';
import { refusalWords } from './refusal-words.ts';
import { revisionLines } from './revision-lines.ts';

export const exportPlan: Command = {
  name: 'export-plan',
  summary: 'Writes a plan as an Excel file in the office’s own shape; "import" reads it back.',
  usage: '[--year 2569] [--out FILE.xlsx] [--agency ID]',
  words: 0,
  options: { agency: { type: 'string' }, year: { type: 'string' }, out: { type: 'string' } },
  async run(input, terminal) {
    const out = input.text('out');
    if (out !== undefined && !/\.xlsx$/i.test(out)) throw new WrongUse('--out is the name of an .xlsx file.');
    return withAgency(input, terminal, async (_desk, { agency }) => {
      const year = yearMeant(input, agency);
      if (agency.plans[year] === undefined) return refused(refusalWords({ kind: 'no-such-plan', year }));
      const file = out ?? `plan-${agency.id}-${year}.xlsx`;
      if (existsSync(file)) return refused(`${file} exists already; nothing was written over it.`);
      const sheets = planSheets(agency, year);
      const bytes = await workbookOf(sheets);
      const differs = await differences(agency, year, bytes);
      writeFileSync(file, bytes, { flag: 'wx' });
      const items = itemsOf(agency, year);
      const measures = items.filter(({ kind }) => kind === 'measure').length;
      return done(
        [
          `Wrote ${file}: ${measures} measures, ${items.length - measures} O-items.`,
          ...(differs.length === 0
            ? []
            : ['Imported as it is, it would not be quite the plan that is kept:', ...differs.slice(1)]),
        ],
        {
          agency: agency.id,
          year,
          file,
          measures,
          oItems: items.length - measures,
          sheets: sheets.map(({ name }) => name),
          same: differs.length === 0,
        },
      );
    });
  },
};

/** The file is read back before it is given away: what `import` would make of it, where that is another plan. */
async function differences(agency: Agency, year: number, bytes: Uint8Array): Promise<string[]> {
  const divisions = agency.profile?.divisions ?? [];
  const read = await planReader().read(bytes, 'plan.xlsx', { divisions, fiscalYear: year });
  const plan = read.ok ? planDraftOf(read.draft) : null;
  if (plan === null) return ['', '  It cannot be read back as a plan.'];
  let count = 0;
  const change = revise(agency, plan, () => {
    count += 1;
    return `new-${count}`;
  });
  return changesNothing(change) ? [] : revisionLines(agency, { ...change, findings: [], readerFindings: [] });
}
