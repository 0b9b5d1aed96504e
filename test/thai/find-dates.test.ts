import { describe, expect, it } from 'vitest';
import { WORDS } from '../../src/chat/understand/lexicon.ts';
import { type DateSaid, type Purpose, resolveDate } from '../../src/thai/date-said.ts';
import { joinDates } from '../../src/thai/find-dates.ts';
import { tokensOf } from '../../src/thai/lexicon.ts';
import { normalise } from '../../src/thai/normalise.ts';
import { joinNumberWords } from '../../src/thai/number-words.ts';

/** Monday 16 February 2026. */
const TODAY = '2026-02-16';

function said(text: string): DateSaid[] {
  const tokens = joinDates(joinNumberWords(tokensOf(normalise(text), [WORDS])));
  return tokens.flatMap(({ field, value }) => (field === 'date' ? [value as DateSaid] : []));
}

function meant(text: string, purpose: Purpose = 'deadline', today = TODAY, fiscal = 2569): string | null {
  const [date] = said(text);
  if (date === undefined) return null;
  const { day, month } = resolveDate(date, today, fiscal, purpose);
  return day ?? month;
}

describe('a deadline', () => {
  it.each([
    ['15/3/69', '2026-03-15'],
    ['15-03-2569', '2026-03-15'],
    ['15.3.2026', '2026-03-15'],
    ['๑๕ มี.ค. ๖๙', '2026-03-15'],
    ['15มีนาคม2569', '2026-03-15'],
    ['15 มีนา', '2026-03-15'],
    ['วันที่ 15 มีค', '2026-03-15'],
    ['15 มีนาคม พ.ศ. 2569', '2026-03-15'],
    ['15 มีนาคม ปี 69', '2026-03-15'],
    ['15 mar 2026', '2026-03-15'],
    ['15-17 มีนา', '2026-03-17'],
    ['วันศุกร์ที่ 27 ก.พ.', '2026-02-27'],
    ['วันที่ 5 เดือน 3', '2026-03-05'],
    ['วันที่ 5 เดือนหน้า', '2026-03-05'],
    ['10 มกรา', '2027-01-10'],
    ['16 ก.พ.', '2026-02-16'],
    ['วันที่ 25', '2026-02-25'],
    ['วันที่ 10', '2026-03-10'],
    ['29 ก.พ.', '2028-02-29'],
    ['29 ก.พ. 71', '2028-02-29'],
    ['วันนี้', '2026-02-16'],
    ['พรุ่งนี้', '2026-02-17'],
    ['มะรืน', '2026-02-18'],
    ['อีก 3 วัน', '2026-02-19'],
    ['อีก 2 อาทิตย์', '2026-03-02'],
    ['อีกสามสัปดาห์', '2026-03-09'],
    ['อีกสักเดือน', '2026-03-16'],
    ['ใน 10 วันนี้', '2026-02-26'],
    ['สิ้นเดือน', '2026-02-28'],
    ['ปลายเดือนหน้า', '2026-03-31'],
    ['สิ้นมีนา', '2026-03-31'],
    ['กลางเดือนหน้า', '2026-03-15'],
    ['กลาง มิ.ย.', '2026-06-15'],
    ['ต้นเดือนหน้า', '2026-03-05'],
    ['ต้นเดือน', '2026-03-05'],
    ['ศุกร์นี้', '2026-02-20'],
    ['ศุกร์หน้า', '2026-02-27'],
    ['จันทร์นี้', '2026-02-16'],
    ['วันจันทร์', '2026-02-23'],
    ['วันศุกร์', '2026-02-20'],
    ['วันอาทิตย์', '2026-02-22'],
    ['ศุกร์ที่จะถึงนี้', '2026-02-20'],
    ['อาทิตย์หน้า', '2026-02-27'],
    ['สัปดาห์นี้', '2026-02-20'],
    ['เดือนหน้า', '2026-03-31'],
    ['เดือนมีนา', '2026-03-31'],
    ['เดือนสาม', '2026-03-31'],
    ['ไตรมาสนี้', '2026-03-31'],
    ['ไตรมาส 3', '2026-06-30'],
    ['สิ้นปีงบประมาณ', '2026-09-30'],
    ['สิ้นปี', '2026-12-31'],
    ['next friday', '2026-02-27'],
  ])('%s is %s', (text, day) => {
    expect(meant(text)).toBe(day);
  });

  it.each([
    'หลังสงกรานต์',
    '30 ก.พ. 69',
    '31/2/69',
    '29 ก.พ. 69',
    '2/13/69',
    '',
    'ประชุม',
    'กค เสร็จ',
  ])('%j is none', (text) => {
    expect(meant(text)).toBeNull();
  });

  it('one month after the last of March is the last of April', () => {
    expect(meant('อีก 1 เดือน', 'deadline', '2026-03-31')).toBe('2026-04-30');
  });

  it('ศุกร์หน้า is never in this week, and จันทร์หน้า on a Sunday is tomorrow', () => {
    expect(meant('ศุกร์หน้า', 'deadline', '2026-02-20')).toBe('2026-02-27');
    expect(meant('ศุกร์นี้', 'deadline', '2026-02-20')).toBe('2026-02-20');
    expect(meant('จันทร์หน้า', 'deadline', '2026-03-01')).toBe('2026-03-02');
  });
});

describe('a month by any of its names', () => {
  const names = [
    'มกราคม ม.ค. มค มกรา',
    'กุมภาพันธ์ ก.พ. กพ กุมภา',
    'มีนาคม มี.ค. มีค มีนา',
    'เมษายน เม.ย. เมย เมษา',
    'พฤษภาคม พ.ค. พค พฤษภา',
    'มิถุนายน มิ.ย. มิย มิถุนา',
    'กรกฎาคม ก.ค. กค กรกฎา',
    'สิงหาคม ส.ค. สค สิงหา',
    'กันยายน ก.ย. กย กันยา',
    'ตุลาคม ต.ค. ตค ตุลา',
    'พฤศจิกายน พ.ย. พย พฤศจิกา',
    'ธันวาคม ธ.ค. ธค ธันวา',
  ].flatMap((line, index) => line.split(' ').map((name) => [name, index + 1] as const));

  it.each(names)('%s is month %i of the year behind it', (name, number) => {
    const month = `2026-${String(number).padStart(2, '0')}`;
    for (const year of ['69', '๒๕๖๙', 'พ.ศ. 2569', '2026'])
      expect(meant(`เดือน${name} ${year}`, 'summary'), year).toBe(month);
  });
});

describe('what it is for decides', () => {
  it.each<[string, Purpose, string]>([
    ['อาทิตย์หน้า', 'question', '2026-03-01'],
    ['อาทิตย์หน้า', 'reminder', '2026-02-23'],
    ['เดือนหน้า', 'question', '2026-03'],
    ['เดือนหน้า', 'reminder', '2026-03-01'],
    ['เดือนมกรา', 'question', '2027-01'],
    ['เดือนมกรา', 'summary', '2026-01'],
    ['เดือนพฤศจิกา', 'summary', '2025-11'],
    ['เดือนก่อน', 'summary', '2026-01'],
    ['เดือน ก.พ. 68', 'summary', '2025-02'],
    ['สิ้นเดือนมีนา', 'question', '2026-03-31'],
    ['บ่ายนี้', 'reminder', '2026-02-16'],
    ['15 ธ.ค.', 'summary', '2025-12-15'],
    ['วันที่ 25', 'summary', '2026-01-25'],
  ])('%s as a %s is %s', (text, purpose, date) => {
    expect(meant(text, purpose)).toBe(date);
  });
});

describe('each part is certain, implied or unknown', () => {
  it.each([
    ['15 มี.ค. 69', { day: 'certain', month: 'certain', year: 'certain' }],
    ['15 มี.ค.', { day: 'certain', month: 'certain', year: 'implied' }],
    ['วันที่ 25', { day: 'certain', month: 'implied', year: 'implied' }],
    ['หลังสงกรานต์', { day: 'unknown', month: 'unknown', year: 'unknown' }],
  ])('%s', (text, certainty) => {
    const [date] = said(text);
    if (date === undefined) throw new Error(`no date in ${text}`);
    expect(resolveDate(date, TODAY, 2569, 'deadline').certainty).toEqual(certainty);
  });

  it('a month as a whole has no day', () => {
    const [date] = said('เดือนมีนา');
    if (date === undefined) throw new Error('no date');
    expect(resolveDate(date, TODAY, 2569, 'question').certainty).toEqual({
      day: 'unknown',
      month: 'certain',
      year: 'implied',
    });
  });
});

it.each([
  ['ขอเลื่อนจากวันที่ 15 เป็น 30 มีนาคม', 2],
  ['10.30 น. วันศุกร์', 1],
  ['มีคน 35 คน', 0],
])('%s holds %i', (text, count) => {
  expect(said(text)).toHaveLength(count);
});
