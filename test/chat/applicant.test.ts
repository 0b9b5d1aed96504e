import { describe, expect, it } from 'vitest';
import { isNamed, readApplicant, saidOf } from '../../src/chat/applicant.ts';
import { DIVISIONS } from '../support/an-agency.ts';

const read = (text: string) => readApplicant(saidOf(text), DIVISIONS);

describe('what an applicant says of himself', () => {
  it.each([
    ['นายดิน สมมุติไพร กองช่าง', 'นายดิน สมมุติไพร', 'works'],
    ['ดิน สมมุติไพร กองช่างครับ', 'ดิน สมมุติไพร', 'works'],
    ['ชื่อ วันดี นิทานทอง อยู่กองคลังค่ะ', 'วันดี นิทานทอง', 'finance'],
    ['ชื่อวันดี นิทานทอง สังกัดกองคลัง', 'วันดี นิทานทอง', 'finance'],
    ['กองคลัง วันดี นิทานทอง', 'วันดี นิทานทอง', 'finance'],
    ['วันดี นิทานทอง\nกองคลัง', 'วันดี นิทานทอง', 'finance'],
    ['น.ส.วันดี นิทานทอง สำนักปลัด', 'น.ส.วันดี นิทานทอง', 'palad'],
    ['นางแก้ว ตัวอย่าง ตำแหน่งนักวิชาการคลัง กองคลัง', 'นางแก้ว ตัวอย่าง', 'finance'],
    ['ผมชื่อ ดิน สมมุติไพร คลัง', 'ดิน สมมุติไพร', 'finance'],
    ['Somchai Example กองช่าง', 'Somchai Example', 'works'],
    ['วันดี นิทานทองค่ะ', 'วันดี นิทานทอง', null],
    ['วันดี นิทานทอง กองประปา', 'วันดี นิทานทอง กองประปา', null],
  ])('%j', (text, name, division) => {
    expect(read(text)).toEqual({ name, division });
    expect(isNamed(read(text))).toBe(true);
  });

  it.each([
    'มานะ',
    'กองคลัง',
    'ต้องพิมพ์อะไรคะ',
    'รออนุมัติ นานไหม คะ',
    'ยังไง ดีคะ',
    '123 456',
    '',
    '   ',
    '👍 👍',
    'ดู https://example.org ก่อน',
  ])('%j names nobody', (text) => {
    expect(isNamed(read(text))).toBe(false);
  });

  it('is one line of bounded length, without marks that turn its direction', () => {
    expect(saidOf('  ก\u202E\u0000\n\tข  ')).toBe('ก ข');
    expect(saidOf('ก'.repeat(5_000)).length).toBeLessThanOrEqual(200);
    expect(read('ก'.repeat(150).concat(' ข')).name.length).toBeLessThanOrEqual(80);
  });
});
