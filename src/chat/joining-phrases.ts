/**
 * What is typed in 1:1 about who comes in, as exact phrases: tried before anything is understood. Spaces and polite endings
 * count for nothing.
 */
import type { Division } from '../domain/event.ts';
import { type DivisionNamed, divisionWords } from '../thai/division.ts';
import { tokensOf } from '../thai/lexicon.ts';
import { plainPhrase } from './plain-phrase.ts';

/** A coordinator's. `division` null = of the whole office. */
export type JoiningCommand =
  | { readonly do: 'waiting' }
  | { readonly do: 'invite' }
  | { readonly do: 'group-code'; readonly division: string | null; readonly extra: boolean }
  /** A division was named that the office does not have. */
  | { readonly do: 'which-division' };

const GROUP_CODE = /^(?:ขอ)?รหัส(?:ผูก)?กลุ่ม(เพิ่ม)?(.*)$/;

/** Null = it is none of these, and is understood as any other words. */
export function joiningCommand(text: string, divisions: readonly Division[]): JoiningCommand | null {
  const plain = plainPhrase(text);
  if (/^(?:ดู)?(?:คน|ผู้)รออนุมัติ$/.test(plain)) return { do: 'waiting' };
  if (/^(?:เชิญ|เชิญเจ้าหน้าที่|เชิญคน|ขอรหัสเชิญ|รหัสเชิญ)$/.test(plain)) return { do: 'invite' };
  const group = GROUP_CODE.exec(plain);
  if (group === null) return null;
  const [, more, named = ''] = group;
  const extra = more !== undefined;
  if (named === '' || named === 'เจ้าหน้าที่') return { do: 'group-code', division: null, extra };
  const division = divisionOf(named, divisions);
  return division === null ? { do: 'which-division' } : { do: 'group-code', division, extra };
}

/** Ten letters and digits, with or without a dash. */
const CODE = /^(?:รหัส|code|ลงทะเบียน)?\s*:?\s*([2-9A-HJ-NP-Z]{5}[-\s]?[2-9A-HJ-NP-Z]{5})$/i;

/** A code as typed in any chat, alone or after a word such as รหัส; null = it is none. */
export function codeIn(text: string): string | null {
  const code = CODE.exec(text.trim())?.[1];
  return code !== undefined && /\d/.test(code) ? code : null;
}

/** What somebody says of himself behind `ลงทะเบียน ชื่อ`; null = he says something else. */
export function nameGiven(text: string): string | null {
  const given = /^\s*(?:ขอ)?ลงทะเบียน\s*ชื่อ(?:-?นามสกุล)?\s*[:：]?\s*(\S[\s\S]*)$/.exec(text.normalize('NFC'));
  return given?.[1] ?? null;
}

/** He asks how his request stands. */
export function asksForRequest(text: string): boolean {
  return /^(?:ขอ)?ลงทะเบียน(?:แล้ว)?$/.test(plainPhrase(text));
}

/** The whole of it is one division's name. */
function divisionOf(named: string, divisions: readonly Division[]): string | null {
  const [only, ...others] = tokensOf(named, [divisionWords(divisions)]);
  return only?.field === 'division' && others.length === 0 ? (only.value as DivisionNamed).code : null;
}
