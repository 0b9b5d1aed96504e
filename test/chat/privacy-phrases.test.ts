import { expect, it } from 'vitest';
import { isCalledPrivacy, privacyCommand } from '../../src/chat/privacy-phrases.ts';

it.each([
  ['ข้อมูลของฉัน', 'kept'],
  ['ดูข้อมูลของผมหน่อยครับ', 'kept'],
  ['ข้อมูลส่วนบุคคล', 'kept'],
  ['PDPA', 'kept'],
  ['ขอข้อมูลของฉัน', 'export'],
  ['ขอสำเนาข้อมูลของดิฉันค่ะ', 'export'],
  ['ลบข้อมูลของฉัน', 'erase'],
  ['ขอลบข้อมูลส่วนตัวของผมด้วยครับ', 'erase'],
  ['ยืนยัน ลบข้อมูลของฉัน', 'erase-surely'],
] as const)('%s asks for %s', (text, command) => expect(privacyCommand(text)).toBe(command));

it.each([
  'ลบข้อมูล',
  'ข้อมูลของกองคลัง',
  'ขอข้อมูล O12',
  'ลบข้อมูลของนายมานะ',
  'O10 นโยบายคุ้มครองข้อมูลส่วนบุคคล เสร็จแล้ว',
  'อย่าลบข้อมูลของฉัน',
  'ลบข้อมูลของฉันไหมดี',
])('%s asks for none of it', (text) => expect(privacyCommand(text)).toBeNull());

it('in a group it must call the bot', () => {
  expect(isCalledPrivacy('บอท ข้อมูลของฉัน', false)).toBe(true);
  expect(isCalledPrivacy('ข้อมูลของฉัน', true)).toBe(true);
  expect(isCalledPrivacy('ข้อมูลของฉัน', false)).toBe(false);
  expect(isCalledPrivacy('บอท ภาพรวม', false)).toBe(false);
});
