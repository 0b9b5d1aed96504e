/** Plans of offices that do not exist, and the ways an office may write one down. */
import fc from 'fast-check';
import { lastDayOf } from '../../src/domain/calendar.ts';
import { thaiDigits } from '../../src/thai/normalise.ts';

export interface PlanMeasure {
  readonly title: string;
  readonly methods: readonly string[];
  readonly owners: readonly Owner[];
  readonly period: WrittenPeriod;
  readonly followUp: WrittenFollowUp;
  readonly status: Status;
}

type Owner = (typeof OWNERS)[number];
type Status = (typeof STATUSES)[number];

const OWNERS = [
  { code: 'palad', written: 'สำนักปลัด' },
  { code: 'finance', written: 'กองคลัง' },
  { code: 'works', written: 'กองช่าง' },
  { code: 'education', written: 'กองการศึกษา ศาสนาและวัฒนธรรม' },
  { code: 'health', written: 'กองสาธารณสุขฯ' },
  { code: 'welfare', written: 'กองสวัสดิการสังคม' },
  { code: 'audit', written: 'หน่วยตรวจสอบภายใน' },
] as const;
const STATUSES = [
  { status: null, written: '' },
  { status: 'not_started', written: 'ยังไม่ดำเนินการ' },
  { status: 'in_progress', written: 'อยู่ระหว่างดำเนินการ' },
  { status: 'done', written: 'ดำเนินการแล้วเสร็จ' },
] as const;
const FULL = 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(
  ' ',
);
const SHORT = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');
const BEGIN = ['ส่งเสริม', 'พัฒนา', 'จัดทำ', 'เสริมสร้าง', 'ยกระดับ', 'ทบทวน', 'เพิ่มช่องทาง'];
const MIDDLE = [
  'ความโปร่งใสในการจัดซื้อ',
  'คู่มือการให้บริการ',
  'การรับฟังความคิดเห็น',
  'ระบบ E-Service',
  'การยืม-คืนพัสดุ',
  'จิตสำนึกของบุคลากร',
  'การแจ้งเบาะแส',
];
const END = ['ของหน่วยงาน', 'ให้ประชาชนทราบ', 'ผ่านเว็บไซต์', 'อย่างต่อเนื่อง', 'ในทุกขั้นตอน', 'แก่ผู้มาติดต่อราชการ'];

const phrase = fc
  .tuple(fc.constantFrom(...BEGIN), fc.constantFrom(...MIDDLE), fc.constantFrom(...END))
  .map((words) => words.join(''));

export interface WrittenPeriod {
  readonly written: string;
  readonly start: string | null;
  readonly end: string | null;
}

const month = fc.integer({ min: 0, max: 11 });
const two = (value: number) => String(value).padStart(2, '0');
/** The n-th month of a fiscal year (BE), from October on, as `YYYY-MM`. */
function monthOf(year: number, count: number): string {
  const number = ((count + 9) % 12) + 1;
  return `${number >= 10 ? year - 544 : year - 543}-${two(number)}`;
}
function named(iso: string, form: 'full' | 'short', year: 'long' | 'two' | 'none'): string {
  const name = (form === 'full' ? FULL : SHORT)[Number(iso.slice(5, 7)) - 1] ?? '';
  const be = Number(iso.slice(0, 4)) + 543;
  return year === 'none' ? name : `${name}${form === 'full' ? ' ' : ''}${year === 'long' ? be : be - 2500}`;
}

function period(year: number): fc.Arbitrary<WrittenPeriod> {
  const range = fc
    .tuple(
      month,
      month,
      fc.constantFrom('full', 'short'),
      fc.constantFrom('long', 'two'),
      fc.constantFrom(' - ', '-', ' – ', ' ถึง '),
      fc.boolean(),
    )
    .map(([a, b, form, years, dash, once]) => {
      const [from, to] = [monthOf(year, Math.min(a, b)), monthOf(year, Math.max(a, b))];
      const written = `${named(from, form, once ? 'none' : years)}${dash}${named(to, form, years)}`;
      return { written, start: `${from}-01`, end: lastDayOf(to) };
    });
  const whole = fc
    .constantFrom(`ปีงบประมาณ ${year}`, `ตลอดปีงบประมาณ พ.ศ. ${year}`, 'ตลอดปีงบประมาณ', 'ไตรมาส 1 - 4')
    .map((written) => ({ written, start: `${year - 544}-10-01`, end: `${year - 543}-09-30` }));
  const quarter = fc.integer({ min: 1, max: 4 }).map((n) => ({
    written: `ไตรมาสที่ ${n}`,
    start: `${monthOf(year, n * 3 - 3)}-01`,
    end: lastDayOf(monthOf(year, n * 3 - 1)),
  }));
  const by = month.map((count) => {
    const iso = monthOf(year, count);
    return { written: `ภายในเดือน${named(iso, 'full', 'long')}`, start: null, end: lastDayOf(iso) };
  });
  const none = fc.constant({ written: '', start: null, end: null });
  return fc.oneof(range, whole, quarter, by, none);
}

export interface WrittenFollowUp {
  readonly written: string;
  readonly cadence: string | null;
  readonly dueDate: string | null;
  readonly reportMonths: readonly string[];
}

function followUp(year: number): fc.Arbitrary<WrittenFollowUp> {
  const none = fc.constant({ written: '', cadence: null, dueDate: null, reportMonths: [] });
  const monthly = fc
    .constantFrom('รายงานในที่ประชุมประจำเดือน', 'รายงานผลทุกเดือน')
    .map((written) => ({ written, cadence: 'monthly', dueDate: null, reportMonths: [] }));
  const months = fc.uniqueArray(month, { minLength: 1, maxLength: 3 }).map((counts) => {
    const list = counts.sort((a, b) => a - b).map((count) => monthOf(year, count));
    const written = `รายงานผลในการประชุมเดือน ${list.map((iso) => named(iso, 'full', 'long')).join(' ')}`;
    return { written, cadence: 'named-months', dueDate: null, reportMonths: list };
  });
  const day = fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([count, date]) => {
    const iso = monthOf(year, count);
    return {
      written: `${date} ${named(iso, 'short', 'two')}`,
      cadence: 'date',
      dueDate: `${iso}-${two(date)}`,
      reportMonths: [iso],
    };
  });
  return fc.oneof(none, monthly, months, day);
}

/** A plan of a fiscal year; the first measure always says its year, so that the year can be read. */
export const plan = fc.integer({ min: 2564, max: 2572 }).chain((year) =>
  fc.record({
    year: fc.constant(year),
    measures: fc
      .uniqueArray(
        fc.record({
          title: phrase,
          methods: fc.uniqueArray(phrase, { minLength: 1, maxLength: 4 }),
          owners: fc.uniqueArray(fc.constantFrom(...OWNERS), { minLength: 1, maxLength: 3 }),
          period: period(year),
          followUp: followUp(year),
          status: fc.constantFrom(...STATUSES),
        }),
        { selector: ({ title }) => title, minLength: 2, maxLength: 9 },
      )
      .map((measures): PlanMeasure[] => measures),
  }),
);

/** How an office writes its table. */
export const style = fc.record({
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
  spaced: fc.boolean(),
  digits: fc.constantFrom('thai', 'arabic'),
  numbers: fc.constantFrom('in-title', 'column', 'none'),
  list: fc.constantFrom('numbers', 'dashes', 'bullets', 'brackets'),
  between: fc.constantFrom(' ', '/', ', ', '\n', ' / '),
  headers: fc.constantFrom(0, 1, 2),
});

export type Style = typeof style extends fc.Arbitrary<infer S> ? S : never;
export type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

const HEADERS = [
  ['มาตรการ/แนวทาง', 'วิธีการดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลาดำเนินการ', 'การติดตามผล', 'สถานะ'],
  ['มาตรการ', 'ขั้นตอนหรือวิธีการปฏิบัติ', 'หน่วยงานที่รับผิดชอบ', 'ระยะเวลา', 'การกำกับติดตาม', 'สถานะการดำเนินงาน'],
  [
    'โครงการ/กิจกรรม',
    'ขั้นตอน/วิธีการปฏิบัติ',
    'ผู้รับผิดชอบหลัก',
    'ระยะเวลาในการดำเนินการ',
    'วิธีการติดตามและรายงาน',
    'สถานะของโครงการ',
  ],
];

/** The plan's table, header first. */
export function rowsOf(
  { measures }: Plan,
  { order, spaced, digits, numbers, list, between, headers }: Style,
): string[][] {
  const digit = (text: string) => (digits === 'thai' ? thaiDigits(text) : text);
  const space = (text: string) =>
    spaced ? text.replace(/(?<=(?:การ|ระยะ|เวลา|ขั้นตอน|รับ))(?=[ก-ฮเ-ไ])/g, ' ') : text;
  const header = (HEADERS[headers] ?? []).map(space);
  const rows = measures.map(({ title, methods, owners, period: time, followUp: report, status }, at) => [
    `${numbers === 'in-title' ? `${at + 1}. ` : ''}${title}`,
    methods.length === 1
      ? (methods[0] ?? '')
      : methods.map((text, n) => `${mark(list, n)}${text}`).join(list === 'numbers' ? ' ' : '\n'),
    owners.map(({ written }) => written).join(between),
    time.written,
    report.written,
    status.written,
  ]);
  const shuffled = [header, ...rows].map((row) => order.map((column) => row[column] ?? ''));
  const counted = shuffled.map((row, at) =>
    numbers === 'column' ? [at === 0 ? 'ที่' : String(at), ...row] : row,
  );
  return counted.map((row) => row.map(digit));
}

function mark(list: Style['list'], n: number): string {
  switch (list) {
    case 'numbers':
      return `${n + 1}. `;
    case 'dashes':
      return '- ';
    case 'bullets':
      return '• ';
    case 'brackets':
      return `${n + 1}) `;
  }
}
