/** Why something was not done, kindly, and who can or what helps. */
import type { Day, Instant } from '../domain/calendar.ts';
import type { Status } from '../domain/event.ts';
import { shortDay } from '../thai/date.ts';
import { HELP_JOIN, HELP_JOIN_PRIVATELY, momentWords, STATUS } from './words.ts';

export const REFUSED = {
  notAMember: (inGroup: boolean) =>
    `รายการนี้แจ้งได้เฉพาะเจ้าหน้าที่ที่ลงทะเบียนแล้วค่ะ\n${inGroup ? HELP_JOIN_PRIVATELY : HELP_JOIN}`,
  notPermitted: (who: string) => `รายการนี้ทำได้เฉพาะ${who} ค่ะ`,
  nobodys: (name: string) => `${name} ยังไม่มีส่วนราชการรับผิดชอบ แจ้งผู้ประสานงาน ITA ได้เลยค่ะ`,
  notYours: (name: string, owners: string) =>
    `${name} เป็นของ${owners} แจ้งได้เฉพาะเจ้าหน้าที่ของส่วนราชการนั้นหรือผู้ประสานงาน ITA ค่ะ`,
  noSuchItem: 'ไม่พบข้อนี้ในแผนที่เปิดใช้งานค่ะ ลองตรวจสอบเลขข้ออีกครั้งนะคะ',
  draft: (year: number) => `แผนปี ${year} ยังเป็นฉบับร่าง จึงยังแก้ไขรายการของแผนนี้ไม่ได้ค่ะ`,
  closed: (year: number) => `แผนปี ${year} ปิดแล้ว จึงแก้ไขรายการของแผนนี้ไม่ได้ค่ะ`,
  stale: (name: string, present: Status) => `${name} เป็น "${STATUS[present]}" แล้วค่ะ`,
  nothingToUndo: 'ไม่พบรายการของคุณที่ยกเลิกได้ค่ะ',
  tooLateToUndo: (at: Instant) =>
    `รายการเมื่อ ${momentWords(at)} เกิน 24 ชั่วโมงแล้ว จึงยกเลิกไม่ได้ค่ะ หากข้อมูลเปลี่ยนไป แจ้งใหม่ได้เลยนะคะ`,
  changedSince: (name: string, by: string, at: Instant) =>
    `${name} มีรายการใหม่โดย ${by} เมื่อ ${momentWords(at)} จึงยกเลิกไม่ได้ค่ะ`,
  nothingToCorrect: (name: string) => `ไม่พบรายงาน ${name} ของคุณในแชตนี้ภายใน 24 ชั่วโมง จึงแก้ให้ไม่ได้ค่ะ`,
  alreadyDone: (name: string) =>
    `${name} แจ้งแล้วเสร็จแล้ว จึงไม่มีกำหนดที่ต้องเลื่อนค่ะ หากยังไม่เสร็จ แจ้ง "${name} กำลังทำ" ก่อนนะคะ`,
  noDue: (name: string) => `${name} ยังไม่ได้กำหนดวันไว้ จึงไม่มีวันให้เลื่อนค่ะ แจ้งผู้ประสานงาน ITA เพื่อกำหนดวันได้นะคะ`,
  notLater: (name: string, due: Day) =>
    `${name} กำหนด ${shortDay(due)} อยู่แล้วค่ะ วันที่ขอต้องอยู่หลังวันนั้นนะคะ ยังไม่ได้บันทึกค่ะ`,
  dayPast: (day: Day) => `วันที่ ${shortDay(day)} ผ่านไปแล้วค่ะ รบกวนพิมพ์วันใหม่อีกครั้งนะคะ`,
  tooFar: (last: Day) => `ขอขยายเวลาได้ไม่เกิน ${shortDay(last)} ค่ะ รบกวนตรวจสอบวันที่แล้วพิมพ์ใหม่นะคะ ยังไม่ได้บันทึกค่ะ`,
  notAnAddress: 'ลิงก์นี้บันทึกเป็นหลักฐานไม่ได้ค่ะ รบกวนส่งลิงก์ที่ขึ้นต้นด้วย https:// ไม่มีเว้นวรรค และยาวไม่เกิน 2,000 ตัวอักษรนะคะ',
  notReminded: (name: string) =>
    `ไม่มีการเตือน ${name} ถึงคุณ จึงไม่มีอะไรให้เลื่อนค่ะ น้องไอต้าเตือนเฉพาะผู้รับผิดชอบของข้อนั้นนะคะ`,
  /** Asked about, not acted on: a year whose plan is not open. */
  notInPlan: (year: number) => `ไม่พบข้อนี้ในแผนปี ${year} ค่ะ ลองตรวจสอบเลขข้ออีกครั้งนะคะ`,
  draftAsked: (year: number) => `แผนปี ${year} ยังเป็นฉบับร่าง จึงยังไม่มีข้อมูลให้ดูค่ะ`,
  noPlanOf: (year: number) => `ยังไม่มีแผนปี ${year} ในระบบค่ะ`,
  nothingReminded: 'ไม่มีข้อที่เตือนค้างไว้ค่ะ หากต้องการเลื่อนเตือนข้อใด พิมพ์เช่น "เลื่อนเตือน O12 เป็นพรุ่งนี้" ได้เลยนะคะ',
  snoozeDay: (first: Day, last: Day) =>
    `เลื่อนเตือนได้ตั้งแต่ ${shortDay(first)} ถึง ${shortDay(last)} ค่ะ รบกวนเลือกวันในช่วงนี้นะคะ`,
  withdrawn: (name: string) => `${name} ไม่อยู่ในแผนแล้วค่ะ (เอกสารฉบับล่าสุดไม่มีข้อนี้)`,
  planMoved: (year: number) => `แผนปี ${year} มีการเปลี่ยนแปลงหลังทำตัวอย่างค่ะ ยังไม่ได้บันทึก ส่งไฟล์อีกครั้งได้เลยนะคะ`,
  unsettled: (doubts: number) => `ยังมีอีก ${doubts} ข้อที่ต้องตอบก่อนยืนยันค่ะ`,
  noSuchImport: 'ไม่พบการนำเข้าครั้งนี้ค่ะ',
  notNewestImport: (at: Instant) =>
    `มีการนำเข้าที่ใหม่กว่าเมื่อ ${momentWords(at)} จึงยกเลิกครั้งนี้ไม่ได้ค่ะ ต้องยกเลิกครั้งล่าสุดก่อนนะคะ`,
  importBuiltOn: (year: number) =>
    `แผนปี ${year} รับรายการข้อ O มาใช้หลังการนำเข้าแล้ว จึงยกเลิกการนำเข้าไม่ได้ค่ะ ส่งไฟล์ที่ถูกต้องมาแก้แทนได้นะคะ`,
  listUnclear: 'รายการข้อ O ต้องมีเลขข้อไม่ซ้ำกัน มีชื่อทุกข้อ และระบุที่มาค่ะ ยังไม่ได้บันทึกนะคะ',
  noSuchPlan: (year: number) => `ไม่พบแผนปี ${year} ค่ะ`,
  noSuchDivision: (code: string) => `หน่วยงานไม่มีส่วนราชการ "${code}" แล้วค่ะ ส่งไฟล์อีกครั้งได้เลยนะคะ`,
  listExists: (list: number) => `ระบบใช้รายการข้อ O ของปี ${list} อยู่แล้วค่ะ`,
  codeUnknown: 'ไม่พบรหัสนี้ค่ะ ลองตรวจสอบตัวอักษรอีกครั้ง หรือขอรหัสใหม่จากผู้ประสานงาน ITA นะคะ',
  codeUsed: 'รหัสนี้ถูกใช้ไปแล้วค่ะ กรุณาขอรหัสใหม่จากผู้ประสานงาน ITA นะคะ',
  codeExpired: 'รหัสนี้หมดอายุแล้วค่ะ กรุณาขอรหัสใหม่จากผู้ประสานงาน ITA นะคะ',
  noSuchRequest: 'ไม่พบคำขอลงทะเบียนนี้แล้วค่ะ อาจอนุมัติหรือยกเลิกไปแล้วนะคะ',
  noSuchPerson: 'ไม่พบเจ้าหน้าที่คนนี้ในระบบค่ะ ลองตรวจสอบชื่ออีกครั้งนะคะ',
  notInDivision: (name: string, division: string) => `${name} ไม่ได้อยู่ใน${division}ค่ะ ยังไม่ได้บันทึกนะคะ`,
  notYourDivision: (division: string) =>
    `เรื่องของ${division} ทำได้เฉพาะหัวหน้าส่วนราชการนั้นหรือผู้ประสานงาน ITA ค่ะ ยังไม่ได้บันทึกนะคะ`,
  readsOnly: (name: string) => `${name} ไม่ได้สังกัดส่วนราชการใด (ผู้บริหารดูได้ทุกข้อแต่ไม่รายงาน) จึงมอบหมายงานให้ไม่ได้ค่ะ`,
  lastCoordinator: 'ต้องมีผู้ประสานงาน ITA อย่างน้อยหนึ่งคนค่ะ กรุณาเพิ่มผู้ประสานงานคนใหม่ก่อนนะคะ',
  noSuchActing: 'ไม่พบการรักษาราชการแทนนี้แล้วค่ะ',
  spanWrong: 'ช่วงวันที่ไม่ถูกต้องค่ะ วันสิ้นสุดต้องไม่อยู่ก่อนวันเริ่ม ไม่ผ่านไปแล้ว และไม่เกินหนึ่งปีนะคะ ยังไม่ได้บันทึกค่ะ',
  samePerson: 'ต้องเป็นคนละคนกันค่ะ ยังไม่ได้บันทึกนะคะ',
  nothingToHandOver: (name: string) => `${name} ไม่มีงานที่ยังไม่เสร็จให้โอนค่ะ`,
  noSuchExtension: 'ไม่พบคำขอขยายเวลานี้แล้วค่ะ ผู้ขออาจยกเลิกไปแล้วนะคะ',
  decidedAlready: (name: string, granted: boolean) =>
    `คำขอขยายเวลาของ ${name} ${granted ? 'อนุมัติ' : 'ไม่อนุมัติ'}ไปแล้วค่ะ`,
  ownRequest: 'เป็นคำขอของคุณเองค่ะ ผู้ประสานงาน ITA จะเป็นผู้พิจารณานะคะ',
  policyWrong: {
    order: 'จำนวนวันที่จะเตือนต้องไม่ซ้ำกันค่ะ ยังไม่ได้บันทึกนะคะ',
    hours: 'เวลาเริ่มเตือนต้องอยู่ก่อนเวลาหยุดเตือนค่ะ ยังไม่ได้บันทึกนะคะ',
    'nothing-left': 'ต้องเตือนอย่างน้อยหนึ่งครั้งก่อนหรือในวันครบกำหนดค่ะ ยังไม่ได้บันทึกนะคะ',
  },
  holidayWrong: (day: Day) => `วันหยุด ${shortDay(day)} ซ้ำกันหรือไม่ใช่วันของปีที่ระบุค่ะ ยังไม่ได้บันทึกนะคะ`,
  oitDueWrong: (year: number) =>
    `วันสิ้นสุดการเผยแพร่ข้อมูล OIT ของปี ${year} ต้องอยู่ในปีงบประมาณนั้นหรือสามเดือนถัดไปค่ะ ยังไม่ได้บันทึกนะคะ`,
  other: 'ขออภัยค่ะ ทำรายการนี้ไม่ได้',
} as const;

export const THIS_ITEM = 'ข้อนี้';
export const OR = ' หรือ ';
