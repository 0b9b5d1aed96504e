import type { Agency, ItemFacts } from './agency.ts';
import { catalogueOf } from './catalogue.ts';
import type { Command } from './command.ts';
import { accept, coordinatorOnly, type Decision, refuse } from './decision.ts';
import type { EventOf } from './event.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** A plan comes in whole, as a draft, in one step. Changing a plan that is in already is not this command's business. */
export function importPlan(agency: Agency, command: Of<'import-plan'>): Decision {
  const no = coordinatorOnly(agency, command.by);
  if (no !== null) return refuse(no);
  const { year, title, catalogue, oitDue, items } = command;
  if (agency.plans[year] !== undefined) return refuse({ kind: 'plan-exists', year });
  const stranger = strangeDivision(agency, items);
  if (stranger !== undefined) return refuse({ kind: 'no-such-division', division: stranger });
  return accept(
    { type: 'plan-imported', v: 1, year, title, catalogue, oitDue, oitDueConfirmed: false },
    ...items.map(added),
  );
}

/** draft -> open -> closed; published when citizens may see it (never a draft). */
export function changePlan(
  agency: Agency,
  command: Of<'open-plan' | 'close-plan' | 'publish-plan'>,
): Decision {
  const no = coordinatorOnly(agency, command.by);
  if (no !== null) return refuse(no);
  const { year } = command;
  const plan = agency.plans[year];
  if (plan === undefined) return refuse({ kind: 'no-such-plan', year });
  const wrong = refuse({ kind: 'plan-not-open', year, state: plan.state });
  switch (command.type) {
    case 'open-plan':
      return plan.state === 'draft'
        ? accept({ type: 'plan-opened', v: 1, year })
        : plan.state === 'open'
          ? accept()
          : wrong;
    case 'close-plan':
      return plan.state === 'open' ? accept({ type: 'plan-closed', v: 1, year }) : wrong;
    case 'publish-plan':
      if (plan.state === 'draft') return wrong;
      return plan.published ? accept() : accept({ type: 'plan-published', v: 1, year });
  }
}

/**
 * Gives a plan whose year has no O-item list that of an older year for the time being (`docs/design.md`, "Two years may be
 * open"). Only what `provisionalItems` made comes in; the true list replaces it when it is known.
 */
export function adoptList(agency: Agency, command: Of<'adopt-list'>): Decision {
  const no = coordinatorOnly(agency, command.by);
  if (no !== null) return refuse(no);
  const { year, from, items } = command;
  const plan = agency.plans[year];
  if (plan === undefined) return refuse({ kind: 'no-such-plan', year });
  if (plan.state === 'closed') return refuse({ kind: 'plan-not-open', year, state: plan.state });
  if (plan.catalogue !== null) return refuse({ kind: 'list-exists', year, list: plan.catalogue });
  if (catalogueOf(from) === null || items.length === 0) return refuse({ kind: 'no-such-list', year: from });
  const stranger = strangeDivision(agency, items);
  if (stranger !== undefined) return refuse({ kind: 'no-such-division', division: stranger });
  return accept({ type: 'list-adopted', v: 1, year, from }, ...items.map(added));
}

/** What the commission gave in a year; recorded again it takes the place of what was recorded before. */
export function recordAssessment(agency: Agency, command: Of<'record-assessment'>): Decision {
  const no = coordinatorOnly(agency, command.by);
  if (no !== null) return refuse(no);
  const { year, total, level, instruments, indicators } = command;
  return accept({ type: 'assessment-recorded', v: 1, year, total, level, instruments, indicators });
}

/** The code of a division the office does not have, if an item has one. */
function strangeDivision(agency: Agency, items: readonly ItemFacts[]): string | undefined {
  const known = new Set(agency.profile?.divisions.map((division) => division.code));
  return items.flatMap((item) => item.divisions).find((code) => !known.has(code));
}

function added(item: ItemFacts): EventOf<'item-added'> {
  const { id, indicators, methods, divisions, followUp, period, year, kind, number, title } = item;
  return {
    type: 'item-added',
    v: 1,
    item: id,
    year,
    kind,
    number,
    title,
    indicators: [...indicators],
    methods: [...methods],
    divisions: [...divisions],
    period,
    followUp: { ...followUp, reportMonths: [...followUp.reportMonths] },
  };
}
