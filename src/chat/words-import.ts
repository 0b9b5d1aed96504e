/** What is said when a plan's document comes in: what was read, what it would change, what is asked, what was kept. */
import type { Instant } from '../domain/calendar.ts';
import type { Field } from '../domain/revision.ts';
import { momentWords, yearWords } from './words.ts';

export const SEND_PLAN =
  'ส่งไฟล์แผนมาในแชตนี้ได้เลยค่ะ\nรับ Word (.docx) Excel (.xlsx) CSV ข้อความ (.txt) และหน้าเว็บ (.html)\nน้องไอต้าจะอ่านแล้วให้ดูตัวอย่างก่อน ยังไม่บันทึกจนกว่าจะกดยืนยันนะคะ';

/** Somebody else sent a file. `who` = names of coordinators; empty = nobody yet. */
export function onlyCoordinators(who: string): string {
  const names = who === '' ? '' : ` (${who})`;
  return `ขออภัยค่ะ ไฟล์แผนนำเข้าได้เฉพาะผู้ประสานงาน ITA${names} จึงไม่ได้เก็บไฟล์นี้ไว้ค่ะ\nหากเป็นหลักฐานของข้อใด รบกวนส่งเป็นลิงก์ เช่น "O12 https://…" นะคะ`;
}

export const FILE_FROM_CITIZEN =
  'ขออภัยค่ะ น้องไอต้ายังรับไฟล์ไม่ได้ จึงไม่ได้เก็บไว้ค่ะ หากต้องการร้องเรียนหรือติดต่อหน่วยงาน พิมพ์ "ติดต่อ" ได้เลยนะคะ';

/** Why a file is not read. The reader's reasons, and two of the way from LINE to it. */
export const UNREADABLE = {
  empty: 'ไฟล์ไม่มีข้อมูลอยู่ข้างใน',
  'too-big': 'ไฟล์ใหญ่เกินกว่าจะเป็นแผน รับได้ไม่เกิน 20 MB',
  'unpacks-too-big': 'ไฟล์นี้คลายออกมาแล้วใหญ่ผิดปกติ จึงไม่เปิดเพื่อความปลอดภัย',
  macros: 'ไฟล์นี้มีมาโคร จึงไม่เปิดเพื่อความปลอดภัย ลองบันทึกเป็น .docx หรือ .xlsx แบบไม่มีมาโครนะคะ',
  password: 'ไฟล์นี้ใส่รหัสผ่านไว้ ลองเอารหัสผ่านออกก่อนนะคะ',
  'old-office': 'ไฟล์เป็น Word หรือ Excel รุ่นเก่า (.doc .xls) ลองเปิดแล้วเลือก "บันทึกเป็น" .docx หรือ .xlsx นะคะ',
  pdf: 'เครื่องนี้ยังอ่าน PDF ไม่ได้ ขอไฟล์ต้นฉบับ Word หรือ Excel แทนนะคะ',
  picture: 'ไฟล์เป็นรูปภาพ ยังอ่านตัวหนังสือในรูปไม่ได้',
  'wrong-type': 'ไฟล์ไม่ใช่ชนิดที่อ่านได้',
  damaged: 'ไฟล์เสียหายหรือมาไม่ครบ ลองส่งใหม่อีกครั้งนะคะ',
  'no-plan': 'ไม่พบตารางมาตรการ ข้อ O หรือผลคะแนน ITA ในไฟล์นี้',
  'too-slow': 'ไฟล์ซับซ้อนเกินไป อ่านไม่เสร็จในเวลาที่กำหนด',
  'too-much-memory': 'ไฟล์ซับซ้อนเกินไป อ่านไม่ไหว',
  gone: 'LINE ไม่มีไฟล์นี้ให้แล้ว (อาจถูกยกเลิกการส่ง)',
  'not-fetched': 'รับไฟล์จาก LINE ไม่สำเร็จ',
  'too-long': 'แผนยาวเกินกว่าจะนำเข้าในครั้งเดียว ลองแบ่งไฟล์นะคะ',
} as const;

export type Unreadable = keyof typeof UNREADABLE;

/** Of a PDF more can be said. */
export const UNREADABLE_PDF: Readonly<Record<string, string>> = {
  damaged: 'ตัวอักษรไทยใน PDF นี้เสียหาย อ่านแล้วจะผิดเพี้ยน ขอไฟล์ต้นฉบับ Word หรือ Excel แทนนะคะ',
  'no-text': 'PDF นี้เป็นภาพสแกน ไม่มีตัวอักษรให้อ่าน ขอไฟล์ต้นฉบับ Word หรือ Excel แทนนะคะ',
  'too-slow': 'PDF นี้อ่านไม่เสร็จในเวลาที่กำหนด ขอไฟล์ต้นฉบับ Word หรือ Excel แทนนะคะ',
  'no-plan': 'อ่านตัวอักษรใน PDF นี้ได้ แต่ไม่พบตารางแผน ขอไฟล์ต้นฉบับ Word หรือ Excel แทนนะคะ',
};

export function unreadable(name: string, why: string): string {
  const file = name === '' ? 'ไฟล์นี้' : `ไฟล์ "${name}"`;
  return `อ่าน${file}ไม่ได้ค่ะ\n${why}\nไม่ได้เก็บอะไรไว้นะคะ`;
}

export const OTHER_WAYS = 'ส่งเป็น Word (.docx) Excel (.xlsx) CSV หรือข้อความ (.txt) ได้ค่ะ';
export const MAYBE_EVIDENCE = 'หากเป็นหลักฐานของข้อใด รบกวนส่งเป็นลิงก์ เช่น "O12 https://…" นะคะ';

export const WHICH_PLAN_YEAR = (name: string) =>
  `ไฟล์ "${name}" ไม่ได้บอกว่าเป็นแผนของปีงบประมาณใด ปีไหนคะ\nเลือกแล้วน้องไอต้าจะอ่านให้ใหม่ค่ะ`;

export function nothingNew(name: string, year: number): string {
  return `อ่าน ${name} แล้วค่ะ ตรงกับแผนปี ${year} ที่มีอยู่ทุกข้อ จึงไม่มีอะไรต้องนำเข้านะคะ`;
}

export function closedYear(year: number): string {
  return `แผนปี ${year} ปิดแล้ว จึงนำเข้าไม่ได้ค่ะ ไม่ได้เก็บอะไรไว้นะคะ`;
}

/** In one line, should the preview itself be lost. */
export function previewWaits(year: number): string {
  return `อ่านไฟล์แผนปี ${year} แล้วค่ะ พิมพ์ "นำเข้าแผน" เพื่อดูตัวอย่างนะคะ`;
}

export const DRAFT_GONE = 'ไม่พบตัวอย่างนี้แล้วค่ะ (ยืนยันไปแล้ว ยกเลิกแล้ว หรือเกิน 7 วัน) ส่งไฟล์ใหม่ได้เลยนะคะ';
export const DISCARDED = 'ได้ค่ะ ไม่ได้นำเข้าอะไร และลบตัวอย่างแล้วนะคะ';

// ---------------------------------------------------------------- the preview

export const PREVIEW = {
  title: (year: number) => `ตัวอย่างก่อนนำเข้า แผนปี ${year}`,
  rollOverTitle: (year: number) => `ตัวอย่างแผนปี ${year} ยกมาจากปี ${year - 1}`,
  listTitle: (year: number) => `ตัวอย่างเปลี่ยนรายการข้อ O เป็นของปี ${year}`,
  notKept: 'ยังไม่ได้บันทึก',
  alt: (year: number, counts: string) => `ตัวอย่างก่อนนำเข้าแผนปี ${year}: ${counts} (ยังไม่ได้บันทึก)`,
  measuresShort: 'มาตรการ',
  oItems: 'ข้อ O',
  firstTime: 'ปีนี้ยังไม่มีแผน เป็นการนำเข้าครั้งแรก',
  fresh: 'ใหม่',
  changed: 'เปลี่ยนแปลง',
  withdrawn: 'ถอนออกจากแผน',
  same: 'เหมือนเดิม',
  statuses: 'สถานะตามเอกสาร',
  assessment: (year: number) => `ผล ITA ปี ${year}`,
  doubts: 'รอตอบว่าเป็นข้อเดิมหรือไม่',
  findings: 'ข้อสังเกตจากการอ่าน',
  toCheck: (count: number) => (count > 0 ? `ควรตรวจ ${count}` : ''),
  items: (count: number) => `${count} ข้อ`,
  matters: (count: number) => `${count} เรื่อง`,
  otherAgency: (name: string) => `เอกสารนี้เป็นของ ${name} ไม่ใช่ของหน่วยงานเรา ตรวจก่อนยืนยันนะคะ`,
  pdf: 'อ่านจาก PDF อาจคลาดเคลื่อน รบกวนตรวจทุกข้อก่อนยืนยันนะคะ',
  moved: 'แผนมีการเปลี่ยนแปลงหลังทำตัวอย่างครั้งก่อน นี่คือตัวอย่างใหม่ค่ะ',
  replaced: 'ใช้แทนตัวอย่างก่อนหน้าที่ยังไม่ได้ยืนยันนะคะ',
  answerFirst: 'ตอบคำถามด้านล่างก่อน แล้วจึงยืนยันได้ค่ะ',
  withdrawnNote: 'ข้อที่ถอนออกไม่ได้ถูกลบ ประวัติยังอยู่ครบค่ะ',
  changesTitle: 'สิ่งที่จะเปลี่ยน',
  freshTitle: 'รายการที่อ่านได้',
  findingsTitle: 'ข้อสังเกตจากการอ่านเอกสาร',
  findingsSubtitle: 'ค่าที่ไม่ชัดจะเว้นไว้ ไม่เดาให้ค่ะ',
  doubtful: (count: number) => `ควรตรวจก่อนยืนยัน ${count} เรื่อง`,
  noted: (count: number) => `อ่านแล้ว แต่ควรดูอีกครั้ง ${count} เรื่อง`,
  differ: (count: number) => `สถานะต่างจากที่แจ้งในแชต ${count} ข้อ`,
  list: (what: string, count: number) => `${what} ${count} ข้อ`,
  more: (count: number) => (count > 0 ? `และอีก ${count} เรื่อง` : ''),
  nothingTold: 'ยังไม่มีผู้แจ้งสถานะ',
  noFindings: 'ไม่มีข้อสังเกตค่ะ',
  told: (status: string) => `แจ้งไว้ว่า "${status}"`,
  from: (title: string) => `สืบต่อจาก ${title}`,
} as const;

/** What a document may change of an item. */
export const FIELD: Readonly<Record<Field, string>> = {
  number: 'เลขข้อ',
  title: 'ชื่อ',
  indicators: 'ตัวชี้วัด',
  methods: 'วิธีดำเนินการ',
  divisions: 'ผู้รับผิดชอบ',
  period: 'ระยะเวลา',
  followUp: 'การติดตามผล',
};

export const RETURNS = 'กลับเข้ามาในแผน';

export function becomes(what: string, before: string, after: string): string {
  return `${what}: ${before} → ${after}`;
}

// ---------------------------------------------------------------- a doubt

export const DOUBT = {
  sameItem: (name: string) => `${name} ในเอกสาร เป็นข้อเดียวกับข้อไหนในแผนคะ`,
  lastYears: (name: string) => `${name} ของปีใหม่ สืบต่อจากข้อไหนของปีก่อนคะ`,
  detail: (title: string, left: number) => `"${title}"${left > 1 ? `\n(เหลืออีก ${left} คำถาม)` : ''}`,
  same: (name: string) => `ใช่ข้อเดียวกับ ${name}`,
  carries: (name: string) => `สืบต่อจาก ${name}`,
  fresh: 'เป็นข้อใหม่',
  freshWhat: 'ไม่ใช่ข้อเดิม เพิ่มเป็นข้อใหม่',
  code: 'ใหม่',
} as const;

// ---------------------------------------------------------------- what was kept

export const IMPORTED = {
  title: (year: number) => `นำเข้าแผนปี ${year} แล้วค่ะ`,
  nothing: (year: number) => `แผนปี ${year} เป็นแบบนี้อยู่แล้วค่ะ`,
  draft: 'แผนยังเป็นฉบับร่าง เปิดใช้แล้วจึงจะเริ่มติดตามและเตือนค่ะ',
  open: 'แผนเปิดใช้อยู่แล้ว ติดตามตามรายการใหม่ได้เลยค่ะ',
  undoable: 'ยกเลิกการนำเข้าได้จนกว่าจะมีผู้รายงานข้อที่เพิ่มเข้ามานะคะ',
  undone: (year: number) => `ยกเลิกการนำเข้าแล้วค่ะ แผนปี ${year} กลับเป็นเหมือนก่อนนำเข้า`,
  undoneFirst: (year: number) => `ยกเลิกการนำเข้าแล้วค่ะ ปี ${year} ยังไม่มีแผน`,
  opened: (year: number) => `เปิดใช้แผนปี ${year} แล้วค่ะ น้องไอต้าจะเริ่มติดตามและเตือนตั้งแต่วันทำการถัดไป`,
  published: (year: number) => `เผยแพร่แผนปี ${year} แล้วค่ะ ประชาชนดูรายการมาตรการได้`,
  confirmation: (year: number) => `นำเข้าแผนปี ${year} แล้วค่ะ`,
  again: (at: Instant) => `นำเข้าครั้งนี้ไปแล้วเมื่อ ${momentWords(at)} ค่ะ`,
} as const;

/** Labels of buttons, at most 20 letters; what a press says is the same, with its year. */
export const IMPORT_LABEL = {
  confirm: 'ยืนยันนำเข้า',
  discard: 'ไม่นำเข้า',
  undo: 'ยกเลิกการนำเข้า',
  open: 'เปิดใช้แผน',
  publish: 'เผยแพร่แผน',
  findings: 'ดูข้อสังเกตทั้งหมด',
  year: (year: number) => yearWords(year),
} as const;
