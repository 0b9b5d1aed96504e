/**
 * What is said of how far something is (`docs/understanding.md` §8): every statement with its place, in order. Patterns that
 * stand first take their words first, because ยังไม่เสร็จ holds เสร็จ.
 */
import type { Status } from '../../domain/event.ts';
import type { DateSaid } from '../../thai/date-said.ts';
import { resolveDate } from '../../thai/date-said.ts';
import { pattern } from '../../thai/pattern.ts';
import type { Reading } from './reading.ts';

export interface Statement {
  readonly status: Status;
  readonly percent: number | null;
  /** `unpublished`: not before the public yet; `future`: will be done; `weak`: counts only when nothing else is said. */
  readonly sense: 'plain' | 'unpublished' | 'future' | 'weak' | 'unfinished';
  /** The first word of it, and the word behind it. */
  readonly from: number;
  readonly to: number;
}

type Form = readonly [RegExp, Status, Statement['sense']];

const DO = '(act|publish|send|hold|begin)';
/** What a verb may be said of before แล้ว: where to, for whom, which part. */
const OBJECT =
  '(web|publish|send|act|hold|hai|go|take|division|ownDivision|kin|outside|agency|ourAgency|other|strange|all|item|thi|of|me|date|later|until|everyItem|title|within|work|report|reportWord|be|document|detail|overall|counter|number|have|plan|measure|contact|service|kho|ita|foreign|said|and|meeting|place|matter|items|out|show)';
const ALREADY = '(already|la|justNow)';
const END = '(done|full)';

/** In order. */
const FORMS: readonly Form[] = [
  [pattern('cross'), 'not_started', 'plain'],
  [pattern('tick'), 'done', 'plain'],
  // ยังไม่เสร็จ, ยังไม่ได้ทำให้เสร็จ, ไม่ทันเสร็จ, ยังทำไม่เสร็จ, ทำยังไม่เสร็จ
  [pattern(`(yang|act)? (yetNot|not|late) got? ${DO}{0,2} hai? ${END}`), 'in_progress', 'unfinished'],
  [pattern('(yetNot|not) got? wait'), 'in_progress', 'weak'],
  // ยังไม่ได้ลงเว็บ, ยังไม่ส่ง
  [pattern('(yetNot|yang not) got? just? (publish|send|give) web?'), 'in_progress', 'unpublished'],
  // ยังไม่ได้เริ่มทำ, ยังไม่ดำเนินการ, ไม่ได้ทำ
  [pattern('(yetNot|yang not|not) got? (begin|act|hold){1,3}'), 'not_started', 'plain'],
  [pattern('(nothing other?|yetNot|yang not) (progress|act)'), 'not_started', 'plain'],
  [pattern('yetNot$'), 'not_started', 'plain'],
  // เสร็จ 3 จาก 5 เรื่อง
  [
    pattern(
      '(done|act|full|publish|send)? (go|got|already|la)? number (counter|but|strange)? (from|within) number',
    ),
    'in_progress',
    'unfinished',
  ],
  // รอลงเว็บ, เหลือลงเว็บ
  [pattern('(wait|left|onlyLeft) (only|act|hai)? publish'), 'in_progress', 'unpublished'],
  // เหลือจัดส่ง, เหลือปริ้น
  [pattern('left (act|send|give|hold|print)'), 'in_progress', 'unfinished'],
  // ยังบ่แล้ว: in the South and Northeast แล้ว is to finish.
  [pattern('(yetNot|yang not) already'), 'in_progress', 'unfinished'],
  // จะเสร็จ, คาดว่าจะแล้วเสร็จ, น่าจะทำเสร็จ
  [pattern(`(will|expect){1,2} (be|got|go)? ${DO}{0,2} hai? ${END} already?`), 'in_progress', 'future'],
  // น่าจะทันศุกร์นี้
  [pattern('(will|expect) got (within|until)? date'), 'in_progress', 'future'],
  // ใกล้เสร็จแล้ว, เกือบจะครบ
  [pattern(`near will? got? ${DO}{0,2} (done|full|part|all) (already|la)?`), 'in_progress', 'plain'],
  [pattern(`near (already|la)`), 'in_progress', 'weak'],
  // เสร็จบางส่วน, ทำไปแล้วบางส่วน, ทำได้บางส่วน
  [
    pattern(`(done|full|act|publish|send|hold|begin){0,4} (go|got)? (already|la)? (be|only)? part already?`),
    'in_progress',
    'plain',
  ],
  // กำลังทำ, อยู่ระหว่างดำเนินการ, กำลังเร่งทำอยู่
  [
    pattern(
      `(yang|now)? stay? doing (act|publish|send|hold|begin|haste|done|full|progress|title|evidence){0,3} stay?`,
    ),
    'in_progress',
    'plain',
  ],
  // ยังทำอยู่, แก้เอกสารอยู่
  [
    pattern(
      `yang? ${DO}{1,2} (evidence|other|item|title|kin|strange|document|work|together|hai|reportWord|go|got|show|matter){0,4} stay`,
    ),
    'in_progress',
    'plain',
  ],
  // เพิ่งเริ่ม, เริ่มแล้ว, เริ่มทำไปบ้างแล้ว
  [pattern(`just? begin (act|hold)? (go|got)? (already|la|part){0,2}`), 'in_progress', 'plain'],
  [pattern('onlyLeft'), 'in_progress', 'unfinished'],
  // เสร็จ 3 กอง: not all of it
  [
    pattern('(done|full) (go|got|already)? number (gong|counter|item|kho|matter)'),
    'in_progress',
    'unfinished',
  ],
  // เสร็จแค่ 2 หัวข้อ
  [pattern('(done|full|act) (go|got|already)? only'), 'in_progress', 'unfinished'],
  [pattern(`(act|send) (late|not got?)`), 'in_progress', 'weak'],
  // ทำให้เสร็จแล้ว; without แล้ว it orders.
  [pattern(`${DO}{1,2} hai ${END} (already|la)`), 'done', 'plain'],
  // เพิ่งทำเสร็จ, ดำเนินการเสร็จเรียบร้อยแล้ว
  [
    pattern(
      `just? have? got? ((${DO}|be|all|web|go) (${DO}|be|all|web|go){0,3})? done (${DO}|done|full|go|all|be|web|hai|together|everyItem){0,4} (already|la|all|justNow|go){0,3}`,
    ),
    'done',
    'plain',
  ],
  // ลงเว็บแล้ว, ส่งให้ท้องถิ่นจังหวัดแล้ว, จัดประชุมเมื่อวาน, ครบแล้ว
  [
    pattern(`just? (act|publish|send|hold|full) ${OBJECT}{0,5} (all|go)? ${ALREADY}{1,2} (all|full|date)?`),
    'done',
    'plain',
  ],
  // เพิ่งลงเว็บ
  [pattern(`just (act|publish|send|hold|full) (publish|web|hai|go){0,4}`), 'done', 'plain'],
  [pattern('full (all|go|everyItem){0,4}'), 'done', 'weak'],
  [pattern('wait'), 'in_progress', 'weak'],
  [pattern('left'), 'in_progress', 'weak'],
];

const PERCENT = pattern(
  `(will|expect)? yang? (doing|done|act|publish|progress|begin|near|full|be|have|hold|send|wait|go|got|take|that|some|now|already|stay|title|overall|all){0,4} percent (go|done|full|stay)? (already|la)?`,
);

/** A letter no field has: a word that is taken already. */
const TAKEN = '\u0001';

/** Every statement about how far something is, in the order they stand. */
export function findStatus(reading: Reading): Statement[] {
  const found: Statement[] = [];
  let fields = reading.fields;
  if (reading.said.has('percent')) {
    fields = fields.replace(PERCENT, (taken, ...rest) => {
      const from = rest.find((one) => typeof one === 'number') ?? 0;
      found.push(ofPercent(reading, from, from + taken.length));
      return TAKEN.repeat(taken.length);
    });
  }
  for (const [form, status, sense] of FORMS) {
    if (fields.search(form) < 0) continue;
    form.lastIndex = 0;
    for (const match of fields.matchAll(form)) {
      const [from, to] = [match.index, match.index + match[0].length];
      found.push({ status, percent: null, sense, from, to: withoutNext(reading, from, to) });
    }
    fields = fields.replace(form, (taken) => TAKEN.repeat(taken.length));
  }
  found.push(
    ...barelyNotYet(
      reading,
      fields,
      found.some(({ sense }) => sense === 'plain'),
    ),
  );
  return found
    .filter(({ from }) => !isDenied(reading, from))
    .sort((a, b) => a.from - b.from)
    .map((one) => inFuture(reading, one));
}

const TELLS = new Set(['done', 'full', 'already', 'la', 'stay', 'percent', 'tick']);
/** What a statement never needs behind its last word. */
const TRAILING = new Set(
  'all justNow go date full la items already now me act publish send hold begin hai web be done'.split(' '),
);

/** A statement ends with its sentence: what stands behind ครับ begins another. */
function withoutNext({ words }: Reading, from: number, statementEnd: number): number {
  let told = false;
  for (let at = from; at < statementEnd - 1; at += 1) {
    told ||= TELLS.has(words[at]?.field ?? '');
    if (!told || words[at]?.closed !== true) continue;
    if (words.slice(at + 1, statementEnd).every(({ field }) => TRAILING.has(field))) return at + 1;
  }
  return statementEnd;
}

/** `ไม่ใช่เสร็จ`, `อยากให้เสร็จ`, `ต้องเสร็จ`: denied, wished or ordered, not told. */
function isDenied({ words }: Reading, from: number): boolean {
  const before = words[from - 1]?.field;
  return before === 'notThat' || before === 'want' || before === 'must' || before === 'hai';
}

function ofPercent(reading: Reading, from: number, to: number): Statement {
  const words = reading.words.slice(from, to);
  const percent = Number(words.find(({ field }) => field === 'percent')?.value);
  // ยังไม่ถึงครึ่ง: how far nobody said.
  const [before, earlier] = [reading.words[from - 1], reading.words[from - 2]];
  if (before?.field === 'until' && (earlier?.field === 'yetNot' || earlier?.field === 'not'))
    return { status: 'in_progress', percent: null, sense: 'plain', from: from - 2, to };
  const isFuture = words.some(({ field }) => field === 'will' || field === 'expect');
  if (isFuture && percent === 100) return { status: 'in_progress', percent: null, sense: 'future', from, to };
  const status = percent === 0 ? 'not_started' : percent === 100 ? 'done' : 'in_progress';
  return { status, percent, sense: 'plain', from, to };
}

/** What may stand before ยัง when it is the whole predicate (`O3 ยังเลย`, `ยังค่ะ`). */
const BEFORE_YANG = new Set([
  'items',
  'names',
  'name',
  'me',
  'division',
  'ownDivision',
  'justNow',
  'now',
  'but',
  'of',
  'date',
  'year',
  'title',
  'too',
  'said',
]);
const AFTER_YANG = new Set([
  'wait',
  'that',
  'but',
  'items',
  'too',
  'not',
  'other',
  'postpone',
  'may',
  'soon',
  'me',
]);

/** ยัง alone tells that nothing was begun when politeness closes it; ยังคะ and ยัง at the end ask. */
function barelyNotYet(reading: Reading, fields: string, earlier: boolean): Statement[] {
  if (!reading.said.has('yang')) return [];
  return reading.words.flatMap((word, at): Statement[] => {
    const [before, after] = [reading.words[at - 1], reading.words[at + 1]];
    // O5 เสร็จ O6 เสร็จ O7 ยัง: the last of a list of reports.
    const isListed = earlier && before?.field === 'items' && after === undefined;
    if (word.field !== 'yang' || fields.charAt(at) === TAKEN || word.asking) return [];
    if (!word.closed && !isListed) return [];
    if (before !== undefined && !BEFORE_YANG.has(before.field) && !before.closed) return [];
    if (after !== undefined && !AFTER_YANG.has(after.field) && !after.spaced) return [];
    return [{ status: 'not_started', percent: null, sense: 'plain', from: at, to: at + 1 }];
  });
}

const BEFORE_DATE = new Set(['within', 'last', 'until', 'thi', 'be', 'of', 'go', 'near']);

/** `เสร็จศุกร์หน้า`, `พรุ่งนี้เสร็จ` are not done yet, unless แล้ว says so. */
function inFuture(reading: Reading, statement: Statement): Statement {
  if (statement.status !== 'done' || statement.percent !== null) return statement;
  const { words, heard } = reading;
  const own = words.slice(statement.from, statement.to);
  if (own.some(({ field }) => ['already', 'la', 'just', 'justNow', 'tick'].includes(field))) return statement;
  let next = statement.to;
  while (next < statement.to + 3 && BEFORE_DATE.has(words[next]?.field ?? '')) next += 1;
  const dates = [words[statement.from - 1], words[next]].filter((word) => word?.field === 'date');
  const ahead = dates.some((word) => {
    const { day } = resolveDate(word?.value as DateSaid, heard.today, heard.fiscal, 'deadline');
    return (
      day !== null &&
      (day > heard.today ||
        (day === heard.today && (next > statement.to || /^(?:ก่อน|ภายใน)/.test(word?.text ?? ''))))
    );
  });
  return ahead ? { ...statement, status: 'in_progress', sense: 'future' } : statement;
}

/** What several statements about the same items come to. */
export function combined(
  statements: readonly Statement[],
): { readonly status: Status; readonly percent: number | null } | null {
  const strong = statements.filter(({ sense }) => sense !== 'weak');
  const counted = strong.length > 0 ? strong : statements;
  const [first] = counted;
  if (first === undefined) return null;
  const percent = counted.find((one) => one.percent !== null);
  if (percent !== undefined) return { status: percent.status, percent: percent.percent };
  const said = new Set(counted.map(({ status }) => status));
  const [only = first.status] = said;
  // Done but not published, begun but not finished: it is being worked on.
  return { status: said.size > 1 ? 'in_progress' : only, percent: null };
}
