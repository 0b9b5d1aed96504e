import { setTable, type Table } from '../test/phones/table.ts';

const OPENINGS = 5;

/** How long a newcomer waits for the phones, beside an answer of the same server with nothing to draw. */
export async function bench(): Promise<string[]> {
  const table = await setTable();
  try {
    // The browser's own start is not ours to be slow at.
    await table.open();
    const blank = await median(() => emptyAnswer(table));
    const phones = await median(() => firstOpen(table));
    return [
      `an answer with nothing to draw       ${blank.toFixed(0).padStart(6)} ms  1.0`,
      `first open of the phones, all drawn  ${phones.toFixed(0).padStart(6)} ms  ${(phones / blank).toFixed(1)}`,
    ];
  } finally {
    await table.close();
  }
}

async function firstOpen(table: Table): Promise<number> {
  const started = performance.now();
  await table.open();
  return performance.now() - started;
}

async function emptyAnswer(table: Table): Promise<number> {
  const page = await table.open();
  const started = performance.now();
  await page.goto(`${table.stage.platformUrl}/phones/wire?after=999999`);
  return performance.now() - started;
}

async function median(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < OPENINGS; round += 1) times.push(await measure());
  return times.sort((a, b) => a - b)[Math.floor(OPENINGS / 2)] ?? 0;
}
