/** What somebody who waits to be let in types of himself: his name, and the division he works in. Pure. */
import type { Division } from '../domain/event.ts';
import { type DivisionNamed, divisionWords, isStrayDivision } from '../thai/division.ts';
import { tokensOf } from '../thai/lexicon.ts';
import { normalise } from '../thai/normalise.ts';
import { short } from './flex.ts';

export interface Applicant {
  /** Without division, post and politeness; empty = he named nobody. */
  readonly name: string;
  /** Null = he named none that the office has. */
  readonly division: string | null;
}

/** Letters of what he typed that are kept. */
const MOST_SAID = 200;
const MOST_NAME = 80;

/** What introduces a name, or stands around it. */
const AROUND = /^(?:ขอ|ลงทะเบียน|ขอลงทะเบียน|ชื่อ|ผม|ดิฉัน|หนู|ข้าพเจ้า|คือ|สวัสดี|อยู่|สังกัด|ที่|จาก)$/;
const LEADS = /^(?:ผม|ดิฉัน|หนู)?(?:ลงทะเบียน)?(?:ชื่อ(?:-?นามสกุล)?\s*[:：]?)/;
const POLITE = /(?:นะคะ|นะครับ|ค่ะ|คะ|ครับ|ครับผม|ค่า|จ้า)$/;
/** From here on it is about his work. */
const WORK = /^(?:ตำแหน่ง|อยู่|สังกัด|แผนก|งาน)/;
const TITLE = /^(?:นาย|นาง|น\.ส\.|ว่าที่|ดร\.|ส\.[ตอ]\.|จ\.[สอ]\.|พ\.จ\.|mr|mrs|ms|miss)/i;
const ASKS = /ไหม|มั้ย|อะไร|ยังไง|อย่างไร|เมื่อไ|ใคร|ทำไม|กี่|หรือยัง|[?？]/;

/** As it is kept beside the ledger: one line of bounded length. */
export function saidOf(text: string): string {
  return short(text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim(), MOST_SAID);
}

export function readApplicant(said: string, divisions: readonly Division[]): Applicant {
  const words: string[] = [];
  let codes: string[] = [];
  for (const written of said.replace(POLITE, '').split(' ')) {
    const word = written.replace(LEADS, '');
    const found = divisionsIn(word, divisions);
    codes = [...codes, ...found];
    if (WORK.test(word) && words.length > 0) {
      codes = [...codes, ...divisionsIn(said, divisions)];
      break;
    }
    if (word !== '' && found.length === 0 && !AROUND.test(word)) words.push(word);
  }
  const [division = null] = codes;
  return { name: short(words.join(' '), MOST_NAME), division };
}

/** True when the words can be a person's whole name: with a title, or of two words, and no question. */
export function isNamed({ name }: Applicant): boolean {
  if (!/[\p{L}]{2}/u.test(name) || ASKS.test(name) || /https?:/i.test(name)) return false;
  return TITLE.test(name) || name.includes(' ');
}

/** Nobody but a person is called so. */
export function hasTitle(text: string): boolean {
  return TITLE.test(text.trim());
}

function divisionsIn(text: string, divisions: readonly Division[]): string[] {
  const tokens = tokensOf(normalise(text), [divisionWords(divisions)]);
  return tokens.flatMap((token, at) => {
    if (token.field !== 'division' || isStrayDivision(tokens, at)) return [];
    return [(token.value as DivisionNamed).code];
  });
}
