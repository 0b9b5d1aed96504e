import { describe, expect, it } from 'vitest';
import { inviteLink, isAccount } from '../../src/chat/invite-link.ts';
import { asksForRequest, joiningCommand, nameGiven } from '../../src/chat/joining-phrases.ts';
import { DIVISIONS } from '../support/an-agency.ts';

const command = (text: string) => joiningCommand(text, DIVISIONS);
const group = (division: string | null, extra = false) => ({ do: 'group-code', division, extra });

describe('phrases of a coordinator', () => {
  it.each([
    ['คนรออนุมัติ', { do: 'waiting' }],
    ['ดูผู้รออนุมัติค่ะ', { do: 'waiting' }],
    ['เชิญ', { do: 'invite' }],
    ['เชิญเจ้าหน้าที่หน่อยครับ', { do: 'invite' }],
    ['รหัสกลุ่ม', group(null)],
    ['รหัสกลุ่ม กองคลัง', group('finance')],
    ['ขอรหัสกลุ่มคลังครับ', group('finance')],
    ['รหัสกลุ่มสำนักปลัด', group('palad')],
    ['รหัสกลุ่มเพิ่ม', group(null, true)],
    ['รหัสกลุ่มเพิ่ม กองช่าง', group('works', true)],
    ['รหัสกลุ่มกองประปา', { do: 'which-division' }],
    ['รหัสกลุ่ม กองคลัง กองช่าง', { do: 'which-division' }],
  ])('%j', (text, wanted) => {
    expect(command(text)).toEqual(wanted);
  });

  it.each(['เชิญประชุมพรุ่งนี้', 'ใครเป็นคนรออนุมัติ', 'รหัส', 'กลุ่มไหน', 'O12 เสร็จแล้ว', ''])('%j is none', (text) => {
    expect(command(text)).toBeNull();
  });
});

describe('words of somebody who waits', () => {
  it.each([
    ['ลงทะเบียน ชื่อ วันดี นิทานทอง กองคลัง', 'วันดี นิทานทอง กองคลัง'],
    ['ลงทะเบียนชื่อ: วันดี\nนิทานทอง', 'วันดี\nนิทานทอง'],
    ['ลงทะเบียน', null],
    ['ลงทะเบียน ชื่อ', null],
    ['ชื่อ วันดี', null],
  ])('%j', (text, name) => {
    expect(nameGiven(text)).toBe(name);
  });

  it('ask how it stands', () => {
    expect(asksForRequest('ลงทะเบียนค่ะ')).toBe(true);
    expect(asksForRequest('ลงทะเบียนยังไง')).toBe(false);
  });
});

describe('the link of an invite', () => {
  it('has the id and the code percent-encoded', () => {
    expect(inviteLink('@123abcde', 'ABCDE-FGHJ7')).toBe(
      'https://line.me/R/oaMessage/%40123abcde/?ABCDE-FGHJ7',
    );
    expect(inviteLink('@123abcde', 'รหัส ก')).toBe(
      'https://line.me/R/oaMessage/%40123abcde/?%E0%B8%A3%E0%B8%AB%E0%B8%B1%E0%B8%AA%20%E0%B8%81',
    );
  });

  it('is of an account only', () => {
    expect(['@123abcde', '@dontawan-ita'].every(isAccount)).toBe(true);
    expect(['123abcde', '@', '@a/b', '@ก', '@a b', ''].some(isAccount)).toBe(false);
  });
});
