/** Imports: one decision, many entries, all with the import's id; and how one is taken back. */
import { historyOf } from './act.ts';
import type { Agency, ItemFacts, Plan, PlanImport } from './agency.ts';
import { catalogueOf } from './catalogue.ts';
import type { Command } from './command.ts';
import { accept, coordinatorOnly, type Decision, refuse } from './decision.ts';
import type { DomainEvent, EventOf } from './event.ts';
import { known } from './known.ts';
import type { Refusal } from './refusal.ts';
import { type Change, changesNothing, type Revision } from './revision.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** A document comes in: as a plan of its year, or as what it changes of the plan there is. */
export function revisePlan(agency: Agency, command: Of<'revise-plan'>): Decision {
  const { by, change, revision } = command;
  const no = coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  // The button was pressed twice.
  if (agency.imports.some(({ id }) => id === revision)) return accept();
  const plan = agency.plans[change.year];
  const unfit = unfitRefusal(plan, change) ?? movedRefusal(agency, plan, change);
  if (unfit !== null) return refuse(unfit);
  const owned = change.changed.filter(({ fields }) => fields.includes('divisions'));
  const stranger = strangeDivision(agency, [...change.new, ...owned.map(({ after }) => after)]);
  if (stranger !== undefined) return refuse({ kind: 'no-such-division', division: stranger });
  if (changesNothing(change)) return accept();
  return accept(header(change, revision), ...contents(change, revision));
}

/**
 * The plan as it was before its newest import, until somebody did something to an item the import made (or brought back):
 * that would be lost. What the import only changed keeps what was reported on it.
 */
export function undoImport(agency: Agency, { by, revision }: Of<'undo-import'>): Decision {
  const no = coordinatorOnly(agency, by);
  if (no !== null) return refuse(no);
  const meant = agency.imports.find(({ id }) => id === revision);
  if (meant === undefined) return refuse({ kind: 'no-such-import' });
  if (meant.undone !== null) return accept();
  const { year } = meant;
  const state = agency.plans[year]?.state ?? 'closed';
  if (state === 'closed') return refuse({ kind: 'plan-not-open', year, state });
  const newest = newestImport(agency, year);
  if (newest !== null && newest.id !== revision)
    return refuse({ kind: 'not-newest-import', newest: newest.id, at: newest.kept });
  if (meant.before === null) return refuse({ kind: 'import-built-on', year });
  const since = doneSince(agency, meant);
  return since === null ? accept({ type: 'import-undone', v: 1, year, revision }) : refuse(since);
}

/** The import of a year's plan that can be undone next, or null. */
export function newestImport(agency: Agency, year: number): PlanImport | null {
  return agency.imports.findLast((one) => one.year === year && one.undone === null) ?? null;
}

/** An O-item list as a coordinator confirmed it. A list that comes with the program is not replaced. */
export function recordList(agency: Agency, command: Of<'record-list'>): Decision {
  const no = coordinatorOnly(agency, command.by);
  if (no !== null) return refuse(no);
  const { year, source, items } = command;
  if (catalogueOf(year) !== null) return refuse({ kind: 'list-exists', year, list: year });
  const numbers = new Set(items.map(({ number }) => number));
  const unclear = source.trim() === '' || items.length === 0 || numbers.size !== items.length;
  if (unclear || items.some(({ title }) => title.trim() === '')) return refuse({ kind: 'list-unclear' });
  const list = { year, source: source.trim(), items: [...items] };
  const same = JSON.stringify(agency.lists[year]) === JSON.stringify(list);
  return same ? accept() : accept({ type: 'list-recorded', v: 1, ...list });
}

/** The code of a division the office does not have, if an item has one. */
export function strangeDivision(agency: Agency, items: readonly ItemFacts[]): string | undefined {
  const known = new Set(agency.profile?.divisions.map((division) => division.code));
  return items.flatMap((item) => item.divisions).find((code) => !known.has(code));
}

export function added(item: ItemFacts, revision?: string): EventOf<'item-added'> {
  const { id, year, kind, from } = item;
  return {
    type: 'item-added',
    v: 1,
    item: id,
    year,
    kind,
    ...copied(item),
    ...(from === undefined ? {} : { from }),
    ...(revision === undefined ? {} : { revision }),
  };
}

function unfitRefusal(plan: Plan | undefined, change: Revision): Refusal | null {
  const { year } = change;
  if (plan?.state === 'closed') return { kind: 'plan-not-open', year, state: plan.state };
  const doubts = change.doubtful.length;
  if (doubts > 0) return { kind: 'unsettled', doubts };
  return plan !== undefined && change.plan.before === null ? { kind: 'plan-exists', year } : null;
}

/** What the preview showed must still be so, for the plan as a whole and for each item it would touch. */
function movedRefusal(agency: Agency, plan: Plan | undefined, change: Revision): Refusal | null {
  const { year, asOf } = change;
  const moved = (item: string | null): Refusal => ({ kind: 'plan-moved', year, item });
  if (plan === undefined ? change.plan.before !== null : plan.revised > asOf) return moved(null);
  const fresh = new Set(change.new.map(({ id }) => id));
  for (const id of fresh) if (known(agency.items, id) !== undefined) return moved(id);
  const touching = [
    ...change.changed.map(({ before }) => before.id),
    ...change.withdrawn.map(({ facts }) => facts.id),
    ...change.statuses.map(({ item }) => item).filter((id) => !fresh.has(id)),
  ];
  const since = touching.find((id) => (known(agency.items, id)?.touched ?? Number.POSITIVE_INFINITY) > asOf);
  return since === undefined ? null : moved(since);
}

function header({ year, plan }: Revision, revision: string): DomainEvent {
  const head = { v: 1 as const, year, ...plan.after, revision };
  return plan.before === null
    ? { type: 'plan-imported', ...head, oitDue: plan.oitDue, oitDueConfirmed: false }
    : { type: 'plan-revised', ...head };
}

function contents(change: Revision, revision: string): DomainEvent[] {
  const { assessment } = change;
  return [
    ...change.withdrawn.map(({ facts }) => ({
      type: 'item-withdrawn' as const,
      v: 1 as const,
      item: facts.id,
      revision,
    })),
    ...change.changed.flatMap((one) => changed(one, revision)),
    ...change.new.map((item) => added(item, revision)),
    ...change.statuses.map(({ item, status }) => ({
      type: 'item-reported' as const,
      v: 1 as const,
      item,
      report: revision,
      status,
      chat: 'direct' as const,
      from: 'document' as const,
    })),
    ...(assessment === null
      ? []
      : [{ ...assessment.after, type: 'assessment-recorded' as const, v: 1 as const, revision }]),
  ];
}

function changed({ before, after, fields, returns }: Change, revision: string): DomainEvent[] {
  const facts = copied(after);
  const picked = Object.fromEntries(fields.map((field) => [field, facts[field]]));
  return [
    ...(returns ? [{ type: 'item-returned' as const, v: 1 as const, item: before.id, revision }] : []),
    ...(fields.length === 0
      ? []
      : [{ type: 'item-changed' as const, v: 1 as const, item: before.id, revision, fields: picked }]),
  ];
}

/** What a document says of an item, as an event holds it. */
function copied({ number, title, indicators, methods, divisions, period, followUp }: ItemFacts) {
  return {
    number,
    title,
    indicators: [...indicators],
    methods: [...methods],
    divisions: [...divisions],
    period,
    followUp: { ...followUp, reportMonths: [...followUp.reportMonths] },
  };
}

/** The first thing somebody did to an item the import made, not taken back; what the document stated is not one. */
function doneSince(agency: Agency, { made, kept }: PlanImport): Refusal | null {
  for (const id of made) {
    const item = known(agency.items, id);
    const first = (item === undefined ? [] : historyOf(item)).find(({ kind, act }) => {
      const stated = kind === 'report' && act.from === 'document';
      return act.undone === null && act.kept >= kept && !stated;
    });
    if (first !== undefined) return { kind: 'changed-since', item: id, by: first.act.by, at: first.act.at };
  }
  return null;
}
