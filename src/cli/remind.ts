/** What the server would send in the days to come: to whom, at what cost, and why. Sends nothing. */
import type { Config } from '../config.ts';
import type { Agency } from '../domain/agency.ts';
import { addDays, dayOf, type Instant, instantOf, isDay, monthOf } from '../domain/calendar.ts';
import { type Budget, type DryDay, dryRun } from '../domain/dry-run.ts';
import type { ReminderLine } from '../domain/event.ts';
import { codeOf } from '../domain/item.ts';
import { known } from '../domain/known.ts';
import type { Matter } from '../domain/matters.ts';
import type { PersonalSend } from '../domain/sends.ts';
import { extensionPriority, type Priority, priorityOf } from '../domain/spend.ts';
import { createQuotas } from '../flow/quota.ts';
import { draftsFor } from '../flow/send-card.ts';
import { askQuota, spendingOf } from '../flow/spending.ts';
import { createLine } from '../line/client.ts';
import { type Command, done, type Input, refused, WrongUse } from './command.ts';
import { type Desk, deskConfig, withAgency } from './desk.ts';

const DAYS = 14;

export const remind: Command = {
  name: 'remind',
  summary:
    'Shows what will be sent in the next days, to whom, at what cost, and why (--dry-run; sends nothing).',
  usage: '--dry-run [--now 2026-01-05T08:00] [--days 14] [--left 120] [--agency ID]',
  words: 0,
  options: {
    agency: { type: 'string' },
    'dry-run': { type: 'boolean' },
    now: { type: 'string' },
    days: { type: 'string' },
    left: { type: 'string' },
  },
  async run(input, terminal) {
    if (!input.flag('dry-run'))
      return refused('The server sends reminders by itself when they fall due; --dry-run shows which.');
    const days = whole(input, 'days', 1, 366) ?? DAYS;
    const left = whole(input, 'left', 0, 1_000_000);
    return withAgency(input, terminal, async (desk, { agency }) => {
      const from = momentSaid(input) ?? desk.world.clock.now();
      const budget = await budgetOf(desk, deskConfig(terminal), agency, from, left);
      const plan = dryRun(agency, from, days, budget, await draftsFor(desk.world, agency));
      const names = await namesOf(desk, agency);
      const told = plan.map((day) => dayTold(agency, names, day));
      const total = plan.reduce((sum, { cost }) => sum + cost, 0);
      const until = addDays(dayOf(from), days - 1);
      const head = `${dayOf(from)} to ${until}: ${messages(total)}, if nobody answers and nothing changes. ${leftWords(budget)}`;
      return done([head, ...told.flatMap(dayLines)], {
        agency: agency.id,
        from: new Date(from).toISOString(),
        days,
        left: finite(budget.left),
        limit: finite(budget.limit),
        total,
        plan: told,
      });
    });
  },
};

/** A whole number given, or undefined. */
function whole(input: Input, option: string, least: number, most: number): number | undefined {
  const said = input.text(option);
  if (said === undefined) return undefined;
  const number = Number(said);
  if (!/^\d+$/.test(said) || number < least || number > most)
    throw new WrongUse(`--${option} is a whole number from ${least} to ${most}.`);
  return number;
}

/** Without a zone it is Bangkok's; a day alone is its first minute. */
function momentSaid(input: Input): Instant | null {
  const said = input.text('now');
  if (said === undefined) return null;
  if (isDay(said)) return instantOf(said);
  const zoned = /(?:Z|[+-]\d\d:\d\d)$/.test(said) ? said : `${said}+07:00`;
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(said) ? Date.parse(zoned) : Number.NaN;
  if (Number.isNaN(at))
    throw new WrongUse('--now is a moment such as 2026-01-05T08:00 (Bangkok) or 2026-01-05.');
  return at;
}

/** What LINE says is left, where there are credentials; else the free plan's messages less our own count. */
async function budgetOf(
  { world }: Desk,
  { accounts, apiBase, dataApiBase }: Config,
  agency: Agency,
  from: Instant,
  said: number | undefined,
): Promise<Budget> {
  const account = accounts.find((one) => one.agency === agency.id);
  const line =
    account === undefined ? null : createLine({ accessToken: account.accessToken, apiBase, dataApiBase });
  const quotas = createQuotas({ clock: world.clock, log: world.log, line: () => line });
  const asking = { ...world, quotas };
  await askQuota(asking, agency);
  const { left, limit, summary } = await spendingOf(asking, agency, from);
  // A later month begins with all of its messages.
  const present = monthOf(from) === monthOf(world.clock.now()) ? left : limit;
  return { left: said ?? present, limit, summary };
}

async function namesOf({ store }: Desk, agency: Agency): Promise<ReadonlyMap<string, string>> {
  const people = await store.besideAll(agency.id, 'person');
  return new Map(people.map(({ id, value }) => [id, value.name ?? id]));
}

interface DayTold {
  readonly day: string;
  readonly cost: number;
  readonly left: number | null;
  readonly summary: {
    readonly month: string;
    readonly cost: number;
    readonly to: 'group' | 'coordinators';
  } | null;
  readonly sends: readonly SendTold[];
}

interface SendTold {
  readonly member: string;
  readonly name: string;
  readonly cost: number;
  /** True = it waits, because the month's messages do not suffice. */
  readonly held: boolean;
  readonly lines: readonly {
    readonly item: string;
    readonly due: ReminderLine['due'];
    readonly date: string;
    readonly why: string;
    readonly priority: Priority;
  }[];
  /** Later dates: requests that wait for him, decisions on his own. */
  readonly extensions: readonly {
    readonly item: string;
    readonly what: 'request' | 'decision';
    readonly priority: Priority;
  }[];
  readonly matters: readonly Matter['kind'][];
}

function dayTold(agency: Agency, names: ReadonlyMap<string, string>, day: DryDay): DayTold {
  const at = instantOf(day.day);
  const tell = ({ member, lines, extensions, matters }: PersonalSend, held: boolean): SendTold => ({
    member,
    name: names.get(member) ?? member,
    cost: held ? 0 : 1,
    held,
    lines: lines.map((line) => ({
      item: itemCode(agency, line.item),
      due: line.due,
      date: line.date,
      why: whyOf(line),
      priority: priorityOf(line, at),
    })),
    extensions: extensions.map((wish) => ({
      item: itemCode(agency, wish.item.id),
      what: wish.asked.decided === null ? 'request' : 'decision',
      priority: extensionPriority(agency, wish, at),
    })),
    matters: [...new Set(matters.map(({ kind }) => kind))],
  });
  const bound = Object.values(agency.groups).some(({ purpose }) => purpose === 'staff');
  const { summary, cost, left } = day;
  return {
    day: day.day,
    cost,
    left: finite(left),
    summary: summary === null ? null : { ...summary, to: bound ? 'group' : 'coordinators' },
    sends: [...day.send.map((one) => tell(one, false)), ...day.held.map((one) => tell(one, true))],
  };
}

function itemCode(agency: Agency, id: string): string {
  const item = known(agency.items, id);
  return item === undefined ? id : `${codeOf(item)}/${item.year}`;
}

const LEVELS: Readonly<Record<number, string>> = { 1: 'head', 2: 'ปลัด', 3: 'นายก' };

function whyOf({ step, level }: ReminderLine): string {
  const when =
    step === 'opening'
      ? 'may begin'
      : step === 0
        ? 'due today'
        : step > 0
          ? `${step} days before`
          : `${-step} days overdue`;
  return level === undefined ? when : `${when}, nobody answered: to the ${LEVELS[level] ?? level}`;
}

function dayLines({ day, cost, left, summary, sends }: DayTold): string[] {
  return [
    '',
    `${day}: ${messages(cost)}${left === null ? '' : `, ${left} left`}`,
    ...(summary === null
      ? []
      : [`  summary of ${summary.month} to the ${summary.to}: ${messages(summary.cost)}`]),
    ...sends.flatMap(({ name, held, lines, extensions, matters }) => [
      `  ${name}${held ? ' (held: not enough messages)' : ''}`,
      ...lines.map((one) => `    ${one.item} ${one.due} ${one.date}: ${one.why} (priority ${one.priority})`),
      ...extensions.map(
        ({ item, what, priority }) => `    ${item} later date: ${what} (priority ${priority})`,
      ),
      ...(matters.length === 0 ? [] : [`    card: ${matters.join(', ')}`]),
    ]),
  ];
}

function messages(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`;
}

function leftWords({ left, limit }: Budget): string {
  return Number.isFinite(left) ? `Left at the start: ${left} of ${limit}.` : 'The account has no limit.';
}

function finite(count: number): number | null {
  return Number.isFinite(count) ? count : null;
}
