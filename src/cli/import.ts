import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config.ts';
import type { Agency } from '../domain/agency.ts';
import { type PlanDraft, readDraft } from '../domain/draft.ts';
import type { Division } from '../domain/event.ts';
import { revise } from '../domain/revise.ts';
import { ANSWERS, ANSWERS_USAGE, questionLines, settled, unsettled } from './answers.ts';
import {
  type Command,
  done,
  type Input,
  neededFile,
  type Outcome,
  refused,
  type Terminal,
} from './command.ts';
import { type Desk, deskConfig, withAgency, withDesk } from './desk.ts';
import { findingsTogether } from './finding-words.ts';
import { keepRevision } from './keep-revision.ts';
import { type PlanFile, readPlanFile } from './plan-file.ts';
import { yearWritten } from './plan-year.ts';
import { refusedFile } from './refused-file-words.ts';
import { readerLines, revisionLines } from './revision-lines.ts';

const NO_YEAR =
  'The document does not say its fiscal year (ปีงบประมาณ): give it with --year, such as --year 2569.';

export const importPlan: Command = {
  name: 'import',
  summary: 'Reads a plan (Word, Excel, csv, text, HTML, draft JSON), shows what it changes and keeps it.',
  usage: `FILE [--agency ID] [--year 2569] [--dry-run] [--open] ${ANSWERS_USAGE}`,
  words: 1,
  options: {
    agency: { type: 'string' },
    year: { type: 'string' },
    'dry-run': { type: 'boolean' },
    open: { type: 'boolean' },
    ...ANSWERS,
  },
  async run(input, terminal) {
    const path = neededFile(input, 'The file of the plan');
    return input.flag('dry-run') ? show(path, input, terminal) : keep(path, input, terminal);
  },
};

/** Needs no store and no known agency; where `--agency` is known here, the file is shown against its plan. */
async function show(path: string, input: Input, terminal: Terminal): Promise<Outcome> {
  const year = yearWritten(input);
  const id = input.text('agency');
  const alone = async () => {
    const file = await readPlanFile(path, { year, divisions: [] });
    return file.ok ? byItself(file) : refusedFile(file);
  };
  if (id === undefined || !storeIsThere(terminal)) return alone();
  return withDesk(terminal, async (desk) => {
    const held = await desk.ledger.read(id);
    if (held === null) return alone();
    const file = await readPlanFile(path, { year, divisions: held.agency.profile?.divisions ?? [] });
    if (!file.ok) return refusedFile(file);
    return file.plan === null ? byItself(file) : beside(desk, held.agency, file.plan, file.draft, input);
  });
}

/** What a plan read would change of the one that is kept. */
function beside(
  desk: Desk,
  agency: Agency,
  plan: PlanDraft,
  draft: PlanFile['draft'],
  input: Input,
): Outcome {
  const change = settled(revise(agency, plan, desk.world.ids.id), input);
  const asked =
    change.doubtful.length === 0 ? [] : ['It would be asked:', ...change.doubtful.flatMap(questionLines)];
  const { readerFindings: _read, ...changes } = change;
  return done([...revisionLines(agency, change), ...asked, 'Nothing was kept.'], {
    ...draft,
    kept: false,
    agency: agency.id,
    remarks: change.findings,
    changes,
  });
}

/** The document by itself. */
function byItself(file: PlanFile): Outcome {
  const { plan, draft } = file;
  const json = { ...draft, kept: false };
  if (plan === null) {
    const count = (list: unknown) => (Array.isArray(list) ? list.length : 0);
    return done(
      [`${count(draft.measures)} measures, ${count(draft.oItems)} O-items. Read, nothing kept. ${NO_YEAR}`],
      { ...json, remarks: [] },
    );
  }
  const { items, assessment, oitDue, findings, readerFindings } = readDraft(plan, namedIn(plan), counter());
  const measures = items.filter((item) => item.kind === 'measure').length;
  return done(
    [
      `Plan of ${plan.plan.fiscalYear}: ${measures} measures, ${items.length - measures} O-items. Read, nothing kept.`,
      ...(assessment === null ? [] : [`ITA ${assessment.year}: ${assessment.total}.`]),
      `O-items are due on ${oitDue}: proposed, not confirmed.`,
      ...(findings.length === 0 ? [] : ['To look at:']),
      ...findingsTogether(findings).map((line) => `  ${line}`),
      ...readerLines(readerFindings),
    ],
    { ...json, remarks: findings },
  );
}

async function keep(path: string, input: Input, terminal: Terminal): Promise<Outcome> {
  const year = yearWritten(input);
  return withAgency(input, terminal, async (desk, { agency }) => {
    const file = await readPlanFile(path, { year, divisions: agency.profile?.divisions ?? [] });
    if (!file.ok) return refusedFile(file);
    if (file.plan === null) return refused(`${NO_YEAR} Nothing was kept.`);
    return await keepChange(desk, agency, file.plan, input);
  });
}

async function keepChange(desk: Desk, agency: Agency, plan: PlanDraft, input: Input): Promise<Outcome> {
  const change = settled(revise(agency, plan, desk.world.ids.id), input);
  const preview = revisionLines(agency, change);
  if (change.doubtful.length > 0) return unsettled(change, preview, 'import', input);
  return keepRevision(desk, agency, change, { preview, open: input.flag('open') });
}

function storeIsThere(terminal: Terminal): boolean {
  try {
    return existsSync(join(deskConfig(terminal).dataDir, 'nong-ita.sqlite'));
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
}

/** Without an agency to compare with, the draft's own divisions are taken as known. */
function namedIn(draft: PlanDraft): Division[] {
  const named = [...draft.measures, ...draft.oItems].flatMap((item) => item.responsible);
  const known = new Map(named.map(({ code, name }) => [code, { code, name, aliases: [], head: null }]));
  known.delete('all');
  return [...known.values()];
}

function counter(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `item-${next}`;
  };
}
