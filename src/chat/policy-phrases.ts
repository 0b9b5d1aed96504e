/**
 * A coordinator's words about when the office is reminded. Each part of the policy has one phrase that says it
 * (`POLICY_SAID`), and is set by typing that phrase with other numbers.
 */
import type { Policy } from '../domain/policy.ts';

export type PolicyCommand =
  | { readonly do: 'policy' }
  | { readonly do: 'set-policy'; readonly change: Partial<Policy> }
  | { readonly do: 'reset-policy' }
  /** The phrase is one of these, the number or time in it is not clear. */
  | { readonly do: 'policy-unclear'; readonly part: 'days' | 'time' | 'grace' };

type Reader = (value: string) => PolicyCommand;

const set = (change: Partial<Policy>): PolicyCommand => ({ do: 'set-policy', change });

const days =
  (key: 'before' | 'after' | 'report'): Reader =>
  (value) => {
    const said = numbersIn(value);
    return said === null ? { do: 'policy-unclear', part: 'days' } : set({ [key]: said });
  };

const time =
  (key: 'from' | 'until'): Reader =>
  (value) => {
    const minute = minuteIn(value);
    return minute === null ? { do: 'policy-unclear', part: 'time' } : set({ [key]: minute });
  };

function grace(value: string): PolicyCommand {
  const [head, palad, nayok, ...more] = numbersIn(value) ?? [];
  return head === undefined || palad === undefined || nayok === undefined || more.length > 0
    ? { do: 'policy-unclear', part: 'grace' }
    : set({ grace: [head, palad, nayok] });
}

function pause(value: string): PolicyCommand {
  const [only, ...more] = numbersIn(value) ?? [];
  return only === undefined || more.length > 0
    ? { do: 'policy-unclear', part: 'days' }
    : set({ pause: only });
}

/** Phrases that end in a value. Spaces within them do not count. */
const WITH_VALUE: readonly (readonly [words: string, read: Reader])[] = [
  ['เตือนก่อนวันประชุม', days('report')],
  ['เตือนก่อนวันรายงาน', days('report')],
  ['เตือนก่อนครบกำหนด', days('before')],
  ['เตือนก่อน', days('before')],
  ['เตือนหลังครบกำหนด', days('after')],
  ['เตือนหลังเลยกำหนด', days('after')],
  ['เวลาเตือน', time('from')],
  ['หยุดเตือนหลัง', time('until')],
  ['แจ้งหัวหน้าเมื่อเงียบ', grace],
  ['รอเมื่อรับทราบ', pause],
];

/** Whole phrases, without their spaces. */
const WHOLE: Readonly<Record<string, PolicyCommand>> = {
  ตั้งค่าแจ้งเตือน: { do: 'policy' },
  ตั้งค่าการแจ้งเตือน: { do: 'policy' },
  คืนค่าแจ้งเตือนเริ่มต้น: { do: 'reset-policy' },
  ไม่เตือนหลังครบกำหนด: set({ after: [] }),
  ไม่เตือนก่อนวันประชุม: set({ report: [] }),
  สรุปก่อนวันประชุม: set({ summary: 'before-meeting' }),
  สรุปวันทำการแรก: set({ summary: 'first-working-day' }),
  สรุปวันทำการแรกของเดือน: set({ summary: 'first-working-day' }),
  เปิดการแท็กหัวหน้าในสรุป: set({ mentions: true }),
  ปิดการแท็กหัวหน้าในสรุป: set({ mentions: false }),
  เปิดแจ้งเริ่มดำเนินการ: set({ opening: true }),
  ปิดแจ้งเริ่มดำเนินการ: set({ opening: false }),
};

/** @param plain normalised, without politeness. Null = it is none of these. */
export function policyCommand(plain: string): PolicyCommand | null {
  const compact = plain.replaceAll(' ', '');
  if (Object.hasOwn(WHOLE, compact)) return WHOLE[compact] ?? null;
  for (const [words, read] of WITH_VALUE) {
    const value = behind(plain, words);
    // Words that go on otherwise are another sentence.
    if (value !== null && /^[\d]/.test(value)) return read(value);
  }
  return null;
}

/** What stands behind words, whatever spaces are in them. */
export function behind(text: string, words: string): string | null {
  let at = 0;
  for (const letter of words) {
    while (text[at] === ' ') at += 1;
    if (text[at] !== letter) return null;
    at += 1;
  }
  return text.slice(at).trim();
}

const UNIT = / ?(?:วันทำการ|วันทําการ|วัน)?$/;

/** `30 14 7`, `30, 14 และ 7 วัน`; null = anything else stands there. */
function numbersIn(value: string): number[] | null {
  const parts = value
    .replace(UNIT, '')
    .split(/ ?(?:,|และ) ?| /)
    .filter((part) => part !== '');
  return parts.every((part) => /^\d{1,3}$/.test(part)) ? parts.map(Number) : null;
}

/** `08:45`, `8.45 น.`, `9 น.` in minutes after midnight; null = not clear. */
function minuteIn(value: string): number | null {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))? ?(?:น\.?|นาฬิกา)?$/.exec(value) ?? [];
  const bare = /^\d+$/.test(value);
  if (hour === '' || bare || Number(hour) > 23 || Number(minute) > 59) return null;
  return Number(hour) * 60 + Number(minute);
}
