/** Real plans through `ita import` and `ita export-plan`, as people and scripts run them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleOffice, ita, newFolder, REPOSITORY } from '../cli/terminal.ts';

const shared = process.env.SHARED ?? '';
const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const seedFile = (seed: string) => join(shared, `seeds/${seed}.txt`);

/** The program itself, in an empty folder without any configuration: its stdout. */
function dryRun(seed: string): string {
  const args = [
    join(REPOSITORY, 'src/main.ts'),
    'ita',
    'import',
    seedFile(seed),
    '--agency',
    'office',
    '--dry-run',
  ];
  return execFileSync(process.execPath, [...args, '--json'], { cwd: folder, encoding: 'utf8', env: {} });
}

describe('ita import --dry-run --json', () => {
  it.each(['000', '001', '003'])('gives seed %s as the eye reads it, as one JSON object', (seed) => {
    const said = dryRun(seed);
    expect(said.trim().split('\n')).toHaveLength(1);
    const actual = join(folder, `${seed}.json`);
    writeFileSync(actual, said);
    const args = [join(shared, 'truth/score.mjs'), join(shared, `truth/${seed}.json`), actual, '--show'];
    const score = execFileSync(process.execPath, args, { encoding: 'utf8' });
    const figures = (name: string) =>
      new RegExp(`^${name}\\s+(\\d+)/(\\d+)`, 'm').exec(score)?.slice(1).map(Number);
    const [right = 0, asked = 1] = figures('all') ?? [];
    const [seen = 0, garbled = 1] = figures('garbled flagged') ?? [];
    expect(right / asked, score).toBeGreaterThanOrEqual(0.98);
    expect(score).toMatch(/^invented\s+0$/m);
    expect(seen / garbled, score).toBeGreaterThanOrEqual(0.7);
  });

  it.each([
    ['002', { fiscalYear: 2564, measures: 4, oItems: 0 }],
    ['004', { fiscalYear: 2566, measures: 3, oItems: 43 }],
  ])('reads seed %s whole', (seed, counts) => {
    const { plan, measures, oItems, findings, kept } = JSON.parse(dryRun(seed));
    expect({ fiscalYear: plan.fiscalYear, measures: measures.length, oItems: oItems.length }).toEqual(counts);
    expect(findings.every((finding: { line?: unknown }) => typeof finding.line === 'number')).toBe(true);
    expect(kept).toBe(false);
  });
});

describe('a real plan in an office', () => {
  it.each([
    ['000', 5],
    ['001', 5],
    ['002', 4],
    ['003', 12],
    ['004', 3],
  ])('seed %s is kept, exported, and comes back without a difference', async (seed, measures) => {
    const env = await exampleOffice(['import', seedFile(seed)]);
    const file = join(newFolder(), 'plan.xlsx');
    const { out } = await ita(env, 'export-plan', '--out', file);
    expect(out).toMatch(new RegExp(`^Wrote .*: ${measures} measures, \\d+ O-items\\.$`));
    const again = await ita(env, 'import', file, '--json');
    expect(again.json()).toMatchObject({ kept: false });
    expect((await ita(env, 'import', seedFile(seed))).out).toContain('nothing would change');
  });
});
