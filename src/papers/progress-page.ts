import type { Item, Plan } from '../domain/agency.ts';
import { itemsOf, openPlans } from '../domain/item.ts';
import { isOf } from '../domain/part.ts';
import { figuresByDivision, figuresOf } from '../domain/progress.ts';
import { divisionTable, overallFigures } from './figures.ts';
import { type Content, html } from './html.ts';
import { heading, itemList, paragraph, provisionalNotes } from './item-list.ts';
import { type PaperScene, sheetOf } from './sheet.ts';
import { ofDivision } from './subtitle.ts';
import { itemCount, NO_PLAN, PROGRESS, planWords } from './words.ts';

/** Every item of the open plans with its status, and how far each division is. */
export function progressPage(scene: PaperScene, division: string | null): string {
  const { agency } = scene;
  const plans = openPlans(agency);
  const content =
    plans.length === 0
      ? paragraph(NO_PLAN)
      : plans.map((plan) => planProgress(scene, plan, division, plans.length > 1));
  return sheetOf(scene, { title: PROGRESS.title, subtitle: ofDivision(agency, division), content });
}

function planProgress(scene: PaperScene, plan: Plan, division: string | null, named: boolean): Content {
  const { agency, now } = scene;
  const items = itemsOf(agency, plan.year).filter((item) => isOf(item, division));
  return [
    named ? html`<h2>${planWords(plan.year)}</h2>` : null,
    overallFigures(figuresOf(agency, items, now, division)),
    ...provisionalNotes(agency, items),
    division === null
      ? [html`<h2>${PROGRESS.divisions}</h2>`, divisionTable(agency, figuresByDivision(agency, items, now))]
      : null,
    ofKind(scene, items, division, 'measure', PROGRESS.measures),
    ofKind(scene, items, division, 'oit', PROGRESS.oit),
  ];
}

function ofKind(
  scene: PaperScene,
  items: readonly Item[],
  whose: string | null,
  kind: Item['kind'],
  title: string,
): Content {
  const those = items.filter((item) => item.kind === kind);
  if (those.length === 0) return null;
  return [heading(title, itemCount(those.length)), itemList(scene, those, { whose })];
}
