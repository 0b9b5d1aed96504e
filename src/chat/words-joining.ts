/** Coming in: codes and who waits, invites and group codes a coordinator makes. */
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { shortDay } from '../thai/date.ts';
import { momentWords } from './words.ts';

export const TRY_LATER =
  'ลองรหัสไม่ตรงหลายครั้งแล้วค่ะ รบกวนรอสัก 15 นาทีแล้วลองใหม่ หรือขอรหัสใหม่จากผู้ประสานงาน ITA นะคะ';
export const GROUP_CODE_ALONE = 'รหัสนี้ใช้ผูกกลุ่มค่ะ เชิญน้องไอต้าเข้ากลุ่มก่อน แล้วพิมพ์รหัสนี้ในกลุ่มนะคะ';

/** To somebody who is no member yet. */
export const REQUEST = {
  name: 'รับคำขอลงทะเบียนแล้วค่ะ รบกวนพิมพ์ชื่อ-นามสกุล และส่วนราชการของคุณนะคะ เช่น "ลงทะเบียน ชื่อ สมชาย ใจดี กองคลัง"',
  nameAgain: 'รบกวนพิมพ์ทั้งชื่อและนามสกุล พร้อมส่วนราชการนะคะ เช่น "ลงทะเบียน ชื่อ สมชาย ใจดี กองคลัง"',
  kept: (name: string, division: string) =>
    [
      'ส่งคำขอลงทะเบียนให้ผู้ประสานงาน ITA แล้วค่ะ',
      [name, division].filter((part) => part !== '').join(' · '),
      'เมื่ออนุมัติแล้ว น้องไอต้าจะแจ้งในแชตนี้นะคะ หากชื่อไม่ถูกต้อง พิมพ์ "ลงทะเบียน ชื่อ …" ใหม่ได้ค่ะ',
    ]
      .filter((line) => line !== '')
      .join('\n'),
  waiting: 'คำขอลงทะเบียนของคุณรอผู้ประสานงาน ITA อนุมัติอยู่ค่ะ เมื่ออนุมัติแล้วจะแจ้งในแชตนี้นะคะ',
  refused: 'คำขอลงทะเบียนของคุณยังไม่ได้รับการอนุมัติค่ะ หากเป็นเจ้าหน้าที่ กรุณาติดต่อผู้ประสานงาน ITA โดยตรงนะคะ',
  tomorrow: 'คำขอลงทะเบียนของคุณยังไม่ได้รับการอนุมัติค่ะ ขอใหม่ได้ตั้งแต่พรุ่งนี้ หรือติดต่อผู้ประสานงาน ITA โดยตรงนะคะ',
} as const;

/** To a member whose invite named nobody. */
export const OWN_NAME = {
  ask: 'รบกวนพิมพ์ชื่อ-นามสกุลของคุณด้วยนะคะ เช่น "ลงทะเบียน ชื่อ สมชาย ใจดี"',
  again: 'รบกวนพิมพ์ทั้งชื่อและนามสกุลนะคะ เช่น "ลงทะเบียน ชื่อ สมชาย ใจดี"',
  kept: (name: string) => `บันทึกชื่อ ${name} แล้วค่ะ`,
} as const;

/** To the coordinator, of those who wait. */
export const WAITING = {
  none: 'ไม่มีคนรออนุมัติค่ะ',
  alt: (count: number) => `คนรออนุมัติ ${count} คน`,
  nameless: 'ยังไม่ได้พิมพ์ชื่อ',
  namelessRequest: 'คำขอที่ยังไม่มีชื่อ',
  asked: (at: Instant) => `ขอลงทะเบียนเมื่อ ${momentWords(at)}`,
  division: 'ส่วนราชการที่แจ้ง',
  noDivision: 'ไม่ได้ระบุ',
  byCode: 'สิทธิ์ตามรหัส',
  said: (words: string) => `พิมพ์มาว่า "${words}"`,
  check: 'ชื่อเป็นข้อความที่ผู้ขอพิมพ์เอง โปรดตรวจสอบว่าเป็นเจ้าหน้าที่จริงก่อนอนุมัติค่ะ',
  waitForName: 'รอผู้ขอพิมพ์ชื่อ-นามสกุลก่อน จึงจะอนุมัติได้ค่ะ',
  rest: (count: number) => `และอีก ${count} คน`,
  restHint: 'พิจารณารายการที่แสดงแล้วพิมพ์ "คนรออนุมัติ" อีกครั้งนะคะ',
  approveByCode: 'อนุมัติตามรหัส',
  approveStaff: (division: string) => `เป็นเจ้าหน้าที่ ${division}`,
  approveHead: (division: string) => `เป็นหัวหน้า ${division}`,
  choose: 'เป็นเจ้าหน้าที่ เลือกส่วนราชการ',
  chooseHead: 'เป็นหัวหน้า เลือกส่วนราชการ',
  refuse: 'ไม่อนุมัติ',
  again: 'คนรออนุมัติ',
  ofWhich: { staff: 'เป็นเจ้าหน้าที่ของส่วนราชการไหนคะ', head: 'เป็นหัวหน้าส่วนราชการไหนคะ' },
  approveSaid: (name: string, as: string) => `อนุมัติ ${name} ${as}`,
  refuseSaid: (name: string) => `ไม่อนุมัติ ${name}`,
  approved: (name: string, roles: string) => `อนุมัติแล้วค่ะ ${name}\n${roles}\nน้องไอต้าแจ้งเจ้าตัวในแชตส่วนตัวแล้วนะคะ`,
  refused: (name: string) =>
    `บันทึกว่าไม่อนุมัติ ${name} แล้วค่ะ ลบชื่อและบัญชี LINE ของคำขอนี้แล้ว น้องไอต้าจะแจ้งผู้ขอเมื่อทักมาครั้งถัดไปนะคะ`,
} as const;

/** To the coordinator, of invites and group codes. */
export const INVITE = {
  who: 'จะเชิญใครคะ',
  whoDetail: 'รหัสแต่ละรหัสใช้ได้ 1 คน ภายใน 14 วันค่ะ รหัสทั่วไปใช้ได้หลายคน แต่ต้องรอผู้ประสานงาน ITA อนุมัติทีละคน',
  general: 'รหัสทั่วไป (รออนุมัติ)',
  ofWhich: { staff: 'เชิญเจ้าหน้าที่ของส่วนราชการไหนคะ', head: 'เชิญหัวหน้าส่วนราชการไหนคะ' },
  said: (roles: string) => `เชิญ${roles}`,
  made: (roles: string, until: Instant) =>
    `รหัสเชิญ${roles} ใช้ได้ 1 คน ถึง ${shortDay(dayOf(until))} ค่ะ ส่งต่อข้อความด้านล่างให้เจ้าตัวโดยตรง ไม่ควรส่งในกลุ่มนะคะ`,
  madeGeneral: (until: Instant) =>
    `รหัสทั่วไป ใช้ได้หลายคน ถึง ${shortDay(dayOf(until))} ค่ะ ผู้ใช้รหัสนี้ต้องรออนุมัติทีละคน (พิมพ์ "คนรออนุมัติ") ส่งต่อข้อความด้านล่างได้เลยนะคะ`,
  /** Passed on as it is; `link` or `account` may be unknown. */
  letter: (office: string, code: string, link: string | null, account: string | null) =>
    [
      `เชิญใช้งานน้องไอต้า ผู้ช่วยติดตามงาน ITA ของ${office}ค่ะ`,
      ...(link === null ? [] : [`กดลิงก์นี้ในโทรศัพท์ แล้วกดส่งข้อความ\n${link}`]),
      `${link === null ? '' : 'หรือ'}เพิ่มเพื่อน${account === null ? 'บัญชี LINE ของหน่วยงาน' : ` ${account}`} แล้วพิมพ์รหัสนี้ในแชตส่วนตัว\n${code}`,
    ].join('\n'),
} as const;

export const GROUP_CODE = {
  staff: 'กลุ่มเจ้าหน้าที่',
  division: (name: string) => `กลุ่มของ${name}`,
  made: (group: string, until: Instant) =>
    `รหัสผูก${group} ใช้ได้ 1 ครั้ง ถึง ${shortDay(dayOf(until))} ค่ะ\n1. เชิญน้องไอต้าเข้ากลุ่ม\n2. พิมพ์รหัสด้านล่างในกลุ่ม`,
  replaces: 'กลุ่มเดิมจะถูกยกเลิกเมื่อผูกกลุ่มใหม่นะคะ',
  extra: 'เป็นกลุ่มเพิ่ม กลุ่มเดิมยังใช้ได้ตามปกตินะคะ',
  boundExtra: 'กลุ่มนี้เป็นกลุ่มเพิ่ม สรุปประจำเดือนส่งในกลุ่มหลักค่ะ',
  whichDivision: 'ไม่พบส่วนราชการนี้ค่ะ ลองพิมพ์ชื่อเต็ม เช่น "รหัสกลุ่ม กองคลัง" นะคะ',
} as const;
