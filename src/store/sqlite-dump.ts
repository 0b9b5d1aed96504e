import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DumpLine } from '../flow/ports.ts';
import { type Filled, type FilledRow, fillFrom } from './dump-check.ts';
import { besideOf, messageOf, rawEntryOf } from './rows.ts';
import { type AgencyRow, BLANK, createWriter, type Writer } from './sqlite-append.ts';
import {
  BESIDE,
  besideColumns,
  type Columns,
  ENTRY,
  entryColumns,
  int,
  intOrNull,
  OUTBOX,
  outboxColumns,
  text,
} from './sqlite-columns.ts';
import { asking } from './sqlite-group.ts';

/** Lines read before other work gets its turn. */
const PAGE = 500;

/**
 * Everything, as it stands when the first line is read: `db` is a connection of its own, whose read transaction does not
 * see what is written meanwhile. It is closed at the end. Each table is read once, in pages of its primary key.
 */
export async function* dumpLines(db: DatabaseSync, made: number): AsyncIterable<DumpLine> {
  try {
    db.exec('BEGIN');
    // The moment is that of the first read, not of `BEGIN`.
    db.prepare('SELECT count(*) FROM agency').get();
    yield { line: 'nong-ita', format: 1, made };
    for (const { sql, from, line } of tables) {
      const page = db.prepare(`${sql} LIMIT ${PAGE}`);
      for await (const columns of pages(page, from)) yield line(columns);
    }
  } finally {
    db.close();
  }
}

interface Table {
  readonly sql: string;
  /** Where the first page starts, and from which columns of its last row the next one does. */
  readonly from: Readonly<Record<string, string | number>>;
  line(row: Columns): DumpLine;
}

const tables: readonly Table[] = [
  {
    sql: 'SELECT id, mark, wake FROM agency WHERE id > ? ORDER BY id',
    from: { id: '' },
    line: (row) => ({
      line: 'agency',
      agency: text(row, 'id'),
      mark: intOrNull(row, 'mark'),
      wake: intOrNull(row, 'wake'),
    }),
  },
  {
    sql: `SELECT row, agency, ${ENTRY} FROM entry WHERE row > ? ORDER BY row`,
    from: { row: 0 },
    line(columns) {
      const row = entryColumns(columns);
      return { line: 'entry', agency: text(columns, 'agency'), entry: rawEntryOf(row), hash: row.hash };
    },
  },
  {
    sql: `SELECT agency, ${BESIDE} FROM beside WHERE (agency, kind, id) > (?, ?, ?) ORDER BY agency, kind, id`,
    from: { agency: '', kind: '', id: '' },
    line: (row) => ({ line: 'beside', agency: text(row, 'agency'), record: besideOf(besideColumns(row)) }),
  },
  {
    sql: 'SELECT agency, id, at FROM seen WHERE (agency, id) > (?, ?) ORDER BY agency, id',
    from: { agency: '', id: '' },
    line: (row) => ({ line: 'seen', agency: text(row, 'agency'), id: text(row, 'id'), at: int(row, 'at') }),
  },
  {
    sql: `SELECT row, agency, ${OUTBOX} FROM outbox WHERE row > ? ORDER BY row`,
    from: { row: 0 },
    line(columns) {
      const row = outboxColumns(columns);
      return { line: 'outbox', agency: text(columns, 'agency'), state: row.state, message: messageOf(row) };
    },
  },
];

async function* pages(page: StatementSync, from: Table['from']): AsyncIterable<Columns> {
  const columns = Object.keys(from);
  let start = Object.values(from);
  for (;;) {
    const rows = page.all(...start);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    start = columns.map((column) => (column === 'row' ? int(last, column) : text(last, column)));
    await nextTurn();
  }
}

/**
 * Fills the empty store behind `db`, a connection of its own that is closed at the end, in one transaction: a dump that
 * does not fit leaves nothing behind.
 */
export async function fillStore(db: DatabaseSync, lines: AsyncIterable<DumpLine>): Promise<Filled> {
  try {
    asking(() => db.exec('BEGIN IMMEDIATE'));
    for (const table of ['agency', 'entry', 'beside', 'seen', 'outbox']) {
      if (db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get()) {
        throw new Error('The store already holds something; a dump fills an empty one only.');
      }
    }
    const writer = createWriter(db);
    const agencies = new Map<string, AgencyRow>();
    const filled = await fillFrom(lines, (row) => writeRow(writer, agencies, row));
    for (const [id, row] of agencies) writer.putAgency(id, row);
    db.exec('COMMIT');
    return filled;
  } finally {
    // Closing undoes what was not committed.
    db.close();
  }
}

function writeRow(writer: Writer, agencies: Map<string, AgencyRow>, filled: FilledRow): void {
  const { agency } = filled;
  switch (filled.line) {
    case 'agency':
      agencies.set(agency, { ...BLANK, mark: filled.mark, wake: filled.wake });
      return;
    case 'entry': {
      const { seq: version, hash: head } = filled.row;
      writer.putEntry(agency, filled.row);
      agencies.set(agency, { ...(agencies.get(agency) ?? BLANK), version, head });
      return;
    }
    case 'beside':
      writer.changeBeside(agency, { do: 'put', row: filled.row });
      return;
    case 'seen':
      writer.putSeen(agency, filled.id, filled.at);
      return;
    case 'outbox':
      writer.putMessage(agency, filled.row);
      return;
  }
}
