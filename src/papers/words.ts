/** Every word that stands on a paper, for an official to proofread. Papers are formal; only regrets speak as น้องไอต้า. */
import type { Agency, Item, Plan } from '../domain/agency.ts';
import { type Day, dayOf, daysBetween, type Instant, type Month, minuteOf } from '../domain/calendar.ts';
import type { DueKind, Status } from '../domain/event.ts';
import type { Figures } from '../domain/progress.ts';
import { clockTime, longDay, longMonth, shortDay } from '../thai/date.ts';

// ---------------------------------------------------------------- names

const STATUS: Readonly<Record<Status, string>> = {
  not_started: 'ยังไม่เริ่มดำเนินการ',
  in_progress: 'อยู่ระหว่างดำเนินการ',
  done: 'ดำเนินการแล้วเสร็จ',
};

export const NOBODY = 'ยังไม่มีผู้รับผิดชอบ';
export const EVERYBODY = 'ทุกส่วนราชการ';
const NO_DATE = 'ยังไม่ได้กำหนดวันแล้วเสร็จ';

export function itemName(item: Pick<Item, 'kind' | 'number'>): string {
  return item.kind === 'oit' ? `O${item.number}` : `มาตรการที่ ${item.number}`;
}

export function planWords(year: number): string {
  return `แผนปีงบประมาณ ${year}`;
}

/** For an item among those of several years. */
export function yearWords(year: number): string {
  return `ปี ${year}`;
}

export function divisionName(agency: Agency, code: string): string {
  return agency.profile?.divisions.find((division) => division.code === code)?.name ?? code;
}

export function divisionWords(agency: Agency, codes: readonly string[]): string {
  if (codes.length === 0) return NOBODY;
  return isEverybodys(agency, codes) ? EVERYBODY : codes.map((code) => divisionName(agency, code)).join(', ');
}

export function isEverybodys(agency: Agency, codes: readonly string[]): boolean {
  const all = agency.profile?.divisions ?? [];
  return all.length > 1 && all.every((division) => codes.includes(division.code));
}

export function sharedWith(names: readonly string[]): string {
  return `ร่วมกับ${names.join(', ')}`;
}

// ---------------------------------------------------------------- dates

/** `16 ก.พ. 69 10.05 น.` */
export function momentWords(at: Instant): string {
  return `${shortDay(dayOf(at))} ${clockTime(minuteOf(at))}`;
}

/** `31 มี.ค. 69 · อีก 7 วัน`; how far it is matters no more once a thing is done. */
export function dateWords(date: Day | null, now: Instant, done = false): string {
  if (date === null) return NO_DATE;
  return done ? shortDay(date) : `${shortDay(date)} · ${distance(date, now)}`;
}

/** The same where nothing beside it says what the date is. */
export function finishWords(date: Day | null, now: Instant, done = false): string {
  return date === null ? NO_DATE : `กำหนด ${dateWords(date, now, done)}`;
}

export function distance(date: Day, now: Instant): string {
  const days = daysBetween(dayOf(now), date);
  if (days === 0) return 'วันนี้';
  if (days === 1) return 'พรุ่งนี้';
  return days > 0 ? `อีก ${days} วัน` : `เลยกำหนด ${-days} วัน`;
}

// ---------------------------------------------------------------- status and evidence

export function statusWords(status: Status, percent?: number): string {
  return percent === undefined || status !== 'in_progress' ? STATUS[status] : `${STATUS[status]} ${percent}%`;
}

/** Of an item several divisions share. */
export function partsDone(done: number, all: number): string {
  return `เสร็จ ${done} จาก ${all} ส่วนราชการ`;
}

const NO_EVIDENCE = 'ยังไม่มีหลักฐาน';

export function evidenceWords(count: number): string {
  return count === 0 ? NO_EVIDENCE : `หลักฐาน ${count} รายการ`;
}

export function itemCount(count: number): string {
  return `${count} ข้อ`;
}

export function doneOf(done: number, total: number): string {
  return `แล้วเสร็จ ${done} จาก ${total} ข้อ`;
}

/** `แล้วเสร็จ 2 จาก 38 ข้อ · อยู่ระหว่างดำเนินการ 4 · ยังไม่เริ่ม 32` */
export function figuresWords({ done, total, inProgress, notStarted }: Figures): string {
  return `${doneOf(done, total)} · อยู่ระหว่างดำเนินการ ${inProgress} · ยังไม่เริ่ม ${notStarted}`;
}

export function lateCount(count: number): string {
  return count === 0 ? '' : `เลยกำหนด ${count} ข้อ`;
}

// ---------------------------------------------------------------- the frame

export function asOfWords(at: Instant): string {
  return `ข้อมูล ณ ${momentWords(at)}`;
}

/** A summary of a month that is over. */
export function endOfMonth(at: Instant): string {
  return `สถานะสิ้นเดือน ณ ${shortDay(dayOf(at))}`;
}

export function headWords(head: string): string {
  return `รหัสตรวจสอบข้อมูล ${head.slice(0, 8)}`;
}

export function linkEnds(at: Instant): string {
  return `ลิงก์นี้ใช้ได้ถึง ${momentWords(at)}`;
}

export const KEEP_PRIVATE = 'ผู้ที่มีลิงก์นี้เปิดดูได้ทุกคน โปรดส่งต่อเฉพาะผู้ที่เกี่ยวข้อง';

/** Said wherever O-items stand whose list is that of another year. */
export function provisional({ year, catalogue }: Pick<Plan, 'year' | 'catalogue'>): string {
  return `รายการข้อ O ของปี ${year} ยังเป็นฉบับชั่วคราว โดยใช้รายการของปี ${catalogue} ไปก่อน`;
}

export const NO_PLAN = 'ยังไม่มีแผนที่เปิดใช้งาน';

// ---------------------------------------------------------------- pages

export const MISSING = {
  title: 'ข้อที่ยังต้องดำเนินการ',
  left: (count: number) => `เหลืออีก ${count} ข้อ`,
  noEvidence: (count: number) => (count === 0 ? '' : `แล้วเสร็จแต่ยังไม่มีหลักฐาน ${count} ข้อ`),
  nothing: 'ดำเนินการแล้วเสร็จครบทุกข้อ และมีหลักฐานครบแล้ว',
} as const;

export const DUE = {
  overdue: 'ข้อที่เลยกำหนด',
  soon: 'งานที่ครบกำหนดใน 30 วัน',
  until: (day: Day) => `งานที่ครบกำหนดภายใน ${shortDay(day)}`,
  month: (month: Month) => `งานที่ครบกำหนดเดือน${longMonth(month)}`,
  count: (count: number) => `ทั้งหมด ${count} รายการ`,
  /** Beside what is coming. */
  alsoLate: (count: number) => (count === 0 ? '' : `นอกจากรายการนี้ ยังมีข้อที่เลยกำหนดแล้ว ${count} ข้อ`),
  nothing: 'ไม่มีงานที่ครบกำหนดในช่วงนี้',
  nothingLate: 'ไม่มีข้อที่เลยกำหนด',
  day: (day: Day) => longDay(day),
  kind: (kind: DueKind) => (kind === 'finish' ? 'ครบกำหนดแล้วเสร็จ' : 'ถึงกำหนดรายงานผล'),
} as const;

export const PROGRESS = {
  title: 'ความก้าวหน้า',
  divisions: 'แยกตามส่วนราชการ',
  measures: 'มาตรการ',
  oit: 'ข้อ O (OIT)',
  division: 'ส่วนราชการ',
  figures: 'แล้วเสร็จ',
  shared: 'ข้อที่รับผิดชอบร่วมกันนับในทุกส่วนราชการที่ร่วม',
} as const;

export const SUMMARY = {
  title: (month: Month) => `สรุปเดือน${longMonth(month)}`,
  notYet: (month: Month) => `ยังไม่ถึงเดือน${longMonth(month)} จึงยังไม่มีสรุป`,
  moved: 'คืบหน้าในเดือนนี้',
  notMoved: 'เดือนนี้ไม่มีความเคลื่อนไหว',
  change: (from: Status, to: Status) => `${STATUS[from]} → ${STATUS[to]}`,
  part: (division: string, to: Status) => `${division}: ${STATUS[to]}`,
  late: 'เลยกำหนด',
  noneLate: 'ไม่มีข้อที่เลยกำหนด',
  next: 'ครบกำหนดใน 30 วัน',
  noneNext: 'ไม่มีข้อที่ครบกำหนดใน 30 วัน',
  oit: 'ข้อ O (OIT) คงเหลือ',
  noOit: 'ข้อ O (OIT) แล้วเสร็จครบทุกข้อ',
  other: (year: number) => `${planWords(year)} ที่ยังเปิดอยู่`,
  ofYear: (heading: string, year: number) => `${heading} ${yearWords(year)}`,
} as const;

export const ITEM = {
  status: 'สถานะ',
  finish: 'กำหนดแล้วเสร็จ',
  owners: 'ส่วนราชการที่รับผิดชอบ',
  /** What was granted, and what the plan said. */
  extended: (until: Day, planned: Day) => `ขยายถึง ${shortDay(until)} (แผนเดิม ${shortDay(planned)})`,
  extension: 'การขยายเวลา',
  waits: (until: Day) => `ขอขยายถึง ${shortDay(until)} (รอพิจารณา)`,
  window: (end: Day) => `กำหนดของ ป.ป.ช. ${shortDay(end)} เลื่อนไม่ได้ การขยายนี้เป็นกำหนดภายใน`,
  evidence: 'หลักฐาน',
  evidenceCount: (count: number) => (count === 0 ? NO_EVIDENCE : `${count} รายการ`),
  reports: 'กำหนดรายงานผล',
  reportDay: (day: Day) => shortDay(day),
  owed: 'ค้างรายงาน',
  howTo: 'วิธีดำเนินการ',
  mustShow: 'ข้อมูลที่ต้องเปิดเผย',
  history: 'ประวัติการรายงาน',
  noHistory: 'ยังไม่มีการรายงาน',
  when: 'วันเวลา',
  what: 'รายการ',
  /** `part`: the divisions whose part it was; '' = all of it. */
  reported: (status: string, part: string) => `แจ้งสถานะ${part === '' ? '' : `ส่วนของ${part}`}: ${status}`,
  evidenceGiven: 'ส่งหลักฐาน',
  /** `granted` absent = not decided. */
  extensionAsked: (until: Day, granted?: boolean) =>
    `ขอขยายเวลาถึง ${shortDay(until)}${granted === undefined ? '' : granted ? ' (อนุมัติ)' : ' (ไม่อนุมัติ)'}`,
  undone: 'ยกเลิกแล้ว',
} as const;

export const MEASURES = {
  title: (year: number) => `มาตรการปี ${year}`,
  subtitle: 'มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน',
} as const;

// ---------------------------------------------------------------- regrets

/** Why nothing can be shown. */
export interface Regret {
  readonly title: string;
  readonly say: string;
}

export const UNKNOWN: Regret = {
  title: 'ไม่พบหน้านี้ค่ะ',
  say: 'กรุณาเปิดจากลิงก์ที่น้องไอต้าส่งให้ใน LINE หรือถามน้องไอต้าอีกครั้งนะคะ',
};

export const EXPIRED: Regret = {
  title: 'ลิงก์นี้หมดอายุแล้วค่ะ',
  say: 'ถามน้องไอต้าใน LINE อีกครั้งได้เลยนะคะ น้องไอต้าจะส่งลิงก์ใหม่พร้อมข้อมูลล่าสุดให้ค่ะ',
};

export const DOWN: Regret = {
  title: 'ขณะนี้ยังแสดงข้อมูลไม่ได้ค่ะ',
  say: 'กรุณาลองเปิดใหม่ในอีกสักครู่นะคะ',
};
