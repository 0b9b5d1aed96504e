/** A draft's row as an item of a plan: a value is taken or becomes a finding, never invented. */
import type { ItemFacts } from './agency.ts';
import type { Catalogue } from './catalogue.ts';
import { itemOfList } from './catalogue.ts';
import type { Finding } from './draft.ts';
import type { DraftMeasure, DraftOItem, DraftOwners } from './draft-fields.ts';
import type { Division, FollowUp, Period, Status } from './event.ts';
import { likeness, sameWords } from './wording.ts';

/** An item as a document has it, with the status the document states, if any. */
export interface Written {
  readonly facts: ItemFacts;
  readonly status: Status | null;
}

/** What the rows of a draft become items with. */
export interface ReadingOf {
  readonly year: number;
  readonly divisions: readonly Division[];
  readonly newId: () => string;
  readonly findings: Finding[];
}

/** Less likeness than this between a row's name and its number's item: the row means another item. */
const OTHER_ITEM = 0.4;

export function measuresOf(measures: readonly DraftMeasure[], reading: ReadingOf): Written[] {
  const { findings } = reading;
  const written = new Set(measures.map((measure) => measure.number ?? null));
  const taken = new Set<number>();
  return measures.map((measure, index) => {
    const number = numberOf(measure, index, written, taken, findings);
    taken.add(number);
    const item = `M${number}`;
    const period = {
      asWritten: measure.period?.asWritten ?? null,
      start: measure.period?.start ?? null,
      end: measure.period?.end ?? null,
    };
    const followUp = followUpOf(measure.followUp);
    if (lacksDates(followUp, period))
      findings.push({ item, kind: 'no-report-date', read: followUp.asWritten });
    if (period.end === null && followUp.dueDate === null) {
      findings.push({ item, kind: 'no-date', read: period.asWritten });
    }
    const { indicator } = measure;
    const facts: ItemFacts = {
      id: reading.newId(),
      year: reading.year,
      kind: 'measure',
      number,
      title: measure.title.trim(),
      indicators: indicator == null ? [] : Array.isArray(indicator) ? indicator : [indicator],
      methods: measure.methods.map((method) => method.text),
      divisions: ownersOf(item, measure, reading),
      period,
      followUp,
    };
    return { facts, status: measure.status ?? null };
  });
}

/** Every O-item of the list; owners and status as the draft gives them under the same number. */
export function oItemsOf(
  oItems: readonly DraftOItem[],
  list: Catalogue | null,
  reading: ReadingOf,
): Written[] {
  const { findings } = reading;
  const named = new Map(oItems.map((item) => [Number(item.id.slice(1)), item]));
  const items = (list?.items ?? []).map((entry): Written => {
    const item = `O${entry.no}`;
    const written = named.get(entry.no);
    named.delete(entry.no);
    const meant = written !== undefined && means(written, entry.name) ? written : null;
    if (written !== undefined && meant === null) {
      findings.push({ item, kind: 'other-list', read: written.name ?? null });
    }
    const divisions = ownersOf(item, meant ?? { responsible: [] }, reading);
    const facts = itemOfList(entry, { id: reading.newId(), year: reading.year, divisions });
    return { facts, status: meant?.status ?? null };
  });
  for (const no of named.keys()) findings.push({ item: `O${no}`, kind: 'not-in-catalogue', read: null });
  return items;
}

/** An O-number means nothing without its list: a row that names another thing is of another year's. */
function means({ name }: DraftOItem, title: string): boolean {
  return name == null || sameWords(name, title) || likeness(name, title) >= OTHER_ITEM;
}

/** The number written; one that is missing or stands twice becomes a number nobody wrote, and a finding. */
function numberOf(
  measure: DraftMeasure,
  index: number,
  written: ReadonlySet<number | null>,
  taken: ReadonlySet<number>,
  findings: Finding[],
): number {
  const wanted = measure.number ?? index + 1;
  const free = !taken.has(wanted) && (measure.number != null || !written.has(wanted));
  if (measure.number == null && written.size > 1)
    findings.push({ item: `M${wanted}`, kind: 'no-number', read: measure.title });
  if (free) return wanted;
  if (measure.number != null)
    findings.push({ item: `M${wanted}`, kind: 'double-number', read: measure.title });
  let next = 1;
  while (written.has(next) || taken.has(next)) next += 1;
  return next;
}

function followUpOf(written: DraftMeasure['followUp']): FollowUp {
  const named = written?.cadence === 'months' ? 'named-months' : (written?.cadence ?? 'none');
  const dueDate = written?.dueDate ?? null;
  // A date is a date, whether or not the reader named its cadence.
  const cadence = named === 'none' && dueDate !== null ? 'date' : named;
  return {
    asWritten: written?.asWritten ?? null,
    cadence,
    dueDate: cadence === 'date' ? dueDate : null,
    reportMonths: written?.reportMonths ?? [],
  };
}

/** A follow-up is asked for, but no day follows from it. */
export function lacksDates(followUp: FollowUp, period: Period): boolean {
  switch (followUp.cadence) {
    case 'none':
      return followUp.asWritten !== null;
    case 'date':
      return followUp.dueDate === null;
    case 'named-months':
      return followUp.reportMonths.length === 0;
    case 'monthly':
      return period.start === null || period.end === null;
  }
}

function ownersOf(item: string, written: DraftOwners, { divisions, findings }: ReadingOf): string[] {
  const owners = new Set<string>();
  for (const { code, name } of written.responsible) {
    if (code === 'all') {
      for (const division of divisions) owners.add(division.code);
      continue;
    }
    const known = divisions.find((division) => division.code === code || sameName(division, name));
    if (known === undefined) findings.push({ item, kind: 'unknown-division', read: name });
    else owners.add(known.code);
  }
  if (owners.size === 0)
    findings.push({ item, kind: 'no-division', read: written.responsibleAsWritten ?? null });
  return [...owners];
}

function sameName(division: Division, name: string): boolean {
  const plain = (text: string) => text.replace(/[\sฯ.]/g, '');
  return [division.name, ...division.aliases].some((known) => plain(known) === plain(name));
}
