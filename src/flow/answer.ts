/** Questions: intent -> messages. Nothing here changes anything. */
import type { Intent } from '../chat/intent.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import { sayItem, sayMissing, sayProgress, sayPublicMeasures } from '../chat/say-items.ts';
import { help, sayContact, suggest } from '../chat/say-people.ts';
import { sayRefusal } from '../chat/say-refusal.ts';
import { askWhat } from '../chat/say-report.ts';
import { saySummary } from '../chat/say-summary.ts';
import { mayReportHere, type Scene } from '../chat/scene.ts';
import {
  ACKNOWLEDGED,
  GREETING,
  HELP_CITIZEN,
  HELP_JOIN,
  HELP_JOIN_PRIVATELY,
  NO_LIST,
  NO_PLAN,
  NOT_YET_KNOWN,
  THANKS,
  WHICH_ITEM,
} from '../chat/words.ts';
import type { Item } from '../domain/agency.ts';
import { openPlans } from '../domain/item.ts';
import { monthSummary } from '../domain/summary.ts';

/** An intent that only asks. */
export type Question = Exclude<Intent, { intent: 'report_status' | 'undo_last' | 'none' }>;

/** How many item cards one answer shows. */
const CARDS = 5;

/**
 * Answers a question. `items` = the items its numbers mean, already found. Members, and anyone in a bound group, are
 * answered on staff level; everyone else hears published things only.
 */
export function answer(scene: Scene, question: Question, items: readonly Item[]): Outgoing[] {
  if (scene.member === null && scene.group === null) return answerCitizen(scene, question);
  switch (question.intent) {
    case 'ask_missing_items':
      return sayMissing(scene, oneDivision(question.division));
    case 'ask_division_status':
      return sayProgress(scene, oneDivision(question.division));
    case 'ask_overall_progress':
      return sayProgress(scene, null);
    case 'ask_item_detail':
      return sayItems(scene, question, items);
    case 'ask_summary_month': {
      const division = oneDivision(question.division);
      const summary = monthSummary(scene.agency, question.month, scene.now, division);
      return summary === null ? [suggest(scene, NO_PLAN)] : saySummary(scene, summary, division);
    }
    case 'ambiguous': {
      const [item] = items;
      // Whoever may not report it is not offered the buttons.
      if (item !== undefined) return mayReportHere(scene, item) ? askWhat(scene, item) : sayItem(scene, item);
      if (question.items.length > 0) return sayItems(scene, question, items);
      return [suggest(scene, `${NOT_YET_KNOWN}\n${WHICH_ITEM}`)];
    }
    case 'list_measures_public':
      return sayPublicMeasures(scene);
    case 'complain_or_contact':
      return sayContact(scene);
    case 'register_member':
      return [{ type: 'text', text: scene.group === null ? HELP_JOIN : HELP_JOIN_PRIVATELY }];
    case 'acknowledge_reminder':
      return [{ type: 'text', text: ACKNOWLEDGED }];
    case 'help':
      return [help(scene)];
    case 'greeting':
      return [suggest(scene, GREETING)];
    case 'thanks':
      return [{ type: 'text', text: THANKS }];
  }
}

function sayItems(
  scene: Scene,
  asked: { readonly items: readonly { kind: string }[] },
  items: readonly Item[],
): Outgoing[] {
  const found = items.slice(0, CARDS).flatMap((item) => sayItem(scene, item));
  return found.length > 0 ? found : sayNotFound(scene, asked);
}

/** A number no open plan has; or an O-number of a year whose list is not established, which is something else. */
export function sayNotFound(
  scene: Scene,
  asked: { readonly items: readonly { kind: string }[] },
): Outgoing[] {
  const [plan] = openPlans(scene.agency);
  const aboutOit = asked.items.some((item) => item.kind === 'oit');
  if (plan !== undefined && plan.catalogue === null && aboutOit) return [suggest(scene, NO_LIST(plan.year))];
  return sayRefusal(scene, { kind: 'no-such-item' });
}

function answerCitizen(scene: Scene, question: Question): Outgoing[] {
  switch (question.intent) {
    case 'list_measures_public':
    case 'ask_item_detail':
    case 'ask_missing_items':
    case 'ask_division_status':
    case 'ask_overall_progress':
    case 'ask_summary_month':
      return sayPublicMeasures(scene);
    case 'complain_or_contact':
      return sayContact(scene);
    case 'register_member':
      return [{ type: 'text', text: HELP_JOIN }];
    case 'thanks':
      return [{ type: 'text', text: THANKS }];
    case 'ambiguous':
    case 'acknowledge_reminder':
    case 'help':
    case 'greeting':
      return [{ type: 'text', text: `${HELP_CITIZEN}\n${HELP_JOIN}` }];
  }
}

function oneDivision(said: string | null): string | null {
  return said === 'ALL' ? null : said;
}
