import { type Finding, type PlanDraft, planDraft, type ReadPlan, readDraft } from '../domain/draft.ts';
import type { Division } from '../domain/event.ts';
import {
  type Command,
  done,
  type Input,
  neededFile,
  type Outcome,
  refused,
  type Terminal,
} from './command.ts';
import { agencyMeant, openDesk } from './desk.ts';
import { yearWritten } from './plan.ts';
import { readJson } from './read-json.ts';
import { refusalWords } from './refusal-words.ts';

const FINDINGS: Readonly<Record<Finding['kind'], string>> = {
  'no-date': 'has no date: it is tracked but nobody is reminded until one is set',
  'no-report-date': 'is to be reported on, but no day follows from what is written',
  'no-number': 'has no number in the draft: it got one',
  'unknown-division': 'names a division this office does not have',
  'no-division': 'has no responsible division: it is the coordinator’s until one is set',
  'double-number': 'has a number that stands twice in the draft: it got the next free one',
  'no-catalogue': 'has no established O-item list: only measures are tracked',
  'not-in-catalogue': 'is not in the O-item list of this year and was left out',
  'no-assessment-year': 'has scores without their year: they were left out',
  'no-total': 'has no total score: the assessment was left out',
  'not-a-score': 'has a score that is none of 0 to 100: it was left out',
  'instrument-contradicts': 'has a score that is not the mean of its indicators; taken as written',
  'total-contradicts': 'has a total that does not follow from IIT 30, EIT 30 and OIT 40; taken as written',
  'level-contradicts': 'has a level that does not follow from the scores; taken as written',
};

export const importPlan: Command = {
  name: 'import',
  summary: 'Reads a plan draft (JSON) into the agency, as a draft plan with findings.',
  usage: 'DRAFT.json [--agency ID] [--year 2569] [--dry-run] [--open]',
  words: 1,
  options: {
    agency: { type: 'string' },
    year: { type: 'string' },
    'dry-run': { type: 'boolean' },
    open: { type: 'boolean' },
  },
  async run(input, terminal) {
    const file = neededFile(input, 'The file of the draft');
    const year = yearWritten(input);
    const read = readJson(file, planDraft, 'a plan draft such as example/plan-2569.json');
    const draft = year === undefined ? read : { ...read, plan: { ...read.plan, fiscalYear: year } };
    return input.flag('dry-run') ? show(draft) : keep(draft, input, terminal);
  },
};
/** Needs no store and no known agency. */
function show(draft: PlanDraft): Outcome {
  const plan = readDraft(draft, namedIn(draft), counter());
  return done(report(plan, 'Read, nothing kept.'), { kept: false, ...summaryOf(plan) });
}

async function keep(draft: PlanDraft, input: Input, terminal: Terminal): Promise<Outcome> {
  const desk = openDesk(terminal);
  try {
    const { agency } = await agencyMeant(desk, input);
    const plan = readDraft(draft, agency.profile?.divisions ?? [], desk.world.ids.id);
    const { year, title, catalogue, oitDue, items } = plan;
    const by = { kind: 'console' as const };
    const kept = await desk.command(agency.id, {
      type: 'import-plan',
      by,
      year,
      title,
      catalogue,
      oitDue,
      items,
    });
    if (!kept.ok) return refused(refusalWords(kept.refusal));
    if (plan.assessment !== null)
      await desk.command(agency.id, { type: 'record-assessment', by, ...plan.assessment });
    const json = { kept: true, open: input.flag('open'), ...summaryOf(plan) };
    if (!input.flag('open'))
      return done(report(plan, `Kept as a draft. Next: npm run -s ita -- plan open --year ${year}`), json);
    const opened = await desk.command(agency.id, { type: 'open-plan', by, year });
    if (!opened.ok) return refused(refusalWords(opened.refusal));
    return done(report(plan, 'Kept and open: reminders go out from the next working morning.'), json);
  } finally {
    await desk.close();
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

function report(plan: ReadPlan, what: string): string[] {
  const measures = plan.items.filter((item) => item.kind === 'measure').length;
  return [
    `Plan of ${plan.year}: ${measures} measures, ${plan.items.length - measures} O-items. ${what}`,
    ...(plan.assessment === null ? [] : [`ITA ${plan.assessment.year}: ${plan.assessment.total}.`]),
    `O-items are due on ${plan.oitDue}: proposed, not confirmed.`,
    ...plan.findings.map(
      ({ item, kind, read }) => `  ${item} ${FINDINGS[kind]}${read === null ? '' : `: ${read}`}`,
    ),
  ];
}

function summaryOf(plan: ReadPlan) {
  const { year, title, catalogue, oitDue, items, findings, assessment } = plan;
  return { year, title, catalogue, oitDue, items, findings, assessment };
}
