/** A diary of what a member is told, morning by morning: reminders as a story. */
import { emptyAgency } from '../../src/domain/agency.ts';
import { dueReminders, isReminderTime } from '../../src/domain/reminder.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  type Happening,
  planImported,
  planOpened,
} from '../support/an-agency.ts';

const MORNING = '08:45';

/** Everything a member is told while the office wakes each working morning of a span. */
export function diary(history: readonly Happening[], first: string, last: string, member = 'finance-staff') {
  const agency = agencyOf(...history);
  const told: string[] = [];
  let mark = bangkok(`${first} 00:00`);
  for (let at = bangkok(`${first} ${MORNING}`); at <= bangkok(`${last} ${MORNING}`); at += 86_400_000) {
    if (!isReminderTime(emptyAgency('office'), at)) continue;
    for (const reminder of dueReminders(agency, mark, at)) {
      if (reminder.member !== member) continue;
      const lines = reminder.lines.map((line) => `${line.item} ${line.due} ${line.step}`);
      told.push(`${new Date(at + 7 * 3_600_000).toISOString().slice(0, 10)} ${lines.join(', ')}`);
    }
    mark = at;
  }
  return told;
}

/** When the plan of these tales was opened. */
export const OPENED = bangkok('2026-01-05 10:00');

/** A staffed office with an open plan of these items. */
export function openPlanWith(...items: Happening[]): Happening[] {
  return [...aStaffedOffice(), planImported(), ...items, planOpened(2569, OPENED)];
}
