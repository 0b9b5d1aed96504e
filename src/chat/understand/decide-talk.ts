/** The public's affairs, accounts, help, and talk that is only polite (`docs/understanding.md` §4, §5.11). */
import { pattern } from '../../thai/pattern.ts';
import type { Intent } from '../intent.ts';
import { type About, divisionSaid } from './about.ts';
import { findQuestion } from './find-question.ts';
import { find, has, type Reading } from './reading.ts';

const OPENS = pattern('(show|agency|ourAgency|division|date) any{0,3} (contact)');

/** A complaint, a tip-off, a question on contact, hours or a service. */
export function complaint(reading: Reading, about: About): Intent | null {
  const { role } = reading.heard;
  const asks =
    findQuestion(reading, about.statements) !== null ||
    has(reading, 'may', 'tell', 'order', 'show', 'softly', 'other', 'send', 'must');
  // A clerk who will ring somebody complains of nothing.
  if (role !== 'citizen' && has(reading, 'soon') && !has(reading, 'complaint')) return null;
  const says =
    has(reading, 'complaint') ||
    (has(reading, 'contact') &&
      (asks || role === 'citizen' || reading.words.length <= 3 || find(reading, OPENS) !== null)) ||
    (role === 'citizen' && has(reading, 'service', 'place', 'oxygen')) ||
    isForPublic(reading) ||
    (role !== 'citizen' && has(reading, 'service') && asks);
  return says ? { intent: 'complain_or_contact', division: divisionSaid(reading) } : null;
}

const COMPLAINS = /ร้องเรียน|ร้องทุกข์|ทุจริต|เบาะแส|โกง|ใต้โต๊ะ|เรียกรับ|สินบน/;

/** Said by a citizen it is a complaint, whatever else the words may mean. */
export function complains(text: string): boolean {
  return COMPLAINS.test(text);
}

const HOW_TO = pattern(
  '(act|tell|reportWord|send|give|bot|order|begin|typing|setStatus|publish|show|remind|change|undo|postpone) (any{0,2} )?(how|what)',
);
const BOT_CAN = pattern('(bot|kin|me)? (act|order|show) what got?');

export function help(reading: Reading): Intent | null {
  // อยากร้องเรียน ทำยังไง
  if (has(reading, 'complaint') && !has(reading, 'bot', 'typing')) return null;
  if (has(reading, 'help', 'typing')) return { intent: 'help' };
  const asks = find(reading, HOW_TO) !== null && has(reading, 'how') && !has(reading, 'said', 'kho', 'item');
  return asks || (has(reading, 'bot') && find(reading, BOT_CAN) !== null) ? { intent: 'help' } : null;
}

const JOIN = pattern('(other|may|must|show|order) any{0,2} register');

/** ขึ้นทะเบียนผู้สูงอายุ, ลงทะเบียนเบี้ยคนพิการ: a list of the public, not an account with the bot. */
function isForPublic(reading: Reading): boolean {
  if (!has(reading, 'register')) return false;
  const people = reading.words.some(({ text }) =>
    /^(?:ผู้สูงอายุ|คนแก่|คนพิการ|ผู้ป่วย|ติดเตียง|เด็ก|เด็กๆ|นักเรียน|หมา|แมว|สุนัข|เกษตรกร|ประกันรายได้|วัคซีน)$/.test(text),
  );
  return people || (has(reading, 'service') && find(reading, JOIN) === null);
}

export function register(reading: Reading): Intent | null {
  if (!has(reading, 'register')) return null;
  // "ลงทะเบียนเบี้ยผู้สูงอายุ" is a service, and a list of names no account.
  if (isForPublic(reading)) return null;
  return { intent: 'register_member', division: divisionSaid(reading) };
}

/** What greets, thanks and confirms; and what may stand with it. */
const BESIDE = new Set([
  'kin',
  'me',
  'greeting',
  'thanks',
  'acknowledge',
  'bot',
  'soon',
  'now',
  'la',
  'that',
  'thi',
  'remind',
  'tell',
  'order',
  'already',
  'of',
  'hai',
  'too',
  'got',
  'date',
  'said',
  'justNow',
  'for',
  'all',
  'go',
  'softly',
  'be',
  'full',
  'done',
  'act',
  'later',
  'other',
  'ourAgency',
  'mark',
  'haste',
  'and',
  'must',
  'have',
  'items',
  'ita',
  'work',
  'will',
]);

/** Only politeness: thanks lose to an acknowledgement, a greeting to both. Null when there is other content. */
export function smallTalk(reading: Reading, about: About): Intent | null {
  const { words, said } = reading;
  const rest = words.filter(({ field }) => !BESIDE.has(field));
  const asked = findQuestion(reading, about.statements) !== null;
  if (asked && !said.has('greeting')) return null;
  const { items, year } = about;
  if (said.has('acknowledge') && rest.length <= 1) return { intent: 'acknowledge_reminder', items, year };
  if (said.has('thanks') && rest.length <= 2 && items.length === 0) return { intent: 'thanks' };
  const onlyGreeting = words.every(({ field }) =>
    ['greeting', 'kin', 'bot', 'me', 'now', 'date', 'mark', 'ourAgency'].includes(field),
  );
  if (said.has('greeting') && (onlyGreeting || rest.length === 0)) return { intent: 'greeting' };
  // ครับ, ค่ะ and nothing else: heard.
  if (words.every(({ field }) => field === 'me') && /^(?:ครับ|คับ|ค้าบ|ค่ะ|จ้า|จ้ะ|ครับผม|ค่า)/.test(reading.text))
    return { intent: 'acknowledge_reminder', items, year };
  return null;
}
