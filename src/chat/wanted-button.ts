/** A button that completes what was said and lacked only its item. */
import type { Item } from '../domain/agency.ts';
import {
  type Button,
  type ButtonPlace,
  called,
  detailButton,
  evidenceButton,
  extensionButton,
  extensionSaid,
  giveButton,
  laterButton,
  nameIn,
  reportButton,
  responsibleButton,
  type Spoken,
  TEXT_LIMIT,
} from './buttons.ts';
import type { Wanted } from './intent.ts';
import { STATUS_SAID } from './words.ts';
import { SAY } from './words-buttons.ts';

/** The button that completes what was said; null when even its words are longer than LINE takes. */
export function wantedButton(place: ButtonPlace, item: Item, wanted: Wanted): Spoken | null {
  const carried = carriedBy(place, item, wanted);
  if (carried !== null) return carried;
  const text = wantedSaid(place, item, wanted);
  return text.length <= TEXT_LIMIT ? { text, data: null } : null;
}

/** The button whose data says all of it, or null. */
function carriedBy(place: ButtonPlace, item: Item, wanted: Wanted): Button | null {
  switch (wanted.do) {
    case 'report':
      return wanted.note === '' ? reportButton(place, item, wanted.status, wanted.percent) : null;
    case 'evidence':
      if (wanted.status !== null) return null;
      return wanted.url === null ? giveButton(place, item) : evidenceButton(place, item, wanted.url);
    case 'extension':
      if (wanted.note !== '') return null;
      return wanted.dueDate === null
        ? laterButton(place, item)
        : extensionButton(place, item, wanted.dueDate);
    case 'detail':
      return detailButton(place, item);
    case 'responsible':
      return responsibleButton(place, item);
  }
}

/**
 * The whole sentence, for what no data carries: a note, a long address, a status beside evidence. In a group it calls the
 * bot: with a note behind it a report is more than the group's gate lets pass uncalled.
 */
function wantedSaid(place: ButtonPlace, item: Item, wanted: Wanted): string {
  const alone = { ...place, group: false };
  const name = nameIn(place, item);
  switch (wanted.do) {
    case 'report': {
      const report = reportButton(alone, item, wanted.status, wanted.percent);
      return called(place, `${report.text} ${wanted.note}`);
    }
    case 'evidence': {
      const status = wanted.status === null ? [] : [STATUS_SAID[wanted.status]];
      return called(place, [name, ...status, wanted.url ?? SAY.give].join(' '));
    }
    case 'extension': {
      const { dueDate, note } = wanted;
      const said = dueDate === null ? laterButton(place, item).text : extensionSaid(place, [item], dueDate);
      return `${said} ${note}`;
    }
    case 'detail':
    case 'responsible':
      return name;
  }
}
