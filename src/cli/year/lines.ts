/** The year as a table for the terminal. */
import { shortMonth } from '../../thai/date.ts';
import type { MonthNumbers, YearNumbers } from './tally.ts';

type Row = Omit<MonthNumbers, 'month' | 'left'> & { readonly left?: number };

const COLUMNS: readonly (readonly [name: string, of: (row: Row) => string])[] = [
  ['pushed', (row) => String(row.pushed)],
  ['left', (row) => (row.left === undefined ? '' : String(row.left))],
  ['free', (row) => String(row.replies)],
  ['in time', (row) => String(row.onTime)],
  ['a day late', (row) => String(row.dayLate)],
  ['late', (row) => String(row.late)],
  ['unsaid', (row) => String(row.never)],
  ['twice', (row) => String(row.twice)],
  ['up the ladder', (row) => row.escalated.join('+')],
  ['cards', (row) => String(row.cards)],
  ['summary', (row) => String(row.summaries)],
  ['naive', (row) => String(row.naive)],
];

export function yearLines(numbers: YearNumbers, shortName: string): string[] {
  const { year, quota, people, groupSize, divisions, measures, oItems, months, total } = numbers;
  const rows: (readonly [string, Row])[] = [
    ...months.map((month) => [shortMonth(month.month), month] as const),
    ['รวม', total],
  ];
  const cells = rows.map(([, row]) => COLUMNS.map(([, of]) => of(row)));
  const widths = COLUMNS.map(([name], at) =>
    Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const written = (first: string, row: readonly string[]) =>
    [first.padEnd(10), ...row.map((cell, at) => cell.padStart(widths[at] ?? 0))].join('  ');
  const [most] = [...months].sort((a, b) => b.pushed - a.pushed);
  return [
    `ปีงบประมาณ ${year}, ${shortName}: ${people} people, ${divisions} divisions, ${measures} measures, ${oItems} O-items; staff group of ${groupSize}, ${quota} free messages a month.`,
    '',
    written(
      'month',
      COLUMNS.map(([name]) => name),
    ),
    ...rows.map(([first], at) => written(first, cells[at] ?? [])),
    '',
    'pushed = counted by LINE against the quota; free = answers; naive = each reminder pushed to the staff group.',
    `The fullest month: ${most === undefined ? '' : `${shortMonth(most.month)}, ${most.pushed} of ${quota}`}. Reminders that rode on an answer: ${total.rode}. The latest reminder: ${numbers.longestDelay} working ${numbers.longestDelay === 1 ? 'day' : 'days'} late.`,
    `All pushes cost ${percent(numbers.share)} of the naive way (${total.pushed} of ${total.naive}).`,
    ...heldLines(numbers),
  ];
}

function heldLines(numbers: YearNumbers): string[] {
  const { heldBack, outranked, toldShort, unasked, crowded, undelivered, givenUp } = numbers;
  const held = heldBack.some((count) => count > 0);
  const reasons = Object.entries(givenUp).map(([reason, count]) => `${count} ${reason}`);
  return [
    ...(held
      ? [
          `Held back a working day or more, by urgency: ${heldBack[0]} due or overdue, ${heldBack[1]} within 3 days, ${heldBack[2]} within 14 days or a report, ${heldBack[3]} later; of these ${outranked} while something less urgent was sent.`,
        ]
      : []),
    ...(toldShort.length > 0
      ? [`The coordinator was told that messages run short in: ${toldShort.map(shortMonth).join(', ')}.`]
      : []),
    ...(unasked + crowded > 0
      ? [`Reminders nobody was promised: ${unasked}; second ones of a day: ${crowded}.`]
      : []),
    ...(undelivered > 0 ? [`Decided and on no phone: ${undelivered}.`] : []),
    ...(reasons.length > 0 ? [`Given up: ${reasons.join(', ')}.`] : []),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
