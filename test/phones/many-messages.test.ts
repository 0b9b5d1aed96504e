/** A long chat stays fluid: the 500th card costs about what the 50th did. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAID } from '../chat/everything-said.ts';
import { EXAMPLE, sceneIn } from '../chat/scenes.ts';
import { withoutChromium } from './browser.ts';
import { openChat, phoneOf, setTable, type Table } from './table.ts';

describe.skipIf(withoutChromium)('many messages', () => {
  let table: Table;
  beforeAll(async () => {
    table = await setTable();
  }, 120_000);
  afterAll(() => table?.close());

  it('fifty more cards after five hundred take at most five times as long', {
    timeout: 120_000,
  }, async () => {
    const page = await table.open();
    const { stage } = table;
    const { user } = table.person('wandee');
    const phone = phoneOf(page, { user });
    await openChat(phone, 'group');
    const cards = SAID.sayItem?.(sceneIn(EXAMPLE)).flat() ?? [];
    let count = 0;
    /** Milliseconds until the page has drawn so many more. */
    const append = async (more: number) => {
      const start = performance.now();
      for (let index = 0; index < more; index += 1) {
        count += 1;
        stage.platform.world.write(stage.bot.userId, stage.group, {
          from: 'bot',
          bot: stage.bot.userId,
          message: JSON.parse(JSON.stringify(cards[count % cards.length])),
          via: 'push',
          at: stage.clock.now(),
          id: `many-${count}`,
        });
      }
      await phone.locator(`[data-id="many-${count}"]`).waitFor();
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      return performance.now() - start;
    };
    await append(10);
    const early = await append(50);
    await append(440);
    const late = await append(50);
    expect(await phone.locator('.line').count()).toBeGreaterThanOrEqual(550);
    process.stdout.write(`50 cards: ${early.toFixed(0)} ms; 50 after 500: ${late.toFixed(0)} ms\n`);
    expect(late).toBeLessThan(Math.max(early * 5, 500));
    // The newest is in sight, and one may still look back.
    await expect.poll(() => phone.locator('.line').last().isVisible()).toBe(true);
    expect(await phone.locator('.scroller').evaluate((one) => one.scrollTop)).toBeGreaterThan(1000);
    // A page opened now draws the newest only, and the rest when asked.
    const again = await table.open();
    const fresh = phoneOf(again, { user });
    await openChat(fresh, 'group');
    expect(await fresh.locator('.line').count()).toBeLessThan(100);
    await fresh.locator('.earlier').evaluate((one) => one.dispatchEvent(new Event('click')));
    await expect.poll(() => fresh.locator('.line').count(), { timeout: 20_000 }).toBeGreaterThan(400);
    expect(table.complaints).toEqual([]);
  });
});
