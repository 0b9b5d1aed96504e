/** What the commission gave the office. */
import type { Instrument } from '../domain/assessment.ts';

/** The three instruments, as officials name them. */
export const INSTRUMENT: Readonly<Record<Instrument, string>> = {
  iit: 'IIT ภายใน',
  eit: 'EIT ภายนอก',
  oit: 'OIT เปิดเผยข้อมูล',
};

export function scoreTitle(year: number): string {
  return `ผลการประเมิน ITA ปี ${year}`;
}

/** `86.94` */
export function scoreWords(score: number): string {
  return score.toFixed(2);
}

export function levelWords(level: string): string {
  return `ระดับ ${level}`;
}

export function belowTitle(count: number, target: number): string {
  return count > 0 ? `ตัวชี้วัดที่ต่ำกว่า ${target} คะแนน ${count} ตัว` : `ทุกตัวชี้วัดได้ ${target} คะแนนขึ้นไป`;
}

export const WEAKEST = 'ตัวชี้วัดที่คะแนนต่ำที่สุด';

export function indicatorWords(number: number, name: string): string {
  return `${number}. ${name}`;
}

/** The year that runs has no result yet. */
export function notYetScored(year: number): string {
  return `ผลปี ${year} ยังไม่ได้บันทึก (ป.ป.ช. มักประกาศผลเดือนกรกฎาคม–สิงหาคม)`;
}

export const NO_SCORE =
  'ยังไม่มีผลคะแนน ITA ที่บันทึกไว้ค่ะ ผู้ประสานงาน ITA หรือผู้ดูแลระบบบันทึกได้ โดยนำเข้าเอกสารที่มีผลการประเมินนะคะ';

export const SCORE_FOR_CITIZENS =
  'ดูผลการประเมิน ITA ของหน่วยงานได้ที่เว็บไซต์ของหน่วยงาน หรือระบบ ITAS ของสำนักงาน ป.ป.ช. (itas.nacc.go.th) ค่ะ';
