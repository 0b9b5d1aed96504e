/** Everything about one item, with buttons to report it for those who may. */
import { historyOf, type ItemAct } from '../domain/act.ts';
import type { Agency, Item } from '../domain/agency.ts';
import { requirementsOf } from '../domain/catalogue.ts';
import { finishDue, plannedFinish } from '../domain/due.ts';
import { evidenceOf, openExtensions, presentReport, statusOf } from '../domain/item.ts';
import { statusFor } from '../domain/part.ts';
import { longDay } from '../thai/date.ts';
import { giveButton, laterButton, reportButton, responsibleButton } from './buttons.ts';
import { aboutCard, itemCard } from './cards.ts';
import { personName } from './duty-words.ts';
import { flex, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import { openable } from './openable.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import { ownersAndParts, ownPart, stateOf } from './parts.ts';
import { labelOf, linkTo, mayReportHere, nameOf, placeFor, type Scene, textOf, yearLine } from './scene.ts';
import { andMore, dateWords, divisionWords, itemName, reportedWords } from './words.ts';
import { LABEL } from './words-buttons.ts';
import { ASSIGNED } from './words-duties.ts';
import {
  DID,
  evidenceWords,
  grantedWords,
  HISTORY,
  HOW_TO,
  historyLine,
  MUST_SHOW,
  NO_EVIDENCE,
  NOT_LISTED,
  windowWords,
  wishWords,
} from './words-items.ts';

const STEPS_SHOWN = 6;
const ACTS_SHOWN = 4;
const WISHES_SHOWN = 2;

/** How it stands, and beside it what is to be done and what was. */
export function sayItem(scene: Scene, item: Item): Outgoing[] {
  const about = aboutOf(scene, item);
  const alt = `${labelOf(scene, item)} ${short(item.title, 200)}: ${stateOf(item, null)}`;
  const message = flex(alt, [stateCard(scene, item), ...(about === null ? [] : [about])]);
  return [withNext(scene, message, ['mine', 'missing', 'near'])];
}

function stateCard(scene: Scene, item: Item): FlexBubble {
  const { agency, now } = scene;
  const place = placeFor(scene, item);
  const present = presentReport(item);
  const evidence = evidenceOf(item);
  const newest = evidence.at(-1);
  const done = statusOf(item) === 'done';
  // In a group the card is everybody's: its buttons are too.
  const finished = statusFor(item, scene.group === null ? ownPart(scene) : null) === 'done';
  const due = finishDue(agency, item);
  return itemCard({
    label: itemName(item),
    year: yearLine(agency, item),
    title: short(item.title, 300),
    status: stateOf(item, null),
    date: done && due !== null ? longDay(due) : dateWords(due, now),
    wish: done ? '' : wishesOf(scene, item),
    divisions: [ownersAndParts(agency, item), ...givenTo(scene, item)].join('\n'),
    reported: present === null ? '' : reportedWords(short(nameOf(scene, present.by), 100), present.at),
    note: short(textOf(scene, present?.note), 200),
    evidence: newest === undefined ? NO_EVIDENCE : evidenceWords(evidence.length, newest.at),
    evidenceLink: openable(textOf(scene, newest?.content)),
    report: short(item.followUp.asWritten ?? '', 200),
    mayReport: mayReportHere(scene, item),
    mayFinish: !finished,
    mayExtend: !finished && due !== null,
    done: reportButton(place, item, 'done'),
    doing: reportButton(place, item, 'in_progress'),
    notStarted: reportButton(place, item, 'not_started'),
    give: giveButton(place, item),
    later: laterButton(place, item),
    responsible: responsibleButton(place, item),
  });
}

/** A date that was granted, that of ป.ป.ช. which no office moves, and what was asked for and waits. */
function wishesOf(scene: Scene, item: Item): string {
  const { agency } = scene;
  const due = finishDue(agency, item);
  const planned = plannedFinish(agency, item);
  const granted = due !== null && due !== planned ? [grantedWords(due, planned)] : [];
  const window = granted.length > 0 && item.kind === 'oit' && planned !== null ? [windowWords(planned)] : [];
  const open = openExtensions(item).slice(-WISHES_SHOWN);
  const wishes = open.map((wish) => wishWords(wish.until, short(nameOf(scene, wish.by), 100)));
  return [...granted, ...window, ...wishes].join('\n');
}

/** Who sees to it, and who in his place, where somebody was chosen. */
function givenTo(scene: Scene, { person, deputy }: Item): string[] {
  const first = person === null ? [] : [personName(scene, person)];
  return deputy === null ? first : [...first, ASSIGNED.deputy(personName(scene, deputy))];
}

/** What is to be done and what was; null when neither is known. */
function aboutOf(scene: Scene, item: Item): FlexBubble | null {
  const known = stepsOf(scene.agency, item);
  // The lists of some years name the items only: silence would look as if nothing were asked for.
  const steps = known.length === 0 && item.kind === 'oit' ? [NOT_LISTED] : known;
  const history = historyOf(item).slice(-ACTS_SHOWN).reverse();
  if (steps.length + history.length === 0) return null;
  return aboutCard({
    label: itemName(item),
    subtitle: yearLine(scene.agency, item),
    stepsTitle: item.kind === 'measure' ? HOW_TO : MUST_SHOW,
    steps: steps.slice(0, STEPS_SHOWN).map((text) => ({ text: short(text, 200) })),
    stepsRest: andMore(steps.length - STEPS_SHOWN),
    divide: steps.length > 0 && history.length > 0,
    historyTitle: HISTORY,
    history: history.map((one) => ({
      what: didWords(scene.agency, one),
      who: historyLine(one.act.at, short(nameOf(scene, one.act.by), 100)),
    })),
    ...linkTo(scene, { kind: 'item', item: item.id }, LABEL.openItem),
  });
}

function didWords(agency: Agency, one: ItemAct): string {
  const what = didWhat(agency, one);
  return one.act.undone === null ? what : DID.undone(what);
}

function partName(agency: Agency, divisions: readonly string[] | undefined): string {
  return divisions === undefined ? '' : short(divisionWords(agency, divisions), 60);
}

function didWhat(agency: Agency, one: ItemAct): string {
  switch (one.kind) {
    case 'report':
      return DID.report(one.act.status, one.act.percent, partName(agency, one.act.divisions));
    case 'evidence':
      return DID.evidence;
    case 'extension':
      return DID.extension(one.act.until, one.act.decided?.granted);
  }
}

function stepsOf(agency: Agency, item: Item): readonly string[] {
  const steps = item.kind === 'measure' ? item.methods : requirementsOf(agency, item);
  return steps.filter((step) => step.trim() !== '');
}
