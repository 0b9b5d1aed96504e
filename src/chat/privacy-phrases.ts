/** What anyone types in 1:1 about his own data, as exact phrases. Spaces and polite endings count for nothing. */
import { normalise } from '../thai/normalise.ts';
import { takeCall } from './understand/call.ts';

export type PrivacyCommand =
  /** What is kept of him and why. */
  | 'kept'
  /** All of it, as a page for him alone. */
  | 'export'
  /** What follows from erasing it, with a button. */
  | 'erase'
  /** He typed the button's words. */
  | 'erase-surely';

const MINE = '(?:ของ)?(?:ฉัน|ดิฉัน|ผม|หนู|ตัวเอง|ตนเอง)';
const RULES: readonly (readonly [RegExp, PrivacyCommand])[] = [
  [new RegExp(`^(?:ดู)?(?:ข้อมูล${MINE}|ข้อมูลส่วน(?:ตัว|บุคคล)(?:${MINE})?|นโยบายความเป็นส่วนตัว|pdpa)$`), 'kept'],
  [new RegExp(`^(?:ขอ|ขอดู|ขอสำเนา|ดาวน์โหลด)ข้อมูล(?:ส่วน(?:ตัว|บุคคล))?${MINE}$`), 'export'],
  [new RegExp(`^(?:ขอ)?ลบข้อมูล(?:ส่วน(?:ตัว|บุคคล))?${MINE}$`), 'erase'],
  [/^ยืนยันลบข้อมูลของฉัน$/, 'erase-surely'],
];

const POLITE = /(?:นะคะ|นะครับ|ค่ะ|คะ|ครับ|จ้า|หน่อย|ด้วย)+$/;

/** Null = it is none of these. */
export function privacyCommand(text: string): PrivacyCommand | null {
  const plain = normalise(text).replace(/\s+/g, '').replace(POLITE, '');
  return RULES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** True when the words call the bot in a group and are one of these. */
export function isCalledPrivacy(text: string, mentioned: boolean): boolean {
  const { called, text: rest } = takeCall(normalise(text), mentioned);
  return called && privacyCommand(rest) !== null;
}
