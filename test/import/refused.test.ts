/** Files that are no plan, people who may not import, and events that come twice or at a bad moment. */
import { describe, expect, it } from 'vitest';
import { LARGEST_PLAN } from '../../src/flow/receive-file.ts';
import { MOST_BYTES } from '../../src/intake/file-kind.ts';
import { windows874, wordFile, wordOf, zip } from '../support/office-files.ts';
import { openDesk } from './desk.ts';
import { FIRST, OFFICE, wordPlan } from './plans.ts';

const WHO = 'สมหญิง';
const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (digits: string, more = '') =>
  Buffer.concat([Buffer.from(digits, 'hex'), Buffer.from(more, 'utf16le')]);

const BAD: readonly (readonly [string, string, () => Uint8Array, string])[] = [
  ['empty', 'แผน.docx', () => new Uint8Array(), 'ไฟล์ไม่มีข้อมูล'],
  ['a program', 'แผน.exe', () => hex('4d5a900003000000'), 'ไม่ใช่ชนิดที่อ่านได้'],
  ['a photo as a file', 'แผน.jpg', () => hex('ffd8ffe0'), 'ไฟล์เป็นรูปภาพ'],
  [
    'a table of something else',
    'โทรศัพท์.csv',
    () => windows874('ชื่อ,เบอร์โทรศัพท์,อีเมล\nสมชาย ใจดี,0812345678,somchai@example.org'),
    'ไม่พบตารางมาตรการ',
  ],
  ['a password', 'แผน.xlsx', () => hex('d0cf11e0a1b11ae1', 'EncryptedPackage'), 'รหัสผ่าน'],
  ['macros', 'แผน.docm', () => wordOf('<w:p/>', { 'word/vbaProject.bin': 'x' }), 'มาโคร'],
  ['an old Word file', 'แผน.doc', () => hex('d0cf11e0a1b11ae1', 'WordDocument'), 'บันทึกเป็น'],
  ['half a file', 'แผน.docx', () => wordPlan(FIRST).slice(0, 400), 'เสียหาย'],
  [
    'a zip bomb',
    'แผน.xlsx',
    () =>
      zip(
        { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>', 'xl/a.xml': 'x' },
        { sizes: { 'xl/a.xml': 400_000_000 } },
      ),
    'คลายออกมาแล้วใหญ่ผิดปกติ',
  ],
  ['a PDF, without pdftotext', 'แผน.pdf', () => utf8('%PDF-1.7'), 'PDF'],
];

describe('a file that is no plan is answered in Thai and leaves nothing', () => {
  it.each(BAD)('%s', async (_what, name, bytes, words) => {
    const desk = await openDesk();
    const told = await desk.send(WHO, bytes(), name);
    expect(told.words).toContain(words);
    expect(told.words).toContain(name);
    expect(told.words).toContain('ไม่ได้เก็บอะไรไว้');
    expect(told.words).toContain('.docx');
    expect(await desk.added()).toEqual([]);
    expect([await desk.beside('document'), await desk.beside('draft')]).toEqual([0, 0]);
    expect(desk.log.errors).toEqual([]);
    expect(desk.log.lines.join('\n')).not.toContain(name);
  });

  it('50 MB: by its size, before anything is fetched', async () => {
    expect(LARGEST_PLAN).toBe(MOST_BYTES);
    const desk = await openDesk();
    const told = await desk.send(WHO, new Uint8Array(50 * 1024 * 1024), 'แผน.xlsx');
    expect(told.words).toContain('20 MB');
    expect(await desk.beside('document')).toBe(0);
    expect(desk.log.lines.join('\n')).not.toContain('a file was');
  }, 20_000);

  it('taken back before it was fetched', async () => {
    const desk = await openDesk();
    const { platform, clock } = desk.stage;
    const told = await desk.during(WHO, async () => {
      const file = { bytes: wordPlan(FIRST), notReadyTimes: 1 };
      const sent = await platform.sendFile({ user: desk.id(WHO) }, 'แผน.docx', file);
      await desk.stage.settle();
      await platform.unsend({ user: desk.id(WHO) }, sent.messageId ?? '');
      await clock.set(clock.now() + 60_000);
    });
    expect(told.words).toContain('LINE ไม่มีไฟล์นี้ให้แล้ว');
    expect(await desk.beside('document')).toBe(0);
  });
});

describe('a plan of another office', () => {
  it('is shown with a warning before anything else', async () => {
    const desk = await openDesk();
    const other = wordFile([
      'แผนส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2570',
      'เทศบาลตำบลทุ่งสมมุติ อำเภอเมืองทดลอง จังหวัดแพร่',
      [['ลำดับ', 'มาตรการ', 'วิธีการดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลา'], ...FIRST.map((row) => row.slice(0, 5))],
    ]);
    const told = await desk.send(WHO, other, 'แผน.docx');
    expect(told.words).toContain('เอกสารนี้เป็นของ เทศบาลตำบลทุ่งสมมุติ');
  });
});

describe('a document that does not say its year', () => {
  it('is asked about, and read as of the year she presses', async () => {
    const desk = await openDesk();
    const rows = FIRST.map(([number, title, how, who]) => [number, title, how, who]);
    const file = wordFile([
      'มาตรการส่งเสริมคุณธรรมและความโปร่งใส',
      OFFICE,
      [['ลำดับ', 'มาตรการ', 'วิธีการดำเนินการ', 'ผู้รับผิดชอบ'], ...rows],
    ]);
    const asked = await desk.send(WHO, file, 'แผน.docx');
    expect(asked.words).toContain('ปีไหนคะ');
    expect(asked.labels).toEqual(['ปี 2569', 'ปี 2570', 'ปี 2568']);
    const shown = await desk.press(WHO, 'ปี 2570');
    expect(shown.ways).toEqual(['reply']);
    expect(shown.words).toContain('แผนปี 2570');
    expect(await desk.beside('document')).toBe(0);
    await desk.press(WHO, 'ยืนยันนำเข้า');
    expect((await desk.added())[0]).toBe('plan-imported');
  });
});

describe('who is no coordinator', () => {
  it.each(['ชาติ', 'วันดี', 'มาลี'])('%s hears who may, and nothing is fetched or kept', async (who) => {
    const desk = await openDesk();
    const told = await desk.send(who, wordPlan(FIRST), 'แผน.docx');
    expect(told.words).toContain('ผู้ประสานงาน ITA');
    expect(told.words).toContain('สมหญิง');
    expect(told.words).toContain('ลิงก์');
    expect(await desk.beside('document')).toBe(0);
  });

  it('a citizen hears a plain word', async () => {
    const desk = await openDesk();
    const told = await desk.send('ประชาชน', wordPlan(FIRST), 'แผน.docx');
    expect(told.words).toContain('ยังรับไฟล์ไม่ได้');
    expect(told.words).not.toContain('สมหญิง');
  });

  it('a group is not listened to', async () => {
    const desk = await openDesk();
    const { platform, group } = desk.stage;
    const before = platform.record.accepted.length;
    await platform.sendFile({ user: desk.id(WHO), group }, 'แผน.docx', { bytes: wordPlan(FIRST) });
    await desk.stage.settle();
    expect(platform.record.accepted.length).toBe(before);
    expect(await desk.beside('document')).toBe(0);
  });

  it('cannot forge what the coordinator presses', async () => {
    const desk = await openDesk();
    await desk.send(WHO, wordPlan(FIRST), 'แผน.docx');
    const data = desk.dataOf(WHO, 'ยืนยันนำเข้า');
    const { draft = '' } = data;
    const forged: Record<string, string>[] = [
      data,
      { do: 'discard', draft },
      { do: 'settle', draft, doubt: 'M1' },
      { do: 'findings', draft },
      { do: 'open-plan', year: '2569' },
      { do: 'publish-plan', year: '2569' },
      { do: 'undo-import', revision: 'x' },
      { do: 'plan-year', document: '1', year: '2570' },
    ];
    for (const press of forged) {
      expect((await desk.forge('ชาติ', press)).words).toContain('เฉพาะผู้ประสานงาน ITA');
      expect((await desk.forge('ประชาชน', press)).words).toContain('เจ้าหน้าที่ที่ลงทะเบียน');
    }
    const { platform, group } = desk.stage;
    const before = platform.record.accepted.length;
    const action = { type: 'postback', label: 'ปุ่ม', data: new URLSearchParams(data).toString() };
    await platform.press({ user: desk.id(WHO), group }, action);
    await desk.stage.settle();
    expect(JSON.stringify(platform.record.accepted.slice(before))).toContain('ไม่ทราบว่าใครเป็นผู้กดปุ่ม');
    expect(await desk.added()).toEqual([]);
    expect(await desk.beside('draft')).toBe(1);
    await desk.press(WHO, 'ยืนยันนำเข้า');
    expect((await desk.added())[0]).toBe('plan-imported');
  });

  it('a draft nobody made is none', async () => {
    const desk = await openDesk();
    for (const draft of ['constructor', 'x', '__proto__'])
      expect((await desk.forge(WHO, { do: 'import', draft })).words).toContain('ไม่พบตัวอย่างนี้');
    expect((await desk.forge(WHO, { do: 'undo-import', revision: 'x' })).words).toContain('ไม่พบการนำเข้า');
    expect((await desk.forge(WHO, { do: 'open-plan', year: '2599' })).words).toContain('ไม่พบแผน');
  });
});

describe('an event at a bad moment', () => {
  it('a webhook that comes twice is answered once', async () => {
    const desk = await openDesk();
    const told = await desk.during(WHO, () =>
      desk.stage.platform.sendFile({ user: desk.id(WHO) }, 'แผน.docx', {
        bytes: wordPlan(FIRST),
        duplicates: 1,
      }),
    );
    expect(told.ways).toEqual(['reply']);
    const { platform, bot } = desk.stage;
    const events = platform.record.webhooks.at(-1)?.events ?? [];
    const again = await desk.during(WHO, () => platform.deliver(bot.userId, [...events], {}));
    expect(again.ways).toEqual([]);
    expect(await desk.beside('draft')).toBe(1);
  });

  it('a bot that ends before the file is read answers once when it is back, by push if it took long', async () => {
    const desk = await openDesk();
    const { platform, clock } = desk.stage;
    const told = await desk.during(WHO, async () => {
      const file = { bytes: wordPlan(FIRST), notReadyTimes: 3 };
      await platform.sendFile({ user: desk.id(WHO) }, 'แผน.docx', file);
      await desk.stage.settle();
      expect(await desk.beside('document')).toBe(1);
      await desk.stage.restart();
      for (let tries = 0; tries < 5; tries += 1) {
        await clock.set(clock.now() + 60_000);
        await desk.stage.settle();
      }
    });
    expect(told.ways).toEqual(['push']);
    expect(told.words).toContain('แผนปี 2570');
    expect(await desk.beside('document')).toBe(0);
    await desk.press(WHO, 'ยืนยันนำเข้า');
    expect((await desk.added())[0]).toBe('plan-imported');
  });

  it('a preview nobody confirms is gone after a week', async () => {
    const desk = await openDesk();
    await desk.send(WHO, wordPlan(FIRST), 'แผน.docx');
    const data = desk.dataOf(WHO, 'ยืนยันนำเข้า');
    const { clock } = desk.stage;
    for (let days = 0; days < 8; days += 1) {
      await clock.set(clock.now() + 86_400_000);
      await desk.stage.settle();
    }
    expect(await desk.beside('draft')).toBe(0);
    expect((await desk.forge(WHO, data)).words).toContain('ไม่พบตัวอย่างนี้แล้ว');
  });
});
