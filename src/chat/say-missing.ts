/** What is not finished, and what is finished but nothing shows it. */
import type { Item } from '../domain/agency.ts';
import { isLate } from '../domain/due.ts';
import { openPlans } from '../domain/item.ts';
import type { Page } from '../domain/page.ts';
import type { Whose } from '../domain/part.ts';
import { missingItems, withoutEvidence } from '../domain/progress.ts';
import { progressButton } from './buttons.ts';
import { listCard, moreCard } from './cards.ts';
import { flexList, type ListPage } from './flex.ts';
import { cardsOf, missingRow, type RowStyle, shortNames, unshownRow, wholeList } from './item-rows.ts';
import { withNext } from './next-steps.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import { divisionNamed, linkTo, markOf, NO_LINK, officeName, placeOf, type Scene } from './scene.ts';
import { NO_LIST, NO_PLAN, NOTHING_MISSING } from './words.ts';
import { LABEL } from './words-buttons.ts';
import {
  leftSubtitle,
  leftTitle,
  MORE_BY_LINK,
  MORE_IN_LIST,
  onlyEvidenceLeft,
  unshownSubtitle,
  unshownTitle,
} from './words-items.ts';

/** Rows that carry a button of their own: the most urgent; a longer list would outgrow LINE's limit. */
const OFFERED = 6;

/** Of the divisions with these codes; none = of the whole agency. */
export function sayMissing(scene: Scene, divisions: readonly string[]): Outgoing[] {
  const { agency } = scene;
  if (openPlans(agency).length === 0) return [{ type: 'text', text: NO_PLAN }];
  const parts = partsAsked(divisions);
  const missing = missingItems(agency, parts);
  const unshown = withoutEvidence(agency, parts);
  const whose = whoseItems(scene, divisions);
  if (missing.length + unshown.length === 0) {
    return [withNext(scene, { type: 'text', text: `${whose} ${NOTHING_MISSING}` }, ['progress', 'summary'])];
  }
  const owners = divisions.length !== 1;
  const title =
    missing.length > 0 ? leftTitle(whose, missing.length) : onlyEvidenceLeft(whose, unshown.length);
  const whole: Whole = { page: missingPage(divisions), count: missing.length + unshown.length };
  const style = { whose: parts, owners };
  const list = [
    ...leftCards(scene, title, missing, style, whole),
    ...unshownCards(scene, unshown, style, missing.length === 0 ? whole : null),
  ];
  const names = shortNames(scene, [...missing, ...unshown]);
  const message = flexList(`${title}: ${names}`, list, (count) => moreMissing(scene, divisions, count));
  return [...unlisted(scene), withNext(scene, message, ['mine', 'near', 'progress', 'summary'])];
}

/** A plan whose O-items are not known yet: what is missing of them cannot be said. */
function unlisted({ agency }: Scene): Outgoing[] {
  const unknown = openPlans(agency).find(({ catalogue }) => catalogue === null);
  return unknown === undefined ? [] : [{ type: 'text', text: NO_LIST(unknown.year) }];
}

/** `กองคลัง`, `กองคลัง และ กองช่าง`, or the office. */
export function whoseItems(scene: Scene, divisions: readonly string[]): string {
  if (divisions.length === 0) return officeName(scene.agency);
  return divisions.map((code) => divisionNamed(scene.agency, code)).join(' และ ');
}

/** Whose parts are asked about: those of the divisions named, else the whole of everything. */
export function partsAsked(divisions: readonly string[]): Whose {
  return divisions.length === 0 ? null : divisions;
}

/** The page that shows all of a list, and how many it has. */
interface Whole {
  readonly page: Page;
  readonly count: number;
}

function missingPage(divisions: readonly string[]): Page {
  const [only = null, ...others] = divisions;
  return { kind: 'missing', division: others.length === 0 ? only : null };
}

function leftCards(
  scene: Scene,
  title: string,
  items: readonly Item[],
  style: Omit<RowStyle, 'offered'>,
  whole: Whole,
): ListPage[] {
  const late = items.filter((item) => isLate(scene.agency, item, scene.now, style.whose)).length;
  return cardsOf(items, (page, from, to) =>
    listCard({
      title,
      subtitle: leftSubtitle(from, to, items.length, late),
      alarm: false,
      rows: page.map((item, index) =>
        missingRow(scene, item, { ...style, offered: from + index <= OFFERED }),
      ),
      mark: markOf(scene.agency, page),
      ...wholeList(scene, whole.page, from, whole.count),
    }),
  );
}

function unshownCards(
  scene: Scene,
  items: readonly Item[],
  style: Omit<RowStyle, 'offered'>,
  whole: Whole | null,
): ListPage[] {
  return cardsOf(items, (page, from, to) =>
    listCard({
      title: unshownTitle(items.length),
      subtitle: unshownSubtitle(from, to, items.length),
      alarm: false,
      rows: page.map((item, index) =>
        unshownRow(scene, item, { ...style, offered: from + index <= OFFERED }),
      ),
      mark: markOf(scene.agency, page),
      ...(whole === null ? NO_LINK : wholeList(scene, whole.page, from, whole.count)),
    }),
  );
}

/** The last card of a list that is longer than LINE takes: a link to all of it, or how to see the rest in chat. */
function moreMissing(scene: Scene, divisions: readonly string[], count: number): FlexBubble {
  const link = linkTo(scene, missingPage(divisions));
  const hint = link.link === '' ? MORE_IN_LIST : MORE_BY_LINK;
  return moreCard({ count, hint, label: LABEL.progress, button: progressButton(placeOf(scene)), ...link });
}
