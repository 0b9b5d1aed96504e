/** Why something in a plan's document is doubtful, in a few words each. */
import type { Finding } from '../domain/draft.ts';

/** What the plan finds in a draft. */
export const FOUND: Readonly<Record<Finding['kind'], string>> = {
  'no-date': 'ไม่มีวันแล้วเสร็จ ติดตามได้แต่ยังเตือนไม่ได้',
  'no-report-date': 'ให้รายงานผล แต่ไม่บอกว่าเมื่อไร',
  'no-number': 'ไม่มีเลขข้อ จึงใส่เลขให้',
  'unknown-division': 'ไม่มีส่วนราชการชื่อนี้ในหน่วยงาน',
  'no-division': 'ไม่มีผู้รับผิดชอบ จะเป็นของผู้ประสานงาน ITA ก่อน',
  'double-number': 'เลขข้อซ้ำ จึงใช้เลขถัดไปที่ว่าง',
  'no-catalogue': 'ยังไม่มีรายการข้อ O ของปีนี้ ติดตามได้เฉพาะมาตรการ',
  'not-in-catalogue': 'ไม่อยู่ในรายการข้อ O ของปีนี้ จึงไม่นำเข้า',
  'other-list': 'ชื่อไม่ตรงกับข้อ O ของปีนี้ อาจเป็นรายการของปีอื่น จึงไม่นำเข้า',
  'indicator-plans': 'มีแผนรายตัวชี้วัดในเอกสาร ซึ่งไม่ได้ติดตามเป็นรายข้อ',
  'other-agency': 'เอกสารเป็นของหน่วยงานอื่น',
  'no-measures': 'เอกสารไม่มีมาตรการ มาตรการเดิมยังอยู่',
  'not-stated': 'เอกสารไม่ได้ระบุ จึงคงค่าเดิมไว้',
  'status-differs': 'สถานะในเอกสารต่างจากที่แจ้งในแชต คงตามที่แจ้งไว้',
  'period-not-shifted': 'ระยะเวลาไม่อยู่ในปีเดิมทั้งหมด จึงยังไม่ได้ตั้งวันใหม่',
  'report-not-shifted': 'กำหนดรายงานไม่อยู่ในปีเดิมทั้งหมด จึงยังไม่ได้ตั้งใหม่',
  'no-name': 'ไม่มีชื่อข้อ จึงเว้นไว้',
  'number-gap': 'เลขข้อก่อนหน้านี้ขาดหายไป',
  'no-assessment-year': 'มีคะแนนแต่ไม่บอกปี จึงไม่นำเข้าคะแนน',
  'no-total': 'ไม่มีคะแนนรวม จึงไม่นำเข้าคะแนน',
  'not-a-score': 'ไม่ใช่คะแนน 0–100 จึงเว้นไว้',
  'instrument-contradicts': 'คะแนนไม่ตรงกับค่าเฉลี่ยของตัวชี้วัด บันทึกตามเอกสาร',
  'total-contradicts': 'คะแนนรวมไม่ตรงกับน้ำหนัก IIT EIT OIT บันทึกตามเอกสาร',
  'level-contradicts': 'ระดับไม่ตรงกับคะแนนตามเกณฑ์ บันทึกตามเอกสาร',
};

/** What the reader was not sure of, by its own word for it. */
export const READER_FOUND: Readonly<Record<string, string>> = {
  'garbled-score': 'คะแนนอ่านไม่ออก',
  'score-out-of-range': 'คะแนนเกินช่วง 0–100',
  'scores-disagree': 'คะแนนสองแห่งไม่ตรงกัน',
  'level-disagrees': 'ระดับไม่ตรงกับคะแนน',
  'zero-for-letter-o': 'อาจเป็นเลข 0 แทนตัว O',
  'foreign-letter': 'มีตัวอักษรแปลกปลอม',
  'impossible-spelling': 'สะกดผิดปกติ',
  'near-official-word': 'คล้ายคำราชการ แต่สะกดต่าง',
  'copies-differ': 'ข้อเดียวกันพิมพ์สองครั้งไม่เหมือนกัน',
  'corrupt-header': 'หัวตารางเสียหาย',
  'unknown-header': 'หัวตารางไม่รู้จัก',
  'unknown-column': 'คอลัมน์ไม่รู้จัก',
  'unknown-table': 'ตารางไม่รู้จัก ไม่ได้อ่าน',
  'column-by-content': 'ดูชนิดคอลัมน์จากเนื้อหา',
  'approach-as-measure': 'อ่านแนวทางรายตัวชี้วัดเป็นมาตรการ',
  'row-cut-by-page': 'แถวถูกตัดด้วยการขึ้นหน้าใหม่',
  'row-shifted': 'ช่องในแถวเลื่อน',
  'row-without-details': 'แถวไม่มีรายละเอียด',
  'unknown-indicator': 'ไม่รู้จักตัวชี้วัดนี้',
  'indicator-by-number': 'ดูตัวชี้วัดจากเลขข้อ',
  'unclear-period': 'ระยะเวลาไม่ชัด',
  'no-start': 'ไม่บอกวันเริ่ม',
  'no-year': 'ไม่บอกปี',
  'misspelt-month': 'ชื่อเดือนสะกดผิด',
  'impossible-date': 'ไม่มีวันที่นี้',
  'ends-before-start': 'วันสิ้นสุดมาก่อนวันเริ่ม',
  'outside-plan-year': 'อยู่นอกปีของแผน',
  'unclear-follow-up': 'การติดตามผลไม่ชัด',
  'unknown-division': 'ไม่รู้จักส่วนราชการนี้',
  'not-a-division': 'ไม่ใช่ชื่อส่วนราชการ',
  'no-division': 'ไม่มีผู้รับผิดชอบ',
  'unclear-status': 'สถานะไม่ชัด จึงเว้นไว้',
  'status-by-position': 'ดูสถานะจากตำแหน่งเครื่องหมาย',
  'item-name-differs': 'ชื่อข้อ O ต่างจากรายการของปี',
  'item-twice': 'ข้อนี้มีสองครั้ง',
  'number-twice': 'เลขข้อซ้ำ',
  'number-missing': 'ไม่มีเลขข้อ',
  'years-disagree': 'ปีในเอกสารไม่ตรงกัน',
  'year-unknown': 'ไม่ทราบปี',
  'agency-unclear': 'ชื่อหน่วยงานไม่ชัด',
  'place-unclear': 'ที่ตั้งหน่วยงานไม่ชัด',
  'undecodable-text': 'มีตัวอักษรที่ถอดรหัสไม่ได้',
  cancelled: 'เอกสารว่ายกเลิก ยังไม่มีสถานะให้',
};

export const UNCLEAR = 'อ่านไม่ชัด';

export function readAs(read: string): string {
  return `อ่านได้ "${read}"`;
}

export function maybe(what: string): string {
  return `อาจเป็น "${what}"`;
}

/** Where it stands: a line of text, or a row of a sheet. */
export function lineWords(line: number): string {
  return `แถว ${line}`;
}
