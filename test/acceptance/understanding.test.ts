import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const shared = process.env.SHARED ?? '';
const folder = join(shared, 'understanding');

it('understands the team’s lines: intent 97 %, exact 93 %, no state-changing false action, no wrong silence', () => {
  const dev = join(folder, 'dev.jsonl');
  const answers = join(tmpdir(), `understood-${process.pid}.ndjson`);
  const said = spawnSync(process.execPath, ['src/main.ts', 'understand'], { input: readFileSync(dev) });
  writeFileSync(answers, said.stdout);
  const scored = spawnSync(process.execPath, [join(folder, 'score.mjs'), dev, answers, '--json']);
  const score = JSON.parse(scored.stdout.toString());
  expect(score.missing + score.extra).toBe(0);
  expect(score.intentAccuracy).toBeGreaterThanOrEqual(0.97);
  expect(score.exactMatch).toBeGreaterThanOrEqual(0.93);
  expect(score.none.severe).toEqual([]);
  expect(score.none.falseActions).toBeLessThanOrEqual(1);
  expect(score.wronglySilent).toEqual([]);
});
