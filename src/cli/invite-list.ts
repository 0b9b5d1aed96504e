/** A list of people to invite: name, role, division, one a line; csv as Excel saves it, in Thai or English. */
import type { Division, RoleIn } from '../domain/event.ts';
import { csvRows } from '../intake/csv.ts';
import { decodeText } from '../intake/decode.ts';
import type { Row } from '../intake/source.ts';
import { type DivisionNamed, divisionWords } from '../thai/division.ts';
import { tokensOf } from '../thai/lexicon.ts';
import { normalise } from '../thai/normalise.ts';

export interface Invited {
  readonly name: string;
  readonly roles: readonly RoleIn[];
}

export type InviteList =
  | { readonly ok: true; readonly people: readonly Invited[] }
  /** What is wrong with each line; nobody is invited before all are right. */
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** A sheet of more would be a mistake. */
const MOST = 300;

const ROLES: readonly (readonly [RegExp, RoleIn])[] = [
  [/^(?:coordinator|ผู้ประสานงาน(?:ita)?)$/, { role: 'coordinator' }],
  [/^(?:head|หัวหน้า(?:ส่วนราชการ)?|ผู้อำนวยการ(?:กอง)?|ผอ\.?)$/, { role: 'head' }],
  [/^(?:staff|เจ้าหน้าที่)$/, { role: 'staff' }],
  [/^(?:palad|ปลัด)$/, { role: 'executive', post: 'palad' }],
  [/^(?:nayok|นายก)$/, { role: 'executive', post: 'nayok' }],
  [/^(?:executive|ผู้บริหาร|รองปลัด|รองนายก)$/, { role: 'executive' }],
];

export function readInviteList(bytes: Uint8Array, divisions: readonly Division[]): InviteList {
  const text = decodeText(bytes);
  if (text === null) return { ok: false, mistakes: ['It is no text file: save the list as csv.'] };
  const rows = csvRows(text.replace(/^\uFEFF/, '')).filter(({ cells }) => cells.some((cell) => cell !== ''));
  // A first line without a role is a heading.
  const [first, ...others] = rows;
  const people = first !== undefined && roleIn(first) === null ? others : rows;
  const read = people.map((row) => readRow(row, divisions));
  const mistakes = read.flatMap((one) => (typeof one === 'string' ? [one] : []));
  if (people.length === 0) mistakes.push('It names nobody. A line is: name, role, division.');
  if (people.length > MOST) mistakes.push(`It names ${people.length} people; ${MOST} are the most.`);
  if (mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, people: read.flatMap((one) => (typeof one === 'string' ? [] : [one])) };
}

/** The person, or what is wrong. */
function readRow(row: Row, divisions: readonly Division[]): Invited | string {
  const [name = '', written = '', place = ''] = row.cells;
  const found = roleIn(row);
  if (name === '') return `line ${row.line}: the name is missing.`;
  if (found === null) {
    const roles =
      'staff, head, executive, palad, nayok or coordinator (เจ้าหน้าที่, หัวหน้า, ผู้บริหาร, ปลัด, นายก, ผู้ประสานงาน)';
    return `line ${row.line}: "${written}" is no role: ${roles}.`;
  }
  if (found.role !== 'staff' && found.role !== 'head') return { name, roles: [found] };
  const division = divisionOf(place, divisions);
  return division === null
    ? `line ${row.line}: "${place}" is no division of the office.`
    : { name, roles: [{ ...found, division }] };
}

function roleIn({ cells }: Row): RoleIn | null {
  const written = normalise(cells[1] ?? '').replace(/\s+/g, '');
  return ROLES.find(([pattern]) => pattern.test(written))?.[1] ?? null;
}

/** By its code, its name or another name the office gave it. */
function divisionOf(written: string, divisions: readonly Division[]): string | null {
  const byCode = divisions.find(({ code }) => code === written);
  if (byCode !== undefined) return byCode.code;
  const [only, ...others] = tokensOf(normalise(written), [divisionWords(divisions)]);
  return only?.field === 'division' && others.length === 0 ? (only.value as DivisionNamed).code : null;
}
