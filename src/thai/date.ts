/** Dates in Thai, to say and to read. Built from numbers: a locale may silently be missing on a small system. */
import { type Day, type Month, parts, weekdayOf } from '../domain/calendar.ts';

const MONTHS: readonly (readonly [full: string, short: string, cut: string])[] = [
  ['มกราคม', 'ม.ค.', 'มกรา'],
  ['กุมภาพันธ์', 'ก.พ.', 'กุมภา'],
  ['มีนาคม', 'มี.ค.', 'มีนา'],
  ['เมษายน', 'เม.ย.', 'เมษา'],
  ['พฤษภาคม', 'พ.ค.', 'พฤษภา'],
  ['มิถุนายน', 'มิ.ย.', 'มิถุนา'],
  ['กรกฎาคม', 'ก.ค.', 'กรกฎา'],
  ['สิงหาคม', 'ส.ค.', 'สิงหา'],
  ['กันยายน', 'ก.ย.', 'กันยา'],
  ['ตุลาคม', 'ต.ค.', 'ตุลา'],
  ['พฤศจิกายน', 'พ.ย.', 'พฤศจิกา'],
  ['ธันวาคม', 'ธ.ค.', 'ธันวา'],
];
const WEEKDAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'];

/** `31 มี.ค. 69` */
export function shortDay(day: Day): string {
  const [year, month, date] = parts(day);
  return `${date} ${monthName(month, 1)} ${String(year + 543).slice(2)}`;
}

/** `วันอังคารที่ 31 มีนาคม 2569` */
export function longDay(day: Day): string {
  const [year, month, date] = parts(day);
  return `วัน${WEEKDAYS[weekdayOf(day)]}ที่ ${date} ${monthName(month, 0)} ${year + 543}`;
}

/** `มีนาคม 2569` */
export function longMonth(month: Month): string {
  const [year, number] = parts(`${month}-01`);
  return `${monthName(number, 0)} ${year + 543}`;
}

/** `มี.ค. 69` */
export function shortMonth(month: Month): string {
  return shortDay(`${month}-01`).slice('1 '.length);
}

/** Minutes after midnight as `08.45 น.` */
export function clockTime(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}.${two(minute % 60)} น.`;
}

/** A month named in normalised text. `year` (CE) is null when the text does not say it. */
export interface NamedMonth {
  readonly month: number;
  readonly year: number | null;
}

const NAMED = new RegExp(
  `(${MONTHS.flatMap(([full, short, cut], index) =>
    [full, short, short.replace(/\.$/, ''), short.replaceAll('.', ''), cut].map((name) => ({ name, index })),
  )
    .sort((a, b) => b.name.length - a.name.length)
    .map(({ name }) => name.replaceAll('.', '\\.'))
    .join('|')})\\s*(?:พ\\.ศ\\.\\s*)?(25\\d\\d|20\\d\\d|\\d\\d(?!\\d))?`,
);
const INDEX = new Map(
  MONTHS.flatMap(([full, short, cut], index) =>
    [full, short, short.replace(/\.$/, ''), short.replaceAll('.', ''), cut].map(
      (name) => [name, index + 1] as const,
    ),
  ),
);

/** The first month named in normalised text, with its year when one stands behind it; years of two digits are BE. */
export function namedMonth(text: string): NamedMonth | null {
  const found = NAMED.exec(text);
  if (found === null) return null;
  const month = INDEX.get(found[1] ?? '');
  return month === undefined
    ? null
    : { month, year: found[2] === undefined ? null : ceYear(Number(found[2])) };
}

/** A year as written, in CE: 69 and 2569 are 2026; 2026 is itself (`docs/understanding.md` §10). */
export function ceYear(written: number): number {
  if (written < 100) return written + 2500 - 543;
  return written >= 2400 ? written - 543 : written;
}

function monthName(month: number, form: 0 | 1): string {
  const names = MONTHS[month - 1];
  if (names === undefined) throw new RangeError(`no month ${month}`);
  return names[form];
}
