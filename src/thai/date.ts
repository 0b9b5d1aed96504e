/** Dates in Thai, as they are said. Built from numbers: a locale may silently be missing on a small system. */
import { type Day, type Month, parts, weekdayOf } from '../domain/calendar.ts';

const MONTHS: readonly (readonly [full: string, short: string])[] = [
  ['มกราคม', 'ม.ค.'],
  ['กุมภาพันธ์', 'ก.พ.'],
  ['มีนาคม', 'มี.ค.'],
  ['เมษายน', 'เม.ย.'],
  ['พฤษภาคม', 'พ.ค.'],
  ['มิถุนายน', 'มิ.ย.'],
  ['กรกฎาคม', 'ก.ค.'],
  ['สิงหาคม', 'ส.ค.'],
  ['กันยายน', 'ก.ย.'],
  ['ตุลาคม', 'ต.ค.'],
  ['พฤศจิกายน', 'พ.ย.'],
  ['ธันวาคม', 'ธ.ค.'],
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
