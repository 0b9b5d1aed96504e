import type { Agency } from '../domain/agency.ts';
import type { Revision } from '../domain/revision.ts';
import { type NumberMove, numberMoves, rollOver } from '../domain/roll-over.ts';
import { ANSWERS, ANSWERS_USAGE, questionLines, settled, unsettled } from './answers.ts';
import { type Command, done, type Input, needed, type Outcome, refused } from './command.ts';
import { type Desk, withAgency } from './desk.ts';
import { keepRevision } from './keep-revision.ts';
import { asYear } from './plan-year.ts';
import { revisionLines } from './revision-lines.ts';

export const planRollOver: Command = {
  name: 'plan roll-over',
  summary: 'Makes the next year’s draft from a plan: measures carried, O-numbers moved by name, owners kept.',
  usage: `--from 2569 --to 2570 [--dry-run] ${ANSWERS_USAGE} [--agency ID]`,
  words: 0,
  options: {
    agency: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'dry-run': { type: 'boolean' },
    ...ANSWERS,
  },
  async run(input, terminal) {
    const from = asYear(needed(input, 'from'), '--from');
    const to = asYear(needed(input, 'to'), '--to');
    return withAgency(input, terminal, async (desk, { agency }) => {
      const next = rollOver(agency, from, to, desk.world.ids.id);
      if (next === null) return refused(whyNot(agency, from, to));
      return await rolled(desk, agency, settled(next, input), { from, input });
    });
  },
};

async function rolled(
  desk: Desk,
  agency: Agency,
  change: Revision,
  { from, input }: { readonly from: number; readonly input: Input },
): Promise<Outcome> {
  const moves = numberMoves(agency, from, change);
  const preview = [...revisionLines(agency, change), ...moveLines(moves, from, change)];
  if (input.flag('dry-run')) {
    const asked = change.doubtful.flatMap(questionLines);
    const json = { kept: false, agency: agency.id, from, to: change.year, moves, changes: change };
    return done([...preview, ...asked, 'Nothing was kept.'], json);
  }
  if (change.doubtful.length > 0) return unsettled(change, preview, 'plan roll-over', input);
  const kept = await keepRevision(desk, agency, change, { preview, open: false });
  return { ...kept, json: kept.code === 0 ? { ...Object(kept.json), from, moves } : kept.json };
}

/** The numbers that changed; those that stayed are counted. */
function moveLines(moves: readonly NumberMove[], from: number, { year, doubtful }: Revision): string[] {
  if (moves.every(({ to }) => to === null)) return [];
  const asked = new Set(
    doubtful.flatMap(({ choices }) => choices.map(({ standing }) => standing.facts.number)),
  );
  const name = (number: number | null) => (number === null ? '–' : `O${number}`);
  const moved = moves.filter(
    (move) => move.from !== move.to && !(move.to === null && asked.has(move.from ?? 0)),
  );
  const stayed = moves.filter((move) => move.from === move.to).length;
  return [
    `O-numbers from ${from} to ${year}: ${stayed} stay${moved.length === 0 ? '.' : ', the others:'}`,
    ...moved.map(
      (move) =>
        `  ${name(move.from)} -> ${name(move.to)} ${move.title}${move.from === null ? ' (new)' : move.to === null ? ' (no longer asked for)' : ''}`,
    ),
  ];
}

function whyNot(agency: Agency, from: number, to: number): string {
  if (to <= from) return `${to} does not come after ${from}.`;
  if (agency.plans[from] === undefined) return `There is no plan of ${from}; bring one in with "import".`;
  return `There is a plan of ${to} already.`;
}
