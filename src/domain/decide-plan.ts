import type { Agency, ItemFacts } from './agency.ts';
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
  const known = new Set(agency.profile?.divisions.map((division) => division.code));
  const stranger = items.flatMap((item) => item.divisions).find((code) => !known.has(code));
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
