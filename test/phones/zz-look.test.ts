import { afterAll, beforeAll, it } from 'vitest';
import { SAID } from '../chat/everything-said.ts';
import { EXAMPLE, sceneIn, TWO_YEARS, PROVISIONAL } from '../chat/scenes.ts';
import { setTable, type Table } from './table.ts';
let table: Table;
beforeAll(async () => { table = await setTable(); }, 120_000);
afterAll(() => table?.close());
const singles = (m: any): any[] => m.type === 'flex' && m.contents.type === 'carousel' ? m.contents.contents.map((c: any) => ({ ...m, contents: c })) : [m];
it('look', { timeout: 300_000 }, async () => {
  const page = await table.open({ height: 1000, width: 1320 } as any);
  const sheets: [string, string, any, number, number][] = JSON.parse(process.env.SHEETS ?? '[]');
  for (const [file, fn, place, from, count] of sheets) {
    const agency = place.two ? TWO_YEARS : place.prov ? PROVISIONAL : EXAMPLE;
    const scene = sceneIn(agency, place);
    const messages = (SAID[fn]!(scene) as any).flat().slice(from, from + count).flatMap(singles).slice(0, 8);
    await page.evaluate(`(async () => {
      document.querySelectorAll('.zz').forEach((e) => e.remove());
      const { drawMessage } = await import('/phones/message.js');
      const root = document.createElement('div');
      root.className = 'zz';
      root.style.cssText = 'position:fixed;z-index:90;top:0;left:0;width:1300px;background:#8cabd9;display:flex;flex-wrap:wrap;gap:8px;align-items:flex-start;padding:8px';
      document.body.append(root);
      for (const m of ${JSON.stringify(messages)}) {
        const booth = document.createElement('div');
        booth.className = 'told';
        booth.style.cssText = 'width:308px;flex:none;padding:0';
        booth.append(drawMessage(m, { press() {}, nameOf: (u) => u }));
        if (m.quickReply) { const q = document.createElement('div'); q.style.cssText='font:12px Sarabun;background:#fff8;margin-top:4px'; q.textContent = '↳ ' + m.quickReply.items.map((i) => '[' + i.action.label + ']').join(' '); booth.append(q); }
        root.append(booth);
      }
      await document.fonts.ready;
      await new Promise((r) => setTimeout(r, 200));
    })()`);
    const box = await page.evaluate('document.querySelector(".zz").getBoundingClientRect().height') as number;
    await page.setViewportSize({ width: 1320, height: Math.ceil(box) + 20 });
    await page.locator('.zz').screenshot({ path: `/tmp/look/${file}.png` });
  }
});
