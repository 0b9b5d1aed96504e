/** The reader against what was read by eye from real plans; runs where `SHARED` has them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { planDraftOf } from '../../src/intake/plan-draft.ts';
import { readDocument } from '../../src/intake/read-document.ts';

const shared = process.env.SHARED ?? '';
const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function draftOf(seed: string) {
  const read = await readDocument(readFileSync(join(shared, `seeds/${seed}.txt`)), `${seed}.txt`);
  if (!read.ok) throw new Error(`${seed}: ${read.refused} ${read.detail}`);
  return read.draft;
}

describe('the reader of plan documents', () => {
  it.each(['000', '001', '003'])('reads seed %s as the eye does', async (seed) => {
    const actual = join(folder, `${seed}.json`);
    writeFileSync(actual, JSON.stringify(await draftOf(seed)));
    const args = [join(shared, 'truth/score.mjs'), join(shared, `truth/${seed}.json`), actual, '--show'];
    const score = execFileSync(process.execPath, args, { encoding: 'utf8' });
    const [right = 0, asked = 1] = /^all\s+(\d+)\/(\d+)/m.exec(score)?.slice(1).map(Number) ?? [];
    const [seen = 0, garbled = 1] =
      /^garbled flagged\s+(\d+)\/(\d+)/m.exec(score)?.slice(1).map(Number) ?? [];
    expect(right / asked, score).toBeGreaterThanOrEqual(0.98);
    expect(score).toMatch(/^invented\s+0$/m);
    expect(seen / garbled, score).toBeGreaterThanOrEqual(0.7);
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
