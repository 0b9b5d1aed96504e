/** Answers to a report: what was kept, what was taken back, what is asked before anything is changed. */
import type { Item } from '../domain/agency.ts';
import { byFinishDue, finishDue } from '../domain/due.ts';
import type { Status } from '../domain/event.ts';
import { presentReport, statusOf } from '../domain/item.ts';
import { missingItems } from '../domain/progress.ts';
import { missingButton, reportButton, undoButton } from './buttons.ts';
import { askCard, flex, keptCard, short } from './cards.ts';
import type { Outgoing } from './outgoing.ts';
import { divisionNamed, nameOf, noteOf, ownDivision, placeOf, type Scene } from './scene.ts';
import {
  andMore,
  backTo,
  changeTo,
  confirmation,
  historyWords,
  itemName,
  KEPT,
  lastReport,
  NOTHING_MISSING,
  nextWords,
  STATUS,
  STATUS_SAID,
  shortDateWords,
  staleAlt,
  staleQuestion,
  statusWords,
  undoneWords,
  WHAT_ABOUT,
  WHICH_YEAR,
  yearAgain,
  yearWords,
} from './words.ts';

const ROWS_SHOWN = 4;
const UNDONE_LIMIT = 1_000;

/** Echoes a kept report. `scene.agency` is the state after it. */
export function sayKept(scene: Scene, report: string, items: readonly Item[]): Outgoing[] {
  const place = placeOf(scene);
  const rows = items.flatMap((item) => {
    const kept = item.reports.find((one) => one.id === report);
    return kept === undefined ? [] : [{ item, kept }];
  });
  // A report that arrived late is history: what was told after it stays.
  const outrun = rows.filter(({ item, kept }) => presentReport(item)?.id !== kept.id);
  const by = rows[0]?.kept.by ?? null;
  const first = rows[0];
  const card = keptCard({
    by: nameOf(scene, by),
    rows: rows.slice(0, ROWS_SHOWN).map(({ item, kept }) => ({
      label: place.years ? `${itemName(item)} ${yearWords(item.year)}` : itemName(item),
      title: short(item.title, 100),
      status: statusWords(kept.status, kept.percent),
    })),
    note: first === undefined ? '' : short(noteOf(scene, first.kept), 200),
    more: andMore(rows.length - ROWS_SHOWN),
    history: outrun.length > 0 ? historyWords(presentWords(outrun.map(({ item }) => item))) : '',
    left: leftWords(scene),
    undo: undoButton(place, report, items),
    missing: missingButton(place),
  });
  const alt = first === undefined ? KEPT : confirmation(items, first.kept.status);
  return [flex(alt, [card])];
}

function presentWords(items: readonly Item[]): string {
  return short(items.map((item) => `${itemName(item)} ${STATUS[statusOf(item)]}`).join(', '), 200);
}

function leftWords(scene: Scene): string {
  const division = ownDivision(scene);
  const missing = missingItems(scene.agency, division);
  const whose =
    division === null ? (scene.agency.profile?.shortName ?? '') : divisionNamed(scene.agency, division);
  const next = [...missing].sort(byFinishDue(scene.agency))[0];
  if (next === undefined) return `${whose} ${NOTHING_MISSING}`;
  const when = shortDateWords(finishDue(scene.agency, next), scene.now);
  return nextWords(whose, missing.length, itemName(next), when);
}

/** What an undo took back, and how the items stand now. */
export function sayUndone(items: readonly Item[]): Outgoing[] {
  const lines = items.map((item) => backTo(itemName(item), statusOf(item)));
  return [{ type: 'text', text: short(undoneWords(lines), UNDONE_LIMIT) }];
}

/** A button older than the item's last change: says what is true now, and lets him say it again. */
export function askStale(scene: Scene, item: Item, wanted: Status): Outgoing[] {
  const place = placeOf(scene);
  const present = presentReport(item);
  const card = askCard({
    question: staleQuestion(itemName(item), statusOf(item), wanted),
    detail: present === null ? '' : lastReport(nameOf(scene, present.by), present.at),
    choices: [{ label: changeTo(wanted), button: reportButton(place, item, wanted) }],
  });
  return [flex(staleAlt(itemName(item)), [card])];
}

/** A number that two open years have: in each it may be another thing, so both titles stand there. */
export function askYear(scene: Scene, items: readonly Item[], wanted: Status): Outgoing[] {
  const place = placeOf(scene);
  const name = items[0] === undefined ? '' : itemName(items[0]);
  const card = askCard({
    question: WHICH_YEAR(name),
    detail: items.map((item) => `${yearWords(item.year)}: ${short(item.title, 100)}`).join('\n'),
    choices: items.map((item) => ({
      label: yearWords(item.year),
      button: reportButton(place, item, wanted),
    })),
  });
  return [flex(WHICH_YEAR(name), [card])];
}

/** The same, when what was said is more than a button can carry, or takes something back: nothing was kept. */
export function askYearAgain(items: readonly Item[]): Outgoing[] {
  const [item] = items;
  const years = items.map(({ year }) => year);
  return [{ type: 'text', text: item === undefined ? '' : yearAgain(itemName(item), years) }];
}

/** Only an item was named: what about it? */
export function askWhat(scene: Scene, item: Item): Outgoing[] {
  const place = placeOf(scene);
  const statuses: readonly Status[] = ['done', 'in_progress', 'not_started'];
  const card = askCard({
    question: WHAT_ABOUT(itemName(item)),
    detail: short(item.title, 200),
    choices: statuses.map((status) => ({
      label: STATUS_SAID[status],
      button: reportButton(place, item, status),
    })),
  });
  return [flex(WHAT_ABOUT(itemName(item)), [card])];
}
