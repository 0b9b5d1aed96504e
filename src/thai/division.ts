/** Finding a division's name in what people write. */

export interface NamedDivision {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What was found, and the text without it. */
export interface FoundDivision {
  readonly code: string;
  readonly rest: string;
}

/** Names that begin so are names wherever they stand; others (คลัง, ช่าง, ศึกษา) are ordinary words as well. */
const SAYS_DIVISION = /^(?:กอง|สำนัก|หน่วย|ฝ่าย|ฝั่ง|ส่วน|ผอ\.|หน\.)/;
/** What may stand right before an ordinary word that means a division; a space or the beginning may too. */
const BEFORE = /(?:^|[^ก-๙]|กอง|ฝ่าย|ฝั่ง|ของ|งาน|สรุป|ภาพรวม)$/;
const LONGEST_BEFORE = 8;
const THAI_LETTER = /^[ก-๙]/;

/** The longest division name or alias that stands in normalised text; not ช่าง in นายช่าง nor สป in สปสช. */
export function findDivision(text: string, divisions: readonly NamedDivision[]): FoundDivision | null {
  let best: { code: string; length: number; at: number } | null = null;
  for (const { code, name, aliases } of divisions) {
    for (const written of [name, ...aliases]) {
      if (best !== null && written.length <= best.length) continue;
      const at = placeOf(text, written.toLowerCase());
      if (at !== null) best = { code, length: written.length, at };
    }
  }
  if (best === null) return null;
  const rest = `${text.slice(0, best.at)} ${text.slice(best.at + best.length)}`.trim();
  return { code: best.code, rest };
}

function placeOf(text: string, name: string): number | null {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (SAYS_DIVISION.test(name)) return at;
    const isOwnWord =
      name.length > 2 || !THAI_LETTER.test(text.slice(at + name.length, at + name.length + 1));
    if (isOwnWord && BEFORE.test(text.slice(Math.max(0, at - LONGEST_BEFORE), at))) return at;
  }
  return null;
}
