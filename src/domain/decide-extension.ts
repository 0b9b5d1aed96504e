import type { Agency, Item } from './agency.ts';
import { addMonths, type Day, dayOf, type Instant, lastDayOf } from './calendar.ts';
import type { Command } from './command.ts';
import { accept, type Decision, refuse, reporterOnly } from './decision.ts';
import { finishDue } from './due.ts';
import type { EventOf } from './event.ts';
import { statusOf } from './item.ts';
import { known } from './known.ts';
import type { Refusal } from './refusal.ts';

type AskExtension = Extract<Command, { type: 'ask-extension' }>;

/** Keeps that a later finish date is wanted; whoever may report may ask. For all the items named or for none. */
export function askExtension(agency: Agency, command: AskExtension, now: Instant): Decision {
  const { extension, chat, until, reason } = command;
  const events: EventOf<'extension-asked'>[] = [];
  for (const id of new Set(command.items)) {
    const item = known(agency.items, id);
    if (item === undefined) return refuse({ kind: 'no-such-item' });
    const no = reporterOnly(agency, command.by, item) ?? refuseDate(agency, item, until, now);
    if (no !== null) return refuse(no);
    const why = reason === undefined ? {} : { reason };
    events.push({ type: 'extension-asked', v: 1, item: id, extension, until, ...why, chat });
  }
  return accept(...events);
}

function refuseDate(agency: Agency, item: Item, until: string, now: Instant): Refusal | null {
  if (statusOf(item) === 'done') return { kind: 'already-done', item: item.id };
  const due = finishDue(agency, item);
  if (due === null) return { kind: 'no-due', item: item.id };
  if (until <= due) return { kind: 'not-later', item: item.id, due };
  const today = dayOf(now);
  if (until < today) return { kind: 'day-past', day: until };
  const last = twoYearsAfter(today);
  return until > last ? { kind: 'too-far', last } : null;
}

/** A date further away than this is a slip of the finger. */
function twoYearsAfter(day: Day): Day {
  const month = addMonths(day.slice(0, 7), 24);
  const same = `${month}${day.slice(7)}`;
  const last = lastDayOf(month);
  return same < last ? same : last;
}

export function decideExtension(
  _agency: Agency,
  _command: Extract<Command, { type: 'decide-extension' }>,
): Decision {
  return refuse({ kind: 'nothing-to-say' });
}
