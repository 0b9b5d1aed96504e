/**
 * Words of dates, for an official to proofread (`docs/understanding.md` §10). Words are divided by spaces; `_` is a space
 * within one.
 */

/** Full, short and cut names of the months, as written and as mistyped; January first. */
export const MONTH_NAMES: readonly string[] = [
  'มกราคม มกรา มกราฯ ม.ค. ม.ค january jan',
  'กุมภาพันธ์ กุมภาพัน กุมภา กุมพา กุมภาฯ ก.พ. ก.พ february feb',
  'มีนาคม มีนา มีนาฯ มี.ค. มี.ค march mar',
  'เมษายน เมษา เมษาฯ เม.ย. เม.ย april apr',
  'พฤษภาคม พฤษภา พฤษภาฯ พ.ค. พ.ค may',
  'มิถุนายน มิถุนา มิถุนาฯ มิ.ย. มิ.ย june jun',
  'กรกฎาคม กรกฏาคม กรกฎา กรกฏา กรกฎาฯ ก.ค. ก.ค july jul',
  'สิงหาคม สิงหา สิงหาฯ ส.ค. ส.ค august aug',
  'กันยายน กันยา กันยาฯ ก.ย. ก.ย september sep sept',
  'ตุลาคม ตุลา ตุลาฯ ต.ค. ต.ค october oct',
  'พฤศจิกายน พฤศจิกา พฤษจิกา พฤศจิ พฤศจิกาฯ พ.ย. พ.ย november nov',
  'ธันวาคม ธันวา ธันวาฯ ธ.ค. ธ.ค december dec',
];

/** Without dots they are months only behind a number, or behind เดือน, สิ้น, กลาง, ต้น: กค is กองคลัง as well. */
export const MONTHS_WITHOUT_DOTS: readonly string[] = [
  'มค',
  'กพ',
  'มีค',
  'เมย',
  'พค',
  'มิย',
  'กค',
  'สค',
  'กย',
  'ตค',
  'พย',
  'ธค',
];

/** Sunday first. อาทิตย์ alone is a week; only วันอาทิตย์ is the day. */
export const WEEKDAY_NAMES: readonly string[] = [
  'วันอาทิตย์ วันอาทิต วันทิตย์ sunday',
  'จันทร์ วันจันทร์ จันท์ วันจันท์ จันทร วันจันทร monday mon',
  'อังคาร วันอังคาร อังคาน วันอังคาน tuesday tue',
  'พุธ วันพุธ พุท วันพุท wednesday wed',
  'พฤหัสบดี วันพฤหัสบดี พฤหัส วันพฤหัส พฤหัสฯ วันพฤหัสฯ พฤหัด พรึหัส thursday thu',
  'ศุกร์ วันศุกร์ สุกร์ วันสุกร์ ศุกร วันศุกร ศุข วันศุข friday fri',
  'เสาร์ วันเสาร์ วันเสา saturday sat',
];

/** Days from today. */
export const DAYS_FROM_TODAY: readonly (readonly [days: number, words: string])[] = [
  [0, 'วันนี้ วันนี่ วันเน้ มื้อนี้ มื่อนี้ today ภายในวันนี้'],
  // มื้ออื่น Isan, วันพูก North, ต่อเช้า South.
  [
    1,
    'พรุ่งนี้ วันพรุ่งนี้ พรุ่งนี่ พรุงนี้ พุ่งนี้ พุงนี้ พรุ้งนี้ พุ้งนี้ พรุ่งเน้ พน. ปุ๊กนี้ มื้ออื่น มื่ออื่น วันพูก วันพรุ่ง ต่อเช้า วันรุ่งขึ้น tomorrow tmr tmrw',
  ],
  [2, 'มะรืน มะรืนนี้ มะรื่น มะรื่นนี้ วันมะรืน วันมะรืนนี้ มะลืน มื้อฮือ วันฮือ'],
  [3, 'มะเรื่อง มะเรื่องนี้'],
];

export const DATE_WORDS: Readonly<Record<string, string>> = {
  unitDay: 'วัน มื้อ day days',
  dayThe: 'วันที่',
  unitWeek: 'อาทิตย์ สัปดาห์ สัปดา อาทิต อาทิด สัปดาน์ วีค week weeks',
  unitMonth: 'เดือน month months',
  unitYear: 'ปี year',
  fiscal: 'ปีงบประมาณ ปีงบ ปีงบฯ ปีงปม.',
  quarter: 'ไตรมาส ไตรมาศ ไตรมาสที่ q quarter',
  this: 'นี้ นี่้ นี้เอง this',
  next: 'หน้า ถัดไป หน้านู้น next',
  last: 'ก่อน ที่แล้ว ก่อนหน้า ก่อนหน้านี้ ที่ผ่านมา ที่ผ่านไป last',
  coming: 'ที่จะถึง ที่จะถึงนี้ ที่จะมาถึง',
  monthEnd: 'สิ้นเดือน ปลายเดือน สิ้นเดือนๆ ท้ายเดือน',
  monthMiddle: 'กลางเดือน',
  monthBegin: 'ต้นเดือน',
  end: 'สิ้น ปลาย ท้าย สิ้นสุด end_of',
  middle: 'กลาง',
  startOf: 'ต้น',
  within: 'อีก ใน ภายใน อีกซัก อีกสัก อีกประมาณ อีกราว อีกแค่ in within ออกไปอีก ไปอีก ต่อไปอีก ออกไป',
  some: 'สัก ซัก ประมาณ ราว ราวๆ สักประมาณ',
  era: 'พ.ศ. พ.ศ พศ. ค.ศ. ค.ศ พุทธศักราช',
  hour: 'โมง นาฬิกา ทุ่ม น. โมงเช้า โมงเย็น',
  hours: 'ชั่วโมง ชม ชม. นาที hr hrs hour hours min mins minutes',
  partOfDay:
    'บ่าย เย็น ค่ำ เช้า เที่ยง ตอนบ่าย ตอนเย็น ตอนค่ำ ตอนเช้า เย็นนี้ บ่ายนี้ เช้านี้ ค่ำนี้ คืนนี้ เที่ยงนี้ สายนี้ ช่วงบ่าย ช่วงเย็น ช่วงเช้า บ่ายแก่ ตอนเที่ยง หลังเที่ยง ก่อนเที่ยง สักบ่าย tonight',
  /** Times that a calendar alone does not know. */
  event:
    'สงกรานต์ หลังสงกรานต์ ก่อนสงกรานต์ ปีใหม่ หลังปีใหม่ วันหยุดยาว หลังวันหยุด ออกพรรษา เข้าพรรษา เลือกตั้ง หลังเลือกตั้ง ตรุษจีน กฐิน ลอยกระทง',
};
