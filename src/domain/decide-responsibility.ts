import type { Agency } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { Command } from './command.ts';
import { type Decision, refuse } from './decision.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function setActing(_agency: Agency, _command: Of<'set-acting'>, _now: Instant): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function endActing(_agency: Agency, _command: Of<'end-acting'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function setDeputy(_agency: Agency, _command: Of<'set-deputy'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function setReceivers(_agency: Agency, _command: Of<'set-receivers'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function assignItem(_agency: Agency, _command: Of<'assign-item'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function handOver(_agency: Agency, _command: Of<'hand-over'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}
