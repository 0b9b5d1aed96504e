/** Which exact phrases a text is, wherever and by whomever it is said. */
import type { Day } from '../domain/calendar.ts';
import type { Division } from '../domain/event.ts';
import { normalise } from '../thai/normalise.ts';
import { cardPhrase } from './card-phrases.ts';
import { dutyPhrase } from './duty-phrases.ts';
import { joiningCommand } from './joining-phrases.ts';
import { officeCommand } from './office-commands.ts';
import { takeCall } from './understand/call.ts';

interface Knows {
  readonly today: Day;
  readonly divisions: readonly Division[];
}

/** True for a coordinator's phrases, but for `เรื่องค้าง`: anybody may ask what is left to do. */
export function isCoordinators(text: string, { today, divisions }: Knows): boolean {
  const card = cardPhrase(text);
  return (
    (card !== null && card !== 'matters') ||
    joiningCommand(text, divisions) !== null ||
    officeCommand(text, today) !== null
  );
}

/** True when the words call the bot in a group and are a phrase of 1:1. `mentioned`: LINE says a mention is the bot. */
export function isCalledPrivate(text: string, mentioned: boolean, knows: Knows): boolean {
  const { called, text: rest } = takeCall(normalise(text), mentioned);
  return called && (dutyPhrase(rest, knows) !== null || isCoordinators(rest, knows));
}
