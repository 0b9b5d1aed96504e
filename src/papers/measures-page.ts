import { itemsOf } from '../domain/item.ts';
import { itemList } from './item-list.ts';
import { type PaperScene, sheetOf } from './sheet.ts';
import { MEASURES } from './words.ts';

/** The published measures of a year, for anyone; null when the year is not published. */
export function measuresPage(scene: PaperScene, year: number): string | null {
  const { agency } = scene;
  if (agency.plans[year]?.published !== true) return null;
  const measures = itemsOf(agency, year).filter(({ kind }) => kind === 'measure');
  const content = itemList(scene, measures, { without: ['evidence', 'lateness'] });
  return sheetOf(scene, { title: MEASURES.title(year), subtitle: MEASURES.subtitle, content, open: true });
}
