/** Reads a dump line by line and lets nothing through that does not fit: every store fills itself through here. */
import type { DumpLine } from '../flow/ports.ts';
import { besideRow, entryRow, outboxRow, proper, whole } from './batch-rows.ts';
import { chainHash, GENESIS } from './chain.ts';
import { type BesideRow, type EntryRow, type OutboxRow, outboxState } from './rows.ts';

export type FilledRow =
  | {
      readonly line: 'agency';
      readonly agency: string;
      readonly mark: number | null;
      readonly wake: number | null;
    }
  | { readonly line: 'entry'; readonly agency: string; readonly row: EntryRow }
  | { readonly line: 'beside'; readonly agency: string; readonly row: BesideRow }
  | { readonly line: 'seen'; readonly agency: string; readonly id: string; readonly at: number }
  | { readonly line: 'outbox'; readonly agency: string; readonly row: OutboxRow };

export interface Filled {
  readonly agencies: number;
  readonly entries: number;
}

/**
 * Hands each checked row to `write`. The chain is checked as it goes.
 *
 * @throws Error that names the line, counted from 1, when a line does not fit or `write` refuses it.
 */
export async function fillFrom(
  lines: AsyncIterable<DumpLine>,
  write: (row: FilledRow) => void,
): Promise<Filled> {
  const heads = new Map<string, { readonly seq: number; readonly hash: string }>();
  let number = 0;
  let entries = 0;
  let ended = false;
  for await (const line of lines) {
    number += 1;
    try {
      if (number === 1) {
        checkHeader(line);
        continue;
      }
      if (ended) throw new Error('something stands behind the last line.');
      if (line.line === 'end') {
        if (line.lines !== number - 1) throw new Error(`${line.lines} lines should stand before it.`);
        ended = true;
        continue;
      }
      const row = checked(line, heads);
      write(row);
      if (row.line === 'agency') heads.set(row.agency, { seq: 0, hash: GENESIS });
      if (row.line === 'entry') {
        heads.set(row.agency, row.row);
        entries += 1;
      }
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`Line ${number} of the dump does not fit: ${why} Nothing was restored.`, { cause });
    }
  }
  if (number === 0) throw new Error('The dump is empty. Nothing was restored.');
  if (!ended) throw new Error(`The dump is cut off after line ${number}. Nothing was restored.`);
  return { agencies: [...heads.values()].filter((head) => head.seq > 0).length, entries };
}

/** A dump with its last line, which says that it is whole. */
export async function* withEnd(lines: AsyncIterable<DumpLine>): AsyncIterable<DumpLine> {
  let count = 0;
  for await (const line of lines) {
    count += 1;
    yield line;
  }
  yield { line: 'end', lines: count };
}

function checkHeader(line: DumpLine): void {
  if (line.line !== 'nong-ita') throw new Error('a dump of this program begins with a "nong-ita" line.');
  if (line.format !== 1)
    throw new Error(`format ${line.format} is newer than this program; update it first.`);
}

function checked(
  line: Exclude<DumpLine, { line: 'end' }>,
  heads: ReadonlyMap<string, { seq: number; hash: string }>,
): FilledRow {
  switch (line.line) {
    case 'nong-ita':
      throw new Error('a second header; this looks like two dumps in one file.');
    case 'agency': {
      const { agency, mark, wake } = line;
      if (heads.has(agency)) throw new Error(`agency ${agency} stands here twice.`);
      if (mark !== null) whole(mark, 'mark');
      if (wake !== null) whole(wake, 'wake');
      return { line: 'agency', agency: proper(agency, 'agency'), mark, wake };
    }
    case 'entry': {
      const { agency, entry } = line;
      const before = heads.get(agency);
      if (!before) throw new Error(`an entry of agency ${agency} before its own line.`);
      if (entry.seq !== before.seq + 1) {
        throw new Error(`entry ${before.seq + 1} of agency ${agency} is missing; ${entry.seq} comes next.`);
      }
      const bare = { ...entryRow(entry), seq: entry.seq };
      const hash = chainHash(before.hash, agency, bare);
      if (hash !== line.hash) {
        throw new Error(
          `entry ${entry.seq} of agency ${agency} was changed: its hash does not fit the chain.`,
        );
      }
      return { line: 'entry', agency, row: { ...bare, hash } };
    }
    case 'beside':
      return { line: 'beside', agency: proper(line.agency, 'agency'), row: besideRow(line.record) };
    case 'seen': {
      const { agency, id, at } = line;
      return { line: 'seen', agency: proper(agency, 'agency'), id: proper(id, 'id'), at: whole(at, 'at') };
    }
    case 'outbox': {
      const row = outboxRow(outboxState(line.state), line.message);
      return { line: 'outbox', agency: proper(line.agency, 'agency'), row };
    }
  }
  // A dump is a file from outside: a line of a kind we do not know must not be passed over.
  throw new Error(`"${String((line as { readonly line: unknown }).line)}" is no kind of line.`);
}
