/** The demo's stage with its phones, and a browser that looks at them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { openStage, type Person, type Stage } from '../../src/cli/stage.ts';
import { silentLog } from '../support/main-job.ts';
import { openBrowser } from './browser.ts';

export interface Table {
  readonly stage: Stage;
  /** What the page said on its console or threw; should stay empty. */
  readonly complaints: string[];
  person(key: string): Person;
  /** A fresh page; the tour is put away unless it is wanted. */
  open(options?: { width?: number; height?: number; tour?: boolean }): Promise<Page>;
  /** Sends messages as the bot would, without the bot; answers the HTTP status. */
  push(to: string, messages: readonly unknown[]): Promise<number>;
  close(): Promise<void>;
}

export async function setTable(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-phones-'));
  const stage = await openStage({ folder, log: silentLog, phones: {} });
  let browser: Browser | undefined;
  const complaints: string[] = [];
  return {
    stage,
    complaints,
    person(key) {
      const found = stage.people.find((one) => one.key === key);
      if (found === undefined) throw new Error(`nobody is called ${key}`);
      return found;
    },
    async open({ width = 1440, height = 900, tour = false } = {}) {
      browser ??= await openBrowser();
      const context = await browser.newContext({
        viewport: { width, height },
        locale: 'th-TH',
        ...(width < 720 && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
      });
      if (!tour) await context.addInitScript("localStorage.setItem('nong-ita.tour', 'seen')");
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(`${stage.platformUrl}/phones`);
      await page.waitForSelector('body[data-ready]');
      return page;
    },
    async push(to, messages) {
      const answer = await fetch(`${stage.platformUrl}/v2/bot/message/push`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${stage.bot.token}` },
        body: JSON.stringify({ to, messages }),
      });
      return answer.status;
    },
    async close() {
      await browser?.close();
      await stage.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

export function phoneOf(page: Page, person: Pick<Person, 'user'>): Locator {
  return page.locator(`.phone[data-user="${person.user}"]`);
}

/** Opens the chat with the bot, or the group's. */
export async function openChat(phone: Locator, chat: 'bot' | 'group'): Promise<void> {
  await phone.locator(`[role=tab][data-chat=${chat}]`).click();
}

export async function type(phone: Locator, words: string): Promise<void> {
  await phone.locator('.composer textarea').fill(words);
  await phone.locator('.composer textarea').press('Enter');
}

/** Waits until the clock has come to rest. */
export async function clockStands(page: Page): Promise<void> {
  await page.locator('.date.moving').waitFor({ state: 'detached' });
}
