/** Answers to a report: what was kept, and what is asked when a button is older than the item. */
import type { Item } from '../domain/agency.ts';
import { finishDue } from '../domain/due.ts';
import type { Status } from '../domain/event.ts';
import { evidenceOf } from '../domain/item.ts';
import { reportFor, statusFor } from '../domain/part.ts';
import { missingItems } from '../domain/progress.ts';
import { giveButton, missingButton, reportButton, undoButton } from './buttons.ts';
import { askCard, keptCard, type Offer } from './cards.ts';
import { flex, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import type { Outgoing } from './outgoing.ts';
import { ownPart, partKept } from './parts.ts';
import {
  divisionNamed,
  labelOf,
  markOf,
  nameOf,
  officeName,
  ownDivision,
  placeOf,
  type Scene,
  textOf,
} from './scene.ts';
import { andMore, itemName, NOTHING_MISSING, STATUS, shortDateWords, statusWords } from './words.ts';
import {
  byWords,
  changeTo,
  historyWords,
  KEPT,
  KEPT_ALT,
  lastReport,
  linkWords,
  nextWords,
  noteWords,
  nowIs,
  replacedWords,
  staleAlt,
  staleQuestion,
} from './words-acts.ts';
import { LABEL } from './words-buttons.ts';
import { PARTS } from './words-parts.ts';

const ROWS_SHOWN = 4;
const REPLACED_SHOWN = 5;

/** What came with a report in the same message. */
export interface WithReport {
  /** Items whose report was taken back, as they stand now: it had been meant for others. */
  readonly replaced?: readonly Item[];
  /** A link given with it. */
  readonly url?: string;
}

/** Echoes a kept report; `act` is its id. `scene.agency` is the state after it. */
export function sayKept(
  scene: Scene,
  act: string,
  items: readonly Item[],
  more: WithReport = {},
): Outgoing[] {
  const place = placeOf(scene);
  const rows = items.flatMap((item) => {
    const kept = item.reports.find((one) => one.id === act);
    return kept === undefined ? [] : [{ item, kept }];
  });
  // A report that arrived late is history: what was told after it stays.
  const outrun = rows.filter(({ item, kept }) => reportFor(item, kept.divisions ?? null)?.id !== kept.id);
  const [first] = rows;
  const by = first?.kept.by ?? null;
  const note = textOf(scene, first?.kept.note);
  const { replaced = [], url = '' } = more;
  const parts = rows.map(({ item, kept }) => partKept(scene.agency, item, kept.divisions));
  const notes = [
    ...rows.slice(0, ROWS_SHOWN).map(({ item }, index) => leftOf(scene, item, rows.length, parts[index])),
    note === '' ? '' : noteWords(short(note, 200)),
    url === '' ? '' : linkWords(short(url, 120)),
    replaced.length === 0
      ? ''
      : replacedWords(
          replaced
            .slice(0, REPLACED_SHOWN)
            .map((item) => nowIs(labelOf(scene, item), statusFor(item, ownPart(scene)))),
        ),
  ];
  const division = ownDivision(scene);
  const missing = missingItems(scene.agency, division);
  const [next] = missing;
  const whose = division === null ? officeName(scene.agency) : divisionNamed(scene.agency, division);
  const card = keptCard({
    title: titleOf(parts),
    by: byWords(short(nameOf(scene, by), 100)),
    rows: rows.slice(0, ROWS_SHOWN).map(({ item, kept }, index) => ({
      label: labelOf(scene, item),
      title: short(item.title, 100),
      status: keptWords(statusWords(kept.status, kept.percent), rows.length, parts[index]),
    })),
    more: andMore(rows.length - ROWS_SHOWN),
    notes: notes.filter((text) => text !== '').map((text) => ({ text })),
    warning:
      outrun.length > 0
        ? historyWords(
            presentWords(
              scene,
              outrun.map(({ item }) => item),
            ),
          )
        : '',
    left: leftWords(scene, whose, missing.length, next),
    mark: markOf(scene.agency, next === undefined ? items : [...items, next]),
    next: evidenceNext(
      scene,
      rows.map(({ item }) => item),
    ),
    undo: undoButton(place, act, items),
    missing: missingButton(place),
  });
  const told = rows.map(({ item, kept }) => [labelOf(scene, item), kept.status] as const);
  return [
    withNext(scene, flex(rows.length > 0 ? KEPT_ALT.report(told) : titleOf(parts), [card]), ['mine', 'near']),
  ];
}

type Part = ReturnType<typeof partKept> | undefined;

/** Of one item the head says whose part was kept. */
function titleOf([only, ...others]: readonly Part[]): string {
  return only == null || others.length > 0 ? KEPT.report : PARTS.kept(only.part);
}

/** Of several items each row says it. */
function keptWords(status: string, rows: number, part: Part): string {
  return part == null || rows === 1 ? status : PARTS.of(part.part, status);
}

/** Who is still to come. */
function leftOf(scene: Scene, item: Item, rows: number, part: Part): string {
  if (part == null) return '';
  return rows === 1 ? part.left : `${labelOf(scene, item)} ${part.left}`;
}

/** The first item that is done and that nothing shows: it wants evidence next. */
function evidenceNext(scene: Scene, items: readonly Item[]): Offer | null {
  const bare = items.find(
    (item) => statusFor(item, ownPart(scene)) === 'done' && evidenceOf(item).length === 0,
  );
  if (bare === undefined) return null;
  const label = items.length === 1 ? LABEL.give : `${LABEL.give} ${itemName(bare)}`;
  return { label, button: giveButton(placeOf(scene), bare) };
}

function presentWords(scene: Scene, items: readonly Item[]): string {
  const words = items.map((item) => `${labelOf(scene, item)} ${STATUS[statusFor(item, ownPart(scene))]}`);
  return short(words.join(', '), 200);
}

function leftWords(scene: Scene, whose: string, left: number, next: Item | undefined): string {
  if (next === undefined) return `${whose} ${NOTHING_MISSING}`;
  const when = shortDateWords(finishDue(scene.agency, next), scene.now);
  return nextWords(whose, left, labelOf(scene, next), when);
}

/** A button older than the item's last change: says what is true now, and lets him say it again. */
export function askStale(scene: Scene, item: Item, wanted: Status): Outgoing[] {
  const place = placeOf(scene);
  const present = reportFor(item, ownPart(scene));
  const card = askCard({
    question: staleQuestion(labelOf(scene, item), statusFor(item, ownPart(scene)), wanted),
    detail: [
      present === null ? '' : lastReport(short(nameOf(scene, present.by), 100), present.at),
      markOf(scene.agency, [item]),
    ]
      .filter((line) => line !== '')
      .join('\n'),
    choices: [{ label: changeTo(wanted), button: reportButton(place, item, wanted) }],
  });
  return [flex(staleAlt(labelOf(scene, item)), [card])];
}
