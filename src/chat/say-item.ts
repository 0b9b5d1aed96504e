/** Everything about one item, with buttons to report it for those who may. */
import { historyOf, type ItemAct } from '../domain/act.ts';
import type { Agency, Item } from '../domain/agency.ts';
import { requirementsOf } from '../domain/catalogue.ts';
import { finishDue } from '../domain/due.ts';
import { evidenceOf, openExtension, presentReport, statusOf } from '../domain/item.ts';
import { longDay } from '../thai/date.ts';
import { giveButton, laterButton, reportButton, responsibleButton } from './buttons.ts';
import { aboutCard, itemCard } from './cards.ts';
import { personName } from './duty-words.ts';
import { flex, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import { openable } from './openable.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import { labelOf, linkTo, mayReportHere, nameOf, placeFor, type Scene, textOf, yearLine } from './scene.ts';
import { andMore, dateWords, divisionWords, itemName, reportedWords, STATUS, statusWords } from './words.ts';
import { LABEL } from './words-buttons.ts';
import { ASSIGNED } from './words-duties.ts';
import {
  DID,
  evidenceWords,
  HISTORY,
  HOW_TO,
  historyLine,
  MUST_SHOW,
  NO_EVIDENCE,
  NOT_LISTED,
  wishWords,
} from './words-items.ts';

const STEPS_SHOWN = 6;
const ACTS_SHOWN = 4;

/** How it stands, and beside it what is to be done and what was. */
export function sayItem(scene: Scene, item: Item): Outgoing[] {
  const about = aboutOf(scene, item);
  const alt = `${labelOf(scene, item)} ${short(item.title, 200)}: ${STATUS[statusOf(item)]}`;
  const message = flex(alt, [stateOf(scene, item), ...(about === null ? [] : [about])]);
  return [withNext(scene, message, ['mine', 'missing', 'near'])];
}

function stateOf(scene: Scene, item: Item): FlexBubble {
  const { agency, now } = scene;
  const place = placeFor(scene, item);
  const present = presentReport(item);
  const evidence = evidenceOf(item);
  const newest = evidence.at(-1);
  const wish = openExtension(item);
  const done = statusOf(item) === 'done';
  const due = finishDue(agency, item);
  return itemCard({
    label: itemName(item),
    year: yearLine(agency, item),
    title: short(item.title, 300),
    status: statusWords(statusOf(item), present?.percent),
    date: done && due !== null ? longDay(due) : dateWords(due, now),
    wish: wish === null || done ? '' : wishWords(wish.until, short(nameOf(scene, wish.by), 100)),
    divisions: [short(divisionWords(agency, item.divisions), 200), ...givenTo(scene, item)].join('\n'),
    reported: present === null ? '' : reportedWords(short(nameOf(scene, present.by), 100), present.at),
    note: short(textOf(scene, present?.note), 200),
    evidence: newest === undefined ? NO_EVIDENCE : evidenceWords(evidence.length, newest.at),
    evidenceLink: openable(textOf(scene, newest?.content)),
    report: short(item.followUp.asWritten ?? '', 200),
    mayReport: mayReportHere(scene, item),
    mayFinish: !done,
    mayExtend: !done && due !== null,
    done: reportButton(place, item, 'done'),
    doing: reportButton(place, item, 'in_progress'),
    notStarted: reportButton(place, item, 'not_started'),
    give: giveButton(place, item),
    later: laterButton(place, item),
    responsible: responsibleButton(place, item),
  });
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
      what: didWords(one),
      who: historyLine(one.act.at, short(nameOf(scene, one.act.by), 100)),
    })),
    ...linkTo(scene, { kind: 'item', item: item.id }, LABEL.openItem),
  });
}

function didWords(one: ItemAct): string {
  const what = didWhat(one);
  return one.act.undone === null ? what : DID.undone(what);
}

function didWhat(one: ItemAct): string {
  switch (one.kind) {
    case 'report':
      return DID.report(one.act.status, one.act.percent);
    case 'evidence':
      return DID.evidence;
    case 'extension':
      return DID.extension(one.act.until);
  }
}

function stepsOf(agency: Agency, item: Item): readonly string[] {
  const steps = item.kind === 'measure' ? item.methods : requirementsOf(agency, item);
  return steps.filter((step) => step.trim() !== '');
}
