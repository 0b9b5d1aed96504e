/** Links, calls, questions, the keyboard and names: what is recognised beside items, dates and statuses. */
import { describe, expect, it } from 'vitest';
import { divisionSaid } from '../../../src/chat/understand/about.ts';
import { takeCall } from '../../../src/chat/understand/call.ts';
import { findQuestion } from '../../../src/chat/understand/find-question.ts';
import { mendKeyboard } from '../../../src/chat/understand/keyboard.ts';
import { namedItems } from '../../../src/chat/understand/names.ts';
import { takeUrls } from '../../../src/chat/understand/urls.ts';
import { EXAMPLE, TWO_YEARS } from '../scenes.ts';
import { about, readingOf } from './recognisers.ts';

describe('a link is exactly what was typed (§11)', () => {
  it.each([
    ['https://www.obt-demo.example/pr?p=12ขอบคุณค่ะ', 'https://www.obt-demo.example/pr?p=12'],
    ['(https://a.example/O9/guide) ของ O8', 'https://a.example/O9/guide'],
    ['www.a.example/plan?y=2569&o=12 ครับ', 'www.a.example/plan?y=2569&o=12'],
    ['https://a.example/m01!', 'https://a.example/m01'],
    ['https://a.example/Login,', 'https://a.example/Login'],
    ['https://a.example/posts/9😊', 'https://a.example/posts/9'],
    ['https://a.example/c#map', 'https://a.example/c#map'],
    ['https://a.example/x\u200B', 'https://a.example/x'],
    ['HTTPS://A.example/X', 'HTTPS://A.example/X'],
    ['O12เสร็จแล้วhttps://a.example/O5ค่ะ', 'https://a.example/O5'],
    ['https://a.example/1]}.', 'https://a.example/1'],
  ])('%s', (text, url) => {
    expect(takeUrls(text).urls).toEqual([url]);
  });

  it.each(['https://', 'www.', 'a.example', ''])('%j is none', (text) => {
    expect(takeUrls(text).urls).toEqual([]);
  });

  it('two are two', () => {
    expect(takeUrls('https://a.example/1 https://b.example/2').urls).toHaveLength(2);
  });
});

describe('a call (§6)', () => {
  it.each([
    ['@น้องไอต้า ขาดอะไร', 'ขาดอะไร'],
    ['ขาดอะไร @บอท', 'ขาดอะไร'],
    ['@bot ขาดอะไร', 'ขาดอะไร'],
    ['@ita ขาดอะไร', 'ขาดอะไร'],
    ['น้องไอต้า ขาดอะไร', 'ขาดอะไร'],
    ['บอทขาดอะไร', 'ขาดอะไร'],
    ['ขาดอะไร น้องบอท', 'ขาดอะไร'],
    ['ขาดอะไร น้องไอต้าคะ 😊', 'ขาดอะไร'],
    ['สรุปเดือนนี้น้องไอต้า', 'สรุปเดือนนี้'],
  ])('%s', (text, rest) => {
    expect(takeCall(text, false)).toEqual({ text: rest, called: true, others: false });
  });

  it.each([
    '@all ขาดอะไร',
    '@ทุกคน ขาดอะไร',
    '@พี่นก ขาดอะไร',
    'ยกเลิกบอท',
    'โรบอท',
    'พี่บอทครับ ดูให้ที',
    'ขาดอะไร',
    '@itachi ขาดอะไร',
  ])('%s calls nobody', (text) => {
    expect(takeCall(text, false).called).toBe(false);
  });

  it("LINE's own mark is enough, whatever the bot is called there", () => {
    expect(takeCall('@ผู้ช่วย ขาดอะไร', true)).toEqual({ text: 'ขาดอะไร', called: true, others: false });
  });

  it('somebody else mentioned is noticed; an e-mail address is nobody', () => {
    expect(takeCall('@พี่นก ขาดอะไร', false).others).toBe(true);
    expect(takeCall('a@b.example', false).others).toBe(false);
  });
});

describe('a question (§5)', () => {
  const asked = (text: string) => {
    const { reading, about: found } = about(text);
    const question = findQuestion(reading, found.statements);
    return question === null ? null : `${question.kind} ${reading.words[question.at]?.text}`;
  };
  it.each([
    ['O5 เสร็จยัง', 'closed ยัง'],
    ['O5 เสร็จยังครับ', 'closed ยัง'],
    ['O5 เสร็จหรือยังคะ', 'closed หรือยังคะ'],
    ['O5 เสร็จแล้วใช่ไหม', 'closed แล้วใช่ไหม'],
    ['O5 เสร็จป่าว', 'closed ป่าว'],
    ['O5 เสร็จแล้วเหรอ', 'closed แล้วเหรอ'],
    ['O5 done?', 'closed ?'],
    ['O5 ใครทำ', 'open ใคร'],
    ['O5 ล่ะ', 'closed ล่ะ'],
    ['O5 ยังคะ', 'closed ยัง'],
    ['O5 ยังค่ะ', null],
    ['O5 เสร็จแล้ว', null],
    ['O5 หรือ O6 เสร็จแล้ว', null],
    ['O16 เรียบร้อยค่ะ ว่าแต่พรุ่งนี้ใครเอารถไปอำเภอบ้าง', null],
    ['O12 เสร็จแล้วค่ะ ปล. ใครไปตลาดบ้างคะ', null],
  ])('%s', (text, question) => {
    expect(asked(text)).toBe(question);
  });
});

describe('the keyboard (§2.7)', () => {
  it.each([
    ['O9 gliH0c]h;8jt', 'O9 เสร็จแล้วค่ะ'],
    ['l;ylfu8iy[', 'สวัสดีครับ'],
    ['O12 done', 'O12 done'],
    ['E-Service', 'E-Service'],
    ['No Gift Policy', 'No Gift Policy'],
    ['https://a.example/g;h[', 'https://a.example/g;h['],
    ['a;b;c;d', 'a;b;c;d'],
    ['เสร็จแล้ว', 'เสร็จแล้ว'],
  ])('%s', (typed, meant) => {
    expect(mendKeyboard(typed)).toBe(meant);
  });
});

describe('divisions said', () => {
  it.each([
    ['กองคลังขาดอะไร', 'finance'],
    ['กองเราขาดอะไร', 'finance'],
    ['ของเราขาดอะไร', null],
    ['ทุกกองขาดอะไร', 'ALL'],
    ['กองไหนขาดอะไร', 'ALL'],
    ['กองช่างกับกองคลังขาดอะไร', ['works', 'finance']],
  ])('%s', (text, division) => {
    expect(divisionSaid(readingOf(text))).toEqual(division);
  });
});

describe('names of an agency’s items', () => {
  it('are those of its open plans, made once', () => {
    const items = namedItems(EXAMPLE);
    expect(items.length).toBeGreaterThan(10);
    expect(namedItems(EXAMPLE)).toBe(items);
    expect(namedItems({ ...EXAMPLE })).toBe(items);
    expect(namedItems({ ...EXAMPLE, items: { ...EXAMPLE.items } })).not.toBe(items);
  });

  it('of two open years are all there', () => {
    expect(namedItems(TWO_YEARS).length).toBeGreaterThan(namedItems(EXAMPLE).length);
  });
});
