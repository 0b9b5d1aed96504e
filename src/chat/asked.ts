/**
 * A question the bot asked one person, still open: his next words may be no more than its answer (`O12`, a link, a day).
 * Pure; `flow/` remembers the question for ten minutes.
 */
import type { ItemNumber } from '../domain/item.ts';
import { arabicDigits } from '../thai/normalise.ts';
import type { Ambiguous, EvidenceSaid, Intent, Wanted } from './intent.ts';
import { read } from './understand/reading.ts';
import { type Heard, understand } from './understand.ts';
import { itemName, yearWords } from './words.ts';

/** An item as people name it. */
interface Named {
  readonly items: readonly ItemNumber[];
  readonly year: number | null;
}

export type Asked =
  /** Of which item? `only` = one alone was offered: "this one?" */
  | { readonly kind: 'item'; readonly wanted: Wanted; readonly only?: Named }
  /** What about it? */
  | { readonly kind: 'what'; readonly items: readonly ItemNumber[]; readonly year: number | null }
  /** The link that shows it. `kept`: the report that came with its announcement, for ยกเลิก. */
  | {
      readonly kind: 'link';
      readonly items: readonly ItemNumber[];
      readonly year: number | null;
      readonly kept: string | null;
    }
  /** Until when? */
  | {
      readonly kind: 'day';
      readonly intent: 'request_extension' | 'snooze_reminder';
      readonly items: readonly ItemNumber[];
      readonly year: number | null;
      /** The reason that was given already; empty = none. */
      readonly note: string;
    }
  /** The file of the official O-item list of a year. */
  | { readonly kind: 'list-file'; readonly year: number }
  /** Which publication a list was taken from. `draft` = the list that waits. */
  | { readonly kind: 'list-source'; readonly draft: string }
  /** Name and division of somebody who waits to be let in. */
  | { readonly kind: 'applicant' };

/** What words alone may be the answer: those that mean nothing else by themselves. */
const OPEN_WORDS: ReadonlySet<Intent['intent']> = new Set(['ambiguous', 'none', 'ask_due']);
const ONLY_A_NUMBER = /^\s*([0-9๐-๙]{1,3})\s*$/;

/** Words that may stand in an answer besides what was asked for: who speaks, and now. */
const AROUND = ['me', 'kin', 'now', 'justNow', 'be', 'have', 'tell', 'mayTell', 'matter', 'greeting'];
/** An answer is the item, link, day or status and nothing more: a sentence with anything else in it means itself. */
const ANSWER: Readonly<
  Record<Exclude<Asked['kind'], 'list-file' | 'list-source' | 'applicant'>, readonly string[]>
> = {
  item: ['items', 'names', 'number', 'numeral', 'year', 'and', 'title'],
  what: 'done full act publish send already just yetNot yang not late begin doing stay near part only half percent tick cross web la got go nothing all wait'.split(
    ' ',
  ),
  link: ['give', 'here', 'evidence', 'document', 'of', 'already', 'items', 'year'],
  day: ['date', 'until', 'within', 'may', 'postpone', 'take', 'change', 'send', 'remind', 'again'],
};

/** The whole intent when `heard` answers the question, else null: then the words stand for themselves. */
export function completed(asked: Asked, heard: Heard, own: Intent): Intent | null {
  // Of lists a coordinator's own phrases speak (`office-commands.ts`).
  if (asked.kind === 'list-file' || asked.kind === 'list-source') return null;
  // A name means nothing to the understanding (`applicant.ts`).
  if (asked.kind === 'applicant') return null;
  if (asked.kind === 'item' && asked.only !== undefined && agreed(heard) === true)
    return intentOf(asked.wanted, asked.only.items, asked.only.year);
  if (asked.kind === 'item' && own.intent === 'attach_evidence') return withLink(asked.wanted, own);
  if (!OPEN_WORDS.has(own.intent)) return null;
  // What is an answer need not call the bot again.
  const said = own.intent === 'none' ? understand({ ...heard, chat: 'user' }) : own;
  // Talk in a group goes on while a question is open, and a day said in passing is no date asked for.
  const strict = own.intent === 'none' || asked.kind === 'item' || asked.kind === 'day';
  if (strict && !saysOnly(heard, [...ANSWER[asked.kind], ...AROUND])) return null;
  switch (asked.kind) {
    case 'item':
      return said.intent === 'ambiguous' ? withItem(asked.wanted, said, heard.text) : null;
    case 'what': {
      if (said.intent !== 'ambiguous' || said.items.length > 0 || said.wanted === null) return null;
      return intentOf(said.wanted, asked.items, asked.year);
    }
    case 'link': {
      if (said.intent !== 'ambiguous' || said.items.length > 0 || said.wanted?.do !== 'evidence') return null;
      return said.wanted.url === null ? null : intentOf(said.wanted, asked.items, asked.year);
    }
    case 'day': {
      if (said.intent === 'ambiguous' && said.items.length > 0) return null;
      const full = understand({ ...heard, chat: 'user', text: `${sentence(asked)} ${heard.text}` });
      if (full.intent !== asked.intent || full.dueDate === null) return null;
      return full.intent === 'request_extension' ? { ...full, note: asked.note } : full;
    }
  }
}

const YES: ReadonlySet<string> = new Set('ใช่ ใช่ๆ ใช่แล้ว ใช่เลย ถูก ถูกแล้ว ถูกต้อง ถูกต้องแล้ว ข้อนี้ ข้อนี้แหละ'.split(' '));

/**
 * What is said to "this one?": yes, no, or null = something else. In a group a bare ใช่ may be meant for anybody, so there it
 * counts only where the bot is called.
 */
export function agreed(heard: Heard): boolean | null {
  const { addressed, others, words } = read(heard);
  if (!addressed || others) return null;
  if (YES.has(words.map(({ text }) => text).join(''))) return true;
  return words.length === 1 && words[0]?.field === 'notThat' ? false : null;
}

/** True when every word that carries weight is of these fields. */
function saysOnly(heard: Heard, fields: readonly string[]): boolean {
  const { words, others } = read(heard);
  return !others && words.every(({ field }) => fields.includes(field));
}

/** A link beside the number that was asked for: what was to be reported still is. */
function withLink(wanted: Wanted, own: EvidenceSaid): Intent | null {
  if (wanted.do !== 'report' || own.status !== null || own.items.length === 0) return null;
  const { status, percent, note } = wanted;
  return { ...own, status, note, ...(percent === undefined ? {} : { percent }) };
}

function withItem(wanted: Wanted, said: Ambiguous, text: string): Intent | null {
  if (said.wanted !== null) return null;
  const digits = ONLY_A_NUMBER.exec(text)?.[1];
  if (digits === undefined) return said.items.length > 0 ? intentOf(wanted, said.items, said.year) : null;
  const number = Number(arabicDigits(digits));
  // A number without its letter: both are asked about, with what is to be done carried along.
  const items: ItemNumber[] = [
    { kind: 'oit', number },
    { kind: 'measure', number },
  ];
  return number === 0 ? null : { intent: 'ambiguous', items, year: null, wanted };
}

function sentence({ intent, items, year }: Extract<Asked, { kind: 'day' }>): string {
  const names = [...items.map(itemName), ...(year === null ? [] : [yearWords(year)])].join(' ');
  return intent === 'request_extension' ? `ขอขยาย ${names} เป็น` : `เลื่อนเตือน ${names} เป็น`;
}

/** An action or question with its items. */
export function intentOf(
  wanted: Wanted,
  items: readonly ItemNumber[],
  year: number | null,
): Exclude<Intent, { intent: 'none' }> {
  switch (wanted.do) {
    case 'report': {
      const { status, percent, note } = wanted;
      return {
        intent: 'report_status',
        items,
        year,
        status,
        percent,
        reports: [],
        division: null,
        replaces: [],
        note,
      };
    }
    case 'evidence':
      return { intent: 'attach_evidence', items, year, url: wanted.url, status: wanted.status };
    case 'extension':
      return {
        intent: 'request_extension',
        items,
        year,
        dueDate: wanted.dueDate,
        division: null,
        note: wanted.note,
      };
    case 'detail':
      return { intent: 'ask_item_detail', items, year };
    case 'responsible':
      return { intent: 'ask_responsible', items, year };
  }
}
