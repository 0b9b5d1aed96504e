/** What a column of a plan's tables may hold, and the words offices head it with. */
import { likeness } from './compare.ts';

export type Field =
  | 'number'
  | 'title'
  | 'approach'
  | 'methods'
  | 'responsible'
  | 'period'
  | 'start'
  | 'end'
  | 'followUp'
  | 'status'
  | 'notStarted'
  | 'inProgress'
  | 'done'
  | 'cancelled'
  | 'progress'
  | 'outcome'
  | 'indicator'
  | 'finding'
  | 'score'
  | 'meanScore'
  | 'publicScore'
  | 'surveyScore'
  | 'question'
  | 'itemId'
  | 'itemName'
  | 'requirements'
  | 'budget'
  | 'success'
  | 'risk'
  | 'evidence'
  | 'remark'
  | 'person'
  | 'position'
  | 'role'
  | `quarter${1 | 2 | 3 | 4}`
  | `month${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`;

/** The words of a title column, in any number and order. */
const TITLE_WORDS =
  '(?:ชื่อ|มาตรการ|แนวทาง|กิจกรรม|โครงการ|แผนงาน|ภารกิจ|งาน|การปฏิบัติการ|การปฏิบัติ|ปฏิบัติ|การดำเนินการ|การดำเนินงาน|ดำเนินการ|ดำเนินงาน|ส่งเสริมคุณธรรมและความโปร่งใส|ภายในหน่วยงาน|ในการ|เพื่อ|ขับเคลื่อน|พัฒนา|ปรับปรุง|ยกระดับ|แก้ไข|ที่|จะ|กำหนด|[/,()&+-]|และ|หรือ)';

/**
 * Squeezed header -> field, the first that fits. `^…$` where the word is also the beginning of an ordinary cell
 * (`มาตรการ` of `มาตรการป้องกันการรับสินบน`).
 */
const PATTERNS: readonly (readonly [RegExp, Field])[] = [
  [/^(?:ลำดับ(?:ที่|เลขที่)?|ลำดับมาตรการ|ที่|ข้อที่|no\.?|#)$/, 'number'],
  [
    /^ผู้(?:กำกับ|ติดตาม|ตรวจ|อนุมัติ|เสนอ|จัดทำ|รายงาน)|^(?:ผล|ส่วน)ต่าง|^เปรียบเทียบ|^ระดับ|^เกณฑ์|^รายละเอียด(?:ข้อ)?คำถาม/,
    'remark',
  ],
  [/^ไตรมาส(?:ที่)?\/?([1-4])$|^q([1-4])$/, 'quarter1'],
  [/^(?:ยังไม่|ไม่)(?:ได้|เริ่ม)?(?:ดำเนิน|ปฏิบัติ)(?:การ|งาน)?$|^ยังไม่เริ่ม$/, 'notStarted'],
  [/^(?:อยู่)?ระหว่าง(?:การ)?ดำเนิน(?:การ|งาน)$|^กำลังดำเนิน(?:การ|งาน)(?:อยู่)?$/, 'inProgress'],
  [/^(?:ดำเนิน(?:การ|งาน))?(?:แล้วเสร็จ|เสร็จแล้ว|เสร็จสิ้น)(?:แล้ว)?$|^ดำเนิน(?:การ|งาน)แล้ว$/, 'done'],
  [/^(?:ยกเลิก|ไม่ดำเนินการแล้ว)$/, 'cancelled'],
  [/^สถาน(?:ะ|การณ์|ภาพ)/, 'status'],
  [/^(?:ตัวชี้วัด(?:ความ|ผล)?(?:สำเร็จ|ผลิต)|(?:ค่า)?เป้าหมาย|ผลที่คาดว่าจะได้รับ|kpi)/, 'success'],
  [/^(?:คะแนน)?เฉลี่ย|^คะแนนเฉลี่ย|^ค่าเฉลี่ย/, 'meanScore'],
  [/eitpublic|eitส่วนที่1|^คะแนน\(?ส่วนที่1/, 'publicScore'],
  [/eitsurvey|eitส่วนที่2|^คะแนน\(?ส่วนที่2/, 'surveyScore'],
  [/^(?:ข้อ|ชื่อ|รหัส)?คำถาม$|^ข้อคำถาม/, 'question'],
  [/^(?:ผล)?คะแนน(?:การประเมิน|ita|\(ita\)|ที่ได้)*(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.?)?\d{2,4}$/, 'score'],
  [/^(?:ผล)?คะแนน(?:ที่ได้|รวม|ประเมิน|ita|การประเมิน|\(?ร้อยละ\)?)*$|^ค่าคะแนน$|^ร้อยละ$|^คะแนนปี/, 'score'],
  [/^(?:ประเด็น|ข้อบกพร่อง|จุดอ่อน|ผลการวิเคราะห์|ข้อค้นพบ|สภาพปัญหา|ผลวิเคราะห์)/, 'finding'],
  [
    /^(?:ผู้|หน่วยงาน|กอง|ส่วนงาน|ส่วนราชการ)?(?:ที่)?รับผิดชอบ(?:หลัก)?$|ผู้รับผิดชอบ|^ส่วนราชการ(?:เจ้าของเรื่อง)?$|^(?:สำนัก|กอง|ฝ่าย|ส่วน|หน่วยงาน)(?:\/(?:สำนัก|กอง|ฝ่าย|ส่วน|งาน|หน่วยงาน))+$|^(?:ผู้|หน่วย)ดำเนินการ$|^เจ้าของเรื่อง$|^เจ้าภาพ|^หน่วยงาน(?:เจ้าภาพ|หลัก)?$/,
    'responsible',
  ],
  [/^(?:วันที่|วัน)?(?:เริ่มต้น|เริ่ม|เริ่มดำเนินการ)$/, 'start'],
  [/^(?:วันที่|วัน)?(?:สิ้นสุด|แล้วเสร็จ|กำหนดแล้วเสร็จ|กำหนดเสร็จ)$/, 'end'],
  [/ระยะเวลา|^(?:ห้วง|ช่วง|กรอบ|กำหนด)เวลา|^ปฏิทิน|^(?:วันเดือนปี|วัน|เดือน|ปีงบประมาณ)(?:ที่ดำเนินการ)$/, 'period'],
  [
    /^(?:การ|วิธีการ|แนวทาง(?:การ)?)?(?:กำกับ)?(?:และ)?(?:การ)?(?:ติดตาม|กำกับติดตาม)|^(?:การ|กำหนดการ?|วัน|เดือนที่)รายงาน(?:ผล)?/,
    'followUp',
  ],
  [/^ความ(?:ก้าวหน้า|คืบหน้า)|^(?:สรุป)?(?:ผล|รายงานผล)(?:ของ)?(?:การ)?(?:ดำเนิน|ปฏิบัติ)/, 'progress'],
  [/^ผล(?:ลัพธ์|ผลิต)|ความสำเร็จในการ/, 'outcome'],
  [
    /^(?:ที่)?(?:ขั้นตอน|วิธี)(?:การ)?(?:$|[/]|และ|หรือ|ใน|ดำเนิน|ปฏิบัติ|จัดการ|ทำงาน|แก้ไข)|^รายละเอียด(?:การดำเนิน(?:การ|งาน)|กิจกรรม|มาตรการ)?$|^รายละเอียด(?:\/|และ)|^การดำเนิน(?:การ|งาน)$|^สิ่งที่(?:ต้อง)?ดำเนินการ/,
    'methods',
  ],
  [/^แนวทาง(?:ใน)?(?:การ)?(?:ยกระดับ|แก้ไข|ปรับปรุง|พัฒนา|(?:ดำเนิน|ปฏิบัติ)(?:การ|งาน)?$)/, 'approach'],
  [/^งบประมาณ(?:\(บาท\)|ที่ใช้|ที่ได้รับ)?$/, 'budget'],
  [/^(?:รหัส)?(?:ความ)?เสี่ยง|^รหัสเสี่ยง/, 'risk'],
  [/^(?:หลักฐาน|เอกสาร(?:หลักฐาน|อ้างอิง)|url|ลิงก์|link|แหล่งข้อมูล)/, 'evidence'],
  [/^(?:หมายเหตุ|ปัญหา|อุปสรรค|ข้อเสนอแนะ|ข้อคิดเห็น)/, 'remark'],
  [/^(?:ข้อ|รหัส|ข้อ?o|o|oit|ข้อoit|หัวข้อ?oit)$/, 'itemId'],
  [/^องค์ประกอบ/, 'requirements'],
  [/^(?:ข้อมูล|ชื่อข้อมูล|รายการข้อมูล|รายการ|ประเด็นการตรวจ|ข้อมูลที่เปิดเผย)$/, 'itemName'],
  [
    /^(?:(?:รายละเอียด|ชื่อ|ด้าน)?ตัวชี้วัด(?:ที่|ย่อย|ita)?(?:ของ)?(?:การ)?(?:ประเมิน|วัด)?(?:คุณธรรมและความโปร่งใส|ita|\(ita\))*|หัวข้อ(?:การ)?(?:ประเมิน)?)$/,
    'indicator',
  ],
  [/^ชื่อ-?(?:นาม)?สกุล$|^ชื่อ-สกุล/, 'person'],
  [/^ตำแหน่ง(?:ในคณะ(?:กรรมการ|ทำงาน))$/, 'role'],
  [/^ตำแหน่ง$/, 'position'],
  [/^หน้าที่(?:ในคณะ(?:กรรมการ|ทำงาน))?$/, 'role'],
  [/^(?:มาตรการ|โครงการ|กิจกรรม|แนวทาง)\/.{0,40}$/, 'title'],
  [new RegExp(`^(?:ชื่อ)?(?:มาตรการ|โครงการ|กิจกรรม|แผนงาน|แนวทาง(?:ปฏิบัติ|การดำเนิน))${TITLE_WORDS}*$`), 'title'],
];

/** Whole headers, to know one that a scanner damaged. */
const WHOLE: readonly (readonly [string, Field])[] = [
  ['มาตรการ', 'title'],
  ['ระยะเวลา', 'period'],
  ['ตัวชี้วัด', 'indicator'],
  ['มาตรการ/กิจกรรม', 'title'],
  ['มาตรการ/แนวทาง', 'title'],
  ['มาตรการ/แนวทางปฏิบัติ', 'title'],
  ['โครงการ/กิจกรรม', 'title'],
  ['แนวทางในการยกระดับการประเมิน', 'approach'],
  ['วิธีการดำเนินการ', 'methods'],
  ['ขั้นตอน/วิธีการปฏิบัติ', 'methods'],
  ['ขั้นตอนหรือวิธีการปฏิบัติ', 'methods'],
  ['ผู้รับผิดชอบ', 'responsible'],
  ['หน่วยงานที่รับผิดชอบ', 'responsible'],
  ['ระยะเวลาดำเนินการ', 'period'],
  ['ระยะเวลาในการดำเนินการ', 'period'],
  ['การติดตามผล', 'followUp'],
  ['การกำกับติดตาม', 'followUp'],
  ['วิธีการติดตามและรายงาน', 'followUp'],
  ['สถานการณ์ดำเนินงาน', 'status'],
  ['ความก้าวหน้าและผลการดำเนินการ', 'progress'],
  ['สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม', 'progress'],
  ['ผลลัพธ์หรือความสำเร็จในการดำเนินการ', 'outcome'],
  ['ตัวชี้วัดของการประเมินita', 'indicator'],
  ['รายละเอียดตัวชี้วัด', 'indicator'],
  ['ประเด็นที่ต้องแก้ไข/ปรับปรุง', 'finding'],
  ['องค์ประกอบด้านข้อมูล', 'requirements'],
  ['คะแนนเฉลี่ย', 'meanScore'],
  ['ยังไม่ดำเนินงาน', 'notStarted'],
  ['ยังไม่ได้ดำเนินการ', 'notStarted'],
  ['อยู่ระหว่างดำเนินงาน', 'inProgress'],
  ['ดำเนินงานเสร็จแล้ว', 'done'],
];

const MONTHS: readonly RegExp[] = [
  'มกราคม|ม\\.?ค',
  'กุมภาพันธ์|ก\\.?พ',
  'มีนาคม|มี\\.?ค',
  'เมษายน|เม\\.?ย',
  'พฤษภาคม|พ\\.?ค',
  'มิถุนายน|มิ\\.?ย',
  'กรกฎาคม|ก\\.?ค',
  'สิงหาคม|ส\\.?ค',
  'กันยายน|ก\\.?ย',
  'ตุลาคม|ต\\.?ค',
  'พฤศจิกายน|พ\\.?ย',
  'ธันวาคม|ธ\\.?ค',
].map((names) => new RegExp(`^(?:${names})\\.?(?:\\d{2}|\\d{4})?$`));

const LONGEST_HEADER = 70;
const LEAST_LIKE = 0.66;

export interface Heading {
  readonly field: Field;
  /** The words are not quite those any office writes: read through damage. */
  readonly damaged: boolean;
}

/** The field a header names; `squeezed` by `compare.ts`. */
export function headingOf(squeezed: string): Heading | null {
  if (squeezed === '' || squeezed.length > LONGEST_HEADER) return null;
  for (const [pattern, field] of PATTERNS) {
    const found = pattern.exec(squeezed);
    if (found === null) continue;
    const quarter = found[1] ?? found[2];
    return { field: field === 'quarter1' ? quarterOf(quarter) : field, damaged: false };
  }
  const month = MONTHS.findIndex((names) => names.test(squeezed));
  if (month >= 0) return { field: MONTH_FIELDS[month] ?? 'month1', damaged: false };
  return damagedHeading(squeezed);
}

function damagedHeading(squeezed: string): Heading | null {
  if (squeezed.length < 6) return null;
  let best: { field: Field; like: number } | null = null;
  for (const [words, field] of WHOLE) {
    const like = likeness(squeezed, words);
    // A short word must be all but one letter the same.
    const least = Math.min(squeezed.length, words.length) < 8 ? 0.8 : LEAST_LIKE;
    if (like >= least && (best === null || like > best.like)) best = { field, like };
  }
  return best === null ? null : { field: best.field, damaged: true };
}

const MONTH_FIELDS = [
  'month1',
  'month2',
  'month3',
  'month4',
  'month5',
  'month6',
  'month7',
  'month8',
  'month9',
  'month10',
  'month11',
  'month12',
] as const satisfies readonly Field[];

function quarterOf(digit: string | undefined): Field {
  switch (digit) {
    case '2':
      return 'quarter2';
    case '3':
      return 'quarter3';
    case '4':
      return 'quarter4';
    default:
      return 'quarter1';
  }
}

/** The number of a `quarterN` or `monthN` column, else null. */
export function spanOf(
  field: Field | null,
): { readonly kind: 'quarter' | 'month'; readonly n: number } | null {
  const found = /^(quarter|month)(\d+)$/.exec(field ?? '');
  if (found === null) return null;
  return { kind: found[1] === 'quarter' ? 'quarter' : 'month', n: Number(found[2]) };
}
