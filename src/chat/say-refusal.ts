/** Why something was not done, kindly, and who can. */
import type { Agency, Item } from '../domain/agency.ts';
import type { ItemNumber } from '../domain/item.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Outgoing, TextMessage } from './outgoing.ts';
import { labelOf, markOf, nameOf, type Scene } from './scene.ts';
import { divisionWords, ROLE } from './words.ts';
import { OR, REFUSED, THIS_ITEM } from './words-refusals.ts';

/** The sentence of a refusal. `stale` is asked back with a button instead (`askStale`); this is its plain form. */
export function sayRefusal(scene: Scene, refusal: Refusal): Outgoing[] {
  const { agency } = scene;
  const item = 'item' in refusal && refusal.item !== null ? agency.items[refusal.item] : undefined;
  return [saying(agency, refusalWords(scene, refusal), item === undefined ? [] : [item])];
}

/** Why nothing is known of items a question named: their year's plan has no such number, is a draft, or is none. */
export function sayUnknown(scene: Scene, asked: readonly ItemNumber[], year: number): Outgoing[] {
  const plan = scene.agency.plans[year];
  if (plan === undefined) return [{ type: 'text', text: REFUSED.noPlanOf(year) }];
  if (plan.state === 'draft') return [{ type: 'text', text: REFUSED.draftAsked(year) }];
  const items = asked.map(({ kind }) => ({ kind, year }));
  return [saying(scene.agency, REFUSED.notInPlan(year), items)];
}

/** With the mark of a provisional list when it is about its items. */
function saying(agency: Agency, words: string, items: readonly Pick<Item, 'kind' | 'year'>[]): TextMessage {
  const mark = markOf(agency, items);
  return { type: 'text', text: mark === '' ? words : `${words}\n${mark}` };
}

function refusalWords(scene: Scene, refusal: Refusal): string {
  const named = (id: string) => {
    const item = scene.agency.items[id];
    return item === undefined ? THIS_ITEM : labelOf(scene, item);
  };
  const item = (id: string) => scene.agency.items[id]?.divisions ?? [];
  switch (refusal.kind) {
    case 'not-a-member':
      return REFUSED.notAMember(scene.group !== null);
    case 'not-permitted':
      return REFUSED.notPermitted(refusal.who.map((role) => ROLE[role]).join(OR));
    case 'not-your-item':
      return refusal.divisions.length === 0
        ? REFUSED.nobodys(named(refusal.item))
        : REFUSED.notYours(named(refusal.item), divisionWords(scene.agency, refusal.divisions));
    case 'no-such-item':
      return REFUSED.noSuchItem;
    case 'not-of-division':
      return REFUSED.notOfDivision(
        named(refusal.item),
        divisionWords(scene.agency, item(refusal.item)),
        divisionWords(scene.agency, [refusal.division]),
      );
    case 'plan-not-open':
      return refusal.state === 'draft' ? REFUSED.draft(refusal.year) : REFUSED.closed(refusal.year);
    case 'stale':
      return REFUSED.stale(named(refusal.item), refusal.present);
    case 'nothing-to-undo':
      return REFUSED.nothingToUndo;
    case 'too-late-to-undo':
      return REFUSED.tooLateToUndo(refusal.at);
    case 'changed-since':
      return REFUSED.changedSince(named(refusal.item), nameOf(scene, refusal.by), refusal.at);
    case 'nothing-to-correct':
      return REFUSED.nothingToCorrect(named(refusal.item));
    case 'already-done':
      return REFUSED.alreadyDone(named(refusal.item));
    case 'no-due':
      return REFUSED.noDue(named(refusal.item));
    case 'not-later':
      return REFUSED.notLater(named(refusal.item), refusal.due);
    case 'day-past':
      return REFUSED.dayPast(refusal.day);
    case 'too-far':
      return REFUSED.tooFar(refusal.last);
    case 'not-an-address':
      return REFUSED.notAnAddress;
    case 'not-reminded':
      return REFUSED.notReminded(named(refusal.item));
    case 'nothing-reminded':
      return REFUSED.nothingReminded;
    case 'snooze-day':
      return REFUSED.snoozeDay(refusal.first, refusal.last);
    case 'withdrawn':
      return REFUSED.withdrawn(named(refusal.item));
    case 'plan-moved':
      return REFUSED.planMoved(refusal.year);
    case 'unsettled':
      return REFUSED.unsettled(refusal.doubts);
    case 'no-such-import':
      return REFUSED.noSuchImport;
    case 'not-newest-import':
      return REFUSED.notNewestImport(refusal.at);
    case 'import-built-on':
      return REFUSED.importBuiltOn(refusal.year);
    case 'list-unclear':
      return REFUSED.listUnclear;
    case 'no-such-plan':
      return REFUSED.noSuchPlan(refusal.year);
    case 'no-such-division':
      return REFUSED.noSuchDivision(refusal.division);
    case 'list-exists':
      return REFUSED.listExists(refusal.list);
    case 'code-unknown':
      return REFUSED.codeUnknown;
    case 'code-used':
      return REFUSED.codeUsed;
    case 'code-expired':
      return REFUSED.codeExpired;
    case 'no-such-request':
      return REFUSED.noSuchRequest;
    case 'no-such-person':
      return REFUSED.noSuchPerson;
    case 'not-in-division':
      return REFUSED.notInDivision(
        nameOf(scene, refusal.member),
        divisionWords(scene.agency, [refusal.division]),
      );
    case 'not-your-division':
      return REFUSED.notYourDivision(divisionWords(scene.agency, refusal.divisions));
    case 'reads-only':
      return REFUSED.readsOnly(nameOf(scene, refusal.member));
    case 'last-coordinator':
      return REFUSED.lastCoordinator;
    case 'no-such-acting':
      return REFUSED.noSuchActing;
    case 'acting-taken':
      return REFUSED.actingTaken(nameOf(scene, refusal.member), refusal.until);
    case 'span-wrong':
      return REFUSED.spanWrong;
    case 'same-person':
      return REFUSED.samePerson;
    case 'nothing-to-hand-over':
      return REFUSED.nothingToHandOver(nameOf(scene, refusal.member));
    case 'no-such-extension':
      return REFUSED.noSuchExtension;
    case 'decided-already':
      return REFUSED.decidedAlready(named(refusal.item), refusal.granted);
    case 'own-request':
      return REFUSED.ownRequest;
    case 'policy-wrong':
      return REFUSED.policyWrong[refusal.what];
    case 'holiday-wrong':
      return REFUSED.holidayWrong(refusal.day);
    case 'oit-due-wrong':
      return REFUSED.oitDueWrong(refusal.year);
    case 'meetings-wrong':
      return REFUSED.meetingsWrong(refusal.month);
    // The rest come from the terminal or the clock and are not said in chat.
    case 'agency-exists':
    case 'no-agency':
    case 'division-needed':
    case 'role-needed':
    case 'nothing-to-say':
    case 'plan-exists':
    case 'no-such-list':
    case 'summary-posted':
    case 'card-sent':
      return REFUSED.other;
  }
}
