import { agencyOn } from './acting.ts';
import type { Agency } from './agency.ts';
import { addDays, type Day, dayOf, type Instant } from './calendar.ts';
import type { DomainEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { refsOf } from './extension.ts';
import { dueReminders, nextReminderAt, nextReminderTime, type Reminder } from './reminder.ts';

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
    let at: Instant | null = nextReminderTime(agency, from);
    at !== null && dayOf(at) < end;
    at = nextReminderAt(state, at)
  ) {
    const reminders = dueReminders(agencyOn(state, dayOf(at)), at);
    if (reminders.length > 0) ahead.push({ day: dayOf(at), reminders });
    state = afterSending(state, reminders, at);
  }
  return ahead;
}

/** The agency as it is once these were decided. */
export function afterSending(agency: Agency, reminders: readonly Reminder[], at: Instant): Agency {
  const by = { kind: 'clock' as const };
  return reminders
    .flatMap(eventsOf)
    .reduce(
      (state, event) => evolve(state, { seq: state.version + 1, at, kept: at, by, cause: null, event }),
      agency,
    );
}

function eventsOf({ member, lines, extensions }: Reminder): DomainEvent[] {
  const outbox = '';
  const refs = refsOf(extensions);
  return [
    ...(lines.length === 0
      ? []
      : [{ type: 'reminder-decided' as const, v: 1 as const, to: { member }, lines: [...lines], outbox }]),
    ...(refs.length === 0
      ? []
      : [{ type: 'extensions-told' as const, v: 1 as const, member, extensions: refs, outbox, cost: 0 }]),
  ];
}
