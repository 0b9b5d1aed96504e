/** Pages as Chromium draws them on a phone, from a real server. With SCREENSHOTS set their pictures stay in that folder. */
import { join } from 'node:path';
import { Router } from 'express';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agency } from '../../src/domain/agency.ts';
import type { OwnData } from '../../src/domain/own-data.ts';
import type { Log } from '../../src/flow/ports.ts';
import { paperRouter } from '../../src/http/paper-router.ts';
import { type HttpServer, startHttp } from '../../src/http/server.ts';
import { createLinks, type Links } from '../../src/http/signed-link.ts';
import { openBrowser, screenshots, withoutChromium } from '../phones/browser.ts';
import { everyPage, HEAD, HOSTILE_ITEM, hostileOffice, NOW, officeInUse } from './offices.ts';

const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
const OFFICES: Readonly<Record<string, Agency>> = { office: officeInUse(), hostile: hostileOffice() };
const M1 = Object.values(OFFICES.office?.items ?? {}).find(
  ({ kind, number }) => kind === 'measure' && number === 1,
);
/** A person with much kept of him. */
const OWN: OwnData = {
  office: OFFICES.office?.profile?.name ?? '',
  member: 'kJ8s0aQx-3fLmZ1p',
  name: 'นางสาวใบเฟิร์น สมมุติทรัพย์',
  line: `U${'0123456789abcdef'.repeat(2)}`,
  roles: [{ role: 'staff', division: 'finance' }],
  acting: [{ id: 'a', role: { role: 'head', division: 'finance' }, from: '2026-02-01', until: '2026-02-28' }],
  joined: NOW,
  left: null,
  entries: ['https://dontawan.example.org/เอกสาร/'.repeat(6), 'รอหนังสือจากจังหวัด', 'ก'.repeat(300)].map(
    (text, index) => ({
      seq: index,
      at: NOW,
      own: index > 0,
      event: {
        ...{
          type: 'item-reported',
          v: 1,
          item: M1?.id ?? '',
          report: 'r',
          status: 'in_progress',
          percent: 60,
        },
        chat: 'direct',
      } as const,
      texts: [text],
    }),
  ),
  files: ['แผนปฏิบัติการป้องกันการทุจริต.docx'],
  waiting: 2,
};
const PAGES = [
  ...everyPage(M1?.id ?? '', 'finance').map(([name, page]) => ({ name, page, agency: 'office' })),
  ...everyPage(HOSTILE_ITEM, 'hostile-division').map(([name, page]) => ({
    name: `hostile-${name}`,
    page,
    agency: 'hostile',
  })),
];

describe.skipIf(withoutChromium)('on a phone', () => {
  let [browser, server, links]: [Browser?, HttpServer?, Links?] = [];
  let now = NOW;
  const complaints: string[] = [];

  beforeAll(async () => {
    const clock = { now: () => now };
    const made = createLinks('s'.repeat(32), () => `http://127.0.0.1:${server?.port}`, clock);
    links = made;
    const read = async (id: string) => {
      const agency = OFFICES[id];
      return agency === undefined ? null : { agency, head: HEAD };
    };
    const [own, office] = [async () => OWN, async () => OFFICES.office?.profile ?? null];
    const pages = paperRouter({ log: silentLog, clock, links: made, read, own, office });
    const world = { log: silentLog, webhook: Router(), pages, ready: async () => {} };
    server = await startHttp(world, 0, '127.0.0.1');
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    expect(complaints).toEqual([]);
  });

  async function open(url: string, width = 390): Promise<Tab> {
    if (browser === undefined) throw new Error('no browser');
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      locale: 'th-TH',
      deviceScaleFactor: 2,
      isMobile: true,
    });
    const tab = await context.newPage();
    tab.on('console', (line) => line.type() === 'error' && complaints.push(`${url.length}: ${line.text()}`));
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await tab.goto(url);
    await tab.evaluate('document.fonts.ready');
    return tab;
  }

  async function picture(tab: Tab, name: string): Promise<void> {
    if (process.env.SCREENSHOTS === undefined) return;
    const path = join(screenshots, `paper-${name}.png`);
    await tab.screenshot({ path, fullPage: true, animations: 'disabled' });
  }

  it.each(PAGES)('$name fits, in its own font', async ({ name, page, agency }) => {
    const tab = await open(links?.link(agency, page) ?? '');
    const seen = await tab.evaluate(`({
      wide: document.documentElement.scrollWidth,
      beyond: [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > 390.5).length,
      small: [...document.querySelectorAll('p, li, td, th, dd, dt')].filter((one) => parseFloat(getComputedStyle(one).fontSize) < 14).length,
      fonts: [...document.fonts].filter((face) => face.status === 'loaded').length,
    })`);
    expect(seen).toMatchObject({ wide: 390, beyond: 0, small: 0 });
    expect((seen as { fonts: number }).fonts).toBeGreaterThanOrEqual(2);
    await picture(tab, name);
    await tab.context().close();
  });

  it.each(['own-data', 'privacy'] as const)('%s fits too, in its own font', async (kind) => {
    const page = kind === 'privacy' ? { kind } : { kind, member: OWN.member };
    for (const width of [390, 320]) {
      const tab = await open(links?.link('office', page) ?? '', width);
      const seen = await tab.evaluate(`({
        wide: document.documentElement.scrollWidth,
        fonts: [...document.fonts].filter((face) => face.status === 'loaded').length,
      })`);
      expect((seen as { wide: number }).wide).toBe(width);
      expect((seen as { fonts: number }).fonts).toBeGreaterThanOrEqual(2);
      if (width === 390) await picture(tab, kind);
      await tab.context().close();
    }
  });

  it('and an old phone is wide enough too', async () => {
    const tab = await open(links?.link('office', { kind: 'progress', division: null }) ?? '', 320);
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await tab.context().close();
  });

  it('regrets are readable', async () => {
    const link = links?.link('office', { kind: 'progress', division: null }) ?? '';
    now += 8 * 86_400_000;
    const expired = await open(link);
    await picture(expired, 'expired');
    expect(await expired.locator('h1').textContent()).toBe('ลิงก์นี้หมดอายุแล้วค่ะ');
    now = NOW;
    const unknown = await open(`${link}x`);
    await picture(unknown, 'unknown');
    expect(await unknown.locator('h1').textContent()).toBe('ไม่พบหน้านี้ค่ะ');
    // Chromium names the status of a page it got no 2xx for; that is no complaint of the page.
    complaints.splice(0);
    for (const tab of [expired, unknown]) await tab.context().close();
  });

  it('prints on A4', async () => {
    const tab = await open(links?.link('office', { kind: 'missing', division: null }) ?? '');
    const keep =
      process.env.SCREENSHOTS === undefined ? {} : { path: join(screenshots, 'paper-missing.pdf') };
    const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: false, ...keep });
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1')) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await tab.context().close();
  });
});
