import type { DatabaseSync } from 'node:sqlite';
import type { AppendResult, DeliveryNote } from '../flow/ports.ts';
import type { BatchRows, BesideRowChange } from './batch-rows.ts';
import { chainHash, GENESIS } from './chain.ts';
import { noted } from './delivery.ts';
import type { EntryRow, OutboxRow } from './rows.ts';
import { int, intOrNull, OUTBOX, outboxColumns, text } from './sqlite-columns.ts';

/** What stands in the row of an agency; a new one begins with `BLANK`. */
export interface AgencyRow {
  readonly version: number;
  readonly head: string;
  readonly mark: number | null;
  readonly wake: number | null;
}

export const BLANK: AgencyRow = { version: 0, head: GENESIS, mark: null, wake: null };

/** What is written, each inside a transaction of the caller's. */
export interface Writer {
  agency(id: string): AgencyRow | null;
  append(agency: string, expectedVersion: number, batch: BatchRows): AppendResult;
  note(agency: string, notes: readonly DeliveryNote[]): void;
  putAgency(id: string, row: AgencyRow): void;
  putEntry(agency: string, row: EntryRow): void;
  changeBeside(agency: string, change: BesideRowChange): void;
  putSeen(agency: string, id: string, at: number): void;
  putMessage(agency: string, row: OutboxRow): void;
}

/** Prepares every statement once. */
export function createWriter(db: DatabaseSync): Writer {
  const agencyOf = db.prepare('SELECT version, head, mark, wake FROM agency WHERE id = ?');
  const putAgency = db.prepare(
    `INSERT INTO agency (id, version, head, mark, wake) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, head = excluded.head, mark = excluded.mark,
       wake = excluded.wake`,
  );
  const putEntry = db.prepare(
    'INSERT INTO entry (agency, seq, at, kept, by, cause, event, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const seenOf = db.prepare('SELECT 1 FROM seen WHERE agency = ? AND id = ?');
  const putSeen = db.prepare('INSERT INTO seen (agency, id, at) VALUES (?, ?, ?)');
  const putBeside = db.prepare(
    `INSERT INTO beside (agency, kind, id, key, value) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (agency, kind, id) DO UPDATE SET key = excluded.key, value = excluded.value`,
  );
  const dropBeside = db.prepare('DELETE FROM beside WHERE agency = ? AND kind = ? AND id = ?');
  const putMessage = db.prepare(
    `INSERT INTO outbox (agency, ${OUTBOX}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const messageOf = db.prepare(`SELECT ${OUTBOX} FROM outbox WHERE agency = ? AND id = ?`);
  const changeTry = db.prepare(
    'UPDATE outbox SET tries = ?, firstTried = ?, nextTry = ? WHERE agency = ? AND id = ?',
  );
  const endMessage = db.prepare(
    'UPDATE outbox SET state = ?, chat = ?, secret = ?, messages = ?, confirmation = ? WHERE agency = ? AND id = ?',
  );

  const writer: Writer = {
    agency(id) {
      const row = agencyOf.get(id);
      if (!row) return null;
      return {
        version: int(row, 'version'),
        head: text(row, 'head'),
        mark: intOrNull(row, 'mark'),
        wake: intOrNull(row, 'wake'),
      };
    },

    append(agency, expectedVersion, batch) {
      if (batch.seen !== null && seenOf.get(agency, batch.seen)) return { kind: 'already-seen' };
      const before = writer.agency(agency);
      let { version, head, mark, wake } = before ?? BLANK;
      if (version !== expectedVersion) return { kind: 'conflict', version };

      for (const entry of batch.entries) {
        const row = { ...entry, seq: version + 1 };
        const hash = chainHash(head, agency, row);
        writer.putEntry(agency, { ...row, hash });
        version = row.seq;
        head = hash;
      }
      for (const change of batch.beside) writer.changeBeside(agency, change);
      for (const row of batch.outbox) writer.putMessage(agency, row);
      writer.note(agency, batch.notes);
      if (batch.seen !== null) writer.putSeen(agency, batch.seen, batch.now);

      if (batch.mark !== null) mark = Math.max(batch.mark, mark ?? batch.mark);
      if (batch.wake !== undefined) wake = batch.wake;
      const same = before && version === before.version && mark === before.mark && wake === before.wake;
      if (!same) writer.putAgency(agency, { version, head, mark, wake });
      return { kind: 'appended', version, head };
    },

    note(agency, notes) {
      for (const note of notes) {
        const columns = messageOf.get(agency, note.id);
        if (!columns) continue;
        const before = outboxColumns(columns);
        const after = noted(before, note);
        if (after === before) continue;
        const { id, state, chat, secret, messages, confirmation, tries, firstTried, nextTry } = after;
        if (state === before.state) changeTry.run(tries, firstTried, nextTry, agency, id);
        else endMessage.run(state, chat, secret, messages, confirmation, agency, id);
      }
    },

    putAgency(id, { version, head, mark, wake }) {
      putAgency.run(id, version, head, mark, wake);
    },

    putEntry(agency, { seq, at, kept, by, cause, event, hash }) {
      putEntry.run(agency, seq, at, kept, by, cause, event, hash);
    },

    changeBeside(agency, change) {
      if (change.do === 'drop') {
        dropBeside.run(agency, change.kind, change.id);
        return;
      }
      const { kind, id, key, value } = change.row;
      putBeside.run(agency, kind, id, key, value);
    },

    putSeen(agency, id, at) {
      putSeen.run(agency, id, at);
    },

    putMessage(agency, row) {
      const { id, state, chat, recipient, how, secret, expires, messages, confirmation, created } = row;
      const { tries, firstTried, nextTry } = row;
      // biome-ignore format: the order of `OUTBOX`
      putMessage.run(
        agency, id, state, chat, recipient, how, secret, expires, messages, confirmation, created, tries, firstTried,
        nextTry,
      );
    },
  };
  return writer;
}
