/**
 * `kill -9` under webhook load and while pushing. Each life of the bot ends by SIGKILL; after each restart what LINE and the
 * terminal were told is compared with the ledger. `CRASH_ROUNDS` lives a run (`.ci/run`: 220), `CRASH_SEED` repeats one.
 *
 * SIGKILL takes the process, not the machine: what the kernel has is on disk. A power cut is not played here.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Flaw } from './broken-parts.ts';
import type { Violation } from './compare.ts';
import { type Kill, seededRandom, shuffledKills } from './kill-points.ts';
import { type Lane, openLane } from './lane.ts';
import { makeOffices, type Office } from './offices.ts';
import { inCommit, killsIn, sumOf, tableOf, unanswered } from './table.ts';

const MAIN = join(import.meta.dirname, '../../src/main.ts');
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? '24');
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
const LANES = 4;
const ALL_WITHIN_MS = 30_000 + ROUNDS * 3_000;

const root = mkdtempSync(join(tmpdir(), 'nong-ita-crash-'));
const template = join(root, 'template');
const cache = join(root, 'compiled');
let offices: Office[] = [];
let sound = true;

beforeAll(async () => {
  offices = await makeOffices(template);
  // A process that is killed leaves no compiled code behind; this one ends well.
  await promisify(execFile)(process.execPath, [MAIN, 'ita', 'verify', '--json'], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: template, NODE_COMPILE_CACHE: cache },
  });
});

afterAll(() => {
  if (sound) rmSync(root, { recursive: true, force: true });
  else console.log(`What the bots left lies in ${root}`);
});

function lane(name: string, random: () => number, flaw?: Flaw): Promise<Lane> {
  const common = { folder: join(root, name), template, cache, offices, random };
  return openLane(flaw === undefined ? common : { ...common, flaw });
}

describe('kill -9', () => {
  it('loses nothing that was acknowledged and delivers nothing twice', {
    timeout: ALL_WITHIN_MS,
  }, async () => {
    const began = Date.now();
    const random = seededRandom(SEED);
    const kills = shuffledKills(ROUNDS, random);
    const found: Violation[] = [];
    const lanes = await Promise.all(
      Array.from({ length: LANES }, (_, index) => lane(`lane-${index}`, seededRandom(SEED + index))),
    );
    const live = async (one: Lane) => {
      for (let kill = kills.shift(); kill !== undefined && found.length === 0; kill = kills.shift()) {
        const hit = await one.crash(kill);
        // It never came to the point: the same once more, at its first passing.
        if (!hit) kills.push({ ...kill, n: 1 });
        found.push(...(await one.recover(kill)));
      }
    };
    try {
      await Promise.all(lanes.map(live));
    } finally {
      sound = found.length === 0;
      await Promise.all(lanes.map((one) => one.stop()));
    }
    const tally = sumOf(lanes.map((one) => one.witness.tally()));
    const seconds = Math.round((Date.now() - began) / 1_000);
    console.log(tableOf(tally, { seed: SEED, lanes: LANES, seconds, violations: found.length }));
    expect(found).toEqual([]);
    expect(killsIn(tally)).toBeGreaterThanOrEqual(ROUNDS);
    if (ROUNDS < 200) return;
    expect(unanswered(tally)).toBeGreaterThanOrEqual(50);
    expect(inCommit(tally)).toBeGreaterThanOrEqual(50);
  });
});

const FINDS: readonly (readonly [Flaw, Kill, readonly Violation['promise'][]])[] = [
  ['answers-first', { point: 'commit', n: 3 }, ['acknowledged, not kept']],
  ['sends-first', { point: 'commit', n: 4 }, ['delivered twice', 'sent without a decision']],
  ['fresh-keys', { point: 'accepted-push', n: 3 }, ['delivered twice']],
  ['forgets-tries', { point: 'thirty-hours', n: 3 }, ['delivered twice', 'unknown not told']],
  ['forgets-events', { point: 'appended', n: 2 }, ['kept twice']],
  ['drops-messages', { point: 'commit', n: 3 }, ['decision not delivered', 'answer lost']],
];

describe('the comparison finds out', () => {
  it.concurrent.each(FINDS)('a bot that %s', { timeout: 120_000 }, async (flaw, kill, promises) => {
    const one = await lane(flaw, seededRandom(SEED), flaw);
    try {
      const found: Violation[] = [];
      for (let tries = 0; tries < 6 && found.length === 0; tries += 1) {
        await one.crash(kill);
        found.push(...(await one.recover(kill)));
      }
      const broken = new Set(found.map((violation) => violation.promise));
      console.log(`${flaw}: ${[...broken].join('; ')}, such as ${found[0]?.what}`);
      expect([...broken].filter((promise) => promises.includes(promise))).not.toEqual([]);
    } finally {
      await one.stop();
    }
  });
});
