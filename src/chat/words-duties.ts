/** Who sees to what: work handed over and given, receivers of reminders, รักษาราชการแทน, deputies, people who leave. */
import type { Day } from '../domain/calendar.ts';
import type { Post } from '../domain/event.ts';
import { shortDay } from '../thai/date.ts';
import type { DaySpan } from '../thai/date-span.ts';

export const POST: Readonly<Record<Post, string>> = { palad: 'ปลัด', nayok: 'นายก' };

/** `1 มี.ค. 69 – 15 มี.ค. 69`, one day alone as itself. */
export function spanWords(from: Day, until: Day): string {
  return from === until ? shortDay(from) : `${shortDay(from)} – ${shortDay(until)}`;
}

/** Behind a name or a role: he holds it in another's place. */
export const ACTING = 'รักษาราชการแทน';
export function actingUntil(until: Day): string {
  return `${ACTING} ถึง ${shortDay(until)}`;
}

// ---------------------------------------------------------------- said by people

/** What people type, as `dutyPhrase` reads it: for buttons that say it with a name that is clear, and for examples. */
export const TYPED = {
  handOver: (from: string, to: string) => `โอนงานของ ${from} ให้ ${to}`,
  /** `items` as they are named, `O1 O2`; `deputy` empty = none is named. */
  assign: (items: string, year: number | null, person: string, deputy: string) =>
    `มอบหมาย ${items}${year === null ? '' : ` ปี ${year}`} ให้ ${person}${deputy === '' ? '' : ` สำรอง ${deputy}`}`,
  receivers: (division: string, names: readonly string[]) => `ผู้รับแจ้งเตือน${division} ${names.join(', ')}`,
  acting: (name: string, post: string, span: DaySpan | null) =>
    `${name} ${ACTING} ${post}${span === null ? '' : ` ${dayTyped(span.from)} ถึง ${dayTyped(span.until)}`}`,
  endActing: (name: string) => `สิ้นสุด${ACTING} ${name}`,
  deputy: (of: string, deputy: string) => `ผู้แทนของ ${of} คือ ${deputy}`,
  noDeputy: (of: string) => `ผู้แทนของ ${of} คือ ไม่มี`,
  /** `to` null = nobody takes his work over yet. */
  leave: (name: string, to: string | null) => `${name} ลาออก${to === null ? '' : ` โอนงานให้ ${to}`}`,
} as const;

/** `15/3/2569`: a date as `daySpan` reads it. */
function dayTyped(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)}/${Number(month)}/${Number(year) + 543}`;
}

// ---------------------------------------------------------------- work handed over

export const HAND_OVER = {
  title: 'โอนงาน',
  done: 'โอนงานแล้วค่ะ',
  between: (from: string, to: string) => `จาก ${from}\nให้ ${to}`,
  items: (count: number) => `ข้อที่มอบหมายไว้ ${count} ข้อ`,
  divisions: 'รับแจ้งเตือนของส่วนราชการ',
  division: (name: string, open: number) => `${name} (ยังไม่เสร็จ ${open} ข้อ)`,
  /** He only goes: nobody receives in his place, or the others do. */
  divisionLeft: (name: string) => `${name} (ไม่รับแล้ว)`,
  deputyOf: 'เป็นผู้แทนของ',
  notYet: 'ยังไม่ได้โอน จนกว่าจะกดยืนยันค่ะ',
  confirm: 'ยืนยันโอนงาน',
  back: 'หากต้องการโอนกลับ',
  backPhrase: (from: string, to: string) => `พิมพ์ "${TYPED.handOver(to, from)}"`,
  alt: (from: string, to: string, count: number) => `${TYPED.handOver(from, to)} ${count} เรื่อง`,
} as const;

// ---------------------------------------------------------------- an item, a division, a deputy

export const ASSIGNED = {
  given: (item: string, person: string) => `มอบหมาย ${item} ให้ ${person} แล้วค่ะ`,
  deputy: (name: string) => `สำรอง: ${name}`,
  nobody: (item: string) => `${item} ไม่ได้มอบหมายให้ใครโดยเฉพาะแล้วค่ะ`,
  to: 'น้องไอต้าจะเตือนเรื่องนี้กับผู้ที่ได้รับมอบหมายค่ะ',
  toDivision: 'น้องไอต้าจะเตือนผู้รับแจ้งเตือนของส่วนราชการตามเดิมค่ะ',
} as const;

export const RECEIVERS = {
  title: 'ผู้รับแจ้งเตือน',
  kept: 'บันทึกผู้รับแจ้งเตือนแล้วค่ะ',
  /** Nobody was chosen. */
  usual: 'ไม่ได้เลือกไว้: เตือนเจ้าหน้าที่ทุกคนของส่วนราชการ',
  howTo: 'เลือกใหม่ได้ พิมพ์ เช่น',
  example: (division: string) => TYPED.receivers(division, ['ชื่อ', 'ชื่อ']),
  everyone: (division: string) => TYPED.receivers(division, ['ทุกคน']),
} as const;

export const DEPUTY = {
  set: (of: string, deputy: string) =>
    `ตั้ง ${deputy} เป็นผู้แทนของ ${of} แล้วค่ะ\nหากส่งข้อความถึง ${of} ไม่ได้ น้องไอต้าจะเตือนผู้แทนแทนค่ะ`,
  none: (of: string) => `${of} ไม่มีผู้แทนแล้วค่ะ`,
  is: (of: string, deputy: string) => `ผู้แทนของ ${of} คือ ${deputy} ค่ะ`,
  isNobody: (of: string) => `${of} ยังไม่มีผู้แทนค่ะ`,
  howTo: 'ตั้งได้ พิมพ์ เช่น "ผู้แทนของฉัน ชื่อเพื่อนร่วมงาน"',
} as const;

// ---------------------------------------------------------------- acting

export const ACTS = {
  set: 'บันทึกการรักษาราชการแทนแล้วค่ะ',
  line: (name: string, post: string) => `${name}\n${ACTING}${post}`,
  rights: 'ระหว่างนั้นทำแทนได้ทุกอย่างตามตำแหน่งนี้ พ้นวันสุดท้ายสิทธิสิ้นสุดเองค่ะ',
  end: 'สิ้นสุดก่อนกำหนด',
  ended: (name: string, post: string) => `${name} สิ้นสุดการรักษาราชการแทน${post} แล้วค่ะ`,
  held: (name: string, post: string) => `${name} เป็น${post} อยู่แล้วค่ะ`,
  already: (name: string, post: string) => `บันทึกไว้แล้วค่ะ ${name} รักษาราชการแทน${post}`,
  when: (name: string, post: string) =>
    `${name} รักษาราชการแทน${post} ตั้งแต่วันไหนถึงวันไหนคะ ยังไม่ได้บันทึกค่ะ\nรบกวนพิมพ์ทั้งประโยค เช่น`,
  example: (name: string, post: string) => `"${TYPED.acting(name, post, null)} 1-15 มี.ค. 2569"`,
  none: (name: string) => `${name} ไม่ได้รักษาราชการแทนใครอยู่ค่ะ`,
} as const;

// ---------------------------------------------------------------- leaving

export const LEAVE = {
  title: (name: string) => `${name} พ้นจากหน้าที่`,
  subtitle: 'จะยกเลิกการผูก LINE ทันที ประวัติงานที่ทำไว้ยังอยู่',
  work: 'งานที่ดูแลอยู่',
  nothing: 'ไม่มีงานที่ต้องโอนเป็นรายบุคคล งานของส่วนราชการเตือนเพื่อนร่วมงาน หัวหน้า หรือผู้ประสานงานตามลำดับ',
  ask: 'โอนงานนี้ให้ใครคะ กดแล้วมีผลทันทีค่ะ',
  other: (first: string) => `คนอื่น: พิมพ์ "${TYPED.leave(first, 'ชื่อ')}"`,
  to: (name: string) => `โอนให้ ${name}`,
  without: 'ไม่โอน ยกเลิกการผูก',
  confirm: 'ยืนยันยกเลิกการผูก',
  withoutSaid: (name: string) => `ยืนยัน ${name} ลาออก`,
  done: (name: string) => `ยกเลิกการผูก LINE ของ ${name} แล้วค่ะ ประวัติงานที่ทำไว้ยังอยู่ครบ`,
  goodbye: 'ยกเลิกการผูก LINE ของคุณแล้วค่ะ ขอบคุณที่ช่วยงาน ITA มาด้วยกันนะคะ',
  again: 'หากกลับมา ขอรหัสเชิญใหม่ได้จากผู้ประสานงาน ITA ค่ะ',
  alt: (name: string) => `${name} พ้นจากหน้าที่: งานโอนให้ใครคะ`,
} as const;

// ---------------------------------------------------------------- people

export const MEMBERS = {
  title: 'รายชื่อเจ้าหน้าที่',
  office: 'ผู้บริหารและผู้ประสานงาน',
  nobody: 'ยังไม่มีผู้ลงทะเบียน',
  receives: 'รับแจ้งเตือน',
  deputy: (name: string) => `ผู้แทน ${name}`,
  away: (since: Day) => `LINE ติดต่อไม่ได้ตั้งแต่ ${shortDay(since)}`,
  more: (count: number) => `และอีก ${count} คน`,
  rest: (count: number) => `ยังมีอีก ${count} คน`,
  restHint: 'ดูทั้งหมดได้ที่เครื่องแม่ข่าย: ita member list',
  count: (count: number) => `${count} คน`,
} as const;

export const WHO = {
  several: (said: string, count: number) => `ชื่อ "${said}" มี ${count} คนค่ะ หมายถึงใครคะ`,
  fullName: 'กดเลือก หรือพิมพ์ประโยคเดิมพร้อมนามสกุลได้เลยค่ะ',
  none: (said: string) => `ไม่พบ "${said}" ในรายชื่อเจ้าหน้าที่ค่ะ ยังไม่ได้บันทึกนะคะ`,
  close: 'ชื่อที่ใกล้เคียง',
  list: 'ดูชื่อทั้งหมด พิมพ์ "รายชื่อเจ้าหน้าที่"',
} as const;

/** It is so already: nothing was kept. */
export const AS_BEFORE = 'เป็นอย่างนั้นอยู่แล้วค่ะ';

/** What is said in a group and done in 1:1 only. */
export const PRIVATELY = 'เรื่องนี้น้องไอต้าทำให้ในแชตส่วนตัวค่ะ รบกวนพิมพ์ข้อความเดิมหาน้องไอต้าในแชตส่วนตัวนะคะ';
