/** What the bot asks back before anything is kept: which item, what about it, which year, which link, until when. */
import type { Item } from '../domain/agency.ts';
import { type Day, dayOf } from '../domain/calendar.ts';
import { finishDue } from '../domain/due.ts';
import type { Status } from '../domain/event.ts';
import { daysOffOf } from '../domain/holidays.ts';
import { evidenceOf } from '../domain/item.ts';
import { statusFor } from '../domain/part.ts';
import {
  type Choice,
  detailButton,
  extensionButton,
  extensionSaid,
  forGroup,
  giveButton,
  laterButton,
  ofOneYear,
  reportButton,
  type Spoken,
  snoozeButton,
  snoozeSaid,
  TEXT_LIMIT,
} from './buttons.ts';
import { askCard, whichCard } from './cards.ts';
import { laterDays, snoozeDays } from './days-offered.ts';
import { flex, short } from './flex.ts';
import type { Wanted } from './intent.ts';
import { withNext } from './next-steps.ts';
import type { FlexMessage, Outgoing } from './outgoing.ts';
import { ownPart } from './parts.ts';
import { labelOf, markOf, placeOf, type Scene } from './scene.ts';
import { wantedButton } from './wanted-button.ts';
import { itemName, itemShort, STATUS_SAID, yearWords } from './words.ts';
import { ASK, presentDue, whenLabel } from './words-acts.ts';
import { LABEL } from './words-buttons.ts';

const CHOICES = 5;
const NAMES_SHOWN = 6;

/**
 * Of which item? Up to five are offered, each with the whole of what was said. Typing the number works too. `wanted` null =
 * items were named, but not what about them.
 */
export function askWhich(scene: Scene, wanted: Wanted | null, candidates: readonly Item[]): Outgoing[] {
  const question = wanted === null ? ASK.which : whichWords(wanted);
  if (candidates.length === 0) {
    return [
      withNext(scene, { type: 'text', text: droppable(scene, `${question}\n${ASK.type}`) }, [
        'mine',
        'missing',
      ]),
    ];
  }
  const items = candidates.slice(0, CHOICES);
  const [only] = items.length === 1 ? items : [];
  return chooseFrom(scene, items, wanted ?? { do: 'detail' }, {
    question: only === undefined ? question : ASK.thisOne(labelOf(scene, only)),
    detail: ASK.orType,
    code: (item) => itemShort(item),
    title: (item) => (placeOf(scene).years ? `(${yearWords(item.year)}) ${item.title}` : item.title),
  });
}

/** A number that two open years have: in each it may be another thing, so both titles stand there. */
export function askYear(scene: Scene, items: readonly Item[], wanted: Wanted | null): Outgoing[] {
  const [first] = items;
  const name = first === undefined ? '' : itemName(first);
  // More was said than one button can carry, or something is taken back: he says it again.
  if (wanted === null) {
    return [
      {
        type: 'text',
        text: ASK.yearAgain(
          name,
          items.map(({ year }) => year),
        ),
      },
    ];
  }
  return chooseFrom(scene, items.slice(0, CHOICES), wanted, {
    question: ASK.whichYear(name),
    detail: '',
    code: (item) => yearWords(item.year),
    title: (item) => item.title,
  });
}

interface Choosing {
  readonly question: string;
  readonly detail: string;
  readonly code: (item: Item) => string;
  readonly title: (item: Item) => string;
}

function chooseFrom(scene: Scene, items: readonly Item[], wanted: Wanted, words: Choosing): Outgoing[] {
  const place = placeOf(scene);
  const spoken = items.map((item) => ({ item, button: wantedButton(place, item, wanted) }));
  const choices = spoken.flatMap(({ item, button }) => {
    if (button === null) return [];
    const { text, data } = button;
    return [
      {
        code: words.code(item),
        title: short(words.title(item), 120),
        label: short(words.code(item), 20),
        button: { text, data: data ?? '' },
      },
    ];
  });
  const [first] = items;
  if (choices.length < items.length) {
    return [{ type: 'text', text: ASK.again(first === undefined ? '' : labelOf(scene, first)) }];
  }
  const { question, detail } = words;
  const card = whichCard({ question, detail, choices, mark: markOf(scene.agency, items) });
  const message: FlexMessage = flex(question, [card]);
  // What no data carries is sent as words, which in 1:1 prove as well who says them.
  return [spoken.every(({ button }) => button?.data != null) ? message : forGroup(message)];
}

function whichWords(wanted: Wanted): string {
  return wanted.do === 'report' ? ASK.whichOf.report(wanted.status) : ASK.whichOf[wanted.do];
}

/** Only an item was named: what about it? */
export function askWhat(scene: Scene, item: Item): Outgoing[] {
  const place = placeOf(scene);
  const statuses: readonly Status[] = ['done', 'in_progress', 'not_started'];
  const done = statusFor(item, ownPart(scene)) === 'done';
  const card = askCard({
    question: ASK.whatAbout(labelOf(scene, item)),
    detail: [short(item.title, 200), markOf(scene.agency, [item])].filter((line) => line !== '').join('\n'),
    choices: [
      ...statuses
        .filter((status) => !done || status !== 'done')
        .map((status) => ({ label: STATUS_SAID[status], button: reportButton(place, item, status) })),
      ...(done && evidenceOf(item).length > 0
        ? []
        : [{ label: LABEL.give, button: giveButton(place, item) }]),
      ...(done || finishDue(scene.agency, item) === null
        ? []
        : [{ label: LABEL.later, button: laterButton(place, item) }]),
      { label: LABEL.detail, button: detailButton(place, item) },
    ],
  });
  return [flex(ASK.whatAbout(labelOf(scene, item)), [card])];
}

/** The link that shows it: his next message may be no more than that. */
export function askEvidence(scene: Scene, items: readonly Item[]): Outgoing[] {
  return [{ type: 'text', text: withMark(scene, items, ASK.link(namesOf(scene, items))) }];
}

/** Until when? Days after the present date, each as a press or words that say it whole. */
export function askExtensionDate(scene: Scene, items: readonly Item[]): Outgoing[] {
  const { agency, now } = scene;
  const [due = null, ...others] = [...new Set(items.map((item) => finishDue(agency, item)))];
  const known = due === null || others.length > 0 ? '' : `${presentDue(due)}\n`;
  const text = withMark(scene, items, droppable(scene, ASK.until(namesOf(scene, items), known)));
  const place = placeOf(scene);
  const [only] = items.length === 1 ? items : [];
  const latest = [due, ...others].reduce<Day>((last, day) => (day !== null && day > last ? day : last), '');
  const days = ofOneYear(items) ? laterDays(dayOf(now), latest) : [];
  const choices = days.map(([name, day]): Choice => {
    const words: Spoken = { text: extensionSaid(place, items, day), data: null };
    return [whenLabel(name, day), only === undefined ? words : extensionButton(place, only, day)];
  });
  return [withNext(scene, { type: 'text', text }, [], fitting(choices))];
}

/** When to be reminded again? No item = of what was last reminded. */
export function askSnoozeDay(scene: Scene, items: readonly Item[]): Outgoing[] {
  const place = placeOf(scene);
  const sayable = items.length === 0 || ofOneYear(items);
  const choices = snoozeDays(dayOf(scene.now), daysOffOf(scene.agency)).map(([name, day]): Choice => {
    const words: Spoken = { text: snoozeSaid(place, items, day), data: null };
    return [whenLabel(name, day), items.length > 1 ? words : snoozeButton(place, day, items[0])];
  });
  const text = withMark(scene, items, droppable(scene, ASK.remind(namesOf(scene, items))));
  return [withNext(scene, { type: 'text', text }, [], sayable ? fitting(choices) : [])];
}

/** Choices whose words LINE takes: very many items cannot be named. */
function fitting(choices: readonly Choice[]): Choice[] {
  return choices.filter(([, { text }]) => text.length <= TEXT_LIMIT);
}

function namesOf(scene: Scene, items: readonly Item[]): string {
  const names = items.slice(0, NAMES_SHOWN).map((item) => labelOf(scene, item));
  return items.length > NAMES_SHOWN ? `${names.join(', ')} …` : names.join(', ');
}

/** With how to drop the question. */
function droppable(scene: Scene, text: string): string {
  return scene.group === null ? `${text}\n${ASK.drop}` : text;
}

function withMark(scene: Scene, items: readonly Item[], text: string): string {
  const mark = markOf(scene.agency, items);
  return mark === '' ? text : `${text}\n${mark}`;
}
