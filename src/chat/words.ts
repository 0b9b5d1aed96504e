/** Every sentence the bot says, for an official to proofread. น้องไอต้า is polite (ค่ะ), short, and never scolds. */
import type { Agency, Item } from '../domain/agency.ts';
import { type Day, dayOf, daysBetween, type Instant, type Month, minuteOf } from '../domain/calendar.ts';
import type { DueKind, ReminderLine, Role, Status } from '../domain/event.ts';
import type { Figures } from '../domain/progress.ts';
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

export const ROLE: Readonly<Record<Role, string>> = {
  staff: 'เจ้าหน้าที่',
  head: 'หัวหน้าส่วนราชการ',
  executive: 'ผู้บริหาร',
  coordinator: 'ผู้ประสานงาน ITA',
};

export const NOBODY = 'ยังไม่มีผู้รับผิดชอบ';
export const NO_DATE = 'ยังไม่ได้กำหนดวันแล้วเสร็จ';
export const CONSOLE = 'ผู้ดูแลระบบ';
export const SOMEBODY = 'เพื่อนร่วมงาน';

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

export function planYear(item: Pick<Item, 'kind' | 'year'>): string {
  return item.kind === 'oit' ? `การประเมิน ITA ปีงบประมาณ ${item.year}` : `แผนปีงบประมาณ พ.ศ. ${item.year}`;
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

/** `วันอังคารที่ 31 มีนาคม 2569` and how far it is. */
export function dateWords(date: Day | null, now: Instant): string {
  if (date === null) return NO_DATE;
  return `${longDay(date)} (${distance(date, now)})`;
}

/** `31 มี.ค. 69 · อีก 7 วัน` */
export function shortDateWords(date: Day | null, now: Instant): string {
  return date === null ? NO_DATE : `กำหนด ${shortDay(date)} · ${distance(date, now)}`;
}

function distance(date: Day, now: Instant): string {
  const days = daysBetween(dayOf(now), date);
  if (days === 0) return 'วันนี้';
  if (days === 1) return 'พรุ่งนี้';
  return days > 0 ? `อีก ${days} วัน` : `เกินกำหนด ${-days} วัน`;
}

/** The first line of a reminder. */
export function reminderWhen(line: ReminderLine, now: Instant): string {
  const days = daysBetween(dayOf(now), line.date);
  const what = line.due === 'finish' ? 'ครบกำหนด' : 'ถึงกำหนดรายงาน';
  if (line.step === 'opening' && days > 0) return 'เริ่มดำเนินการได้แล้วค่ะ';
  if (days === 0) return `${what}วันนี้ค่ะ`;
  if (days === 1) return `${what}พรุ่งนี้ค่ะ`;
  if (days > 0) return `อีก ${days} วัน${what}ค่ะ`;
  return `เลยกำหนด${line.due === 'report' ? 'รายงาน' : ''}มาแล้ว ${-days} วันค่ะ`;
}

export function dueWords(kind: DueKind): string {
  return kind === 'finish' ? 'กำหนดแล้วเสร็จ' : 'กำหนดรายงานผล';
}

export function reportedWords(by: string, at: Instant): string {
  return `${by} · ${shortDay(dayOf(at))} ${clockTime(minuteOf(at))}`;
}

export function figuresWords(figures: Figures): string {
  return `เสร็จ ${figures.done} · อยู่ระหว่าง ${figures.inProgress} · ยังไม่เริ่ม ${figures.notStarted}`;
}

export function lateWords(figures: Figures): string {
  return figures.late === 0 ? '' : `เลยกำหนด ${figures.late} ข้อ`;
}

/** A bar of ten blocks, drawn in text so that it is right on every phone. */
export function bar(percent: number): string {
  const full = Math.floor(percent / 10);
  return '█'.repeat(full) + '░'.repeat(10 - full);
}

export function monthWords(month: Month): string {
  return longMonth(month);
}

/** Words of the buttons; what they say in a group must pass `understand` (tested). */
export const SAY = {
  call: 'บอท',
  detail: 'ดูรายละเอียด',
  undo: 'ยกเลิก',
  missing: 'ขาดข้อไหนบ้าง',
  mine: 'งานของฉัน',
  progress: 'ภาพรวม',
  summary: 'สรุปเดือน',
} as const;

export const HELP_MEMBER = [
  'พิมพ์สั้น ๆ ได้เลยค่ะ เช่น',
  '• O12 เสร็จแล้ว',
  '• มาตรการที่ 3 กำลังทำ 60%',
  '• ขาดข้อไหนบ้าง',
  '• กองคลังค้างอะไร',
  '• O12 หมายถึงอะไร ให้พิมพ์ ดูรายละเอียด O12',
  '• สรุปเดือนนี้',
  '• ยกเลิก (ถ้าแจ้งผิด)',
].join('\n');

export const HELP_CITIZEN =
  'สวัสดีค่ะ น้องไอต้ายินดีให้บริการ\n• พิมพ์ "มาตรการ" เพื่อดูมาตรการส่งเสริมคุณธรรมและความโปร่งใสที่เผยแพร่แล้ว\n• พิมพ์ "ติดต่อ" เพื่อดูช่องทางติดต่อและร้องเรียน';

export const HELP_JOIN = 'หากเป็นเจ้าหน้าที่ กรุณาพิมพ์รหัสเชิญที่ได้รับจากผู้ประสานงาน ITA ในแชตนี้ค่ะ';

export const BUTTON_IN_GROUP = 'ในกลุ่มน้องไอต้าดูไม่ออกว่าใครกดปุ่มค่ะ กรุณาพิมพ์เป็นข้อความ เช่น "O12 เสร็จแล้ว" นะคะ';

export const GREETING = 'สวัสดีค่ะ น้องไอต้าพร้อมช่วยติดตามงาน ITA ค่ะ';
export const THANKS = 'ยินดีค่ะ';
export const ACKNOWLEDGED = 'ขอบคุณค่ะ ถ้ามีความคืบหน้าแจ้งได้เลยนะคะ';
export const NOT_YET_KNOWN = 'น้องไอต้ายังไม่เข้าใจข้อความนี้ค่ะ';
export const WHICH_ITEM = 'หมายถึงข้อไหนคะ พิมพ์เลขข้อด้วยนะคะ เช่น O12 เสร็จแล้ว หรือ มาตรการที่ 3 กำลังทำ';
export const WHAT_ABOUT = (name: string) => `${name} ต้องการแจ้งอะไรคะ`;
export const WHICH_YEAR = (name: string) => `${name} มีทั้งสองปี หมายถึงปีไหนคะ`;
export const NO_PLAN = 'ยังไม่มีแผนที่เปิดใช้งานค่ะ';
export const NOTHING_MISSING = 'ครบทุกข้อแล้วค่ะ';
export const NOTHING_PUBLISHED = 'ขณะนี้ยังไม่มีมาตรการที่เผยแพร่ค่ะ';
export const NO_LIST = (year: number) => `ยังไม่ทราบรายการข้อ O ของปี ${year} ค่ะ ตอบได้เฉพาะมาตรการ`;

export const UNBOUND_GROUP =
  'สวัสดีค่ะ น้องไอต้าจะเริ่มทำงานในกลุ่มนี้เมื่อผู้ประสานงาน ITA พิมพ์รหัสผูกกลุ่มค่ะ (ขอรหัสจากผู้ดูแลระบบ) ระหว่างนี้น้องไอต้าไม่อ่านและไม่เก็บข้อความในกลุ่มนะคะ';

export function groupBound(purpose: 'staff' | 'division', division: string): string {
  const what = purpose === 'staff' ? 'กลุ่มเจ้าหน้าที่' : `กลุ่มของ${division}`;
  return `ผูก${what}เรียบร้อยแล้วค่ะ\nแจ้งความคืบหน้าในกลุ่มได้ เช่น "O12 เสร็จแล้ว" หรือเรียก "บอท ขาดข้อไหนบ้าง"\nน้องไอต้าไม่เก็บบทสนทนาอื่นในกลุ่มค่ะ`;
}

export function welcome(name: string, roles: string): string {
  return `ลงทะเบียนเรียบร้อยแล้วค่ะ ${name}\n${roles}`;
}

export function contactLines(title: string, channels: readonly (readonly [string, string | null])[]): string {
  const lines = channels.flatMap(([what, value]) => (value === null ? [] : [`${what} ${value}`]));
  return [title, ...lines].join('\n');
}

export function confirmation(items: readonly Pick<Item, 'kind' | 'number'>[], status: Status): string {
  return `บันทึก ${items.map(itemName).join(', ')} ${STATUS_SAID[status]} แล้วค่ะ`;
}

/** Said before the next message when a confirmation never arrived. */
export function lateConfirmation(text: string): string {
  return `(ก่อนหน้านี้) ${text}`;
}
