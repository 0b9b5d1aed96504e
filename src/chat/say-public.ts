/** What citizens may see. Names of staff never stand here. */
import type { Agency, Item, Plan } from '../domain/agency.ts';
import { itemsOf, statusOf } from '../domain/item.ts';
import { type PlainRow, publicListCard } from './cards.ts';
import { flex, flexList, pages, short } from './flex.ts';
import { ROWS_PER_PAGE } from './item-rows.ts';
import { withNext } from './next-steps.ts';
import type { Outgoing } from './outgoing.ts';
import { labelOf, linkTo, NO_LINK, officeName, type Scene } from './scene.ts';
import { andMore, divisionWords, NOTHING_PUBLISHED, STATUS } from './words.ts';
import { MORE_PUBLIC, MORE_PUBLIC_BY_LINK, PUBLIC_SUBTITLE, publicAlt, publicTitle } from './words-items.ts';

/** The published measures of the newest year that has any. */
export function sayPublicMeasures(scene: Scene): Outgoing[] {
  const { agency } = scene;
  const plan = publishedPlan(agency);
  const measures = plan === undefined ? [] : measuresOf(agency, plan);
  if (plan === undefined || measures.length === 0) return [{ type: 'text', text: NOTHING_PUBLISHED }];
  const title = publicTitle(plan.year, officeName(agency));
  const link = linkTo(scene, { kind: 'measures', year: plan.year });
  const list = pages(measures, ROWS_PER_PAGE).map((page) => ({
    rows: page.length,
    bubble: publicListCard({
      title,
      subtitle: PUBLIC_SUBTITLE,
      rows: page.map((item) => publicRow(agency, item)),
      ...NO_LINK,
    }),
  }));
  const rest = (count: number) =>
    publicListCard({
      title: andMore(count),
      subtitle: link.link === '' ? MORE_PUBLIC : MORE_PUBLIC_BY_LINK,
      rows: [],
      ...link,
    });
  return [withNext(scene, flexList(publicAlt(title, measures.length), list, rest), ['help'])];
}

/** Measures of a published plan, each on a card of its own words; [] = none of the items is published. */
export function sayPublicItems(scene: Scene, items: readonly Item[]): Outgoing[] {
  const { agency } = scene;
  const shown = items.filter(
    (item) => item.kind === 'measure' && agency.plans[item.year]?.published === true,
  );
  const [first] = shown;
  if (first === undefined) return [];
  const title = publicTitle(first.year, officeName(agency));
  const rows = shown.slice(0, ROWS_PER_PAGE).map((item) => publicRow(agency, item));
  const card = publicListCard({ title, subtitle: PUBLIC_SUBTITLE, rows, ...NO_LINK });
  return [
    withNext(scene, flex(`${labelOf(scene, first)}: ${STATUS[statusOf(first)]}`, [card]), [
      'measures',
      'help',
    ]),
  ];
}

function publicRow(agency: Agency, item: Item): PlainRow {
  return {
    code: String(item.number),
    title: short(item.title, 120),
    note: `${STATUS[statusOf(item)]}\n${short(divisionWords(agency, item.divisions), 60)}`,
  };
}

function publishedPlan(agency: Agency): Plan | undefined {
  return Object.values(agency.plans)
    .filter((plan) => plan.published)
    .sort((a, b) => b.year - a.year)
    .find((plan) => measuresOf(agency, plan).length > 0);
}

function measuresOf(agency: Agency, plan: Plan): Item[] {
  return itemsOf(agency, plan.year).filter((item) => item.kind === 'measure');
}
