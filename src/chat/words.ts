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

/** Which plan an item belongs to; short enough for one line of a card. */
export function planYear(item: Pick<Item, 'kind' | 'year'>): string {
  return item.kind === 'oit' ? `ITA ปีงบประมาณ ${item.year}` : planWords(item.year);
}

export function planWords(year: number): string {
  return `แผนปีงบประมาณ ${year}`;
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

export function politely(words: string): string {
  return `${words}ค่ะ`;
}

export function remindersTitle(count: number, names: string): string {
  return `แจ้งเตือนงาน ITA ${count} ข้อ: ${names}`;
}

export function openingTitle(count: number): string {
  return `เริ่มดำเนินการได้แล้ว ${count} ข้อ`;
}

export const OPENING_HINT = 'แตะที่ข้อเพื่อดูรายละเอียดและแจ้งความคืบหน้าค่ะ';

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

/** What stands beside "แล้วเสร็จ n จาก m ข้อ". */
export function figuresWords(figures: Figures): string {
  return `อยู่ระหว่างดำเนินการ ${figures.inProgress} · ยังไม่เริ่ม ${figures.notStarted}`;
}

export function lateWords(figures: Figures): string {
  return figures.late === 0 ? '' : `เลยกำหนด ${figures.late} ข้อ`;
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
  summaryNow: 'สรุปเดือนนี้',
} as const;

export const HELP_MEMBER = [
  'พิมพ์สั้น ๆ ได้เลยค่ะ เช่น',
  '• O12 เสร็จแล้ว',
  '• มาตรการที่ 3 กำลังทำ 60%',
  '• ขาดข้อไหนบ้าง',
  '• กองคลังค้างอะไร',
  '• ดูรายละเอียด O12',
  '• สรุปเดือนนี้',
  '• ยกเลิก (ถ้าแจ้งผิด)',
].join('\n');

export const HELP_CITIZEN =
  'สวัสดีค่ะ น้องไอต้ายินดีให้บริการ\n• พิมพ์ "มาตรการ" เพื่อดูมาตรการส่งเสริมคุณธรรมและความโปร่งใสที่เผยแพร่แล้ว\n• พิมพ์ "ติดต่อ" เพื่อดูช่องทางติดต่อและร้องเรียน';

export const HELP_JOIN = 'หากเป็นเจ้าหน้าที่ กรุณาพิมพ์รหัสเชิญที่ได้รับจากผู้ประสานงาน ITA ในแชตนี้นะคะ';

export const BUTTON_IN_GROUP = 'ในกลุ่ม น้องไอต้าไม่ทราบว่าใครเป็นผู้กดปุ่มค่ะ รบกวนพิมพ์เป็นข้อความ เช่น "O12 เสร็จแล้ว" นะคะ';

export const GREETING = 'สวัสดีค่ะ น้องไอต้าพร้อมช่วยติดตามงาน ITA ค่ะ';
export const THANKS = 'ยินดีค่ะ';
export const ACKNOWLEDGED = 'ขอบคุณค่ะ ถ้ามีความคืบหน้าแจ้งได้เลยนะคะ';
export const NOT_YET_KNOWN = 'น้องไอต้ายังไม่เข้าใจข้อความนี้ค่ะ';
export const WHICH_ITEM = 'หมายถึงข้อไหนคะ รบกวนพิมพ์เลขข้อด้วยนะคะ เช่น "O12 เสร็จแล้ว" หรือ "มาตรการที่ 3 กำลังทำ"';
export const WHAT_ABOUT = (name: string) => `${name} ต้องการแจ้งอะไรคะ`;
/** When more was said than a button can carry: he says it again with the year. */
export function yearAgain(name: string, years: readonly number[]): string {
  const [newest] = years;
  return `${name} มีในแผนมากกว่าหนึ่งปี (${years.map(yearWords).join(', ')}) ยังไม่ได้บันทึกค่ะ กรุณาพิมพ์อีกครั้งพร้อมระบุปี เช่น "${name} ${yearWords(newest ?? 0)} …"`;
}

export const WHICH_YEAR = (name: string) => `${name} มีในแผนมากกว่าหนึ่งปี หมายถึงปีไหนคะ`;
export const NO_PLAN = 'ยังไม่มีแผนที่เปิดใช้งานค่ะ';
export const NOTHING_MISSING = 'ดำเนินการแล้วเสร็จครบทุกข้อค่ะ';
export const NOTHING_PUBLISHED = 'ขณะนี้ยังไม่มีมาตรการที่เผยแพร่ค่ะ';
export const NO_LIST = (year: number) => `ยังไม่มีรายการข้อ O ของปี ${year} ค่ะ ขณะนี้ตอบได้เฉพาะมาตรการนะคะ`;

/** In a group a code would be everyone's to read. */
export const HELP_JOIN_PRIVATELY = 'หากเป็นเจ้าหน้าที่ กรุณาส่งรหัสเชิญในแชตส่วนตัวกับน้องไอต้านะคะ ไม่ควรพิมพ์รหัสในกลุ่มค่ะ';

export const GROUP_REPLACED = 'กลุ่มเดิมที่ผูกไว้ถูกยกเลิกแล้ว ต่อไปน้องไอต้าจะทำงานในกลุ่มนี้แทนค่ะ';

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

// ---------------------------------------------------------------- lists, cards and summaries

export function leftTitle(whose: string, count: number): string {
  return `${whose} เหลืออีก ${count} ข้อ`;
}

/** Under the title of a list's card: which of its rows stand here, how many of all are late, what a touch does. */
export function leftSubtitle(from: number, to: number, count: number, late: number): string {
  const which =
    to - from + 1 === count ? 'เรียงตามกำหนด' : `เรียงตามกำหนด ลำดับที่ ${from === to ? from : `${from}–${to}`}`;
  const lateToo = late === 0 || from > 1 ? '' : ` · เลยกำหนด ${late} ข้อ`;
  return `${which}${lateToo}\nแตะที่ข้อเพื่อดูรายละเอียดค่ะ`;
}

export const MORE_IN_LIST = 'แสดงข้อที่ใกล้กำหนดก่อน ดูทีละส่วนราชการได้ โดยพิมพ์ เช่น "กองคลังค้างอะไร" ค่ะ';
export const MORE_TO_REMIND = 'แสดงข้อที่ใกล้กำหนดที่สุดก่อน กดปุ่มด้านล่างเพื่อดูรายการทั้งหมดค่ะ';
export const MORE_PUBLIC = 'ดูรายการทั้งหมดได้ที่เว็บไซต์ของหน่วยงานค่ะ';
export const ALL = 'ดูรายการทั้งหมด';

export const HOW_TO = 'วิธีดำเนินการ';
export const MUST_SHOW = 'ข้อมูลที่ต้องเปิดเผย';

export function andMore(count: number): string {
  return count > 0 ? `และอีก ${count} ข้อ` : '';
}

export function andMoreDivisions(count: number): string {
  return count > 0 ? `และอีก ${count} ส่วนราชการ` : '';
}

export function progressTitle(name: string): string {
  return `ความก้าวหน้า ${name}`;
}

export function doneOf(done: number, total: number): string {
  return `แล้วเสร็จ ${done} จาก ${total} ข้อ`;
}

export function publicTitle(year: number, office: string): string {
  return `มาตรการปี ${year} ของ${office}`;
}

export const PUBLIC_SUBTITLE = 'มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน';

export function publicAlt(title: string, count: number): string {
  return `${title} ${count} มาตรการ`;
}

export function summaryTitle(month: Month): string {
  return `สรุปเดือน${longMonth(month)}`;
}

/** `ended`: the month is over, so the figures are those of its last day. */
export function asOfWords(asOf: Instant, ended: boolean): string {
  return `${ended ? 'สถานะสิ้นเดือน ณ' : 'ข้อมูล ณ'} ${shortDay(dayOf(asOf))}`;
}

export const CHANGES_SUBTITLE = 'ความคืบหน้าและสิ่งที่ต้องดำเนินการต่อ';

export const SECTION = {
  moved: (count: number) => (count > 0 ? `คืบหน้าในเดือนนี้ ${count} ข้อ` : 'เดือนนี้ยังไม่มีข้อที่สถานะเปลี่ยน'),
  late: (count: number) => (count > 0 ? `เลยกำหนด ${count} ข้อ` : 'ไม่มีข้อที่เลยกำหนด'),
  next: (count: number) => (count > 0 ? `ครบกำหนดใน 30 วัน ${count} ข้อ` : 'ไม่มีข้อที่ครบกำหนดใน 30 วัน'),
  oit: (count: number) => (count > 0 ? `ข้อ O (OIT) คงเหลือ ${count} ข้อ` : 'ข้อ O (OIT) แล้วเสร็จครบทุกข้อ'),
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

export function headWords(head: string): string {
  return `รหัสตรวจสอบข้อมูล ${head}`;
}

// ---------------------------------------------------------------- answers to a report

export const KEPT = 'บันทึกแล้วค่ะ';

export function historyWords(present: string): string {
  return `ข้อความนี้ส่งก่อนรายงานล่าสุด จึงเก็บเป็นประวัติ สถานะปัจจุบันยังเป็น ${present}`;
}

export function nextWords(whose: string, left: number, next: string, when: string): string {
  return `${whose} เหลืออีก ${left} ข้อ\nข้อถัดไป ${next} (${when})`;
}

export function undoneWords(lines: readonly string[]): string {
  return ['ยกเลิกให้แล้วค่ะ', ...lines].join('\n');
}

export function backTo(name: string, status: Status): string {
  return `${name} กลับเป็น "${STATUS[status]}"`;
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

// ---------------------------------------------------------------- why not

export const REFUSED = {
  notAMember: (inGroup: boolean) =>
    `รายการนี้แจ้งได้เฉพาะเจ้าหน้าที่ที่ลงทะเบียนแล้วค่ะ\n${inGroup ? HELP_JOIN_PRIVATELY : HELP_JOIN}`,
  notPermitted: (who: string) => `รายการนี้ทำได้เฉพาะ${who}ค่ะ`,
  nobodys: (name: string) => `${name} ยังไม่มีส่วนราชการรับผิดชอบ แจ้งผู้ประสานงาน ITA ได้เลยค่ะ`,
  notYours: (name: string, owners: string) =>
    `${name} เป็นของ${owners} แจ้งได้เฉพาะเจ้าหน้าที่ของส่วนราชการนั้นหรือผู้ประสานงาน ITA ค่ะ`,
  noSuchItem: 'ไม่พบข้อนี้ในแผนที่เปิดใช้งานค่ะ ลองตรวจสอบเลขข้ออีกครั้งนะคะ',
  draft: (year: number) => `แผนปี ${year} ยังเป็นฉบับร่าง จึงยังแจ้งสถานะไม่ได้ค่ะ`,
  closed: (year: number) => `แผนปี ${year} ปิดแล้ว จึงแจ้งสถานะไม่ได้ค่ะ`,
  stale: (name: string, present: Status) => `${name} เป็น "${STATUS[present]}" แล้วค่ะ`,
  nothingToUndo: 'ไม่พบรายงานของคุณที่ยกเลิกได้ค่ะ',
  tooLateToUndo: (at: Instant) =>
    `รายงานเมื่อ ${momentWords(at)} เกิน 24 ชั่วโมงแล้ว จึงยกเลิกไม่ได้ค่ะ แจ้งสถานะใหม่แทนได้เลยนะคะ`,
  changedSince: (name: string, by: string, at: Instant) =>
    `${name} มีการรายงานใหม่โดย ${by} เมื่อ ${momentWords(at)} จึงยกเลิกไม่ได้ค่ะ`,
  codeUnknown: 'ไม่พบรหัสนี้ค่ะ ลองตรวจสอบตัวอักษรอีกครั้ง หรือขอรหัสใหม่จากผู้ประสานงาน ITA นะคะ',
  codeUsed: 'รหัสนี้ถูกใช้ไปแล้วค่ะ กรุณาขอรหัสใหม่จากผู้ประสานงาน ITA นะคะ',
  codeExpired: 'รหัสนี้หมดอายุแล้วค่ะ กรุณาขอรหัสใหม่จากผู้ประสานงาน ITA นะคะ',
  other: 'ขออภัยค่ะ ทำรายการนี้ไม่ได้',
} as const;

export const THIS_ITEM = 'ข้อนี้';
export const OR = ' หรือ ';

// ---------------------------------------------------------------- how to reach the office

export const CONTACT = {
  office: (name: string) => `ติดต่อ${name}`,
  complaint: 'แจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ (แชตนี้ไม่รับและไม่เก็บเรื่องร้องเรียนนะคะ)',
  phone: 'โทรศัพท์',
  email: 'อีเมล',
  web: 'เว็บไซต์',
  address: 'ที่อยู่',
  hours: 'เวลาทำการ',
} as const;
