/** Many items asked about at once: one row each, and a touch opens it. */
import type { Item } from '../domain/agency.ts';
import { finishDue, isLate } from '../domain/due.ts';
import { progressButton } from './buttons.ts';
import { listCard, moreCard } from './cards.ts';
import { flexList } from './flex.ts';
import { cardsOf, ownersOf, rowOf, shortNames, wholeList } from './item-rows.ts';
import { withNext } from './next-steps.ts';
import type { Outgoing } from './outgoing.ts';
import { stateShort } from './parts.ts';
import { linkTo, markOf, placeOf, type Scene } from './scene.ts';
import { shortDateWords } from './words.ts';
import { LABEL } from './words-buttons.ts';
import { askedSubtitle, askedTitle, MORE_BY_LINK, MORE_IN_LIST } from './words-items.ts';

export function sayItemList(scene: Scene, items: readonly Item[]): Outgoing[] {
  const { agency, now } = scene;
  const page = { kind: 'progress', division: null } as const;
  const list = cardsOf(items, (rows, from, to) =>
    listCard({
      title: askedTitle(items.length),
      subtitle: askedSubtitle(from, to, items.length),
      alarm: false,
      rows: rows.map((item) => {
        const state = stateShort(item, null);
        const note = `${shortDateWords(finishDue(agency, item), now)}\n${state} · ${ownersOf(scene, item)}`;
        return rowOf(scene, item, note, { late: isLate(agency, item, now) });
      }),
      mark: markOf(agency, rows),
      ...wholeList(scene, page, from, items.length),
    }),
  );
  const link = linkTo(scene, page);
  const message = flexList(`${askedTitle(items.length)}: ${shortNames(scene, items)}`, list, (count) =>
    moreCard({
      count,
      hint: link.link === '' ? MORE_IN_LIST : MORE_BY_LINK,
      label: LABEL.progress,
      button: progressButton(placeOf(scene)),
      ...link,
    }),
  );
  return [withNext(scene, message, ['mine', 'missing', 'near'])];
}
