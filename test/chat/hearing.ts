/** Hearing a sentence on Monday 16 February 2026, in the example office, as a clerk of กองคลัง. */
import type { Intent } from '../../src/chat/intent.ts';
import { type Heard, understand } from '../../src/chat/understand.ts';
import { SPEC_OFFICE } from '../../src/cli/understand.ts';
import { codeOf } from '../../src/domain/item.ts';
import { DIVISIONS } from '../support/an-agency.ts';

export const HEARD: Heard = {
  text: '',
  chat: 'user',
  mentioned: false,
  today: '2026-02-16',
  fiscal: 2569,
  role: 'staff',
  divisions: DIVISIONS,
  ownDivision: 'finance',
  items: SPEC_OFFICE.items,
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
  if ('items' in intent) said.push(...(intent.items === 'ALL' ? ['ALL'] : intent.items.map(codeOf)));
  if ('reports' in intent)
    for (const { items, status, percent } of intent.reports)
      said.push(
        `[${[...items.map(codeOf), status, ...(percent === undefined ? [] : [`${percent}%`])].join(' ')}]`,
      );
  if ('status' in intent && intent.status !== null) said.push(intent.status);
  if ('percent' in intent && intent.percent !== undefined) said.push(`${intent.percent}%`);
  if ('replaces' in intent && intent.replaces.length > 0)
    said.push(`not ${intent.replaces.map(codeOf).join(' ')}`);
  if ('url' in intent && intent.url !== null) said.push(intent.url);
  if ('month' in intent && intent.month !== null) said.push(intent.month);
  if ('dueDate' in intent && intent.dueDate !== null) said.push(intent.dueDate);
  if ('overdue' in intent && intent.overdue) said.push('overdue');
  if ('year' in intent && intent.year !== null) said.push(intent.year);
  if ('division' in intent && intent.division !== null) said.push(String(intent.division));
  if ('wanted' in intent && intent.wanted !== null) said.push(`wants ${intent.wanted.do}`);
  if ('note' in intent && intent.note !== '') said.push(`"${intent.note}"`);
  return said.join(' ');
}
