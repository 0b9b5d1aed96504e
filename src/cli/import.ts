import { type Finding, type PlanDraft, planDraft, type ReadPlan, readDraft } from '../domain/draft.ts';
import type { Division } from '../domain/event.ts';
import { inOrder } from '../domain/item.ts';
import { revise } from '../domain/revise.ts';
import type { Revision } from '../domain/revision.ts';
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
  'other-list': 'has another name in this year’s O-item list: nothing was taken from its row',
  'indicator-plans': 'has plans by indicator: they are read but not tracked',
  'other-agency': 'is not this office: look whether the document is yours',
  'no-measures': 'do not stand in the document: those of the plan stay',
  'not-stated': 'has a field the document leaves out: it stays as it was',
  'status-differs': 'has another status by what was told in chat: that stays',
  'period-not-shifted': 'has dates outside the old year: they were not carried over',
  'report-not-shifted': 'has report dates outside the old year: they were not carried over',
  'no-name': 'has no name and was left out',
  'number-gap': 'comes after a number that is missing',
  'no-assessment-year': 'has scores without their year: they were left out',
  'no-total': 'has no total score: the assessment was left out',
  'not-a-score': 'has a score that is none of 0 to 100: it was left out',
  'instrument-contradicts': 'has a score that is not the mean of its indicators; taken as written',
  'total-contradicts': 'has a total that does not follow from IIT 30, EIT 30 and OIT 40; taken as written',
  'level-contradicts': 'has a level that does not follow from the scores; taken as written',
};

type Summed = Omit<ReadPlan, 'statuses' | 'readerFindings'>;

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
    const by = { kind: 'console' as const };
    const change = revise(agency, draft, desk.world.ids.id);
    const plan = planAfter(change);
    const { year } = plan;
    const kept = await desk.command(agency.id, {
      type: 'revise-plan',
      by,
      revision: desk.world.ids.id(),
      change,
    });
    if (!kept.ok) return refused(refusalWords(kept.refusal));
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

/** The plan as it is once the change is kept. */
function planAfter(change: Revision): Summed {
  const { year, plan, assessment, findings } = change;
  const items = [...change.new, ...change.changed.map(({ after }) => after), ...change.same].sort(inOrder);
  return { year, ...plan.after, oitDue: plan.oitDue, items, findings, assessment: assessment?.after ?? null };
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

function report(plan: Summed, what: string): string[] {
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

function summaryOf(plan: Summed) {
  const { year, title, catalogue, oitDue, items, findings, assessment } = plan;
  return { year, title, catalogue, oitDue, items, findings, assessment };
}
