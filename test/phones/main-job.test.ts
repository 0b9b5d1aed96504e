/** The main job lived on the phones: reminded, reported by a button and by words, asked in the group, summed up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shoot, withoutChromium } from './browser.ts';
import { clockStands, openChat, phoneOf, setTable, type Table, type } from './table.ts';

describe.skipIf(withoutChromium)('the main job, by clicking and typing', () => {
  let table: Table;
  beforeAll(async () => {
    table = await setTable();
  }, 120_000);
  afterAll(() => table?.close());

  it('goes from the reminder to the summary of the month', { timeout: 120_000 }, async () => {
    const page = await table.open();
    const baifern = phoneOf(page, table.person('baifern'));
    const wandee = phoneOf(page, table.person('wandee'));

    // The clock is moved until a card with buttons about measure 1 comes.
    const card = baifern
      .locator('.fx-bubble')
      .filter({ hasText: 'มาตรการที่ 1' })
      .filter({ hasText: 'เสร็จแล้ว' });
    for (let jumps = 0; jumps < 12 && (await card.count()) === 0; jumps += 1) {
      await page.click('#next-due');
      await clockStands(page);
    }
    await expect.poll(() => card.count()).toBeGreaterThan(0);
    expect(await page.locator('#quota b').textContent()).not.toBe('0/300');
    await shoot(page, 'reminder-1440');

    await card.last().getByRole('button', { name: 'เสร็จแล้ว' }).click();
    await baifern.getByText('บันทึกแล้วค่ะ').last().waitFor();
    await expect.poll(() => baifern.locator('.line.own').count()).toBeGreaterThan(1);

    await type(baifern, 'มาตรการที่ 1 https://www.dontawan.example/ita/1');
    await baifern.getByText('บันทึกหลักฐานแล้วค่ะ').last().waitFor();

    await type(baifern, 'มาตรการที่ 4 กำลังทำ 60%');
    await baifern.getByText('อยู่ระหว่างดำเนินการ 60%').last().waitFor();

    await openChat(wandee, 'group');
    await type(wandee, 'เที่ยงนี้กินข้าวที่ไหนดี');
    await type(wandee, 'บอท กองคลังค้างอะไร');
    const answer = wandee.locator('.line.from-bot').last();
    await answer.getByText('ม.4').first().waitFor();
    expect(await answer.textContent()).not.toMatch(/ม\.1(?!\d)/);
    await shoot(page, 'group-answer-1440');

    // Mention of the bot by its button.
    await wandee.getByRole('button', { name: 'กล่าวถึงน้องไอต้า' }).click();
    await wandee.locator('.composer textarea').pressSequentially('ภาพรวม');
    await wandee.locator('.composer textarea').press('Enter');
    await wandee.locator('.own .mention').waitFor();
    await wandee.locator('.line.from-bot').last().getByText('แล้วเสร็จ').first().waitFor();

    // Over the end of the month: the summary comes to the group on the first working day.
    await page.fill('#pick', '2026-02-03');
    await page.click('#go');
    await clockStands(page);
    await expect.poll(() => page.locator('.date strong').textContent()).toContain('กุมภาพันธ์ 2569');
    const summary = wandee.locator('.line.from-bot').filter({ hasText: 'สรุปเดือนมกราคม' });
    await summary.last().waitFor();
    expect(await summary.last().textContent()).toMatch(/[0-9a-f]{8}/);
    await summary.last().scrollIntoViewIfNeeded();
    await shoot(page, 'summary-1440');

    // Another person's phone shows the same group, marked unread until it is opened.
    const somying = phoneOf(page, table.person('somying'));
    await somying.locator('[data-chat=group] .badge').waitFor();
    await openChat(somying, 'group');
    expect(await somying.locator('[data-chat=group] .badge').count()).toBe(0);
    await somying.getByText('บอท กองคลังค้างอะไร').last().waitFor();
    expect(table.stage.platform.record.refused).toEqual([]);
    expect(table.complaints).toEqual([]);
  });

  it('at phone width shows one phone at a time, with a switcher', { timeout: 60_000 }, async () => {
    const page = await table.open({ width: 390, height: 844 });
    expect(await page.locator('.phone:visible').count()).toBe(1);
    const { user } = table.person('wandee');
    await page.locator(`.chip[data-user="${user}"]`).click();
    const wandee = phoneOf(page, { user });
    expect(await wandee.isVisible()).toBe(true);
    await openChat(wandee, 'group');
    await type(wandee, 'บอท สรุปเดือนมกราคม');
    await wandee.locator('.line.from-bot').last().getByText('สรุปเดือน').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await shoot(page, 'group-390');
    expect(table.complaints).toEqual([]);
  });

  it('shows a newcomer around in five steps, once', { timeout: 60_000 }, async () => {
    const page = await table.open({ tour: true });
    const tour = page.locator('.tour');
    await shoot(page, 'tour-1440');
    for (let step = 1; step <= 5; step += 1) {
      await tour.getByText(`ขั้นที่ ${step} จาก 5`).waitFor();
      await tour.locator('.solid').click();
    }
    await tour.waitFor({ state: 'detached' });
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    expect(await tour.count()).toBe(0);
  });
});
