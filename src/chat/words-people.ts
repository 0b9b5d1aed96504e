/** Meeting people: greeting, help by role, who is registered, how to reach the office. */

export const GREETING = 'สวัสดีค่ะ น้องไอต้าพร้อมช่วยติดตามงาน ITA ค่ะ';
export const THANKS = 'ยินดีค่ะ';
export const NOT_YET_KNOWN = 'น้องไอต้ายังไม่เข้าใจข้อความนี้ค่ะ';
export const WHICH_ITEM =
  'หากถามหรือแจ้งเรื่องข้อใด รบกวนพิมพ์เลขข้อด้วยนะคะ เช่น "O12 เสร็จแล้ว" หรือ "มาตรการที่ 3 กำลังทำ"';

/** Help: a heading and sentences that can be typed as they stand (tested); `name` is an item of the asker's own. */
export const HELP = {
  report: 'แจ้งความคืบหน้า พิมพ์สั้น ๆ ได้เลยค่ะ',
  reports: (name: string) => [
    `${name} เสร็จแล้ว`,
    `${name} กำลังทำ 60%`,
    `ส่งหลักฐาน ${name} (แล้วส่งลิงก์ตามมา)`,
    `ขอขยาย ${name} เป็นสิ้นเดือนหน้า`,
    'ยกเลิก (ถ้าแจ้งผิด ภายใน 24 ชม.)',
  ],
  /** Only coordinators do this; exact phrases. */
  papers:
    'นำเข้าแผน: ส่งไฟล์ Word หรือ Excel มาในแชตนี้ได้เลย\nพิมพ์ได้อีก: แผนปีหน้า, ประวัติคะแนน, มาตรการที่เคยใช้, รายการข้อ O ปี 2570',
  /** Exact phrases too. */
  own: 'งานผู้ประสานงาน พิมพ์: เรื่องค้าง, คำขอขยายเวลา, โควตา, ดูแผนแจ้งเตือน',
  settings: 'ตั้งค่าหน่วยงาน พิมพ์: ตั้งค่าแจ้งเตือน, วันหยุด, ปฏิทิน ITA',
  people: 'เพิ่มคนและกลุ่ม พิมพ์: เชิญ, คนรออนุมัติ, รหัสกลุ่ม',
  /** A coordinator's; heads do the same within their division. Exact phrases. */
  duties:
    'เรื่องคน: รายชื่อเจ้าหน้าที่, โอนงานของ ก ให้ ข, มอบหมาย O12 ให้ ก, ผู้รับแจ้งเตือน, ก รักษาราชการแทน ผอ.กองช่าง 1-15 มี.ค. 2569, ก ลาออก',
  dutiesOfHead:
    'เรื่องคนในส่วนราชการ: รายชื่อเจ้าหน้าที่, โอนงานของ ก ให้ ข, มอบหมาย O12 ให้ ก, ผู้รับแจ้งเตือน, ผู้แทนของฉัน ก',
  ask: 'ถามได้ เช่น',
  asksOwn: (division: string, name: string) => [
    `${division}ขาดข้อไหนบ้าง`,
    `ดูรายละเอียด ${name}`,
    'มีข้อไหนใกล้ครบกำหนด',
    'สรุปเดือนนี้',
  ],
  asksAll: (name: string) => [
    'ภาพรวม',
    'แต่ละกองคืบหน้าถึงไหน',
    'มีข้อไหนเลยกำหนด',
    `ใครรับผิดชอบ ${name}`,
    'สรุปเดือนนี้',
    'ผลคะแนน ITA',
  ],
  asksCoordinator: (name: string) => [
    'ขาดข้อไหนบ้าง',
    'แต่ละกองคืบหน้าถึงไหน',
    'มีข้อไหนเลยกำหนด',
    `ใครรับผิดชอบ ${name}`,
    'สรุปเดือนนี้',
  ],
  /** A coordinator reports for everyone. */
  anyItem: 'แจ้งแทนได้ทุกส่วนราชการค่ะ',
  /** An executive reads, he does not report. */
  readsOnly: 'ท่านดูความคืบหน้าได้ทุกข้อค่ะ ถามได้ เช่น',
  inGroup: 'ในกลุ่ม เรียก "บอท" นำหน้าคำถามนะคะ เช่น "บอท ขาดข้อไหนบ้าง"',
} as const;

export function bullets(heading: string, lines: readonly string[]): string {
  return [heading, ...lines.map((line) => `• ${line}`)].join('\n');
}

export const HELP_CITIZEN =
  'สวัสดีค่ะ น้องไอต้ายินดีให้บริการ\n• พิมพ์ "มาตรการ" เพื่อดูมาตรการส่งเสริมคุณธรรมและความโปร่งใสที่เผยแพร่แล้ว\n• พิมพ์ "ติดต่อ" เพื่อดูช่องทางติดต่อและร้องเรียน';

export function welcome(name: string, roles: string): string {
  return `ลงทะเบียนเรียบร้อยแล้วค่ะ ${name}\n${roles}`;
}

/** Someone who is registered asks to be. */
export function alreadyMember(name: string, roles: string): string {
  return `ลงทะเบียนไว้แล้วค่ะ ${name}\n${roles}\nหากต้องการแก้ไข แจ้งผู้ประสานงาน ITA ได้เลยนะคะ`;
}

export function groupBound(purpose: 'staff' | 'division', division: string): string {
  const what = purpose === 'staff' ? 'กลุ่มเจ้าหน้าที่' : `กลุ่มของ${division}`;
  return `ผูก${what}เรียบร้อยแล้วค่ะ\nแจ้งความคืบหน้าในกลุ่มได้ เช่น "O12 เสร็จแล้ว" หรือเรียก "บอท ขาดข้อไหนบ้าง"\nน้องไอต้าไม่เก็บบทสนทนาอื่นในกลุ่มค่ะ`;
}

// ---------------------------------------------------------------- how to reach the office

export const CONTACT = {
  office: (name: string) => `ติดต่อ${name}`,
  /** A division was named: only the office's own channels are known. */
  ofDivision: (division: string, office: string) => `ติดต่อ${division} ผ่านช่องทางของ${office}ค่ะ`,
  complaint: 'แจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ (แชตนี้ไม่รับและไม่เก็บเรื่องร้องเรียนนะคะ)',
  phone: 'โทรศัพท์',
  email: 'อีเมล',
  web: 'เว็บไซต์',
  address: 'ที่อยู่',
  hours: 'เวลาทำการ',
} as const;

export function contactLines(title: string, channels: readonly (readonly [string, string | null])[]): string {
  const lines = channels.flatMap(([what, value]) => (value === null ? [] : [`${what} ${value}`]));
  return [title, ...lines].join('\n');
}
