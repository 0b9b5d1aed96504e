import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryNote, DumpLine, OutboxState, Store } from '../../src/flow/ports.ts';
import {
  collect,
  contents,
  DAY,
  entries,
  MINUTE,
  NOW,
  opened,
  person,
  push,
  put,
  reply,
  streamed,
} from './samples.ts';

export interface OpenedStore {
  readonly store: Store;
  /** Closes it and opens what it kept; absent where nothing outlives the store. */
  readonly reopen?: () => Promise<Store>;
}

/** What every store promises. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name}: the store's contract`, () => {
    let store: Store;
    let reopen: OpenedStore['reopen'];

    beforeEach(async () => {
      ({ store, reopen } = await open());
    });
    afterEach(() => store.close());

    const note = (id: string, state: 'delivered' | 'lost' | 'carried' | 'unknown') =>
      store.noteDeliveries('office', [{ id, kind: state }]);

    describe('the ledger', () => {
      it('knows nothing of an agency before its first entry', async () => {
        expect(await store.load('office')).toBeNull();
        expect(await store.agencies()).toEqual([]);
        expect(await store.marks('office')).toEqual({ mark: null, wake: null });
        expect(await collect(store.entries('office'))).toEqual([]);
      });

      it('gives back what was kept, in order and numbered from 1', async () => {
        const first = await store.append('office', 0, entries(1, 2));
        const second = await store.append('office', 2, entries(3));
        expect(first).toMatchObject({ kind: 'appended', version: 2 });
        expect(second).toMatchObject({ kind: 'appended', version: 3 });

        const loaded = await store.load('office');
        expect(loaded?.tail).toEqual([1, 2, 3].map((n) => ({ seq: n, ...opened(n) })));
        expect(loaded).toMatchObject({ version: 3, snapshot: null });
        expect(second).toMatchObject({ head: loaded?.head });
        expect(await collect(store.entries('office'))).toEqual(loaded?.tail);
      });

      it('gives only what came after the version the caller holds', async () => {
        await store.append('office', 0, entries(1, 3));
        expect((await store.load('office', 2))?.tail.map((entry) => entry.seq)).toEqual([3]);
        expect(await store.load('office', 3)).toMatchObject({ version: 3, tail: [] });
        expect(await store.load('office', 9)).toMatchObject({ version: 3, tail: [] });
      });

      it('sees its own append at once, however often it looked before', async () => {
        await store.append('office', 0, entries(1));
        await store.load('office', 1);
        await store.append('office', 1, entries(2));
        expect(await store.load('office', 1)).toMatchObject({ version: 2, tail: [{ seq: 2 }] });
      });

      it('keeps agencies apart', async () => {
        await store.append('office', 0, { ...entries(1), seen: 'w1', beside: [put(person('a'))] });
        await store.append('annex', 0, { ...entries(1), seen: 'w1', beside: [put(person('a'))] });
        const [office, annex] = [await store.load('office'), await store.load('annex')];
        expect(office?.version).toBe(1);
        expect(annex?.version).toBe(1);
        expect(office?.head).not.toBe(annex?.head);
        expect(await store.agencies()).toEqual(['annex', 'office']);
      });

      it('reads a long ledger whole', async () => {
        await store.append('office', 0, entries(1, 1_203));
        const seqs = (await collect(store.entries('office'))).map((entry) => entry.seq);
        expect(seqs).toEqual(Array.from({ length: 1_203 }, (_, i) => i + 1));
        expect(await store.verify('office')).toMatchObject({ ok: true, entries: 1_203 });
      });

      it('keeps what was handed over, even when the caller changes it afterwards', async () => {
        const events = [opened(1)];
        const promise = store.append('office', 0, { events, now: NOW });
        events.push(opened(2));
        await promise;
        expect((await store.load('office'))?.version).toBe(1);
      });
    });

    describe('an append', () => {
      it('refuses an append against an old version, and writes nothing', async () => {
        await store.append('office', 0, entries(1));
        const before = await contents(store);
        const late = await store.append('office', 0, {
          ...entries(2),
          beside: [put(person('late'))],
          outbox: [push('late')],
          seen: 'late',
          mark: NOW,
          wake: NOW,
        });
        expect(late).toEqual({ kind: 'conflict', version: 1 });
        expect(await contents(store)).toEqual(before);
      });

      it('refuses an append against a version that is not there yet', async () => {
        expect(await store.append('office', 3, entries(1))).toEqual({ kind: 'conflict', version: 0 });
        expect(await store.agencies()).toEqual([]);
      });

      it('checks the version even when it has no events', async () => {
        await store.append('office', 0, entries(1));
        expect(await store.append('office', 0, { wake: NOW, now: NOW })).toEqual({
          kind: 'conflict',
          version: 1,
        });
        expect(await store.append('office', 1, { wake: NOW, now: NOW })).toMatchObject({
          kind: 'appended',
          version: 1,
          head: (await store.load('office'))?.head,
        });
      });

      it('lets the first of two together win and the second conflict', async () => {
        const [first, second] = await Promise.all([
          store.append('office', 0, entries(1)),
          store.append('office', 0, entries(2)),
        ]);
        expect(first).toMatchObject({ kind: 'appended', version: 1 });
        expect(second).toEqual({ kind: 'conflict', version: 1 });
        expect((await store.load('office'))?.tail).toEqual([{ seq: 1, ...opened(1) }]);
      });

      it('keeps the neighbours of a conflicting append', async () => {
        const results = await Promise.all([
          store.append('office', 0, entries(1)),
          store.append('annex', 7, entries(1)),
          store.append('branch', 0, entries(1)),
        ]);
        expect(results.map((result) => result.kind)).toEqual(['appended', 'conflict', 'appended']);
        expect(await store.agencies()).toEqual(['branch', 'office']);
      });

      it('keeps the neighbours of an append that cannot be kept, and nothing of that one', async () => {
        await store.append('annex', 0, { beside: [put(person('a', 'U-taken'))], now: NOW });
        const bad = {
          ...entries(1),
          outbox: [push('m1')],
          beside: [put(person('c')), put(person('b', 'U-taken'))],
          seen: 'bad',
        };
        const results = await Promise.allSettled([
          store.append('office', 0, entries(1)),
          store.append('annex', 0, bad),
          store.append('branch', 0, entries(1)),
        ]);
        expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        expect(await store.agencies()).toEqual(['branch', 'office']);
        expect(await store.pending('annex')).toEqual([]);
        expect(await store.besideAll('annex', 'person')).toHaveLength(1);
        expect((await store.append('annex', 0, { ...entries(1), seen: 'bad' })).kind).toBe('appended');
      });

      it('refuses what it could not read back later', async () => {
        const impossible = { ...opened(1), event: { type: 'plan-opened', v: 1, year: 12 } } as const;
        await expect(store.append('office', 0, { events: [impossible], now: NOW })).rejects.toThrow();
        await expect(
          store.append('office', 0, { events: [{ ...opened(1), at: 0.5 }], now: NOW }),
        ).rejects.toThrow('whole');
        await expect(
          store.append('office', 0, { events: [{ ...opened(1), cause: '\ud83d' }], now: NOW }),
        ).rejects.toThrow('well-formed');
        expect(await store.agencies()).toEqual([]);
      });
    });

    describe('events seen', () => {
      it('remembers an event id even when the version moved', async () => {
        await store.append('office', 0, { ...entries(1), seen: 'w1' });
        await store.append('office', 1, entries(2));
        expect(await store.append('office', 0, { ...entries(1), seen: 'w1' })).toEqual({
          kind: 'already-seen',
        });
        expect(await store.append('office', 2, { ...entries(3), seen: 'w1' })).toEqual({
          kind: 'already-seen',
        });
        expect((await store.load('office'))?.version).toBe(2);
      });

      it('keeps an event that comes twice at once only once', async () => {
        const results = await Promise.all([
          store.append('office', 0, { ...entries(1), seen: 'w1' }),
          store.append('office', 0, { ...entries(1), seen: 'w1' }),
        ]);
        expect(results.map((result) => result.kind)).toEqual(['appended', 'already-seen']);
      });

      it('remembers an event that changed nothing', async () => {
        expect(await store.append('office', 0, { seen: 'w1', now: NOW })).toMatchObject({ kind: 'appended' });
        expect(await store.append('office', 0, { seen: 'w1', now: NOW })).toEqual({ kind: 'already-seen' });
      });

      it('forgets event ids after 30 days, not before', async () => {
        await store.append('office', 0, { seen: 'w1', now: NOW });
        await store.upkeep(NOW + 30 * DAY);
        expect((await store.append('office', 0, { seen: 'w1', now: NOW })).kind).toBe('already-seen');
        await store.upkeep(NOW + 30 * DAY + 1);
        expect((await store.append('office', 0, { seen: 'w1', now: NOW })).kind).toBe('appended');
      });
    });

    describe('beside the ledger', () => {
      it('finds a record by id and by key', async () => {
        const code = { kind: 'code', id: 'c1', key: 'hash', value: { what: 'invite' } } as const;
        await store.append('office', 0, { beside: [put(person('mali')), put(code)], now: NOW });
        expect(await store.beside('office', 'person', 'mali')).toEqual(person('mali'));
        expect(await store.besideByKey('office', 'person', 'U-mali')).toEqual(person('mali'));
        expect(await store.besideByKey('office', 'code', 'hash')).toEqual(code);
        expect(await store.besideByKey('office', 'person', 'hash')).toBeNull();
        expect(await store.beside('annex', 'person', 'mali')).toBeNull();
      });

      it('replaces a record under the same id, its key too', async () => {
        await store.append('office', 0, { beside: [put(person('mali', 'U-old'))], now: NOW });
        await store.append('office', 0, { beside: [put(person('mali', 'U-new', 'มาลี'))], now: NOW });
        expect(await store.besideByKey('office', 'person', 'U-old')).toBeNull();
        expect((await store.besideByKey('office', 'person', 'U-new'))?.value).toEqual({ name: 'มาลี' });
      });

      it('drops a record, and its key is free again', async () => {
        await store.append('office', 0, { beside: [put(person('a', 'U-1'))], now: NOW });
        const drop = { do: 'drop', kind: 'person', id: 'a' } as const;
        await store.append('office', 0, { beside: [drop, put(person('b', 'U-1'))], now: NOW });
        expect(await store.beside('office', 'person', 'a')).toBeNull();
        expect((await store.besideByKey('office', 'person', 'U-1'))?.id).toBe('b');
      });

      it('lists a kind sorted by id, records without a key included', async () => {
        const records = ['c', 'a', 'b'].map((id) => person(id, null));
        await store.append('office', 0, { beside: records.map(put), now: NOW });
        expect((await store.besideAll('office', 'person')).map((record) => record.id)).toEqual([
          'a',
          'b',
          'c',
        ]);
        expect(await store.besideAll('office', 'group')).toEqual([]);
      });

      it('keeps any text a person can type, letter by letter', async () => {
        const name = 'น้อง\u0000"ไอต้า" 👍🏽 \ud83d';
        await store.append('office', 0, { beside: [put(person('mali', null, name))], now: NOW });
        expect((await store.beside('office', 'person', 'mali'))?.value).toEqual({ name });
      });
    });

    describe('the outbox', () => {
      it('lists what waits in entry order, the body byte for byte', async () => {
        await store.append('office', 0, { outbox: [push('m2'), reply('m1')], now: NOW });
        await store.append('office', 0, { outbox: [push('m0')], now: NOW + 1 });
        const fresh = { created: NOW, tries: 0, firstTried: null, nextTry: NOW };
        expect(await store.pending('office')).toEqual([
          { ...push('m2'), ...fresh },
          { ...reply('m1'), ...fresh },
          { ...push('m0'), ...fresh, created: NOW + 1, nextTry: NOW + 1 },
        ]);
        expect(await store.pending('annex')).toEqual([]);
      });

      it('remembers the first try and counts every one', async () => {
        await store.append('office', 0, { outbox: [push('m1')], now: NOW });
        await store.noteDeliveries('office', [{ id: 'm1', kind: 'trying', at: NOW + 1 }]);
        await store.noteDeliveries('office', [
          { id: 'm1', kind: 'waiting', nextTry: NOW + MINUTE },
          { id: 'm1', kind: 'trying', at: NOW + MINUTE },
        ]);
        expect(await store.pending('office')).toMatchObject([
          { tries: 2, firstTried: NOW + 1, nextTry: NOW + MINUTE },
        ]);
      });

      it('takes notes together with entries, and none of them when the version moved', async () => {
        await store.append('office', 0, { ...entries(1), outbox: [push('m1'), push('m2')] });
        const notes: DeliveryNote[] = [{ id: 'm1', kind: 'delivered' }];
        await store.append('office', 0, { ...entries(2), notes });
        expect(await store.pending('office')).toHaveLength(2);
        await store.append('office', 1, { ...entries(2), notes });
        expect((await store.pending('office')).map((message) => message.id)).toEqual(['m2']);
      });

      it('drops the body once delivered, given up or carried', async () => {
        const ends: OutboxState[] = ['delivered', 'failed', 'unknown', 'carried'];
        await store.append('office', 0, { outbox: ends.map((state) => reply(state)), now: NOW });
        await store.noteDeliveries('office', [
          { id: 'delivered', kind: 'delivered' },
          { id: 'failed', kind: 'failed', reason: 'refused' },
          { id: 'unknown', kind: 'unknown' },
          { id: 'carried', kind: 'lost' },
          { id: 'carried', kind: 'carried' },
        ]);
        expect(await store.pending('office')).toEqual([]);
        const kept = JSON.stringify(await contents(store));
        for (const gone of ['ถึงกำหนด', 'token-of', 'บันทึก', 'U-mali']) expect(kept).not.toContain(gone);
      });

      it('keeps only the confirmation of a lost reply, until it is carried', async () => {
        await store.append('office', 0, {
          outbox: [reply('m1'), reply('m2', 'U-somchai'), reply('m3')],
          now: NOW,
        });
        for (const id of ['m1', 'm2', 'm3']) await note(id, 'lost');
        expect(await store.lostConfirmations('office', 'U-mali')).toEqual([
          { id: 'm1', confirmation: 'บันทึก m1 แล้ว' },
          { id: 'm3', confirmation: 'บันทึก m3 แล้ว' },
        ]);
        expect(JSON.stringify(await contents(store))).not.toContain('token-of');
        await note('m1', 'carried');
        expect(await store.lostConfirmations('office', 'U-mali')).toMatchObject([{ id: 'm3' }]);
      });

      it('has nothing to say later for a lost message without a confirmation', async () => {
        await store.append('office', 0, { outbox: [{ ...reply('m1'), confirmation: null }], now: NOW });
        await note('m1', 'lost');
        expect(await store.lostConfirmations('office', 'U-mali')).toEqual([]);
      });

      it('passes over unknown ids, and leaves what has ended as it ended', async () => {
        await store.append('office', 0, { outbox: [push('m1')], now: NOW });
        await note('m1', 'delivered');
        await store.noteDeliveries('office', [
          { id: 'stranger', kind: 'delivered' },
          { id: 'm1', kind: 'waiting', nextTry: NOW },
          { id: 'm1', kind: 'unknown' },
        ]);
        await store.noteDeliveries('nowhere', [{ id: 'm1', kind: 'delivered' }]);
        expect(await store.outboxCounts('office')).toMatchObject({ pending: 0, delivered: 1, unknown: 0 });
      });

      it('counts how messages ended', async () => {
        await store.append('office', 0, { outbox: [push('a'), push('b'), reply('c')], now: NOW });
        await note('a', 'unknown');
        await note('c', 'lost');
        expect(await store.outboxCounts('office')).toEqual({
          pending: 1,
          delivered: 0,
          lost: 1,
          carried: 0,
          failed: 0,
          unknown: 1,
        });
      });

      it('refuses a message under an id it already has', async () => {
        await store.append('office', 0, { outbox: [push('m1')], now: NOW });
        await expect(store.append('office', 0, { ...entries(1), outbox: [push('m1')] })).rejects.toThrow();
        expect(await store.agencies()).toEqual([]);
        expect(await store.pending('office')).toHaveLength(1);
      });

      it('forgets finished messages after 90 days, never one that waits', async () => {
        await store.append('office', 0, { outbox: [push('done'), push('waits')], now: NOW });
        await note('done', 'delivered');
        await store.upkeep(NOW + 90 * DAY);
        expect(await store.outboxCounts('office')).toMatchObject({ delivered: 1, pending: 1 });
        await store.upkeep(NOW + 90 * DAY + 1);
        expect(await store.outboxCounts('office')).toMatchObject({ delivered: 0, pending: 1 });
      });
    });

    describe('marks and work', () => {
      it('moves the mark forward only', async () => {
        await store.append('office', 0, { mark: NOW, now: NOW });
        await store.append('office', 0, { mark: NOW - DAY, now: NOW });
        expect((await store.marks('office')).mark).toBe(NOW);
        await store.append('office', 0, { mark: NOW + DAY, now: NOW });
        expect((await store.marks('office')).mark).toBe(NOW + DAY);
      });

      it('leaves the wake-up alone unless told, and clears it on null', async () => {
        await store.append('office', 0, { wake: NOW, now: NOW });
        await store.append('office', 0, { mark: NOW, now: NOW });
        expect((await store.marks('office')).wake).toBe(NOW);
        await store.append('office', 0, { wake: NOW - DAY, now: NOW });
        expect((await store.marks('office')).wake).toBe(NOW - DAY);
        await store.append('office', 0, { wake: null, now: NOW });
        expect((await store.marks('office')).wake).toBeNull();
        expect(await store.agenciesWithWork(NOW + DAY, 9)).toEqual([]);
      });

      it('names agencies to wake or with a message to try, whoever waits longest first', async () => {
        await store.append('both', 0, { outbox: [push('m1')], wake: NOW + 1, now: NOW });
        await store.append('later', 0, { wake: NOW + DAY, now: NOW });
        await store.append('mail', 0, { outbox: [push('m1')], now: NOW - MINUTE });
        await store.append('quiet', 0, entries(1));
        await store.append('wake', 0, { wake: NOW - DAY, now: NOW });
        expect(await store.agenciesWithWork(NOW + 1, 9)).toEqual(['wake', 'mail', 'both']);
        expect(await store.agenciesWithWork(NOW + 1, 2)).toEqual(['wake', 'mail']);
        expect(await store.agenciesWithWork(NOW - DAY - 1, 9)).toEqual([]);
      });

      it('has no work in a message that waits for later or was delivered', async () => {
        await store.append('office', 0, { outbox: [push('m1')], now: NOW });
        await store.noteDeliveries('office', [{ id: 'm1', kind: 'waiting', nextTry: NOW + MINUTE }]);
        expect(await store.agenciesWithWork(NOW, 9)).toEqual([]);
        expect(await store.agenciesWithWork(NOW + MINUTE, 9)).toEqual(['office']);
        await note('m1', 'delivered');
        expect(await store.agenciesWithWork(NOW + MINUTE, 9)).toEqual([]);
      });
    });

    describe('snapshots', () => {
      it('gives the snapshot and only what came after it', async () => {
        await store.append('office', 0, entries(1, 3));
        const snapshot = { version: 2, fold: 1, state: { id: 'office', items: { a: [1, null, 'ก'] } } };
        await store.keepSnapshot('office', snapshot);
        expect(await store.load('office')).toMatchObject({ version: 3, snapshot, tail: [{ seq: 3 }] });
      });

      it('gives the whole ledger to who asks from 0, so that a stale snapshot can be thrown away', async () => {
        await store.append('office', 0, entries(1, 2));
        await store.keepSnapshot('office', { version: 2, fold: 0, state: {} });
        const loaded = await store.load('office', 0);
        expect(loaded?.snapshot).toBeNull();
        expect(loaded?.tail).toHaveLength(2);
      });

      it('replaces a snapshot, and refuses one ahead of the ledger', async () => {
        await store.append('office', 0, entries(1, 2));
        await store.keepSnapshot('office', { version: 1, fold: 1, state: 'old' });
        await store.keepSnapshot('office', { version: 2, fold: 2, state: 'new' });
        expect((await store.load('office'))?.snapshot).toEqual({ version: 2, fold: 2, state: 'new' });
        await expect(store.keepSnapshot('office', { version: 3, fold: 2, state: '' })).rejects.toThrow(
          'ahead',
        );
      });
    });

    describe('the chain', () => {
      it('verifies what it kept, and finds an old head in it in any case of letters', async () => {
        const first = await store.append('office', 0, entries(1));
        const head = first.kind === 'appended' ? first.head : '';
        await store.append('office', 1, entries(2, 2));
        const now = await store.load('office');
        expect(await store.verify('office')).toEqual({
          ok: true,
          entries: 3,
          head: now?.head,
          headFound: null,
        });
        expect(await store.verify('office', head)).toMatchObject({ headFound: true });
        expect(await store.verify('office', head.slice(0, 8).toUpperCase())).toMatchObject({
          headFound: true,
        });
        expect(await store.verify('office', 'ffffffff')).toMatchObject({ ok: true, headFound: false });
      });

      it('refuses to call a head found that is too short to prove anything', async () => {
        await store.append('office', 0, entries(1));
        await expect(store.verify('office', 'abcdefa')).rejects.toThrow('8 characters');
      });

      it('verifies an agency without entries', async () => {
        expect(await store.verify('office', 'abcdef01')).toMatchObject({
          ok: true,
          entries: 0,
          headFound: false,
        });
      });
    });

    describe('dump and fill', () => {
      async function busy(): Promise<void> {
        await store.append('office', 0, {
          ...entries(1, 700),
          beside: [put(person('mali')), put(person('text-1', null))],
          outbox: [push('m1'), reply('m2'), reply('m3')],
          seen: 'w1',
          mark: NOW,
          wake: NOW + DAY,
        });
        await store.append('annex', 0, { ...entries(1), seen: 'w1' });
        await store.noteDeliveries('office', [
          { id: 'm1', kind: 'trying', at: NOW + 1 },
          { id: 'm2', kind: 'lost' },
          { id: 'm3', kind: 'delivered' },
        ]);
      }

      it('fills an empty store so that it is the same in everything, the heads too', async () => {
        await busy();
        const other = (await open()).store;
        expect(await other.fill(store.dump())).toEqual({ agencies: 2, entries: 701 });
        expect(await contents(other)).toEqual(await contents(store));
        expect(await other.load('office')).toEqual(await store.load('office'));
        expect(await other.verify('office')).toEqual(await store.verify('office'));
        expect(await other.pending('office')).toEqual(await store.pending('office'));
        expect(await other.marks('office')).toEqual(await store.marks('office'));
        expect((await other.append('office', 0, { seen: 'w1', now: NOW })).kind).toBe('already-seen');
        expect((await other.append('office', 700, entries(701))).kind).toBe('appended');
        await other.close();
      });

      it('survives being written to a file as lines of JSON', async () => {
        await busy();
        const lines = (await collect(store.dump())).map((line) => JSON.stringify(line));
        const other = (await open()).store;
        await other.fill(streamed(lines.map((line): DumpLine => JSON.parse(line))));
        expect(await contents(other)).toEqual(await contents(store));
        await other.close();
      });

      it('refuses to fill a store that holds anything', async () => {
        await busy();
        const lines = await collect(store.dump());
        await expect(store.fill(streamed(lines))).rejects.toThrow('already holds');
      });

      const breaks: readonly [string, (lines: DumpLine[]) => DumpLine[], string][] = [
        ['was changed', (lines) => lines.map(falsified), 'Line 7 '],
        ['lost a line', (lines) => lines.filter((_, i) => i !== 6), 'Line 7 '],
        ['has two lines in the wrong order', ([a, b, c, d, ...rest]) => swap(a, b, c, d, rest), 'Line 3 '],
        ['lost its header', (lines) => lines.slice(1), 'Line 1 '],
        ['is empty', () => [], 'empty'],
        ['holds a line of an unknown kind', (lines) => [...lines, strange], 'no kind of line'],
      ];
      it.each(breaks)('refuses a dump that %s, says where, and keeps nothing', async (_, harm, where) => {
        await store.append('office', 0, { ...entries(1, 9), beside: [put(person('mali'))] });
        const lines = await collect(store.dump());
        const other = (await open()).store;
        await expect(other.fill(streamed(harm(lines)))).rejects.toThrow(where);
        expect(await contents(other)).toEqual([]);
        expect(await other.fill(streamed(lines))).toEqual({ agencies: 1, entries: 9 });
        await other.close();
      });

      it('dumps one moment, whatever is written while it is read', async () => {
        await busy();
        const before = await contents(store);
        const during: DumpLine[] = [];
        let version = 700;
        for await (const line of store.dump()) {
          if (line.line !== 'nong-ita') during.push(line);
          if (during.length % 50 === 1) {
            await store.append('office', version, entries(version + 1));
            version += 1;
          }
        }
        expect(during).toEqual(before);
      });
    });

    it('forgets nothing between close and open', async ({ skip }) => {
      if (!reopen) return skip();
      await store.append('office', 0, {
        ...entries(1, 3),
        beside: [put(person('mali'))],
        outbox: [push('m1')],
        seen: 'w1',
        mark: NOW,
        wake: NOW,
      });
      await store.keepSnapshot('office', { version: 2, fold: 1, state: { any: 'thing' } });
      const before = { all: await contents(store), loaded: await store.load('office') };
      store = await reopen();
      expect({ all: await contents(store), loaded: await store.load('office') }).toEqual(before);
    });

    it('keeps what was handed over just before it is closed', async ({ skip }) => {
      if (!reopen) return skip();
      const promise = store.append('office', 0, entries(1));
      store = await reopen();
      expect(await promise).toMatchObject({ kind: 'appended' });
      expect((await store.load('office'))?.version).toBe(1);
    });

    it('says it is down once closed', async () => {
      await store.close();
      await expect(store.load('office')).rejects.toMatchObject({ name: 'StoreDown' });
      await expect(store.append('office', 0, entries(1))).rejects.toMatchObject({ name: 'StoreDown' });
      await store.close();
    });
  });
}

function falsified(line: DumpLine, index: number): DumpLine {
  return index === 6 && line.line === 'entry' ? { ...line, entry: { ...line.entry, at: 1 } } : line;
}

function swap(
  a: DumpLine | undefined,
  b: DumpLine | undefined,
  c: DumpLine | undefined,
  d: DumpLine | undefined,
  rest: readonly DumpLine[],
): DumpLine[] {
  return a && b && c && d ? [a, b, d, c, ...rest] : [];
}

const strange = { line: 'poem', agency: 'office' } as unknown as DumpLine;
