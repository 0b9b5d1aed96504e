/** What the bot asks of an import before it can be confirmed. */
import type { Doubt } from '../domain/revision.ts';
import { quickReplies } from './buttons.ts';
import { whichCard } from './cards.ts';
import { flex, short } from './flex.ts';
import { planYearButton, settleButton } from './office-buttons.ts';
import type { Outgoing } from './outgoing.ts';
import { type Preview, revisionMark } from './say-import.ts';
import { placeOf, type Scene } from './scene.ts';
import { itemName, itemShort } from './words.ts';
import { DOUBT, WHICH_PLAN_YEAR } from './words-import.ts';

/** The first question that is still open; none = nothing is asked. */
export function askDoubt(_scene: Scene, { draft, revision }: Preview): Outgoing[] {
  const [doubt] = revision.doubtful;
  if (doubt === undefined) return [];
  const { facts } = doubt.written;
  const name = itemName(facts);
  const question = doubt.kind === 'same-item' ? DOUBT.sameItem(name) : DOUBT.lastYears(name);
  const card = whichCard({
    question,
    detail: DOUBT.detail(short(facts.title, 300), revision.doubtful.length),
    choices: [
      ...doubt.choices.map((choice) => choiceOf(draft, doubt, choice.standing.facts)),
      freshOf(draft, doubt),
    ],
    mark: revisionMark(revision),
  });
  return [flex(question, [card])];
}

function choiceOf(draft: string, doubt: Doubt, facts: Doubt['written']['facts']) {
  const said = doubt.kind === 'same-item' ? DOUBT.same(itemName(facts)) : DOUBT.carries(itemName(facts));
  return {
    code: itemShort(facts),
    title: short(facts.title, 120),
    label: short(
      doubt.kind === 'same-item' ? DOUBT.same(itemShort(facts)) : DOUBT.carries(itemShort(facts)),
      20,
    ),
    button: settleButton(draft, doubt.id, facts.id, said),
  };
}

function freshOf(draft: string, doubt: Doubt) {
  const said = `${itemName(doubt.written.facts)} ${DOUBT.fresh}`;
  return {
    code: DOUBT.code,
    title: DOUBT.freshWhat,
    label: DOUBT.fresh,
    button: settleButton(draft, doubt.id, null, said),
  };
}

/** Of which fiscal year is this plan? Those around the running one are offered. */
export function askPlanYear(scene: Scene, document: string, name: string, running: number): Outgoing[] {
  const choices = [running, running + 1, running - 1].map((year) => {
    const button = planYearButton(document, year);
    return [button.text, button] as const;
  });
  const text = WHICH_PLAN_YEAR(short(name, 60));
  return [{ type: 'text', text, quickReply: quickReplies(placeOf(scene), choices) }];
}
