/** Lists inside one cell: numbered (`๑. … ๒. …`), dashed, with bullets; wrapped lines are no items. */
import { arabicDigits } from '../thai/normalise.ts';

const NUMBER = /(^|[\s(]|(?<=[ก-๙]))(\d{1,2})\s?([.)])(?!\d)\s*/g;
const INTRO = /(?:ดังนี้|ได้แก่|คือ|ดังต่อไปนี้)\s*:?$|:$/;

/** The items of a cell, without their marks; a cell without marks is one item. */
export function splitList(cell: string): string[] {
  const text = cell.trim();
  return (byNumbers(text) ?? byDashes(text)).map(bare).filter((piece) => piece !== '');
}

/** The parts of a title. Numbers inside a sentence (`จัดทำ 1. แผน 2. คู่มือ`) belong to it: without them it is another. */
export function splitTitle(cell: string): string[] {
  const text = cell.trim();
  const isList = /^\(?[\d๐-๙]/.test(text);
  const pieces = (isList ? byNumbers(text) : null) ?? byDashes(text);
  return pieces.map(bare).filter((piece) => piece !== '');
}

/** Text without list marks at its beginning, on one line. */
export function bare(text: string): string {
  return oneLine(text.replace(/^(?:\s*[-–—•●▪■◦➢✓*]\s*)+(?=\D|$)/, ''));
}

/** A number written before a title: `๑.`, `1)`, `ข้อ ๒`, `มาตรการที่ 3`. */
export function leadingNumber(
  text: string,
): { readonly written: string; readonly number: number | null; readonly rest: string } | null {
  const found =
    /^\s*(?:มาตรการที่\s*([๐-๙\d]{1,2})(?:\s*[.:)]|\s+|$)|\(?([๐-๙\d]{1,2}(?:\.[๐-๙\d]{1,2}){0,2})\s?[.)]\s*(?=\D|$)|([๐-๙\d]{1,2}(?:\.[๐-๙\d]{1,2}){1,2})\s+)/.exec(
      text,
    );
  if (found === null) return null;
  const written = found[1] ?? found[2] ?? found[3] ?? '';
  const plain = arabicDigits(written);
  return {
    written,
    number: /^\d+$/.test(plain) && Number(plain) > 0 ? Number(plain) : null,
    rest: text.slice(found[0].length),
  };
}

/** Joins wrapped lines. A space stays where the line broke: Thai has none between words, so it harms nothing. */
export function oneLine(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Split where 1, 2, 3 … stand one after the other; anything else that looks like a number is text. */
function byNumbers(text: string): string[] | null {
  const plain = arabicDigits(text);
  const lines = lineMarks(plain);
  const anywhere = marksIn(plain);
  // A line that begins with a number of the list tells better than a number inside one before it.
  const marks = lines.every(({ at }) => anywhere.some((mark) => mark.at === at)) ? anywhere : lines;
  const [first] = marks;
  if (first === undefined || (marks.length === 1 && first.at > 0)) return null;
  const pieces = marks.map(({ from }, index) => text.slice(from, marks[index + 1]?.at ?? text.length));
  const lead = text.slice(0, first.at).replace(/\($/, '').trim();
  return lead === '' ? pieces : joinIntro([lead, ...pieces].map(bare));
}

interface Mark {
  readonly at: number;
  /** Where its text begins. */
  readonly from: number;
}

function marksIn(plain: string): Mark[] {
  const marks: Mark[] = [];
  let expected = 1;
  for (const match of plain.matchAll(NUMBER)) {
    if (Number(match[2]) !== expected) continue;
    const glued = match[1] === '' && match.index > 0;
    if (glued && (match[3] !== '.' || /(?:ข้อ|ที่|ปี|ม|พ|ว)$/.test(plain.slice(0, match.index)))) continue;
    const at = match.index + (match[1] === '(' ? 0 : (match[1]?.length ?? 0));
    marks.push({ at, from: match.index + match[0].length });
    expected += 1;
  }
  return marks;
}

/** 1, 2, 3 … at the beginning of lines, from the first on; none when they do not run so. */
function lineMarks(plain: string): Mark[] {
  const found = [...plain.matchAll(/^(\d{1,2})\s?[.)](?!\d)\s*/gm)];
  const runs = found[0]?.index === 0 && found.every((match, at) => Number(match[1]) === at + 1);
  return runs ? found.map((match) => ({ at: match.index, from: match.index + match[0].length })) : [];
}

const BULLET = /(?:^|\n|\s)\s*[•●▪■◦➢✓]\s*/g;
const LINE_DASH = /(?:^|\n)\s*[-–—*]\s*(?=[^\s\d-])/g;
/** ` -ข้อความ` and ` - ข้อความยาว`; not `E – Service`, `ยืม - คืน`, `ต.ค. - ก.ย.`. */
const INNER_DASH =
  /(?<=[^\s\d๐-๙]) +[-–—](?! *(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม))(?:(?=[ก-ฮเ-ไ])| +(?=[ก-๙]{6,}))/g;
/** In a cell that begins with a dash, any dash before a Thai word goes on with the list. */
const ANY_DASH =
  /(?<=[^\s\d๐-๙]) +[-–—](?! *(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)) *(?=[ก-ฮเ-ไ])/g;

function byDashes(text: string): string[] {
  const cuts = new Set<number>();
  for (const pattern of [BULLET, LINE_DASH])
    for (const match of text.matchAll(pattern)) cuts.add(match.index);
  const isList = /^[-–—]/.test(text);
  const inner = isList ? ANY_DASH : INNER_DASH;
  for (const match of text.matchAll(inner)) {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    const isPair = !isList && / $/.test(match[0]) && (before.length < 20 || after.length < 12);
    if (!/[A-Za-z]$/.test(before) && !isPair) cuts.add(match.index);
  }
  const at = [...cuts].sort((a, b) => a - b);
  const starts = at[0] === 0 ? at : [0, ...at];
  const pieces = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  return joinIntro(pieces.map(bare).filter((piece) => piece !== ''));
}

function joinIntro(pieces: readonly string[]): string[] {
  const [lead, first, ...rest] = pieces;
  if (lead === undefined || first === undefined || !INTRO.test(lead)) return [...pieces];
  return [`${lead} ${first}`, ...rest];
}
