/** Reminders: one message a person, the most urgent first. Said in 1:1, where buttons know who presses. */
import type { Item } from '../domain/agency.ts';
import { addDays, dayOf } from '../domain/calendar.ts';
import type { ReminderLine } from '../domain/event.ts';
import { presentReport, statusOf } from '../domain/item.ts';
import { daysLeft, type Reminder } from '../domain/reminder.ts';
import { longDay } from '../thai/date.ts';
import {
  acknowledgeButton,
  type Choice,
  detailButton,
  missingButton,
  reportButton,
  snoozeButton,
} from './buttons.ts';
import { listCard, moreCard, reminderCard } from './cards.ts';
import { nextMonday } from './days-offered.ts';
import { flexList, type ListPage, short } from './flex.ts';
import { cardsOf, plainRow, shortNames } from './item-rows.ts';
import { withNext } from './next-steps.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import {
  divisionNamed,
  linkTo,
  markOf,
  NO_LINK,
  ownDivision,
  placeOf,
  type Scene,
  yearLine,
} from './scene.ts';
import { divisionWords, dueWords, itemName, politely, statusWords } from './words.ts';
import { LABEL } from './words-buttons.ts';
import {
  ALL,
  MORE_TO_REMIND,
  OPENING_HINT,
  openingTitle,
  remindersTitle,
  reminderWhen,
} from './words-reminders.ts';

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
  const names = lines
    .map(({ line, item }) => `${shortNames(scene, [item])} ${reminderWhen(line, now)}`)
    .join(', ');
  const cards = carded.map((one) => ({ bubble: card(scene, one), rows: 1 }));
  const alt = remindersTitle(lines.length, names);
  const message = flexList(alt, [...cards, ...openingLists(scene, listed)], (left) => more(scene, left));
  return [withNext(scene, message, ['mine'], answers(scene))];
}

/** Read, or another day: of all that this reminder is about. */
function answers(scene: Scene): Choice[] {
  const place = placeOf(scene);
  const today = dayOf(scene.now);
  const [tomorrow, monday] = [addDays(today, 1), nextMonday(today)];
  const choices: Choice[] = [
    [LABEL.acknowledge, acknowledgeButton(place)],
    [LABEL.snoozeTomorrow, snoozeButton(place, tomorrow)],
    [LABEL.snoozeNextWeek, snoozeButton(place, monday)],
  ];
  return choices.filter(([label]) => label !== LABEL.snoozeNextWeek || monday !== tomorrow);
}

function card(scene: Scene, { line, item }: Line): FlexBubble {
  const { agency, now } = scene;
  const place = placeOf(scene);
  return reminderCard({
    when: politely(reminderWhen(line, now)),
    what: `${dueWords(line.due)} · ${yearLine(agency, item)}`,
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

function openingLists(scene: Scene, listed: readonly Line[]): ListPage[] {
  return cardsOf(listed, (page) =>
    listCard({
      title: openingTitle(listed.length),
      subtitle: OPENING_HINT,
      alarm: false,
      rows: page.map(({ item }) => plainRow(scene, item)),
      mark: markOf(
        scene.agency,
        page.map(({ item }) => item),
      ),
      ...NO_LINK,
    }),
  );
}

function more(scene: Scene, count: number): FlexBubble {
  const code = ownDivision(scene);
  const division = code === null ? undefined : { code, name: divisionNamed(scene.agency, code) };
  const button = missingButton(placeOf(scene), division);
  const link = linkTo(scene, { kind: 'missing', division: code }, ALL);
  return moreCard({ count, hint: MORE_TO_REMIND, label: ALL, button, ...link });
}
