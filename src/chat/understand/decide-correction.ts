/** Taking back and correcting (`docs/understanding.md` §4 "Corrections", undo_last; §5.2). */
import { codeOf, type ItemNumber } from '../../domain/item.ts';
import { pattern } from '../../thai/pattern.ts';
import type { Intent } from '../intent.ts';
import { type About, divisionReporting, itemsIn } from './about.ts';
import { findQuestion } from './find-question.ts';
import { combined } from './find-status.ts';
import { find, has, type Reading } from './reading.ts';

/** `แก้จาก O3 เป็น O4`, `เปลี่ยน O3 เป็น O4`. */
const FROM_TO = pattern('(oops|change|act|mistaken|setStatus) any{0,3} items (be|change|rather|oops) items');
/** `เมื่อกี้พิมพ์ O3 ที่ถูกคือ O4`, `O3 ผิด ต้องเป็น O4`. */
const RATHER = pattern('items any{0,4} (rather|mistaken (be|must)?|oops (be|rather)?) any{0,2} items');
/** `พิมพ์ผิดเป็น O3 ที่ถูกคือ O4`, `O4 ไม่ใช่ O3`. */
const NOT_THAT = pattern('notThat items');
const MEANT = pattern('(mistaken|justNow|said) any{0,4} rather any{0,2} items');

/** What is said of an earlier message; null when nothing is. */
export function correction(reading: Reading, about: About): Intent | null {
  return slipOfTongue(reading, about) ?? replacement(reading, about) ?? undo(reading, about);
}

/** `O23 เสร็จแล้ว อ๊ะไม่ใช่ O24`: within one message the last item counts, with what was told. */
function slipOfTongue(reading: Reading, about: About): Intent | null {
  const { words } = reading;
  if (!has(reading, 'oops', 'notThat', 'rather')) return null;
  const at = words.findIndex(({ field }) => field === 'oops');
  const told = about.statements.filter(({ sense }) => sense !== 'weak');
  const [first] = about.mentions;
  const last = about.mentions.at(-1);
  if (at < 0 || first === undefined || last === undefined) return null;
  // The slip stands between two items, and a status before it: without one it is about an earlier message.
  const isInside = first.at < at && last.at > at;
  if (!isInside || !told.some(({ from }) => from < at)) return null;
  const status = combined(told.filter(({ from }) => from < at));
  const own = combined(told.filter(({ from }) => from > at));
  return report(reading, about, last.items, [], own ?? status);
}

function replacement(reading: Reading, about: About): Intent | null {
  const { mentions } = about;
  const [first] = mentions;
  if (first === undefined) return null;
  const told = combined(about.statements.filter(({ sense }) => sense !== 'weak'));
  const mentioned = (at: number) => mentions.find((mention) => mention.at === at);
  const not = find(reading, NOT_THAT);
  if (not !== null) {
    const wrong = mentioned(not.from + 1);
    const right = mentions.filter((mention) => mention !== wrong && !mention.excepted);
    if (wrong === undefined || findQuestion(reading, about.statements) !== null) return null;
    // O7 ไม่ใช่ O8 เสร็จแล้ว …: both are named, one is taken back.
    return right.length === 0 ? null : report(reading, about, itemsIn(right), wrong.items, told);
  }
  const pair = find(reading, FROM_TO) ?? find(reading, RATHER);
  if (pair !== null && mentions.length >= 2) {
    const inside = mentions.filter(({ at }) => at >= pair.from && at < pair.to);
    const [wrong, right] = [inside[0], inside.at(-1)];
    if (wrong !== undefined && right !== undefined && wrong !== right)
      return report(reading, about, right.items, wrong.items, told);
  }
  // The wrong one is not named: แจ้งผิดข้อ ที่ถูกคือ O8.
  if (find(reading, MEANT) !== null) return report(reading, about, first.items, [], told);
  // O5 แจ้งผิด ยังไม่เสร็จ: the same item, told anew.
  const anew = has(reading, 'mistaken') && told !== null && !has(reading, 'undo');
  return anew && mentions.length === 1 ? report(reading, about, first.items, [], told) : null;
}

function report(
  reading: Reading,
  about: About,
  items: readonly ItemNumber[],
  replaces: readonly ItemNumber[],
  told: ReturnType<typeof combined>,
): Intent {
  const right = new Set(items.map(codeOf));
  return {
    intent: 'report_status',
    items,
    year: about.year,
    status: told?.status ?? null,
    ...(told === null || told.percent === null ? {} : { percent: told.percent }),
    reports: [],
    division: divisionReporting(reading, about.statements),
    replaces: replaces.filter((item) => !right.has(codeOf(item))),
    note: '',
  };
}

const NAMES_AN_ACT = /ล่าสุด|เมื่อกี้|เมื่อกี๊|รายงาน|ที่แจ้ง|ที่ส่ง|ก่อนหน้า|ผิด/;

/** He who takes something back says what (`ยกเลิกรายงานล่าสุด`): not `ยกเลิก` alone. */
export function namesAnAct(text: string): boolean {
  return NAMES_AN_ACT.test(text);
}

/** `เอาที่ส่งไปล่าสุดออก`. */
const TAKE_OUT = pattern(
  'take (said|items|justNow|now|reportWord|report|thi|send|item|kho|of|date){1,4} out',
);

/** What may be said with it when no item is named: anything else (a meeting, a how-to) is not about the last report. */
const UNDO_TALK = new Set(
  [
    'undo mistaken said justNow reportWord report item kho of thi tell send oops softly order me kin thanks hai out take now later keep',
    'already la go that setStatus act date last all be must may permit progress evidence more acknowledge want not',
  ]
    .join(' ')
    .split(' '),
);

function undo(reading: Reading, about: About): Intent | null {
  const out = find(reading, TAKE_OUT) !== null;
  if (!has(reading, 'undo', 'mistaken') && !out) return null;
  const { words } = reading;
  if (words.some(({ field }) => field === 'remind' || field === 'snooze')) return null;
  const at = Math.max(
    0,
    words.findIndex(({ field }) => field === 'undo' || field === 'mistaken'),
  );
  // ไม่ยกเลิก, ไม่ต้องยกเลิก; ยกเลิกยังไง asks for help.
  if (words.slice(Math.max(0, at - 2), at).some(({ field }) => field === 'not' || field === 'yetNot'))
    return null;
  if (findQuestion(reading, about.statements)?.kind === 'open') return null;
  const foreign = words.filter(({ field }) => !UNDO_TALK.has(field)).length;
  // Somebody's finger slipped (นิ้วลั่น): one word more is not yet another subject, when a mistake was said.
  if (about.items.length === 0 && foreign > (has(reading, 'justNow', 'mistaken', 'said') ? 1 : 0))
    return null;
  return { intent: 'undo_last', items: about.items, year: about.year };
}
