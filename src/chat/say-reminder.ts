/** Reminders: one message a person, the most urgent first. Said in 1:1, where buttons know who presses. */
import type { Item } from '../domain/agency.ts';
import type { ReminderLine } from '../domain/event.ts';
import { presentReport, statusOf } from '../domain/item.ts';
import { daysLeft, type Reminder } from '../domain/reminder.ts';
import { longDay } from '../thai/date.ts';
import { detailButton, missingButton, reportButton } from './buttons.ts';
import { flexList, listCard, moreCard, type Page, pages, reminderCard, short } from './cards.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import { listRow, ROWS_PER_PAGE } from './say-items.ts';
import { divisionNamed, ownDivision, placeOf, type Scene } from './scene.ts';
import {
  ALL,
  divisionWords,
  dueWords,
  itemName,
  itemShort,
  MORE_TO_REMIND,
  OPENING_HINT,
  openingTitle,
  planYear,
  politely,
  remindersTitle,
  reminderWhen,
  statusWords,
} from './words.ts';

/** So many openings are told with a card each; more are a list, because nothing is urgent about them. */
const OPENING_CARDS = 2;

interface Line {
  readonly line: ReminderLine;
  readonly item: Item;
}

/** The message of a reminder. `scene.member` is its recipient, `scene.agency` the state it was decided in. */
export function sayReminder(scene: Scene, reminder: Reminder): Outgoing[] {
  const { agency, now } = scene;
  const lines = reminder.lines.flatMap((line): Line[] => {
    const item = agency.items[line.item];
    return item === undefined ? [] : [{ line, item }];
  });
  const opening = lines.filter(({ line }) => line.step === 'opening' && daysLeft(line, now) > 0);
  const listed = opening.length > OPENING_CARDS ? opening : [];
  const carded = lines.filter((one) => !listed.includes(one));
  const names = lines.map(({ line, item }) => `${itemShort(item)} ${reminderWhen(line, now)}`).join(', ');
  const cards = carded.map((one) => ({ bubble: card(scene, one), rows: 1 }));
  const alt = remindersTitle(lines.length, names);
  return [flexList(alt, [...cards, ...openingLists(scene, listed)], (left) => more(scene, left))];
}

function card(scene: Scene, { line, item }: Line): FlexBubble {
  const { agency, now } = scene;
  const place = placeOf(scene);
  return reminderCard({
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
  });
}

function openingLists(scene: Scene, listed: readonly Line[]): Page[] {
  return pages(listed, ROWS_PER_PAGE).map((page) => ({
    rows: page.length,
    bubble: listCard({
      title: openingTitle(listed.length),
      subtitle: OPENING_HINT,
      rows: page.map(({ item }) => listRow(scene, item, false)),
    }),
  }));
}

function more(scene: Scene, count: number): FlexBubble {
  const code = ownDivision(scene);
  const division = code === null ? undefined : { code, name: divisionNamed(scene.agency, code) };
  const button = missingButton(placeOf(scene), division);
  return moreCard({ count, hint: MORE_TO_REMIND, label: ALL, button });
}
