/** Finds the command, reads its words, runs it, prints what it did. */
import { parseArgs } from 'node:util';
import { ConfigError } from '../config.ts';
import { agencyAdd, agencyList } from './agency.ts';
import { type Command, type Input, type Outcome, type Terminal, WrongUse } from './command.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { exportAll, restore } from './export.ts';
import { groupCode } from './group.ts';
import { importPlan } from './import.ts';
import { memberInvite, memberList } from './member.ts';
import { planClose, planOpen, publish } from './plan.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';

export const COMMANDS: readonly Command[] = [
  serve,
  demo,
  doctor,
  agencyAdd,
  agencyList,
  memberInvite,
  memberList,
  groupCode,
  importPlan,
  planOpen,
  planClose,
  publish,
  verify,
  exportAll,
  restore,
];

const COMMON = { help: { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** Runs `ita WORDS`; resolves to the exit code: 0 done, 1 refused, 2 wrong use. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const command = COMMANDS.find(({ name }) => name.split(' ').every((part, index) => words[index] === part));
  if (command === undefined) {
    const asked = words.length === 0 || words[0] === 'help' || words[0] === '--help';
    if (!asked) terminal.out(`There is no command "${words.slice(0, 2).join(' ')}".\n`);
    for (const line of overview()) terminal.out(line);
    return asked ? 0 : 2;
  }
  const rest = words.slice(command.name.split(' ').length);
  const json = rest.includes('--json');
  const outcome = await outcomeOf(command, rest, terminal);
  if (json) terminal.out(JSON.stringify(outcome.json));
  else for (const line of outcome.lines) terminal.out(line);
  return outcome.code;
}

async function outcomeOf(command: Command, words: readonly string[], terminal: Terminal): Promise<Outcome> {
  if (words.includes('--help')) return { code: 0, lines: helpOf(command), json: { usage: helpOf(command) } };
  try {
    return await command.run(readInput(command, words), terminal);
  } catch (error) {
    if (error instanceof WrongUse) {
      return { code: 2, lines: [`${error.message}.`, usageOf(command)], json: { wrong: error.message } };
    }
    if (error instanceof ConfigError)
      return { code: 2, lines: [error.message], json: { wrong: error.mistakes } };
    throw error;
  }
}

function readInput(command: Command, words: readonly string[]): Input {
  const { values, positionals } = parse(command, words);
  if (positionals.length > command.words) throw new WrongUse(`"${positionals.at(-1)}" is one word too many`);
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
    throw new WrongUse(error instanceof Error ? error.message.replace(/\.$/, '') : String(error));
  }
}

function usageOf(command: Command): string {
  return `Usage: npm run -s ita -- ${command.name} ${command.usage}`.trimEnd();
}

function helpOf(command: Command): string[] {
  return [command.summary, '', usageOf(command), 'Every command also takes --json and --help.'];
}

function overview(): string[] {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 2;
  return [
    'น้องไอต้า (nong-ita): npm run -s ita -- COMMAND [--help] [--json]',
    '',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
  ];
}
