/** Buttons of the coordinator's own work, in 1:1 only: imports, plans, lists. Typed, their words do the same. */
import type { Button } from './buttons.ts';
import { type OfficePress, writePress } from './postback.ts';
import { IMPORT_LABEL } from './words-import.ts';
import { LIST } from './words-list.ts';

export function confirmButton(draft: string): Button {
  return button({ do: 'import', draft }, IMPORT_LABEL.confirm);
}

export function discardButton(draft: string): Button {
  return button({ do: 'discard', draft }, IMPORT_LABEL.discard);
}

/** Without `item`: it is something new. `text` says which. */
export function settleButton(draft: string, doubt: string, item: string | null, text: string): Button {
  return button({ do: 'settle', draft, doubt, ...(item === null ? {} : { item }) }, text);
}

export function findingsButton(draft: string): Button {
  return button({ do: 'findings', draft }, IMPORT_LABEL.findings);
}

export function planYearButton(document: string, year: number): Button {
  return button({ do: 'plan-year', document, year }, IMPORT_LABEL.year(year));
}

/** He is asked where the list comes from. */
export function sourceButton(draft: string): Button {
  return button({ do: 'list-source', draft }, LIST.sourceLabel);
}

export function undoImportButton(revision: string): Button {
  return button({ do: 'undo-import', revision }, IMPORT_LABEL.undo);
}

export function openPlanButton(year: number): Button {
  return button({ do: 'open-plan', year }, `${IMPORT_LABEL.open} ${IMPORT_LABEL.year(year)}`);
}

export function publishPlanButton(year: number): Button {
  return button({ do: 'publish-plan', year }, `${IMPORT_LABEL.publish} ${IMPORT_LABEL.year(year)}`);
}

function button(press: OfficePress, text: string): Button {
  return { data: writePress(press), text };
}
