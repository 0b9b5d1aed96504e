/**
 * A group in which nobody called the bot (`docs/understanding.md` §6). Acting on chatter is the worst error of all: only what
 * is surely about an item of this agency is heard, and every doubt means silence.
 */
import type { Intent } from '../intent.ts';
import type { About, Mention } from './about.ts';
import { correction } from './decide-correction.ts';
import { evidence } from './decide-evidence.ts';
import { itemQuestion, promise, report } from './decide-item.ts';
import { extension, snooze } from './decide-later.ts';
import { findQuestion } from './find-question.ts';
import type { Statement } from './find-status.ts';
import { has, type Reading, type Word } from './reading.ts';

const NONE: Intent = { intent: 'none' };

/** About other people, places, offices or numbers: whatever else is said, it is not for the bot. */
const ALWAYS = [
  'outside',
  'others',
  'condition',
  'meeting',
  'law',
  'blood',
  'container',
  'unsure',
  'place',
  'oxygen',
];
/** Words that may stand around an item in a sentence to the bot; unknown words may not. */
const CLEAR = new Set(
  [
    'items me now justNow division ownDivision mayTell tell reportWord date year greeting kho item of be and but thi too all title setStatus',
    'have said la got go that hai kin ita ourAgency done full act publish send hold already just yetNot yang not late nothing begin doing',
    'stay near part wait left onlyLeft only half percent tick cross web everyItem evidence document give here url within until some take',
    'postpone may later maybeAllowed work overall report acknowledge thanks except name names softly now progress oops mistaken rather notThat change',
  ]
    .join(' ')
    .split(' '),
);
/** What may stand in a bare report: the item, a status, and who or when. */
const BARE = new Set(
  [
    'items me now justNow division ownDivision done full act publish send already just yetNot yang not late begin doing stay near part',
    'percent tick cross web la got go all everyItem mayTell reportWord be year date hai',
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
  if (about.items.length === 0 || about.years || reading.others) return NONE;
  const numbered = mentions.filter(({ form }) => form !== 'name');
  if (numbered.length === 0 || numbered.some(({ form }) => form === 'village')) return NONE;
  if (has(reading, ...ALWAYS) || (has(reading, 'agency') && !has(reading, 'ourAgency'))) return NONE;
  if (numbered.every(({ form }) => form === 'bare')) return bareReport(reading, about);
  return corrected(reading, about) ?? aboutItem(reading, about, numbered) ?? NONE;
}

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
    const isOurs = words.slice(0, last.at + 1).every(isClear) && !has(reading, 'hold', 'order', 'together');
    return isOurs ? later : null;
  }
  const given = evidence(reading, about);
  if (given?.intent === 'attach_evidence') {
    const order = has(reading, 'order', 'together', 'must') || (given.url === null && !words.every(isClear));
    const isNews = words.slice(0, first.at).some((word) => !isClear(word));
    return order || isNews ? null : given;
  }
  const question = isAsked || has(reading, 'progress', 'detail', 'due') ? itemQuestion(reading, about) : null;
  if (question !== null) return isPlainQuestion(reading, about) ? question : null;
  if (promise(reading, about) !== null || isAsked) return null;
  return plainReport(reading, about, mentions);
}

/** Every word is about the item; nobody asks who did it already, and nobody is asked by name. */
function isPlainQuestion(reading: Reading, about: About): boolean {
  if (!reading.words.every((word) => isClear(word) || ASKING.has(word.field))) return false;
  if (has(reading, 'together', 'order', 'postpone', 'later')) return false;
  const told = plain(about.statements);
  return !(told && has(reading, 'who', 'whichDivision'));
}

/**
 * A statement right beside the item, with nothing foreign before or between. What follows may be chatter when it is set
 * apart by politeness, a line or a space; not when it makes an order or a condition of the whole.
 */
function plainReport(reading: Reading, about: About, mentions: readonly Mention[]): Intent | null {
  const { words } = reading;
  const told = about.statements.filter(({ sense }) => sense !== 'weak');
  const [firstMention] = mentions;
  const lastMention = mentions.at(-1);
  const counted =
    told.length > 0
      ? told
      : about.statements.filter(({ sense, from }) => sense === 'weak' && from - 1 === lastMention?.at);
  const [firstTold] = counted;
  if (firstTold === undefined || firstMention === undefined || lastMention === undefined) return null;
  const beside = counted.filter(
    ({ from, to }) =>
      from <= lastMention.at || isBeside(words, lastMention.at + 1, from) || to <= firstMention.at,
  );
  const nearest = beside.at(-1);
  if (nearest === undefined) return null;
  const end = Math.max(lastMention.at + 1, nearest.to);
  const core = words.slice(0, end);
  if (!core.every((word) => isClear(word) && word.field !== 'softly')) return null;
  if (
    core.some(({ field }) => field === 'hold') &&
    !/^(?:จัด|ลง)/.test(core.find(({ field }) => field === 'hold')?.text ?? '')
  )
    return null;
  if (!isChatterApart(words, end)) return null;
  return report(reading, {
    ...about,
    statements: about.statements.filter(({ to }) => to <= end || isWeakNeighbour(to)),
  });
}

const isWeakNeighbour = (_to: number): boolean => false;

function isBeside(words: readonly Word[], from: number, to: number): boolean {
  return to - from <= 4 && words.slice(from, to).every(isClear);
}

const SPOILS = new Set(['order', 'together', 'tell', 'condition', 'softly', 'must', 'remind']);

function isChatterApart(words: readonly Word[], end: number): boolean {
  const last = words[end - 1];
  const after = words.slice(end);
  const [next] = after;
  if (next === undefined) return true;
  const isOpen = last?.closed !== true && next.field !== 'by';
  const spoils = after.some(({ field }) => SPOILS.has(field));
  if (isOpen && spoils) return false;
  if (
    after.some(({ field }) => field === 'order' || field === 'softly') &&
    after.some(({ field }) => field === 'tell')
  )
    return false;
  return (
    !isOpen ||
    next.spaced ||
    [
      'wait',
      'that',
      'left',
      'onlyLeft',
      'date',
      'but',
      'web',
      'la',
      'tick',
      'already',
      'justNow',
      'me',
      'division',
      'thanks',
      'too',
    ].includes(next.field)
  );
}
