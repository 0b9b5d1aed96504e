/** The number of an O-item as written and scanned: `O12`, `ข้อ O๑๒`, `012`, `๐๑๒`, `04.2`. */
import { arabicDigits } from '../thai/normalise.ts';

export interface ONumber {
  readonly no: number;
  /** A zero stands where the letter O belongs, or a stray mark inside. */
  readonly damaged: boolean;
}

const MOST = 60;

/** The O-number a whole cell is, else null. A bare number is none: it counts rows. */
export function oNumber(cell: string): ONumber | null {
  const text = arabicDigits(cell)
    .replace(/\s+/g, '')
    .replace(/^ข้อ(?:ที่)?/, '');
  const found = /^([oO0๐Ο])[-.]?(\d)([.,]?)(\d?)[.)]?$/.exec(text);
  if (found === null) return null;
  const no = Number(`${found[2]}${found[4]}`);
  if (no < 1 || no > MOST) return null;
  return { no, damaged: !/[oO]/.test(found[1] ?? '') || found[3] !== '' };
}

/** An O-item named inside running text. */
export interface Mention extends ONumber {
  readonly at: number;
  readonly end: number;
  readonly written: string;
}

/** O-items named in a text. A zero for the O counts only where words say so: `ข้อ ๐๒๗`, `อ้างอิงจาก ๐๘`. */
export function oMentions(text: string): Mention[] {
  const pattern =
    /(?<![A-Za-z0-9๐-๙.,/])(O|o)\s?([0-9๐-๙]{1,2})(?![0-9๐-๙A-Za-z])|(?:ข้อ(?:คำถาม|ที่)?|จาก|ตาม|OIT)\s*([0๐])([0-9๐-๙]{1,2})(?![0-9๐-๙.,/])/g;
  const found: Mention[] = [];
  for (const match of text.matchAll(pattern)) {
    const no = Number(arabicDigits(match[2] ?? match[4] ?? ''));
    if (no < 1 || no > MOST) continue;
    const written = match[1] === undefined ? `${match[3]}${match[4]}` : match[0];
    const end = match.index + match[0].length;
    found.push({ no, damaged: match[1] === undefined, at: end - written.length, end, written });
  }
  return found;
}
