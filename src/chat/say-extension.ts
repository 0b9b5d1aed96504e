/** Later dates asked for: shown to who decides, and what was decided to both. Said in 1:1. */
import { decisionId } from '../domain/act.ts';
import type { Extension, Item } from '../domain/agency.ts';
import { finishDue, plannedFinish } from '../domain/due.ts';
import { beyondWindow, decidersOf, mayDecide, type Wish } from '../domain/extension.ts';
import { holds } from '../domain/permission.ts';
import { shortDay } from '../thai/date.ts';
import { type Choice, decideButton, undoButton } from './buttons.ts';
import { previewCard } from './cards.ts';
import { flex, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import { divisionNamed, labelOf, markOf, nameOf, placeOf, type Scene, textOf } from './scene.ts';
import { andMore, shortDateWords } from './words.ts';
import { SAY } from './words-buttons.ts';
import { ANSWERED, DECIDED, DECIDES, REQUEST } from './words-extension.ts';

/** Cards of one answer. */
const SHOWN = 10;
const ITEMS_SHOWN = 5;
const NAMES_LENGTH = 200;

/** Decisions told in one message: what is over that stands in the lists. */
const DECISIONS_SHOWN = 5;

/** What one message asked for, or what was decided of it at once. */
interface Request {
  readonly asked: Extension;
  readonly items: readonly Item[];
}

/** What waits for a decision, one card a request, what was asked first first; none = that nothing waits. */
export function sayExtensionRequests(scene: Scene, wishes: readonly Wish[]): Outgoing[] {
  const requests = requestsIn(wishes);
  const [first, ...others] = requests;
  if (first === undefined)
    return [withNext(scene, { type: 'text', text: REQUEST.none }, ['mine', 'progress'])];
  const shown = requests.slice(0, SHOWN);
  const alt =
    others.length === 0
      ? REQUEST.alt(namesOf(scene, first.items), first.asked.until)
      : REQUEST.altOf(requests.length);
  const message = flex(
    alt,
    shown.map((request) => requestCard(scene, request)),
  );
  const left = requests.length - shown.length;
  return left === 0 ? [message] : [message, { type: 'text', text: REQUEST.more(left) }];
}

function requestsIn(wishes: readonly Wish[], key = ({ asked }: Wish) => asked.id): Request[] {
  return [...Map.groupBy(wishes, key).values()].flatMap((those) => {
    const [first] = those;
    return first === undefined ? [] : [{ asked: first.asked, items: those.map(({ item }) => item) }];
  });
}

function requestCard(scene: Scene, { asked, items }: Request): FlexBubble {
  const { agency, now } = scene;
  const reason = short(textOf(scene, asked.reason), 300);
  const names = namesOf(scene, items);
  const [only, ...others] = items;
  // How long is left stands on a line of its own: half a card is too narrow for both.
  const due = (item: Item) => shortDateWords(finishDue(agency, item), now).replace(' · ', '\n');
  const one = only !== undefined && others.length === 0 ? only : null;
  const dues = items.slice(0, ITEMS_SHOWN).map((item) => ({
    name: one === null ? `${labelOf(scene, item)} ${short(item.title, 80)}` : REQUEST.due,
    value: due(item),
  }));
  const notes = [
    one === null ? andMore(items.length - dues.length) : short(one.title, 200),
    `${REQUEST.reason}: ${reason === '' ? REQUEST.noReason : reason}`,
    markOf(agency, items),
  ];
  return previewCard({
    title: REQUEST.title(names),
    subtitle: REQUEST.asked(short(nameOf(scene, asked.by), 100), asked.at),
    rows: [...dues, { name: REQUEST.until, value: shortDay(asked.until) }],
    notes: notes.filter((text) => text !== '').map((text) => ({ text })),
    warning: windowOf(scene, items, asked),
    buttons: [
      { label: REQUEST.grant, primary: true, button: decideButton(asked.id, true, REQUEST.say(true, names)) },
      {
        label: REQUEST.refuse,
        primary: false,
        button: decideButton(asked.id, false, REQUEST.say(false, names)),
      },
    ],
  });
}

/** Said of every date after the OIT window, to all who see it; '' = it is none. */
export function windowOf({ agency }: Scene, items: readonly Item[], asked: Pick<Extension, 'until'>): string {
  const [beyond] = items.filter((item) => beyondWindow(agency, item, asked));
  const end = beyond === undefined ? null : plannedFinish(agency, beyond);
  return end === null ? '' : REQUEST.window(end);
}

/** Who decides what was just asked, for the one who asked. */
export function whoDecides({ agency }: Scene, items: readonly Item[], act: string): string {
  const told = items.some((item) =>
    item.extensions.some((asked) => asked.id === act && asked.told.length > 0),
  );
  const lines = items.flatMap((item) => {
    const asked = item.extensions.find(({ id }) => id === act);
    if (asked === undefined) return [];
    const deciders = decidersOf(agency, item, asked);
    const head = deciders.some((member) => !holds(member, 'coordinator'));
    const [division] = item.divisions;
    if (head && division !== undefined) return [DECIDES.head(headTitle(agency, division), told)];
    const own = deciders.length === 0 && asked.by !== null && mayDecide(agency, asked.by, item, asked);
    return [own ? DECIDES.self : DECIDES.coordinator];
  });
  return [...new Set(lines)].join('\n');
}

/** What was decided, to who decided it. `items` as they stand now; `told` = when the asker is told, null = he is not. */
export function sayExtensionDecided(
  scene: Scene,
  items: readonly Item[],
  asked: Extension,
  granted: boolean,
  told: 'now' | 'later' | null,
): Outgoing[] {
  const names = namesOf(scene, items);
  const lines = [
    granted ? DECIDED.granted(names, asked.until) : DECIDED.refused(names),
    granted ? windowOf(scene, items, asked) : '',
    markOf(scene.agency, items),
    told === null ? '' : DECIDED.told[told](short(nameOf(scene, asked.by), 100)),
  ];
  const undo: Choice = [SAY.undo, undoButton(placeOf(scene), decisionId(asked.id), items)];
  return [withNext(scene, saying(lines), ['mine', 'near'], [undo])];
}

/** What was decided, or waits again, to who had asked: in one message, whoever decided. */
export function sayExtensionAnswers(scene: Scene, wishes: readonly Wish[]): Outgoing[] {
  const answers = requestsIn(wishes, ({ asked: { id, decided } }) =>
    [id, decided?.granted, decided?.by].join(' '),
  );
  const left = answers.length - DECISIONS_SHOWN;
  const lines = [
    ...answers.slice(0, DECISIONS_SHOWN).map((one) => answerWords(scene, one)),
    left > 0 ? ANSWERED.more(left) : '',
  ];
  return [withNext(scene, saying(lines, '\n\n'), ['mine', 'near'])];
}

function answerWords(scene: Scene, { asked, items }: Request): string {
  const { decided, until } = asked;
  const names = namesOf(scene, items);
  const mark = markOf(scene.agency, items);
  if (decided === null) return saying([ANSWERED.undone(names, until), mark]).text;
  const { granted, by } = decided;
  return saying([
    granted ? ANSWERED.granted(names, until) : ANSWERED.refused(names, until),
    granted ? windowOf(scene, items, asked) : '',
    mark,
    ANSWERED.by(short(nameOf(scene, by), 100)),
  ]).text;
}

function saying(lines: readonly string[], between = '\n'): { type: 'text'; text: string } {
  return { type: 'text', text: lines.filter((line) => line !== '').join(between) };
}

function headTitle(agency: Scene['agency'], code: string): string {
  const division = agency.profile?.divisions.find((one) => one.code === code);
  return short(division?.head ?? `หัวหน้า${divisionNamed(agency, code)}`, 100);
}

function namesOf(scene: Scene, items: readonly Item[]): string {
  return short(items.map((item) => labelOf(scene, item)).join(', '), NAMES_LENGTH);
}
