import { describe, expect, it } from 'vitest';
import { combined } from '../../../src/chat/understand/find-status.ts';
import { about } from './recognisers.ts';

/** What a sentence says, and the words that said it. */
function told(text: string): string {
  const { reading, about: found } = about(text);
  return found.statements
    .map(({ status, percent, sense, from, to }) => {
      const span = reading.text.slice(reading.words[from]?.at, reading.words[to - 1]?.end);
      return `${status}${percent === null ? '' : ` ${percent}%`}${sense === 'plain' ? '' : ` ${sense}`}: ${span}`;
    })
    .join(' | ');
}

describe('statements, and the words that make them', () => {
  it.each([
    ['O5 เสร็จแล้วค่ะ', 'done: เสร็จแล้ว'],
    ['O5 เส็ดเเล้วฮับ', 'done: เส็ดแล้ว'],
    ['O5 เสร็จละ', 'done: เสร็จละ'],
    ['O5 ส่งให้ปลัดแล้ว', 'done: ส่งให้ปลัดแล้ว'],
    ['O5 เพิ่งลงเว็บ', 'done: เพิ่งลงเว็บ'],
    ['✅ O5', 'done: ✅'],
    ['O5 ครบ', 'done weak: ครบ'],
    ['O5 ยังไม่เสร็จ', 'in_progress unfinished: ยังไม่เสร็จ'],
    ['O5 ยังทำไม่เสร็จ', 'in_progress unfinished: ทำไม่เสร็จ'],
    ['O5 กำลังทำอยู่', 'in_progress: กำลังทำอยู่'],
    ['O5 แก้เอกสารอยู่', 'in_progress: แก้เอกสารอยู่'],
    ['O5 ใกล้เสร็จแล้ว', 'in_progress: ใกล้เสร็จแล้ว'],
    ['O5 เพิ่งเริ่มทำ', 'in_progress: เพิ่งเริ่มทำ'],
    ['O5 เสร็จบางส่วน', 'in_progress: เสร็จบางส่วน'],
    ['O5 จะเสร็จสิ้นเดือนนี้', 'in_progress future: จะเสร็จสิ้น'],
    ['O5 เสร็จวันศุกร์', 'in_progress future: เสร็จ'],
    ['O5 ยังไม่ได้ลงเว็บ', 'in_progress unpublished: ยังไม่ได้ลงเว็บ'],
    ['O5 รอเซ็น', 'in_progress weak: รอเซ็น'],
    ['O5 เหลือลายเซ็น', 'in_progress weak: เหลือ'],
    ['O5 ยังไม่ได้เริ่มทำ', 'not_started: ยังไม่ได้เริ่มทำ'],
    ['O5 ยังเลย', 'not_started: ยัง'],
    ['O5 ยังค่ะ', 'not_started: ยัง'],
    ['O5 ยังคะ', ''],
    ['O5 ยัง', ''],
    ['O5 ❌', 'not_started: ❌'],
    ['O5 0%', 'not_started 0%: 0%'],
    ['O5 100%', 'done 100%: 100%'],
    ['O5 ทำไปได้แปดสิบเปอร์เซ็นต์แล้ว', 'in_progress 80%: ทำไปได้แปดสิบเปอร์เซ็นต์แล้ว'],
    ['O5 เสร็จครึ่งทาง', 'in_progress 50%: เสร็จครึ่งทาง'],
    ['O5 เหลืออีก 30%', 'in_progress 70%: เหลืออีก 30%'],
    ['O5 50-60%', 'in_progress 50%: 50-60%'],
    ['O5 ร้อยละ ๖๐', 'in_progress 60%: ร้อยละ 60'],
    ['O5 60เปอ', 'in_progress 60%: 60เปอ'],
    ['O5 150%', ''],
    ['O5 ไม่ใช่เสร็จ', ''],
    ['O5 อยากให้เสร็จ', ''],
    ['O5 เสร็จแล้วครับ ส่งให้พี่แล้ว', 'done: เสร็จแล้ว | done: ส่งให้พี่แล้ว'],
    ['กรอกของรองปลัด', ''],
    ['คุณเหลืองทอง', ''],
    ['ทำยังไง', ''],
  ])('%s', (text, statements) => {
    expect(told(text)).toBe(statements);
  });
});

describe('several statements of one thing', () => {
  const of = (text: string) => combined(about(text).about.statements);
  it.each([
    ['O5 ทำแล้วแต่ยังไม่ลงเว็บ', { status: 'in_progress', percent: null }],
    ['O5 เสร็จแล้ว รอเซ็น', { status: 'done', percent: null }],
    ['O5 เสร็จแล้ว รอลงเว็บ', { status: 'in_progress', percent: null }],
    ['O5 ยังไม่เริ่ม รองบ', { status: 'not_started', percent: null }],
    ['O5 กำลังทำ 60%', { status: 'in_progress', percent: 60 }],
    ['O5', null],
  ])('%s', (text, status) => {
    expect(of(text)).toEqual(status);
  });
});
