/** The sheet of invites. */
import { dayOf, type Instant } from '../domain/calendar.ts';
import type { Post, Role } from '../domain/event.ts';
import { longDay } from '../thai/date.ts';

export const INVITES = {
  title: 'บัตรเชิญใช้งานน้องไอต้า',
  subtitle: 'ผู้ช่วยติดตามงาน ITA ในแอป LINE ตัดแจกเป็นรายคน',
  secret: 'ผู้ถือบัตรใช้รหัสลงทะเบียนได้ทันที โปรดมอบให้เจ้าตัวโดยตรง ไม่ถ่ายภาพส่งในกลุ่ม และทำลายบัตรที่เหลือ',
  general: 'รหัสทั่วไป',
  generalRole: 'สำหรับเจ้าหน้าที่ทุกคน ผู้ประสานงาน ITA อนุมัติทีละคน',
  qr: (name: string) => `QR ลงทะเบียนของ ${name}`,
  steps: (account: string) => [
    `เปิดแอป LINE สแกน QR นี้ แล้วกดเพิ่มเพื่อน ${account}`,
    'ในแชตจะมีรหัสพิมพ์ไว้ให้แล้ว กดส่ง',
    'รอข้อความ "ลงทะเบียนเรียบร้อยแล้วค่ะ"',
  ],
  generalSteps: (account: string) => [
    `เปิดแอป LINE สแกน QR นี้ แล้วกดเพิ่มเพื่อน ${account}`,
    'ในแชตจะมีรหัสพิมพ์ไว้ให้แล้ว กดส่ง',
    'พิมพ์ชื่อ-นามสกุล และส่วนราชการ แล้วรออนุมัติ',
  ],
  orType: 'หรือพิมพ์รหัสนี้ในแชต',
  once: (until: Instant) => `ใช้ได้ 1 คน ถึง${longDay(dayOf(until))}`,
  many: (until: Instant) => `ใช้ได้หลายคน ถึง${longDay(dayOf(until))}`,
} as const;

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  staff: 'เจ้าหน้าที่',
  head: 'หัวหน้าส่วนราชการ',
  executive: 'ผู้บริหาร',
  coordinator: 'ผู้ประสานงาน ITA',
};
export const POST_NAMES: Readonly<Record<Post, string>> = { palad: 'ปลัด', nayok: 'นายก' };
