/** Dates as an official writes them. The demo's zone is Bangkok (UTC+7, no summer time) wherever the browser stands. */

const BANGKOK = 7 * 3_600_000;
const DAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'];
const MONTHS = [
  ...['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน'],
  ...['กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'],
];
const SHORT = [
  ...['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.'],
  ...['ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'],
];

/** @param {number} at epoch ms */
const local = (at) => new Date(at + BANGKOK);
const two = (/** @type {number} */ value) => String(value).padStart(2, '0');

/** `วันจันทร์ที่ 5 มกราคม 2569` @param {number} at */
export function longDay(at) {
  const day = local(at);
  const name = DAYS[day.getUTCDay()];
  return `วัน${name}ที่ ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear() + 543}`;
}

/** `จ. 5 ม.ค. 69`-like, for narrow places: `5 ม.ค. 69` @param {number} at */
export function shortDay(at) {
  const day = local(at);
  return `${day.getUTCDate()} ${SHORT[day.getUTCMonth()]} ${String(day.getUTCFullYear() + 543).slice(2)}`;
}

/** `08.00` @param {number} at */
export function clockTime(at) {
  const day = local(at);
  return `${two(day.getUTCHours())}.${two(day.getUTCMinutes())}`;
}

/** `2026-01-05`, as a date input wants it. @param {number} at */
export function isoDay(at) {
  return local(at).toISOString().slice(0, 10);
}

/** `2026-01-05T08:00` @param {number} at */
export function isoMinute(at) {
  return local(at).toISOString().slice(0, 16);
}

/** Nine in the morning of that day, when the office has begun. @param {string} day `2026-01-05` */
export function nineOn(day) {
  return Date.parse(`${day}T09:00:00Z`) - BANGKOK;
}
