/** What falls due in a range of time, what is near its date, what is late. */
import { addDays, type Day, dayOf, lastDayOf, type Month } from '../domain/calendar.ts';
import { type Due, finishDue } from '../domain/due.ts';
import { openPlans } from '../domain/item.ts';
import type { Page } from '../domain/page.ts';
import { duesIn, lateItems } from '../domain/progress.ts';
import { dueButton } from './buttons.ts';
import { listCard, moreCard } from './cards.ts';
import { flexList, type ListPage } from './flex.ts';
import { cardsOf, ownersOf, rowOf, shortNames, wholeList } from './item-rows.ts';
import { withNext } from './next-steps.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import { partsAsked, whoseItems } from './say-missing.ts';
import { linkTo, markOf, placeOf, type Scene } from './scene.ts';
import { dueWords, NO_PLAN, shortDateWords } from './words.ts';
import { LABEL } from './words-buttons.ts';
import { DUE, MORE_BY_LINK, MORE_IN_LIST } from './words-items.ts';

const NEAR_DAYS = 30;

/** A month, or until a day, or what is late; nothing of it = what is near its date. */
export interface DueRange {
  readonly month: Month | null;
  readonly until: Day | null;
  readonly overdue: boolean;
}

/** Of the divisions with these codes; none = of the whole agency. What is late stands on top unless a later time was asked for. */
export function sayDue(scene: Scene, range: DueRange, divisions: readonly string[]): Outgoing[] {
  const { agency, now } = scene;
  if (openPlans(agency).length === 0) return [{ type: 'text', text: NO_PLAN }];
  const { title, from, to } = spanOf(scene, range);
  const today = dayOf(now);
  const late = from > today ? [] : lateDues(scene, divisions);
  const coming = range.overdue
    ? []
    : duesOf(scene, divisions, from, to).filter(({ kind, date }) => kind === 'report' || date >= today);
  const whose = whoseItems(scene, divisions);
  if (late.length + coming.length === 0) {
    const text = range.overdue ? DUE.nothingLate(whose) : DUE.nothing(whose, title);
    return [
      withNext(scene, { type: 'text', text }, range.overdue ? ['near', 'progress'] : ['overdue', 'missing']),
    ];
  }
  const lateTitle = DUE.lateCount(whose, late.length);
  const comingTitle = DUE.count(whose, title, coming.length);
  const owners = divisions.length !== 1;
  const whole = { page: duePage(range, divisions), count: late.length + coming.length };
  const list = [
    ...dueCards(scene, late, { title: lateTitle, alarm: true, owners, whole }),
    ...dueCards(scene, coming, { title: comingTitle, alarm: false, owners, whole }),
  ];
  const named = shortNames(
    scene,
    [...late, ...coming].map(({ item }) => item),
  );
  const head = coming.length > 0 ? comingTitle : lateTitle;
  const message = flexList(`${head}: ${named}`, list, (count) => more(scene, range, divisions, count));
  const said = withNext(scene, message, ['mine', 'missing', 'progress']);
  // Asked of a time in which nothing falls due: that is the answer, and what is late beside it.
  const nothing: Outgoing[] =
    range.overdue || coming.length > 0 ? [] : [{ type: 'text', text: DUE.nothing(whose, title) }];
  return [...nothing, said];
}

function spanOf({ now }: Scene, { month, until, overdue }: DueRange) {
  const today = dayOf(now);
  if (overdue) return { title: DUE.late, from: today, to: today };
  if (month !== null) return { title: DUE.month(month), from: `${month}-01`, to: lastDayOf(month) };
  if (until !== null) return { title: DUE.until(until), from: today, to: until };
  return { title: DUE.near, from: today, to: addDays(today, NEAR_DAYS) };
}

/** One row for a finish and a report of the same day: the finish speaks for both. */
interface DueRow extends Due {
  readonly both?: boolean;
}

function duesOf(scene: Scene, divisions: readonly string[], from: Day, to: Day): DueRow[] {
  const mine = duesIn(scene.agency, { from, to, division: partsAsked(divisions) });
  const other = ({ item, kind, date }: Due) =>
    mine.some((due) => due.item === item && due.date === date && due.kind !== kind);
  return mine
    .filter((due) => due.kind === 'finish' || !other(due))
    .map((due) => ({ ...due, both: other(due) }));
}

function lateDues({ agency, now }: Scene, divisions: readonly string[]): Due[] {
  return lateItems(agency, now, partsAsked(divisions)).flatMap((item) => {
    const date = finishDue(agency, item);
    return date === null ? [] : [{ item, kind: 'finish' as const, date }];
  });
}

interface DueCards {
  readonly title: string;
  readonly alarm: boolean;
  readonly owners: boolean;
  /** The page that shows all that was asked for, and how many that is. */
  readonly whole: { readonly page: Page; readonly count: number };
}

function dueCards(
  scene: Scene,
  dues: readonly DueRow[],
  { title, alarm, owners, whole }: DueCards,
): ListPage[] {
  return cardsOf(dues, (page, from) =>
    listCard({
      title,
      subtitle: alarm ? DUE.lateSubtitle : DUE.subtitle,
      alarm,
      rows: page.map((due) => dueRow(scene, due, owners)),
      mark: markOf(
        scene.agency,
        page.map(({ item }) => item),
      ),
      ...wholeList(scene, whole.page, from, whole.count),
    }),
  );
}

function dueRow(scene: Scene, { item, kind, date, both = false }: DueRow, owners: boolean) {
  const whose = owners ? ` · ${ownersOf(scene, item)}` : '';
  const note = `${shortDateWords(date, scene.now)}\n${both ? DUE.both : dueWords(kind)}${whose}`;
  return rowOf(scene, item, note, { late: date < dayOf(scene.now) });
}

function duePage(range: DueRange, divisions: readonly string[]): Page {
  const [only = null, ...others] = divisions;
  return { kind: 'due', ...range, division: others.length === 0 ? only : null };
}

function more(scene: Scene, range: DueRange, divisions: readonly string[], count: number): FlexBubble {
  const link = linkTo(scene, duePage(range, divisions));
  const hint = link.link === '' ? MORE_IN_LIST : MORE_BY_LINK;
  const button = dueButton(placeOf(scene), { overdue: true });
  return moreCard({ count, hint, label: LABEL.overdue, button, ...link });
}
