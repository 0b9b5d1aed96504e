/** What became of an import: kept, taken back, its plan opened or published. */
import type { Revision } from '../domain/revision.ts';
import { previewCard } from './cards.ts';
import { flex } from './flex.ts';
import { withNext } from './next-steps.ts';
import { openPlanButton, publishPlanButton, undoImportButton } from './office-buttons.ts';
import type { Outgoing } from './outgoing.ts';
import { countsLine } from './say-import.ts';
import type { Scene } from './scene.ts';
import { IMPORT_LABEL, IMPORTED, PREVIEW } from './words-import.ts';

/** Echoes a kept import; `scene.agency` is the state after it, `revision` its id. */
export function sayImported(scene: Scene, revision: string, change: Revision): Outgoing[] {
  const { year, new: fresh, changed, withdrawn, same, statuses } = change;
  const state = scene.agency.plans[year]?.state ?? 'draft';
  const rows = [
    [PREVIEW.fresh, fresh.length],
    [PREVIEW.changed, changed.length],
    [PREVIEW.withdrawn, withdrawn.length],
    [PREVIEW.same, same.length],
    [PREVIEW.statuses, statuses.length],
  ] as const;
  const card = previewCard({
    title: IMPORTED.title(year),
    subtitle: '',
    rows: rows
      .filter(([, count]) => count > 0)
      .map(([name, count]) => ({ name, value: PREVIEW.items(count) })),
    notes: [state === 'draft' ? IMPORTED.draft : IMPORTED.open, IMPORTED.undoable].map((text) => ({ text })),
    warning: '',
    buttons: [
      ...(state === 'draft'
        ? [{ label: IMPORT_LABEL.open, primary: true, button: openPlanButton(year) }]
        : []),
      { label: IMPORT_LABEL.undo, primary: false, button: undoImportButton(revision) },
    ],
  });
  const message = flex(`${IMPORTED.title(year)} ${countsLine(change)}`, [card]);
  return [state === 'open' ? withNext(scene, message, ['missing', 'progress']) : message];
}

export function sayImportUndone(scene: Scene, year: number): Outgoing[] {
  const text = scene.agency.plans[year] === undefined ? IMPORTED.undoneFirst(year) : IMPORTED.undone(year);
  return [{ type: 'text', text }];
}

/** The plan is open; what is left is to show it. */
export function sayPlanOpened(scene: Scene, year: number): Outgoing[] {
  const published = scene.agency.plans[year]?.published === true;
  const text = IMPORTED.opened(year);
  const button = publishPlanButton(year);
  const own = published ? [] : [[IMPORT_LABEL.publish, button] as const];
  return [withNext(scene, { type: 'text', text }, ['missing', 'progress'], own)];
}

export function sayPlanPublished(scene: Scene, year: number): Outgoing[] {
  return [withNext(scene, { type: 'text', text: IMPORTED.published(year) }, ['measures', 'progress'])];
}
