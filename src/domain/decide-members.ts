import type { Agency } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { Command } from './command.ts';
import { type Decision, refuse } from './decision.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function askJoin(_agency: Agency, _command: Of<'ask-join'>, _now: Instant): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function approveJoin(_agency: Agency, _command: Of<'approve-join'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function refuseJoin(_agency: Agency, _command: Of<'refuse-join'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}
