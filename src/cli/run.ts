/** Finds the command, reads its words, runs it, prints what it did. */
import { parseArgs } from 'node:util';
import { ConfigError } from '../config.ts';
import { agencyAdd, agencyList } from './agency.ts';
import { calendarSet, calendarShow } from './calendar.ts';
import { type Command, done, type Input, type Outcome, type Terminal, WrongUse } from './command.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { exportAll, restore } from './export.ts';
import { exportPlan } from './export-plan.ts';
import { groupCode } from './group.ts';
import {
  holidaysAdd,
  holidaysConfirm,
  holidaysList,
  holidaysPropose,
  holidaysRemove,
  holidaysSet,
} from './holidays.ts';
import { importPlan } from './import.ts';
import { itemAssign } from './item.ts';
import { memberList } from './member.ts';
import { memberErase, memberExport } from './member-data.ts';
import { memberAct, memberDeputy, memberHandOver, memberLeave, memberMove } from './member-duties.ts';
import { memberInvite } from './member-invite.ts';
import { planClose, planList, planOpen, publish } from './plan.ts';
import { planListImport } from './plan-list-import.ts';
import { planRollOver } from './plan-roll-over.ts';
import { planUndoImport } from './plan-undo.ts';
import { policySet, policyShow } from './policy.ts';
import { problemWords } from './problem-words.ts';
import { receiversList, receiversSet } from './receivers.ts';
import { remind } from './remind.ts';
import { richmenuDeploy } from './richmenu.ts';
import { measuresUsed, scoreHistoryOf } from './score.ts';
import { serve } from './serve.ts';
import { simulateYear } from './simulate-year.ts';
import { start } from './start.ts';
import { understandLines } from './understand.ts';
import { verify } from './verify.ts';

export const COMMANDS: readonly Command[] = [
  start,
  serve,
  demo,
  doctor,
  agencyAdd,
  agencyList,
  memberInvite,
  memberList,
  memberExport,
  memberErase,
  memberMove,
  memberAct,
  memberDeputy,
  memberHandOver,
  memberLeave,
  receiversSet,
  receiversList,
  itemAssign,
  groupCode,
  importPlan,
  exportPlan,
  planOpen,
  planClose,
  planList,
  planListImport,
  planRollOver,
  planUndoImport,
  publish,
  richmenuDeploy,
  calendarShow,
  calendarSet,
  holidaysList,
  holidaysPropose,
  holidaysSet,
  holidaysAdd,
  holidaysRemove,
  holidaysConfirm,
  policyShow,
  policySet,
  remind,
  scoreHistoryOf,
  measuresUsed,
  understandLines,
  simulateYear,
  verify,
  exportAll,
  restore,
];

const COMMON = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;

/** Runs `ita WORDS`; resolves to the exit code: 0 done, 1 refused, 2 wrong use. Never throws. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json');
  // What a command says while it runs is no JSON.
  const outcome = await outcomeOf(words, json ? { ...terminal, out: terminal.err } : terminal);
  if (json) terminal.out(JSON.stringify(outcome.json));
  else {
    for (const line of outcome.lines) terminal.out(line);
    if (outcome.problem !== undefined) terminal.err(outcome.problem);
  }
  return outcome.code;
}

async function outcomeOf(words: readonly string[], terminal: Terminal): Promise<Outcome> {
  const command = COMMANDS.find(({ name }) => name.split(' ').every((part, index) => words[index] === part));
  if (command === undefined) return withoutCommand(words);
  const rest = words.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) return helpOf(command);
  try {
    return await command.run(readInput(command, rest), terminal);
  } catch (error) {
    if (error instanceof WrongUse) return wrong(`${error.message}\n${usageOf(command)}`, error.message);
    if (error instanceof ConfigError) return wrong(error.message, error.mistakes);
    const debugging = terminal.env.LOG_LEVEL === 'debug' || terminal.env.LOG_LEVEL === 'trace';
    if (debugging && error instanceof Error) terminal.err(String(error.stack));
    const why = problemWords(error);
    return { code: 1, lines: [], problem: why, json: { refused: why } };
  }
}

/** No words, or only `help`: the overview. */
function withoutCommand(words: readonly string[]): Outcome {
  const named = words.filter((word) => !['help', '--help', '-h', '--json'].includes(word));
  const [first] = named;
  if (first === undefined) {
    const commands = COMMANDS.map(({ name, summary }) => ({ name, summary }));
    return done(overview(), { commands });
  }
  const kin = COMMANDS.filter(({ name }) => name.split(' ')[0] === first).map(({ name }) => name);
  const advice = kin.length > 0 ? `There are: ${kin.join(', ')}.` : '"npm run -s ita" lists the commands.';
  const why = `There is no command "${named.slice(0, 2).join(' ')}". ${advice}`;
  return wrong(why, why);
}

function wrong(problem: string, json: string | readonly string[]): Outcome {
  return { code: 2, lines: [], problem, json: { wrong: json } };
}

function readInput(command: Command, words: readonly string[]): Input {
  const { values, positionals } = parse(command, words);
  const extra = positionals[command.words];
  if (extra !== undefined) throw new WrongUse(`"${extra}" is one word too many.`);
  return {
    files: positionals,
    text(option) {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    list(option) {
      const value = values[option];
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    },
    flag: (option) => values[option] === true,
  };
}

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

function parse(command: Command, words: readonly string[]): Parsed {
  try {
    return parseArgs({
      args: [...words],
      options: { ...command.options, ...COMMON },
      allowPositionals: true,
    });
  } catch (error) {
    // Node adds advice for programmers behind the first sentence.
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s/, 1);
    throw new WrongUse(`${said.replace(/\.$/, '')}.`);
  }
}

function usageOf(command: Command): string {
  return `Usage: npm run -s ita -- ${command.name} ${command.usage}`.trimEnd();
}

function helpOf(command: Command): Outcome {
  const { name, summary } = command;
  const lines = [summary, '', usageOf(command), 'Every command also takes --json and --help.'];
  return done(lines, { name, summary, usage: usageOf(command) });
}

function overview(): string[] {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 2;
  return [
    'น้องไอต้า (nong-ita): npm run -s ita -- COMMAND [--help] [--json]',
    '',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
  ];
}
