/**
 * Who sees to what, as exact phrases in 1:1, tried before anything is understood: work handed over and given, receivers of
 * reminders, รักษาราชการแทน, deputies, people who leave. Names are read later: here they are words.
 */
import type { Day } from '../domain/calendar.ts';
import type { RoleIn } from '../domain/event.ts';
import type { ItemNumber } from '../domain/item.ts';
import { type DaySpan, daySpan } from '../thai/date-span.ts';
import { type DivisionNamed, divisionWords, type NamedDivision } from '../thai/division.ts';
import { normalise } from '../thai/normalise.ts';

/** A person by the words said of him; null = the speaker himself. */
export type Who = string | null;

export type DutyPhrase =
  | { readonly do: 'hand-over'; readonly from: Who; readonly to: Who }
  | {
      readonly do: 'assign';
      readonly items: readonly ItemNumber[];
      readonly year: number | null;
      /** Undefined = nobody in particular any more. */
      readonly person: Who | undefined;
      /** Undefined = he who is it stays. */
      readonly deputy: Who | undefined;
    }
  /** Who receives: of one division or all. */
  | { readonly do: 'show-receivers'; readonly division: string | null }
  /** No names = as if nobody had been chosen. */
  | { readonly do: 'set-receivers'; readonly division: string; readonly names: readonly string[] }
  | {
      readonly do: 'act';
      readonly who: Who;
      readonly role: RoleIn;
      /** Null = it is not clear from when to when. */
      readonly span: DaySpan | null;
      /** What he acts as, as it was said. */
      readonly post: string;
    }
  | { readonly do: 'end-acting'; readonly who: Who }
  /** Undefined = who is it? */
  | { readonly do: 'deputy'; readonly of: Who; readonly deputy: string | null | undefined }
  | { readonly do: 'leave'; readonly who: Who; readonly to: string | null }
  | { readonly do: 'list' };

interface Knows {
  readonly today: Day;
  readonly divisions: readonly NamedDivision[];
}

type Rule = readonly [RegExp, (found: readonly string[], knows: Knows) => DutyPhrase | null];

const NOBODY = /^(?:ไม่มี|ว่าง|ยังไม่มี|-)$/;
const EVERYONE = /^(?:ทุกคน|ทั้งกอง|ทั้งหมด|ไม่กำหนด|ไม่ระบุ)$/;
const MYSELF = /^(?:ฉัน|ดิฉัน|ผม|หนู|เรา|ตัวเอง|ตนเอง|ข้าพเจ้า)$/;
const ACTS = '(?:รักษาราชการแทน|รักษาการแทน|รักษาการในตำแหน่ง|รักษาการ)';

const RULES: readonly Rule[] = [
  [/^(?:ดู)?รายชื่อ(?:เจ้าหน้าที่|บุคลากร|สมาชิก)$/, () => ({ do: 'list' })],
  [
    /^(?:ขอ)?โอนงาน(?:ทั้งหมด)?(?:ของ)?\s*(.*?)\s*(?:ไป)?ให้(?:กับ|แก่)?\s*(.+)$/,
    ([from = '', to = '']) => both(from, to, (giver, taker) => ({ do: 'hand-over', from: giver, to: taker })),
  ],
  [/^(?:ยกเลิก|เลิก)(?:การ)?มอบหมาย(?:งาน)?\s*(.+)$/, ([items = '']) => assigned(items, undefined, undefined)],
  [
    /^(?:ขอ)?มอบหมาย(?:งาน)?\s*(.+?)\s*ให้(?:กับ|แก่)?\s*(.+?)(?:\s*สำรอง\s*(.+))?$/,
    ([items = '', person = '', deputy]) => {
      const who = NOBODY.test(person) ? undefined : whoIn(person);
      const second = deputy === undefined ? undefined : whoIn(deputy);
      return who === false || second === false ? null : assigned(items, who, second);
    },
  ],
  [/^ผู้รับ(?:การ)?แจ้งเตือน(?:ของ)?\s*(.*)$/, ([rest = ''], knows) => receivers(rest, knows)],
  [
    /^(?:สิ้นสุด|ยกเลิก|เลิก)(?:การ)?(?:รักษาราชการ|รักษาการ)(?:แทน)?(?:ของ)?\s*(.*)$/,
    ([who = '']) => one(who, (person) => ({ do: 'end-acting', who: person })),
  ],
  [
    // Who stands in for whom is in the list of people.
    new RegExp(`^(?:ใคร|มีใคร)(?:เป็นผู้)?${ACTS}.*$`),
    () => ({ do: 'list' }),
  ],
  [
    new RegExp(`^(?:ให้\\s*)?(.+?)\\s*(?:เป็นผู้)?${ACTS}\\s*(?:ใน)?(?:ตำแหน่ง)?\\s*(.+)$`),
    ([who = '', rest = ''], knows) => acting(who, rest, knows),
  ],
  [
    /^(?:ยกเลิก|ลบ)ผู้แทน(?:ของ)?\s*(.*)$/,
    ([of = '']) => one(of, (person) => ({ do: 'deputy', of: person, deputy: null })),
  ],
  [
    /^ผู้แทนของ\s*(ฉัน|ดิฉัน|ผม|หนู|เรา)\s*(?:คือ|เป็น|:)?\s*(.*)$/,
    ([, deputy = '']) => ({ do: 'deputy', of: null, deputy: deputyIn(deputy) }),
  ],
  [
    /^ผู้แทนของ\s*(.+?)\s*(?:คือ|เป็น|:)\s*(.+)$/,
    ([of = '', deputy = '']) => one(of, (person) => ({ do: 'deputy', of: person, deputy: deputyIn(deputy) })),
  ],
  [/^ผู้แทนของ\s*(.+)$/, ([of = '']) => one(of, (person) => ({ do: 'deputy', of: person, deputy: undefined }))],
  [
    /^(.*?)\s*(?:ขอ)?(ลาออก(?:จากราชการ)?(?:แล้ว)?|ย้าย(?:ไป)?แล้ว|เกษียณ(?:อายุ)?(?:ราชการ)?แล้ว)(?:\s*โอนงานให้\s*(.+))?$/,
    ([who = '', verb = '', to = null]) =>
      // Without a name something else may have been moved.
      who === '' && verb.startsWith('ย้าย') ? null : one(who, (person) => ({ do: 'leave', who: person, to })),
  ],
];

const POLITE = /(?:\s*(?:นะคะ|นะครับ|ค่ะ|คะ|ครับผม|ครับ|จ้า|หน่อย|ด้วย)|\s+นะ)+$/;

/** Null = it is none of these, and is understood as any other words. */
export function dutyPhrase(text: string, knows: Knows): DutyPhrase | null {
  const plain = normalise(text).replace(POLITE, '');
  if (plain.includes('\n')) return null;
  for (const [pattern, phrase] of RULES) {
    const found = pattern.exec(plain);
    if (found !== null) return phrase([...found].slice(1), knows);
  }
  return null;
}

/** A name has no digits and is no sentence. False = these words are none. */
function whoIn(words: string): Who | false {
  const said = words.trim();
  if (said === '' || MYSELF.test(said)) return null;
  return said.length <= 80 && !/[\d:!?"()]|https?/.test(said) && said.split(' ').length <= 6 ? said : false;
}

function one(words: string, phrase: (who: Who) => DutyPhrase): DutyPhrase | null {
  const who = whoIn(words);
  return who === false ? null : phrase(who);
}

function both(
  first: string,
  second: string,
  phrase: (first: Who, second: Who) => DutyPhrase,
): DutyPhrase | null {
  const [one_, other] = [whoIn(first), whoIn(second)];
  return one_ === false || other === false ? null : phrase(one_, other);
}

/** Undefined = nothing was said; null = nobody. */
function deputyIn(words: string): string | null | undefined {
  const said = words.trim();
  return said === '' ? undefined : NOBODY.test(said) ? null : said;
}

const ITEM = '(?:ข้อ\\s*)?(?:(o|โอ)\\s*-?\\s*|(?:มาตรการ(?:ที่|ข้อที่|ข้อ)?|m|ม\\.?)\\s*)(\\d{1,3})';
const ITEMS = new RegExp(`^${ITEM}(?:\\s*(?:,|และ|กับ)?\\s*${ITEM})*$`);

/** `O12`, `มาตรการที่ 3`, `O1 O2 และ O5 ปี 2569`; nothing else may stand there. */
function assigned(written: string, person: Who | undefined, deputy: Who | undefined): DutyPhrase | null {
  const [, before = '', year] = /^(.+?)(?:\s*ปี\s*(\d{4}))?$/.exec(written.trim()) ?? [];
  if (!ITEMS.test(before)) return null;
  const items = [...before.matchAll(new RegExp(ITEM, 'g'))].map(
    ([, letter, number]): ItemNumber => ({
      kind: letter === undefined ? 'measure' : 'oit',
      number: Number(number),
    }),
  );
  return { do: 'assign', items, year: year === undefined ? null : Number(year), person, deputy };
}

/** `กองคลัง ชาติ, แก้ว`: a division, and names behind it. */
function receivers(rest: string, { divisions }: Knows): DutyPhrase | null {
  if (rest === '') return { do: 'show-receivers', division: null };
  const found = divisionWords(divisions).longestAt(rest, 0);
  if (found === null) return null;
  const { code } = found.entry.value as DivisionNamed;
  const named = rest
    .slice(found.end)
    .replace(/^\s*(?:คือ|เป็น|:|ให้)?\s*/, '')
    .trim();
  if (named === '') return { do: 'show-receivers', division: code };
  if (EVERYONE.test(named)) return { do: 'set-receivers', division: code, names: [] };
  const names = named.split(/\s*(?:,|、|\/|\+|และ|กับ)\s*/).filter((name) => name !== '');
  return names.every((name) => typeof whoIn(name) === 'string')
    ? { do: 'set-receivers', division: code, names }
    : null;
}

/** What stands between the post and its days. */
const DAYS_BEGIN = /\s*(?=\d|ตั้งแต่|ระหว่าง|วันที่|วันนี้|พรุ่งนี้|มะรืน|เดือน|ช่วง)/;

function acting(who: string, rest: string, knows: Knows): DutyPhrase | null {
  const [post = '', ...days] = rest.split(DAYS_BEGIN);
  const role = postIn(post.trim(), knows.divisions);
  const person = whoIn(who);
  if (role === null || person === false) return null;
  return { do: 'act', who: person, role, span: daySpan(days.join(''), knows.today), post: post.trim() };
}

const OFFICE = '(?:องค์การบริหารส่วนตำบล|อบต\\.?|เทศบาล(?:ตำบล|เมือง|นคร)?|ทต\\.?|ทม\\.?|อบจ\\.?)?';
const PALAD = new RegExp(`^ปลัด${OFFICE}$`);
const NAYOK = new RegExp(`^นายก${OFFICE}(?:มนตรี)?$`);

/** `ผอ.กองช่าง`, `หัวหน้าสำนักปลัด`, `ปลัด`, `นายก`, `ผู้ประสานงาน ITA`; nothing else may stand there. */
function postIn(words: string, divisions: readonly NamedDivision[]): RoleIn | null {
  const post = words.replace(/\s+/g, '');
  if (PALAD.test(post)) return { role: 'executive', post: 'palad' };
  if (NAYOK.test(post)) return { role: 'executive', post: 'nayok' };
  if (/^ผู้ประสานงาน(?:ita)?$/.test(post)) return { role: 'coordinator' };
  const known = divisionWords(divisions);
  for (const name of [words, words.replace(/^(?:ผู้อำนวยการ|ผอ\.?|หัวหน้า|หน\.)\s*/, '')]) {
    const found = known.longestAt(name, 0);
    if (found !== null && found.end === name.length)
      return { role: 'head', division: (found.entry.value as DivisionNamed).code };
  }
  return null;
}
