/** Answers about items: lists, one item, how far things are, what falls due, who answers for what. */
import { type Day, dayOf, type Instant, type Month } from '../domain/calendar.ts';
import type { Status } from '../domain/event.ts';
import type { Figures } from '../domain/progress.ts';
import { longMonth, shortDay } from '../thai/date.ts';
import { STATUS_SHORT, statusShort } from './words.ts';

// ---------------------------------------------------------------- how far

/** What stands beside "แล้วเสร็จ n จาก m ข้อ". */
export function figuresWords(figures: Figures): string {
  return `อยู่ระหว่างดำเนินการ ${figures.inProgress} · ยังไม่เริ่ม ${figures.notStarted}`;
}

export function lateWords(figures: Figures): string {
  return figures.late === 0 ? '' : `เลยกำหนด ${figures.late} ข้อ`;
}

export function progressTitle(name: string): string {
  return `ความก้าวหน้า ${name}`;
}

export const BY_DIVISION = 'ความก้าวหน้ารายส่วนราชการ';

export function doneOf(done: number, total: number): string {
  return `แล้วเสร็จ ${done} จาก ${total} ข้อ`;
}

export function andMoreDivisions(count: number): string {
  return count > 0 ? `และอีก ${count} ส่วนราชการ` : '';
}

export function nothingOf(whose: string): string {
  return `${whose} ไม่มีข้อที่รับผิดชอบในแผนที่เปิดใช้งานค่ะ`;
}

// ---------------------------------------------------------------- what is missing

export function leftTitle(whose: string, count: number): string {
  return `${whose} เหลืออีก ${count} ข้อ`;
}

/** Under the title of a list's card: which of its rows stand here, how many of all are late, what a touch does. */
export function leftSubtitle(from: number, to: number, count: number, late: number): string {
  const lateToo = late === 0 || from > 1 ? '' : ` · เลยกำหนด ${late} ข้อ`;
  return `เรียงตามกำหนด${whichRows(from, to, count)}${lateToo}\nแตะที่ข้อเพื่อดูรายละเอียดค่ะ`;
}

/** ` ลำดับที่ 7–12`, or nothing when all stand on one card. */
function whichRows(from: number, to: number, count: number): string {
  return to - from + 1 === count ? '' : ` ลำดับที่ ${from === to ? from : `${from}–${to}`}`;
}

export function unshownTitle(count: number): string {
  return `แจ้งเสร็จแล้ว ยังไม่มีหลักฐาน ${count} ข้อ`;
}

/** When nothing is left but evidence. */
export function onlyEvidenceLeft(whose: string, count: number): string {
  return `${whose} แจ้งแล้วเสร็จครบทุกข้อ ยังไม่มีหลักฐาน ${count} ข้อ`;
}

export function unshownSubtitle(from: number, to: number, count: number): string {
  const which = whichRows(from, to, count).trim();
  return `${which === '' ? 'เสร็จแล้ว เหลือเพียงหลักฐาน' : which}\nแตะที่ข้อเพื่อดูรายละเอียดค่ะ`;
}

/** What an item not done has so far: its status, and whether anything shows it. */
export function missingWords(state: string, evidence: number): string {
  const shown = evidence === 0 ? 'ขาดหลักฐาน' : `มีหลักฐาน ${evidence}`;
  return `${state} · ${shown}`;
}

/** Done, and when that was told. */
export function unshownWords(at: Instant | null): string {
  return at === null ? STATUS_SHORT.done : `แจ้งเสร็จ ${shortDay(dayOf(at))}`;
}

export const MORE_IN_LIST = 'แสดงข้อที่ใกล้กำหนดก่อน ดูทีละส่วนราชการได้ โดยพิมพ์ เช่น "กองคลังค้างอะไร" ค่ะ';
export const MORE_BY_LINK = 'แสดงข้อที่ใกล้กำหนดก่อน เปิดดูทั้งหมดได้ที่ปุ่มด้านล่างค่ะ (ลิงก์ใช้ได้ 7 วัน)';

// ---------------------------------------------------------------- one item

export const HOW_TO = 'วิธีดำเนินการ';
export const MUST_SHOW = 'ข้อมูลที่ต้องเปิดเผย';
export const HISTORY = 'ประวัติล่าสุด';

export function evidenceWords(count: number, newest: Instant): string {
  return `${count} รายการ · ล่าสุด ${shortDay(dayOf(newest))}`;
}

export const NO_EVIDENCE = 'ยังไม่มี';

/** A later date somebody asked for, not decided yet. */
export function wishWords(until: Day, by: string): string {
  return `ขอขยายถึง ${shortDay(until)} (รอพิจารณา)\nโดย ${by}`;
}

/** A later date that was granted, instead of the plan's. */
export function grantedWords(until: Day, planned: Day | null): string {
  return `ขยายถึง ${shortDay(until)}${planned === null ? '' : ` (แผนเดิม ${shortDay(planned)})`}`;
}

/** An O-item's own end stays, whatever the office grants. */
export function windowWords(end: Day): string {
  return `กำหนดของ ป.ป.ช. ${shortDay(end)} เลื่อนไม่ได้ การขยายนี้เป็นกำหนดภายใน`;
}

/** A line of an item's history. `part` = the division whose part it was, '' = all of it. */
export const DID = {
  report: (status: Status, percent?: number, part = '') =>
    `แจ้ง ${statusShort(status, percent)}${part === '' ? '' : ` (ส่วนของ${part})`}`,
  evidence: 'ส่งหลักฐาน',
  /** `granted` absent = not decided. */
  extension: (until: Day, granted?: boolean) =>
    `ขอขยายเวลาถึง ${shortDay(until)}${granted === undefined ? '' : granted ? ' (อนุมัติ)' : ' (ไม่อนุมัติ)'}`,
  undone: (what: string) => `${what} (ยกเลิกแล้ว)`,
} as const;

export function historyLine(at: Instant, by: string): string {
  return `${shortDay(dayOf(at))} · ${by}`;
}

/** The year's official list gives the item's name only. */
export const NOT_LISTED = 'รายการข้อ O ของปีนี้ระบุเพียงชื่อข้อ ดูองค์ประกอบข้อมูลได้จากคู่มือการประเมิน ITA ของปีนี้ค่ะ';

export function askedTitle(count: number): string {
  return `สถานะ ${count} ข้อที่ถาม`;
}

/** Which of the rows stand here. */
export function askedSubtitle(from: number, to: number, count: number): string {
  const which = to - from + 1 === count ? '' : `ลำดับที่ ${from === to ? from : `${from}–${to}`}\n`;
  return `${which}แตะที่ข้อเพื่อดูรายละเอียดค่ะ`;
}

// ---------------------------------------------------------------- what falls due

export const DUE = {
  month: (month: Month) => `ครบกำหนดเดือน${longMonth(month)}`,
  until: (day: Day) => `ครบกำหนดถึง ${shortDay(day)}`,
  near: 'ครบกำหนดใน 30 วัน',
  late: 'เลยกำหนด',
  lateCount: (whose: string, count: number) => `${whose} เลยกำหนด ${count} ข้อ`,
  /** One item may fall due more than once: to be reported, and to be finished. */
  count: (whose: string, title: string, count: number) => `${whose} ${title} ${count} รายการ`,
  both: 'กำหนดแล้วเสร็จและรายงานผล',
  lateSubtitle: 'ค้างนานที่สุดก่อน แตะที่ข้อเพื่อดูรายละเอียดค่ะ',
  subtitle: 'เรียงตามวันที่ แตะที่ข้อเพื่อดูรายละเอียดค่ะ',
  /** After a number ค่ะ stands apart. */
  nothing: (whose: string, title: string) => `${whose} ไม่มีข้อที่${title}${/\d$/.test(title) ? ' ' : ''}ค่ะ`,
  nothingLate: (whose: string) => `${whose} ไม่มีข้อที่เลยกำหนดค่ะ`,
} as const;

// ---------------------------------------------------------------- who answers for it

export const RESPONSIBLE = {
  title: (name: string) => `ผู้รับผิดชอบ ${name}`,
  given: 'ผู้ได้รับมอบหมาย',
  heads: 'หัวหน้า',
  staff: 'เจ้าหน้าที่',
  nobodyJoined: 'ยังไม่มีผู้ลงทะเบียน',
  coordinators: 'ผู้ประสานงาน ITA',
} as const;

/** `what` empty = a heading above says it. */
export function namesWords(what: string, names: readonly string[], more: number): string {
  const whose = what === '' ? '' : `${what}: `;
  return `${whose}${names.join(', ')}${more > 0 ? ` และอีก ${more} คน` : ''}`;
}

// ---------------------------------------------------------------- published

export function publicTitle(year: number, office: string): string {
  return `มาตรการปี ${year} ของ${office}`;
}

export const PUBLIC_SUBTITLE = 'มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน';
export const MORE_PUBLIC = 'ดูรายการทั้งหมดได้ที่เว็บไซต์ของหน่วยงานค่ะ';
export const MORE_PUBLIC_BY_LINK = 'เปิดดูรายการทั้งหมดได้ที่ปุ่มด้านล่างค่ะ (ลิงก์ใช้ได้ 7 วัน)';

export function publicAlt(title: string, count: number): string {
  return `${title} ${count} มาตรการ`;
}

/** What a citizen asked about the work itself; published things follow. */
export const FOR_STAFF_ONLY =
  'ข้อมูลการทำงานภายในตอบได้เฉพาะเจ้าหน้าที่ที่ลงทะเบียนแล้วค่ะ ขอส่งมาตรการที่เผยแพร่แล้วแทนนะคะ สอบถามเพิ่มเติมได้ที่หน่วยงาน โดยพิมพ์ "ติดต่อ" ค่ะ';
