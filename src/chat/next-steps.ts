/** The next sensible steps, as quick replies under an answer. */
import { monthOf } from '../domain/calendar.ts';
import {
  type Choice,
  divisionsButton,
  dueButton,
  helpButton,
  measuresButton,
  missingButton,
  progressButton,
  quickReplies,
  scoreButton,
  summaryButton,
} from './buttons.ts';
import type { Outgoing } from './outgoing.ts';
import { divisionNamed, isCitizen, ownDivision, placeOf, type Scene } from './scene.ts';
import { LABEL } from './words-buttons.ts';

export type NextStep =
  | 'mine'
  | 'missing'
  | 'progress'
  | 'divisions'
  | 'near'
  | 'overdue'
  | 'score'
  | 'summary'
  | 'measures'
  | 'help';

/** What a citizen may ask. */
const PUBLIC: ReadonlySet<NextStep> = new Set(['measures', 'help']);

/** The message with quick replies: first those of its own, then the steps that make sense for whom it is said to. */
export function withNext<M extends Outgoing>(
  scene: Scene,
  message: M,
  steps: readonly NextStep[],
  own: readonly Choice[] = [],
): M {
  const choices = [...own, ...steps.flatMap((step) => choiceOf(scene, step))];
  return choices.length === 0 ? message : { ...message, quickReply: quickReplies(placeOf(scene), choices) };
}

function choiceOf(scene: Scene, step: NextStep): Choice[] {
  if (isCitizen(scene) && !PUBLIC.has(step)) return [];
  const place = placeOf(scene);
  switch (step) {
    case 'mine': {
      const code = ownDivision(scene);
      if (code === null) return [];
      return [[LABEL.mine, missingButton(place, { code, name: divisionNamed(scene.agency, code) })]];
    }
    case 'missing':
      return [[LABEL.missing, missingButton(place)]];
    case 'progress':
      return [[LABEL.progress, progressButton(place)]];
    case 'divisions':
      return [[LABEL.divisions, divisionsButton(place)]];
    case 'near':
      return [[LABEL.near, dueButton(place)]];
    case 'overdue':
      return [[LABEL.overdue, dueButton(place, { overdue: true })]];
    case 'score':
      return [[LABEL.score, scoreButton(place)]];
    case 'summary':
      return [[LABEL.summaryNow, summaryButton(place, monthOf(scene.now))]];
    case 'measures':
      return [[LABEL.measures, measuresButton(place)]];
    case 'help':
      return [[LABEL.help, helpButton(place)]];
  }
}
