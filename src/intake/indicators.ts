/** The ten indicators, known by name and instrument; numbers restart in some offices. */
import { arabicDigits } from '../thai/normalise.ts';
import { likeness, squeeze } from './compare.ts';
import type { Instrument } from './draft.ts';

export interface Indicator {
  readonly no: number;
  readonly name: string;
  readonly instrument: Instrument;
  readonly also: readonly string[];
}

export const INDICATORS: readonly Indicator[] = [
  { no: 1, name: 'การปฏิบัติหน้าที่', instrument: 'IIT', also: [] },
  { no: 2, name: 'การใช้งบประมาณ', instrument: 'IIT', also: [] },
  { no: 3, name: 'การใช้อำนาจ', instrument: 'IIT', also: [] },
  {
    no: 4,
    name: 'การใช้ทรัพย์สินของราชการ',
    instrument: 'IIT',
    also: ['การใช้ทรัพย์สินของทางราชการ', 'การใช้ทรัพย์สินราชการ'],
  },
  { no: 5, name: 'การแก้ไขปัญหาการทุจริต', instrument: 'IIT', also: ['การแก้ไขปัญหาทุจริต'] },
  { no: 6, name: 'คุณภาพการดำเนินงาน', instrument: 'EIT', also: ['คุณภาพในการดำเนินงาน'] },
  { no: 7, name: 'ประสิทธิภาพการสื่อสาร', instrument: 'EIT', also: ['ประสิทธิภาพในการสื่อสาร'] },
  { no: 8, name: 'การปรับปรุงการทำงาน', instrument: 'EIT', also: ['การปรับปรุงระบบการทำงาน'] },
  { no: 9, name: 'การเปิดเผยข้อมูล', instrument: 'OIT', also: ['การเปิดเผยข้อมูลสาธารณะ'] },
  { no: 10, name: 'การป้องกันการทุจริต', instrument: 'OIT', also: ['การป้องกันทุจริต'] },
];

export interface NamedIndicator {
  readonly indicator: Indicator;
  /** `name`: the name says so. `number`: only the number does, the name is damaged. */
  readonly by: 'name' | 'number';
  /** The name the office wrote, without its number. */
  readonly written: string;
}

const LEAST_LIKE = 0.82;
const NUMBERED = /^(?:ด้าน)?(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?)?(\d{1,2})?(?:[.:)]|(?=\D)|$)/;

/** The indicator a heading or cell names; null when neither name nor a full `ตัวชี้วัดที่ N` does. */
export function indicatorOf(text: string): NamedIndicator | null {
  const flat = squeeze(text);
  const lead = NUMBERED.exec(flat);
  const rest = flat.slice(lead?.[0].length ?? 0).replace(/^ด้าน/, '');
  const named = rest === '' ? null : byName(rest);
  if (named !== null) return { indicator: named, by: 'name', written: text.trim() };
  const no = Number(lead?.[1] ?? 0);
  const saysIndicator = /^(?:ด้าน)?ตัวชี้วัด(?:ที่)?\d/.test(flat);
  if (saysIndicator || (rest === '' && /^\d/.test(flat))) return byNumber(no, text);
  return null;
}

/** The indicator of a number, where the table itself says it counts indicators. */
export function byNumber(no: number, text: string): NamedIndicator | null {
  const indicator = INDICATORS.find((known) => known.no === no);
  return indicator === undefined ? null : { indicator, by: 'number', written: text.trim() };
}

/** A name may go on with more words; a damaged one is as like as its length allows. */
function byName(squeezed: string): Indicator | null {
  let best: { indicator: Indicator; like: number } | null = null;
  for (const indicator of INDICATORS) {
    for (const name of [indicator.name, ...indicator.also]) {
      const like = squeezed.startsWith(name)
        ? 1 + name.length / 100
        : squeezed.length > name.length * 1.5
          ? 0
          : likeness(squeezed, name);
      if (like >= LEAST_LIKE && (best === null || like > best.like)) best = { indicator, like };
    }
  }
  return best?.indicator ?? null;
}

/** Every indicator named in full in running text: `ตัวชี้วัดการเปิดเผยข้อมูล`. */
export function indicatorsIn(text: string): Indicator[] {
  const flat = squeeze(text);
  return INDICATORS.filter(({ name, also }) =>
    [name, ...also].some((known) => flat.includes(`ตัวชี้วัด${known}`) || flat.includes(`ตัวชี้วัดด้าน${known}`)),
  );
}

/** The instrument a heading names. */
export function instrumentOf(text: string): Instrument | null {
  const flat = squeeze(text);
  if (!/^.{0,12}(?:แบบ|เครื่องมือ|iit|eit|oit)/.test(flat)) return null;
  if (/iit|ส่วนเสียภายใน(?!นอก)/.test(flat)) return 'IIT';
  if (/eit|ส่วนเสียภายนอก/.test(flat)) return 'EIT';
  return /oit|เปิดเผยข้อมูลสาธารณะ/.test(flat) ? 'OIT' : null;
}

/** All numbers of a cell such as `ตัวชี้วัดที่ 1, 2 และ 5`. */
export function indicatorNumbers(text: string): number[] {
  const plain = arabicDigits(text).replace(/\s+/g, ' ').trim();
  const list = /^(?:ตัวชี้วัด(?:ที่)?)?\s*((?:\d{1,2}\s*(?:[,/]|และ|-|–)?\s*)+)$/.exec(plain)?.[1];
  if (list === undefined) return [];
  const numbers = [...list.matchAll(/\d{1,2}/g)].map(([digits]) => Number(digits));
  const [first, last] = [numbers[0] ?? 0, numbers[1] ?? 0];
  const isRange = numbers.length === 2 && /[-–]/.test(list) && first < last;
  const all = isRange ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : numbers;
  return all.every((no) => no >= 1 && no <= 10) ? all : [];
}
