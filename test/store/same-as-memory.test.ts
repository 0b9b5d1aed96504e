import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch, BesideChange, DeliveryNote, DumpLine, Store } from '../../src/flow/ports.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { newFolder } from './folders.ts';
import { contents, entries, NOW, person, push, put, reply } from './samples.ts';

/** An append as someone might make it: now and then against a wrong version, or of an event that came before. */
interface Step {
  readonly agency: string;
  readonly offBy: number;
  readonly batch: Batch;
}

const few = fc.constantFrom('1', '2', '3', '4');
const moment = fc.integer({ min: NOW - 50, max: NOW + 50 });

const change: fc.Arbitrary<BesideChange> = fc.oneof(
  fc
    .record({ id: few, key: fc.option(few), name: fc.string({ unit: 'binary' }) })
    .map(({ id, key, name }) => put(person(id, key, name))),
  few.map((id) => ({ do: 'drop', kind: 'person', id }) as const),
);

const note: fc.Arbitrary<DeliveryNote> = fc.oneof(
  fc.record({ id: few, kind: fc.constantFrom('delivered', 'lost', 'carried', 'unknown') }),
  fc.record({ id: few, kind: fc.constant('trying'), at: moment }),
  fc.record({ id: few, kind: fc.constant('waiting'), nextTry: moment }),
  fc.record({ id: few, kind: fc.constant('failed'), reason: fc.constant('quota') }),
);

const batch: fc.Arbitrary<Batch> = fc
  .record({
    count: fc.nat({ max: 3 }),
    first: fc.nat({ max: 99 }),
    beside: fc.array(change, { maxLength: 3 }),
    outbox: fc.uniqueArray(few, { maxLength: 2 }),
    replies: fc.boolean(),
    notes: fc.array(note, { maxLength: 3 }),
    seen: fc.option(few),
    mark: fc.option(moment, { nil: undefined }),
    wake: fc.option(fc.option(moment), { nil: undefined, freq: 2 }),
    now: moment,
  })
  .map(({ count, first, outbox, replies, mark, wake, ...rest }) => ({
    ...rest,
    ...entries(first, count),
    now: rest.now,
    outbox: outbox.map((id) => (replies ? reply(id) : push(id))),
    ...(mark === undefined ? {} : { mark }),
    ...(wake === undefined ? {} : { wake }),
  }));

const step: fc.Arbitrary<Step> = fc.record({
  agency: fc.constantFrom('office', 'annex'),
  offBy: fc.constantFrom(0, 0, 0, 0, -1, 1),
  batch,
});

/** What a caller sees of a store after some groups of appends made together. */
async function seen(store: Store, groups: readonly (readonly Step[])[]): Promise<unknown> {
  const outcomes: unknown[] = [];
  for (const group of groups) {
    const versions = new Map<string, number>();
    for (const { agency } of group) versions.set(agency, (await store.load(agency))?.version ?? 0);
    const appends = group.map(({ agency, offBy, batch }) =>
      store.append(agency, (versions.get(agency) ?? 0) + offBy, batch).catch(() => 'refused'),
    );
    outcomes.push(await Promise.all(appends), await store.agenciesWithWork(NOW, 9));
  }
  for (const agency of ['office', 'annex']) {
    outcomes.push(await store.load(agency), await store.verify(agency), await store.pending(agency));
    outcomes.push(await store.marks(agency), await store.outboxCounts(agency));
    outcomes.push(await store.besideAll(agency, 'person'), await store.lostConfirmations(agency, 'U-mali'));
  }
  const all = (await contents(store)).map((line: DumpLine) => JSON.stringify(line));
  return [outcomes, all.sort()];
}

describe('sqlite and memory', () => {
  it('answer alike to any appends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 8 }), async (groups) => {
        const [memory, sqlite] = [openMemoryStore(), openSqliteStore({ folder: newFolder() })];
        try {
          expect(await seen(sqlite, groups)).toEqual(await seen(memory, groups));
        } finally {
          await sqlite.close();
        }
      }),
      { numRuns: 150 },
    );
  });
});
