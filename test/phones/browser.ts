/** Debian's Chromium for tests: found, or installed where that may be done. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `WITHOUT=chromium` leaves out what needs it, on purpose. */
export const withoutChromium = (process.env.WITHOUT ?? '').split(',').includes('chromium');

/** Where pictures of the phones are kept for somebody to look at. */
export const screenshots = process.env.SCREENSHOTS ?? join(tmpdir(), 'nong-ita-screenshots');

export async function openBrowser(): Promise<Browser> {
  mkdirSync(screenshots, { recursive: true });
  // Everything it opens is on this machine; the sandbox does not start for root.
  return chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
}

function findChromium(): string {
  const found = PLACES.find((place) => existsSync(place));
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const apt = (...args: string[]) =>
      execFileSync('apt-get', ['-qq', ...args], {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
    return findChromium();
  }
  throw new Error('These tests need Chromium: install the package "chromium", or set WITHOUT=chromium.');
}

export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
}
