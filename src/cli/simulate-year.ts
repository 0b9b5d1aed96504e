import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { addMonths, type Day, fiscalYearDays, isDay, lastDayOf } from '../domain/calendar.ts';
import type { PlanDraft } from '../domain/draft.ts';
import type { Division } from '../domain/event.ts';
import { roleIn } from '../domain/event-fields.ts';
import { createLog } from '../log.ts';
import { yearChart, yearChartPage } from '../papers/year-chart.ts';
import { shortMonth } from '../thai/date.ts';
import { type Command, done, type Input, type Outcome, WrongUse } from './command.ts';
import { readPlanFile } from './plan-file.ts';
import { asYear } from './plan-year.ts';
import { readJson, readList } from './read-json.ts';
import { refusedFile } from './refused-file-words.ts';
import { type Colleague, example } from './stage.ts';
import { type Behaviour, behaviour } from './year/behaviour.ts';
import { yearLines } from './year/lines.ts';
import { playYear, type Span } from './year/play.ts';
import { numbersOf, type YearNumbers } from './year/tally.ts';

/** The years the example office has a plan of. */
const PLANS: Readonly<Record<number, string>> = {
  2568: 'simulation/plan-2568.json',
  2569: 'plan-2569.json',
};
const USUAL = { year: 2568, quota: 300, seed: 1 } as const;

const colleague = z.looseObject({
  key: z.string().min(1),
  name: z.string().min(1),
  position: z.string(),
  roles: z.array(roleIn).min(1),
});

export const simulateYear: Command = {
  name: 'simulate-year',
  summary: 'Plays a fiscal year in seconds through the real bot and counts its messages.',
  usage:
    '[--year 2568|2569 | --plan FILE] [--people FILE.json]… [--behaviour FILE.json] [--quota 300] [--seed 1] [--outage DAY/DAY]… [--crash DAY]… [--chart FILE.svg|.html]',
  words: 0,
  options: {
    year: { type: 'string' },
    plan: { type: 'string' },
    people: { type: 'string', multiple: true },
    behaviour: { type: 'string' },
    quota: { type: 'string' },
    seed: { type: 'string' },
    outage: { type: 'string', multiple: true },
    crash: { type: 'string', multiple: true },
    chart: { type: 'string' },
  },
  async run(input, terminal) {
    const chart = input.text('chart');
    if (chart !== undefined && !/\.(svg|html)$/i.test(chart))
      throw new WrongUse('--chart is the name of an .svg or .html file.');
    const office = example<{ readonly shortName: string; readonly divisions: readonly Division[] }>(
      'office.json',
    );
    const read = await planOf(input, office.divisions);
    if ('code' in read) return read;
    const played = await playYear({
      draft: read,
      people: peopleOf(input),
      behaviour: behaviourOf(input),
      quota: numberOf(input, 'quota', USUAL.quota),
      seed: numberOf(input, 'seed', USUAL.seed),
      outages: input.list('outage').map(spanOf),
      crashes: input.list('crash').map((day) => dayWritten(day, '--crash')),
      log: createLog(terminal.env.LOG_LEVEL || 'fatal'),
      monthOver: (month) => terminal.err(`${shortMonth(month)} …`),
    });
    const { start } = fiscalYearDays(played.year);
    const numbers = numbersOf(played, lastDayOf(addMonths(start.slice(0, 7), 12)));
    if (chart !== undefined) writeFileSync(chart, drawn(numbers, chart));
    const lines = yearLines(numbers, office.shortName);
    return done([...lines, ...(chart === undefined ? [] : [`Drawn in ${chart}.`])], numbers);
  },
};

async function planOf(input: Input, divisions: readonly Division[]): Promise<PlanDraft | Outcome> {
  const written = input.text('year');
  const year = written === undefined ? undefined : asYear(written, '--year');
  const own = input.text('plan');
  const name = PLANS[year ?? USUAL.year];
  if (own === undefined && name === undefined)
    throw new WrongUse(
      `The example office has plans of ${Object.keys(PLANS).join(' and ')}; give yours with --plan.`,
    );
  const path = own ?? exampleFile(name ?? '');
  const file = await readPlanFile(path, { year: own === undefined ? undefined : year, divisions });
  if (!file.ok) return refusedFile(file);
  if (file.plan === null)
    throw new WrongUse('The document does not say its fiscal year: give it with --year.');
  return file.plan;
}

function peopleOf(input: Input): Colleague[] {
  const files = input.list('people');
  const read = (path: string) => readList(path, colleague, 'example/people.json');
  return (files.length === 0 ? [exampleFile('people.json')] : files).flatMap(read);
}

function behaviourOf(input: Input): Behaviour {
  const path = input.text('behaviour') ?? exampleFile('simulation/behaviour.json');
  return readJson(path, behaviour, 'example/simulation/behaviour.json');
}

function numberOf(input: Input, option: string, usual: number): number {
  const written = input.text(option);
  if (written === undefined) return usual;
  if (!/^\d{1,7}$/.test(written)) throw new WrongUse(`--${option} is a whole number; "${written}" is not.`);
  return Number(written);
}

/** `2025-03-10/2025-03-24`: no server between these days. */
function spanOf(written: string): Span {
  const [from = '', until = '', more] = written.split('/');
  if (more !== undefined || from >= until)
    throw new WrongUse(`--outage is two days such as 2025-03-10/2025-03-24; "${written}" is not.`);
  return { from: dayWritten(from, '--outage'), until: dayWritten(until, '--outage') };
}

function dayWritten(written: string, option: string): Day {
  if (!isDay(written)) throw new WrongUse(`${option}: "${written}" is no day written YYYY-MM-DD.`);
  return written;
}

function exampleFile(name: string): string {
  return fileURLToPath(new URL(`../../example/${name}`, import.meta.url));
}

function drawn({ year, quota, groupSize, months }: YearNumbers, file: string): string {
  const chart = { year, quota, group: groupSize, months };
  return /\.svg$/i.test(file) ? yearChart(chart) : yearChartPage(chart);
}
