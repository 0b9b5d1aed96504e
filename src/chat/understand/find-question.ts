/** Whether something is asked, and how (`docs/understanding.md` §5, "question markers"). */
import type { Statement } from './find-status.ts';
import type { Reading, Word } from './reading.ts';

/** `open`: what, who, when …; `closed`: yes or no. */
export interface Asked {
  readonly kind: 'open' | 'closed';
  /** Which word asks. */
  readonly at: number;
}

const OPEN = new Set([
  'what',
  'how',
  'when',
  'who',
  'whichDivision',
  'which',
  'where',
  'why',
  'howMany',
  'howManyPercent',
  'openAt',
]);
const CLOSED = new Set(['yesNo', 'orYet', 'maybeAllowed', 'mark', 'passed']);
/** หรือ asks at the end; within a sentence it is "or". */
const OR = new Set(['หรือ', 'รึ', 'หรือว่า', 'เปล่า', 'ปะ', 'right']);

/** The first question in a reading; one that only follows a clear report does not count (§6, "extra chatter"). */
export function findQuestion(reading: Reading, statements: readonly Statement[]): Asked | null {
  const { words } = reading;
  for (const [at, word] of words.entries()) {
    const isLast = at === words.length - 1;
    const asks =
      OPEN.has(word.field) || asksHowFar(word)
        ? 'open'
        : CLOSED.has(word.field) && (!OR.has(word.text) || isLast || word.closed || reading.said.has('must'))
          ? 'closed'
          : (word.field === 'yang' && asksYet(reading, at, statements)) || whatAbout(reading, at, statements)
            ? 'closed'
            : null;
    if (asks !== null && !isChatter(reading, at, statements)) return { kind: asks, at };
  }
  return null;
}

/** ถึงไหน, ไปกี่ข้อ: words of progress that ask by themselves. */
function asksHowFar({ field, text }: Word): boolean {
  return field === 'progress' && /[ไใ]หน|[ไใ]ส|เท่าไหร่|กี่/.test(text);
}

/** `แล้ว O5 ล่ะ`; `is O5 done`. */
function whatAbout({ words }: Reading, at: number, statements: readonly Statement[]): boolean {
  const [word, next] = [words[at], words[at + 1]];
  const isEnglish = at === 0 && word?.field === 'be' && next?.field === 'items' && /^[a-z]/.test(word.text);
  return isEnglish || (word?.field === 'la' && words[at - 1]?.field === 'items' && statements.length === 0);
}

/** ยัง at the end, or behind a status: `เสร็จยังครับ`; not a statement of its own (`ยังค่ะ`). */
function asksYet({ words }: Reading, at: number, statements: readonly Statement[]): boolean {
  if (statements.some(({ from, to }) => at >= from && at < to)) return false;
  const next = words[at + 1];
  return next === undefined || next.spaced || next.field === 'kin' || words[at]?.closed === true;
}

/** A clear report was closed (ค่ะ, a line's end, ว่าแต่) before the question began: the question is about something else. */
function isChatter({ words }: Reading, at: number, statements: readonly Statement[]): boolean {
  const report = statements.find(({ sense, to }) => sense !== 'weak' && to <= at);
  if (report === undefined) return false;
  const between = words.slice(report.to, at);
  const last = words[report.to - 1];
  if (between.some(({ field }) => field === 'items' || field === 'name')) return false;
  if (between.some(({ field }) => field === 'by')) return true;
  if (last?.asking === true) return false;
  // เสร็จแล้วค่ะ ใครจะฝากซื้อน้ำ …: a sentence of its own, and a long one.
  const isLong = words.length - at > 3 && OPEN.has(words[at]?.field ?? '');
  if (between.length === 0) return isLong && last?.closed === true && words[at]?.spaced === true;
  // Set apart by a space only, it must be a question of its own: มีอะไรแก้บอกได้เลย.
  return last?.closed === true || (between[0]?.spaced === true && OPEN.has(words[at]?.field ?? ''));
}
