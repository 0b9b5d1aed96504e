/** The O-item list of a new year as its document has it, for a person to confirm. */
import type { ReadList } from '../domain/list-draft.ts';
import { changesCard, previewCard } from './cards.ts';
import { foundRows } from './findings.ts';
import { flexList, pages, short } from './flex.ts';
import { confirmButton, discardButton, sourceButton } from './office-buttons.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import type { Scene } from './scene.ts';
import { itemShort } from './words.ts';
import { IMPORT_LABEL, PREVIEW } from './words-import.ts';
import { HISTORY_OF_SCORES, LIST } from './words-list.ts';

export interface ListPreview {
  /** The id of the draft. */
  readonly id: string;
  readonly name: string;
  readonly list: ReadList;
  /** The publication; null = not told yet. */
  readonly source: string | null;
}

const ROWS = 9;
const FINDINGS = 4;

/** All of it: a list is only as good as its every name. */
export function sayList(_scene: Scene, { id, name, list, source }: ListPreview): Outgoing[] {
  const { year, items, findings } = list;
  const found = foundRows({ findings, readerFindings: [] });
  const doubts = [...found.doubtful, ...found.noted];
  const counts = previewCard({
    title: LIST.title(year),
    subtitle: [short(name, 80), PREVIEW.notKept].filter((part) => part !== '').join(' · '),
    rows: [
      { name: LIST.count, value: PREVIEW.items(items.length) },
      ...(doubts.length > 0 ? [{ name: PREVIEW.findings, value: PREVIEW.matters(doubts.length) }] : []),
    ],
    notes: [{ text: `${LIST.source}: ${source ?? LIST.noSource}` }],
    warning: '',
    buttons: [
      source === null
        ? { label: LIST.sourceLabel, primary: true, button: sourceButton(id) }
        : { label: IMPORT_LABEL.confirm, primary: true, button: confirmButton(id) },
      { label: IMPORT_LABEL.discard, primary: false, button: discardButton(id) },
    ],
  });
  const card = (sections: Parameters<typeof changesCard>[0]['sections'], rest = ''): FlexBubble =>
    changesCard({
      title: LIST.title(year),
      subtitle: LIST.rows,
      sections,
      mark: rest,
      foot: '',
      link: '',
      linkLabel: LIST.rows,
    });
  const rows = items.map(({ number, title, indicator }) => ({
    code: itemShort({ kind: 'oit', number }),
    title: short(title, 100),
    note: indicator === null ? '' : HISTORY_OF_SCORES.indicator(indicator),
  }));
  const cards = pages(rows, ROWS).map((page) => ({
    rows: page.length,
    bubble: card([{ heading: PREVIEW.list(PREVIEW.oItems, items.length), rows: page, rest: '' }]),
  }));
  const unclear =
    doubts.length === 0
      ? []
      : [
          {
            rows: 0,
            bubble: card([
              {
                heading: PREVIEW.doubtful(doubts.length),
                rows: doubts.slice(0, FINDINGS),
                rest: PREVIEW.more(doubts.length - FINDINGS),
              },
            ]),
          },
        ];
  const all = [{ rows: 0, bubble: counts }, ...unclear, ...cards];
  return [flexList(LIST.alt(year, items.length), all, (left) => card([], PREVIEW.list(LIST.rows, left)))];
}
