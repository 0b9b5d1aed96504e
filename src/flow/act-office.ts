/** What a coordinator types in 1:1 about the office's own papers. */
import type { Asked } from '../chat/asked.ts';
import { type OfficeCommand, officeCommand } from '../chat/office-commands.ts';
import { sayList } from '../chat/say-list.ts';
import { askIndicator, sayScoreHistory, sayUsedMeasures } from '../chat/say-scores.ts';
import { DRAFT_GONE, SEND_PLAN } from '../chat/words-import.ts';
import { LIST, NOTHING_WAITS, ROLL_OVER } from '../chat/words-list.ts';
import { dayOf, fiscalYearOf } from '../domain/calendar.ts';
import { catalogueOf } from '../domain/catalogue.ts';
import { holds } from '../domain/permission.ts';
import { measuresUsedBefore } from '../domain/score-history.ts';
import { actOnOfficePress } from './act-import.ts';
import { giveSource } from './act-list.ts';
import { openDraftOf } from './open-draft.ts';
import { type Response, say, sceneNow, speaking, type Turn } from './response.ts';
import { showDraft, startDraft } from './show-draft.ts';

/** Null = it is no such phrase, or not for this person: then it is understood as any other words. */
export async function actOnPhrase(turn: Turn, text: string): Promise<Response | null> {
  if (!isCoordinator(turn)) return null;
  const command = officeCommand(text, dayOf(turn.inbound.at));
  return command === null ? null : actOnCommand(turn, command);
}

/** The answer to what the bot had asked about a list; null = it had asked something else. */
export async function actOnSource(turn: Turn, open: Asked | null, text: string): Promise<Response | null> {
  return open?.kind === 'list-source' && isCoordinator(turn) ? giveSource(turn, open.draft, text) : null;
}

function isCoordinator(turn: Turn): boolean {
  const { inbound } = turn;
  const member = speaking(turn);
  return inbound.chat.kind === 'user' && member !== undefined && holds(member, 'coordinator');
}

async function actOnCommand(turn: Turn, command: OfficeCommand): Promise<Response> {
  const { agency } = turn.held;
  switch (command.do) {
    case 'import':
      return importOrShow(turn);
    case 'confirm':
    case 'discard': {
      const draft = await waiting(turn);
      if (draft === null) return text(turn, NOTHING_WAITS);
      return actOnOfficePress(turn, { do: command.do === 'confirm' ? 'import' : 'discard', draft: draft.id });
    }
    case 'undo-import': {
      const newest = agency.imports.findLast(({ undone }) => undone === null);
      if (newest === undefined) return text(turn, DRAFT_GONE);
      return actOnOfficePress(turn, { do: 'undo-import', revision: newest.id });
    }
    case 'roll-over':
      return rollOver(turn, command.to);
    case 'scores':
      return say(turn, sayScoreHistory(await sceneNow(turn)));
    case 'used-measures': {
      const { indicator } = command;
      const scene = await sceneNow(turn);
      if (indicator === null) return say(turn, askIndicator(scene));
      const next = fiscalYearOf(dayOf(scene.now)) + 1;
      return say(turn, sayUsedMeasures(scene, indicator, measuresUsedBefore(agency, indicator, next)));
    }
    case 'list': {
      const { year } = command;
      if (catalogueOf(year) !== null) return text(turn, LIST.exists(year));
      return say(turn, [{ type: 'text', text: LIST.send(year) }], { kind: 'list-file', year });
    }
    case 'open-plan':
    case 'publish-plan':
      return actOnOfficePress(turn, command);
  }
}

async function importOrShow(turn: Turn): Promise<Response> {
  const draft = await waiting(turn);
  if (draft === null) return text(turn, SEND_PLAN);
  return draft.what === 'plan' ? showDraft(turn, draft) : say(turn, sayList(await sceneNow(turn), draft));
}

async function rollOver(turn: Turn, to: number): Promise<Response> {
  const { plans } = turn.held.agency;
  const from = to - 1;
  if (plans[to] !== undefined) return text(turn, ROLL_OVER.exists(to));
  const started = await startDraft(turn, { kind: 'roll-over', from, to }, await sceneNow(turn));
  if (started === null) return text(turn, ROLL_OVER.none(from, to));
  return { agency: turn.held.agency.id, ...started };
}

async function waiting({ world, held, speaker }: Turn) {
  return speaker.member === null ? null : openDraftOf(world, held.agency.id, speaker.member);
}

function text(turn: Turn, words: string): Response {
  return say(turn, [{ type: 'text', text: words }]);
}
