/** What a coordinator presses about imports and plans, in 1:1: settled, confirmed, taken back, opened. */
import { askDoubt } from '../chat/ask-doubt.ts';
import type { OfficePress } from '../chat/postback.ts';
import { sayFindings, sayPreview } from '../chat/say-import.ts';
import { sayImported, sayImportUndone, sayPlanOpened, sayPlanPublished } from '../chat/say-imported.ts';
import { sayRefusal } from '../chat/say-refusal.ts';
import { DISCARDED, DRAFT_GONE, IMPORTED } from '../chat/words-import.ts';
import type { Command } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { coordinatorOnly } from '../domain/decision.ts';
import type { Answer } from '../domain/settle-doubts.ts';
import { refused } from './act.ts';
import { askSource, confirmList } from './act-list.ts';
import { dropDraft, type OpenImport, ownDraft, previewOf, putDraft, revisionFrom } from './open-draft.ts';
import { replyUntil } from './reply-until.ts';
import { actor, type Response, say, sceneAfter, sceneNow, type Turn } from './response.ts';
import { documentOf, putDocument } from './waiting-document.ts';

/** Acts on a button of the coordinator's own work; whoever is none is refused, whatever he forged. */
export async function actOnOfficePress(turn: Turn, press: OfficePress): Promise<Response> {
  const no = coordinatorOnly(turn.held.agency, actor(turn));
  if (no !== null) return refused(turn, no);
  switch (press.do) {
    case 'import':
      return (await confirmList(turn, press.draft)) ?? confirm(turn, press.draft);
    case 'discard':
      return discard(turn, press.draft);
    case 'settle': {
      const answer: Answer = press.item === undefined ? { kind: 'new' } : { kind: 'item', item: press.item };
      return settle(turn, press.draft, press.doubt, answer);
    }
    case 'findings': {
      const draft = await mine(turn, press.draft);
      return draft === null ? gone(turn) : say(turn, sayFindings(await sceneNow(turn), previewOf(draft)));
    }
    case 'plan-year':
      return readAs(turn, press.document, press.year);
    case 'list-source':
      return askSource(turn, press.draft);
    case 'undo-import':
      return undoImport(turn, press.revision);
    case 'open-plan':
    case 'publish-plan':
      return changePlan(turn, press.do, press.year);
  }
}

/** One step in the ledger; the import gets the draft's id, so that a second press changes nothing. */
async function confirm(turn: Turn, id: string): Promise<Response> {
  const { agency } = turn.held;
  const draft = await mine(turn, id);
  if (draft === null) {
    const kept = agency.imports.find((one) => one.id === id);
    return kept === undefined ? gone(turn) : say(turn, [{ type: 'text', text: IMPORTED.again(kept.kept) }]);
  }
  const preview = previewOf(draft);
  const { revision: change } = preview;
  const scene = await sceneNow(turn);
  if (change.doubtful.length > 0) {
    const first = sayRefusal(scene, { kind: 'unsettled', doubts: change.doubtful.length });
    return say(turn, [...first, ...askDoubt(scene, preview)]);
  }
  const command: Command = { type: 'revise-plan', by: actor(turn), revision: id, change };
  const decision = decide(agency, command, turn.world.clock.now());
  if (!decision.ok)
    return decision.refusal.kind === 'plan-moved' ? again(turn, draft) : refused(turn, decision.refusal);
  const { events } = decision;
  const beside = [dropDraft(id)];
  if (events.length === 0)
    return { ...say(turn, [{ type: 'text', text: IMPORTED.nothing(change.year) }]), beside };
  return {
    ...say(turn, sayImported(await sceneAfter(turn, events), id, change)),
    events,
    beside,
    confirmation: IMPORTED.confirmation(change.year),
  };
}

/** The plan changed since the preview: a fresh one, with the answers that still fit. */
async function again(turn: Turn, draft: OpenImport): Promise<Response> {
  const { world, held } = turn;
  const revision = revisionFrom(held.agency, draft.source, world.ids.id);
  const fresh = revision === null ? null : { ...draft, revision };
  const put = fresh === null ? null : putDraft(fresh);
  if (fresh === null || put === null) return { ...(await gone(turn)), beside: [dropDraft(draft.id)] };
  const scene = await sceneNow(turn);
  const preview = { ...previewOf(fresh), moved: true };
  return { ...say(turn, [...sayPreview(scene, preview), ...askDoubt(scene, preview)]), beside: [put] };
}

/** An answer that names nothing that was offered leaves its question open. */
async function settle(turn: Turn, id: string, doubt: string, answer: Answer): Promise<Response> {
  const draft = await mine(turn, id);
  const asked = draft?.revision.doubtful.find((one) => one.id === doubt);
  if (draft === null || asked === undefined) return gone(turn);
  const offered = asked.choices.some(
    ({ standing }) => answer.kind === 'item' && standing.facts.id === answer.item,
  );
  const answers = answer.kind === 'new' || offered ? { ...draft.answers, [doubt]: answer } : draft.answers;
  const answered = { ...draft, answers };
  const put = putDraft(answered);
  const scene = await sceneNow(turn);
  const preview = previewOf(answered);
  const next = askDoubt(scene, preview);
  return {
    ...say(turn, next.length > 0 ? next : sayPreview(scene, preview)),
    beside: put === null ? [] : [put],
  };
}

async function discard(turn: Turn, id: string): Promise<Response> {
  const { member } = turn.speaker;
  const draft = member === null ? null : await ownDraft(turn.world, turn.held.agency.id, member, id);
  if (draft === null) return gone(turn);
  return { ...say(turn, [{ type: 'text', text: DISCARDED }]), beside: [dropDraft(id)] };
}

/** The document is read again, as of that year; the answer to this press is the preview. */
async function readAs(turn: Turn, id: string, year: number): Promise<Response> {
  const { world, held, speaker, inbound } = turn;
  const record = await world.store.beside(held.agency.id, 'document', id);
  const document = record === null ? null : documentOf(record);
  if (document === null || document.member !== speaker.member) return gone(turn);
  const now = world.clock.now();
  const token = inbound.replyToken;
  const reply = token === null ? null : { token, expires: replyUntil(now, inbound.at) };
  const put = putDocument({ ...document, year, tries: 0, nextTry: now, reply });
  return { agency: held.agency.id, messages: [], beside: [put], wake: now };
}

async function undoImport(turn: Turn, revision: string): Promise<Response> {
  const { agency } = turn.held;
  const command: Command = { type: 'undo-import', by: actor(turn), revision };
  const decision = decide(agency, command, turn.world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const year = agency.imports.find(({ id }) => id === revision)?.year ?? 0;
  const { events } = decision;
  return { ...say(turn, sayImportUndone(await sceneAfter(turn, events), year)), events };
}

async function changePlan(turn: Turn, type: 'open-plan' | 'publish-plan', year: number): Promise<Response> {
  const decision = decide(turn.held.agency, { type, by: actor(turn), year }, turn.world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const { events } = decision;
  const scene = await sceneAfter(turn, events);
  return { ...say(turn, (type === 'open-plan' ? sayPlanOpened : sayPlanPublished)(scene, year)), events };
}

async function mine(turn: Turn, id: string): Promise<OpenImport | null> {
  const { member } = turn.speaker;
  const draft = member === null ? null : await ownDraft(turn.world, turn.held.agency.id, member, id);
  return draft?.what === 'plan' ? draft : null;
}

async function gone(turn: Turn): Promise<Response> {
  return say(turn, [{ type: 'text', text: DRAFT_GONE }]);
}
