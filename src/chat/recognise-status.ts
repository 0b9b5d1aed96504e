/** Status words and percents (`understanding/spec.md` §8), in normalised text without items. */
import type { Status } from '../domain/event.ts';

export interface FoundStatus {
  readonly status: Status;
  readonly percent?: number;
  /** The text with the words taken out. */
  readonly rest: string;
}

/** In order: what is said first here wins, because `ยังไม่เสร็จ` holds `เสร็จ`. Longer forms stand before shorter. */
const WORDS: readonly (readonly [Status, RegExp])[] = [
  [
    'not_started',
    /ยังไม่(?:ได้)?(?:เริ่ม|ทำ|ดำเนินการ|ลงมือ)(?:ดำเนินการ|ทำ|เลย)*|ยังเลย|❌|not (?:yet )?start(?:ed)?/,
  ],
  [
    'in_progress',
    /ยังไม่(?:เสร็จ|เรียบร้อย|ครบ|แล้วเสร็จ)|(?:กำลัง|อยู่ระหว่าง)(?:การ)?(?:ดำเนินการ|ทำ|จัดทำ|รวบรวม)?(?:อยู่)?|ทำอยู่|เริ่ม(?:ทำ|ดำเนินการ)?แล้ว|(?:ใกล้|เกือบ)(?:จะ)?เสร็จ|doing|in progress/,
  ],
  [
    'done',
    /(?:ดำเนินการ|จัดทำ|ทำ)?(?:แล้ว)?(?:เสร็จ(?:สิ้น|เรียบร้อย)?|เรียบร้อย)(?:แล้ว|ละ|ล่ะ)?|(?:ดำเนินการ|ครบ|เผยแพร่|อัปโหลด|(?:ลง|ขึ้น)เว็บ(?:ไซต์)?)(?:แล้ว|ละ)|[✅✔☑]|\bdone\b|\bfinished\b/u,
  ],
];
const PERCENT = /(?:ร้อยละ\s*(\d{1,3})|(\d{1,3})\s*(?:%|เปอร์เซ็นต์|เปอร์เซนต์|เปอ(?![ก-๙])))/;

/** The status told, or null. A percent decides: 0 not started, 1–99 in progress, 100 done. */
export function findStatus(text: string): FoundStatus | null {
  const percent = PERCENT.exec(text);
  const value = percent === null ? null : Number(percent[1] ?? percent[2]);
  let rest = percent === null ? text : text.replace(percent[0], ' ');
  let found: Status | null = null;
  for (const [status, words] of WORDS) {
    const word = words.exec(rest);
    if (word === null) continue;
    found ??= status;
    rest = rest.replace(word[0], ' ');
  }
  if (value !== null && value <= 100) {
    return {
      status: value === 0 ? 'not_started' : value === 100 ? 'done' : 'in_progress',
      percent: value,
      rest: tidy(rest),
    };
  }
  return found === null ? null : { status: found, rest: tidy(rest) };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
