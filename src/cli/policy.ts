/** `ita policy`: when the office is reminded, of what, and who is told when nobody answers. */
import { type Policy, policy as shape } from '../domain/policy.ts';
import { type Command, done, type Input, refused, WrongUse } from './command.ts';
import { withAgency } from './desk.ts';
import { refusalWords } from './refusal-words.ts';

export const policyShow: Command = {
  name: 'policy show',
  summary: 'Shows when the office is reminded, and who is told when nobody answers.',
  usage: '[--agency ID]',
  words: 0,
  options: { agency: { type: 'string' } },
  async run(input, terminal) {
    return withAgency(input, terminal, (_desk, { agency }) => {
      return done(linesOf(agency.policy), { agency: agency.id, policy: agency.policy });
    });
  },
};

export const policySet: Command = {
  name: 'policy set',
  summary: 'Changes when the office is reminded; what is not said stays as it is.',
  usage:
    '[--before 30,14,7,3,1,0] [--after 1,3,7] [--report 7,0] [--from 08:45] [--until 16:30] [--grace 3,3,3] [--pause 3] ' +
    '[--summary first-working-day|before-meeting] [--mentions on|off] [--opening on|off] [--agency ID]',
  words: 0,
  options: {
    agency: { type: 'string' },
    before: { type: 'string' },
    after: { type: 'string' },
    report: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    grace: { type: 'string' },
    pause: { type: 'string' },
    summary: { type: 'string' },
    mentions: { type: 'string' },
    opening: { type: 'string' },
  },
  async run(input, terminal) {
    const change = changeSaid(input);
    if (Object.keys(change).length === 0) throw new WrongUse('Say what to change.');
    return withAgency(input, terminal, async (desk, { agency }) => {
      const by = { kind: 'console' } as const;
      const command = { type: 'set-policy', by, policy: { ...agency.policy, ...change } } as const;
      const kept = await desk.command(agency.id, command);
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const { policy } = kept.after.agency;
      return done(linesOf(policy), { agency: agency.id, policy });
    });
  },
};

/** What was said, each in its own shape. @throws WrongUse */
function changeSaid(input: Input): Partial<Policy> {
  const change: { [K in keyof Policy]?: unknown } = {};
  for (const key of shape.keyof().options) {
    const said = input.text(key);
    if (said !== undefined) change[key] = READ[key](said, key);
  }
  const read = shape.partial().safeParse(change);
  if (read.success) return read.data as Partial<Policy>;
  const [issue] = read.error.issues;
  throw new WrongUse(`--${String(issue?.path[0])}: ${issue?.message}.`);
}

const READ: Readonly<Record<keyof Policy, (said: string, option: string) => unknown>> = {
  opening: onOrOff,
  before: numbers,
  after: numbers,
  report: numbers,
  from: minute,
  until: minute,
  grace: numbers,
  pause: (said, option) => {
    const [days, ...more] = numbers(said, option);
    return more.length === 0 ? days : said;
  },
  summary: (said) => said,
  mentions: onOrOff,
};

/** Empty = none. */
function numbers(said: string, option: string): number[] {
  const parts = said === '' ? [] : said.split(',');
  if (!parts.every((part) => /^\s*\d{1,3}\s*$/.test(part)))
    throw new WrongUse(`--${option} is numbers of days with commas between, such as 7,3,1.`);
  return parts.map(Number);
}

function minute(said: string, option: string): number {
  const [, hour, minutes] = /^(\d{1,2})[:.]([0-5]\d)$/.exec(said) ?? [];
  if (hour === undefined || Number(hour) > 23) throw new WrongUse(`--${option} is a time such as 08:45.`);
  return Number(hour) * 60 + Number(minutes);
}

function onOrOff(said: string, option: string): boolean {
  if (said !== 'on' && said !== 'off') throw new WrongUse(`--${option} is on or off.`);
  return said === 'on';
}

function linesOf(policy: Policy): string[] {
  const list = (days: readonly number[]) => (days.length === 0 ? 'none' : days.join(', '));
  const time = (at: number) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`.padStart(5, '0');
  const rows: Readonly<Record<string, string>> = {
    opening: `${policy.opening ? 'on' : 'off'}: a notice when a period begins`,
    before: `${list(policy.before)} days before a finish date (0 = on the day)`,
    after: `${list(policy.after)} working days after it, then every week`,
    report: `${list(policy.report)} working days before a report date`,
    hours: `${time(policy.from)} to ${time(policy.until)}, on working days`,
    grace: `${list(policy.grace)} working days without an answer until head, palad, nayok are told`,
    pause: `${policy.pause} working days that a promise holds this back, once`,
    summary: policy.summary,
    mentions: `${policy.mentions ? 'on' : 'off'}: heads with late items are mentioned in the summary`,
  };
  return Object.entries(rows).map(([name, value]) => `${name.padEnd(9)} ${value}`);
}
