/** Durable appends per second of the default store, beside the limit of the disk measured in the same run. */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEntry } from '../src/domain/entry.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';

const MEASURED_MS = 1_500;

/** One line per way; absolute figures belong to this machine, compare the ratios. */
export async function bench(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-bench-'));
  try {
    const bare = bareWrites(folder);
    const lines = [`write + fsync, one by one        ${rate(bare)}/s  1.0`];
    for (const clients of [1, 8, 64]) {
      const appends = await storeAppends(join(folder, `clients-${clients}`), clients);
      const name = `store.append, ${clients} at once`.padEnd(32);
      lines.push(`${name} ${rate(appends)}/s  ${(appends / bare).toFixed(1)}`);
    }
    return lines;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bareWrites(folder: string): number {
  const file = openSync(join(folder, 'bare'), 'a');
  const line = Buffer.from(JSON.stringify(report(1)));
  const started = performance.now();
  let count = 0;
  for (; performance.now() - started < MEASURED_MS; count += 1) {
    writeSync(file, line);
    fsyncSync(file);
  }
  const perSecond = (count * 1_000) / (performance.now() - started);
  closeSync(file);
  return perSecond;
}

async function storeAppends(folder: string, clients: number): Promise<number> {
  const store = openSqliteStore({ folder });
  let count = 0;
  const started = performance.now();
  const client = async (agency: string) => {
    for (let version = 0; performance.now() - started < MEASURED_MS; version += 1) {
      const seen = `${agency}-${version}`;
      const result = await store.append(agency, version, { events: [report(version)], seen, now: version });
      if (result.kind !== 'appended') throw new Error(`append ${version} of ${agency}: ${result.kind}`);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, i) => client(`office-${i}`)));
  const perSecond = (count * 1_000) / (performance.now() - started);
  await store.close();
  return perSecond;
}

/** A report as it comes most often, some 240 bytes. */
function report(n: number): NewEntry {
  return {
    at: n,
    kept: n,
    by: { kind: 'member', member: 'k3v9q2m7x1' },
    cause: `01HZZZZZZZZZZZZZZZZZZ${n}`,
    event: { type: 'item-reported', v: 1, item: 'a8d3k1', report: `r${n}`, status: 'done', chat: 'direct' },
  };
}

function rate(perSecond: number): string {
  return Math.round(perSecond).toLocaleString('en').padStart(8);
}
