/** A later date: asked for, decided, told. */
import type { Day, Instant } from '../domain/calendar.ts';
import { longDay, shortDay } from '../thai/date.ts';
import { momentWords } from './words.ts';

export const REQUEST = {
  title: (names: string) => `ขอขยายเวลา ${names}`,
  asked: (by: string, at: Instant) => `โดย ${by} · ${momentWords(at)}`,
  due: 'กำหนดปัจจุบัน',
  until: 'ขอขยายถึง',
  reason: 'เหตุผล',
  noReason: 'ไม่ได้ระบุ',
  grant: 'อนุมัติ',
  refuse: 'ไม่อนุมัติ',
  say: (granted: boolean, names: string) => `${granted ? 'อนุมัติ' : 'ไม่อนุมัติ'}ขยายเวลา ${names}`,
  alt: (names: string, until: Day) => `ขอขยายเวลา ${names} ถึง ${shortDay(until)} รอพิจารณาค่ะ`,
  altOf: (count: number) => `คำขอขยายเวลารอพิจารณา ${count} คำขอค่ะ`,
  more: (count: number) => `ยังมีอีก ${count} คำขอค่ะ พิจารณาชุดนี้แล้วพิมพ์ "คำขอขยายเวลา" เพื่อดูต่อได้เลยนะคะ`,
  none: 'ไม่มีคำขอขยายเวลาที่รอพิจารณาค่ะ',
  /** Of a date after the OIT window, which no office moves. */
  window: (end: Day) => `กำหนดของ ป.ป.ช. ${shortDay(end)} เลื่อนไม่ได้ การขยายนี้เป็นกำหนดภายใน`,
} as const;

/** Who decides, to the one who asks. */
export const DECIDES = {
  /** `told` false = outside of office hours. */
  head: (title: string, told: boolean) =>
    `${title}เป็นผู้พิจารณา ${told ? 'ส่งคำขอให้แล้วค่ะ' : 'จะส่งคำขอให้ในวันเวลาราชการค่ะ'}`,
  coordinator: 'ผู้ประสานงาน ITA เป็นผู้พิจารณาค่ะ',
  self: 'ยังไม่มีผู้พิจารณาท่านอื่น พิมพ์ "คำขอขยายเวลา" เพื่อพิจารณาได้เลยค่ะ',
  notDecided: 'ระหว่างรอพิจารณา ยังใช้กำหนดเดิมนะคะ',
} as const;

/** To who decided. */
export const DECIDED = {
  granted: (names: string, until: Day) => `อนุมัติแล้วค่ะ ${names} ขยายถึง${longDay(until)}`,
  refused: (names: string) => `บันทึกว่าไม่อนุมัติแล้วค่ะ ${names} ยังใช้กำหนดเดิม`,
  told: {
    now: (name: string) => `แจ้ง ${name} ให้ทราบแล้วนะคะ`,
    /** Outside of office hours. */
    later: (name: string) => `จะแจ้ง ${name} ให้ทราบในวันเวลาราชการค่ะ`,
  },
} as const;

/** To who had asked. */
export const ANSWERED = {
  granted: (names: string, until: Day) => `คำขอขยายเวลา ${names} ได้รับอนุมัติแล้วค่ะ กำหนดใหม่${longDay(until)}`,
  refused: (names: string, until: Day) =>
    `คำขอขยายเวลา ${names} ถึง ${shortDay(until)} ไม่ได้รับอนุมัติค่ะ ยังใช้กำหนดเดิมนะคะ`,
  undone: (names: string, until: Day) =>
    `ผลพิจารณาคำขอขยายเวลา ${names} ถึง ${shortDay(until)} ถูกยกเลิก กลับเป็นรอพิจารณาค่ะ ระหว่างนี้ใช้กำหนดเดิมนะคะ`,
  by: (name: string) => `ผู้พิจารณา: ${name}`,
  more: (count: number) => `ยังมีผลการพิจารณาอีก ${count} คำขอค่ะ ดูกำหนดล่าสุดได้จากงานของกองนะคะ`,
} as const;
