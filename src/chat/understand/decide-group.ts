/**
 * A group in which nobody called the bot (`docs/understanding.md` §6). Acting on chatter is the worst error of all: only what
 * is surely about an item of this agency is heard, and every doubt means silence.
 */
import { pattern } from '../../thai/pattern.ts';
import type { DivisionSaid, Intent } from '../intent.ts';
import type { About, Mention } from './about.ts';
import { correction } from './decide-correction.ts';
import { evidence } from './decide-evidence.ts';
import { itemQuestion, promise, report } from './decide-item.ts';
import { extension, snooze } from './decide-later.ts';
import { isDoubtful } from './decide-unsure.ts';
import { findQuestion } from './find-question.ts';
import type { Statement } from './find-status.ts';
import { find, has, type Reading, type Word } from './reading.ts';

const NONE: Intent = { intent: 'none' };

/** Whatever else is said beside these, it is not for the bot. */
const ELSEWHERE = new Set([
  'outside',
  'elsewhere',
  'others',
  'condition',
  'meeting',
  'law',
  'blood',
  'container',
  'unsure',
  'place',
  'oxygen',
]);
/** Words that may stand around an item in a sentence to the bot; unknown words may not. */
const CLEAR = new Set(
  [
    'items matter me now justNow division ownDivision mayTell tell reportWord date year greeting kho item of be and but thi too all title setStatus',
    'have said la got go that hai kin ita ourAgency done full act publish send hold already just yetNot yang not late nothing begin doing',
    'will expect stay near part wait left onlyLeft only half percent tick cross web everyItem evidence document give here url within until some take',
    'postpone may later maybeAllowed work overall report acknowledge thanks except name names softly now progress oops mistaken rather notThat change',
  ]
    .join(' ')
    .split(' '),
);
/** What may stand in a bare report: the item, a status, and who or when. */
const BARE = new Set(
  [
    'items me now justNow division ownDivision done full act publish send already just yetNot yang not late begin doing stay near part',
    'percent tick cross web la got go all everyItem mayTell reportWord be year date',
  ]
    .join(' ')
    .split(' '),
);
const ASKING = new Set([
  'yesNo',
  'orYet',
  'what',
  'how',
  'when',
  'who',
  'whichDivision',
  'which',
  'where',
  'mark',
  'someOf',
  'detail',
  'due',
  'show',
  'progress',
  'responsible',
  'must',
  'howManyPercent',
  'howMany',
  'passed',
]);

export function inGroup(reading: Reading, about: About): Intent {
  const { mentions } = about;
  if (about.items.length === 0 || about.years || reading.others || isDoubtful(reading, about)) return NONE;
  const numbered = mentions.filter(({ form }) => form !== 'name');
  if (numbered.length === 0 || numbered.some(({ form }) => form === 'village')) return NONE;
  // ให้ O12 เสร็จ orders.
  if (mentions.some(({ at }) => reading.words[at - 1]?.field === 'hai')) return NONE;
  if (numbered.every(({ form }) => form === 'bare')) return bareReport(reading, about);
  if (isElsewhere(withoutReason(reading.words, about)))
    return plainReport(reading, about, numbered, true) ?? NONE;
  return corrected(reading, about) ?? aboutItem(reading, about, numbered) ?? NONE;
}

/** About other people, places, offices or numbers. */
function isElsewhere(words: readonly Word[]): boolean {
  const ours = words.some(({ field }) => field === 'ourAgency');
  return words.some(({ field }) => ELSEWHERE.has(field) || (field === 'agency' && !ours));
}

/** Whom it waits for, and why, may be anybody (`รอหนังสือจากอำเภอ`); what stands behind ค่ะ is not the reason any more. */
function withoutReason(words: readonly Word[], { statements }: About): readonly Word[] {
  const told = statements.find(({ sense }) => sense !== 'weak')?.to;
  if (told === undefined) return words;
  const from = words.findIndex(({ field }, at) => at >= told && REASONS.has(field));
  if (from !== told && !words[from]?.spaced) return words;
  let to = from + 1;
  while (to < words.length && words[to - 1]?.closed === false) to += 1;
  return from < 0
    ? words
    : words.filter(({ field }, at) => at < from || at >= to || !MAY_BE_A_REASON.has(field));
}

const REASONS = new Set(['wait', 'left', 'onlyLeft', 'that']);
const MAY_BE_A_REASON = new Set(['outside', 'agency', 'place', 'law', 'meeting']);

/** A bare ข้อ n counts only when nothing else is said than how far it is. */
function bareReport(reading: Reading, about: About): Intent {
  const isBare = reading.words.every(({ field }) => BARE.has(field));
  if (!isBare || findQuestion(reading, about.statements) !== null || promise(reading, about) !== null)
    return NONE;
  return plain(about.statements) ? (report(reading, about) ?? NONE) : NONE;
}

function plain(statements: readonly Statement[]): boolean {
  return statements.some(({ sense }) => sense !== 'weak');
}

function corrected(reading: Reading, about: About): Intent | null {
  if (!reading.words.every(isClear)) return null;
  const intent = correction(reading, about);
  return intent?.intent === 'report_status' ? intent : null;
}

function isClear({ field }: Word): boolean {
  return CLEAR.has(field);
}

function aboutItem(reading: Reading, about: About, mentions: readonly Mention[]): Intent | null {
  const { words } = reading;
  if (snooze(reading, about) !== null) return null;
  const [first] = mentions;
  const last = mentions.at(-1);
  if (first === undefined || last === undefined) return null;
  const isAsked = findQuestion(reading, about.statements) !== null;
  const later = extension(reading, about);
  if (later?.intent === 'request_extension') {
    // Without ขอ it may be somebody's order.
    const asks =
      has(reading, 'may', 'permit', 'maybeAllowed') ||
      words.some(({ field, text }) => field === 'postpone' && /^(?:ขอ|[a-z])/.test(text));
    if (!asks || find(reading, TO_BE_DONE) !== null) return null;
    const isOurs = words.slice(0, last.at + 1).every(isClear) && !has(reading, 'hold', 'order', 'together');
    return isOurs ? later : null;
  }
  const given = evidence(reading, about);
  if (given?.intent === 'attach_evidence') {
    const order = has(reading, 'order', 'together', 'must') || (given.url === null && !words.every(isClear));
    const isNews =
      words.slice(0, first.at).some((word) => !isClear(word) || word.field === 'tell') ||
      words.some(isRecommended);
    return order || isNews ? null : given;
  }
  const question = isAsked || asksByNoun(reading) ? itemQuestion(reading, about) : null;
  if (question !== null) return isPlainQuestion(reading, about) ? question : null;
  if (promise(reading, about) !== null || isAsked) return null;
  return plainReport(reading, about, mentions, false);
}

/** `สถานะ O5`, `ขอรายละเอียด O5`; not `ดู O5 ของกองช่างเป็นตัวอย่าง`. */
function asksByNoun(reading: Reading): boolean {
  if (has(reading, 'progress')) return true;
  if (has(reading, 'division', 'be')) return false;
  return (
    has(reading, 'detail', 'due') ||
    reading.words.some(({ field, text }) => field === 'show' && /^ขอ|^สอบถาม|^อยาก/.test(text))
  );
}

/** `O5 ลองอ่านดู https://…`: something to read, not evidence. */
function isRecommended({ field, text }: Word): boolean {
  return field === 'show' || /^(?:อ่าน|ลอง|เจอ|ฟัง)/.test(text);
}

/** Every word is about the item; nobody asks who did it already, and nobody is asked by name. */
function isPlainQuestion(reading: Reading, about: About): boolean {
  if (!reading.words.every((word) => isClear(word) || ASKING.has(word.field))) return false;
  if (reading.spokenTo || has(reading, 'together', 'order', 'postpone', 'later', 'tell')) return false;
  // พี่ส่งให้หน่อย asks somebody.
  if (has(reading, 'softly') && has(reading, 'kin')) return false;
  // ใครมีตัวอย่าง O5 บ้าง looks for somebody, not for who answers for it.
  return !(
    has(reading, 'who', 'whichDivision') &&
    (about.statements.some((one) => one.sense !== 'weak' && !isAtIt(reading, one)) ||
      has(reading, 'have', 'left', 'onlyLeft', 'kin'))
  );
}

/** `ใครทำอยู่`: asks who has it, not who is ready. */
function isAtIt({ words }: Reading, { to, status }: Statement): boolean {
  return status === 'in_progress' && words[to - 1]?.field === 'stay';
}

/**
 * A statement right beside the item, with nothing foreign before or between. What follows may be chatter when it is set
 * apart by politeness, a line or a space; not when it makes an order or a condition of the whole.
 *
 * @param closed only politeness, a line's end or ว่าแต่ sets the chatter apart: it speaks of other people or places.
 */
function plainReport(
  reading: Reading,
  about: About,
  mentions: readonly Mention[],
  closed: boolean,
): Intent | null {
  const { words } = reading;
  const [first] = mentions;
  const last = mentions.at(-1);
  if (first === undefined || last === undefined) return null;
  const nearest = statementBeside(words, about.statements, first.at, last.at);
  if (nearest === undefined) return null;
  const end = endOfObject(words, Math.max(last.at + 1, nearest.to));
  const core = words.slice(0, end);
  if (
    !words.slice(0, Math.max(last.at + 1, nearest.to)).every(isClear) ||
    core.some(({ field }) => field === 'softly')
  )
    return null;
  if (
    isHearsay(words.slice(0, first.at + 1)) ||
    isTalkedAbout(core) ||
    isSomebodys(words.slice(first.at, nearest.from)) ||
    isGoal(core, nearest) ||
    !isChatterApart(words, end, closed)
  )
    return null;
  const inCore = about.statements.filter(({ to }) => to <= end);
  const asked = findQuestion({ ...reading, words: core }, inCore) !== null;
  if (asked) return null;
  const intent = report(reading, { ...about, statements: inCore });
  return intent?.intent === 'report_status' && isOurs(intent.division, reading) ? intent : null;
}

/** `อยู่ระหว่างแจกแบบสอบถาม`, `รอธนาคารส่งยอด`: what is done or waited for belongs to the statement, whatever it is. */
function endOfObject(words: readonly Word[], statementEnd: number): number {
  let end = statementEnd;
  if (!OPEN_ENDED.has(words[end - 1]?.field ?? '')) return end;
  while (end < words.length && words[end]?.spaced === false && words[end - 1]?.closed === false) end += 1;
  return end;
}

const OPEN_ENDED = new Set(['doing', 'wait', 'left', 'onlyLeft', 'begin']);

/** `O5 เสร็จวันศุกร์นะ`, `เสร็จ O5 แล้วค่อยทำ O6` set a goal or an order of work; จะ or คาดว่า tells. */
function isGoal(core: readonly Word[], { sense }: Statement): boolean {
  const says = (...fields: readonly string[]) => core.some(({ field }) => fields.includes(field));
  return says('later') || (sense === 'future' && !says('will', 'expect'));
}

/** What another division has done is gossip, not its report. */
function isOurs(division: DivisionSaid, { heard }: Reading): boolean {
  return division === null || division === heard.ownDivision;
}

/** The last plain statement that touches the items; a weak one (รอเซ็น) only right behind them. */
function statementBeside(
  words: readonly Word[],
  statements: readonly Statement[],
  first: number,
  last: number,
): Statement | undefined {
  const strong = statements.filter(({ sense }) => sense !== 'weak');
  const counted = strong.length > 0 ? strong : statements.filter(({ from }) => from === last + 1);
  const beside = counted.filter(
    ({ from, to }) => from <= last || to <= first || words.slice(last + 1, from).every(isClear),
  );
  // The first one behind the last item is the report; what is told later is told of something else.
  return beside.find(({ to }) => to > last) ?? beside.at(-1);
}

/** `นายกบอก O5 เสร็จแล้ว`: who is spoken to stands apart (`พี่คะ O5 …`), who is spoken of does not. */
function isHearsay(before: readonly Word[]): boolean {
  return before.some(({ field, closed }, at) => {
    const next = before[at + 1]?.field;
    return field === 'kin' && !closed && next !== undefined && !ADDRESSING.has(next);
  });
}

const ADDRESSING = new Set([
  'items',
  'me',
  'division',
  'ownDivision',
  'mayTell',
  'justNow',
  'greeting',
  'kin',
  'now',
  'thanks',
]);

/** `ประชุม O12 เสร็จแล้ว`: the meeting is over, not the item. */
function isTalkedAbout(core: readonly Word[]): boolean {
  const held = core.find(({ field }) => field === 'hold');
  return held !== undefined && !/^(?:จัด|ลง)/.test(held.text);
}

/** `O12 ส่วนของพี่เสร็จแล้ว`: somebody stands between the item and what is told. */
function isSomebodys(between: readonly Word[]): boolean {
  return between.some(({ field }) => field === 'kin');
}

/** `ขอ O12 ให้เสร็จวันนี้` asks others for it. */
const TO_BE_DONE = pattern('hai (done|full)');

/** ช่วยแจ้ง, ฝากพี่แดงบอก, แจ้งด้วย; not `ใครจะฝากซื้อน้ำบอกได้เลย`. */
function asksToTell(words: readonly Word[]): boolean {
  const near = (at: number, field: string, from: number, to: number) =>
    words.slice(Math.max(0, at + from), at + to + 1).some((word) => word.field === field);
  return words.some(
    ({ field }, at) => field === 'tell' && (near(at, 'order', -2, -1) || near(at, 'softly', 1, 3)),
  );
}

const SPOILS = new Set(['order', 'together', 'tell', 'condition', 'softly', 'must', 'remind']);
/** What may follow a report without a space: where, why, since when. */
const FOLLOWS = new Set(
  'wait that left onlyLeft date but web la tick already justNow me division thanks too year and now stay percent'.split(
    ' ',
  ),
);

function isChatterApart(words: readonly Word[], end: number, mustBeClosed: boolean): boolean {
  const [last, next] = [words[end - 1], words[end]];
  const after = words.slice(end);
  if (next === undefined) return true;
  const isClosed = (last?.closed === true && !last.asking) || next.field === 'by';
  // `เสร็จแล้ว ช่วยแจ้งด้วยนะ` waits for somebody else's report.
  if (asksToTell(after)) return false;
  if (isClosed) return true;
  if (mustBeClosed || after.some(({ field }) => SPOILS.has(field))) return false;
  return next.spaced || FOLLOWS.has(next.field) || last?.field === 'doing' || last?.field === 'wait';
}
