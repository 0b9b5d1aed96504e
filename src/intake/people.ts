/** People named in orders and memos: the committee, and those whose opinions a report passes through. */
import type { DraftApproval, DraftMember } from './draft.ts';
import { personIn } from './person.ts';
import { cellOf, type Section } from './section.ts';
import type { TextLine } from './source.ts';

const ROLE = /ประธาน|กรรมการ|เลขานุการ|ที่ปรึกษา|คณะทำงาน/;

export function committeeOf(
  sections: readonly Section[],
  lines: readonly TextLine[],
): { order: string | null; members: DraftMember[] } {
  const members = sections
    .filter(({ kind }) => kind === 'committee')
    .flatMap((section) =>
      section.rows.flatMap((row): DraftMember[] => {
        const name = row.cells.map(personIn).find((person) => person !== null);
        if (name == null) return [];
        const others = row.cells.filter(
          (cell) => cell !== '' && personIn(cell) === null && !/^[๐-๙\d]{1,2}[.)]?$/.test(cell),
        );
        const role =
          cellOf(row, section.columns, 'role') || (others.findLast((cell) => ROLE.test(cell)) ?? '');
        const position =
          cellOf(row, section.columns, 'position') || (others.find((cell) => cell !== role) ?? '');
        return [{ name, position: position || null, role: role || null, line: row.line }];
      }),
    );
  const at = lines.findIndex(({ text }) => /^คำสั่ง/.test(text.replace(/\s+/g, '')));
  const order =
    at < 0
      ? undefined
      : lines.slice(at, at + 3).find(({ text }) => /(?:^|\s)ที่\s*[\d๐-๙]+\s*\//.test(text))?.text;
  return { order: order?.replace(/^.*?ที่\s*/, '').trim() ?? null, members };
}

const OPINION = /^ความเห็นของ/;
const NOT_A_POSITION = /^(?:ความเห็น|จึงเรียน|เรียน|เรื่อง|ที่\s|\(?ลงชื่อ|[.…\s]+$|ตาม|มาตรการ|รายงาน)/;

/** Who reported, and each opinion with the name and position signed below it. */
export function approvalChainOf(lines: readonly TextLine[]): DraftApproval[] {
  const opinions = lines.flatMap(({ text }, at) => (OPINION.test(text.trim()) ? [at] : []));
  const [first] = opinions;
  if (first === undefined) return [];
  const signedAt = (from: number, to: number) => {
    for (let at = to - 1; at >= from; at -= 1) if (signature(lines[at]?.text ?? '') !== null) return at;
    return null;
  };
  const reporter = signedAt(0, first);
  const steps = [
    ...(reporter === null ? [] : [{ role: 'ผู้รายงาน', at: reporter, line: lines[reporter]?.line ?? 0 }]),
    ...opinions.map((opinion, index) => {
      const role = (lines[opinion]?.text ?? '').replace(/[.…\s]+$/, '').trim();
      const end = Math.min(opinions[index + 1] ?? opinion + 8, opinion + 8);
      return { role, at: firstSigned(lines, opinion + 1, end), line: lines[opinion]?.line ?? 0 };
    }),
  ];
  return steps.map(({ role, at, line }, index) => ({
    step: index + 1,
    role,
    name: at === null ? null : signature(lines[at]?.text ?? ''),
    position: at === null ? null : positionBelow(lines, at),
    line,
  }));
}

/** A signature stands in brackets; a name without them is what a scanner made of the ink. */
function signature(text: string): string | null {
  return /^\s*[(（]/.test(text) ? personIn(text) : null;
}

function firstSigned(lines: readonly TextLine[], from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) if (signature(lines[at]?.text ?? '') !== null) return at;
  return null;
}

function positionBelow(lines: readonly TextLine[], at: number): string | null {
  const below: string[] = [];
  for (const { text } of lines.slice(at + 1, at + 3)) {
    if (NOT_A_POSITION.test(text) || text.length > 90 || signature(text) !== null) break;
    below.push(text);
    if (!/(?:ปฏิบัติหน้าที่|แทน)\s*$/.test(text)) break;
  }
  return below.join(' ') || null;
}
