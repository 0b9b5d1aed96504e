/** `/privacy`, and the page of a person's own data, as the whole program serves them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { type SetClock, setClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import type { Store } from '../../src/flow/ports.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { aStage, OFFICE, userOf } from '../flow/stage.ts';
import { agencyAdded, START } from '../support/an-agency.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const own = { kind: 'own-data', member: 'works-staff' } as const;

async function anApp(): Promise<{ app: App; clock: SetClock; store: Store; url: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-privacy-'));
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder });
  const store = openMemoryStore();
  await aStage({ store });
  const clock = setClock(START, async () => {});
  const app = await startApp({ config, clock, log: silent, store, linksToThisMachine: true });
  onTestFinished(async () => {
    await app.stop();
    rmSync(folder, { recursive: true });
  });
  return { app, clock, store, url: `http://127.0.0.1:${app.port}` };
}

const here = (link: string | null) => (link ?? '').replace('localhost', '127.0.0.1');

it('/privacy tells the office, its contact, what is kept and how to ask', async () => {
  const { url, app } = await anApp();
  const response = await fetch(`${url}/privacy`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const page = await response.text();
  for (const words of ['องค์การบริหารส่วนตำบลดอนตะวัน', 'ขอข้อมูลของฉัน', 'ลบข้อมูลของฉัน', '0-0000-0000', '5 ปี'])
    expect(page).toContain(words);
  expect(page).not.toMatch(/ชื่อ-|[UC][0-9a-f]{32}/);
  expect(here(app.world.link(OFFICE, { kind: 'privacy' }))).toBe(`${url}/privacy`);
  expect((await fetch(`${url}/privacy`, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${url}/privacy/other`)).status).toBe(404);
});

it('/privacy names no office where several are served', async () => {
  const { url, store } = await anApp();
  await store.append('annex', 0, { events: [agencyAdded()], now: START });
  const page = await (await fetch(`${url}/privacy`)).text();
  expect(page).not.toContain('ดอนตะวัน');
  expect(page).toContain('หน่วยงานที่เปิดใช้บัญชี LINE นี้');
});

it('own data opens by its link alone, for an hour', async () => {
  const { app, clock, url } = await anApp();
  const link = here(app.world.link(OFFICE, own));
  const response = await fetch(link);
  const page = await response.text();
  expect(response.headers.get('cache-control')).toBe('no-store');
  for (const words of ['ชื่อ-works-staff', userOf('works-staff'), 'เจ้าหน้าที่ กองช่าง', 'ลงทะเบียน'])
    expect(page).toContain(words);
  expect(page).not.toContain('finance-staff');
  // Whoever changes whose it is has no signature for it.
  const [head = '', body = '', mac = ''] = link.split('/').at(-1)?.split('.') ?? [];
  const another = Buffer.from(
    Buffer.from(body, 'base64url').toString().replace('works-staff', 'coordinator'),
  ).toString('base64url');
  expect((await fetch(`${url}/d/${head}.${another}.${mac}`)).status).toBe(404);
  await clock.set(START + 3_600_000 - 1000);
  expect((await fetch(link)).status).toBe(200);
  await clock.set(START + 3_600_000);
  expect((await fetch(link)).status).toBe(410);
});

it('own data is gone with the person, though the link has not ended', async () => {
  const { app } = await anApp();
  const link = here(app.world.link(OFFICE, own));
  const events = (['member-left', 'member-erased'] as const).map(
    (type) => ({ type, v: 1, member: own.member }) as const,
  );
  await app.ledger.transact(OFFICE, () => ({ result: null, events }));
  expect((await fetch(link)).status).toBe(404);
  expect((await fetch(here(app.world.link(OFFICE, { ...own, member: 'constructor' })))).status).toBe(404);
});
