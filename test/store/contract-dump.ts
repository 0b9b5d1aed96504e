import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DumpLine, Store } from '../../src/flow/ports.ts';
import type { OpenedStore } from './contract.ts';
import { collect, contents, DAY, entries, NOW, person, push, put, reply, streamed } from './samples.ts';

/** What every store promises of dumps, and of being filled from one. */
export function dumpContract(open: () => Promise<OpenedStore>): void {
  let store: Store;

  beforeEach(async () => {
    ({ store } = await open());
  });
  afterEach(() => store.close());

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
      ['was cut off', (lines) => lines.slice(0, -1), 'cut off'],
      ['was cut off earlier', (lines) => lines.slice(0, 4), 'cut off'],
      ['goes on behind its end', (lines) => [...lines, ...lines.slice(-1)], 'behind the last line'],
      ['holds a line of an unknown kind', (lines) => [...lines.slice(0, -1), strange], 'no kind of line'],
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
        if (line.line !== 'nong-ita' && line.line !== 'end') during.push(line);
        if (during.length % 50 === 1) {
          await store.append('office', version, entries(version + 1));
          version += 1;
        }
      }
      expect(during).toEqual(before);
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
