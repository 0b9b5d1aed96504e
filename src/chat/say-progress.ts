/** How far the agency is, and its divisions. */
import type { Agency, Plan } from '../domain/agency.ts';
import { itemsOf, openPlans } from '../domain/item.ts';
import { isOf } from '../domain/part.ts';
import {
  type DivisionFigures,
  type Figures,
  figuresByDivision,
  figuresOf,
  percentDone,
} from '../domain/progress.ts';
import { missingButton } from './buttons.ts';
import { bar, progressCard } from './cards.ts';
import { flex, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import { partsAsked, whoseItems } from './say-missing.ts';
import { divisionNamed, linkTo, markOf, placeOf, type Scene } from './scene.ts';
import { NO_PLAN, NOBODY, planWords } from './words.ts';
import {
  andMoreDivisions,
  BY_DIVISION,
  doneOf,
  figuresWords,
  lateWords,
  nothingOf,
  progressTitle,
} from './words-items.ts';

const DIVISIONS_SHOWN = 14;

/** The whole agency, every division beside the others. */
export function sayProgress(scene: Scene): Outgoing[] {
  return progressOf(scene, [], progressTitle(whoseItems(scene, [])));
}

/** The divisions asked about; none = all of them. */
export function sayDivisions(scene: Scene, divisions: readonly string[]): Outgoing[] {
  const one = divisions.length === 1;
  return progressOf(scene, divisions, one ? progressTitle(whoseItems(scene, divisions)) : BY_DIVISION);
}

function progressOf(scene: Scene, divisions: readonly string[], title: string): Outgoing[] {
  const plans = openPlans(scene.agency);
  if (plans.length === 0) return [{ type: 'text', text: NO_PLAN }];
  const cards = plans.map((plan) => cardOf(scene, plan, divisions, title));
  const [newest] = cards;
  if (newest === undefined || cards.every(({ figures }) => figures.total === 0)) {
    const text = nothingOf(whoseItems(scene, divisions));
    return [withNext(scene, { type: 'text', text }, ['progress', 'divisions'])];
  }
  const { done, total } = newest.figures;
  const message = flex(
    `${title}: ${doneOf(done, total)}`,
    cards.map(({ bubble }) => bubble),
  );
  return [withNext(scene, message, ['mine', 'overdue', 'near', 'summary'])];
}

function cardOf(
  scene: Scene,
  plan: Plan,
  divisions: readonly string[],
  title: string,
): { readonly bubble: FlexBubble; readonly figures: Figures } {
  const { agency, now } = scene;
  const parts = partsAsked(divisions);
  const items = itemsOf(agency, plan.year).filter((item) => isOf(item, parts));
  const figures = figuresOf(agency, items, now, parts);
  const [only] = divisions.length === 1 ? divisions : [];
  const rows = figuresByDivision(agency, items, now).filter(
    ({ division }) => divisions.length === 0 || (division !== null && divisions.includes(division)),
  );
  const bubble = progressCard({
    title,
    subtitle: planWords(plan.year),
    ...figuresView(figures),
    ...divisionsView(agency, only === undefined ? rows : []),
    mark: markOf(agency, items),
    missing: missingButton(
      placeOf(scene),
      only === undefined ? undefined : { code: only, name: divisionNamed(agency, only) },
    ),
    ...linkTo(scene, { kind: 'progress', division: only ?? null }),
  });
  return { bubble, figures };
}

export function figuresView(figures: Figures) {
  const percent = percentDone(figures);
  return {
    percent,
    done: figures.done,
    total: figures.total,
    bar: bar(percent),
    counts: figuresWords(figures),
    late: lateWords(figures),
  };
}

/** The rows of a progress card; more divisions than a bubble can hold are counted. */
export function divisionsView(agency: Agency, rows: readonly DivisionFigures[]) {
  const divisions = rows.slice(0, DIVISIONS_SHOWN).map(({ division, figures }) => ({
    name: division === null ? NOBODY : short(divisionNamed(agency, division), 60),
    done: figures.done,
    total: figures.total,
    bar: bar(percentDone(figures)),
    late: lateWords(figures),
  }));
  return { divisions, divisionsRest: andMoreDivisions(rows.length - divisions.length) };
}
