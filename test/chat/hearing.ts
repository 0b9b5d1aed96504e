/** Hearing a sentence on Monday 16 February 2026, in the example office, as a clerk of กองคลัง. */
import type { Intent } from '../../src/chat/intent.ts';
import { type Heard, understand } from '../../src/chat/understand.ts';
import { codeOf } from '../../src/domain/item.ts';
import { DIVISIONS } from '../support/an-agency.ts';

const HEARD: Heard = {
  text: '',
  chat: 'user',
  mentioned: false,
  today: '2026-02-16',
  divisions: DIVISIONS,
  ownDivision: 'finance',
};

export function hear(text: string, where: Partial<Heard> = {}): Intent {
  return understand({ ...HEARD, text, ...where });
}

export function overhear(text: string, where: Partial<Heard> = {}): Intent {
  return understand({ ...HEARD, text, chat: 'group', ...where });
}

/** An intent in one line, for tables: `report_status O1 O2 done 60% 2568 "note"`. */
export function inWords(intent: Intent): string {
  const said: (string | number)[] = [intent.intent];
  if ('items' in intent) said.push(...intent.items.map(codeOf));
  if ('status' in intent) said.push(intent.status);
  if ('percent' in intent && intent.percent !== undefined) said.push(`${intent.percent}%`);
  if ('month' in intent) said.push(intent.month);
  if ('year' in intent && intent.year !== null) said.push(intent.year);
  if ('division' in intent && intent.division !== null) said.push(intent.division);
  if ('note' in intent && intent.note !== '') said.push(`"${intent.note}"`);
  return said.join(' ');
}
