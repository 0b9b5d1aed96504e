import { describe, expect, it } from 'vitest';
import { itemsIn } from './recognisers.ts';

describe('items (docs/understanding.md §3)', () => {
  it.each([
    ['O12', 'O12 full'],
    ['o12', 'O12 full'],
    ['O 12', 'O12 full'],
    ['O-12', 'O12 full'],
    ['O.12', 'O12 full'],
    ['โอ12', 'O12 full'],
    ['โอ 12', 'O12 full'],
    ['O๑๒', 'O12 full'],
    ['ข้อ O12', 'O12 full'],
    ['ข้อโอ12', 'O12 full'],
    ['ตัว O12', 'O12 full'],
    ['OIT 12', 'O12 full'],
    ['OIT ข้อ 12', 'O12 full'],
    ['โอยี่สิบเอ็ด', 'O21 full'],
    ['ข้อโอสาม', 'O3 full'],
    ['โอสามสิบ', 'O30 full'],
    ['ข้อ ๐๒๗', 'O27 full'],
    ['ข้อ 027', 'O27 full'],
    ['O05', 'O5 full'],
    ['ข้อ O05', 'O5 full'],
    ['O45', 'O45 full'],
    ['มาตรการที่ 3', 'M3 full'],
    ['มาตรการ 3', 'M3 full'],
    ['มาตรการข้อ ๓', 'M3 full'],
    ['มาตรการที่สาม', 'M3 full'],
    ['ม.3', 'M3 village'],
    ['ม. 3', 'M3 village'],
    ['ข้อ 3', 'M3 bare'],
    ['ข้อที่ 3', 'M3 bare'],
    ['ข้อสาม', 'M3 bare'],
    ['ขอ้ 4', 'M4 bare'],
    ['ข่อ 4', 'M4 bare'],
  ])('%s', (text, items) => {
    expect(itemsIn(text)).toBe(items);
  });
});

describe('lists and ranges', () => {
  it.each([
    ['O1,2,3', 'O1 O2 O3 full'],
    ['O3 กับ 4', 'O3 O4 full'],
    ['O3 กะ O4', 'O3 O4 full'],
    ['O3 และ 4', 'O3 O4 full'],
    ['ม.4,8', 'M4 M8 village'],
    ['โอ1โอ2', 'O1 O2 full'],
    ['O1-O5', 'O1 O2 O3 O4 O5 full'],
    ['O1-5', 'O1 O2 O3 O4 O5 full'],
    ['o1 ถึง o6', 'O1 O2 O3 O4 O5 O6 full'],
    ['ม.3 – 5', 'M3 M4 M5 village'],
    ['O1~O3', 'O1 O2 O3 full'],
    ['O1 จนถึง O4', 'O1 O2 O3 O4 full'],
    ['ข้อ 1-4', 'M1 M2 M3 M4 bare'],
    ['O1/2/3', 'O1 O2 O3 full'],
    ['O12 กับ ม.3', 'O12 M3 full'],
    ['มาตรการที่ 3 และที่ 5', 'M3 M5 full'],
    ['O3 เสร็จ O4 ยังไม่เสร็จ', 'O3 full, O4 full'],
    ['O1-O6 เว้น O4', 'O1 O2 O3 O4 O5 O6 full, not O4 full'],
    ['O1-O6 ยกเว้น O4 กับ 5', 'O1 O2 O3 O4 O5 O6 full, not O4 O5 full'],
    ['O5-O1', 'O5 O1 full'],
  ])('%s', (text, items) => {
    expect(itemsIn(text)).toBe(items);
  });
});

describe('numbers that are no items', () => {
  it.each([
    'มาตรการ 2 ข้อ',
    'เหลือ 6 ข้อ',
    'ตัวชี้วัดที่ 4',
    'ตัวชี้วัดข้อ 4',
    '12.30 น.',
    'A4',
    'ว 77',
    '3 คน',
    '500 บาท',
    'วันที่ 12',
    'ปี 69',
    '60%',
    'O123',
    'O12.5',
    'O12/2568',
    'CO2',
    'bio12',
    'กรุ๊ป O 5 คน',
    'ถัง O2 หมด',
    'ซ่อมไฟ ม.4',
    'ท่อน้ำ ม.3 แตก',
    'นักเรียน ม.3',
    'พ.ร.บ. ม.7',
    'โอเค 2',
    'โอน 12',
    'โอ้โห 5',
    'พี่โอ๋ 5',
    'โอ 5 โมง',
    'โอกาส 3',
    'https://a.example/O5',
    'ข้อ 1234',
  ])('%s', (text) => {
    expect(itemsIn(text)).toBe('');
  });

  it.each([
    ['O9 ขออีก 5 วัน', 'O9 full'],
    ['O5 60%', 'O5 full'],
    ['O14 ถึง 10/1/2569', 'O14 full'],
    ['ขอเลื่อน O14 ถึง 20', 'O14 full'],
    ['ขอเลื่อน O14 15 มี.ค.', 'O14 full'],
    ['O5 อาทิตย์หน้า', 'O5 full'],
    ['O14 ปี 69', 'O14 full'],
  ])('beside an item: %s', (text, items) => {
    expect(itemsIn(text)).toBe(items);
  });
});

describe('items named by title', () => {
  it.each([
    ['แผนใช้จ่ายงบประมาณลงเว็บแล้ว', 'O7 name'],
    ['สขร.1 ลงแล้ว', 'O14 name'],
    ['สขร1 ลงแล้ว', 'O14 name'],
    ['คู่มือประชาชนเสร็จแล้ว', 'O9 name'],
    ['รายงานผลตามนโยบาย No Gift Policy เสร็จแล้ว', 'O20 name'],
    ['Q&A ใครดูแล', 'O5 name'],
    ['ถาม-ตอบ ใครดูแล', 'O5 name'],
    ['O19 No Gift Policy เสร็จแล้ว', 'O19 full'],
    ['No Gift Policy เสร็จแล้ว', ''],
    ['คู่มือเสร็จแล้ว', ''],
  ])('%s', (text, items) => {
    expect(itemsIn(text)).toBe(items);
  });
});
