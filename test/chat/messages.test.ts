import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forGroup } from '../../src/chat/buttons.ts';
import { flex, short } from '../../src/chat/flex.ts';
import type { FlexBubble, FlexMessage, Outgoing } from '../../src/chat/outgoing.ts';
import { sayMissing } from '../../src/chat/say-missing.ts';
import { sayPublicMeasures } from '../../src/chat/say-public.ts';
import { sayRefusal } from '../../src/chat/say-refusal.ts';
import { sayReminder } from '../../src/chat/say-reminder.ts';
import { REFUSED } from '../../src/chat/words-refusals.ts';
import type { Agency } from '../../src/domain/agency.ts';
import { checkMessages } from '../../src/simulator/message-check.ts';
import { EVERY_REFUSAL } from './every-refusal.ts';
import { everythingSaid, SAID } from './everything-said.ts';
import { crowded, EMPTY_OFFICE, EXAMPLE, NOW, PROVISIONAL, sceneIn, TWO_YEARS, withItems } from './scenes.ts';

const CHAT = new URL('../../src/chat/', import.meta.url);
const TEMPLATES = new URL('../../flex-templates/', import.meta.url);

const titled = (title: string) =>
  withItems(TWO_YEARS, (item) => ({ ...item, title, methods: Array(30).fill(title) }));

/** Twenty-five divisions with names as long as names get, each owning everything. */
function sprawling(): Agency {
  const agency = crowded(60, 'จัดทำแนวปฏิบัติ '.repeat(20));
  if (agency.profile === null) throw new Error('the office has no profile');
  const divisions = Array.from({ length: 25 }, (_, index) => ({
    code: `division-${index}`,
    name: `กองส่งเสริมและพัฒนาคุณภาพชีวิตประชาชนทุกช่วงวัยในเขตพื้นที่ ${index}`.repeat(3),
    aliases: [],
    head: null,
  }));
  const codes = divisions.map(({ code }) => code).slice(0, -1);
  return withItems({ ...agency, profile: { ...agency.profile, divisions } }, (item) => ({
    ...item,
    divisions: codes,
  }));
}

const longChannel = {
  phone: '1'.repeat(9_000),
  email: null,
  address: 'ก'.repeat(9_000),
  hours: '',
  web: null,
};

const OFFICES: readonly (readonly [name: string, Agency])[] = [
  ['the example office', EXAMPLE],
  ['an office with two open years', TWO_YEARS],
  ['an office without a plan', EMPTY_OFFICE],
  ['an office with a provisional list', PROVISIONAL],
  ['titles of 5,000 Thai letters', titled('การดำเนินงานตามมาตรการ'.repeat(240).slice(0, 5_000))],
  ['titles of one unbroken word', titled('ก'.repeat(5_000))],
  ['titles of tone marks only', titled('่'.repeat(300))],
  ['titles of emoji', titled('👨‍👩‍👧‍👦'.repeat(500))],
  ['titles that look like marks of a template', titled('{{#each rows}} {{title}}\n"\\')],
  ['43 items', crowded(43, 'ปรับปรุงข้อมูลบนเว็บไซต์ของหน่วยงานให้ครบถ้วน ถูกต้อง และเป็นปัจจุบัน')],
  ['60 items with long titles', crowded(60, 'เปิดโอกาสให้ประชาชนมีส่วนร่วม'.repeat(20))],
  ['25 divisions with long names', sprawling()],
  [
    'items nobody owns, without dates',
    withItems(EXAMPLE, (item) => ({
      ...item,
      divisions: [],
      period: { asWritten: null, start: null, end: null },
    })),
  ],
  [
    'everything done',
    withItems(EXAMPLE, (item) => ({
      ...item,
      reports: [{ id: 'r', by: 'erased', status: 'done', chat: 'direct', at: NOW, kept: NOW, undone: null }],
    })),
  ],
  [
    'long words with every report',
    withItems(EXAMPLE, (item) => ({
      ...item,
      reports: item.reports.map((report) => ({ ...report, note: { id: 'note', mac: '0'.repeat(64) } })),
    })),
  ],
  [
    'a year without an O-item list',
    {
      ...EXAMPLE,
      plans: Object.fromEntries(
        Object.entries(EXAMPLE.plans).map(([year, plan]) => [year, { ...plan, catalogue: null }]),
      ),
    },
  ],
  [
    'an office that names no channel',
    {
      ...EXAMPLE,
      profile: EXAMPLE.profile && {
        ...EXAMPLE.profile,
        contact: { phone: null, email: null, address: null, hours: null, web: null },
      },
    },
  ],
  [
    'an office whose channels are far too long',
    {
      ...EXAMPLE,
      profile: EXAMPLE.profile && { ...EXAMPLE.profile, contact: longChannel, complaint: longChannel },
    },
  ],
];

const PEOPLE = [
  ['a member of staff', { who: 'finance-staff' }],
  ['the coordinator', { who: 'coordinator' }],
  ['an executive, without public links', { who: 'executive', linked: false }],
  ['a citizen', { who: null }],
  ['someone without a name', { who: 'finance-staff', names: new Map() }],
  ['someone with an empty name', { who: 'finance-staff', names: new Map([['finance-staff', '']]) }],
] as const;

/** What LINE would refuse, with the message it stands in, so that a failure tells what was said. */
function refused(messages: readonly Outgoing[]): unknown[] {
  return (['reply', 'push'] as const).flatMap((kind) =>
    checkMessages(messages, kind).map((problem) => ({
      kind,
      ...problem,
      said: JSON.stringify(messages).slice(0, 200),
    })),
  );
}

describe.each(OFFICES)('LINE takes everything said about %s', (_, agency) => {
  it.each(PEOPLE)('to %s', (_who, place) => {
    const said = everythingSaid(sceneIn(agency, place));
    expect(said.flatMap(refused)).toEqual([]);
  });

  it('in a group, where buttons say words', () => {
    const said = everythingSaid(sceneIn(agency, { who: null, group: true }));
    expect(said.flatMap((messages) => refused(messages.map(forGroup)))).toEqual([]);
  });
});

describe('nothing is said that this test does not know', () => {
  it('every say… and ask… function has its case', async () => {
    const files = readdirSync(CHAT).filter((file) => /^(?:say|ask|help)(?:-\w+)?\.ts$/.test(file));
    const modules = await Promise.all(files.map((file) => import(new URL(file, CHAT).href)));
    const speaking = modules
      .flatMap((module) => Object.keys(module))
      .filter((name) => /^(?:say|ask)/.test(name));
    expect(speaking.length).toBeGreaterThan(10);
    expect(speaking.filter((name) => SAID[name] === undefined)).toEqual([]);
  });

  it('every case says something in the example office', () => {
    const scene = sceneIn(EXAMPLE);
    expect(Object.entries(SAID).filter(([, say]) => say(scene).flat().length === 0)).toEqual([]);
  });

  it('every refusal heard in chat has a sentence of its own', () => {
    const said = EVERY_REFUSAL.map((refusal) => JSON.stringify(sayRefusal(sceneIn(EXAMPLE), refusal)));
    const own = said.filter((words) => !words.includes(REFUSED.other));
    expect(own.length).toBeGreaterThan(12);
    expect(new Set(own).size).toBe(own.length);
  });
});

describe('a template file', () => {
  it.each(
    readdirSync(TEMPLATES).filter((file) => file.endsWith('.json')),
  )('%s is valid Flex as it stands, to be pasted into the Flex simulator', (file) => {
    const contents = JSON.parse(readFileSync(new URL(file, TEMPLATES), 'utf8'));
    expect(checkMessages([{ type: 'flex', altText: file, contents }], 'push')).toEqual([]);
  });
});

describe('the colours of a card', () => {
  const WHITE = '#FFFFFF';

  it('are readable: 4.5 to 1 at least (WCAG AA), on white and on coloured headers', () => {
    const pairs = new Set<string>();
    for (const file of readdirSync(TEMPLATES).filter((name) => name.endsWith('.json'))) {
      collectPairs(JSON.parse(readFileSync(new URL(file, TEMPLATES), 'utf8')), WHITE, pairs);
    }
    expect(pairs.size).toBeGreaterThan(4);
    for (const pair of pairs) {
      const [ink = '', paper = ''] = pair.split(' ');
      expect(contrast(ink, paper), pair).toBeGreaterThanOrEqual(4.5);
    }
  });

  function collectPairs(node: unknown, paper: string, pairs: Set<string>): void {
    if (Array.isArray(node)) for (const one of node) collectPairs(one, paper, pairs);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const own = 'backgroundColor' in node ? String(node.backgroundColor) : paper;
    if ('type' in node && 'color' in node) {
      if (node.type === 'text') pairs.add(`${node.color} ${own}`);
      if (node.type === 'button') pairs.add(`${WHITE} ${node.color}`);
    }
    for (const child of Object.values(node)) collectPairs(child, own, pairs);
  }

  function contrast(one: string, other: string): number {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  /** Relative luminance of `#RRGGBB`, as WCAG 2 defines it. */
  function luminance(colour: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
});

describe('a long list', () => {
  const codes = (messages: readonly Outgoing[]) => texts(messages).filter((said) => /^ม\.\d+$/.test(said));
  const counted = (messages: readonly Outgoing[]) =>
    texts(messages)
      .flatMap((said) => /^(?:ยังมี|และ)อีก (\d+) ข้อ$/.exec(said)?.[1] ?? [])
      .map(Number);

  it('of 43 ordinary items shows them all', () => {
    const said = sayMissing(sceneIn(crowded(43, 'ปรับปรุงข้อมูลบนเว็บไซต์ของหน่วยงานให้ครบถ้วน')), []);
    expect(new Set(codes(said)).size).toBe(43);
    expect(counted(said)).toEqual([]);
  });

  it('shows what fits and counts the rest on its last card', () => {
    const said = sayMissing(sceneIn(crowded(200, 'เปิดโอกาสให้ประชาชนมีส่วนร่วม'.repeat(20))), []);
    const shown = new Set(codes(said)).size;
    expect(shown).toBeGreaterThan(30);
    expect(counted(said)).toEqual([200 - shown]);
  });

  it('of published measures counts the rest too', () => {
    const said = sayPublicMeasures(
      sceneIn(crowded(200, 'เปิดโอกาสให้ประชาชนมีส่วนร่วม'.repeat(20)), { who: null }),
    );
    const shown = texts(said).filter((one) => /^\d+$/.test(one)).length;
    expect(counted(said)).toEqual([200 - shown]);
  });

  it('of reminders shows eleven and counts the rest', () => {
    const agency = crowded(43, 'จัดทำคู่มือ');
    const lines = Object.keys(agency.items).map((item) => ({
      item,
      due: 'finish' as const,
      date: '2026-03-31',
      step: 0,
    }));
    const said = sayReminder(sceneIn(agency), { member: 'finance-staff', lines });
    expect(counted(said)).toEqual([32]);
    const opening = lines.map((line) => ({ ...line, date: '2026-09-30', step: 'opening' as const }));
    const listed = sayReminder(sceneIn(agency), { member: 'finance-staff', lines: opening });
    expect(checkMessages(listed, 'push')).toEqual([]);
    expect(JSON.stringify(listed)).toContain('เริ่มดำเนินการได้แล้ว 43 ข้อ');
  });
});

describe('flex', () => {
  const bubble = (letters: number): FlexBubble => ({
    type: 'bubble',
    body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: 'a'.repeat(letters) }] },
  });
  const bubbles = ({ contents }: FlexMessage) =>
    contents.type === 'carousel' ? contents.contents.length : 1;

  it('sends one bubble alone, not as a carousel', () => {
    expect(flex('หนึ่ง', [bubble(1)]).contents.type).toBe('bubble');
  });

  it('takes twelve bubbles and leaves the thirteenth off', () => {
    expect(bubbles(flex('สิบสอง', Array(12).fill(bubble(1))))).toBe(12);
    expect(bubbles(flex('สิบสาม', Array(13).fill(bubble(1))))).toBe(12);
  });

  it.each([
    [4_000],
    [4_067],
    [4_068],
    [4_069],
    [4_100],
    [9_800],
    [16_500],
    [24_850],
  ])('fills a carousel with bubbles of %i letters up to what LINE takes', (letters) => {
    const message = flex('เต็ม', Array(12).fill(bubble(letters)));
    expect(checkMessages([message], 'push')).toEqual([]);
    const oneMore = { type: 'carousel', contents: Array(bubbles(message) + 1).fill(bubble(letters)) };
    expect(Buffer.byteLength(JSON.stringify(oneMore))).toBeGreaterThan(49_800);
  });

  it('refuses to send nothing', () => {
    expect(() => flex('ใหญ่', [bubble(31_000)])).toThrow('larger than LINE takes');
    expect(() => flex('ว่าง', [])).toThrow(RangeError);
  });

  it('cuts an altText that is too long, and not through an emoji', () => {
    const { altText } = flex('😀'.repeat(900), [bubble(1)]);
    expect(altText.length).toBeLessThanOrEqual(1_500);
    expect(altText.isWellFormed()).toBe(true);
  });
});

describe('short', () => {
  it.each([
    ['กขค', 3, 'กขค'],
    ['กขคง', 3, 'กข…'],
    ['กขี่คง', 4, 'ก…'],
    ['น้ำดื่ม', 3, '…'],
    ['น้ำดื่ม', 4, 'น้ำ…'],
    ['a😀b', 3, 'a…'],
  ])('cuts %s to %i as %s and never between a letter and its marks', (text, limit, cut) => {
    expect(short(text, limit)).toBe(cut);
  });
});

/** Every text that stands in the messages. */
function texts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(texts);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'text' in node && typeof node.text === 'string' ? [node.text] : [];
  return [...own, ...Object.values(node).flatMap(texts)];
}
