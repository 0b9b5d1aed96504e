import type { Agency } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { Command } from './command.ts';
import { endActing, setActing } from './decide-acting.ts';
import { setHolidays, setMeetings, setOitDue, setPolicy } from './decide-calendar.ts';
import { sendCard } from './decide-card.ts';
import { askExtension, decideExtension, tellExtensions } from './decide-extension.ts';
import { handOver } from './decide-hand-over.ts';
import { recordList, revisePlan, undoImport } from './decide-import.ts';
import { approveJoin, askJoin, refuseJoin } from './decide-joining.ts';
import { changeRoles, leave } from './decide-leaving.ts';
import {
  addAgency,
  bindGroup,
  changePresence,
  changeReach,
  join,
  leaveGroup,
  makeGroupCode,
  makeInvite,
} from './decide-people.ts';
import { adoptList, changePlan, recordAssessment } from './decide-plan.ts';
import { acknowledge, remind, snooze } from './decide-reminder.ts';
import { giveEvidence, report } from './decide-report.ts';
import { assignItem, setDeputy, setReceivers } from './decide-responsibility.ts';
import { undo } from './decide-undo.ts';
import { accept, type Decision, refuse } from './decision.ts';

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
    case 'ask-join':
      return askJoin(agency, command, now);
    case 'approve-join':
      return approveJoin(agency, command);
    case 'refuse-join':
      return refuseJoin(agency, command);
    case 'change-roles':
      return changeRoles(agency, command, now);
    case 'set-acting':
      return setActing(agency, command, now);
    case 'end-acting':
      return endActing(agency, command, now);
    case 'set-deputy':
      return setDeputy(agency, command);
    case 'set-receivers':
      return setReceivers(agency, command);
    case 'assign-item':
      return assignItem(agency, command);
    case 'hand-over':
      return handOver(agency, command);
    case 'leave':
    case 'erase-member':
      return leave(agency, command, now);
    case 'set-policy':
      return setPolicy(agency, command);
    case 'set-holidays':
      return setHolidays(agency, command);
    case 'set-oit-due':
      return setOitDue(agency, command);
    case 'set-meetings':
      return setMeetings(agency, command);
    case 'decide-extension':
      return decideExtension(agency, command);
    case 'tell-extensions':
      return tellExtensions(agency, command);
    case 'send-card':
      return sendCard(agency, command, now);
    case 'make-group-code':
      return makeGroupCode(agency, command);
    case 'bind-group':
      return bindGroup(agency, command, now);
    case 'leave-group':
      return leaveGroup(agency, command);
    case 'change-reach':
      return changeReach(agency, command);
    case 'change-presence':
      return changePresence(agency, command);
    case 'revise-plan':
      return revisePlan(agency, command);
    case 'undo-import':
      return undoImport(agency, command);
    case 'record-list':
      return recordList(agency, command);
    case 'open-plan':
    case 'close-plan':
    case 'publish-plan':
      return changePlan(agency, command);
    case 'report':
      return report(agency, command, now);
    case 'give-evidence':
      return giveEvidence(agency, command);
    case 'ask-extension':
      return askExtension(agency, command, now);
    case 'snooze':
      return snooze(agency, command, now);
    case 'acknowledge':
      return acknowledge(agency, command);
    case 'record-assessment':
      return recordAssessment(agency, command);
    case 'adopt-list':
      return adoptList(agency, command);
    case 'undo':
      return undo(agency, command, now);
    case 'remind':
      return remind(agency, command);
    case 'post-summary': {
      const { month, to, outbox, cost } = command;
      if (to.length === 0) return refuse({ kind: 'nothing-to-say' });
      if (agency.summaries.includes(month)) return refuse({ kind: 'summary-posted' });
      return accept({
        type: 'summary-posted',
        v: 1,
        month,
        to: [...to],
        outbox: [...outbox],
        ...(cost === undefined ? {} : { cost }),
      });
    }
    case 'note-failure': {
      const { outbox, to, reason } = command;
      // Noted before: by the delivery and a sweep that came upon it.
      if (agency.failures.some((failure) => failure.outbox === outbox)) return accept();
      return accept({ type: 'delivery-failed', v: 1, outbox, to, reason });
    }
  }
}
