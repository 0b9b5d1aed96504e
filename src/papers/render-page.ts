import { known } from '../domain/known.ts';
import type { StatePage } from '../domain/page.ts';
import { duePage } from './due-page.ts';
import { itemPage } from './item-page.ts';
import { measuresPage } from './measures-page.ts';
import { missingPage } from './missing-page.ts';
import { progressPage } from './progress-page.ts';
import type { PaperScene } from './sheet.ts';
import { summaryPage } from './summary-page.ts';

/**
 * A page as a whole HTML document, from the state alone. No name of a person and no free text ever stands on it: whoever
 * is sent the link may read it. Null = there is no such item, or nothing of it is published.
 */
export function renderPage(scene: PaperScene, page: StatePage): string | null {
  switch (page.kind) {
    case 'missing':
      return missingPage(scene, page.division);
    case 'due':
      return duePage(scene, page);
    case 'progress':
      return progressPage(scene, page.division);
    case 'summary':
      return summaryPage(scene, page.month, page.division);
    case 'item': {
      const item = known(scene.agency.items, page.item);
      return item === undefined ? null : itemPage(scene, item);
    }
    case 'measures':
      return measuresPage(scene, page.year);
  }
}
