/** Questions: intent -> messages. Nothing here changes anything. */
import { askWhat, askWhich } from '../chat/ask.ts';
import { help } from '../chat/help.ts';
import type { DivisionSaid, Intent, Wanted } from '../chat/intent.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import { sayAcknowledged } from '../chat/say-acts.ts';
import { sayDue } from '../chat/say-due.ts';
import { sayItem } from '../chat/say-item.ts';
import { sayItemList } from '../chat/say-item-list.ts';
import { sayMissing } from '../chat/say-missing.ts';
import { sayContact, sayRegistration, suggest } from '../chat/say-people.ts';
import { sayDivisions, sayProgress } from '../chat/say-progress.ts';
import { sayPublicItems, sayPublicMeasures } from '../chat/say-public.ts';
import { sayRefusal, sayUnknown } from '../chat/say-refusal.ts';
import { peopleResponsible, sayResponsible } from '../chat/say-responsible.ts';
import { sayScore } from '../chat/say-score.ts';
import { saySummary } from '../chat/say-summary.ts';
import { divisionsSaid, isCitizen, mayReportHere, type Scene } from '../chat/scene.ts';
import { NO_LIST, NO_PLAN } from '../chat/words.ts';
import { FOR_STAFF_ONLY } from '../chat/words-items.ts';
import { GREETING, NOT_YET_KNOWN, THANKS, WHICH_ITEM } from '../chat/words-people.ts';
import { SCORE_FOR_CITIZENS } from '../chat/words-score.ts';
import { moreSummaries, noPaperYet, notYetMonth } from '../chat/words-summary.ts';
import type { Agency, Item } from '../domain/agency.ts';
import { type Instant, type Month, monthOf } from '../domain/calendar.ts';
import type { TextRef } from '../domain/event.ts';
import { type ItemNumber, openPlans } from '../domain/item.ts';
import { divisionsOf } from '../domain/permission.ts';
import { isProvisional } from '../domain/provisional.ts';
import { allLate, monthSummary, reasonOf } from '../domain/summary.ts';

/** An intent that only asks. A word of thanks from someone who was reminded of nothing is one too. */
export type Question = Exclude<
  Intent,
  {
    intent:
      | 'report_status'
      | 'attach_evidence'
      | 'request_extension'
      | 'snooze_reminder'
      | 'undo_last'
      | 'none';
  }
>;

/** How many items, or summaries, one answer tells of: LINE takes five messages, and one may say what was left off. */
const ANSWERS = 4;

/** The people an answer names besides the tellers of reports: their names must stand in its scene. */
export function peopleNamed(agency: Agency, question: Question, items: readonly Item[]): string[] {
  return question.intent === 'ask_responsible' ? peopleResponsible(agency, items) : [];
}

/** Why things are late, where a month is summed up. */
export function reasonsNamed(agency: Agency, question: Question, now: Instant): (TextRef | null)[] {
  if (question.intent !== 'ask_summary_month' && question.intent !== 'request_report_document') return [];
  const summary = monthSummary(agency, question.month ?? monthOf(now), now);
  return summary === null ? [] : allLate(summary).map((item) => reasonOf(agency, item, summary.asOf));
}

/**
 * Answers a question. `items` = the items its numbers mean, already found. Members, and anyone in a bound group, are
 * answered on staff level; everyone else hears published things only.
 */
export function answer(scene: Scene, question: Question, items: readonly Item[]): Outgoing[] {
  if (isCitizen(scene)) return answerCitizen(scene, question, items);
  switch (question.intent) {
    case 'ask_missing_items':
      return sayMissing(scene, divisionsSaid(question.division));
    case 'ask_division_status':
      return sayDivisions(scene, divisionsMeant(scene, question.division));
    case 'ask_overall_progress':
      return sayProgress(scene);
    case 'ask_due': {
      const { month, dueDate, overdue, division } = question;
      return sayDue(scene, { month, until: dueDate, overdue }, divisionsSaid(division));
    }
    case 'ask_score':
      return sayScore(scene);
    case 'ask_item_detail':
      return ofEach(scene, question, items, (item) => sayItem(scene, item));
    case 'ask_responsible':
      return ofEach(scene, question, items, (item) => sayResponsible(scene, item));
    case 'ask_summary_month':
      return summaries(scene, question.month, question.division);
    case 'request_report_document': {
      const month = question.month ?? monthOf(scene.now);
      if (month > monthOf(scene.now)) return summaries(scene, month, question.division);
      return [{ type: 'text', text: noPaperYet(month) }, ...summaries(scene, month, question.division)];
    }
    case 'ambiguous':
      return askBack(scene, question, items);
    case 'list_measures_public':
      return sayPublicMeasures(scene);
    case 'complain_or_contact':
      return sayContact(scene, divisionsSaid(question.division));
    case 'register_member':
      return sayRegistration(scene);
    case 'acknowledge_reminder':
      return sayAcknowledged(scene, items);
    case 'help':
      return [help(scene)];
    case 'greeting':
      return [suggest(scene, GREETING)];
    case 'thanks':
      return [{ type: 'text', text: THANKS }];
  }
}

/** The same thing said of each item; what is too much for one answer is counted. */
function ofEach(
  scene: Scene,
  asked: { readonly items: readonly ItemNumber[]; readonly year: number | null },
  items: readonly Item[],
  say: (item: Item) => Outgoing[],
): Outgoing[] {
  if (items.length === 0) return sayNothingKnown(scene, asked.items, asked.year);
  return items.length > ANSWERS ? sayItemList(scene, items) : items.flatMap(say);
}

/** One month of the whole agency, or of each division named. */
function summaries(scene: Scene, month: Month, said: DivisionSaid): Outgoing[] {
  if (month > monthOf(scene.now)) return [suggest(scene, notYetMonth(month))];
  const codes = divisionsSaid(said);
  const wanted = codes.length === 0 ? [null] : codes.slice(0, ANSWERS - 1);
  const told = wanted.flatMap((division) => {
    const summary = monthSummary(scene.agency, month, scene.now, division);
    return summary === null ? [] : saySummary(scene, summary, division);
  });
  if (told.length === 0) return [suggest(scene, NO_PLAN)];
  const left = codes.length - wanted.length;
  return codes.length > 0 && left > 0 ? [...told, suggest(scene, moreSummaries(left))] : told;
}

function askBack(
  scene: Scene,
  { items: numbers, wanted, year }: Extract<Question, { intent: 'ambiguous' }>,
  items: readonly Item[],
): Outgoing[] {
  const [item, ...others] = items;
  if (item === undefined) {
    if (numbers.length > 0)
      return asksOnly(wanted) ? sayNothingKnown(scene, numbers, year) : sayNotFound(scene, numbers, year);
    if (wanted !== null) return askWhich(scene, wanted, []);
    return [suggest(scene, `${NOT_YET_KNOWN}\n${WHICH_ITEM}`)];
  }
  if (others.length > 0) return askWhich(scene, wanted, items);
  const plan = scene.agency.plans[item.year];
  if (!asksOnly(wanted) && plan !== undefined && plan.state !== 'open')
    return sayRefusal(scene, { kind: 'plan-not-open', year: plan.year, state: plan.state });
  // Whoever may not report it is not offered the buttons.
  if (!mayReportHere(scene, item)) return sayItem(scene, item);
  return wanted === null || wanted.do === 'report' ? askWhat(scene, item) : askWhich(scene, wanted, items);
}

/** True when nothing is to be done about an item. */
function asksOnly(wanted: Wanted | null): boolean {
  return wanted === null || wanted.do === 'detail' || wanted.do === 'responsible';
}

/** The same for who only asks: that nothing can be changed in a closed year is no answer to him. */
function sayNothingKnown(scene: Scene, asked: readonly ItemNumber[], year: number | null): Outgoing[] {
  return year === null || scene.agency.plans[year]?.state === 'open'
    ? sayNotFound(scene, asked, year)
    : sayUnknown(scene, asked, year);
}

/**
 * What somebody would act on has a number no open plan has; or it is an O-number of a year whose list is not established,
 * which is something else.
 */
export function sayNotFound(scene: Scene, asked: readonly ItemNumber[], year: number | null): Outgoing[] {
  const named = year === null ? undefined : scene.agency.plans[year];
  if (named !== undefined && named.state !== 'open')
    return sayRefusal(scene, { kind: 'plan-not-open', year: named.year, state: named.state });
  const plan = named ?? openPlans(scene.agency)[0];
  const aboutOit = asked.some(({ kind }) => kind === 'oit');
  if (plan !== undefined && plan.catalogue === null && aboutOit) return [suggest(scene, NO_LIST(plan.year))];
  // One plan alone is meant: it can be named, with the mark of its list.
  const only = named !== undefined || openPlans(scene.agency).length === 1;
  if (plan !== undefined && only && aboutOit && isProvisional(plan))
    return sayUnknown(scene, asked, plan.year);
  return sayRefusal(scene, { kind: 'no-such-item' });
}

function answerCitizen(scene: Scene, question: Question, items: readonly Item[]): Outgoing[] {
  switch (question.intent) {
    case 'list_measures_public':
      return sayPublicMeasures(scene);
    case 'ask_item_detail':
    case 'ask_responsible': {
      const published = sayPublicItems(scene, items);
      return published.length > 0 ? published : publishedInstead(scene);
    }
    case 'ask_missing_items':
    case 'ask_division_status':
    case 'ask_overall_progress':
    case 'ask_due':
    case 'ask_summary_month':
    case 'request_report_document':
      return publishedInstead(scene);
    case 'ask_score':
      return [{ type: 'text', text: SCORE_FOR_CITIZENS }, ...sayContact(scene).slice(0, 1)];
    case 'complain_or_contact':
      return sayContact(scene, divisionsSaid(question.division));
    case 'register_member':
      return sayRegistration(scene);
    case 'acknowledge_reminder':
    case 'thanks':
      return [{ type: 'text', text: THANKS }];
    case 'ambiguous':
    case 'help':
    case 'greeting':
      return [help(scene)];
  }
}

/** Who may know it, and what anyone may see. */
function publishedInstead(scene: Scene): Outgoing[] {
  return [{ type: 'text', text: FOR_STAFF_ONLY }, ...sayPublicMeasures(scene)];
}

/** กองเรา of someone who is in several divisions are all of his; nothing said is every division. */
function divisionsMeant(scene: Scene, said: DivisionSaid): readonly string[] {
  return said === null && scene.member !== null ? divisionsOf(scene.member) : divisionsSaid(said);
}
