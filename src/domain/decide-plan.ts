import type { Agency } from './agency.ts';
import { listOf } from './catalogue.ts';
import type { Command } from './command.ts';
import { added, strangeDivision } from './decide-import.ts';
import { accept, coordinatorOnly, type Decision, refuse } from './decision.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * draft -> open -> closed; published when citizens may see it (never a draft). One closed by mistake is opened again at the
 * terminal only: an old button in a chat is not to wake a year that is over.
 */
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
      if (plan.state === 'open') return accept();
      return plan.state === 'draft' || command.by.kind === 'console'
        ? accept({ type: 'plan-opened', v: 1, year })
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
  if (listOf(agency, from) === null || items.length === 0)
    return refuse({ kind: 'no-such-list', year: from });
  const stranger = strangeDivision(agency, items);
  if (stranger !== undefined) return refuse({ kind: 'no-such-division', division: stranger });
  return accept({ type: 'list-adopted', v: 1, year, from }, ...items.map((item) => added(item)));
}

/** What the commission gave in a year; recorded again it takes the place of what was recorded before. */
export function recordAssessment(agency: Agency, command: Of<'record-assessment'>): Decision {
  const no = coordinatorOnly(agency, command.by);
  if (no !== null) return refuse(no);
  const { type: _type, by: _by, revision: _revision, ...result } = command;
  return accept({ type: 'assessment-recorded', v: 1, ...result });
}
