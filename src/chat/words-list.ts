/** The official O-item list of a new year, scores over the years, measures used before, the plan of next year. */
import { TARGET } from '../domain/assessment.ts';
import type { Status } from '../domain/event.ts';
import { STATUS } from './words.ts';
import { scoreWords } from './words-score.ts';

export const LIST = {
  send: (year: number) =>
    `ส่งไฟล์รายการข้อ O ปี ${year} (ฉบับที่ ป.ป.ช. เผยแพร่) มาในแชตนี้ได้เลยค่ะ ภายใน 10 นาทีนะคะ\nน้องไอต้าจะอ่านแล้วให้ตรวจก่อนบันทึกค่ะ`,
  title: (year: number) => `ตัวอย่างรายการข้อ O ปี ${year}`,
  alt: (year: number, count: number) => `อ่านรายการข้อ O ปี ${year} ได้ ${count} ข้อ (ยังไม่ได้บันทึก)`,
  count: 'จำนวนข้อ',
  source: 'ที่มา',
  noSource: 'ยังไม่ได้ระบุ',
  rows: 'รายการที่อ่านได้',
  askSource: (year: number) =>
    `รายการข้อ O ปี ${year} นี้มาจากเอกสารใดคะ พิมพ์ชื่อเอกสารหรือลิงก์ได้เลย เช่น "คู่มือการประเมิน ITA ปี ${year} สำนักงาน ป.ป.ช."`,
  sourceLength: 'ขอที่มาสั้น ๆ ไม่เกิน 300 ตัวอักษรนะคะ พิมพ์ใหม่ได้เลยค่ะ',
  sourceLabel: 'ระบุที่มา',
  none: (year: number) => `ไม่พบรายการข้อ O ปี ${year} ในไฟล์นี้ค่ะ ไม่ได้เก็บอะไรไว้นะคะ`,
  exists: (year: number) => `รายการข้อ O ปี ${year} มีมากับระบบแล้วค่ะ ไม่ต้องนำเข้านะคะ`,
  recorded: (year: number, count: number, moves: boolean) =>
    `บันทึกรายการข้อ O ปี ${year} จำนวน ${count} ข้อแล้วค่ะ${moves ? ' ดูตัวอย่างก่อนเปลี่ยนแผนไปใช้รายการนี้ด้านล่างนะคะ' : ''}`,
  waits: (year: number) => `อ่านรายการข้อ O ปี ${year} แล้วค่ะ พิมพ์ "นำเข้าแผน" เพื่อดูตัวอย่างนะคะ`,
} as const;

export const HISTORY_OF_SCORES = {
  title: 'ผลการประเมิน ITA ย้อนหลัง',
  year: (year: number, total: number) => `ปี ${year}: ${scoreWords(total)}`,
  gain: (gain: number) => (gain === 0 ? 'เท่าเดิม' : `${gain > 0 ? '+' : '−'}${Math.abs(gain).toFixed(2)}`),
  level: (level: string) => `ระดับ ${level}`,
  byRule: (level: string) => `ตามเกณฑ์ของปีคือ ${level}`,
  low: (score: number) => `${scoreWords(score)} · ต่ำกว่า ${TARGET}`,
  weak: (score: number) => `${scoreWords(score)} · ต่ำที่สุดของปี`,
  rest: (count: number) => (count > 0 ? `และอีก ${count} ตัวชี้วัด` : ''),
  older: (count: number) => (count > 0 ? `และอีก ${count} ปีก่อนหน้า` : ''),
  indicator: (number: number) => `ตชว.${number}`,
} as const;

export const USED = {
  which: 'มาตรการที่เคยใช้ของตัวชี้วัดที่เท่าไรคะ (1–10)',
  said: (indicator: number) => `มาตรการที่เคยใช้ ตัวชี้วัดที่ ${indicator}`,
  label: (indicator: number) => `ตัวชี้วัดที่ ${indicator}`,
  title: (indicator: number, name: string) => `มาตรการที่เคยใช้ ตัวชี้วัดที่ ${indicator} ${name}`,
  none: (indicator: number) => `ยังไม่มีมาตรการของตัวชี้วัดที่ ${indicator} ในแผนที่บันทึกไว้ค่ะ`,
  years: (years: readonly number[]) => `ปี ${years.join(', ')}`,
  ended: (status: Status) => STATUS[status],
  evidence: (count: number) => (count === 0 ? 'ไม่มีหลักฐาน' : `หลักฐาน ${count} รายการ`),
  score: (before: number, after: number) => `คะแนน ${scoreWords(before)} → ${scoreWords(after)}`,
  foot: 'เสนอให้พิจารณาเท่านั้น ไม่ได้เพิ่มในแผนให้นะคะ',
} as const;

export const ROLL_OVER = {
  none: (from: number, to: number) => `ยกแผนไปปี ${to} ไม่ได้ค่ะ เพราะยังไม่มีแผนปี ${from}`,
  exists: (to: number) => `มีแผนปี ${to} อยู่แล้วค่ะ ส่งไฟล์แผนมาปรับปรุงแทนได้นะคะ`,
} as const;

export const NOTHING_WAITS = 'ไม่มีตัวอย่างที่รอยืนยันอยู่ค่ะ ส่งไฟล์แผนมาได้เลยนะคะ';
