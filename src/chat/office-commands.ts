/**
 * What a coordinator types in 1:1 about the office's own papers, as exact phrases: tried before anything is understood, and
 * nobody else's words. Spaces and polite endings count for nothing.
 */
import { type Day, fiscalYearOf } from '../domain/calendar.ts';
import { plainPhrase } from './plain-phrase.ts';

export type OfficeCommand =
  /** How to import; or what waits to be confirmed. */
  | { readonly do: 'import' }
  | { readonly do: 'confirm' | 'discard' | 'undo-import' }
  /** The plan of `to` from that of the year before. */
  | { readonly do: 'roll-over'; readonly to: number }
  | { readonly do: 'scores' }
  /** Measures of earlier plans for an indicator; null = which? */
  | { readonly do: 'used-measures'; readonly indicator: number | null }
  /** The official O-item list of a year comes next. */
  | { readonly do: 'list'; readonly year: number }
  | { readonly do: 'open-plan' | 'publish-plan'; readonly year: number };

type Rule = readonly [RegExp, (year: number, found: RegExpExecArray) => OfficeCommand | null];

/** Spaces are gone; `year` = the running fiscal year. */
const RULES: readonly Rule[] = [
  [/^(?:นำเข้าแผน|นำเข้าไฟล์|ส่งแผน|นำเข้า)$/, () => ({ do: 'import' })],
  [/^ยืนยันนำเข้า$/, () => ({ do: 'confirm' })],
  [/^ไม่นำเข้า$/, () => ({ do: 'discard' })],
  [/^ยกเลิกการนำเข้า$/, () => ({ do: 'undo-import' })],
  [/^(?:แผนปีหน้า|ยกแผนไปปีหน้า|ทำแผนปีหน้า)$/, (year) => ({ do: 'roll-over', to: year + 1 })],
  [/^ยกแผนไปปี(\d{4})$/, (_year, found) => withYear(found, (to) => ({ do: 'roll-over', to }))],
  [/^(?:ประวัติคะแนน|คะแนนย้อนหลัง|ประวัติคะแนนita)$/, () => ({ do: 'scores' })],
  [/^มาตรการที่เคยใช้$/, () => ({ do: 'used-measures', indicator: null })],
  [
    /^มาตรการที่เคยใช้(?:ตัวชี้วัดที่|ตัวชี้วัด)(\d{1,2})$/,
    (_year, found) => {
      const indicator = Number(found[1]);
      return { do: 'used-measures', indicator: indicator >= 1 && indicator <= 10 ? indicator : null };
    },
  ],
  [/^รายการข้อoปี(\d{4})$/, (_year, found) => withYear(found, (year) => ({ do: 'list', year }))],
  [/^เปิดใช้แผนปี(\d{4})$/, (_year, found) => withYear(found, (year) => ({ do: 'open-plan', year }))],
  [/^เผยแพร่แผนปี(\d{4})$/, (_year, found) => withYear(found, (year) => ({ do: 'publish-plan', year }))],
];

/** Null = it is none of these, and is understood as any other words. */
export function officeCommand(text: string, today: Day): OfficeCommand | null {
  const plain = plainPhrase(text);
  for (const [pattern, command] of RULES) {
    const found = pattern.exec(plain);
    if (found !== null) return command(fiscalYearOf(today), found);
  }
  return null;
}

function withYear(found: RegExpExecArray, command: (year: number) => OfficeCommand): OfficeCommand | null {
  const year = Number(found[1]);
  return year >= 2500 && year <= 2700 ? command(year) : null;
}
