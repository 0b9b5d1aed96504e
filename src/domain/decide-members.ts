import type { Agency } from './agency.ts';
import type { Command } from './command.ts';
import { type Decision, refuse } from './decision.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function changeRoles(_agency: Agency, _command: Of<'change-roles'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}

export function leave(_agency: Agency, _command: Of<'leave' | 'erase-member'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}
