/** Links as the whole program makes and opens them. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startApp } from '../../src/app.ts';
import { setClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import type { Page } from '../../src/domain/page.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { aStage } from '../flow/stage.ts';
import { START } from '../support/an-agency.ts';

const missing: Page = { kind: 'missing', division: null };
const silent = { info: () => {}, warn: () => {}, error: () => {} };

async function anApp(env: Readonly<Record<string, string>> = {}, linksToThisMachine = false) {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-links-'));
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, ...env });
  const store = openMemoryStore();
  await aStage({ store });
  const clock = setClock(START, async () => {});
  const app = await startApp({ config, clock, log: silent, store, linksToThisMachine });
  onTestFinished(async () => {
    await app.stop();
    rmSync(folder, { recursive: true });
  });
  return { app, folder };
}

it('the demo has links to this machine, and they open', async () => {
  const { app } = await anApp({}, true);
  const link = app.world.link('office', missing) ?? '';
  expect(link).toMatch(new RegExp(`^http://localhost:${app.port}/d/`));
  const response = await fetch(link.replace('localhost', '127.0.0.1'));
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text).toContain('มาตรการที่ 1');
  // What lies beside the ledger is not read for a page.
  expect(text).not.toMatch(/ชื่อ-|finance-staff|[UC][0-9a-f]{32}/);
});

it('the real thing has none without PUBLIC_URL, and leads there with it', async () => {
  expect((await anApp()).app.world.link('office', missing)).toBeNull();
  const { app } = await anApp({ PUBLIC_URL: 'https://ita.example.org' }, true);
  expect(app.world.link('office', missing)).toMatch(/^https:\/\/ita\.example\.org\/d\//);
});

it('a secret is kept in the data folder, unless one is given', async () => {
  const kept = (folder: string) => existsSync(join(folder, 'link.secret'));
  expect(kept((await anApp()).folder)).toBe(true);
  expect(kept((await anApp({ LINK_SECRET: 'x'.repeat(32) })).folder)).toBe(false);
});
