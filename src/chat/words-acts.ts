/** What is said after something was kept or taken back, and what is asked before it can be. */
import type { Day, Instant } from '../domain/calendar.ts';
import type { Status } from '../domain/event.ts';
import { longDay, shortDay } from '../thai/date.ts';
import { momentWords, STATUS, STATUS_SAID, yearWords } from './words.ts';

/** Heads of the cards that echo what was kept. */
export const KEPT = {
  report: 'บันทึกแล้วค่ะ',
  evidence: 'บันทึกหลักฐานแล้วค่ะ',
  extension: 'บันทึกคำขอขยายเวลาแล้วค่ะ',
  snooze: 'เลื่อนเตือนให้แล้วค่ะ',
} as const;

/** One line for a phone's notification. */
export const KEPT_ALT = {
  report: (told: readonly (readonly [name: string, status: Status])[]) =>
    `บันทึกแล้วค่ะ: ${told.map(([name, status]) => `${name} ${STATUS_SAID[status]}`).join(', ')}`,
  evidence: (names: string) => `บันทึกหลักฐานของ ${names} แล้วค่ะ`,
  extension: (names: string, until: Day) => `บันทึกคำขอขยายเวลา ${names} ถึง ${shortDay(until)} แล้วค่ะ`,
  snooze: (names: string, until: Day) => `จะเตือน ${names} อีกครั้ง ${shortDay(until)} ค่ะ`,
} as const;

export function byWords(by: string): string {
  return `โดย ${by}`;
}

export function noteWords(note: string): string {
  return `หมายเหตุ: ${note}`;
}

export function reasonWords(reason: string): string {
  return `เหตุผล: ${reason}`;
}

export function linkWords(url: string): string {
  return `หลักฐาน: ${url}`;
}

/** A link that had been given to the wrong items. */
export function movedWords(names: string): string {
  return `ย้ายมาจาก ${names} ให้แล้ว`;
}

export function historyWords(present: string): string {
  return `ข้อความนี้ส่งก่อนรายงานล่าสุด จึงเก็บเป็นประวัติ สถานะปัจจุบันยังเป็น ${present}`;
}

/** A correction: what was told of the wrong items is taken back. */
export function replacedWords(lines: readonly string[]): string {
  return `ยกเลิกที่แจ้งผิดให้แล้ว: ${lines.join(', ')}`;
}

export function nowIs(name: string, status: Status): string {
  return `${name} กลับเป็น "${STATUS[status]}"`;
}

export function nextWords(whose: string, left: number, next: string, when: string): string {
  return `${whose} เหลืออีก ${left} ข้อ\nข้อถัดไป ${next} (${when})`;
}

/** An item's standing evidence, after one more was kept. */
export function evidenceCount(count: number): string {
  return `มีหลักฐาน ${count} รายการ`;
}

/** Evidence alone does not finish an item. */
export function stillWords(name: string, status: Status): string {
  return `สถานะของ ${name} ยังเป็น "${STATUS[status]}" หากเสร็จแล้วกดแจ้งได้เลยค่ะ`;
}

export function untilWords(until: Day): string {
  return `ขอขยายถึง${longDay(until)}`;
}

export function presentDue(due: Day): string {
  return `กำหนดเดิม ${shortDay(due)}`;
}

export function remindedOn(until: Day): string {
  return `เตือนอีกครั้ง${longDay(until)}`;
}

/** The day chosen is a day off. */
export function remindedAfter(until: Day, day: Day): string {
  return `${shortDay(until)} เป็นวันหยุด จึงเตือนวันทำการถัดไป ${shortDay(day)}`;
}

export const SAME_DUE = 'กำหนดส่งยังเป็นวันเดิมนะคะ';

/** He has read a reminder. */
export const ACKNOWLEDGED = 'รับทราบค่ะ ถ้ามีความคืบหน้าแจ้งได้เลยนะคะ';
export function acknowledgedWords(lines: readonly string[]): string {
  return ['รับทราบค่ะ', ...lines, 'ถ้ามีความคืบหน้าแจ้งได้เลยนะคะ'].join('\n');
}

// ---------------------------------------------------------------- what was taken back

export const UNDONE = {
  title: 'ยกเลิกให้แล้วค่ะ',
  report: nowIs,
  evidence: (name: string, left: number) =>
    `${name} นำหลักฐานออกแล้ว ${left === 0 ? 'ยังไม่มีหลักฐานอื่น' : `เหลือ ${left} รายการ`}`,
  extension: (name: string) => `${name} ยกเลิกคำขอขยายเวลาแล้ว`,
  decision: (name: string) => `${name} คำขอขยายเวลากลับเป็นรอพิจารณา ยังใช้กำหนดเดิม`,
  snooze: (name: string) => `${name} จะเตือนตามปกติ`,
} as const;

// ---------------------------------------------------------------- asking back

export const ASK = {
  which: 'หมายถึงข้อไหนคะ',
  whichOf: {
    report: (status: Status) => `ข้อไหน "${STATUS_SAID[status]}" คะ`,
    evidence: 'หลักฐานนี้ของข้อไหนคะ',
    extension: 'ขอขยายเวลาข้อไหนคะ',
    detail: 'ต้องการดูข้อไหนคะ',
    responsible: 'ถามถึงผู้รับผิดชอบข้อไหนคะ',
  },
  orType: 'แตะข้อด้านล่าง หรือพิมพ์เลขข้อได้เลยค่ะ เช่น O12',
  type: 'พิมพ์เลขข้อได้เลยค่ะ เช่น O12 หรือ มาตรการที่ 3',
  /** How to drop the question; in 1:1 only, for in a group the bot must be called. */
  drop: 'หากไม่ต้องการแล้ว พิมพ์ "ยกเลิก" ได้เลยค่ะ',
  again: (name: string) => `ข้อความยาวเกินกว่าจะใส่ในปุ่มได้ ยังไม่ได้บันทึกค่ะ รบกวนพิมพ์อีกครั้งพร้อมเลขข้อ เช่น "${name} …"`,
  thisOne: (name: string) => `หมายถึง ${name} ใช่ไหมคะ`,
  whatAbout: (name: string) => `${name} ต้องการแจ้งอะไรคะ`,
  whichYear: (name: string) => `${name} มีในแผนมากกว่าหนึ่งปี หมายถึงปีไหนคะ`,
  /** When more was said than a button can carry: he says it again with the year. */
  yearAgain: (name: string, years: readonly number[]) =>
    `${name} มีในแผนมากกว่าหนึ่งปี (${years.map(yearWords).join(', ')}) ยังไม่ได้บันทึกค่ะ กรุณาพิมพ์อีกครั้งพร้อมระบุปี เช่น "${name} ${yearWords(years[0] ?? 0)} …"`,
  link: (names: string) =>
    `ส่งลิงก์หลักฐานของ ${names} มาได้เลยค่ะ (ขึ้นต้นด้วย https://)\nหรือพิมพ์เลขข้อตามด้วยลิงก์เมื่อพร้อมนะคะ ยังรับเป็นรูปหรือไฟล์ไม่ได้ค่ะ`,
  until: (names: string, due: string) => `ขอขยายเวลา ${names} ถึงวันไหนคะ\n${due}แตะเลือก หรือพิมพ์วันที่ได้เลยค่ะ`,
  /** `names` empty = of what was last reminded. */
  remind: (names: string) =>
    `ให้เตือน${names === '' ? '' : ` ${names} `}อีกครั้งวันไหนคะ\nแตะเลือก หรือพิมพ์วันที่ได้เลยค่ะ`,
} as const;

/** Names of days on quick replies; their dates stand behind them. */
export const WHEN = {
  tomorrow: 'พรุ่งนี้',
  nextMonday: 'จันทร์หน้า',
  twoWeeks: 'อีก 2 สัปดาห์',
  nextWeek: 'สัปดาห์หน้า',
  endOfMonth: 'สิ้นเดือนนี้',
  startOfNextMonth: 'ต้นเดือนหน้า',
  endOfNextMonth: 'สิ้นเดือนหน้า',
  weekLater: 'เพิ่ม 7 วัน',
  monthLater: 'เพิ่ม 1 เดือน',
} as const;

/** `สิ้นเดือนหน้า 30 เม.ย.` */
export function whenLabel(name: string, day: Day): string {
  return `${name} ${shortDay(day).split(' ').slice(0, 2).join(' ')}`;
}

export function staleQuestion(name: string, present: Status, wanted: Status): string {
  return `ตอนนี้ ${name} เป็น "${STATUS[present]}" แล้วค่ะ ต้องการเปลี่ยนเป็น "${STATUS_SAID[wanted]}" ไหมคะ`;
}

export function staleAlt(name: string): string {
  return `${name} เปลี่ยนไปแล้ว ยืนยันไหมคะ`;
}

export function lastReport(by: string, at: Instant): string {
  return `รายงานล่าสุดโดย ${by} เมื่อ ${momentWords(at)}`;
}

export function changeTo(wanted: Status): string {
  return `เปลี่ยนเป็น ${STATUS_SAID[wanted]}`;
}

/** `O12 · 31 มี.ค. 69`: a line of an answer. */
export function withDate(name: string, when: string): string {
  return `• ${name} · ${when}`;
}
