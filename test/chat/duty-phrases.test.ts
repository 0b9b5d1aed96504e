import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DutyPhrase, dutyPhrase } from '../../src/chat/duty-phrases.ts';
import { TYPED } from '../../src/chat/words-duties.ts';
import { DIVISIONS } from '../support/an-agency.ts';

const TODAY = '2026-02-16';
const read = (text: string) => dutyPhrase(text, { today: TODAY, divisions: DIVISIONS });

const SPAN = { from: '2026-03-01', until: '2026-03-15' };
const act = (who: string | null, role: object, post: string, span: object | null = SPAN) => ({
  do: 'act',
  who,
  role,
  span,
  post,
});
const assign = (
  items: string,
  person: string | null | undefined,
  deputy?: string,
  year: number | null = null,
) => ({
  do: 'assign',
  items: items.split(' ').map((code) => ({
    kind: code.startsWith('O') ? 'oit' : 'measure',
    number: Number(code.slice(1)),
  })),
  year,
  person,
  deputy,
});

describe('who sees to what, in exact words', () => {
  it.each<[string, object]>([
    ['โอนงานของ ก้อง ให้ ดิน', { do: 'hand-over', from: 'ก้อง', to: 'ดิน' }],
    ['โอนงานของก้องให้ดินค่ะ', { do: 'hand-over', from: 'ก้อง', to: 'ดิน' }],
    ['ขอโอนงาน ก้อง ไปให้กับ ดิน ด้วยครับ', { do: 'hand-over', from: 'ก้อง', to: 'ดิน' }],
    ['โอนงานของฉันให้ ดิน', { do: 'hand-over', from: null, to: 'ดิน' }],
    ['โอนงานให้ดิน', { do: 'hand-over', from: null, to: 'ดิน' }],
    [
      'โอนงานของ นายก้อง เรื่องสมมุติ ให้ นายดิน สมมุติไพร',
      { do: 'hand-over', from: 'นายก้อง เรื่องสมมุติ', to: 'นายดิน สมมุติไพร' },
    ],
    ['มอบหมาย O12 ให้ ชาติ', assign('O12', 'ชาติ')],
    ['มอบหมายงาน โอ ๑๒ ให้ผมครับ', assign('O12', null)],
    ['มอบหมาย มาตรการที่ 3 ให้ ชาติ สำรอง แก้ว', assign('M3', 'ชาติ', 'แก้ว')],
    ['มอบหมาย O1 O2 และ ม.5 ปี 2569 ให้ ชาติ', assign('O1 O2 M5', 'ชาติ', undefined, 2569)],
    ['มอบหมาย O12 ให้ ไม่มี', assign('O12', undefined)],
    ['ยกเลิกการมอบหมาย O12', assign('O12', undefined)],
    ['ผู้รับแจ้งเตือน', { do: 'show-receivers', division: null }],
    ['ผู้รับแจ้งเตือนกองคลัง', { do: 'show-receivers', division: 'finance' }],
    ['ผู้รับแจ้งเตือนกองคลัง ชาติ, แก้ว', { do: 'set-receivers', division: 'finance', names: ['ชาติ', 'แก้ว'] }],
    [
      'ผู้รับแจ้งเตือนของสำนักปลัด คือ เอก และ พิมพ์ใจ ค่ะ',
      { do: 'set-receivers', division: 'palad', names: ['เอก', 'พิมพ์ใจ'] },
    ],
    ['ผู้รับแจ้งเตือนกองคลัง ทุกคน', { do: 'set-receivers', division: 'finance', names: [] }],
    [
      'ดิน รักษาราชการแทน ผอ.กองช่าง 1-15 มี.ค. 2569',
      act('ดิน', { role: 'head', division: 'works' }, 'ผอ.กองช่าง'),
    ],
    [
      'ให้ดินรักษาราชการแทนผู้อำนวยการกองช่าง ตั้งแต่วันที่ 1 ถึงวันที่ 15 มีนาคม 2569 ค่ะ',
      act('ดิน', { role: 'head', division: 'works' }, 'ผู้อำนวยการกองช่าง'),
    ],
    ['เอก รักษาการหัวหน้าสำนักปลัด 1 - 15 มี.ค.', act('เอก', { role: 'head', division: 'palad' }, 'หัวหน้าสำนักปลัด')],
    ['ธีระ รักษาราชการแทนปลัด 1-15 มี.ค. 69', act('ธีระ', { role: 'executive', post: 'palad' }, 'ปลัด')],
    [
      'มาลี รักษาราชการแทน นายก อบต. 1-15 มี.ค. 69',
      act('มาลี', { role: 'executive', post: 'nayok' }, 'นายก อบต.'),
    ],
    ['เอก รักษาราชการแทน ผู้ประสานงาน ITA 1-15 มี.ค. 69', act('เอก', { role: 'coordinator' }, 'ผู้ประสานงาน ita')],
    // Since when is not said: that is asked.
    ['ดิน รักษาราชการแทน ผอ.กองช่าง', act('ดิน', { role: 'head', division: 'works' }, 'ผอ.กองช่าง', null)],
    ['สิ้นสุดรักษาราชการแทน ดิน', { do: 'end-acting', who: 'ดิน' }],
    ['สิ้นสุดการรักษาราชการแทนของดิน', { do: 'end-acting', who: 'ดิน' }],
    ['สิ้นสุดรักษาราชการแทน', { do: 'end-acting', who: null }],
    ['ผู้แทนของฉัน แก้ว', { do: 'deputy', of: null, deputy: 'แก้ว' }],
    ['ผู้แทนของผมคือแก้วครับ', { do: 'deputy', of: null, deputy: 'แก้ว' }],
    ['ผู้แทนของ ชาติ คือ แก้ว', { do: 'deputy', of: 'ชาติ', deputy: 'แก้ว' }],
    ['ผู้แทนของ ชาติ คือ ไม่มี', { do: 'deputy', of: 'ชาติ', deputy: null }],
    ['ยกเลิกผู้แทนของ ชาติ', { do: 'deputy', of: 'ชาติ', deputy: null }],
    ['ผู้แทนของฉัน', { do: 'deputy', of: null, deputy: undefined }],
    ['ชาติ ลาออก', { do: 'leave', who: 'ชาติ', to: null }],
    ['ชาติย้ายแล้วค่ะ', { do: 'leave', who: 'ชาติ', to: null }],
    ['ชาติ ลาออก โอนงานให้ แก้ว', { do: 'leave', who: 'ชาติ', to: 'แก้ว' }],
    ['ฉันลาออก', { do: 'leave', who: null, to: null }],
    ['รายชื่อเจ้าหน้าที่', { do: 'list' }],
  ])('%s', (text, phrase) => {
    expect(read(text)).toEqual(phrase as DutyPhrase);
  });

  it.each([
    'มอบหมายให้ชาติ',
    'มอบหมาย O12 เสร็จแล้ว ให้ชาติ',
    'O12 มอบหมายให้ชาติแล้ว',
    'ผู้รับแจ้งเตือนกองปลา ชาติ',
    'ผู้รับแจ้งเตือนคือใคร',
    'O5 เสร็จ รักษาการปลัดลงนามแล้ว',
    'ปลัดรักษาการเซ็นแล้ว',
    'O5 ย้ายแล้ว',
    'ย้ายเลขข้อ 5 แล้ว',
    'ย้ายแล้ว',
    'โอนงาน',
    'โอนงาน O12 ให้ชาติ',
    'ชาติ ลาออก\nO5 เสร็จแล้ว',
  ])('%j is none', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('what the bot offers to say', () => {
  const assigned = assign('O1 M2', 'ชาติ', 'แก้ว', 2569);

  it.each<[string, object]>([
    [TYPED.handOver('ก้อง', 'ดิน'), { do: 'hand-over', from: 'ก้อง', to: 'ดิน' }],
    [TYPED.assign('O1 มาตรการที่ 2', 2569, 'ชาติ', 'แก้ว'), assigned],
    [TYPED.assign('O1', null, 'ชาติ', ''), assign('O1', 'ชาติ')],
    [
      TYPED.receivers('กองคลัง', ['ชาติ', 'แก้ว']),
      { do: 'set-receivers', division: 'finance', names: ['ชาติ', 'แก้ว'] },
    ],
    [TYPED.acting('ดิน', 'ผอ.กองช่าง', SPAN), act('ดิน', { role: 'head', division: 'works' }, 'ผอ.กองช่าง')],
    [
      TYPED.acting('ดิน', 'ผอ.กองช่าง', null),
      act('ดิน', { role: 'head', division: 'works' }, 'ผอ.กองช่าง', null),
    ],
    [TYPED.endActing('ดิน'), { do: 'end-acting', who: 'ดิน' }],
    [TYPED.deputy('ชาติ', 'แก้ว'), { do: 'deputy', of: 'ชาติ', deputy: 'แก้ว' }],
    [TYPED.noDeputy('ชาติ'), { do: 'deputy', of: 'ชาติ', deputy: null }],
    [TYPED.leave('ชาติ', null), { do: 'leave', who: 'ชาติ', to: null }],
    [TYPED.leave('ชาติ', 'แก้ว'), { do: 'leave', who: 'ชาติ', to: 'แก้ว' }],
  ])('%s', (sentence, phrase) => {
    expect(read(sentence)).toEqual(phrase as DutyPhrase);
  });
});

describe('no ordinary sentence is one', () => {
  const folder = new URL('./sentences/', import.meta.url);
  const said = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line): string => JSON.parse(line).text);

  it('of all that are labelled', () => {
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter((text) => read(text) !== null)).toEqual([]);
  });
});
