import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryNote, OutboxState, Store } from '../../src/flow/ports.ts';
import type { OpenedStore } from './contract.ts';
import { contents, DAY, entries, MINUTE, NOW, person, push, put, reply } from './samples.ts';

/** What every store promises of what lies beside the ledger, waits to be sent, or is to be done. */
export function messagesContract(open: () => Promise<OpenedStore>): void {
  let store: Store;

  beforeEach(async () => {
    ({ store } = await open());
  });
  afterEach(() => store.close());

  const note = (id: string, state: 'delivered' | 'lost' | 'carried' | 'unknown') =>
    store.noteDeliveries('office', [{ id, kind: state }]);

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
      expect((await store.besideAll('office', 'person')).map((record) => record.id)).toEqual(['a', 'b', 'c']);
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
}
