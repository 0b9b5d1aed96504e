/** Questions that name no item (`docs/understanding.md` §5.10): due, missing, division, overall, score, month, measures. */
import { resolveDate } from '../../thai/date-said.ts';
import { pattern } from '../../thai/pattern.ts';
import type { Intent } from '../intent.ts';
import { type About, divisionSaid } from './about.ts';
import { monthBehind } from './decide-evidence.ts';
import { findQuestion } from './find-question.ts';
import { datesOf, find, has, type Reading } from './reading.ts';

/** Words that ask for a list of items. */
const LIST = [
  'what',
  'which',
  'howMany',
  'someOf',
  'must',
  'due',
  'work',
  'backlog',
  'left',
  'item',
  'kho',
  'unfinished',
  'deadline',
  'all',
];

/** A month or week that is over: what was done in it is a summary. */
function isPast(reading: Reading): boolean {
  return datesOf(reading).some((said) => 'offset' in said && said.offset !== undefined && said.offset < 0);
}

/** What falls due in a range of time, is near its date, or late. */
export function due(reading: Reading): Intent | null {
  const division = divisionSaid(reading);
  const nothing = { intent: 'ask_due', dueDate: null, month: null, overdue: false, division } as const;
  const about = has(reading, 'due', 'dueSoon', 'overdue');
  if (has(reading, 'overdue')) return { ...nothing, overdue: true };
  if (has(reading, 'dueSoon') || (has(reading, 'near') && has(reading, 'due'))) return nothing;
  if (has(reading, 'summary', 'progress', 'howManyPercent', 'score', 'overall') && !about) return null;
  const lists =
    about ||
    (has(reading, ...LIST) && has(reading, 'must', 'left', 'backlog', 'what', 'which', 'howMany', 'someOf'));
  if (!lists) return null;
  const { today, fiscal } = reading.heard;
  if (!about && isPast(reading)) return null;
  for (const said of datesOf(reading)) {
    if (said.kind === 'after' && said.bare) continue;
    if (said.kind === 'relative' && said.partOfDay && datesOf(reading).length > 1) continue;
    const { day, month } = resolveDate(said, today, fiscal, 'question');
    if (day !== null || month !== null) return { ...nothing, dueDate: day, month };
  }
  return about &&
    (has(reading, 'what', 'which', 'when', 'someOf', 'all', 'howMany', 'show') || reading.words.length <= 3)
    ? nothing
    : null;
}

const NOT_DONE = pattern(
  '(yetNot|yang not|not|nothing) got? (already|act|done|full|publish|send|begin|have|give|evidence|passed|hold|report|reportWord|tell)',
);
const DO_WHAT = pattern('(must|have|left|more) (act|send|give|be|more)? (what|which|howMany)( more)?');
const DO_MORE = pattern('must (what|which|act|send|more|evidence|yesNo){1,4}');
const ASKS_FOR = [
  'what',
  'which',
  'howMany',
  'someOf',
  'yesNo',
  'mark',
  'show',
  'maybeAllowed',
  'orYet',
  'item',
  'kho',
  'more',
  'all',
  'work',
  'who',
];

/** The items, or how many, that are not finished. */
export function missing(reading: Reading): Intent | null {
  const { said, words } = reading;
  const division = divisionSaid(reading);
  if (said.has('mine'))
    return { intent: 'ask_missing_items', division: division ?? reading.heard.ownDivision };
  // A question whose answer is a list of divisions is another (§4, ask_division_status).
  if (said.has('whichDivision')) return null;
  if (said.has('backlog') || said.has('unfinished')) return { intent: 'ask_missing_items', division };
  if (has(reading, 'left', 'onlyLeft')) {
    const short = words.length <= 3 && !has(reading, 'strange', 'date', 'counter');
    return short || has(reading, ...ASKS_FOR) || division !== null
      ? { intent: 'ask_missing_items', division }
      : null;
  }
  const open =
    find(reading, NOT_DONE) !== null &&
    has(reading, 'what', 'which', 'howMany', 'someOf', 'show', 'item', 'kho', 'all');
  const more = find(reading, DO_WHAT) !== null || find(reading, DO_MORE) !== null;
  const isMore =
    more &&
    has(reading, 'must', 'more') &&
    !has(reading, 'typing', 'service', 'contact', 'register', 'complaint');
  return open || isMore ? { intent: 'ask_missing_items', division } : null;
}

const FAR = [
  'progress',
  'howManyPercent',
  'overall',
  'how',
  'summary',
  'howMany',
  'orYet',
  'yesNo',
  'ranking',
  'someOf',
  'mark',
  'percent',
  'show',
  'done',
  'full',
  'near',
];

/** How far a division is, or all of them one by one. */
export function divisionStatus(reading: Reading, about: About): Intent | null {
  const division = divisionSaid(reading);
  if (division === null) return null;
  const asksDivision = has(reading, 'whichDivision');
  // อันนี้กองไหนทำ: of what nobody knows.
  if (asksDivision && has(reading, 'said') && !has(reading, 'done', 'full', 'left', 'yetNot', 'progress'))
    return null;
  const asked = findQuestion(reading, about.statements) !== null;
  const far = has(reading, ...FAR) || asked;
  if (
    asksDivision &&
    has(
      reading,
      'done',
      'full',
      'left',
      'onlyLeft',
      'yetNot',
      'not',
      'send',
      'act',
      'ranking',
      'near',
      'progress',
      'late',
      'percent',
      'howManyPercent',
      'publish',
      'unfinished',
      'overdue',
      'backlog',
      'someOf',
      'report',
      'reportWord',
      'begin',
      'doing',
    )
  )
    return { intent: 'ask_division_status', division: 'ALL' };
  if (!far || has(reading, 'contact', 'complaint', 'service', 'place')) return null;
  const progress = has(
    reading,
    'progress',
    'howManyPercent',
    'overall',
    'summary',
    'howMany',
    'ranking',
    'done',
    'full',
    'act',
    'send',
    'how',
    'publish',
    'percent',
  );
  const compares = has(reading, 'allDivisions') && has(reading, 'show', 'have', 'may');
  return progress || compares ? { intent: 'ask_division_status', division } : null;
}

const HOW_MANY_DONE = pattern(
  '(done|full|act|send|publish|progress|doing) (go|got|already|la|all){0,4} (howMany|howManyPercent|progress)',
);
/** `how are we doing` */
const HOW_ARE_WE = pattern('how be (me|ita|agency|ourAgency)');
const IS_ALL_DONE = pattern(
  '(all|ita|overall|ourAgency|agency|plan) (done|full|act) (already|la)? (orYet|yesNo|yang|mark)',
);
const HOW_IS = pattern(
  '((act|done) any{0,4} (yang|orYet|yesNo|mark)|(ita|work|ourAgency|agency|overall|plan|measure|me) any{0,2} (how|progress|orYet))',
);

/** How far the whole agency is. */
export function overall(reading: Reading): Intent | null {
  if (has(reading, 'score') && !has(reading, 'progress')) return null;
  // มาตรการทั้งหมดของ อบต. ดูได้ที่ไหน
  if (has(reading, 'measure') && has(reading, 'where', 'openAt')) return null;
  const says =
    has(reading, 'progress', 'overall', 'howManyPercent') ||
    (has(reading, 'summary') && !has(reading, 'strange', 'meeting'));
  const whole = has(reading, 'ita', 'ourAgency', 'overall');
  const asks =
    find(reading, HOW_ARE_WE) ??
    find(reading, HOW_MANY_DONE) ??
    find(reading, IS_ALL_DONE) ??
    (whole ? find(reading, HOW_IS) : null);
  if (!says && asks === null) return null;
  if (has(reading, 'complaint', 'service', 'contact', 'said') && !has(reading, 'ita')) return null;
  return { intent: 'ask_overall_progress' };
}

const GOT_HOW_MUCH = pattern(
  '(ita|oitWord|passed|grew) any{0,4} (got|acknowledge)? (howMany|passed|howManyPercent)',
);
const LEVEL = pattern('(ita|grew|agency|ourAgency) any{0,3} passed');

/** The ITA score or level. */
export function score(reading: Reading): Intent | null {
  if (has(reading, 'whichDivision', 'allDivisions')) return null;
  const says = has(reading, 'score') || find(reading, LEVEL) !== null;
  const asks =
    find(reading, GOT_HOW_MUCH) !== null &&
    !has(reading, 'done', 'left', 'progress', 'doing', 'item', 'kho', 'full', 'act');
  const instrument = has(reading, 'oitWord') && has(reading, 'what', 'howMany', 'how', 'detail');
  return says || asks || instrument ? { intent: 'ask_score' } : null;
}

/** The summary of one month. */
export function monthSummary(reading: Reading): Intent | null {
  const looksBack =
    isPast(reading) &&
    has(reading, 'act', 'progress', 'overall', 'done') &&
    has(reading, 'what', 'how', 'howMany');
  if (
    !has(reading, 'summary') &&
    !looksBack &&
    !(has(reading, 'overall', 'progress') && has(reading, 'monthly'))
  )
    return null;
  const month =
    monthBehind(reading) ?? (/รายเดือน|ประจำเดือน/.test(reading.text) ? reading.heard.today.slice(0, 7) : null);
  return month === null ? null : { intent: 'ask_summary_month', month, division: divisionSaid(reading) };
}

const LISTS = [
  'what',
  'howMany',
  'which',
  'all',
  'where',
  'show',
  'openAt',
  'someOf',
  'detail',
  'how',
  'maybeAllowed',
  'may',
  'yesNo',
  'have',
  'mark',
  'other',
  'publish',
];

/** The measures, or where they are published. */
export function measures(reading: Reading, about: About): Intent | null {
  const titled = reading.words.some(
    ({ field, text }) =>
      (field === 'items' || field === 'names' || field === 'name') && /^มาตรการ/.test(text),
  );
  if (!has(reading, 'measure') && !titled) return null;
  const numbered = about.mentions.some(({ form }) => form !== 'name');
  const short = reading.words.length <= 2;
  return !numbered &&
    about.statements.every(({ sense }) => sense === 'weak') &&
    (short || has(reading, ...LISTS))
    ? { intent: 'list_measures_public' }
    : null;
}
