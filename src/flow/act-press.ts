/** What follows from a pressed button. */
import { isDutyPress, isJoiningPress, isOfficePress, type Press } from '../chat/postback.ts';
import { BUTTON_IN_GROUP } from '../chat/words.ts';
import { acknowledge, giveEvidence, refused, report, snooze } from './act.ts';
import { actOnDutyPress } from './act-duties.ts';
import { askExtension, decideExtension, undoAndTell } from './act-extension.ts';
import { actOnOfficePress } from './act-import.ts';
import { actOnJoiningPress } from './act-joining-press.ts';
import { actOnErase } from './act-privacy.ts';
import { answerAbout, answerTo } from './answer-question.ts';
import { askDay, askLink } from './ask-back.ts';
import { type Response, say, type Turn } from './response.ts';

/** Acts on a pressed button. In a group a postback proves nothing about who pressed, so it may only ask. */
export async function actOnPress(turn: Turn, press: Press): Promise<Response> {
  const { agency } = turn.held;
  const others = isOfficePress(press) || isJoiningPress(press) || isDutyPress(press);
  if ((CHANGES.has(press.do) || others) && turn.inbound.chat.kind === 'group')
    return say(turn, [{ type: 'text', text: BUTTON_IN_GROUP }]);
  if (isOfficePress(press)) return actOnOfficePress(turn, press);
  if (isJoiningPress(press)) return actOnJoiningPress(turn, press);
  if (isDutyPress(press)) return actOnDutyPress(turn, press);
  // A forged button may name what every object has, such as `constructor`.
  const named = 'item' in press && press.item !== undefined ? press.item : null;
  if (named !== null && !Object.hasOwn(agency.items, named)) return refused(turn, { kind: 'no-such-item' });
  const item = named === null ? undefined : agency.items[named];
  const items = item === undefined ? [] : [item];
  const ids = items.map(({ id }) => id);
  switch (press.do) {
    case 'report': {
      const { status, percent, entry } = press;
      return report(turn, { items: ids.map((id) => ({ item: id, status, percent })), drawnFrom: entry });
    }
    case 'evidence':
      return giveEvidence(turn, ids, press.url);
    case 'give':
      return askLink(turn, items);
    case 'extension':
      return askExtension(turn, ids, press.until, '');
    case 'grant':
    case 'refuse':
      return decideExtension(turn, press.extension, press.do === 'grant');
    case 'later':
      return askDay(turn, items, 'request_extension');
    case 'snooze':
      return snooze(turn, ids, press.until);
    case 'acknowledge':
      return acknowledge(turn, ids);
    case 'undo':
      return undoAndTell(turn, { kind: 'act', act: press.act });
    case 'detail':
      return answerAbout(turn, { intent: 'ask_item_detail', items: [], year: null }, items);
    case 'responsible':
      return answerAbout(turn, { intent: 'ask_responsible', items: [], year: null }, items);
    case 'missing':
      return answerTo(turn, { intent: 'ask_missing_items', division: knownDivision(turn, press.division) });
    case 'progress':
      return answerTo(turn, { intent: 'ask_overall_progress' });
    case 'divisions':
      return answerTo(turn, { intent: 'ask_division_status', division: 'ALL' });
    case 'due': {
      const { month = null, until = null, overdue = false } = press;
      return answerTo(turn, { intent: 'ask_due', month, dueDate: until, overdue, division: null });
    }
    case 'score':
      return answerTo(turn, { intent: 'ask_score' });
    case 'summary':
      return answerTo(turn, { intent: 'ask_summary_month', month: press.month, division: null });
    case 'measures':
      return answerTo(turn, { intent: 'list_measures_public' });
    case 'help':
      return answerTo(turn, { intent: 'help' });
    case 'erase-me':
      return actOnErase(turn, press);
  }
}

/** What needs the presser's own bound id; `give` and `later` open a question only he may answer. */
const CHANGES: ReadonlySet<Press['do']> = new Set([
  'report',
  'evidence',
  'give',
  'extension',
  'grant',
  'refuse',
  'later',
  'snooze',
  'acknowledge',
  'undo',
  'erase-me',
]);

/** A forged button may name a division the office does not have. */
function knownDivision({ held }: Turn, code: string | undefined): string | null {
  return held.agency.profile?.divisions.find((division) => division.code === code)?.code ?? null;
}
