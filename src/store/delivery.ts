import type { DeliveryNote } from '../flow/ports.ts';
import type { OutboxRow } from './rows.ts';

/**
 * What a note makes of a message. A message that has ended stays as it ended, so a note that is repeated or comes late
 * changes nothing; only a lost confirmation can still be carried.
 */
export function noted(row: OutboxRow, note: DeliveryNote): OutboxRow {
  if (row.state === 'lost' && note.kind === 'carried') return ended(row, 'carried', null);
  if (row.state !== 'pending') return row;
  switch (note.kind) {
    case 'trying':
      return { ...row, tries: row.tries + 1, firstTried: row.firstTried ?? note.at };
    case 'waiting':
      return { ...row, nextTry: note.nextTry, firstTried: note.untried === true ? null : row.firstTried };
    case 'lost':
      // Nothing to say later: nobody will ask for this chat again.
      if (row.confirmation === null) return ended(row, 'lost', null);
      return { ...ended(row, 'lost', row.confirmation), chat: row.chat };
    case 'carried':
      return row;
    case 'delivered':
    case 'failed':
    case 'unknown':
      return ended(row, note.kind, null);
  }
}

/** The body goes, and the LINE id with it: nothing reads them any more, and they say who was told what (PDPA). */
function ended(row: OutboxRow, state: OutboxRow['state'], confirmation: string | null): OutboxRow {
  return { ...row, state, confirmation, chat: '', secret: '', messages: '[]' };
}
