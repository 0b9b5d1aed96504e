/** Items several divisions share: each answers for its own part. */
import type { Status } from '../domain/event.ts';
import { STATUS_SHORT } from './words.ts';

export const PARTS = {
  /** `แล้วเสร็จ: กองคลัง, กองช่าง` */
  line: (status: Status, names: string) => `${STATUS_SHORT[status]}: ${names}`,
  doneOf: (done: number, all: number) => ` · เสร็จ ${done} จาก ${all} ส่วนราชการ`,
  /** The head of the echo, when one part of one item was told. */
  kept: (division: string) => `บันทึกส่วนของ${division}แล้วค่ะ`,
  of: (division: string, status: string) => `ส่วนของ${division}: ${status}`,
  left: (count: number, names: string) => `เหลืออีก ${count} ส่วนราชการ: ${names}`,
  allDone: 'แจ้งเสร็จครบทุกส่วนราชการแล้วค่ะ',
} as const;
