import type { Agency } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { Command } from './command.ts';
import {
  addAgency,
  bindGroup,
  changeReach,
  join,
  leaveGroup,
  makeGroupCode,
  makeInvite,
} from './decide-people.ts';
import { changePlan, importPlan } from './decide-plan.ts';
import { report, undo } from './decide-report.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { known } from './known.ts';

/**
 * What follows from a command: events to keep, or a refusal. Pure; `now` is the time of deciding. No events = the command
 * is already true.
 */
export function decide(agency: Agency, command: Command, now: Instant): Decision {
  if (command.type === 'add-agency') return addAgency(agency, command);
  if (agency.profile === null) return refuse({ kind: 'no-agency' });
  switch (command.type) {
    case 'make-invite':
      return makeInvite(agency, command);
    case 'join':
      return join(agency, command, now);
    case 'make-group-code':
      return makeGroupCode(agency, command);
    case 'bind-group':
      return bindGroup(agency, command, now);
    case 'leave-group':
      return leaveGroup(agency, command);
    case 'change-reach':
      return changeReach(agency, command);
    case 'import-plan':
      return importPlan(agency, command);
    case 'open-plan':
    case 'close-plan':
    case 'publish-plan':
      return changePlan(agency, command);
    case 'report':
      return report(agency, command);
    case 'undo':
      return undo(agency, command, now);
    case 'remind': {
      const { member, lines, outbox } = command;
      if (lines.length === 0) return refuse({ kind: 'nothing-to-say' });
      if (known(agency.members, member) === undefined) return refuse({ kind: 'not-a-member' });
      return accept({ type: 'reminder-decided', v: 1, to: { member }, lines: [...lines], outbox });
    }
    case 'post-summary': {
      const { month, to, outbox } = command;
      if (to.length === 0) return refuse({ kind: 'nothing-to-say' });
      if (agency.summaries.includes(month)) return refuse({ kind: 'summary-posted' });
      return accept({ type: 'summary-posted', v: 1, month, to: [...to], outbox: [...outbox] });
    }
    case 'note-failure': {
      const { outbox, to, reason } = command;
      return accept({ type: 'delivery-failed', v: 1, outbox, to, reason });
    }
  }
}
