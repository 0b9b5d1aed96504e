import type { Agency, Evidence, Extension, Item, Plan, Report } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { ItemKind, Status } from './event.ts';

/** What an item is called by number: `O12`, `M3`. Means nothing without its year. */
export interface ItemNumber {
  readonly kind: ItemKind;
  readonly number: number;
}

/** `O12` or `M3`. */
export function codeOf(item: ItemNumber): string {
  return `${item.kind === 'oit' ? 'O' : 'M'}${item.number}`;
}

/**
 * The report that says how an item is now, or was at `asOf`: the one told last (by LINE's event time) and not taken
 * back. One that arrives late is older by `at` and so stays history (`docs/design.md`, "Two times"). What a document
 * states counts only while nobody has told anything, whenever it came.
 */
export function presentReport(item: Item, asOf: Instant = Number.POSITIVE_INFINITY): Report | null {
  return newest(item, asOf, () => true);
}

/** The report that says how a division's part of an item is: of it alone or of the whole. */
export function presentReportIn(
  item: Item,
  division: string,
  asOf: Instant = Number.POSITIVE_INFINITY,
): Report | null {
  return newest(item, asOf, ({ divisions }) => divisions === undefined || divisions.includes(division));
}

function newest(item: Item, asOf: Instant, counts: (report: Report) => boolean): Report | null {
  let told: Report | null = null;
  let stated: Report | null = null;
  for (const report of item.reports) {
    if (report.at > asOf || (report.undone !== null && report.undone <= asOf) || !counts(report)) continue;
    if (report.from === 'document') {
      if (stated === null || report.at >= stated.at) stated = report;
    } else if (told === null || report.at >= told.at) told = report;
  }
  return told ?? stated;
}

/**
 * The status of an item now or at `asOf`; never reported = not started. Of several divisions each answers for itself: it is
 * done when all have done their part, not started while none has begun. `part.ts` tells how a part stands.
 */
export function statusOf(item: Item, asOf?: Instant): Status {
  const [first, ...others] = item.divisions.map((division) => statusIn(item, division, asOf));
  if (first === undefined) return presentReport(item, asOf)?.status ?? 'not_started';
  return others.every((status) => status === first) ? first : 'in_progress';
}

/** The status of a division's part of an item; of an item that is not shared, the item's. */
export function statusIn(item: Item, division: string, asOf?: Instant): Status {
  return presentReportIn(item, division, asOf)?.status ?? 'not_started';
}

/** The divisions that have not done their part yet, in the item's order. */
export function divisionsLeft(item: Item): string[] {
  return item.divisions.filter((division) => statusIn(item, division) !== 'done');
}

/** What stands as evidence of an item, in the order it was given: the newest last. */
export function evidenceOf(item: Item): Evidence[] {
  return item.evidence.filter(({ undone }) => undone === null).sort((a, b) => a.at - b.at);
}

/** Later dates asked for that somebody has to decide, in the order they were asked. */
export function openExtensions(item: Item): Extension[] {
  return lastExtensions(item)
    .filter(({ decided }) => decided === null)
    .sort((a, b) => a.at - b.at);
}

/** Of each asker the last request he did not take back, decided or not: it takes the place of those before. */
export function lastExtensions(item: Item): Extension[] {
  const last = new Map<string | null, Extension>();
  for (const asked of item.extensions) {
    const before = last.get(asked.by);
    if (asked.undone === null && (before === undefined || asked.at >= before.at)) last.set(asked.by, asked);
  }
  return [...last.values()];
}

/** The last of them, or null. It is a wish: the due stays until somebody decides. */
export function openExtension(item: Item): Extension | null {
  return openExtensions(item).at(-1) ?? null;
}

/** Plans that are open, the newest year first. */
export function openPlans(agency: Agency): Plan[] {
  return Object.values(agency.plans)
    .filter((plan) => plan.state === 'open')
    .sort((a, b) => b.year - a.year);
}

/** The items of a year's plan: measures by number, then O-items by number. Withdrawn ones are not among them. */
export function itemsOf(agency: Agency, year: number): Item[] {
  return everyItemOf(agency, year).filter(isPart);
}

/** The items of a year as `itemsOf`, with those that were withdrawn: for history and for the next document. */
export function everyItemOf(agency: Agency, year: number): Item[] {
  return Object.values(agency.items)
    .filter((item) => item.year === year)
    .sort(inOrder);
}

/** Sorts measures by number, then O-items by number. */
export function inOrder(a: ItemNumber, b: ItemNumber): number {
  return a.kind === b.kind ? a.number - b.number : a.kind === 'measure' ? -1 : 1;
}

/** False when the item was withdrawn: it is not listed, reminded of or counted, and nothing is reported on it. */
export function isPart(item: Item): boolean {
  return item.withdrawn === null;
}

/** Items of a number, one per open plan that has it, the newest year first. */
export function openItemsNumbered(agency: Agency, wanted: ItemNumber): Item[] {
  const items = Object.values(agency.items).filter(
    (item) =>
      isPart(item) &&
      item.kind === wanted.kind &&
      item.number === wanted.number &&
      agency.plans[item.year]?.state === 'open',
  );
  return items.sort((a, b) => b.year - a.year);
}

/**
 * Which item a number without a year means (`docs/design.md`, "Two years may be open"): the newest open plan that has it,
 * unless what was last reminded in this chat belongs to the older one. Two = both fit: ask.
 */
export function itemsMeant(agency: Agency, wanted: ItemNumber, remindedIn: string | null): Item[] {
  const [newest, older, ...rest] = openItemsNumbered(agency, wanted);
  if (newest === undefined) return [];
  if (older === undefined || remindedIn === null) return [newest];
  const last = agency.lastReminders[remindedIn];
  if (last === undefined || last.year === newest.year) return [newest];
  const reminded = [older, ...rest].find((item) => last.items.includes(item.id));
  if (reminded !== undefined) return last.items.includes(newest.id) ? [newest, reminded] : [reminded];
  return last.year === older.year ? [newest, older] : [newest];
}
