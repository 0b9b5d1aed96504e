/**
 * The door of understanding: text -> intent. Deterministic, offline, pure: normalise (`thai/`), recognise (`recognise-*`),
 * then decide here. This is the first set of plain sentences; what it does not surely know it asks back in 1:1 and
 * leaves alone in a group.
 */
import { addMonths, type Day, type Month } from '../domain/calendar.ts';
import { namedMonth } from '../thai/date.ts';
import { findDivision, type NamedDivision } from '../thai/division.ts';
import { normalise } from '../thai/normalise.ts';
import type { DivisionSaid, Intent } from './intent.ts';
import { type FoundItems, findItems } from './recognise-items.ts';
import { type FoundStatus, findStatus } from './recognise-status.ts';

export interface Heard {
  readonly text: string;
  readonly chat: 'user' | 'group';
  /** LINE's own mark that the bot was mentioned (`mentionees[].isSelf`). */
  readonly mentioned: boolean;
  /** Bangkok date of the message. */
  readonly today: Day;
  readonly divisions: readonly NamedDivision[];
  /** Code of the speaker's only division, for กองเรา. */
  readonly ownDivision: string | null;
}

const CALLS = ['@น้องไอต้า', '@บอท', '@bot', '@ita', 'น้องไอต้า', 'น้องบอท', 'บอท'];
const URL_LIKE = /(?:https?:\/\/|www\.)[^\s\u0E00-\u0E7F]+/g;
const MENTION = /@\S+/g;
const YEAR = /ปี(?:งบประมาณ|งบ)?\s*(?:พ\.ศ\.\s*)?(25\d\d|\d\d)(?!\d)/g;
/** Politeness and softening, pronouns, time words: they carry no meaning in a bare report. */
const EMPTY_WORDS =
  /ครับผม|ครับ|คับ|ค้าบ|คร้าบ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|จ๊ะ|จ่ะ|นะ|น้า|ฮะ|อ่ะ|อะ|เลย|ละ|ล่ะ|แล้ว|ข้อ|ส่วน(?=\s|$)|ทำ(?=\s)|ตัว|และ|กับ|ทั้งหมด|ของ|ผม|ดิฉัน|หนู|พี่|เรา|กอง|วันนี้|เมื่อวาน|เมื่อเช้า|เมื่อกี้|ตอนนี้|เพิ่ง|ขอ(?:แจ้ง|รายงาน)|แจ้ง|รายงาน|สถานะ|เป็น|ว่า|5{2,}|ๆ|\p{Extended_Pictographic}|\uFE0F|\u200D|[.,!()"'~\s]/gu;
const QUESTION =
  /ไหม|มั้ย|มั๊ย|หรือยัง|รึยัง|ยัง(?=(?:คะ|ครับ|นะ)?$)|ใช่ไหม|ป่าว|เปล่า|เหรอ|หรอ|\?|อะไร|ยังไง|อย่างไร|เมื่อไหร่|เมื่อไร|วันไหน|ใคร/;
const DETAIL = /ดูรายละเอียด|รายละเอียด|ตรวจ|หมายถึง|คืออะไร|ต้องทำอะไร|ถึงไหน|สถานะ/;
const WHAT_TO_DO = /ต้อง(?:ทำ|เตรียม|มี|ใช้|ส่ง)?(?:อะ)?ไร/;
/** A promise, a condition, a request, another purpose: words that make a status sentence something else. */
const NOT_A_REPORT =
  /เดี๋ยว|จะ|ถ้า|หาก|ขอเลื่อน|เลื่อน|ขยาย|ผ่อนผัน|ฝาก|ช่วย|อย่า|ต้อง|เตือน|พรุ่งนี้|มะรืน|เหมือน|น่าจะ|ไม่แน่ใจ|ไม่ใช่|เว้น|ลิงก์|ลิ้งค์|ลิงค์|link|แนบ|ไฟล์|หลักฐาน/;
/** What makes "done" doubtful: half a thing, a wish, a guess, somebody else's. Then the bot asks back. */
const DOUBT =
  /ทำไม|ปีที่แล้ว|ที่อื่น|อบต|อปท|เทศบาล|คิดว่า|อยาก|ควร|คง(?!เหลือ)|กำหนด|ภายใน|ก่อน|ให้(?!แล้ว|ละ)|หรือ|นอกจาก|ไม่รวม|มั้ง|กระมัง|จาก\s?\d|งบ|เบิก|จ่าย|คะแนน|^\d|\bnot\b|n't/;
const DOUBT_OF_DONE = /ไม่|แต่|บาง|แค่|ครึ่ง|ยัง|เหลือ|รอ(?![กงบย])/;
const UNDO = /ยกเลิก|แจ้งผิด|กดผิด|พิมพ์ผิด|ย้อนกลับ|undo/g;
/** What may stand with it; anything else (a meeting, a reminder, a how-to) is not about the last report. */
const UNDO_TALK =
  /ขอ(?:โทษ)?|โทษที|ช่วย|รบกวน|ให้|หน่อย|ด้วย|ที่|ไป|การ|รายการ|อัน|ครั้ง|ล่าสุด|สุดท้าย|นี้|นั้น|ข้อความ|ออก|ค่อย/g;
const MISSING = /ขาด|(?<!ช่วย)เหลือ(?!ง)|ค้าง|ยังไม่(?:เสร็จ|ครบ|เรียบร้อย|ได้ทำ)|ต้องทำอะไร(?:อีก|บ้าง)|งานของ/;
const OWN_DIVISION = /กอง(?:ของ)?(?:เรา|ผม|หนู|ฉัน|ดิฉัน|พี่)|งานของฉัน|งานของกองฉัน/;
const ALL_DIVISIONS = /ทุกกอง|แต่ละกอง|กองไหน|ทุกส่วนราชการ/;
const PROGRESS = /ภาพรวม|ความคืบหน้า|ความก้าวหน้า|คืบหน้า|ถึงไหน|กี่\s*(?:%|เปอร์เซ็นต์)|สถานะ|progress|^status$/;
const SUMMARY = /สรุป/;

/** What a text means. Never throws; an unaddressed group message that is not surely about an item is `none`. */
export function understand(heard: Heard): Intent {
  const plain = normalise(heard.text).replace(URL_LIKE, ' ');
  const { text, called } = takeCall(plain, heard.mentioned);
  const addressed = heard.chat === 'user' || called;
  const years = new Set([...text.matchAll(YEAR)].map(([, written]) => beYear(Number(written))));
  const found = findItems(text.replace(YEAR, ' '));
  // Items of two years in one sentence: which is of which is not sure.
  if (found.items.length > 0 && years.size > 1)
    return addressed ? { intent: 'ambiguous', items: found.items, year: null } : { intent: 'none' };
  const [year = null] = years;
  if (!addressed) return inGroup(found, year, heard);
  return found.items.length > 0 ? aboutItems(found, year, heard) : withoutItems(text, heard);
}

/** Only a bare report or a bare question about fully named items may be acted on when nobody called the bot. */
function inGroup(found: FoundItems, year: number | null, heard: Heard): Intent {
  const { items, full, village, rest } = found;
  if (items.length === 0 || village || heard.text.includes('@')) return { intent: 'none' };
  const status = oneStatus(found);
  if (status === 'several') return { intent: 'none' };
  if (status !== null && isEmpty(withoutOwn(status.rest, heard))) return report(items, year, status);
  const asked = rest.replace(DETAIL_OR_QUESTION, ' ');
  if (full && asked !== rest && isEmpty(asked.replace(STATUS_CORE, ' ')))
    return { intent: 'ask_item_detail', items, year };
  return { intent: 'none' };
}

const DETAIL_OR_QUESTION = new RegExp(`${DETAIL.source}|${QUESTION.source}`);
const STATUS_CORE = /เสร็จ|เรียบร้อย|ครบ|ถึง/;

function aboutItems(found: FoundItems, year: number | null, heard: Heard): Intent {
  const { items, rest } = found;
  const unsure: Intent = { intent: 'ambiguous', items, year };
  if (rest.search(UNDO) >= 0) return isUndo(rest) ? { intent: 'undo_last', items, year } : unsure;
  if (WHAT_TO_DO.test(rest)) return { intent: 'ask_item_detail', items, year };
  if (NOT_A_REPORT.test(rest)) return unsure;
  const status = oneStatus(found);
  if (status === 'several') return unsure;
  if (DETAIL.test(rest) || QUESTION.test(status?.rest ?? rest))
    return { intent: 'ask_item_detail', items, year };
  if (status === null || isDoubtful(status)) return unsure;
  return status.rest.length <= LONGEST_NOTE || isEmpty(withoutOwn(status.rest, heard))
    ? report(items, year, status, noteOf(status.rest, heard))
    : unsure;
}

const LONGEST_NOTE = 60;

/**
 * The one status told of all the items. `several` when different things are told of them, or of only some: what stands
 * after each place that names items must then say the same (`O1 เสร็จแล้ว O2 ล่ะ` does not).
 */
function oneStatus({ items, pieces, rest }: FoundItems): FoundStatus | null | 'several' {
  const status = findStatus(rest);
  if (status === null) return null;
  const percentOfSome = items.length > 1 && status.percent !== undefined && status.word !== null;
  if (status.mixed || (percentOfSome && status.word !== status.status)) return 'several';
  const [, ...after] = pieces;
  const between = after.slice(0, -1).some((piece) => findStatus(piece) !== null);
  if (!between) return status;
  return after.every((piece) => findStatus(piece)?.status === status.status) ? status : 'several';
}

function isDoubtful({ status, word, rest }: FoundStatus): boolean {
  if (word === 'done' && status !== 'done') return true;
  return DOUBT.test(rest) || (status === 'done' && DOUBT_OF_DONE.test(rest));
}

/** Nothing else is said than that something is taken back. */
function isUndo(text: string): boolean {
  return isEmpty(text.replace(UNDO, ' ').replace(UNDO_TALK, ' '));
}

function report(
  items: Extract<Intent, { intent: 'report_status' }>['items'],
  year: number | null,
  status: FoundStatus,
  note = '',
): Intent {
  const percent = status.percent === undefined ? {} : { percent: status.percent };
  return { intent: 'report_status', items, year, status: status.status, ...percent, note };
}

/** What else a report says, such as the reason it waits; nothing when only politeness is left. */
function noteOf(rest: string, heard: Heard): string {
  return isEmpty(withoutOwn(rest, heard)) ? '' : rest;
}

function withoutItems(text: string, heard: Heard): Intent {
  if (text.search(UNDO) >= 0) {
    return isUndo(text)
      ? { intent: 'undo_last', items: [], year: null }
      : { intent: 'ambiguous', items: [], year: null };
  }
  const { division, rest } = divisionSaid(text, heard);
  if (SUMMARY.test(rest)) {
    const month = monthSaid(rest, heard.today);
    if (month !== null) return { intent: 'ask_summary_month', month, division };
    return division === null
      ? { intent: 'ask_overall_progress' }
      : { intent: 'ask_division_status', division };
  }
  if (MISSING.test(rest) || OWN_DIVISION.test(text)) return { intent: 'ask_missing_items', division };
  if (PROGRESS.test(rest)) {
    return division === null
      ? { intent: 'ask_overall_progress' }
      : { intent: 'ask_division_status', division };
  }
  return smallTalk(rest);
}

function smallTalk(text: string): Intent {
  if (/ร้องเรียน|ร้องทุกข์|ติดต่อ|เบอร์|โทร|ที่อยู่|เวลาทำการ|เปิดกี่โมง|แจ้งเบาะแส|ทุจริต/.test(text))
    return { intent: 'complain_or_contact' };
  if (/มาตรการ/.test(text)) return { intent: 'list_measures_public' };
  if (/ลงทะเบียน|สมัคร|ผูกบัญชี|register/.test(text)) return { intent: 'register_member' };
  if (/ช่วยเหลือ|วิธีใช้|ใช้ยังไง|ทำอะไรได้|เมนู|help/.test(text)) return { intent: 'help' };
  if (/^(?:รับ)?ทราบ|^โอเค|^ok|^👍/.test(text)) return { intent: 'acknowledge_reminder' };
  if (/ขอบคุณ|ขอบใจ|thank/.test(text)) return { intent: 'thanks' };
  if (/สวัสดี|หวัดดี|hello|^hi$/.test(text)) return { intent: 'greeting' };
  return { intent: 'ambiguous', items: [], year: null };
}

function divisionSaid(text: string, heard: Heard): { division: DivisionSaid; rest: string } {
  if (ALL_DIVISIONS.test(text)) return { division: 'ALL', rest: text.replace(ALL_DIVISIONS, ' ') };
  const named = findDivision(text, heard.divisions);
  if (named !== null) return { division: named.code, rest: named.rest };
  if (OWN_DIVISION.test(text)) return { division: heard.ownDivision, rest: text };
  return { division: null, rest: text };
}

/** The month a summary is asked of; without a year the latest one not after this month (spec §10). */
function monthSaid(text: string, today: Day): Month | null {
  const thisMonth = today.slice(0, 7);
  if (/เดือน(?:นี้|ปัจจุบัน)|ประจำเดือน\s*$|รายเดือน\s*$/.test(text)) return thisMonth;
  if (/เดือน(?:ที่แล้ว|ก่อน|ที่ผ่านมา)/.test(text)) return addMonths(thisMonth, -1);
  const named = namedMonth(text);
  if (named === null) return null;
  const two = String(named.month).padStart(2, '0');
  if (named.year !== null) return `${named.year}-${two}`;
  const sameYear = `${today.slice(0, 4)}-${two}`;
  return sameYear <= thisMonth ? sameYear : addMonths(sameYear, -12);
}

/** Takes a call of the bot off the beginning, or the end when it stands apart (`ยกเลิกบอท` calls nobody). */
function takeCall(text: string, mentioned: boolean): { text: string; called: boolean } {
  for (const call of CALLS) {
    if (text.startsWith(call)) return { text: text.slice(call.length).trim(), called: true };
    if (text.endsWith(call.startsWith('@') ? call : ` ${call}`))
      return { text: text.slice(0, -call.length).trim(), called: true };
    if (call.startsWith('@') && text.includes(call))
      return { text: text.replace(call, ' ').trim(), called: true };
  }
  return mentioned ? { text: text.replace(MENTION, ' ').trim(), called: true } : { text, called: false };
}

function withoutOwn(text: string, heard: Heard): string {
  const own = heard.divisions.find((division) => division.code === heard.ownDivision);
  return own === undefined ? text : (findDivision(text, [own])?.rest ?? text);
}

function isEmpty(text: string): boolean {
  return text.replace(EMPTY_WORDS, '') === '';
}

function beYear(written: number): number {
  return written < 100 ? written + 2500 : written;
}
