/** The words of a plan as a workbook: headers as offices write them, and dates in words that can be read back. */
import type { Instrument } from '../domain/assessment.ts';
import { type Day, parts } from '../domain/calendar.ts';
import type { FollowUp, Period } from '../domain/event.ts';
import { longMonth } from '../thai/date.ts';

export const MEASURES = {
  sheet: 'มาตรการ',
  header: ['ลำดับ', 'มาตรการ', 'วิธีดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลา', 'การติดตาม/รายงานผล', 'ตัวชี้วัด', 'สถานะ'],
} as const;

export const O_ITEMS = {
  sheet: 'รายการ OIT',
  title: 'รายการข้อมูลที่ต้องเปิดเผย (OIT)',
  header: ['ข้อ', 'รายการ', 'ผู้รับผิดชอบ', 'สถานะ'],
} as const;

export const SCORES = {
  sheet: 'คะแนน ITA',
  header: ['ตัวชี้วัด', 'คะแนน'],
} as const;

export const QUESTIONS = {
  sheet: 'คะแนนรายข้อ',
  title: 'คะแนนรายข้อคำถาม',
  header: ['ข้อคำถาม', 'คะแนน'],
} as const;

export const QUESTION_PARTS = {
  sheet: 'คะแนน EIT รายข้อ',
  title: 'คะแนนรายข้อคำถาม EIT Public และ EIT Survey',
  header: ['ข้อคำถาม', 'คะแนน EIT Public', 'คะแนน EIT Survey'],
} as const;

export function oScoreWords(number: number, score: number): string {
  return `ข้อ O${number} ได้คะแนน ${score} คะแนน`;
}

/** The plan's own title may say another year, or none. */
export function yearTitle(year: number): string {
  return `แผนมาตรการ ประจำปีงบประมาณ พ.ศ. ${year}`;
}

export function scoresTitle(year: number): string {
  return `คะแนนการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. ${year}`;
}

/** Levels that are a level by themselves; any other wording is left to where it stands. */
const LEVELS = [
  'AA',
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'ผ่านดีเยี่ยม',
  'ผ่านดี',
  'ผ่าน',
  'ต้องปรับปรุง',
  'ต้องปรับปรุงโดยด่วน',
];

export function totalWords(total: number, level: string | null): string {
  const named = level !== null && LEVELS.includes(level) ? ` ระดับ ${level}` : '';
  return `คะแนนภาพรวม ${total} คะแนน${named}`;
}

const INSTRUMENTS: Readonly<Record<Instrument, string>> = {
  iit: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)',
  eit: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)',
  oit: 'แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)',
};

export function instrumentWords(instrument: Instrument, score: number): string {
  return `${INSTRUMENTS[instrument]} คะแนนรวม ${score} คะแนน`;
}

export function indicatorWords(number: number, name: string): string {
  return `ตัวชี้วัดที่ ${number} ${name}`;
}

/** The plan's own words, else its dates in words. */
export function periodWords({ asWritten, start, end }: Period): string {
  if (asWritten !== null) return asWritten;
  if (start !== null && end !== null) return `${dayWords(start)} - ${dayWords(end)}`;
  if (end !== null) return `ภายใน ${dayWords(end)}`;
  return start === null ? '' : `ตั้งแต่ ${dayWords(start)}`;
}

export function followUpWords({ asWritten, cadence, dueDate, reportMonths }: FollowUp): string {
  if (asWritten !== null) return asWritten;
  switch (cadence) {
    case 'none':
      return '';
    case 'monthly':
      return 'รายงานผลทุกเดือน';
    case 'date':
      return dueDate === null ? '' : `รายงานผลภายในวันที่ ${dayWords(dueDate)}`;
    case 'named-months': {
      const months = [...reportMonths].sort().map((month) => `เดือน${longMonth(month)}`);
      return months.length === 0 ? '' : `รายงานผล${months.join(' และ')}`;
    }
  }
}

/** `31 มีนาคม 2569` */
function dayWords(day: Day): string {
  return `${parts(day)[2]} ${longMonth(day.slice(0, 7))}`;
}
