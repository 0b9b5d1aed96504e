import type { NewEntry } from '../../src/domain/entry.ts';
import type {
  Batch,
  BesideChange,
  BesideRecord,
  DumpLine,
  OutboxMessage,
  Store,
} from '../../src/flow/ports.ts';

/** 2026-01-05 09:00 in Bangkok. */
export const NOW = Date.UTC(2026, 0, 5, 2);
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** The `n`-th thing that happened; each differs from the others. */
export function opened(n: number): NewEntry {
  return {
    at: NOW + n,
    kept: NOW + n + 1,
    by: { kind: 'member', member: 'mali' },
    cause: `event-${n}`,
    event: { type: 'plan-opened', v: 1, year: 2500 + (n % 200) },
  };
}

/** A batch with `count` entries, beginning with the `first`-th. */
export function entries(first: number, count = 1): Batch {
  return { events: Array.from({ length: count }, (_, i) => opened(first + i)), now: NOW };
}

export function push(id: string, chat = 'U-mali'): OutboxMessage {
  return {
    id,
    chat,
    to: { member: 'mali' },
    how: { kind: 'push', key: `key-of-${id}` },
    messages: [{ type: 'text', text: `ถึงกำหนดแล้วค่ะ ${id}` }],
    confirmation: null,
  };
}

export function reply(id: string, chat = 'U-mali'): OutboxMessage {
  return {
    ...push(id, chat),
    how: { kind: 'reply', token: `token-of-${id}`, expires: NOW + MINUTE },
    confirmation: `บันทึก ${id} แล้ว`,
  };
}

export function person(id: string, key: string | null = `U-${id}`, name = 'มะลิ'): BesideRecord {
  return { kind: 'person', id, key, value: { name } };
}

export function put(record: BesideRecord): BesideChange {
  return { do: 'put', record };
}

/** Everything a store holds, without the moment the dump was made. */
export async function contents(store: Store): Promise<DumpLine[]> {
  const lines: DumpLine[] = [];
  for await (const line of store.dump())
    if (line.line !== 'nong-ita' && line.line !== 'end') lines.push(line);
  return lines;
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export async function* streamed<T>(items: Iterable<T>): AsyncIterable<T> {
  yield* items;
}
