/** Places a scanner damaged, seen without understanding them: strange letters, impossible spelling, near-official words. */
import { editDistance, squeeze } from './compare.ts';
import type { Findings } from './finding.ts';
import type { TextLine } from './source.ts';

/** Set phrases of such papers, long enough that one letter off is no other phrase. */
const PHRASES: readonly string[] = [
  'ปีงบประมาณ',
  'องค์การบริหารส่วนตำบล',
  'องค์การบริหารส่วนจังหวัด',
  'นายกองค์การบริหารส่วนตำบล',
  'นายกเทศมนตรี',
  'การประเมินคุณธรรมและความโปร่งใส',
  'มาตรการส่งเสริมคุณธรรมและความโปร่งใส',
  'ดำเนินงานของหน่วยงานภาครัฐ',
  'การขัดกันระหว่างผลประโยชน์',
  'ผลประโยชน์ส่วนตนกับผลประโยชน์ส่วนรวม',
  'ผลประโยชน์ทับซ้อน',
  'การทุจริตและประพฤติมิชอบ',
  'เรื่องร้องเรียนการทุจริต',
  'ขอยืมทรัพย์สิน',
  'ทรัพย์สินของทางราชการ',
  'ทรัพย์สินของราชการ',
  'ผู้มีส่วนได้ส่วนเสีย',
  'การเปิดเผยข้อมูลสาธารณะ',
  'การแก้ไขปัญหาการทุจริต',
  'การจัดซื้อจัดจ้าง',
  'ประสิทธิภาพการสื่อสาร',
  'การใช้จ่ายงบประมาณ',
  'การบริหารทรัพยากรบุคคล',
  'พัฒนาทรัพยากรบุคคล',
  'หัวหน้าสำนักปลัด',
  'แสดงความคิดเห็น',
  'คณะกรรมการป้องกันและปราบปราม',
  'ประมวลจริยธรรม',
].sort((a, b) => b.length - a.length);
/** As good as the phrase they are near to. */
const VARIANTS =
  /ดำเนินการของหน่วยงานภาครัฐ|ผลการดำเนินงาน|การปรับปรุงระบบการทำงาน|ปรับปรุงการทำงาน|ทรัพย์สินของ(?:ทาง)?ราชการ|การรับฟัง|การบริหารงานบุคคล|ดำเนินงานของหน่วยงาน(?:ของ)?รัฐ|เรื่องร้องเรียนทุจริต|การทุจริตประพฤติมิชอบ|ทุจริตหรือประพฤติมิชอบ|การป้องกันและ(?:ปราบปราม|แก้ไข)|แก้ไขปัญหาทุจริต|การป้องกันทุจริต|การพัฒนาทรัพยากรบุคคล|การขัดกันแห่งผลประโยชน์|ผลประโยชน์ส่วนตนและผลประโยชน์ส่วนรวม|นายกองค์การบริหารส่วน(?:ตำบล|จังหวัด)|ระยะเวลาการดำเนินการ|ระยะเวลาในการดำเนินการ|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|การเปิดเผยข้อมูล(?:ต่อ)?สาธารณะ|การใช้งบประมาณ|แสดงความเห็น|การประเมิน(?:ระดับ|ผล)คุณธรรมและความโปร่งใส|ผลการดำเนินการ|คุณภาพและการดำเนินงาน/;

const STRANGE_SCRIPT =
  /(?=[\p{L}\p{M}])[^\p{Script=Thai}\p{Script=Latin}\p{Script=Greek}\p{Script=Inherited}\p{Script=Common}]/u;
const LATIN_IN_WORD = /[ก-\u0E4E]{2}([a-z]{1,4})(?![a-zA-Z.@/-])|(?<![a-zA-Z])([a-z]{1,3})[ก-\u0E4E]{2}/;
const USUAL_LATIN = /^(?:app|web|line|www|http|e|qr|it|km|pdf|url|no|ita|iit|eit|oit|o)$/i;
const IMPOSSIBLE =
  /(?:^|[\s(])[\u0E30-\u0E3A\u0E45\u0E47-\u0E4E]|[เแโใไ]{2}|[\u0E48-\u0E4B]{2}|[\u0E34-\u0E37]{2}|[เแโใไ](?:\s|$)|\u0E32\u0E34/;
const DOUBLED = /([ก-\u0E4E]{4,20})\1/;

/** Finds damage in every line, at most one of a kind each. */
export function findDamage(lines: readonly TextLine[], findings: Findings): void {
  for (const { line, text } of lines) {
    if (text.includes('\uFFFD'))
      findings.doubt(line, 'text', 'undecodable-text', around(text, text.indexOf('\uFFFD')));
    const script = STRANGE_SCRIPT.exec(text);
    if (script !== null) findings.note(line, 'text', 'foreign-letter', around(text, script.index));
    const latin = LATIN_IN_WORD.exec(text);
    if (latin !== null && !USUAL_LATIN.test(latin[1] ?? latin[2] ?? ''))
      findings.note(line, 'text', 'foreign-letter', around(text, latin.index));
    const spelling = IMPOSSIBLE.exec(text);
    if (spelling !== null) findings.note(line, 'text', 'impossible-spelling', around(text, spelling.index));
    const doubled = DOUBLED.exec(text);
    if (doubled !== null)
      findings.note(line, 'text', 'impossible-spelling', around(text, doubled.index), doubled[1] ?? null);
    nearWords(line, text, findings);
  }
}

function nearWords(line: number, text: string, findings: Findings): void {
  const flat = squeeze(text);
  for (const phrase of PHRASES) {
    const near = nearIn(flat, phrase);
    if (near === null) continue;
    findings.note(line, 'text', 'near-official-word', near, phrase);
    return;
  }
}

/**
 * A stretch that is nearly the phrase and not it. One of the phrase's pieces must stand unharmed, so that only few places
 * are measured.
 */
function nearIn(text: string, phrase: string): string | null {
  const limit = Math.min(3, Math.max(1, Math.floor(phrase.length / 9)));
  const size = Math.ceil(phrase.length / (limit + 1));
  for (let piece = 0; piece <= limit; piece += 1) {
    const from = piece * size;
    const part = phrase.slice(from, from + size);
    if (part.length < 3) continue;
    for (
      let at = text.indexOf(part), tries = 0;
      at >= 0 && tries < 60;
      at = text.indexOf(part, at + 1), tries += 1
    ) {
      const start = at - from;
      const window = text.slice(Math.max(0, start - limit), start + phrase.length + limit);
      if (window.includes(phrase) || VARIANTS.test(window)) continue;
      const found = closest(text, start, phrase, limit);
      if (found !== null) return found;
    }
  }
  return null;
}

function closest(text: string, start: number, phrase: string, limit: number): string | null {
  let best: { read: string; edits: number } | null = null;
  for (let shift = -limit; shift <= limit; shift += 1) {
    for (let grow = -limit; grow <= limit; grow += 1) {
      const from = start + shift;
      const read = text.slice(Math.max(0, from), from + phrase.length + grow);
      if (from < 0 || read.length < phrase.length - limit) continue;
      // Damage lies inside; a stretch that begins or ends otherwise is another phrase. A short one must be as long.
      if (read[0] !== phrase[0] || read.at(-1) !== phrase.at(-1)) continue;
      if (phrase.length < 16 && read.length !== phrase.length) continue;
      const edits = editDistance(read, phrase, limit);
      if (edits > 0 && edits <= limit && (best === null || edits < best.edits)) best = { read, edits };
    }
  }
  return best?.read ?? null;
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 15), at + 15);
}
