import type { Agency, Item } from './agency.ts';
import { addDays, type Day, dayOf } from './calendar.ts';
import type { Recipient, ReminderLine } from './event.ts';
import { known } from './known.ts';

/** A day further ahead than this was written by a clock that was wrong; less may be one that was put right. */
const AHEAD_DAYS = 7;

/** The key of a recipient in `lastReminders`. */
export function recipientKey(to: Recipient): string {
  return 'member' in to ? to.member : to.group;
}

/** Under which key of `item.reminded` it stands that a line was said to someone. */
export function reminderKey(to: Recipient, line: Omit<ReminderLine, 'item' | 'step'>): string {
  return `${recipientKey(to)} ${line.due} ${line.date} ${line.division ?? ''} ${line.level ?? 0}`;
}

/** One line that was said of an item, as its key tells it. */
export interface Said {
  /** `recipientKey` of whom it was said to. */
  readonly to: string;
  readonly due: string;
  readonly date: Day;
  /** Whose part it was of; null = of the whole item. */
  readonly division: string | null;
  /** Up the ladder (`ladder.ts`); 0 = to those who are reminded anyway. */
  readonly level: number;
}

/** All that was ever said of an item: `reminderKey` read back. An id may have spaces, what stands behind it has none. */
export function saidOf({ reminded }: Item): Said[] {
  return Object.keys(reminded).map((key) => {
    const parts = key.split(' ');
    const [due = '', date = '', division = '', level = ''] = parts.slice(-4);
    const to = parts.slice(0, -4).join(' ');
    return { to, due, date, division: division === '' ? null : division, level: Number(level) };
  });
}

/** The day a line was last said to somebody (`reminderKey`), or null. A day a week ahead of today is not believed. */
export function saidOn(item: Item, key: string, today: Day): Day | null {
  const day = item.reminded[key];
  return day === undefined || day > addDays(today, AHEAD_DAYS) ? null : day;
}

/** True when a member got his message of the day: nobody gets two of them, whatever stood in the first. */
export function wasReminded(agency: Agency, member: string, today: Day): boolean {
  const last = agency.lastReminders[member];
  if (last !== undefined && dayOf(last.at) === today) return true;
  const pushes = known(agency.lastPushes, member) ?? [];
  return pushes.some(({ daily, told, at }) => daily && told.length > 0 && dayOf(at) === today);
}
