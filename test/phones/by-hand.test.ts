/** Everything else a person does on a phone: by hand, by keyboard, on a PC, with faults ordered from the drawer. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shoot, withoutChromium } from './browser.ts';
import { clockStands, openChat, phoneOf, setTable, type Table, type } from './table.ts';

/** One grey pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

/** The newest webhook event of a type, as the bot got it. */
function heard(table: Table, wanted: string): Record<string, unknown> | undefined {
  return table.stage.platform.record.webhooks
    .flatMap(({ events }) => events as Record<string, unknown>[])
    .findLast((event) => event.type === wanted);
}

describe.skipIf(withoutChromium)('by hand', () => {
  let table: Table;
  let page: Page;
  beforeAll(async () => {
    table = await setTable();
    page = await table.open();
  }, 120_000);
  afterAll(async () => {
    await table?.close();
    expect(table?.complaints ?? []).toEqual([]);
  });
  const phone = (key: string) => phoneOf(page, table.person(key));

  it('sends a picture, a file and a sticker', async () => {
    const din = phone('din');
    const attach = async (words: string) => {
      await din.getByLabel('แนบ').click();
      const chooser = words.includes('สติก') ? null : page.waitForEvent('filechooser');
      await din.getByRole('button', { name: words }).click();
      return chooser;
    };
    const image = await attach('ส่งรูปภาพ');
    await image?.setFiles({ name: 'หลักฐาน.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') });
    await din.locator('.own .photo img').waitFor();
    const file = await attach('ส่งไฟล์');
    await file?.setFiles({ name: 'แผน.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') });
    await din.locator('.own .file').getByText('แผน.pdf').waitFor();
    await attach('ส่งสติกเกอร์');
    await din.locator('.own .sticker').waitFor();
    await expect.poll(() => heard(table, 'message')?.message).toMatchObject({ type: 'sticker' });
  });

  it('edits and takes back a message in the group', async () => {
    const wandee = phone('wandee');
    await openChat(wandee, 'group');
    await type(wandee, 'พรุ่งนี้ประชุม');
    await wandee.locator('.own').getByText('พรุ่งนี้ประชุม').waitFor();
    await wandee.locator('.own .dots').last().click();
    await page.locator('dialog textarea').fill('มะรืนนี้ประชุม');
    await page.getByRole('button', { name: 'แก้ไขข้อความ' }).click();
    await wandee.getByText('แก้ไขแล้ว').waitFor();
    expect(await wandee.locator('.own .said').last().textContent()).toBe('มะรืนนี้ประชุม');
    expect(heard(table, 'messageEdited')).toBeDefined();
    await wandee.locator('.own .dots').last().click();
    await page.getByRole('button', { name: 'ยกเลิกการส่ง' }).click();
    await wandee.getByText('ยกเลิกข้อความ').waitFor();
    expect(heard(table, 'unsend')).toBeDefined();
  });

  it('quick replies go with the next message, and are hidden on a PC like the menu', async () => {
    const baifern = phone('baifern');
    await type(baifern, 'สวัสดี');
    await baifern.locator('.quick button').first().waitFor();
    await baifern.getByLabel('ตัวเลือกของโทรศัพท์นี้').click();
    await baifern.getByRole('switch').check();
    await page.keyboard.press('Escape');
    expect(await baifern.locator('.quick').isVisible()).toBe(false);
    expect(await baifern.locator('.rich').isVisible()).toBe(false);
    await shoot(page, 'line-for-pc-1440');
    await baifern.getByLabel('ตัวเลือกของโทรศัพท์นี้').click();
    await baifern.getByRole('switch').uncheck();
    await page.keyboard.press('Escape');
    await baifern.locator('.quick button').first().click();
    await expect.poll(() => heard(table, 'postback')).toBeDefined();
    await type(baifern, 'ขอบคุณ');
    await baifern.locator('.own').getByText('ขอบคุณ').waitFor();
  });

  it('presses the rich menu, and sees the bot think', async () => {
    const din = phone('din');
    await din.locator('.rich-picture button').first().click();
    await din.locator('.line.own').last().waitFor();
    await din.locator('.line.from-bot').last().getByText('กองช่าง').first().waitFor();
    const { platformUrl, bot } = table.stage;
    const answer = await fetch(`${platformUrl}/v2/bot/chat/loading/start`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bot.token}` },
      body: JSON.stringify({ chatId: table.person('din').user, loadingSeconds: 5 }),
    });
    expect(answer.status).toBe(202);
    await din.locator('.typing').waitFor();
    expect(await table.push(table.person('din').user, [{ type: 'text', text: 'มาแล้วค่ะ' }])).toBe(200);
    await din.locator('.typing').waitFor({ state: 'detached' });
  });

  it('picks a date, copies, and opens links in a new tab only', async () => {
    const { user } = table.person('malee');
    const button = (action: object) => ({ type: 'button', action });
    const contents = [
      button({ type: 'datetimepicker', label: 'วันประชุม', data: 'when', mode: 'date', min: '2026-01-01' }),
      button({ type: 'clipboard', label: 'คัดลอก', clipboardText: 'M3' }),
      button({ type: 'uri', label: 'เปิดเว็บ', uri: `${table.stage.platformUrl}/phones/words.js` }),
    ];
    const bubble = { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } };
    expect(await table.push(user, [{ type: 'flex', altText: 'เลือก', contents: bubble }])).toBe(200);
    const malee = phone('malee');
    await malee.getByRole('button', { name: 'วันประชุม' }).click();
    await page.locator('dialog input').fill('2026-02-10');
    await page.locator('dialog .solid').click();
    await expect
      .poll(() => heard(table, 'postback')?.postback)
      .toMatchObject({ data: 'when', params: { date: '2026-02-10' } });
    await malee.getByRole('button', { name: 'คัดลอก' }).click();
    await page.getByText('คัดลอกแล้ว').waitFor();
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      malee.getByRole('button', { name: 'เปิดเว็บ' }).click(),
    ]);
    expect(await tab.evaluate('window.opener')).toBeNull();
    await tab.close();
  });

  it('a prefilled link opens the 1:1 chat with the words ready', async () => {
    const { user } = table.person('malee');
    const uri = `https://line.me/R/oaMessage/${encodeURIComponent(table.stage.bot.basicId)}/?${encodeURIComponent('รหัสเชิญ')}`;
    expect(await table.push(user, [{ type: 'text', text: uri }])).toBe(200);
    const malee = phone('malee');
    await malee.locator('.said a').last().click();
    await expect.poll(() => malee.locator('.composer textarea').inputValue()).toBe('รหัสเชิญ');
    await malee.locator('.composer textarea').fill('');
  });

  it('blocks and befriends the bot, and puts it out of the group and back', async () => {
    const menu = async (key: string, words: string) => {
      await phone(key).getByLabel('ตัวเลือกของโทรศัพท์นี้').click();
      await phone(key)
        .getByRole('button', { name: new RegExp(`^${words}`) })
        .click();
    };
    await menu('somying', 'บล็อกน้องไอต้า');
    await phone('somying').locator('.deaf').waitFor();
    await menu('somying', 'ปลดบล็อกน้องไอต้า');
    await phone('somying').locator('.deaf').waitFor({ state: 'detached' });
    expect(heard(table, 'follow')?.follow).toEqual({ isUnblocked: true });
    await openChat(phone('somying'), 'group');
    await menu('somying', 'นำน้องไอต้าออกจากกลุ่ม');
    await phone('somying').locator('.deaf').waitFor();
    await menu('somying', 'เชิญน้องไอต้าเข้ากลุ่ม');
    await phone('somying').locator('.deaf').waitFor({ state: 'detached' });
    expect(heard(table, 'join')).toBeDefined();
    await menu('din', 'ออกจากกลุ่ม');
    await expect.poll(() => phone('din').locator('[role=tab]').count()).toBe(1);
    await menu('din', 'เข้ากลุ่ม');
    await expect.poll(() => phone('din').locator('[role=tab]').count()).toBe(2);
    expect(heard(table, 'memberJoined')).toBeDefined();
  });

  it('is walked by keyboard: tabs, carousel, drawers', async () => {
    const card = (n: number) => ({
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: `ใบที่ ${n}` }] },
    });
    const contents = { type: 'carousel', contents: [1, 2, 3].map(card) };
    const { user } = table.person('wandee');
    expect(await table.push(user, [{ type: 'flex', altText: 'สามใบ', contents }])).toBe(200);
    const wandee = phone('wandee');
    await wandee.locator('[role=tab][aria-selected=true]').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await wandee.locator('[data-chat=bot]').getAttribute('aria-selected')).toBe('true');
    const track = wandee.locator('.track').last();
    await track.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => track.evaluate((one) => one.scrollLeft)).toBeGreaterThan(100);
    await page.locator('#faults').focus();
    await page.keyboard.press('Enter');
    await page.locator('.drawer').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.drawer').count()).toBe(0);
    expect(await page.locator('#faults:focus').count()).toBe(1);
  });

  it('orders faults and quota from the drawer', async () => {
    await page.click('#faults');
    const fault = (words: string) =>
      page.locator('.drawer .switch').filter({ hasText: words }).locator('input');
    await fault('LINE ตอบผิดพลาด').check();
    await expect
      .poll(() => table.stage.platform.faults.list())
      .toMatchObject([{ kind: 'status', status: 500 }]);
    expect(await table.push(table.person('din').user, [{ type: 'text', text: 'ก' }])).toBe(500);
    await shoot(page, 'faults-1440');
    await fault('LINE ตอบผิดพลาด').uncheck();
    await expect.poll(() => table.stage.platform.faults.list()).toEqual([]);
    await fault('โควตาหมด').check();
    await expect.poll(() => table.push(table.person('din').user, [{ type: 'text', text: 'ก' }])).toBe(429);
    await fault('โควตาหมด').uncheck();
    await expect.poll(() => table.stage.platform.world.bot(table.stage.bot.userId).quota).toBe(300);
    await fault('webhook มาซ้ำ').check();
    await type(phone('din'), 'ภาพรวม');
    await phone('din').locator('.line.from-bot').last().getByText('แล้วเสร็จ').first().waitFor();
    await fault('webhook มาซ้ำ').uncheck();
    await page.click('#quota');
    await page.locator('.pushes li').first().waitFor();
    await page.click('#next-morning');
    await clockStands(page);
    await page.keyboard.press('Escape');
  });
});
