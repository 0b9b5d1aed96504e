/** What the bot and LINE's showcase can say is drawn in full; what is wrong is refused, marked or harmless. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAID } from '../chat/everything-said.ts';
import { EXAMPLE, sceneIn, TWO_YEARS } from '../chat/scenes.ts';
import { screenshots, shoot, withoutChromium } from './browser.ts';
import { openChat, phoneOf, setTable, type Table } from './table.ts';

const folder = new URL('./showcase/', import.meta.url);
const SHOWCASE = readdirSync(folder).map((file): [string, unknown] => [
  file.replace('.json', ''),
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
]);

interface Drawn {
  readonly marks: readonly string[];
  readonly cut: readonly string[];
  readonly shown: number;
}

/** Draws a message alone in a column as wide as a phone's, with the page's own code. */
function draw(page: Page, message: unknown): Promise<Drawn> {
  return page.evaluate(`(async () => {
    const { drawMessage } = await import('/phones/message.js');
    const booth = document.getElementById('booth');
    booth.replaceChildren(drawMessage(${JSON.stringify(message)}, { press() {}, nameOf: (user) => user }));
    await new Promise((resolve) => setTimeout(resolve, 0));
    return {
      marks: [...booth.querySelectorAll('.marks code')].map((mark) => mark.textContent),
      cut: [...booth.querySelectorAll('p, .fx-label')]
        .filter((part) => part.scrollWidth > part.clientWidth + 1)
        .map((part) => part.textContent),
      shown: booth.getBoundingClientRect().height,
    };
  })()`);
}

/** A place to draw in; the phones stay below. */
async function buildBooth(page: Page): Promise<void> {
  await page.evaluate(`{
    const booth = document.createElement('div');
    booth.id = 'booth';
    booth.className = 'told';
    booth.style.cssText = 'position:fixed;z-index:40;top:0;left:0;width:308px;background:#8cabd9;padding:0';
    document.body.append(booth);
  }`);
}

describe.skipIf(withoutChromium)('what stands on the phones', () => {
  let table: Table;
  beforeAll(async () => {
    table = await setTable();
  }, 120_000);
  afterAll(() => table?.close());

  it('everything the bot can say is drawn without ⚠, with no word cut', { timeout: 120_000 }, async () => {
    const page = await table.open({ height: 1100 });
    await buildBooth(page);
    let count = 0;
    for (const scene of [
      sceneIn(EXAMPLE),
      sceneIn(EXAMPLE, { who: 'coordinator', group: true }),
      sceneIn(EXAMPLE, { who: null }),
      sceneIn(TWO_YEARS),
    ]) {
      for (const [name, say] of Object.entries(SAID)) {
        const messages = say(scene).flat();
        for (const [index, message] of messages.entries()) {
          // Every kind, and a few of the kinds that are said once per item.
          if (index > 11) break;
          const drawn = await draw(page, message);
          expect(drawn.marks, `${name}: ${JSON.stringify(message)}`).toEqual([]);
          expect(drawn.cut, name).toEqual([]);
          expect(drawn.shown, name).toBeGreaterThan(20);
          count += 1;
          if (index === 0 && scene.group === null && scene.member?.id === 'finance-staff')
            await page.locator('#booth').screenshot({ path: `${screenshots}/said-${name}.png` });
        }
      }
    }
    expect(count).toBeGreaterThan(100);
    expect(table.complaints).toEqual([]);
  });

  it.each(
    SHOWCASE,
  )('the showcase shape %s is accepted by the platform and drawn without ⚠', async (name, message) => {
    const { user } = table.person('baifern');
    expect(await table.push(user, [message])).toBe(200);
    const page = await table.open({ height: 1100 });
    const line = phoneOf(page, { user }).locator('.line.from-bot').last();
    await line.locator('.fx-bubble').first().waitFor();
    expect(await line.locator('.marks').count()).toBe(0);
    const size = await line.locator('.fx-bubble').first().boundingBox();
    expect(size?.height).toBeGreaterThan(60);
    await line.screenshot({ path: `${screenshots}/showcase-${name}.png` });
    expect(table.complaints).toEqual([]);
    await page.context().close();
  });

  it('marks what it does not draw, and names what it does not know', async () => {
    const page = await table.open();
    await buildBooth(page);
    const text = { type: 'text', text: 'ก', size: 'enormous', sparkle: true };
    const contents = [
      text,
      { type: 'hologram' },
      { type: 'image', url: 'https://a.test/a.png', animated: true },
    ];
    const body = { type: 'box', layout: 'vertical', contents };
    const { marks } = await draw(page, { type: 'flex', altText: 'ก', contents: { type: 'bubble', body } });
    expect(marks).toEqual(
      expect.arrayContaining(['text.sparkle', 'text.size: enormous', 'vertical: hologram', 'image.animated']),
    );
    expect((await draw(page, { type: 'coupon' })).marks).toEqual(['message: coupon']);
  });

  it('draws templates, textV2 and the other kinds', async () => {
    const page = await table.open();
    await buildBooth(page);
    const say = { type: 'message', label: 'ตกลง', text: 'ตกลง' };
    const columns = [1, 2, 3].map((n) => ({ title: `ใบที่ ${n}`, text: 'ข้อความ', actions: [say] }));
    const messages = [
      {
        type: 'template',
        altText: 'ก',
        template: { type: 'buttons', title: 'หัวข้อ', text: 'ข้อความ', actions: [say, say] },
      },
      {
        type: 'template',
        altText: 'ก',
        template: { type: 'confirm', text: 'ยืนยันไหมคะ', actions: [say, say] },
      },
      { type: 'template', altText: 'ก', template: { type: 'carousel', columns } },
      {
        type: 'textV2',
        text: 'ถึง {who} {{ค่ะ}}',
        substitution: { who: { type: 'mention', mentionee: { type: 'all' } } },
      },
      { type: 'image', originalContentUrl: 'https://a.test/a.jpg', previewImageUrl: 'https://a.test/a.jpg' },
      { type: 'sticker', packageId: '1', stickerId: '2' },
      { type: 'location', title: 'อบต.', address: 'หมู่ 1', latitude: 13, longitude: 100 },
    ];
    for (const message of messages) {
      const drawn = await draw(page, message);
      expect(drawn.marks).toEqual([]);
      expect(drawn.shown).toBeGreaterThan(20);
    }
    await draw(page, messages[3]);
    expect(await page.locator('#booth').textContent()).toBe('ถึง @All {ค่ะ}');
    expect(table.complaints).toEqual([]);
  });

  it('a broken Flex message is refused and stands red in the wire view', { timeout: 60_000 }, async () => {
    const page = await table.open();
    const contents = {
      type: 'bubble',
      body: { type: 'box', layout: 'diagonal', contents: [{ type: 'text', text: '' }] },
    };
    await page.click('#wire');
    expect(await table.push(table.person('wandee').user, [{ type: 'flex', altText: 'เสีย', contents }])).toBe(
      400,
    );
    const wrong = page.locator('.wire li.wrong').first();
    await wrong.waitFor();
    expect(await wrong.textContent()).toContain('400');
    expect(await wrong.locator('.rule code').first().textContent()).toMatch(/^\/messages\/0\/contents\/body/);
    await wrong.locator('summary').click();
    await wrong.locator('pre').first().waitFor();
    expect(await wrong.locator('pre').first().textContent()).toContain('diagonal');
    await shoot(page, 'wire-1440');
    await page.keyboard.press('Escape');
    expect(await page.locator('.drawer').count()).toBe(0);
  });

  it('a message full of markup stays words', { timeout: 60_000 }, async () => {
    const page = await table.open();
    const evil = '<img src=x onerror="alert(1)"><script>alert(2)</script><b>หนา</b>';
    const action = { type: 'uri', label: evil.slice(0, 20), uri: 'javascript:alert(3)' };
    const text = {
      type: 'text',
      text: evil,
      wrap: true,
      color: '#000000;background:url(//evil.test)',
      action,
    };
    const body = { type: 'box', layout: 'vertical', contents: [text, { type: 'button', action }] };
    // Past the platform's checks, as a fault of ours might let it: straight into the chat.
    const { world } = table.stage.platform;
    const { user } = table.person('wandee');
    const messages = [
      { type: 'text', text: `${evil} javascript:alert(4)` },
      { type: 'flex', altText: evil, contents: { type: 'bubble', body } },
    ];
    for (const [index, message] of messages.entries())
      world.write(table.stage.bot.userId, user, {
        from: 'bot',
        bot: table.stage.bot.userId,
        message,
        via: 'push',
        at: table.stage.clock.now(),
        id: `9${index}`,
      });
    const phone = phoneOf(page, { user });
    await openChat(phone, 'bot');
    const line = phone.locator('.line.from-bot').last();
    await line.getByText('<script>').first().waitFor();
    expect(await phone.locator('.lines script, .lines b:has-text("หนา"), .lines img').count()).toBe(0);
    expect(await phone.locator('.lines a[href^="javascript"]').count()).toBe(0);
    await line.locator('.fx-button').click();
    await page.getByText('เปิดลิงก์นี้ไม่ได้').waitFor();
    expect(page.context().pages()).toHaveLength(1);
    expect(table.complaints).toEqual([]);
  });
});
