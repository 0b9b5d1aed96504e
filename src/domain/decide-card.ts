import type { Agency } from './agency.ts';
import type { Command } from './command.ts';
import { type Decision, refuse } from './decision.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function sendCard(_agency: Agency, _command: Of<'send-card'>): Decision {
  return refuse({ kind: 'nothing-to-say' });
}
