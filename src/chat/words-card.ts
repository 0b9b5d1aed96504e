/** The coordinator's card and the meter of the month's messages. */
import type { Member } from '../domain/agency.ts';
import { type Day, dayOf, type Instant, type Month } from '../domain/calendar.ts';
import type { EventOf } from '../domain/event.ts';
import { shortDay } from '../thai/date.ts';
import { momentWords, monthWords } from './words.ts';

/** What a coordinator types, or a button says for him. */
export const CARD_SAY = {
  matters: 'เรื่องค้าง',
  requests: 'คนรออนุมัติ',
  extensions: 'คำขอขยายเวลา',
  quota: 'โควตา',
  plan: 'ดูแผนแจ้งเตือน',
  draft: 'นำเข้าแผน',
  calendar: 'ปฏิทิน ITA',
  holidays: 'วันหยุดราชการ',
  receivers: 'ผู้รับแจ้งเตือน',
  missing: 'ขาดข้อไหนบ้าง',
} as const;

export const CARD_LABEL = {
  requests: 'ดูคนรออนุมัติ',
  extensions: 'ดูคำขอขยายเวลา',
  quota: 'ดูโควตา',
  plan: 'ดูแผนแจ้งเตือน',
  draft: 'ดูตัวอย่างที่รอ',
  calendar: 'ดูปฏิทิน ITA',
  holidays: 'ดูวันหยุดราชการ',
  receivers: 'ดูผู้รับแจ้งเตือน',
  missing: 'ดูข้อที่ยังขาด',
} as const;

export const CARD = {
  title: 'เรื่องที่รอผู้ประสานงาน',
  continued: 'เรื่องที่รอผู้ประสานงาน (ต่อ)',
  alt: (count: number) => `มี ${count} เรื่องที่รอผู้ประสานงานค่ะ`,
  nothing: 'ขณะนี้ไม่มีเรื่องค้างสำหรับผู้ประสานงานค่ะ',
  rest: (count: number) => (count > 0 ? `และอีก ${count} รายการ` : ''),

  unreached: 'ส่งข้อความถึงผู้ประสานงาน ITA ไม่ได้',
  unled: 'ยังไม่มีผู้ประสานงาน ITA ในระบบ',
  reachOrAppoint:
    'ขอให้ผู้ประสานงานเปิดรับข้อความแล้วทักน้องไอต้าในแชตส่วนตัว หรือมอบหมายคนใหม่ โดยให้ผู้ดูแลระบบออกรหัสด้วยคำสั่ง ita member invite --role coordinator',
  appoint: 'โปรดมอบหมายผู้ประสานงาน แล้วให้ผู้ดูแลระบบออกรหัสด้วยคำสั่ง ita member invite --role coordinator',

  request: (count: number) => `รออนุมัติเข้าใช้งาน ${count} คน`,
  requestRow: (at: Instant) => `แสดงรหัสเมื่อ ${momentWords(at)}`,
  unnamed: 'ยังไม่ได้แจ้งชื่อ',
  extension: (count: number) => `คำขอขยายเวลาที่รอพิจารณา ${count} เรื่อง`,
  extensionRow: (name: string, until: Day) => `${name} ขอถึง ${shortDay(until)}`,
  away: (count: number) => `ส่งข้อความถึงไม่ได้ ${count} คน`,
  instead: (name: string) => `แจ้งเตือน ${name} แทน`,
  noDeputy: 'ยังไม่มีผู้รับแทน',
  leftGroup: (count: number) => `ออกจากกลุ่ม LINE ${count} คน`,
  leftGroupRow: (division: string | null, at: Instant) =>
    `ออกจากกลุ่ม${division ?? 'เสริม'}เมื่อ ${shortDay(dayOf(at))} ยังแจ้งเตือนในแชตส่วนตัวตามเดิม หากพ้นหน้าที่แล้ว พิมพ์ชื่อตามด้วย “ลาออก”`,
  silent: (count: number) => `ยังไม่ได้รับรายงาน ${count} ส่วนราชการ`,
  late: (days: number) => `(เลยกำหนด ${days} วัน)`,
  items: (items: readonly string[], more: number) =>
    `${items.join(', ')}${more > 0 ? ` และอีก ${more} ข้อ` : ''}`,
  top: ' · แจ้งถึงผู้บริหารแล้ว',
  failed: (count: number) => `ส่งไม่สำเร็จ ${count} ข้อความ`,
  quota: (month: Month) => `โควตาข้อความเดือน${monthWords(month)} ไม่พอ`,
  quotaRow: 'ส่งเรื่องเร่งด่วนก่อน เรื่องที่เหลือรอแจ้งเมื่อมีผู้ทักมาหรือขึ้นเดือนใหม่',
  nobody: (count: number) => `ยังไม่มีผู้รับแจ้งเตือน ${count} ส่วนราชการ`,
  draft: 'ตัวอย่างที่รอยืนยัน',
  draftRow: { plan: (year: number) => `แผนปี ${year}`, list: (year: number) => `รายการข้อ O ปี ${year}` },
  draftOpen: (open: number) => (open > 0 ? `รอคำตอบอีก ${open} จุด` : 'ตรวจแล้วกดยืนยันได้เลย'),
  undated: (count: number) => `ยังไม่มีกำหนดวัน ${count} ข้อ`,
  ownerless: (count: number) => `ยังไม่มีส่วนราชการรับผิดชอบ ${count} ข้อ`,
  ofYear: (year: number) => `แผนปี ${year}`,
  unconfirmed: 'วันที่ยังไม่ได้ยืนยัน',
  oitDue: (year: number, date: Day) => `วันสุดท้ายของการเผยแพร่ข้อ O ปี ${year}: ${shortDay(date)}`,
  holidays: (year: number, listed: boolean) =>
    listed ? `วันหยุดราชการปี ${year} ยังไม่ได้ตรวจยืนยัน` : `ยังไม่มีรายการวันหยุดราชการปี ${year}`,
} as const;

/** Why somebody is not reached, since when. */
export function awayWords({ away }: Member): string {
  if (away === null) return '';
  const why: Record<NonNullable<Member['away']>['why'], string> = {
    blocked: 'ปิดรับข้อความ',
    'dead-target': 'LINE แจ้งว่าไม่พบผู้รับ',
    'left-group': 'ออกจากกลุ่มเจ้าหน้าที่แล้ว',
    followed: '',
    wrote: '',
    'joined-group': '',
  };
  return `${why[away.why]}ตั้งแต่ ${shortDay(dayOf(away.since))}`;
}

export const FAILED_WHY: Readonly<Record<EventOf<'delivery-failed'>['reason'], string>> = {
  'dead-target': 'LINE แจ้งว่าไม่พบผู้รับ',
  refused: 'LINE ไม่รับข้อความ',
  quota: 'โควตาหมด',
  unknown: 'ไม่ทราบว่าถึงผู้รับหรือไม่',
  forbidden: 'บัญชีนี้ไม่มีสิทธิ์ส่ง',
  stale: 'ค้างส่งนานเกินไป จึงไม่ส่งแล้ว',
};

export const FAILED_TO = { group: 'กลุ่ม LINE', unknown: 'ไม่ทราบผู้รับ' } as const;

// ---------------------------------------------------------------- the meter

export const METER = {
  title: (month: Month) => `โควตาข้อความเดือน${monthWords(month)}`,
  used: (used: number, limit: number) =>
    Number.isFinite(limit) ? `เดือนนี้ใช้ ${used}/${limit}` : `เดือนนี้ใช้ ${used} (ไม่จำกัด)`,
  asOf: (at: Instant | null) =>
    at === null ? 'นับจากที่ส่งเอง LINE ยังไม่ได้แจ้งยอด' : `ยอดจาก LINE เมื่อ ${momentWords(at)}`,
  planned: 'ที่คาดว่าจะส่งถึงสิ้นเดือน',
  reminders: 'แจ้งเตือนรายบุคคล',
  summary: 'สรุปประจำเดือนเข้ากลุ่ม',
  cards: 'เรื่องค้างถึงผู้ประสานงาน',
  messages: (count: number) => `${count} ข้อความ`,
  enough: (left: number) => `เหลือ ${left} ข้อความ เพียงพอสำหรับเดือนนี้ค่ะ`,
  short: (missing: number) =>
    `คาดว่าจะขาด ${missing} ข้อความ น้องไอต้าจะส่งเรื่องเร่งด่วนก่อน เรื่องที่เหลือจะแจ้งเมื่อมีผู้ทักมาค่ะ`,
  sends: 'การส่ง',
  held: 'พักไว้ก่อน',
  pending: 'รอส่ง',
  failed: 'ส่งไม่สำเร็จ',
  refused: 'LINE ไม่รับ',
  unknown: 'ไม่ทราบว่าถึงหรือไม่',
  allSent: 'ส่งสำเร็จทุกข้อความ',
  noneSent: 'เดือนนี้ยังไม่มีข้อความที่นับโควตา',
  free: 'การตอบเมื่อมีผู้ทักมาไม่นับโควตาค่ะ',
} as const;

// ---------------------------------------------------------------- what will be sent

export const DRY_RUN = {
  title: 'แผนแจ้งเตือนที่จะส่ง',
  nothing: (days: number) => `ใน ${days} วันข้างหน้ายังไม่มีเรื่องที่ต้องแจ้งเตือนค่ะ`,
  total: (count: number, until: Day) => `ถึง ${shortDay(until)} รวม ${count} ข้อความ หากไม่มีการรายงานเพิ่ม`,
  day: (day: string, count: number) => `${day} · ${count} ข้อความ`,
  summary: (month: string) => `สรุปเดือน${month} เข้ากลุ่มเจ้าหน้าที่`,
  level: ' (แจ้งผู้บังคับบัญชา)',
  items: (count: number) => `และอีก ${count} ข้อ`,
  people: (count: number) => (count > 0 ? `และอีก ${count} คน` : ''),
  requests: 'คำขอขยายเวลาที่รอพิจารณา',
  decisions: 'ผลการพิจารณาขยายเวลา',
  held: ' · รอโควตา',
  more: (days: number) => (days > 0 ? `และอีก ${days} วันที่มีการแจ้งเตือน` : ''),
  foot: 'ข้อที่รายงานแล้วจะไม่ถูกแจ้งเตือนค่ะ',
} as const;
