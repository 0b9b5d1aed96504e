/** The month's message: what an office with two open years reads, and what coordinators read when LINE refuses the card. */
import { describe, expect, it } from 'vitest';
import { forGroup } from '../../src/chat/buttons.ts';
import { type HeadInGroup, saySummary } from '../../src/chat/say-summary.ts';
import { saySummaryInWords } from '../../src/chat/say-summary-in-words.ts';
import type { Agency } from '../../src/domain/agency.ts';
import { monthSummary } from '../../src/domain/summary.ts';
import { wordsOf } from '../flow/stage.ts';
import { bangkok } from '../support/an-agency.ts';
import { EXAMPLE, PROVISIONAL, sceneIn, TWO_YEARS } from './scenes.ts';

const MAY = bangkok('2026-05-05 09:00');

function april(agency: Agency) {
  const scene = sceneIn(agency, { who: null, group: true, now: MAY });
  const summary = monthSummary(agency, '2026-04', MAY);
  if (summary === null) throw new Error('no summary');
  return { scene, summary };
}

function cardsOf(agency: Agency, heads: readonly HeadInGroup[] = []) {
  const { scene, summary } = april(agency);
  const [card, ...more] = saySummary(scene, summary, null, heads).map(forGroup);
  if (card?.type !== 'flex' || card.contents.type !== 'carousel') throw new Error('no carousel');
  return { card, bubbles: card.contents.contents, more };
}

describe('with two open years', () => {
  it("is one message: this year's two cards as ever, then a short one of last year's plan", () => {
    const { card, bubbles, more } = cardsOf(TWO_YEARS);
    expect(more).toEqual([]);
    const [figures, changes, other, ...rest] = bubbles.map((bubble) => wordsOf(bubble));
    expect(rest).toEqual([]);
    const left = 'แผนปีงบประมาณ 2568 ยังเปิดอยู่: เลยกำหนด 32 ข้อ · ข้อ O (OIT) คงเหลือ 28 ข้อ';
    expect(figures).toContain(left);
    expect(card.altText).toContain(left);
    expect(changes).toContain('รหัสตรวจสอบข้อมูล');
    expect(changes).not.toContain('2568');
    expect(other).toContain('แผนปีก่อนที่ยังเปิดอยู่ · แล้วเสร็จ 0 จาก 40 ข้อ');
    for (const words of ['เลยกำหนด 32 ข้อ', 'ข้อ O (OIT) คงเหลือ 28 ข้อ', 'O27 O28', 'และอีก 2 มาตรการ'])
      expect(other).toContain(words);
  });

  it('leads on to the page and to what is missing of every year', () => {
    const { bubbles } = cardsOf(TWO_YEARS);
    const [, changes, other] = bubbles.map((bubble) => JSON.stringify(bubble));
    const link = /https:[^"]+/.exec(changes ?? '')?.[0];
    expect(other).toContain(link ?? 'no link');
    expect(other).toContain('ขาดข้อไหนบ้าง');
  });

  it('mentions heads of what is late in either year, with the year of the other', () => {
    const user = `U${'0'.repeat(32)}`;
    const { more } = cardsOf(TWO_YEARS, [{ division: 'finance', user }]);
    expect(wordsOf(more)).toContain('{h0} กองคลัง: ม.1 ม.3 · ปี 2568 O6 O8 O12 ม.1 และอีก 1 ข้อ');
  });

  it('says nothing of other plans where there is none', () => {
    const { bubbles, card } = cardsOf(EXAMPLE);
    expect(bubbles).toHaveLength(2);
    expect(card.altText).not.toContain('ยังเปิดอยู่');
  });
});

describe('in words', () => {
  const said = (agency: Agency) => {
    const { scene, summary } = april(agency);
    return saySummaryInWords({ ...scene, group: null }, summary);
  };

  it('tells the figures, what is late and missing of every plan, the hash and the link', () => {
    const [message, ...more] = said(TWO_YEARS);
    expect(more).toEqual([]);
    expect(message?.type, 'nothing that LINE could find fault with').toBe('text');
    const words = wordsOf(message);
    for (const one of ['สรุปเดือนเมษายน 2569', 'แล้วเสร็จ 8 จาก 38 ข้อ', 'เลยกำหนด 3 ข้อ: ม.1 ม.3 ม.7'])
      expect(words).toContain(one);
    expect(words).toContain('แผนปีงบประมาณ 2568 ยังเปิดอยู่: เลยกำหนด 32 ข้อ');
    expect(words).toMatch(/รหัสตรวจสอบข้อมูล [0-9a-f]{8}\nเปิดดูทั้งหมด https:/);
  });

  it('marks a provisional list', () => {
    expect(wordsOf(said(PROVISIONAL))).toContain('ชั่วคราว');
    expect(wordsOf(said(EXAMPLE))).not.toContain('ชั่วคราว');
  });
});
