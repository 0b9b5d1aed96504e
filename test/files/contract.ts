import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../../src/flow/ports.ts';

export interface OpenedFiles {
  readonly files: Files;
  /** Opens what was kept anew; absent where nothing outlives the process. */
  readonly reopen?: () => Files;
}

/** The adapter is opened with this limit. */
export const MOST = 100_000;

const OFFICE = 'office';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const PLAN = bytesOf('แผนปฏิบัติการป้องกันการทุจริต');

/** What lies nowhere, or somewhere else than an id may lead. */
const STRANGE_IDS = ['', '.', '..', '../annex/x', '/etc/passwd', 'a/b', 'a\\b', 'a\0', 'ก', 'x'.repeat(65)];
const STRANGE_AGENCIES = ['', '.', '..', '../x', 'a/b', '/etc', 'Office', 'a\\b', 'a\0', 'x'.repeat(41)];

/** What every keeper of files promises. `open` gives an empty one that takes `MOST` bytes a file. */
export function filesContract(name: string, open: () => OpenedFiles): void {
  describe(`${name}: the contract of files`, () => {
    let files: Files;
    let reopen: OpenedFiles['reopen'];

    beforeEach(() => {
      ({ files, reopen } = open());
    });

    const textOf = async (id: string, agency = OFFICE) => {
      const bytes = await files.get(agency, id);
      return bytes === null ? null : new TextDecoder().decode(bytes);
    };

    it('gives back what was kept, and says its size and hash', async () => {
      const ref = await files.put(OFFICE, PLAN);
      expect(ref).toEqual({
        id: expect.stringMatching(/^[\w-]+$/),
        size: PLAN.length,
        sha256: createHash('sha256').update(PLAN).digest('hex'),
      });
      expect(await files.get(OFFICE, ref.id)).toBeInstanceOf(Uint8Array);
      expect(await textOf(ref.id)).toBe('แผนปฏิบัติการป้องกันการทุจริต');
    });

    it('keeps every byte, none as well', async () => {
      const all = Uint8Array.from({ length: 256 }, (_, n) => n);
      const [some, none] = [await files.put(OFFICE, all), await files.put(OFFICE, new Uint8Array())];
      expect([...((await files.get(OFFICE, some.id)) ?? [])]).toEqual([...all]);
      expect((await files.get(OFFICE, none.id))?.length).toBe(0);
      expect(none.size).toBe(0);
    });

    it('keeps a part of a larger memory as that part', async () => {
      const { id } = await files.put(OFFICE, bytesOf('abcdef').subarray(2, 4));
      expect(await textOf(id)).toBe('cd');
    });

    it('gives the same bytes a new id each time: who drops one does not drop the other', async () => {
      const [one, other] = [await files.put(OFFICE, PLAN), await files.put(OFFICE, PLAN)];
      expect(one.id).not.toBe(other.id);
      await files.drop(OFFICE, one.id);
      expect(await files.get(OFFICE, one.id)).toBeNull();
      expect(await textOf(other.id)).not.toBeNull();
    });

    it('is not touched by what happens to the bytes later', async () => {
      const mine = bytesOf('abc');
      const { id } = await files.put(OFFICE, mine);
      mine.fill(0);
      (await files.get(OFFICE, id))?.fill(0);
      expect(await textOf(id)).toBe('abc');
    });

    it('takes many at once', async () => {
      const texts = Array.from({ length: 30 }, (_, n) => `ไฟล์ที่ ${n}`);
      const refs = await Promise.all(texts.map((text) => files.put(OFFICE, bytesOf(text))));
      expect(await Promise.all(refs.map(({ id }) => textOf(id)))).toEqual(texts);
      expect(await files.all(OFFICE)).toHaveLength(30);
    });

    it('keeps agencies apart', async () => {
      const { id } = await files.put(OFFICE, PLAN);
      expect(await files.get('annex', id)).toBeNull();
      await files.drop('annex', id);
      expect(await textOf(id)).not.toBeNull();
      expect(await files.all('annex')).toEqual([]);
    });

    it('lists what it has, by id', async () => {
      expect(await files.all(OFFICE)).toEqual([]);
      const refs = await Promise.all(['a', 'bc', 'def'].map((text) => files.put(OFFICE, bytesOf(text))));
      const wanted = refs
        .map(({ id, size }) => ({ id, size }))
        .sort((one, other) => (one.id < other.id ? -1 : 1));
      expect(await files.all(OFFICE)).toEqual(wanted);
    });

    it('drops, also twice, also what was never there', async () => {
      const { id } = await files.put(OFFICE, PLAN);
      await files.drop(OFFICE, id);
      await files.drop(OFFICE, id);
      await files.drop('never', 'there');
      expect(await files.get(OFFICE, id)).toBeNull();
      expect(await files.all(OFFICE)).toEqual([]);
    });

    it('knows nothing of an id it did not give', async () => {
      await files.put(OFFICE, PLAN);
      await files.put('annex', PLAN);
      for (const id of ['unknown', ...STRANGE_IDS]) {
        expect(await files.get(OFFICE, id), id).toBeNull();
        await files.drop(OFFICE, id);
      }
      expect(await files.all(OFFICE)).toHaveLength(1);
      expect(await files.all('annex')).toHaveLength(1);
    });

    it.each(STRANGE_AGENCIES)('throws for an agency called %j', async (agency) => {
      await expect(files.put(agency, PLAN)).rejects.toThrow(TypeError);
      await expect(files.get(agency, 'a')).rejects.toThrow(TypeError);
      await expect(files.drop(agency, 'a')).rejects.toThrow(TypeError);
      await expect(files.all(agency)).rejects.toThrow(TypeError);
    });

    it('takes as many bytes as it may, not one more', async () => {
      expect((await files.put(OFFICE, new Uint8Array(MOST))).size).toBe(MOST);
      await expect(files.put(OFFICE, new Uint8Array(MOST + 1))).rejects.toThrow(RangeError);
      expect(await files.all(OFFICE)).toHaveLength(1);
    });

    it('has it all when it is opened again', async () => {
      const { id } = await files.put(OFFICE, PLAN);
      if (reopen === undefined) return;
      files = reopen();
      expect(await textOf(id)).toBe('แผนปฏิบัติการป้องกันการทุจริต');
      expect(await files.all(OFFICE)).toEqual([{ id, size: PLAN.length }]);
    });
  });
}
