import { describe, expect, it } from 'vitest';
import type { Agency, Item } from '../../src/domain/agency.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { StatePage } from '../../src/domain/page.ts';
import { html } from '../../src/papers/html.ts';
import { downPage, expiredPage, unknownPage } from '../../src/papers/plain-pages.ts';
import { renderPage } from '../../src/papers/render-page.ts';
import {
  agencyOf,
  anOffice,
  aStaffedOffice,
  bangkok,
  happened,
  measure,
  oItem,
  planImported,
  planOpened,
  reported,
} from '../support/an-agency.ts';
import {
  EXPIRES,
  everyPage,
  HEAD,
  HOSTILE_ITEM,
  hostileOffice,
  NOW,
  officeInUse,
  SECRET,
} from './offices.ts';

function shown(agency: Agency, page: StatePage, now = NOW): string {
  const text = renderPage({ agency, head: HEAD, now, expires: EXPIRES }, page);
  if (text === null) throw new Error(`there is no page ${JSON.stringify(page)}`);
  return text;
}

/** What a reader sees, without marks, each line on its own. */
function wordsOf(document: string): string[] {
  return document
    .slice(document.indexOf('<body>'))
    .replace(/<\/(p|h1|h2|li|tr|dt|dd|th|td)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const itemNumbered = (agency: Agency, kind: Item['kind'], number: number): Item => {
  const found = Object.values(agency.items).find((item) => item.kind === kind && item.number === number);
  if (found === undefined) throw new Error(`there is no ${kind} ${number}`);
  return found;
};

const ELEMENTS =
  'html|head|meta|title|style|body|header|main|footer|h1|h2|p|b|bdi|span|ul|li|dl|div|dt|dd|table|thead|tbody|tr|th|td|svg|rect';
const ATTRIBUTES =
  'lang|charset|name|content|class|scope|aria-label|aria-hidden|viewBox|preserveAspectRatio|x|width|height';
const HARMLESS = new RegExp(`^<(!doctype html|/?(${ELEMENTS})( (${ATTRIBUTES})="[^"]*")*/?)>$`);

const inUse = officeInUse();
const m1 = itemNumbered(inUse, 'measure', 1);
const HOSTILE_PAGES = everyPage(HOSTILE_ITEM, 'hostile-division');

describe.each(HOSTILE_PAGES)('a hostile office: %s', (_name, page) => {
  const document = shown(hostileOffice(), page);

  it('is text, not markup', () => {
    expect(document).toContain('&lt;script&gt;');
    expect(document).not.toMatch(/<script|<img|onerror="/);
    expect(document.match(/<\/title>|<\/style>/g)).toEqual(['</title>', '</style>']);
    for (const sign of ['\u0000', '\u202e']) expect(document).not.toContain(sign);
  });

  it('tells nobody by id, name or LINE id, and no word a person wrote', () => {
    expect(document).not.toContain(SECRET);
    expect(document).not.toMatch(/[UCR][0-9a-f]{32}/);
    expect(document).not.toContain('d'.repeat(64));
  });

  it('is made of harmless elements and attributes alone, and asks for nothing elsewhere', () => {
    const tags = document.replace(/<style>[\s\S]*?<\/style>/, '<style></style>').match(/<[^>]*>?/g) ?? [];
    expect(tags.filter((tag) => !HARMLESS.test(tag))).toEqual([]);
    expect(document).not.toMatch(/https?:|javascript:/);
  });
});

it('the hostile office is marked wherever a page might look', () => {
  const marked = JSON.stringify(hostileOffice()).split(SECRET).length - 1;
  expect(marked).toBeGreaterThan(40);
});

describe.each(everyPage(m1.id, 'finance'))('the example office: %s', (name, page) => {
  const document = shown(inUse, page);
  const words = wordsOf(document);

  it('says whose it is, as of when, its proof, and when the link ends', () => {
    expect(document).toMatch(/^<!doctype html>\n<html lang="th">/);
    expect(document).toMatch(/<title>[^<]+ · องค์การบริหารส่วนตำบลดอนตะวัน<\/title>/);
    expect(words[0]).toBe('องค์การบริหารส่วนตำบลดอนตะวัน');
    expect(words).toContain('ข้อมูล ณ 16 ก.พ. 69 10.05 น.');
    expect(words).toContain('รหัสตรวจสอบข้อมูล c2708cb0');
    expect(words).toContain('ลิงก์นี้ใช้ได้ถึง 23 ก.พ. 69 10.05 น.');
    expect(document).not.toContain(HEAD);
  });

  it('is well formed: one h1, every list and table closed, headings in order', () => {
    const count = (tag: string) => document.match(new RegExp(`<${tag}\\b`, 'g'))?.length ?? 0;
    expect(count('h1')).toBe(1);
    for (const tag of ['ul', 'li', 'p', 'table', 'tr', 'td', 'th', 'dl', 'div', 'span', 'bdi', 'h2', 'svg'])
      expect(document.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0, tag).toBe(count(tag));
    expect(document).not.toContain('undefined');
    expect(document).not.toContain('[object');
  });

  it('names the division it is about', () => {
    const division = 'division' in page && page.division !== null;
    if (division) expect(words[2]).toContain('กองคลัง');
    expect(name).not.toBe('');
  });
});

describe('missing', () => {
  it('stands by division: number, title, due, status, what is missing', () => {
    const document = shown(inUse, { kind: 'missing', division: null });
    const words = wordsOf(document);
    const finance = words.slice(words.findIndex((line) => line.startsWith('กองคลัง')));
    expect(finance.slice(1, 4)).toEqual([
      'มาตรการที่ 1 จัดทำแนวปฏิบัติการยืมและการใช้ทรัพย์สินของทางราชการ',
      'กำหนด 30 ม.ค. 69 · เลยกำหนด 17 วัน',
      'อยู่ระหว่างดำเนินการ 60% · หลักฐาน 1 รายการ',
    ]);
    expect(document).toContain('<p class="late-words">กำหนด 30 ม.ค. 69 · เลยกำหนด 17 วัน</p>');
    expect(words.filter((line) => line.startsWith('ทุกส่วนราชการ'))).toHaveLength(1);
  });

  it('counts what is done without evidence, and lists it', () => {
    const words = wordsOf(shown(inUse, { kind: 'missing', division: null }));
    expect(words).toContain('เหลืออีก 36 ข้อ · เลยกำหนด 1 ข้อ · แล้วเสร็จแต่ยังไม่มีหลักฐาน 1 ข้อ');
    expect(words).toContain('ดำเนินการแล้วเสร็จ · ยังไม่มีหลักฐาน');
  });

  it('of a division has its items only, and says with whom it shares', () => {
    const words = wordsOf(shown(inUse, { kind: 'missing', division: 'works' }));
    expect(
      words.filter((line) => /^(มาตรการที่|O\d)/.test(line)).some((line) => /^มาตรการที่ 1 /.test(line)),
    ).toBe(false);
    expect(words).toContain('ร่วมกับสำนักปลัด');
  });

  it('says so when nothing is missing, and when there is no plan', () => {
    const empty = agencyOf(planImported(), planOpened());
    expect(wordsOf(shown(empty, { kind: 'missing', division: null }))).toContain(
      'ดำเนินการแล้วเสร็จครบทุกข้อ และมีหลักฐานครบแล้ว',
    );
    expect(wordsOf(shown(agencyOf(), { kind: 'missing', division: null }))).toContain('ยังไม่มีแผนที่เปิดใช้งาน');
  });
});

describe('due', () => {
  const due = { kind: 'due' as const, until: null, month: null, overdue: false, division: null };

  it('is day by day, the earliest first, within its span', () => {
    const document = shown(inUse, { ...due, until: '2026-03-31' });
    const days = [...document.matchAll(/<h2>(.*?) <span/g)].map(([, day]) => day);
    expect(days).toEqual(['วันศุกร์ที่ 27 กุมภาพันธ์ 2569', expect.stringContaining('มีนาคม 2569')]);
    expect(document).toContain('งานที่ครบกำหนดภายใน 31 มี.ค. 69');
  });

  it('of a month that is over shows what was not done, in red', () => {
    expect(shown(inUse, { ...due, month: '2026-01' })).toContain('<p class="late-words">ครบกำหนดแล้วเสร็จ</p>');
  });

  it('overdue is what is late, or that nothing is', () => {
    expect(wordsOf(shown(inUse, { ...due, overdue: true }))).toContain('1 ข้อ');
    const before = shown(inUse, { ...due, overdue: true }, bangkok('2026-01-10 09:00'));
    expect(wordsOf(before)).toContain('ไม่มีข้อที่เลยกำหนด');
  });
});

it('progress has every item and a bar for each division', () => {
  const document = shown(inUse, { kind: 'progress', division: null });
  const items = Object.values(inUse.items).length;
  expect(document.match(/<li/g)).toHaveLength(items);
  expect(document.match(/<svg class="bar"/g)).toHaveLength(1 + 7);
  expect(wordsOf(document)).toContain(
    `แล้วเสร็จ 2 จาก ${items} ข้อ · อยู่ระหว่างดำเนินการ 3 · ยังไม่เริ่ม ${items - 5}`,
  );
});

describe('summary', () => {
  it('of a month that is over is its last day', () => {
    const words = wordsOf(shown(inUse, { kind: 'summary', month: '2026-01', division: null }));
    expect(words).toContain('สถานะสิ้นเดือน ณ 31 ม.ค. 69');
    expect(words).toContain('ยังไม่เริ่มดำเนินการ → ดำเนินการแล้วเสร็จ');
    expect(words.join('\n')).not.toContain('หลักฐาน');
  });

  it('of a month without a plan says so', () => {
    expect(wordsOf(shown(agencyOf(), { kind: 'summary', month: '2026-01', division: null }))).toContain(
      'ยังไม่มีแผนที่เปิดใช้งาน',
    );
  });
});

describe('item', () => {
  it('has its history, the newest first, what was taken back struck out', () => {
    const document = shown(inUse, { kind: 'item', item: m1.id });
    const rows = [...document.matchAll(/<th scope="row">(.*?)<\/th><td>(.*?)<\/td>/g)].map(([, at, what]) => [
      at,
      what,
    ]);
    expect(rows).toEqual([
      ['10 ก.พ. 69 10.05 น.', 'แจ้งสถานะ: อยู่ระหว่างดำเนินการ 60%'],
      ['2 ก.พ. 69 11.05 น.', 'ขอขยายเวลาถึง 27 ก.พ. 69'],
      ['2 ก.พ. 69 11.00 น.', 'ส่งหลักฐาน'],
      [
        '28 ม.ค. 69 15.12 น.',
        '<span class="undone">แจ้งสถานะ: ดำเนินการแล้วเสร็จ</span> (ยกเลิกแล้ว 28 ม.ค. 69 15.14 น.)',
      ],
      ['20 ม.ค. 69 10.00 น.', 'แจ้งสถานะ: อยู่ระหว่างดำเนินการ 40%'],
      ['12 ม.ค. 69 09.30 น.', 'แจ้งสถานะ: ยังไม่เริ่มดำเนินการ'],
    ]);
    expect(wordsOf(document)).toEqual(
      expect.arrayContaining(['วิธีดำเนินการ', '30 ม.ค. 69 · เลยกำหนด 17 วัน', '1 รายการ']),
    );
  });

  it('of the O-list says what must be shown', () => {
    const words = wordsOf(shown(hostileOffice(2566), { kind: 'item', item: `${SECRET}-oit` }));
    expect(words).toContain('ข้อมูลที่ต้องเปิดเผย');
  });

  it.each(['nobody', 'constructor', '__proto__'])('%s is no page', (item) => {
    expect(
      renderPage({ agency: inUse, head: HEAD, now: NOW, expires: EXPIRES }, { kind: 'item', item }),
    ).toBeNull();
  });
});

describe('measures', () => {
  it('are those of a published year only; lateness and evidence are not for citizens', () => {
    const document = shown(inUse, { kind: 'measures', year: 2569 });
    expect(document.match(/<li/g)).toHaveLength(12);
    expect(document).not.toMatch(/หลักฐาน|เลยกำหนด|โปรดส่งต่อ/);
    const unpublished = agencyOf(...anOffice());
    const scene = { agency: unpublished, head: HEAD, now: NOW, expires: EXPIRES };
    expect(renderPage(scene, { kind: 'measures', year: 2569 })).toBeNull();
    expect(renderPage(scene, { kind: 'measures', year: 2570 })).toBeNull();
  });
});

describe('an O-item list of another year', () => {
  const NOTE = 'รายการข้อ O ของปี 2569 ยังเป็นฉบับชั่วคราว โดยใช้รายการของปี 2568 ไปก่อน';
  const item = `${SECRET}-oit`;

  it.each(
    everyPage(item, 'hostile-division').filter(
      ([name]) => name !== 'measures' && !/^due-(month|overdue)/.test(name),
    ),
  )('is marked: %s', (_name, page) => {
    expect(wordsOf(shown(hostileOffice(2568), page)).filter((line) => line === NOTE)).toHaveLength(1);
    expect(shown(hostileOffice(2569), page)).not.toContain('ฉบับชั่วคราว');
  });
});

it('with two years open every item says its year', () => {
  const agency = agencyOf(
    ...anOffice(),
    planImported(2570),
    measure('next', { year: 2570, number: 1, end: '2027-03-31' }),
    planOpened(2570),
  );
  const words = wordsOf(shown(agency, { kind: 'missing', division: null }));
  expect(words).toContain('มาตรการที่ 1 (ปี 2570) next');
  expect(words).toContain('มาตรการที่ 1 (ปี 2569) m1');
  expect(words).toContain('แผนปีงบประมาณ 2570 · แผนปีงบประมาณ 2569');
});

it.each([unknownPage, expiredPage, downPage])('a page without data is a whole page in Thai', (page) => {
  const document = page();
  expect(document).toMatch(/^<!doctype html>\n<html lang="th">[\s\S]*<h1>[^<]*ค่ะ<\/h1>/);
});

it('html escapes what stands in it, wherever it stands', () => {
  expect(html`<p title="${'"><b>'}">${['<i>', html`<b>${"'&"}</b>`, null, 3]}</p>`.html).toBe(
    '<p title="&quot;&gt;&lt;b&gt;">&lt;i&gt;<b>&#39;&amp;</b>3</p>',
  );
});

describe('a summary', () => {
  const page = (month: string) => ({ kind: 'summary', month, division: null }) as const;

  it('marks a provisional list though all its items are done', () => {
    const adopted = happened({
      ...{ type: 'plan-imported', v: 1, year: 2569, title: null, catalogue: 2568 },
      ...{ oitDue: '2026-04-30', oitDueConfirmed: false },
    } as DomainEvent);
    const done = reported('o12', 'done', { at: bangkok('2026-01-20 09:00') });
    const agency = agencyOf(...aStaffedOffice(), adopted, oItem('o12', { number: 12 }), planOpened(), done);
    expect(shown(agency, page('2026-01'))).toContain('ฉบับชั่วคราว');
    expect(shown(agency, { ...page('2026-01'), division: 'works' })).not.toContain('ฉบับชั่วคราว');
  });

  it('tells of another open plan what is late and which O-items are missing', () => {
    const lastYear = [
      ...[planImported(2568, '2025-12-30'), measure('old', { year: 2568, number: 7, end: '2025-12-31' })],
      ...[oItem('old-o3', { year: 2568, number: 3 }), planOpened(2568)],
    ];
    const words = wordsOf(shown(agencyOf(...anOffice(), ...lastYear), page('2026-01'))).join('\n');
    const other = words.slice(words.indexOf('แผนปีงบประมาณ 2568 ที่ยังเปิดอยู่'));
    expect(other).toMatch(/เลยกำหนด ปี 2568\s+2 ข้อ/);
    expect(other).toContain('มาตรการที่ 7');
    expect(other).toMatch(/คงเหลือ ปี 2568\s+1 ข้อ/);
    expect(words).toContain('แผนปีงบประมาณ 2569 · แผนปีงบประมาณ 2568');
    const own = wordsOf(shown(agencyOf(...anOffice()), page('2026-01'))).join('\n');
    expect(own).not.toContain('ที่ยังเปิดอยู่');
  });

  it('of a month to come says that it has not come', () => {
    const words = wordsOf(shown(inUse, page('2026-03'))).join('\n');
    expect(words).toContain('ยังไม่ถึงเดือนมีนาคม 2569');
    expect(words).not.toContain('แล้วเสร็จ');
  });
});
