/** The menus: what stands on each field, and what a press says for the person (`understand` and the phrases read it). */

export const MENU_WORDS = {
  /** What people type for the menu: on a PC LINE shows none (`docs/line-platform.md` §2.6). */
  asked: 'เมนู',
  title: 'เมนูน้องไอต้า',
  hint: 'กดเลือกหรือพิมพ์ตามนี้ได้เลยค่ะ',
  hintInGroup: 'ในกลุ่ม เรียก "บอท" นำหน้านะคะ',
  bar: 'เมนู ITA',
  call: 'บอท',
} as const;

/** Label on the field, and what is said. */
export const MENU_CHOICE = {
  mine: { label: 'งานของกองฉัน', say: 'งานของกองฉัน' },
  near: { label: 'ใกล้ครบกำหนด', say: 'มีข้อไหนใกล้ครบกำหนด' },
  overdue: { label: 'เลยกำหนด', say: 'มีข้อไหนเลยกำหนด' },
  missing: { label: 'ขาดข้อไหนบ้าง', say: 'ขาดข้อไหนบ้าง' },
  progress: { label: 'ภาพรวม', say: 'ภาพรวม' },
  divisions: { label: 'แต่ละส่วนราชการ', say: 'แต่ละกองคืบหน้าถึงไหน' },
  summary: { label: 'สรุปเดือนนี้', say: 'สรุปเดือนนี้' },
  score: { label: 'ผลคะแนน ITA', say: 'ผลคะแนน ITA' },
  extensions: { label: 'คำขอขยายเวลา', say: 'คำขอขยายเวลา' },
  matters: { label: 'เรื่องค้าง', say: 'เรื่องค้าง' },
  waiting: { label: 'คนรออนุมัติ', say: 'คนรออนุมัติ' },
  measures: { label: 'มาตรการที่เผยแพร่', say: 'มาตรการ' },
  contact: { label: 'ติดต่อหน่วยงาน', say: 'ติดต่อ' },
  help: { label: 'วิธีใช้', say: 'วิธีใช้' },
} as const;
