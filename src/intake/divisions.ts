/** Divisions named in a cell: by known names first, since a space, a line break or nothing may stand between two. */
import { editDistance, squeeze } from './compare.ts';

export interface NamedOwner {
  readonly code: string;
  readonly name: string;
}

export interface DivisionNames extends NamedOwner {
  readonly aliases: readonly string[];
}

export interface ReadOwners {
  readonly owners: readonly NamedOwner[];
  /** Pieces that are no division we know, as written. */
  readonly unknown: readonly {
    readonly text: string;
    readonly maybe: string | null;
    readonly isDivision: boolean;
  }[];
}

/** The names in use in the offices of the founders' material (`ita/domain.md` §7). An office's own names come in as an argument besides. */
const COMMON: readonly DivisionNames[] = [
  {
    code: 'palad',
    name: 'สำนักปลัด',
    aliases: ['สำนักงานปลัด', 'สป.', 'สนป.'],
  },
  {
    code: 'finance',
    name: 'กองคลัง',
    aliases: ['ส่วนการคลัง', 'ฝ่ายคลัง', 'ฝ่ายการคลัง', 'สำนักคลัง', 'กองการคลัง', 'งานคลัง'],
  },
  { code: 'works', name: 'กองช่าง', aliases: ['ส่วนโยธา', 'ฝ่ายช่าง', 'สำนักช่าง', 'ฝ่ายโยธา'] },
  {
    code: 'education',
    name: 'กองการศึกษา ศาสนาและวัฒนธรรม',
    aliases: [
      'กองการศึกษา',
      'กองการศึกษาฯ',
      'กองการศึกษาและวัฒนธรรม',
      'กองการศึกษาฯและวัฒนธรรม',
      'ส่วนการศึกษา',
      'ส่วนการศึกษาศาสนาและวัฒนธรรม',
      'สำนักการศึกษา',
      'กองศึกษา',
      'กองศึกษาฯ',
      'ศพด.',
    ],
  },
  {
    code: 'health',
    name: 'กองสาธารณสุขและสิ่งแวดล้อม',
    aliases: [
      'กองสาธารณสุข',
      'กองสาธารณสุขฯ',
      'กองสธ.',
      'ส่วนสาธารณสุข',
      'ส่วนสาธารณสุขและสิ่งแวดล้อม',
      'สำนักสาธารณสุข',
    ],
  },
  {
    code: 'welfare',
    name: 'กองสวัสดิการสังคม',
    aliases: ['กองสวัสดิการฯ', 'กองสวัสดิการ', 'ส่วนสวัสดิการสังคม', 'งานสวัสดิการสังคม', 'สวัสดิการสังคม'],
  },
  {
    code: 'audit',
    name: 'หน่วยตรวจสอบภายใน',
    aliases: ['หน่วยตรวจฯ', 'ตรวจสอบภายใน', 'งานตรวจสอบภายใน', 'นักวิชาการตรวจสอบภายใน'],
  },
  { code: 'agriculture', name: 'กองส่งเสริมการเกษตร', aliases: ['ส่วนส่งเสริมการเกษตร', 'กองส่งเสริมการเกษตรฯ'] },
  {
    code: 'strategy',
    name: 'กองยุทธศาสตร์และงบประมาณ',
    aliases: ['กองยุทธศาสตร์ฯ', 'กองแผนและงบประมาณ', 'กองวิชาการและแผนงาน'],
  },
  { code: 'personnel', name: 'กองการเจ้าหน้าที่', aliases: [] },
  { code: 'waterworks', name: 'กองการประปา', aliases: ['กองประปา'] },
  {
    code: 'all',
    name: 'ทุกส่วนราชการ',
    aliases: [
      'ทุกกอง',
      'ทุกสำนัก/กอง',
      'ทุกสำนักกอง',
      'ทุกสำนัก',
      'ทุกกอง/สำนัก',
      'ทุกส่วน',
      'ทุกส่วนงาน',
      'ทุกหน่วยงาน',
      'ทุกหน่วยงานในสังกัด',
      'ทุกส่วนราชการในสังกัด',
      'ทุกฝ่าย',
    ],
  },
];

/** Ordinary words that mean a division only when they stand alone. */
const ALONE: Readonly<Record<string, string>> = {
  คลัง: 'finance',
  การคลัง: 'finance',
  ช่าง: 'works',
  โยธา: 'works',
  การศึกษา: 'education',
  สาธารณสุข: 'health',
  สวัสดิการ: 'welfare',
};

/** Words that make a head of a division out of its name: the division is meant. */
const HEADS = ['ผู้อำนวยการ', 'ผอ.', 'หัวหน้า', 'หน.', 'ผอ'];
const BEGINS_DIVISION = /^(?:กอง|สำนัก|ส่วน|ฝ่าย|หน่วย|แผนก|ศูนย์)/;
const BETWEEN = /^(?:[/,;·•|+&()\-–—☐☑.]|และ|กับ|\d{1,2}[.)](?=\D))+/;

/** Reads divisions out of a cell. `own` are the office's names, its codes winning over the common ones. */
export function readOwners(cell: string, own: readonly DivisionNames[] = []): ReadOwners {
  const names = namesOf(own);
  let rest = squeeze(cell);
  const owners = new Map<string, NamedOwner>();
  const unknown: { text: string; maybe: string | null; isDivision: boolean }[] = [];
  let stray = '';
  const endStray = () => {
    const code = ALONE[stray];
    const alone = code === undefined ? undefined : names.find(({ owner }) => owner.code === code)?.owner;
    if (alone !== undefined) owners.set(alone.code, alone);
    else if (stray !== '') unknown.push(judged(stray, names));
    stray = '';
  };
  while (rest !== '') {
    const between = BETWEEN.exec(rest)?.[0];
    if (between !== undefined && (stray === '' || !/^\d/.test(between))) {
      endStray();
      rest = rest.slice(between.length);
      continue;
    }
    const known = longest(rest, names);
    if (known === null) {
      stray += rest[0];
      rest = rest.slice(1);
      continue;
    }
    endStray();
    owners.set(known.owner.code, known.owner);
    rest = withoutOffice(rest.slice(known.length), names);
  }
  endStray();
  return { owners: [...owners.values()], unknown };
}

/** A cell that names divisions and nothing else. */
export function isDivisions(cell: string): boolean {
  if (cell === '' || cell.length > 200) return false;
  const { owners, unknown } = readOwners(cell);
  return owners.length > 0 && unknown.every(({ isDivision }) => isDivision);
}

interface Known {
  readonly written: string;
  readonly owner: NamedOwner;
}

const COMMON_NAMES = listed(COMMON);

function namesOf(own: readonly DivisionNames[]): readonly Known[] {
  if (own.length === 0) return COMMON_NAMES;
  return [...listed(own), ...COMMON_NAMES];
}

function listed(divisions: readonly DivisionNames[]): Known[] {
  return divisions.flatMap(({ code, name, aliases }) => {
    const owner = { code, name };
    return [name, ...aliases].map((written) => ({ written: squeeze(written), owner }));
  });
}

function longest(text: string, names: readonly Known[]): { owner: NamedOwner; length: number } | null {
  let best: { owner: NamedOwner; length: number } | null = null;
  const head = HEADS.find((words) => text.startsWith(words));
  for (const skip of head === undefined ? [0] : [0, head.length]) {
    for (const { written, owner } of names) {
      const length = skip + written.length;
      if (text.startsWith(written, skip) && (best === null || length > best.length)) best = { owner, length };
    }
  }
  if (best === null) return null;
  const after = /^ฯลฯ|^ฯ/.exec(text.slice(best.length))?.[0] ?? '';
  return { owner: best.owner, length: best.length + after.length };
}

const ENDS_OFFICE = new RegExp(`${BETWEEN.source}|^(?:งาน|กอง|สำนัก|ฝ่าย|ศูนย์)`);

/** Drops the office's own name behind `สำนักปลัด…`: it runs to the next separator or division. */
function withoutOffice(rest: string, names: readonly Known[]): string {
  const office = /^(?:องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)?|อบต\.?|อบจ\.?|ทต\.?|ตำบล)/.exec(
    rest,
  )?.[0];
  if (office === undefined) return rest;
  let at = office.length;
  while (at < rest.length && !ENDS_OFFICE.test(rest.slice(at)) && longest(rest.slice(at), names) === null)
    at += 1;
  return rest.slice(at);
}

function judged(
  text: string,
  names: readonly Known[],
): { text: string; maybe: string | null; isDivision: boolean } {
  const isDivision = BEGINS_DIVISION.test(text);
  let best: { name: string; edits: number } | null = null;
  for (const { written, owner } of names) {
    if (written.length < 6) continue;
    const limit = Math.max(1, Math.floor(written.length * 0.34));
    const edits = editDistance(text, written, limit);
    if (edits <= limit && (best === null || edits < best.edits)) best = { name: owner.name, edits };
  }
  return { text, maybe: best?.name ?? null, isDivision };
}
