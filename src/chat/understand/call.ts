/** Whether a message calls the bot (`docs/understanding.md` §6), and the message without the call. */
import { POLITE_WORDS } from './words-polite.ts';

/** Its names in a mention, and those that call it at the beginning or the end of a message. */
const MENTION = /@\s?(?:น้องไอต้า|น้องบอท|บอท|(?:bot|ita)(?![a-z0-9_]))/g;
const AT_BEGINNING = /^[^ก-๙a-z0-9]{0,8}(?:น้องไอต้า|น้องบอท|บอท)/;
const SOFT = (POLITE_WORDS.particle ?? '').split(/\s+/).filter((word) => word !== '');
/** บอท also ends other words (โรบอท): at the end it must stand apart. */
const AT_END = new RegExp(
  `(?:น้องไอต้า|น้องบอท|(?<![ก-๙])บอท)(?:คะ|[^ก-๙a-z0-9]|${SOFT.sort((a, b) => b.length - a.length).join('|')}){0,16}$`,
);
/** Somebody else is spoken to; not the @ of an address. */
const OTHER = /(?<![a-z0-9])@[^\s@]+/g;

export interface Called {
  readonly text: string;
  readonly called: boolean;
  /** Somebody else was mentioned. */
  readonly others: boolean;
}

/** Takes the calls out of normalised text. `mentioned`: LINE says that a mention in it is the bot. */
export function takeCall(text: string, mentioned: boolean): Called {
  let called = mentioned;
  const take = () => {
    called = true;
    return ' ';
  };
  let rest = text.includes('@') ? text.replace(MENTION, take) : text;
  if (rest.includes('บอท') || rest.includes('น้องไอต้า'))
    rest = rest.replace(AT_BEGINNING, take).replace(AT_END, take);
  const without = rest.includes('@') ? rest.replace(OTHER, ' ') : rest;
  const others = without !== rest && !(mentioned && rest.match(OTHER)?.length === 1);
  return { text: without.trim(), called, others };
}
