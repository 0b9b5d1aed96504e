/**
 * The words every sentence of the bot is made of: statuses, names, dates, and what is said about joining. The sentences
 * stand beside this file by topic (`words-*.ts`), for an official to proofread. น้องไอต้า is polite (ค่ะ), short, and never
 * scolds.
 */
import type { Agency, Item } from '../domain/agency.ts';
import { type Day, dayOf, daysBetween, type Instant, type Month, minuteOf } from '../domain/calendar.ts';
import type { DueKind, Post, Role, Status } from '../domain/event.ts';
import { clockTime, longDay, longMonth, shortDay } from '../thai/date.ts';

export const STATUS: Readonly<Record<Status, string>> = {
  not_started: 'ยังไม่เริ่มดำเนินการ',
  in_progress: 'อยู่ระหว่างดำเนินการ',
  done: 'ดำเนินการแล้วเสร็จ',
};

/** What a person types, or a button says for him, to report a status. */
export const STATUS_SAID: Readonly<Record<Status, string>> = {
  not_started: 'ยังไม่เริ่ม',
  in_progress: 'กำลังทำ',
  done: 'เสร็จแล้ว',
};

/** For narrow columns. */
export const STATUS_SHORT: Readonly<Record<Status, string>> = {
  not_started: 'ยังไม่เริ่ม',
  in_progress: 'อยู่ระหว่าง',
  done: 'แล้วเสร็จ',
};

export const ROLE: Readonly<Record<Role, string>> = {
  staff: 'เจ้าหน้าที่',
  head: 'หัวหน้าส่วนราชการ',
  executive: 'ผู้บริหาร',
  coordinator: 'ผู้ประสานงาน ITA',
};

/** Which executive. */
export const POST: Readonly<Record<Post, string>> = { palad: 'ปลัด', nayok: 'นายก' };

export const NOBODY = 'ยังไม่มีผู้รับผิดชอบ';
export const NO_DATE = 'ยังไม่ได้กำหนดวันแล้วเสร็จ';
export const CONSOLE = 'ผู้ดูแลระบบ';
export const SOMEBODY = 'เพื่อนร่วมงาน';

// ---------------------------------------------------------------- items and years

/** `มาตรการที่ 3` or `O12`: how an item is called in a sentence, and how the bot understands it back. */
export function itemName(item: Pick<Item, 'kind' | 'number'>): string {
  return item.kind === 'oit' ? `O${item.number}` : `มาตรการที่ ${item.number}`;
}

/** `ม.3` or `O12`, for narrow columns. */
export function itemShort(item: Pick<Item, 'kind' | 'number'>): string {
  return item.kind === 'oit' ? `O${item.number}` : `ม.${item.number}`;
}

export function yearWords(year: number): string {
  return `ปี ${year}`;
}

/** Which plan an item belongs to; short enough for one line of a card. */
export function planYear(item: Pick<Item, 'kind' | 'year'>): string {
  return item.kind === 'oit' ? `ITA ปีงบประมาณ ${item.year}` : planWords(item.year);
}

export function planWords(year: number): string {
  return `แผนปีงบประมาณ ${year}`;
}

/** Stands in every answer about O-items that come from another year's list. */
export function provisionalWords(list: number): string {
  return `(รายการข้อ O ชั่วคราว ตามปี ${list})`;
}

export function divisionWords(agency: Agency, codes: readonly string[]): string {
  const all = agency.profile?.divisions ?? [];
  if (codes.length === 0) return NOBODY;
  if (all.length > 1 && all.every((division) => codes.includes(division.code))) return 'ทุกส่วนราชการ';
  return codes.map((code) => all.find((division) => division.code === code)?.name ?? code).join(', ');
}

export function statusWords(status: Status, percent?: number): string {
  return percent === undefined || status !== 'in_progress' ? STATUS[status] : `${STATUS[status]} ${percent}%`;
}

/** `อยู่ระหว่าง 60%`, for narrow columns. */
export function statusShort(status: Status, percent?: number): string {
  return percent === undefined || status !== 'in_progress'
    ? STATUS_SHORT[status]
    : `${STATUS_SHORT[status]} ${percent}%`;
}

// ---------------------------------------------------------------- dates

/** `วันที่ 31 มีนาคม 2569`: a day as a press says it. */
export function dayWords(day: Day): string {
  return longDay(day).replace(/^วัน\S+?ที่ /, 'วันที่ ');
}

/** `วันอังคารที่ 31 มีนาคม 2569`, and how far it is on a line of its own. */
export function dateWords(date: Day | null, now: Instant): string {
  return date === null ? NO_DATE : `${longDay(date)}\n${distance(date, now)}`;
}

/** `31 มี.ค. 69 · อีก 7 วัน` */
export function shortDateWords(date: Day | null, now: Instant): string {
  return date === null ? NO_DATE : `${shortDay(date)} · ${distance(date, now)}`;
}

function distance(date: Day, now: Instant): string {
  const days = daysBetween(dayOf(now), date);
  if (days === 0) return 'วันนี้';
  if (days === 1) return 'พรุ่งนี้';
  return days > 0 ? `อีก ${days} วัน` : `เลยกำหนด ${-days} วัน`;
}

export function dueWords(kind: DueKind): string {
  return kind === 'finish' ? 'กำหนดแล้วเสร็จ' : 'กำหนดรายงานผล';
}

/** Who, and on a line of its own when. */
export function reportedWords(by: string, at: Instant): string {
  return `${by}\n${momentWords(at)}`;
}

/** `10 ก.พ. 69 10.05 น.` */
export function momentWords(at: Instant): string {
  return `${shortDay(dayOf(at))} ${clockTime(minuteOf(at))}`;
}

export function monthWords(month: Month): string {
  return longMonth(month);
}

// ---------------------------------------------------------------- what is said in many places

export function politely(words: string): string {
  return `${words}ค่ะ`;
}

export function andMore(count: number): string {
  return count > 0 ? `และอีก ${count} ข้อ` : '';
}

export const NO_PLAN = 'ยังไม่มีแผนที่เปิดใช้งานค่ะ';
export const NO_LIST = (year: number) => `ยังไม่มีรายการข้อ O ของปี ${year} ค่ะ ขณะนี้ตอบได้เฉพาะมาตรการนะคะ`;
export const NOTHING_MISSING = 'ดำเนินการแล้วเสร็จครบทุกข้อค่ะ';
export const NOTHING_PUBLISHED = 'ขณะนี้ยังไม่มีมาตรการที่เผยแพร่ค่ะ';

/** Said before the next message when a confirmation never arrived. */
export function lateConfirmation(text: string): string {
  return `(ก่อนหน้านี้) ${text}`;
}

// ---------------------------------------------------------------- what could not be done as it came

export const BUTTON_IN_GROUP = 'ในกลุ่ม น้องไอต้าไม่ทราบว่าใครเป็นผู้กดปุ่มค่ะ รบกวนพิมพ์เป็นข้อความ เช่น "O12 เสร็จแล้ว" นะคะ';
export const NOTHING_KEPT =
  'ได้ค่ะ ยกเลิกคำถามเมื่อกี้แล้ว ไม่ได้บันทึกอะไรเพิ่มนะคะ (หากต้องการยกเลิกรายการที่บันทึกไว้ก่อนหน้า พิมพ์ "ยกเลิกรายงานล่าสุด" ค่ะ)';
/** One item of a message was refused. */
export const NONE_KEPT = 'ยังไม่ได้บันทึกสักข้อในข้อความนี้ค่ะ แจ้งใหม่เฉพาะข้อที่แจ้งได้ได้เลยนะคะ';
export const ONLY_LINKS =
  'ขออภัยค่ะ น้องไอต้ายังรับรูปและไฟล์ไม่ได้ จึงไม่ได้เก็บไว้ค่ะ\nรบกวนนำขึ้นเว็บไซต์หรือ Google Drive แล้วส่งเป็นลิงก์ เช่น "O12 https://…" นะคะ';
export const WHOSE_ITEMS = 'ทุกข้อของส่วนราชการไหนคะ รบกวนพิมพ์ชื่อส่วนราชการหรือเลขข้อด้วยนะคะ ยังไม่ได้บันทึกค่ะ';

// ---------------------------------------------------------------- joining, and groups

export const HELP_JOIN = 'หากเป็นเจ้าหน้าที่ กรุณาพิมพ์รหัสเชิญที่ได้รับจากผู้ประสานงาน ITA ในแชตนี้นะคะ';
/** In a group a code would be everyone's to read. */
export const HELP_JOIN_PRIVATELY = 'หากเป็นเจ้าหน้าที่ กรุณาส่งรหัสเชิญในแชตส่วนตัวกับน้องไอต้านะคะ ไม่ควรพิมพ์รหัสในกลุ่มค่ะ';

export const GROUP_REPLACED = 'กลุ่มเดิมที่ผูกไว้ถูกยกเลิกแล้ว ต่อไปน้องไอต้าจะทำงานในกลุ่มนี้แทนค่ะ';

export const UNBOUND_GROUP =
  'สวัสดีค่ะ น้องไอต้าจะเริ่มทำงานในกลุ่มนี้เมื่อผู้ประสานงาน ITA พิมพ์รหัสผูกกลุ่มค่ะ (ขอรหัสโดยพิมพ์ "รหัสกลุ่ม" ในแชตส่วนตัวกับน้องไอต้า) ระหว่างนี้น้องไอต้าไม่อ่านและไม่เก็บข้อความในกลุ่มนะคะ';
