/** Words of the buttons: what they are labelled, and what a press says. */

/** What a press says for the person; it must mean to `understand` what the button does (tested). */
export const SAY = {
  call: 'บอท',
  detail: 'ดูรายละเอียด',
  responsible: 'ใครรับผิดชอบ',
  give: 'ส่งหลักฐาน',
  extension: 'ขอขยาย',
  later: 'ขอขยายเวลา',
  snooze: 'เลื่อนเตือน',
  acknowledge: 'รับทราบ',
  undo: 'ยกเลิก',
  missing: 'ขาดข้อไหนบ้าง',
  progress: 'ภาพรวม',
  divisions: 'แต่ละกองคืบหน้าถึงไหน',
  due: 'มีข้อไหนครบกำหนด',
  near: 'มีข้อไหนใกล้ครบกำหนด',
  overdue: 'มีข้อไหนเลยกำหนด',
  score: 'ผลคะแนน ITA',
  summary: 'สรุปเดือน',
  measures: 'ดูมาตรการทั้งหมด',
  help: 'วิธีใช้งาน',
} as const;

/** Labels of buttons and quick replies; at most 20 letters, as quick replies have. */
export const LABEL = {
  detail: 'ดูรายละเอียด',
  missing: 'ขาดข้อไหนบ้าง',
  mine: 'งานของฉัน',
  progress: 'ภาพรวม',
  divisions: 'แต่ละส่วนราชการ',
  near: 'ใกล้ครบกำหนด',
  overdue: 'เลยกำหนด',
  score: 'ผลคะแนน ITA',
  summaryNow: 'สรุปเดือนนี้',
  measures: 'ดูมาตรการ',
  help: 'วิธีใช้งาน',
  give: 'ให้หลักฐาน',
  later: 'ขอขยายเวลา',
  finish: 'แจ้งเสร็จ',
  acknowledge: 'รับทราบ',
  snoozeTomorrow: 'เตือนพรุ่งนี้',
  snoozeNextWeek: 'เตือนจันทร์หน้า',
  openAll: 'เปิดดูทั้งหมด',
  openItem: 'ดูประวัติทั้งหมด',
} as const;
