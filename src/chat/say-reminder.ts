/** Reminders: one message a person, the most urgent first. Said in 1:1, where buttons know who presses. */
import { presentReport, statusOf } from '../domain/item.ts';
import { daysLeft, type Reminder } from '../domain/reminder.ts';
import { longDay } from '../thai/date.ts';
import { detailButton, missingButton, reportButton } from './buttons.ts';
import { flex, moreCard, reminderCard, short } from './cards.ts';
import type { Outgoing } from './outgoing.ts';
import { divisionNamed, ownDivision, placeOf, type Scene } from './scene.ts';
import {
  ALL,
  divisionWords,
  dueWords,
  itemName,
  itemShort,
  MORE_TO_REMIND,
  planYear,
  politely,
  remindersTitle,
  reminderWhen,
  statusWords,
} from './words.ts';

/** A carousel takes 12 bubbles and 50 KB; ten cards and one "more" stay far below both. */
const CARDS = 10;

/** The message of a reminder. `scene.member` is its recipient, `scene.agency` the state it was decided in. */
export function sayReminder(scene: Scene, reminder: Reminder): Outgoing[] {
  const { agency, now } = scene;
  const place = placeOf(scene);
  const lines = reminder.lines.flatMap((line) => {
    const item = agency.items[line.item];
    return item === undefined ? [] : [{ line, item }];
  });
  const cards = lines.slice(0, CARDS).map(({ line, item }) =>
    reminderCard({
      when: politely(reminderWhen(line, now)),
      what: `${dueWords(line.due)} · ${planYear(item)}`,
      late: daysLeft(line, now) < 0,
      label: itemName(item),
      title: short(item.title, 200),
      date: longDay(line.date),
      divisions: divisionWords(agency, item.divisions),
      status: statusWords(statusOf(item), presentReport(item)?.percent),
      done: reportButton(place, item, 'done'),
      doing: reportButton(place, item, 'in_progress'),
      notStarted: reportButton(place, item, 'not_started'),
      detail: detailButton(place, item),
    }),
  );
  if (lines.length > CARDS) {
    const code = ownDivision(scene);
    const division = code === null ? undefined : { code, name: divisionNamed(agency, code) };
    const button = missingButton(place, division);
    cards.push(moreCard({ count: lines.length - CARDS, hint: MORE_TO_REMIND, label: ALL, button }));
  }
  const names = lines.map(({ line, item }) => `${itemShort(item)} ${reminderWhen(line, now)}`).join(', ');
  return [flex(remindersTitle(lines.length, names), cards)];
}
