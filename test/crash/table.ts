/** The numbers of a run, for people. */
import { BEFORE_ANSWER, IN_COMMIT, type KillPoint } from './kill-points.ts';
import type { Tally } from './witness.ts';

interface Run {
  readonly seed: number;
  readonly lanes: number;
  readonly seconds: number;
  readonly violations: number;
}

const WORDS: Readonly<Record<KillPoint, string>> = {
  begin: 'in a commit: after BEGIN',
  insert: 'in a commit: between its inserts',
  commit: 'in a commit: before COMMIT',
  committed: 'COMMIT returned, nobody told',
  appended: 'kept, 200 not written',
  trying: 'try of a push noted, LINE not called',
  answered: 'LINE answered, not noted',
  'accepted-reply': 'LINE accepted a reply, answer not written',
  'accepted-push': 'LINE accepted a push, answer not written',
  'thirty-hours': 'the same, back 30 hours later',
  random: 'at random under load',
  starting: 'while starting and putting things right',
};

/** Between the append of a message and LINE's answer to it, whether LINE has it or not. */
const ON_THE_WAY: readonly KillPoint[] = ['committed', 'appended', 'trying', ...BEFORE_ANSWER];

export function sumOf(tallies: readonly Tally[]): Tally {
  const kills: Partial<Record<KillPoint, number>> = {};
  const numbers: Record<string, number> = {};
  let sharedCommits = 0;
  for (const tally of tallies) {
    sharedCommits += tally.sharedCommits;
    for (const point of POINTS) kills[point] = (kills[point] ?? 0) + (tally.kills[point] ?? 0);
    for (const [what, count] of Object.entries(tally.numbers)) numbers[what] = (numbers[what] ?? 0) + count;
  }
  return { kills, numbers, sharedCommits };
}

const POINTS = Object.keys(WORDS) as KillPoint[];

function killsAt(tally: Tally, points: readonly KillPoint[]): number {
  return points.reduce((sum, point) => sum + (tally.kills[point] ?? 0), 0);
}

export const killsIn = (tally: Tally) => killsAt(tally, POINTS);
/** LINE had accepted and had not answered. */
export const unanswered = (tally: Tally) => killsAt(tally, BEFORE_ANSWER);
export const inCommit = (tally: Tally) => killsAt(tally, IN_COMMIT);

export function tableOf(tally: Tally, { seed, lanes, seconds, violations }: Run): string {
  const row = (what: string, count: number) => `  ${what.padEnd(46)}${String(count).padStart(7)}`;
  return [
    `kill -9, seed ${seed}, ${lanes} lanes of three agencies, ${seconds} s`,
    ...POINTS.map((point) => row(WORDS[point], tally.kills[point] ?? 0)),
    row('all kills', killsIn(tally)),
    row('  inside a group commit', inCommit(tally)),
    row('    of them shared by several writers', tally.sharedCommits),
    row('  accepted by LINE, its answer not written', unanswered(tally)),
    row('  between the append and LINE’s answer', killsAt(tally, ON_THE_WAY)),
    ...Object.entries(tally.numbers).map(([what, count]) => row(what, count)),
    `  verdict: ${violations === 0 ? 'nothing lost, nothing delivered twice, every ledger verifies' : `${violations} VIOLATIONS`}`,
  ].join('\n');
}
