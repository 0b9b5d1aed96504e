import type { Agency } from './agency.ts';
import type { Command } from './command.ts';
import { type Decision, refuse } from './decision.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function setPolicy(_agency: Agency, _command: Of<'set-policy'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function setHolidays(_agency: Agency, _command: Of<'set-holidays'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function setOitDue(_agency: Agency, _command: Of<'set-oit-due'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function setMeetings(_agency: Agency, _command: Of<'set-meetings'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}
