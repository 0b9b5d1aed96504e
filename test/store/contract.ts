import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/flow/ports.ts';
import { dumpContract } from './contract-dump.ts';
import { messagesContract } from './contract-messages.ts';
import { collect, contents, DAY, entries, NOW, opened, person, push, put } from './samples.ts';

export interface OpenedStore {
  readonly store: Store;
  /** Closes it and opens what it kept; absent where nothing outlives the store. */
  readonly reopen?: () => Promise<Store>;
}

/** What every store promises. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name}: the store's contract`, () => {
    ledgerContract(open);
    messagesContract(open);
    dumpContract(open);
  });
}

function ledgerContract(open: () => Promise<OpenedStore>): void {
  let store: Store;
  let reopen: OpenedStore['reopen'];

  beforeEach(async () => {
    ({ store, reopen } = await open());
  });
  afterEach(() => store.close());

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
      await expect(store.keepSnapshot('office', { version: 3, fold: 2, state: '' })).rejects.toThrow('ahead');
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

  it('loses nothing by being scrubbed, and takes appends meanwhile', async () => {
    await store.append('office', 0, {
      ...entries(1, 300),
      beside: [put(person('mali')), put(person('somsak'))],
      outbox: [push('m1')],
      seen: 'w1',
      wake: NOW,
    });
    await store.append('office', 300, { beside: [{ do: 'drop', kind: 'person', id: 'mali' }], now: NOW });
    const before = await contents(store);
    await store.scrub(NOW);
    await store.scrub(NOW + DAY);
    expect(await contents(store)).toEqual(before);
    const scrubbing = store.scrub(NOW + DAY);
    expect((await store.append('office', 300, entries(301))).kind).toBe('appended');
    await scrubbing;
    expect(await store.verify('office')).toMatchObject({ ok: true, entries: 301 });
    expect(await store.beside('office', 'person', 'somsak')).toEqual(person('somsak'));
  });

  it('forgets nothing between close and open', async ({ skip }) => {
    if (!reopen) return skip('a store in memory has nothing to reopen');
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
    if (!reopen) return skip('a store in memory has nothing to reopen');
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
}
