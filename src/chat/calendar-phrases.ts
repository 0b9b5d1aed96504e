/**
 * What is typed in 1:1 about the office's calendar: holidays, the end of the OIT window, meeting days; and, in
 * `policy-phrases.ts`, when it is reminded. Exact phrases; a date in them is taken only when it is clear.
 */
import type { Day } from '../domain/calendar.ts';
import { normalise } from '../thai/normalise.ts';
import { leadingDate, type WholeDate, wholeDate } from '../thai/whole-date.ts';
import { POLITE } from './plain-phrase.ts';
import { behind, type PolicyCommand, policyCommand } from './policy-phrases.ts';

export type CalendarCommand =
  | PolicyCommand
  /** Null = the present year. */
  | { readonly do: 'holidays'; readonly year: number | null }
  | { readonly do: 'add-holiday'; readonly day: Day; readonly name: string }
  | { readonly do: 'remove-holiday'; readonly day: Day }
  | { readonly do: 'confirm-holidays'; readonly year: number; readonly confirmed: boolean }
  | { readonly do: 'calendar' }
  /** Of the plan whose window it can be, when no year is said. */
  | { readonly do: 'oit-due'; readonly date: Day; readonly year: number | null }
  | { readonly do: 'confirm-oit-due'; readonly year: number | null }
  | { readonly do: 'meeting'; readonly day: Day }
  /** The same date each month. */
  | { readonly do: 'meeting-day'; readonly date: number; readonly year: number | null }
  /** Day and month are said, the year is not. `rest` = what stood behind the date. */
  | {
      readonly do: 'which-year';
      readonly what: Dated;
      readonly days: readonly Day[];
      readonly rest: string;
    }
  | { readonly do: 'date-unclear'; readonly what: Dated }
  /** A holiday without a name, or with a whole sentence. */
  | { readonly do: 'name-unclear' };

/** Phrases with a date in them. */
export type Dated = 'add-holiday' | 'remove-holiday' | 'oit-due' | 'meeting';

const LONGEST_NAME = 60;

/** Null = it is none of these, and is understood as any other words. */
export function calendarCommand(text: string, today: Day): CalendarCommand | null {
  const typed = text.trim().replace(POLITE, '').trim();
  const plain = normalise(typed).replace(/\s+/g, ' ');
  return policyCommand(plain) ?? withoutDate(plain.replaceAll(' ', '')) ?? withDate(plain, typed, today);
}

function withoutDate(compact: string): CalendarCommand | null {
  const yearIn = (pattern: RegExp): number | null | undefined => {
    const found = pattern.exec(compact);
    return found === null ? undefined : found[1] === undefined ? null : yearOf(found[1]);
  };
  if (/^ปฏิทินita$/.test(compact)) return { do: 'calendar' };
  const holidays = yearIn(/^วันหยุด(?:ราชการ)?(?:ปี(\d{2}|2[56]\d\d))?$/);
  if (holidays !== undefined) return { do: 'holidays', year: holidays };
  for (const [pattern, confirmed] of CONFIRM) {
    const year = yearIn(pattern);
    if (typeof year === 'number') return { do: 'confirm-holidays', year, confirmed };
  }
  const oit = yearIn(/^ยืนยันกำหนดoit(?:ปี(\d{2}|2[56]\d\d))?$/);
  if (oit !== undefined) return { do: 'confirm-oit-due', year: oit };
  const [, date, year] = /^ประชุมทุกวันที่(\d{1,2})(?:ของเดือน)?(?:ปี(\d{2}|2[56]\d\d))?$/.exec(compact) ?? [];
  if (date === undefined || Number(date) < 1 || Number(date) > 31) return null;
  return { do: 'meeting-day', date: Number(date), year: year === undefined ? null : yearOf(year) };
}

/** `70` and `2570` are the same Buddhist year. */
function yearOf(written: string): number {
  const year = Number(written);
  return year < 100 ? year + 2500 : year;
}

const CONFIRM: readonly (readonly [RegExp, boolean])[] = [
  [/^ยืนยันวันหยุด(?:ราชการ)?ปี(\d{2}|2[56]\d\d)$/, true],
  [/^ยกเลิกการยืนยันวันหยุดปี(\d{2}|2[56]\d\d)$/, false],
];

/** `กำหนด OIT ปี 2569 30 เม.ย. 2569`: the fiscal year may be said, where the date could be of two. */
const OF_YEAR = /^ปี ?(\d{2}|2[56]\d\d) /;

function withDate(plain: string, typed: string, today: Day): CalendarCommand | null {
  const added = behind(plain, 'เพิ่มวันหยุด');
  if (added !== null) return addHoliday(added, typed, today);
  const removed = behind(plain, 'ลบวันหยุด');
  if (removed !== null)
    return dated('remove-holiday', wholeDate(removed, today), (day) => ({ do: 'remove-holiday', day }));
  const oit = behind(plain, 'กำหนดoit');
  if (oit !== null) {
    const said = OF_YEAR.exec(oit)?.[1];
    const year = said === undefined ? null : yearOf(said);
    const date = wholeDate(oit.replace(OF_YEAR, ''), today);
    return dated('oit-due', date, (day) => ({ do: 'oit-due', date: day, year }));
  }
  const meeting = behind(plain, 'ประชุมวันที่');
  if (meeting !== null && /^\d/.test(meeting))
    return dated('meeting', wholeDate(`วันที่ ${meeting}`, today), (day) => ({ do: 'meeting', day }));
  return null;
}

function addHoliday(words: string, typed: string, today: Day): CalendarCommand {
  // `2569วันไหล`: a year ends where letters begin.
  const apart = words.replace(/(\d{4})(?=[ก-๙])/, '$1 ');
  const found = leadingDate(apart, today);
  if (found === null) return { do: 'date-unclear', what: 'add-holiday' };
  const { date, left } = found;
  const name = lastWords(apart === words ? typed : apart, left);
  if (name === '' || name.length > LONGEST_NAME) return { do: 'name-unclear' };
  return dated('add-holiday', date, (day) => ({ do: 'add-holiday', day, name }), name);
}

/** As they were typed: what is normalised has lost its capitals and Thai digits. */
function lastWords(text: string, count: number): string {
  return count === 0 ? '' : text.split(/\s+/).slice(-count).join(' ');
}

function dated(
  what: Dated,
  date: WholeDate | null,
  command: (day: Day) => CalendarCommand,
  rest = '',
): CalendarCommand {
  if (date === null) return { do: 'date-unclear', what };
  return date.kind === 'day' ? command(date.day) : { do: 'which-year', what, days: date.days, rest };
}
