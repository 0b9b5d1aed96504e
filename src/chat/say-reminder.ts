/** Reminders: one message a person, the most urgent first. Said in 1:1, where buttons know who presses. */
import type { Item, Report } from '../domain/agency.ts';
import { addDays, dayOf } from '../domain/calendar.ts';
import type { ReminderLine } from '../domain/event.ts';
import { openExtension, presentReport, presentReportIn } from '../domain/item.ts';
import { daysLeft, type Reminder } from '../domain/reminder.ts';
import { snoozesOf } from '../domain/snooze.ts';
import { longDay } from '../thai/date.ts';
import {
  acknowledgeButton,
  type Choice,
  detailButton,
  missingButton,
  reportButton,
  snoozeButton,
} from './buttons.ts';
import { escalationCard, listCard, moreCard, reminderCard } from './cards.ts';
import { nextMonday } from './days-offered.ts';
import { flexList, type ListPage, short } from './flex.ts';
import { cardsOf, plainRow, shortNames } from './item-rows.ts';
import { withNext } from './next-steps.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import { stateOf } from './parts.ts';
import {
  divisionNamed,
  linkTo,
  markOf,
  mayReportHere,
  NO_LINK,
  nameOf,
  ownDivision,
  placeOf,
  type Scene,
  textOf,
  yearLine,
} from './scene.ts';
import { divisionWords, dueWords, itemName, politely, reportedWords } from './words.ts';
import { LABEL } from './words-buttons.ts';
import { wishWords } from './words-items.ts';
import {
  ALL,
  FOLLOW_UP,
  followUpTitle,
  MORE_TO_REMIND,
  OPENING_HINT,
  openingTitle,
  remindersTitle,
  reminderWhen,
  snoozedWords,
} from './words-reminders.ts';

/** So many openings are told with a card each; more are a list, because nothing is urgent about them. */
const OPENING_CARDS = 2;
const SNOOZES_SHOWN = 3;

interface Line {
  readonly line: ReminderLine;
  readonly item: Item;
}

/** The message of a reminder. `scene.member` is its recipient, `scene.agency` the state it was decided in. */
export function sayReminder(scene: Scene, reminder: Pick<Reminder, 'member' | 'lines'>): Outgoing[] {
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
  const climbed = lines.every(({ line }) => line.level !== undefined);
  // An item may stand there with two of its dues.
  const count = new Set(lines.map(({ item }) => item.id)).size;
  const alt = climbed ? followUpTitle(count, names) : remindersTitle(count, names);
  const message = flexList(alt, [...cards, ...openingLists(scene, listed)], (left) => more(scene, left));
  return [withNext(scene, message, ['mine'], answers(scene, climbed))];
}

/** Read, or another day: of all that this reminder is about. What is told up the ladder cannot be put off. */
function answers(scene: Scene, climbed: boolean): Choice[] {
  const place = placeOf(scene);
  if (climbed) return [[LABEL.acknowledge, acknowledgeButton(place)]];
  const today = dayOf(scene.now);
  const [tomorrow, monday] = [addDays(today, 1), nextMonday(today)];
  const choices: Choice[] = [
    [LABEL.acknowledge, acknowledgeButton(place)],
    [LABEL.snoozeTomorrow, snoozeButton(place, tomorrow)],
    [LABEL.snoozeNextWeek, snoozeButton(place, monday)],
  ];
  return choices.filter(([label]) => label !== LABEL.snoozeNextWeek || monday !== tomorrow);
}

function card(scene: Scene, one: Line): FlexBubble {
  const { line, item } = one;
  if (line.level !== undefined) return followUpCard(scene, one);
  const { agency, now } = scene;
  const place = placeOf(scene);
  return reminderCard({
    when: politely(reminderWhen(line, now)),
    what: `${dueWords(line.due)} · ${yearLine(agency, item)}`,
    late: daysLeft(line, now) < 0,
    label: itemName(item),
    title: short(item.title, 200),
    date: longDay(line.date),
    divisions: divisionWords(agency, line.division === undefined ? item.divisions : [line.division]),
    status: stateOf(item, line.division ?? null),
    done: reportButton(place, item, 'done'),
    doing: reportButton(place, item, 'in_progress'),
    notStarted: reportButton(place, item, 'not_started'),
    detail: detailButton(place, item),
  });
}

/** Nobody answered: said to the head and, later, to the executives, who are asked to see to it, not blamed. */
function followUpCard(scene: Scene, { line, item }: Line): FlexBubble {
  const { agency, now } = scene;
  const place = placeOf(scene);
  const owner = line.division ?? item.divisions[0];
  const present = answerOf(item, line.division);
  const wish = openExtension(item);
  const missing = owner === undefined ? null : { code: owner, name: divisionNamed(agency, owner) };
  return escalationCard({
    heading: FOLLOW_UP,
    when: politely(reminderWhen(line, now)),
    what: `${dueWords(line.due)} · ${yearLine(agency, item)}`,
    label: itemName(item),
    title: short(item.title, 200),
    date: longDay(line.date),
    division: divisionWords(agency, owner === undefined ? [] : [owner]),
    status: stateOf(item, line.division ?? null),
    reported: present === null ? '' : reportedWords(short(nameOf(scene, present.by), 100), present.at),
    note: short(textOf(scene, present?.note), 200),
    wish:
      wish === null || wish.decided !== null ? '' : wishWords(wish.until, short(nameOf(scene, wish.by), 100)),
    snoozed: snoozesOf(agency, item, now)
      .slice(0, SNOOZES_SHOWN)
      .map(({ member, until }) => snoozedWords(short(nameOf(scene, member), 100), until))
      .join('\n'),
    mayReport: mayReportHere(scene, item),
    done: reportButton(place, item, 'done'),
    doing: reportButton(place, item, 'in_progress'),
    detail: detailButton(place, item),
    missing: missing === null ? null : { label: LABEL.missing, button: missingButton(place, missing) },
  });
}

/** What was told last of an item, or of a division's part of it; what a document states nobody answered. */
function answerOf(item: Item, division: string | undefined): Report | null {
  const present = division === undefined ? presentReport(item) : presentReportIn(item, division);
  return present?.from === 'document' ? null : present;
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
