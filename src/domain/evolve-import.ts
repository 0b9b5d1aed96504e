/**
 * How imports change the state, and how one is taken back. An import's entries carry its id (`revision`); what they
 * change is remembered with the import as it was before, so that `import-undone` restores exactly that and needs no
 * list of its own.
 */
import type { Agency, Assessment, BeforeImport, Item, ItemFields, Plan, PlanImport } from './agency.ts';
import type { Entry } from './entry.ts';
import type { EventOf } from './event.ts';
import { known } from './known.ts';

type ItemRevised = EventOf<'item-changed'> | EventOf<'item-withdrawn'> | EventOf<'item-returned'>;

export function planImported(agency: Agency, entry: Entry, event: EventOf<'plan-imported'>): Partial<Agency> {
  const { year, title, catalogue, oitDue, oitDueConfirmed, revision } = event;
  const plan: Plan = {
    year,
    title,
    state: 'draft',
    published: false,
    catalogue,
    oitDue,
    oitDueConfirmed,
    opened: null,
    closed: null,
    revised: entry.seq,
  };
  const plans = { ...agency.plans, [year]: plan };
  return revision === undefined ? { plans } : { plans, imports: begun(agency, entry, { year, revision }) };
}

export function planRevised(agency: Agency, entry: Entry, event: EventOf<'plan-revised'>): Partial<Agency> {
  const { year, title, catalogue, revision } = event;
  const plan = agency.plans[year];
  if (plan === undefined) return {};
  return {
    plans: { ...agency.plans, [year]: { ...plan, title, catalogue, revised: entry.seq } },
    imports: begun(agency, entry, { year, revision }),
  };
}

export function itemAdded(agency: Agency, entry: Entry, event: EventOf<'item-added'>): Partial<Agency> {
  const { type: _type, v: _v, item: id, revision, ...facts } = event;
  const untold = {
    reports: [],
    evidence: [],
    extensions: [],
    acknowledged: {},
    person: null,
    deputy: null,
    extended: null,
    reminded: {},
    withdrawn: null,
  };
  const item: Item = { id, ...facts, ...untold, touched: entry.seq, told: entry.seq, toldIn: {} };
  const items = { ...agency.items, [id]: item };
  return revision === undefined ? { items } : { items, imports: withMade(agency, revision, id) };
}

export function itemRevised(agency: Agency, entry: Entry, event: ItemRevised): Partial<Agency> {
  const item = known(agency.items, event.item);
  if (item === undefined) return {};
  const changed: Item = { ...item, ...changeOf(entry, event), touched: entry.seq };
  const remembered = inImport(agency, event.revision, (before) =>
    item.id in before.items
      ? before
      : {
          ...before,
          items: { ...before.items, [item.id]: { ...fieldsOf(item), withdrawn: item.withdrawn } },
        },
  );
  return {
    items: { ...agency.items, [item.id]: changed },
    imports:
      event.type === 'item-returned'
        ? withMade({ ...agency, imports: remembered }, event.revision, item.id)
        : remembered,
  };
}

/** Recorded again it takes the place of what was recorded before. */
export function assessed(agency: Agency, event: EventOf<'assessment-recorded'>): Partial<Agency> {
  const { type: _type, v: _v, ...assessment } = event;
  const { year, revision } = event;
  const assessments = { ...agency.assessments, [year]: assessment };
  if (revision === undefined) return { assessments };
  const was = agency.assessments[year] ?? null;
  const imports = inImport(agency, revision, (before) => ({
    ...before,
    assessments: { ...before.assessments, [year]: was },
  }));
  return { assessments, imports };
}

export function importUndone(agency: Agency, entry: Entry, event: EventOf<'import-undone'>): Partial<Agency> {
  const { year, revision } = event;
  const undone = agency.imports.find(({ id }) => id === revision);
  if (undone === undefined || undone.before === null) return {};
  return {
    plans: planBefore(agency, year, undone.before, entry.seq),
    items: itemsBefore(agency, undone, undone.before, entry),
    assessments: assessmentsBefore(agency, revision, undone.before),
    imports: agency.imports.map((one) =>
      one.id === revision ? { ...one, undone: entry.at, before: null } : one,
    ),
  };
}

/** The imports of a year's plan when something else was built on them: none can be undone any more. */
export function builtOn(agency: Agency, year: number): PlanImport[] {
  return agency.imports.map((one) => (one.year === year ? { ...one, before: null } : one));
}

/** The fields of an item that a document may change. */
function fieldsOf(item: ItemFields): ItemFields {
  const { number, title, indicators, methods, divisions, period, followUp } = item;
  return { number, title, indicators, methods, divisions, period, followUp };
}

function begun(
  agency: Agency,
  { by, at, kept }: Entry,
  { year, revision }: { readonly year: number; readonly revision: string },
): PlanImport[] {
  const plan = agency.plans[year];
  const begins: PlanImport = {
    id: revision,
    year,
    by: by.kind === 'member' ? by.member : null,
    at,
    kept,
    undone: null,
    made: [],
    before: {
      plan: plan === undefined ? null : { title: plan.title, catalogue: plan.catalogue },
      items: {},
      assessments: {},
    },
  };
  return [...agency.imports, begins];
}

function changeOf(entry: Entry, event: ItemRevised): Partial<Item> {
  switch (event.type) {
    case 'item-changed': {
      // What the entry does not name is absent, never undefined: it was read from the ledger's text.
      return event.fields as Partial<ItemFields>;
    }
    case 'item-withdrawn':
      return { withdrawn: entry.at };
    case 'item-returned':
      return { withdrawn: null };
  }
}

function withMade(agency: Agency, revision: string, item: string): PlanImport[] {
  return agency.imports.map((one) => (one.id === revision ? { ...one, made: [...one.made, item] } : one));
}

function inImport(
  agency: Agency,
  revision: string,
  edit: (before: BeforeImport) => BeforeImport,
): readonly PlanImport[] {
  return agency.imports.map((one) =>
    one.id === revision && one.before !== null ? { ...one, before: edit(one.before) } : one,
  );
}

function planBefore(agency: Agency, year: number, { plan: was }: BeforeImport, seq: number): Agency['plans'] {
  const { [year]: plan, ...others } = agency.plans;
  if (plan === undefined || was === null) return others;
  return { ...others, [year]: { ...plan, ...was, revised: seq } };
}

function itemsBefore(
  agency: Agency,
  { id: revision, made }: PlanImport,
  before: BeforeImport,
  { at, seq }: Entry,
): Agency['items'] {
  const items = Object.values(agency.items).map((item): Item => {
    const was = known(before.items, item.id);
    const stated = item.reports.some(({ id, undone }) => id === revision && undone === null);
    if (was === undefined && !stated && !made.includes(item.id)) return item;
    return {
      ...item,
      ...(made.includes(item.id) ? { withdrawn: at } : {}),
      ...was,
      reports: item.reports.map((one) =>
        one.id === revision && one.undone === null ? { ...one, undone: at } : one,
      ),
      touched: seq,
      told: stated ? seq : item.told,
    };
  });
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

/** A result recorded since by other means stays. */
function assessmentsBefore(
  agency: Agency,
  revision: string,
  { assessments: was }: BeforeImport,
): Agency['assessments'] {
  const now: Record<number, Assessment> = { ...agency.assessments };
  for (const [year, before] of Object.entries(was)) {
    if (now[Number(year)]?.revision !== revision) continue;
    if (before === null) delete now[Number(year)];
    else now[Number(year)] = before;
  }
  return now;
}
