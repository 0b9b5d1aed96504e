/** The example office on its stage, as the `office` of a script wants it. Everything is the demo's own; plans are added. */
import { AGENCY, example, openStage, type Stage } from '../../src/cli/stage.ts';
import type { Command } from '../../src/domain/command.ts';
import { type PlanDraft, planDraft, readDraft } from '../../src/domain/draft.ts';
import { provisionalItems } from '../../src/domain/provisional.ts';
import { firstImport } from '../../src/domain/revise.ts';
import { newCode } from '../../src/flow/new-code.ts';
import type { BesideChange, Log } from '../../src/flow/ports.ts';
import { instantAt, type Script } from './script.ts';

const by = { kind: 'console' } as const;

/** LINE ids beside those of the stage. */
export interface Office {
  readonly stage: Stage;
  readonly stranger: string;
  readonly unbound: string;
  /** Bound as the group of กองคลัง, where the script speaks in it. */
  readonly division: string;
}

/** Opens it at the script's `start`; a stranger has come into the groups, and one of them knows no code. */
export async function openOffice(script: Script, folder: string, log: Log): Promise<Office> {
  const stage = await openStage({ folder, log, start: instantAt(script.start) });
  try {
    const { world } = stage.platform;
    const members = world.group(stage.group)?.members ?? [];
    const stranger = world.addUser({ name: 'คนนอก' });
    world.setFriendship(stranger, stage.bot.userId, 'friend');
    world.setGroup(stage.group, { members: [...members, stranger] });
    const unbound = world.addGroup({ name: 'กลุ่มที่ยังไม่ผูก', members: [...members, stranger] });
    const division = world.addGroup({ name: 'กองคลัง', members: [...members, stranger] });
    if (script.steps.some((step) => step.in === 'division group')) await bindDivision(stage, division);
    await PLANS[script.office](stage);
    await stage.settle();
    return { stage, stranger, unbound, division };
  } catch (error) {
    await stage.stop();
    throw error;
  }
}

async function bindDivision(stage: Stage, group: string): Promise<void> {
  const { platform, bot, people, clock } = stage;
  const { id, code, beside } = newCode(stage.desk().world.ids, 'group');
  const expires = clock.now() + 86_400_000;
  const command: Command = {
    type: 'make-group-code',
    by,
    code: id,
    purpose: 'division',
    division: 'finance',
    expires,
  };
  await must(stage, command, beside);
  await platform.joinGroup(group, bot.userId);
  await platform.say({ user: people[0]?.user ?? '', group }, code);
}

const PLANS: Readonly<Record<Script['office'], (stage: Stage) => Promise<void>>> = {
  example: recordLastResult,
  /** The year before is still open beside 2569. */
  'two years': async (stage) => {
    await recordLastResult(stage);
    await openPlan(stage, lastYear());
  },
  /** A year whose O-item list nobody knows yet. */
  'no list': startNextYear,
  /** The same, and the coordinator took over the list of 2569 for the time being. */
  'provisional list': async (stage) => {
    await startNextYear(stage);
    const held = await stage.desk().ledger.read(AGENCY);
    if (held === null) throw new Error('the example office is gone');
    const items = provisionalItems(held.agency, 2570, 2569, stage.desk().world.ids.id);
    await must(stage, { type: 'adopt-list', by, year: 2570, from: 2569, items });
  },
};

async function startNextYear(stage: Stage): Promise<void> {
  await recordLastResult(stage);
  await must(stage, { type: 'close-plan', by, year: 2569 });
  await openPlan(stage, nextYear());
  await must(stage, { type: 'publish-plan', by, year: 2570 });
}

/** What the commission gave the office in 2568, as its plan states it. */
async function recordLastResult(stage: Stage): Promise<void> {
  const { assessment } = readDraft(draft(), await divisionsOf(stage), stage.desk().world.ids.id);
  if (assessment === null) throw new Error('the example plan states no result');
  await must(stage, { type: 'record-assessment', by, ...assessment });
}

async function openPlan(stage: Stage, written: PlanDraft): Promise<void> {
  const { year, title, catalogue, oitDue, items } = readDraft(
    written,
    await divisionsOf(stage),
    stage.desk().world.ids.id,
  );
  const change = firstImport({ year, title, catalogue, oitDue, items });
  await must(stage, { type: 'revise-plan', by, revision: `plan-of-${year}`, change });
  await must(stage, { type: 'open-plan', by, year });
}

async function divisionsOf(stage: Stage) {
  return (await stage.desk().ledger.read(AGENCY))?.agency.profile?.divisions ?? [];
}

async function must(stage: Stage, command: Command, beside: readonly BesideChange[] = []): Promise<void> {
  const kept = await stage.desk().command(AGENCY, command, beside);
  if (!kept.ok) throw new Error(`${command.type} is refused: ${kept.refusal.kind}`);
}

function draft(): PlanDraft {
  return planDraft.parse(example('plan-2569.json'));
}

/** Five measures of 2568, still unfinished; number 13 stands in this plan only. The O-items are those of its own list. */
function lastYear(): PlanDraft {
  const { measures, oItems, ...rest } = draft();
  const kept = measures.slice(0, 5).map((one, index) => ({
    ...one,
    number: index === 4 ? 13 : one.number,
    title: `(ปีก่อน) ${one.title}`,
    period: { asWritten: null, start: '2024-10-01', end: '2026-03-31' },
    followUp: null,
  }));
  return { ...rest, plan: { fiscalYear: 2568 }, measures: kept, oItems };
}

/** Four measures of 2570. */
function nextYear(): PlanDraft {
  const { measures, ...rest } = draft();
  const kept = measures.slice(0, 4).map((one) => ({
    ...one,
    period: { asWritten: null, start: '2026-10-01', end: '2027-03-31' },
    followUp: null,
  }));
  return { ...rest, plan: { fiscalYear: 2570 }, measures: kept, oItems: [] };
}
