/** What a reminder says. */
import { type Day, dayOf, daysBetween, type Instant } from '../domain/calendar.ts';
import type { ReminderLine } from '../domain/event.ts';
import { shortDay } from '../thai/date.ts';

/** What a reminder says first, without its particle: `อีก 7 วันจะครบกำหนด`. */
export function reminderWhen(line: ReminderLine, now: Instant): string {
  const days = daysBetween(dayOf(now), line.date);
  const what = line.due === 'finish' ? 'ครบกำหนด' : 'ถึงกำหนดรายงาน';
  if (line.step === 'opening' && days > 0) return 'เริ่มดำเนินการได้แล้ว';
  if (days === 0) return `${what}วันนี้`;
  if (days === 1) return `${what}พรุ่งนี้`;
  if (days > 0) return `อีก ${days} วันจะ${what}`;
  return `เลยกำหนด${line.due === 'report' ? 'รายงาน' : ''}มาแล้ว ${-days} วัน`;
}

export function remindersTitle(count: number, names: string): string {
  return `แจ้งเตือนงาน ITA ${count} ข้อ: ${names}`;
}

/** To the head, then to the executives, when nobody answered. */
export const FOLLOW_UP = 'เรียนเพื่อโปรดติดตาม';

export function followUpTitle(count: number, names: string): string {
  return `${FOLLOW_UP}งาน ITA ${count} ข้อ: ${names}`;
}

/** Who put his own reminders off. */
export function snoozedWords(name: string, until: Day): string {
  return `${name} ถึง ${shortDay(until)}`;
}

export function openingTitle(count: number): string {
  return `เริ่มดำเนินการได้แล้ว ${count} ข้อ`;
}

export const OPENING_HINT = 'แตะที่ข้อเพื่อดูรายละเอียดและแจ้งความคืบหน้าค่ะ';
export const MORE_TO_REMIND = 'แสดงข้อที่ใกล้กำหนดที่สุดก่อน กดปุ่มด้านล่างเพื่อดูรายการทั้งหมดค่ะ';
export const ALL = 'ดูรายการทั้งหมด';
