/** The official O-item list of a new year: read from its document, its source told by a person, recorded by a button. */
import { sayList } from '../chat/say-list.ts';
import type { Scene } from '../chat/scene.ts';
import { DRAFT_GONE } from '../chat/words-import.ts';
import { LIST } from '../chat/words-list.ts';
import type { Command } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { refused } from './act.ts';
import { dropDraft, type OpenList, ownDraft, putDraft } from './open-draft.ts';
import { actor, type Response, say, sceneAfter, sceneNow, type Turn } from './response.ts';
import { startDraft } from './show-draft.ts';

const LONGEST_SOURCE = 300;

/** He is asked which publication it is; his next words are the answer. */
export async function askSource(turn: Turn, id: string): Promise<Response> {
  const draft = await myList(turn, id);
  if (draft === null) return gone(turn);
  return say(turn, [{ type: 'text', text: LIST.askSource(draft.list.year) }], {
    kind: 'list-source',
    draft: id,
  });
}

/** What he answered: shown with the list once more, to be confirmed. */
export async function giveSource(turn: Turn, id: string, text: string): Promise<Response> {
  const draft = await myList(turn, id);
  const source = text.replace(/\s+/g, ' ').trim();
  if (draft === null) return gone(turn);
  if (source === '' || source.length > LONGEST_SOURCE)
    return say(turn, [{ type: 'text', text: LIST.sourceLength }], { kind: 'list-source', draft: id });
  const told = { ...draft, source };
  const put = putDraft(told);
  return { ...say(turn, sayList(await sceneNow(turn), told)), beside: put === null ? [] : [put] };
}

/** Null = it is no list. Recorded, it may move a plan that had a provisional one: that is previewed like any import. */
export async function confirmList(turn: Turn, id: string): Promise<Response | null> {
  const draft = await myList(turn, id);
  if (draft === null) return null;
  const { list, source } = draft;
  if (source === null) return askSource(turn, id);
  const command: Command = {
    type: 'record-list',
    by: actor(turn),
    year: list.year,
    source,
    items: list.items,
  };
  const decision = decide(turn.held.agency, command, turn.world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const { events } = decision;
  const scene = await sceneAfter(turn, events);
  const move = await moveOf(turn, scene, list.year);
  const recorded = {
    type: 'text' as const,
    text: LIST.recorded(list.year, list.items.length, move !== null),
  };
  return {
    ...say(turn, [recorded, ...(move?.messages ?? [])]),
    events,
    // The move takes the place of the list under the member's key.
    beside: move?.beside ?? [dropDraft(id)],
    confirmation: LIST.recorded(list.year, list.items.length, move !== null),
  };
}

async function moveOf(turn: Turn, scene: Scene, year: number) {
  const state = scene.agency.plans[year]?.state;
  return state === undefined || state === 'closed'
    ? null
    : startDraft(turn, { kind: 'list-move', year }, scene);
}

async function myList(turn: Turn, id: string): Promise<OpenList | null> {
  const { member } = turn.speaker;
  const draft = member === null ? null : await ownDraft(turn.world, turn.held.agency.id, member, id);
  return draft?.what === 'list' ? draft : null;
}

function gone(turn: Turn): Response {
  return say(turn, [{ type: 'text', text: DRAFT_GONE }]);
}
