/** The reader against what was read by eye from real plans; runs where `SHARED` has them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { planDraftOf } from '../../src/intake/plan-draft.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import { readText } from '../../src/intake/text.ts';
import { csv, wordFile, workbook } from '../support/office-files.ts';

const shared = process.env.SHARED ?? '';
const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function draftOf(seed: string) {
  const read = await readDocument(readFileSync(join(shared, `seeds/${seed}.txt`)), `${seed}.txt`);
  if (!read.ok) throw new Error(`${seed}: ${read.refused} ${read.detail}`);
  return read.draft;
}

/** What the team's scorer says of a draft. */
function scoreOf(seed: string, draft: unknown): string {
  const actual = join(folder, `${seed}.json`);
  writeFileSync(actual, JSON.stringify(draft));
  const args = [join(shared, 'truth/score.mjs'), join(shared, `truth/${seed}.json`), actual, '--show'];
  return execFileSync(process.execPath, args, { encoding: 'utf8' });
}

describe('the reader of plan documents', () => {
  it.each(['000', '001', '003'])('reads seed %s as the eye does', async (seed) => {
    const score = scoreOf(seed, await draftOf(seed));
    const [right = 0, asked = 1] = /^all\s+(\d+)\/(\d+)/m.exec(score)?.slice(1).map(Number) ?? [];
    const [seen = 0, garbled = 1] =
      /^garbled flagged\s+(\d+)\/(\d+)/m.exec(score)?.slice(1).map(Number) ?? [];
    expect(right / asked, score).toBeGreaterThanOrEqual(0.98);
    expect(score).toMatch(/^invented\s+0$/m);
    expect(seen / garbled, score).toBeGreaterThanOrEqual(0.7);
  });

  it.each([
    '000',
    '001',
    '003',
  ])('reads seed %s the same with its columns shuffled, as Word, Excel and csv', async (seed) => {
    const blocks = readText(readFileSync(join(shared, `seeds/${seed}.txt`), 'utf8'));
    const parts = blocks.map((block): string | string[][] => {
      if (block.kind === 'line') return block.text;
      const width = Math.max(...block.rows.map(({ cells }) => cells.length));
      const order = Array.from({ length: width }, (_, at) => at).sort(
        (a, b) => ((a * 7) % 11) - ((b * 7) % 11),
      );
      return block.rows.map(({ cells }) => order.map((column) => cells[column] ?? ''));
    });
    const rows = parts.flatMap((part) => (typeof part === 'string' ? [[part], []] : [...part, []]));
    const files: [string, Uint8Array][] = [
      ['a.docx', wordFile(parts)],
      ['a.xlsx', await workbook([{ name: 'a', rows }])],
      ['a.csv', new TextEncoder().encode(csv(rows))],
    ];
    for (const [name, bytes] of files) {
      const read = await readDocument(bytes, name);
      if (!read.ok) throw new Error(`${name}: ${read.refused}`);
      const score = scoreOf(seed, read.draft);
      const [right = 0, asked = 1] = /^all\s+(\d+)\/(\d+)/m.exec(score)?.slice(1).map(Number) ?? [];
      expect(right / asked, `${name}\n${score}`).toBeGreaterThanOrEqual(0.98);
      expect(score).toMatch(/^invented\s+0$/m);
    }
  });

  it('reads the measures of seed 002 once, its committee and its rule', async () => {
    const draft = await draftOf('002');
    expect(
      draft.measures.map(({ number, period, followUp }) => [number, period.end, followUp.reportMonths]),
    ).toEqual([1, 2, 3, 4].map((number) => [number, '2021-09-30', ['2021-02']]));
    expect(draft.indicators.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(draft.committee.members).toHaveLength(8);
    expect(draft.plan.reportingRule).not.toBeNull();
    expect(planDraftOf(draft)).not.toBeNull();
  });

  it('reads all items of seed 004 and invents nothing for its damaged measures', async () => {
    const draft = await draftOf('004');
    expect(draft.oItems.map(({ id }) => id)).toEqual(Array.from({ length: 43 }, (_, at) => `O${at + 1}`));
    expect(draft.oItems.every(({ status }) => status === 'done')).toBe(true);
    expect(draft.oItems.filter(({ responsible }) => responsible.length === 0)).toHaveLength(7);
    expect(draft.indicatorPlans.map(({ indicator }) => indicator)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(draft.measures.map(({ period }) => period.end)).toEqual([null, null, null]);
    expect(draft.agency).toMatchObject({ district: null, province: null });
    expect(planDraftOf(draft)).not.toBeNull();
  });
});
