import type { Agency } from '../domain/agency.ts';
import { listMove, type ReadList, readList } from '../domain/list-draft.ts';
import { ANSWERS, ANSWERS_USAGE, settled, unsettled } from './answers.ts';
import { type Command, done, type Input, needed, neededFile, type Outcome, refused } from './command.ts';
import { type Desk, withAgency } from './desk.ts';
import { findingsTogether } from './finding-words.ts';
import { keepRevision } from './keep-revision.ts';
import { type PlanFile, readPlanFile } from './plan-file.ts';
import { asYear } from './plan-year.ts';
import { refusalWords } from './refusal-words.ts';
import { refusedFile } from './refused-file-words.ts';
import { readerLines, revisionLines } from './revision-lines.ts';

export const planListImport: Command = {
  name: 'plan list-import',
  summary: 'Reads the official O-item list of a year that does not come with the program, and records it.',
  usage: `FILE --year 2570 --source "…" [--dry-run] ${ANSWERS_USAGE} [--agency ID]`,
  words: 1,
  options: {
    agency: { type: 'string' },
    year: { type: 'string' },
    source: { type: 'string' },
    'dry-run': { type: 'boolean' },
    ...ANSWERS,
  },
  async run(input, terminal) {
    const path = neededFile(input, 'The file of the list');
    const year = asYear(needed(input, 'year'), '--year');
    const source = needed(input, 'source');
    return withAgency(input, terminal, async (desk, { agency }) => {
      const file = await readPlanFile(path, { year, divisions: agency.profile?.divisions ?? [] });
      if (!file.ok) return refusedFile(file);
      const list = listIn(file);
      if (list === null || list.items.length === 0)
        return refused('No O-item with a name was found in the file.');
      const { items, findings } = list;
      const preview = [
        `O-items of ${year}: ${items.length}. Source: ${source}`,
        ...items.map(({ number, title }) => `  O${number} ${title}`),
        ...(findings.length === 0 ? [] : ['To look at:']),
        ...findingsTogether(findings).map((line) => `  ${line}`),
        ...readerLines((file.plan?.findings ?? []).filter(({ field }) => isOfList(field))),
      ];
      const json = { agency: agency.id, year, source, items, findings };
      if (input.flag('dry-run')) return done([...preview, 'Nothing was kept.'], { kept: false, ...json });
      const by = { kind: 'console' as const };
      const kept = await desk.command(agency.id, { type: 'record-list', by, year, source, items });
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const recorded = done([...preview, `Recorded as the list of ${year}.`], { kept: true, ...json });
      return await moved(desk, kept.after.agency, input, recorded);
    });
  },
};

/** An official list says nothing of owners, states and offices. */
function isOfList(field: string): boolean {
  return !/^(?:agency|plan)\b|\.(?:responsible|status)$/.test(field);
}

/** The names as the document writes them: an official list is nobody else's to correct. */
function listIn({ plan, draft }: PlanFile): ReadList | null {
  if (plan === null) return null;
  const written = Array.isArray(draft.oItems) ? draft.oItems : [];
  const names = new Map(
    written.map((item: { readonly id?: string; readonly nameAsWritten?: string }) => [
      item.id,
      item.nameAsWritten,
    ]),
  );
  return readList({
    ...plan,
    oItems: plan.oItems.map((item) => ({ ...item, name: names.get(item.id) ?? item.name })),
  });
}

/** A plan that goes by another year's list goes over to its own; items are the same by name, doubtful ones are asked. */
async function moved(desk: Desk, agency: Agency, input: Input, recorded: Outcome): Promise<Outcome> {
  const year = asYear(needed(input, 'year'), '--year');
  const move = listMove(agency, year, desk.world.ids.id);
  if (move === null) return recorded;
  const change = settled(move, input);
  const preview = [...recorded.lines, ...revisionLines(agency, change)];
  if (change.doubtful.length === 0) return await keepRevision(desk, agency, change, { preview, open: false });
  const kept = `the list is recorded, but the plan of ${year} goes on as it is`;
  return unsettled(change, preview, 'plan list-import', input, kept);
}
