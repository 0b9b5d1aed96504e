import { agencyOn } from './acting.ts';
import type { Agency } from './agency.ts';
import { addDays, type Day, dayOf, type Instant, instantOf } from './calendar.ts';
import { evolve, reminded } from './evolve.ts';
import { refsOf } from './extension.ts';
import { dueReminders, nextReminderTime, type Reminder } from './reminder.ts';

/** The reminders of one day. */
export interface DayAhead {
  readonly day: Day;
  readonly reminders: readonly Reminder[];
}

/**
 * What would be sent from `from` on, today included, on the next `days` days if nobody answered and nothing changed: the
 * days on which there is something, the earliest first. Says nothing of quota: every member's message costs one.
 */
export function forecast(agency: Agency, from: Instant, days: number): DayAhead[] {
  const end = addDays(dayOf(from), days);
  const ahead: DayAhead[] = [];
  let state = agency;
  for (
    let at = nextReminderTime(agency, from);
    dayOf(at) < end;
    at = nextReminderTime(agency, instantOf(addDays(dayOf(at), 1)))
  ) {
    const reminders = dueReminders(agencyOn(state, dayOf(at)), at);
    if (reminders.length > 0) ahead.push({ day: dayOf(at), reminders });
    state = afterSending(state, reminders, at);
  }
  return ahead;
}

/** The agency as it is once these were said. */
export function afterSending(agency: Agency, reminders: readonly Reminder[], at: Instant): Agency {
  const all = reminders.map(({ member, lines }) => ({ to: { member }, lines }));
  const by = { kind: 'clock' as const };
  return reminders
    .filter(({ extensions }) => extensions.length > 0)
    .map(({ member, extensions }) => {
      const told = { member, extensions: refsOf(extensions), outbox: '', cost: 0 };
      return { type: 'extensions-told' as const, v: 1 as const, ...told };
    })
    .reduce(
      (state, event) => evolve(state, { seq: state.version + 1, at, kept: at, by, cause: null, event }),
      { ...agency, ...reminded(agency, all, at) },
    );
}
