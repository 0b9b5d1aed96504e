/** Documents of the invented office, as a coordinator would have them. */
import { type Rows, wordFile, workbook } from '../support/office-files.ts';

export const OFFICE = 'องค์การบริหารส่วนตำบลดอนตะวัน อำเภอทุ่งสมมุติ จังหวัดตัวอย่าง';
export const titleOf = (year: number) => `แผนส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ${year}`;
const HEADER = ['ลำดับ', 'มาตรการ', 'วิธีการดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลา', 'ผลการดำเนินการ'];

/** Number, title, how, who, when, how it stands. */
export type Row = readonly [string, string, string, string, string, string];

export const FIRST: readonly Row[] = [
  ['1', 'จัดทำคู่มือการให้บริการประชาชน', 'ประชุมคณะทำงาน', 'สำนักปลัด', 'ตุลาคม 2569 - มีนาคม 2570', ''],
  ['2', 'เผยแพร่แผนการจัดซื้อจัดจ้างบนเว็บไซต์', 'ประกาศทางเว็บไซต์', 'กองคลัง', 'ตุลาคม 2569 - ธันวาคม 2569', ''],
  ['3', 'อบรมจริยธรรมเจ้าหน้าที่ทุกระดับ', 'จัดอบรม', 'สำนักปลัด', 'ปีงบประมาณ 2570', ''],
  ['4', 'เพิ่มช่องทางแจ้งเรื่องร้องเรียนการทุจริต', 'เปิดช่องทางออนไลน์', 'กองช่าง', 'ปีงบประมาณ 2570', ''],
];

/** One goes, one comes, one is worded otherwise, one has another owner, one says how it stands. */
export const SECOND: readonly Row[] = [
  [
    '1',
    'จัดทำคู่มือการให้บริการประชาชน',
    'ประชุมคณะทำงาน',
    'สำนักปลัด',
    'ตุลาคม 2569 - มีนาคม 2570',
    'อยู่ระหว่างดำเนินการ',
  ],
  ['2', 'เผยแพร่แผนการจัดซื้อจัดจ้างบนเว็บไซต์', 'ประกาศทางเว็บไซต์', 'กองช่าง', 'ตุลาคม 2569 - ธันวาคม 2569', ''],
  ['3', 'อบรมจริยธรรมเจ้าหน้าที่ทุกคน', 'จัดอบรม', 'สำนักปลัด', 'ปีงบประมาณ 2570', ''],
  ['4', 'ทบทวนการใช้รถยนต์ส่วนกลาง', 'ออกระเบียบ', 'สำนักปลัด', 'ปีงบประมาณ 2570', ''],
];

export function wordPlan(rows: readonly Row[], year = 2570): Uint8Array {
  return wordFile([titleOf(year), OFFICE, [HEADER, ...rows] as Rows]);
}

export function excelPlan(rows: readonly Row[], year = 2570): Promise<Uint8Array> {
  return workbook([{ name: 'แผน', rows: [[titleOf(year)], [OFFICE], [], HEADER, ...rows] }]);
}
