/** Items as rows of list cards. */
import type { Item } from '../domain/agency.ts';
import { finishDue, isLate } from '../domain/due.ts';
import { evidenceOf } from '../domain/item.ts';
import type { Page } from '../domain/page.ts';
import { reportFor, statusFor, type Whose } from '../domain/part.ts';
import { detailButton, giveButton, reportButton } from './buttons.ts';
import type { Link, ListRow, Offer } from './cards.ts';
import { type ListPage, pages, short } from './flex.ts';
import { ownPart, stateShort } from './parts.ts';
import { isOwn, linkTo, NO_LINK, placeFor, placeOf, type Scene } from './scene.ts';
import { divisionWords, itemShort, shortDateWords, yearWords } from './words.ts';
import { LABEL } from './words-buttons.ts';
import { missingWords, unshownWords } from './words-items.ts';

/** Six rows of two-line titles fill a phone's screen. */
export const ROWS_PER_PAGE = 6;
const DIVISIONS_LENGTH = 60;

/** A row with these words under the title; a touch opens the item. */
export function rowOf(scene: Scene, item: Item, note: string, more: Partial<ListRow> = {}): ListRow {
  const place = placeFor(scene, item);
  return {
    code: itemShort(item),
    title: short(place.years ? `(${yearWords(item.year)}) ${item.title}` : item.title, 80),
    note,
    late: false,
    detail: detailButton(place, item),
    offer: null,
    ...more,
  };
}

/** When it is due and how these parts of it stand: for lists of what is to be begun. */
export function plainRow(scene: Scene, item: Item, whose: Whose = null): ListRow {
  const { agency, now } = scene;
  const note = `${shortDateWords(finishDue(agency, item), now)}\n${stateShort(item, whose)}`;
  return rowOf(scene, item, note, { late: isLate(agency, item, now, whose) });
}

/** Whose items a list is of, and what stands in its rows. */
export interface RowStyle {
  readonly whose: Whose;
  /** Says whose each item is. */
  readonly owners: boolean;
  /** A button with the next step stands under the item. */
  readonly offered: boolean;
}

/** Something not done: when it is due and what it lacks. */
export function missingRow(scene: Scene, item: Item, { whose, owners, offered }: RowStyle): ListRow {
  const { agency, now } = scene;
  const state = missingWords(stateShort(item, whose), evidenceOf(item).length);
  const note = `${shortDateWords(finishDue(agency, item), now)}\n${state}${whoseWords(scene, item, owners)}`;
  const offer: Offer = { label: LABEL.finish, button: reportButton(placeOf(scene), item, 'done') };
  return rowOf(scene, item, note, {
    late: isLate(agency, item, now, whose),
    offer: offered && isLeft(scene, item) && isOwn(scene, item) ? offer : null,
  });
}

/** Something done that nothing shows. */
export function unshownRow(scene: Scene, item: Item, { whose, owners, offered }: RowStyle): ListRow {
  const note = `${unshownWords(reportFor(item, whose)?.at ?? null)}${whoseWords(scene, item, owners)}`;
  const offer: Offer = { label: LABEL.give, button: giveButton(placeOf(scene), item) };
  return rowOf(scene, item, note, { offer: offered && isOwn(scene, item) ? offer : null });
}

/** `O1, O2`, or `O1, O2 ปี 2569 · ม.3 ปี 2568` when two years are open: items in one line. */
export function shortNames(scene: Scene, items: readonly Item[]): string {
  const named = (those: readonly Item[]) => [...new Set(those.map(itemShort))].join(', ');
  if (!items.some((item) => placeFor(scene, item).years)) return named(items);
  return [...Map.groupBy(items, ({ year }) => year)]
    .map(([year, those]) => `${named(those)} ${yearWords(year)}`)
    .join(' · ');
}

/** What he has done of a shared item himself he is not offered to finish. */
function isLeft(scene: Scene, item: Item): boolean {
  return statusFor(item, ownPart(scene)) !== 'done';
}

function whoseWords(scene: Scene, item: Item, owners: boolean): string {
  return owners ? ` · ${ownersOf(scene, item)}` : '';
}

export function ownersOf(scene: Scene, item: Item): string {
  return short(divisionWords(scene.agency, item.divisions), DIVISIONS_LENGTH);
}

/** A list of more than one card can be opened whole from the first. */
export function wholeList(scene: Scene, page: Page, from: number, count: number): Link {
  return from === 1 && count > ROWS_PER_PAGE ? linkTo(scene, page) : NO_LINK;
}

/** Cuts rows into the cards of a list; `card` is told which of them it holds, counted from 1. */
export function cardsOf<T>(
  list: readonly T[],
  card: (rows: readonly T[], from: number, to: number) => ListPage['bubble'],
): ListPage[] {
  return pages(list, ROWS_PER_PAGE).map((page, index) => {
    const before = index * ROWS_PER_PAGE;
    return { rows: page.length, bubble: card(page, before + 1, before + page.length) };
  });
}
