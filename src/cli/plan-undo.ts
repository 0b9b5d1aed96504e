import { newestImport } from '../domain/decide-import.ts';
import { type Command, done, refused } from './command.ts';
import { withAgency } from './desk.ts';
import { yearMeant } from './plan-year.ts';
import { refusalWords } from './refusal-words.ts';

export const planUndoImport: Command = {
  name: 'plan undo-import',
  summary: 'Takes back the newest import of a plan, until somebody reported on an item it brought.',
  usage: '[--year 2569] [--agency ID]',
  words: 0,
  options: { agency: { type: 'string' }, year: { type: 'string' } },
  async run(input, terminal) {
    return withAgency(input, terminal, async (desk, { agency }) => {
      const year = yearMeant(input, agency);
      const newest = newestImport(agency, year);
      if (newest === null) return refused(`No import of a plan of ${year} can be taken back.`);
      const by = { kind: 'console' as const };
      const kept = await desk.command(agency.id, { type: 'undo-import', by, revision: newest.id });
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const { agency: after } = kept.after;
      const now =
        after.plans[year] === undefined
          ? `There is no plan of ${year} any more.`
          : 'The plan is as before it.';
      return done([`Took back the newest import of ${year}. ${now}`], {
        agency: agency.id,
        year,
        import: newest.id,
        plan: after.plans[year] ?? null,
      });
    });
  },
};
