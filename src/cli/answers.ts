/** The questions a change of a plan leaves open, and how they are answered at the terminal: `--same M3=M4 --new O12`. */
import { codeOf } from '../domain/item.ts';
import type { Doubt, Revision, Standing } from '../domain/revision.ts';
import { type Answer, settleDoubts } from '../domain/settle-doubts.ts';
import { type Input, type Outcome, WrongUse } from './command.ts';

export const ANSWERS = {
  same: { type: 'string', multiple: true },
  new: { type: 'string', multiple: true },
} as const;
export const ANSWERS_USAGE = '[--same M3=M4]… [--new O12]…';

/**
 * The change with the answers given taken into it.
 *
 * @throws WrongUse when an answer is about no question of this change, or names what was not offered.
 */
export function settled(change: Revision, input: Input): Revision {
  const answers: Record<string, Answer> = {};
  for (const written of input.list('new')) answers[questionOf(change, written).id] = { kind: 'new' };
  for (const written of input.list('same')) {
    const [, id = '', choice = ''] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(written) ?? [];
    if (id === '')
      throw new WrongUse(`--same is written M3=M4 (the document's = the plan's); "${written}" is not.`);
    const doubt = questionOf(change, id);
    answers[doubt.id] = { kind: 'item', item: choiceOf(change, doubt, choice) };
  }
  const asked = settleDoubts(change, answers);
  const taken = asked.doubtful.find(({ id }) => Object.hasOwn(answers, id));
  if (taken !== undefined)
    throw new WrongUse(`Two answers name the same item: ${taken.id} is left without one.`);
  return asked;
}

/** What is asked, with the preview before it; `command` is what to run again, with the answers. */
export function unsettled(
  change: Revision,
  preview: readonly string[],
  command: string,
  input: Input,
  kept = 'nothing was kept',
): Outcome {
  const { doubtful } = change;
  const again = [command, ...input.files.map(quoted), ...saidAlready(input), ...exampleAnswers(doubtful)];
  const count = doubtful.length === 1 ? 'One question is' : `${doubtful.length} questions are`;
  const problem = [
    `${count} open; ${kept}.`,
    ...doubtful.flatMap(questionLines),
    `Run it again with an answer to each, such as: npm run -s ita -- ${again.join(' ')}`,
  ].join('\n');
  const doubts = doubtful.map(({ id, kind, written, choices }) => ({
    id,
    kind,
    title: written.facts.title,
    choices: choices.map(({ standing, likeness }) => ({
      code: codeOf(standing.facts),
      item: standing.facts.id,
      title: standing.facts.title,
      likeness,
    })),
  }));
  const [refused = ''] = problem.split('\n');
  return { code: 1, lines: preview, problem, json: { refused, doubts } };
}

export function questionLines(doubt: Doubt): string[] {
  const { id, kind, written, choices } = doubt;
  const asks = kind === 'last-years' ? 'does it carry on what was last year' : 'is it in the plan already as';
  return [
    `  ${id} ${written.facts.title}: ${asks}`,
    ...choices.map(
      ({ standing, likeness }) =>
        `      ${codeOf(standing.facts)} ${standing.facts.title} (${Math.round(likeness * 100)} % alike)?   --same ${id}=${nameOf(standing, choices)}`,
    ),
    `      or is it something new?   --new ${id}`,
  ];
}

const KEPT_OPTIONS = ['agency', 'year', 'from', 'to', 'source'] as const;

/** The options of this run that belong to the next one too. */
function saidAlready(input: Input): string[] {
  const options = KEPT_OPTIONS.flatMap((option) => {
    const value = input.text(option);
    return value === undefined ? [] : [`--${option} ${quoted(value)}`];
  });
  const answers = (['same', 'new'] as const).flatMap((option) =>
    input.list(option).map((answer) => `--${option} ${quoted(answer)}`),
  );
  return [...options, ...(input.flag('open') ? ['--open'] : []), ...answers];
}

/** Less alike, and the example says it is new. */
const ALIKE = 0.5;

/** The likest of each question, every item once. */
function exampleAnswers(doubtful: readonly Doubt[]): string[] {
  const taken = new Set<string>();
  return doubtful.map(({ id, choices }) => {
    const free = choices.find(({ standing, likeness }) => likeness >= ALIKE && !taken.has(standing.facts.id));
    if (free === undefined) return `--new ${id}`;
    taken.add(free.standing.facts.id);
    return `--same ${id}=${nameOf(free.standing, choices)}`;
  });
}

function quoted(word: string): string {
  return /^[\w./:=-]+$/.test(word) ? word : `"${word}"`;
}

/** The code, as long as only one choice has it. */
function nameOf({ facts }: Standing, choices: Doubt['choices']): string {
  const code = codeOf(facts);
  return choices.filter(({ standing }) => codeOf(standing.facts) === code).length === 1 ? code : facts.id;
}

function questionOf({ doubtful }: Revision, id: string): Doubt {
  const doubt = doubtful.find((one) => one.id.toLowerCase() === id.trim().toLowerCase());
  if (doubt !== undefined) return doubt;
  const open = doubtful.map((one) => one.id).join(', ');
  throw new WrongUse(
    open === ''
      ? `Nothing is asked about "${id}": leave the answer away.`
      : `Nothing is asked about "${id}"; what is asked: ${open}.`,
  );
}

/** By code or id: one that is offered, or one that would otherwise be withdrawn. */
function choiceOf(change: Revision, { id, kind, choices }: Doubt, written: string): string {
  const offered = choices.map(({ standing }) => standing);
  const pool = kind === 'same-item' ? [...offered, ...change.withdrawn] : offered;
  const found = pool.filter(({ facts }) => facts.id === written || codeOf(facts) === written.toUpperCase());
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.facts.id;
  const names = pool.map((standing) => nameOf(standing, choices)).join(', ');
  throw new WrongUse(`${id} is none of "${written}"; it may be: ${names}, or new.`);
}
