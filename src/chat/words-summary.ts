/** The month in the staff group. */
import { dayOf, type Instant, type Month } from '../domain/calendar.ts';
import type { Status } from '../domain/event.ts';
import type { PlanLeft } from '../domain/summary.ts';
import { longMonth, shortDay } from '../thai/date.ts';
import { planWords, STATUS_SHORT } from './words.ts';
import { doneOf } from './words-items.ts';

export function summaryTitle(month: Month): string {
  return `สรุปเดือน${longMonth(month)}`;
}

/** `ended`: the month is over, so the figures are those of its last day. */
export function asOfWords(asOf: Instant, ended: boolean): string {
  return `${ended ? 'สถานะสิ้นเดือน ณ' : 'ข้อมูล ณ'} ${shortDay(dayOf(asOf))}`;
}

export const CHANGES_SUBTITLE = 'ความคืบหน้าและสิ่งที่ต้องดำเนินการต่อ';

export const SECTION = {
  moved: (count: number) => (count > 0 ? `คืบหน้าในเดือนนี้ ${count} ข้อ` : 'เดือนนี้ไม่มีความเคลื่อนไหว'),
  late: (count: number) => (count > 0 ? `เลยกำหนด ${count} ข้อ` : 'ไม่มีข้อที่เลยกำหนด'),
  next: (count: number) => (count > 0 ? `ครบกำหนดใน 30 วัน ${count} ข้อ` : 'ไม่มีข้อที่ครบกำหนดใน 30 วัน'),
  oit: (count: number) => (count > 0 ? `ข้อ O (OIT) คงเหลือ ${count} ข้อ` : 'ข้อ O (OIT) แล้วเสร็จครบทุกข้อ'),
} as const;

/** On the first card and in the notification: what is left of another plan. */
export function otherLeft({ year, late, missingOit }: PlanLeft): string {
  const left = [
    late.length > 0 ? SECTION.late(late.length) : '',
    missingOit.length > 0 ? SECTION.oit(missingOit.length) : '',
  ].filter((words) => words !== '');
  return `${planWords(year)} ยังเปิดอยู่: ${left.length > 0 ? left.join(' · ') : NOTHING_LEFT}`;
}

/** `month`: the year of the plan summed up in full. */
export function otherSubtitle({ year, overall: { done, total } }: PlanLeft, month: number): string {
  return `${year < month ? 'แผนปีก่อนที่ยังเปิดอยู่' : 'แผนปีถัดไปที่เปิดแล้ว'} · ${doneOf(done, total)}`;
}

const NOTHING_LEFT = 'ไม่มีข้อที่เลยกำหนดหรือข้อ O คงเหลือ';

export const OTHERS_FOOT = 'กด "ขาดข้อไหนบ้าง" จะเห็นข้อคงเหลือของทุกปีที่ยังเปิดอยู่';

/** To the coordinators, when LINE did not take the card. */
export const IN_WORDS = {
  why: 'LINE ไม่รับการ์ดสรุปของเดือนนี้ น้องไอต้าจึงขอส่งให้ผู้ประสานงาน ITA แทน ฝากแจ้งต่อในกลุ่มเจ้าหน้าที่ด้วยนะคะ',
  link: (address: string) => `เปิดดูทั้งหมด ${address}`,
  card: 'ดูการ์ดสรุป',
} as const;

/** What of a section has no row of its own. */
export function moreMeasures(count: number): string {
  return count > 0 ? `และอีก ${count} มาตรการ` : '';
}

export function oitNamed(codes: readonly string[]): string {
  return codes.length > 0 ? `ข้อ O ${codes.length} ข้อ: ${codes.join(' ')}` : '';
}

export function oitBelow(codes: readonly string[]): string {
  return codes.length > 0 ? `ข้อ O ${codes.length} ข้อ (ดูรายการด้านล่าง)` : '';
}

export function changeWords(from: Status, to: Status): string {
  return `${STATUS_SHORT[from]} → ${STATUS_SHORT[to]}`;
}

/** `กองคลัง แล้วเสร็จ · กองช่าง อยู่ระหว่าง`: the parts of a shared item that changed. */
export function partsChanged(parts: readonly (readonly [division: string, to: Status])[]): string {
  return parts.map(([division, to]) => `${division} ${STATUS_SHORT[to]}`).join(' · ');
}

/** Why something is late, in the words of those who answer for it. */
export function lateReason(reason: string): string {
  return reason === '' ? 'ยังไม่ได้แจ้งเหตุผล' : `เหตุผล: ${reason}`;
}

/** Above the heads of divisions with something late. */
export const MENTIONS_TITLE = 'ฝากติดตามข้อที่เลยกำหนดด้วยนะคะ';

/** A line per division; `mention` stands for LINE's own mention of its head. */
export function mentionLine(mention: string, division: string, items: string): string {
  return `${mention} ${division}: ${items}`;
}

export function headWords(head: string): string {
  return `รหัสตรวจสอบข้อมูล ${head}`;
}

/** The month has not begun. */
export function notYetMonth(month: Month): string {
  return `ยังไม่ถึงเดือน${longMonth(month)} ค่ะ จึงยังไม่มีสรุปของเดือนนั้น`;
}

export function moreSummaries(count: number): string {
  return `ยังมีอีก ${count} ส่วนราชการค่ะ พิมพ์ชื่อทีละส่วนราชการได้เลย เช่น "สรุปเดือนนี้ กองคลัง" นะคะ`;
}

/** A paper was asked for; papers are not made yet. */
export function noPaperYet(month: Month): string {
  return `ตอนนี้น้องไอต้ายังจัดทำไฟล์หรือเอกสารรายงานให้ไม่ได้ค่ะ ขอส่งสรุปเดือน${longMonth(month)} ในแชตแทนนะคะ`;
}
