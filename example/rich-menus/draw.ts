/**
 * Draws the rich menus' images from `menus.json`: `node example/rich-menus/draw.ts`. Needs Chromium (CHROMIUM, default
 * /usr/bin/chromium); the images are kept, so only who changes a menu runs it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

interface Drawn {
  readonly image: string;
  readonly menu: {
    readonly size: { readonly width: number; readonly height: number };
    readonly areas: readonly { readonly action: { readonly label: string } }[];
  };
}

const here = import.meta.dirname;
const fontFile = join(here, '../../node_modules/@fontsource/sarabun/files/sarabun-thai-700-normal.woff2');
const font = readFileSync(fontFile).toString('base64');
const menus = JSON.parse(readFileSync(join(here, 'menus.json'), 'utf8')) as readonly Drawn[];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const { image, menu } of menus) {
  const page = await browser.newPage({ viewport: menu.size });
  const cells = menu.areas.map(({ action }) => `<div>${action.label}</div>`).join('');
  await page.setContent(`<!doctype html><html lang="th"><style>
    @font-face { font-family: Sarabun; font-weight: 700; src: url(data:font/woff2;base64,${font}); }
    body { margin: 0; display: flex; height: 100vh; background: #0b5d3b; font: 700 58px/1.5 Sarabun; color: #fff; }
    div { flex: 1; display: grid; place-items: center; text-align: center; }
    div + div { border-left: 4px solid #ffffff55; }
  </style><body>${cells}</body></html>`);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(here, image) });
  await page.close();
}
await browser.close();
