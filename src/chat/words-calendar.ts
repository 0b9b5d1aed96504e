/** When the office is reminded, its holidays, and its ITA calendar of the year. */
import type { Day } from '../domain/calendar.ts';
import type { Holiday } from '../domain/event.ts';
import type { Policy } from '../domain/policy.ts';
import { clockTime, longDay, longMonth, shortDay } from '../thai/date.ts';

const days = (list: readonly number[]) => list.join(' ');

/** Each part of the policy as it is said, and as it is typed to set it (`policy-phrases.ts`). */
export const POLICY_SAID: { readonly [Key in keyof Policy]: (value: Policy[Key]) => string } = {
  before: (list) => `เตือนก่อนครบกำหนด ${days(list)} วัน`,
  after: (list) => (list.length === 0 ? 'ไม่เตือนหลังครบกำหนด' : `เตือนหลังครบกำหนด ${days(list)} วันทำการ`),
  report: (list) => (list.length === 0 ? 'ไม่เตือนก่อนวันประชุม' : `เตือนก่อนวันประชุม ${days(list)} วันทำการ`),
  from: (minute) => `เวลาเตือน ${clockTime(minute)}`,
  until: (minute) => `หยุดเตือนหลัง ${clockTime(minute)}`,
  grace: (list) => `แจ้งหัวหน้าเมื่อเงียบ ${days(list)} วันทำการ`,
  pause: (count) => `รอเมื่อรับทราบ ${count} วันทำการ`,
  summary: (when) => (when === 'before-meeting' ? 'สรุปก่อนวันประชุม' : 'สรุปวันทำการแรกของเดือน'),
  mentions: (on) => `${on ? 'เปิด' : 'ปิด'}การแท็กหัวหน้าในสรุป`,
  opening: (on) => `${on ? 'เปิด' : 'ปิด'}แจ้งเริ่มดำเนินการ`,
};

export const POLICY = {
  title: 'การแจ้งเตือนของหน่วยงานตอนนี้ค่ะ',
  change: 'เปลี่ยนได้โดยพิมพ์บรรทัดนั้นด้วยตัวเลขใหม่ เช่น "เตือนก่อน 14 7 1 0 วัน" หรือ "เวลาเตือน 9.00 น."',
  /** What a number means that the phrase does not tell. */
  grace: '(ถึงหัวหน้า ปลัด และนายก ตามลำดับ)',
  zero: '(0 = ในวันครบกำหนด)',
  set: (now: readonly string[]) => `ตั้งค่าแล้วค่ะ มีผลตั้งแต่การเตือนครั้งถัดไป\n${now.join('\n')}`,
  same: (now: readonly string[]) => `ตั้งไว้แบบนี้อยู่แล้วค่ะ\n${now.join('\n')}`,
  before: (old: readonly string[]) => `เดิม: ${old.join(', ')}`,
  kept: 'ตั้งค่าการแจ้งเตือนแล้ว',
  unclear: {
    days: 'ขอจำนวนวันเป็นตัวเลข เว้นวรรคระหว่างกันนะคะ เช่น "เตือนก่อน 30 14 7 3 1 0 วัน" ยังไม่ได้เปลี่ยนค่ะ',
    time: 'ขอเวลาแบบ 24 ชั่วโมงนะคะ เช่น "เวลาเตือน 8.45 น." ยังไม่ได้เปลี่ยนค่ะ',
    grace: 'ขอสามจำนวนนะคะ ถึงหัวหน้า ปลัด และนายก ตามลำดับ เช่น "แจ้งหัวหน้าเมื่อเงียบ 3 3 3 วันทำการ" ยังไม่ได้เปลี่ยนค่ะ',
  },
} as const;

const KIND: Readonly<Record<Holiday['kind'], string>> = {
  fixed: '',
  lunar: 'ตามจันทรคติ',
  announced: 'ตามประกาศ',
  substitute: '',
  cabinet: 'มติ ครม.',
  local: 'เฉพาะหน่วยงาน',
};

/** A day added by name is of this kind; any other is the office's own. */
export const KIND_NAMED: readonly (readonly [name: RegExp, kind: Holiday['kind']])[] = [
  [/พืชมงคล/, 'announced'],
  [/มติ|ครม/, 'cabinet'],
  [/ชดเชย/, 'substitute'],
];

export const HOLIDAYS = {
  title: (year: number) => `วันหยุดราชการ ปี ${year}`,
  confirmed: 'ตรวจกับประกาศแล้ว',
  unconfirmed: 'ยังไม่ได้ยืนยัน กรุณาตรวจกับประกาศ',
  proposed: 'ร่างตามปฏิทินจันทรคติ กรุณาตรวจกับประกาศ',
  alt: (year: number, count: number, state: string) => `วันหยุดราชการ ปี ${year} จำนวน ${count} วัน (${state})`,
  month: (month: string) => longMonth(month),
  /** `วันจันทร์ · มติ ครม.` */
  note: ({ day, kind }: Holiday) =>
    [longDay(day).replace(/ที่ .*$/, ''), KIND[kind]].filter(Boolean).join(' · '),
  rest: (count: number) => (count > 0 ? `และอีก ${count} วัน` : ''),
  source: (source: string) => `ที่มา: ${source}`,
  none: (year: number) =>
    `ยังไม่มีรายการวันหยุดปี ${year} และคำนวณล่วงหน้าให้ไม่ได้ค่ะ ระหว่างนี้จะเว้นเตือนเฉพาะวันเสาร์ อาทิตย์ และวันหยุดที่ตรงกันทุกปีนะคะ`,
  added: ({ day, name }: Pick<Holiday, 'day' | 'name'>) => `เพิ่มวันหยุดแล้วค่ะ ${shortDay(day)} ${name}`,
  removed: ({ day, name }: Pick<Holiday, 'day' | 'name'>) =>
    `ลบวันหยุดแล้วค่ะ ${shortDay(day)} ${name} เป็นวันทำการตามปกติ (ถ้าไม่ใช่วันเสาร์อาทิตย์)`,
  there: ({ day, name }: Pick<Holiday, 'day' | 'name'>) => `${shortDay(day)} เป็นวันหยุดอยู่แล้วค่ะ (${name})`,
  notThere: (day: Day) => `${shortDay(day)} ไม่ได้อยู่ในรายการวันหยุดค่ะ`,
  isConfirmed: (year: number) => `ยืนยันวันหยุดปี ${year} แล้วค่ะ`,
  isUnconfirmed: (year: number) => `วันหยุดปี ${year} กลับเป็นยังไม่ได้ยืนยันแล้วค่ะ`,
  /** What a list rests on once a coordinator vouches for it. */
  vouched: (day: Day) => `ผู้ประสานงาน ITA ตรวจกับประกาศแล้ว เมื่อ ${shortDay(day)}`,
  noPloughing: (year: number) =>
    `ในรายการยังไม่มีวันพืชมงคล เมื่อประกาศแล้วเพิ่มได้โดยพิมพ์ เช่น "เพิ่มวันหยุด 13 พ.ค. ${year} วันพืชมงคล"`,
  still: 'ปีนี้ยังไม่ได้ยืนยัน ตรวจกับประกาศแล้วกดยืนยันได้เลยนะคะ',
  yearFar: (year: number) => `ปี ${year} ใช่ไหมคะ น้องไอต้าตั้งปฏิทินได้เฉพาะปีที่แล้วถึงสองปีข้างหน้าค่ะ ยังไม่ได้บันทึกนะคะ`,
  nameUnclear: 'ขอชื่อวันหยุดต่อท้ายวันที่ด้วยนะคะ ไม่เกิน 60 ตัวอักษร เช่น "เพิ่มวันหยุด 16 เม.ย. 2569 วันไหล"',
} as const;

export const CALENDAR = {
  title: (year: number) => `ปฏิทิน ITA ปีงบประมาณ ${year}`,
  oit: (day: Day, confirmed: boolean) =>
    `• เผยแพร่ข้อมูล OIT ถึง ${shortDay(day)} ${confirmed ? '(ยืนยันแล้ว)' : '(ยังไม่ได้ยืนยัน)'}`,
  meetings: (list: readonly Day[]) =>
    list.length === 0 ? '• ยังไม่ได้กำหนดวันประชุมประจำเดือน' : `• ประชุมประจำเดือน ${list.map(shortDay).join(', ')}`,
  otherMonths: 'เดือนที่ไม่ได้กำหนด นับวันทำการสุดท้ายของเดือน',
  none: 'ยังไม่มีแผนที่ใช้งานอยู่ค่ะ ปฏิทิน ITA เริ่มเมื่อนำเข้าแผนนะคะ',
  change: 'เปลี่ยนได้โดยพิมพ์ เช่น "กำหนด OIT 30 เม.ย. 2569" "ประชุมวันที่ 25 ก.พ. 2569" "ประชุมทุกวันที่ 25"',
  oitSet: (year: number, day: Day) =>
    `กำหนดเผยแพร่ข้อมูล OIT ปี ${year} คือ ${shortDay(day)} (ยืนยันแล้ว) ค่ะ ข้อ O ทุกข้อครบกำหนดวันนั้นนะคะ`,
  meetingsSet: (list: readonly Day[]) => `วันประชุมประจำเดือน: ${list.map(shortDay).join(', ')} ค่ะ`,
  same: 'ตั้งไว้แบบนี้อยู่แล้วค่ะ',
  isOff: (list: readonly Day[]) => `(${list.map(shortDay).join(', ')} เป็นวันหยุด กรุณาตรวจอีกครั้งนะคะ)`,
  noMonthLeft: (year: number) => `ปีงบประมาณ ${year} ผ่านไปแล้วค่ะ ยังไม่ได้บันทึกนะคะ`,
  whichPlan: 'หมายถึงปีไหนคะ',
} as const;

/** What is typed to set or ask, as the phrases read it back. */
export const TYPED = {
  policy: 'ตั้งค่าแจ้งเตือน',
  reset: 'คืนค่าแจ้งเตือนเริ่มต้น',
  holidays: (year: number) => `วันหยุดปี ${year}`,
  confirm: (year: number) => `ยืนยันวันหยุดปี ${year}`,
  unconfirm: (year: number) => `ยกเลิกการยืนยันวันหยุดปี ${year}`,
  add: (day: Day, name: string) => `เพิ่มวันหยุด ${plainDay(day)} ${name}`.trim(),
  remove: (day: Day) => `ลบวันหยุด ${plainDay(day)}`,
  calendar: 'ปฏิทิน ITA',
  oitDue: (day: Day, year?: number) => `กำหนด OIT ${year === undefined ? '' : `ปี ${year} `}${plainDay(day)}`,
  confirmOit: (year: number) => `ยืนยันกำหนด OIT ปี ${year}`,
  meeting: (day: Day) => `ประชุมวันที่ ${plainDay(day)}`,
} as const;

/** `16 เมษายน 2569` */
function plainDay(day: Day): string {
  return longDay(day).replace(/^.*?ที่ /, '');
}

/** Labels of quick replies: at most 20 letters. */
export const CALENDAR_LABEL = {
  back: 'กลับเป็นแบบเดิม',
  undo: 'ยกเลิก',
  confirm: 'ยืนยัน',
  confirmOit: 'ยืนยันกำหนด OIT',
  confirmOitOf: (year: number) => `ยืนยัน OIT ปี ${year}`,
  policy: 'ตั้งค่าแจ้งเตือน',
  mentions: (on: boolean) => (on ? 'เปิดการแท็ก' : 'ปิดการแท็ก'),
  summary: { 'before-meeting': 'สรุปก่อนวันประชุม', 'first-working-day': 'สรุปวันทำการแรก' },
  reset: 'คืนค่าเริ่มต้น',
  calendar: 'ปฏิทิน ITA',
  holidays: 'วันหยุด',
  year: (year: number) => `ปี ${year}`,
  day: (day: Day) => shortDay(day),
} as const;

/** Which year is meant, or the date again. Nothing was kept. */
export const ASK_DATE = {
  year: (days: readonly Day[]) => `หมายถึง ${days.map(shortDay).join(' หรือ ')} คะ`,
  unclear: {
    'add-holiday': 'ขอวันที่ให้ครบวัน เดือน ปี นะคะ เช่น "เพิ่มวันหยุด 16 เม.ย. 2569 วันไหล" ทีละวันค่ะ',
    'remove-holiday': 'ขอวันที่ให้ครบวัน เดือน ปี นะคะ เช่น "ลบวันหยุด 16 เม.ย. 2569" ทีละวันค่ะ',
    'oit-due': 'ขอวันที่ให้ครบวัน เดือน ปี นะคะ เช่น "กำหนด OIT 30 เม.ย. 2569"',
    meeting: 'ขอวันที่ให้ครบวัน เดือน ปี นะคะ เช่น "ประชุมวันที่ 25 ก.พ. 2569" หรือทุกเดือน "ประชุมทุกวันที่ 25"',
  },
} as const;
