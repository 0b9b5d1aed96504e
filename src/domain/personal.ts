/** What beside the ledger belongs to whom: the free texts of a person, and of a plan. */
import { historyOf, type ItemAct } from './act.ts';
import type { Agency, Item } from './agency.ts';
import type { TextRef } from './event.ts';

/** The free text of an act, if it has one. */
export function textOf(one: ItemAct): TextRef | undefined {
  switch (one.kind) {
    case 'report':
      return one.act.note;
    case 'evidence':
      return one.act.content;
    case 'extension':
      return one.act.reason;
  }
}

/** Ids of every text a person wrote, those of acts taken back and of items no longer in a plan included. */
export function textsBy(agency: Agency, member: string): string[] {
  return textsIn(Object.values(agency.items), ({ act }) => act.by === member);
}

/** Ids of every text about the items of a year's plan. */
export function textsOfYear(agency: Agency, year: number): string[] {
  return textsIn(
    Object.values(agency.items).filter((item) => item.year === year),
    () => true,
  );
}

function textsIn(items: readonly Item[], wanted: (one: ItemAct) => boolean): string[] {
  const ids = items.flatMap((item) =>
    historyOf(item)
      .filter(wanted)
      .flatMap((one) => textOf(one)?.id ?? []),
  );
  return [...new Set(ids)];
}
