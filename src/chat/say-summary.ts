/** The month in the staff group. */
import type { Item } from '../domain/agency.ts';
import { dayOf, monthOf } from '../domain/calendar.ts';
import { finishDue } from '../domain/due.ts';
import { itemsOf, statusOf } from '../domain/item.ts';
import type { MonthSummary } from '../domain/summary.ts';
import { missingButton } from './buttons.ts';
import { changesCard, type PlainRow, progressCard } from './cards.ts';
import { flex, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import { divisionsView, figuresView } from './say-progress.ts';
import { divisionNamed, linkTo, markOf, officeName, placeOf, type Scene } from './scene.ts';
import { divisionWords, itemShort, planWords, STATUS_SHORT, shortDateWords } from './words.ts';
import { doneOf, lateWords } from './words-items.ts';
import {
  asOfWords,
  CHANGES_SUBTITLE,
  changeWords,
  headWords,
  moreMeasures,
  oitBelow,
  oitNamed,
  SECTION,
  summaryTitle,
} from './words-summary.ts';

/** Measures that stand with their titles in a section; the others are counted. Keeps the card near one phone screen. */
const ROWS = 3;

/** The summary card. Its ledger hash is `scene.head`: `ita verify --head` proves the ledger contains it. */
export function saySummary(scene: Scene, summary: MonthSummary, division: string | null = null): Outgoing[] {
  const { agency } = scene;
  const title = summaryTitle(summary.month);
  const office = division === null ? officeName(agency) : divisionNamed(agency, division);
  const goesOn = monthOf(summary.asOf) === summary.month && dayOf(summary.asOf) === dayOf(scene.now);
  const mark = markOf(agency, itemsOf(agency, summary.year));
  const figures = progressCard({
    title,
    subtitle: [office, planWords(summary.year), asOfWords(summary.asOf, !goesOn)].join(' · '),
    ...figuresView(summary.overall),
    ...divisionsView(agency, division === null ? summary.divisions : []),
    mark,
    missing: missingButton(placeOf(scene), division === null ? undefined : { code: division, name: office }),
    link: '',
    linkLabel: '',
  });
  const { done, total } = summary.overall;
  const alt = [`${title} ${office}: ${doneOf(done, total)}`, lateWords(summary.overall)].join(' ').trim();
  const message = flex(alt, [figures, changes(scene, summary, title, division, mark)]);
  return [withNext(scene, message, ['mine', 'overdue', 'near'])];
}

function changes(
  scene: Scene,
  summary: MonthSummary,
  title: string,
  division: string | null,
  mark: string,
): FlexBubble {
  const { agency } = scene;
  const { moved, late, next, missingOit, asOf } = summary;
  const due = (item: Item) => shortDateWords(finishDue(agency, item), asOf);
  const dueNote = (item: Item) => `${due(item)} · ${short(divisionWords(agency, item.divisions), 60)}`;
  const change = new Map(moved.map(({ item, from, to }) => [item.id, changeWords(from, to)]));
  const sections = [
    section(
      SECTION.moved(moved.length),
      moved.map(({ item }) => item),
      (item) => change.get(item.id) ?? '',
      oitNamed,
    ),
    section(SECTION.late(late.length), late, dueNote, oitBelow),
    section(
      SECTION.next(next.length),
      next.map(({ item }) => item),
      dueNote,
      oitBelow,
    ),
    oitSection(missingOit, asOf, due),
  ];
  return changesCard({
    title,
    subtitle: CHANGES_SUBTITLE,
    sections,
    mark,
    foot: headWords(scene.head.slice(0, 8)),
    ...linkTo(scene, { kind: 'summary', month: summary.month, division }),
  });
}

/** Measures by title, the soonest first; O-items, which are many and share one date, by number. */
function section(
  heading: string,
  items: readonly Item[],
  note: (item: Item) => string,
  sayOit: (codes: readonly string[]) => string,
) {
  const measures = items.filter((item) => item.kind === 'measure');
  const oit = items.filter((item) => item.kind === 'oit').map(itemShort);
  const rest = [moreMeasures(measures.length - ROWS), sayOit(oit)].filter((line) => line !== '');
  return {
    heading,
    rows: measures.slice(0, ROWS).map((item) => row(item, note(item))),
    rest: rest.join('\n'),
  };
}

/** O-items not finished: when, how many are begun, and which. */
function oitSection(items: readonly Item[], asOf: number, due: (item: Item) => string) {
  const [first] = items;
  const begun = items.filter((item) => statusOf(item, asOf) === 'in_progress').length;
  const state = begun > 0 ? ` · ${STATUS_SHORT.in_progress} ${begun}` : '';
  return {
    heading: SECTION.oit(items.length),
    rows: [],
    rest: first === undefined ? '' : `${due(first)}${state}\n${items.map(itemShort).join(' ')}`,
  };
}

function row(item: Item, note: string): PlainRow {
  return { code: itemShort(item), title: short(item.title, 60), note };
}
