/** Status words and percents (`docs/understanding.md` §8), in normalised text without items. */
import type { Status } from '../domain/event.ts';

export interface FoundStatus {
  readonly status: Status;
  readonly percent?: number;
  /** What the words alone say, a percent left aside. */
  readonly word: Status | null;
  /** Words or percents that contradict each other: more than one thing is told. */
  readonly mixed: boolean;
  /** The text with the words taken out. */
  readonly rest: string;
}

/** In order: what is said first here is taken out first, because `ยังไม่เสร็จ` holds `เสร็จ`. Longer forms stand before shorter. */
const WORDS: readonly (readonly [Status, RegExp])[] = [
  [
    'not_started',
    /ยังไม่(?:ได้)?(?:เริ่ม|ทำ|ดำเนินการ|ลงมือ)(?:ดำเนินการ|ทำ|เลย)*|ยังเลย|❌|not (?:yet )?start(?:ed)?/g,
  ],
  [
    'in_progress',
    /ยังไม่(?:ทัน)?(?:เสร็จ|เรียบร้อย|ครบ|แล้วเสร็จ)|(?:กำลัง|อยู่ระหว่าง)(?:การ)?(?:ดำเนินการ|ทำ|จัดทำ|รวบรวม)?(?:อยู่)?|ทำอยู่|เริ่ม(?:ทำ|ดำเนินการ)?แล้ว|(?:ใกล้|เกือบ)(?:จะ)?เสร็จ(?:แล้ว|ละ)?|doing|in progress/g,
  ],
  [
    'done',
    /(?:ดำเนินการ|จัดทำ|ทำ)?(?:แล้ว)?(?:เสร็จ(?:สิ้น|เรียบร้อย)?|เรียบร้อย)(?:แล้ว|ละ|ล่ะ)?|(?:ดำเนินการ|ครบ|เผยแพร่|อัปโหลด|(?:ลง|ขึ้น)เว็บ(?:ไซต์)?)(?:แล้ว|ละ)|[✅✔☑]|\bdone\b|\bfinished\b/gu,
  ],
];
/** `60%`, `50-60%` (the lower counts), `ร้อยละ 60`, `เหลืออีก 30%` (70). */
const PERCENT =
  /(?<left>(?:เหลือ|ขาด)(?:อีก)?\s*)?(?:ร้อยละ\s*(?<worded>\d{1,3})(?!\d)|(?<!\d)(?<signed>\d{1,3})(?:\s?[-–]\s?\d{1,3})?\s?(?:%|เปอร์เซ็นต์|เปอร์เซนต์|เปอ(?![ก-๙])))/g;

/** The status told, or null. A percent decides: 0 not started, 1–99 in progress, 100 done. */
export function findStatus(text: string): FoundStatus | null {
  const percents = [...text.matchAll(PERCENT)].map(percentOf);
  const [percent] = percents;
  let rest = text.replace(PERCENT, ' ');
  const said: Status[] = [];
  for (const [status, words] of WORDS) {
    const without = rest.replace(words, ' ');
    if (without !== rest) said.push(status);
    rest = without;
  }
  const [word = null] = said;
  const more = { word, rest: rest.replace(/\s+/g, ' ').trim() };
  if (percent !== undefined && percent <= 100) {
    const status = percent === 0 ? 'not_started' : percent === 100 ? 'done' : 'in_progress';
    return { status, percent, mixed: percents.length > 1, ...more };
  }
  return word === null ? null : { status: word, mixed: said.length > 1 || percents.length > 0, ...more };
}

function percentOf({ groups }: RegExpExecArray): number {
  const value = Number(groups?.worded ?? groups?.signed);
  return groups?.left === undefined || value > 100 ? value : 100 - value;
}
