/** Giving evidence, and wanting papers (`docs/understanding.md` §4, §5.5, §5.6). */
import type { Month } from '../../domain/calendar.ts';
import { resolveDate } from '../../thai/date-said.ts';
import { pattern } from '../../thai/pattern.ts';
import type { Intent } from '../intent.ts';
import { type About, divisionSaid } from './about.ts';
import { findQuestion } from './find-question.ts';
import { combined, type Statement } from './find-status.ts';
import { datesOf, find, has, type Reading } from './reading.ts';

/** `ส่งหลักฐาน`, `แนบไฟล์`, `รูปอยู่นี่`, `เปลี่ยนลิงก์`, `สแกน … ใส่ไว้ให้`. */
const THING = '(evidence|document)';
const GIVING = pattern(
  `(give|(send|publish|act|change|take) any{0,3} ${THING}|${THING} any{0,4} (send|give|here|publish|change|said|url)|(give|send) any{0,3} ${THING}|${THING} (already|la|stay)|here any{0,2} ${THING})`,
);
/** แนบแล้ว and ส่งหลักฐานแล้ว tell of the giving, not of the item. */
const ABOUT_GIVING = pattern(
  `(send|publish|act|give) (of|items|thi|hai|title){0,3} ${THING} any{0,5} (already|la)|${THING} any{0,4} (send|give|publish) any{0,3} (already|la)`,
);

export function evidence(reading: Reading, about: About): Intent | null {
  const [url = null] = reading.urls;
  if (url === null && !isGiven(reading, about)) return null;
  const { items, candidates, year } = about;
  const status = statusBeside(reading, about);
  if (items.length === 0) {
    if (url !== null && has(reading, 'document', 'print') && !has(reading, 'give')) return null;
    return { intent: 'ambiguous', items: candidates, year, wanted: { do: 'evidence', url, status } };
  }
  return { intent: 'attach_evidence', items, year, url, status };
}

/** `ส่งไฟล์ให้หน่อย` asks for one. */
function isRequest(reading: Reading): boolean {
  const paper = reading.words.some(
    ({ field, text }) => field === 'document' || (field === 'give' && /ไฟล์/.test(text)),
  );
  return paper && has(reading, 'softly') && !has(reading, 'already', 'la');
}

function isGiven(reading: Reading, about: About): boolean {
  if (!has(reading, 'evidence', 'document', 'give', 'here') || find(reading, GIVING) === null) return false;
  const asked = findQuestion(reading, about.statements);
  // ส่งไฟล์ให้หน่อย asks for one.
  const isRequest = has(reading, 'softly') && !has(reading, 'already', 'la') && about.items.length === 0;
  if (
    isRequest ||
    asked !== null ||
    has(reading, 'must', 'yetNot', 'not', 'nothing', 'wait', 'left', 'onlyLeft')
  )
    return false;
  // Wanting a paper is not giving one; nor is a promise to give.
  if (
    find(reading, WISH) !== null ||
    has(reading, 'print', 'summary', 'typing', 'soon', 'will', 'later', 'postpone', 'condition')
  )
    return false;
  // อัปโหลดไฟล์ขึ้นเว็บแล้ว tells that the item is published.
  const isPublished = has(reading, 'publish', 'web') && !has(reading, 'give', 'send', 'here');
  if (isPublished && about.statements.some(({ status }) => status === 'done')) return false;
  return has(reading, 'give', 'here') || !wantsPaper(reading) || about.items.length > 0;
}

/** What the message says of the item besides the giving. */
function statusBeside(reading: Reading, about: About) {
  const giving = [...reading.fields.matchAll(ABOUT_GIVING)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const isGivingOnly = ({ from, to }: Statement) =>
    giving.some((part) => from >= part.from - 1 && to <= part.to + 1) || isSending(reading, from, to);
  const told = about.statements.filter((one) => one.sense !== 'weak' && !isGivingOnly(one));
  return combined(told)?.status ?? null;
}

/** `ส่งให้แล้ว`, `แนบลิงก์แล้ว`: nothing but handing over. */
function isSending({ words }: Reading, from: number, to: number): boolean {
  const own = words.slice(from, to).map(({ field }) => field);
  const hands =
    own.includes('send') && !own.includes('web') && !own.includes('done') && !own.includes('publish');
  // แนบไฟล์ประกาศให้ละ: the file is called so.
  const named = ['give', 'evidence', 'document'].includes(words[from - 1]?.field ?? '');
  if (named && words[from]?.spaced === false && !own.includes('web') && !own.includes('done')) return true;
  return hands && words.some(({ field }) => field === 'evidence' || field === 'document' || field === 'url');
}

const WANT = pattern('(want|may|show|print|softly|hai me|order|act|take|other|want)');
/** Deeds done to an item's file, not wishes for a paper. */
const PAPER_WORDS = ['document', 'print'];

function wantsPaper(reading: Reading): boolean {
  return has(reading, ...PAPER_WORDS) && find(reading, WANT) !== null;
}

const WISH = pattern('(want|may) any{0,5} document');
const REPORT_WANTED = pattern(
  '(may|mayTell|show|print|order|take|want|act) any{0,1} reportWord|reportWord any{0,3} (date|monthly|summary|softly|document|overall|all|division)',
);
const PRINT_OF = pattern(
  'print any{0,3} (document|evidence|reportWord|summary|items|name|plan|measure|progress|overall|title)',
);

/** A file or a paper is wanted. It wins over a summary, and over the title of an item. */
export function paper(reading: Reading, about: About): Intent | null {
  const wish = find(reading, WISH) !== null || isRequest(reading);
  if (
    has(reading, 'typing') ||
    (has(reading, 'give', 'here') && !wish) ||
    about.statements.some((one) => isTold(one, about))
  )
    return null;
  const asked = findQuestion(reading, about.statements);
  const isHow =
    asked !== null && ['how', 'when', 'who', 'why'].includes(reading.words[asked.at]?.field ?? '');
  const named = about.mentions.some(({ form }) => form !== 'name');
  const report = find(reading, REPORT_WANTED) !== null && !named;
  const titled = about.mentions.some(
    ({ at, form }) => form === 'name' && isReport(reading.words[at]?.text ?? ''),
  );
  const wanted =
    has(reading, 'document') ||
    (isRequest(reading) && !named) ||
    find(reading, PRINT_OF) !== null ||
    report ||
    (titled && find(reading, WANT) !== null);
  if (!wanted || (isHow && named)) return null;
  if (named && !has(reading, 'document', 'print')) return null;
  return {
    intent: 'request_report_document',
    month: monthBehind(reading),
    division: divisionSaid(reading),
  };
}

const isReport = (title: string) => /^(?:รายงาน|สรุป)/.test(title);
/** Something is told of items: then the paper is what is told about, or a word of telling (รายงานความคืบหน้า). */
function isTold({ sense, status }: Statement, about: About): boolean {
  const numbered = about.mentions.some(({ form }) => form !== 'name');
  return sense === 'plain' ? status === 'done' || numbered : sense !== 'weak' && numbered;
}

/** The month a summary or paper is wanted of: it looks back (§10). */
export function monthBehind(reading: Reading): Month | null {
  const { today, fiscal } = reading.heard;
  for (const said of datesOf(reading)) {
    if (said.kind !== 'month' && said.kind !== 'month-from-now' && said.kind !== 'month-part') continue;
    const { month, day } = resolveDate(said, today, fiscal, 'summary');
    return month ?? day?.slice(0, 7) ?? null;
  }
  return has(reading, 'monthly') ? today.slice(0, 7) : null;
}
